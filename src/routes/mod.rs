//! Every URL of the site, and what is there.
//!
//! Owns permalinks, pagination, the route table and the search for collisions:
//! no other module makes a URL. Must never know how anything looks.

mod again;
mod claims;
mod links;
mod near;
mod settings;
mod table;
mod texts;

use crate::diagnostic::{Diagnostic, Span, route as report};
use crate::locale::UrlWords;
use crate::parse::document::TermKind;
use crate::path::{SourcePath, UrlPath};
use crate::site::{PostId, Site};
use crate::sources::Sources;

pub use again::again;
pub use claims::Claim;
pub use links::{Resolved, check, image_source, resolve};
pub use settings::{check_config, page_of};
pub use table::search_facts;

/// What is at a URL.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Route {
    /// The start page and its following pages, from 1.
    Home(usize),
    /// A post.
    Post(PostId),
    /// A page.
    Page(usize),
    /// The index A–Ö of a kind of term.
    Terms(TermKind),
    /// A term's page, numbered from 1.
    Term(TermKind, usize, usize),
    /// All years and months.
    Archive,
    /// A year's posts by month.
    ArchiveYear(i16),
    /// The search page.
    Search,
    /// A file that the search page reads.
    SearchFile(SearchFile),
    /// Feeds explained.
    Subscribe,
    /// All corrections.
    Corrections,
    /// The accessibility statement.
    Statement,
    /// 404.html.
    NotFound,
    /// A feed.
    Feed(Scope, FeedFormat),
    /// All feeds as OPML.
    Opml,
    /// sitemap.xml: the map, or an index of its parts.
    Sitemap,
    /// A part of a large sitemap, from 1.
    SitemapPart(usize),
    /// site.webmanifest.
    Manifest,
    /// robots.txt.
    Robots,
    /// An old URL that leads to a new one.
    Redirect(UrlPath, SourcePath, Span),
    /// A file that lies beside a document.
    Media(SourcePath),
    /// A file under `static/`.
    Static(SourcePath),
    /// An asset of the theme, by its index there.
    ThemeAsset(usize),
}

/// The files of the search index, below the search page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SearchFile {
    /// What the others are: read first.
    Index,
    /// Words and where they are, from 0.
    Words(usize),
    /// Titles, leads and addresses, from 0.
    Docs(usize),
    /// Which documents each filter lets through.
    Filters,
    /// What a misspelt word may have been.
    Spelling,
}

impl SearchFile {
    fn path(self) -> String {
        match self {
            Self::Index => "index.json".to_owned(),
            Self::Words(number) => format!("words/{number}.bin"),
            Self::Docs(number) => format!("posts/{number}.json"),
            Self::Filters => "filters.bin".to_owned(),
            Self::Spelling => "spelling.txt".to_owned(),
        }
    }
}

/// What a feed is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// The whole site.
    Site,
    /// One term.
    Term(TermKind, usize),
}

/// The formats of feeds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FeedFormat {
    /// RSS 2.0.
    Rss,
    /// Atom 1.0.
    Atom,
    /// JSON Feed 1.1.
    Json,
}

impl FeedFormat {
    /// The feed's file name below what it is about.
    pub const fn file_name(self) -> &'static str {
        match self {
            Self::Rss => "feed.xml",
            Self::Atom => "atom.xml",
            Self::Json => "feed.json",
        }
    }

    /// Its media type.
    pub const fn mime(self) -> &'static str {
        match self {
            Self::Rss => "application/rss+xml",
            Self::Atom => "application/atom+xml",
            Self::Json => "application/feed+json",
        }
    }

    /// What themes know it by.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Rss => "rss",
            Self::Atom => "atom",
            Self::Json => "json",
        }
    }
}

/// A URL and what is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The URL.
    pub url: UrlPath,
    /// What is there.
    pub route: Route,
}

/// The route table.
#[derive(Debug, Clone)]
pub struct Routes {
    /// Every URL, sorted.
    pub entries: Vec<Entry>,
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
    /// Pages of the sitemap's map, in its order.
    pub mapped: Vec<usize>,
    page_word: String,
    /// What is wrong with it.
    diagnostics: Vec<Diagnostic>,
}

/// Where the web manifest is.
pub const MANIFEST: &str = "/site.webmanifest";

/// How many URLs one sitemap may hold (sitemaps.org).
pub const SITEMAP_LIMIT: usize = 50_000;

