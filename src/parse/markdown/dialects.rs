//! What other dialects of Markdown understand: contents, admonitions, emoji, formulas,
//! raised and lowered text, notes within the text.
//!
//! Owns how these are recognised in running text. Must never change the output.

use std::ops::Range;

use super::foreign::{begins_line, floor};
use super::prescan::is_escaped;
use super::reports::Reports;
use crate::diagnostic::dialect;

/// A formula ends at most so far ahead.
const NEAR: usize = 600;

/// Where the formula ends that was reported last.
#[derive(Debug, Default)]
pub(super) struct Formulas {
    end: usize,
}

impl Formulas {
    /// `$$E = mc^2$$`, over several lines too, and `$\alpha$`.
    pub(super) fn check(&mut self, range: &Range<usize>, reports: &mut Reports<'_>) {
        let source = reports.source;
        for (at, _) in source[range.clone()].match_indices('$') {
            let at = range.start + at;
            if at < self.end || is_escaped(source, at) {
                continue;
            }
            if let Some(length) = formula(&source[at..]) {
                self.end = at + length;
                reports.at(&(at..self.end), dialect::formula);
            }
        }
    }
}

/// How long the formula is that a text begins with.
fn formula(text: &str) -> Option<usize> {
    let near = &text[..floor(text, NEAR.min(text.len()))];
    let near = near.split("\n\n").next()?;
    if let Some(inner) = near.strip_prefix("$$") {
        return Some(inner.find("$$")? + 4).filter(|length| *length > 4);
    }
    let inner = near.strip_prefix('$')?;
    let inner = &inner[..inner.find('$')?];
    let tight = !inner.starts_with(char::is_whitespace) && !inner.ends_with(char::is_whitespace);
    let command = inner
        .split('\\')
        .skip(1)
        .any(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()));
    (tight && (command || inner.contains("^") || inner.contains("_{")) && !inner.contains('\n'))
        .then_some(inner.len() + 2)
}

/// `:smile:`.
pub(super) fn check_emoji(range: &Range<usize>, reports: &mut Reports<'_>) {
    let source = reports.source;
    let mut end_of_last = range.start;
    for (at, _) in source[range.clone()].match_indices(':') {
        let at = range.start + at;
        let rest = &source[at + 1..range.end];
        let sign = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b"_+-".contains(&b);
        let length = rest.bytes().take_while(|b| sign(*b)).count();
        let name = &rest[..length];
        let free = !source[..at].ends_with(|c: char| c.is_alphanumeric() || c == ':');
        let closed = rest[length..].strip_prefix(':');
        let ends = closed.is_some_and(|behind| !behind.starts_with(char::is_alphanumeric));
        let named = name.starts_with(|c: char| c.is_ascii_lowercase()) && length > 1
            || matches!(name, "+1" | "-1");
        if at >= end_of_last && free && ends && named && !is_escaped(source, at) {
            end_of_last = at + length + 2;
            reports.at(&(at..end_of_last), |file, span| {
                dialect::emoji(file, span, name)
            });
        }
    }
}

/// `m^2^` and `CO~2~`.
pub(super) fn check_raised(range: &Range<usize>, reports: &mut Reports<'_>) {
    let source = reports.source;
    let text = &source[range.clone()];
    let mut from = 0;
    while let Some(found) = text[from..].find(['^', '~']) {
        let at = from + found;
        from = at + 1;
        let sign = &text[at..from];
        let rest = &text[from..];
        let length = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '+' | '-' | '−')));
        let closed = length.filter(|length| *length > 0 && rest[*length..].starts_with(sign));
        let behind_word = text[..at].ends_with(char::is_alphanumeric);
        if let Some(length) = closed.filter(|length| behind_word && *length < 12) {
            from += length + 1;
            let whole = range.start + at..range.start + from;
            reports.at(&whole, |file, span| {
                dialect::raised(file, span, sign, &rest[..length])
            });
        }
    }
}

