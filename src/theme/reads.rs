//! Which fields a template reads, and which names it makes itself.
//!
//! Owns telling a path, `page.date.long`, from the other words of an expression. Must
//! never know which fields there are.

use std::collections::BTreeSet;

use super::tokens::{Tag, TagKind, Token};
use crate::diagnostic::{Span, Spanned};

/// Words of the language that are no names.
const KEYWORDS: &[&str] = &[
    "and", "or", "not", "in", "is", "if", "else", "elif", "for", "true", "True", "false", "False",
    "none", "None", "null", "loop",
];

/// The paths of a template that must lead somewhere, with points between their steps:
/// `page.tags.[0].name`. A path that is printed alone is not among them: the engine reports
/// it itself. Nor is one that asks whether it is there: before `is defined` or `default`,
/// and with `?.`.
pub(super) fn reads(text: &str, tags: &[Tag]) -> Vec<Spanned<String>> {
    let mut paths = Vec::new();
    for tag in tags {
        let tokens = expression(tag);
        let alone =
            tag.kind == TagKind::Print && !tokens.is_empty() && path_length(tokens) == tokens.len();
        if !alone {
            collect(text, tokens, &mut paths);
        }
    }
    paths
}

/// Names that templates make.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct OwnNames {
    /// By `set`, `for`, or as an argument of a component.
    pub(super) all: BTreeSet<String>,
    /// Those of maps without fixed fields: `extra`, and what is made of it.
    pub(super) free: BTreeSet<String>,
}

impl OwnNames {
    /// Of all templates together, as they include each other.
    pub(super) fn of<'a>(templates: impl Iterator<Item = &'a [Tag]> + Clone) -> Self {
        let mut names = Self::default();
        names.all.insert("body".to_owned());
        names.free.insert("extra".to_owned());
        // What is made of a free map may be used before, in the order of templates.
        loop {
            let before = names.clone();
            for tag in templates.clone().flatten() {
                names.learn(tag);
            }
            if names == before {
                return names;
            }
        }
    }

    fn learn(&mut self, tag: &Tag) {
        let tokens = expression(tag);
        let is_free = self.is_free(tokens);
        let made = match tag.name().map(|name| name.value.as_str()) {
            Some("set" | "set_global") => &tag.tokens[1..tag.tokens.len().min(2)],
            Some("for") => &tag.tokens[1..tag.tokens.len() - tokens.len()],
            Some("component") => {
                self.all.extend(parameters(&tag.tokens));
                return;
            }
            _ => &[],
        };
        for name in made.iter().filter_map(word).filter(|name| *name != "in") {
            self.all.insert(name.to_owned());
            if is_free {
                self.free.insert(name.to_owned());
            }
        }
        self.learn_inside(tokens);
    }

    /// Arguments of components, and the variables of `[x for x in …]`.
    fn learn_inside(&mut self, tokens: &[Token]) {
        for (index, token) in tokens.iter().enumerate() {
            if token.is("for") {
                let made = tokens[index + 1..]
                    .iter()
                    .take_while(|token| !token.is("in"));
                self.all.extend(made.filter_map(word).map(str::to_owned));
            }
            if let [Token::Word(name), Token::Sign('='), Token::Sign('{'), ..] = &tokens[index..] {
                let value = &tokens[index + 3..closing(tokens, index + 2)];
                if self.is_free(value) {
                    self.free.insert(name.value.clone());
                }
            }
        }
    }

    /// Whether an expression may give a map without fixed fields.
    fn is_free(&self, tokens: &[Token]) -> bool {
        let is_free = |token: &Token| match token {
            Token::Word(word) => word.value == "group_by" || self.free.contains(&word.value),
            Token::Text(_) => false,
            Token::Sign(sign) => *sign == '{',
        };
        tokens.iter().any(is_free)
    }
}

/// What is computed in a tag.
fn expression(tag: &Tag) -> &[Token] {
    let after = |found: Option<usize>| found.map_or(&[][..], |at| &tag.tokens[at + 1..]);
    match (tag.kind, tag.tokens.first()) {
        (TagKind::Print, _) | (TagKind::Statement, Some(Token::Sign('<'))) => &tag.tokens,
        (TagKind::Statement, Some(Token::Word(word))) => match word.value.as_str() {
            "if" | "elif" => &tag.tokens[1..],
            "for" => after(tag.tokens.iter().position(|token| token.is("in"))),
            "set" | "set_global" => {
                let equals = |token: &Token| *token == Token::Sign('=');
                after(tag.tokens.iter().position(equals))
            }
            _ => &[],
        },
        _ => &[],
    }
}

