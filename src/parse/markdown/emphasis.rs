//! Asterisks, underscores and tildes that emphasise nothing.
//!
//! Owns which of those that readers see were meant as markup: a space inside keeps two
//! from finding each other, or one has no fellow. What people write on purpose is left
//! alone: `kund*er`, `snake_case`, `5 * 3`, `kr*` with a note that begins with `*`.
//! Must never change the output.

use std::ops::Range;

use super::foreign::{begins_line, floor};
use super::prescan::is_escaped;
use super::reports::Reports;
use crate::diagnostic::emphasis;

/// Marks that found no fellow yet.
#[derive(Debug, Default)]
pub(super) struct Delimiters {
    /// In this block.
    runs: Vec<Run>,
    /// Those of the whole text that may refer to a note, one of each kind.
    closing: Vec<Run>,
    /// Those that may begin a note.
    beginning: Vec<Run>,
}

/// Marks that readers see.
#[derive(Debug, Clone, Copy)]
struct Run {
    at: usize,
    len: usize,
    mark: u8,
    before: char,
    after: char,
}

impl Run {
    /// Something begins here: `**word`.
    fn opens(&self) -> bool {
        !self.after.is_whitespace()
    }

    /// Something ends here and nothing begins: `word**`, `kr*,`.
    fn only_closes(&self) -> bool {
        let begins = self.after.is_alphanumeric() || is_opening(self.after);
        !self.before.is_whitespace() && !begins
    }

    /// `a ** b`.
    fn is_alone(&self) -> bool {
        self.before.is_whitespace() && self.after.is_whitespace()
    }

    fn end(&self) -> usize {
        self.at + self.len
    }

    /// Only equals find each other.
    fn is_like(&self, other: &Self) -> bool {
        self.mark == other.mark && self.len == other.len
    }
}

/// A quotation mark or bracket with which something begins.
fn is_opening(letter: char) -> bool {
    matches!(
        letter,
        '(' | '[' | '”' | '“' | '"' | '\'' | '’' | '‘' | '«' | '»' | '„' | '¿' | '¡' | '/'
    )
}

impl Delimiters {
    /// Takes down the marks in a text.
    pub(super) fn see(&mut self, range: &Range<usize>, source: &str) {
        let bytes = source.as_bytes();
        let mut at = range.start;
        let is_mark = |byte: &u8| matches!(byte, b'*' | b'_' | b'~');
        while let Some(found) = bytes[at..range.end].iter().position(is_mark) {
            at += found;
            let mark = bytes[at];
            let len = bytes[at..range.end]
                .iter()
                .take_while(|b| **b == mark)
                .count();
            let letter = |c: Option<char>| c.unwrap_or('\n');
            let run = Run {
                at,
                len,
                mark,
                before: letter(source[..at].chars().next_back()),
                after: letter(source[at + len..].chars().next()),
            };
            at += len;
            if !is_escaped(source, run.at) && may_be_meant(&run) {
                self.runs.push(run);
            }
        }
    }

    /// A block ends: what has found no fellow in it is reported.
    pub(super) fn end_block(&mut self, reports: &mut Reports<'_>) {
        if self.runs.is_empty() {
            return;
        }
        let mut waiting: Vec<Run> = Vec::new();
        for run in std::mem::take(&mut self.runs) {
            // There are at most seven kinds of marks.
            match waiting.iter().position(|first| first.is_like(&run)) {
                Some(at) if belong_together(&waiting[at], &run) => {
                    let first = waiting.remove(at);
                    report_pair(first, run, reports);
                }
                Some(at) => {
                    let first = std::mem::replace(&mut waiting[at], run);
                    self.lonely(first, reports);
                }
                None => waiting.push(run),
            }
        }
        for run in waiting {
            self.lonely(run, reports);
        }
    }

