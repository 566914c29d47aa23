//! What one key of a strings file says.
//!
//! Owns understanding a value by its key, and why it can't be.
//! Must never know other keys or files.

use super::calendar::Pattern;
use super::keys::{self, Kind};
use super::text::{Text, category, stray_brace};
use super::yaml::{Entries, Node};
use crate::diagnostic::locale::BadValue;
use crate::diagnostic::{Span, Spanned};
use crate::path::Slug;

/// What one key of a file says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Entry {
    Text(Text),
    Names(Vec<String>),
}

/// Writes the keys of `words: {page: …}` as `words.page`.
pub(super) fn flatten(entries: Entries) -> Entries {
    let mut flat = Entries::new();
    for (key, node) in entries {
        match node.value {
            Node::Map(inner) if keys::GROUPS.contains(&key.value.as_str()) => {
                flat.extend(inner.into_iter().map(|(name, value)| {
                    let full = format!("{}.{}", key.value, name.value);
                    (Spanned::new(full, name.span), value)
                }));
            }
            value => flat.push((key, Spanned::new(value, node.span))),
        }
    }
    flat
}

/// What is wrong with a value, or with a part of it.
#[derive(Debug)]
pub(super) struct Problem {
    pub(super) span: Span,
    pub(super) value: BadValue,
}

impl Problem {
    const fn at(span: Span, value: BadValue) -> Self {
        Self { span, value }
    }
}

/// Understands a value by its key.
pub(super) fn entry(key: &str, node: Spanned<Node>) -> Result<Entry, Problem> {
    let Spanned { value: node, span } = node;
    let kind = keys::kind(key);
    if let Some(Kind::Names(count)) = kind {
        return names(&node, span, count);
    }
    if keys::GROUPS.contains(&key) {
        return Err(Problem::at(span, BadValue::NotKeys));
    }
    let text = match node {
        Node::Text(text) => text,
        Node::Map(forms) if kind.is_none() => return plural(&forms, span),
        _ => return Err(Problem::at(span, BadValue::NotText)),
    };
    let problem = match kind {
        Some(Kind::Direction) => {
            (!matches!(text.as_str(), "ltr" | "rtl")).then(|| BadValue::Direction(text.clone()))
        }
        Some(Kind::Number) => {
            (!matches!(text.parse::<usize>(), Ok(1..=20))).then(|| BadValue::Number(text.clone()))
        }
        Some(Kind::Pattern) => pattern_problem(&text),
        Some(Kind::Word) => word_problem(&text),
        // Between digits, and between names, a space may be enough, or nothing.
        Some(Kind::Text) if key.contains('.') => None,
        Some(Kind::Text) => empty_problem(&text),
        Some(Kind::Names(_)) => None,
        None => text_problem(&text),
    };
    match problem {
        None => Ok(Entry::Text(Text::Plain(text))),
        Some(wrong) => Err(Problem::at(span, wrong)),
    }
}

/// A list of so many names.
fn names(node: &Node, span: Span, count: usize) -> Result<Entry, Problem> {
    let Node::List(items) = node else {
        return Err(Problem::at(span, BadValue::NotList(count)));
    };
    let mut names = Vec::with_capacity(count);
    for item in items {
        let name = item.value.as_text();
        let name = name.ok_or_else(|| Problem::at(item.span, BadValue::NotOnlyTexts(count)))?;
        if let Some(wrong) = empty_problem(name) {
            return Err(Problem::at(item.span, wrong));
        }
        names.push(name.to_owned());
    }
    match names.len() == count {
        true => Ok(Entry::Names(names)),
        false => Err(Problem::at(span, BadValue::Names(names.len(), count))),
    }
}

/// `{one: …, other: …}`, and what else of the categories of CLDR a language has.
fn plural(forms: &Entries, span: Span) -> Result<Entry, Problem> {
    let mut other = None;
    let mut special = Vec::new();
    for (key, node) in forms {
        let name = key.value.as_str();
        let Some(text) = node.value.as_text() else {
            let wrong = BadValue::FormWithoutText(name.to_owned());
            return Err(Problem::at(node.span, wrong));
        };
        if let Some(wrong) = text_problem(text) {
            return Err(Problem::at(node.span, wrong));
        }
        match category(name) {
            Some(category) => special.push((category, text.to_owned())),
            None if name == "other" => other = Some(text.to_owned()),
            None => {
                let wrong = BadValue::UnknownForm(name.to_owned());
                return Err(Problem::at(key.span, wrong));
            }
        }
    }
    let other = other.ok_or_else(|| Problem::at(span, BadValue::NoOther))?;
    Ok(Entry::Text(Text::Plural {
        forms: special,
        other,
    }))
}

/// What is wrong with a text that readers see.
fn text_problem(text: &str) -> Option<BadValue> {
    let brace = || {
        let shown = stray_brace(text)?;
        let is_name = |c: &char| c.is_alphanumeric() || *c == '_';
        let name: String = shown.chars().filter(is_name).collect();
        let name = Some(name).filter(|name| !name.is_empty());
        Some(BadValue::Brace(shown.to_owned(), name))
    };
    empty_problem(text).or_else(brace)
}

/// What is wrong with a text of nothing.
fn empty_problem(text: &str) -> Option<BadValue> {
    text.trim().is_empty().then_some(BadValue::Empty)
}

/// What is wrong with a pattern of strftime.
fn pattern_problem(pattern: &str) -> Option<BadValue> {
    Pattern::parse(pattern).err().map(BadValue::Pattern)
}

/// What is wrong with a word in URLs.
fn word_problem(word: &str) -> Option<BadValue> {
    let slug = Slug::from_text(word);
    if slug.as_ref().is_some_and(|slug| slug.as_str() == word) {
        return None;
    }
    let slug = slug.map(|slug| slug.as_str().to_owned());
    Some(BadValue::Word(word.to_owned(), slug))
}
