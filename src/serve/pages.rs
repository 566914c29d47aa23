//! The pages of one site, each made when it is first looked at.
//!
//! Owns what is remembered of a site, which dies with it. Must never know HTTP, nor
//! that there are other sites before and after.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use xxhash_rust::xxh3::xxh3_128;

use crate::diagnostic::{Diagnostic, source as report};
use crate::media::mime_of;
use crate::path::{SourcePath, UrlPath};
use crate::pipeline::shelter::caught;
use crate::pipeline::{Loaded, Ready};
use crate::published_files;
use crate::render::Rendered;
use crate::routes::{Entry, Route};
use crate::sources::{Opened, Sources};
use crate::versions::Versions;

/// Bytes with their type.
#[derive(Debug, Clone)]
pub(super) struct Body {
    /// The same as `build` writes.
    pub(super) content: Content,
    /// The media type, with the charset where it is text.
    pub(super) mime: &'static str,
    /// What tells the bytes from others: xxh3-128 of them, or of a large file's state.
    pub(super) hash: u128,
    /// It could run what is in it, and nobody has allowed that.
    pub(super) is_untrusted: bool,
}

/// Bytes, or where they can be read piece by piece.
#[derive(Debug, Clone)]
pub(super) enum Content {
    /// All of them.
    Bytes(Arc<[u8]>),
    /// A file that is too large to be held in memory.
    File(Arc<Opened>),
}

/// So many pages that failed are remembered, to be tried first after the next edit.
const TRIALS: usize = 40;

/// What came of a page.
pub(super) type Made = Result<Body, Box<Diagnostic>>;

/// A site and those of its pages that somebody has looked at. Files are not remembered:
/// they can be read again, and a film would fill the memory.
#[derive(Debug)]
pub(super) struct Pages {
    versions: Versions,
    loaded: Loaded,
    memo: Vec<OnceLock<Made>>,
    /// Somebody asked since the background last looked up.
    asked: AtomicBool,
    /// Some page could not be made.
    failed: AtomicBool,
    /// Places of pages that could not be made, the first few.
    failures: Vec<OnceLock<usize>>,
}

impl Pages {
    pub(super) fn new(loaded: Loaded) -> Self {
        let count = (loaded.ready.as_ref()).map_or(0, |ready| ready.routes.entries.len());
        Self {
            versions: Versions::of(loaded.sources.root()),
            loaded,
            memo: std::iter::repeat_with(OnceLock::new).take(count).collect(),
            asked: AtomicBool::new(false),
            failed: AtomicBool::new(false),
            failures: std::iter::repeat_with(OnceLock::new).take(TRIALS).collect(),
        }
    }

    pub(super) fn loaded(&self) -> &Loaded {
        &self.loaded
    }

    pub(super) fn ready(&self) -> Option<&Ready> {
        self.loaded.ready.as_ref()
    }

    /// The site's entries, in the order of their places.
    pub(super) fn entries(&self) -> &[Entry] {
        self.ready().map_or(&[], |ready| &ready.routes.entries)
    }

    /// What is at this place; a page is made at most once.
    pub(super) fn page(&self, place: usize) -> Option<Made> {
        let ready = self.ready()?;
        self.asked.store(true, Ordering::Relaxed);
        let memo = self.memo.get(place)?;
        Some(match self.is_made_of_a_file(place) {
            true => self.make(ready, place),
            false => memo.get_or_init(|| self.make(ready, place)).clone(),
        })
    }

    /// Tries a page that nobody has asked for, and remembers nothing of it: all pages
    /// of a large site would fill the memory.
    pub(super) fn trial(&self, place: usize) -> Option<Diagnostic> {
        let ready = self.ready().filter(|ready| ready.theme.is_whole())?;
        match self.memo.get(place)?.get() {
            Some(Ok(_)) => None,
            Some(Err(found)) => Some((**found).clone()),
            // Files were looked into when the site was loaded; pictures are unpacked when a
            // browser asks for them.
            None if self.is_made_of_a_file(place) => None,
            // They can't fail, and would cost a look at every word.
            None if self.is_search_file(place) => None,
            None => self.make(ready, place).err().map(|found| *found),
        }
    }

    /// The hash of what is at this place; of files it is remembered from one site to the
    /// next.
    pub(super) fn hash(&self, place: usize) -> Option<u128> {
        match (self.file(place), self.ready()) {
            (Some(file), Some(ready)) => ready.files.hash(file, &self.loaded.sources),
            _ if self.is_version(place) => Some(version_hash(&self.entries()[place].url)),
            _ => self.page(place)?.ok().map(|body| body.hash),
        }
    }

