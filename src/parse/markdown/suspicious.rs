//! What is legal Markdown and yet a mistake.
//!
//! Owns the patterns of things that readers would see as typed. Must never change
//! the output.

use std::ops::Range;

use super::writer::Writer;
use crate::diagnostic::markdown;

/// Addresses and names in patterns are looked for so far ahead.
const NEAR: usize = 300;

impl Writer<'_> {
    /// A line of a paragraph begins here.
    pub(super) fn check_line_start(&mut self, at: usize) {
        let rest = &self.source[at..];
        let line = rest.trim_start_matches([' ', '\t', '>']);
        let at = at + rest.len() - line.len();
        match line.as_bytes().first() {
            Some(b'#') => self.check_heading_mark(at),
            Some(b'|') => self.check_table(at),
            _ => {}
        }
    }

    /// `##Rubrik`. One `#` is a heading only if words follow: `#metoo` is a tag.
    fn check_heading_mark(&mut self, at: usize) {
        let line = self.source[at..].lines().next().unwrap_or_default();
        let text = line.trim_start_matches('#');
        let marks = line.len() - text.len();
        let words = text.split_whitespace().count() > 1 && !text.contains('#');
        let heading = match marks {
            1 => words && text.starts_with(char::is_uppercase),
            2..=6 => text.starts_with(|c: char| !c.is_whitespace()),
            _ => false,
        };
        if heading {
            let span = self.span(&(at..at + line.len()));
            let problem = markdown::heading_without_space(self.context.file, span, &line[..marks]);
            self.diagnostics.push(problem);
        }
    }

    /// Two rows of `|` in a paragraph are no table.
    fn check_table(&mut self, at: usize) {
        let mut lines = self.source[at..].lines();
        let first = lines.next().unwrap_or_default();
        let second = lines.next().unwrap_or_default();
        let second = second.trim_start_matches([' ', '\t', '>']);
        let bars = first.matches('|').count();
        if bars < 2 {
            return;
        }
        // The rows below the first belong to the same table.
        let last = self.last_row.replace(at + first.len() + 1);
        let again = last.is_some_and(|end| {
            self.source
                .get(end..at)
                .is_some_and(|gap| !gap.contains('\n'))
        });
        if !again && second.starts_with('|') {
            let span = self.span(&(at..at + first.trim_end().len()));
            let problem = markdown::table_without_rule(self.context.file, span, bars - 1);
            self.diagnostics.push(problem);
        }
    }

    /// A fence of code without its end.
    pub(super) fn check_code_fence(&mut self, range: &Range<usize>) {
        let code = &self.source[range.clone()];
        let first = code.lines().next().unwrap_or_default();
        let mark = if first.starts_with('~') { '~' } else { '`' };
        let length = first.len() - first.trim_start_matches(mark).len();
        let last = code.trim_end().rsplit('\n').next().unwrap_or_default();
        let last = last.trim_start_matches([' ', '\t', '>']).trim_end();
        let closed = code.trim_end().contains('\n')
            && last.len() >= length
            && last.chars().all(|c| c == mark);
        if !closed {
            let span = self.span(&(range.start..range.start + first.len()));
            let problem = markdown::unclosed_code(self.context.file, span, &first[..length]);
            self.diagnostics.push(problem);
        }
    }

    /// `{: .class}` and `{::comment}` of kramdown, which Jekyll runs.
    fn check_attribute_lists(&mut self, range: &Range<usize>) {
        for (at, _) in self.source[range.clone()].match_indices("{:") {
            let at = range.start + at;
            let line = self.source[at..].lines().next().unwrap_or_default();
            if let Some(end) = line.find('}')
                && is_attribute_list(&line[2..end])
            {
                let span = self.span(&(at..at + end + 1));
                let problem = markdown::attribute_list(self.context.file, span);
                self.diagnostics.push(problem);
            }
        }
    }

    /// Brackets that did not become what they were meant for.
    pub(super) fn check_text(&mut self, range: &Range<usize>) {
        let bytes = &self.source.as_bytes()[range.clone()];
        // Most text has none of these, which is soon seen: the compiler makes this wide.
        let sign = |byte: &u8| u8::from((*byte == b'{') | (*byte == b'[') | (*byte == b']'));
        if bytes.iter().map(sign).fold(0, u8::max) == 0 {
            return;
        }
        if bytes.contains(&b'{') {
            self.check_template_tags(range);
            self.check_attribute_lists(range);
        }
        let mut opened = None;
        for at in range.clone() {
            match self.source.as_bytes()[at] {
                b'[' => {
                    if at > range.start && self.source.as_bytes()[at - 1] == b')' {
                        self.check_reversed(at, range);
                    }
                    if self.source[at..range.end].starts_with("[^") {
                        self.check_note(at, range.end);
                    }
                    opened = Some(at);
                }
                b']' => {
                    if let Some(start) = opened.take() {
                        self.check_address(start, at, range.end);
                    }
                }
                _ => {}
            }
        }
    }

    /// `{% tag %}` and `{{ value }}` of generators that run them.
    fn check_template_tags(&mut self, range: &Range<usize>) {
        for tag in template_tags(&self.source[range.clone()]) {
            let place = range.start + tag.start..range.start + tag.end;
            self.report_template_tag(&self.source[place.clone()], &place);
        }
    }

    /// The same in HTML, whose bytes stand at `source` of their own.
    pub(super) fn check_raw_template_tags(
        &mut self,
        html: &str,
        source: impl Fn(&Range<usize>) -> Range<usize>,
    ) {
        for tag in template_tags(html) {
            self.report_template_tag(&html[tag.clone()], &source(&tag));
        }
    }

    fn report_template_tag(&mut self, tag: &str, place: &Range<usize>) {
        let span = self.span(place);
        let problem = markdown::template_tag(self.context.file, span, tag);
        self.diagnostics.push(problem);
    }

    /// `(text)[url]`.
    fn check_reversed(&mut self, bracket: usize, range: &Range<usize>) {
        let Some(url) = until(&self.source[bracket + 1..range.end], ']') else {
            return;
        };
        let address = url.starts_with("http")
            || url.starts_with("www.")
            || url.starts_with('/')
            || url.starts_with("../")
            || url.starts_with("mailto:")
            || url.ends_with(".md");
        let before = &self.source[range.start..bracket - 1];
        let near = floor(before, before.len().saturating_sub(NEAR));
        let Some(open) = before[near..].rfind('(').filter(|_| address) else {
            return;
        };
        let open = near + open;
        let text = &before[open + 1..];
        let span = self.span(&(range.start + open..bracket + url.len() + 2));
        let problem = markdown::link_reversed(self.context.file, span, text, url);
        self.diagnostics.push(problem);
    }

    /// `[^2]` without a note.
    fn check_note(&mut self, at: usize, end: usize) {
        let Some(label) = until(&self.source[at + 2..end], ']') else {
            return;
        };
        if !label.is_empty() && !label.contains(char::is_whitespace) {
            let span = self.span(&(at..at + label.len() + 3));
            let problem = markdown::missing_note(self.context.file, span, label);
            self.diagnostics.push(problem);
        }
    }

    /// `[text](min fil.md)`, `[text] (url)`, `[text](url`.
    fn check_address(&mut self, start: usize, close: usize, end: usize) {
        let text = &self.source[start + 1..close];
        let rest = &self.source[close + 1..end];
        let (gap, inner) = match (rest.strip_prefix('('), rest.strip_prefix(" (")) {
            (Some(inner), _) => (false, inner),
            (_, Some(inner)) => (true, inner),
            _ => return,
        };
        // A template tag is named as one, and its spaces belong to it.
        let tag = inner.starts_with("{{") || inner.starts_with("{%");
        if text.is_empty() || text.len() > NEAR || tag {
            return;
        }
        let looks_like_address = |url: &str| {
            let word = url.split_whitespace().last().unwrap_or_default();
            url.starts_with("http")
                || url.starts_with('/')
                || url.starts_with("../")
                || url.starts_with("www.")
                || word.rsplit_once('.').is_some_and(|(_, extension)| {
                    (2..=5).contains(&extension.len())
                        && extension.bytes().all(|b| b.is_ascii_alphanumeric())
                })
        };
        let file = self.context.file;
        match until(inner, ')') {
            Some(url)
                if url.contains(' ') && !gap && !url.contains('"') && looks_like_address(url) =>
            {
                let length = rest.len() - inner.len() + url.len() + 1;
                let span = self.span(&(start..close + 1 + length));
                let corrected = format!("[{text}](<{url}>)");
                self.diagnostics
                    .push(markdown::link_with_space(file, span, &corrected));
            }
            Some(url) if gap && !url.contains(' ') && looks_like_address(url) => {
                let length = rest.len() - inner.len() + url.len() + 1;
                let span = self.span(&(start..close + 1 + length));
                let corrected = format!("[{text}]({url})");
                self.diagnostics
                    .push(markdown::link_with_space(file, span, &corrected));
            }
            None if !gap
                && inner.len() < NEAR
                && looks_like_address(inner.split_whitespace().next().unwrap_or_default()) =>
            {
                let span = self.span(&(start..close + 2));
                self.diagnostics.push(markdown::link_unclosed(file, span));
            }
            _ => {}
        }
    }

    /// `[text][ref]` whose address is nowhere; `a[1][2]` is none.
    pub(super) fn check_references(&mut self, broken: &[(Range<usize>, String)]) {
        for (range, reference) in broken {
            let text = &self.source[range.clone()];
            let before = self.source[..range.start].chars().next_back();
            let words = text.chars().any(char::is_alphabetic)
                && reference.chars().any(char::is_alphanumeric);
            let address = self.source[range.end..].starts_with('(');
            if words
                && !address
                && !reference.starts_with('^')
                && !before.is_some_and(|c| c.is_alphanumeric() || c == ')' || c == ']')
            {
                let span = self.span(range);
                let problem = markdown::missing_reference(self.context.file, span, reference);
                self.diagnostics.push(problem);
            }
        }
    }

    /// Invisible characters that turn text around.
    pub(super) fn check_directions(&mut self) {
        if !self.words.turns && !self.code_turns {
            return;
        }
        for (at, letter) in self.source.match_indices(turns_direction) {
            let span = self.span(&(at..at + letter.len()));
            let letter = letter.chars().next().unwrap_or('\u{202e}');
            self.diagnostics
                .push(markdown::bidi_control(self.context.file, span, letter));
        }
    }
}

