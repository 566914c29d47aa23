//! The URL of each thing that a site has: posts, pages, terms, lists.
//!
//! Owns permalinks, the words in addresses, and pagination.

use std::fmt::Write as _;
use std::sync::Arc;

use rayon::prelude::*;

use crate::config::{Permalink, PermalinkPart};
use crate::diagnostic::{Diagnostic, Span, route as report};
use crate::locale::UrlWords;
use crate::parse::document::{Post, TermKind};
use crate::path::{PathProblem, Slug, SourcePath, UrlPath};
use crate::site::{PostId, Site};

use super::{FeedFormat, Scope, feed_formats};

/// The URLs of what a site has, by what it is.
#[derive(Debug, Clone)]
pub struct Permalinks {
    /// Each post's URL.
    pub posts: Vec<UrlPath>,
    /// Each page's URL.
    pub pages: Vec<UrlPath>,
    /// Indices A–Ö, where there are terms: tags, authors, networks.
    pub indices: [Option<UrlPath>; 3],
    /// Each term's first page: tags, authors, networks.
    pub terms: [Vec<UrlPath>; 3],
    /// The archive, where there is one.
    pub archive: Option<UrlPath>,
    /// Years with posts, newest first, with their pages.
    pub years: Vec<(i16, UrlPath)>,
    /// The search page, where there is one.
    pub search: Option<UrlPath>,
    /// The page that explains feeds.
    pub subscribe: Option<UrlPath>,
    /// The list of corrections, where there are any.
    pub corrections: Option<UrlPath>,
    /// The accessibility statement, where `site.yaml` has its data.
    pub statement: Option<UrlPath>,
    /// The OPML file, where there are feeds.
    pub opml: Option<UrlPath>,
    pub(super) words: UrlWords,
    /// Where the lists of terms are: tags, authors, networks.
    bases: [String; 3],
    /// Whether every URL is what it should be; others have been exchanged.
    is_safe: bool,
}

/// Says which URLs are not safe, and gives each a place of its own: the build stops, and
/// nothing shall collide for it.
struct Safe<'a> {
    diagnostics: &'a mut Vec<Diagnostic>,
    count: usize,
}

impl Safe<'_> {
    fn url(
        &mut self,
        url: Result<UrlPath, PathProblem>,
        file: &SourcePath,
        span: Option<Span>,
    ) -> UrlPath {
        url.unwrap_or_else(|problem| {
            self.diagnostics
                .push(report::unsafe_url(file, span, &problem));
            self.count += 1;
            let place = UrlPath::new(&format!("/unsafe-{}/", self.count));
            place.unwrap_or_else(|_| UrlPath::root())
        })
    }
}

impl Permalinks {
    /// Those of `site`; URLs of posts that the site `before` has too are taken from there.
    pub(super) fn of(
        site: &Site,
        words: &UrlWords,
        before: Option<(&Site, &Self)>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let config = &site.config;
        let mut safe = Safe {
            diagnostics,
            count: 0,
        };
        let posts = permalinks(site, before).into_iter().zip(&site.posts);
        let posts = posts.map(|(url, entry)| {
            let slug = entry.post.placement.slug.span;
            safe.url(url, &entry.post.source, Some(slug))
        });
        let posts = posts.collect();
        let pages = site.pages.iter().map(|entry| {
            let page = &entry.page;
            let url = UrlPath::page(page.segments.iter().map(|slug| slug.as_str()));
            safe.url(url, &page.source, Some(page.slug_span))
        });
        let pages: Vec<UrlPath> = pages.collect();
        let bases = bases(site, words);
        let (indices, terms) = terms(site, &bases, &mut safe);
        let archive = page(config.archive && !site.posts.is_empty(), &words.archive);
        let any_feed = has_feeds(site);
        let has_corrections =
            (site.posts.iter()).any(|entry| !entry.post.meta.corrections.is_empty());
        // An editor's own page at the same address takes its place.
        let statement = page(config.accessibility.is_some(), &words.accessibility);
        let statement = statement.filter(|url| !pages.contains(url));
        let years = archive.as_ref().map(|archive| years(site, archive));
        Self {
            posts,
            pages,
            indices,
            terms,
            years: years.unwrap_or_default(),
            archive,
            search: page(config.search, &words.search),
            subscribe: page(
                any_feed || config.subscribe_email.is_some(),
                &words.subscribe,
            ),
            corrections: page(has_corrections, &words.corrections),
            statement,
            opml: UrlPath::new("/feeds.opml").ok().filter(|_| any_feed),
            words: words.clone(),
            bases,
            is_safe: safe.count == 0,
        }
    }

    /// A term's first page.
    pub fn term(&self, kind: TermKind, index: usize) -> &UrlPath {
        &self.terms[kind.slot()][index]
    }

    /// The index A–Ö of a kind.
    pub fn index(&self, kind: TermKind) -> Option<&UrlPath> {
        self.indices[kind.slot()].as_ref()
    }

    /// The URL of page `number` of the list at `first`.
    pub fn list_page(&self, first: &UrlPath, number: usize) -> UrlPath {
        if number <= 1 {
            return first.clone();
        }
        first
            .join(&format!("{}/{number}/", self.words.page))
            .unwrap_or_else(|_| first.clone())
    }

