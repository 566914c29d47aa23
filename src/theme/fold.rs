//! What is put into templates before the engine reads them.
//!
//! Owns how a place in the result is found again in the file, and what
//! `{{ trans(key="menu") }}` becomes, a text that is the same on every page: a call costs
//! the engine as much as twenty fields of a post, and the default theme makes dozens of
//! them a page.
//! Must never know how the engine runs a template.

use std::collections::BTreeMap;

use super::outline::Printed;
use crate::diagnostic::Span;

/// A template of which parts have been replaced.
#[derive(Debug, Clone, Default)]
pub(super) struct Folded {
    /// What the engine reads.
    pub(super) text: String,
    edits: Vec<Edit>,
}

/// One replacement, in bytes of the text before and after it.
#[derive(Debug, Clone, Copy)]
struct Edit {
    before: (usize, usize),
    after: (usize, usize),
}

impl Folded {
    /// Where a part of the result begins in the file: within a replacement where that does.
    pub(super) fn start(&self, at: usize) -> usize {
        let next = self.edits.partition_point(|edit| edit.after.0 <= at);
        match next.checked_sub(1).map(|last| self.edits[last]) {
            Some(edit) if at < edit.after.1 => edit.before.0,
            Some(edit) => edit.before.1 + (at - edit.after.1),
            None => at,
        }
    }

    /// The end of a part: within a replacement all that it replaces belongs to it.
    pub(super) fn end(&self, at: usize) -> usize {
        let next = self.edits.partition_point(|edit| edit.after.0 < at);
        match next.checked_sub(1).map(|last| self.edits[last]) {
            Some(edit) => edit.before.1 + at.saturating_sub(edit.after.1),
            None => at,
        }
    }
}

/// What is put into a template instead of a part of it.
pub(super) type Replacement = (Span, String);

/// A template with parts of it replaced; `None` if there are none. They may come in any
/// order, and do not overlap.
pub(super) fn fold(template: &str, mut replacements: Vec<Replacement>) -> Option<Folded> {
    replacements.sort_by_key(|(span, _)| span.start);
    let mut folded = Folded::default();
    let mut from = 0;
    for (span, text) in replacements {
        folded.text.push_str(&template[from..span.start]);
        let start = folded.text.len();
        folded.text.push_str(&text);
        folded.edits.push(Edit {
            before: (span.start, span.end),
            after: (start, folded.text.len()),
        });
        from = span.end;
    }
    folded.text.push_str(&template[from..]);
    (!folded.edits.is_empty()).then_some(folded)
}

/// `texts` where a template prints them.
pub(super) fn constant_texts(
    printed: &[Printed],
    texts: &BTreeMap<&str, &str>,
) -> Vec<Replacement> {
    let plain = |call: &Printed| {
        let text = texts.get(call.key.as_str()).filter(|text| is_plain(text))?;
        Some((call.span, (*text).to_owned()))
    };
    printed.iter().filter_map(plain).collect()
}

/// Whether a text means itself in a template: nothing to escape in HTML, nothing that
/// could begin a tag, no end that a neighbouring tag could trim, no line of its own.
fn is_plain(text: &str) -> bool {
    let special = |c: char| c.is_control() || matches!(c, '&' | '<' | '>' | '"' | '\'' | '{' | '}');
    !text.is_empty()
        && text.trim() == text
        && !text.starts_with(['%', '#'])
        && !text.contains(special)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::outline::outline;
    use crate::theme::tokens::tags;

    const TEXTS: [(&str, &str); 5] = [
        ("menu", "Meny"),
        ("author", "Skribent på svenska"),
        ("and", "du & jag"),
        ("space", " med kant "),
        ("percent", "% av alla"),
    ];

    fn folded(template: &str) -> Option<Folded> {
        let printed = outline(template, &tags(template)).printed;
        fold(template, constant_texts(&printed, &BTreeMap::from(TEXTS)))
    }

    #[test]
    fn constant_texts_are_put_in() {
        let template = r#"<b>{{ trans(key="menu") }}</b>{{trans( key = 'author' )}}å"#;
        let folded = folded(template).expect("two calls");
        assert_eq!(folded.text, "<b>Meny</b>Skribent på svenskaå");
    }

    #[test]
    fn what_is_more_than_a_text_is_left() {
        for template in [
            r#"{{ trans(key="and") }}{{ trans(key="space") }}{{ trans(key="percent") }}"#,
            r#"{{ trans(key="unknown") }}{{ trans(key="menu", count=3) }}"#,
            r#"{{- trans(key="menu") }}{{ trans(key="menu") -}}"#,
            r#"{{ trans(key="menu") | upper }}{{ trans(key=menu) }}"#,
            r#"{% raw %}{{ trans(key="menu") }}{% endraw %}{# {{ trans(key="menu") }} #}"#,
            r#"{% set a = trans(key="menu") %}{{{ trans(key="menu") }}"#,
        ] {
            assert!(folded(template).is_none(), "{template}");
        }
    }

    #[test]
    fn places_are_found_again() {
        let template = r#"<i>{{ trans(key="menu") }}<b>{{ trans(key="author") }}{{ c }}"#;
        let folded = folded(template).expect("two calls");
        for name in ["<i>", "<b>", "{{ c }}"] {
            let before = template.find(name).expect("it is there");
            let after = folded.text.find(name).expect("it is still there");
            assert_eq!(folded.start(after), before, "{name}");
        }
        assert_eq!(folded.start(5), 3);
        assert_eq!(folded.start(folded.text.len()), template.len());
        assert_eq!(folded.end(5), template.find("<b>").expect("it is there"));
        assert_eq!(folded.end(3), 3);
        assert_eq!(folded.end(folded.text.len()), template.len());
    }
}
