//! The check that every address leads somewhere, wherever it is written.
//!
//! Owns what is said of one that doesn't. Must never know how the table was made.

use rayon::prelude::*;

use crate::diagnostic::{
    Diagnostic, Span, Spanned, image as image_report, link as report, suggest,
};
use crate::parallel::BATCH;
use crate::parse::document::{ImageTarget, LinkTarget};
use crate::path::SourcePath;
use crate::site::{Reference, Site};
use crate::sources::Sources;

use super::moved;
use super::near::Nearby;
use super::resolve::{Resolved, image_source, resolve};
use super::texts::{Text, is_unpublished, pictures, texts};
use super::{Found, Route, Routes};

/// A place on the site that a theme's file names.
pub type Named = (SourcePath, Spanned<String>);

/// What addresses are compared with.
pub(super) struct Check<'a> {
    pub(super) site: &'a Site,
    pub(super) routes: &'a Routes,
    pub(super) nearby: Nearby<'a>,
    /// What is said of an address that is not published: by whom, where, which, and why.
    pub(super) unpublished: fn(&SourcePath, Span, &str, report::Unpublished) -> Diagnostic,
}

/// Reports links and images of published texts that lead nowhere, and `named` ones of the
/// theme.
pub fn check(site: &Site, routes: &Routes, sources: &Sources, named: &[Named]) -> Vec<Diagnostic> {
    let check = &Check {
        site,
        routes,
        nearby: Nearby::new(site, routes, Some(sources)),
        unpublished: report::unpublished_page,
    };
    let texts = texts(site, |_| true);
    let found = texts.par_iter().with_max_len(BATCH);
    let mut diagnostics: Vec<Diagnostic> = found.flat_map_iter(|text| check.text(text)).collect();
    for (file, picture) in pictures(site, |_| true) {
        let target = &picture.target;
        diagnostics.extend(check.image(file, &target.value, target.span));
    }
    for entry in &site.posts {
        if let Some(cta) = &entry.post.meta.cta {
            diagnostics.extend(check.address(&entry.post.source, &cta.url));
        }
    }
    for (file, address) in named {
        diagnostics.extend(check.address(file, address));
    }
    diagnostics
}

