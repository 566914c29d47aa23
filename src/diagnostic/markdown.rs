//! What can be wrong in a Markdown text.
//!
//! Owns the `markdown/…` codes but those of [`super::allow`], [`super::emphasis`],
//! [`super::foreign`] and [`super::headings`], a constructor each. Must never know how Markdown is parsed.

use super::{Code, Diagnostic, Span};
use crate::message;
use crate::path::SourcePath;

const DUPLICATE_ID: Code = Code::error("markdown/duplicate-id");
const RESERVED_ID: Code = Code::error("markdown/reserved-id");
const BAD_LANGUAGE: Code = Code::error("markdown/bad-language");
const UNKNOWN_ATTRIBUTE: Code = Code::warning("markdown/unknown-attribute");
const UNCLOSED_BLOCK: Code = Code::error("markdown/unclosed-block");
const STRAY_BLOCK_END: Code = Code::warning("markdown/stray-block-end");
const UNKNOWN_BLOCK: Code = Code::warning("markdown/unknown-block");
const HTML_REMOVED: Code = Code::warning("markdown/html-removed");
const HTML_UNCLOSED: Code = Code::warning("markdown/html-unclosed");
const HTML_TOO_DEEP: Code = Code::guard("markdown/html-too-deep");
const LINK_REVERSED: Code = Code::warning("markdown/link-reversed");
const LINK_WITH_SPACE: Code = Code::warning("markdown/link-with-space");
const LINK_UNCLOSED: Code = Code::warning("markdown/link-unclosed");
const TABLE_WITHOUT_RULE: Code = Code::warning("markdown/table-without-rule");
const TABLE_EXTRA_CELLS: Code = Code::warning("markdown/table-extra-cells");
const UNCLOSED_CODE: Code = Code::warning("markdown/unclosed-code");
const MISSING_NOTE: Code = Code::warning("markdown/missing-note");
const UNUSED_NOTE: Code = Code::warning("markdown/unused-note");
const DUPLICATE_NOTE: Code = Code::warning("markdown/duplicate-note");
const MISSING_REFERENCE: Code = Code::warning("markdown/missing-reference");
const BIDI_CONTROL: Code = Code::warning("markdown/bidi-control");

/// Every code of this area.
pub const CODES: &[Code] = &[
    DUPLICATE_ID,
    RESERVED_ID,
    BAD_LANGUAGE,
    UNKNOWN_ATTRIBUTE,
    UNCLOSED_BLOCK,
    STRAY_BLOCK_END,
    UNKNOWN_BLOCK,
    HTML_REMOVED,
    HTML_UNCLOSED,
    HTML_TOO_DEEP,
    LINK_REVERSED,
    LINK_WITH_SPACE,
    LINK_UNCLOSED,
    TABLE_WITHOUT_RULE,
    TABLE_EXTRA_CELLS,
    UNCLOSED_CODE,
    MISSING_NOTE,
    UNUSED_NOTE,
    DUPLICATE_NOTE,
    MISSING_REFERENCE,
    BIDI_CONTROL,
];

/// Two things with one `{#id}`.
pub fn duplicate_id(file: &SourcePath, span: Span, id: &str) -> Diagnostic {
    Diagnostic::new(DUPLICATE_ID, message!("markdown-duplicate-id", id))
        .at(file, span)
        .help(message!("markdown-duplicate-id-help"))
}

/// An id that the page around the text has, or may have.
pub fn reserved_id(file: &SourcePath, span: Span, id: &str) -> Diagnostic {
    Diagnostic::new(RESERVED_ID, message!("markdown-reserved-id", id))
        .at(file, span)
        .help(message!("markdown-reserved-id-help"))
}

/// `lang=` with something that isn't a language tag.
/// `hint` is the tag that was probably meant.
pub fn bad_language(
    file: &SourcePath,
    span: Span,
    written: &str,
    hint: Option<&str>,
) -> Diagnostic {
    Diagnostic::new(BAD_LANGUAGE, message!("markdown-bad-language", written))
        .at(file, span)
        .help(match hint {
            Some(tag) => message!("help-write-text", text = format!("lang={tag}")),
            None => message!("markdown-bad-language-help"),
        })
}

