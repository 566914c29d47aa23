//! What other dialects of Markdown would understand, and readers would see as typed.
//!
//! Owns the words on these marks, a constructor each, under the codes of
//! [`super::foreign`]. Must never know how they are found.

use super::foreign::{FOREIGN_MARK, LIST_MARK, notice_of};
use super::{Diagnostic, Span};
use crate::message;
use crate::message::Message;
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

/// `[TOC]`.
pub fn contents(file: &SourcePath, span: Span, written: &str) -> Diagnostic {
    foreign(
        file,
        span,
        message!("dialect-means-nothing", written),
        message!("dialect-contents-help"),
    )
}

/// `!!! note` or `??? note`.
pub fn admonition(file: &SourcePath, span: Span, kind: &str) -> Diagnostic {
    foreign(
        file,
        span,
        message!("dialect-admonition"),
        message!("dialect-admonition-help", kind = notice_of(kind)),
    )
}

/// `:smile:`.
pub fn emoji(file: &SourcePath, span: Span, name: &str) -> Diagnostic {
    let help = match EMOJI.iter().find(|(known, _)| *known == name) {
        Some((_, sign)) => message!("help-write-text", text = *sign),
        None => message!("dialect-emoji-help"),
    };
    let written = format!(":{name}:");
    foreign(file, span, message!("dialect-means-nothing", written), help)
}

/// `$$E = mc^2$$`.
pub fn formula(file: &SourcePath, span: Span) -> Diagnostic {
    foreign(
        file,
        span,
        message!("dialect-formula"),
        message!("dialect-formula-help"),
    )
}

/// `m^2^` and `CO~2~`; `sign` is the mark around `inner`.
pub fn raised(file: &SourcePath, span: Span, sign: &str, inner: &str) -> Diagnostic {
    let name = if sign == "^" { "sup" } else { "sub" };
    let written = format!("{sign}{inner}{sign}");
    let text = format!("<{name}>{inner}</{name}>");
    foreign(
        file,
        span,
        message!("dialect-means-nothing", written),
        message!("help-write-text", text),
    )
}

/// `^[a note]`.
pub fn inline_note(file: &SourcePath, span: Span, note: &str) -> Diagnostic {
    foreign(
        file,
        span,
        message!("dialect-inline-note"),
        message!("dialect-inline-note-help", note),
    )
}

/// `- []` or `-[ ] Text`; `corrected` is the line as a task.
pub fn task(file: &SourcePath, span: Span, written: &str, corrected: &str) -> Diagnostic {
    Diagnostic::new(LIST_MARK, message!("dialect-task", written))
        .at(file, span)
        .help(message!("help-write-text", text = corrected))
}

fn foreign(file: &SourcePath, span: Span, message: Message, help: Message) -> Diagnostic {
    Diagnostic::new(FOREIGN_MARK, message)
        .at(file, span)
        .help(help)
}
