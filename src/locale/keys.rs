//! The settings of a language, beside its texts.
//!
//! Owns which keys of a strings file are settings, and of which kind. Must never
//! know files.

/// What a setting holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Any text.
    Text,
    /// `ltr` or `rtl`.
    Direction,
    /// A number of names.
    Names(usize),
    /// A pattern of strftime.
    Pattern,
    /// A word in URLs.
    Word,
    /// A small number.
    Number,
}

/// The maps whose keys are settings, written with a point: `words.page`.
pub(crate) const GROUPS: &[&str] = &["number", "list", "words"];

/// Every setting, and whether a language that lacks it is reported.
pub(crate) const SETTINGS: &[(&str, Kind, bool)] = &[
    ("name", Kind::Text, false),
    ("direction", Kind::Direction, false),
    ("months", Kind::Names(12), true),
    ("months_in_date", Kind::Names(12), false),
    ("months_short", Kind::Names(12), true),
    ("weekdays", Kind::Names(7), true),
    ("weekdays_short", Kind::Names(7), true),
    ("date_long", Kind::Pattern, true),
    ("date_short", Kind::Pattern, true),
    ("date_time", Kind::Pattern, true),
    ("number.group", Kind::Text, true),
    ("number.decimal", Kind::Text, true),
    ("number.from", Kind::Number, true),
    ("list.between", Kind::Text, true),
    ("list.last", Kind::Text, true),
    ("words.page", Kind::Word, true),
    ("words.tags", Kind::Word, true),
    ("words.authors", Kind::Word, true),
    ("words.networks", Kind::Word, true),
    ("words.archive", Kind::Word, true),
    ("words.search", Kind::Word, true),
    ("words.subscribe", Kind::Word, true),
    ("words.corrections", Kind::Word, true),
    ("words.accessibility", Kind::Word, true),
];

/// The kind of a setting; `None` for texts.
pub(crate) fn kind(key: &str) -> Option<Kind> {
    SETTINGS
        .iter()
        .find(|(known, ..)| *known == key)
        .map(|(_, kind, _)| *kind)
}
