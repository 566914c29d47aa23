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

/// `[](address)`: nobody sees it, and a screen reader says only "link".
pub fn without_text(file: &SourcePath, span: Span) -> Diagnostic {
    Diagnostic::new(
        WITHOUT_TEXT,
        "the link has no text, so nobody can follow it",
    )
    .at(file, span)
    .help("write between `[` and `]` what it leads to, or remove it")
}

/// `javascript:` and its friends, and everything else that isn't known to be harmless.
pub fn unsafe_scheme(file: &SourcePath, span: Span, scheme: &str) -> Diagnostic {
    let local = scheme == "file" || scheme.len() == 1;
    Diagnostic::new(
        UNSAFE_SCHEME,
        format!("a link may not begin with `{scheme}:`"),
    )
    .at(file, span)
    .help(if local {
        "put the file beside this one and link to it by its name"
    } else {
        "link to an address that begins with `https:`, `http:`, `mailto:`, `tel:`, `sms:` or `xmpp:`, or to a file of the site"
    })
}

/// `../../../etc/passwd`.
pub fn outside_site(file: &SourcePath, span: Span, written: &str) -> Diagnostic {
    Diagnostic::new(
        OUTSIDE_SITE,
        format!("`{written}` leads out of the site's folder"),
    )
    .at(file, span)
    .help("count its `../`; they begin at this file's folder")
}

/// `www.example.se` or `namn@example.se`; `corrected` has the scheme.
pub fn no_scheme(file: &SourcePath, span: Span, written: &str, corrected: &str) -> Diagnostic {
    Diagnostic::new(NO_SCHEME, message!("link-no-scheme", written))
        .at(file, span)
        .help(message!("help-write", line = corrected))
}

/// `https//x.se` or `mailto://namn@x.se`: almost an address.
pub fn misspelt(file: &SourcePath, span: Span, written: &str, corrected: &str) -> Diagnostic {
    Diagnostic::new(
        BAD_SCHEME,
        format!("the beginning of `{written}` is misspelt, so it leads nowhere"),
    )
    .at(file, span)
    .help(format!("write `{corrected}`"))
}

/// `<www.example.se>`: only whole addresses are links between `<` and `>`.
pub fn no_scheme_in_angles(file: &SourcePath, span: Span, corrected: &str) -> Diagnostic {
    Diagnostic::new(
        NO_SCHEME,
        "between `<` and `>` only an address with its `https://` is a link: readers would see them",
    )
    .at(file, span)
    .help(format!("write `<{corrected}>`"))
}

/// `mapp\fil.md`, as Windows writes it.
pub fn backslash(file: &SourcePath, span: Span, written: &str, corrected: &str) -> Diagnostic {
    Diagnostic::new(BACKSLASH, format!("`{written}` has a backslash in it"))
        .at(file, span)
        .help(format!("write `{corrected}`"))
}

/// `[text]()`.
pub fn empty(file: &SourcePath, span: Span) -> Diagnostic {
    Diagnostic::new(EMPTY, "the link has no address")
        .at(file, span)
        .help("write the address between `(` and `)`, or remove the brackets")
}

/// `http://localhost/`, `//2015/05/a/`, `https://`: `corrected` is how it was meant.
pub fn unreachable_host(
    file: &SourcePath,
    span: Span,
    written: &str,
    host: &str,
    corrected: Option<&str>,
) -> Diagnostic {
    Diagnostic::new(
        UNREACHABLE_HOST,
        match host {
            "" => format!("`{written}` names no site"),
            _ => format!("no reader can reach `{host}`: it is known on one computer or in one network, or no name of a site"),
        },
    )
    .at(file, span)
    .help(corrected.map_or_else(
        || "write the address that readers have; a page of this site is linked to by its file, such as `../2021/namn.md`, or from the root, `/om/`".into(),
        |address| format!("write `{address}`: two `/` begin the name of another site"),
    ))
}

/// A page that isn't there; `nearest` are existing ones with similar names, written
/// as they would stand in this link.
pub fn missing_page(
    file: &SourcePath,
    span: Span,
    written: &str,
    nearest: &[impl Display],
) -> Diagnostic {
    Diagnostic::new(MISSING_PAGE, format!("there is no page `{written}`"))
        .at(file, span)
        .help(or_else(
            nearest,
            "check the name; links to posts are written with their file, for example `../2021/natverk.md`",
        ))
}

/// An address of the site at which nothing is; `nearest` are existing ones.
pub fn missing_address(
    file: &SourcePath,
    span: Span,
    written: &str,
    nearest: &[&str],
) -> Diagnostic {
    Diagnostic::new(
        MISSING_PAGE,
        format!("there is no page `{written}`"),
    )
    .at(file, span)
    .help(or_else(
        nearest,
        "check the address; write it as a browser shows it behind the site's own, for example `/om/`",
    ))
}

/// A page that has no such place; `nearest` are ids that it has.
pub fn missing_fragment(
    file: &SourcePath,
    span: Span,
    page: &str,
    fragment: &str,
    nearest: &[&str],
) -> Diagnostic {
    let message = if page.is_empty() {
        format!("this page has no `#{fragment}`")
    } else {
        format!("`{page}` has no `#{fragment}`")
    };
    let ids: Vec<String> = nearest.iter().map(|id| format!("#{id}")).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    Diagnostic::new(MISSING_FRAGMENT, message)
        .at(file, span)
        .help(or_else(
            &ids,
            "give the heading an id, `## Rubrik {#id}`, or link to the page alone",
        ))
}

/// A page that exists but is a draft, scheduled or expired; `why` says which.
pub fn unpublished_page(file: &SourcePath, span: Span, written: &str, why: &str) -> Diagnostic {
    Diagnostic::new(
        WITHHELD_PAGE,
        format!("`{written}` is not published: {why}"),
    )
    .at(file, span)
    .help("publish that page first, or remove the link")
}

/// A file in the folder of a document that isn't published.
pub fn unpublished_file(file: &SourcePath, span: Span, written: &SourcePath) -> Diagnostic {
    Diagnostic::new(
        WITHHELD_PAGE,
        format!("`{written}` is not published: it lies in the folder of a draft, or of a scheduled or expired document"),
    )
    .at(file, span)
    .help("move it beside this file or under `static/`, or publish that document first")
}

/// A file that isn't there; `nearest` are existing ones with similar names.
pub fn missing_file(
    file: &SourcePath,
    span: Span,
    written: &str,
    nearest: &[impl Display],
) -> Diagnostic {
    Diagnostic::new(MISSING_FILE, format!("there is no file `{written}`"))
        .at(file, span)
        .help(or_else(
            nearest,
            "put the file beside this one, or under static/ and begin the address with `/`",
        ))
}

/// "did you mean", or other help when nothing is near.
pub(super) fn or_else(nearest: &[impl Display], otherwise: impl Into<Message>) -> Message {
    match nearest {
        [] => otherwise.into(),
        names => message!("help-did-you-mean", names = Arg::any_of(names)),
    }
}
