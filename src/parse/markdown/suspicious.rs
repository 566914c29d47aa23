//! What is legal Markdown and yet a mistake.
//!
//! Owns the patterns of things that readers would see as typed. Must never change
//! the output.

use std::ops::Range;

use super::dialects::{self, Formulas};
use super::emphasis::Delimiters;
use super::failed_links as links;
use super::foreign::{self, Shortcodes};
use super::loose::{self, LooseItems};
use super::loose_notes::LooseNotes;
use super::prescan::is_escaped;
use super::reports::Reports;
use super::unfinished;
use crate::diagnostic::{headings, markdown};

/// What has to be known of what came before.
#[derive(Debug, Default)]
pub(super) struct Suspects {
    /// Where the row of `|` ends that was seen last.
    last_row: Option<usize>,
    items: LooseItems,
    marks: Delimiters,
    shortcodes: Shortcodes,
    formulas: Formulas,
    notes: LooseNotes,
    /// The text has words that may stand in for others.
    unfinished: bool,
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
const RAISED: u8 = 32;
const COLON: u8 = 64;
const DOLLAR: u8 = 128;

/// What each byte may be a sign of.
const SIGNS: [u8; 256] = {
    let mut signs = [0; 256];
    signs[b'{' as usize] = BRACE;
    signs[b'[' as usize] = BRACKET;
    signs[b']' as usize] = BRACKET;
    signs[b'*' as usize] = MARK;
    signs[b'_' as usize] = MARK;
    signs[b'~' as usize] = MARK | RAISED;
    signs[b'=' as usize] = NOTE;
    signs[b'%' as usize] = NOTE;
    signs[b'<' as usize] = ANGLE;
    signs[b'^' as usize] = RAISED;
    signs[b':' as usize] = COLON;
    signs[b'$' as usize] = DOLLAR;
    signs
};

/// Whether a byte may be a sign of something.
fn is_sign(byte: u8) -> bool {
    // `[ \\ ] ^ _` and `{ | } ~` differ from each other in one bit.
    ((byte | 0x20).wrapping_sub(b'{') < 5)
        | (byte.wrapping_sub(b':') < 4)
        | (byte.wrapping_sub(b'$') < 2)
        | (byte == b'*')
}

impl Suspects {
    /// For a text of which nothing was read yet.
    pub(super) fn of(source: &str) -> Self {
        Self {
            unfinished: unfinished::may_be_in(source),
            ..Self::default()
        }
    }

    /// A line of a paragraph begins here.
    pub(super) fn check_line_start(&mut self, at: usize, reports: &mut Reports<'_>) {
        let rest = &reports.source[at..];
        let line = rest.trim_start_matches([' ', '\t', '>']);
        let at = at + rest.len() - line.len();
        match line.as_bytes().first() {
            Some(b'#') => check_heading_mark(at, reports),
            Some(b'!' | b'?') => dialects::check_admonition(at, reports),
            Some(b'|') => self.check_table(at, reports),
            // The first bytes of bullets are among these.
            Some(b'-' | b'0'..=b'9' | 0xe2 | 0xc2) => {
                self.items.check(at, reports);
                dialects::check_task(at, reports);
            }
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

    /// Delimiters and brackets that did not become what they were meant for.
    pub(super) fn check_text(
        &mut self,
        range: &Range<usize>,
        around: Around,
        reports: &mut Reports<'_>,
    ) {
        let bytes = &reports.source.as_bytes()[range.clone()];
        if self.unfinished {
            unfinished::check(range, reports);
        }
        // Most text has none of these, which is soon seen: the compiler makes this wide.
        let any = bytes.iter().map(|byte| u8::from(is_sign(*byte)));
        if any.fold(0, u8::max) == 0 {
            return;
        }
        let signs = bytes
            .iter()
            .fold(0, |all, byte| all | SIGNS[usize::from(*byte)]);
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
            links::check_angles(range, reports);
        }
        if signs & RAISED != 0 {
            dialects::check_raised(range, reports);
            dialects::check_inline_notes(range, reports);
        }
        if signs & COLON != 0 {
            dialects::check_emoji(range, reports);
        }
        if signs & DOLLAR != 0 {
            self.formulas.check(range, reports);
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
                        links::check_reversed(at, range, reports);
                    }
                    if source[at..range.end].starts_with("[^") {
                        self.notes.check(at, range.end, reports);
                    }
                    if !is_escaped(source, at) {
                        self.shortcodes.check_bracket(at, range, around, reports);
                        unfinished::check_bracket(at, range.end, reports);
                    }
                    opened = Some(at);
                }
                b']' => {
                    if let Some(start) = opened.take() {
                        links::check_address(start, at, range.end, reports);
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

/// `##Rubrik` and `####### Rubrik`. One `#` is a heading only if words follow: `#metoo` is
/// a tag.
fn check_heading_mark(at: usize, reports: &mut Reports<'_>) {
    let line = reports.source[at..].lines().next().unwrap_or_default();
    let line = line.trim_end();
    let text = line.trim_start_matches('#');
    let marks = line.len() - text.len();
    let words = text.split_whitespace().count() > 1 && !text.contains('#');
    let heading = match marks {
        1 => words && text.starts_with(char::is_uppercase),
        2..=6 => text.starts_with(|c: char| !c.is_whitespace()),
        _ => text.contains(char::is_alphabetic),
    };
    if heading {
        reports.at(&(at..at + line.len()), |file, span| match marks {
            ..=6 => headings::without_space(file, span, &line[..marks], text),
            _ => headings::too_deep(file, span, marks, text.trim_start()),
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
