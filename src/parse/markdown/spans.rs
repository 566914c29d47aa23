//! Other languages within a text: `[text]{lang=en}` and `::: {lang=yi}`.
//!
//! Owns the languages that are open and the elements that mark them. Must never
//! know Markdown.

use std::ops::Range;

use super::attributes::Attributes;
use super::escape;
use super::ids::is_reserved;
use super::out::Out;
use super::survey::{Bracket, Opening};
use super::writer::Writer;
use crate::diagnostic::{Span, markdown};
use crate::locale::{
    Direction, Typography, direction_of, is_language_tag, known_language_hint, typography,
};

/// A language as text in it is written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lang {
    pub(super) style: Typography,
    rtl: bool,
}

impl Lang {
    pub(super) fn of(tag: &str) -> Self {
        Self {
            style: typography(tag),
            rtl: direction_of(tag) == Direction::Rtl,
        }
    }
}

impl Writer<'_> {
    /// The innermost language.
    pub(super) fn lang(&self) -> Lang {
        self.langs
            .last()
            .copied()
            .unwrap_or_else(|| Lang::of(self.context.lang))
    }

    /// A bracket of `[text]{…}`.
    pub(super) fn bracket(&mut self, bracket: &Bracket) {
        if self.image.is_some() {
            return;
        }
        let start = self.out.len();
        match &bracket.opens {
            Some(attributes) => {
                let span = self.span(&bracket.range);
                self.out.push("<span");
                let sets = self.attributes(attributes, "", span);
                self.out.push(">");
                self.spans.push(sets);
            }
            None => self.close_span(),
        }
        // The table of contents must not have a span's id a second time.
        if let Some(heading) = &mut self.heading
            && bracket.opens.as_ref().is_some_and(|a| a.id.is_some())
        {
            heading.cut_id(start, &self.out.html);
        }
    }

    fn close_span(&mut self) {
        if let Some(sets) = self.spans.pop() {
            self.out.push("</span>");
            if sets {
                self.langs.pop();
            }
        }
    }

    /// Closes what can't go on behind the block that ends.
    pub(super) fn close_spans(&mut self) {
        while !self.spans.is_empty() {
            self.close_span();
        }
    }

    /// Writes attributes, and checks them. Whether a language begins: the caller
    /// takes it from `langs` at the end. `class` comes before the classes.
    pub(super) fn attributes(&mut self, attributes: &Attributes, class: &str, span: Span) -> bool {
        let sets = self.begin_lang(attributes, span);
        let dir = self.turns(sets);
        let lang = attributes.lang.as_deref().filter(|_| sets);
        write_lang(&mut self.out, lang, dir);
        attributes.write_classes(class, &mut self.out);
        if let Some(id) = attributes.id.as_ref().filter(|id| self.takes_id(id, span)) {
            self.out.push(" id=\"");
            escape::attribute(&mut self.out.html, id);
            self.out.push("\"");
        }
        for key in &attributes.unknown {
            let problem = markdown::unknown_attribute(self.context.file, span, key);
            self.diagnostics.push(problem);
        }
        sets
    }

    /// Takes an id that is given here, or says why it can't be had.
    pub(super) fn takes_id(&mut self, id: &str, span: Span) -> bool {
        let file = self.context.file;
        let problem = if is_reserved(id) {
            markdown::reserved_id(file, span, id)
        } else if self.ids.claim(id) {
            return true;
        } else {
            markdown::duplicate_id(file, span, id)
        };
        self.diagnostics.push(problem);
        false
    }

    /// Begins the language of these attributes, if they name one.
    pub(super) fn begin_lang(&mut self, attributes: &Attributes, span: Span) -> bool {
        let Some(tag) = &attributes.lang else {
            return false;
        };
        if is_language_tag(tag) {
            self.langs.push(Lang::of(tag));
            return true;
        }
        let problem =
            markdown::bad_language(self.context.file, span, tag, known_language_hint(tag));
        self.diagnostics.push(problem);
        false
    }

    /// The direction that has to be written for the language that was just begun.
    pub(super) fn turns(&self, sets: bool) -> Option<&'static str> {
        let outer = self.langs.iter().rev().nth(1)?;
        let inner = self.lang();
        (sets && outer.rtl != inner.rtl).then_some(if inner.rtl { "rtl" } else { "ltr" })
    }

    /// A line of `:::`, if this rule is one.
    pub(super) fn rule(&mut self, range: Range<usize>) {
        while self
            .fences
            .front()
            .is_some_and(|fence| fence.range.end <= range.start)
        {
            self.fences.pop_front();
        }
        let fence = match self.fences.front() {
            Some(fence) if range.contains(&fence.range.start) => self.fences.pop_front(),
            _ => None,
        };
        let Some(fence) = fence else {
            return self.out.push("<hr>\n");
        };
        let span = self.context.span(&fence.range);
        match fence.opens {
            None => self.close_block(span),
            Some(opening) => {
                let attributes = match opening {
                    Opening::Known(attributes) => attributes,
                    Opening::Unknown(written) => {
                        let problem = markdown::unknown_block(self.context.file, span, &written);
                        self.diagnostics.push(problem);
                        Attributes::default()
                    }
                };
                self.out.push("<div");
                let sets = self.attributes(&attributes, "", span);
                self.out.push(">\n");
                if let Some(frame) = self.frames.last_mut() {
                    frame.blocks.push((span, sets));
                }
            }
        }
    }

    fn close_block(&mut self, span: Span) {
        match self.frames.last_mut().and_then(|frame| frame.blocks.pop()) {
            Some((_, sets)) => self.end_block(sets),
            None => {
                let problem = markdown::stray_block_end(self.context.file, span);
                self.diagnostics.push(problem);
            }
        }
    }

    fn end_block(&mut self, sets: bool) {
        self.out.push("</div>\n");
        if sets {
            self.langs.pop();
        }
    }

    /// Closes the blocks that were left open in the innermost container.
    pub(super) fn close_frame_blocks(&mut self) {
        while let Some((span, sets)) = self.frames.last_mut().and_then(|frame| frame.blocks.pop()) {
            self.end_block(sets);
            let problem = markdown::unclosed_block(self.context.file, span);
            self.diagnostics.push(problem);
        }
    }

    /// ` lang="…"` for words of the site's language in a text of another.
    pub(super) fn label_lang(&self) -> String {
        let lang = &self.context.settings.labels.lang;
        if lang.eq_ignore_ascii_case(self.context.lang) {
            return String::new();
        }
        let mut out = Out::default();
        write_lang(&mut out, Some(lang), None);
        out.html
    }
}

/// Appends ` lang="…" dir="…"`.
pub(super) fn write_lang(out: &mut Out, lang: Option<&str>, dir: Option<&str>) {
    if let Some(lang) = lang {
        out.push(" lang=\"");
        escape::attribute(&mut out.html, lang);
        out.push("\"");
    }
    if let Some(dir) = dir {
        out.push(" dir=\"");
        out.push(dir);
        out.push("\"");
    }
}
