//! YAML text into a tree that knows where everything was written.
//!
//! Owns the tree ([`Node`]), its limits, and going on after a line that can't be
//! read. Built on the events of `serde_yaml`'s own parser: they carry the bytes of
//! every key and value and the way a scalar was quoted, which a deserialiser drops,
//! so `title: no` stays a text where a text is wanted. Must never know what keys mean.

mod cause;
mod flow;
mod groups;
mod lines;
mod tree;

use std::collections::BTreeMap;

use crate::diagnostic::values::Form;
use crate::diagnostic::yaml::{self, Limit};
use crate::diagnostic::{Diagnostic, Span};
use crate::path::SourcePath;

pub use cause::quoted;
use tree::{Fault, Limits};

/// The largest front matter and configuration, in bytes.
const MAX_BYTES: usize = 64 * 1024;
/// The largest file of archived comments, in bytes.
const MAX_DATA_BYTES: usize = 4 * 1024 * 1024;
/// After as many unreadable places nobody reads on.
const MAX_SYNTAX_ERRORS: usize = 20;

/// A value and its place in the whole file.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Its bytes, quotation marks and brackets included.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
}

/// The kinds of values. What kind a scalar has without a schema: `no` is text, and
/// so is `007`; only `true` and `false` are booleans.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// Nothing, `~` or `null`.
    Null,
    /// `true` or `false`, with the text as written.
    Bool(bool, String),
    /// A number, as written.
    Number(String),
    /// A text, after escapes and folding.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// A map, in the order of the file, each key once.
    Map(Vec<Entry>),
    /// Something that could not be read and has been reported.
    Broken,
}

/// A key and its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The key as text.
    pub key: String,
    /// Where the key was written.
    pub key_span: Span,
    /// The value.
    pub value: Node,
}

impl Node {
    /// A scalar's text, whatever it looks like; `None` for null, lists and maps.
    pub fn as_text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Bool(_, text) | Kind::Number(text) | Kind::Text(text) => Some(text),
            _ => None,
        }
    }

    /// What it is, for messages.
    pub fn form(&self) -> Form {
        match &self.kind {
            Kind::Null => Form::Empty,
            Kind::Bool(..) => Form::Flag,
            Kind::Number(_) => Form::Number,
            Kind::Text(_) => Form::Text,
            Kind::List(_) => Form::List,
            Kind::Map(_) => Form::Map,
            Kind::Broken => Form::Unreadable,
        }
    }

    /// The value as JSON, for `extra`.
    pub fn to_json(&self) -> serde_json::Value {
        use serde_json::Value;
        match &self.kind {
            Kind::Null | Kind::Broken => Value::Null,
            Kind::Bool(value, _) => Value::Bool(*value),
            Kind::Number(text) => number(text).map_or_else(|| text.clone().into(), Value::Number),
            Kind::Text(text) => text.clone().into(),
            Kind::List(items) => items.iter().map(Self::to_json).collect(),
            Kind::Map(entries) => Value::Object(to_json_map(entries)),
        }
    }
}

/// A text that has been read.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Its value.
    pub root: Node,
    /// Whether there were lines of which not even the key is known, so that nothing
    /// can be said to be missing.
    pub partial: bool,
}

/// Entries as a JSON object, in their order.
pub fn to_json_map(entries: &[Entry]) -> serde_json::Map<String, serde_json::Value> {
    let pairs = entries.iter().map(|e| (e.key.clone(), e.value.to_json()));
    pairs.collect()
}

/// Reads `text[span]` as one YAML document. Whatever can't be read is reported and
/// becomes [`Kind::Broken`]; the other top-level keys are still there.
pub fn read(
    file: &SourcePath,
    text: &str,
    span: Span,
    diagnostics: &mut Vec<Diagnostic>,
) -> Document {
    read_limited(file, text, span, Limits::settings(MAX_BYTES), diagnostics)
}

/// Like [`read`], for data that may be longer than settings: archived comments.
pub fn read_data(file: &SourcePath, text: &str, diagnostics: &mut Vec<Diagnostic>) -> Document {
    let limits = Limits::data(MAX_DATA_BYTES);
    read_limited(file, text, Span::new(0, text.len()), limits, diagnostics)
}

/// What is said of a front matter in any language that is larger than is read.
pub fn too_large(file: &SourcePath, text: &str, span: Span) -> Option<Diagnostic> {
    beyond(file, text, span, MAX_BYTES)
}

fn beyond(file: &SourcePath, text: &str, span: Span, bytes: usize) -> Option<Diagnostic> {
    let limit = Limit::Bytes(bytes);
    let first = Span::new(span.start, lines::line_end(text, span.start, span.end));
    (span.end - span.start > bytes).then(|| yaml::too_large(file, first, limit))
}

