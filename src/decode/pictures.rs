//! Pictures under names that nitton doesn't know, and texts that only name one.
//!
//! Owns how a picture is recognised in a value. Must never know what a key is called.

use super::yaml::{Entry, Kind, Node};

/// Ends of the names of picture files.
const ENDINGS: [&str; 9] = [
    ".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg", ".avif", ".heic", ".tiff",
];

/// The first picture that a value names, itself or within its lists and maps. A whole
/// text that happens to end in a file's name is none.
pub fn find(entry: &Entry) -> Option<String> {
    find_in(&entry.value)
}

fn find_in(node: &Node) -> Option<String> {
    match &node.kind {
        Kind::List(items) => items.iter().find_map(find_in),
        Kind::Map(entries) => entries.iter().find_map(|entry| find_in(&entry.value)),
        _ => {
            let text = node.as_text()?.trim();
            is_file_name(text).then(|| text.to_owned())
        }
    }
}

/// Whether a text is nothing but the name of a picture's file.
pub fn is_file_name(text: &str) -> bool {
    let lower = text.to_lowercase();
    let path = lower.split(['?', '#']).next().unwrap_or_default();
    let named = ENDINGS.iter().any(|ending| path.ends_with(ending));
    named && !text.contains(char::is_whitespace)
}
