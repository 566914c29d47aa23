//! A small YAML tree that remembers where everything was written.
//!
//! Owns [`Node`] and [`read`], for the files of a theme: strings and `theme.yaml`.
//! Must never know what the keys mean.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::diagnostic::locale::Unreadable;
use crate::diagnostic::{Span, Spanned};

/// A value of YAML; numbers and booleans are their text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Node {
    /// Nothing, or `~`.
    Null,
    /// A scalar.
    Text(String),
    /// A sequence.
    List(Vec<Spanned<Node>>),
    /// A mapping, in the order of the file.
    Map(Entries),
}

/// A mapping's keys and values.
pub(crate) type Entries = Vec<(Spanned<String>, Spanned<Node>)>;

impl Node {
    /// The text of a scalar.
    pub(crate) fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The texts of a sequence of scalars.
    pub(crate) fn as_texts(&self) -> Option<Vec<Spanned<String>>> {
        let Self::List(items) = self else { return None };
        items
            .iter()
            .map(|item| Some(Spanned::new(item.value.as_text()?.to_owned(), item.span)))
            .collect()
    }
}

/// Why a file could not be read, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct YamlError {
    /// The reason.
    pub(crate) problem: Unreadable,
    /// The place.
    pub(crate) span: Span,
}

/// Reads a file whose top level is a mapping; an empty file is an empty mapping.
pub(crate) fn read(text: &str) -> Result<Entries, YamlError> {
    let options = serde_yaml::options! {
        strict_booleans: true,
        leading_zero_numbers_as_strings: true,
        with_snippet: false,
    };
    // The parser drops a BOM and counts from what is left.
    let skipped = text.len() - text.trim_start_matches('\u{feff}').len();
    let tree: Located = serde_yaml::from_str_with_options(&text[skipped..], options)
        .map_err(|error| syntax_error(&error, text, skipped))?;
    match into_node(tree, skipped).value {
        Node::Map(entries) => Ok(entries),
        Node::Null => Ok(Vec::new()),
        _ => Err(YamlError {
            problem: Unreadable::NoMap,
            span: Span::new(skipped, text.len()),
        }),
    }
}

/// The tree as the YAML library locates it.
type Located = serde_yaml::Spanned<Raw>;

/// A value whose parts still carry the library's locations.
enum Raw {
    Null,
    Text(String),
    List(Vec<Located>),
    Map(Vec<(serde_yaml::Spanned<String>, Located)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

/// Takes whatever stands in the file.
struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, a list or a mapping")
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_none<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Raw, E> {
        Ok(Raw::Text(value.to_string()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Raw, E> {
        Ok(Raw::Text(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Raw, E> {
        Ok(Raw::Text(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Raw, E> {
        Ok(Raw::Text(value.to_string()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Raw, E> {
        Ok(Raw::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Raw, E> {
        Ok(Raw::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Raw, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Raw::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Raw, A::Error> {
        let mut map = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            map.push(entry);
        }
        Ok(Raw::Map(map))
    }
}

/// Turns locations into spans of bytes.
fn into_node(located: Located, skipped: usize) -> Spanned<Node> {
    let span = span_of(&located.referenced, skipped);
    let value = match located.value {
        Raw::Null => Node::Null,
        Raw::Text(text) => Node::Text(text),
        Raw::List(items) => Node::List(
            items
                .into_iter()
                .map(|item| into_node(item, skipped))
                .collect(),
        ),
        Raw::Map(entries) => Node::Map(
            entries
                .into_iter()
                .map(|(key, value)| {
                    let span = span_of(&key.referenced, skipped);
                    (Spanned::new(key.value, span), into_node(value, skipped))
                })
                .collect(),
        ),
    };
    Spanned::new(value, span)
}

/// The bytes of a location that came from a text.
fn span_of(location: &serde_yaml::Location, skipped: usize) -> Span {
    let span = location.span();
    let bytes = |n: Option<u64>| n.and_then(|n| usize::try_from(n).ok()).unwrap_or(0);
    let start = bytes(span.byte_offset()) + skipped;
    Span::new(start, start + bytes(span.byte_len()))
}

/// What we say of the library's error; those of the scanner have no byte offset.
fn syntax_error(error: &serde_yaml::Error, text: &str, skipped: usize) -> YamlError {
    let error = error.without_snippet();
    let problem = match error {
        serde_yaml::Error::DuplicateMappingKey { key: Some(key), .. } => {
            Unreadable::Twice(key.clone())
        }
        _ => Unreadable::Syntax,
    };
    let span = error
        .location()
        .map_or(Span::new(skipped, skipped), |location| {
            match location.span().byte_offset() {
                Some(_) => span_of(&location, skipped),
                None => {
                    let at = offset_of(text, location.line(), location.column());
                    Span::new(at, at)
                }
            }
        });
    YamlError { problem, span }
}

/// The byte of a line and column, both from 1.
fn offset_of(text: &str, line: u64, column: u64) -> usize {
    let mut start = 0;
    for (number, content) in (1..).zip(text.split_inclusive('\n')) {
        if number == line {
            let chars = usize::try_from(column.saturating_sub(1)).unwrap_or(0);
            return start
                + content
                    .char_indices()
                    .nth(chars)
                    .map_or(content.trim_end().len(), |(at, _)| at);
        }
        start += content.len();
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_values_know_their_bytes() {
        let text = "\u{feff}år: \"å {n}\"\nflera: {one: 1, other: no}\n";
        let entries = read(text).expect("valid YAML");
        let (key, value) = &entries[0];
        assert_eq!(key.value, "år");
        assert_eq!(&text[key.span.start..key.span.end], "år");
        assert_eq!(value.value, Node::Text("å {n}".to_owned()));
        assert_eq!(&text[value.span.start..value.span.end], "\"å {n}\"");
        let Node::Map(forms) = &entries[1].1.value else {
            panic!("a mapping");
        };
        assert_eq!(forms[0].1.value, Node::Text("1".to_owned()));
        assert_eq!(forms[1].1.value, Node::Text("no".to_owned()));
        assert_eq!(&text[forms[1].0.span.start..forms[1].0.span.end], "other");
    }

    #[test]
    fn an_empty_file_has_no_keys_and_a_list_is_an_error() {
        assert_eq!(read(""), Ok(Vec::new()));
        assert_eq!(read("# only a comment\n"), Ok(Vec::new()));
        assert!(read("- a\n- b\n").is_err());
    }

    #[test]
    fn a_mistake_has_a_place() {
        let text = "a: b\nå: \"open\n";
        let error = read(text).expect_err("an open quotation mark");
        assert!(error.span.start >= 5, "{error:?}");
        assert_eq!(error.problem, Unreadable::Syntax);
        let error = read("a: 1\na: 2\n").expect_err("a key twice");
        assert_eq!(error.problem, Unreadable::Twice("a".to_owned()));
        assert_eq!(error.span.start, 5, "{error:?}");
    }
}
