//! HTML that authors write among Markdown.
//!
//! Owns what of it is let through, and makes holes of its links and images. The
//! site's choice decides: an allow-list, everything, or nothing. Must never know
//! how the result is parsed; [`crate::parse::sanitize`] does that again.

use std::ops::Range;

use super::escape;
use super::html::{Tag, Token, Tokens, decode};
use super::lead;
use super::loaded::{holds_photo, loads};
use super::loose::COMMENT;
use super::out::offset;
use super::reports::Reports;
use super::writer::Writer;
use crate::diagnostic::{allow, foreign, image, markdown};
use crate::parse::RawHtml;
use crate::parse::sanitize;

/// The HTML of a text.
#[derive(Debug, Default)]
pub(super) struct Raw {
    /// Some of it is in the output.
    pub(super) written: bool,
    /// Links that are open.
    links: usize,
    /// Elements that are open, and where they began.
    open: Vec<(String, Range<usize>)>,
    block: Option<Block>,
    /// The inline element whose content is left out with it.
    muted: Option<String>,
}

impl Raw {
    /// Whether a link is open.
    pub(super) fn within_link(&self) -> bool {
        self.links > 0
    }

    /// Whether the text here is left out.
    pub(super) fn is_muted(&self) -> bool {
        self.muted.is_some()
    }

    /// A block of text begins, in which nothing is left out yet.
    pub(super) fn begin(&mut self) {
        self.muted = None;
    }

    /// A block of HTML begins.
    pub(super) fn begin_block(&mut self) {
        self.block = Some(Block::default());
    }

    /// A line of it.
    pub(super) fn line(&mut self, html: &str, at: usize) {
        if let Some(block) = &mut self.block {
            block.lines.push((block.text.len(), at));
            block.text.push_str(html);
        }
    }

    fn begins(&mut self, name: &str, place: Range<usize>) {
        self.links += usize::from(name == "a");
        if !ENDLESS.contains(&name) {
            self.open.push((name.to_owned(), place));
        }
    }

    fn ends(&mut self, name: &str) {
        self.links = self.links.saturating_sub(usize::from(name == "a"));
        let near = self.open.len().saturating_sub(DEEP);
        let fellow = self.open[near..].iter().rposition(|(open, _)| open == name);
        if let Some(at) = fellow {
            self.open.remove(near + at);
        }
    }

    /// Reports the elements that were opened and never closed.
    pub(super) fn finish(&mut self, reports: &mut Reports<'_>) {
        for (name, place) in std::mem::take(&mut self.open) {
            reports.at(&place, |file, span| {
                markdown::html_unclosed(file, span, &name)
            });
        }
    }
}

/// A block of HTML that is being read, line by line.
#[derive(Debug, Default)]
struct Block {
    text: String,
    /// Where each line begins, in the text and in the source.
    lines: Vec<(usize, usize)>,
}

impl Block {
    /// The bytes of the source behind these bytes of the text.
    fn source(&self, range: &Range<usize>) -> Range<usize> {
        let at = |offset: usize| {
            let line = self.lines.partition_point(|(start, _)| *start <= offset);
            let (start, source) = self.lines[..line].last().copied().unwrap_or_default();
            source + offset - start
        };
        at(range.start)..at(range.end.saturating_sub(1)) + 1
    }
}

/// Elements whose content is no HTML.
const OPAQUE: &[&str] = &[
    "script",
    "style",
    "title",
    "textarea",
    "iframe",
    "noembed",
    "noframes",
    "xmp",
    "plaintext",
    "template",
    "svg",
    "math",
];

/// Elements that have no end, or may go without.
const ENDLESS: &[&str] = &[
    "br", "hr", "img", "input", "col", "wbr", "area", "base", "embed", "link", "meta", "source",
    "track", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup",
    "caption", "rt", "rp", "option", "optgroup", "html", "head", "body",
];

/// An end tag is matched with so many open elements.
const DEEP: usize = 64;

