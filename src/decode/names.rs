//! Names of authors, networks and tags, and texts that hold several of them.
//!
//! Owns what stands between names, and what is no part of one. Must never know who
//! has a profile.

use std::collections::BTreeSet;

use super::Name;
use super::Reader;
use super::texts::joined;
use super::yaml::{Entry, Kind, Node, quoted};
use crate::diagnostic::values::Form;
use crate::diagnostic::{Span, Spanned, keys, names as report, values};

/// How several names may stand in one text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Several {
    /// Not at all: a comma is part of the name.
    Never,
    /// Between commas or semicolons.
    Commas,
    /// Perhaps between spaces too, as Jekyll reads tags.
    Words,
    /// With `och`, `and` or `&` before the last one, too.
    People,
    /// The same for a key in the singular: "Lind, Åsa" is one author.
    Person,
}

impl Several {
    fn are_people(self) -> bool {
        matches!(self, Self::People | Self::Person)
    }

    /// The names in a text, if there are several.
    fn split(self, text: &str) -> Option<Vec<&str>> {
        let separators: &[&str] = match self {
            Self::Never => return None,
            Self::Person if is_turned_round(text) => return None,
            Self::Commas | Self::Words => &[",", ";"],
            Self::People | Self::Person => {
                &[",", ";", " och ", " and ", " & ", " samt ", " / ", " + "]
            }
        };
        let mut names = vec![text];
        for separator in separators {
            let pieces = names.into_iter().flat_map(|name| name.split(separator));
            names = pieces.collect();
        }
        let several = names.len() > 1;
        let names = names.into_iter().map(str::trim);
        several.then(|| names.filter(|name| !name.is_empty()).collect())
    }
}

/// `Lind, Åsa`.
fn is_turned_round(text: &str) -> bool {
    let one_word = |name: &str| name.split_whitespace().count() == 1;
    match text.split_once(',') {
        Some((last, first)) => {
            let plain = !first.contains([',', ';', '&']) && !first.contains(" och ");
            plain && (one_word(last) || one_word(first))
        }
        None => false,
    }
}

