//! What can be wrong with a `nitton-allow` comment in a text.
//!
//! Owns a code and a constructor for each. Must never know how Markdown is parsed.

use super::{Code, Diagnostic, Span, suggest};
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
    Diagnostic::new(
        ALLOW_WITHOUT_REASON,
        "`nitton-allow` without a reason has no effect",
    )
    .at(file, span)
    .help("write `<!-- nitton-allow CODE: why it is right here -->`")
}

/// `nitton-allow` of something that isn't a code of texts, links or images.
pub fn unknown_code<'a>(
    file: &SourcePath,
    span: Span,
    code: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Diagnostic {
    let near = suggest::did_you_mean(suggest::nearest(code, known));
    Diagnostic::new(
        ALLOW_UNKNOWN_CODE,
        format!("`{code}` is not the code of anything that is reported in a text{near}"),
    )
    .at(file, span)
    .help("copy the code from the report: it stands in brackets after `error` or `warning`")
}

/// `nitton-allow` of a code that guards a promise.
pub fn guarded_code(file: &SourcePath, span: Span, code: &str) -> Diagnostic {
    Diagnostic::new(ALLOW_GUARDED_CODE, format!("`{code}` can't be lowered"))
        .at(file, span)
        .help("it protects readers; fix what it reports, and remove this line")
}

/// `nitton-allow` inside a paragraph, or before nothing.
pub fn misplaced(file: &SourcePath, span: Span) -> Diagnostic {
    Diagnostic::new(
        ALLOW_MISPLACED,
        "`nitton-allow` has no effect here: nothing follows it",
    )
    .at(file, span)
    .help("put it on a line of its own before the paragraph, list or table that it is about")
}
