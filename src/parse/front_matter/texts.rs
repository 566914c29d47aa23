//! Texts in order, and what YAML's comments took from them.
//!
//! Owns what is cleaned up in every text of a front matter.

use super::Reader;
use crate::diagnostic::{Span, values};
use crate::parse::yaml::{Kind, Node, quoted};

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

    /// The line that holds the beginning of a place, without its indentation.
    pub(super) fn line_of(&self, span: Span) -> Span {
        let before = self.text.get(..span.start).unwrap_or_default();
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let line = self.first_line(Span::new(start, self.text.len()));
        let content = self.text.get(line.start..line.end).unwrap_or_default();
        Span::new(line.end - content.trim_start().len(), line.end)
    }
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
