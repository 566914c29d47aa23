//! What one key of a strings file says.
//!
//! Owns understanding a value by its key, and what to write instead of a wrong one.
//! Must never know other keys or files.

use super::calendar::Pattern;
use super::keys::{self, Kind};
use super::text::{Text, category, stray_brace};
use super::yaml::{Entries, Node};
use crate::diagnostic::Spanned;
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

/// What is wrong with a value, and what to write instead.
pub(super) type Problem = (String, String);

/// Understands a value by its key.
pub(super) fn entry(key: &str, node: Node) -> Result<Entry, Problem> {
    let kind = keys::kind(key);
    if let Some(Kind::Names(count)) = kind {
        return names(node, count);
    }
    if keys::GROUPS.contains(&key) {
        return Err((
            "is not a list of `key: text`".into(),
            format!("write `{key}:` and its keys below it"),
        ));
    }
    let text = match node {
        Node::Text(text) => text,
        Node::Map(forms) if kind.is_none() => return plural(&forms),
        _ => {
            return Err((
                "is not a text".into(),
                "write a text, in quotation marks if in doubt".into(),
            ));
        }
    };
    let problem = match kind {
        Some(Kind::Direction) => (!matches!(text.as_str(), "ltr" | "rtl"))
            .then(|| (format!("is `{text}`"), "write `ltr` or `rtl`".into())),
        Some(Kind::Number) => (!matches!(text.parse::<usize>(), Ok(1..=20))).then(|| {
            (
                format!("is `{text}`"),
                "write a number, for example 5".into(),
            )
        }),
        Some(Kind::Pattern) => pattern_problem(&text),
        Some(Kind::Word) => word_problem(&text),
        // Between digits, and between names, a space may be enough, or nothing.
        Some(Kind::Text) if key.contains('.') => None,
        Some(Kind::Text) => empty_problem(&text),
        Some(Kind::Names(_)) => None,
        None => text_problem(&text),
    };
    problem.map_or(Ok(Entry::Text(Text::Plain(text))), Err)
}

/// A list of so many names.
fn names(node: Node, count: usize) -> Result<Entry, Problem> {
    let names = node.as_texts().unwrap_or_default();
    let empty = names.iter().find_map(|name| empty_problem(&name.value));
    if let Some(problem) = empty {
        return Err(problem);
    }
    if names.len() == count {
        Ok(Entry::Names(
            names.into_iter().map(|name| name.value).collect(),
        ))
    } else {
        let problem = match node {
            Node::List(items) => format!("has {} names", items.len()),
            _ => "is not a list".into(),
        };
        Err((problem, format!("write {count} names: `[…, …]`")))
    }
}

/// `{one: …, other: …}`, and what else of the categories of CLDR a language has.
fn plural(forms: &Entries) -> Result<Entry, Problem> {
    let help = || {
        "write `{one: \"{n} …\", other: \"{n} …\"}`; a language may also have the forms `zero`, `two`, `few` and `many`".to_owned()
    };
    let mut other = None;
    let mut special = Vec::new();
    for (key, node) in forms {
        let name = key.value.as_str();
        let Some(text) = node.value.as_text() else {
            return Err((format!("has no text for `{name}`"), help()));
        };
        if let Some(problem) = text_problem(text) {
            return Err(problem);
        }
        match category(name) {
            Some(category) => special.push((category, text.to_owned())),
            None if name == "other" => other = Some(text.to_owned()),
            None => return Err((format!("has a form `{name}`"), help())),
        }
    }
    let other = other.ok_or_else(|| ("has no form `other`".to_owned(), help()))?;
    Ok(Entry::Text(Text::Plural {
        forms: special,
        other,
    }))
}

/// What is wrong with a text that readers see.
fn text_problem(text: &str) -> Option<Problem> {
    let brace = || {
        let shown = stray_brace(text)?;
        let name: String = shown
            .chars()
            .filter(|c| c.is_alphanumeric() || *c == '_')
            .collect();
        let help = match name.as_str() {
            "" => "take the brace away".to_owned(),
            name => format!("write `{{{name}}}` where something is to be filled in"),
        };
        Some((format!("holds `{shown}`, which readers would see"), help))
    };
    empty_problem(text).or_else(brace)
}

/// What is wrong with a text of nothing.
fn empty_problem(text: &str) -> Option<Problem> {
    let help = "write the words that readers are to see, or delete the line";
    let is_empty = text.trim().is_empty();
    is_empty.then(|| ("holds an empty text".to_owned(), help.to_owned()))
}

/// What is wrong with a pattern of strftime.
fn pattern_problem(pattern: &str) -> Option<Problem> {
    let error = Pattern::parse(pattern).err()?;
    Some((
        format!("can't be used: {error}"),
        "write for example \"%-d %B %Y\"".into(),
    ))
}

/// What is wrong with a word in URLs.
fn word_problem(word: &str) -> Option<Problem> {
    let slug = Slug::from_text(word);
    match slug {
        Some(slug) if slug.as_str() == word => None,
        Some(slug) => Some((
            format!("is `{word}`, which can't stand in a URL as it is"),
            format!("write `{slug}`"),
        )),
        None => Some((
            "has no letters".into(),
            "write a word of letters a–z".into(),
        )),
    }
}
