//! Problems with images, and with other files that are published as they are.

use super::{Code, Diagnostic, Span};
use crate::media::{Format, Problem};
use crate::path::SourcePath;

// What can't be read can't be cleaned, so no site can let it pass.
const NOT_AN_IMAGE: Code = Code::guard("image/not-an-image");
const WRONG_EXTENSION: Code = Code::guard("image/wrong-extension");
const UNCLEANABLE: Code = Code::guard("image/uncleanable");
const TRUNCATED: Code = Code::guard("image/truncated");
const TOO_LARGE: Code = Code::guard("image/too-large");
const MALFORMED: Code = Code::guard("image/malformed");
const ACTIVE_SVG: Code = Code::guard("image/active-svg");
const ACTIVE_FILE: Code = Code::guard("file/active");
const REMOTE_FILE: Code = Code::guard("file/remote");
const UNKNOWN_KIND: Code = Code::guard("file/unknown-kind");
const TRUSTED_MISSING: Code = Code::error("file/trusted-missing");

/// Every code in this file.
pub const CODES: &[Code] = &[
    NOT_AN_IMAGE,
    WRONG_EXTENSION,
    UNCLEANABLE,
    TRUNCATED,
    TOO_LARGE,
    MALFORMED,
    ACTIVE_SVG,
    ACTIVE_FILE,
    REMOTE_FILE,
    UNKNOWN_KIND,
    TRUSTED_MISSING,
];

/// An image that can't be published as it is.
pub fn problem(file: &SourcePath, problem: &Problem) -> Diagnostic {
    let name = file.file_name();
    let diagnostic = match problem {
        Problem::WrongExtension { actual } => wrong_extension(file, *actual),
        Problem::SvgActive { what, offset } => return active_svg(file, what, *offset),
        Problem::Embedded { problem, offset } => {
            return embedded(file, Span::new(*offset, offset.saturating_add(1)), problem);
        }
        Problem::NotAnImage => {
            of(&format!("`{name}`"), problem).help("save it as JPEG, PNG, WebP, GIF or SVG")
        }
        Problem::Uncleanable { .. } => of(&format!("`{name}`"), problem)
            .help(format!(
                "save it as JPEG or WebP (`{}.jpg`), and write that name where it is used",
                file.stem()
            ))
            .help("if nobody is to see it, keep it outside of `static/`"),
        other => of(&format!("the image `{name}`"), other).help(way_out(file, other)),
    };
    diagnostic.in_file(file)
}

/// A picture that is written into a drawing or a style sheet, as a `data:` address.
pub fn embedded(file: &SourcePath, span: Span, problem: &Problem) -> Diagnostic {
    let thing = match problem {
        Problem::NotAnImage | Problem::Uncleanable { .. } => "a file",
        _ => "an image",
    };
    of(
        &format!("{thing} embedded in `{}`", file.file_name()),
        problem,
    )
    .at(file, span)
    .help("export the image as JPEG or PNG, and put it in again")
}

fn way_out(file: &SourcePath, problem: &Problem) -> &'static str {
    match problem {
        Problem::Truncated => "copy the file again from its source, or export it again",
        Problem::TooLarge { .. } => {
            "scale it down: 2000 pixels on the longest side are enough for a page"
        }
        _ if file.extension().eq_ignore_ascii_case("svg") => {
            "open it in a drawing program and save it as plain SVG in UTF-8, with a `viewBox` \
             or with `width` and `height`"
        }
        _ => "open it in an image program and export it again",
    }
}

/// What is wrong with an image, whatever it is in.
fn of(subject: &str, problem: &Problem) -> Diagnostic {
    match problem {
        Problem::NotAnImage | Problem::WrongExtension { .. } => Diagnostic::new(
            NOT_AN_IMAGE,
            format!("{subject} isn't an image in a known format"),
        ),
        Problem::Uncleanable { format } => Diagnostic::new(
            UNCLEANABLE,
            format!(
                "{subject} is an image in the format {format}, of which nitton can't remove \
                 where and by whom it was taken, so it isn't published"
            ),
        ),
        Problem::Truncated => Diagnostic::new(
            TRUNCATED,
            format!("{subject} is cut off: it ends before the picture does"),
        ),
        Problem::TooLarge { width, height } => Diagnostic::new(
            TOO_LARGE,
            format!("{subject} is {width} × {height} pixels, more than browsers can show"),
        )
        .help("the limits are 20 000 pixels a side and 200 million in all"),
        Problem::Malformed(what) => Diagnostic::new(
            MALFORMED,
            format!("{subject} is damaged or incomplete: {what}"),
        ),
        Problem::SvgActive { what, .. } => Diagnostic::new(
            ACTIVE_SVG,
            format!("{subject} has {what}, which could run, load or link something"),
        ),
        Problem::Embedded { problem, .. } => of(subject, problem),
    }
}

