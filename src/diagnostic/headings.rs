//! What can be wrong with a heading.
//!
//! Owns the `markdown/…` codes of headings, a constructor each. Must never know how
//! Markdown is parsed.

use super::{Code, Diagnostic, Span};
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
    let mark = if underlined {
        "a line of `=`"
    } else {
        "one `#`"
    };
    let (message, help) = if repeats {
        (
            format!("a heading with {mark} repeats the title, which stands above the text already"),
            "remove it; until then every heading is published one level lower",
        )
    } else {
        (
            format!(
                "a heading with {mark} stands beside the title, which is the page's only one of that level"
            ),
            match underlined {
                true => {
                    "write `## ` before its words and remove the line of `=`; until then every heading is published one level lower"
                }
                false => "begin with `##`; until then every heading is published one level lower",
            },
        )
    };
    Diagnostic::new(H1_IN_BODY, message)
        .at(file, span)
        .help(help)
}

/// A heading more than one level below the one before it.
pub fn jump(file: &SourcePath, span: Span, level: u8, before: Option<u8>) -> Diagnostic {
    let marks = |n: u8| "#".repeat(n.into());
    let message = before.map_or_else(
        || format!("the first heading is `{}`, not `##`", marks(level)),
        |before| format!("a `{}` heading follows `{}`", marks(level), marks(before)),
    );
    Diagnostic::new(HEADING_JUMP, message)
        .at(file, span)
        .help(format!(
            "write `{}`: readers who listen hear a missing level as a missing part",
            marks(before.unwrap_or(1) + 1)
        ))
}

/// `##` and nothing after it.
pub fn empty(file: &SourcePath, span: Span) -> Diagnostic {
    Diagnostic::new(
        EMPTY_HEADING,
        "the heading has no text and is not published",
    )
    .at(file, span)
    .help("write its text, or remove the line")
}

/// `##Rubrik`; `words` stand behind the marks.
pub fn without_space(file: &SourcePath, span: Span, marks: &str, words: &str) -> Diagnostic {
    Diagnostic::new(
        HEADING_WITHOUT_SPACE,
        format!("`{marks}` without a space after it is no heading"),
    )
    .at(file, span)
    .help(format!("write `{marks} {words}`"))
}

/// `####### Rubrik`; `words` stand behind the marks.
pub fn too_deep(file: &SourcePath, span: Span, marks: usize, words: &str) -> Diagnostic {
    Diagnostic::new(
        HEADING_WITHOUT_SPACE,
        format!("{marks} `#` are no heading: there are at most six"),
    )
    .at(file, span)
    .help(format!(
        "write `### {words}`, with one `#` more than the heading that it belongs to"
    ))
}

/// Text directly above a line of `---`, which makes a heading of it; `words` is the text,
/// if it is short enough for one.
pub fn by_rule(file: &SourcePath, span: Span, words: Option<&str>) -> Diagnostic {
    let found = Diagnostic::new(
        HEADING_BY_RULE,
        "the line of `-` directly below makes a heading of this text",
    )
    .at(file, span)
    .help("for a line between two parts, leave an empty line above the `-`");
    match words {
        Some(words) => found.help(format!("for a heading, write `## {words}`")),
        None => found,
    }
}
