//! Problems of a key's value: in front matter, site.yaml, comments.
//!
//! Owns one constructor for each; the codes are those of the file's area, in
//! [`super::keys`]. Must never know which keys there are.

use super::keys::KeyCodes;
use super::suggest::nearest;
use super::{Diagnostic, Span, code_point};
use crate::message;
use crate::message::{Arg, Message};
use crate::path::SourcePath;

/// What a value is, or should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Nothing.
    Empty,
    /// `true` or `false`.
    Flag,
    /// A number.
    Number,
    /// A text.
    Text,
    /// The name of somebody or something.
    Name,
    /// A year, or two.
    Years,
    /// A list of anything.
    List,
    /// A map.
    Map,
    /// A map, by the lines that it consists of.
    Lines,
    /// A list of maps.
    Maps,
    /// What could not be read.
    Unreadable,
}

impl Form {
    /// With the article that it needs after “is” and “should be”.
    pub fn words(self) -> Message {
        match self {
            Self::Empty => message!("form-empty"),
            Self::Flag => message!("form-flag"),
            Self::Number => message!("form-number"),
            Self::Text => message!("form-text"),
            Self::Name => message!("form-name"),
            Self::Years => message!("form-years"),
            Self::List => message!("form-list"),
            Self::Map => message!("form-map"),
            Self::Lines => message!("form-lines"),
            Self::Maps => message!("form-maps"),
            Self::Unreadable => message!("form-unreadable"),
        }
    }
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
    let message = match nearest(written, allowed.iter().copied()) {
        Some(near) => message!("values-choice-near", written, key, near),
        None => message!("values-choice", written, key),
    };
    let words = Arg::list(allowed);
    Diagnostic::new(codes.bad_value, message)
        .at(file, span)
        .help(message!("values-choice-help", words))
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
        message!("values-flag-empty", key)
    } else if matches!(written, "true" | "false") {
        message!("values-flag-quoted", written)
    } else {
        message!("values-flag", written = shown(written))
    };
    let line = format!("{key}: {}", meant.unwrap_or(true));
    let help = match meant {
        Some(_) => message!("help-write", line),
        None => message!("help-write-or", line, other_line = format!("{key}: false")),
    };
    Diagnostic::new(code, message).at(file, span).help(help)
}

/// Not a whole number, or not one of those that can be used; `line` is an example.
pub fn bad_count(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    written: &str,
    (least, most): (usize, usize),
    line: &str,
) -> Diagnostic {
    let written = shown(written);
    Diagnostic::new(
        codes.bad_value,
        message!("values-count", written, least, most),
    )
    .at(file, span)
    .help(message!("values-count-help", line))
}

/// Not a year; `line` is an example.
pub fn bad_year(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    written: &str,
    line: &str,
) -> Diagnostic {
    let written = shown(written);
    Diagnostic::new(codes.bad_value, message!("values-year", written))
        .at(file, span)
        .help(message!("help-write", line))
}

/// Two years of which the second is before the first; `line` has them the other way
/// round.
pub fn bad_period(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    written: &str,
    line: &str,
) -> Diagnostic {
    Diagnostic::new(codes.bad_value, message!("values-period", written))
        .at(file, span)
        .help(message!("help-write", line))
}

/// The description of an image that is said to need none.
pub fn described_decoration(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    alt: &str,
) -> Diagnostic {
    let (written, line) = (shown(alt), "decorative: true");
    Diagnostic::new(codes.bad_value, message!("values-decoration", written))
        .at(file, span)
        .help(message!("values-decoration-help", line))
}

/// The word of a taxonomy that another one has; `first` is where.
pub fn taxonomy_twice(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    written: &str,
    first: Span,
) -> Diagnostic {
    let written = shown(written);
    Diagnostic::new(codes.bad_value, message!("values-taxonomy-twice", written))
        .at(file, span)
        .label(file, Some(first), message!("values-taxonomy-twice-label"))
        .help(message!("values-taxonomy-twice-help"))
}

/// The word of a taxonomy that can't stand in an address.
pub fn bad_taxonomy(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    written: &str,
    why: Option<Message>,
) -> Diagnostic {
    let written = shown(written);
    Diagnostic::new(codes.bad_value, message!("values-taxonomy", written))
        .at(file, span)
        .note(why.unwrap_or_else(|| message!("values-taxonomy-note")))
        .help(message!("values-taxonomy-help"))
}

/// The name of a tag, an author or a network that is a whole text.
pub fn long_name(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    key: &str,
    written: &str,
    longest: usize,
) -> Diagnostic {
    let (written, line) = (shown(written), format!("{key}: […, …]"));
    Diagnostic::new(
        codes.bad_value,
        message!("values-long-name", written, longest),
    )
    .at(file, span)
    .help(message!("values-long-name-help", line))
}

/// Not the code of a language; `meant` is one.
pub fn bad_language(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    key: &str,
    written: &str,
    meant: Option<&str>,
) -> Diagnostic {
    let written = shown(written);
    let line = format!("{key}: {}", meant.unwrap_or("sv"));
    Diagnostic::new(codes.bad_value, message!("values-language", written))
        .at(file, span)
        .help(match meant {
            Some(_) => message!("help-write", line),
            None => message!(
                "values-language-help",
                line,
                other_line = format!("{key}: en")
            ),
        })
}

/// Characters that have no place in a text.
pub fn control_characters(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    key: &str,
    found: char,
) -> Diagnostic {
    let code = code_point(found);
    Diagnostic::new(codes.suspicious_text, message!("values-control", key, code))
        .at(file, span)
        .help(message!("values-control-help"))
}

/// ` #metoo` at the end of a text: YAML takes it for a comment.
pub fn lost_to_comment(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    lost: &str,
    line: &str,
) -> Diagnostic {
    Diagnostic::new(codes.suspicious_text, message!("values-lost", lost))
        .at(file, span)
        .help(message!("help-write", line))
}

/// HTML where it has no meaning; `line` is what to write.
pub fn markup(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    piece: &str,
    line: &str,
) -> Diagnostic {
    let piece = shown(piece);
    Diagnostic::new(codes.suspicious_text, message!("values-markup", piece))
        .at(file, span)
        .help(message!("help-write", line))
}

/// UTF-8 that a program took for another encoding; `line` is what to write.
pub fn garbled(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    piece: &str,
    line: &str,
) -> Diagnostic {
    let piece = shown(piece);
    Diagnostic::new(codes.suspicious_text, message!("values-garbled", piece))
        .at(file, span)
        .help(message!("help-write", line))
}

/// “…” around a whole value: the marks become part of it.
pub fn curly_quotes(codes: &KeyCodes, file: &SourcePath, span: Span, line: &str) -> Diagnostic {
    Diagnostic::new(codes.suspicious_text, message!("values-curly"))
        .at(file, span)
        .help(message!("values-curly-help", line))
}

/// “…” around items of a list, which are read without them.
pub fn curly_items(codes: &KeyCodes, file: &SourcePath, span: Span, line: &str) -> Diagnostic {
    Diagnostic::new(codes.suspicious_text, message!("values-curly-items"))
        .at(file, span)
        .help(message!("help-write", line))
}

/// Shortens what a message quotes.
pub(super) fn shown(written: &str) -> String {
    if written.chars().count() <= 80 {
        return written.to_owned();
    }
    let mut short: String = written.chars().take(79).collect();
    short.push('…');
    short
}
