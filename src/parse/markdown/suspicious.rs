//! What is legal Markdown and yet a mistake.
//!
//! Owns the patterns of things that readers would see as typed. Must never change
//! the output.

use std::ops::Range;

use super::emphasis::Marks;
use super::foreign::{self, Shortcode, Shortcodes, floor};
use super::loose::{self, LooseItems};
use super::reports::Reports;
use super::survey::is_escaped;
use crate::diagnostic::markdown;

/// Addresses and names in patterns are looked for so far ahead.
const NEAR: usize = 300;

/// What has to be known of what came before.
#[derive(Debug, Default)]
pub(super) struct Suspects {
    /// Where the row of `|` ends that was seen last.
    last_row: Option<usize>,
    items: LooseItems,
    marks: Marks,
    shortcodes: Shortcodes,
}

/// What is around a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around {
    /// It stands in a quotation, a notice or a note.
    pub(super) quote: bool,
    /// It stands in a heading.
    pub(super) heading: bool,
}

/// Signs that a text has to be looked at closely.
const BRACE: u8 = 1;
const BRACKET: u8 = 2;
const MARK: u8 = 4;
const NOTE: u8 = 8;
const ANGLE: u8 = 16;

/// What each byte may be a sign of.
const SIGNS: [u8; 256] = {
    let mut signs = [0; 256];
    signs[b'{' as usize] = BRACE;
    signs[b'[' as usize] = BRACKET;
    signs[b']' as usize] = BRACKET;
    signs[b'*' as usize] = MARK;
    signs[b'_' as usize] = MARK;
    signs[b'~' as usize] = MARK;
    signs[b'=' as usize] = NOTE;
    signs[b'%' as usize] = NOTE;
    signs[b'<' as usize] = ANGLE;
    signs
};

impl Suspects {
    /// A line of a paragraph begins here.
    pub(super) fn check_line_start(&mut self, at: usize, reports: &mut Reports<'_>) {
        let rest = &reports.source[at..];
        let line = rest.trim_start_matches([' ', '\t', '>']);
        let at = at + rest.len() - line.len();
        match line.as_bytes().first() {
            Some(b'#') => check_heading_mark(at, reports),
            Some(b'|') => self.check_table(at, reports),
            // The first bytes of bullets are among these.
            Some(b'-' | b'0'..=b'9' | 0xe2 | 0xc2) => self.items.check(at, reports),
            _ => {}
        }
    }

    /// Two rows of `|` in a paragraph are no table.
    fn check_table(&mut self, at: usize, reports: &mut Reports<'_>) {
        let mut lines = reports.source[at..].lines();
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
            let gap = reports.source.get(end..at);
            gap.is_some_and(|gap| !gap.contains('\n'))
        });
        if !again && second.starts_with('|') {
            let row = at..at + first.trim_end().len();
            reports.at(&row, |file, span| {
                markdown::table_without_rule(file, span, bars - 1)
            });
        }
    }

    /// Marks and brackets that did not become what they were meant for.
    pub(super) fn check_text(
        &mut self,
        range: &Range<usize>,
        around: Around,
        reports: &mut Reports<'_>,
    ) {
        let bytes = &reports.source.as_bytes()[range.clone()];
        // Most text has none of these, which is soon seen.
        let signs = bytes
            .iter()
            .fold(0, |all, byte| all | SIGNS[usize::from(*byte)]);
        if signs == 0 {
            return;
        }
        if signs & BRACE != 0 {
            foreign::check_template_tags(range, reports);
            foreign::check_attribute_lists(range, around.heading, reports);
        }
        if signs & MARK != 0 {
            self.marks.see(range, reports.source);
        }
        if signs & NOTE != 0 {
            foreign::check_note_marks(range, reports);
        }
        if signs & ANGLE != 0 {
            loose::check_comments(range, reports);
        }
        if signs & BRACKET != 0 {
            self.check_brackets(range, around, reports);
        }
    }

    fn check_brackets(&mut self, range: &Range<usize>, around: Around, reports: &mut Reports<'_>) {
        let source = reports.source;
        let mut opened = None;
        for at in range.clone() {
            match source.as_bytes()[at] {
                b'[' => {
                    if at > range.start && source.as_bytes()[at - 1] == b')' {
                        check_reversed(at, range, reports);
                    }
                    if source[at..range.end].starts_with("[^") {
                        check_note(at, range.end, reports);
                    }
                    if !is_escaped(source, at) {
                        self.shortcodes.check_bracket(at, range, around, reports);
                    }
                    opened = Some(at);
                }
                b']' => {
                    if let Some(start) = opened.take() {
                        check_address(start, at, range.end, reports);
                    }
                }
                _ => {}
            }
        }
    }

    /// Tags and shortcodes in HTML, whose bytes stand at `source` of their own.
    pub(super) fn check_html(
        &mut self,
        html: &str,
        source: impl Fn(&Range<usize>) -> Range<usize>,
        reports: &mut Reports<'_>,
    ) {
        self.shortcodes.check_html(html, source, reports);
    }

    /// A block ends: what has found no fellow in it is reported.
    pub(super) fn end_block(&mut self, reports: &mut Reports<'_>) {
        self.marks.end_block(reports);
    }

    /// The text ends.
    pub(super) fn finish(&mut self, reports: &mut Reports<'_>) {
        self.marks.finish(reports);
    }
}

