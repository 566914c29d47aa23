//! The URLs of each kind of thing.

use std::collections::HashMap;
use std::collections::hash_map::Entry as MapEntry;

use crate::diagnostic::{Diagnostic, route as report};
use crate::parse::document::TermKind;
use crate::path::{SourcePath, UrlPath};
use crate::site::Site;
use crate::sources::{Kind, Sources};

use super::permalinks::{Permalinks, file_url};
use super::search::IndexSize;
use super::{Entry, Route, Scope, feed_formats, has_feed, page_count};

/// All that the site itself generates.
pub(super) fn entries(site: &Site, permalinks: &Permalinks) -> Vec<Entry> {
    let mut entries = Vec::with_capacity(site.posts.len() * 3 / 2 + 64);
    let mut add = |url: UrlPath, route: Route| entries.push(Entry { url, route });
    let by = site.config.paginate_by;
    let home = UrlPath::root();
    for number in 1..=page_count(site.posts.len(), by) {
        add(permalinks.list_page(&home, number), Route::Home(number));
    }
    // Addresses are most often in the order of files, and are then as good as sorted.
    for &id in site.posts_by_file() {
        add(permalinks.posts[id].clone(), Route::Post(id));
    }
    for (index, url) in permalinks.pages.iter().enumerate() {
        add(url.clone(), Route::Page(index));
    }
    terms(site, permalinks, &mut add);
    let formats = feed_formats(site);
    for &format in formats.iter().filter(|_| has_feed(site, Scope::Site)) {
        add(
            permalinks.feed(Scope::Site, format),
            Route::Feed(Scope::Site, format),
        );
    }
    for (year, url) in &permalinks.years {
        add(url.clone(), Route::ArchiveYear(*year));
    }
    let single = [
        (&permalinks.archive, Route::Archive),
        (&permalinks.search, Route::Search),
        (&permalinks.subscribe, Route::Subscribe),
        (&permalinks.corrections, Route::Corrections),
        (&permalinks.statement, Route::Statement),
        (&permalinks.opml, Route::Opml),
    ];
    for (url, route) in single {
        if let Some(url) = url {
            add(url.clone(), route);
        }
    }
    for file in IndexSize::of(site).files() {
        let url = permalinks.search.as_ref().map(|url| url.join(&file.path()));
        if let Some(Ok(url)) = url {
            add(url, Route::SearchFile(file));
        }
    }
    let fixed = [
        ("/404.html", Route::NotFound),
        ("/sitemap.xml", Route::Sitemap),
        ("/robots.txt", Route::Robots),
        (super::MANIFEST, Route::Manifest),
    ];
    for (url, route) in fixed {
        if let Ok(url) = UrlPath::new(url) {
            add(url, route);
        }
    }
    entries
}

/// The overviews of terms, the lists of each term, and their feeds.
fn terms(site: &Site, permalinks: &Permalinks, add: &mut impl FnMut(UrlPath, Route)) {
    let formats = feed_formats(site);
    for kind in TermKind::ALL {
        if let Some(url) = permalinks.index(kind) {
            add(url.clone(), Route::Terms(kind));
        }
        for (index, term) in site.terms.of(kind).iter().enumerate() {
            let first = permalinks.term(kind, index);
            for number in 1..=page_count(term.posts.len(), site.config.paginate_by) {
                let url = permalinks.list_page(first, number);
                add(url, Route::Term(kind, index, number));
            }
            let scope = Scope::Term(kind, index);
            for &format in formats.iter().filter(|_| has_feed(site, scope)) {
                add(permalinks.feed(scope, format), Route::Feed(scope, format));
            }
        }
    }
}

/// Files under `static/`, copied as they are.
pub(super) fn statics(sources: &Sources, diagnostics: &mut Vec<Diagnostic>) -> Vec<Entry> {
    let statics = sources.iter_kind(Kind::Static).map(|file| &file.path);
    files(statics, Route::Static, diagnostics)
}

/// Files that are published as they are, each as a route.
pub(super) fn files<'a>(
    paths: impl Iterator<Item = &'a SourcePath>,
    route: fn(SourcePath) -> Route,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Entry> {
    let mut entries = Vec::new();
    for path in paths {
        match file_url(path) {
            Ok(url) => entries.push(Entry {
                url,
                route: route(path.clone()),
            }),
            Err(problem) => diagnostics.push(report::unsafe_url(path, None, &problem)),
        }
    }
    entries
}

/// Old URLs. Without an extension they are pages: `/gammal` is `/gammal/`.
/// One that repeats an earlier one, or the document's own URL, is left out and named.
pub(super) fn redirects(
    site: &Site,
    permalinks: &Permalinks,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Entry> {
    let posts = site.posts.iter().zip(&permalinks.posts);
    let posts = posts.map(|(entry, url)| (&entry.post.placement.aliases, url, &entry.post.source));
    let pages = site.pages.iter().zip(&permalinks.pages);
    let pages = pages.map(|(entry, url)| (&entry.page.aliases, url, &entry.page.source));
    let terms = TermKind::ALL.into_iter().flat_map(|kind| {
        site.terms
            .of(kind)
            .iter()
            .zip(&permalinks.terms[kind.slot()])
    });
    let terms = terms.filter_map(|(term, url)| {
        term.profile
            .as_ref()
            .map(|profile| (&profile.aliases, url, &profile.source))
    });
    let mut entries = Vec::new();
    let all = posts.chain(pages).chain(terms);
    for (aliases, target, source) in all.filter(|(aliases, ..)| !aliases.is_empty()) {
        // Old addresses may have had capitals: here case counts.
        let mut known = HashMap::from([(target.clone(), None)]);
        for alias in aliases {
            // An alias that is no safe path was reported when its file was parsed.
            let Some(url) = alias_url(&alias.value) else {
                continue;
            };
            match known.entry(url.clone()) {
                MapEntry::Occupied(first) => diagnostics.push(report::needless_alias(
                    source,
                    alias.span,
                    &alias.value,
                    *first.get(),
                )),
                MapEntry::Vacant(free) => {
                    free.insert(Some(alias.span));
                    let route = Route::Redirect(target.clone(), source.clone(), alias.span);
                    entries.push(Entry { url, route });
                }
            }
        }
    }
    entries
}

/// The URL that an alias names.
pub(super) fn alias_url(written: &str) -> Option<UrlPath> {
    let url = UrlPath::parse(written).ok()?;
    let last = url.as_str().rsplit('/').next().unwrap_or("");
    if last.is_empty() || last.contains('.') {
        return Some(url);
    }
    url.join("/").ok()
}

/// Whether search engines shall know of it.
pub(super) fn is_mapped(route: &Route, site: &Site) -> bool {
    match route {
        Route::Post(id) => site.posts[*id].unpublished.is_none(),
        Route::Page(index) => site.pages[*index].unpublished.is_none(),
        Route::Home(_)
        | Route::Terms(_)
        | Route::Term(..)
        | Route::Archive
        | Route::ArchiveYear(_) => true,
        Route::Subscribe | Route::Corrections | Route::Statement => true,
        _ => false,
    }
}
