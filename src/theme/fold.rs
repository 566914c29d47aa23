//! Texts of the site's language put into templates before the engine reads them.
//!
//! Owns what `{{ trans(key="menu") }}` becomes, a text that is the same on every page,
//! and how a place in the result is found again in the file. A call costs the engine as
//! much as twenty fields of a post, and the default theme makes dozens of them a page.
//! Must never know how the engine runs a template.

use std::collections::BTreeMap;

use super::outline::Printed;

/// A template whose constant calls have been replaced.
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
    /// A byte of the result as a byte of the file: within a replacement its call begins.
    pub(super) fn place(&self, at: usize) -> usize {
        let next = self.edits.partition_point(|edit| edit.after.0 <= at);
        match next.checked_sub(1).map(|last| self.edits[last]) {
            Some(edit) if at < edit.after.1 => edit.before.0,
            Some(edit) => edit.before.1 + (at - edit.after.1),
            None => at,
        }
    }
}

/// Puts `texts` where a template prints them; `None` if it prints none of them.
pub(super) fn fold(
    template: &str,
    printed: &[Printed],
    texts: &BTreeMap<&str, &str>,
) -> Option<Folded> {
    let mut folded = Folded::default();
    let mut from = 0;
    for call in printed {
        let text = texts.get(call.key.as_str()).filter(|text| is_plain(text));
        let Some(text) = text else { continue };
        folded.text.push_str(&template[from..call.span.start]);
        let start = folded.text.len();
        folded.text.push_str(text);
        folded.edits.push(Edit {
            before: (call.span.start, call.span.end),
            after: (start, folded.text.len()),
        });
        from = call.span.end;
    }
    folded.text.push_str(&template[from..]);
    (!folded.edits.is_empty()).then_some(folded)
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

    const TEXTS: [(&str, &str); 5] = [
        ("menu", "Meny"),
        ("author", "Skribent på svenska"),
        ("and", "du & jag"),
        ("space", " med kant "),
        ("percent", "% av alla"),
    ];

    fn folded(template: &str) -> Option<Folded> {
        fold(template, &outline(template).printed, &BTreeMap::from(TEXTS))
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
            assert_eq!(folded.place(after), before, "{name}");
        }
        assert_eq!(folded.place(5), 3);
        assert_eq!(folded.place(folded.text.len()), template.len());
    }
}
