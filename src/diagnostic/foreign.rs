//! What other programs would understand in a text, and readers would see as typed.
//!
//! Owns the `markdown/…` codes of other programs' marks, a constructor each. Must never
//! know how they are found.

use super::suggest::nearest;
use super::{Code, Diagnostic, Span, instead};
use crate::message;
use crate::message::Arg;
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
    Diagnostic::new(TEMPLATE_TAG, message!("foreign-template-tag", tag))
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
    Diagnostic::new(SHORTCODE, message!("foreign-shortcode", name))
        .at(file, span)
        .help(instead::shortcode(name, attributes, content))
}

/// `[[Page]]`, `[[file|text]]` or `![[image.png]]`; `inner` is between the brackets.
pub fn wiki_link(file: &SourcePath, span: Span, inner: &str, image: bool) -> Diagnostic {
    let (target, text) = inner.split_once('|').unwrap_or((inner, inner));
    let path = instead::in_link(target);
    let has_end = target
        .rsplit_once('.')
        .is_some_and(|(_, end)| (2..=4).contains(&end.len()));
    let help = match (image, has_end) {
        (true, _) => message!("foreign-wiki-image-help", path),
        (false, true) => message!("foreign-wiki-link-help", text, path),
        (false, false) => {
            let path = format!("{}.md", target.to_lowercase().replace(' ', "-"));
            message!("foreign-wiki-link-help", text, path)
        }
    };
    let written = if image { "![[…]]" } else { "[[…]]" };
    Diagnostic::new(FOREIGN_MARK, message!("dialect-means-nothing", written))
        .at(file, span)
        .help(help)
}

/// `%%comment%%` or `==marked==`; `inner` is between the marks.
pub fn note_mark(file: &SourcePath, span: Span, mark: &str, inner: &str) -> Diagnostic {
    let help = match mark {
        "%%" => message!("foreign-comment-help"),
        _ => message!("foreign-highlight-help", inner),
    };
    let written = format!("{mark}…{mark}");
    Diagnostic::new(FOREIGN_MARK, message!("dialect-means-nothing", written))
        .at(file, span)
        .help(help)
}

/// `> [!OBS]`; `titled` if text follows on the same line.
pub fn unknown_notice(file: &SourcePath, span: Span, label: &str, titled: bool) -> Diagnostic {
    let upper = label.to_uppercase();
    let kind = notice_of(&upper);
    if titled && NOTICES.contains(&upper.as_str()) {
        return Diagnostic::new(UNKNOWN_NOTICE, message!("foreign-titled-notice", label))
            .at(file, span)
            .help(message!("foreign-titled-notice-help", kind));
    }
    Diagnostic::new(UNKNOWN_NOTICE, message!("foreign-unknown-notice", label))
        .at(file, span)
        .help(message!("foreign-unknown-notice-help", kind))
        .help(message!(
            "foreign-unknown-notice-help-2",
            kinds = Arg::all_of(NOTICES)
        ))
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
    Diagnostic::new(UNFINISHED_MERGE, message!("foreign-unfinished-merge"))
        .at(file, span)
        .help(message!("foreign-unfinished-merge-help"))
}

/// Lines that begin as if they were items of a list; `corrected` is the first as one.
pub fn list_mark(file: &SourcePath, span: Span, mark: &str, corrected: &str) -> Diagnostic {
    let message = match mark.is_ascii() {
        true => message!("foreign-list-without-space", mark),
        false => message!("foreign-list-mark", mark),
    };
    Diagnostic::new(LIST_MARK, message)
        .at(file, span)
        .help(message!("foreign-list-mark-help", corrected))
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
            message!("foreign-wrong-encoding", written),
            message!("help-write-text", text = meant),
        ),
        None => (
            message!("foreign-lost-letter"),
            message!("foreign-lost-letter-help"),
        ),
    };
    Diagnostic::new(WRONG_ENCODING, message)
        .at(file, span)
        .help(help)
}

/// `<!-- mer -->`: of another program, or of nobody's.
pub fn lead_mark(file: &SourcePath, span: Span, words: &str) -> Diagnostic {
    Diagnostic::new(FOREIGN_MARK, message!("foreign-lead-mark", words))
        .at(file, span)
        .help(message!("help-write-text", text = "<!-- more -->"))
}

/// `<!--` and no `-->`: what authors wrote for themselves would be published.
pub fn unclosed_comment(file: &SourcePath, span: Span) -> Diagnostic {
    Diagnostic::new(UNCLOSED_COMMENT, message!("foreign-unclosed-comment"))
        .at(file, span)
        .help(message!("foreign-unclosed-comment-help"))
}