impl Reader<'_> {
    /// The names that a key gives; a single text may hold several.
    pub fn names(&mut self, entry: &Entry, several: Several) -> Vec<Spanned<String>> {
        let mut names = match &entry.value.kind {
            Kind::Text(_) => self.names_in_text(entry, several),
            _ => match self.names_of_maps(entry) {
                Some(names) => names,
                None => self.texts(entry, false),
            },
        };
        if several.are_people() && matches!(entry.value.kind, Kind::List(_)) {
            for name in &mut names {
                if let Some(meant) = self.name_alone(name, None) {
                    name.value = meant;
                }
            }
            names = self.items_apart(&entry.key, names);
        }
        if several.are_people() {
            names
                .iter_mut()
                .for_each(|name| self.without_extension(name));
        }
        names.retain(|name| self.fits(&entry.key, name));
        names
    }

    fn fits(&mut self, key: &str, name: &Spanned<String>) -> bool {
        let fits = name.value.chars().count() <= Name::LONGEST;
        if !fits {
            let (codes, file, long) = (self.codes, self.file, Name::LONGEST);
            let bad = values::long_name(codes, file, name.span, key, &name.value, long);
            self.report(bad);
        }
        fits
    }

    /// The names in a text, with a warning if there are several.
    pub(super) fn names_in_text(
        &mut self,
        entry: &Entry,
        several: Several,
    ) -> Vec<Spanned<String>> {
        let before = self.diagnostics.len();
        let Some(mut text) = self.line(entry) else {
            return Vec::new();
        };
        // What is wrong with the text as a whole comes first: `&ouml;` is no list.
        if self.diagnostics.len() > before {
            return vec![text];
        }
        let key = &entry.key;
        let list = in_brackets(&text.value).map(str::to_owned);
        let source = self.source(text.span);
        if let Some(inner) = list.or_else(|| behind_hyphens(&source)) {
            let names = several.split(&inner);
            let names = names.unwrap_or_else(|| vec![&inner]);
            let line = format!("{key}: {}", listed(&names));
            let quoted = report::comma_list(self.codes, self.file, text.span, key, &line);
            self.report(quoted);
            return self.apart(names, text.span);
        }
        let meant = several.are_people().then(|| without_extras(&text.value));
        let alone = meant.flatten().and_then(|meant| {
            let line = match several.split(&meant) {
                Some(names) => format!("{key}: {}", listed(&names)),
                None => format!("{key}: {}", in_list(&meant)),
            };
            self.name_alone(&text, Some(&line))
        });
        let is_reported = alone.is_some();
        text.value = alone.unwrap_or(text.value);
        let (codes, file, span) = (self.codes, self.file, text.span);
        let Some(names) = several.split(&text.value) else {
            let is_word = |word: &&str| word.contains(char::is_alphanumeric);
            let words: Vec<&str> = text.value.split(' ').filter(is_word).collect();
            if several == Several::Words && words.len() > 1 {
                let (apart, together) = (listed(&words), listed(&[&text.value]));
                let unclear =
                    report::one_or_several(codes, file, span, key, &text.value, &apart, &together);
                self.report(unclear);
            }
            return vec![text];
        };
        if !is_reported {
            let line = format!("{key}: {}", listed(&names));
            self.report(report::comma_list(codes, file, span, key, &line));
        }
        self.apart(names, span)
    }

    /// The names in a list of which an item holds several: `[Anna och Omar]`.
    fn items_apart(&mut self, key: &str, names: Vec<Spanned<String>>) -> Vec<Spanned<String>> {
        let several = |name: &Spanned<String>| {
            let names = Several::People.split(&name.value)?;
            let comma = name.value.contains([',', ';']);
            (!comma && names.len() > 1).then(|| names.into_iter().map(str::to_owned).collect())
        };
        let mut apart = Vec::with_capacity(names.len());
        for name in names {
            // In quotation marks it is what its author says.
            let quoted = self.source(name.span).starts_with(['"', '\'']);
            let found: Option<Vec<String>> = several(&name).filter(|_| !quoted);
            let Some(inner) = found else {
                apart.push(name);
                continue;
            };
            let inner: Vec<&str> = inner.iter().map(String::as_str).collect();
            let line = format!("{key}: {}", listed(&inner));
            self.report(report::comma_list(
                self.codes, self.file, name.span, key, &line,
            ));
            apart.extend(self.apart(inner, name.span));
        }
        apart
    }

    /// `anna-bergh.md`: the file of a profile, which is named without its end.
    fn without_extension(&mut self, name: &mut Spanned<String>) {
        if let Some(id) = name.value.strip_suffix(".md").filter(|id| !id.is_empty()) {
            let id = id.rsplit('/').next().unwrap_or(id).to_owned();
            let (codes, file) = (self.codes, self.file);
            self.report(report::name_of_file(
                codes,
                file,
                name.span,
                &name.value,
                &id,
            ));
            name.value = id;
        }
    }

    /// Names that stand in one text, with their places, each once.
    fn apart(&self, names: Vec<&str>, within: Span) -> Vec<Spanned<String>> {
        let mut known = BTreeSet::new();
        let names = names.into_iter().filter(|name| known.insert(*name));
        names
            .map(|name| Spanned::new(name.to_owned(), self.place_of(name, within)))
            .collect()
    }

    /// The name of an author without the link or the e-mail address around it, which
    /// is reported. `line` is what to write, where that is more than the name.
    fn name_alone(&mut self, name: &Spanned<String>, line: Option<&str>) -> Option<String> {
        let meant = without_extras(&name.value)?;
        let line = line.unwrap_or(&meant);
        let (codes, file, written) = (self.codes, self.file, &name.value);
        let problem = match written.contains('@') {
            true => report::name_with_address(codes, file, name.span, written, line),
            false => report::linked_name(codes, file, name.span, written, line),
        };
        self.report(problem);
        Some(meant)
    }

    /// `author: {name: Anna}`: the names in maps, as other systems write them.
    fn names_of_maps(&mut self, entry: &Entry) -> Option<Vec<Spanned<String>>> {
        let items = match &entry.value.kind {
            Kind::List(items) => items.as_slice(),
            Kind::Map(_) => std::slice::from_ref(&entry.value),
            _ => return None,
        };
        let map = items
            .iter()
            .find(|item| matches!(item.kind, Kind::Map(_)))?;
        let names: Vec<Spanned<String>> = items.iter().map(name_of).collect::<Option<_>>()?;
        let written: Vec<&str> = names.iter().map(|name| name.value.as_str()).collect();
        let example = match (written.as_slice(), &entry.value.kind) {
            ([one], Kind::Map(_)) => format!("{}: {}", entry.key, in_list(one)),
            (all, _) => format!("{}: {}", entry.key, listed(all)),
        };
        let place = self.first_line(map.span);
        let (codes, file, forms) = (self.codes, self.file, (map.form(), Form::Name));
        let wrong = keys::wrong_type(codes, file, place, &entry.key, forms, example);
        self.report(wrong);
        Some(names)
    }
}

