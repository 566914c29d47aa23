//! What may say that something is not to be published.
//!
//! Owns one constructor for each place where it may stand. Must never know which words
//! are meant.

use super::keys::FRONT_MATTER;
use super::{Diagnostic, Span};
use crate::path::SourcePath;

/// A key of another system that may say that the document is not to be published;
/// `advice` is how to say so.
pub fn unclear_visibility(
    file: &SourcePath,
    span: Span,
    key: &str,
    written: &str,
    advice: &str,
) -> Diagnostic {
    let line = line_of(key, written);
    Diagnostic::new(
        FRONT_MATTER.unclear_secrecy,
        format!(
            "`{line}` may say that this is not to be published, but nitton doesn't read `{key}`"
        ),
    )
    .at(file, span)
    .note("not read")
    .help(advice)
    .help("if it is to be published, remove the line, or move it under `extra:`")
}

/// A line of front matter, shortened.
fn line_of(key: &str, written: &str) -> String {
    match written.chars().count() {
        0 => format!("{key}:"),
        1..=40 => format!("{key}: {written}"),
        _ => format!("{key}: …"),
    }
}

/// A key that decides what is published, in a map where nobody looks for it.
pub fn misplaced(
    file: &SourcePath,
    span: Span,
    key: &str,
    written: &str,
    parent: &str,
) -> Diagnostic {
    let line = line_of(key, written);
    Diagnostic::new(
        FRONT_MATTER.unclear_secrecy,
        format!("`{line}` stands below `{parent}:`, where it is not read"),
    )
    .at(file, span)
    .note("not read")
    .help(format!(
        "if it says when this is to be published, begin the line in the first column: `{line}`"
    ))
    .help("if it says something else, give it another name")
}

/// A title or a tag that is the mark of a draft.
pub fn marked(
    file: &SourcePath,
    span: Span,
    key: &str,
    written: &str,
    has_draft: bool,
) -> Diagnostic {
    let line = line_of(key, written);
    let diagnostic = Diagnostic::new(
        FRONT_MATTER.unclear_secrecy,
        format!("`{line}` may say that this is not to be published"),
    )
    .at(file, span);
    let diagnostic = match has_draft {
        true => diagnostic.help("write `draft: true` in a line of its own if it isn't"),
        false => diagnostic,
    };
    diagnostic.help("if it is to be published, take that word away")
}

/// A file or folder whose name speaks of a draft; `has_draft`: the front matter could
/// say whether it is one.
pub fn draft_by_name(file: &SourcePath, part: &str, has_draft: bool) -> Diagnostic {
    let diagnostic = Diagnostic::new(
        FRONT_MATTER.unclear_secrecy,
        format!("`{part}` in the file's path may say that this is not to be published"),
    )
    .in_file(file);
    match has_draft {
        true => diagnostic
            .help("write `draft: true` if it is not to be published")
            .help("if it is to be published, write `draft: false`, or give it another name"),
        false => diagnostic.help("if it is to be published, give it another name; else delete it"),
    }
}
