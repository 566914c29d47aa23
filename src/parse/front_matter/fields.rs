//! The keys of a map: known, known by another name, misspelt, or strange.
//!
//! Owns the matching of written keys against a [`Schema`].

use super::Reader;
use crate::diagnostic::{Severity, Span, Spanned, keys, suggest};
use crate::parse::yaml::{Entry, Kind, Node};

/// The keys that a map may have.
#[derive(Debug, Clone, Copy)]
pub struct Schema {
    /// The keys.
    pub keys: &'static [&'static str],
    /// Names that people bring along, and the keys they stand for; understood.
    pub aliases: &'static [(&'static str, &'static str)],
    /// Names that are errors, and what was meant: other languages and tools.
    pub renamed: &'static [(&'static str, &'static str)],
    /// Harmless keys of other tools, and what to do about them.
    pub foreign: &'static [&'static [(&'static str, &'static str)]],
    /// Keys that decide what is published: a misspelling can't be lowered.
    pub secret: &'static [&'static str],
}

impl Schema {
    /// A map with these keys and no others.
    pub const fn plain(keys: &'static [&'static str]) -> Self {
        Self {
            keys,
            aliases: &[],
            renamed: &[],
            foreign: &[],
            secret: &[],
        }
    }
}

/// The entries of a map under their keys' own names.
#[derive(Debug)]
pub struct Fields {
    entries: Vec<(&'static str, Entry)>,
    /// The map's place.
    pub span: Span,
    /// Whether a part of it could not be read, so that a key may be there unseen.
    pub broken: bool,
    /// Whether a key that is not one of these may withhold the document.
    pub withheld: bool,
}

/// Names and what they stand for.
type Names = &'static [(&'static str, &'static str)];

/// What a written key stands for.
enum Meaning {
    Key(&'static str),
    Misspelt(&'static str),
    Foreign(&'static str),
    Strange,
}

impl Fields {
    /// Matches a map's keys; `name` is what it is called in messages.
    pub fn open(reader: &mut Reader<'_>, node: Node, schema: &Schema, name: &str) -> Self {
        let span = node.span;
        let mut fields = Self {
            entries: Vec::new(),
            span,
            broken: matches!(node.kind, Kind::Broken),
            withheld: false,
        };
        let entries = match node.kind {
            Kind::Map(entries) => entries,
            Kind::Null | Kind::Broken => return fields,
            _ => {
                let example = schema.keys.first().copied().unwrap_or("key");
                let example = match name.contains([' ', '.']) {
                    true => format!("{example}: …"),
                    false => format!("{name}: {{{example}: …}}"),
                };
                let (place, found) = (reader.first_line(span), node.describe());
                let (codes, file) = (reader.codes, reader.file);
                let wanted = "lines of the form `key: value`";
                reader.report(keys::wrong_type(
                    codes, file, place, name, found, wanted, &example,
                ));
                fields.broken = true;
                return fields;
            }
        };
        for entry in entries {
            fields.add(reader, entry, schema);
        }
        fields
    }

    /// Takes a key's entry out, if it was given.
    pub fn take(&mut self, key: &str) -> Option<Entry> {
        let index = self.entries.iter().position(|(name, _)| *name == key)?;
        Some(self.entries.remove(index).1)
    }

    /// Takes a text that the document can't do without; `example` is a whole line.
    /// Says nothing of a missing one where lines could not be read.
    pub fn required_line(
        &mut self,
        reader: &mut Reader<'_>,
        key: &str,
        example: &str,
    ) -> Option<Spanned<String>> {
        let entry = self.take(key);
        if entry.is_none() && self.broken {
            return None;
        }
        reader.required_line(entry.as_ref(), self.span, key, example)
    }

    /// Where a key that has not been taken yet was written.
    pub fn place(&self, key: &str) -> Option<Span> {
        let found = self.entries.iter().find(|(name, _)| *name == key)?;
        Some(found.1.key_span)
    }

    fn add(&mut self, reader: &mut Reader<'_>, mut entry: Entry, schema: &Schema) {
        let (codes, file, span) = (reader.codes, reader.file, entry.key_span);
        let key = match meaning(&entry.key, schema) {
            Meaning::Key(key) => key,
            Meaning::Misspelt(key) => {
                let secret = schema.secret.contains(&key);
                let unknown = keys::unknown_key(codes, file, span, &entry.key, key, secret);
                reader.report(unknown);
                if self.place(key).is_some() {
                    return;
                }
                entry.key = key.to_owned();
                key
            }
            Meaning::Foreign(advice) => {
                let ignored = keys::ignored_key(codes, file, span, &entry.key, Some(advice));
                return reader.report(ignored);
            }
            Meaning::Strange => {
                let ignored = keys::ignored_key(codes, file, span, &entry.key, None);
                return reader.report(ignored);
            }
        };
        match self.entries.iter().find(|(name, _)| *name == key) {
            Some((_, first)) => {
                let place = first.key_span;
                let other = first.key.clone();
                let mut conflict =
                    keys::conflict(codes, file, span, &entry.key, place, &other, key);
                // Many blogs have both an excerpt and a description: the first one serves.
                if key == "summary" {
                    if first.value.kind == entry.value.kind {
                        return;
                    }
                    conflict.severity = Severity::Warning;
                }
                reader.report(conflict);
            }
            None => self.entries.push((key, entry)),
        }
    }
}

/// Whether a key is one of the schema's, by its own name or one that it is known by.
pub(super) fn is_named(written: &str, schema: &Schema) -> bool {
    let lower = crate::path::nfc(written).to_lowercase();
    let own = |key: &str| schema.keys.contains(&key);
    let mut names = schema.aliases.iter().chain(schema.renamed);
    spelt_otherwise(written, schema).is_some()
        || names.any(|(name, key)| (*name == written || *name == lower.as_str()) && own(key))
}

/// The key that a name of [`Schema::renamed`] stands for.
pub(super) fn renamed_to(written: &str, schema: &Schema) -> Option<&'static str> {
    let lower = crate::path::nfc(written).to_lowercase();
    let mut names = schema.renamed.iter();
    let found = names.find(|(name, _)| *name == lower.as_str())?.1;
    schema.keys.contains(&found).then_some(found)
}

/// Whether a key is one of the schema's by any name or misspelling.
pub(super) fn is_near(written: &str, schema: &Schema) -> bool {
    matches!(
        meaning(written, schema),
        Meaning::Key(_) | Meaning::Misspelt(_)
    )
}

/// Whether a key is one that decides what is published, by any of its names; `exact`:
/// misspellings are none.
pub(super) fn names_secret(written: &str, schema: &Schema, exact: bool) -> bool {
    let found = match meaning(written, schema) {
        Meaning::Key(key) => Some(key),
        Meaning::Misspelt(key) if !exact || is_named(written, schema) => Some(key),
        _ => None,
    };
    found.is_some_and(|key| schema.secret.contains(&key))
}

/// The key that has the same letters: `Publish-Date` for `publish_date`.
fn spelt_otherwise(written: &str, schema: &Schema) -> Option<&'static str> {
    let letters = fold(written);
    let mut keys = schema.keys.iter().copied();
    keys.find(|key| fold(key) == letters)
}

/// The letters of a key, however its words are joined.
pub(super) fn fold(key: &str) -> String {
    let mut word = crate::path::nfc(key).to_lowercase();
    word.retain(|letter| !matches!(letter, '_' | '-' | ' ' | '.'));
    word
}

fn meaning(written: &str, schema: &Schema) -> Meaning {
    let own = |key: &str| schema.keys.iter().copied().find(|known| *known == key);
    if let Some(key) = own(written) {
        return Meaning::Key(key);
    }
    let lower = crate::path::nfc(written).to_lowercase();
    let look_up = |table: Names, word: &str| {
        let found = table.iter().find(|(name, _)| *name == word)?;
        Some(found.1)
    };
    // A table may name keys that only other documents have.
    let renamed = |table: Names, word: &str| look_up(table, word).and_then(own);
    if let Some(key) = renamed(schema.aliases, written) {
        return Meaning::Key(key);
    }
    if let Some(meant) = renamed(schema.renamed, written).or(renamed(schema.renamed, &lower)) {
        return Meaning::Misspelt(meant);
    }
    if let Some(meant) = spelt_otherwise(written, schema) {
        return Meaning::Misspelt(meant);
    }
    for table in schema.foreign {
        if let Some(advice) = look_up(table, written).or(look_up(table, &lower)) {
            return Meaning::Foreign(advice);
        }
    }
    let names = schema.aliases.iter().chain(schema.renamed);
    let names = names.filter(|(_, key)| own(key).is_some());
    let known = schema
        .keys
        .iter()
        .copied()
        .chain(names.map(|(name, _)| *name));
    let near = suggest::nearest(written, known);
    let key = |near: &str| {
        own(near)
            .or(renamed(schema.aliases, near))
            .or(renamed(schema.renamed, near))
    };
    near.and_then(key)
        .map_or(Meaning::Strange, Meaning::Misspelt)
}
