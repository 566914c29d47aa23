//! Words that stand in for others until a text is finished.
//!
//! Owns how these are recognised in running text. Must never change the output.

use std::ops::Range;

use memchr::memmem;

use super::reports::Reports;
use crate::diagnostic::site;

/// Signs of such words, one of which is in each.
const SIGNS: [&[u8]; 4] = [b"psum", b"TODO", b"xxx", b"XXX"];

/// Words that stand in brackets for what is to come.
const STAND_INS: [&str; 18] = [
    "bild",
    "bild här",
    "datum",
    "din text här",
    "fyll i",
    "image",
    "insert",
    "infoga",
    "kommunnamn",
    "link",
    "länk",
    "länk här",
    "namn",
    "plats",
    "skriv här",
    "text",
    "tid",
    "titel",
];

/// Whether a text may have such words, by a quick look.
pub(super) fn may_be_in(source: &str) -> bool {
    SIGNS
        .iter()
        .any(|sign| memmem::find(source.as_bytes(), sign).is_some())
}

/// `Lorem ipsum dolor`, `TODO:`, `xxx`.
pub(super) fn check(range: &Range<usize>, reports: &mut Reports<'_>) {
    let source = reports.source;
    let text = &source[range.clone()];
    let mut from = 0;
    for word in text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '/' | '.' | '@'))) {
        let at = from + text[from..].find(word).unwrap_or(0);
        from = at + word.len();
        let bare = word.trim_end_matches('.');
        let behind = &text[from..];
        let start = match bare {
            "TODO" if behind.starts_with(':') || begins(&text[..at]) => at,
            _ if is_crossed(bare) => at,
            // Who writes about it doesn't quote all of it.
            "ipsum" if behind.starts_with(" dolor") && ends_with_lorem(&text[..at]) => {
                at - LOREM.len()
            }
            _ => continue,
        };
        let whole = range.start + start..range.start + at + bare.len();
        reports.at(&whole, |file, span| {
            site::unfinished(file, span, &source[whole.clone()])
        });
    }
}

/// Whether nothing or a bracket stands before a word.
fn begins(before: &str) -> bool {
    before.is_empty() || before.ends_with(['(', '['])
}

/// What stands before `ipsum`.
const LOREM: &str = "lorem ";

fn ends_with_lorem(before: &str) -> bool {
    let start = before.len().checked_sub(LOREM.len());
    let word = start.and_then(|start| before.get(start..));
    word.is_some_and(|word| word.eq_ignore_ascii_case(LOREM))
}

/// `xxx` or `XXXX`.
fn is_crossed(word: &str) -> bool {
    word.len() > 2 && (word.bytes().all(|b| b == b'x') || word.bytes().all(|b| b == b'X'))
}

/// `[länk]` and `[infoga bild]`; `at` is that of the bracket.
pub(super) fn check_bracket(at: usize, end: usize, reports: &mut Reports<'_>) {
    if reports.source[..at].ends_with(']') {
        return;
    }
    let text = &reports.source[at + 1..end];
    let Some(close) = text.find(['[', ']']).filter(|close| *close < 40) else {
        return;
    };
    let (inner, behind) = text.split_at(close);
    let lower = inner.to_lowercase();
    let order = ["infoga ", "insert ", "fyll i ", "lägg in ", "lägg till "];
    let stands_in =
        STAND_INS.contains(&lower.as_str()) || order.iter().any(|word| lower.starts_with(word));
    let alone = !behind.starts_with("](") && !behind.starts_with("][");
    if stands_in && alone && behind.starts_with(']') {
        reports.at(&(at..at + close + 2), |file, span| {
            site::unfinished(file, span, &text[..close])
        });
    }
}