fn active_svg(file: &SourcePath, what: &str, offset: usize) -> Diagnostic {
    let name = file.file_name();
    let diagnostic = Diagnostic::new(
        ACTIVE_SVG,
        format!("the drawing `{name}` has {what}, which could run, load or link something"),
    )
    .at(file, Span::new(offset, offset.saturating_add(1)));
    let diagnostic = match what.contains("foreignObject") || what.contains("HTML") {
        true => diagnostic.help(
            "export it with its labels as plain text: in draw.io without “Word Wrap” and \
             “Formatted Text”, in Mermaid with `htmlLabels: false`; or save it as PNG",
        ),
        false => diagnostic.help("remove it, or save the drawing as plain SVG or as PNG"),
    };
    diagnostic.help(
        "a drawing may refer only to its own parts (`#id`) and to embedded pictures and fonts",
    )
}

fn wrong_extension(file: &SourcePath, actual: Format) -> Diagnostic {
    let (format, extension) = match actual {
        Format::Jpeg => ("a JPEG", "jpg"),
        Format::Png => ("a PNG", "png"),
        Format::Gif => ("a GIF", "gif"),
        Format::Webp => ("a WebP", "webp"),
        Format::Svg => ("an SVG", "svg"),
        Format::Ico => ("an icon", "ico"),
    };
    Diagnostic::new(
        WRONG_EXTENSION,
        format!("`{}` is really {format} image", file.file_name()),
    )
    .help(format!(
        "rename it to `{}.{extension}`, and write that name where it is used",
        file.stem()
    ))
}

/// A file in which script would run on the site's own address.
pub fn active_file(file: &SourcePath, trusts_others: bool) -> Diagnostic {
    let name = file.file_name();
    let message =
        format!("`{name}` can run script in readers' browsers, as if it were a page of this site");
    Diagnostic::new(ACTIVE_FILE, message)
        .in_file(file)
        .help("if readers are to have it, publish it as PDF, or put it into a ZIP file")
        .help(trust(file, trusts_others))
}

/// A style sheet that asks another site for something.
pub fn remote_file(file: &SourcePath, trusts_others: bool) -> Diagnostic {
    let name = file.file_name();
    let message = format!(
        "the style sheet `{name}` makes readers' browsers ask another site, which then knows them"
    );
    Diagnostic::new(REMOTE_FILE, message)
        .in_file(file)
        .help(
            "save what it asks for beside it, and write that file's name in `url()` and `@import`",
        )
        .help(trust(file, trusts_others))
}

/// A file of which nobody can tell what browsers make of it.
pub fn unknown_kind(file: &SourcePath, trusts_others: bool) -> Diagnostic {
    let name = file.file_name();
    Diagnostic::new(
        UNKNOWN_KIND,
        format!("`{name}` is of a kind that nitton doesn't know, so it can't tell what browsers make of it"),
    )
    .in_file(file)
    .help("correct its extension, or put it into a ZIP file")
    .help(trust(file, trusts_others))
}

/// How to publish a file all the same.
fn trust(file: &SourcePath, trusts_others: bool) -> String {
    let path = file.as_str();
    let (place, name) = match path.strip_prefix("static/") {
        Some(name) => ("", name),
        None => ("move it to `static/`, and ", file.file_name()),
    };
    match trusts_others {
        true => format!(
            "if you know what it does, {place}add `{name}` to `trusted_files` in `site.yaml`"
        ),
        false => format!(
            "if you know what it does, {place}write in `site.yaml`: `trusted_files: [\"{name}\"]`"
        ),
    }
}

/// A name in `trusted_files` under which there is nothing.
pub fn trusted_missing(
    config: &SourcePath,
    span: Span,
    written: &str,
    nearest: Option<&str>,
) -> Diagnostic {
    let diagnostic = Diagnostic::new(
        TRUSTED_MISSING,
        format!("there is no `{written}` under `static/`"),
    )
    .at(config, span);
    match nearest {
        Some(nearest) => diagnostic.help(format!("did you mean `{nearest}`?")),
        None => diagnostic.help("remove it; names are those of files and folders under `static/`"),
    }
}
