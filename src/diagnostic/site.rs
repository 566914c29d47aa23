//! Problems that show only when all documents are seen together.

use super::{Code, Diagnostic, Span, count};
use crate::path::SourcePath;

const DUPLICATE_ID: Code = Code::guard("site/duplicate-id");
const UNKNOWN_AUTHOR: Code = Code::error("site/unknown-author");
const UNKNOWN_NETWORK: Code = Code::error("site/unknown-network");
const NEAR_PROFILE: Code = Code::warning("site/near-profile");
const AMBIGUOUS_NAME: Code = Code::guard("site/ambiguous-name");
const DUPLICATE_TRANSLATION: Code = Code::warning("site/duplicate-translation");
const REPEATED_TERM: Code = Code::warning("site/repeated-term");
const EMPTY_TERM_SLUG: Code = Code::guard("site/empty-term-slug");
const NEAR_DUPLICATE: Code = Code::warning("site/near-duplicate-terms");
const OUTDATED_PAGE: Code = Code::warning("site/outdated-page");
/// What `nitton new` or `nitton init` wrote for somebody to replace.
pub const PLACEHOLDER: Code = Code::warning("site/placeholder");

/// The codes of this area.
pub const CODES: &[Code] = &[
    DUPLICATE_ID,
    UNKNOWN_AUTHOR,
    UNKNOWN_NETWORK,
    NEAR_PROFILE,
    AMBIGUOUS_NAME,
    DUPLICATE_TRANSLATION,
    REPEATED_TERM,
    EMPTY_TERM_SLUG,
    NEAR_DUPLICATE,
    OUTDATED_PAGE,
    PLACEHOLDER,
];

/// A profile of an author, a network or a tag, as messages speak of it.
#[derive(Debug, Clone, Copy)]
pub struct Named<'a> {
    /// What posts refer to.
    pub id: &'a str,
    /// The name that readers see.
    pub name: &'a str,
    /// Where that is written.
    pub place: (&'a SourcePath, Span),
}

/// A term of some posts, as messages speak of it.
#[derive(Debug, Clone, Copy)]
pub struct Used<'a> {
    /// The name that readers see.
    pub name: &'a str,
    /// Of how many posts.
    pub posts: usize,
    /// Where one of them names it.
    pub place: (&'a SourcePath, Span),
}

/// Two posts with the same `id`.
pub fn duplicate_id(
    file: &SourcePath,
    span: Span,
    id: &str,
    other: &SourcePath,
    place: Span,
) -> Diagnostic {
    Diagnostic::new(
        DUPLICATE_ID,
        format!("the id `{id}` belongs to another post already"),
    )
    .at(file, span)
    .label(other, Some(place), "it is used here first")
    .help("readers of feeds know a post by its id: give one of the two an `id:` of its own")
}

/// A text that nitton wrote for its owner to replace.
pub fn placeholder(file: &SourcePath, span: Span, written: &str) -> Diagnostic {
    Diagnostic::new(
        PLACEHOLDER,
        format!("`{written}` is what nitton wrote here for you to replace"),
    )
    .at(file, span)
    .help("write your own words, or remove it")
}

/// `Lorem ipsum`, `TODO` or `[länk]`: a text that its author meant to finish.
pub fn unfinished(file: &SourcePath, span: Span, written: &str) -> Diagnostic {
    Diagnostic::new(
        PLACEHOLDER,
        format!("`{written}` stands in for something that is to be written"),
    )
    .at(file, span)
    .help("write what belongs here, or remove it; until then `draft: true` keeps the text from readers")
}

/// The address that nitton wrote for a site, and that nobody can have.
pub fn example_address(file: &SourcePath, span: Span, written: &str) -> Diagnostic {
    Diagnostic::new(
        PLACEHOLDER,
        format!("`{written}` is what nitton wrote here for you to replace: nobody can have it"),
    )
    .at(file, span)
    .help("write the address that the blog will have: it stands in feeds, links and previews")
}

/// A page that is published although what it says holds no longer.
pub fn outdated_page(file: &SourcePath, span: Span, day: &str) -> Diagnostic {
    Diagnostic::new(
        OUTDATED_PAGE,
        format!("the page says that it is valid until {day}, which has passed"),
    )
    .at(file, span)
    .help("look through the page and move the date; `expires` would take the page away by itself")
}

