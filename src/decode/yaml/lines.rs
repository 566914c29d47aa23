//! Lines of a YAML text, seen as text.
//!
//! Owns what a line `key: value` looks like before anybody has understood it.

use crate::diagnostic::Span;

/// The lines of a part of a text, without their ends.
pub(super) struct Lines<'a> {
    text: &'a str,
    at: usize,
    end: usize,
}

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str, span: Span) -> Self {
        Self {
            text,
            at: span.start,
            end: span.end,
        }
    }
}

impl Iterator for Lines<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        if self.at >= self.end {
            return None;
        }
        let start = self.at;
        let end = line_end(self.text, start, self.end);
        self.at = self.text[start..self.end]
            .find('\n')
            .map_or(self.end, |length| start + length + 1);
        Some(Span::new(start, end))
    }
}

/// Where the line that holds `at` ends, before its CR and LF.
pub(super) fn line_end(text: &str, at: usize, end: usize) -> usize {
    let rest = &text[at..end];
    let line = rest.find('\n').map_or(rest, |length| &rest[..length]);
    at + line.strip_suffix('\r').unwrap_or(line).len()
}

/// A line `key: value`, perhaps an item `- key: value` or `- value`.
pub(super) struct KeyValue<'a> {
    /// The whole text.
    text: &'a str,
    /// Indentation, `- ` and `key:` as they are.
    pub(super) head: &'a str,
    /// The value without spaces around it.
    pub(super) value: &'a str,
    /// What stands between the colon and the value.
    pub(super) gap: &'a str,
    /// Whether it has a key.
    pub(super) has_key: bool,
}

impl<'a> KeyValue<'a> {
    /// `None` for a line that is neither.
    pub(super) fn of(text: &'a str, line: Span) -> Option<Self> {
        let content = &text[line.start..line.end];
        let mut body = content.trim_start_matches([' ', '\t']);
        while let Some(rest) = body.strip_prefix("- ") {
            body = rest.trim_start_matches(' ');
        }
        let item = Span::of(body, content).start;
        let is_item = content[..item].contains('-');
        let word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
        let key = body.find(|c| !word(c)).unwrap_or(body.len());
        let after = body[key..].trim_start_matches(' ');
        let has_key = key > 0 && after.starts_with(':') && !after.starts_with("://");
        if !has_key && !is_item {
            return None;
        }
        let colon = Span::of(after, content).start;
        let (head, rest) = content.split_at(if has_key { colon + 1 } else { item });
        let value = rest.trim();
        let gap = &rest[..Span::of(rest.trim_start(), rest).start];
        Some(Self {
            text,
            head,
            value,
            gap,
            has_key,
        })
    }

    /// Where a part of the line stands.
    pub(super) fn place(&self, part: &str) -> Span {
        Span::of(part, self.text)
    }

    /// The line with another value.
    pub(super) fn with(&self, value: &str) -> String {
        let space = if self.has_key { " " } else { "" };
        let head = self.head.replace('\t', "  ");
        format!("{}{space}{value}", head.trim_start())
    }
}

/// A line without the spaces around it.
pub(super) fn trimmed(text: &str, line: Span) -> Span {
    Span::of(text[line.start..line.end].trim(), text)
}
