//! What other programs would understand in a text, and readers would see as typed.
//!
//! Owns the `markdown/…` codes of other programs' marks, a constructor each. Must never
//! know how they are found.

use super::suggest::nearest;
use super::{Code, Diagnostic, Span, instead};
use crate::path::SourcePath;

const TEMPLATE_TAG: Code = Code::error("markdown/template-tag");
const SHORTCODE: Code = Code::error("markdown/shortcode");
pub(super) const FOREIGN_MARK: Code = Code::warning("markdown/foreign-mark");
const UNFINISHED_MERGE: Code = Code::error("markdown/unfinished-merge");
const UNKNOWN_NOTICE: Code = Code::warning("markdown/unknown-notice");
pub(super) const LIST_MARK: Code = Code::warning("markdown/list-mark");
const WRONG_ENCODING: Code = Code::warning("markdown/wrong-encoding");
const UNCLOSED_COMMENT: Code = Code::guard("markdown/unclosed-comment");

/// Every code of this area.
pub const CODES: &[Code] = &[
    TEMPLATE_TAG,
    SHORTCODE,
    FOREIGN_MARK,
    UNFINISHED_MERGE,
    UNKNOWN_NOTICE,
    LIST_MARK,
    WRONG_ENCODING,
    UNCLOSED_COMMENT,
];

/// `{% tag %}` or `{{ value }}`: other generators run these.
pub fn template_tag(file: &SourcePath, span: Span, tag: &str) -> Diagnostic {
    Diagnostic::new(
        TEMPLATE_TAG,
        format!(
            "`{tag}` is a template tag of another generator: readers would see it as it stands"
        ),
    )
    .at(file, span)
    .help(instead::template_tag(tag))
}

/// `[gallery ids="1,2"]` of WordPress; `content` is what stands between it and its end.
pub fn shortcode(
    file: &SourcePath,
    span: Span,
    name: &str,
    attributes: &str,
    content: &str,
) -> Diagnostic {
    Diagnostic::new(
        SHORTCODE,
        format!("`[{name}]` is a shortcode of WordPress: readers would see it as it stands"),
    )
    .at(file, span)
    .help(instead::shortcode(name, attributes, content))
}

/// `[[Page]]`, `[[file|text]]` or `![[image.png]]`; `inner` is between the brackets.
pub fn wiki_link(file: &SourcePath, span: Span, inner: &str, image: bool) -> Diagnostic {
    let (target, text) = inner.split_once('|').unwrap_or((inner, inner));
    let path = if target.contains(' ') {
        format!("<{target}>")
    } else {
        target.to_owned()
    };
    let has_end = target
        .rsplit_once('.')
        .is_some_and(|(_, end)| (2..=4).contains(&end.len()));
    let written = match (image, has_end) {
        (true, _) => format!("![What it shows]({path})"),
        (false, true) => format!("[{text}]({path})"),
        (false, false) => format!("[{text}]({}.md)", target.to_lowercase().replace(' ', "-")),
    };
    let mark = if image { "![[…]]" } else { "[[…]]" };
    Diagnostic::new(
        FOREIGN_MARK,
        format!("`{mark}` is nothing here: readers would see it as it stands"),
    )
    .at(file, span)
    .help(format!("write `{written}`, with the path from this file"))
}

/// `%%comment%%` or `==marked==`; `inner` is between the marks.
pub fn note_mark(file: &SourcePath, span: Span, mark: &str, inner: &str) -> Diagnostic {
    let help = match mark {
        "%%" => "remove it, or write `<!-- … -->`, which is not published".to_owned(),
        _ => format!("write `<mark>{inner}</mark>`, or `**{inner}**`"),
    };
    Diagnostic::new(
        FOREIGN_MARK,
        format!("`{mark}…{mark}` is nothing here: readers would see it as it stands"),
    )
    .at(file, span)
    .help(help)
}

