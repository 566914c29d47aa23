//! The words of a language that the parser writes into posts.
//!
//! Owns which text is which label: the parser doesn't know languages, and a language
//! doesn't know the parser.

use crate::locale::Locale;
use crate::parse::Labels;

/// The labels in a language.
pub(super) fn labels(locale: &Locale) -> Labels {
    let text = |key: &str| locale.format(key, &[]);
    Labels {
        lang: locale.language().to_owned(),
        note: text("alert_note"),
        tip: text("alert_tip"),
        important: text("alert_important"),
        warning: text("alert_warning"),
        caution: text("alert_caution"),
        footnotes: text("footnotes"),
        footnote: text("footnote"),
        footnote_back: text("footnote_back"),
        task_done: text("task_done"),
        task_open: text("task_open"),
    }
}
