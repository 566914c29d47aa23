//! What follows from where documents stand, whatever their texts say: terms, references,
//! translations.
//!
//! Owns the comparison by which all of it is taken from the site before: if the same
//! documents stand where they stood, it is the same, since nothing else goes into it.
//! Must never know URLs.
//!
//! At 10,000 posts that saves 13 of 18 ms of an edit of a text or a title, 13 of 25 of a
//! template, and 9 of 24 of a style sheet (November 2026, `docs/serve.md`); a part of it
//! is the table of addresses, which is rebuilt with the order.

use std::sync::{Arc, OnceLock};

use super::post_keys::PostKeys;
use super::published::Published;
use super::related::Rows;
use super::terms::{self, Terms};
use super::translations::{self, Translations};
use super::{OwnTerms, PageEntry, PostId, Reference, Site, UnpublishedDocument, identity};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Spanned};
use crate::locale::Locale;
use crate::parse::document::{Date, Name, Placement, Post, Profile, TermKind};
use crate::path::SourcePath;
use crate::table::{self, Table};

/// Documents with what was decided of them one by one.
pub(super) struct Placed<'a> {
    pub(super) config: &'a Arc<Config>,
    /// Newest first.
    pub(super) posts: &'a [Published],
    pub(super) pages: &'a [PageEntry],
    /// In the order of their files.
    pub(super) unpublished: &'a [UnpublishedDocument],
    pub(super) profiles: &'a [Arc<Profile>],
    pub(super) broken: &'a [SourcePath],
}

/// What follows from all of them together.
#[derive(Debug)]
pub(super) struct Order {
    pub(super) terms: Arc<Terms>,
    /// Each post's own.
    pub(super) own: Vec<OwnTerms>,
    /// The same for finding related posts, made when some are asked for.
    pub(super) rows: OnceLock<Rows>,
    /// The posts in the order of their files.
    pub(super) by_file: Vec<PostId>,
    /// What became of all files that are no published posts.
    pub(super) others: Table<SourcePath, Reference>,
    pub(super) translations: Translations,
    keys: PostKeys,
    pub(super) profiles: Vec<Arc<Profile>>,
    broken: Vec<SourcePath>,
    /// What is wrong with it. It names places in texts, which an edit may move.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// The order of documents; `by_file` are the posts in the order of their files.
pub(super) fn make(
    placed: &Placed<'_>,
    by_file: Vec<PostId>,
    locale: &Locale,
    before: Option<&Site>,
) -> Arc<Order> {
    let posts: Vec<&Arc<Post>> = placed.posts.iter().map(|shown| &shown.post).collect();
    let config = placed.config;
    let is_alike = |other: &Config| (&other.language, other.id) == (&config.language, config.id);
    let before = before.filter(|before| is_alike(&before.config));
    let known = before.map(|before| (&*before.posts, &before.order.keys));
    let keys = PostKeys::of(&posts, config, known);
    let default_author = config.default_author.as_ref();
    let default_author =
        default_author.map(|name| Spanned::new(Name::from(name.value.clone()), name.span));
    let default_author = default_author.as_ref().map(|name| (&config.source, name));
    let ((terms, own, mut diagnostics), repeated) = rayon::join(
        || terms::collect((&posts, &keys), placed.profiles, default_author, locale),
        || identity::check_unique(&posts, &keys.identities, config),
    );
    diagnostics.extend(repeated);
    let others = others(placed, &terms);
    let translations = translations::collect(&posts, config, &mut diagnostics);
    Arc::new(Order {
        terms: Arc::new(terms),
        own,
        rows: OnceLock::new(),
        by_file,
        others,
        translations,
        keys,
        profiles: placed.profiles.to_vec(),
        broken: placed.broken.to_vec(),
        diagnostics,
    })
}

/// Whether the order of the site `before` is that of these documents too.
pub(super) fn holds(before: &Site, now: &Placed<'_>) -> bool {
    let order = &before.order;
    let is_silent = order.diagnostics.is_empty();
    // The language, which decides what A–Ö is, is part of the configuration.
    Arc::ptr_eq(&before.config, now.config)
        && order.broken == now.broken
        && all(&order.profiles, now.profiles, Arc::ptr_eq)
        && all(&before.unpublished, now.unpublished, |a, b| {
            a.source == b.source
        })
        && all(&before.pages, now.pages, |a, b| {
            a.unpublished == b.unpublished && a.page.source == b.page.source
        })
        && all(&before.posts, now.posts, |a, b| {
            a.unpublished == b.unpublished
                && stand_alike(&a.post, &b.post)
                && (is_silent || are_told_alike(&a.post, &b.post))
        })
}

/// Whether this is true of each pair of two lists of one length.
fn all<A, B>(old: &[A], new: &[B], alike: impl Fn(&A, &B) -> bool) -> bool {
    old.len() == new.len() && old.iter().zip(new).all(|(a, b)| alike(a, b))
}

/// Whether a post stands where another one did. Most are the same one.
fn stand_alike(a: &Arc<Post>, b: &Arc<Post>) -> bool {
    Arc::ptr_eq(a, b) || a.source == b.source && are_alike(&a.placement, &b.placement)
}

/// Whether the same would be reported of both, at the same places: their front matter is the
/// same as far as anything but the page itself is made of it.
pub(super) fn are_told_alike(a: &Arc<Post>, b: &Arc<Post>) -> bool {
    Arc::ptr_eq(a, b) || a.placement == b.placement && a.meta.title == b.meta.title
}

fn are_alike(a: &Placement, b: &Placement) -> bool {
    let Placement {
        slug,
        date,
        undated: _,
        unreadable: _,
        authors,
        networks,
        tags,
        id,
        lang,
        translation_key,
        // They decide whether it is published, which was compared.
        draft: _,
        publish_date: _,
        expires: _,
        // Only addresses follow from them.
        aliases: _,
    } = a;
    let day = |date: &Date| (date.civil, date.instant, date.offset_seconds, date.has_time);
    let text = |text: &Option<Spanned<String>>| text.as_ref().map(|text| text.value.clone());
    let same = |a: &[Spanned<Name>], b: &[Spanned<Name>]| all(a, b, |a, b| a.value == b.value);
    slug.value == b.slug.value
        && day(date) == day(&b.date)
        && same(authors, &b.authors)
        && same(networks, &b.networks)
        && same(tags, &b.tags)
        && text(id) == text(&b.id)
        && text(lang) == text(&b.lang)
        && *translation_key == b.translation_key
}

/// What became of everything but published posts.
fn others(placed: &Placed<'_>, terms: &Terms) -> Table<SourcePath, Reference> {
    let documents = placed.pages.len() + placed.unpublished.len() + placed.broken.len();
    let mut others = table::with_room(documents + placed.profiles.len());
    for source in placed.broken {
        others.insert(source.clone(), Reference::Broken);
    }
    for document in placed.unpublished {
        others.insert(document.source.clone(), Reference::Unpublished);
    }
    for (index, entry) in placed.pages.iter().enumerate() {
        others.insert(entry.page.source.clone(), Reference::Page(index));
    }
    for profile in placed.profiles {
        others.insert(profile.source.clone(), Reference::Unused);
    }
    for kind in TermKind::ALL {
        for (index, term) in terms.of(kind).iter().enumerate() {
            if let Some(profile) = &term.profile {
                others.insert(profile.source.clone(), Reference::Term(kind, index));
            }
        }
    }
    others
}
