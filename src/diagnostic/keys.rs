//! Problems that any map of keys can have: front matter, site.yaml, comments.
//!
//! Owns one constructor for each, and the codes they carry in each area. Must never
//! know which keys there are.

use super::{Code, Diagnostic, Span};
use crate::path::SourcePath;

/// The codes of one area.
#[derive(Debug, Clone, Copy)]
pub struct KeyCodes {
    /// What the file is called in messages.
    pub what: &'static str,
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
    ($name:ident, $list:ident, $area:literal, $what:literal) => {
        #[doc = concat!("Codes that begin with `", $area, "/`.")]
        pub const $name: KeyCodes = KeyCodes {
            what: $what,
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

key_codes!(
    FRONT_MATTER,
    FRONT_MATTER_CODES,
    "front-matter",
    "front matter"
);
key_codes!(CONFIG, CONFIG_CODES, "config", "site.yaml");
key_codes!(COMMENTS, COMMENTS_CODES, "comments", "comments");

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
    Diagnostic::new(
        code,
        format!(
            "`{key}` is not a key of {}; did you mean `{meant}`?",
            codes.what
        ),
    )
    .at(file, span)
    .note("unknown key")
    .help(format!("write `{}`", meant_line(meant)))
}

/// A key that nothing reads.
pub fn ignored_key(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    key: &str,
    advice: Option<&str>,
) -> Diagnostic {
    let diagnostic = Diagnostic::new(
        codes.ignored_key,
        format!("`{key}` is not a key of {}, so it is ignored", codes.what),
    )
    .at(file, span)
    .note("ignored");
    match advice {
        Some(advice) => diagnostic.help(advice),
        None => diagnostic
            .help("remove it, or move it under `extra:` where themes can use it".to_owned()),
    }
}

/// A key whose letters are right but for their case; it is read.
pub fn capitals(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    key: &str,
    meant: &str,
) -> Diagnostic {
    Diagnostic::new(codes.key_case, format!("`{key}` is read as `{meant}`"))
        .at(file, span)
        .help(format!("write `{meant}:`; keys are in lower case"))
}

/// A picture under another system's name for it.
pub fn picture(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    key: &str,
    path: &str,
) -> Diagnostic {
    Diagnostic::new(
        codes.unknown_key,
        format!(
            "`{key}` is not a key of {}; did you mean `image`?",
            codes.what
        ),
    )
    .at(file, span)
    .note("unknown key")
    .help(format!("write `{}`", image_line(path)))
}

/// A picture under a name that nobody knows.
pub fn perhaps_picture(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    key: &str,
    path: &str,
) -> Diagnostic {
    let line = image_line(path);
    ignored_key(
        codes,
        file,
        span,
        key,
        Some(&format!(
            "if readers should see the picture, write `{line}`"
        )),
    )
    .help("else remove it, or move it under `extra:` where themes can use it")
}

/// A picture beside the one that is shown.
pub fn second_picture(codes: &KeyCodes, file: &SourcePath, span: Span, key: &str) -> Diagnostic {
    let advice = "remove it, or move it under `extra:` where themes can use it; `image:` is shown";
    ignored_key(codes, file, span, key, Some(advice))
}

/// The line that shows a picture.
fn image_line(path: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | '_');
    let path = match path.chars().all(plain) {
        true => path.to_owned(),
        // JSON's form of a text is one of YAML's.
        false => serde_json::Value::from(path).to_string(),
    };
    format!("image: {{src: {path}, alt: \"what it shows\"}}")
}

/// `true` or `false` as other generators write it, where a word is wanted.
pub fn other_switch(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    key: &str,
    advice: &str,
) -> Diagnostic {
    Diagnostic::new(
        codes.ignored_key,
        format!("`{key}` is neither on nor off here, but has a state"),
    )
    .at(file, span)
    .help(advice)
}

/// A required key that is absent. `example` is a whole line.
pub fn missing_key(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    key: &str,
    example: &str,
) -> Diagnostic {
    Diagnostic::new(codes.missing_key, format!("`{key}` is missing"))
        .at(file, span)
        .help(format!("add `{example}`"))
}

/// A required key without a value.
pub fn empty_value(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    key: &str,
    example: &str,
) -> Diagnostic {
    Diagnostic::new(codes.missing_key, format!("`{key}` has no value"))
        .at(file, span)
        .help(format!("write `{example}`"))
}

/// A value that is none, because YAML takes it for a comment.
pub fn commented_value(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    key: &str,
    corrected: &str,
) -> Diagnostic {
    let message = format!("`{key}` has no value here, because `#` begins a comment");
    Diagnostic::new(codes.missing_key, message)
        .at(file, span)
        .help(format!("write `{corrected}`"))
}

/// A hyphen without an item.
pub fn empty_item(codes: &KeyCodes, file: &SourcePath, span: Span, key: &str) -> Diagnostic {
    Diagnostic::new(codes.missing_key, format!("an item of `{key}` is empty"))
        .at(file, span)
        .help("write a word there, or remove it")
}

/// A value of another kind than the key wants.
pub fn wrong_type(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    key: &str,
    found: &str,
    wanted: &str,
    example: &str,
) -> Diagnostic {
    Diagnostic::new(
        codes.wrong_type,
        format!("`{key}` should be {wanted}, but this is {found}"),
    )
    .at(file, span)
    .help(format!("write `{example}`"))
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
    Diagnostic::new(
        codes.conflict,
        format!("`{key}` and `{other}` mean the same, and both are given"),
    )
    .at(file, span)
    .label(file, Some(first), format!("`{other}` is here"))
    .help(format!(
        "keep one of them, preferably `{}`",
        meant_line(preferred)
    ))
}

/// `key:`, as in a file.
fn meant_line(key: &str) -> String {
    if key.contains(':') || key.contains('`') {
        key.to_owned()
    } else {
        format!("{key}:")
    }
}
