//! What can be wrong with a link.
//!
//! Owns the `link/…` codes, a constructor each. Must never know how a link is resolved.

use std::fmt::Display;

use super::{Code, Diagnostic, Span};
use crate::message;
use crate::message::{Arg, Message};
use crate::path::SourcePath;

const UNSAFE_SCHEME: Code = Code::guard("link/unsafe-scheme");
const OUTSIDE_SITE: Code = Code::guard("link/outside-site");
const NO_SCHEME: Code = Code::error("link/no-scheme");
const BAD_SCHEME: Code = Code::error("link/bad-scheme");
const BACKSLASH: Code = Code::error("link/backslash");
const WITHOUT_TEXT: Code = Code::warning("link/without-text");
const EMPTY: Code = Code::error("link/empty");
const UNREACHABLE_HOST: Code = Code::error("link/unreachable-host");
const MISSING_PAGE: Code = Code::error("link/missing-page");
const MISSING_FRAGMENT: Code = Code::error("link/missing-fragment");
const WITHHELD_PAGE: Code = Code::guard("link/withheld-page");
const MISSING_FILE: Code = Code::error("link/missing-file");

/// Every code of this area.
pub const CODES: &[Code] = &[
    UNSAFE_SCHEME,
    OUTSIDE_SITE,
    NO_SCHEME,
    BAD_SCHEME,
    BACKSLASH,
    WITHOUT_TEXT,
    EMPTY,
    UNREACHABLE_HOST,
    MISSING_PAGE,
    MISSING_FRAGMENT,
    WITHHELD_PAGE,
    MISSING_FILE,
];

/// Why a page that there is, or would be, isn't published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unpublished {
    /// It is a draft, scheduled or expired.
    Document,
    /// It is a list, and everything in it is.
    WholeList,
    /// It is a profile, and no published post names it.
    WithoutPosts,
}

impl Unpublished {
    /// The reason, as it ends a sentence.
    pub(super) fn reason(self) -> Message {
        match self {
            Self::Document => message!("link-unpublished-document"),
            Self::WholeList => message!("link-unpublished-list"),
            Self::WithoutPosts => message!("link-unpublished-profile"),
        }
    }
}

/// `[](address)`: nobody sees it, and a screen reader says only "link".
pub fn without_text(file: &SourcePath, span: Span) -> Diagnostic {
    Diagnostic::new(WITHOUT_TEXT, message!("link-without-text"))
        .at(file, span)
        .help(message!("link-without-text-help"))
}

/// `javascript:` and its friends, and everything else that isn't known to be harmless.
pub fn unsafe_scheme(file: &SourcePath, span: Span, scheme: &str) -> Diagnostic {
    let local = scheme == "file" || scheme.len() == 1;
    Diagnostic::new(UNSAFE_SCHEME, message!("link-unsafe-scheme", scheme))
        .at(file, span)
        .help(match local {
            true => message!("link-unsafe-scheme-help-local"),
            false => message!("link-unsafe-scheme-help"),
        })
}

/// `../../../etc/passwd`.
pub fn outside_site(file: &SourcePath, span: Span, written: &str) -> Diagnostic {
    Diagnostic::new(OUTSIDE_SITE, message!("link-outside-site", written))
        .at(file, span)
        .help(message!("link-outside-site-help"))
}

/// `www.example.se` or `namn@example.se`; `corrected` has the scheme.
pub fn no_scheme(file: &SourcePath, span: Span, written: &str, corrected: &str) -> Diagnostic {
    Diagnostic::new(NO_SCHEME, message!("link-no-scheme", written))
        .at(file, span)
        .help(message!("help-write-text", text = corrected))
}

/// `https//x.se` or `mailto://namn@x.se`: almost an address.
pub fn misspelt(file: &SourcePath, span: Span, written: &str, corrected: &str) -> Diagnostic {
    Diagnostic::new(BAD_SCHEME, message!("link-bad-scheme", written))
        .at(file, span)
        .help(message!("help-write-text", text = corrected))
}

/// `<www.example.se>`: only whole addresses are links between `<` and `>`.
pub fn no_scheme_in_angles(file: &SourcePath, span: Span, corrected: &str) -> Diagnostic {
    let text = format!("<{corrected}>");
    Diagnostic::new(NO_SCHEME, message!("link-no-scheme-in-angles"))
        .at(file, span)
        .help(message!("help-write-text", text))
}

