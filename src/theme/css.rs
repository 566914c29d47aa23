//! What a style sheet refers to.
//!
//! Owns finding `url(…)` and `@import "…"` in CSS. Must never know which files exist.

use crate::diagnostic::Span;

/// A reference, without its quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reference {
    /// Where the address stands.
    pub(super) span: Span,
}

/// The references of a style sheet, in order. Comments and other texts are passed over.
pub(super) fn references(css: &str) -> Vec<Reference> {
    let mut references = Vec::new();
    let mut at = 0;
    let mut import = false;
    while let Some(first) = css[at..].chars().next() {
        let rest = &css[at..];
        if rest.starts_with("/*") {
            at = rest.find("*/").map_or(css.len(), |end| at + end + 2);
        } else if matches!(first, '"' | '\'') {
            let span = quoted(css, at);
            if import {
                references.push(Reference { span });
            }
            import = false;
            at = (span.end + 1).min(css.len());
        } else if starts_with_ignoring_case(rest, "url(") && !ends_in_name(&css[..at]) {
            let (span, end) = url(css, at + 4);
            references.push(Reference { span });
            import = false;
            at = end;
        } else if starts_with_ignoring_case(rest, "@import") {
            import = true;
            at += "@import".len();
        } else {
            import &= first.is_whitespace();
            // An escape takes the next character with it.
            at += first.len_utf8();
            if first == '\\' {
                at += css[at..].chars().next().map_or(0, char::len_utf8);
            }
        }
    }
    references
}

/// The inside of `url(`, and the byte after its `)`.
fn url(css: &str, from: usize) -> (Span, usize) {
    let start = from + (css[from..].len() - css[from..].trim_start().len());
    let span = if css[start..].starts_with(['"', '\'']) {
        quoted(css, start)
    } else {
        let end = css[start..].find(')').map_or(css.len(), |end| start + end);
        Span::new(start, start + css[start..end].trim_end().len())
    };
    let end = css[span.end..]
        .find(')')
        .map_or(css.len(), |end| span.end + end + 1);
    (span, end)
}

/// The inside of a text whose quotation mark stands at `at`.
fn quoted(css: &str, at: usize) -> Span {
    let mark = css.as_bytes()[at];
    let mut escaped = false;
    for (index, byte) in css.bytes().enumerate().skip(at + 1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            byte if byte == mark => return Span::new(at + 1, index),
            _ => {}
        }
    }
    Span::new(at + 1, css.len())
}

/// Whether a text begins with this ASCII word.
fn starts_with_ignoring_case(text: &str, word: &str) -> bool {
    text.as_bytes()
        .get(..word.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(word.as_bytes()))
}

/// Whether a name ends here, so that `my-url(` is not `url(`.
fn ends_in_name(before: &str) -> bool {
    before
        .chars()
        .next_back()
        .is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_stand_where_they_are_written() {
        let css = r#"@import "å.css"; @import url( 'b.css' ) screen; @charset "utf-8";
            /* url(no.png) */ a::before { content: "url(no.png)"; background: URL(c.svg#x), my-url(no.png) }
            @font-face { src: url("d e.woff2") format("woff2"), url( f.ttf ) } .\url { } "#;
        let found: Vec<&str> = references(css)
            .iter()
            .map(|r| &css[r.span.start..r.span.end])
            .collect();
        assert_eq!(found, ["å.css", "b.css", "c.svg#x", "d e.woff2", "f.ttf"]);
    }

    #[test]
    fn broken_style_sheets_are_read_to_their_end() {
        for css in ["url(", "url('", "/*", "@import \"", "\\", "url( å", "\"\\"] {
            assert!(references(css).len() <= 1, "{css}");
        }
    }
}
