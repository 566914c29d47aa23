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

/// Two things at one URL, or at two that differ `by_case` only; `config` is where both
/// come from if no other file does.
pub fn collision(
    (url, by_case): (&str, bool),
    (one, two): (&Claim, &Claim),
    config: &SourcePath,
) -> Diagnostic {
    let what = |claim: &Claim| claim.what.clone();
    let message = match two.what == one.what {
        true => {
            let kind = &*two.what.key;
            message!("route-collision-same", kind, what = what(two), url)
        }
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
    let remedies = remedies(main.remedy.clone(), other.remedy.clone());
    if !remedies.is_empty() {
        let remedies = Arg::AnyOf(remedies.into_iter().map(Arg::Message).collect());
        diagnostic = diagnostic.help(message!("route-collision-help", remedies));
    }
    match by_case {
        true => diagnostic.help(message!("route-collision-help-case")),
        false => diagnostic,
    }
}

/// What would end a collision: the same in either of two files is said once.
fn remedies(one: Option<Message>, two: Option<Message>) -> Vec<Message> {
    let mut remedies: Vec<Message> = one.into_iter().chain(two).collect();
    remedies.dedup();
    if let [one, two] = &mut remedies[..]
        && one.key == two.key
        && let [(_, Arg::AnyOf(files))] = &mut one.args[..]
        && let [(_, Arg::AnyOf(others))] = &mut two.args[..]
    {
        files.append(others);
        remedies.truncate(1);
    }
    remedies
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
