//! What can be called in templates, and which arguments it takes.
//!
//! Owns the one table of functions, filters and tests, the engine's own included, and
//! the check of each call against it. Must never know what a call does.

use super::tokens::{Tag, Token};
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::template::{self as diagnose, Callable};
use crate::diagnostic::{Diagnostic, Spanned};
use crate::locale::Locale;
use crate::path::SourcePath;

/// A name that can be called.
#[derive(Debug, Clone, Copy)]
pub(super) struct Signature {
    pub(super) name: &'static str,
    /// Arguments that must be there.
    required: &'static [&'static str],
    /// Arguments that may be there.
    optional: &'static [&'static str],
}

const fn plain(name: &'static str) -> Signature {
    takes(name, &[], &[])
}

const fn takes(
    name: &'static str,
    required: &'static [&'static str],
    optional: &'static [&'static str],
) -> Signature {
    Signature {
        name,
        required,
        optional,
    }
}

/// Also takes the placeholders of its text.
pub(super) const TRANS: Signature = takes("trans", &["key"], &["count"]);
pub(super) const ASSET: Signature = takes("asset", &["path"], &[]);
pub(super) const GET_URL: Signature = takes("get_url", &["path"], &[]);
pub(super) const DATE: Signature = takes("date", &[], &["format"]);
pub(super) const MARKDOWN: Signature = plain("markdown");
pub(super) const SLUGIFY: Signature = plain("slugify");
pub(super) const NUMBER: Signature = plain("number");
pub(super) const JOIN_NAMES: Signature = plain("join_names");

/// `trans(…)`.
pub(super) const FUNCTIONS: &[Signature] = &[
    TRANS,
    ASSET,
    GET_URL,
    takes("range", &["end"], &["start", "step_by"]),
    takes("throw", &["message"], &[]),
    plain("super"),
];

/// `… | date`.
pub(super) const FILTERS: &[Signature] = &[
    DATE,
    MARKDOWN,
    SLUGIFY,
    NUMBER,
    JOIN_NAMES,
    plain("safe"),
    takes("default", &["value"], &["boolean"]),
    plain("upper"),
    plain("lower"),
    plain("wordcount"),
    plain("escape"),
    plain("escape_html"),
    plain("escape_xml"),
    plain("newlines_to_br"),
    takes("pluralize", &[], &["singular", "plural"]),
    takes("trim", &[], &["pat"]),
    takes("trim_start", &[], &["pat"]),
    takes("trim_end", &[], &["pat"]),
    takes("replace", &["from", "to"], &[]),
    plain("capitalize"),
    plain("title"),
    takes("truncate", &["length"], &["end"]),
    takes("indent", &[], &["width", "indentation", "first", "blank"]),
    plain("str"),
    takes("int", &[], &["base"]),
    plain("float"),
    plain("length"),
    plain("reverse"),
    takes("split", &["pat"], &[]),
    plain("abs"),
    takes("round", &[], &["method", "precision"]),
    plain("first"),
    plain("last"),
    takes("nth", &["n"], &[]),
    takes("join", &[], &["sep"]),
    takes("sort", &[], &["attribute"]),
    plain("unique"),
    takes("get", &["key"], &["default"]),
    plain("values"),
    plain("keys"),
    plain("pairs"),
    takes("group_by", &["attribute"], &[]),
];

/// `… is defined`.
pub(super) const TESTS: &[Signature] = &[
    plain("string"),
    plain("number"),
    plain("map"),
    plain("bool"),
    plain("array"),
    plain("integer"),
    plain("float"),
    plain("none"),
    plain("iterable"),
    plain("defined"),
    plain("undefined"),
    plain("odd"),
    plain("even"),
    takes("divisible_by", &["divisor"], &[]),
    takes("starting_with", &["pat"], &[]),
    takes("ending_with", &["pat"], &[]),
    takes("containing", &["pat"], &[]),
];

/// The table of a kind.
pub(super) const fn table(kind: Callable) -> &'static [Signature] {
    match kind {
        Callable::Function => FUNCTIONS,
        Callable::Filter => FILTERS,
        Callable::Test => TESTS,
    }
}