/// Where `{% tag %}` and `{{ value }}` stand in a text, each on one line.
fn template_tags(text: &str) -> Vec<Range<usize>> {
    let mut tags = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find('{') {
        let start = from + at;
        let rest = text[start..].lines().next().unwrap_or_default();
        let end = match rest.as_bytes().get(1) {
            Some(b'%') => rest.find("%}"),
            Some(b'{') => rest.find("}}"),
            _ => None,
        };
        from = match end {
            Some(end) => {
                tags.push(start..start + end + 2);
                start + end + 2
            }
            None => start + 1,
        };
    }
    tags
}

/// Whether `{:` and this and `}` mean something to kramdown, and are no formula.
fn is_attribute_list(inner: &str) -> bool {
    let list = inner.trim();
    let named = |mark: char| {
        list.strip_prefix(mark)
            .is_some_and(|name| name.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
    };
    let pair = list.split_once('=').is_some_and(|(key, value)| {
        let letters = |c: char| c.is_ascii_alphanumeric() || c == '-';
        !key.is_empty() && key.chars().all(letters) && value.starts_with(['"', '\''])
    });
    ['.', '#', ':', '/'].into_iter().any(named) || pair || list == "toc"
}

/// Whether a character turns the direction of the text without being seen.
pub(super) fn turns_direction(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// What stands before the next `end` on this line, if it is near.
fn until(text: &str, end: char) -> Option<&str> {
    let near = &text[..floor(text, NEAR.min(text.len()))];
    near.split(['\n', '['])
        .next()?
        .split_once(end)
        .map(|(before, _)| before)
}

/// The character boundary at or before `at`.
fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
