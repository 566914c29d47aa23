//! Problems with pictures as diagnostics.
//!
//! Owns which problem is reported how. Must never know how it was found.

use super::{Format, Problem};
use crate::diagnostic::media::{self as report, Picture};
use crate::diagnostic::{Diagnostic, Span};
use crate::path::SourcePath;

/// A picture that can't be published, where it is a file of its own.
pub fn problem(file: &SourcePath, problem: &Problem) -> Diagnostic {
    let embedded = None;
    of(Picture { file, embedded }, problem)
}

/// A picture that is written into a file as a `data:` address, at `span`.
pub fn embedded_problem(file: &SourcePath, span: Span, problem: &Problem) -> Diagnostic {
    let embedded = Some(span);
    of(Picture { file, embedded }, problem)
}

fn of(picture: Picture<'_>, problem: &Problem) -> Diagnostic {
    match problem {
        Problem::NotAnImage => report::not_an_image(picture),
        Problem::WrongExtension { actual } => {
            report::wrong_extension(picture.file, extension(*actual))
        }
        Problem::Uncleanable { format } => report::uncleanable(picture, format),
        Problem::Truncated => report::truncated(picture),
        Problem::TooLarge { width, height } => report::too_large(picture, *width, *height),
        Problem::Malformed(how) => report::malformed(picture, how),
        Problem::SvgActive { what, offset } => report::active_svg(picture, what, *offset),
        Problem::Embedded { problem, offset } => {
            let here = || Span::new(*offset, offset.saturating_add(1));
            let embedded = Some(picture.embedded.unwrap_or_else(here));
            of(
                Picture {
                    embedded,
                    ..picture
                },
                problem,
            )
        }
    }
}

/// The extension that an image of a format should have.
const fn extension(format: Format) -> &'static str {
    match format {
        Format::Jpeg => "jpg",
        Format::Png => "png",
        Format::Gif => "gif",
        Format::Webp => "webp",
        Format::Svg => "svg",
        Format::Ico => "ico",
    }
}