/// A key in `{…}` that means nothing.
pub fn unknown_attribute(file: &SourcePath, span: Span, key: &str) -> Diagnostic {
    Diagnostic::new(
        UNKNOWN_ATTRIBUTE,
        message!("markdown-unknown-attribute", key),
    )
    .at(file, span)
    .help(message!("markdown-unknown-attribute-help"))
}

/// `{: .class}`, as kramdown writes attributes, or `{#id}` where nothing takes it;
/// `heading` if it stands in one.
pub fn attribute_list(file: &SourcePath, span: Span, written: &str, heading: bool) -> Diagnostic {
    let inner = written
        .trim_start_matches(['{', ':', ' '])
        .trim_end_matches(['}', ' ']);
    let named = inner.starts_with(['#', '.']);
    Diagnostic::new(UNKNOWN_ATTRIBUTE, message!("markdown-attribute-list"))
        .at(file, span)
        .help(match (heading, named) {
            (true, true) => message!("markdown-attribute-list-help-heading", inner),
            (false, true) => message!("markdown-attribute-list-help-words", inner),
            _ => message!("markdown-attribute-list-help"),
        })
}

/// `::: {…}` without its `:::`.
pub fn unclosed_block(file: &SourcePath, span: Span) -> Diagnostic {
    Diagnostic::new(UNCLOSED_BLOCK, message!("markdown-unclosed-block"))
        .at(file, span)
        .help(message!("markdown-unclosed-block-help"))
}

/// `:::` without a beginning.
pub fn stray_block_end(file: &SourcePath, span: Span) -> Diagnostic {
    Diagnostic::new(STRAY_BLOCK_END, message!("markdown-stray-block-end"))
        .at(file, span)
        .help(message!("markdown-stray-block-end-help"))
}

/// `::: warning` and the like.
pub fn unknown_block(file: &SourcePath, span: Span, written: &str) -> Diagnostic {
    Diagnostic::new(UNKNOWN_BLOCK, message!("markdown-unknown-block", written))
        .at(file, span)
        .help(message!("markdown-unknown-block-help"))
}

/// HTML that the allow-list leaves out; `what` is `<script>` or `onclick`.
pub fn html_removed(file: &SourcePath, span: Span, what: &str) -> Diagnostic {
    Diagnostic::new(HTML_REMOVED, message!("markdown-html-removed", what))
        .at(file, span)
        .help(match what {
            "<iframe>" | "<embed>" | "<object>" => message!("markdown-html-removed-help-embedded"),
            "<video>" | "<audio>" => message!("markdown-html-removed-help-film"),
            "<script>" | "<noscript>" => message!("markdown-html-removed-help-script"),
            "<style>" | "style" | "<font>" | "<center>" => {
                message!("markdown-html-removed-help-style")
            }
            _ => message!("markdown-html-removed-help"),
        })
}

/// `<details>` without `</details>`.
pub fn html_unclosed(file: &SourcePath, span: Span, name: &str) -> Diagnostic {
    Diagnostic::new(HTML_UNCLOSED, message!("markdown-html-unclosed", name))
        .at(file, span)
        .help(message!("markdown-html-unclosed-help", name))
}

/// HTML in HTML in HTML …
pub fn html_too_deep(file: &SourcePath, span: Span) -> Diagnostic {
    Diagnostic::new(HTML_TOO_DEEP, message!("markdown-html-too-deep"))
        .at(file, span)
        .help(message!("markdown-html-too-deep-help"))
}

/// `(text)[url]`.
pub fn link_reversed(file: &SourcePath, span: Span, text: &str, url: &str) -> Diagnostic {
    let text = format!("[{text}]({url})");
    Diagnostic::new(LINK_REVERSED, message!("markdown-link-reversed"))
        .at(file, span)
        .help(message!("help-write-text", text))
}