    /// The text ends: what begins a line is a note if something refers to it.
    pub(super) fn finish(&mut self, reports: &mut Reports<'_>) {
        self.end_block(reports);
        for run in std::mem::take(&mut self.beginning) {
            if !self.closing.iter().any(|closing| closing.is_like(&run)) {
                report_mark(run, reports);
            }
        }
    }

    fn lonely(&mut self, run: Run, reports: &mut Reports<'_>) {
        let digits = run.before.is_ascii_digit() || run.after.is_ascii_digit();
        // `f**k`
        let within = run.before.is_alphanumeric() && run.after.is_alphanumeric();
        if within {
            return;
        }
        if run.only_closes() {
            if !self.closing.iter().any(|known| known.is_like(&run)) {
                self.closing.push(run);
            }
        } else if run.mark == b'*' && begins_line(reports.source, run.at) {
            self.beginning.push(run);
        } else if run.opens()
            && !digits
            && (run.len > 1 || run.mark == b'*' || begins_words(&run, reports.source))
        {
            report_mark(run, reports);
        }
    }
}

/// `_word` and no name of a file or a variable.
fn begins_words(run: &Run, source: &str) -> bool {
    let word = source[run.end()..]
        .split(char::is_whitespace)
        .next()
        .unwrap_or_default();
    word.chars()
        .all(|c| c.is_alphabetic() || matches!(c, ',' | '!' | '?'))
}

fn report_pair(first: Run, second: Run, reports: &mut Reports<'_>) {
    let inner = &reports.source[first.end()..second.at];
    let numbers = first.is_alone() && inner.trim().starts_with(|c: char| c.is_ascii_digit());
    if numbers || is_in_address(&first, reports.source) {
        return;
    }
    let marks = &reports.source[first.at..first.end()];
    // Where others of the kind have found each other in between, it was to end before.
    let inner = inner.split(marks).next().unwrap_or(inner);
    let words = inner.trim();
    let spaced = words.len() < inner.len();
    let fixed = match (spaced, words.len() > 100 || words.contains('\n')) {
        (_, true) => format!("{marks}…{marks}"),
        (true, _) => format!("{marks}{words}{marks}"),
        (false, _) if second.after.is_alphanumeric() => format!("{marks}{words}{marks} "),
        (false, _) => format!(" {marks}{words}{marks}"),
    };
    reports.at(&(first.at..second.end()), |file, span| {
        emphasis::stray_pair(file, span, marks, &fixed, spaced)
    });
}

fn report_mark(run: Run, reports: &mut Reports<'_>) {
    if is_in_address(&run, reports.source) {
        return;
    }
    let marks = &reports.source[run.at..run.end()];
    reports.at(&(run.at..run.end()), |file, span| {
        emphasis::stray_mark(file, span, marks, run.opens())
    });
}

/// Whether a mark is a part of an address.
fn is_in_address(run: &Run, source: &str) -> bool {
    let before = &source[..run.at];
    let near = &before[floor(before, run.at.saturating_sub(300))..];
    let word = near.rsplit(char::is_whitespace).next().unwrap_or_default();
    word.contains("://") || word.contains("www.")
}

/// Whether marks can have been meant as markup, by what is around them.
fn may_be_meant(run: &Run) -> bool {
    let within = run.before.is_alphanumeric() && run.after.is_alphanumeric();
    match (run.mark, run.len) {
        (b'_' | b'*', 1) => !within,
        (b'_', 2) => !within,
        (b'*', 2 | 3) => true,
        (b'~', 2) => true,
        _ => false,
    }
}

/// Whether two marks were to be the ends of one thing.
fn belong_together(first: &Run, second: &Run) -> bool {
    if first.only_closes() || (first.is_alone() && second.is_alone() && first.len == 1) {
        return false;
    }
    if first.len > 1 {
        return true;
    }
    let digit = first.before.is_ascii_digit() || first.after.is_ascii_digit();
    match first.is_alone() {
        true => second.only_closes() && !digit && first.mark == b'*',
        false => first.opens() && !second.is_alone(),
    }
}
