//! Where links and images lead, and the check that all of them lead somewhere.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::diagnostic::{
    Diagnostic, Span, Spanned, image as image_report, link as report, suggest,
};
use crate::grain::GRAIN;
use crate::parse::document::{ImageTarget, LinkTarget};
use crate::path::{SourcePath, UrlPath};
use crate::site::{Reference, Site, WithheldDocument};
use crate::sources::{Kind, Sources};

use super::near::Nearby;
use super::table::withheld_url;
use super::texts::{Text, pictures, texts};
use super::{Route, Routes};

/// Why a document is not there.
pub(super) const WITHHELD: &str = "it is a draft, scheduled or expired";

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolved {
    /// A URL of the site.
    Url(UrlPath),
    /// The page that the link stands on.
    Here,
    /// Nowhere.
    Missing,
}

/// Resolves a link. Its fragment isn't looked at.
pub fn resolve(target: &LinkTarget, site: &Site, routes: &Routes) -> Resolved {
    let found = match target {
        LinkTarget::Fragment(_) => return Resolved::Here,
        LinkTarget::File { path, .. } => match site.reference(path) {
            Some(Reference::Post(id)) => Some(routes.posts[id].clone()),
            Some(Reference::Page(index)) => Some(routes.pages[index].clone()),
            Some(Reference::Term(kind, index)) => Some(routes.term(kind, index).clone()),
            Some(Reference::Unused | Reference::Withheld | Reference::Broken) => None,
            None => routes
                .file(path)
                .filter(|url| routes.find(url.as_str()).is_some()),
        },
        LinkTarget::Rooted { path, .. } => routes.find(path).map(|entry| entry.url.clone()),
    };
    found.map_or(Resolved::Missing, Resolved::Url)
}

/// The source file of an image, if the site publishes it.
pub fn image_source(target: &ImageTarget, routes: &Routes) -> Option<SourcePath> {
    match target {
        ImageTarget::File(path) => {
            let entry = routes.find(routes.file(path)?.as_str())?;
            matches!(entry.route, Route::Media(_) | Route::Static(_)).then(|| path.clone())
        }
        ImageTarget::Rooted(path) => match &routes.find(path)?.route {
            Route::Static(source) | Route::Media(source) => Some(source.clone()),
            _ => None,
        },
    }
}

/// Files beside documents that published texts show or link to.
pub(super) fn media(site: &Site, sources: &Sources) -> BTreeSet<SourcePath> {
    let exists = |path: &SourcePath| {
        let file = sources.get(path);
        file.is_some_and(|file| file.kind == Kind::Media) && !is_withheld(path, site)
    };
    let of_text = |text: &Text<'_>| {
        let images = text
            .body
            .images
            .iter()
            .filter_map(|image| match &image.target {
                ImageTarget::File(path) => Some(path),
                ImageTarget::Rooted(_) => None,
            });
        let links = text
            .body
            .links
            .iter()
            .filter_map(|link| match &link.target {
                LinkTarget::File { path, .. } => Some(path),
                LinkTarget::Fragment(_) | LinkTarget::Rooted { .. } => None,
            });
        let files = images.chain(links).filter(|path| exists(path));
        files.cloned().collect::<Vec<_>>()
    };
    let of_texts = texts(site, |post| post.marks.has_files)
        .into_par_iter()
        .flat_map_iter(|text| of_text(&text));
    let mut media: BTreeSet<SourcePath> = of_texts.collect();
    for (_, picture) in pictures(site, |post| post.marks.has_files) {
        if let ImageTarget::File(path) = &picture.target.value {
            media.extend(exists(path).then(|| path.clone()));
        }
    }
    media
}

/// Whether a file lies in the folder of a withheld document, and so is withheld with it.
fn is_withheld(path: &SourcePath, site: &Site) -> bool {
    let mut folder = path.folder();
    while let Some((above, _)) = folder.rsplit_once('/') {
        let index = SourcePath::new(&format!("{folder}/index.md"));
        if let Some(found) = site.reference(&index) {
            return found == Reference::Withheld;
        }
        folder = above;
    }
    false
}

/// Reports links and images of published texts that lead nowhere.
pub fn check(site: &Site, routes: &Routes, sources: &Sources) -> Vec<Diagnostic> {
    let texts = texts(site, |_| true);
    let nearby = &Nearby::new(site, Some(sources));
    let mut diagnostics: Vec<Diagnostic> = texts
        .par_iter()
        .with_max_len(GRAIN)
        .flat_map_iter(|text| check_text(text, site, routes, nearby))
        .collect();
    for (file, picture) in pictures(site, |_| true) {
        diagnostics.extend(check_image(
            file,
            &picture.target.value,
            picture.target.span,
            site,
            routes,
            nearby,
        ));
    }
    for entry in &site.posts {
        if let Some(cta) = &entry.post.meta.cta {
            let file = &entry.post.source;
            diagnostics.extend(check_address(file, &cta.url, site, routes, nearby));
        }
    }
    diagnostics
}

fn check_text(
    text: &Text<'_>,
    site: &Site,
    routes: &Routes,
    nearby: &Nearby<'_>,
) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for link in text.body.links.iter().filter(|link| !link.allowed) {
        let problem = match resolve(&link.target, site, routes) {
            Resolved::Missing => missing(text.file, &link.target, link.span, site, nearby),
            Resolved::Here | Resolved::Url(_) => {
                check_fragment(text, &link.target, link.span, site, routes)
            }
        };
        diagnostics.extend(problem);
    }
    for image in text.body.images.iter().filter(|image| !image.allowed) {
        diagnostics.extend(check_image(
            text.file,
            &image.target,
            image.span,
            site,
            routes,
            nearby,
        ));
    }
    diagnostics
}

