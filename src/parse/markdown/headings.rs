//! Headings: levels, ids, and the table of contents.
//!
//! Owns what headings need of each other. Must never know other blocks.

use std::ops::Range;

use super::attributes::Attributes;
use super::escape;
use super::out::Out;
use super::spans::write_lang;
use super::writer::Writer;
use crate::diagnostic::{headings, markdown};
use crate::parse::document::Heading;

/// Headings so far.
#[derive(Debug)]
pub(super) struct Headings {
    /// Those for the table of contents.
    pub(super) found: Vec<Heading>,
    /// 1 if the text has headings with one `#`, so that none is published as such.
    shift: u8,
    /// The level of the one before, as written.
    before: Option<u8>,
    h1_reported: bool,
    open: Option<OpenHeading>,
}

impl Headings {
    /// For a text with, or without, headings with one `#`.
    pub(super) fn new(has_h1: bool) -> Self {
        Self {
            found: Vec::new(),
            shift: u8::from(has_h1),
            before: None,
            h1_reported: false,
            open: None,
        }
    }

    /// Whether one is being read.
    pub(super) fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Plain text of the one that is being read.
    pub(super) fn hear(&mut self, text: &str) {
        if let Some(heading) = &mut self.open {
            heading.text.push_str(text);
        }
    }

    /// HTML of so many bytes was inserted before the one that is being read.
    pub(super) fn moves(&mut self, by: usize) {
        if let Some(heading) = &mut self.open {
            heading.start += by;
            heading.content += by;
        }
    }

    /// Leaves this HTML out of the table of contents.
    pub(super) fn cut(&mut self, html: Range<usize>) {
        if let Some(heading) = &mut self.open {
            heading.cuts.push(html);
        }
    }

    /// The same for the id of a tag that begins here: it must not be there twice.
    pub(super) fn cut_id(&mut self, from: usize, html: &str) {
        if self.is_open()
            && let Some(at) = html[from..].find(" id=\"")
        {
            let at = from + at;
            let end = html[at + 5..].find('"');
            self.cut(at..end.map_or(html.len(), |end| at + 6 + end));
        }
    }

    /// Where the attributes of the one that is being read stand, if within these bytes.
    pub(super) fn attributes_within(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let cut = self.open.as_ref()?.cut.as_ref()?;
        (range.start <= cut.start && cut.end <= range.end).then(|| cut.clone())
    }
}

/// A heading whose text is being read.
#[derive(Debug)]
struct OpenHeading {
    /// 2–6.
    level: u8,
    /// Where its tag begins, and its text.
    start: usize,
    content: usize,
    /// Its plain text.
    text: String,
    /// HTML that the table of contents leaves out.
    cuts: Vec<Range<usize>>,
    attributes: Attributes,
    /// Whether its end sets the language back.
    sets_lang: bool,
    /// Where its attributes stand in the source.
    cut: Option<Range<usize>>,
}

