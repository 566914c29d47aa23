//! Running text.
//!
//! Owns the way of text through attributes, addresses, typography and escaping.
//! Must never know blocks.

use std::collections::VecDeque;
use std::ops::Range;

use super::autolink::Addresses;
use super::escape;
use super::lead::Words;
use super::prescan::{Bracket, is_escaped};
use super::suspicious::{Around, turns_direction};
use super::writer::Writer;
use crate::parse::typography::{self, Flow};

/// What has to be known of the text before.
#[derive(Debug, Default)]
pub(super) struct Text {
    /// How it goes on in this paragraph.
    pub(super) flow: Flow,
    pub(super) words: Words,
    brackets: VecDeque<Bracket>,
    /// What stands before this byte was read as attributes.
    skip_until: usize,
    scratch: String,
    in_code: bool,
    /// Code has a character that turns the direction of the text.
    code_turns: bool,
}

impl Text {
    /// For a text with these brackets of spans, that begins here.
    pub(super) fn new(brackets: VecDeque<Bracket>, start: usize) -> Self {
        Self {
            brackets,
            skip_until: start,
            ..Self::default()
        }
    }

    /// A block begins: nothing goes on from the one before.
    pub(super) fn begin(&mut self) {
        self.flow = Flow::default();
        self.words.stop();
    }

    /// A block of code begins or ends.
    pub(super) fn is_code(&mut self, code: bool) {
        self.in_code = code;
    }

    /// What was read so far ends with this character.
    pub(super) fn ends_with(&mut self, letter: char) {
        self.flow.before = letter;
    }

    /// What was read so far ends as this does.
    pub(super) fn ends_like(&mut self, text: &str) {
        if let Some(last) = text.chars().next_back() {
            self.flow.before = last;
        }
    }

    /// What stands before this byte was read as attributes.
    pub(super) fn skip_to(&mut self, at: usize) {
        self.skip_until = at;
    }

    /// The same, if no more was.
    pub(super) fn skip_at_least_to(&mut self, at: usize) {
        self.skip_until = self.skip_until.max(at);
    }

    /// The next bracket of a span that begins before this byte.
    fn next_bracket(&mut self, end: usize) -> Option<Bracket> {
        let next = self.brackets.front()?;
        if next.range.start < end {
            self.brackets.pop_front()
        } else {
            None
        }
    }

    /// Whether a character turned the direction of the text.
    pub(super) fn turns(&self) -> bool {
        self.words.turns || self.code_turns
    }
}

impl Writer<'_> {
    /// Text that stands in the source as it is.
    pub(super) fn running_text(&mut self, range: Range<usize>) {
        let source = self.source;
        if self.text.in_code {
            self.text.code_turns |= source[range.clone()].contains(turns_direction);
            return escape::text(&mut self.out.html, &source[range]);
        }
        self.before_inline(&range);
        let mut start = range.start.max(self.text.skip_until).min(range.end);
        let mut end = range.end;
        if let Some(cut) = self.headings.attributes_within(&range) {
            self.text.skip_to(cut.end);
            end = start + source[start..cut.start].trim_end().len();
        }
        while let Some(bracket) = self.text.next_bracket(range.end) {
            if bracket.range.start < start || bracket.range.end > end {
                continue;
            }
            self.words_of(start..bracket.range.start);
            start = bracket.range.end;
            self.bracket(&bracket);
        }
        self.words_of(start..end);
    }

    /// Text that is not in the source as it is: entities. Nobody corrects it.
    pub(super) fn literal(&mut self, text: &str) {
        escape::text(&mut self.out.html, text);
        if self.text.in_code {
            return;
        }
        self.plain(text);
        self.text.ends_like(text);
    }

    /// Text without attributes in it.
    fn words_of(&mut self, range: Range<usize>) {
        let (mut start, end) = (range.start, range.end);
        if start >= end {
            return;
        }
        let around = Around {
            quote: self.blocks.within_quote(),
            heading: self.headings.is_open(),
        };
        self.suspects.check_text(&range, around, &mut self.reports);
        let source = self.source;
        if is_escaped(source, start) {
            self.write(&source[start..=start]);
            start += 1;
        }
        for found in Addresses::of(source, start..end, self.text.flow.before) {
            self.set(start..found.range.start);
            self.autolink(&found);
            start = found.range.end;
        }
        self.set(start..end);
    }

    /// Sets text by the rules of its language.
    fn set(&mut self, range: Range<usize>) {
        if range.is_empty() || self.raw.is_muted() {
            return;
        }
        let text = &self.source[range.clone()];
        let style = self.langs.current().style;
        if typography::stays(&style, text) {
            return self.write(text);
        }
        let after = self.source[range.end..]
            .chars()
            .take(8)
            .find(|c| !matches!(c, '*' | '_' | '~' | '[' | ']' | '\\'));
        let mut set = std::mem::take(&mut self.text.scratch);
        set.clear();
        typography::push(&style, text, &mut self.text.flow, after, &mut set);
        self.put(&set);
        self.text.scratch = set;
    }

    /// Writes text exactly as it is.
    pub(super) fn write(&mut self, text: &str) {
        self.put(text);
        self.text.ends_like(text);
    }

    fn put(&mut self, text: &str) {
        match self.images.alt() {
            Some(alt) => alt.push_str(text),
            None => {
                escape::text(&mut self.out.html, text);
                self.plain(text);
            }
        }
    }

    /// The first words of a tight list item are the block that a comment spoke of.
    pub(super) fn before_inline(&mut self, range: &Range<usize>) {
        if self.reports.awaits_block() {
            let end = self.blocks.end().max(range.end);
            self.reports.block(&(range.start..end));
        }
    }
}