    /// The URL of a feed.
    pub fn feed(&self, scope: Scope, format: FeedFormat) -> UrlPath {
        let root = UrlPath::root();
        let base = match scope {
            Scope::Site => &root,
            Scope::Term(kind, index) => self.term(kind, index),
        };
        base.join(format.file_name())
            .unwrap_or_else(|_| root.clone())
    }

    /// The URL of a file beside a document, or under `static/`.
    pub fn file(&self, path: &SourcePath) -> Option<UrlPath> {
        file_url(path).ok()
    }

    /// Where a term of this name, or of a profile of this name, would be.
    pub(super) fn term_url(&self, kind: TermKind, name: &str) -> Option<UrlPath> {
        term_url(&self.bases[kind.slot()], Slug::from_text(name)?.as_str()).ok()
    }

    /// Where a year of the archive would be.
    pub(super) fn year_url(&self, year: i16) -> Option<UrlPath> {
        year_url(&page(true, &self.words.archive)?, year)
    }

    /// Where the list of corrections would be.
    pub(super) fn corrections_url(&self) -> Option<UrlPath> {
        page(true, &self.words.corrections)
    }
}

/// Where the lists of each kind of term are, without slashes around it.
fn bases(site: &Site, words: &UrlWords) -> [String; 3] {
    let words = [&words.tags, &words.authors, &words.networks];
    TermKind::ALL.map(|kind| {
        let path = site.config.taxonomies.of(kind).map(|path| &path.value);
        let base = path.unwrap_or(words[kind.slot()]);
        base.trim_matches('/').to_owned()
    })
}

/// The indices A–Ö of terms, and the first pages of all of them.
fn terms(
    site: &Site,
    bases: &[String; 3],
    safe: &mut Safe<'_>,
) -> ([Option<UrlPath>; 3], [Vec<UrlPath>; 3]) {
    let mut indices = [None, None, None];
    let terms = TermKind::ALL.map(|kind| {
        let base = &bases[kind.slot()];
        let terms = site.terms.of(kind);
        if let Some(term) = terms.first() {
            let (file, span) = site.named_in(term);
            let url = UrlPath::new(&format!("/{base}/"));
            indices[kind.slot()] = Some(safe.url(url, file, Some(span)));
        }
        let urls = terms.iter().map(|term| {
            let (file, span) = site.named_in(term);
            safe.url(term_url(base, term.slug.as_str()), file, Some(span))
        });
        urls.collect()
    });
    (indices, terms)
}

fn term_url(base: &str, slug: &str) -> Result<UrlPath, PathProblem> {
    UrlPath::new(&format!("/{base}/{slug}/"))
}

/// The page at a word of the language, if it is wanted.
fn page(is_wanted: bool, word: &str) -> Option<UrlPath> {
    let url = || UrlPath::new(&format!("/{word}/")).ok();
    is_wanted.then(url).flatten()
}

fn has_feeds(site: &Site) -> bool {
    let feeds = &site.config.feeds;
    let any = feeds.site || feeds.tags || feeds.authors || feeds.networks;
    any && !feed_formats(site).is_empty()
}

/// The URLs of all posts; that of a post that is the same as `before` is the same.
fn permalinks(
    site: &Site,
    before: Option<(&Site, &Permalinks)>,
) -> Vec<Result<UrlPath, PathProblem>> {
    let config = &site.config;
    let before =
        before.filter(|(old, permalinks)| permalinks.is_safe && Arc::ptr_eq(&old.config, config));
    let known = before.map(|(old, permalinks)| (site.posts_of(old), permalinks));
    let posts = site.posts.par_iter().enumerate().map(|(id, entry)| {
        let known = known.as_ref().and_then(|(known, permalinks)| {
            let old: PostId = known[id]?;
            Some(permalinks.posts[old].clone())
        });
        let make = || permalink(&config.permalink, &entry.post, &config.language);
        known.map_or_else(make, Ok)
    });
    posts.collect()
}

/// A post's URL.
pub(super) fn permalink(
    form: &Permalink,
    post: &Post,
    language: &str,
) -> Result<UrlPath, PathProblem> {
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

fn years(site: &Site, archive: &UrlPath) -> Vec<(i16, UrlPath)> {
    let dates = (site.posts.iter()).map(|entry| &entry.post.placement.date);
    let mut years: Vec<i16> = dates.map(|date| date.civil.year()).collect();
    years.sort_unstable_by(|a, b| b.cmp(a));
    years.dedup();
    let years = years.into_iter();
    years
        .filter_map(|year| year_url(archive, year).map(|url| (year, url)))
        .collect()
}

fn year_url(archive: &UrlPath, year: i16) -> Option<UrlPath> {
    archive.join(&format!("{year:04}/")).ok()
}

/// Where a file beside a document is published, one URL whoever refers to it, or one
/// under `static/`.
pub(super) fn file_url(path: &SourcePath) -> Result<UrlPath, PathProblem> {
    let text = path.as_str();
    match (text.strip_prefix("static/"), text.strip_prefix("content/")) {
        (Some(rest), _) => UrlPath::of_file(&format!("/{rest}")),
        (None, Some(rest)) => UrlPath::of_file(&format!("/media/{rest}")),
        (None, None) => Err(PathProblem::Traversal),
    }
}