/// Finds the paths of an expression.
fn collect(text: &str, tokens: &[Token], paths: &mut Vec<Spanned<String>>) {
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let before = at.checked_sub(1).map(|at| &tokens[at]);
        at += match token {
            Token::Sign('<') if !before.is_some_and(ends_value) => {
                component(text, tokens, at, paths) - at
            }
            Token::Word(word) if KEYWORDS.contains(&word.value.as_str()) => keyword(&tokens[at..]),
            Token::Word(_) => {
                let length = path_length(&tokens[at..]);
                let follows_name = matches!(before, Some(Token::Sign('|' | '.')));
                let path = path(text, &tokens[at..at + length]);
                let is_engines = path.value.starts_with("__");
                let must = must_lead_somewhere(&tokens[at + length..]);
                if must && !follows_name && !is_engines {
                    paths.push(path);
                }
                length
            }
            _ => 1,
        };
    }
}

/// How many tokens a keyword takes with it.
fn keyword(tokens: &[Token]) -> usize {
    if tokens[0].is("is") {
        // The test's name.
        return if tokens.get(1).is_some_and(|token| token.is("not")) {
            3
        } else {
            2
        };
    }
    if tokens[0].is("for") {
        // The variables of `[x for x in …]`.
        return tokens.iter().position(|token| token.is("in")).unwrap_or(1);
    }
    if tokens[0].is("loop") {
        path_length(tokens)
    } else {
        1
    }
}

/// Reads `<name argument={value} />` from its `<`; gives where it ends.
fn component(text: &str, tokens: &[Token], at: usize, paths: &mut Vec<Spanned<String>>) -> usize {
    let mut at = at + 1;
    while let Some(token) = tokens.get(at) {
        match token {
            Token::Sign('>') => return at + 1,
            Token::Sign('{') => {
                let end = closing(tokens, at);
                collect(text, &tokens[at + 1..end], paths);
                at = end + 1;
            }
            _ => at += 1,
        }
    }
    tokens.len()
}

/// Where a brace that opens at `open` is closed.
fn closing(tokens: &[Token], open: usize) -> usize {
    let mut depth = 0_usize;
    for (index, token) in tokens.iter().enumerate().skip(open) {
        match token {
            Token::Sign('{') => depth += 1,
            Token::Sign('}') => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return index;
        }
    }
    tokens.len()
}

/// Whether a value ends here, so that `<` compares it.
fn ends_value(token: &Token) -> bool {
    match token {
        Token::Word(word) => !KEYWORDS.contains(&word.value.as_str()) || word.value == "loop",
        Token::Text(_) => true,
        Token::Sign(sign) => matches!(sign, ')' | ']' | '}') || sign.is_ascii_digit(),
    }
}

/// Whether a path is an error if it leads nowhere, by what follows it.
fn must_lead_somewhere(after: &[Token]) -> bool {
    match after {
        // A function, an argument's name, and what asks by itself whether it is there.
        [Token::Sign('=' | '('), next, ..] => *next == Token::Sign('='),
        [Token::Sign('[' | '?' | '.' | ':'), ..] => false,
        [Token::Sign('|'), filter, ..] => !filter.is("default"),
        [is, test, ..] if is.is("is") => {
            let test = if test.is("not") {
                after.get(2)
            } else {
                Some(test)
            };
            !test.is_some_and(|test| test.is("defined") || test.is("undefined"))
        }
        _ => true,
    }
}

/// How many tokens belong to a path: `page`, `.`, `date`. It ends in a name: that there
/// is a first of a list, nobody promises.
fn path_length(tokens: &[Token]) -> usize {
    if !matches!(tokens.first(), Some(Token::Word(_))) {
        return 0;
    }
    let (mut end, mut at) = (1, 1);
    while let Some((length, step)) = step(&tokens[at..]) {
        at += length;
        if matches!(step, Step::Name(_)) {
            end = at;
        }
    }
    end
}

/// What a path does after its first name.
enum Step<'a> {
    /// `.date`, `["date"]`.
    Name(&'a Spanned<String>),
    /// `[0]`, `[-1]`.
    Index(String),
}

/// The step with which these tokens begin, and how many it has.
fn step(tokens: &[Token]) -> Option<(usize, Step<'_>)> {
    match tokens {
        [Token::Sign('.'), Token::Word(name), ..] => Some((2, Step::Name(name))),
        [Token::Sign('['), Token::Text(name), Token::Sign(']'), ..] if is_name(&name.value) => {
            Some((3, Step::Name(name)))
        }
        [Token::Sign('['), rest @ ..] => {
            let length = rest.iter().position(|token| *token == Token::Sign(']'))?;
            let signs = rest[..length].iter().map(|token| match token {
                Token::Sign(sign) => Some(*sign),
                _ => None,
            });
            let index: String = signs.collect::<Option<_>>()?;
            index.parse::<i64>().ok()?;
            Some((length + 2, Step::Index(index)))
        }
        _ => None,
    }
}

/// Whether a field may be written with a point before it.
fn is_name(text: &str) -> bool {
    let is_letter = |c: char| c.is_ascii_alphanumeric() || c == '_';
    text.chars().all(is_letter)
        && text.starts_with(|c: char| !c.is_ascii_digit())
        && !KEYWORDS.contains(&text)
}

