//! Marks of emphasis that readers would see.
//!
//! Owns the code `markdown/stray-emphasis`. Must never know how they are found.

use super::{Code, Diagnostic, Span};
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
    let diagnostic = Diagnostic::new(
        STRAY_EMPHASIS,
        if spaced {
            format!(
                "a space inside keeps this from being {}: readers will see `{marks}`",
                made_by(marks)
            )
        } else {
            format!(
                "a mark beside a letter keeps this from being {}: readers will see `{marks}`",
                made_by(marks)
            )
        },
    )
    .at(file, span);
    if spaced {
        diagnostic.help(format!("write `{fixed}`, with the space outside"))
    } else {
        diagnostic.help(format!("write `{fixed}`, with a space between it and the letter, or take the punctuation out of it"))
    }
}

/// `**` that nothing ends, or, unless it `opens`, that ends nothing.
pub fn stray_mark(file: &SourcePath, span: Span, marks: &str, opens: bool) -> Diagnostic {
    let other = if opens {
        "where it ends"
    } else {
        "before and after it, without spaces inside,"
    };
    let escaped: String = marks.chars().flat_map(|mark| ['\\', mark]).collect();
    Diagnostic::new(
        STRAY_EMPHASIS,
        format!("readers will see this `{marks}`: it has no fellow in its paragraph"),
    )
    .at(file, span)
    .help(format!(
        "write `{marks}` {other} too if it was to be {}; if readers are to see it, `{escaped}`",
        made_by(marks)
    ))
}

/// What marks make of what is between them.
fn made_by(marks: &str) -> &'static str {
    match (marks.as_bytes(), marks.len()) {
        ([b'~', ..], _) => "struck out",
        (_, 1) => "italic",
        _ => "bold",
    }
}
