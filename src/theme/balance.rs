//! Tags that open and are never closed.
//!
//! Owns finding the tag that is to blame: the engine names the place at which it
//! noticed, often the last line. Must never know what a tag does.

use super::tokens::{Tag, TagKind, Token};
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::tags as diagnose;
use crate::diagnostic::{Diagnostic, Span};
use crate::path::SourcePath;

/// Tags that are closed by one with `end` before their name.
const PAIRED: &[&str] = &[
    "if",
    "for",
    "block",
    "component",
    "filter",
    "raw",
    "set",
    "set_global",
];

/// Tags that stand alone.
const SINGLE: &[&str] = &["extends", "include", "break", "continue"];

/// A tag that waits for its end.
struct Open<'a> {
    name: &'a str,
    span: Span,
}

/// The one tag by which a template's tags don't fit together, if there is one.
pub(super) fn check(file: &SourcePath, text: &str, tags: &[Tag]) -> Option<Diagnostic> {
    let mut open: Vec<Open<'_>> = Vec::new();
    for tag in tags {
        if let Some((opening, ending)) = unended(text, tag) {
            return Some(diagnose::unended_tag(
                file,
                Span::new(tag.span.start, tag.span.start + 2),
                opening,
                ending,
            ));
        }
        if tag.kind != TagKind::Statement {
            continue;
        }
        let name = match &tag.tokens[..] {
            [Token::Word(name), ..] => name.value.as_str(),
            [Token::Sign('<'), Token::Sign('/'), ..] => "</",
            [Token::Sign('<'), ..] => "<",
            _ => continue,
        };
        match name {
            "else" if tag.tokens.get(1).is_some_and(|token| token.is("if")) => {
                return Some(diagnose::else_if(file, tag.span));
            }
            "set" | "set_global" if tag.tokens.contains(&Token::Sign('=')) => continue,
            _ if PAIRED.contains(&name) || name == "<" => {
                let span = tag.span;
                open.push(Open { name, span });
                continue;
            }
            _ => {}
        }
        let Some(inside) = belongs_to(name) else {
            match SINGLE.contains(&name) {
                true => continue,
                false => return Some(unknown(file, tag, name)),
            }
        };
        let fits = |open: &Open<'_>| inside.contains(&open.name);
        if !open.last().is_some_and(fits) {
            let further_out = open.iter().any(fits);
            return Some(misplaced(file, &open, name, tag.span, further_out));
        }
        if !matches!(name, "else" | "elif") {
            open.pop();
        }
    }
    let open = open.last()?;
    Some(diagnose::unclosed_tag(
        file,
        open.span,
        open.name,
        &end_of(open.name),
        None,
    ))
}

/// A tag without its second brace, and what it lacks.
fn unended(text: &str, tag: &Tag) -> Option<(&'static str, &'static str)> {
    let (opening, ending) = match tag.kind {
        TagKind::Print => ("{{", "}}"),
        TagKind::Statement => ("{%", "%}"),
        TagKind::OpenComment => return Some(("{#", "#}")),
    };
    let inside = &text[tag.span.start + 2..tag.span.end];
    (!inside.ends_with(ending)).then_some((opening, ending))
}

/// An end, or a part of an `if`, that does not belong to the tag that is open.
fn misplaced(
    file: &SourcePath,
    open: &[Open<'_>],
    name: &str,
    span: Span,
    further_out: bool,
) -> Diagnostic {
    match open.last() {
        Some(last) if further_out => {
            diagnose::unclosed_tag(file, last.span, last.name, &end_of(last.name), Some(span))
        }
        last => diagnose::stray_tag(file, span, name, last.map(|open| open.span)),
    }
}

fn unknown(file: &SourcePath, tag: &Tag, name: &str) -> Diagnostic {
    let span = tag.name().map_or(tag.span, |name| name.span);
    let ends: Vec<String> = PAIRED.iter().map(|name| end_of(name)).collect();
    let ends = ends
        .iter()
        .map(String::as_str)
        .filter(|end| *end != "endset_global");
    let known: Vec<&str> = PAIRED
        .iter()
        .chain(SINGLE)
        .chain(&["else", "elif"])
        .copied()
        .chain(ends)
        .collect();
    let near = nearest(name, known.iter().copied());
    diagnose::unknown_tag(file, span, name, near, &known)
}

/// The tags that an end closes, or in which a part stands.
fn belongs_to(name: &str) -> Option<&'static [&'static str]> {
    match name {
        "else" => Some(&["if", "for"]),
        "elif" => Some(&["if"]),
        "</" => Some(&["<"]),
        "endset" => Some(&["set", "set_global"]),
        _ => {
            let opened = name.strip_prefix("end")?;
            let at = PAIRED.iter().position(|known| *known == opened)?;
            Some(&PAIRED[at..=at])
        }
    }
}

/// The name of a tag's end.
fn end_of(name: &str) -> String {
    match name {
        "<" => "</…>".to_owned(),
        "set_global" => "endset".to_owned(),
        _ => format!("end{name}"),
    }
}
