//! Problems with URLs: claimed twice, or not safe.

use super::{Code, Diagnostic, Span, paths};
use crate::message;
use crate::message::{Arg, Message};
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
    pub what: Message,
    /// The file behind it, and the place in it.
    pub file: Option<(SourcePath, Option<Span>)>,
    /// What would give it another address, for example "write another `slug`"; none if
    /// nothing does.
    pub remedy: Option<Message>,
}

/// Two things at one URL; `config` is where both come from if no other file does.
pub fn collision(url: &str, one: &Claim, two: &Claim, config: &SourcePath) -> Diagnostic {
    let what = |claim: &Claim| claim.what.clone();
    let message = match two.what == one.what {
        true => message!("route-collision-same", what = what(two), url),
        false => message!("route-collision", one = what(two), two = what(one), url),
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
        let label = message!("route-collision-label", what = what(other));
        diagnostic = diagnostic.label(file, *span, label);
    }
    let mut remedies: Vec<Message> = Vec::new();
    remedies.extend(main.remedy.clone());
    remedies.extend(other.remedy.clone());
    remedies.dedup();
    if remedies.is_empty() {
        return diagnostic.help(message!("route-collision-help-case"));
    }
    let remedies = Arg::AnyOf(remedies.into_iter().map(Arg::Message).collect());
    diagnostic.help(message!("route-collision-help", remedies))
}

/// A URL that some host or system can't have.
pub fn unsafe_url(file: &SourcePath, span: Option<Span>, problem: &PathProblem) -> Diagnostic {
    let problem = paths::reason(*problem);
    let diagnostic = Diagnostic::new(UNSAFE_URL, message!("route-unsafe-url", problem));
    let diagnostic = match span.filter(|span| span.end > span.start) {
        Some(span) => diagnostic.at(file, span),
        None => diagnostic.in_file(file),
    };
    diagnostic.help(message!("route-unsafe-url-help"))
}

/// An alias for an address that the document has already: its own, or that of the
/// alias at `first`.
pub fn needless_alias(
    file: &SourcePath,
    span: Span,
    written: &str,
    first: Option<Span>,
) -> Diagnostic {
    let message = match first {
        None => message!("route-needless-alias", written),
        Some(_) => message!("route-needless-alias-repeated", written),
    };
    let mut diagnostic = Diagnostic::new(NEEDLESS_ALIAS, message).at(file, span);
    if let Some(first) = first {
        let label = message!("route-needless-alias-label");
        diagnostic = diagnostic.label(file, Some(first), label);
    }
    diagnostic.help(message!("route-needless-alias-help"))
}
