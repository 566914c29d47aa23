//! Paragraphs, quotations, alerts and lists.
//!
//! Owns their elements and what has to be known between their beginning and end.
//! Must never know inline text.

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, Event, Tag};

use super::attributes::Attributes;
use super::escape;
use super::events::Piece;
use super::writer::Writer;
use crate::diagnostic::Span;

/// A block that has others in it.
#[derive(Debug)]
pub(super) struct Frame {
    kind: Container,
    /// Its bytes in the source.
    pub(super) range: Range<usize>,
    /// `:::` blocks that are open in it, and whether each set a language.
    pub(super) blocks: Vec<(Span, bool)>,
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

impl Frame {
    pub(super) fn new(kind: Container, range: Range<usize>) -> Self {
        Self {
            kind,
            range,
            blocks: Vec::new(),
        }
    }
}

impl Writer<'_> {
    pub(super) fn within_quote_or_note(&self) -> bool {
        self.frames.iter().any(|frame| {
            matches!(
                frame.kind,
                Container::Quote { .. } | Container::Alert | Container::Note
            )
        })
    }

    pub(super) fn start_paragraph(&mut self, range: Range<usize>) {
        self.begin_block();
        if self.inline {
            return self.lead.begin();
        }
        self.check_line_start(range.start);
        if self.source[range.start..].starts_with('!') {
            self.waiting_paragraph = Some(range);
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
                self.figure = true;
                return self.out.push("<figure>");
            }
        }
        self.open_paragraph(&paragraph);
    }

    fn open_paragraph(&mut self, range: &Range<usize>) {
        if self.is_speaker(range) {
            return self.open_speaker();
        }
        if self.notes.open.is_empty() && self.table.is_none() {
            self.lead.begin();
        }
        self.out.push("<p>");
    }

    pub(super) fn end_paragraph(&mut self) {
        self.close_spans();
        if self.inline {
            return self.lead.end(true);
        }
        if std::mem::take(&mut self.figure) {
            return self.out.push("</figure>\n");
        }
        let speaker = matches!(
            self.frames.last().map(|frame| &frame.kind),
            Some(Container::Quote { speaker: true, .. })
        );
        self.out
            .push(if speaker { "</figcaption>\n" } else { "</p>\n" });
        self.lead.end(self.frames.len() == 1);
    }

    pub(super) fn start_quote(&mut self, kind: Option<BlockQuoteKind>, range: Range<usize>) {
        let labels = &self.context.settings.labels;
        let (name, title) = match kind {
            None => {
                let start = self.out.len();
                let speaker = false;
                self.frames
                    .push(Frame::new(Container::Quote { start, speaker }, range));
                return self.out.push("<blockquote>\n");
            }
            Some(BlockQuoteKind::Note) => ("note", &labels.note),
            Some(BlockQuoteKind::Tip) => ("tip", &labels.tip),
            Some(BlockQuoteKind::Important) => ("important", &labels.important),
            Some(BlockQuoteKind::Warning) => ("warning", &labels.warning),
            Some(BlockQuoteKind::Caution) => ("caution", &labels.caution),
        };
        self.frames.push(Frame::new(Container::Alert, range));
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
        let speaker = matches!(
            self.frames.last().map(|frame| &frame.kind),
            Some(Container::Quote { speaker: true, .. })
        );
        if !speaker {
            self.close_frame_blocks();
        }
        match self.frames.pop().map(|frame| frame.kind) {
            Some(Container::Quote { speaker: true, .. }) => self.out.push("</figure>\n"),
            Some(Container::Quote { .. }) => self.out.push("</blockquote>\n"),
            _ => self.out.push("</aside>\n"),
        }
    }

    /// Whether this is the last paragraph of a quotation and names who speaks.
    fn is_speaker(&self, range: &Range<usize>) -> bool {
        let Some(frame) = self.frames.last() else {
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
            && frame.blocks.is_empty()
            && rest.bytes().all(|b| b.is_ascii_whitespace() || b == b'>')
    }

    /// Ends the quotation and begins the line on who speaks.
    fn open_speaker(&mut self) {
        if let Some(Frame {
            kind: Container::Quote { start, speaker },
            ..
        }) = self.frames.last_mut()
        {
            *speaker = true;
            let start = *start;
            self.out.insert(start, "<figure class=\"quote\">\n");
        }
        self.out.push("</blockquote>\n<figcaption>");
    }

    /// A line break before `— Name`, the last line of a quotation: the speaker.
    pub(super) fn speaker_line(&mut self, line_break: &Range<usize>) -> bool {
        let Some(frame) = self.frames.last() else {
            return false;
        };
        let Container::Quote { speaker: false, .. } = frame.kind else {
            return false;
        };
        let Some(rest) = self.source.get(line_break.end..frame.range.end) else {
            return false;
        };
        let line = rest.trim_start_matches([' ', '\t', '>']);
        let free = self.spans.is_empty() && self.link.is_none() && frame.blocks.is_empty();
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
        let start = self.out.len();
        self.frames
            .push(Frame::new(Container::Item { start }, range));
        self.out.push("<li>");
        if self.notes.open.is_empty() {
            self.lead.begin();
        }
    }

    pub(super) fn end_item(&mut self) {
        self.close_spans();
        self.close_frame_blocks();
        self.frames.pop();
        self.out.push("</li>\n");
        self.lead.end(false);
    }

    /// The box of a task, in the item that was begun.
    pub(super) fn task(&mut self, done: bool) {
        if let Some(Frame {
            kind: Container::Item { start },
            ..
        }) = self.frames.last()
        {
            const CLASS: &str = " class=\"task\"";
            self.out.insert(start + 3, CLASS);
            // `- [ ] Text` over a line of `-` is a heading in the item, and moves on.
            if let Some(heading) = &mut self.heading {
                heading.start += CLASS.len();
                heading.content += CLASS.len();
            }
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
