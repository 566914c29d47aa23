//! Other languages within a text: `[text]{lang=en}` and `::: {lang=yi}`.
//!
//! Owns the languages that are open and the elements that mark them. Must never
//! know Markdown.

use std::ops::Range;

use super::attributes::Attributes;
use super::escape;
use super::ids::is_reserved;
use super::out::Out;
use super::prescan::{Bracket, Opening};
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

/// Languages and spans that are open.
#[derive(Debug)]
pub(super) struct Langs {
    text: Lang,
    /// Within the text, innermost last.
    inner: Vec<Lang>,
    /// Spans `[text]{…}`, and whether each sets a language.
    spans: Vec<bool>,
}

impl Langs {
    /// For a text in this language.
    pub(super) fn of(tag: &str) -> Self {
        Self {
            text: Lang::of(tag),
            inner: Vec::new(),
            spans: Vec::new(),
        }
    }

    /// The innermost language.
    pub(super) fn current(&self) -> Lang {
        self.inner.last().copied().unwrap_or(self.text)
    }

    /// What began ends; whether it set a language.
    pub(super) fn end(&mut self, sets: bool) {
        if sets {
            self.inner.pop();
        }
    }

    /// Whether a span is open.
    pub(super) fn within_span(&self) -> bool {
        !self.spans.is_empty()
    }

    /// The direction that has to be written for the language that was just begun.
    pub(super) fn turns(&self, sets: bool) -> Option<&'static str> {
        let outer = self.inner.iter().rev().nth(1).unwrap_or(&self.text);
        let inner = self.current();
        (sets && outer.rtl != inner.rtl).then_some(if inner.rtl { "rtl" } else { "ltr" })
    }
}

impl Writer<'_> {
    /// A bracket of `[text]{…}`.
    pub(super) fn bracket(&mut self, bracket: &Bracket) {
        if self.images.is_open() {
            return;
        }
        let start = self.out.len();
        match &bracket.opens {
            Some(attributes) => {
                let span = self.reports.span(&bracket.range);
                self.out.push("<span");
                let sets = self.attributes(attributes, "", span);
                self.out.push(">");
                self.langs.spans.push(sets);
            }
            None => self.close_span(),
        }
        // The table of contents must not have a span's id a second time.
        if bracket.opens.as_ref().is_some_and(|a| a.id.is_some()) {
            self.headings.cut_id(start, &self.out.html);
        }
    }

    fn close_span(&mut self) {
        if let Some(sets) = self.langs.spans.pop() {
            self.out.push("</span>");
            self.langs.end(sets);
        }
    }

    /// Closes what can't go on behind the block that ends.
    pub(super) fn close_spans(&mut self) {
        while self.langs.within_span() {
            self.close_span();
        }
    }

    /// Writes attributes, and checks them. Whether a language begins: the caller
    /// ends it in `langs`. `class` comes before the classes.
    pub(super) fn attributes(&mut self, attributes: &Attributes, class: &str, span: Span) -> bool {
        let sets = self.begin_lang(attributes, span);
        let dir = self.langs.turns(sets);
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
            self.reports.push(problem);
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
        self.reports.push(problem);
        false
    }

    /// Begins the language of these attributes, if they name one.
    pub(super) fn begin_lang(&mut self, attributes: &Attributes, span: Span) -> bool {
        let Some(tag) = &attributes.lang else {
            return false;
        };
        if is_language_tag(tag) {
            self.langs.inner.push(Lang::of(tag));
            return true;
        }
        let problem =
            markdown::bad_language(self.context.file, span, tag, known_language_hint(tag));
        self.reports.push(problem);
        false
    }

    /// A line of `:::`, if this rule is one.
    pub(super) fn rule(&mut self, range: Range<usize>) {
        let Some(fence) = self.blocks.fence(&range) else {
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
                        self.reports.push(problem);
                        Attributes::default()
                    }
                };
                self.out.push("<div");
                let sets = self.attributes(&attributes, "", span);
                self.out.push(">\n");
                self.blocks.open_fenced(span, sets);
            }
        }
    }

    fn close_block(&mut self, span: Span) {
        match self.blocks.close_fenced() {
            Some((_, sets)) => self.end_block(sets),
            None => {
                let problem = markdown::stray_block_end(self.context.file, span);
                self.reports.push(problem);
            }
        }
    }

    fn end_block(&mut self, sets: bool) {
        self.out.push("</div>\n");
        self.langs.end(sets);
    }

    /// Closes the blocks that were left open in the innermost container.
    pub(super) fn close_frame_blocks(&mut self) {
        while let Some((span, sets)) = self.blocks.close_fenced() {
            self.end_block(sets);
            let problem = markdown::unclosed_block(self.context.file, span);
            self.reports.push(problem);
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
