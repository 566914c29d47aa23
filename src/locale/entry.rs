//! What one key of a strings file says.
//!
//! Owns understanding a value by its key, and what to write instead of a wrong one.
//! Must never know other keys or files.

use super::calendar::Calendar;
use super::keys::{self, Kind};
use super::text::Text;
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
        _ => None,
    };
    problem.map_or(Ok(Entry::Text(Text::Plain(text))), Err)
}

/// A list of so many names.
fn names(node: Node, count: usize) -> Result<Entry, Problem> {
    let names = node.as_texts().unwrap_or_default();
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

/// `{one: …, other: …}`, and `two` where the language has a dual.
fn plural(forms: &Entries) -> Result<Entry, Problem> {
    let help = || "write `{one: \"{n} …\", other: \"{n} …\"}`".to_owned();
    let form = |name: &str| {
        forms
            .iter()
            .find(|(key, _)| key.value == name)
            .and_then(|(_, node)| node.value.as_text())
            .map(str::to_owned)
    };
    let needed = |name: &str| form(name).ok_or_else(|| (format!("has no form `{name}`"), help()));
    if let Some((key, _)) = forms
        .iter()
        .find(|(key, _)| !matches!(key.value.as_str(), "one" | "two" | "other"))
    {
        return Err((format!("has a form `{}`", key.value), help()));
    }
    Ok(Entry::Text(Text::Plural {
        one: needed("one")?,
        two: form("two"),
        other: needed("other")?,
    }))
}

/// What is wrong with a pattern of strftime.
fn pattern_problem(pattern: &str) -> Option<Problem> {
    let date = jiff::civil::date(2021, 4, 7).at(14, 30, 0, 0);
    let error = Calendar::default().format(date, pattern).err()?;
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