fn read_limited(
    file: &SourcePath,
    text: &str,
    span: Span,
    limits: Limits,
    diagnostics: &mut Vec<Diagnostic>,
) -> Document {
    let span = without_bom(text, span);
    let broken = Document {
        root: Node {
            span,
            kind: Kind::Broken,
        },
        partial: true,
    };
    if let Some(large) = beyond(file, text, span, limits.bytes) {
        diagnostics.push(large);
        return broken;
    }
    match tree::parse(text, span, limits) {
        Ok(tree) => {
            report_duplicates(file, &tree.duplicates, diagnostics);
            Document {
                root: tree.root,
                partial: false,
            }
        }
        Err(Fault::Limit { at, limit }) => {
            let place = Span::new(at, lines::line_end(text, at, span.end));
            diagnostics.push(yaml::too_large(file, place, limit));
            broken
        }
        Err(Fault::Syntax { .. } | Fault::Unsupported { .. }) => {
            recover(file, text, span, limits, diagnostics)
        }
    }
}

/// Reads the top-level keys one by one, so that one unreadable line hides no other.
fn recover(
    file: &SourcePath,
    text: &str,
    span: Span,
    limits: Limits,
    diagnostics: &mut Vec<Diagnostic>,
) -> Document {
    let mut entries: Vec<Entry> = Vec::new();
    let mut partial = false;
    let mut problems: Vec<Diagnostic> = Vec::new();
    for group in groups::split(text, span) {
        let problem = match tree::parse(text, group.span, limits) {
            Ok(tree) => match tree.root.kind {
                Kind::Map(found) => {
                    report_duplicates(file, &tree.duplicates, diagnostics);
                    entries.extend(found);
                    continue;
                }
                Kind::Null => continue,
                _ => cause::diagnose(file, text, group.span, None),
            },
            Err(fault) => fault_in(file, text, group.span, &fault),
        };
        // One unfinished merge has three marks.
        let again = |known: &Diagnostic| known.code == yaml::MERGE_MARKER;
        if problem.code != yaml::MERGE_MARKER || !problems.iter().any(again) {
            problems.push(problem);
        }
        partial |= group.key.is_none() || group.has_more_keys(text);
        entries.extend(group.key.map(|key_span| Entry {
            key: text[key_span.start..key_span.end].to_owned(),
            key_span,
            value: Node {
                span: group.span,
                kind: Kind::Broken,
            },
        }));
        if problems.len() == MAX_SYNTAX_ERRORS {
            partial = true;
            break;
        }
    }
    if problems.is_empty() {
        // Each key for itself is fine: together they are not, as with a second document.
        problems.push(cause::diagnose(file, text, span, None));
    }
    let merge = problems.iter().any(|p| p.code == yaml::MERGE_MARKER);
    diagnostics.append(&mut problems);
    let mut doubles = Vec::new();
    let kind = Kind::Map(once(file, entries, &mut doubles));
    if !merge {
        diagnostics.append(&mut doubles);
    }
    Document {
        root: Node { span, kind },
        partial,
    }
}

/// What is wrong with the lines of one key.
fn fault_in(file: &SourcePath, text: &str, span: Span, fault: &Fault) -> Diagnostic {
    match *fault {
        Fault::Syntax { at } => cause::diagnose(file, text, span, Some(at)),
        Fault::Unsupported { at, letter } => cause::unsupported(file, text, span, at, letter),
        Fault::Limit { at, limit } => {
            let place = Span::new(at, lines::line_end(text, at, span.end));
            yaml::too_large(file, place, limit)
        }
    }
}

/// Keeps the first of the entries with the same key.
fn once(file: &SourcePath, found: Vec<Entry>, diagnostics: &mut Vec<Diagnostic>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::with_capacity(found.len());
    let mut first: BTreeMap<String, Span> = BTreeMap::new();
    for entry in found {
        match first.get(&entry.key) {
            Some(&place) => {
                diagnostics.push(yaml::duplicate_key(file, entry.key_span, &entry.key, place));
            }
            None => {
                first.insert(entry.key.clone(), entry.key_span);
                entries.push(entry);
            }
        }
    }
    entries
}

fn report_duplicates(
    file: &SourcePath,
    duplicates: &[tree::Duplicate],
    diagnostics: &mut Vec<Diagnostic>,
) {
    let report = |d: &tree::Duplicate| yaml::duplicate_key(file, d.second, &d.key, d.first);
    diagnostics.extend(duplicates.iter().map(report));
}

fn without_bom(text: &str, span: Span) -> Span {
    let bom = text[span.start..span.end].starts_with('\u{feff}');
    Span::new(span.start + if bom { 3 } else { 0 }, span.end)
}

/// A JSON number; `1_000`, `.5` and infinities are none.
fn number(text: &str) -> Option<serde_json::Number> {
    let plain = text.strip_prefix('+').unwrap_or(text);
    serde_json::from_str(plain).ok()
}

#[cfg(test)]
mod tests;
