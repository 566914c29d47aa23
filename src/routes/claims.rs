//! Two claims on one URL are an error that names both: nothing is last-wins.

use std::borrow::Cow;

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Span, route as report};
use crate::parse::document::TermKind;
use crate::path::SourcePath;
use crate::site::Site;

use super::{Entry, Route};

/// Sorts the entries, and reports URLs that two of them claim (in any case, NFC) and
/// files that stand where another needs a folder. A file under `static/` replaces
/// robots.txt and the theme's own files at fixed names; that is the only precedence.
pub(super) fn settle(
    mut entries: Vec<Entry>,
    site: &Site,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Entry> {
    // In most parts they are in this order already, which a stable sort makes use of.
    entries.par_sort_by(|a, b| (&a.url, &a.route).cmp(&(&b.url, &b.route)));
    let (keys, any_below_index) = keys(&entries);
    let mut replaced = vec![false; entries.len()];
    for (place, other) in shared(&keys) {
        match (&entries[other].route, &entries[place].route) {
            (default, Route::Static(_)) if is_default(default) => replaced[other] = true,
            (Route::Static(_), default) if is_default(default) => replaced[place] = true,
            // The pages and feeds of a term that collides itself say nothing new.
            (one, two) if is_below_a_term(one) && is_below_a_term(two) => {}
            (one, two) => {
                diagnostics.push(report::collision(
                    &entries[place].url,
                    &claim(one, site),
                    &claim(two, site),
                ));
            }
        }
    }
    let keys = (&*keys, any_below_index);
    report_files_in_the_way(&entries, keys, site, diagnostics);
    let mut place = 0;
    entries.retain(|_| {
        place += 1;
        !replaced[place - 1]
    });
    entries
}

/// What an entry claims, and its place.
type Key<'a> = (Cow<'a, str>, usize);

/// What each entry claims, sorted; most often they are in this order already. And
/// whether any lies below an `index.html/`.
fn keys(entries: &[Entry]) -> (Vec<Key<'_>>, bool) {
    let mut any_below_index = false;
    let keys = entries.iter().map(|entry| {
        let key = entry.url.collision_key();
        any_below_index |= key.contains("index.html/");
        key
    });
    let mut keys: Vec<_> = keys.zip(0..).collect();
    keys.sort();
    (keys, any_below_index)
}

/// Places of entries that claim what another one claims, each with the first that does.
fn shared(keys: &[Key<'_>]) -> Vec<(usize, usize)> {
    let same = keys.chunk_by(|(a, _), (b, _)| a == b);
    let mut shared: Vec<(usize, usize)> = same
        .flat_map(|same| same[1..].iter().map(|(_, at)| (*at, same[0].1)))
        .collect();
    shared.sort_unstable();
    shared
}

/// What claims a URL, in words, and where it stands.
pub struct Claim {
    /// For example `the post`.
    pub what: String,
    /// The file behind it.
    pub file: Option<(SourcePath, Option<Span>)>,
}

fn is_default(route: &Route) -> bool {
    matches!(
        route,
        Route::Robots | Route::Manifest | Route::ThemeAsset(_)
    )
}

fn is_below_a_term(route: &Route) -> bool {
    match route {
        Route::Term(_, _, number) => *number > 1,
        Route::Feed(scope, _) => *scope != super::Scope::Site,
        _ => false,
    }
}

/// A file without a folder of its own, where another route needs that folder.
fn report_files_in_the_way(
    entries: &[Entry],
    (keys, any_below_index): (&[Key<'_>], bool),
    site: &Site,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut found: Vec<(usize, usize)> = Vec::new();
    // A page's file is in the way of nothing but what lies below an `index.html/`.
    for (at, (key, file)) in keys.iter().enumerate() {
        let is_page = key.is_empty() || key.ends_with('/');
        let inside = match is_page {
            true if !any_below_index => continue,
            true => {
                let folder = format!("{key}index.html/");
                let at = keys.partition_point(|(key, _)| **key < *folder);
                keys.get(at).filter(|(key, _)| key.starts_with(&folder))
            }
            // What lies in a folder of this name comes soon after it.
            false => keys[at + 1..]
                .iter()
                .take_while(|(other, _)| other.starts_with(&**key))
                .find(|(other, _)| other[key.len()..].starts_with('/')),
        };
        found.extend(inside.map(|(_, inside)| (*file, *inside)));
    }
    found.sort_unstable();
    for (file, inside) in found {
        let (one, two) = (
            claim(&entries[file].route, site),
            claim(&entries[inside].route, site),
        );
        diagnostics.push(report::collision(&entries[file].url, &one, &two));
    }
}

fn claim(route: &Route, site: &Site) -> Claim {
    let generated = |what: &str| Claim {
        what: what.to_owned(),
        file: None,
    };
    let of = |what: &str, file: &SourcePath, span: Option<Span>| Claim {
        what: what.to_owned(),
        file: Some((file.clone(), span)),
    };
    match route {
        Route::Post(id) => {
            let post = &site.posts[*id].post;
            let slug = post.placement.slug.span;
            let place = if slug.end > slug.start {
                slug
            } else {
                post.meta.title.span
            };
            of("the post", &post.source, Some(place))
        }
        Route::Page(index) => {
            let page = &site.pages[*index].page;
            let place = if page.slug_span.end > page.slug_span.start {
                page.slug_span
            } else {
                page.title.span
            };
            of("the page", &page.source, Some(place))
        }
        Route::Term(kind, index, _) => {
            let term = &site.terms.of(*kind)[*index];
            let (file, span) = site.named_in(term);
            of(
                &format!("the {} `{}`", word(*kind), term.name),
                file,
                Some(span),
            )
        }
        Route::Feed(super::Scope::Term(kind, index), _) => {
            let term = &site.terms.of(*kind)[*index];
            let (file, span) = site.named_in(term);
            of(
                &format!("a feed of the {} `{}`", word(*kind), term.name),
                file,
                Some(span),
            )
        }
        Route::Redirect(target, source, span) => {
            of(&format!("an alias of {target}"), source, Some(*span))
        }
        Route::Media(path) | Route::Static(path) => of("the file", path, None),
        Route::Home(_) => generated("the start page"),
        Route::Terms(kind) => generated(&format!("the list of {}s", word(*kind))),
        Route::Archive | Route::ArchiveYear(_) => generated("the archive"),
        Route::Search => generated("the search page"),
        Route::SearchFile(_) => generated("a file of the search index"),
        Route::Subscribe => generated("the page about feeds"),
        Route::Corrections => generated("the list of corrections"),
        Route::Statement => generated("the accessibility statement"),
        Route::NotFound => generated("the page for wrong addresses"),
        Route::Feed(..) => generated("a feed of the site"),
        Route::Opml => generated("the list of feeds"),
        Route::Sitemap | Route::SitemapPart(_) => generated("the sitemap"),
        Route::Robots => generated("robots.txt"),
        Route::Manifest => generated("the web manifest"),
        Route::ThemeAsset(_) => generated("a file of the theme"),
    }
}

const fn word(kind: TermKind) -> &'static str {
    match kind {
        TermKind::Tag => "tag",
        TermKind::Author => "author",
        TermKind::Network => "network",
    }
}
