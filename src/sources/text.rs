//! Bytes into text, and what is wrong with their encoding.
//!
//! Owns UTF-8, the guesses at what else it may be, and characters that no text
//! should have. Must never know what the text says.

use super::{Content, Kind};
use crate::diagnostic::{Diagnostic, Span, source as report};
use crate::encoding::from_windows_1252;
use crate::path::SourcePath;

/// The text of a file. Where it isn't UTF-8 its bytes are kept, and an error says
/// where and what to do.
pub(super) fn decode(path: &SourcePath, kind: Kind, bytes: Vec<u8>) -> (Content, Vec<Diagnostic>) {
    if let Some(encoding) = utf16(&bytes) {
        let span = Span::new(0, bytes.len().min(2));
        let diagnostic = report::not_utf8(path, span, encoding, None);
        return (Content::Bytes(bytes.into()), vec![diagnostic]);
    }
    match simdutf8::compat::from_utf8(&bytes) {
        Ok(text) if has_old_line_ends(text) => {
            let diagnostics = vec![report::old_line_ends(path)];
            (Content::Bytes(bytes.into()), diagnostics)
        }
        Ok(text) => {
            let diagnostics = characters(path, kind, text);
            (Content::Text(text.into()), diagnostics)
        }
        Err(error) => {
            let at = error.valid_up_to();
            let number = bytes[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
            let line = decoded_line(&bytes, at);
            // Windows-1252 has printable letters where Latin-1 has control characters.
            let diagnostic = report::not_utf8(
                path,
                Span::new(at, at + 1),
                "Windows-1252",
                Some((number, &line)),
            );
            (Content::Bytes(bytes.into()), vec![diagnostic])
        }
    }
}

/// Whether lines end as on computers of Apple before 2001.
fn has_old_line_ends(text: &str) -> bool {
    memchr::memchr(b'\n', text.as_bytes()).is_none() && text.trim_end().contains('\r')
}

/// UTF-16, by its byte order mark or by the NULs beside Latin letters.
fn utf16(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xfe, ..] => return Some("UTF-16 (little-endian)"),
        [0xfe, 0xff, ..] => return Some("UTF-16 (big-endian)"),
        _ => {}
    }
    if !has_null(bytes) {
        return None;
    }
    let start = &bytes[..bytes.len().min(4096)];
    let nulls = |first: usize| {
        start
            .iter()
            .skip(first)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    let (even, odd, pairs) = (nulls(0), nulls(1), start.len() / 2);
    if pairs < 2 {
        None
    } else if odd * 2 > pairs && even * 8 < pairs {
        Some("UTF-16 (little-endian)")
    } else if even * 2 > pairs && odd * 8 < pairs {
        Some("UTF-16 (big-endian)")
    } else {
        None
    }
}

/// The line around `at`: what is UTF-8 in it as it is, the rest as Windows-1252.
fn decoded_line(bytes: &[u8], at: usize) -> String {
    let is_end = |byte: &u8| matches!(byte, b'\n' | b'\r');
    let start = bytes[..at]
        .iter()
        .rposition(is_end)
        .map_or(0, |end| end + 1);
    let end = bytes[at..]
        .iter()
        .position(is_end)
        .map_or(bytes.len(), |end| at + end);
    let mut line = String::new();
    for chunk in bytes[start..end].utf8_chunks() {
        line.push_str(chunk.valid());
        line.extend(chunk.invalid().iter().map(|&byte| from_windows_1252(byte)));
    }
    line
}

/// Characters that hide what a text says: NUL, and those that turn its direction
/// ("Trojan Source", CVE-2021-42574).
fn characters(path: &SourcePath, kind: Kind, text: &str) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    if has_null(text.as_bytes())
        && let Some(at) = text.find('\0')
    {
        diagnostics.push(report::hidden_character(
            path,
            Span::new(at, at + 1),
            '\0',
            1,
        ));
    }
    if !may_reorder(text.as_bytes()) {
        return diagnostics;
    }
    let is_prose = !matches!(kind, Kind::Config | Kind::Template | Kind::Theme);
    let mut found = Vec::new();
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        found.extend(reordering(line, is_prose).map(|(at, letter)| (offset + at, letter)));
        offset += line.len();
    }
    if let Some(&(at, letter)) = found.first() {
        let span = Span::new(at, at + letter.len_utf8());
        diagnostics.push(report::hidden_character(path, span, letter, found.len()));
    }
    diagnostics
}

/// Whether there is a NUL. Without branches, so that the compiler makes it wide.
fn has_null(bytes: &[u8]) -> bool {
    bytes.iter().fold(false, |found, byte| found | (*byte == 0))
}

/// One look at the bytes, which decides for almost every text. Without branches, so
/// that the compiler makes it look at many bytes at once: every post comes by here.
fn may_reorder(bytes: &[u8]) -> bool {
    let next = bytes.get(1..).unwrap_or_default();
    let last = bytes.get(2..).unwrap_or_default();
    let triples = bytes.iter().zip(next).zip(last);
    triples.fold(false, |found, ((&a, &b), &c)| {
        let overrides = (b == 0x80) & (0xaa..=0xae).contains(&c);
        let isolates = (b == 0x81) & (0xa6..=0xa9).contains(&c);
        found | ((a == 0xe2) & (overrides | isolates))
    })
}

/// Bidirectional controls in a line. In prose, isolates that end on their line are
/// what writers of Hebrew and Arabic need; in templates nobody needs any.
fn reordering(line: &str, is_prose: bool) -> impl Iterator<Item = (usize, char)> {
    let isolates = |c: char| matches!(c, '\u{2066}'..='\u{2068}');
    let opened = line.matches(isolates).count();
    let balanced = is_prose && opened == line.matches('\u{2069}').count();
    line.char_indices().filter(move |(_, c)| match c {
        '\u{202a}'..='\u{202e}' => true,
        '\u{2066}'..='\u{2069}' => !balanced,
        _ => false,
    })
}
