//! Strings files into a [`Locale`].
//!
//! Owns how the files of several layers become one: key by key, the site's own
//! before the built-in, and English for what a language lacks. Must never know
//! where the files come from.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::calendar::{Calendar, Pattern};
use super::collation::Collation;
use super::entry::{Entry, Problem, entry, flatten};
use super::keys;
use super::languages::{Direction, direction_of, general_tags, language_name};
use super::text::{Numbers, plural_rules};
use super::yaml;
use super::{Locale, UrlWords, WordPlaces};
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::{Diagnostic, Parsed, Span, Spanned, locale as diagnose};
use crate::path::SourcePath;

/// A file of strings: `strings/<language>.yaml`.
#[derive(Debug, Clone)]
pub struct Strings {
    /// Where it lies; its stem is the language.
    pub path: SourcePath,
    /// Its text.
    pub text: Arc<str>,
    /// Whether it is the program's own, of which nothing need be reported.
    pub is_built_in: bool,
}

/// The keys of one language, each with the place of its value; groups with a point,
/// `words.page`.
type Table = BTreeMap<String, Spanned<Entry>>;

impl Locale {
    /// Makes a site's locale of the strings that there are, first the site's own
    /// and last the built-in. Always gives a locale: what a language lacks is
    /// English, and reported.
    pub fn load(language: &str, files: &[Strings]) -> Parsed<Self> {
        let mut diagnostics = Vec::new();
        let own_files = of_tag(files, language);
        let english = of_language(files, "en");
        // The built-in English, which is the last, is the measure of what keys there are.
        let measure = english.last().copied();
        let reference = measure.map_or_else(Table::new, |index| {
            table(&files[index], None, &mut Vec::new())
        });
        let mut tables: BTreeMap<usize, Table> = BTreeMap::new();
        for (index, file) in files.iter().enumerate() {
            // A site's file is checked in whatever language it is.
            let is_needed = own_files.contains(&index) || english.contains(&index);
            if measure != Some(index) && (is_needed || !file.is_built_in) {
                let read = table(file, Some(&reference), &mut diagnostics);
                tables.insert(index, read);
            }
        }
        let joined = |indices: &[usize]| {
            let mut joined = Table::new();
            for index in indices {
                for (key, entry) in tables.get(index).unwrap_or(&reference) {
                    joined.entry(key.clone()).or_insert_with(|| entry.clone());
                }
            }
            joined
        };
        let own = joined(&own_files);
        let place = |key: &str| {
            let first = own_files.iter().find_map(|index| {
                let entry = tables.get(index)?.get(key)?;
                Some((&files[*index], entry.span))
            });
            let (file, span) = first.filter(|(file, _)| !file.is_built_in)?;
            Some((file.path.clone(), span))
        };
        let keys = keys::SETTINGS.iter().map(|(key, ..)| *key);
        let words = keys.filter_map(|key| key.strip_prefix("words."));
        let places = words.filter_map(|word| Some((word, place(&format!("words.{word}"))?)));
        let places = places.collect();
        report_missing(
            language,
            &own_files,
            files,
            &own,
            &reference,
            &mut diagnostics,
        );
        Parsed {
            value: Some(assemble(language, own, joined(&english), places)),
            diagnostics,
        }
    }
}

/// The files of a language, by their places.
fn of_language(files: &[Strings], language: &str) -> Vec<usize> {
    let is_of = |file: &Strings| file.path.stem().eq_ignore_ascii_case(language);
    (0..files.len())
        .filter(|index| is_of(&files[*index]))
        .collect()
}

/// The files of a language tag and of all that it is a part of: `sr-Latn-RS`, `sr-Latn`, `sr`.
fn of_tag(files: &[Strings], language: &str) -> Vec<usize> {
    let tags = general_tags(language);
    tags.flat_map(|tag| of_language(files, tag)).collect()
}

