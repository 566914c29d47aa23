//! What was meant as a link, and is none.
//!
//! Owns how brackets in the wrong order, spaces and lost ends are recognised, and how the
//! link was meant. Must never change the output.

use std::ops::Range;

use super::foreign::{Shortcode, floor};
use super::prescan::is_escaped;
use super::reports::Reports;
use crate::decode::pictures;
use crate::diagnostic::{link, markdown};
use crate::path::misspelt;

/// Addresses and names in patterns are looked for so far ahead.
const NEAR: usize = 300;

/// `(text)[url]`.
pub(super) fn check_reversed(bracket: usize, range: &Range<usize>, reports: &mut Reports<'_>) {
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

/// `[text](min fil.md)`, `[text] (url)`, `[text](url`.
pub(super) fn check_address(start: usize, close: usize, end: usize, reports: &mut Reports<'_>) {
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
        Some(url) if misspelt::is_phone(url) => {
            let number: String = url.split_whitespace().collect();
            (url, format!("[{text}](tel:{number})"))
        }
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

/// `<www.example.se>` and `< https://example.se >`.
pub(super) fn check_angles(range: &Range<usize>, reports: &mut Reports<'_>) {
    let source = reports.source;
    for (at, _) in source[range.clone()].match_indices('<') {
        let at = range.start + at;
        let Some(inner) = until(&source[at + 1..range.end], '>') else {
            continue;
        };
        let address = inner.trim();
        let whole = address.starts_with("https://") || address.starts_with("http://");
        let meant = match whole && !address.contains(' ') {
            true => Some(address.to_owned()),
            false => misspelt::scheme(address).or_else(|| misspelt::missing_scheme(address)),
        };
        if let Some(meant) = meant.filter(|_| !is_escaped(source, at)) {
            reports.at(&(at..at + inner.len() + 2), |file, span| {
                link::no_scheme_in_angles(file, span, &meant)
            });
        }
    }
}

/// `! [Karta](karta.png)`: a link to a picture behind a lone `!`.
pub(super) fn check_image(range: &Range<usize>, dest: &str, reports: &mut Reports<'_>) {
    let source = reports.source;
    let Some(before) = source[..range.start].strip_suffix("! ") else {
        return;
    };
    let lone = before.is_empty() || before.ends_with(char::is_whitespace);
    if lone && pictures::is_file_name(dest) {
        let whole = range.start - 2..range.end;
        let corrected = format!("!{}", &source[range.clone()]);
        reports.at(&whole, |file, span| {
            markdown::image_with_space(file, span, &corrected)
        });
    }
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

/// What stands before the next `end` on this line, if it is near.
fn until(text: &str, end: char) -> Option<&str> {
    let near = &text[..floor(text, NEAR.min(text.len()))];
    near.split(['\n', '['])
        .next()?
        .split_once(end)
        .map(|(before, _)| before)
}
