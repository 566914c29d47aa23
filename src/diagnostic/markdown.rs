//! What can be wrong in a Markdown text.
//!
//! Owns the `markdown/…` codes but those of [`super::allow`], [`super::emphasis`],
//! [`super::foreign`] and [`super::headings`], a constructor each. Must never know how Markdown is parsed.

use super::{Code, Diagnostic, Span};
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
    Diagnostic::new(
        DUPLICATE_ID,
        format!("`#{id}` is the id of something earlier in this text"),
    )
    .at(file, span)
    .help("give it another id: links lead to the first one only")
}

/// An id that the page around the text has, or may have.
pub fn reserved_id(file: &SourcePath, span: Span, id: &str) -> Diagnostic {
    Diagnostic::new(
        RESERVED_ID,
        format!("`#{id}` is the id of a part of the page around the text"),
    )
    .at(file, span)
    .help("give it another id: links would lead to that part")
}

/// `lang=` with something that isn't a language tag.
/// `hint` is the tag that was probably meant.
pub fn bad_language(
    file: &SourcePath,
    span: Span,
    written: &str,
    hint: Option<&str>,
) -> Diagnostic {
    Diagnostic::new(BAD_LANGUAGE, format!("`{written}` is not a language tag"))
        .at(file, span)
        .help(hint.map_or_else(
            || "write the tag of the language, for example `lang=en`, `lang=fi`, `lang=yi`".into(),
            |tag| format!("write `lang={tag}`"),
        ))
}

/// A key in `{…}` that means nothing.
pub fn unknown_attribute(file: &SourcePath, span: Span, key: &str) -> Diagnostic {
    Diagnostic::new(UNKNOWN_ATTRIBUTE, format!("`{key}` means nothing here"))
        .at(file, span)
        .help("what is understood: `lang=…`, `.class`, `#id`, and `decorative` after an image")
}

/// `{: .class}`, as kramdown writes attributes, or `{#id}` where nothing takes it;
/// `heading` if it stands in one.
pub fn attribute_list(file: &SourcePath, span: Span, written: &str, heading: bool) -> Diagnostic {
    let inner = written
        .trim_start_matches(['{', ':', ' '])
        .trim_end_matches(['}', ' ']);
    let named = inner.starts_with(['#', '.']);
    Diagnostic::new(
        UNKNOWN_ATTRIBUTE,
        "this means nothing here: readers would see it as it stands",
    )
    .at(file, span)
    .help(match (heading, named) {
        (true, true) => format!(
            "write all of it once, as the last thing on the line and with a space before it: `## Heading {{{inner}}}`"
        ),
        (false, true) => format!(
            "remove it; on a heading it may stand at the end, `## Heading {{{inner}}}`, and on words directly behind them, `[words]{{{inner}}}`"
        ),
        _ => "remove it; a heading's id stands behind it, `## Heading {#id}`, and how the page looks belongs to the theme".into(),
    })
}

/// `::: {…}` without its `:::`.
pub fn unclosed_block(file: &SourcePath, span: Span) -> Diagnostic {
    Diagnostic::new(UNCLOSED_BLOCK, "the block that begins here is never closed")
        .at(file, span)
        .help("write `:::` on a line of its own after its last line")
}

/// `:::` without a beginning.
pub fn stray_block_end(file: &SourcePath, span: Span) -> Diagnostic {
    Diagnostic::new(STRAY_BLOCK_END, "`:::` closes a block that was not opened")
        .at(file, span)
        .help("remove it, or open the block with `::: {lang=en}`")
}

/// `::: warning` and the like.
pub fn unknown_block(file: &SourcePath, span: Span, written: &str) -> Diagnostic {
    Diagnostic::new(
        UNKNOWN_BLOCK,
        format!("`::: {written}` is not a kind of block"),
    )
    .at(file, span)
    .help("for another language write `::: {lang=en}`; for a notice `> [!NOTE]`")
}

/// HTML that the allow-list leaves out; `what` is `<script>` or `onclick`.
pub fn html_removed(file: &SourcePath, span: Span, what: &str) -> Diagnostic {
    Diagnostic::new(
        HTML_REMOVED,
        format!("`{what}` is not allowed in a text and is left out"),
    )
    .at(file, span)
    .help(match what {
        "<iframe>" | "<embed>" | "<object>" => {
            "link to what it shows, `[name](https://…)`: embedded, it would tell another site who reads this page"
        }
        "<video>" | "<audio>" => "link to the file beside the post: `[the film](film.mp4)`",
        "<script>" | "<noscript>" => "remove it; what it shows, such as a map, can be a link",
        "<style>" | "style" | "<font>" | "<center>" => "remove it; looks belong to the theme",
        _ => "write it in Markdown, or set `markdown: {raw_html: allow}` in site.yaml if all authors are trusted",
    })
}

/// `<details>` without `</details>`.
pub fn html_unclosed(file: &SourcePath, span: Span, name: &str) -> Diagnostic {
    Diagnostic::new(
        HTML_UNCLOSED,
        format!("`<{name}>` is never closed, and everything below it is part of it"),
    )
    .at(file, span)
    .help(format!("write `</{name}>` where it ends"))
}

