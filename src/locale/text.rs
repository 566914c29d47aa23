//! Texts with placeholders, forms that depend on a number, numbers and lists.
//!
//! Owns [`Text`] and [`Numbers`]. Must never know which keys there are.

use std::fmt::Write as _;

use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules, PluralRulesOptions};

/// A text of a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Text {
    /// The same for every number.
    Plain(String),
    /// Forms for numbers, by the categories of CLDR.
    Plural {
        /// For some numbers.
        forms: Vec<(PluralCategory, String)>,
        /// For every other number.
        other: String,
    },
}

impl Text {
    /// The general form.
    pub(crate) fn other(&self) -> &str {
        match self {
            Self::Plain(text) | Self::Plural { other: text, .. } => text,
        }
    }

    /// The form for a number.
    pub(crate) fn form(&self, n: u64, rules: &PluralRules) -> &str {
        let Self::Plural { forms, other } = self else {
            return self.other();
        };
        let category = rules.category_for(n);
        // Of languages that CLDR doesn't know.
        let usual = match n {
            1 => PluralCategory::One,
            2 => PluralCategory::Two,
            _ => PluralCategory::Other,
        };
        let of = |wanted: PluralCategory| forms.iter().find(|(form, _)| *form == wanted);
        let form = of(category).or_else(|| {
            let is_unknown = rules.categories().all(|known| known != usual);
            of(usual).filter(|_| is_unknown)
        });
        form.map_or(other, |(_, text)| text)
    }

    /// The names in braces of all forms, sorted, each once.
    pub(crate) fn placeholders(&self) -> Vec<&str> {
        let mut names = placeholders(self.other());
        if let Self::Plural { forms, .. } = self {
            names.extend(forms.iter().flat_map(|(_, form)| placeholders(form)));
        }
        names.sort_unstable();
        names.dedup();
        names
    }
}

/// The name of a form in a strings file, beside `other`.
pub(crate) fn category(name: &str) -> Option<PluralCategory> {
    match name {
        "zero" => Some(PluralCategory::Zero),
        "one" => Some(PluralCategory::One),
        "two" => Some(PluralCategory::Two),
        "few" => Some(PluralCategory::Few),
        "many" => Some(PluralCategory::Many),
        _ => None,
    }
}

/// The rules of a language tag; of an unknown language, one form for all numbers.
pub(crate) fn plural_rules(lang: &str) -> PluralRules {
    let locale = lang.parse().unwrap_or(Locale::UNKNOWN);
    PluralRules::try_new(locale.into(), PluralRulesOptions::default())
        .expect("the rules of every language are compiled in, and unknown ones get the root's")
}

/// The first brace of a text that fills in nothing: readers would see it.
pub(crate) fn stray_brace(text: &str) -> Option<&str> {
    let mut rest = text;
    loop {
        let placeholder = next_placeholder(rest);
        let end = placeholder.map_or(rest.len(), |(start, _)| start);
        if let Some(at) = rest[..end].find(['{', '}']) {
            let shown = &rest[at..];
            let length = shown.find('}').map_or(shown.len(), |end| end + 1);
            return Some(&shown[..length]);
        }
        rest = &rest[placeholder?.1..];
    }
}

/// Replaces `{name}` by its value; a name without a value stays.
pub(crate) fn fill<V: AsRef<str>>(text: &str, mut value: impl FnMut(&str) -> Option<V>) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((start, end)) = next_placeholder(rest) {
        filled.push_str(&rest[..start]);
        match value(&rest[start + 1..end - 1]) {
            Some(value) => filled.push_str(value.as_ref()),
            None => filled.push_str(&rest[start..end]),
        }
        rest = &rest[end..];
    }
    filled.push_str(rest);
    filled
}

/// `A`, `A och B`, `A, B och C`.
pub(crate) fn join<S: AsRef<str>>(names: &[S], between: &str, last: &str) -> String {
    let mut joined = String::new();
    for (index, name) in names.iter().enumerate() {
        if index > 0 {
            joined.push_str(if index + 1 == names.len() {
                last
            } else {
                between
            });
        }
        joined.push_str(name.as_ref());
    }
    joined
}

/// How a language writes numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Numbers {
    /// Between groups of three digits.
    pub(crate) group: String,
    /// Before the decimals.
    pub(crate) decimal: String,
    /// The fewest digits that are grouped.
    pub(crate) from: usize,
}

impl Numbers {
    /// A number of things.
    pub(crate) fn integer(&self, n: u64) -> String {
        self.grouped(&n.to_string())
    }

    /// A number with at most six decimals and no superfluous zeros.
    pub(crate) fn decimal(&self, n: f64) -> String {
        if !n.is_finite() {
            return n.to_string();
        }
        let mut digits = String::new();
        // Writing to a String can't fail.
        let _ = write!(digits, "{:.6}", n.abs());
        let (whole, decimals) = digits.split_once('.').unwrap_or((&digits, ""));
        let decimals = decimals.trim_end_matches('0');
        let mut text = String::new();
        if n < 0.0 && (whole != "0" || !decimals.is_empty()) {
            text.push('−');
        }
        text.push_str(&self.grouped(whole));
        if !decimals.is_empty() {
            text.push_str(&self.decimal);
            text.push_str(decimals);
        }
        text
    }

    /// Digits in groups of three, from the right.
    fn grouped(&self, digits: &str) -> String {
        if digits.len() < self.from {
            return digits.to_owned();
        }
        let mut grouped = String::with_capacity(digits.len() * 2);
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                grouped.push_str(&self.group);
            }
            grouped.push(digit);
        }
        grouped
    }
}

/// The names in braces of a text.
fn placeholders(text: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let mut rest = text;
    while let Some((start, end)) = next_placeholder(rest) {
        names.push(&rest[start + 1..end - 1]);
        rest = &rest[end..];
    }
    names
}

/// Where the next `{name}` stands, braces included.
fn next_placeholder(text: &str) -> Option<(usize, usize)> {
    let mut from = 0;
    loop {
        let start = from + text[from..].find('{')?;
        let length = text[start + 1..]
            .find(|c: char| !(c.is_alphanumeric() || c == '_'))
            .unwrap_or(text.len() - start - 1);
        let end = start + 1 + length;
        if length > 0 && text[end..].starts_with('}') {
            return Some((start, end + 1));
        }
        from = start + 1;
    }
}