/// Checks the arguments of every call of a template. Names that nothing has are left to
/// the engine, which finds all of them.
pub(super) fn check(
    file: &SourcePath,
    tags: &[Tag],
    locale: &Locale,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for call in tags.iter().flat_map(calls) {
        let known = table(call.kind);
        let Some(signature) = known.iter().find(|known| known.name == call.name.value) else {
            continue;
        };
        let texts = match signature.name {
            "trans" => match placeholders(call.arguments, locale) {
                Some(names) => names,
                None => continue,
            },
            _ => &[],
        };
        let names = names(call.arguments);
        let texts = texts.iter().map(String::as_str);
        let own = signature.required.iter().chain(signature.optional);
        let known: Vec<&str> = own.copied().chain(texts).collect();
        for name in &names {
            if !known.contains(&name.value.as_str()) {
                diagnostics.push(diagnose::unknown_argument(
                    file,
                    name.span,
                    call.kind,
                    signature.name,
                    &name.value,
                    &known,
                    nearest(&name.value, known.iter().copied()),
                ));
            }
        }
        let given = |wanted: &str| names.iter().any(|name| name.value == wanted);
        let surplus = names
            .iter()
            .any(|name| !known.contains(&name.value.as_str()));
        let missing = signature.required.iter().find(|wanted| !given(wanted));
        // A misspelt argument is missing, too; once is enough.
        if let Some(missing) = missing.filter(|_| !surplus) {
            diagnostics.push(diagnose::missing_argument(
                file,
                call.name.span,
                call.kind,
                signature.name,
                missing,
            ));
        }
    }
}

/// What the text of a `trans` takes beside its key; `None` if that can't be known.
fn placeholders<'a>(arguments: &[Token], locale: &'a Locale) -> Option<&'a [String]> {
    if !names(arguments).iter().any(|name| name.value == "key") {
        return Some(&[]);
    }
    locale.placeholders(&literal(arguments, "key")?.value)
}

/// A call, with the tokens between its parentheses.
struct Call<'a> {
    kind: Callable,
    name: &'a Spanned<String>,
    arguments: &'a [Token],
}

/// The calls of a tag.
fn calls(tag: &Tag) -> Vec<Call<'_>> {
    let tokens = &tag.tokens;
    let mut calls = Vec::new();
    if tag.name().is_some_and(|name| name.value == "component") {
        return calls;
    }
    let opens_filter = tag.name().is_some_and(|name| name.value == "filter");
    for (index, token) in tokens.iter().enumerate() {
        let Token::Word(name) = token else { continue };
        let before = |steps: usize| index.checked_sub(steps).map(|at| &tokens[at]);
        let is = |steps: usize, word: &str| before(steps).is_some_and(|token| token.is(word));
        let called = tokens.get(index + 1) == Some(&Token::Sign('('));
        let kind = match before(1) {
            Some(Token::Sign('|')) => Callable::Filter,
            Some(Token::Sign('.')) => continue,
            _ if opens_filter && index == 1 => Callable::Filter,
            _ if is(1, "is") && name.value != "not" => Callable::Test,
            _ if is(1, "not") && is(2, "is") => Callable::Test,
            _ if called && (index > 0 || tag.name().is_none()) => Callable::Function,
            _ => continue,
        };
        let arguments = if called {
            inside(&tokens[index + 1..])
        } else {
            &[]
        };
        calls.push(Call {
            kind,
            name,
            arguments,
        });
    }
    calls
}

/// The tokens between the parenthesis with which these begin and its end.
fn inside(tokens: &[Token]) -> &[Token] {
    let mut depth = 0_usize;
    for (index, token) in tokens.iter().enumerate() {
        match token {
            Token::Sign('(' | '[' | '{') => depth += 1,
            Token::Sign(')' | ']' | '}') => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return &tokens[1..index];
        }
    }
    &tokens[1..]
}

/// The names of arguments: `format=…`, at the outermost level.
fn names(arguments: &[Token]) -> Vec<&Spanned<String>> {
    let mut names = Vec::new();
    let mut depth = 0_usize;
    for (index, token) in arguments.iter().enumerate() {
        match token {
            Token::Sign('(' | '[' | '{') => depth += 1,
            Token::Sign(')' | ']' | '}') => depth = depth.saturating_sub(1),
            Token::Word(name) if depth == 0 => {
                let starts = index == 0 || arguments[index - 1] == Token::Sign(',');
                let equals = arguments.get(index + 1) == Some(&Token::Sign('='));
                if starts && equals {
                    names.push(name);
                }
            }
            _ => {}
        }
    }
    names
}

/// The literal that is given to an argument.
pub(super) fn literal<'a>(arguments: &'a [Token], wanted: &str) -> Option<&'a Spanned<String>> {
    let name = names(arguments)
        .into_iter()
        .find(|name| name.value == wanted)?;
    let at = arguments
        .iter()
        .position(|token| matches!(token, Token::Word(word) if word.span == name.span))?;
    match &arguments[at..] {
        [_, _, Token::Text(text)] | [_, _, Token::Text(text), Token::Sign(','), ..] => Some(text),
        _ => None,
    }
}