/// HTML in HTML in HTML …
pub fn html_too_deep(file: &SourcePath, span: Span) -> Diagnostic {
    Diagnostic::new(
        HTML_TOO_DEEP,
        "the elements of this text lie too deep in each other",
    )
    .at(file, span)
    .help("close the HTML elements that the text opens, or write it in Markdown")
}

/// `(text)[url]`.
pub fn link_reversed(file: &SourcePath, span: Span, text: &str, url: &str) -> Diagnostic {
    Diagnostic::new(
        LINK_REVERSED,
        "the brackets of this link have changed places",
    )
    .at(file, span)
    .help(format!("write `[{text}]({url})`"))
}

/// `[text](min fil.md)` or `[text] (url)`.
pub fn link_with_space(file: &SourcePath, span: Span, corrected: &str) -> Diagnostic {
    Diagnostic::new(LINK_WITH_SPACE, "a space keeps this from being a link")
        .at(file, span)
        .help(format!("write `{corrected}`"))
}

/// `! [text](bild.png)`.
pub fn image_with_space(file: &SourcePath, span: Span, corrected: &str) -> Diagnostic {
    Diagnostic::new(LINK_WITH_SPACE, "a space keeps this from being an image")
        .at(file, span)
        .help(format!("write `{corrected}`"))
}

/// `[text](url` and no `)`.
pub fn link_unclosed(file: &SourcePath, span: Span) -> Diagnostic {
    Diagnostic::new(LINK_UNCLOSED, "the address of this link is never closed")
        .at(file, span)
        .help("write `)` after the address")
}

/// Rows of `|` without `|---|---|`.
pub fn table_without_rule(file: &SourcePath, span: Span, columns: usize) -> Diagnostic {
    Diagnostic::new(
        TABLE_WITHOUT_RULE,
        "these rows are no table: the rule below the header is missing",
    )
    .at(file, span)
    .help(format!(
        "write `|{}` on a line below the header",
        "---|".repeat(columns.clamp(1, 12))
    ))
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
        format!("the row has {cells} cells but the header {columns}: the last ones are left out"),
    )
    .at(file, span)
    .help("add a column to the header, or write `\\|` for a `|` that belongs to the text")
}

/// ```` ``` ```` without an end.
pub fn unclosed_code(file: &SourcePath, span: Span, fence: &str) -> Diagnostic {
    Diagnostic::new(
        UNCLOSED_CODE,
        format!("the code that begins with `{fence}` is never closed: everything below is code"),
    )
    .at(file, span)
    .help(format!(
        "write `{fence}` on a line of its own after the code"
    ))
}

/// `[^2] Text` in a paragraph of its own; `words` stand behind the label.
pub fn note_without_colon(file: &SourcePath, span: Span, label: &str, words: &str) -> Diagnostic {
    Diagnostic::new(
        MISSING_NOTE,
        format!("without a colon behind `[^{label}]` this is no footnote"),
    )
    .at(file, span)
    .help(format!("write `[^{label}]: {words}`"))
}

/// `[^2]` without `[^2]: …`.
pub fn missing_note(file: &SourcePath, span: Span, label: &str) -> Diagnostic {
    Diagnostic::new(MISSING_NOTE, format!("there is no footnote `{label}`"))
        .at(file, span)
        .help(format!(
            "write `[^{label}]: the note` in a paragraph of its own"
        ))
}

/// `[^2]: …` without `[^2]`.
pub fn unused_note(file: &SourcePath, span: Span, label: &str) -> Diagnostic {
    Diagnostic::new(
        UNUSED_NOTE,
        format!("nothing refers to the footnote `{label}`, and it is not published"),
    )
    .at(file, span)
    .help(format!("write `[^{label}]` where it belongs, or remove it"))
}

/// Two notes with one label.
pub fn duplicate_note(file: &SourcePath, span: Span, label: &str) -> Diagnostic {
    Diagnostic::new(
        DUPLICATE_NOTE,
        format!("there are two footnotes `{label}`, and this one is not published"),
    )
    .at(file, span)
    .help("give it another label")
}

/// `[text][ref]` without `[ref]: url`.
pub fn missing_reference(file: &SourcePath, span: Span, reference: &str) -> Diagnostic {
    Diagnostic::new(
        MISSING_REFERENCE,
        format!("there is no address for the reference `{reference}`"),
    )
    .at(file, span)
    .help(format!(
        "write `[{reference}]: https://…` on a line of its own, or the address in `(…)` after the text"
    ))
}

/// An invisible character that changes the order in which text is shown.
pub fn bidi_control(file: &SourcePath, span: Span, letter: char) -> Diagnostic {
    Diagnostic::new(
        BIDI_CONTROL,
        format!(
            "an invisible character (U+{:04X}) changes the direction of the text",
            u32::from(letter)
        ),
    )
    .at(file, span)
    .help("remove it; for another language's direction write `[text]{lang=yi}`")
}