impl Writer<'_> {
    pub(super) fn start_heading(&mut self, level: u8, range: Range<usize>) {
        self.begin_block();
        self.check_level(level, &range);
        let found = attributes_at_end(self.source, &range);
        let (attributes, cut) = found.map_or_else(Default::default, |(a, cut)| (a, Some(cut)));
        let span = self.reports.span(&range);
        let sets_lang = self.begin_lang(&attributes, span);
        let level = (level + self.headings.shift).clamp(2, 6);
        let start = self.out.len();
        self.out
            .push(["<h2>", "<h3>", "<h4>", "<h5>", "<h6>"][usize::from(level - 2)]);
        self.headings.open = Some(OpenHeading {
            level,
            start,
            content: self.out.len(),
            text: String::new(),
            cuts: Vec::new(),
            attributes,
            sets_lang,
            cut,
        });
    }

    fn check_level(&mut self, level: u8, range: &Range<usize>) {
        if level == 1 && !self.headings.h1_reported {
            self.headings.h1_reported = true;
            let line = self.source[range.clone()].trim();
            let underlined = !line.starts_with('#');
            let words = line
                .split('\n')
                .next()
                .unwrap_or(line)
                .trim_matches(['#', ' ']);
            let plain = |text: &str| {
                text.to_lowercase()
                    .replace(|c: char| !c.is_alphanumeric(), "")
            };
            let title = plain(self.context.title);
            let repeats = !title.is_empty() && plain(words) == title;
            self.reports.at(range, |file, span| {
                headings::h1_in_body(file, span, underlined, repeats)
            });
        }
        if level == 2 {
            self.check_rule(range);
        }
        let before = self.headings.before;
        if level > before.unwrap_or(1) + 1 {
            self.reports.at(range, |file, span| {
                headings::jump(file, span, level, before)
            });
        }
        self.headings.before = Some(level);
    }

    /// A paragraph above a line of `---` was to have a rule below it. Who underlines a
    /// heading makes the line as long as the words.
    fn check_rule(&mut self, range: &Range<usize>) {
        let text = self.source[range.clone()].trim();
        let Some((words, rule)) = text.rsplit_once('\n').filter(|_| !text.starts_with('#')) else {
            return;
        };
        let words = words.trim_end();
        let length = words.chars().count();
        let marks = rule.matches('-').count();
        let one_line = !words.contains('\n');
        if !one_line || marks < 6 && marks + 2 < length {
            let heading = Some(words).filter(|_| one_line && length < 80);
            self.reports
                .at(range, |file, span| headings::by_rule(file, span, heading));
        }
    }

    pub(super) fn end_heading(&mut self, range: Range<usize>) {
        self.close_spans();
        let Some(heading) = self.headings.open.take() else {
            return;
        };
        let span = self.reports.span(&range);
        let dir = self.langs.turns(heading.sets_lang);
        self.langs.end(heading.sets_lang);
        let end = self.out.html.trim_end().len().max(heading.content);
        if self.out.html[heading.content..end].is_empty() {
            self.out.truncate(heading.start);
            self.reports.push(headings::empty(self.context.file, span));
            return;
        }
        // What belongs behind the last space keeps it.
        let hole = self.out.holes.last().is_some_and(|h| h.at as usize >= end);
        let note = self.out.notes.last().is_some_and(|n| n.at as usize > end);
        if !hole && !note {
            self.out.html.truncate(end);
        }
        let id = self.heading_id(&heading, &range);
        let html = without(&self.out.html, heading.content..end, &heading.cuts);
        let mut tag = Out::default();
        tag.push(" id=\"");
        escape::attribute(&mut tag.html, &id);
        tag.push("\"");
        let lang = heading
            .attributes
            .lang
            .as_deref()
            .filter(|_| heading.sets_lang);
        write_lang(&mut tag, lang, dir);
        heading.attributes.write_classes("", &mut tag);
        self.out.insert(heading.start + 3, &tag.html);
        self.out.push(
            ["</h2>\n", "</h3>\n", "</h4>\n", "</h5>\n", "</h6>\n"][usize::from(heading.level - 2)],
        );
        if !self.blocks.within_quote() {
            self.headings.found.push(Heading {
                level: heading.level,
                id,
                html: html.trim().to_owned(),
                span,
            });
        }
    }

    fn heading_id(&mut self, heading: &OpenHeading, range: &Range<usize>) -> String {
        for key in &heading.attributes.unknown {
            self.reports.at(range, |file, span| {
                markdown::unknown_attribute(file, span, key)
            });
        }
        let span = self.reports.span(heading.cut.as_ref().unwrap_or(range));
        match &heading.attributes.id {
            Some(id) if self.takes_id(id, span) => id.clone(),
            Some(id) => self.ids.instead(id),
            None => self.ids.unique(&heading.text),
        }
    }
}

/// `{…}` behind a heading's text, before its closing `#`s.
fn attributes_at_end(source: &str, range: &Range<usize>) -> Option<(Attributes, Range<usize>)> {
    let mut text = source[range.clone()].trim_end();
    if !text.starts_with('#') {
        // The line below is its rule.
        text = text.rsplit_once('\n')?.0.trim_end();
    } else if text.ends_with('#') {
        let open = text.trim_end_matches('#');
        if open.ends_with([' ', '\t']) {
            text = open.trim_end();
        }
    }
    if !text.ends_with('}') {
        return None;
    }
    let line = text.rfind('\n').map_or(0, |at| at + 1);
    let at = line + text[line..].rfind('{')?;
    let free = text[..at].ends_with([' ', '\t']);
    let attributes = Attributes::parse(&text[at..]).filter(|a| free && a.len == text.len() - at)?;
    let start = range.start + at;
    let end = start + attributes.len;
    Some((attributes, start..end))
}

/// HTML without these parts, which ascend.
fn without(html: &str, range: Range<usize>, cuts: &[Range<usize>]) -> String {
    let mut kept = String::with_capacity(range.len());
    let mut from = range.start;
    for cut in cuts {
        if cut.start >= from && cut.end <= range.end {
            kept.push_str(&html[from..cut.start]);
            from = cut.end;
        }
    }
    kept.push_str(&html[from..range.end]);
    kept
}
