//! Asterisks, underscores and tildes that emphasise nothing.
//!
//! Owns which of those that readers see were meant as markup: a space inside keeps two
//! from finding each other, or one has no fellow. What people write on purpose is left
//! alone: `kund*er`, `snake_case`, `5 * 3`, `kr*` with a note that begins with `*`.
//! Must never change the output.

use std::ops::Range;

use super::survey::is_escaped;
use super::writer::Writer;
use crate::diagnostic::emphasis;

/// Marks that readers see.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run {
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

impl Writer<'_> {
    /// Takes down the marks in a text.
    pub(super) fn see_marks(&mut self, range: &Range<usize>) {
        let source = self.source;
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
                self.suspects.runs.push(run);
            }
        }
    }

    /// A block ends: what has found no fellow in it is reported.
    pub(super) fn check_marks(&mut self) {
        if self.suspects.runs.is_empty() {
            return;
        }
        let mut waiting: Vec<Run> = Vec::new();
        for run in std::mem::take(&mut self.suspects.runs) {
            // There are at most seven kinds of marks.
            match waiting.iter().position(|first| first.is_like(&run)) {
                Some(at) if belong_together(&waiting[at], &run) => {
                    let first = waiting.remove(at);
                    self.report_pair(first, run);
                }
                Some(at) => {
                    let first = std::mem::replace(&mut waiting[at], run);
                    self.lonely_mark(first);
                }
                None => waiting.push(run),
            }
        }
        waiting.into_iter().for_each(|run| self.lonely_mark(run));
    }

    /// The text ends: what begins a line is a note if something refers to it.
    pub(super) fn check_note_stars(&mut self) {
        self.check_marks();
        let references = std::mem::take(&mut self.suspects.closing);
        for run in std::mem::take(&mut self.suspects.beginning) {
            if !references.iter().any(|reference| reference.is_like(&run)) {
                self.report_mark(run);
            }
        }
    }

    fn lonely_mark(&mut self, run: Run) {
        let digits = run.before.is_ascii_digit() || run.after.is_ascii_digit();
        // `f**k`
        let within = run.before.is_alphanumeric() && run.after.is_alphanumeric();
        if within {
            return;
        }
        if run.only_closes() {
            if !self
                .suspects
                .closing
                .iter()
                .any(|known| known.is_like(&run))
            {
                self.suspects.closing.push(run);
            }
        } else if run.mark == b'*' && self.begins_line(run.at) {
            self.suspects.beginning.push(run);
        } else if run.opens()
            && !digits
            && (run.len > 1 || run.mark == b'*' || self.begins_words(&run))
        {
            self.report_mark(run);
        }
    }

    /// `_word` and no name of a file or a variable.
    fn begins_words(&self, run: &Run) -> bool {
        let word = self.source[run.end()..]
            .split(char::is_whitespace)
            .next()
            .unwrap_or_default();
        word.chars()
            .all(|c| c.is_alphabetic() || matches!(c, ',' | '!' | '?'))
    }

    fn report_pair(&mut self, first: Run, second: Run) {
        let inner = &self.source[first.end()..second.at];
        let numbers = first.is_alone() && inner.trim().starts_with(|c: char| c.is_ascii_digit());
        if numbers || self.is_in_address(&first) {
            return;
        }
        let marks = &self.source[first.at..first.end()];
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
        let span = self.span(&(first.at..second.end()));
        let problem = emphasis::stray_pair(self.context.file, span, marks, &fixed, spaced);
        self.diagnostics.push(problem);
    }

    fn report_mark(&mut self, run: Run) {
        if self.is_in_address(&run) {
            return;
        }
        let marks = &self.source[run.at..run.end()];
        let span = self.span(&(run.at..run.end()));
        let problem = emphasis::stray_mark(self.context.file, span, marks, run.opens());
        self.diagnostics.push(problem);
    }

    /// Whether a mark is a part of an address.
    fn is_in_address(&self, run: &Run) -> bool {
        let before = &self.source[..run.at];
        let near = &before[super::foreign::floor(before, run.at.saturating_sub(300))..];
        let word = near.rsplit(char::is_whitespace).next().unwrap_or_default();
        word.contains("://") || word.contains("www.")
    }
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
