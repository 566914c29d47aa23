//! Problems with images, and with other files that are published as they are.

use super::{Code, Diagnostic, Span};
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

/// A picture: a file of its own, or one that is written into a drawing or a style sheet
/// as a `data:` address.
#[derive(Debug, Clone, Copy)]
pub struct Picture<'a> {
    /// The file.
    pub file: &'a SourcePath,
    /// Where in it the picture is written, if it is no file of its own.
    pub embedded: Option<Span>,
}

impl Picture<'_> {
    fn report(self, code: Code, wrong: &str) -> Diagnostic {
        let name = self.file.file_name();
        let is_image = code != NOT_AN_IMAGE && code != UNCLEANABLE;
        let subject = match (self.embedded.is_some(), is_image) {
            (false, true) => format!("the image `{name}`"),
            (false, false) => format!("`{name}`"),
            (true, true) => format!("an image embedded in `{name}`"),
            (true, false) => format!("a file embedded in `{name}`"),
        };
        let diagnostic = Diagnostic::new(code, format!("{subject} {wrong}"));
        match self.embedded {
            Some(span) => diagnostic.at(self.file, span),
            None => diagnostic.in_file(self.file),
        }
    }

    /// What to do about a file; what is written into another one is to be put in again.
    fn or_put_in_again(self, own: &str) -> &str {
        match self.embedded {
            Some(_) => "export the image as JPEG or PNG, and put it in again",
            None => own,
        }
    }
}

/// A file that is no image, whatever its name says.
pub fn not_an_image(picture: Picture<'_>) -> Diagnostic {
    let help = picture.or_put_in_again("save it as JPEG, PNG, WebP, GIF or SVG");
    let wrong = "isn't an image in a known format";
    picture.report(NOT_AN_IMAGE, wrong).help(help)
}

/// An image of another format than its name says: `format` with its article, and that
/// format's `extension`.
pub fn wrong_extension(file: &SourcePath, format: &str, extension: &str) -> Diagnostic {
    Diagnostic::new(
        WRONG_EXTENSION,
        format!("`{}` is really {format}", file.file_name()),
    )
    .help(format!(
        "rename it to `{}.{extension}`, and write that name where it is used",
        file.stem()
    ))
    .in_file(file)
}

/// An image in a `format` from which metadata can't be removed.
pub fn uncleanable(picture: Picture<'_>, format: &str) -> Diagnostic {
    let wrong = format!(
        "is an image in the format {format}, of which nitton can't remove \
         where and by whom it was taken, so it isn't published"
    );
    let stem = picture.file.stem();
    let own =
        format!("save it as JPEG or WebP (`{stem}.jpg`), and write that name where it is used");
    let diagnostic = picture.report(UNCLEANABLE, &wrong);
    let diagnostic = diagnostic.help(picture.or_put_in_again(&own));
    match picture.embedded {
        Some(_) => diagnostic,
        None => diagnostic.help("if nobody is to see it, keep it outside of `static/`"),
    }
}

/// An image that ends too early.
pub fn truncated(picture: Picture<'_>) -> Diagnostic {
    let help = "copy the file again from its source, or export it again";
    let wrong = "is cut off: it ends before the picture does";
    let diagnostic = picture.report(TRUNCATED, wrong);
    diagnostic.help(picture.or_put_in_again(help))
}

/// An image with more pixels than browsers can show.
pub fn too_large(picture: Picture<'_>, width: u32, height: u32) -> Diagnostic {
    let help = "scale it down: 2000 pixels on the longest side are enough for a page";
    let wrong = format!("is {width} × {height} pixels, more than browsers can show");
    let diagnostic = picture.report(TOO_LARGE, &wrong);
    diagnostic
        .help("the limits are 20 000 pixels a side and 200 million in all")
        .help(picture.or_put_in_again(help))
}

/// An image that is broken in another way; `how` is a clause.
pub fn malformed(picture: Picture<'_>, how: &str) -> Diagnostic {
    let is_drawing = picture.file.extension().eq_ignore_ascii_case("svg");
    let help = match is_drawing {
        true => {
            "open it in a drawing program and save it as plain SVG in UTF-8, with a `viewBox` \
             or with `width` and `height`"
        }
        false => "open it in an image program and export it again",
    };
    let diagnostic = picture.report(MALFORMED, &format!("is damaged or incomplete: {how}"));
    diagnostic.help(picture.or_put_in_again(help))
}

/// A drawing that has `what` could run, load or link something, at `offset` if it is a file.
pub fn active_svg(picture: Picture<'_>, what: &str, offset: usize) -> Diagnostic {
    let wrong = format!("has {what}, which could run, load or link something");
    if picture.embedded.is_some() {
        let diagnostic = picture.report(ACTIVE_SVG, &wrong);
        return diagnostic.help(picture.or_put_in_again(""));
    }
    let name = picture.file.file_name();
    let diagnostic = Diagnostic::new(ACTIVE_SVG, format!("the drawing `{name}` {wrong}"))
        .at(picture.file, Span::new(offset, offset.saturating_add(1)));
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