/// An id of an author without a profile; `near` is a known one.
pub fn unknown_author(file: &SourcePath, span: Span, name: &str, near: Option<&str>) -> Diagnostic {
    let message = format!("there is no author `{name}`");
    let diagnostic = Diagnostic::new(UNKNOWN_AUTHOR, message).at(file, span);
    without_profile(diagnostic, &format!("content/authors/{name}.md"), near)
}

/// An id of a network without a profile; `near` is a known one.
pub fn unknown_network(
    file: &SourcePath,
    span: Span,
    name: &str,
    near: Option<&str>,
) -> Diagnostic {
    let message = format!("there is no network `{name}`");
    let diagnostic = Diagnostic::new(UNKNOWN_NETWORK, message).at(file, span);
    without_profile(diagnostic, &format!("content/networks/{name}.md"), near)
}

fn without_profile(diagnostic: Diagnostic, profile: &str, near: Option<&str>) -> Diagnostic {
    let diagnostic = match near {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None => diagnostic,
    };
    diagnostic.help(format!(
        "write the profile `{profile}` with `name: …`, or write the name as readers shall see it"
    ))
}

/// A plain name that is almost a profile's; `word` says of what kind it is.
pub fn near_profile(
    file: &SourcePath,
    span: Span,
    word: &str,
    name: &str,
    profile: Named<'_>,
) -> Diagnostic {
    let (other, place) = profile.place;
    Diagnostic::new(
        NEAR_PROFILE,
        format!(
            "`{name}` has no profile, but the {word} `{}` has",
            profile.name
        ),
    )
    .at(file, span)
    .label(other, Some(place), "this name is almost the same")
    .help(format!("if they are one, write `{}`", profile.id))
}

/// A name that two profiles have; `word` says of what kind they are.
pub fn ambiguous_name(
    file: &SourcePath,
    span: Span,
    word: &str,
    name: &str,
    [one, two]: [Named<'_>; 2],
) -> Diagnostic {
    Diagnostic::new(
        AMBIGUOUS_NAME,
        format!("two profiles have the name `{name}`"),
    )
    .at(file, span)
    .label(one.place.0, Some(one.place.1), "this one")
    .label(two.place.0, Some(two.place.1), "and this one")
    .help(format!(
        "write the {word}'s id: `{}` or `{}`",
        one.id, two.id
    ))
}

/// Two posts of one language with one `translation_key`; the `other` one serves.
pub fn duplicate_translation(
    (file, span): (&SourcePath, Span),
    key: &str,
    (other, place): (&SourcePath, Span),
) -> Diagnostic {
    Diagnostic::new(
        DUPLICATE_TRANSLATION,
        format!("another post in the same language has the translation key `{key}`"),
    )
    .at(file, span)
    .label(other, Some(place), "this one serves")
    .help("set `lang:` of the translation, or give one of them another key")
}

/// The same term twice on one post.
pub fn repeated_term(file: &SourcePath, span: Span, word: &str, name: &str) -> Diagnostic {
    Diagnostic::new(REPEATED_TERM, format!("the {word} `{name}` is named twice"))
        .at(file, span)
        .help("remove one of the two; upper and lower case and spaces make no difference")
}

/// A term of which no part of a URL can be made; `folder` is that of its profiles.
pub fn empty_term_slug(
    file: &SourcePath,
    span: Span,
    (word, folder): (&str, &str),
    name: &str,
) -> Diagnostic {
    Diagnostic::new(
        EMPTY_TERM_SLUG,
        format!("the {word} `{name}` has no letter or digit to make a URL of"),
    )
    .at(file, span)
    .help(format!(
        "write another name, or a profile in `content/{folder}/` with a `slug:`"
    ))
}

/// Two terms of which the rare one is probably a misspelling.
pub fn near_duplicate_terms(word: &str, rare: Used<'_>, common: Used<'_>) -> Diagnostic {
    let ((file, span), (other, place)) = (rare.place, common.place);
    Diagnostic::new(
        NEAR_DUPLICATE,
        format!(
            "the {word}s `{}` and `{}` are almost the same",
            rare.name, common.name
        ),
    )
    .at(file, span)
    .label(
        other,
        Some(place),
        format!("on {}", count(common.posts, "post")),
    )
    .help(format!(
        "if they are one, write `{}` everywhere",
        common.name
    ))
}
