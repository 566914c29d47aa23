//! Footnotes.
//!
//! Owns their numbers, ids and way back. They are numbered by their first reference
//! when the whole text is known, wherever they were written. Must never know blocks.

use std::collections::HashMap;
use std::ops::Range;

use super::blocks::Container;
use super::escape;
use super::out::{NoteMark, Out, offset};
use super::writer::Writer;
use crate::diagnostic::{Span, markdown};
use crate::parse::document::{Link, LinkTarget};
use crate::parse::settings::Labels;

/// The footnotes of a text.
#[derive(Debug, Default)]
pub(super) struct Notes {
    by_label: HashMap<String, u32>,
    notes: Vec<Note>,
    /// The text around the notes that are being read.
    open: Vec<(Out, u32)>,
}

#[derive(Debug)]
struct Note {
    label: String,
    /// Where it was first mentioned.
    span: Span,
    /// Its HTML, once it was read.
    out: Option<Out>,
}

impl Notes {
    /// Whether one is being read.
    pub(super) fn is_open(&self) -> bool {
        !self.open.is_empty()
    }

    fn index(&mut self, label: &str, span: Span) -> u32 {
        let key = label.to_lowercase();
        if let Some(index) = self.by_label.get(&key) {
            return *index;
        }
        let index = offset(self.notes.len());
        self.by_label.insert(key, index);
        self.notes.push(Note {
            label: label.to_owned(),
            span,
            out: None,
        });
        index
    }
}