impl Routes {
    /// Makes the table: all URLs of `site`, of `static/` and of the theme's assets. Those
    /// of posts that the site `before` has too are taken from there.
    pub fn build(
        site: &Site,
        sources: &Sources,
        theme_assets: &[UrlPath],
        words: &UrlWords,
        before: Option<(&Site, &Self)>,
    ) -> (Self, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        let mut routes = table::named(site, words, before, &mut diagnostics);
        let (mut entries, (others, found)) = rayon::join(
            || table::entries(site, &routes),
            || others(site, sources, &routes),
        );
        entries.extend(theme_entries(theme_assets));
        entries.extend(others);
        diagnostics.extend(found);
        let parts = table::mapped(&entries, site).len().div_ceil(SITEMAP_LIMIT);
        for part in (1..=parts).filter(|_| parts > 1) {
            if let Ok(url) = UrlPath::new(&format!("/sitemap-{part}.xml")) {
                entries.push(Entry {
                    url,
                    route: Route::SitemapPart(part),
                });
            }
        }
        routes.fill(entries, site, &mut diagnostics);
        (routes, diagnostics)
    }

    /// Takes all entries in.
    fn fill(&mut self, entries: Vec<Entry>, site: &Site, diagnostics: &mut Vec<Diagnostic>) {
        self.entries = claims::settle(entries, site, diagnostics);
        self.mapped = table::mapped(&self.entries, site);
        self.diagnostics.clone_from(diagnostics);
    }

    /// What is at a decoded path; a page also without its final `/`.
    pub fn find(&self, path: &str) -> Option<&Entry> {
        self.entries.get(self.place(path)?)
    }

    /// The place in `entries` of what is at a decoded path; a page also without its
    /// final `/`.
    pub fn place(&self, path: &str) -> Option<usize> {
        let exact = |path: &str| {
            let at = self
                .entries
                .partition_point(|entry| entry.url.as_str() < path);
            let found = self.entries.get(at)?.url.as_str() == path;
            found.then_some(at)
        };
        exact(path).or_else(|| exact(&format!("{path}/")))
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
            .join(&format!("{}/{number}/", self.page_word))
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
        match path.as_str().strip_prefix("static/") {
            Some(rest) => UrlPath::new(&format!("/{rest}")).ok(),
            None => table::media_url(path).ok(),
        }
    }
}

/// What files and old addresses claim.
fn others(site: &Site, sources: &Sources, routes: &Routes) -> (Vec<Entry>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let mut entries = table::statics(sources, &mut diagnostics);
    entries.extend(table::redirects(site, routes, &mut diagnostics));
    for path in links::media(site, sources) {
        match table::media_url(&path) {
            Ok(url) => entries.push(Entry {
                url,
                route: Route::Media(path),
            }),
            Err(problem) => diagnostics.push(report::unsafe_url(&path, None, &problem)),
        }
    }
    (entries, diagnostics)
}

/// What the theme's assets claim.
fn theme_entries(assets: &[UrlPath]) -> impl Iterator<Item = Entry> {
    assets.iter().enumerate().map(|(index, url)| Entry {
        url: url.clone(),
        route: Route::ThemeAsset(index),
    })
}

/// Whether the site has a feed of this scope.
pub fn has_feed(site: &Site, scope: Scope) -> bool {
    let feeds = &site.config.feeds;
    match scope {
        Scope::Site => feeds.site,
        Scope::Term(TermKind::Tag, _) => feeds.tags,
        Scope::Term(TermKind::Author, _) => feeds.authors,
        Scope::Term(TermKind::Network, _) => feeds.networks,
    }
}

/// The formats that the site publishes, the one that most readers know first.
pub fn feed_formats(site: &Site) -> Vec<FeedFormat> {
    let feeds = &site.config.feeds;
    let wanted = [
        (feeds.rss, FeedFormat::Rss),
        (feeds.atom, FeedFormat::Atom),
        (feeds.json, FeedFormat::Json),
    ];
    wanted
        .into_iter()
        .filter_map(|(on, format)| on.then_some(format))
        .collect()
}

/// How many pages a list of `posts` has: at least one.
pub fn page_count(posts: usize, paginate_by: usize) -> usize {
    posts.div_ceil(paginate_by.max(1)).max(1)
}

/// The place of a kind in arrays by kind.
pub const fn slot(kind: TermKind) -> usize {
    kind.slot()
}