/// `^[a note]`.
pub(super) fn check_inline_notes(range: &Range<usize>, reports: &mut Reports<'_>) {
    let source = reports.source;
    for (at, _) in source[range.clone()].match_indices("^[") {
        let start = range.start + at;
        let inner = &source[start + 2..range.end];
        let end = inner
            .find(['[', ']'])
            .filter(|end| inner[*end..].starts_with(']'));
        let Some(note) = end.map(|end| &inner[..end]) else {
            continue;
        };
        if note.contains(char::is_alphabetic) && !is_escaped(source, start) {
            reports.at(&(start..start + note.len() + 3), |file, span| {
                dialect::inline_note(file, span, note)
            });
        }
    }
}

/// `!!! note "Title"` of MkDocs, and `??? note`, at the beginning of a line.
pub(super) fn check_admonition(at: usize, reports: &mut Reports<'_>) {
    let line = reports.source[at..].lines().next().unwrap_or_default();
    let words = ["!!! ", "???+ ", "??? "]
        .iter()
        .find_map(|mark| line.strip_prefix(mark));
    let Some(words) = words else {
        return;
    };
    let (kind, title) = words.split_once(' ').unwrap_or((words.trim_end(), ""));
    let quoted = title.is_empty() || title.starts_with('"');
    if quoted && !kind.is_empty() && kind.chars().all(char::is_lowercase) {
        let place = at..at + line.trim_end().len();
        reports.at(&place, |file, span| dialect::admonition(file, span, kind));
    }
}

/// Whether `[TOC]`, `[[toc]]` or `[[_TOC_]]` stands here, alone on its line.
pub(super) fn check_contents(at: usize, reports: &mut Reports<'_>) -> bool {
    let source = reports.source;
    // A longer line asks for nothing.
    let near = &source[at..floor(source, source.len().min(at + 24))];
    let line = near.lines().next().unwrap_or_default().trim_end();
    let found = is_contents(line) && begins_line(source, at);
    if found {
        reports.at(&(at..at + line.len()), |file, span| {
            dialect::contents(file, span, line)
        });
    }
    found
}

/// Whether brackets ask for a table of contents.
fn is_contents(text: &str) -> bool {
    let inner = text
        .strip_prefix('[')
        .and_then(|text| text.strip_suffix(']'));
    let inner = inner.map(|inner| {
        let wiki = inner
            .strip_prefix('[')
            .and_then(|inner| inner.strip_suffix(']'));
        wiki.unwrap_or(inner)
    });
    inner.is_some_and(|name| {
        let name = name.trim_matches('_');
        name.eq_ignore_ascii_case("toc") || name.eq_ignore_ascii_case("innehåll")
    })
}

/// `- []` and `- [x]Text`, at the beginning of an item or, without a space, of a line.
pub(super) fn check_task(at: usize, reports: &mut Reports<'_>) {
    const BOXES: [&str; 8] = ["[]", "[ ]", "[x]", "[X]", "[  ]", "[ x ]", "[v]", "[V]"];
    let text = &reports.source[at..];
    let number = text.bytes().take(4).take_while(u8::is_ascii_digit).count();
    let signs = if number == 0 { "-*+" } else { ".)" };
    if !text[number..].starts_with(|c| signs.contains(c)) {
        return;
    }
    let (mark, behind) = text.split_at(number + 1);
    let task = behind.strip_prefix(' ').unwrap_or(behind);
    let Some(written) = BOXES.into_iter().find(|sign| task.starts_with(sign)) else {
        return;
    };
    let line = task[written.len()..].lines().next().unwrap_or_default();
    let words = line.trim();
    let right = matches!(written, "[ ]" | "[x]" | "[X]") && task.len() < behind.len();
    let apart = words.is_empty() || line.starts_with(char::is_whitespace);
    if right && apart || !words.starts_with(char::is_alphanumeric) {
        return;
    }
    let done = if written.contains(['x', 'X', 'v', 'V']) {
        'x'
    } else {
        ' '
    };
    let corrected = format!("{mark} [{done}] {words}");
    let end = at + text.len() - task.len() + written.len() + line.trim_end().len();
    reports.at(&(at..end), |file, span| {
        dialect::task(file, span, written, &corrected)
    });
}
