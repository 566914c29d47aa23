//! From events to HTML.
//!
//! Owns [`Writer`], the state of one pass, and which part handles which event.
//! Must never know other texts.

use std::collections::{BTreeMap, VecDeque};
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

use super::allow::Allows;
use super::blocks::{Container, Frame};
use super::context::Context;
use super::escape;
use super::events::{Events, Piece};
use super::footnotes::Notes;
use super::headings::{Headings, OpenHeading};
use super::ids::Ids;
use super::images::OpenImage;
use super::lead::{Lead, Words};
use super::links::OpenLink;
use super::out::Out;
use super::raw::Block;
use super::spans::Lang;
use super::survey::{Bracket, Fence, Survey};
use super::suspicious::Suspects;
use super::tables::OpenTable;
use crate::diagnostic::{Diagnostic, Span};
use crate::parse::document::{BodyImage, Link};
use crate::parse::typography::Flow;

/// One pass over a text.
pub(super) struct Writer<'a> {
    pub(super) context: Context<'a>,
    pub(super) source: &'a str,
    /// One line without blocks.
    pub(super) inline: bool,
    pub(super) out: Out,
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) links: Vec<Link>,
    pub(super) images: Vec<BodyImage>,
    pub(super) ids: Ids,
    pub(super) notes: Notes,
    pub(super) headings: Headings,
    pub(super) lead: Lead,
    pub(super) words: Words,
    pub(super) allows: Allows,
    /// Languages, innermost last.
    pub(super) langs: Vec<Lang>,
    /// Blocks that are open, the text itself first.
    pub(super) frames: Vec<Frame>,
    /// Spans `[text]{…}` that are open, and whether they set a language.
    pub(super) spans: Vec<bool>,
    pub(super) brackets: VecDeque<Bracket>,
    pub(super) fences: VecDeque<Fence>,
    /// Text before this byte was read as attributes.
    pub(super) skip_until: usize,
    /// How the text goes on in this paragraph.
    pub(super) flow: Flow,
    pub(super) scratch: String,
    pub(super) heading: Option<OpenHeading>,
    pub(super) table: Option<OpenTable>,
    pub(super) image: Option<OpenImage>,
    /// An image that stands alone with a caption is open.
    pub(super) figure: bool,
    /// A paragraph that may turn out to be a figure.
    pub(super) waiting_paragraph: Option<Range<usize>>,
    /// The link that is open.
    pub(super) link: Option<OpenLink>,
    /// Links of raw HTML that are open.
    pub(super) raw_links: usize,
    /// Elements of raw HTML that are open, and where they began.
    pub(super) raw_open: Vec<(String, Span)>,
    pub(super) in_code: bool,
    /// Code has a character that turns the direction of the text.
    pub(super) code_turns: bool,
    pub(super) suspects: Suspects,
    pub(super) raw_block: Option<Block>,
    /// The inline element whose content is left out with it.
    pub(super) muted: Option<String>,
    /// There is raw HTML in the output.
    pub(super) has_raw: bool,
    /// Labels of tables so far, to keep them apart.
    pub(super) labels: BTreeMap<String, u32>,
}

impl<'a> Writer<'a> {
    /// For a text that was looked through.
    pub(super) fn new(context: Context<'a>, source: &'a str, survey: Survey<'a>) -> Self {
        let to_mark = source.contains("<!--") && source.contains("more");
        Self {
            context,
            source,
            inline: false,
            out: Out {
                html: String::with_capacity(source.len() + source.len() / 3),
                ..Out::default()
            },
            diagnostics: Vec::new(),
            links: Vec::new(),
            images: Vec::new(),
            ids: Ids::default(),
            notes: Notes::default(),
            headings: Headings::new(survey.has_h1),
            lead: Lead::new(to_mark),
            words: Words::default(),
            allows: Allows::default(),
            langs: vec![Lang::of(context.lang)],
            frames: vec![Frame::new(Container::Text, 0..source.len())],
            spans: Vec::new(),
            brackets: survey.brackets,
            fences: survey.fences,
            skip_until: 0,
            flow: Flow::default(),
            scratch: String::new(),
            heading: None,
            table: None,
            image: None,
            figure: false,
            waiting_paragraph: None,
            link: None,
            raw_links: 0,
            raw_open: Vec::new(),
            in_code: false,
            code_turns: false,
            suspects: Suspects::default(),
            raw_block: None,
            muted: None,
            has_raw: false,
            labels: BTreeMap::new(),
        }
    }

    /// Writes everything.
    pub(super) fn run(&mut self, events: Events<'a>) {
        for (piece, range) in events {
            if let Some(paragraph) = self.waiting_paragraph.take() {
                self.decide_paragraph(paragraph, &piece, &range);
            }
            match piece {
                Piece::Text => self.text(range),
                Piece::Event(event) => self.event(event, range),
            }
        }
        self.close_frame_blocks();
    }

    /// The place of these bytes in the file, without the line's end.
    pub(super) fn span(&self, range: &Range<usize>) -> Span {
        let text = &self.source[range.clone()];
        self.context
            .span(&(range.start..range.start + text.trim_end().len()))
    }

