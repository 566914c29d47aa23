//! The route table of the site before, where no address can be another one.
//!
//! Owns the comparison of all that addresses follow from. Must never guess: what it does
//! not compare is rebuilt.
//!
//! At 10,000 posts that saves 8 of 14 ms of an edit of a text or a title, 9 of 21 of a
//! template, and 4 of 19 of a style sheet (November 2026, `docs/serve.md`).

use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::locale::UrlWords;
use crate::parse::document::{Body, ImageTarget, LinkTarget, Page, Picture, Post};
use crate::path::UrlPath;
use crate::site::Site;
use crate::sources::{Kind, Sources};

use super::search::IndexSize;
use super::{Route, Routes, theme_entries};

/// A site, its files, and the addresses of its theme's assets and the words in addresses.
type Inputs<'a> = (&'a Site, &'a Sources, &'a [UrlPath], &'a UrlWords);

/// The routes of the inputs `before`, as far as they are those of the inputs `now`;
/// `None` if they have to be rebuilt.
pub fn reuse(
    routes: &Arc<Routes>,
    before: Inputs<'_>,
    now: Inputs<'_>,
) -> Option<(Arc<Routes>, Vec<Diagnostic>)> {
    let ((old, old_files, old_assets, old_words), (site, files, assets, words)) = (before, now);
    let is_silent = routes.diagnostics.is_empty();
    let is_same = site.is_ordered_as(old)
        && words == old_words
        && [Kind::Static, Kind::Media]
            .into_iter()
            .all(|kind| have_same(kind, old_files, files))
        && old.config.images == site.config.images
        && old.config.menu == site.config.menu
        && are_alike(old, site)
        // What was wrong names places in texts, which an edit may move.
        && (is_silent || site.is_told_as(old));
    match is_same {
        false => None,
        true if assets == old_assets && routes.unpublished_of(site) == routes.unpublished => {
            Some((routes.clone(), routes.diagnostics.clone()))
        }
        true if !is_silent => None,
        true => Some(with_assets(routes, assets, site)),
    }
}

/// The same table with other assets of the theme, or other things that are unpublished.
fn with_assets(routes: &Routes, assets: &[UrlPath], site: &Site) -> (Arc<Routes>, Vec<Diagnostic>) {
    let entries = routes.entries.iter();
    let entries = entries.filter(|entry| !matches!(entry.route, Route::ThemeAsset(_)));
    let entries = entries.cloned().chain(theme_entries(assets)).collect();
    let made = (routes.permalinks.clone(), routes.pictures.clone());
    let routes = Routes::of(made, entries, site, Vec::new());
    let diagnostics = routes.diagnostics.clone();
    (Arc::new(routes), diagnostics)
}

/// Whether both have the same files of a kind.
fn have_same(kind: Kind, old: &Sources, new: &Sources) -> bool {
    let paths = |sources| Sources::iter_kind(sources, kind).map(|file| &file.path);
    paths(old).eq(paths(new))
}

/// Whether all posts and pages, which stand in the same order, ask for the same
/// addresses. Most of them are the same ones.
fn are_alike(old: &Site, new: &Site) -> bool {
    let posts = old.posts.iter().zip(&new.posts);
    let mut posts = posts.map(|(old, new)| (&old.post, &new.post));
    let pages = old.pages.iter().zip(&new.pages);
    let mut pages = pages.map(|(old, new)| (&old.page, &new.page));
    posts.all(|(old, new)| Arc::ptr_eq(old, new) || post(old) == post(new))
        && pages.all(|(old, new)| Arc::ptr_eq(old, new) || page(old) == page(new))
        && files_of_index(old) == files_of_index(new)
}

/// How many files the search index has.
fn files_of_index(site: &Site) -> (usize, usize) {
    let size = IndexSize::of(site);
    (size.word_files(), size.doc_files())
}

/// What a post's addresses and those of its files follow from, beside its place.
fn post(post: &Post) -> impl PartialEq {
    let corrections = post.meta.corrections.iter().map(|one| &one.text);
    let bodies = std::iter::once(&post.body).chain(corrections);
    let files = files(bodies, post.meta.image.as_ref());
    let button = post.meta.cta.as_ref().map(|cta| &cta.url.value);
    let has_corrections = !post.meta.corrections.is_empty();
    (&post.placement.aliases, files, button, has_corrections)
}

/// What a page's addresses and those of its files follow from.
fn page(page: &Page) -> impl PartialEq {
    let files = files(std::iter::once(&page.body), page.image.as_ref());
    (&page.segments, &page.aliases, files)
}

/// What texts show, and what they link to: of a picture that nothing links to only
/// versions are published.
fn files<'a>(
    bodies: impl Iterator<Item = &'a Body>,
    picture: Option<&'a Picture>,
) -> (Vec<&'a ImageTarget>, Vec<&'a str>) {
    let (mut shown, mut linked) = (Vec::new(), Vec::new());
    for body in bodies {
        shown.extend(body.images.iter().map(|image| &image.target));
        linked.extend(body.links.iter().filter_map(|link| match &link.target {
            LinkTarget::File { path, .. } => Some(path.as_str()),
            LinkTarget::Rooted { path, .. } => Some(path.as_str()),
            LinkTarget::Fragment(_) => None,
        }));
    }
    shown.extend(picture.map(|picture| &picture.target.value));
    (shown, linked)
}
