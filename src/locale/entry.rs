//! What one key of a strings file says.
//!
//! Owns understanding a value by its key, and what to write instead of a wrong one.
//! Must never know other keys or files.

use super::calendar::Pattern;
use super::keys::{self, Kind};
use super::text::{Text, category, stray_brace};
use super::yaml::{Entries, Node};
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

/// What is wrong with a value, or with a part of it, and what to write instead.
#[derive(Debug)]
pub(super) struct Problem {
    pub(super) span: Span,
    pub(super) message: String,
    pub(super) help: String,
}

/// What is wrong, and what to write instead, where it is clear which value is meant.
type Wrong = (String, String);

impl Problem {
    fn at(span: Span, (message, help): Wrong) -> Self {
        Self {
            span,
            message,
            help,
        }
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
        let help = format!("write `{key}:` and its keys below it");
        return Err(Problem::at(
            span,
            ("is not a list of `key: text`".to_owned(), help),
        ));
    }
    let text = match node {
        Node::Text(text) => text,
        Node::Map(forms) if kind.is_none() => return plural(&forms, span),
        _ => {
            let help = "write a text, in quotation marks if in doubt".to_owned();
            return Err(Problem::at(span, ("is not a text".to_owned(), help)));
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
    match problem {
        None => Ok(Entry::Text(Text::Plain(text))),
        Some(wrong) => Err(Problem::at(span, wrong)),
    }
}

/// A list of so many names.
fn names(node: &Node, span: Span, count: usize) -> Result<Entry, Problem> {
    let help = || format!("write {count} names: `[…, …]`");
    let Node::List(items) = node else {
        return Err(Problem::at(span, ("is not a list".to_owned(), help())));
    };
    let mut names = Vec::with_capacity(count);
    for item in items {
        let name = item.value.as_text();
        let name = name.ok_or_else(|| {
            let message = "holds something that is not a text".to_owned();
            Problem::at(item.span, (message, help()))
        })?;
        if let Some(wrong) = empty_problem(name) {
            return Err(Problem::at(item.span, wrong));
        }
        names.push(name.to_owned());
    }
    match names.len() == count {
        true => Ok(Entry::Names(names)),
        false => {
            let message = format!("has {} names", names.len());
            Err(Problem::at(span, (message, help())))
        }
    }
}

/// `{one: …, other: …}`, and what else of the categories of CLDR a language has.
fn plural(forms: &Entries, span: Span) -> Result<Entry, Problem> {
    let help = || {
        "write `{one: \"{n} …\", other: \"{n} …\"}`; a language may also have the forms `zero`, `two`, `few` and `many`".to_owned()
    };
    let mut other = None;
    let mut special = Vec::new();
    for (key, node) in forms {
        let name = key.value.as_str();
        let Some(text) = node.value.as_text() else {
            let message = format!("has no text for `{name}`");
            return Err(Problem::at(node.span, (message, help())));
        };
        if let Some(wrong) = text_problem(text) {
            return Err(Problem::at(node.span, wrong));
        }
        match category(name) {
            Some(category) => special.push((category, text.to_owned())),
            None if name == "other" => other = Some(text.to_owned()),
            None => {
                let message = format!("has a form `{name}`");
                return Err(Problem::at(key.span, (message, help())));
            }
        }
    }
    let other =
        other.ok_or_else(|| Problem::at(span, ("has no form `other`".to_owned(), help())))?;
    Ok(Entry::Text(Text::Plural {
        forms: special,
        other,
    }))
}

/// What is wrong with a text that readers see.
fn text_problem(text: &str) -> Option<Wrong> {
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
fn empty_problem(text: &str) -> Option<Wrong> {
    let help = "write the words that readers are to see, or delete the line";
    let is_empty = text.trim().is_empty();
    is_empty.then(|| ("holds an empty text".to_owned(), help.to_owned()))
}

/// What is wrong with a pattern of strftime.
fn pattern_problem(pattern: &str) -> Option<Wrong> {
    let error = Pattern::parse(pattern).err()?;
    Some((
        format!("can't be used: {error}"),
        "write for example \"%-d %B %Y\"".into(),
    ))
}

/// What is wrong with a word in URLs.
fn word_problem(word: &str) -> Option<Wrong> {
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
