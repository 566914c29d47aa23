//! Problems with URLs: claimed twice, or not safe.

use super::{Code, Diagnostic, Span};
use crate::path::{PathProblem, SourcePath};

const COLLISION: Code = Code::guard("route/collision");
const UNSAFE_URL: Code = Code::guard("route/unsafe-url");
const NEEDLESS_ALIAS: Code = Code::warning("route/needless-alias");

/// The codes of this area.
pub const CODES: &[Code] = &[COLLISION, UNSAFE_URL, NEEDLESS_ALIAS];

/// What claims a URL.
#[derive(Debug)]
pub struct Claim {
    /// For example `the post`.
    pub what: String,
    /// The file behind it, and the place in it.
    pub file: Option<(SourcePath, Option<Span>)>,
    /// What would give it another address, for example "another `slug:`"; empty if
    /// nothing does.
    pub remedy: String,
}

/// Two things at one URL; `config` is where both come from if no other file does.
pub fn collision(url: &str, one: &Claim, two: &Claim, config: &SourcePath) -> Diagnostic {
    let message = match two.what == one.what {
        true => format!("{} and another one both claim `{url}`", two.what),
        false => format!("{} and {} both claim `{url}`", two.what, one.what),
    };
    let mut diagnostic = Diagnostic::new(COLLISION, message).in_file(config);
    let (main, other) = if two.file.is_some() {
        (two, one)
    } else {
        (one, two)
    };
    if let Some((file, span)) = &main.file {
        diagnostic.file = Some(file.clone());
        diagnostic.span = *span;
    }
    if let Some((file, span)) = &other.file {
        diagnostic = diagnostic.label(file, *span, format!("{} is here", other.what));
    }
    let mut remedies = vec![main.remedy.as_str(), other.remedy.as_str()];
    remedies.dedup();
    remedies.retain(|remedy| !remedy.is_empty());
    let case = "upper and lower case are the same in addresses here";
    match remedies.is_empty() {
        true => diagnostic.help(case),
        false => diagnostic.help(format!("write {}; {case}", remedies.join(", or "))),
    }
}

/// A URL that some host or system can't have.
pub fn unsafe_url(file: &SourcePath, span: Option<Span>, problem: &PathProblem) -> Diagnostic {
    let diagnostic = Diagnostic::new(
        UNSAFE_URL,
        format!("no safe URL can be made of this: {problem}"),
    );
    let diagnostic = match span.filter(|span| span.end > span.start) {
        Some(span) => diagnostic.at(file, span),
        None => diagnostic.in_file(file),
    };
    diagnostic.help(
        "rename the file, or set a `slug:` of letters, digits and hyphens (for a tag in `content/tags/<name>.md`)",
    )
}

/// An alias for an address that the document has already: its own, or that of the
/// alias at `first`.
pub fn needless_alias(
    file: &SourcePath,
    span: Span,
    written: &str,
    first: Option<Span>,
) -> Diagnostic {
    let what = match first {
        None => "is where the text itself is published",
        Some(_) => "is the same address as an earlier one",
    };
    let diagnostic =
        Diagnostic::new(NEEDLESS_ALIAS, format!("the alias `{written}` {what}")).at(file, span);
    let diagnostic = match first {
        Some(first) => diagnostic.label(file, Some(first), "the earlier one".to_owned()),
        None => diagnostic,
    };
    diagnostic.help("remove it; `index.html` at the end makes no other address")
}
