//! Texts in order, and what YAML's comments took from them.
//!
//! Owns what is cleaned up in every text of a front matter.

use super::Reader;
use super::html::without_html;
use super::yaml::{Kind, Node, quoted};
use crate::diagnostic::{Diagnostic, Span, site, values};
use crate::encoding;
use crate::placeholder;

impl Reader<'_> {
    /// Warns of `title: Rapport #3`, where YAML reads a comment.
    pub(super) fn check_comment(&mut self, key: &str, key_span: Span, node: &Node) {
        if let Some((place, corrected)) = self.lost_to_comment(key, key_span, node) {
            let lost = self.source(place);
            let (codes, file) = (self.codes, self.file);
            self.report(values::lost_to_comment(
                codes, file, place, &lost, &corrected,
            ));
        }
    }

    /// What a comment took from a value, and the line as it should be. A comment
    /// proper has a space after its `#`.
    pub(super) fn lost_to_comment(
        &self,
        key: &str,
        key_span: Span,
        node: &Node,
    ) -> Option<(Span, String)> {
        let is_null = matches!(node.kind, Kind::Null);
        let from = if is_null { key_span.end } else { node.span.end };
        let source = self.text.get(node.span.start..node.span.end)?;
        if !is_null && source.starts_with(['"', '\'', '|', '>']) {
            return None;
        }
        let rest = self.text.get(from..)?.lines().next()?.trim_end();
        let after = if is_null {
            rest.trim_start_matches([':', ' ', '-'])
        } else {
            rest.trim_start_matches(' ')
        };
        let word = after.strip_prefix('#')?.starts_with(char::is_alphanumeric);
        if !word || after.len() == rest.len() {
            return None;
        }
        let start = from + rest.len() - after.len();
        let value = if is_null {
            after.to_owned()
        } else {
            format!("{source}{rest}")
        };
        let place = Span::new(start, start + after.len());
        Some((place, format!("{key}: {}", quoted(&value))))
    }

    /// Warns once of `[“a”, “b”]`.
    pub(super) fn check_marks(&mut self, key: &str, items: &[Node]) {
        let marked = |item: &&Node| item.as_text().and_then(in_curly_quotes).is_some();
        let Some(first) = items.iter().find(marked) else {
            return;
        };
        let texts = items.iter().filter_map(Node::as_text);
        let texts: Vec<String> = texts
            .map(|text| quoted(in_curly_quotes(text).unwrap_or(text)))
            .collect();
        let line = format!("{key}: [{}]", texts.join(", "));
        let found = values::curly_items(self.codes, self.file, first.span, &line);
        self.report(found);
    }

    /// Warns of what readers would see as rubbish: letters in a wrong encoding and, where
    /// HTML has no meaning, the HTML of another system. `key` is that of a whole line.
    pub(super) fn check_readable(&mut self, key: Option<&str>, node: &Node, is_plain: bool) {
        let written = node.as_text().unwrap_or_default();
        let repaired = encoding::repaired(written);
        let text = repaired.as_deref().unwrap_or(written);
        let plain = is_plain.then(|| without_html(text)).flatten();
        let piece = match (&repaired, &plain) {
            (Some(_), _) => garbled_word(written),
            (None, Some((first, _))) => &written[first.clone()],
            (None, None) => return,
        };
        let meant = plain.as_ref().map_or(text, |(_, meant)| meant);
        let meant = joined(&clean(meant).0);
        let line = match key {
            Some(key) => format!("{key}: {}", quoted(&meant)),
            None => quoted(&meant),
        };
        let (codes, file, place) = (self.codes, self.file, self.place_of(piece, node.span));
        self.report(match repaired {
            Some(_) => values::garbled(codes, file, place, piece, &line),
            None => values::markup(codes, file, place, piece, &line),
        });
    }

    /// Warns of a text that is still the one that nitton wrote.
    pub(super) fn check_placeholder(&mut self, written: &str, span: Span) {
        if placeholder::is_placeholder(written) {
            self.report(site::placeholder(self.file, span, written.trim()));
        }
    }

    /// The same in a text that begins at `start`, where its first or last line may be it.
    pub fn check_body(&mut self, start: usize) {
        let body = self.text.get(start..).unwrap_or_default();
        let trimmed = body.trim();
        let first = trimmed.lines().next().unwrap_or_default();
        let last = trimmed.lines().next_back().unwrap_or_default();
        let begin = start + body.len() - body.trim_start().len();
        let end = begin + trimmed.len();
        self.check_placeholder(first, Span::new(begin, begin + first.len()));
        if trimmed.len() > first.len() {
            self.check_placeholder(last, Span::new(end - last.len(), end));
        }
    }

    /// What is left of these warnings where nobody reads the document yet.
    pub fn forget_placeholders(&mut self) {
        let is_one = |one: &Diagnostic| one.code == site::PLACEHOLDER;
        self.diagnostics.retain(|one| !is_one(one));
    }

    /// Where a piece of a value stands.
    pub(super) fn place_of(&self, piece: &str, within: Span) -> Span {
        let source = self.text.get(within.start..within.end).unwrap_or_default();
        source.find(piece).map_or(within, |at| {
            Span::new(within.start + at, within.start + at + piece.len())
        })
    }

    /// The line that holds the beginning of a place, without its indentation.
    pub(super) fn line_of(&self, span: Span) -> Span {
        let before = self.text.get(..span.start).unwrap_or_default();
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let line = self.first_line(Span::new(start, self.text.len()));
        let content = self.text.get(line.start..line.end).unwrap_or_default();
        Span::new(line.end - content.trim_start().len(), line.end)
    }
}

/// The first word of a text that is readable no more.
fn garbled_word(text: &str) -> &str {
    let mut words = text.split_whitespace();
    let word = words.find(|word| encoding::repaired(word).is_some());
    word.unwrap_or(text)
}

/// NFC without control characters and marks that reorder text; and the first of them.
pub(super) fn clean(text: &str) -> (String, Option<char>) {
    let invisible = |c: char| {
        (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{200b}' | '\u{fffe}' | '\u{ffff}')
    };
    let found = text.chars().find(|&c| invisible(c));
    if found.is_none() {
        return (crate::path::nfc(text).into_owned(), None);
    }
    let kept: String = text.chars().filter(|&c| !invisible(c)).collect();
    (crate::path::nfc(&kept).into_owned(), found)
}

/// On one line: white space joined, no-break spaces kept.
pub(super) fn joined(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let space = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}');
    for word in text.split(space).filter(|word| !word.is_empty()) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// The inner text of `“…”`, if these are the only marks.
pub(super) fn in_curly_quotes(text: &str) -> Option<&str> {
    let inner = text.trim().strip_prefix(['“', '”', '„'])?;
    let inner = inner.strip_suffix(['“', '”'])?;
    (!inner.is_empty() && !inner.contains(['“', '”', '„'])).then_some(inner)
}
