//! Lines that look like items of a list and are none, comments that never end, and
//! letters in a wrong encoding.
//!
//! Owns how these are recognised in running text. Must never change the output.

use std::ops::Range;

use memchr::memmem;

use super::prescan::is_escaped;
use super::reports::Reports;
use crate::diagnostic::foreign;
use crate::encoding;

/// Lines of a list that is none.
#[derive(Debug, Default)]
pub(super) struct LooseItems {
    /// Where the last one ends.
    last: Option<usize>,
}

impl LooseItems {
    /// `-ett` above `-två`, `1.ett`, or a bullet from a word processor. One line alone is
    /// prose: `-5 grader`.
    pub(super) fn check(&mut self, at: usize, reports: &mut Reports<'_>) {
        let source = reports.source;
        let mut lines = source[at..].lines();
        let (Some(first), Some(second)) = (lines.next(), lines.next()) else {
            return;
        };
        let (Some((mark, words)), Some((other, _))) = (loose_mark(first), loose_mark(second))
        else {
            return;
        };
        // The lines below the first belong to the same list.
        let above = self.last.replace(at + first.len());
        let goes_on = above.is_some_and(|end| {
            let gap = source.get(end..at);
            gap.is_some_and(|gap| gap.matches('\n').count() < 2)
        });
        if goes_on || kind(mark) != kind(other) {
            return;
        }
        let right = if kind(mark) == '1' { mark } else { "-" };
        let corrected = format!("{right} {words}");
        reports.at(&(at..at + first.len()), |file, span| {
            foreign::list_mark(file, span, mark, &corrected)
        });
    }
}

/// `<!--` in running text: a comment that never ends is none.
pub(super) fn check_comments(range: &Range<usize>, reports: &mut Reports<'_>) {
    let source = reports.source;
    for (at, _) in source[range.clone()].match_indices('<') {
        let at = range.start + at;
        if source[at..].starts_with(COMMENT) && !is_escaped(source, at) {
            reports.at(&(at..at + COMMENT.len()), foreign::unclosed_comment);
        }
    }
}

/// How a comment begins.
pub(super) const COMMENT: &str = "<!--";

/// `MÃ¤nskliga` and `M�nskliga`.
pub(super) fn check_encoding(reports: &mut Reports<'_>) {
    // What a letter of two or three bytes begins with when each byte is one, and what
    // stands for a letter that was lost.
    const TRACES: [char; 4] = ['Ã', 'Â', 'â', '\u{fffd}'];
    let source = reports.source;
    if !has_traces(source) {
        return;
    }
    let mut from = 0;
    while let Some(found) = source[from..].find(TRACES) {
        // A no-break space may be part of what was misread.
        let spaces = [' ', '\n', '\t', '\r'];
        let at = from + found;
        let start = source[from..at]
            .rfind(spaces)
            .map_or(from, |s| from + s + 1);
        let end = source[at..].find(spaces).map_or(source.len(), |s| at + s);
        from = end;
        let word = &source[start..end];
        let meant = encoding::repaired(word);
        if meant.is_some() || word.contains('\u{fffd}') {
            reports.at(&(start..end), |file, span| {
                foreign::wrong_encoding(file, span, word, meant.as_deref())
            });
        }
    }
}

/// Whether one of the traces is there, by the bytes that end them, of which most texts
/// have few.
fn has_traces(source: &str) -> bool {
    let bytes = source.as_bytes();
    let mut ends = memchr::memchr3_iter(0x82, 0x83, 0xa2, bytes);
    let lost = "\u{fffd}".as_bytes();
    ends.any(|at| at > 0 && bytes[at - 1] == 0xc3) || memmem::find(bytes, lost).is_some()
}

/// A mark that begins no item of a list, because of the letter behind it or because
/// Markdown doesn't know it; and the words of the item.
fn loose_mark(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start_matches([' ', '\t', '>']).trim_end();
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let end = match line.chars().next()? {
        '-' => 1,
        bullet @ ('•' | '·' | '‣' | '◦' | '▪') => bullet.len_utf8(),
        _ if (1..=2).contains(&digits) && line[digits..].starts_with(['.', ')']) => digits + 1,
        _ => return None,
    };
    let (mark, words) = line.split_at(end);
    let spaced = !mark.is_ascii() && words.trim_start().starts_with(char::is_alphanumeric);
    let item = spaced || words.starts_with(char::is_alphabetic);
    item.then(|| (mark, words.trim_start()))
}

/// Items of one list have marks of one kind, and all numbers are of one.
fn kind(mark: &str) -> char {
    match mark.chars().next() {
        Some(first) if !first.is_ascii_digit() => first,
        _ => '1',
    }
}
