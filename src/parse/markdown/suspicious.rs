//! What is legal Markdown and yet a mistake.
//!
//! Owns the patterns of things that readers would see as typed. Must never change
//! the output.

use std::collections::BTreeSet;
use std::ops::Range;

use super::emphasis::Run;
use super::foreign::{Shortcode, floor};
use super::survey::is_escaped;
use super::writer::Writer;
use crate::diagnostic::markdown;

/// Addresses and names in patterns are looked for so far ahead.
const NEAR: usize = 300;

/// What has to be known of what came before.
#[derive(Debug, Default)]
pub(super) struct Suspects {
    /// Where the row of `|` ends that was seen last.
    last_row: Option<usize>,
    /// Marks of emphasis that readers see in this block.
    pub(super) runs: Vec<Run>,
    /// Those of the whole text that may refer to a note, one of each kind.
    pub(super) closing: Vec<Run>,
    /// Those that may begin a note.
    pub(super) beginning: Vec<Run>,
    /// Names of shortcodes that were reported.
    pub(super) shortcodes: BTreeSet<String>,
}

/// Signs that a text has to be looked at closely.
const BRACE: u8 = 1;
const BRACKET: u8 = 2;
const MARK: u8 = 4;
const NOTE: u8 = 8;

fn sign(byte: u8) -> u8 {
    let is = |sign: u8, class: u8| u8::from(byte == sign) * class;
    is(b'{', BRACE)
        | is(b'[', BRACKET)
        | is(b']', BRACKET)
        | is(b'*', MARK)
        | is(b'_', MARK)
        | is(b'~', MARK)
        | is(b'=', NOTE)
        | is(b'%', NOTE)
}

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
        let last = self.suspects.last_row.replace(at + first.len() + 1);
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

    /// Marks and brackets that did not become what they were meant for.
    pub(super) fn check_text(&mut self, range: &Range<usize>) {
        let bytes = &self.source.as_bytes()[range.clone()];
        // Most text has none of these, which is soon seen: the compiler makes this wide.
        let signs = bytes
            .iter()
            .map(|byte| sign(*byte))
            .fold(0, |all, one| all | one);
        if signs == 0 {
            return;
        }
        if signs & BRACE != 0 {
            self.check_template_tags(range);
            self.check_attribute_lists(range);
        }
        if signs & MARK != 0 {
            self.see_marks(range);
        }
        if signs & NOTE != 0 {
            self.check_note_marks(range);
        }
        if signs & BRACKET != 0 {
            self.check_brackets(range);
        }
    }

    fn check_brackets(&mut self, range: &Range<usize>) {
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
                    if !is_escaped(self.source, at) {
                        self.check_bracket(at, range);
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
                && Shortcode::at(text).is_none()
                && !self.source[range.start + text.find("][").map_or(0, |at| at + 1)..]
                    .starts_with("[/")
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
