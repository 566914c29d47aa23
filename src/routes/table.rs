//! The URLs of each kind of thing.

use std::collections::HashMap;
use std::collections::hash_map::Entry as MapEntry;
use std::fmt::Write as _;
use std::sync::Arc;

use rayon::prelude::*;

use crate::config::{Config, Permalink, PermalinkPart};
use crate::diagnostic::{Diagnostic, Span, route as report};
use crate::locale::UrlWords;
use crate::parse::document::{Post, TermKind};
use crate::path::{PathProblem, SourcePath, UrlPath};
use crate::search::Facts;
use crate::site::{Hidden, PostId, Site};
use crate::sources::{Kind, Sources};

use super::{Entry, Route, Routes, Scope, SearchFile, feed_formats, has_feed, page_count};

/// The URLs that others refer to by name.
pub(super) fn named(
    site: &Site,
    words: &UrlWords,
    before: Option<(&Site, &Routes)>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Routes {
    let config = &site.config;
    let mut unsafe_urls = 0;
    let mut safe = |url: Result<UrlPath, PathProblem>, file: &SourcePath, span: Option<Span>| {
        url.unwrap_or_else(|problem| {
            diagnostics.push(report::unsafe_url(file, span, &problem));
            // The build stops; a place of its own keeps it from colliding with others.
            unsafe_urls += 1;
            UrlPath::new(&format!("/unsafe-{unsafe_urls}/")).unwrap_or_else(|_| UrlPath::root())
        })
    };
    let posts = permalinks(site, before);
    let posts = posts.into_iter().zip(&site.posts).map(|(url, entry)| {
        let slug = entry.post.placement.slug.span;
        safe(url, &entry.post.source, Some(slug))
    });
    let posts = posts.collect();
    let pages = site.pages.iter().map(|entry| {
        safe(
            UrlPath::page(entry.page.segments.iter().map(|slug| slug.as_str())),
            &entry.page.source,
            Some(entry.page.slug_span),
        )
    });
    let pages: Vec<UrlPath> = pages.collect();
    let paths = &config.taxonomies;
    let bases = [
        paths.tags.as_deref().unwrap_or(&words.tags),
        paths.authors.as_deref().unwrap_or(&words.authors),
        paths.networks.as_deref().unwrap_or(&words.networks),
    ];
    let mut indices = [None, None, None];
    let terms = TermKind::ALL.map(|kind| {
        let base = bases[kind.slot()].trim_matches('/');
        let terms = site.terms.of(kind);
        if let Some(term) = terms.first() {
            let (file, span) = site.named_in(term);
            let url = UrlPath::new(&format!("/{base}/"));
            indices[kind.slot()] = Some(safe(url, file, Some(span)));
        }
        let url = |term: &crate::site::Term| UrlPath::new(&format!("/{base}/{}/", term.slug));
        terms
            .iter()
            .map(|term| {
                let (file, span) = site.named_in(term);
                safe(url(term), file, Some(span))
            })
            .collect()
    });
    let word = |on: bool, word: &str| {
        on.then(|| UrlPath::new(&format!("/{word}/")).ok())
            .flatten()
    };
    let archive = word(config.archive && !site.posts.is_empty(), &words.archive);
    let any_feed = !feed_formats(site).is_empty()
        && (config.feeds.site
            || config.feeds.tags
            || config.feeds.authors
            || config.feeds.networks);
    // An editor's own page at the same address takes its place.
    let statement = word(config.accessibility.is_some(), &words.accessibility);
    let statement = statement.filter(|url| !pages.contains(url));
    Routes {
        entries: Vec::new(),
        posts,
        pages,
        indices,
        terms,
        years: archive
            .as_ref()
            .map_or(Vec::new(), |archive| years(site, archive)),
        archive,
        search: word(config.search, &words.search),
        subscribe: word(
            any_feed || config.subscribe_email.is_some(),
            &words.subscribe,
        ),
        corrections: word(
            site.posts.iter().any(|entry| entry.marks.has_corrections),
            &words.corrections,
        ),
        statement,
        opml: if any_feed {
            UrlPath::new("/feeds.opml").ok()
        } else {
            None
        },
        mapped: Vec::new(),
        page_word: words.page.clone(),
        diagnostics: Vec::new(),
    }
}

/// The URLs of all posts; that of a post that is the same as `before` is the same.
fn permalinks(site: &Site, before: Option<(&Site, &Routes)>) -> Vec<Result<UrlPath, PathProblem>> {
    let config = &site.config;
    let before = before.filter(|(old, routes)| {
        // A URL that is not safe was exchanged for another.
        routes.diagnostics.is_empty() && Arc::ptr_eq(&old.config, config)
    });
    let known = before.map(|(old, routes)| (site.posts_of(old), routes));
    let posts = site.posts.par_iter().enumerate().map(|(id, entry)| {
        let known = known.as_ref().and_then(|(known, routes)| {
            let old: PostId = known[id]?;
            Some(routes.posts[old].clone())
        });
        let make = || permalink(&config.permalink, &entry.post, &config.language);
        known.map_or_else(make, Ok)
    });
    posts.collect()
}

/// A post's URL.
fn permalink(form: &Permalink, post: &Post, language: &str) -> Result<UrlPath, PathProblem> {
    let date = post.placement.date.civil.date();
    let mut path = String::from("/");
    for segment in &form.segments {
        for part in segment {
            match part {
                PermalinkPart::Literal(text) => path.push_str(text),
                // Writing to a string can't fail.
                PermalinkPart::Year => drop(write!(path, "{:04}", date.year())),
                PermalinkPart::Month => drop(write!(path, "{:02}", date.month())),
                PermalinkPart::Day => drop(write!(path, "{:02}", date.day())),
                PermalinkPart::Slug => path.push_str(post.placement.slug.value.as_str()),
                PermalinkPart::Lang => {
                    let own = post.placement.lang.as_ref();
                    let lang = own.map_or(language, |lang| &lang.value);
                    path.push_str(&lang.to_lowercase());
                }
            }
        }
        path.push('/');
    }
    UrlPath::new(&path)
}

/// Where a withheld document would stand.
pub(super) fn withheld_url(document: &Hidden, config: &Config) -> Option<UrlPath> {
    let url = match document {
        Hidden::Post(post) => permalink(&config.permalink, post, &config.language),
        Hidden::Page(page) => UrlPath::page(page.segments.iter().map(|slug| slug.as_str())),
    };
    url.ok()
}

fn years(site: &Site, archive: &UrlPath) -> Vec<(i16, UrlPath)> {
    let mut years: Vec<i16> = site.posts.iter().map(|entry| entry.marks.year).collect();
    years.sort_unstable_by(|a, b| b.cmp(a));
    years.dedup();
    let url = |year: i16| archive.join(&format!("{year:04}/")).ok();
    years
        .into_iter()
        .filter_map(|year| url(year).map(|url| (year, url)))
        .collect()
}

/// All that the site itself generates.
pub(super) fn entries(site: &Site, routes: &Routes) -> Vec<Entry> {
    let mut entries = Vec::with_capacity(site.posts.len() * 3 / 2 + 64);
    let mut add = |url: UrlPath, route: Route| entries.push(Entry { url, route });
    let by = site.config.paginate_by;
    let home = UrlPath::root();
    for number in 1..=page_count(site.posts.len(), by) {
        add(routes.list_page(&home, number), Route::Home(number));
    }
    // Addresses are most often in the order of files, and are then as good as sorted.
    for &id in site.posts_by_file() {
        add(routes.posts[id].clone(), Route::Post(id));
    }
    for (index, url) in routes.pages.iter().enumerate() {
        add(url.clone(), Route::Page(index));
    }
    let formats = feed_formats(site);
    for kind in TermKind::ALL {
        if let Some(url) = routes.index(kind) {
            add(url.clone(), Route::Terms(kind));
        }
        for (index, term) in site.terms.of(kind).iter().enumerate() {
            let first = routes.term(kind, index);
            for number in 1..=page_count(term.posts.len(), by) {
                add(
                    routes.list_page(first, number),
                    Route::Term(kind, index, number),
                );
            }
            let scope = Scope::Term(kind, index);
            for &format in formats.iter().filter(|_| has_feed(site, scope)) {
                add(routes.feed(scope, format), Route::Feed(scope, format));
            }
        }
    }
    for &format in formats.iter().filter(|_| has_feed(site, Scope::Site)) {
        add(
            routes.feed(Scope::Site, format),
            Route::Feed(Scope::Site, format),
        );
    }
    for (year, url) in &routes.years {
        add(url.clone(), Route::ArchiveYear(*year));
    }
    let single = [
        (&routes.archive, Route::Archive),
        (&routes.search, Route::Search),
        (&routes.subscribe, Route::Subscribe),
        (&routes.corrections, Route::Corrections),
        (&routes.statement, Route::Statement),
        (&routes.opml, Route::Opml),
    ];
    for (url, route) in single {
        if let Some(url) = url {
            add(url.clone(), route);
        }
    }
    for file in search_files(site) {
        let url = routes.search.as_ref().map(|url| url.join(&file.path()));
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

/// What the size of the search index follows from.
pub fn search_facts(site: &Site) -> Facts {
    Facts {
        docs: site.posts.len() + site.pages.len(),
        words: site.words,
    }
}

/// The files of the search index.
fn search_files(site: &Site) -> impl Iterator<Item = SearchFile> {
    let facts = search_facts(site);
    let single = [SearchFile::Index, SearchFile::Filters, SearchFile::Spelling];
    let words = (0..facts.word_files()).map(SearchFile::Words);
    let docs = (0..facts.doc_files()).map(SearchFile::Docs);
    single.into_iter().chain(words).chain(docs)
}

/// Files under `static/`, copied as they are.
pub(super) fn statics(sources: &Sources, diagnostics: &mut Vec<Diagnostic>) -> Vec<Entry> {
    let mut entries = Vec::new();
    for file in sources.iter_kind(Kind::Static) {
        let rest = file
            .path
            .as_str()
            .strip_prefix("static/")
            .unwrap_or(file.path.as_str());
        match UrlPath::new(&format!("/{rest}")) {
            Ok(url) => entries.push(Entry {
                url,
                route: Route::Static(file.path.clone()),
            }),
            Err(problem) => diagnostics.push(report::unsafe_url(&file.path, None, &problem)),
        }
    }
    entries
}

/// Where a file beside a document is published: one URL, whoever refers to it.
pub(super) fn media_url(path: &SourcePath) -> Result<UrlPath, PathProblem> {
    let rest = path
        .as_str()
        .strip_prefix("content/")
        .ok_or(PathProblem::Traversal)?;
    UrlPath::new(&format!("/media/{rest}"))
}

/// Old URLs. Without an extension they are pages: `/gammal` is `/gammal/`.
/// One that repeats an earlier one, or the document's own URL, is left out and named.
pub(super) fn redirects(
    site: &Site,
    routes: &Routes,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Entry> {
    let posts = site.posts.iter().zip(&routes.posts);
    let posts = posts.filter(|(entry, _)| entry.marks.has_aliases);
    let posts = posts.map(|(entry, url)| (&entry.post.placement.aliases, url, &entry.post.source));
    let pages = site.pages.iter().zip(&routes.pages);
    let pages = pages.map(|(entry, url)| (&entry.page.aliases, url, &entry.page.source));
    let terms = TermKind::ALL
        .into_iter()
        .flat_map(|kind| site.terms.of(kind).iter().zip(&routes.terms[kind.slot()]));
    let terms = terms.filter_map(|(term, url)| {
        term.profile
            .as_ref()
            .map(|profile| (&profile.aliases, url, &profile.source))
    });
    let mut entries = Vec::new();
    let all = posts.chain(pages).chain(terms);
    for (aliases, target, source) in all.filter(|(aliases, ..)| !aliases.is_empty()) {
        let mut known = HashMap::from([(target.collision_key().into_owned(), None)]);
        for alias in aliases {
            // An alias that is no safe path was reported when its file was parsed.
            let Some(url) = alias_url(&alias.value) else {
                continue;
            };
            match known.entry(url.collision_key().into_owned()) {
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
fn alias_url(written: &str) -> Option<UrlPath> {
    let url = UrlPath::parse(written).ok()?;
    let last = url.as_str().rsplit('/').next().unwrap_or("");
    if last.is_empty() || last.contains('.') {
        return Some(url);
    }
    url.join("/").ok()
}

/// The places in `entries` of pages that search engines shall know.
pub(super) fn mapped(entries: &[Entry], site: &Site) -> Vec<usize> {
    let wanted = |route: &Route| match route {
        Route::Post(id) => site.posts[*id].withheld.is_none(),
        Route::Page(index) => site.pages[*index].withheld.is_none(),
        Route::Home(_)
        | Route::Terms(_)
        | Route::Term(..)
        | Route::Archive
        | Route::ArchiveYear(_) => true,
        Route::Subscribe | Route::Corrections | Route::Statement => true,
        _ => false,
    };
    entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| wanted(&entry.route))
        .map(|(at, _)| at)
        .collect()
}
