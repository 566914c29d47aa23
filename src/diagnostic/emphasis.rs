//! Marks of emphasis that readers would see.
//!
//! Owns the code `markdown/stray-emphasis`. Must never know how they are found.

use super::{Code, Diagnostic, Span};
use crate::message;
use crate::path::SourcePath;

const STRAY_EMPHASIS: Code = Code::warning("markdown/stray-emphasis");

/// Every code of this area.
pub const CODES: &[Code] = &[STRAY_EMPHASIS];

/// `**word **more`: `fixed` is how it was meant; `spaced` if a space is the cause.
pub fn stray_pair(
    file: &SourcePath,
    span: Span,
    marks: &str,
    fixed: &str,
    spaced: bool,
) -> Diagnostic {
    let style = made_by(marks);
    let (message, help) = match spaced {
        true => (
            message!("emphasis-spaced", marks, style),
            message!("emphasis-spaced-help", fixed),
        ),
        false => (
            message!("emphasis-beside-letter", marks, style),
            message!("emphasis-beside-letter-help", fixed),
        ),
    };
    Diagnostic::new(STRAY_EMPHASIS, message)
        .at(file, span)
        .help(help)
}

/// `**` that nothing ends, or, unless it `opens`, that ends nothing.
pub fn stray_mark(file: &SourcePath, span: Span, marks: &str, opens: bool) -> Diagnostic {
    let style = made_by(marks);
    let escaped: String = marks.chars().flat_map(|mark| ['\\', mark]).collect();
    Diagnostic::new(STRAY_EMPHASIS, message!("emphasis-alone", marks))
        .at(file, span)
        .help(match opens {
            true => message!("emphasis-alone-help-end", marks, style, escaped),
            false => message!("emphasis-alone-help", marks, style, escaped),
        })
}

/// What marks make of what is between them, as the catalogue distinguishes it.
fn made_by(marks: &str) -> &'static str {
    match (marks.as_bytes(), marks.len()) {
        ([b'~', ..], _) => "struck",
        (_, 1) => "italic",
        _ => "bold",
    }
}
