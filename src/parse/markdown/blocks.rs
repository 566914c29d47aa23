//! Paragraphs, quotations, alerts and lists.
//!
//! Owns their elements and what has to be known between their beginning and end.
//! Must never know inline text.

use std::collections::VecDeque;
use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, Event, Tag};

use super::attributes::Attributes;
use super::dialects::check_task;
use super::escape;
use super::events::Piece;
use super::prescan::Fence;
use super::writer::Writer;
use crate::diagnostic::Span;

/// The blocks that are open.
#[derive(Debug)]
pub(super) struct Blocks {
    /// Innermost last, the text itself first.
    frames: Vec<Frame>,
    /// How many of them are quotations, notices and notes.
    quotes: usize,
    /// A paragraph that may turn out to be a figure.
    waiting: Option<Range<usize>>,
    /// Where the paragraph began in the HTML that was begun last.
    paragraph: usize,
    /// The lines of `:::` that come.
    fences: VecDeque<Fence>,
}

/// A block that has others in it.
#[derive(Debug)]
struct Frame {
    kind: Container,
    /// Its bytes in the source.
    range: Range<usize>,
    /// `:::` blocks that are open in it, and whether each set a language.
    fenced: Vec<(Span, bool)>,
}

/// What kind of block it is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Container {
    /// The text itself.
    Text,
    /// A quotation that began here in the HTML; its speaker is being read.
    Quote { start: usize, speaker: bool },
    /// `> [!NOTE]`.
    Alert,
    /// A list item that began here in the HTML.
    Item { start: usize },
    /// A footnote.
    Note,
    /// What needs no care.
    Other,
}

impl Container {
    fn is_quote(&self) -> bool {
        matches!(self, Self::Quote { .. } | Self::Alert | Self::Note)
    }
}

impl Blocks {
    /// For a text of so many bytes, with these lines of `:::`.
    pub(super) fn new(length: usize, fences: VecDeque<Fence>) -> Self {
        let mut blocks = Self {
            frames: Vec::new(),
            quotes: 0,
            waiting: None,
            paragraph: 0,
            fences,
        };
        blocks.open(Container::Text, 0..length);
        blocks
    }

    /// A block begins.
    pub(super) fn open(&mut self, kind: Container, range: Range<usize>) {
        self.quotes += usize::from(kind.is_quote());
        self.frames.push(Frame {
            kind,
            range,
            fenced: Vec::new(),
        });
    }

    /// The innermost block ends.
    pub(super) fn close(&mut self) -> Option<Container> {
        let kind = self.frames.pop()?.kind;
        self.quotes -= usize::from(kind.is_quote());
        Some(kind)
    }

    /// Whether the text here stands in a quotation, a notice or a note.
    pub(super) fn within_quote(&self) -> bool {
        self.quotes > 0
    }

    /// Where the innermost block ends in the source.
    pub(super) fn end(&self) -> usize {
        self.frames.last().map_or(0, |frame| frame.range.end)
    }

    /// The line of `:::` that was made into this rule.
    pub(super) fn fence(&mut self, rule: &Range<usize>) -> Option<Fence> {
        while self.fences.front()?.range.end <= rule.start {
            self.fences.pop_front();
        }
        if rule.contains(&self.fences.front()?.range.start) {
            self.fences.pop_front()
        } else {
            None
        }
    }

    /// A block of `:::` begins.
    pub(super) fn open_fenced(&mut self, fence: Span, sets_lang: bool) {
        if let Some(frame) = self.frames.last_mut() {
            frame.fenced.push((fence, sets_lang));
        }
    }

    /// The innermost block of `:::` ends: where it began, and whether it set a language.
    pub(super) fn close_fenced(&mut self) -> Option<(Span, bool)> {
        self.frames.last_mut()?.fenced.pop()
    }

    /// A paragraph that may be a figure, once its first part is known.
    pub(super) fn take_waiting(&mut self) -> Option<Range<usize>> {
        self.waiting.take()
    }

    fn is_speaker(&self) -> bool {
        let innermost = self.frames.last().map(|frame| &frame.kind);
        matches!(innermost, Some(Container::Quote { speaker: true, .. }))
    }
}

