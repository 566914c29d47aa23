//! Problems of YAML itself, in front matter, site.yaml and comments.
//!
//! Owns one constructor for each cause that we recognise by the text of a line; the
//! parser's own words are never passed on. Must never know what keys mean.

use super::{Code, Diagnostic, Span, code_point};
use crate::message;
use crate::message::Message;
use crate::path::SourcePath;

/// What can't be read: nothing is known of its meaning, so a site can't lower it.
pub const SYNTAX: Code = Code::guard("yaml/syntax");
/// A key given twice: nobody knows which of them, `draft` say, is meant.
pub const DUPLICATE_KEY: Code = Code::guard("yaml/duplicate-key");
/// More than any front matter needs.
pub const TOO_LARGE: Code = Code::guard("yaml/too-large");
/// Anchors, aliases and tags.
pub const UNSUPPORTED: Code = Code::guard("yaml/unsupported");
/// The marks of an unfinished merge.
pub const MERGE_MARKER: Code = Code::guard("yaml/merge-marker");

/// All codes of this area.
pub const CODES: &[Code] = &[SYNTAX, DUPLICATE_KEY, TOO_LARGE, UNSUPPORTED, MERGE_MARKER];

/// Why a line can't be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// `title: Rapport: en bok`.
    Colon,
    /// `title: "Hej" sa hon`.
    AfterQuote,
    /// `title: @skr`, `title: [Utkast] …`.
    FirstLetter(char),
    /// `tags: [#metoo, unga]`.
    HashInList,
    /// `title:Hej`.
    NoSpace,
    /// `title:\u{a0}Hej`.
    OddSpace(char),
    /// A tab before the key.
    Tab,
    /// `title: “Rapport: en bok”`.
    CurlyQuotes,
    /// `title: "Hej`.
    UnclosedQuote(char),
    /// `tags: [a, b`.
    UnclosedBracket(char),
    /// `tags: [a,, b]`.
    EmptyItem,
    /// `tags: - a`.
    ListOnLine,
    /// `-b` where `- b` is meant.
    NoSpaceAfterHyphen,
    /// `"C:\temp"`.
    Escape,
    /// A line that is neither `key: value` nor a continuation.
    NoKey,
    /// Keys of one map that don't begin in the same column.
    Indentation,
    /// NUL and the like.
    ControlCharacter(char),
    /// None of these.
    Unknown,
}

/// A longer line helps nobody when it is written out again, in bytes.
const LONGEST_LINE: usize = 400;

/// A line that can't be read, and the line as it should be.
pub fn syntax(file: &SourcePath, span: Span, cause: Cause, corrected: Option<&str>) -> Diagnostic {
    let diagnostic = Diagnostic::new(SYNTAX, message(cause)).at(file, span);
    match corrected.filter(|line| line.len() <= LONGEST_LINE) {
        Some(line) if cause == Cause::ListOnLine && !line.contains(", ") => diagnostic
            .help(message!("yaml-list-on-line-help", line))
            .help(message!("yaml-list-on-line-help-2")),
        Some(line) if cause == Cause::Indentation => diagnostic
            .help(message!("help-write", line))
            .help(message!("yaml-indentation-help")),
        Some(line) => diagnostic.help(message!("help-write", line)),
        None => diagnostic.help(general_help(cause, corrected.is_some())),
    }
}

/// What to do where no line is written out; `is_known`: there is one, but a long one.
fn general_help(cause: Cause, is_known: bool) -> Message {
    match cause {
        Cause::NoKey => message!("yaml-no-key-help"),
        Cause::Indentation => message!("yaml-indentation-help"),
        Cause::ControlCharacter(_) => message!("yaml-control-character-help"),
        Cause::UnclosedBracket(_) if !is_known => message!("yaml-unclosed-bracket-help"),
        Cause::Unknown if !is_known => message!("yaml-unknown-help"),
        _ => message!("yaml-quote-help"),
    }
}

/// One sentence a cause.
fn message(cause: Cause) -> Message {
    match cause {
        Cause::Colon => message!("yaml-colon"),
        Cause::AfterQuote => message!("yaml-after-quote"),
        Cause::FirstLetter(letter) => message!("yaml-first-letter", letter),
        Cause::HashInList => message!("yaml-hash-in-list"),
        Cause::NoSpace => message!("yaml-no-space"),
        Cause::OddSpace('\u{a0}') => message!("yaml-no-break-space"),
        Cause::OddSpace('\t') => message!("yaml-tab-after-colon"),
        Cause::OddSpace(other) => message!("yaml-odd-space", code = code_point(other)),
        Cause::Tab => message!("yaml-tab"),
        Cause::CurlyQuotes => message!("yaml-curly-quotes"),
        Cause::UnclosedQuote(mark) => message!("yaml-unclosed-quote", mark),
        Cause::UnclosedBracket(mark) => message!("yaml-unclosed-bracket", mark),
        Cause::Escape => message!("yaml-escape"),
        Cause::EmptyItem => message!("yaml-empty-item"),
        Cause::ListOnLine => message!("yaml-list-on-line"),
        Cause::NoSpaceAfterHyphen => message!("yaml-no-space-after-hyphen"),
        Cause::NoKey => message!("yaml-no-key"),
        Cause::Indentation => message!("yaml-indentation"),
        Cause::ControlCharacter(letter) => {
            message!("yaml-control-character", code = code_point(letter))
        }
        Cause::Unknown => message!("yaml-unknown"),
    }
}

/// A key given twice: both places.
pub fn duplicate_key(file: &SourcePath, span: Span, key: &str, first: Span) -> Diagnostic {
    Diagnostic::new(DUPLICATE_KEY, message!("yaml-duplicate-key", key))
        .at(file, span)
        .note(message!("yaml-duplicate-key-note"))
        .label(file, Some(first), message!("yaml-duplicate-key-label"))
        .help(message!("yaml-duplicate-key-help"))
}

/// `<<<<<<<`, `=======`, `>>>>>>>`.
pub fn merge_marker(file: &SourcePath, span: Span) -> Diagnostic {
    Diagnostic::new(MERGE_MARKER, message!("yaml-merge-marker"))
        .at(file, span)
        .help(message!("yaml-merge-marker-help"))
}

/// Of what there may not be more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// So many bytes of settings.
    Bytes(usize),
    /// Lists and maps within each other.
    Depth,
    /// Keys and values.
    Values,
    /// Keys in one map.
    Keys,
}

/// Larger than a limit.
pub fn too_large(file: &SourcePath, span: Span, limit: Limit) -> Diagnostic {
    let message = match limit {
        Limit::Bytes(bytes) => message!("yaml-too-many-bytes", kilobytes = bytes / 1024),
        Limit::Depth => message!("yaml-too-deep"),
        Limit::Values => message!("yaml-too-many-values"),
        Limit::Keys => message!("yaml-too-many-keys"),
    };
    Diagnostic::new(TOO_LARGE, message)
        .at(file, span)
        .help(message!("yaml-too-large-help"))
}

/// `&name`, `*name`, `!tag` at the beginning of a value.
pub fn unsupported(
    file: &SourcePath,
    span: Span,
    letter: char,
    corrected: Option<&str>,
) -> Diagnostic {
    let message = match letter {
        '&' => message!("yaml-anchor"),
        '*' => message!("yaml-alias"),
        _ => message!("yaml-tag"),
    };
    Diagnostic::new(UNSUPPORTED, message).at(file, span).help(
        match corrected.filter(|line| line.len() <= LONGEST_LINE) {
            Some(line) => message!("yaml-unsupported-help", line),
            None => message!("yaml-unsupported-help-quote"),
        },
    )
}
