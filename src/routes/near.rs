//! Which known path a broken link probably means.
//!
//! Names are indexed once for all broken links of a site, so that a site that has
//! just moved in, with thousands of them, is still answered at once.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::diagnostic::suggest;
use crate::path::SourcePath;
use crate::site::Site;
use crate::sources::{Kind, Sources};

use super::{Entry, Route, Routes};

/// Documents, files and addresses of a site, indexed when the first link is broken.
pub(super) struct Nearby<'a> {
    site: &'a Site,
    routes: &'a Routes,
    sources: Option<&'a Sources>,
    documents: OnceLock<Names<'a>>,
    files: OnceLock<Names<'a>>,
    addresses: OnceLock<Names<'a>>,
}

impl<'a> Nearby<'a> {
    pub(super) fn new(site: &'a Site, routes: &'a Routes, sources: Option<&'a Sources>) -> Self {
        Self {
            site,
            routes,
            sources,
            documents: OnceLock::new(),
            files: OnceLock::new(),
            addresses: OnceLock::new(),
        }
    }

    /// The document that is nearest.
    pub(super) fn document(&self, written: &str) -> Vec<&'a str> {
        let make = || Names::new(self.site.linkable().into_iter().map(SourcePath::as_str));
        self.documents.get_or_init(make).near(written)
    }

    /// The address that is nearest.
    pub(super) fn address(&self, written: &str) -> Vec<&'a str> {
        let make = || {
            let entries = self.routes.entries.iter();
            let known = entries.filter(|entry| is_first_of_something(entry));
            Names::new(known.map(|entry| entry.url.as_str()))
        };
        self.addresses.get_or_init(make).near(written)
    }

    /// The file beside a document, or under `static/`, that is nearest.
    pub(super) fn file(&self, written: &str) -> Vec<&'a str> {
        let kinds = [Kind::Media, Kind::Static].into_iter();
        let make = || {
            let files = kinds.flat_map(|kind| {
                self.sources
                    .into_iter()
                    .flat_map(move |all| all.iter_kind(kind))
            });
            Names::new(files.map(|file| file.path.as_str()))
        };
        self.files.get_or_init(make).near(written)
    }
}

/// Whether an address is one that people write: no second page of a list, no feed.
fn is_first_of_something(entry: &Entry) -> bool {
    match &entry.route {
        Route::Home(number) | Route::Term(_, _, number) => *number == 1,
        Route::Post(_) | Route::Page(_) | Route::Terms(_) => true,
        Route::Archive | Route::ArchiveYear(_) | Route::Search | Route::Subscribe => true,
        Route::Corrections | Route::Statement | Route::Media(_) | Route::Static(_) => true,
        _ => false,
    }
}

/// Paths by the last part of their name.
struct Names<'a> {
    exact: HashMap<String, &'a str>,
    /// By what addresses are made of: neither date nor extension.
    bare: HashMap<String, &'a str>,
    alike: suggest::Names<'a>,
}

impl<'a> Names<'a> {
    fn new(paths: impl Iterator<Item = &'a str>) -> Self {
        let (mut exact, mut bare_names) = (HashMap::new(), HashMap::new());
        for path in paths {
            exact.entry(last_part(path).to_lowercase()).or_insert(path);
            bare_names.entry(bare(path)).or_insert(path);
        }
        let alike = suggest::Names::new(exact.values().map(|path| last_part(path)));
        Self {
            exact,
            bare: bare_names,
            alike,
        }
    }

    /// The same name in another folder, or in an address as other generators make
    /// them, else the nearest name.
    fn near(&self, written: &str) -> Vec<&'a str> {
        let name = last_part(written);
        let path = |name: &str| self.exact.get(&name.to_lowercase()).copied();
        let found = path(name)
            .or_else(|| self.bare.get(&bare(written)).copied())
            .or_else(|| path(self.alike.nearest(name)?));
        found.into_iter().collect()
    }
}

fn last_part(path: &str) -> &str {
    let path = path.trim_end_matches('/');
    path.rsplit('/').next().unwrap_or(path)
}

/// `natverk` of `posts/2021-04-07-natverk.md`, `posts/natverk/index.md` and
/// `/2021/04/07/natverk.html`.
fn bare(path: &str) -> String {
    let path = path.trim_end_matches('/');
    let folder = path.rsplit_once('/').filter(|(_, name)| is_index(name));
    let mut name = last_part(folder.map_or(path, |(folder, _)| folder)).to_lowercase();
    if let Some(stem) = [".md", ".html", ".htm"]
        .iter()
        .find_map(|extension| name.strip_suffix(extension))
    {
        name.truncate(stem.len());
    }
    let mut parts = name.splitn(4, '-');
    let dated = parts
        .by_ref()
        .take(3)
        .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    match parts.next() {
        Some(rest) if dated => rest.into(),
        _ => name,
    }
}

fn is_index(name: &str) -> bool {
    matches!(name, "index.md" | "index.html")
}
