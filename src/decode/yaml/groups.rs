//! The lines of a YAML text, gathered by top-level key.
//!
//! Owns the guess at where one key's lines end, for texts that can't be read as a whole.

use super::lines::{Lines, line_end};
use crate::diagnostic::Span;

/// Lines that belong together.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Group {
    /// The lines.
    pub(super) span: Span,
    /// Their key, where the first of them has one.
    pub(super) key: Option<Span>,
}

impl Group {
    /// Whether lines after the first look as if they had keys that belong to the
    /// map above: one space too many before them.
    pub(super) fn has_more_keys(&self, text: &str) -> bool {
        let mut lines = Lines::new(text, self.span).skip(1);
        let value = self.key.map_or("", |key| {
            let end = line_end(text, key.end, self.span.end);
            text[key.end..end].trim_start_matches([' ', ':'])
        });
        !value.is_empty()
            && lines.any(|line| {
                let content = &text[line.start..line.end];
                let indent = content.len() - content.trim_start().len();
                key(text, Span::new(line.start + indent, line.end)).is_some()
            })
    }
}

/// Splits `text[span]`: a line that begins in the first column begins a group, unless
/// it is a comment, an item of the list above, or closes a bracket.
pub(super) fn split(text: &str, span: Span) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for line in Lines::new(text, span) {
        let content = &text[line.start..line.end];
        let continues = content.is_empty()
            || content.starts_with([' ', '\t', '#', ']', '}', '\r'])
            || content == "-"
            || content.starts_with("- ");
        match groups.last_mut() {
            Some(group) if continues => group.span.end = line.end,
            _ => groups.push(Group {
                span: line,
                key: key(text, line),
            }),
        }
    }
    groups
}

/// The key of a line `key: value` (or, by mistake, `key:value`).
fn key(text: &str, line: Span) -> Option<Span> {
    let content = &text[line.start..line.end];
    let length = content.find(':')?;
    let key = content[..length].trim_end();
    let word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    (!key.is_empty() && key.chars().all(word))
        .then(|| Span::new(line.start, line.start + key.len()))
}
