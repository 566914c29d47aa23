//! Addresses that only unpublished things have, or would have.
//!
//! Owns what is said of them instead of "there is no such page": a link to one must not
//! reach the output, whatever a site lowers, since the address itself tells of a secret.

use std::collections::BTreeMap;

use crate::diagnostic::link::Unpublished as Why;
use crate::parse::document::{Post, TermKind};
use crate::path::UrlPath;
use crate::site::{Hidden, Site, UnpublishedDocument};

use super::permalinks::{Permalinks, permalink};
use super::table::alias_url;

/// Addresses by their collision keys, each with why nothing is there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Unpublished(BTreeMap<String, Why>);

/// Those of a site that are found one after the other.
struct Search<'a> {
    site: &'a Site,
    permalinks: &'a Permalinks,
    /// Whether something is at an address: a list may have other things in it.
    is_taken: &'a dyn Fn(&UrlPath) -> bool,
    found: BTreeMap<String, Why>,
}

impl Unpublished {
    /// Those of all unpublished documents, and of lists that have nothing else in them,
    /// where nothing published is.
    pub(super) fn of(
        site: &Site,
        permalinks: &Permalinks,
        is_taken: &dyn Fn(&UrlPath) -> bool,
    ) -> Self {
        let mut search = Search {
            site,
            permalinks,
            is_taken,
            found: BTreeMap::new(),
        };
        for profile in site.unused_profiles() {
            let own = profile.slug.as_ref().map(|slug| slug.value.as_str());
            let own = own.unwrap_or(&profile.id);
            search.add(permalinks.term_url(profile.kind, own), Why::WithoutPosts);
            for alias in &profile.aliases {
                search.add(alias_url(&alias.value), Why::WithoutPosts);
            }
        }
        for document in &site.unpublished {
            search.document(document);
        }
        Self(search.found)
    }

    /// Why nothing is at a path at which nothing is, if that is because it, or what it
    /// lies below, is not published.
    pub(super) fn why(&self, path: &str) -> Option<Why> {
        let url = UrlPath::of_file(path).ok()?;
        let key = url.collision_key();
        let key = key.trim_end_matches('/');
        let ends = key.match_indices('/').map(|(at, _)| at).chain([key.len()]);
        let mut folders = ends.filter(|end| *end > 0).map(|end| &key[..end]);
        folders.find_map(|folder| {
            let page = self.0.get(&format!("{folder}/"));
            page.or_else(|| self.0.get(folder)).copied()
        })
    }
}

impl Search<'_> {
    fn document(&mut self, document: &UnpublishedDocument) {
        let config = &self.site.config;
        let url = match &document.document {
            Hidden::Post(post) => {
                self.lists_of(post);
                permalink(&config.permalink, post, &config.language)
            }
            Hidden::Page(page) => UrlPath::page(page.segments.iter().map(|slug| slug.as_str())),
        };
        self.add(url.ok(), Why::Document);
        for alias in document.document.aliases() {
            self.add(alias_url(&alias.value), Why::Document);
        }
        if document.source.file_name() == "index.md" {
            let folder = document.source.folder().strip_prefix("content/");
            let url = folder.map(|folder| UrlPath::new(&format!("/media/{folder}/")));
            self.add(url.and_then(Result::ok), Why::Document);
        }
    }

    /// The lists that a post would stand in.
    fn lists_of(&mut self, post: &Post) {
        let (placement, meta) = (&post.placement, &post.meta);
        for kind in TermKind::ALL {
            for name in placement.names(kind) {
                let url = self.permalinks.term_url(kind, name.value.as_str());
                self.add(url, Why::WholeList);
            }
        }
        let year = post.placement.date.civil.year();
        self.add(self.permalinks.year_url(year), Why::WholeList);
        if !meta.corrections.is_empty() {
            self.add(self.permalinks.corrections_url(), Why::WholeList);
        }
    }

    fn add(&mut self, url: Option<UrlPath>, why: Why) {
        if let Some(url) = url.filter(|url| !(self.is_taken)(url)) {
            let key = url.collision_key().into_owned();
            self.found.entry(key).or_insert(why);
        }
    }
}
