//! Problems with images.

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

/// Every code in this file.
pub const CODES: &[Code] = &[
    NOT_AN_IMAGE,
    WRONG_EXTENSION,
    UNCLEANABLE,
    TRUNCATED,
    TOO_LARGE,
    MALFORMED,
    ACTIVE_SVG,
];

/// An image that can't be published as it is.
pub fn problem(file: &SourcePath, problem: &Problem) -> Diagnostic {
    let name = file.file_name();
    match problem {
        Problem::NotAnImage => not_an_image(file),
        Problem::WrongExtension { actual } => wrong_extension(file, *actual),
        Problem::Uncleanable { format } => uncleanable(file, format),
        Problem::Truncated => Diagnostic::new(
            TRUNCATED,
            format!("the image `{name}` is cut off: it ends before the picture does"),
        )
        .in_file(file)
        .help("copy the file again from its source, or export it again"),
        Problem::TooLarge { width, height } => Diagnostic::new(
            TOO_LARGE,
            format!("the image `{name}` is {width} × {height} pixels, more than browsers can show"),
        )
        .in_file(file)
        .help("scale it down: 2000 pixels on the longest side are enough for a page")
        .help("the limits are 20 000 pixels a side and 200 million in all"),
        Problem::Malformed(what) => Diagnostic::new(
            MALFORMED,
            format!("the image `{name}` is damaged or incomplete: {what}"),
        )
        .in_file(file)
        .help(if file.extension().eq_ignore_ascii_case("svg") {
            "open it in a drawing program and save it as plain SVG in UTF-8, with a `viewBox` \
             or with `width` and `height`"
        } else {
            "open it in an image program and export it again"
        }),
        Problem::SvgActive { what, offset } => Diagnostic::new(
            ACTIVE_SVG,
            format!("the drawing `{name}` has {what}, which could run, load or link something"),
        )
        .at(file, Span::new(*offset, offset.saturating_add(1)))
        .help("remove it, or save the drawing as plain SVG or as PNG")
        .help("a drawing may refer only to its own parts (`#id`) and to embedded PNG, JPEG, GIF or WebP"),
    }
}

fn not_an_image(file: &SourcePath) -> Diagnostic {
    Diagnostic::new(
        NOT_AN_IMAGE,
        format!("`{}` isn't an image in a known format", file.file_name()),
    )
    .in_file(file)
    .help("save it as JPEG, PNG, WebP, GIF or SVG")
}

fn uncleanable(file: &SourcePath, format: &str) -> Diagnostic {
    let name = file.file_name();
    Diagnostic::new(
        UNCLEANABLE,
        format!(
            "`{name}` is an image in the format {format}, of which nitton can't remove \
             where and by whom it was taken, so it isn't published"
        ),
    )
    .in_file(file)
    .help(format!(
        "save it as JPEG or WebP (`{}.jpg`), and write that name where it is used",
        file.stem()
    ))
    .help("if nobody is to see it, keep it outside of `static/`")
}

fn wrong_extension(file: &SourcePath, actual: Format) -> Diagnostic {
    let (format, extension) = match actual {
        Format::Jpeg => ("a JPEG", "jpg"),
        Format::Png => ("a PNG", "png"),
        Format::Gif => ("a GIF", "gif"),
        Format::Webp => ("a WebP", "webp"),
        Format::Svg => ("an SVG", "svg"),
    };
    Diagnostic::new(
        WRONG_EXTENSION,
        format!("`{}` is really {format} image", file.file_name()),
    )
    .in_file(file)
    .help(format!(
        "rename it to `{}.{extension}`, and write that name where it is used",
        file.stem()
    ))
}
