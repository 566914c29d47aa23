//! What can be wrong with a heading.
//!
//! Owns the `markdown/…` codes of headings, a constructor each. Must never know how
//! Markdown is parsed.

use super::{Code, Diagnostic, Span};
use crate::message;
use crate::path::SourcePath;

const H1_IN_BODY: Code = Code::warning("markdown/h1-in-body");
const HEADING_JUMP: Code = Code::warning("markdown/heading-jump");
const EMPTY_HEADING: Code = Code::warning("markdown/empty-heading");
const HEADING_WITHOUT_SPACE: Code = Code::warning("markdown/heading-without-space");
const HEADING_BY_RULE: Code = Code::warning("markdown/heading-by-rule");

/// Every code of this area.
pub const CODES: &[Code] = &[
    H1_IN_BODY,
    HEADING_JUMP,
    EMPTY_HEADING,
    HEADING_WITHOUT_SPACE,
    HEADING_BY_RULE,
];

/// A heading of the first level, which only the title may be. `underlined` if a line of
/// `=` makes it one; `repeats` if it says what the title says.
pub fn h1_in_body(file: &SourcePath, span: Span, underlined: bool, repeats: bool) -> Diagnostic {
    let mark = if underlined { "underline" } else { "number" };
    let (message, help) = match repeats {
        true => (
            message!("heading-repeats-title", mark),
            message!("heading-repeats-title-help"),
        ),
        false => (
            message!("heading-beside-title", mark),
            message!("heading-beside-title-help", mark),
        ),
    };
    Diagnostic::new(H1_IN_BODY, message)
        .at(file, span)
        .help(help)
}

/// A heading more than one level below the one before it.
pub fn jump(file: &SourcePath, span: Span, level: u8, before: Option<u8>) -> Diagnostic {
    let marks = |n: u8| "#".repeat(n.into());
    let written = marks(level);
    let message = match before.map(marks) {
        Some(before) => message!("heading-jump", written, before),
        None => message!("heading-jump-first", written),
    };
    let expected = marks(before.unwrap_or(1) + 1);
    Diagnostic::new(HEADING_JUMP, message)
        .at(file, span)
        .help(message!("heading-jump-help", expected))
}

/// `##` and nothing after it.
pub fn empty(file: &SourcePath, span: Span) -> Diagnostic {
    Diagnostic::new(EMPTY_HEADING, message!("heading-empty"))
        .at(file, span)
        .help(message!("heading-empty-help"))
}

/// `##Rubrik`; `words` stand behind the marks.
pub fn without_space(file: &SourcePath, span: Span, marks: &str, words: &str) -> Diagnostic {
    Diagnostic::new(
        HEADING_WITHOUT_SPACE,
        message!("heading-without-space", marks),
    )
    .at(file, span)
    .help(message!(
        "help-write-text",
        text = format!("{marks} {words}")
    ))
}

/// `####### Rubrik`; `words` stand behind the marks.
pub fn too_deep(file: &SourcePath, span: Span, marks: usize, words: &str) -> Diagnostic {
    Diagnostic::new(HEADING_WITHOUT_SPACE, message!("heading-too-deep", marks))
        .at(file, span)
        .help(message!("heading-too-deep-help", words))
}

/// Text directly above a line of `---`, which makes a heading of it; `words` is the text,
/// if it is short enough for one.
pub fn by_rule(file: &SourcePath, span: Span, words: Option<&str>) -> Diagnostic {
    let found = Diagnostic::new(HEADING_BY_RULE, message!("heading-by-rule"))
        .at(file, span)
        .help(message!("heading-by-rule-help"));
    match words {
        Some(words) => found.help(message!("heading-by-rule-help-heading", words)),
        None => found,
    }
}
