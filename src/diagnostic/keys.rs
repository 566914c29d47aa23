//! Problems that any map of keys can have: front matter, site.yaml, comments.
//!
//! Owns one constructor for each, and the codes they carry in each area. Must never
//! know which keys there are.

use super::suggest::{did_you_mean, nearest};
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
    /// A misspelt key that decides what is published.
    pub unclear_secrecy: Code,
    /// A required key that is not there, or empty.
    pub missing_key: Code,
    /// A list where text is wanted, and so on.
    pub wrong_type: Code,
    /// Two names of one key.
    pub conflict: Code,
    /// A value that is not one of those allowed, or not of the form.
    pub bad_value: Code,
    /// Not a date.
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
            unclear_secrecy: Code::guard(concat!($area, "/unclear-secrecy")),
            missing_key: Code::error(concat!($area, "/missing-key")),
            wrong_type: Code::error(concat!($area, "/wrong-type")),
            conflict: Code::error(concat!($area, "/conflicting-keys")),
            bad_value: Code::error(concat!($area, "/bad-value")),
            bad_date: Code::error(concat!($area, "/bad-date")),
            suspicious_text: Code::warning(concat!($area, "/suspicious-text")),
            comma_list: Code::warning(concat!($area, "/comma-list")),
            bad_address: Code::error(concat!($area, "/bad-address")),
            unsafe_address: Code::guard(concat!($area, "/unsafe-address")),
        };
        #[doc = concat!("All codes of [`", stringify!($name), "`].")]
        pub const $list: &[Code] = &[
            $name.unknown_key,
            $name.ignored_key,
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

/// One of several words is wanted.
pub fn bad_choice(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    key: &str,
    written: &str,
    allowed: &[&str],
) -> Diagnostic {
    let near = nearest(written, allowed.iter().copied());
    let words: Vec<_> = allowed.iter().map(|word| format!("`{word}`")).collect();
    let diagnostic = Diagnostic::new(
        codes.bad_value,
        format!(
            "`{written}` is not a value of `{key}`{}",
            did_you_mean(near)
        ),
    )
    .at(file, span);
    diagnostic.help(format!("write one of {}", words.join(", ")))
}

/// `yes`, `ja`, `"true"`: neither true nor false.
pub fn bad_bool(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    key: &str,
    written: &str,
    meant: Option<bool>,
    secret: bool,
) -> Diagnostic {
    let code = if secret {
        codes.unclear_secrecy
    } else {
        codes.wrong_type
    };
    let message = if written.is_empty() {
        format!("`{key}` has no value: it is neither `true` nor `false`")
    } else {
        format!("`{written}` is neither `true` nor `false`")
    };
    let help = match meant {
        Some(value) => format!("write `{key}: {value}`"),
        None => format!("write `{key}: true` or `{key}: false`"),
    };
    Diagnostic::new(code, message).at(file, span).help(help)
}

/// A value of the right kind that can't be used; `why` completes "`x` …".
pub fn bad_value(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    written: &str,
    why: &str,
) -> Diagnostic {
    Diagnostic::new(codes.bad_value, format!("`{}` {why}", shown(written))).at(file, span)
}

/// Not the tag of a language; `meant` is one.
pub fn bad_language(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    key: &str,
    written: &str,
    meant: Option<&str>,
) -> Diagnostic {
    bad_value(codes, file, span, written, "is not the tag of a language").help(match meant {
        Some(tag) => format!("write `{key}: {tag}`"),
        None => format!("write a BCP 47 tag, for example `{key}: sv` or `{key}: en`"),
    })
}

/// An address that is none, or not one that may be used here.
pub fn bad_address(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    written: &str,
    why: &str,
    unsafe_scheme: bool,
) -> Diagnostic {
    let code = if unsafe_scheme {
        codes.unsafe_address
    } else {
        codes.bad_address
    };
    Diagnostic::new(code, format!("`{}` {why}", shown(written))).at(file, span)
}

/// Not a date; `why` is a whole sentence about it, `lines` are ways out.
pub fn bad_date(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    message: String,
    lines: Vec<String>,
) -> Diagnostic {
    lines.into_iter().fold(
        Diagnostic::new(codes.bad_date, message).at(file, span),
        Diagnostic::help,
    )
}

/// Characters that have no place in a text.
pub fn control_characters(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    key: &str,
    found: char,
) -> Diagnostic {
    Diagnostic::new(
        codes.suspicious_text,
        format!(
            "`{key}` contains the invisible control character U+{:04X}, which is left out",
            u32::from(found)
        ),
    )
    .at(file, span)
    .help("delete it; it often comes along when text is pasted from another program")
}

/// ` #metoo` at the end of a text: YAML takes it for a comment.
pub fn lost_to_comment(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    lost: &str,
    corrected: &str,
) -> Diagnostic {
    Diagnostic::new(
        codes.suspicious_text,
        format!("`{lost}` is not read, because ` #` begins a comment"),
    )
    .at(file, span)
    .help(format!("write `{corrected}`"))
}

/// “…” around a whole value: the marks become part of it.
pub fn curly_quotes(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    corrected: &str,
) -> Diagnostic {
    Diagnostic::new(
        codes.suspicious_text,
        "these curly quotation marks become part of the text",
    )
    .at(file, span)
    .help(format!(
        "write `{corrected}` if they were meant to delimit it"
    ))
}

/// Values between commas where a list is wanted.
pub fn comma_list(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    key: &str,
    corrected: &str,
) -> Diagnostic {
    Diagnostic::new(
        codes.comma_list,
        format!("`{key}` is a text with commas; it is read as a list"),
    )
    .at(file, span)
    .help(format!("write `{corrected}`"))
}

/// Shortens what a message quotes.
fn shown(written: &str) -> String {
    if written.chars().count() <= 80 {
        return written.to_owned();
    }
    let mut short: String = written.chars().take(79).collect();
    short.push('…');
    short
}

/// `key:`, as in a file.
fn meant_line(key: &str) -> String {
    if key.contains(':') || key.contains('`') {
        key.to_owned()
    } else {
        format!("{key}:")
    }
}
