//! What can be wrong with a theme's strings.

use super::{Code, Diagnostic, Span};
use crate::message;
use crate::message::{Arg, Message};
use crate::path::SourcePath;

/// The file is not YAML, or not a list of keys.
pub const SYNTAX: Code = Code::error("locale/syntax");
/// A key that is nearly a known one.
pub const UNKNOWN_KEY: Code = Code::warning("locale/unknown-key");
/// A value of the wrong kind.
pub const BAD_VALUE: Code = Code::error("locale/bad-value");
/// A placeholder that nothing fills in.
pub const PLACEHOLDER: Code = Code::error("locale/unknown-placeholder");
/// A language lacks texts.
pub const MISSING: Code = Code::warning("locale/missing-text");
/// A language has no texts.
pub const NO_STRINGS: Code = Code::warning("locale/no-strings");

/// Every code of this area.
pub const CODES: &[Code] = &[
    SYNTAX,
    UNKNOWN_KEY,
    BAD_VALUE,
    PLACEHOLDER,
    MISSING,
    NO_STRINGS,
];

/// Why a file of a theme can't be read as YAML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// A key that is given twice.
    Twice(String),
    /// Its top level is no mapping.
    NoMap,
    /// Anything else.
    Syntax,
}

impl Unreadable {
    /// The reason in words that follow a colon.
    pub(super) fn reason(&self) -> Message {
        match self {
            Self::Twice(key) => message!("locale-twice", key),
            Self::NoMap => message!("locale-no-map"),
            Self::Syntax => message!("locale-not-yaml"),
        }
    }
}

/// The file could not be read as YAML.
pub fn syntax(file: &SourcePath, span: Span, problem: &Unreadable) -> Diagnostic {
    let message = message!("locale-syntax", reason = problem.reason());
    Diagnostic::new(SYNTAX, message)
        .at(file, span)
        .help(message!("locale-syntax-help"))
}

/// A key that nothing asks for, and that looks like one that something does.
pub fn unknown_key(file: &SourcePath, span: Span, key: &str, nearest: &str) -> Diagnostic {
    Diagnostic::new(UNKNOWN_KEY, message!("locale-unknown-key", key))
        .at(file, span)
        .help(message!(
            "help-did-you-mean",
            names = Arg::any_of([nearest])
        ))
}

/// Why a pattern for dates can't be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadPattern {
    /// `%c`.
    English(String),
    /// `%Q`.
    Unknown(String),
}

impl BadPattern {
    /// In words.
    pub fn message(&self) -> Message {
        match self {
            Self::English(part) => message!("locale-pattern-english", part),
            Self::Unknown(part) => message!("locale-pattern-unknown", part),
        }
    }
}

/// Why a value does not suit its key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadValue {
    /// `words: x`.
    NotKeys,
    /// A list or a map instead of a text.
    NotText,
    /// Neither `ltr` nor `rtl`.
    Direction(String),
    /// Not a number from 1 to 20.
    Number(String),
    /// Not a pattern for dates.
    Pattern(BadPattern),
    /// Not a word for a URL, and the word as it can stand there, if there is one.
    Word(String, Option<String>),
    /// Not a list, of so many names.
    NotList(usize),
    /// A list of so many names in which there is something else.
    NotOnlyTexts(usize),
    /// So many names, and how many they must be.
    Names(usize, usize),
    /// A form without a text.
    FormWithoutText(String),
    /// A form that no language has.
    UnknownForm(String),
    /// No form for all other numbers.
    NoOther,
    /// A brace that fills in nothing, and the name in it, if there is one.
    Brace(String, Option<String>),
    /// Nothing.
    Empty,
}

/// A value that does not suit its key.
pub fn bad_value(file: &SourcePath, span: Span, key: &str, value: &BadValue) -> Diagnostic {
    let forms = || message!("locale-forms-help");
    let names = |count: usize| message!("locale-names-help", count);
    let (message, help) = match value {
        BadValue::NotKeys => (
            message!("locale-not-keys", key),
            message!("locale-not-keys-help", key),
        ),
        BadValue::NotText => (
            message!("locale-not-text", key),
            message!("locale-not-text-help"),
        ),
        BadValue::Direction(written) => (
            message!("locale-wrong-value", key, written),
            message!("locale-direction-help"),
        ),
        BadValue::Number(written) => (
            message!("locale-wrong-value", key, written),
            message!("locale-number-help"),
        ),
        BadValue::Pattern(problem) => (
            message!("locale-pattern", key, reason = problem.message()),
            message!("locale-pattern-help"),
        ),
        BadValue::Word(word, Some(slug)) => (
            message!("locale-word", key, word),
            message!("help-write", line = slug),
        ),
        BadValue::Word(_, None) => (
            message!("locale-word-empty", key),
            message!("locale-word-empty-help"),
        ),
        BadValue::NotList(count) => (message!("locale-not-list", key), names(*count)),
        BadValue::NotOnlyTexts(count) => (message!("locale-not-only-texts", key), names(*count)),
        BadValue::Names(found, count) => {
            (message!("locale-names", key, found = *found), names(*count))
        }
        BadValue::FormWithoutText(form) => {
            (message!("locale-form-without-text", key, form), forms())
        }
        BadValue::UnknownForm(form) => (message!("locale-unknown-form", key, form), forms()),
        BadValue::NoOther => (message!("locale-no-other", key), forms()),
        BadValue::Brace(shown, name) => (message!("locale-brace", key, shown), brace_help(name)),
        BadValue::Empty => (message!("locale-empty", key), message!("locale-empty-help")),
    };
    Diagnostic::new(BAD_VALUE, message)
        .at(file, span)
        .help(help)
}

fn brace_help(name: &Option<String>) -> Message {
    match name {
        Some(name) => message!("locale-brace-help-2", placeholder = braced(name)),
        None => message!("locale-brace-help"),
    }
}

/// A name in braces that the text's key does not know.
pub fn unknown_placeholder(
    file: &SourcePath,
    span: Span,
    key: &str,
    name: &str,
    known: &[&str],
    nearest: Option<&str>,
) -> Diagnostic {
    let message = message!("locale-placeholder", key, placeholder = braced(name));
    let names = Arg::list(known.iter().map(|name| braced(name)));
    let help = match (nearest, known) {
        (Some(nearest), _) => {
            message!("help-did-you-mean", names = Arg::any_of([braced(nearest)]))
        }
        (None, []) => message!("locale-placeholder-help"),
        (None, _) => message!("locale-placeholder-help-2", names),
    };
    Diagnostic::new(PLACEHOLDER, message)
        .at(file, span)
        .help(help)
}

/// As it stands in a text.
fn braced(name: &str) -> String {
    format!("{{{name}}}")
}

/// Texts that the site's language lacks.
pub fn missing(file: &SourcePath, keys: &[&str]) -> Diagnostic {
    let count = keys.len();
    let message = message!("locale-missing", count, keys = Arg::list(keys));
    Diagnostic::new(MISSING, message)
        .in_file(file)
        .help(message!("locale-missing-help", count))
}

/// The site's language has no texts at all.
pub fn no_strings(language: &str, path: &str, known: &[&str]) -> Diagnostic {
    Diagnostic::new(NO_STRINGS, message!("locale-no-strings", language))
        .help(message!("locale-no-strings-help", path))
        .help(message!(
            "locale-no-strings-help-2",
            languages = Arg::all_of(known)
        ))
}
