//! What a style sheet refers to, read by the tokens of CSS.
//!
//! Owns finding addresses wherever a browser would load one, with their escapes
//! resolved, and what an address is ([`Address`]). Must never know whose style sheet
//! it is, nor which files exist.

mod address;

use std::borrow::Cow;
use std::ops::Range;

use cssparser::{Parser, Token};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

pub use address::Address;

/// Something that a browser loads, or may load.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// Where it is written, without quotation marks.
    pub place: Range<usize>,
    /// What stands there, with its escapes resolved.
    pub text: String,
    /// What kind it is.
    pub kind: Kind,
}

/// What a reference is to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The address of a picture, a font, or a part of the document.
    File,
    /// The address of a style sheet: `@import`.
    Sheet,
    /// A function whose value can't be known here stands for the address: `var()`.
    Computed,
}

/// The references of a style sheet, or of some declarations, in order.
pub fn references(css: &str) -> Vec<Reference> {
    let mut reader = Reader {
        css,
        open: Vec::new(),
        rule: Rule::Other,
        found: Vec::new(),
    };
    tokens(css, |token, place| reader.take(token, place));
    reader.found
}

/// A style sheet with other addresses: `address` gives the new one, `None` where it stays.
pub fn rewrite<E>(
    css: &str,
    mut address: impl FnMut(&Reference) -> Result<Option<String>, E>,
) -> Result<Cow<'_, str>, E> {
    let mut rewritten = String::new();
    let mut copied = 0;
    for reference in references(css) {
        if let Some(address) = address(&reference)? {
            rewritten.push_str(&css[copied..reference.place.start]);
            rewritten.extend(utf8_percent_encode(&address, ENDING));
            copied = reference.place.end;
        }
    }
    Ok(rest(css, rewritten, copied))
}

/// A style sheet whose comments are empty.
pub fn without_comments(css: &str) -> Cow<'_, str> {
    let mut bare = String::new();
    let mut copied = 0;
    tokens(css, |token, place| {
        if matches!(token, Token::Comment(text) if !text.is_empty()) {
            bare.push_str(&css[copied..place.start]);
            // What stands around a comment doesn't become one word.
            bare.push_str("/**/");
            copied = place.end;
        }
    });
    rest(css, bare, copied)
}

/// What has been written, and the rest of what is copied.
fn rest(css: &str, mut written: String, copied: usize) -> Cow<'_, str> {
    if copied == 0 {
        return Cow::Borrowed(css);
    }
    written.push_str(&css[copied..]);
    Cow::Owned(written)
}

/// What would end an address, with or without quotation marks.
const ENDING: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'\'')
    .add(b'(')
    .add(b')')
    .add(b'\\');