/// What to say of a link that leads nowhere; nothing if its target has errors of its own.
pub(super) fn missing(
    file: &SourcePath,
    target: &LinkTarget,
    span: Span,
    site: &Site,
    nearby: &Nearby<'_>,
) -> Option<Diagnostic> {
    match target {
        LinkTarget::Fragment(_) => None,
        LinkTarget::Rooted { path, .. } => Some(missing_path(file, span, path, site, nearby)),
        LinkTarget::File { path, .. } => match site.reference(path) {
            Some(Reference::Broken) => None,
            Some(Reference::Withheld) => {
                Some(report::withheld_page(file, span, path.as_str(), WITHHELD))
            }
            Some(Reference::Unused) => Some(report::withheld_page(
                file,
                span,
                path.as_str(),
                "it has no published posts",
            )),
            _ if path.extension() == "md" || path.extension().is_empty() => Some(
                report::missing_page(file, span, path.as_str(), &nearby.document(path.as_str())),
            ),
            _ if is_withheld(path, site) => Some(report::withheld_file(file, span, path)),
            _ => Some(report::missing_file(
                file,
                span,
                path.as_str(),
                &nearby.file(path.as_str()),
            )),
        },
    }
}

fn check_fragment(
    text: &Text<'_>,
    target: &LinkTarget,
    span: Span,
    site: &Site,
    routes: &Routes,
) -> Option<Diagnostic> {
    let (page, ids, fragment): (&str, &[String], &str) = match target {
        LinkTarget::Fragment(fragment) => ("", text.ids, fragment),
        LinkTarget::File {
            path,
            fragment: Some(fragment),
            ..
        } => (
            path.as_str(),
            body_of(site, site.reference(path)?)?,
            fragment,
        ),
        LinkTarget::Rooted {
            path,
            fragment: Some(fragment),
            ..
        } => {
            let reference = match routes.find(path)?.route {
                Route::Post(id) => Reference::Post(id),
                Route::Page(index) => Reference::Page(index),
                _ => return None,
            };
            (path, body_of(site, reference)?, fragment)
        }
        _ => return None,
    };
    // What browsers look for themselves is no id (URL fragment text directives).
    let fragment = fragment.split(":~:").next().unwrap_or_default();
    // The empty fragment and `top` are the top of every page (HTML standard).
    if fragment.is_empty()
        || fragment == "top"
        || ids.binary_search_by(|id| id.as_str().cmp(fragment)).is_ok()
    {
        return None;
    }
    // Of very many, those that begin most like it.
    let place = ids.partition_point(|id| id.as_str() < fragment);
    let start = place.saturating_sub(suggest::MOST_COMPARED / 2);
    let end = (place + suggest::MOST_COMPARED / 2).min(ids.len());
    let near = suggest::nearest(fragment, ids[start..end].iter().map(String::as_str));
    let near: Vec<&str> = near.into_iter().collect();
    Some(report::missing_fragment(
        text.file, span, page, fragment, &near,
    ))
}

fn body_of(site: &Site, reference: Reference) -> Option<&[String]> {
    match reference {
        Reference::Post(id) => Some(&site.posts[id].post.body.ids),
        Reference::Page(index) => Some(&site.pages[index].page.body.ids),
        Reference::Term(kind, index) => site.terms.of(kind)[index]
            .profile
            .as_ref()
            .map(|profile| profile.body.ids.as_slice()),
        Reference::Unused | Reference::Withheld | Reference::Broken => None,
    }
}

fn check_image(
    file: &SourcePath,
    target: &ImageTarget,
    span: Span,
    site: &Site,
    routes: &Routes,
    nearby: &Nearby<'_>,
) -> Option<Diagnostic> {
    match target {
        _ if image_source(target, routes).is_some() => None,
        ImageTarget::File(path) if is_withheld(path, site) => {
            Some(report::withheld_file(file, span, path))
        }
        ImageTarget::File(path) => Some(image_report::missing_file(
            file,
            span,
            path.as_str(),
            &nearby.file(path.as_str()),
        )),
        ImageTarget::Rooted(path) => {
            let name = format!("static{path}");
            Some(image_report::missing_file(
                file,
                span,
                &name,
                &nearby.file(&name),
            ))
        }
    }
}

/// An address outside of texts, which may be a path or whole; nothing if it leads to
/// another site.
fn check_address(
    file: &SourcePath,
    address: &Spanned<String>,
    site: &Site,
    routes: &Routes,
    nearby: &Nearby<'_>,
) -> Option<Diagnostic> {
    let path = own_path(&address.value, site)?;
    routes
        .find(&path)
        .is_none()
        .then(|| missing_path(file, address.span, &path, site, nearby))
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

/// What to say of a path at which nothing is published.
fn missing_path(
    file: &SourcePath,
    span: Span,
    path: &str,
    site: &Site,
    nearby: &Nearby<'_>,
) -> Diagnostic {
    match withheld_at(path, site) {
        Some(_) => report::withheld_page(file, span, path, WITHHELD),
        None => report::missing_page(file, span, path, &nearby.document(path)),
    }
}

/// The withheld document that would stand at a path.
pub(super) fn withheld_at<'a>(path: &str, site: &'a Site) -> Option<&'a WithheldDocument> {
    let same = |url: &str| url.trim_matches('/') == path.trim_matches('/');
    site.withheld.iter().find(|one| {
        withheld_url(&one.document, &site.config).is_some_and(|url| same(url.as_str()))
            || one
                .document
                .aliases()
                .iter()
                .any(|alias| same(&alias.value))
    })
}