impl Check<'_> {
    fn text(&self, text: &Text<'_>) -> Vec<Diagnostic> {
        let mut diagnostics = Vec::new();
        for link in &text.body.links {
            let problem = match resolve(&link.target, self.site, self.routes) {
                Resolved::Missing => self.missing(text.file, &link.target, link.span),
                Resolved::Here | Resolved::Url(_) => self.fragment(text, &link.target, link.span),
            };
            diagnostics.extend(problem.filter(|problem| !link.allowed || problem.code.guarded));
        }
        for image in &text.body.images {
            let problem = self.image(text.file, &image.target, image.span);
            diagnostics.extend(problem.filter(|problem| !image.allowed || problem.code.guarded));
        }
        diagnostics
    }

    /// An address that may be a path or whole; nothing if it leads to another site.
    pub(super) fn address(
        &self,
        file: &SourcePath,
        address: &Spanned<String>,
    ) -> Option<Diagnostic> {
        let path = own_path(&address.value, self.site)?;
        self.path(file, address.span, &path)
    }

    /// A decoded path from the site's root.
    pub(super) fn path(&self, file: &SourcePath, span: Span, path: &str) -> Option<Diagnostic> {
        match self.routes.at(path) {
            Found::Entry(_) => None,
            Found::Unpublished(why) => Some((self.unpublished)(file, span, path, why)),
            Found::Nothing => {
                let nearest = self.nearby.address(path);
                let problem = report::missing_address(file, span, path, &nearest);
                moved::explain(problem, path, self.site, &self.nearby)
            }
        }
    }

    /// What to say of a link that leads nowhere; nothing if its target has errors of its
    /// own.
    pub(super) fn missing(
        &self,
        file: &SourcePath,
        target: &LinkTarget,
        span: Span,
    ) -> Option<Diagnostic> {
        let path = match target {
            LinkTarget::Fragment(_) => return None,
            LinkTarget::Rooted { path, .. } => return self.path(file, span, path),
            LinkTarget::File { path, .. } => path,
        };
        let name = path.as_str();
        match self.site.reference(path) {
            Some(Reference::Broken) => None,
            Some(Reference::Unpublished) => {
                let why = report::Unpublished::Document;
                Some((self.unpublished)(file, span, name, why))
            }
            Some(Reference::Unused) => {
                let why = report::Unpublished::WithoutPosts;
                Some((self.unpublished)(file, span, name, why))
            }
            _ if path.extension() == "md" || path.extension().is_empty() => {
                let nearest = as_linked(&self.nearby.document(name), file);
                Some(report::missing_page(file, span, name, &nearest))
            }
            _ if is_unpublished(path, self.site) => {
                Some(report::unpublished_file(file, span, path))
            }
            _ => {
                let mut nearest = self.nearby.file(name);
                if nearest.is_empty() && ["html", "htm"].contains(&path.extension().as_str()) {
                    nearest = self.nearby.document(name);
                }
                let nearest = as_linked(&nearest, file);
                Some(report::missing_file(file, span, name, &nearest))
            }
        }
    }

    fn fragment(&self, text: &Text<'_>, target: &LinkTarget, span: Span) -> Option<Diagnostic> {
        let (page, ids, fragment): (&str, &[String], &str) = match target {
            LinkTarget::Fragment(fragment) => ("", text.ids, fragment),
            LinkTarget::File {
                path,
                fragment: Some(fragment),
                ..
            } => (
                path.as_str(),
                body_of(self.site, self.site.reference(path)?)?,
                fragment,
            ),
            LinkTarget::Rooted {
                path,
                fragment: Some(fragment),
                ..
            } => {
                let reference = match self.routes.find(path)?.route {
                    Route::Post(id) => Reference::Post(id),
                    Route::Page(index) => Reference::Page(index),
                    _ => return None,
                };
                (path, body_of(self.site, reference)?, fragment)
            }
            _ => return None,
        };
        // What follows `:~:` is for browsers alone (URL fragment text directives).
        let id = fragment.split(":~:").next().unwrap_or(fragment);
        // The empty fragment and `top` are the top of every page (HTML standard).
        if id.is_empty()
            || id == "top"
            || ids.binary_search_by(|known| known.as_str().cmp(id)).is_ok()
        {
            return None;
        }
        let near: Vec<&str> = suggest::nearest(id, near_in(ids, id)).into_iter().collect();
        Some(report::missing_fragment(text.file, span, page, id, &near))
    }

    fn image(&self, file: &SourcePath, target: &ImageTarget, span: Span) -> Option<Diagnostic> {
        if image_source(target, self.routes).is_some() {
            return None;
        }
        let name = match target {
            ImageTarget::File(path) if is_unpublished(path, self.site) => {
                return Some(report::unpublished_file(file, span, path));
            }
            ImageTarget::File(path) => path.as_str().to_owned(),
            ImageTarget::Rooted(path) => match self.routes.at(path) {
                Found::Unpublished(why) => return Some((self.unpublished)(file, span, path, why)),
                _ => format!("static{path}"),
            },
        };
        let nearest = as_linked(&self.nearby.file(&name), file);
        Some(image_report::missing_file(file, span, &name, &nearest))
    }
}

/// Names of files as a text links to them: by their way from its folder, or, under
/// `static/`, by their address.
fn as_linked(names: &[&str], file: &SourcePath) -> Vec<String> {
    let linked = names.iter().map(|name| match name.strip_prefix("static/") {
        Some(address) => format!("/{address}"),
        None => SourcePath::new(name).way_from(file),
    });
    linked.collect()
}

/// Of very many sorted ids, those that begin most like this one.
fn near_in<'a>(ids: &'a [String], id: &str) -> impl Iterator<Item = &'a str> {
    let place = ids.partition_point(|known| known.as_str() < id);
    let start = place.saturating_sub(suggest::MOST_COMPARED / 2);
    let end = (place + suggest::MOST_COMPARED / 2).min(ids.len());
    ids[start..end].iter().map(String::as_str)
}

fn body_of(site: &Site, reference: Reference) -> Option<&[String]> {
    match reference {
        Reference::Post(id) => Some(&site.posts[id].post.body.ids),
        Reference::Page(index) => Some(&site.pages[index].page.body.ids),
        Reference::Term(kind, index) => site.terms.of(kind)[index]
            .profile
            .as_ref()
            .map(|profile| profile.body.ids.as_slice()),
        Reference::Unused | Reference::Unpublished | Reference::Broken => None,
    }
}

/// The decoded path of an address, if it is one of this site.
pub(super) fn own_path(address: &str, site: &Site) -> Option<String> {
    let own = match address.starts_with('/') {
        true => address.to_owned(),
        false => site.config.base_url.inside(address)?,
    };
    let path = own.split(['?', '#']).next().unwrap_or(&own);
    let decoded = percent_encoding::percent_decode_str(path).decode_utf8_lossy();
    Some(decoded.into_owned())
}