/// Goes through all tokens, however deeply they lie: a parser enters a block only by
/// calling itself, so each block is begun by a new one at no cost.
fn tokens(css: &str, mut take: impl FnMut(&Token<'_>, Range<usize>)) {
    let mut base = 0;
    let mut parser = Parser::new(css);
    loop {
        let start = base + parser.position().byte_index();
        let Ok(token) = parser.next_including_whitespace_and_comments() else {
            return;
        };
        let token = token.clone();
        let end = base + parser.position().byte_index();
        take(&token, start..end);
        if closing(&token).is_some() {
            base = end;
            parser = Parser::new(&css[base..]);
        }
    }
}

struct Reader<'a> {
    css: &'a str,
    /// The brackets that are open: what closes each, and what a string in it is.
    open: Vec<(Token<'static>, Inside)>,
    rule: Rule,
    found: Vec<Reference>,
}

/// What a string is.
#[derive(Clone, Copy, PartialEq)]
enum Inside {
    /// A text.
    Plain,
    /// An address: inside `url(` and the like.
    Address,
    /// The name of a namespace, which nobody loads.
    Namespace,
}

/// The rule whose beginning is being read.
#[derive(Clone, Copy, PartialEq)]
enum Rule {
    Import,
    Namespace,
    Other,
}

impl Reader<'_> {
    fn take(&mut self, token: &Token<'_>, place: Range<usize>) {
        match token {
            Token::WhiteSpace(_) | Token::Comment(_) => {}
            Token::AtKeyword(name) if name.eq_ignore_ascii_case("import") => {
                self.rule = Rule::Import;
            }
            Token::AtKeyword(name) if name.eq_ignore_ascii_case("namespace") => {
                self.rule = Rule::Namespace;
            }
            Token::QuotedString(text) => self.string(text, place),
            Token::UnquotedUrl(text) => self.url(text.to_string(), place),
            Token::BadUrl(_) => {
                let text = self.css[inner(self.css, &place)].to_owned();
                self.url(text, place);
            }
            Token::Semicolon if self.open.is_empty() => self.rule = Rule::Other,
            _ => match closing(token) {
                Some(closing) => self.enter(token, closing, place),
                None if self.open.last().is_some_and(|(last, _)| last == token) => {
                    self.open.pop();
                }
                None => {}
            },
        }
    }

    fn enter(&mut self, token: &Token<'_>, closing: Token<'static>, place: Range<usize>) {
        let outer = self.inside();
        let inside = match token {
            _ if outer == Inside::Namespace => outer,
            Token::Function(name) => {
                let name = name.to_ascii_lowercase();
                let loads = LOADERS.contains(&name.as_str());
                if loads && self.rule == Rule::Namespace {
                    Inside::Namespace
                } else if loads {
                    Inside::Address
                } else {
                    if outer == Inside::Address && is_computed(&name) {
                        self.push(Kind::Computed, format!("{name}()"), place);
                    }
                    Inside::Plain
                }
            }
            Token::CurlyBracketBlock => {
                self.rule = Rule::Other;
                Inside::Plain
            }
            _ => outer,
        };
        self.open.push((closing, inside));
    }

    fn inside(&self) -> Inside {
        self.open
            .last()
            .map_or(Inside::Plain, |(_, inside)| *inside)
    }

    fn string(&mut self, text: &str, place: Range<usize>) {
        let text = text.to_owned();
        let place = unquoted(self.css, &place);
        match (self.inside(), self.rule) {
            (Inside::Address, _) => self.address(text, place),
            (Inside::Plain, Rule::Import) if self.open.is_empty() => self.address(text, place),
            _ => {}
        }
    }

    fn url(&mut self, text: String, place: Range<usize>) {
        if self.inside() != Inside::Namespace && self.rule != Rule::Namespace {
            self.address(text, inner(self.css, &place));
        }
    }

    /// An address; the first one after `@import` is that of a style sheet.
    fn address(&mut self, text: String, place: Range<usize>) {
        let kind = match std::mem::replace(&mut self.rule, Rule::Other) {
            Rule::Import => Kind::Sheet,
            _ => Kind::File,
        };
        self.push(kind, text, place);
    }

    fn push(&mut self, kind: Kind, text: String, place: Range<usize>) {
        self.found.push(Reference { place, text, kind });
    }
}

/// Functions in which a string is an address.
const LOADERS: [&str; 7] = [
    "url",
    "src",
    "image",
    "image-set",
    "-webkit-image-set",
    "cross-fade",
    "-webkit-cross-fade",
];

/// Whether a function stands for whatever is written elsewhere.
fn is_computed(name: &str) -> bool {
    const COMPUTED: [&str; 9] = [
        "var",
        "env",
        "attr",
        "if",
        "inherit",
        "toggle",
        "first-valid",
        "random-item",
        "string",
    ];
    COMPUTED.contains(&name) || name.starts_with("--")
}

/// What closes the block that a token opens.
fn closing(token: &Token<'_>) -> Option<Token<'static>> {
    match token {
        Token::Function(_) | Token::ParenthesisBlock => Some(Token::CloseParenthesis),
        Token::SquareBracketBlock => Some(Token::CloseSquareBracket),
        Token::CurlyBracketBlock => Some(Token::CloseCurlyBracket),
        _ => None,
    }
}

/// The inside of a string, whose end may be missing at the end of the text.
fn unquoted(css: &str, place: &Range<usize>) -> Range<usize> {
    let quote = &css[place.start..place.start + 1];
    let inside = &css[place.start + 1..place.end];
    let end = inside.strip_suffix(quote).filter(|rest| {
        let escapes = rest.len() - rest.trim_end_matches('\\').len();
        escapes.is_multiple_of(2)
    });
    let start = place.start + 1;
    start..start + end.unwrap_or(inside).len()
}

/// The inside of `url( … )` without quotation marks, whose end may be missing, too.
fn inner(css: &str, place: &Range<usize>) -> Range<usize> {
    let whole = &css[place.clone()];
    let start = whole.find('(').map_or(0, |at| at + 1);
    let inside = whole[start..].strip_suffix(')').unwrap_or(&whole[start..]);
    let begin = place.start + start + (inside.len() - inside.trim_ascii_start().len());
    begin..begin + inside.trim_ascii().len()
}

#[cfg(test)]
mod tests;