/// `##Rubrik`. One `#` is a heading only if words follow: `#metoo` is a tag.
fn check_heading_mark(at: usize, reports: &mut Reports<'_>) {
    let line = reports.source[at..].lines().next().unwrap_or_default();
    let text = line.trim_start_matches('#');
    let marks = line.len() - text.len();
    let words = text.split_whitespace().count() > 1 && !text.contains('#');
    let heading = match marks {
        1 => words && text.starts_with(char::is_uppercase),
        2..=6 => text.starts_with(|c: char| !c.is_whitespace()),
        _ => false,
    };
    if heading {
        reports.at(&(at..at + line.len()), |file, span| {
            markdown::heading_without_space(file, span, &line[..marks])
        });
    }
}

/// A fence of code without its end.
pub(super) fn check_code_fence(range: &Range<usize>, reports: &mut Reports<'_>) {
    let code = &reports.source[range.clone()];
    let first = code.lines().next().unwrap_or_default();
    let mark = if first.starts_with('~') { '~' } else { '`' };
    let length = first.len() - first.trim_start_matches(mark).len();
    let last = code.trim_end().rsplit('\n').next().unwrap_or_default();
    let last = last.trim_start_matches([' ', '\t', '>']).trim_end();
    let closed =
        code.trim_end().contains('\n') && last.len() >= length && last.chars().all(|c| c == mark);
    if !closed {
        reports.at(&(range.start..range.start + first.len()), |file, span| {
            markdown::unclosed_code(file, span, &first[..length])
        });
    }
}

/// `(text)[url]`.
fn check_reversed(bracket: usize, range: &Range<usize>, reports: &mut Reports<'_>) {
    let Some(url) = until(&reports.source[bracket + 1..range.end], ']') else {
        return;
    };
    let address = url.starts_with("http")
        || url.starts_with("www.")
        || url.starts_with('/')
        || url.starts_with("../")
        || url.starts_with("mailto:")
        || url.ends_with(".md");
    let before = &reports.source[range.start..bracket - 1];
    let near = floor(before, before.len().saturating_sub(NEAR));
    let Some(open) = before[near..].rfind('(').filter(|_| address) else {
        return;
    };
    let open = near + open;
    let text = &before[open + 1..];
    let whole = range.start + open..bracket + url.len() + 2;
    reports.at(&whole, |file, span| {
        markdown::link_reversed(file, span, text, url)
    });
}

/// `[^2]` without a note.
fn check_note(at: usize, end: usize, reports: &mut Reports<'_>) {
    let Some(label) = until(&reports.source[at + 2..end], ']') else {
        return;
    };
    if !label.is_empty() && !label.contains(char::is_whitespace) {
        reports.at(&(at..at + label.len() + 3), |file, span| {
            markdown::missing_note(file, span, label)
        });
    }
}

