//! Problems that any map of keys can have: front matter, site.yaml, comments.
//!
//! Owns one constructor for each, and the codes they carry in each area. Must never
//! know which keys there are.

use super::values::Form;
use super::{Code, Diagnostic, Span};
use crate::message;
use crate::message::{Arg, Message};
use crate::path::SourcePath;

/// The codes of one area.
#[derive(Debug, Clone, Copy)]
pub struct KeyCodes {
    /// What codes begin with; messages choose by it what the keys belong to.
    pub area: &'static str,
    /// A misspelt key.
    pub unknown_key: Code,
    /// A key that means nothing here.
    pub ignored_key: Code,
    /// A key in capital letters.
    pub key_case: Code,
    /// A misspelt key that decides what is published.
    pub unclear_secrecy: Code,
    /// A required key that is not there, or empty. Its stand-in must not be published.
    pub missing_key: Code,
    /// A list where text is wanted, and so on.
    pub wrong_type: Code,
    /// Two names of one key: nobody knows which of them, `draft` say, is meant.
    pub conflict: Code,
    /// A value that is not one of those allowed, or not of the form.
    pub bad_value: Code,
    /// Not a date: dates decide what is published.
    pub bad_date: Code,
    /// Control characters, text lost to a comment, quotation marks that stay.
    pub suspicious_text: Code,
    /// Values between commas where a list is wanted.
    pub comma_list: Code,
    /// An address that is none, or not one that can be used here.
    pub bad_address: Code,
    /// An address that could run script in a reader's browser.
    pub unsafe_address: Code,
}

macro_rules! key_codes {
    ($name:ident, $list:ident, $area:literal) => {
        #[doc = concat!("Codes that begin with `", $area, "/`.")]
        pub const $name: KeyCodes = KeyCodes {
            area: $area,
            unknown_key: Code::error(concat!($area, "/unknown-key")),
            ignored_key: Code::warning(concat!($area, "/ignored-key")),
            key_case: Code::warning(concat!($area, "/key-case")),
            unclear_secrecy: Code::guard(concat!($area, "/unclear-secrecy")),
            missing_key: Code::guard(concat!($area, "/missing-key")),
            wrong_type: Code::error(concat!($area, "/wrong-type")),
            conflict: Code::guard(concat!($area, "/conflicting-keys")),
            bad_value: Code::error(concat!($area, "/bad-value")),
            bad_date: Code::guard(concat!($area, "/bad-date")),
            suspicious_text: Code::warning(concat!($area, "/suspicious-text")),
            comma_list: Code::warning(concat!($area, "/comma-list")),
            bad_address: Code::error(concat!($area, "/bad-address")),
            unsafe_address: Code::guard(concat!($area, "/unsafe-address")),
        };
        #[doc = concat!("All codes of [`", stringify!($name), "`].")]
        pub const $list: &[Code] = &[
            $name.unknown_key,
            $name.ignored_key,
            $name.key_case,
            $name.unclear_secrecy,
            $name.missing_key,
            $name.wrong_type,
            $name.conflict,
            $name.bad_value,
            $name.bad_date,
            $name.suspicious_text,
            $name.comma_list,
            $name.bad_address,
            $name.unsafe_address,
        ];
    };
}

key_codes!(FRONT_MATTER, FRONT_MATTER_CODES, "front-matter");
key_codes!(CONFIG, CONFIG_CODES, "config");
key_codes!(COMMENTS, COMMENTS_CODES, "comments");

/// A line of front matter whose value is words, in the language of the message: it
/// stands for the argument `line`.
pub fn line_of_words(key: &str, words: Message) -> Message {
    message!("line-of-words", key, words)
}

/// The line that shows a picture; it stands for the argument `line`.
pub fn line_of_image(path: &str) -> Message {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | '_');
    let path = match path.chars().all(plain) {
        true => path.to_owned(),
        // JSON's form of a text is one of YAML's.
        false => serde_json::Value::from(path).to_string(),
    };
    message!("line-of-image", path)
}

/// A key that is nearly a known one, or its name in another language.
pub fn unknown_key(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    key: &str,
    meant: &str,
    secret: bool,
) -> Diagnostic {
    let code = if secret {
        codes.unclear_secrecy
    } else {
        codes.unknown_key
    };
    unknown(codes, key, meant, code)
        .at(file, span)
        .help(message!("help-write", line = line_of(meant)))
}

fn unknown(codes: &KeyCodes, key: &str, meant: &str, code: Code) -> Diagnostic {
    let area = codes.area;
    Diagnostic::new(code, message!("keys-unknown", area, key, meant))
        .note(message!("keys-unknown-note"))
}

/// A key that nothing reads.
pub fn ignored_key(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    key: &str,
    advice: Option<Message>,
) -> Diagnostic {
    let area = codes.area;
    Diagnostic::new(codes.ignored_key, message!("keys-ignored", area, key))
        .at(file, span)
        .note(message!("keys-ignored-note"))
        .help(advice.unwrap_or_else(|| message!("keys-ignored-help")))
}

