//! What can be wrong with a `nitton-allow` comment in a text.
//!
//! Owns a code and a constructor for each. Must never know how Markdown is parsed.

use super::{Code, Diagnostic, Span, suggest};
use crate::message;
use crate::path::SourcePath;

const ALLOW_WITHOUT_REASON: Code = Code::warning("markdown/allow-without-reason");
const ALLOW_UNKNOWN_CODE: Code = Code::warning("markdown/allow-unknown-code");
const ALLOW_GUARDED_CODE: Code = Code::warning("markdown/allow-guarded-code");
const ALLOW_MISPLACED: Code = Code::warning("markdown/allow-misplaced");

/// Every code of this area.
pub const CODES: &[Code] = &[
    ALLOW_WITHOUT_REASON,
    ALLOW_UNKNOWN_CODE,
    ALLOW_GUARDED_CODE,
    ALLOW_MISPLACED,
];

/// `<!-- nitton-allow code -->` without `: reason`.
pub fn without_reason(file: &SourcePath, span: Span) -> Diagnostic {
    Diagnostic::new(ALLOW_WITHOUT_REASON, message!("allow-no-reason"))
        .at(file, span)
        .help(message!("allow-no-reason-help"))
}

/// `nitton-allow` of something that isn't a code of texts, links or images.
pub fn unknown_code<'a>(
    file: &SourcePath,
    span: Span,
    code: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Diagnostic {
    let message = match suggest::nearest(code, known) {
        Some(near) => message!("allow-unknown-near", code, near),
        None => message!("allow-unknown", code),
    };
    Diagnostic::new(ALLOW_UNKNOWN_CODE, message)
        .at(file, span)
        .help(message!("allow-unknown-help"))
}

/// `nitton-allow` of a code that guards a promise.
pub fn guarded_code(file: &SourcePath, span: Span, code: &str) -> Diagnostic {
    Diagnostic::new(ALLOW_GUARDED_CODE, message!("allow-guarded", code))
        .at(file, span)
        .help(message!("allow-guarded-help"))
}

/// `nitton-allow` inside a paragraph, or before nothing.
pub fn misplaced(file: &SourcePath, span: Span) -> Diagnostic {
    Diagnostic::new(ALLOW_MISPLACED, message!("allow-misplaced"))
        .at(file, span)
        .help(message!("allow-misplaced-help"))
}