/// Reads one file, checking it against the keys of the built-in English.
fn table(file: &Strings, reference: Option<&Table>, diagnostics: &mut Vec<Diagnostic>) -> Table {
    let mut table = Table::new();
    let entries = match yaml::read(&file.text) {
        Ok(entries) => entries,
        Err(error) => {
            diagnostics.push(diagnose::syntax(&file.path, error.span, &error.problem));
            return table;
        }
    };
    for (key, node) in flatten(entries) {
        let span = node.span;
        match entry(&key.value, node) {
            Ok(entry) => {
                let entry = Spanned::new(entry, span);
                let known =
                    reference.is_none_or(|table| check(file, &key, &entry, table, diagnostics));
                if known {
                    table.insert(key.value, entry);
                }
            }
            Err(Problem { span, value }) => {
                diagnostics.push(diagnose::bad_value(&file.path, span, &key.value, &value));
            }
        }
    }
    table
}

/// Checks a key and its placeholders. A key far from all known ones is the theme's own.
fn check(
    file: &Strings,
    key: &Spanned<String>,
    entry: &Spanned<Entry>,
    reference: &Table,
    diagnostics: &mut Vec<Diagnostic>,
) -> bool {
    let settings = keys::SETTINGS.iter().map(|(key, ..)| *key);
    let Some(known) = reference.get(&key.value) else {
        if keys::kind(&key.value).is_some() {
            return true;
        }
        let candidates = reference.keys().map(String::as_str).chain(settings);
        if let Some(nearest) = nearest(&key.value, candidates) {
            let problem = diagnose::unknown_key(&file.path, key.span, &key.value, nearest);
            diagnostics.push(problem);
        }
        return true;
    };
    if keys::kind(&key.value).is_some() {
        return true;
    }
    let (Entry::Text(text), Entry::Text(known)) = (&entry.value, &known.value) else {
        return true;
    };
    let allowed = known.placeholders();
    let mut fits = true;
    for name in text.placeholders() {
        if !allowed.contains(&name) {
            let nearest = nearest(name, allowed.iter().copied());
            let span = within(file, entry.span, &format!("{{{name}}}"));
            diagnostics.push(diagnose::unknown_placeholder(
                &file.path, span, &key.value, name, &allowed, nearest,
            ));
            fits = false;
        }
    }
    fits
}

/// The place of a part of a value; of the whole where it is written otherwise. That of a
/// map is its beginning only.
fn within(file: &Strings, whole: Span, part: &str) -> Span {
    let written = file.text.get(whole.start..).unwrap_or_default();
    written.find(part).map_or(whole, |at| {
        let start = whole.start + at;
        Span::new(start, start + part.len())
    })
}

/// Says which texts the site's language lacks.
fn report_missing(
    language: &str,
    own_files: &[usize],
    all: &[Strings],
    own: &Table,
    reference: &Table,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let Some(file) = own_files.first().map(|index| &all[*index]) else {
        let mut known: Vec<&str> = all.iter().map(|file| file.path.stem()).collect();
        known.sort_unstable();
        known.dedup();
        let path = format!("themes/default/strings/{language}.yaml");
        diagnostics.push(diagnose::no_strings(language, &path, &known));
        return;
    };
    let optional = |key: &str| {
        keys::SETTINGS
            .iter()
            .any(|(known, _, reported)| *known == key && !reported)
    };
    let missing: Vec<&str> = reference
        .keys()
        .map(String::as_str)
        .filter(|key| !own.contains_key(*key) && !optional(key))
        .collect();
    let is_own = |path: &SourcePath| own_files.iter().any(|index| all[*index].path == *path);
    let unreadable = diagnostics
        .iter()
        .any(|d| d.code == diagnose::SYNTAX && d.file.as_ref().is_some_and(is_own));
    if !missing.is_empty() && !unreadable {
        diagnostics.push(diagnose::missing(&file.path, &missing));
    }
}

