//! TOML front matter into the tree that YAML becomes, so that nothing behind it knows.
//!
//! Owns all of the `toml` crate, and how the lines that messages advise are written in
//! TOML. Must never know what keys mean.

use std::ops::Range;

use ::toml::Spanned as Placed;
use ::toml::de::{DeTable, DeValue, Error};

use super::yaml::{self, Document, Entry, Kind, Node};
use crate::diagnostic::fence::{self, TomlFault};
use crate::diagnostic::{Diagnostic, Span};
use crate::message;
use crate::message::{Arg, Message};
use crate::path::SourcePath;

/// After as many unreadable lines nobody reads on.
const MOST_ERRORS: usize = 20;

/// Reads `text[span]`. Lines that can't be read are reported; the other keys are there.
pub fn read(
    file: &SourcePath,
    text: &str,
    span: Span,
    diagnostics: &mut Vec<Diagnostic>,
) -> Document {
    if let Some(large) = yaml::too_large(file, text, span) {
        diagnostics.push(large);
        let kind = Kind::Broken;
        return Document {
            root: Node { span, kind },
            partial: true,
        };
    }
    let source = Source {
        text,
        base: span.start,
    };
    let (table, errors) = DeTable::parse_recoverable(&text[span.start..span.end]);
    let mut entries = source.entries(table.into_inner());
    let mut lines: Vec<Span> = Vec::new();
    for error in &errors {
        let line = source.line_of(error, span);
        if !lines.contains(&line) && lines.len() < MOST_ERRORS {
            lines.push(line);
            diagnostics.push(unread(file, text, line, error));
        }
    }
    // What the crate makes of a line that can't be read is a guess.
    for entry in &mut entries {
        let touches =
            |line: &&Span| line.start <= entry.value.span.end && entry.key_span.start <= line.end;
        if lines.iter().any(|line| touches(&line)) {
            entry.value.kind = Kind::Broken;
        }
    }
    Document {
        root: Node {
            span,
            kind: Kind::Map(entries),
        },
        partial: !errors.is_empty(),
    }
}

/// Where a text lies that the crate has read.
struct Source<'a> {
    text: &'a str,
    base: usize,
}

impl Source<'_> {
    fn span(&self, place: &Range<usize>) -> Span {
        Span::new(self.base + place.start, self.base + place.end)
    }

    /// In the order of the file.
    fn entries(&self, table: DeTable<'_>) -> Vec<Entry> {
        let entries = table.into_iter().map(|(key, value)| Entry {
            key_span: self.span(&key.span()),
            key: key.into_inner().into_owned(),
            value: self.node(value),
        });
        let mut entries: Vec<Entry> = entries.collect();
        entries.sort_by_key(|entry| entry.key_span);
        entries
    }

    fn node(&self, value: Placed<DeValue<'_>>) -> Node {
        let span = self.span(&value.span());
        let written = || self.text.get(span.start..span.end).unwrap_or_default();
        let kind = match value.into_inner() {
            DeValue::String(text) => Kind::Text(text.into_owned()),
            DeValue::Integer(_) | DeValue::Float(_) => Kind::Number(written().to_owned()),
            DeValue::Boolean(value) => Kind::Bool(value, value.to_string()),
            DeValue::Datetime(_) => Kind::Text(written().to_owned()),
            DeValue::Array(items) => {
                Kind::List(items.into_iter().map(|item| self.node(item)).collect())
            }
            DeValue::Table(table) => Kind::Map(self.entries(table)),
        };
        Node { span, kind }
    }

    /// The line that an error is about; an error at the beginning of a line is about the
    /// end of the one before, unless it names something.
    fn line_of(&self, error: &Error, within: Span) -> Span {
        let place = error.span().unwrap_or(0..0);
        let mut at = (self.base + place.start).clamp(within.start, within.end);
        let before = self.text.get(within.start..at).unwrap_or_default();
        if place.is_empty() && before.ends_with('\n') {
            at = within.start + before.trim_end().len();
        }
        let before = self.text.get(within.start..at).unwrap_or_default();
        let start = before
            .rfind('\n')
            .map_or(within.start, |at| within.start + at + 1);
        let line = self.text.get(start..within.end).unwrap_or_default();
        Span::of(line.lines().next().unwrap_or_default().trim(), self.text)
    }
}

