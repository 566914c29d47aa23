//! Problems of site.yaml.
//!
//! Owns one constructor for each problem that only the configuration has; those of any
//! map of keys are in [`super::keys`]. Must never know how it is read.

use super::link::Unpublished;
use super::{Code, Diagnostic, Span, base_url};
use crate::message;
use crate::message::Message;
use crate::path::{NoBaseUrl, SourcePath, UrlPath};

/// Not the address of a site.
pub const BAD_BASE_URL: Code = Code::guard("config/bad-base-url");
/// Not an identity.
pub const BAD_ID: Code = Code::guard("config/bad-id");
/// Not a time zone.
pub const BAD_TIMEZONE: Code = Code::guard("config/bad-timezone");
/// Not a form of URLs.
pub const BAD_PERMALINK: Code = Code::guard("config/bad-permalink");
/// Not the name of a theme.
pub const BAD_THEME: Code = Code::guard("config/bad-theme");
/// Not a page.
pub const BAD_PAGE: Code = Code::error("config/bad-page");
/// A link to a file in a text that belongs to no document.
pub const LINK_BY_FILE: Code = Code::error("config/link-by-file");
/// A draft to which every page would lead.
pub const WITHHELD_PAGE: Code = Code::guard("config/withheld-page");
/// A statement that contradicts itself.
pub const UNCLEAR_CONFORMITY: Code = Code::error("config/unclear-conformity");
/// An assessment that is too old to go by.
pub const OLD_ASSESSMENT: Code = Code::warning("config/old-assessment");
/// A public actor's blog for whose content nobody answers.
pub const NO_RESPONSIBLE: Code = Code::warning("config/no-responsible");
/// A code that no diagnostic has.
pub const UNKNOWN_CODE: Code = Code::error("config/unknown-code");
/// A code that a site can't lower.
pub const GUARDED_CODE: Code = Code::guard("config/guarded-code");

/// All codes of this area.
pub const CODES: &[Code] = &[
    BAD_BASE_URL,
    BAD_ID,
    BAD_TIMEZONE,
    BAD_PERMALINK,
    BAD_THEME,
    BAD_PAGE,
    LINK_BY_FILE,
    WITHHELD_PAGE,
    UNCLEAR_CONFORMITY,
    OLD_ASSESSMENT,
    NO_RESPONSIBLE,
    UNKNOWN_CODE,
    GUARDED_CODE,
];

/// Not the address of a site; `line` is a whole line.
pub fn bad_base_url(
    file: &SourcePath,
    span: Span,
    written: &str,
    why: &NoBaseUrl,
    line: &str,
) -> Diagnostic {
    let reason = base_url::reason(why);
    let message = message!("config-bad-base-url", written, reason);
    Diagnostic::new(BAD_BASE_URL, message)
        .at(file, span)
        .help(message!("help-write", line))
}

/// Not an identity of a site; `proposal` is one.
pub fn bad_id(file: &SourcePath, span: Span, written: &str, proposal: &str) -> Diagnostic {
    let line = format!("id: {proposal}");
    Diagnostic::new(BAD_ID, message!("config-bad-id", written))
        .at(file, span)
        .help(message!("config-bad-id-help", line))
}

/// A link to a file in a text of the configuration; `url` is the page's address.
pub fn link_by_file(
    file: &SourcePath,
    span: Span,
    target: &SourcePath,
    url: &UrlPath,
) -> Diagnostic {
    let url = url.as_str();
    Diagnostic::new(LINK_BY_FILE, message!("config-link-by-file", target))
        .at(file, span)
        .help(message!("config-link-by-file-help", url, target))
}

/// Not a time zone.
pub fn bad_timezone(
    file: &SourcePath,
    span: Span,
    written: &str,
    near: Option<&str>,
) -> Diagnostic {
    let message = match near {
        Some(near) => message!("config-bad-timezone-near", written, near),
        None => message!("config-bad-timezone", written),
    };
    let line = format!("timezone: {}", near.unwrap_or("Europe/Stockholm"));
    Diagnostic::new(BAD_TIMEZONE, message)
        .at(file, span)
        .help(message!("help-write", line))
}

/// Not a form of URLs, for a `reason` that names it; `meant` is one.
pub fn bad_permalink(file: &SourcePath, span: Span, reason: Message, meant: &str) -> Diagnostic {
    let line = format!("permalink: {meant}");
    Diagnostic::new(BAD_PERMALINK, reason)
        .at(file, span)
        .help(message!("help-write", line))
}

/// A path, or nothing, for a theme's name.
pub fn bad_theme(file: &SourcePath, span: Span, written: &str) -> Diagnostic {
    Diagnostic::new(BAD_THEME, message!("config-bad-theme", written))
        .at(file, span)
        .help(message!("config-bad-theme-help"))
}

/// Not a page below `content/pages/`.
pub fn bad_page(file: &SourcePath, span: Span, key: &str, written: &str) -> Diagnostic {
    let line = format!("{key}: pages/kommentarsregler.md");
    Diagnostic::new(BAD_PAGE, message!("config-bad-page", written))
        .at(file, span)
        .help(message!("help-write", line))
}

/// Shortcomings beside full conformity, or none beside another.
pub fn unclear_conformity(file: &SourcePath, span: Span, conformity: &str) -> Diagnostic {
    let (message, help) = match conformity {
        "full" => {
            let help = message!("config-unclear-full-help");
            (message!("config-unclear-full"), help)
        }
        _ => {
            let line = "problems: [{text: …, reason: …}]";
            let help = message!("config-unclear-partial-help", line);
            (message!("config-unclear-partial"), help)
        }
    };
    Diagnostic::new(UNCLEAR_CONFORMITY, message)
        .at(file, span)
        .help(help)
}

/// A page that every page of the site would name, and that isn't published.
pub fn unpublished_page(
    file: &SourcePath,
    span: Span,
    written: &str,
    why: Unpublished,
) -> Diagnostic {
    Diagnostic::new(
        WITHHELD_PAGE,
        message!("config-unpublished-page", written, reason = why.reason()),
    )
    .at(file, span)
    .help(message!("config-unpublished-page-help"))
}

/// An assessment of accessibility from more than a year ago.
pub fn old_assessment(file: &SourcePath, span: Span, date: &str) -> Diagnostic {
    Diagnostic::new(OLD_ASSESSMENT, message!("config-old-assessment", date))
        .at(file, span)
        .help(message!("config-old-assessment-help"))
}

/// A public actor that names nobody who answers for what is published.
pub fn no_responsible(file: &SourcePath, span: Span) -> Diagnostic {
    let line = "responsible: {name: …, role: …, email: …}";
    Diagnostic::new(NO_RESPONSIBLE, message!("config-no-responsible"))
        .at(file, span)
        .help(message!("config-no-responsible-help", line))
}

/// A code that no diagnostic has.
pub fn unknown_code(
    file: &SourcePath,
    span: Span,
    written: &str,
    near: Option<&str>,
) -> Diagnostic {
    let (message, help) = match near {
        Some(near) => {
            let message = message!("config-unknown-code-near", written, near);
            (message, message!("help-write", line = near))
        }
        None => {
            let message = message!("config-unknown-code", written);
            (message, message!("config-unknown-code-help"))
        }
    };
    Diagnostic::new(UNKNOWN_CODE, message)
        .at(file, span)
        .help(help)
}

/// A code that a site can't lower.
pub fn guarded_code(file: &SourcePath, span: Span, code: &str) -> Diagnostic {
    Diagnostic::new(GUARDED_CODE, message!("config-guarded-code", code))
        .at(file, span)
        .help(message!("config-guarded-code-help"))
}
