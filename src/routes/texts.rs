//! The published texts and pictures, whatever document they belong to.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::parse::document::{Body, Picture, TermKind};
use crate::path::SourcePath;
use crate::site::{PostEntry, Reference, Site};
use crate::sources::{Kind, Sources};

/// A text of the site with what its links may point to on its own page.
pub(super) struct Text<'a> {
    pub(super) file: &'a SourcePath,
    pub(super) body: &'a Body,
    /// Ids of the page that shows it.
    pub(super) ids: &'a [String],
}

/// Bodies of published documents, corrections included; of those of posts that `wanted`
/// names.
pub(super) fn texts(site: &Site, wanted: impl Fn(&PostEntry) -> bool) -> Vec<Text<'_>> {
    let mut texts = Vec::with_capacity(site.posts.len() + site.pages.len());
    for entry in site.posts.iter().filter(|entry| wanted(entry)) {
        let post = &entry.post;
        texts.push(Text {
            file: &post.source,
            body: &post.body,
            ids: &post.body.ids,
        });
        for correction in &post.meta.corrections {
            texts.push(Text {
                file: &post.source,
                body: &correction.text,
                ids: &post.body.ids,
            });
        }
    }
    for entry in &site.pages {
        let page = &entry.page;
        texts.push(Text {
            file: &page.source,
            body: &page.body,
            ids: &page.body.ids,
        });
    }
    for kind in TermKind::ALL {
        for profile in site
            .terms
            .of(kind)
            .iter()
            .filter_map(|term| term.profile.as_ref())
        {
            texts.push(Text {
                file: &profile.source,
                body: &profile.body,
                ids: &profile.body.ids,
            });
        }
    }
    texts
}

/// Images in the front matter of published documents; of those of posts that `wanted`
/// names.
pub(super) fn pictures(
    site: &Site,
    wanted: impl Fn(&PostEntry) -> bool,
) -> Vec<(&SourcePath, &Picture)> {
    let posts = site
        .posts
        .iter()
        .filter(|entry| wanted(entry))
        .map(|entry| (&entry.post.source, entry.post.meta.image.as_ref()));
    let pages = site
        .pages
        .iter()
        .map(|entry| (&entry.page.source, entry.page.image.as_ref()));
    let terms = TermKind::ALL
        .into_iter()
        .flat_map(|kind| site.terms.of(kind));
    let profiles = terms.filter_map(|term| {
        term.profile
            .as_ref()
            .map(|profile| (&profile.source, profile.image.as_ref()))
    });
    posts
        .chain(pages)
        .chain(profiles)
        .filter_map(|(file, image)| image.map(|image| (file, image)))
        .collect()
}

/// Files beside documents that published texts show or link to.
pub fn media(site: &Site, sources: &Sources) -> BTreeSet<SourcePath> {
    let exists = |path: &&SourcePath| {
        let file = sources.get(path);
        file.is_some_and(|file| file.kind == Kind::Media) && !is_unpublished(path, site)
    };
    let of_text = |text: &Text<'_>| -> Vec<SourcePath> {
        text.body.files().filter(&exists).cloned().collect()
    };
    let of_texts = texts(site, |post| post.has_files)
        .into_par_iter()
        .flat_map_iter(|text| of_text(&text));
    let mut media: BTreeSet<SourcePath> = of_texts.collect();
    let pictures = pictures(site, |post| post.has_files).into_iter();
    let pictures = pictures.filter_map(|(_, picture)| picture.file());
    media.extend(pictures.filter(&exists).cloned());
    media
}

/// Whether a file lies in the folder of an unpublished document, and so is unpublished with it.
pub(super) fn is_unpublished(path: &SourcePath, site: &Site) -> bool {
    let mut folder = path.folder();
    while let Some((above, _)) = folder.rsplit_once('/') {
        let index = SourcePath::new(&format!("{folder}/index.md"));
        if let Some(found) = site.reference(&index) {
            return found == Reference::Unpublished;
        }
        folder = above;
    }
    false
}
