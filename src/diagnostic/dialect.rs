//! What other dialects of Markdown would understand, and readers would see as typed.
//!
//! Owns the words on these marks, a constructor each, under the codes of
//! [`super::foreign`]. Must never know how they are found.

use super::foreign::{FOREIGN_MARK, LIST_MARK, notice_of};
use super::{Diagnostic, Span};
use crate::path::SourcePath;

/// Names of emoji that are written most, and what they stand for.
const EMOJI: [(&str, &str); 26] = [
    ("+1", "👍"),
    ("-1", "👎"),
    ("blush", "😊"),
    ("bulb", "💡"),
    ("calendar", "📅"),
    ("clap", "👏"),
    ("email", "📧"),
    ("exclamation", "❗"),
    ("eyes", "👀"),
    ("grin", "😁"),
    ("grinning", "😀"),
    ("heart", "❤️"),
    ("information_source", "ℹ️"),
    ("joy", "😂"),
    ("mega", "📣"),
    ("pray", "🙏"),
    ("rocket", "🚀"),
    ("smile", "😄"),
    ("smiley", "😃"),
    ("sparkles", "✨"),
    ("star", "⭐"),
    ("tada", "🎉"),
    ("thumbsup", "👍"),
    ("warning", "⚠️"),
    ("white_check_mark", "✅"),
    ("wink", "😉"),
];

fn foreign(file: &SourcePath, span: Span, message: String, help: String) -> Diagnostic {
    Diagnostic::new(FOREIGN_MARK, message)
        .at(file, span)
        .help(help)
}

/// `[TOC]`.
pub fn contents(file: &SourcePath, span: Span, written: &str) -> Diagnostic {
    let message = format!("`{written}` is nothing here: readers would see it as it stands");
    let help = "remove it: the theme shows the contents of a text with several headings by itself";
    foreign(file, span, message, help.into())
}

/// `!!! note` or `??? note`.
pub fn admonition(file: &SourcePath, span: Span, kind: &str) -> Diagnostic {
    let message = "a notice doesn't begin so: readers would see it as it stands";
    let help = format!(
        "write `> [!{}]`, and its text on the next lines, each behind `> `",
        notice_of(kind)
    );
    foreign(file, span, message.into(), help)
}

/// `:smile:`.
pub fn emoji(file: &SourcePath, span: Span, name: &str) -> Diagnostic {
    let message = format!("`:{name}:` is nothing here: readers would see it as it stands");
    let help = match EMOJI.iter().find(|(known, _)| *known == name) {
        Some((_, sign)) => format!("write `{sign}`"),
        None => "write the sign itself, such as `😄`, or remove it".to_owned(),
    };
    foreign(file, span, message, help)
}

/// `$$E = mc^2$$`.
pub fn formula(file: &SourcePath, span: Span) -> Diagnostic {
    let message = "formulas are not set here: readers would see this as it stands";
    let help = "write it with letters, `<sup>` and `<sub>`, such as `E = mc<sup>2</sup>`, or show it as an image with a description";
    foreign(file, span, message.into(), help.into())
}

/// `m^2^` and `CO~2~`; `sign` is the mark around `inner`.
pub fn raised(file: &SourcePath, span: Span, sign: &str, inner: &str) -> Diagnostic {
    let message =
        format!("`{sign}{inner}{sign}` is nothing here: readers would see it as it stands");
    let name = if sign == "^" { "sup" } else { "sub" };
    foreign(
        file,
        span,
        message,
        format!("write `<{name}>{inner}</{name}>`"),
    )
}

/// `^[a note]`.
pub fn inline_note(file: &SourcePath, span: Span, note: &str) -> Diagnostic {
    let message = "a note doesn't stand within the text here: readers would see it as it is";
    let help = format!("write `[^1]` here, and `[^1]: {note}` in a paragraph of its own");
    foreign(file, span, message.into(), help)
}

/// `- []` or `-[ ] Text`; `corrected` is the line as a task.
pub fn task(file: &SourcePath, span: Span, written: &str, corrected: &str) -> Diagnostic {
    Diagnostic::new(
        LIST_MARK,
        format!("`{written}` makes no task here: readers would see it as it stands"),
    )
    .at(file, span)
    .help(format!("write `{corrected}`"))
}
