//! Running text.
//!
//! Owns the way of text through attributes, addresses, typography and escaping.
//! Must never know blocks.

use std::ops::Range;

use super::autolink::Addresses;
use super::escape;
use super::survey::is_escaped;
use super::suspicious::turns_direction;
use super::writer::Writer;
use crate::parse::typography;

impl Writer<'_> {
    /// Text that stands in the source as it is.
    pub(super) fn text(&mut self, range: Range<usize>) {
        let source = self.source;
        if self.in_code {
            self.code_turns |= source[range.clone()].contains(turns_direction);
            return escape::text(&mut self.out.html, &source[range]);
        }
        self.before_inline(&range);
        let mut start = range.start.max(self.skip_until).min(range.end);
        let mut end = range.end;
        if let Some(cut) = self
            .heading
            .as_ref()
            .and_then(|heading| heading.cut.clone())
            && range.start <= cut.start
            && cut.end <= range.end
        {
            self.skip_until = cut.end;
            end = start + source[start..cut.start].trim_end().len();
        }
        while let Some(bracket) = self.brackets.front() {
            if bracket.range.start >= range.end {
                break;
            }
            let Some(bracket) = self.brackets.pop_front() else {
                break;
            };
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
        if self.in_code {
            return;
        }
        self.plain(text);
        self.flow.before = text.chars().next_back().unwrap_or(self.flow.before);
    }

    /// Text without attributes in it.
    fn words_of(&mut self, range: Range<usize>) {
        let (mut start, end) = (range.start, range.end);
        if start >= end {
            return;
        }
        self.check_text(&range);
        let source = self.source;
        if is_escaped(source, start) {
            self.write(&source[start..=start]);
            start += 1;
        }
        for found in Addresses::of(source, start..end, self.flow.before) {
            self.set(start..found.range.start);
            self.autolink(&found);
            start = found.range.end;
        }
        self.set(start..end);
    }

    /// Sets text by the rules of its language.
    fn set(&mut self, range: Range<usize>) {
        if range.is_empty() || self.muted.is_some() {
            return;
        }
        let text = &self.source[range.clone()];
        let style = self.lang().style;
        if typography::stays(&style, text) {
            return self.write(text);
        }
        let after = self.source[range.end..]
            .chars()
            .take(8)
            .find(|c| !matches!(c, '*' | '_' | '~' | '[' | ']' | '\\'));
        let mut set = std::mem::take(&mut self.scratch);
        set.clear();
        typography::push(&style, text, &mut self.flow, after, &mut set);
        self.put(&set);
        self.scratch = set;
    }

    /// Writes text exactly as it is.
    pub(super) fn write(&mut self, text: &str) {
        self.put(text);
        if let Some(last) = text.chars().next_back() {
            self.flow.before = last;
        }
    }

    fn put(&mut self, text: &str) {
        match &mut self.image {
            Some(image) => image.alt.push_str(text),
            None => {
                escape::text(&mut self.out.html, text);
                self.plain(text);
            }
        }
    }

    /// The first words of a tight list item are the block that a comment spoke of.
    pub(super) fn before_inline(&mut self, range: &Range<usize>) {
        if self.allows.is_waiting() {
            let end = self
                .frames
                .last()
                .map_or(range.end, |frame| frame.range.end);
            let block = self.span(&(range.start..end.max(range.end)));
            self.allows.block(block);
        }
    }
}
