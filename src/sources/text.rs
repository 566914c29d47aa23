//! Texts: UTF-8, and what is said of those that are not.

use crate::diagnostic::{Diagnostic, Span, source as report};
use crate::path::SourcePath;

/// Whether a theme's file is text, by its extension.
pub(super) fn is_text(path: &SourcePath) -> bool {
    let known = [
        "html",
        "htm",
        "xml",
        "yaml",
        "yml",
        "css",
        "js",
        "json",
        "txt",
        "svg",
        "webmanifest",
        "md",
    ];
    known.contains(&path.extension().as_str())
}

/// The text of `bytes`, or a guess at what else they are.
pub(super) fn decode(path: &SourcePath, bytes: Vec<u8>) -> Result<String, Box<Diagnostic>> {
    if let Some(encoding) = utf16(&bytes) {
        return Err(Box::new(report::not_utf8(path, None, encoding, None)));
    }
    String::from_utf8(bytes).map_err(|error| {
        let start = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let line = bytes[..start]
            .iter()
            .rposition(|&byte| byte == b'\n')
            .map_or(0, |at| at + 1);
        let end = bytes[start..]
            .iter()
            .position(|&byte| byte == b'\n')
            .map_or(bytes.len(), |at| start + at);
        let shown: String = bytes[line..end.min(line + 200)]
            .iter()
            .map(|&byte| latin(byte))
            .collect();
        let number = bytes[..start].iter().filter(|&&byte| byte == b'\n').count() + 1;
        let place = format!("line {number}: {}", shown.trim_end());
        Box::new(report::not_utf8(
            path,
            Some(number),
            "Windows-1252 (often called ANSI or Latin-1)",
            Some(&place),
        ))
    })
}

/// Characters that hide what a text says: NUL, and those that turn its direction
/// ("Trojan Source", CVE-2021-42574).
pub(super) fn check(path: &SourcePath, text: &str) -> Vec<Diagnostic> {
    let hidden =
        |c: char| c == '\0' || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    // One look at the bytes decides for almost every text.
    if !text.bytes().any(|byte| byte == 0 || byte == 0xe2) {
        return Vec::new();
    }
    let found = text.char_indices().filter(|&(_, c)| hidden(c)).take(8);
    found
        .map(|(at, c)| report::hidden_character(path, Span::new(at, at + c.len_utf8()), c))
        .collect()
}

fn utf16(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xfe, ..] => Some("UTF-16 (little-endian)"),
        [0xfe, 0xff, ..] => Some("UTF-16 (big-endian)"),
        [first, 0, second, 0, ..] if first.is_ascii() && second.is_ascii() => {
            Some("UTF-16 (little-endian)")
        }
        [0, first, 0, second, ..] if first.is_ascii() && second.is_ascii() => {
            Some("UTF-16 (big-endian)")
        }
        _ => None,
    }
}

/// A byte as Windows-1252 reads it, as far as Swedish needs it.
fn latin(byte: u8) -> char {
    match byte {
        0x93 | 0x94 => '”',
        0x91 | 0x92 => '’',
        0x96 => '–',
        0x80 => '€',
        other => char::from(other),
    }
}