impl Writer<'_> {
    /// `[^1]` in running text.
    pub(super) fn note_reference(&mut self, label: &str, range: &Range<usize>) {
        let span = self.reports.span(range);
        let note = self.notes.index(label, span);
        // pulldown-cmark lets no link contain a footnote, so that no link is in another.
        self.out.note(note, span);
        self.text.words.stop();
    }

    /// `[^1]: …` begins.
    pub(super) fn start_note(&mut self, label: &str, range: Range<usize>) {
        let line = self.source[range.clone()]
            .lines()
            .next()
            .map_or(0, str::len);
        let span = self.reports.span(&(range.start..range.start + line));
        let note = self.notes.index(label, span);
        if let Some(known) = self.notes.notes.get_mut(note as usize) {
            if known.out.is_some() {
                let problem = markdown::duplicate_note(self.context.file, span, label);
                self.reports.push(problem);
            } else {
                known.span = span;
            }
        }
        let around = std::mem::take(&mut self.out);
        self.notes.open.push((around, note));
        self.blocks.open(Container::Note, range);
    }

    /// It ends.
    pub(super) fn end_note(&mut self) {
        self.close_frame_blocks();
        self.blocks.close();
        let Some((around, note)) = self.notes.open.pop() else {
            return;
        };
        let out = std::mem::replace(&mut self.out, around);
        if let Some(note) = self.notes.notes.get_mut(note as usize) {
            note.out.get_or_insert(out);
        }
    }

    /// Numbers the notes, writes the references to them and their section.
    pub(super) fn finish_notes(&mut self) {
        let notes = std::mem::take(&mut self.notes);
        if notes.notes.is_empty() {
            return;
        }
        let order = Order::of(&self.out, &notes.notes);
        let body = std::mem::take(&mut self.out);
        let mut seen = vec![0; notes.notes.len()];
        self.splice(body, &order, &mut seen);
        if !order.notes.is_empty() {
            self.section_begins();
        }
        let (mut outs, labels): (Vec<Option<Out>>, Vec<(String, Span)>) = notes
            .notes
            .into_iter()
            .map(|note| (note.out, (note.label, note.span)))
            .unzip();
        for note in &order.notes {
            let number = order.numbers[*note];
            let id = format!("fn-{}-{number}", self.context.slug);
            self.out.push("<li id=\"");
            escape::attribute(&mut self.out.html, &id);
            self.out.push("\">\n");
            self.ids.claim(&id);
            let out = outs[*note].take().unwrap_or_default();
            self.splice(out, &order, &mut seen);
            self.ways_back(number, order.references[*note], labels[*note].1);
            self.out.push("</li>\n");
        }
        if !order.notes.is_empty() {
            self.out.push("</ol>\n</section>\n");
        }
        for (note, (label, span)) in labels.iter().enumerate() {
            if order.numbers[note] == 0 {
                let problem = markdown::unused_note(self.context.file, *span, label);
                self.reports.push(problem);
            }
        }
    }

    fn section_begins(&mut self) {
        // No `lang` for the name here: it would be that of the notes, too.
        self.out.push("<section class=\"footnotes\"");
        self.out.own("role", "doc-endnotes");
        self.out.guarded("aria-label");
        escape::attribute(&mut self.out.html, &self.context.settings.labels.footnotes);
        self.out.push("\">\n<ol>\n");
    }

    /// Appends a buffer, with its references to notes written out.
    fn splice(&mut self, from: Out, order: &Order, seen: &mut [u32]) {
        let mut holes = from.holes.into_iter().peekable();
        let mut guards = from.guards.into_iter().peekable();
        let mut copied = 0;
        let end = NoteMark {
            at: offset(from.html.len()),
            note: u32::MAX,
            span: Span::default(),
        };
        for mark in from.notes.iter().chain([&end]) {
            let shift = self.out.len() - copied;
            while let Some(mut hole) = holes.next_if(|hole| hole.at <= mark.at) {
                hole.at += offset(shift);
                self.out.holes.push(hole);
            }
            while let Some(guard) = guards.next_if(|guard| *guard <= mark.at) {
                self.out.guards.push(guard + offset(shift));
            }
            self.out.push(&from.html[copied..mark.at as usize]);
            copied = mark.at as usize;
            if let Some(seen) = seen.get_mut(mark.note as usize) {
                *seen += 1;
                self.write_reference(order.numbers[mark.note as usize], *seen, mark.span);
            }
        }
    }

    fn write_reference(&mut self, number: u32, times: u32, span: Span) {
        let slug = self.context.slug;
        let labels = &self.context.settings.labels;
        let id = reference_id(slug, number, times);
        let lang = self.label_lang();
        self.out.push("<sup class=\"footnote-ref\"><a");
        self.note_link(format!("fn-{slug}-{number}"), span);
        self.out.push(" id=\"");
        escape::attribute(&mut self.out.html, &id);
        self.out.push("\"");
        self.ids.claim(&id);
        self.out.own("role", "doc-noteref");
        self.out.guarded("aria-label");
        escape::attribute(&mut self.out.html, &numbered(&labels.footnote, number));
        self.out.push("\"");
        self.out.push(&lang);
        self.out.push(&format!(">{number}</a></sup>"));
    }

    /// Links back to the text, at the end of the note's last paragraph.
    fn ways_back(&mut self, number: u32, references: u32, span: Span) {
        const END: &str = "</p>\n";
        let in_paragraph = self.out.html.ends_with(END);
        if in_paragraph {
            let end = self.out.len() - END.len();
            self.out.html.truncate(end);
        } else {
            self.out.push("<p>");
        }
        let labels: &Labels = &self.context.settings.labels;
        let lang = self.label_lang();
        for times in 1..=references {
            let mut label = numbered(&labels.footnote_back, number);
            if times > 1 {
                label.push_str(&format!(" ({times})"));
            }
            self.out.push(" <a");
            self.note_link(reference_id(self.context.slug, number, times), span);
            self.out.push(" class=\"footnote-back\"");
            self.out.own("role", "doc-backlink");
            self.out.guarded("aria-label");
            escape::attribute(&mut self.out.html, &label);
            self.out.push("\"");
            self.out.push(&lang);
            // The selector keeps the arrow from becoming a picture.
            self.out.push(">↩\u{fe0e}");
            if times > 1 {
                self.out.push(&format!("<sup>{times}</sup>"));
            }
            self.out.push("</a>");
        }
        self.out.push(END);
    }

    /// A hole, so that feeds can make the address absolute.
    fn note_link(&mut self, id: String, span: Span) {
        self.out.push(" href=\"");
        self.out.hole(self.links.add(Link {
            target: LinkTarget::Fragment(id),
            span,
            allowed: true,
        }));
        self.out.push("\"");
    }
}

/// In which order notes come, and how often each is referred to.
struct Order {
    /// Notes by number.
    notes: Vec<usize>,
    /// The number of each note, from 1; 0 if nothing refers to it.
    numbers: Vec<u32>,
    references: Vec<u32>,
}

impl Order {
    /// Follows the references through the text and then through the notes.
    fn of(body: &Out, notes: &[Note]) -> Self {
        let mut order = Self {
            notes: Vec::new(),
            numbers: vec![0; notes.len()],
            references: vec![0; notes.len()],
        };
        order.follow(&body.notes);
        let mut next = 0;
        while let Some(note) = order.notes.get(next) {
            if let Some(out) = &notes[*note].out {
                order.follow(&out.notes);
            }
            next += 1;
        }
        order
    }

    fn follow(&mut self, marks: &[NoteMark]) {
        for mark in marks {
            let note = mark.note as usize;
            self.references[note] += 1;
            if self.numbers[note] == 0 {
                self.notes.push(note);
                self.numbers[note] = offset(self.notes.len());
            }
        }
    }
}

fn reference_id(slug: &str, number: u32, times: u32) -> String {
    if times > 1 {
        format!("fnref-{slug}-{number}-{times}")
    } else {
        format!("fnref-{slug}-{number}")
    }
}

fn numbered(label: &str, number: u32) -> String {
    label.replace("{n}", &number.to_string())
}