/// A path and its place.
fn path(text: &str, tokens: &[Token]) -> Spanned<String> {
    let Some(Token::Word(first)) = tokens.first() else {
        return Spanned::new(String::new(), Span::default());
    };
    let mut path = first.clone();
    let mut at = 1;
    while let Some((length, step)) = step(&tokens[at..]) {
        path.value.push('.');
        match step {
            Step::Index(index) => {
                path.value.push('[');
                path.value.push_str(&index);
                path.value.push(']');
            }
            Step::Name(name) => {
                path.value.push_str(&name.value);
                path.span.end = name.span.end;
                if length == 3 {
                    // With its quotation mark and bracket.
                    let close = text[name.span.end..].find(']');
                    path.span.end += close.map_or(0, |close| close + 1);
                }
            }
        }
        at += length;
    }
    path
}

/// The names of a component's parameters.
fn parameters(tokens: &[Token]) -> impl Iterator<Item = String> {
    let named = |pair: &[Token]| match pair {
        [Token::Sign('(' | ',' | '@' | '.'), Token::Word(name)] => Some(name.value.clone()),
        _ => None,
    };
    tokens.windows(2).filter_map(named)
}

fn word(token: &Token) -> Option<&str> {
    match token {
        Token::Word(word) => Some(&word.value),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::tokens::tags;

    fn paths(text: &str) -> Vec<String> {
        let found = reads(text, &tags(text));
        for path in &found {
            let written = text[path.span.start..path.span.end].replace(['"', '\'', ']'], "");
            let written = written.replace(' ', "").replace('[', ".");
            assert_eq!(written, path.value.replace(['[', ']'], ""));
        }
        found.into_iter().map(|path| path.value).collect()
    }

    #[test]
    fn paths_are_told_from_other_words() {
        let cases: &[(&str, &[&str])] = &[
            (
                "{% if page.a %}{% elif not b . c %}{% endif %}",
                &["page.a", "b.c"],
            ),
            ("{% if a.b == 'x' and c or d %}", &["a.b", "c", "d"]),
            (
                "{% if a is defined or b is not undefined or c is none %}",
                &["c"],
            ),
            (
                "{% if a | default(value=b) and c?.d and e[f] %}",
                &["b", "f"],
            ),
            (
                "{{ a.b }}{{ a | date(format=b) }}{{ f(x=c.d) }}",
                &["a", "b", "c.d"],
            ),
            (
                "{{ a if b else c }}{{ [x for x in y if x.z] }}",
                &["a", "b", "c", "x", "y", "x.z"],
            ),
            (
                "{% for a, b in c.d %}{% set e = f.g ~ 'h' %}",
                &["c.d", "f.g"],
            ),
            (
                "{{ <card a={b.c} d e=\"f\" {...g} /> }}{% if h < i %}",
                &["b.c", "h", "i"],
            ),
            (
                "{% if a.b[0].c and d['e'] or f[ \"g\" ][-1]['h'].i %}",
                &["a.b.[0].c", "d.e", "f.g.[-1].h.i"],
            ),
            (
                "{% if a.b[0] or c[d].e or f['g h'] or i['in'] or j['k']?.l %}",
                &["d"],
            ),
            ("{% <ui.card a={b}> %}{% </ui.card> %}", &["b"]),
            ("{% if loop.first and true and 1.5 < a %}", &["a"]),
            ("{% include 'a' %}{% block b %}{% component c(d=e) %}", &[]),
            ("{{ {'a': b, 'c': d} }}{{ (a.b).c }}", &["b", "d", "a.b"]),
        ];
        for (text, expected) in cases {
            assert_eq!(paths(text), *expected, "{text}");
        }
    }

    #[test]
    fn names_of_templates_are_known_and_free_maps_stay_free() {
        let texts = [
            "{% for a, b in f %}{% set c = d.e %}",
            "{% set f = page.extra.x %}{{ [g for g in h] }}",
            "{% component k(l, m: string = 'n', @o) %}{{ <k l={f} m={p} /> }}",
        ];
        let all: Vec<Vec<Tag>> = texts.iter().map(|text| tags(text)).collect();
        let names = OwnNames::of(all.iter().map(Vec::as_slice));
        let sorted = |names: &BTreeSet<String>| names.iter().cloned().collect::<Vec<_>>().join(" ");
        assert_eq!(
            sorted(&names.all),
            "a b body c f g k l m o".replace(" k", "")
        );
        assert_eq!(sorted(&names.free), "a b extra f l");
    }

    #[test]
    fn broken_templates_are_read_to_their_end() {
        for text in [
            "{% for",
            "{% for in",
            "{{ <",
            "{{ <a b={",
            "{% set",
            "{{ is",
            "{{ a is not",
            "{% if }} %}",
            "{{ a[",
            "{{ a['b'",
            "{{ a[0",
        ] {
            let tags = tags(text);
            let _ = (reads(text, &tags), OwnNames::of(std::iter::once(&tags[..])));
        }
    }
}
