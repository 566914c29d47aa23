//! Problems of YAML itself, in front matter, site.yaml and comments.
//!
//! Owns one constructor for each cause that we recognise by the text of a line; the
//! parser's own words are never passed on. Must never know what keys mean.

use super::{Code, Diagnostic, Span};
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
    let help = match cause {
        Cause::NoKey => "write `key: value`, or indent the line if it continues the one before",
        Cause::Indentation => "let keys that belong together begin in the same column",
        Cause::ControlCharacter(_) => "delete the character",
        Cause::UnclosedBracket(_) if corrected.is_none() => "close it on the same line",
        Cause::Unknown if corrected.is_none() => {
            "write each line as `key: value`, and put a value with special characters in quotation marks"
        }
        _ => "",
    };
    match corrected.filter(|line| line.len() <= LONGEST_LINE) {
        Some(line) if cause == Cause::ListOnLine && !line.contains(", ") => diagnostic
            .help(format!("write `{line}` if it is a list"))
            .help("if it is a text, put it between quotation marks"),
        Some(line) => diagnostic.help(format!("write `{line}`")),
        None if help.is_empty() => diagnostic.help("put the whole value in quotation marks"),
        None => diagnostic.help(help),
    }
}

/// One sentence a cause.
fn message(cause: Cause) -> String {
    match cause {
        Cause::Colon => {
            "a value with a colon and a space in it needs quotation marks around it".into()
        }
        Cause::AfterQuote => "text follows the closing quotation mark".into(),
        Cause::FirstLetter(letter) => {
            format!("a value that begins with `{letter}` needs quotation marks around it")
        }
        Cause::HashInList => {
            "`#` begins a comment here, so the rest of the list is not read".into()
        }
        Cause::NoSpace => "there is no space after the colon".into(),
        Cause::OddSpace(letter) => format!(
            "the space after the colon is not an ordinary one, but {}",
            match letter {
                '\u{a0}' => "a no-break space (U+00A0)".to_owned(),
                '\t' => "a tab".to_owned(),
                other => format!("U+{:04X}", u32::from(other)),
            }
        ),
        Cause::Tab => "the line begins with a tab; only spaces can indent here".into(),
        Cause::CurlyQuotes => {
            "curly quotation marks do not delimit a value; only straight ones do".into()
        }
        Cause::UnclosedQuote(mark) => format!("the quotation mark `{mark}` is never closed"),
        Cause::UnclosedBracket(mark) => format!("the bracket `{mark}` is never closed"),
        Cause::Escape => {
            "a backslash between double quotation marks begins a special character, and this is none"
                .into()
        }
        Cause::EmptyItem => "there is nothing between two commas".into(),
        Cause::ListOnLine => {
            "a list with hyphens can't begin on the line of its key".into()
        }
        Cause::NoSpaceAfterHyphen => "there is no space after the hyphen".into(),
        Cause::NoKey => "this line is neither `key: value` nor part of the value above".into(),
        Cause::Indentation => {
            "this line is indented differently from those that it belongs to".into()
        }
        Cause::ControlCharacter(letter) => format!(
            "the invisible control character U+{:04X} can't stand here",
            u32::from(letter)
        ),
        Cause::Unknown => "this can't be read".into(),
    }
}

/// A key given twice: both places.
pub fn duplicate_key(file: &SourcePath, span: Span, key: &str, first: Span) -> Diagnostic {
    Diagnostic::new(DUPLICATE_KEY, format!("`{key}` is given twice"))
        .at(file, span)
        .note("again here")
        .label(file, Some(first), "first here")
        .help("keep one of them")
}

/// `<<<<<<<`, `=======`, `>>>>>>>`.
pub fn merge_marker(file: &SourcePath, span: Span) -> Diagnostic {
    Diagnostic::new(MERGE_MARKER, "a merge was left unfinished here")
        .at(file, span)
        .help("choose one of the two versions, and delete the lines `<<<<<<<`, `=======` and `>>>>>>>`")
}

/// Larger than a limit; `what` names the limit.
pub fn too_large(file: &SourcePath, span: Span, what: &str) -> Diagnostic {
    Diagnostic::new(
        TOO_LARGE,
        format!("this has {what}, more than nitton reads"),
    )
    .at(file, span)
    .help("move the text below the second `---`, or split the file")
}

/// `&name`, `*name`, `!tag` at the beginning of a value.
pub fn unsupported(
    file: &SourcePath,
    span: Span,
    letter: char,
    corrected: Option<&str>,
) -> Diagnostic {
    let what = match letter {
        '&' => "names a value for use elsewhere (an anchor)",
        '*' => "uses a value from elsewhere (an alias)",
        _ => "sets a type (a tag)",
    };
    Diagnostic::new(
        UNSUPPORTED,
        format!("`{letter}` at the beginning of a value {what}, which nitton does not read"),
    )
    .at(file, span)
    .help(match corrected.filter(|line| line.len() <= LONGEST_LINE) {
        Some(line) => format!("write `{line}` if it belongs to the text"),
        None => "put the value in quotation marks if it belongs to the text".to_owned(),
    })
}
