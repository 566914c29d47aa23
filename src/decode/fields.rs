//! The keys of a map: known, known by another name, misspelt, or strange.
//!
//! Owns the matching of written keys against a [`Schema`].

use super::Reader;
use super::pictures;
use super::yaml::{Entry, Kind, Node};
use crate::diagnostic::values::Form;
use crate::diagnostic::{Diagnostic, Severity, Span, Spanned, keys, suggest};
use crate::message::{Arg, Message};

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
    pub foreign: &'static [Foreign],
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

/// Keys, and what to do about each.
pub type Foreign = &'static [(&'static str, fn() -> Message)];

/// The entries of a map under their keys' own names.
#[derive(Debug)]
pub struct Fields {
    entries: Vec<(&'static str, Entry)>,
    /// The map's place.
    pub span: Span,
    /// Whether a part of it could not be read, so that a key may be there unseen.
    pub broken: bool,
    /// Whether a key that is not one of these may keep the document unpublished.
    pub unpublished: bool,
    /// Keys that were given under a wrong name, which has been reported.
    misspelt: Vec<&'static str>,
    /// Whether there is an `image`.
    has_picture: bool,
}

/// Names and what they stand for.
type Names = &'static [(&'static str, &'static str)];

/// What a written key stands for.
enum Meaning {
    Key(&'static str),
    /// The key with letters of another case.
    Capitals(&'static str),
    Misspelt(&'static str),
    Foreign(fn() -> Message),
    Strange,
}

impl Fields {
    /// Matches the keys of a map that is the value of `key`.
    pub fn open(reader: &mut Reader<'_>, node: Node, schema: &Schema, key: &str) -> Self {
        Self::of(reader, node, schema, Some(key))
    }

    /// Matches the keys of what has no key itself: front matter, site.yaml, a comment.
    pub fn open_whole(reader: &mut Reader<'_>, node: Node, schema: &Schema) -> Self {
        Self::of(reader, node, schema, None)
    }

    fn of(reader: &mut Reader<'_>, node: Node, schema: &Schema, key: Option<&str>) -> Self {
        let span = node.span;
        let mut fields = Self {
            entries: Vec::new(),
            span,
            broken: matches!(node.kind, Kind::Broken),
            unpublished: false,
            misspelt: Vec::new(),
            has_picture: false,
        };
        let entries = match node.kind {
            Kind::Map(entries) => entries,
            Kind::Null | Kind::Broken => return fields,
            _ => {
                no_map(reader, &node, schema, key);
                fields.broken = true;
                return fields;
            }
        };
        fields.has_picture = entries.iter().any(|entry| entry.key == "image");
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

    /// Takes a text that the document can't do without; `line` is an example.
    /// Says nothing of a missing one where lines could not be read.
    pub fn required_line(
        &mut self,
        reader: &mut Reader<'_>,
        key: &str,
        line: impl Into<Arg> + Clone,
    ) -> Option<Spanned<String>> {
        let entry = self.take(key);
        if entry.is_none() && self.broken {
            return None;
        }
        reader.required_line(entry.as_ref(), self.span, key, line)
    }

    /// Where a key that has not been taken yet was written.
    pub fn place(&self, key: &str) -> Option<Span> {
        let found = self.entries.iter().find(|(name, _)| *name == key)?;
        Some(found.1.key_span)
    }

    fn add(&mut self, reader: &mut Reader<'_>, mut entry: Entry, schema: &Schema) {
        let (codes, file, span) = (reader.codes, reader.file, entry.key_span);
        let meaning = meaning(&entry.key, schema);
        if let Some(problem) = self.picture(reader, &entry, &meaning, schema) {
            return reader.report(problem);
        }
        let key = match meaning {
            Meaning::Key(key) => key,
            Meaning::Capitals(key) => {
                reader.report(keys::capitals(codes, file, span, &entry.key, key));
                entry.key = key.to_owned();
                key
            }
            // `featured: true` is no picture.
            Meaning::Misspelt("image") if matches!(entry.value.kind, Kind::Bool(..)) => {
                let ignored = keys::ignored_key(codes, file, span, &entry.key, None);
                return reader.report(ignored);
            }
            Meaning::Misspelt(key) => {
                let secret = schema.secret.contains(&key);
                let unknown = keys::unknown_key(codes, file, span, &entry.key, key, secret);
                reader.report(unknown);
                if self.place(key).is_some() {
                    return;
                }
                self.misspelt.push(key);
                entry.key = key.to_owned();
                key
            }
            Meaning::Foreign(advice) => {
                let ignored = keys::ignored_key(codes, file, span, &entry.key, Some(advice()));
                return reader.report(ignored);
            }
            Meaning::Strange => {
                let ignored = keys::ignored_key(codes, file, span, &entry.key, None);
                return reader.report(ignored);
            }
        };
        let Some(at) = self.entries.iter().position(|(name, _)| *name == key) else {
            return self.entries.push((key, entry));
        };
        // The wrong name has been reported: the right one counts.
        if self.misspelt.contains(&key) {
            self.entries[at].1 = entry;
            return;
        }
        let first = &self.entries[at].1;
        let (place, other) = (first.key_span, &first.key);
        let mut conflict = keys::conflict(codes, file, span, &entry.key, place, other, key);
        // Many blogs have both an excerpt and a description: the first one serves.
        if key == "summary" {
            if first.value.kind == entry.value.kind {
                return;
            }
            conflict.severity = Severity::Warning;
        }
        reader.report(conflict);
    }

    /// What to say of a picture under a name that isn't `image`. Who writes `thumbnail`
    /// beside `image` has another theme's picture in mind.
    fn picture(
        &self,
        reader: &Reader<'_>,
        entry: &Entry,
        meaning: &Meaning,
        schema: &Schema,
    ) -> Option<Diagnostic> {
        let is_known = match meaning {
            Meaning::Key(_) | Meaning::Capitals(_) => return None,
            Meaning::Misspelt(key) if !matches!(*key, "image" | "summary") => return None,
            Meaning::Misspelt(_) => true,
            Meaning::Foreign(_) | Meaning::Strange => false,
        };
        if !schema.keys.contains(&"image") {
            return None;
        }
        let path = pictures::find(entry)?;
        let (codes, file, span) = (reader.codes, reader.file, entry.key_span);
        Some(match (self.has_picture, is_known) {
            (true, _) => keys::second_picture(codes, file, span, &entry.key),
            (false, true) => keys::picture(codes, file, span, &entry.key, &path),
            (false, false) => keys::perhaps_picture(codes, file, span, &entry.key, &path),
        })
    }
}

/// Reports a value that should have keys.
fn no_map(reader: &mut Reader<'_>, node: &Node, schema: &Schema, key: Option<&str>) {
    let first = schema.keys.first().copied().unwrap_or("key");
    let (place, found) = (reader.first_line(node.span), node.form());
    let (codes, file) = (reader.codes, reader.file);
    let problem = match key {
        Some(key) => {
            let line = format!("{key}: {{{first}: …}}");
            keys::wrong_type(codes, file, place, key, (found, Form::Lines), line)
        }
        None => {
            let line = with_colon(&reader.source(place));
            let line = line.unwrap_or_else(|| format!("{first}: …"));
            keys::no_keys(codes, file, place, found, line)
        }
    };
    reader.report(problem);
}

/// The items of a list of maps; a single map is a list of one. `line` is an example.
pub fn maps(reader: &mut Reader<'_>, entry: Entry, line: impl Into<Arg>) -> Vec<Node> {
    match entry.value.kind {
        Kind::List(items) => items,
        Kind::Map(_) => vec![entry.value],
        Kind::Null | Kind::Broken => Vec::new(),
        _ => {
            reader.wrong_type(&entry, Form::Maps, line);
            Vec::new()
        }
    }
}

/// Whether a key is one of the schema's, by its own name or one that it is known by.
pub fn is_named(written: &str, schema: &Schema) -> bool {
    let lower = crate::path::nfc(written).to_lowercase();
    let own = |key: &str| schema.keys.contains(&key);
    let mut names = schema.aliases.iter().chain(schema.renamed);
    spelt_otherwise(written, schema).is_some()
        || names.any(|(name, key)| name.to_lowercase() == lower && own(key))
}

/// The key that a name of [`Schema::renamed`] stands for.
pub fn renamed_to(written: &str, schema: &Schema) -> Option<&'static str> {
    let lower = crate::path::nfc(written).to_lowercase();
    let mut names = schema.renamed.iter();
    let found = names.find(|(name, _)| *name == lower.as_str())?.1;
    schema.keys.contains(&found).then_some(found)
}

/// Whether a key is one of the schema's by any name or misspelling.
pub fn is_near(written: &str, schema: &Schema) -> bool {
    matches!(
        meaning(written, schema),
        Meaning::Key(_) | Meaning::Capitals(_) | Meaning::Misspelt(_)
    )
}

/// Whether a key is one that decides what is published, by any of its names; `exact`:
/// misspellings are none.
pub fn names_secret(written: &str, schema: &Schema, exact: bool) -> bool {
    if exact && !is_named(written, schema) {
        return false;
    }
    match meaning(written, schema) {
        Meaning::Key(key) | Meaning::Capitals(key) | Meaning::Misspelt(key) => {
            schema.secret.contains(&key)
        }
        _ => false,
    }
}

/// The key that has the same letters: `publish-date` for `publish_date`.
fn spelt_otherwise(written: &str, schema: &Schema) -> Option<&'static str> {
    let letters = fold(written);
    let mut keys = schema.keys.iter().copied();
    keys.find(|key| fold(key) == letters)
}

/// The letters of a key, however its words are joined.
pub fn fold(key: &str) -> String {
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
    let same = |name: &str| name == written || name.to_lowercase() == lower;
    // A table may name keys that only other documents have.
    let look_up = |table: Names| {
        let found = table
            .iter()
            .find(|(name, key)| same(name) && own(key).is_some())?;
        own(found.1)
    };
    // Hugo's keys know no case.
    if let Some(key) = look_up(schema.aliases) {
        return Meaning::Key(key);
    }
    if let Some(key) = own(&lower) {
        return Meaning::Capitals(key);
    }
    if let Some(meant) = look_up(schema.renamed).or_else(|| spelt_otherwise(written, schema)) {
        return Meaning::Misspelt(meant);
    }
    let mut foreign = schema.foreign.iter().copied().flatten();
    if let Some((_, advice)) = foreign.find(|(name, _)| same(name)) {
        return Meaning::Foreign(*advice);
    }
    near(written, schema).map_or(Meaning::Strange, Meaning::Misspelt)
}

/// The key that a misspelling probably means. What others call a key is no name of
/// ours, so that being near to it says little: `color` is not their `cover`. It counts
/// where one letter is wrong, and where a key decides what is published.
fn near(written: &str, schema: &Schema) -> Option<&'static str> {
    let meant = |key: &'static str| match key {
        // Read for those who come from elsewhere; nobody is told to write it.
        "categories" if schema.keys.contains(&"tags") => "tags",
        key => key,
    };
    if let Some(key) = suggest::nearest(written, schema.keys.iter().copied()) {
        return Some(meant(key));
    }
    let others = schema.aliases.iter().chain(schema.renamed);
    let others = others.filter(|(_, key)| schema.keys.contains(key));
    let is_near = |name: &str, key: &str| match schema.secret.contains(&key) {
        true => suggest::nearest(written, [name]).is_some(),
        false => suggest::is_one_slip(written, name),
    };
    let found = others.clone().find(|(name, key)| is_near(name, key))?;
    Some(meant(found.1))
}

/// `title: Prov` for `title:Prov` and `title = "Prov"`, where no other colon follows.
fn with_colon(line: &str) -> Option<String> {
    let end = line.find(|c: char| !c.is_alphanumeric() && c != '_')?;
    let (key, rest) = line.split_at(end);
    let value = rest.trim_start().strip_prefix([':', '='])?.trim();
    let whole = !key.is_empty() && !value.is_empty() && !value.contains(": ");
    whole.then(|| format!("{key}: {value}"))
}
