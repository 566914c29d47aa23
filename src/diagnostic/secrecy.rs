//! What may say that something is not to be published.
//!
//! Owns one constructor for each place where it may stand. Must never know which words
//! are meant.

use super::keys::FRONT_MATTER;
use super::{Diagnostic, Span};
use crate::message;
use crate::path::SourcePath;

/// How a document says that it is not to be published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way<'a> {
    /// Not before a date.
    From(&'a str),
    /// Not after a date.
    Until(&'a str),
    /// Not yet.
    Draft,
    /// It can't: posts name a profile, or don't.
    Unnamed,
}

/// A key of another system that may say that the document is not to be published;
/// `way` is how to say so.
pub fn unclear_visibility(
    file: &SourcePath,
    span: Span,
    key: &str,
    written: &str,
    way: Way<'_>,
) -> Diagnostic {
    let written = line_of(key, written);
    let help = match way {
        Way::From(date) => message!("secrecy-from-help", line = format!("publish_date: {date}")),
        Way::Until(date) => message!("secrecy-until-help", line = format!("expires: {date}")),
        Way::Draft => message!("secrecy-draft-help", line = DRAFT),
        Way::Unnamed => message!("secrecy-unnamed-help"),
    };
    Diagnostic::new(
        FRONT_MATTER.unclear_secrecy,
        message!("secrecy-unread", written, key),
    )
    .at(file, span)
    .note(message!("secrecy-unread-note"))
    .help(help)
    .help(message!("secrecy-unread-help"))
}

const DRAFT: &str = "draft: true";

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
        message!("secrecy-misplaced", written = &line, parent),
    )
    .at(file, span)
    .note(message!("secrecy-unread-note"))
    .help(message!("secrecy-misplaced-help", line))
    .help(message!("secrecy-misplaced-help-2"))
}

/// A title or a tag that is the mark of a draft.
pub fn marked(
    file: &SourcePath,
    span: Span,
    key: &str,
    written: &str,
    has_draft: bool,
) -> Diagnostic {
    let written = line_of(key, written);
    let diagnostic = Diagnostic::new(
        FRONT_MATTER.unclear_secrecy,
        message!("secrecy-marked", written),
    )
    .at(file, span);
    let diagnostic = match has_draft {
        true => diagnostic.help(message!("secrecy-marked-help-draft", line = DRAFT)),
        false => diagnostic,
    };
    diagnostic.help(message!("secrecy-marked-help"))
}

/// A file or folder whose name speaks of a draft; `has_draft`: the front matter could
/// say whether it is one.
pub fn draft_by_name(file: &SourcePath, part: &str, has_draft: bool) -> Diagnostic {
    let diagnostic =
        Diagnostic::new(FRONT_MATTER.unclear_secrecy, message!("secrecy-name", part)).in_file(file);
    match has_draft {
        true => diagnostic
            .help(message!("secrecy-draft-help", line = DRAFT))
            .help(message!("secrecy-name-help", line = "draft: false")),
        false => diagnostic.help(message!("secrecy-name-help-rename")),
    }
}