/// What stands in a list without spaces after its hyphens, which makes it a text.
fn behind_hyphens(source: &str) -> Option<String> {
    let items = source.strip_prefix('-')?;
    let starts = |item: &str| item.starts_with(|c: char| c.is_alphabetic());
    let all = items.split(" -").all(starts) && !items.contains([',', ';']);
    all.then(|| items.replace(" -", ", "))
}

/// What stands in `"[a, b]"`: a list that quotation marks made a text.
fn in_brackets(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('[')?.strip_suffix(']')?.trim();
    (!inner.is_empty() && !inner.contains(['[', ']'])).then_some(inner)
}

/// The name that a map or a text gives.
fn name_of(node: &Node) -> Option<Spanned<String>> {
    let named = match &node.kind {
        Kind::Map(entries) => {
            let mut entries = entries.iter();
            let name =
                entries.find(|entry| matches!(entry.key.as_str(), "name" | "namn" | "title"));
            &name?.value
        }
        _ => node,
    };
    let text = joined(named.as_text()?);
    (!text.is_empty()).then(|| Spanned::new(text, named.span))
}

/// A name without the link that it is, or the e-mail address that stands beside it;
/// nothing if there is neither.
fn without_extras(written: &str) -> Option<String> {
    if written.contains('@') {
        return Some(without_address(written));
    }
    let mut name = String::new();
    let mut rest = written;
    while let Some((before, (text, after))) = rest
        .split_once('[')
        .and_then(|(before, rest)| Some((before, rest.split_once("](")?)))
    {
        name.push_str(before);
        name.push_str(text);
        rest = after.split_once(')')?.1;
    }
    (rest.len() < written.len()).then(|| name + rest)
}

/// `Anna` of `anna@example.se (Anna)`, `Anna <anna@example.se>` and
/// `[Anna](mailto:anna@example.se)`; else what stands before the `@`.
fn without_address(written: &str) -> String {
    let mark = |c: char| matches!(c, '(' | ')' | '[' | ']' | '<' | '>' | ' ');
    let words = written.split(mark).filter(|word| !word.contains('@'));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    match words.is_empty() {
        true => spelt_out(written),
        false => words.join(" "),
    }
}

/// `Anna Berg` for `anna.berg@example.se` and for `@anna_berg`: a name, and no id.
fn spelt_out(address: &str) -> String {
    let mut parts = address.split('@').map(str::trim);
    let name = parts.find(|part| !part.is_empty()).unwrap_or("?");
    let words = name.split(['.', '_', '-', '+']).map(|word| {
        let mut letters = word.chars();
        let first = letters.next().map(char::to_uppercase);
        first
            .into_iter()
            .flatten()
            .chain(letters)
            .collect::<String>()
    });
    words.collect::<Vec<_>>().join(" ")
}

/// `[one, another]`.
fn listed(names: &[&str]) -> String {
    let names: Vec<String> = names.iter().map(|name| in_list(name)).collect();
    format!("[{}]", names.join(", "))
}

/// A name as an item of such a list.
fn in_list(name: &str) -> String {
    let special = [',', ':', '#', '[', ']', '{', '}', '"', '\'', '`'];
    let plain = name.starts_with(char::is_alphabetic) && !name.contains(special);
    match plain {
        true => name.to_owned(),
        false => quoted(name),
    }
}
