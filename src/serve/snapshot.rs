//! The site as it is served: one immutable value, exchanged whole after each edit.
//!
//! Owns what is at a path, and the pages that somebody has looked at, which die with
//! their site. Must never know HTTP, nor watch anything.

use std::path::Path;
use std::sync::{Arc, OnceLock};

use percent_encoding::percent_decode_str;
use xxhash_rust::xxh3::xxh3_128;

use crate::assets;
use crate::diagnostic::{Diagnostic, source as report};
use crate::media::mime_of;
use crate::path::SourcePath;
use crate::pipeline::{Loaded, Ready};
use crate::render::Rendered;
use crate::routes::Route;

/// What is at a path.
#[derive(Debug, Clone)]
pub(super) enum Answer {
    /// This (200).
    Found(Body),
    /// A redirect to this path, which is encoded and has the base path.
    Moved(String),
    /// Nothing (404), said by the site's own page where it can be rendered.
    Missing(Option<Body>),
    /// A template failed; the last good page, if there is one. The diagnostics say why.
    Failed(Option<Body>),
}

/// Bytes with their type.
#[derive(Debug, Clone)]
pub(super) struct Body {
    /// The same as `build` writes.
    pub(super) bytes: Arc<[u8]>,
    /// The media type, with the charset where it is text.
    pub(super) mime: &'static str,
    /// xxh3-128 of the bytes.
    pub(super) hash: u128,
    /// Whether it is HTML, which gets the reload script.
    pub(super) is_page: bool,
}

/// A page, rendered at most once.
type Cell = OnceLock<Result<Body, Box<Diagnostic>>>;

/// The site at one moment.
#[derive(Debug)]
pub(super) struct Snapshot {
    version: u64,
    loaded: Loaded,
    memo: Vec<Cell>,
}

impl Snapshot {
    pub(super) fn new(version: u64, loaded: Loaded) -> Self {
        let count = (loaded.ready.as_ref()).map_or(0, |ready| ready.routes.entries.len());
        let memo = std::iter::repeat_with(OnceLock::new).take(count).collect();
        Self {
            version,
            loaded,
            memo,
        }
    }

    /// Grows with each change of the site.
    pub(super) fn version(&self) -> u64 {
        self.version
    }

    /// What is at a path: decoded, without a query, beginning with `/`, with the base
    /// path.
    pub(super) fn answer(&self, path: &str) -> Answer {
        let Some(ready) = &self.loaded.ready else {
            return Answer::Missing(None);
        };
        let base = &ready.site.config.base_url;
        let root = percent_decode_str(base.base_path()).decode_utf8_lossy();
        let root = root.trim_end_matches('/');
        let Some(inside) = path.strip_prefix(root).filter(|rest| rest.starts_with('/')) else {
            let is_root = path == "/" || path == root;
            return match is_root {
                true => Answer::Moved(base.href(&crate::path::UrlPath::root())),
                false => self.missing(ready),
            };
        };
        let Some(place) = ready.routes.place(inside) else {
            return self.missing(ready);
        };
        let url = &ready.routes.entries[place].url;
        if url.as_str() != inside {
            return Answer::Moved(base.href(url));
        }
        match self.page(ready, place) {
            Ok(body) => Answer::Found(body.clone()),
            Err(_) => Answer::Failed(None),
        }
    }

    fn missing(&self, ready: &Ready) -> Answer {
        let place = ready.routes.place("/404.html");
        let page = place.and_then(|place| self.page(ready, place).as_ref().ok());
        Answer::Missing(page.cloned())
    }

    fn page(&self, ready: &Ready, place: usize) -> &Result<Body, Box<Diagnostic>> {
        self.memo[place].get_or_init(|| {
            let entry = &ready.routes.entries[place];
            let bytes = match ready.renderer().render(entry)? {
                Rendered::Bytes(bytes) => bytes,
                Rendered::File(file) => assets::published(&file, &self.loaded.sources)
                    .map_err(|error| Box::new(report::unreadable(&file, &error)))?,
            };
            let (mime, is_page) = mime(entry.url.as_str(), &entry.route);
            Ok(Body {
                hash: xxh3_128(&bytes),
                bytes: bytes.into(),
                mime,
                is_page,
            })
        })
    }

    /// Everything that is wrong with the site, sorted.
    pub(super) fn diagnostics(&self) -> &[Diagnostic] {
        &self.loaded.diagnostics
    }

    /// The text of a file, for excerpts.
    pub(super) fn text(&self, path: &SourcePath) -> Option<&str> {
        self.loaded.text(path)
    }

    /// The site's folder, canonical.
    pub(super) fn root(&self) -> &Path {
        self.loaded.sources.root()
    }

    /// The site's language.
    pub(super) fn language(&self) -> &str {
        (self.loaded.ready.as_ref()).map_or("en", |ready| &ready.site.config.language)
    }

    /// Where the site begins: the encoded base path, with a final `/`.
    pub(super) fn home(&self) -> String {
        let home = |ready: &Ready| {
            ready
                .site
                .config
                .base_url
                .href(&crate::path::UrlPath::root())
        };
        self.loaded
            .ready
            .as_ref()
            .map_or_else(|| "/".to_owned(), home)
    }
}

/// The media type of what is at a URL, and whether it is a page of the site.
fn mime(url: &str, route: &Route) -> (&'static str, bool) {
    let is_file = matches!(
        route,
        Route::Media(_)
            | Route::Static(_)
            | Route::ThemeAsset(_)
            | Route::Feed(..)
            | Route::Opml
            | Route::SearchFile(_)
            | Route::Sitemap
            | Route::SitemapPart(_)
            | Route::Manifest
            | Route::Robots
    );
    if !is_file {
        return (mime_of("html"), true);
    }
    let name = url.rsplit('/').next().unwrap_or(url);
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    (mime_of(&extension.to_lowercase()), false)
}