    fn event(&mut self, event: Event<'a>, range: Range<usize>) {
        if self.image.is_some() {
            return self.within_image(&event);
        }
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(end) => self.end(end, range),
            Event::Text(text) => self.literal(&text),
            Event::Code(code) => self.code(&code),
            Event::Html(html) => self.raw_block_goes_on(&html, range.start),
            Event::InlineHtml(html) => self.raw_inline(&html, range),
            Event::FootnoteReference(label) => self.note_reference(&label, &range),
            Event::SoftBreak => self.soft_break(range),
            Event::HardBreak => {
                self.out.push("<br>\n");
                self.broken(range.end);
            }
            Event::Rule => self.rule(range),
            Event::TaskListMarker(done) => self.task(done),
            // Options that are off.
            Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'a>, range: Range<usize>) {
        if self.allows.is_waiting() && !self.is_comment(&tag, &range) {
            let block = self.span(&range);
            self.allows.block(block);
        }
        match tag {
            Tag::Paragraph => self.start_paragraph(range),
            Tag::Heading { level, .. } => self.start_heading(level as u8, range),
            Tag::BlockQuote(kind) => self.start_quote(kind, range),
            Tag::CodeBlock(kind) => self.start_code(&kind, range),
            Tag::HtmlBlock => self.raw_block = Some(Block::default()),
            Tag::List(start) => self.start_list(start),
            Tag::Item => self.start_item(range),
            Tag::FootnoteDefinition(label) => self.start_note(&label, range),
            Tag::DefinitionList => self.out.push("<dl>\n"),
            Tag::DefinitionListTitle => {
                self.begin_block();
                self.out.push("<dt>");
            }
            Tag::DefinitionListDefinition => {
                self.begin_block();
                self.frames.push(Frame::new(Container::Other, range));
                self.out.push("<dd>");
            }
            Tag::Table(alignments) => self.start_table(alignments, range),
            Tag::TableHead => self.start_table_head(),
            Tag::TableRow => self.start_table_row(range),
            Tag::TableCell => self.start_table_cell(),
            Tag::Emphasis => self.out.push("<em>"),
            Tag::Strong => self.out.push("<strong>"),
            Tag::Strikethrough => self.out.push("<del>"),
            Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            } => self.start_link(link_type, &dest_url, &title, range),
            Tag::Image {
                dest_url, title, ..
            } => self.start_image(&dest_url, &title, range),
            // Options that are off.
            Tag::Superscript | Tag::Subscript | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, end: TagEnd, range: Range<usize>) {
        match end {
            TagEnd::Paragraph => self.end_paragraph(),
            TagEnd::Heading(_) => self.end_heading(range),
            TagEnd::BlockQuote(_) => self.end_quote(),
            TagEnd::CodeBlock => {
                self.in_code = false;
                self.out.push("</code></pre>\n");
            }
            TagEnd::HtmlBlock => self.end_raw_block(),
            TagEnd::List(ordered) => self.out.push(if ordered { "</ol>\n" } else { "</ul>\n" }),
            TagEnd::Item => self.end_item(),
            TagEnd::FootnoteDefinition => self.end_note(),
            TagEnd::DefinitionList => self.out.push("</dl>\n"),
            TagEnd::DefinitionListTitle => {
                self.close_spans();
                self.out.push("</dt>\n");
            }
            TagEnd::DefinitionListDefinition => {
                self.close_spans();
                self.close_frame_blocks();
                self.frames.pop();
                self.out.push("</dd>\n");
            }
            TagEnd::Table => self.end_table(),
            TagEnd::TableHead => self.end_table_head(),
            TagEnd::TableRow => self.out.push("</tr>\n"),
            TagEnd::TableCell => self.end_table_cell(),
            TagEnd::Emphasis => self.out.push("</em>"),
            TagEnd::Strong => self.out.push("</strong>"),
            TagEnd::Strikethrough => self.out.push("</del>"),
            TagEnd::Link => self.end_link(),
            TagEnd::Image => {}
            // Options that are off.
            TagEnd::Superscript | TagEnd::Subscript | TagEnd::MetadataBlock(_) => {}
        }
    }

    /// A block of text begins: nothing goes on from the one before.
    pub(super) fn begin_block(&mut self) {
        self.check_marks();
        self.flow = Flow::default();
        self.muted = None;
        self.words.stop();
    }

    /// A comment is not the block that a comment before it speaks of.
    fn is_comment(&self, tag: &Tag<'_>, range: &Range<usize>) -> bool {
        matches!(tag, Tag::HtmlBlock) && self.source[range.clone()].trim_start().starts_with("<!--")
    }

    fn start_code(&mut self, kind: &CodeBlockKind<'_>, range: Range<usize>) {
        self.begin_block();
        self.in_code = true;
        self.out.push("<pre");
        self.out.own("tabindex", "0");
        self.out.push("><code");
        if let CodeBlockKind::Fenced(info) = kind {
            self.check_code_fence(&range);
            let name = info.split([' ', '\t', ',', '{']).next().unwrap_or_default();
            let safe = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'+' | b'-');
            if !name.is_empty() && name.bytes().all(safe) {
                self.out.push(" class=\"language-");
                self.out.push(name);
                self.out.push("\"");
            }
        }
        self.out.push(">");
    }

    fn code(&mut self, code: &str) {
        self.out.push("<code>");
        escape::text(&mut self.out.html, code);
        self.out.push("</code>");
        self.plain(code);
        self.flow.before = code.chars().next_back().unwrap_or('`');
    }

    /// Text that is read by people but set by nobody.
    pub(super) fn plain(&mut self, text: &str) {
        self.words.push(text);
        self.lead.push(text);
        if let Some(heading) = &mut self.heading {
            heading.text.push_str(text);
        }
        if let Some(table) = &mut self.table {
            table.hear(text);
        }
    }

    fn soft_break(&mut self, range: Range<usize>) {
        if !self.speaker_line(&range) {
            self.out.push("\n");
        }
        self.broken(range.end);
    }

    /// A new line begins at this byte.
    fn broken(&mut self, at: usize) {
        self.plain(" ");
        self.flow.before = '\n';
        self.check_line_start(at);
    }
}