/// A line that can't be read, and what it probably means.
fn unread(file: &SourcePath, text: &str, line: Span, error: &Error) -> Diagnostic {
    let written = text.get(line.start..line.end).unwrap_or_default();
    let fault = fault(error.message());
    let pair = written.split_once('=').or(written.split_once(':'));
    let corrected = pair.map(|(key, value)| {
        let marks = ['"', '\'', '“', '”', '„', '’', '‘'];
        let value = value.trim().trim_matches(marks);
        format!("{} = {}", key.trim(), quoted(value))
    });
    let corrected = corrected.filter(|line| DeTable::parse(line).is_ok());
    // Quotation marks help neither against another key nor instead of a bracket.
    let helps = !matches!(fault, TomlFault::Twice | TomlFault::Bracket);
    let corrected = corrected.filter(|_| helps);
    fence::toml_syntax(file, line, fault, corrected.as_deref())
}

/// What the crate's words, which nobody else reads, say.
fn fault(words: &str) -> TomlFault {
    let says = |word: &str| words.contains(word);
    if says("duplicate key") {
        TomlFault::Twice
    } else if says("unclosed") {
        TomlFault::Bracket
    } else if says("quote") {
        TomlFault::Quotes
    } else if says("no value") || says("missing value") {
        TomlFault::NoValue
    } else {
        TomlFault::Other
    }
}

/// Advice in TOML: what is to be written, an argument that is called `line` or ends so,
/// becomes `draft = true`.
pub fn advice(help: &Message) -> Message {
    let args = help.args.iter().map(|(name, arg)| {
        let arg = match arg {
            Arg::Text(line) if is_line(name) => {
                in_toml_line(line).map_or_else(|| arg.clone(), Arg::Text)
            }
            Arg::Message(line) if is_line(name) => Arg::Message(in_toml_words(line)),
            _ => arg.clone(),
        };
        (name.clone(), arg)
    });
    Message {
        key: help.key.clone(),
        args: args.collect(),
    }
}

fn is_line(name: &str) -> bool {
    name == "line" || name.ends_with("_line")
}

/// The same for lines of which a part is words of the catalogue.
fn in_toml_words(line: &Message) -> Message {
    let arg = |wanted: &str| {
        let found = line.args.iter().find(|(name, _)| *name == wanted);
        found.map(|(_, arg)| arg.clone())
    };
    match &*line.key {
        "line-of-words" => match (arg("key"), arg("words")) {
            (Some(key), Some(words)) => message!("line-of-words-toml", key, words),
            _ => line.clone(),
        },
        "line-of-image" => match arg("path") {
            Some(Arg::Text(path)) if path.starts_with('"') => message!("line-of-image-toml", path),
            Some(Arg::Text(path)) => message!("line-of-image-toml", path = quoted(&path)),
            _ => line.clone(),
        },
        _ => line.clone(),
    }
}

/// A line of front matter as TOML has it; `None` for what is none.
fn in_toml_line(line: &str) -> Option<String> {
    let (key, value) = line.split_once(':')?;
    let word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    if key.is_empty() || !key.chars().all(word) {
        return None;
    }
    if value.is_empty() {
        return Some(format!("{key} = …"));
    }
    let span = Span::new(0, line.len());
    let document = yaml::read(&SourcePath::new(""), line, span, &mut Vec::new());
    let Kind::Map(entries) = document.root.kind else {
        return None;
    };
    let [entry] = &entries[..] else {
        return None;
    };
    Some(format!("{key} = {}", in_toml(&entry.value)?))
}

/// A value as TOML writes it.
fn in_toml(node: &Node) -> Option<String> {
    let date = |text: &str| matches!(text.as_bytes(), [b'1'..=b'9', _, _, _, b'-', ..]);
    Some(match &node.kind {
        Kind::Bool(value, _) => value.to_string(),
        Kind::Number(number) => number.clone(),
        Kind::Text(text) if date(text) => text.clone(),
        Kind::Text(text) => quoted(text),
        Kind::List(items) => {
            let items: Option<Vec<String>> = items.iter().map(in_toml).collect();
            format!("[{}]", items?.join(", "))
        }
        Kind::Map(entries) => {
            let pair = |entry: &Entry| Some(format!("{} = {}", entry.key, in_toml(&entry.value)?));
            let pairs: Option<Vec<String>> = entries.iter().map(pair).collect();
            format!("{{ {} }}", pairs?.join(", "))
        }
        Kind::Null | Kind::Broken => return None,
    })
}

/// The escapes of JSON are those of TOML.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