/// `mapp\fil.md`, as Windows writes it.
pub fn backslash(file: &SourcePath, span: Span, written: &str, corrected: &str) -> Diagnostic {
    Diagnostic::new(BACKSLASH, message!("link-backslash", written))
        .at(file, span)
        .help(message!("help-write-text", text = corrected))
}

/// `[text]()`.
pub fn empty(file: &SourcePath, span: Span) -> Diagnostic {
    Diagnostic::new(EMPTY, message!("link-empty"))
        .at(file, span)
        .help(message!("link-empty-help"))
}

/// `http://localhost/`, `//2015/05/a/`, `https://`: `corrected` is how it was meant.
pub fn unreachable_host(
    file: &SourcePath,
    span: Span,
    written: &str,
    host: &str,
    corrected: Option<&str>,
) -> Diagnostic {
    let message = match host {
        "" => message!("link-without-host", written),
        _ => message!("link-unreachable-host", host),
    };
    Diagnostic::new(UNREACHABLE_HOST, message)
        .at(file, span)
        .help(match corrected {
            Some(corrected) => message!("link-unreachable-host-help-slashes", corrected),
            None => message!("link-unreachable-host-help"),
        })
}

/// A page that isn't there; `nearest` are existing ones with similar names, written
/// as they would stand in this link.
pub fn missing_page(
    file: &SourcePath,
    span: Span,
    written: &str,
    nearest: &[impl Display],
) -> Diagnostic {
    Diagnostic::new(MISSING_PAGE, message!("link-missing-page", written))
        .at(file, span)
        .help(or_else(nearest, message!("link-missing-page-help")))
}

/// An address of the site at which nothing is; `nearest` are existing ones.
pub fn missing_address(
    file: &SourcePath,
    span: Span,
    written: &str,
    nearest: &[&str],
) -> Diagnostic {
    Diagnostic::new(MISSING_PAGE, message!("link-missing-page", written))
        .at(file, span)
        .help(or_else(nearest, message!("link-missing-address-help")))
}

/// The form of permalinks, `/{slug}/`, under which the pages would be where links lead.
pub fn fixed_by_permalinks(problem: Diagnostic, form: &str) -> Diagnostic {
    problem.common_fix(message!("link-permalink-fix", form))
}

/// A page that has no such place; `nearest` are ids that it has.
pub fn missing_fragment(
    file: &SourcePath,
    span: Span,
    page: &str,
    fragment: &str,
    nearest: &[&str],
) -> Diagnostic {
    let message = match page {
        "" => message!("link-missing-fragment-here", fragment),
        _ => message!("link-missing-fragment", page, fragment),
    };
    let ids: Vec<String> = nearest.iter().map(|id| format!("#{id}")).collect();
    Diagnostic::new(MISSING_FRAGMENT, message)
        .at(file, span)
        .help(or_else(&ids, message!("link-missing-fragment-help")))
}

/// A page that isn't published.
pub fn unpublished_page(
    file: &SourcePath,
    span: Span,
    written: &str,
    why: Unpublished,
) -> Diagnostic {
    Diagnostic::new(
        WITHHELD_PAGE,
        message!("link-unpublished", written, reason = why.reason()),
    )
    .at(file, span)
    .help(message!("link-unpublished-help"))
}

/// A file in the folder of a document that isn't published.
pub fn unpublished_file(file: &SourcePath, span: Span, written: &SourcePath) -> Diagnostic {
    Diagnostic::new(WITHHELD_PAGE, message!("link-unpublished-file", written))
        .at(file, span)
        .help(message!("link-unpublished-file-help"))
}

/// A file that isn't there; `nearest` are existing ones with similar names.
pub fn missing_file(
    file: &SourcePath,
    span: Span,
    written: &str,
    nearest: &[impl Display],
) -> Diagnostic {
    Diagnostic::new(MISSING_FILE, message!("link-missing-file", written))
        .at(file, span)
        .help(or_else(nearest, message!("link-missing-file-help")))
}

/// "did you mean", or other help when nothing is near.
pub(super) fn or_else(nearest: &[impl Display], otherwise: Message) -> Message {
    match nearest {
        [] => otherwise,
        names => message!("help-did-you-mean", names = Arg::any_of(names)),
    }
}
