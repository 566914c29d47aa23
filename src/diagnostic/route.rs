//! Problems with URLs: claimed twice, or not safe.

use super::{Code, Diagnostic, Span};
use crate::path::{PathProblem, SourcePath, UrlPath};
use crate::routes::Claim;

const COLLISION: Code = Code::guard("route/collision");
const UNSAFE_URL: Code = Code::guard("route/unsafe-url");
const NEEDLESS_ALIAS: Code = Code::warning("route/needless-alias");

/// The codes of this area.
pub const CODES: &[Code] = &[COLLISION, UNSAFE_URL, NEEDLESS_ALIAS];

/// Two things at one URL.
pub fn collision(url: &UrlPath, one: &Claim, two: &Claim) -> Diagnostic {
    let message = match two.what == one.what {
        true => format!("{} and another one both claim `{url}`", two.what),
        false => format!("{} and {} both claim `{url}`", two.what, one.what),
    };
    let mut diagnostic = Diagnostic::new(COLLISION, message);
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
    diagnostic.help(
        "give one of them another `slug:`, name or place; the `slug:` of a tag stands in \
         `content/tags/<tag>.md`, and upper and lower case are the same in URLs here",
    )
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
    diagnostic.help(
        "remove it; upper and lower case, and `index.html` at the end, make no other address here",
    )
}
