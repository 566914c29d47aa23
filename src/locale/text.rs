//! Texts with placeholders, forms that depend on a number, numbers and lists.
//!
//! Owns [`Text`] and [`Numbers`]. Must never know which keys there are.

use std::fmt::Write as _;

/// A text of a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Text {
    /// The same for every number.
    Plain(String),
    /// One thing, or any other number of things.
    Plural {
        /// For 1.
        one: String,
        /// For 2, in a language with a dual, such as the Sami.
        two: Option<String>,
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
    pub(crate) fn form(&self, n: u64) -> &str {
        match self {
            Self::Plural { one, .. } if n == 1 => one,
            Self::Plural { two: Some(two), .. } if n == 2 => two,
            _ => self.other(),
        }
    }

    /// The names in braces of all forms, sorted, each once.
    pub(crate) fn placeholders(&self) -> Vec<&str> {
        let mut names = match self {
            Self::Plain(text) => placeholders(text),
            Self::Plural { one, two, other } => {
                let mut names = placeholders(one);
                names.extend(two.iter().flat_map(|two| placeholders(two)));
                names.extend(placeholders(other));
                names
            }
        };
        names.sort_unstable();
        names.dedup();
        names
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