    /// The file that is published at this place as it is.
    fn file(&self, place: usize) -> Option<&SourcePath> {
        match &self.entries().get(place)?.route {
            Route::Media(file) | Route::Static(file) => Some(file),
            _ => None,
        }
    }

    fn is_version(&self, place: usize) -> bool {
        let entry = self.entries().get(place);
        entry.is_some_and(|entry| matches!(entry.route, Route::Version(..)))
    }

    /// Files and versions of pictures are not remembered: they can be had again, and would
    /// fill the memory.
    fn is_made_of_a_file(&self, place: usize) -> bool {
        self.file(place).is_some() || self.is_version(place)
    }

    fn is_search_file(&self, place: usize) -> bool {
        let entry = self.entries().get(place);
        entry.is_some_and(|entry| matches!(entry.route, Route::SearchFile(_)))
    }

    /// Whether somebody asked for a page since the last call.
    pub(super) fn was_asked(&self) -> bool {
        self.asked.swap(false, Ordering::Relaxed)
    }

    /// Whether a page is known that can't be made.
    pub(super) fn has_failed(&self) -> bool {
        self.failed.load(Ordering::Relaxed)
    }

    /// Places of pages that could not be made, the first few that were tried.
    pub(super) fn failed_places(&self) -> Vec<usize> {
        self.failures
            .iter()
            .filter_map(|cell| cell.get().copied())
            .collect()
    }

    fn make(&self, ready: &Ready, place: usize) -> Made {
        let entry = &ready.routes.entries[place];
        let made = caught(|| make(ready, &self.loaded, &self.versions, entry));
        let made = made.unwrap_or_else(|words| {
            let found = report::internal_error_at(entry.url.as_str(), &words);
            Err(Box::new(found))
        });
        if made.is_err() {
            self.failed.store(true, Ordering::Relaxed);
            let known = |cell: &OnceLock<usize>| cell.get() == Some(&place);
            if !self.failures.iter().any(known) {
                let _ = self.failures.iter().find(|cell| cell.set(place).is_ok());
            }
        }
        made
    }
}

fn make(ready: &Ready, loaded: &Loaded, versions: &Versions, entry: &Entry) -> Made {
    let mime = mime(&entry.url, &entry.route);
    let (content, hash) = match ready.renderer().render(entry)? {
        Rendered::Bytes(bytes) => {
            let hash = xxh3_128(&bytes);
            (Content::Bytes(bytes.into()), hash)
        }
        Rendered::Version(file, recipe) => {
            let made = versions.make(&file, &[recipe], &ready.files, &loaded.sources)?;
            let bytes = made.into_iter().next().unwrap_or_default();
            (Content::Bytes(bytes.into()), version_hash(&entry.url))
        }
        Rendered::File(file) => {
            let unreadable = |error| Box::new(report::unreadable(&file, &error));
            let content = content(&file, &loaded.sources).map_err(unreadable)?;
            let hash = ready.files.hash(&file, &loaded.sources);
            (content, hash.unwrap_or_default())
        }
    };
    let is_untrusted = match &entry.route {
        Route::Media(file) | Route::Static(file) => {
            ready.files.is_untrusted(file, &ready.site.config)
        }
        _ => false,
    };
    Ok(Body {
        content,
        mime,
        hash,
        is_untrusted,
    })
}

/// A version's address says all of what is in it.
fn version_hash(url: &UrlPath) -> u128 {
    xxh3_128(url.as_str().as_bytes())
}

/// A file as it is published.
fn content(file: &SourcePath, sources: &Sources) -> io::Result<Content> {
    if published_files::is_copied(file, sources)? {
        return Ok(Content::File(Arc::new(sources.open(file)?)));
    }
    Ok(Content::Bytes(
        published_files::published(file, sources)?.into(),
    ))
}

/// The media type of what is at a URL: a page is one whatever its name.
fn mime(url: &UrlPath, route: &Route) -> &'static str {
    let is_file = matches!(
        route,
        Route::Media(_)
            | Route::Static(_)
            | Route::Version(..)
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
        return mime_of("html");
    }
    let file = url.to_out_path();
    let name = file.as_str().rsplit('/').next().unwrap_or_default();
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    mime_of(&extension.to_lowercase())
}