impl Writer<'_> {
    pub(super) fn start_paragraph(&mut self, range: Range<usize>) {
        self.begin_block();
        if self.context.is_inline() {
            return self.lead.begin();
        }
        self.suspects
            .check_line_start(range.start, &mut self.reports);
        if self.source[range.start..].starts_with('!') {
            self.blocks.waiting = Some(range);
        } else {
            self.open_paragraph(&range);
        }
    }

    /// Whether a paragraph is but an image with a caption, now that its first part is known.
    pub(super) fn decide_paragraph(
        &mut self,
        paragraph: Range<usize>,
        first: &Piece<'_>,
        range: &Range<usize>,
    ) {
        if let Piece::Event(Event::Start(Tag::Image { title, .. })) = first {
            let behind = &self.source[range.end..paragraph.end.max(range.end)];
            let attributes = Attributes::parse(behind).map_or(0, |a| a.len);
            let alone = range.start == paragraph.start && behind[attributes..].trim().is_empty();
            if alone && !title.trim().is_empty() {
                self.images.begin_figure();
                return self.out.push("<figure>");
            }
        }
        self.open_paragraph(&paragraph);
    }

    fn open_paragraph(&mut self, range: &Range<usize>) {
        if self.names_speaker(range) {
            return self.open_speaker();
        }
        if !self.notes.is_open() && !self.tables.is_open() {
            self.lead.begin();
        }
        self.blocks.paragraph = self.out.len();
        self.out.push("<p>");
    }

    pub(super) fn end_paragraph(&mut self) {
        self.close_spans();
        if self.context.is_inline() {
            return self.lead.end(true);
        }
        if self.images.end_figure() {
            return self.out.push("</figure>\n");
        }
        let speaker = self.blocks.is_speaker();
        // All that stood in it was left out.
        if !speaker && self.out.is_blank(self.blocks.paragraph + "<p>".len()) {
            self.out.truncate(self.blocks.paragraph);
        } else {
            self.out
                .push(if speaker { "</figcaption>\n" } else { "</p>\n" });
        }
        self.lead.end(self.blocks.frames.len() == 1);
    }

    pub(super) fn start_quote(&mut self, kind: Option<BlockQuoteKind>, range: Range<usize>) {
        let labels = &self.context.settings.labels;
        let (name, title) = match kind {
            None => {
                let start = self.out.len();
                let speaker = false;
                self.blocks.open(Container::Quote { start, speaker }, range);
                return self.out.push("<blockquote>\n");
            }
            Some(BlockQuoteKind::Note) => ("note", &labels.note),
            Some(BlockQuoteKind::Tip) => ("tip", &labels.tip),
            Some(BlockQuoteKind::Important) => ("important", &labels.important),
            Some(BlockQuoteKind::Warning) => ("warning", &labels.warning),
            Some(BlockQuoteKind::Caution) => ("caution", &labels.caution),
        };
        self.blocks.open(Container::Alert, range);
        self.out.push("<aside class=\"alert alert-");
        self.out.push(name);
        // A note is no landmark: a page with ten alerts has not ten places to jump to.
        self.out.push("\"");
        self.out.own("role", "note");
        self.out.push(">\n<p class=\"alert-title\"");
        let lang = self.label_lang();
        self.out.push(&lang);
        self.out.push(">");
        escape::text(&mut self.out.html, title);
        self.out.push("</p>\n");
    }

    pub(super) fn end_quote(&mut self) {
        if !self.blocks.is_speaker() {
            self.close_frame_blocks();
        }
        match self.blocks.close() {
            Some(Container::Quote { speaker: true, .. }) => self.out.push("</figure>\n"),
            Some(Container::Quote { .. }) => self.out.push("</blockquote>\n"),
            _ => self.out.push("</aside>\n"),
        }
    }

    /// Whether this is the last paragraph of a quotation and names who speaks.
    fn names_speaker(&self, range: &Range<usize>) -> bool {
        let Some(frame) = self.blocks.frames.last() else {
            return false;
        };
        let Container::Quote {
            start,
            speaker: false,
        } = frame.kind
        else {
            return false;
        };
        let rest = self
            .source
            .get(range.end..frame.range.end)
            .unwrap_or_default();
        begins_with_dash(&self.source[range.start..])
            && self.out.len() > start + "<blockquote>\n".len()
            && frame.fenced.is_empty()
            && rest.bytes().all(|b| b.is_ascii_whitespace() || b == b'>')
    }

    /// Ends the quotation and begins the line on who speaks.
    fn open_speaker(&mut self) {
        if let Some(Frame {
            kind: Container::Quote { start, speaker },
            ..
        }) = self.blocks.frames.last_mut()
        {
            *speaker = true;
            let start = *start;
            self.out.insert(start, "<figure class=\"quote\">\n");
        }
        self.out.push("</blockquote>\n<figcaption>");
    }

    /// A line break before `— Name`, the last line of a quotation: the speaker.
    pub(super) fn speaker_line(&mut self, line_break: &Range<usize>) -> bool {
        let Some(frame) = self.blocks.frames.last() else {
            return false;
        };
        let Container::Quote { speaker: false, .. } = frame.kind else {
            return false;
        };
        let Some(rest) = self.source.get(line_break.end..frame.range.end) else {
            return false;
        };
        let line = rest.trim_start_matches([' ', '\t', '>']);
        let free = !self.langs.within_span() && !self.links.is_open() && frame.fenced.is_empty();
        // Each look ends at the next letter, so that all of them together are one.
        let is_last = || {
            let below = line.find('\n').map_or("", |end| &line[end..]);
            below.chars().all(|c| c.is_whitespace() || c == '>')
        };
        if !free
            || !begins_with_dash(line)
            || !is_last()
            || self.out.html.ends_with("<p>")
            || !self.ends_flat()
        {
            return false;
        }
        self.out.push("</p>\n");
        self.lead.end(false);
        self.open_speaker();
        true
    }

    /// Whether no emphasis is open in the paragraph that is being written.
    fn ends_flat(&self) -> bool {
        let from = self.out.html.rfind("<p>").unwrap_or(0);
        let paragraph = &self.out.html[from..];
        ["em", "strong", "del"].iter().all(|name| {
            let count = |tag: String| paragraph.matches(tag.as_str()).count();
            count(format!("<{name}>")) == count(format!("</{name}>"))
        })
    }

    pub(super) fn start_list(&mut self, start: Option<u64>) {
        match start {
            None => self.out.push("<ul>\n"),
            Some(1) => self.out.push("<ol>\n"),
            Some(number) => {
                self.out.push("<ol start=\"");
                self.out.push(&number.to_string());
                self.out.push("\">\n");
            }
        }
    }

    pub(super) fn start_item(&mut self, range: Range<usize>) {
        self.begin_block();
        check_task(range.start, &mut self.reports);
        let start = self.out.len();
        self.blocks.open(Container::Item { start }, range);
        self.out.push("<li>");
        if !self.notes.is_open() {
            self.lead.begin();
        }
    }

    pub(super) fn end_item(&mut self) {
        self.close_spans();
        self.close_frame_blocks();
        self.blocks.close();
        self.out.push("</li>\n");
        self.lead.end(false);
    }

    /// The box of a task, in the item that was begun.
    pub(super) fn task(&mut self, done: bool) {
        if let Some(Frame {
            kind: Container::Item { start },
            ..
        }) = self.blocks.frames.last()
        {
            const CLASS: &str = " class=\"task\"";
            self.out.insert(start + 3, CLASS);
            // `- [ ] Text` over a line of `-` is a heading in the item, and moves on.
            self.headings.moves(CLASS.len());
        }
        let box_start = self.out.len();
        let labels = &self.context.settings.labels;
        let label = if done {
            &labels.task_done
        } else {
            &labels.task_open
        };
        let lang = self.label_lang();
        self.out.push("<input");
        self.out.own("type", "checkbox");
        self.out.own("disabled", "");
        if done {
            self.out.own("checked", "");
        }
        self.out.guarded("aria-label");
        escape::attribute(&mut self.out.html, label);
        self.out.push("\"");
        self.out.push(&lang);
        self.out.push("> ");
        self.cut_from_contents(box_start);
    }
}

/// A dash that introduces a speaker.
fn begins_with_dash(text: &str) -> bool {
    text.starts_with('—') || text.starts_with("--- ")
}
