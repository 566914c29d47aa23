//! Languages: words of the site, dates, numbers, alphabetical order, direction.
//!
//! Owns [`Locale`], what a site's language does with texts, and what is known of
//! languages by their tags. The words lie in a theme's `strings/<lang>.yaml`.
//! Must never know posts, URLs, or who asks.

mod alphabet;
mod calendar;
mod collation;
mod entry;
mod keys;
mod languages;
mod load;
mod text;
mod typography;
pub(crate) mod yaml;

use std::collections::{BTreeMap, BTreeSet};

use icu_plurals::PluralRules;
use jiff::civil::{Date, DateTime};

use self::calendar::{Calendar, Pattern};
use self::collation::Collation;
use self::text::{Numbers, Text};
use crate::diagnostic::Span;
use crate::diagnostic::locale::BadPattern;
use crate::path::SourcePath;

pub use self::languages::{
    Direction, direction_of, is_language_tag, known_language_hint, language_name,
};
pub use self::load::Strings;
pub(crate) use self::text::fill;
pub use self::typography::{EmDash, Typography, typography};

/// What the site's language does with words, dates, numbers and names.
#[derive(Debug)]
pub struct Locale {
    language: String,
    name: String,
    direction: Direction,
    texts: BTreeMap<String, Text>,
    /// Those of the site's language and of the fallback together.
    placeholders: BTreeMap<String, Vec<String>>,
    calendar: Calendar,
    numbers: Numbers,
    plurals: PluralRules,
    english: PluralRules,
    /// The texts that the language lacks, which count as English does.
    in_english: BTreeSet<String>,
    between: String,
    last: String,
    words: UrlWords,
    collation: Collation,
}

/// The words in URLs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UrlWords {
    /// Further pages of a list: `/sida/2/`.
    pub page: String,
    /// `/etiketter/`.
    pub tags: String,
    /// `/skribenter/`.
    pub authors: String,
    /// `/natverk/`.
    pub networks: String,
    /// `/arkiv/`.
    pub archive: String,
    /// `/sok/`.
    pub search: String,
    /// `/prenumerera/`.
    pub subscribe: String,
    /// `/rattelser/`.
    pub corrections: String,
    /// `/tillganglighet/`.
    pub accessibility: String,
    places: WordPlaces,
}

/// Where words stand, by their keys below `words`.
type WordPlaces = BTreeMap<&'static str, (SourcePath, Span)>;

impl UrlWords {
    /// Where the site writes a word, by its key; `None` if that is the program's own.
    pub fn place(&self, key: &str) -> Option<&(SourcePath, Span)> {
        self.places.get(key)
    }
}

impl Locale {
    /// The language's tag.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// What the language calls itself.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The direction in which it is written.
    pub fn direction(&self) -> Direction {
        self.direction
    }

    /// The words in URLs.
    pub fn words(&self) -> &UrlWords {
        &self.words
    }

    /// A text as it stands in the file; the form `other` where it depends on a number.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.texts.get(key).map(Text::other)
    }

    /// Every key that has a text, in alphabetical order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.texts.keys().map(String::as_str)
    }

    /// The placeholders that a text may have, in whichever language; `None` if there is no
    /// such text.
    pub fn placeholders(&self, key: &str) -> Option<&[String]> {
        self.placeholders.get(key).map(Vec::as_slice)
    }

    /// A text with its placeholders filled in; the key itself if there is no such text.
    pub fn format(&self, key: &str, values: &[(&str, &str)]) -> String {
        match self.texts.get(key) {
            Some(text) => fill(text.other(), |name| {
                values
                    .iter()
                    .find(|(known, _)| *known == name)
                    .map(|(_, value)| *value)
            }),
            None => key.to_owned(),
        }
    }

    /// A text that depends on a number, with `{n}` filled in.
    pub fn count(&self, key: &str, n: u64) -> String {
        let number = self.number(n);
        match self.form(key, Some(n)) {
            Some(text) => fill(text, |name| (name == "n").then_some(number.as_str())),
            None => key.to_owned(),
        }
    }

    /// A text in its form for a number, unfilled.
    pub(crate) fn form(&self, key: &str, n: Option<u64>) -> Option<&str> {
        let text = self.texts.get(key)?;
        let rules = match self.in_english.contains(key) {
            true => &self.english,
            false => &self.plurals,
        };
        Some(n.map_or_else(|| text.other(), |n| text.form(n, rules)))
    }

    /// `7 april 2021`.
    pub fn date_long(&self, date: Date) -> String {
        self.calendar
            .write(midnight(date), &self.calendar.date_long)
    }

    /// `2021-04-07`, or what is as short in the language.
    pub fn date_short(&self, date: Date) -> String {
        self.calendar
            .write(midnight(date), &self.calendar.date_short)
    }

    /// `7 april 2021 kl. 14.30`.
    pub fn date_time(&self, date: DateTime) -> String {
        self.calendar.write(date, &self.calendar.date_time)
    }

    /// A date by a pattern of strftime, with the language's own names.
    pub fn date(&self, date: DateTime, pattern: &str) -> Result<String, BadPattern> {
        let pattern = Pattern::parse(pattern)?;
        Ok(self.calendar.write(date, &pattern))
    }

    /// The name of a month, 1–12, that stands alone.
    pub fn month_name(&self, month: i8) -> &str {
        self.calendar.month_name(month)
    }

    /// A number of things, in groups of three where the language has them. Not for years.
    pub fn number(&self, n: u64) -> String {
        self.numbers.integer(n)
    }

    /// A number with decimals.
    pub fn decimal(&self, n: f64) -> String {
        self.numbers.decimal(n)
    }

    /// `A, B och C`.
    pub fn join<S: AsRef<str>>(&self, names: &[S]) -> String {
        text::join(names, &self.between, &self.last)
    }

    /// Bytes that sort as the texts do in the language. Different texts have different keys.
    pub fn sort_key(&self, text: &str) -> Vec<u8> {
        self.collation.sort_key(text)
    }

    /// Where a name stands in an index: `0–9`, a letter, or `#`; in the order of [`Self::sort_key`].
    pub fn index_letter(&self, text: &str) -> String {
        self.collation.index_letter(text)
    }
}

fn midnight(date: Date) -> DateTime {
    date.to_datetime(jiff::civil::Time::midnight())
}

#[cfg(test)]
mod tests;