/// `[text](min fil.md)` or `[text] (url)`.
pub fn link_with_space(file: &SourcePath, span: Span, corrected: &str) -> Diagnostic {
    Diagnostic::new(LINK_WITH_SPACE, message!("markdown-link-with-space"))
        .at(file, span)
        .help(message!("help-write-text", text = corrected))
}

/// `! [text](bild.png)`.
pub fn image_with_space(file: &SourcePath, span: Span, corrected: &str) -> Diagnostic {
    Diagnostic::new(LINK_WITH_SPACE, message!("markdown-image-with-space"))
        .at(file, span)
        .help(message!("help-write-text", text = corrected))
}

/// `[text](url` and no `)`.
pub fn link_unclosed(file: &SourcePath, span: Span) -> Diagnostic {
    Diagnostic::new(LINK_UNCLOSED, message!("markdown-link-unclosed"))
        .at(file, span)
        .help(message!("markdown-link-unclosed-help"))
}

/// Rows of `|` without `|---|---|`.
pub fn table_without_rule(file: &SourcePath, span: Span, columns: usize) -> Diagnostic {
    let rule = format!("|{}", "---|".repeat(columns.clamp(1, 12)));
    Diagnostic::new(TABLE_WITHOUT_RULE, message!("markdown-table-without-rule"))
        .at(file, span)
        .help(message!("markdown-table-without-rule-help", rule))
}

/// A row whose last cells would vanish.
pub fn table_extra_cells(
    file: &SourcePath,
    span: Span,
    cells: usize,
    columns: usize,
) -> Diagnostic {
    Diagnostic::new(
        TABLE_EXTRA_CELLS,
        message!("markdown-table-extra-cells", cells, columns),
    )
    .at(file, span)
    .help(message!("markdown-table-extra-cells-help"))
}

/// ```` ``` ```` without an end.
pub fn unclosed_code(file: &SourcePath, span: Span, fence: &str) -> Diagnostic {
    Diagnostic::new(UNCLOSED_CODE, message!("markdown-unclosed-code", fence))
        .at(file, span)
        .help(message!("markdown-unclosed-code-help", fence))
}

/// `[^2] Text` in a paragraph of its own; `words` stand behind the label.
pub fn note_without_colon(file: &SourcePath, span: Span, label: &str, words: &str) -> Diagnostic {
    Diagnostic::new(MISSING_NOTE, message!("markdown-note-without-colon", label))
        .at(file, span)
        .help(message!(
            "help-write-text",
            text = format!("[^{label}]: {words}")
        ))
}

/// `[^2]` without `[^2]: …`.
pub fn missing_note(file: &SourcePath, span: Span, label: &str) -> Diagnostic {
    Diagnostic::new(MISSING_NOTE, message!("markdown-missing-note", label))
        .at(file, span)
        .help(message!("markdown-missing-note-help", label))
}

/// `[^2]: …` without `[^2]`.
pub fn unused_note(file: &SourcePath, span: Span, label: &str) -> Diagnostic {
    Diagnostic::new(UNUSED_NOTE, message!("markdown-unused-note", label))
        .at(file, span)
        .help(message!("markdown-unused-note-help", label))
}

/// Two notes with one label.
pub fn duplicate_note(file: &SourcePath, span: Span, label: &str) -> Diagnostic {
    Diagnostic::new(DUPLICATE_NOTE, message!("markdown-duplicate-note", label))
        .at(file, span)
        .help(message!("markdown-duplicate-note-help"))
}

/// `[text][ref]` without `[ref]: url`.
pub fn missing_reference(file: &SourcePath, span: Span, reference: &str) -> Diagnostic {
    Diagnostic::new(
        MISSING_REFERENCE,
        message!("markdown-missing-reference", reference),
    )
    .at(file, span)
    .help(message!("markdown-missing-reference-help", reference))
}

/// An invisible character that changes the order in which text is shown.
pub fn bidi_control(file: &SourcePath, span: Span, letter: char) -> Diagnostic {
    let code = format!("U+{:04X}", u32::from(letter));
    Diagnostic::new(BIDI_CONTROL, message!("markdown-bidi-control", code))
        .at(file, span)
        .help(message!("markdown-bidi-control-help"))
}