/// A key whose letters are right but for their case; it is read.
pub fn capitals(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    key: &str,
    meant: &str,
) -> Diagnostic {
    Diagnostic::new(codes.key_case, message!("keys-capitals", key, meant))
        .at(file, span)
        .help(message!("keys-capitals-help", line = line_of(meant)))
}

/// A picture under another system's name for it.
pub fn picture(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    key: &str,
    path: &str,
) -> Diagnostic {
    unknown(codes, key, "image", codes.unknown_key)
        .at(file, span)
        .help(message!("help-write", line = line_of_image(path)))
}

/// A picture under a name that nobody knows.
pub fn perhaps_picture(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    key: &str,
    path: &str,
) -> Diagnostic {
    let advice = message!("keys-perhaps-picture-help", line = line_of_image(path));
    ignored_key(codes, file, span, key, Some(advice)).help(message!("keys-perhaps-picture-help-2"))
}

/// A picture beside the one that is shown.
pub fn second_picture(codes: &KeyCodes, file: &SourcePath, span: Span, key: &str) -> Diagnostic {
    let advice = message!("keys-second-picture-help");
    ignored_key(codes, file, span, key, Some(advice))
}

/// `true` or `false` as other generators write it, where a state is wanted; `off` is the
/// line that says `false`.
pub fn other_switch(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    key: &str,
    off: Option<&str>,
) -> Diagnostic {
    Diagnostic::new(codes.ignored_key, message!("keys-switch", key))
        .at(file, span)
        .help(match off {
            Some(line) => message!("help-write", line),
            None => message!("keys-switch-help"),
        })
}

/// A required key that is absent; `line` is an example.
pub fn missing_key(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    key: &str,
    line: impl Into<Arg>,
) -> Diagnostic {
    let line: Arg = line.into();
    Diagnostic::new(codes.missing_key, message!("keys-missing", key))
        .at(file, span)
        .help(message!("help-add", line))
}

/// A required key without a value; `line` is an example.
pub fn empty_value(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    key: &str,
    line: impl Into<Arg>,
) -> Diagnostic {
    let line: Arg = line.into();
    Diagnostic::new(codes.missing_key, message!("keys-empty", key))
        .at(file, span)
        .help(message!("help-write", line))
}

/// A value that is none, because YAML takes it for a comment.
pub fn commented_value(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    key: &str,
    corrected: &str,
) -> Diagnostic {
    Diagnostic::new(codes.missing_key, message!("keys-commented", key))
        .at(file, span)
        .help(message!("help-write", line = corrected))
}

/// A hyphen without an item.
pub fn empty_item(codes: &KeyCodes, file: &SourcePath, span: Span, key: &str) -> Diagnostic {
    Diagnostic::new(codes.missing_key, message!("keys-empty-item", key))
        .at(file, span)
        .help(message!("keys-empty-item-help"))
}

/// A value of another kind than the key wants; `line` is an example.
pub fn wrong_type(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    key: &str,
    (found, wanted): (Form, Form),
    line: impl Into<Arg>,
) -> Diagnostic {
    let (found, wanted, line) = (found.words(), wanted.words(), line.into());
    let message = message!("keys-wrong-type", key, wanted, found);
    wrong_form(codes, message, line).at(file, span)
}

/// A menu of which an item has not the form that it needs; `line` is what was meant.
pub fn menu(codes: &KeyCodes, file: &SourcePath, span: Span, line: &str) -> Diagnostic {
    wrong_form(codes, message!("keys-menu"), line.into()).at(file, span)
}

/// The same of all that stands in a place which has lines of keys.
pub fn no_keys(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    found: Form,
    line: impl Into<Arg>,
) -> Diagnostic {
    let (area, found, line) = (codes.area, found.words(), line.into());
    wrong_form(codes, message!("keys-none", area, found), line).at(file, span)
}

/// Archived comments that are no list.
pub fn no_comments(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    found: Form,
    line: &str,
) -> Diagnostic {
    let message = message!("keys-no-comments", found = found.words());
    wrong_form(codes, message, line.into()).at(file, span)
}

fn wrong_form(codes: &KeyCodes, message: Message, line: Arg) -> Diagnostic {
    Diagnostic::new(codes.wrong_type, message).help(message!("help-write", line))
}

/// Two names of one key.
pub fn conflict(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    key: &str,
    first: Span,
    other: &str,
    preferred: &str,
) -> Diagnostic {
    Diagnostic::new(codes.conflict, message!("keys-conflict", key, other))
        .at(file, span)
        .label(file, Some(first), message!("keys-conflict-label", other))
        .help(message!("keys-conflict-help", line = line_of(preferred)))
}

/// The beginning of a key's line.
fn line_of(key: &str) -> String {
    format!("{key}:")
}