/// The locale of a language's own keys and English ones; `places` are those of words.
fn assemble(language: &str, mut own: Table, fallback: Table, places: WordPlaces) -> Locale {
    let plain = |key: &str, default: &str| {
        setting(&own, key)
            .or_else(|| setting(&fallback, key))
            .unwrap_or(default)
            .to_owned()
    };
    let words = url_words(places, |name| plain(&format!("words.{name}"), name));
    let numbers = Numbers {
        group: plain("number.group", ""),
        decimal: plain("number.decimal", "."),
        from: plain("number.from", "4").parse().unwrap_or(4),
    };
    let name = setting(&own, "name")
        .or_else(|| language_name(language))
        .unwrap_or(language)
        .to_owned();
    let direction = match setting(&own, "direction") {
        Some("rtl") => Direction::Rtl,
        Some(_) => Direction::Ltr,
        None => direction_of(language),
    };
    let (between, last) = (plain("list.between", ", "), plain("list.last", ", "));
    let calendar = calendar(&own, &fallback);
    let placeholders = placeholders(own.iter().chain(&fallback));
    let mut in_english = BTreeSet::new();
    for (key, entry) in fallback {
        own.entry(key).or_insert_with_key(|key| {
            in_english.insert(key.clone());
            entry
        });
    }
    let texts = own
        .into_iter()
        .filter(|(key, _)| keys::kind(key).is_none())
        .filter_map(|(key, entry)| match entry.value {
            Entry::Text(text) => Some((key, text)),
            Entry::Names(_) => None,
        })
        .collect();
    Locale {
        language: language.to_owned(),
        name,
        direction,
        texts,
        placeholders,
        calendar,
        numbers,
        plurals: plural_rules(language),
        english: plural_rules("en"),
        in_english,
        between,
        last,
        words,
        collation: Collation::new(language),
    }
}

fn url_words(places: WordPlaces, word: impl Fn(&str) -> String) -> UrlWords {
    UrlWords {
        places,
        page: word("page"),
        tags: word("tags"),
        authors: word("authors"),
        networks: word("networks"),
        archive: word("archive"),
        search: word("search"),
        subscribe: word("subscribe"),
        corrections: word("corrections"),
        accessibility: word("accessibility"),
    }
}

/// The names of what can be put into each text.
fn placeholders<'a>(
    entries: impl Iterator<Item = (&'a String, &'a Spanned<Entry>)>,
) -> BTreeMap<String, Vec<String>> {
    let mut placeholders: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (key, entry) in entries {
        if let Entry::Text(text) = &entry.value {
            let names = text.placeholders().into_iter().map(str::to_owned);
            placeholders.entry(key.clone()).or_default().extend(names);
        }
    }
    for names in placeholders.values_mut() {
        names.sort_unstable();
        names.dedup();
    }
    placeholders
}

/// Names and patterns. A language without names of months writes dates as ISO
/// does: numbers are understood everywhere, a date half in English is not.
fn calendar(own: &Table, fallback: &Table) -> Calendar {
    let names_of = |table: &Table, key: &str| match &table.get(key)?.value {
        Entry::Names(names) => Some(names.clone()),
        Entry::Text(_) => None,
    };
    let names = |key: &str| {
        let names = names_of(own, key).or_else(|| names_of(fallback, key));
        names.unwrap_or_default()
    };
    let pattern = |key: &str, iso: &str| {
        let general = || {
            own.contains_key("months")
                .then(|| setting(fallback, key))
                .flatten()
        };
        let pattern = setting(own, key).or_else(general).unwrap_or(iso);
        Pattern::parse(pattern).unwrap_or_default()
    };
    let months = names("months");
    let months_in_date = names_of(own, "months_in_date").unwrap_or_else(|| months.clone());
    Calendar {
        months,
        months_in_date,
        months_short: names("months_short"),
        weekdays: names("weekdays"),
        weekdays_short: names("weekdays_short"),
        date_long: pattern("date_long", "%Y-%m-%d"),
        date_short: pattern("date_short", "%Y-%m-%d"),
        date_time: pattern("date_time", "%Y-%m-%d %H:%M"),
    }
}

/// The text of a setting.
fn setting<'a>(table: &'a Table, key: &str) -> Option<&'a str> {
    match &table.get(key)?.value {
        Entry::Text(text) => Some(text.other()),
        Entry::Names(_) => None,
    }
}