/// `> [!OBS]`; `titled` if text follows on the same line.
pub fn unknown_notice(file: &SourcePath, span: Span, label: &str, titled: bool) -> Diagnostic {
    let upper = label.to_uppercase();
    let meant = notice_of(&upper);
    let diagnostic = if titled && NOTICES.contains(&upper.as_str()) {
        Diagnostic::new(
            UNKNOWN_NOTICE,
            format!("`[!{label}]` stands alone on its line: with text behind it, readers see it as it stands"),
        )
        .help(format!("write `> [!{meant}]`, and the text on the next line behind `> `"))
    } else {
        Diagnostic::new(UNKNOWN_NOTICE, format!("`[!{label}]` is no kind of notice"))
            .help(format!(
                "write `> [!{meant}]`: its title is set in the site's language"
            ))
            .help(format!(
                "there are {}",
                NOTICES.map(|name| format!("`{name}`")).join(", ")
            ))
    };
    diagnostic.at(file, span)
}

/// The kind of notice that somebody means.
pub(super) fn notice_of(label: &str) -> &'static str {
    let upper = label.to_uppercase();
    match upper.as_str() {
        "NOTE" | "OBS" | "INFO" | "NOTERA" | "NOTIS" | "ABSTRACT" | "QUOTE" | "HUOM" | "MERK" => {
            "NOTE"
        }
        "TIP" | "TIPS" | "TIPP" | "HINT" | "VINKKI" => "TIP",
        "IMPORTANT" | "VIKTIGT" | "VIKTIG" | "TÄRKEÄÄ" => "IMPORTANT",
        "WARNING" | "VARNING" | "ATTENTION" | "VAROITUS" => "WARNING",
        "CAUTION" | "DANGER" | "FARA" | "SE UPP" | "FÖRSIKTIGT" => "CAUTION",
        _ => nearest(&upper, NOTICES).unwrap_or("NOTE"),
    }
}

/// The kinds of notices.
const NOTICES: [&str; 5] = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"];

/// `<<<<<<<`, `=======` and `>>>>>>>` of Git.
pub fn unfinished_merge(file: &SourcePath, span: Span) -> Diagnostic {
    Diagnostic::new(
        UNFINISHED_MERGE,
        "this is an unfinished merge: two versions of the text stand below each other",
    )
    .at(file, span)
    .help("keep what is right of the two, and remove the lines that begin with `<<<<<<<`, `|||||||`, `=======` and `>>>>>>>`")
}

/// Lines that begin as if they were items of a list; `corrected` is the first as one.
pub fn list_mark(file: &SourcePath, span: Span, mark: &str, corrected: &str) -> Diagnostic {
    let why = match mark.is_ascii() {
        true => format!("without a space after `{mark}` this is no list"),
        false => format!("`{mark}` makes no list"),
    };
    Diagnostic::new(LIST_MARK, format!("{why}: its lines run together"))
        .at(file, span)
        .help(format!("write `{corrected}`, and the other lines likewise"))
}

/// `MÃ¤nskliga`, or a letter that was lost; `meant` is what it said, if that can be known.
pub fn wrong_encoding(
    file: &SourcePath,
    span: Span,
    written: &str,
    meant: Option<&str>,
) -> Diagnostic {
    let (message, help) = match meant {
        Some(meant) => (
            format!("`{written}` is UTF-8 that a program took for another encoding"),
            format!("write `{meant}`"),
        ),
        None => (
            "a letter was lost here when a program took the text for another encoding".to_owned(),
            "write the letter that was here, `å` perhaps".to_owned(),
        ),
    };
    Diagnostic::new(WRONG_ENCODING, message)
        .at(file, span)
        .help(help)
}

/// `<!-- mer -->`: of another program, or of nobody's.
pub fn lead_mark(file: &SourcePath, span: Span, words: &str) -> Diagnostic {
    Diagnostic::new(
        FOREIGN_MARK,
        format!("`<!-- {words} -->` doesn't end the lead: lists show the first paragraph"),
    )
    .at(file, span)
    .help("write `<!-- more -->`")
}

/// `<!--` and no `-->`: what authors wrote for themselves would be published.
pub fn unclosed_comment(file: &SourcePath, span: Span) -> Diagnostic {
    Diagnostic::new(
        UNCLOSED_COMMENT,
        "this comment is never closed: readers would see it as it stands",
    )
    .at(file, span)
    .help("write `-->` where it ends; if readers are to see it, write it between backticks")
}
