//! The smaller versions of the pictures that published texts show.
//!
//! Owns their addresses, which follow from a picture's bytes and the recipe alone, so that
//! pages name them before anybody has made them. Must never unpack a picture.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::media::derive::{Kind, Recipe, versions};
use crate::parse::document::{ImageTarget, LinkTarget};
use crate::path::{SourcePath, UrlPath};
use crate::published_files::PublishedFiles;
use crate::site::Site;
use crate::sources::Sources;

use super::broken_links::own_path;
use super::permalinks::file_url;
use super::texts::{pictures, texts};
use super::{Entry, Route};

/// One version and its address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Where it is.
    pub url: UrlPath,
    /// How it is made.
    pub recipe: Recipe,
}

/// The versions of all pictures.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pictures {
    versions: BTreeMap<SourcePath, Vec<Version>>,
    /// Originals of which only versions are published, by the address that they would have.
    replaced: BTreeMap<UrlPath, SourcePath>,
}

/// Where only one version can be named, it is the widest of the picture's own kind up to
/// this width.
const MIDDLE: u32 = 1200;

impl Pictures {
    /// The versions of what published texts show.
    pub(super) fn of(site: &Site, sources: &Sources, files: &PublishedFiles) -> Self {
        let Some(plan) = &site.config.images.plan else {
            return Self::default();
        };
        let images: BTreeSet<&SourcePath> = files.image_paths().collect();
        if images.is_empty() {
            return Self::default();
        }
        let shown = Shown::of(site, &images);
        let mut all = Self::default();
        for path in shown.images {
            let (Some(file), Some(hash)) = (files.get(path), files.hash(path, sources)) else {
                continue;
            };
            let recipes = file.image.map(|info| versions(&info, file.len, plan));
            let found = recipes.into_iter().flatten().filter_map(|recipe| {
                let url = address(path, &recipe, hash)?;
                Some(Version { url, recipe })
            });
            let found: Vec<Version> = found.collect();
            if found.is_empty() {
                continue;
            }
            let is_kept = site.config.images.keep_original
                || path.as_str().starts_with("static/")
                || shown.linked.contains(path);
            if let (false, Ok(url)) = (is_kept, file_url(path)) {
                all.replaced.insert(url, path.clone());
            }
            all.versions.insert(path.clone(), found);
        }
        all
    }

    /// The versions of a picture: its own kind first, each kind by its widths, ascending.
    /// None, if it is published as it is.
    pub fn versions(&self, path: &SourcePath) -> &[Version] {
        self.versions.get(path).map_or(&[], Vec::as_slice)
    }

    /// Those of its own kind.
    pub fn own(&self, path: &SourcePath) -> &[Version] {
        let all = self.versions(path);
        let kind = all.first().map(|first| first.recipe.kind);
        let count = all.partition_point(|version| Some(version.recipe.kind) == kind);
        &all[..count]
    }

    /// Those that browsers may choose instead.
    pub fn others(&self, path: &SourcePath) -> (Option<Kind>, &[Version]) {
        let others = &self.versions(path)[self.own(path).len()..];
        (others.first().map(|first| first.recipe.kind), others)
    }

    /// The version for places that can name only one.
    pub fn middle(&self, path: &SourcePath) -> Option<&Version> {
        let own = self.own(path);
        let fit = own.iter().rev().find(|one| one.recipe.width <= MIDDLE);
        fit.or(own.first())
    }

    /// The original that would be at an address, if only versions of it are published.
    pub(super) fn replaced_at(&self, url: &str) -> Option<&SourcePath> {
        let url = UrlPath::of_file(url).ok()?;
        self.replaced.get(&url)
    }

    /// Whether only versions of a file are published.
    pub(super) fn replaces(&self, path: &SourcePath) -> bool {
        let url = file_url(path);
        url.is_ok_and(|url| self.replaced.contains_key(&url))
    }

    /// All versions as entries.
    pub(super) fn entries(&self) -> impl Iterator<Item = Entry> {
        let each = self.versions.iter();
        each.flat_map(|(path, versions)| {
            versions.iter().map(|version| Entry {
                url: version.url.clone(),
                route: Route::Version(path.clone(), version.recipe),
            })
        })
    }
}

/// `/media/posts/foto-960.0123456789abcdef.webp`, beside where the original is or would be.
fn address(path: &SourcePath, recipe: &Recipe, hash: u128) -> Option<UrlPath> {
    let original = file_url(path).ok()?;
    let original = original.as_str();
    let name = original.rfind('/').map_or(0, |slash| slash + 1);
    let stem = original[name..].rfind('.').map(|dot| name + dot);
    let stem = &original[..stem.filter(|stem| *stem > name).unwrap_or(original.len())];
    let (width, extension) = (recipe.width, recipe.kind.extension());
    let hash = recipe.hash(hash);
    UrlPath::of_file(&format!("{stem}-{width}.{hash:016x}.{extension}")).ok()
}

/// Which images published texts show, and which they link to.
struct Shown<'a> {
    images: BTreeSet<&'a SourcePath>,
    linked: BTreeSet<&'a SourcePath>,
}

impl<'a> Shown<'a> {
    /// Those among `files`.
    fn of(site: &Site, files: &BTreeSet<&'a SourcePath>) -> Self {
        let urls = files
            .iter()
            .filter_map(|path| Some((file_url(path).ok()?, *path)));
        let urls: HashMap<UrlPath, &SourcePath> = urls.collect();
        let at = |path: &str| urls.get(&UrlPath::of_file(path).ok()?).copied();
        let mut shown = Self {
            images: BTreeSet::new(),
            linked: BTreeSet::new(),
        };
        let image = |target: &ImageTarget| match target {
            ImageTarget::File(path) => files.get(path).copied(),
            ImageTarget::Rooted(path) => at(path),
        };
        for text in texts(site, |_| true) {
            let images = text.body.images.iter();
            shown
                .images
                .extend(images.filter_map(|one| image(&one.target)));
            let links = text
                .body
                .links
                .iter()
                .filter_map(|link| match &link.target {
                    LinkTarget::File { path, .. } => files.get(path).copied(),
                    LinkTarget::Rooted { path, .. } => at(path),
                    LinkTarget::Fragment(_) => None,
                });
            shown.linked.extend(links);
        }
        let pictures = pictures(site, |_| true).into_iter();
        let pictures = pictures.filter_map(|(_, picture)| image(&picture.target.value));
        shown.images.extend(pictures);
        let buttons = site
            .posts
            .iter()
            .filter_map(|entry| entry.post.meta.cta.as_ref());
        let buttons = buttons.map(|button| &button.url.value);
        let menu = site.config.menu.iter().map(|item| &item.url.value);
        let addresses = buttons
            .chain(menu)
            .filter_map(|address| own_path(address, site));
        shown.linked.extend(addresses.filter_map(|path| at(&path)));
        shown
    }
}
