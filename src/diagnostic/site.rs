//! Problems that show only when all documents are seen together.

use super::{Code, Diagnostic, Span};
use crate::message;
use crate::message::Arg;
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
    let label = message!("site-duplicate-id-label");
    Diagnostic::new(DUPLICATE_ID, message!("site-duplicate-id", id))
        .at(file, span)
        .label(other, Some(place), label)
        .help(message!("site-duplicate-id-help"))
}

/// A text that nitton wrote for its owner to replace.
pub fn placeholder(file: &SourcePath, span: Span, written: &str) -> Diagnostic {
    Diagnostic::new(PLACEHOLDER, message!("site-placeholder", written))
        .at(file, span)
        .help(message!("site-placeholder-help"))
}

/// `Lorem ipsum`, `TODO` or `[länk]`: a text that its author meant to finish.
pub fn unfinished(file: &SourcePath, span: Span, written: &str) -> Diagnostic {
    let line = "draft: true";
    Diagnostic::new(PLACEHOLDER, message!("site-unfinished", written))
        .at(file, span)
        .help(message!("site-unfinished-help", line))
}

/// The address that nitton wrote for a site, and that nobody can have.
pub fn example_address(file: &SourcePath, span: Span, written: &str) -> Diagnostic {
    Diagnostic::new(PLACEHOLDER, message!("site-example-address", written))
        .at(file, span)
        .help(message!("site-example-address-help"))
}

/// A page that is published although what it says holds no longer.
pub fn outdated_page(file: &SourcePath, span: Span, day: &str) -> Diagnostic {
    Diagnostic::new(OUTDATED_PAGE, message!("site-outdated-page", day))
        .at(file, span)
        .help(message!("site-outdated-page-help"))
}

/// An id of an author without a profile; `near` is a known one.
pub fn unknown_author(file: &SourcePath, span: Span, name: &str, near: Option<&str>) -> Diagnostic {
    let message = message!("site-unknown-author", name);
    let diagnostic = Diagnostic::new(UNKNOWN_AUTHOR, message).at(file, span);
    without_profile(diagnostic, format!("content/authors/{name}.md"), near)
}

/// An id of a network without a profile; `near` is a known one.
pub fn unknown_network(
    file: &SourcePath,
    span: Span,
    name: &str,
    near: Option<&str>,
) -> Diagnostic {
    let message = message!("site-unknown-network", name);
    let diagnostic = Diagnostic::new(UNKNOWN_NETWORK, message).at(file, span);
    without_profile(diagnostic, format!("content/networks/{name}.md"), near)
}

fn without_profile(mut diagnostic: Diagnostic, profile: String, near: Option<&str>) -> Diagnostic {
    if let Some(near) = near {
        let names = Arg::any_of([near]);
        diagnostic = diagnostic.help(message!("help-did-you-mean", names));
    }
    let line = "name: …";
    diagnostic.help(message!("site-without-profile-help", profile, line))
}

/// A plain name that is almost a profile's; `kind` is `author`, `network` or `tag`.
pub fn near_profile(
    file: &SourcePath,
    span: Span,
    kind: &str,
    name: &str,
    profile: Named<'_>,
) -> Diagnostic {
    let ((other, place), id) = (profile.place, profile.id);
    let message = message!("site-near-profile", name, kind, profile = profile.name);
    Diagnostic::new(NEAR_PROFILE, message)
        .at(file, span)
        .label(other, Some(place), message!("site-near-profile-label"))
        .help(message!("site-near-profile-help", id))
}

/// A name that two profiles have; `kind` is `author`, `network` or `tag`.
pub fn ambiguous_name(
    file: &SourcePath,
    span: Span,
    kind: &str,
    name: &str,
    [one, two]: [Named<'_>; 2],
) -> Diagnostic {
    let ids = Arg::any_of([one.id, two.id]);
    let first = message!("site-ambiguous-name-label");
    let second = message!("site-ambiguous-name-label-2");
    Diagnostic::new(AMBIGUOUS_NAME, message!("site-ambiguous-name", name))
        .at(file, span)
        .label(one.place.0, Some(one.place.1), first)
        .label(two.place.0, Some(two.place.1), second)
        .help(message!("site-ambiguous-name-help", kind, ids))
}

/// Two posts of one language with one `translation_key`; the `other` one serves.
pub fn duplicate_translation(
    (file, span): (&SourcePath, Span),
    key: &str,
    (other, place): (&SourcePath, Span),
) -> Diagnostic {
    let label = message!("site-duplicate-translation-label");
    let message = message!("site-duplicate-translation", key);
    Diagnostic::new(DUPLICATE_TRANSLATION, message)
        .at(file, span)
        .label(other, Some(place), label)
        .help(message!("site-duplicate-translation-help"))
}

/// The same term twice on one post; `kind` is `author`, `network` or `tag`.
pub fn repeated_term(file: &SourcePath, span: Span, kind: &str, name: &str) -> Diagnostic {
    Diagnostic::new(REPEATED_TERM, message!("site-repeated-term", kind, name))
        .at(file, span)
        .help(message!("site-repeated-term-help"))
}

/// A term of which no part of a URL can be made; `folder` is that of its profiles.
pub fn empty_term_slug(
    file: &SourcePath,
    span: Span,
    (kind, folder): (&str, &str),
    name: &str,
) -> Diagnostic {
    let message = message!("site-empty-term-slug", kind, name);
    Diagnostic::new(EMPTY_TERM_SLUG, message)
        .at(file, span)
        .help(message!("site-empty-term-slug-help", folder))
}

/// Two terms of which the rare one is probably a misspelling.
pub fn near_duplicate_terms(kind: &str, rare: Used<'_>, common: Used<'_>) -> Diagnostic {
    let ((file, span), (other, place)) = (rare.place, common.place);
    let posts = common.posts;
    let (rare, common) = (rare.name, common.name);
    let label = message!("site-near-duplicate-label", posts);
    let message = message!("site-near-duplicate", kind, rare, common);
    Diagnostic::new(NEAR_DUPLICATE, message)
        .at(file, span)
        .label(other, Some(place), label)
        .help(message!("site-near-duplicate-help", common))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::Language;

    #[test]
    fn terms_are_spoken_of_by_their_kind_and_number() {
        let file = SourcePath::new("content/posts/a.md");
        let used = |name, posts| Used {
            name,
            posts,
            place: (&file, Span::new(0, 1)),
        };
        let of = |kind, posts, language| {
            let found = near_duplicate_terms(kind, used("hyra", 1), used("hyror", posts));
            let words = found.in_words(language);
            format!("{} / {}", words.message, words.labels[0].text)
        };
        assert_eq!(
            of("tag", 1, Language::English),
            "the tags `hyra` and `hyror` are almost the same / on 1 post"
        );
        assert_eq!(
            of("network", 12, Language::English),
            "the networks `hyra` and `hyror` are almost the same / on 12 posts"
        );
        assert_eq!(
            of("author", 12, Language::Swedish),
            "författarna `hyra` och `hyror` är nästan likadana / på 12 inlägg"
        );
    }
}
