//! Footnotes that were meant and are none.
//!
//! Owns references without a note, and notes that lack their colon. Must never know
//! the notes that there are.

use std::collections::BTreeSet;
use std::ops::Range;

use super::foreign::floor;
use super::reports::Reports;
use crate::diagnostic::markdown;

/// A label ends at most so far ahead.
const NEAR: usize = 300;

/// The notes of a text that lack their colon, once somebody asks for them.
#[derive(Debug, Default)]
pub(super) struct LooseNotes {
    /// Where their references would stand, by their labels.
    found: Option<BTreeSet<String>>,
}

impl LooseNotes {
    /// `[^2]` without a note, at this `[`.
    pub(super) fn check(&mut self, at: usize, end: usize, reports: &mut Reports<'_>) {
        let source = reports.source;
        let Some(label) = label(&source[at..end]) else {
            return;
        };
        let reference = at..at + label.len() + 3;
        if is_note(source, &reference) {
            let line = source[reference.end..].lines().next().unwrap_or_default();
            let words = line.trim();
            let whole = at..reference.end + line.trim_end().len();
            return reports.at(&whole, |file, span| {
                markdown::note_without_colon(file, span, label, words)
            });
        }
        let notes = self.found.get_or_insert_with(|| notes(source));
        // Its note is reported where it stands.
        if !notes.contains(label) {
            reports.at(&reference, |file, span| {
                markdown::missing_note(file, span, label)
            });
        }
    }
}

/// The label of a reference that a text begins with.
fn label(text: &str) -> Option<&str> {
    let text = text.strip_prefix("[^")?;
    let near = &text[..floor(text, NEAR.min(text.len()))];
    let end = near.find([']', '[', '\n'])?;
    let label = &near[..end];
    let plain = !label.is_empty() && !label.contains(char::is_whitespace);
    (plain && near[end..].starts_with(']')).then_some(label)
}

/// Whether a reference begins a paragraph or stands below such a one, with text behind it.
fn is_note(source: &str, reference: &Range<usize>) -> bool {
    let behind = &source[reference.end..];
    let words = behind.strip_prefix(' ').unwrap_or(behind);
    let Some(above) = source[..reference.start].strip_suffix('\n') else {
        return reference.start == 0 && behind.starts_with(' ');
    };
    let above = &above[above.rfind('\n').map_or(0, |at| at + 1)..];
    let first = above.trim().is_empty() || above.starts_with("[^");
    first && behind.starts_with(' ') && words.starts_with(|c: char| !c.is_whitespace())
}

/// The labels of the notes that lack their colon.
fn notes(source: &str) -> BTreeSet<String> {
    let begins = source.match_indices("[^").filter_map(|(at, _)| {
        let label = label(&source[at..])?;
        is_note(source, &(at..at + label.len() + 3)).then(|| label.to_owned())
    });
    begins.collect()
}
