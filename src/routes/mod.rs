//! Every URL of the site, and what is there.
//!
//! Owns permalinks, pagination, the route table and the search for collisions:
//! no other module makes a URL. Must never know how anything looks.

mod broken_links;
mod claims;
mod config_links;
mod moved;
mod near;
mod permalinks;
mod pictures;
mod resolve;
mod reuse;
mod search;
mod table;
mod texts;
mod unpublished;

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Span, link};
use crate::locale::UrlWords;
use crate::media::derive::Recipe;
use crate::parse::document::TermKind;
use crate::path::{SourcePath, UrlPath};
use crate::published_files::PublishedFiles;
use crate::site::{PostId, Site};
use crate::sources::Sources;

use unpublished::Unpublished;

pub use broken_links::{Named, check};
pub use config_links::{check_config, page_of};
pub use permalinks::Permalinks;
pub use pictures::{Pictures, Version};
pub use resolve::{Resolved, image_source, resolve};
pub use reuse::reuse;
pub use search::{DOCS_A_FILE, IndexSize, SearchFile};
pub use texts::media;

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
    /// A smaller version of a picture.
    Version(SourcePath, Recipe),
    /// A file under `static/`.
    Static(SourcePath),
    /// An asset of the theme, by its index there.
    ThemeAsset(usize),
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

/// The table of addresses: what is at each, and what only unpublished things have.
/// Collisions, links, the preview and old addresses all ask it.
#[derive(Debug, Clone)]
pub struct Routes {
    /// Every URL, sorted.
    pub entries: Vec<Entry>,
    /// The URL of each thing that the site has.
    pub permalinks: Permalinks,
    /// The smaller versions of pictures.
    pub pictures: Pictures,
    /// Pages of the sitemap's map, in its order.
    pub mapped: Vec<usize>,
    /// Places in `entries` of old addresses that differ from another address of the same
    /// document by case only; where case doesn't count they can't stand beside it.
    pub twins: Vec<usize>,
    unpublished: Unpublished,
    /// What is wrong with it.
    diagnostics: Vec<Diagnostic>,
}

/// What is known of an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found<'a> {
    /// This is there.
    Entry(&'a Entry),
    /// Only unpublished things have it; why it is not there.
    Unpublished(link::Unpublished),
    /// Nothing.
    Nothing,
}

/// Where the web manifest is.
pub const MANIFEST: &str = "/site.webmanifest";

/// How many URLs one sitemap may hold (sitemaps.org).
pub const SITEMAP_LIMIT: usize = 50_000;

impl Routes {
    /// Makes the table: all URLs of `site`, of its `media`, of `static/` and of the theme's
    /// assets. Those of posts that the site `before` has too are taken from there.
    pub fn build(
        site: &Site,
        sources: &Sources,
        (media, files): (&BTreeSet<SourcePath>, &PublishedFiles),
        theme_assets: &[UrlPath],
        words: &UrlWords,
        before: Option<(&Site, &Self)>,
    ) -> (Self, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        let before = before.map(|(site, routes)| (site, &routes.permalinks));
        let permalinks = Permalinks::of(site, words, before, &mut diagnostics);
        let (mut entries, (others, found)) = rayon::join(
            || table::entries(site, &permalinks),
            || others(site, sources, media, &permalinks),
        );
        let pictures = Pictures::of(site, sources, files);
        entries.extend(pictures.entries());
        entries.extend(theme_entries(theme_assets));
        entries.extend(others.into_iter().filter(|entry| match &entry.route {
            Route::Media(path) => !pictures.replaces(path),
            _ => true,
        }));
        entries.extend(sitemap_parts(&entries, site));
        diagnostics.extend(found);
        let routes = Self::of((permalinks, pictures), entries, site, diagnostics);
        let diagnostics = routes.diagnostics.clone();
        (routes, diagnostics)
    }

    /// The table of all entries, in any order; `diagnostics` are those of making them.
    fn of(
        (permalinks, pictures): (Permalinks, Pictures),
        entries: Vec<Entry>,
        site: &Site,
        mut diagnostics: Vec<Diagnostic>,
    ) -> Self {
        let (entries, twins) =
            claims::resolve_claims(entries, (site, &permalinks.words), &mut diagnostics);
        let is_taken = |url: &UrlPath| place(&entries, url.as_str()).is_some();
        let unpublished = Unpublished::of(site, &permalinks, &is_taken);
        let mapped = (0..entries.len()).filter(|&at| table::is_mapped(&entries[at].route, site));
        Self {
            mapped: mapped.collect(),
            unpublished,
            entries,
            permalinks,
            pictures,
            twins,
            diagnostics,
        }
    }

    /// What is known of a decoded path.
    pub fn at(&self, path: &str) -> Found<'_> {
        if let Some(entry) = self.find(path) {
            return Found::Entry(entry);
        }
        let why = self.unpublished.why(path);
        why.map_or(Found::Nothing, Found::Unpublished)
    }

    /// What is at a decoded path; a page also without its final `/`.
    pub fn find(&self, path: &str) -> Option<&Entry> {
        self.entries.get(self.place(path)?)
    }

    /// The place in `entries` of what is at a decoded path; a page also without its
    /// final `/`, or with `index.html` behind it.
    pub fn place(&self, path: &str) -> Option<usize> {
        let path = UrlPath::canonical(path);
        let folder = || place(&self.entries, &format!("{path}/"));
        place(&self.entries, &path).or_else(folder)
    }

    /// The addresses that only unpublished things of `site` have.
    fn unpublished_of(&self, site: &Site) -> Unpublished {
        let is_taken = |url: &UrlPath| place(&self.entries, url.as_str()).is_some();
        Unpublished::of(site, &self.permalinks, &is_taken)
    }
}

/// The place of exactly this URL in sorted entries.
fn place(entries: &[Entry], url: &str) -> Option<usize> {
    let found = entries.binary_search_by(|entry| entry.url.as_str().cmp(url));
    found.ok()
}

/// What files and old addresses claim.
fn others(
    site: &Site,
    sources: &Sources,
    media: &BTreeSet<SourcePath>,
    permalinks: &Permalinks,
) -> (Vec<Entry>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let mut entries = table::statics(sources, &mut diagnostics);
    entries.extend(table::redirects(site, permalinks, &mut diagnostics));
    entries.extend(table::files(media.iter(), Route::Media, &mut diagnostics));
    (entries, diagnostics)
}

/// The parts of a sitemap that is too large for one file.
fn sitemap_parts(entries: &[Entry], site: &Site) -> Vec<Entry> {
    let mapped = entries
        .iter()
        .filter(|entry| table::is_mapped(&entry.route, site));
    let parts = mapped.count().div_ceil(SITEMAP_LIMIT);
    let part = |part| {
        let url = UrlPath::new(&format!("/sitemap-{part}.xml")).ok()?;
        let route = Route::SitemapPart(part);
        Some(Entry { url, route })
    };
    (1..=parts).filter(|_| parts > 1).filter_map(part).collect()
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
