//! From events to HTML.
//!
//! Owns [`Writer`], the state of one pass, and which part handles which event.
//! Must never know other texts.

use std::ops::Range;

use memchr::memmem;
use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

use super::blocks::{Blocks, Container};
use super::context::Context;
use super::escape;
use super::events::{Events, Piece};
use super::failed_links::check_references;
use super::footnotes::Notes;
use super::foreign::check_merges;
use super::headings::Headings;
use super::ids::Ids;
use super::images::Images;
use super::lead::Lead;
use super::links::Links;
use super::loose::{COMMENT, check_encoding};
use super::out::Out;
use super::prescan::Prescan;
use super::raw::Raw;
use super::reports::Reports;
use super::spans::Langs;
use super::suspicious::{Suspects, check_code_fence, check_directions};
use super::tables::Tables;
use super::text::Text;

/// One pass over a text. Each part keeps to itself what it has to know of the text
/// before; all of them write into the same HTML and report to the same place.
pub(super) struct Writer<'a> {
    pub(super) context: Context<'a>,
    pub(super) source: &'a str,
    pub(super) out: Out,
    pub(super) reports: Reports<'a>,
    pub(super) suspects: Suspects,
    pub(super) ids: Ids,
    pub(super) lead: Lead,
    pub(super) text: Text,
    pub(super) langs: Langs,
    pub(super) blocks: Blocks,
    pub(super) headings: Headings,
    pub(super) tables: Tables,
    pub(super) notes: Notes,
    pub(super) links: Links,
    pub(super) images: Images,
    pub(super) raw: Raw,
}

impl<'a> Writer<'a> {
    /// For a text that was looked through, from this byte on.
    pub(super) fn new(
        context: Context<'a>,
        source: &'a str,
        start: usize,
        prescan: Prescan<'a>,
    ) -> Self {
        let to_mark = memmem::find(source.as_bytes(), COMMENT.as_bytes()).is_some()
            && ["more", "More", "MORE"]
                .iter()
                .any(|word| source.contains(word));
        Self {
            context,
            source,
            out: Out::for_source(source),
            reports: Reports::new(context, source),
            suspects: Suspects::of(source),
            ids: Ids::default(),
            lead: Lead::new(to_mark),
            text: Text::new(prescan.brackets, start),
            langs: Langs::of(context.lang),
            blocks: Blocks::new(source.len(), prescan.fences),
            headings: Headings::new(prescan.has_h1),
            tables: Tables::default(),
            notes: Notes::default(),
            links: Links::default(),
            images: Images::default(),
            raw: Raw::default(),
        }
    }

    /// Writes everything.
    pub(super) fn run(&mut self, events: Events<'a>) {
        for (piece, range) in events {
            if let Some(paragraph) = self.blocks.take_waiting() {
                self.decide_paragraph(paragraph, &piece, &range);
            }
            match piece {
                Piece::Text => self.running_text(range),
                Piece::Event(event) => self.event(event, range),
            }
        }
        self.close_frame_blocks();
        self.finish_notes();
    }

    /// Reports what is only known once the whole text was read.
    pub(super) fn check(&mut self, broken: &[(Range<usize>, String)], merges: &[Range<usize>]) {
        self.suspects.finish(&mut self.reports);
        check_references(broken, &mut self.reports);
        if self.text.turns() {
            check_directions(&mut self.reports);
        }
        // Values of front matter have been looked at.
        if !self.context.is_inline() {
            check_encoding(&mut self.reports);
        }
        self.raw.finish(&mut self.reports);
        check_merges(merges, &mut self.reports);
    }

    fn event(&mut self, event: Event<'a>, range: Range<usize>) {
        if self.images.is_open() {
            return self.within_image(&event);
        }
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(end) => self.end(end, range),
            Event::Text(text) => self.literal(&text),
            Event::Code(code) => self.code(&code),
            Event::Html(html) => self.raw.line(&html, range.start),
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
        if self.reports.awaits_block() && !self.is_comment(&tag, &range) {
            self.reports.block(&range);
        }
        match tag {
            Tag::Paragraph => self.start_paragraph(range),
            Tag::Heading { level, .. } => self.start_heading(level as u8, range),
            Tag::BlockQuote(kind) => self.start_quote(kind, range),
            Tag::CodeBlock(kind) => self.start_code(&kind, range),
            Tag::HtmlBlock => self.raw.begin_block(),
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
                self.blocks.open(Container::Other, range);
                self.out.push("<dd>");
            }
            Tag::Table(alignments) => self.start_table(alignments),
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
                self.text.is_code(false);
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
                self.blocks.close();
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
        self.suspects.end_block(&mut self.reports);
        self.text.begin();
        self.raw.begin();
    }

    /// A comment is not the block that a comment before it speaks of.
    fn is_comment(&self, tag: &Tag<'_>, range: &Range<usize>) -> bool {
        matches!(tag, Tag::HtmlBlock) && self.source[range.clone()].trim_start().starts_with("<!--")
    }

    fn start_code(&mut self, kind: &CodeBlockKind<'_>, range: Range<usize>) {
        self.begin_block();
        self.text.is_code(true);
        self.out.push("<pre");
        self.out.own("tabindex", "0");
        self.out.push("><code");
        if let CodeBlockKind::Fenced(info) = kind {
            check_code_fence(&range, &mut self.reports);
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
        self.text.ends_with(code.chars().next_back().unwrap_or('`'));
    }

    /// Text that is read by people but set by nobody.
    pub(super) fn plain(&mut self, text: &str) {
        self.text.words.push(text);
        self.lead.push(text);
        self.headings.hear(text);
        self.tables.hear(text);
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
        self.text.ends_with('\n');
        self.suspects.check_line_start(at, &mut self.reports);
    }
}
