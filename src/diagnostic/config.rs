//! Problems of site.yaml.
//!
//! Owns one constructor for each problem that only the configuration has; those of any
//! map of keys are in [`super::keys`]. Must never know how it is read.

use super::link::Unpublished;
use super::suggest::did_you_mean;
use super::{Code, Diagnostic, Span, base_url};
use crate::message;
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
    Diagnostic::new(
        BAD_BASE_URL,
        message!("config-bad-base-url", written, reason),
    )
    .at(file, span)
    .help(format!("write `{line}`"))
}

/// Not an identity of a site; `proposal` is one.
pub fn bad_id(file: &SourcePath, span: Span, written: &str, proposal: &str) -> Diagnostic {
    Diagnostic::new(
        BAD_ID,
        format!("`{written}` can't be the identity of a site: it is no UUID"),
    )
    .at(file, span)
    .help(format!(
        "write `id: {proposal}`, or leave `id` out if the blog has readers already"
    ))
}

/// A link to a file in a text of the configuration; `url` is the page's address.
pub fn link_by_file(
    file: &SourcePath,
    span: Span,
    target: &SourcePath,
    url: &UrlPath,
) -> Diagnostic {
    Diagnostic::new(
        LINK_BY_FILE,
        format!(
            "a text of site.yaml can't link to the file `{target}`, only to the page's address"
        ),
    )
    .at(file, span)
    .help(format!("write `{url}` for `{target}`"))
}

/// Not a time zone.
pub fn bad_timezone(
    file: &SourcePath,
    span: Span,
    written: &str,
    near: Option<&str>,
) -> Diagnostic {
    Diagnostic::new(
        BAD_TIMEZONE,
        format!("`{written}` is not a time zone{}", did_you_mean(near)),
    )
    .at(file, span)
    .help(format!(
        "write `timezone: {}`",
        near.unwrap_or("Europe/Stockholm")
    ))
}

/// Not a form of URLs; `meant` is one.
pub fn bad_permalink(
    file: &SourcePath,
    span: Span,
    written: &str,
    why: &str,
    meant: &str,
) -> Diagnostic {
    Diagnostic::new(BAD_PERMALINK, format!("the permalink `{written}` {why}"))
        .at(file, span)
        .help(format!("write `permalink: {meant}`"))
}

/// A path, or nothing, for a theme's name.
pub fn bad_theme(file: &SourcePath, span: Span, written: &str) -> Diagnostic {
    Diagnostic::new(
        BAD_THEME,
        format!("`{written}` can't be the name of a theme"),
    )
    .at(file, span)
    .help("write the name of a folder in `themes/`, or `theme: default`")
}

/// Not a page below `content/pages/`.
pub fn bad_page(file: &SourcePath, span: Span, key: &str, written: &str) -> Diagnostic {
    Diagnostic::new(BAD_PAGE, format!("`{written}` is not a page of the site"))
        .at(file, span)
        .help(format!("write `{key}: pages/kommentarsregler.md`"))
}

/// Shortcomings beside full conformity, or none beside another.
pub fn unclear_conformity(file: &SourcePath, span: Span, conformity: &str) -> Diagnostic {
    let (what, help) = match conformity {
        "full" => (
            "what conforms in full can't have shortcomings",
            "write `conformity: partial`, or remove `problems` and `burden`",
        ),
        _ => (
            "an accessibility statement must tell what does not conform",
            "list it under `problems: [{text: …, reason: …}]`, or write `conformity: full`",
        ),
    };
    Diagnostic::new(UNCLEAR_CONFORMITY, what.to_owned())
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
    Diagnostic::new(
        OLD_ASSESSMENT,
        format!(
            "the accessibility of the site was last assessed on {date}, more than twelve months ago"
        ),
    )
    .at(file, span)
    .help("assess the site again, and change `assessed`, `updated` and `problems`")
}

/// A public actor that names nobody who answers for what is published.
pub fn no_responsible(file: &SourcePath, span: Span) -> Diagnostic {
    Diagnostic::new(
        NO_RESPONSIBLE,
        "nobody is named who answers for the content of a public actor's blog",
    )
    .at(file, span)
    .help("add `responsible: {name: …, role: …, email: …}`; readers find it under each post")
}

/// A code that no diagnostic has.
pub fn unknown_code(
    file: &SourcePath,
    span: Span,
    written: &str,
    near: Option<&str>,
) -> Diagnostic {
    let diagnostic = Diagnostic::new(
        UNKNOWN_CODE,
        format!(
            "no diagnostic has the code `{written}`{}",
            did_you_mean(near)
        ),
    )
    .at(file, span);
    match near {
        Some(near) => diagnostic.help(format!("write `{near}`")),
        None => diagnostic.help("copy the code from between the square brackets of a message"),
    }
}

/// A code that a site can't lower.
pub fn guarded_code(file: &SourcePath, span: Span, code: &str) -> Diagnostic {
    Diagnostic::new(
        GUARDED_CODE,
        format!("`{code}` keeps a promise of nitton, so it can't be lowered"),
    )
    .at(file, span)
    .help("remove this line, and correct what is reported")
}
