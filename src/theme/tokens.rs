//! The tags of a template, as tokens.
//!
//! Owns where tags begin and end. The template engine keeps its syntax tree to
//! itself, so what nitton wants to know of templates is read from here. Must never
//! know what a tag means, but that comments and `raw` hold none.

use crate::diagnostic::{Span, Spanned};

/// What stands between braces.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tag {
    /// How it begins.
    pub(super) kind: TagKind,
    /// From the first brace to the last.
    pub(super) span: Span,
    /// What it says.
    pub(super) tokens: Vec<Token>,
}

/// The three kinds of braces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TagKind {
    /// `{{ … }}`.
    Print,
    /// `{% … %}`.
    Statement,
    /// `{# …` that never ends; others are passed over.
    OpenComment,
}

/// A token of a tag; everything that is neither a word nor a text is a sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// A name or a keyword.
    Word(Spanned<String>),
    /// A text, without its quotation marks.
    Text(Spanned<String>),
    /// Any other character.
    Sign(char),
}

impl Tag {
    /// The first word of a statement: `if`, `block`.
    pub(super) fn name(&self) -> Option<&Spanned<String>> {
        match (self.kind, self.tokens.first()) {
            (TagKind::Statement, Some(Token::Word(word))) => Some(word),
            _ => None,
        }
    }
}

impl Token {
    /// Whether it is this word.
    pub(super) fn is(&self, word: &str) -> bool {
        matches!(self, Self::Word(found) if found.value == word)
    }
}

/// The tags of a template, in order. What is not valid is passed over: the engine reports it.
pub(super) fn tags(text: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find('{').map(|i| at + i) {
        let (kind, end) = match text.as_bytes().get(start + 1) {
            Some(b'#') => match text[start + 2..].find("#}") {
                Some(length) => {
                    at = start + 2 + length + 2;
                    continue;
                }
                None => (TagKind::OpenComment, ""),
            },
            Some(b'{') => (TagKind::Print, "}}"),
            Some(b'%') => (TagKind::Statement, "%}"),
            _ => {
                at = start + 1;
                continue;
            }
        };
        let (tokens, end) = match kind {
            TagKind::OpenComment => (Vec::new(), text.len()),
            _ => tokens(text, start + 2, end),
        };
        let span = Span::new(start, end);
        tags.push(Tag { kind, span, tokens });
        let opens_raw = tags.last().and_then(Tag::name);
        at = match opens_raw {
            Some(name) if name.value == "raw" => end_of_raw(text, end),
            _ => end,
        };
    }
    tags
}

/// Where the `{% endraw %}` begins that comes next.
fn end_of_raw(text: &str, from: usize) -> usize {
    let mut tags = text[from..].match_indices("{%");
    let ends = |inside: &str| {
        let inside = inside.strip_prefix('-').unwrap_or(inside);
        let word = inside.trim_ascii_start().strip_prefix("endraw");
        word.is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_'))
    };
    tags.find(|(at, _)| ends(&text[from + at + 2..]))
        .map_or(text.len(), |(at, _)| from + at)
}

/// The tokens of a tag up to its `end`, and the byte after it.
fn tokens(text: &str, from: usize, end: &str) -> (Vec<Token>, usize) {
    let mut tokens = Vec::new();
    let mut at = from;
    while let Some(first) = text[at..].chars().next() {
        if text[at..].starts_with(end) {
            return (tokens, at + end.len());
        }
        if matches!(first, '"' | '\'' | '`') {
            let length = text[at + 1..].find(first).unwrap_or(text.len() - at - 1);
            let span = Span::new(at + 1, at + 1 + length);
            let content = text[span.start..span.end].to_owned();
            tokens.push(Token::Text(Spanned::new(content, span)));
            at = (span.end + 1).min(text.len());
        } else if first.is_ascii_alphabetic() || first == '_' {
            let length = text[at..]
                .find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))
                .unwrap_or(text.len() - at);
            let span = Span::new(at, at + length);
            let content = text[span.start..span.end].to_owned();
            tokens.push(Token::Word(Spanned::new(content, span)));
            at = span.end;
        } else {
            // `{%-` and `-%}` trim the text around a tag.
            let trims = first == '-' && (at == from || text[at + 1..].starts_with(end));
            if !(first.is_whitespace() || trims) {
                tokens.push(Token::Sign(first));
            }
            at += first.len_utf8();
        }
    }
    (tokens, text.len())
}