/// `[text](min fil.md)`, `[text] (url)`, `[text](url`.
fn check_address(start: usize, close: usize, end: usize, reports: &mut Reports<'_>) {
    let text = &reports.source[start + 1..close];
    let rest = &reports.source[close + 1..end];
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
    // An image has its mark before the bracket.
    let mark = match reports.source[..start].bytes().next_back() {
        Some(b'!') => "!",
        _ => "",
    };
    let start = start - mark.len();
    let corrected = match until(inner, ')') {
        Some(url) if !looks_like_address(url) => return,
        Some(url) if url.contains(' ') && !gap && !url.contains('"') => {
            let corrected = format!("{mark}[{text}]({})", without_spaces(url));
            (url, corrected)
        }
        Some(url) if gap && !url.contains(' ') => (url, format!("{mark}[{text}]({url})")),
        None if !gap
            && inner.len() < NEAR
            && looks_like_address(inner.split_whitespace().next().unwrap_or_default()) =>
        {
            return reports.at(&(start..close + 2), markdown::link_unclosed);
        }
        _ => return,
    };
    let (url, corrected) = corrected;
    let length = rest.len() - inner.len() + url.len() + 1;
    reports.at(&(start..close + 1 + length), |file, span| {
        markdown::link_with_space(file, span, &corrected)
    });
}

/// `bild.png` of `bild.png =300x200`, as other programs set a size.
fn without_size(url: &str) -> &str {
    let size = |part: &str| {
        part.bytes()
            .all(|b| b.is_ascii_digit() || b"x*%".contains(&b))
    };
    match url.rsplit_once(" =") {
        Some((url, part)) if size(part) => url,
        _ => url,
    }
}

/// An address with spaces as it was meant: without one behind its scheme, else in `<…>`.
fn without_spaces(url: &str) -> String {
    let url = without_size(url);
    match url.split_once(": ") {
        Some((scheme, rest)) if !scheme.contains('/') && !rest.contains(' ') => {
            format!("{scheme}:{rest}")
        }
        _ if url.contains(' ') => format!("<{url}>"),
        _ => url.to_owned(),
    }
}

fn looks_like_address(url: &str) -> bool {
    let word = without_size(url).split_whitespace().last();
    let word = word.unwrap_or_default();
    url.starts_with("http")
        || url.starts_with("mailto:")
        || url.starts_with("tel:")
        || url.starts_with('/')
        || url.starts_with("../")
        || url.starts_with("www.")
        || word.rsplit_once('.').is_some_and(|(_, extension)| {
            (2..=5).contains(&extension.len())
                && extension.bytes().all(|b| b.is_ascii_alphanumeric())
        })
}

/// `[text][ref]` whose address is nowhere; `a[1][2]` is none.
pub(super) fn check_references(broken: &[(Range<usize>, String)], reports: &mut Reports<'_>) {
    let source = reports.source;
    for (range, reference) in broken {
        let text = &source[range.clone()];
        let before = source[..range.start].chars().next_back();
        let words =
            text.chars().any(char::is_alphabetic) && reference.chars().any(char::is_alphanumeric);
        let address = source[range.end..].starts_with('(');
        if words
            && !address
            && !reference.starts_with('^')
            && Shortcode::at(text).is_none()
            && !source[range.start + text.find("][").map_or(0, |at| at + 1)..].starts_with("[/")
            && !before.is_some_and(|c| c.is_alphanumeric() || c == ')' || c == ']')
        {
            reports.at(range, |file, span| {
                markdown::missing_reference(file, span, reference)
            });
        }
    }
}

/// Invisible characters that turn text around.
pub(super) fn check_directions(reports: &mut Reports<'_>) {
    for (at, letter) in reports.source.match_indices(turns_direction) {
        let place = at..at + letter.len();
        let letter = letter.chars().next().unwrap_or('\u{202e}');
        reports.at(&place, |file, span| {
            markdown::bidi_control(file, span, letter)
        });
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