impl Writer<'_> {
    pub(super) fn end_raw_block(&mut self) {
        let Some(block) = self.raw.block.take() else {
            return;
        };
        self.begin_block();
        let start = self.out.len();
        if self.context.settings.raw_html == RawHtml::Escape {
            self.out.push("<p>");
            self.raw_pieces(&block.text, true, |range| block.source(range));
            if self.out.html[start + 3..].trim().is_empty() {
                self.out.truncate(start);
            } else {
                self.out.push("</p>\n");
            }
            return;
        }
        self.raw_pieces(&block.text, true, |range| block.source(range));
        if self.out.html[start..].trim().is_empty() {
            self.out.truncate(start);
        } else if !self.out.html.ends_with('\n') {
            self.out.push("\n");
        }
    }

    /// HTML within a paragraph: one tag or comment.
    pub(super) fn raw_inline(&mut self, html: &str, range: Range<usize>) {
        self.before_inline(&range);
        let start = self.out.len();
        self.raw_pieces(html, false, |part| {
            range.start + part.start..range.start + part.end
        });
        if self.context.settings.raw_html != RawHtml::Escape {
            // Tags have no place in the table of contents; their text has.
            self.cut_from_contents(start);
        }
    }

    fn raw_pieces(
        &mut self,
        html: &str,
        is_block: bool,
        source: impl Fn(&Range<usize>) -> Range<usize>,
    ) {
        let mode = self.context.settings.raw_html;
        let mut tokens = Tokens::of(html);
        while let Some((token, range)) = tokens.next() {
            let place = source(&range);
            let written = &html[range.clone()];
            match (token, mode) {
                (Token::Comment(comment), _) => self.comment(comment, is_block, place),
                (Token::Text(text), RawHtml::Escape) => self.write(text),
                (_, RawHtml::Escape) => self.write(written),
                (Token::Text(text), _) => {
                    let source = |tag: &Range<usize>| {
                        source(&(range.start + tag.start..range.start + tag.end))
                    };
                    self.suspects.check_html(text, source, &mut self.reports);
                    self.raw_text(text);
                }
                (Token::Open(tag), RawHtml::Allow) => {
                    let inside = match OPAQUE.contains(&tag.name.as_str()) {
                        true => tokens.skip_to_close(&tag.name),
                        false => "",
                    };
                    self.check_photos(&tag, inside, &place);
                    self.allowed_as_it_is(&tag, written, place);
                    self.out.push(inside);
                }
                (Token::Close(name), RawHtml::Allow) => {
                    self.raw.ends(&name);
                    self.out.push(written);
                    self.raw.written = true;
                }
                (Token::Declaration, RawHtml::Allow) => self.out.push(written),
                // What is shown without scripts is what is shown here.
                (Token::Open(tag), RawHtml::Sanitize) if tag.name == "noscript" => {}
                (Token::Open(tag), RawHtml::Sanitize) => {
                    if sanitize::attributes_of(&tag.name).is_some() {
                        self.open_tag(&tag, place);
                    } else {
                        self.removed(&format!("<{}>", tag.name), place);
                        if OPAQUE.contains(&tag.name.as_str()) {
                            tokens.skip_to_close(&tag.name);
                            // Within a paragraph its content is yet to come.
                            self.raw.muted = (!is_block).then_some(tag.name);
                        }
                    }
                }
                (Token::Close(name), RawHtml::Sanitize) => self.close_tag(&name),
                (Token::Declaration, RawHtml::Sanitize) => self.removed(first_word(written), place),
                (Token::Stray, _) => {
                    if html[range.start..].starts_with(COMMENT) {
                        let begin = source(&(range.start..range.start + COMMENT.len()));
                        self.reports.at(&begin, foreign::unclosed_comment);
                    }
                    self.out.push("&lt;");
                }
            }
        }
    }

    fn close_tag(&mut self, name: &str) {
        if self.raw.muted.as_deref() == Some(name) {
            self.raw.muted = None;
        }
        // What was left out when it began has been reported.
        if sanitize::attributes_of(name).is_some() {
            self.raw.ends(name);
            self.out.push(&format!("</{name}>"));
            self.raw.written = true;
        }
    }

    fn removed(&mut self, what: &str, place: Range<usize>) {
        self.reports.at(&place, |file, span| {
            markdown::html_removed(file, span, what)
        });
    }

    /// Text between tags keeps its entities.
    fn raw_text(&mut self, text: &str) {
        let start = self.out.len();
        escape::text(&mut self.out.html, text);
        let escaped = self.out.html[start..].contains("&amp;");
        if escaped {
            let entities = self.out.html[start..].replace("&amp;", "&");
            self.out.html.truncate(start);
            self.out.push(&entities);
        }
        self.text.words.push(text);
    }

    /// Photos written into HTML; those of `<img src>` are reported as images.
    fn check_photos(&mut self, tag: &Tag<'_>, inside: &str, place: &Range<usize>) {
        let mut values = tag.attributes.iter();
        let in_value = values.any(|(name, value)| {
            (tag.name != "img" || name != "src") && holds_photo(&decode(value))
        });
        if in_value || tag.name == "style" && holds_photo(inside) {
            let report = |file: &_, span| image::unsafe_scheme(file, span, "data");
            self.reports.at(place, report);
        }
    }

    /// A tag that stays as it was written, unless it points into the site.
    fn allowed_as_it_is(&mut self, tag: &Tag<'_>, written: &str, place: Range<usize>) {
        self.raw.written = true;
        let points = match tag.name.as_str() {
            "a" => tag.value("href").is_some(),
            "img" => true,
            element => {
                let mut attributes = tag.attributes.iter();
                attributes.any(|(name, _)| loads(element, name))
            }
        };
        if points || tag.value("id").is_some() || tag.name == "a" && tag.value("name").is_some() {
            return self.open_tag(tag, place);
        }
        self.raw.begins(&tag.name, place);
        self.out.push(written);
    }

    /// Rewrites a tag: its name, and those attributes that are let through.
    fn open_tag(&mut self, tag: &Tag<'_>, place: Range<usize>) {
        self.raw.written = true;
        let span = self.reports.span(&place);
        let all = self.context.settings.raw_html == RawHtml::Allow;
        let allowed = sanitize::attributes_of(&tag.name).unwrap_or_default();
        let (start, number) = (self.out.len(), offset(self.images.found.len()));
        self.out.push(&format!("<{}", tag.name));
        if tag.name == "img" {
            self.raw_image(tag, place.clone());
        }
        self.raw.begins(&tag.name, place.clone());
        for (name, value) in &tag.attributes {
            match (tag.name.as_str(), name.as_str()) {
                ("img", "src" | "alt" | "width" | "height") => {}
                ("a", "href") => self.href(&decode(value), span),
                // The older way to write an id.
                ("a", "name") if tag.value("id").is_some() => {}
                (_, "id") | ("a", "name") => self.raw_id(&decode(value), place.clone()),
                (element, "srcset") if all && loads(element, "srcset") => self.srcset(value, span),
                (element, name) if all && loads(element, name) => {
                    self.out.push(" ");
                    self.out.push(name);
                    self.out.push("=\"");
                    self.loaded(value, span);
                    self.out.push("\"");
                }
                _ if all || sanitize::is_allowed(name, allowed) => {
                    self.out.push(" ");
                    escape::attribute(&mut self.out.html, name);
                    self.out.push("=\"");
                    self.out.push(&escape::with_entities(value));
                    self.out.push("\"");
                }
                // In which window a link opens is its reader's choice: nothing is lost.
                ("a" | "area", "target" | "rel" | "download") => {}
                _ => self.removed(name, place.clone()),
            }
        }
        self.out.push(">");
        // Where all is allowed, it may stand in a `<picture>` of its author's.
        if !all {
            self.around_image(start, number);
        }
    }

    fn raw_id(&mut self, id: &str, place: Range<usize>) {
        let span = self.reports.span(&place);
        let usable = !id.is_empty() && !id.contains(char::is_whitespace);
        if usable && self.takes_id(id, span) {
            self.out.push(" id=\"");
            escape::attribute(&mut self.out.html, id);
            self.out.push("\"");
        }
    }

    /// Comments are for authors, and some for nitton.
    fn comment(&mut self, comment: &str, is_block: bool, place: Range<usize>) {
        let words = comment.trim();
        if lead::ends_lead(comment) {
            return self.lead.mark();
        }
        if lead::was_to_end_lead(words) {
            self.reports
                .at(&place, |file, span| foreign::lead_mark(file, span, words));
        }
        let Some(rest) = words.strip_prefix("nitton-allow") else {
            return;
        };
        if !is_block {
            return self.reports.at(&place, allow::misplaced);
        }
        let span = self.reports.span(&place);
        self.reports.allow(rest, span);
    }
}

/// `<!doctype`.
fn first_word(text: &str) -> &str {
    text.split(|c: char| c.is_whitespace() || c == '>')
        .next()
        .unwrap_or(text)
}
