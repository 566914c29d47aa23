//! Where the addresses of the configuration lead, and the check that all of them lead
//! somewhere.
//!
//! They stand on every page, so what they may not do can't be lowered: lead to what is
//! withheld.

use crate::diagnostic::{Diagnostic, Spanned, config as report, link};
use crate::parse::document::{Link, LinkTarget};
use crate::path::SourcePath;
use crate::site::{Reference, Site};

use super::Routes;
use super::links::{Resolved, WITHHELD, missing, own_path, resolve, withheld_at};
use super::near::Nearby;

/// Reports addresses of the configuration that lead nowhere; `links` are those of its
/// texts.
pub fn check_config(
    site: &Site,
    routes: &Routes,
    file: &SourcePath,
    links: &[Link],
) -> Vec<Diagnostic> {
    let nearby = &Nearby::new(site, None);
    let mut diagnostics = Vec::new();
    let menu = site.config.menu.iter().map(|item| &item.url);
    let statement = site.config.accessibility.as_ref();
    let contact = statement.and_then(|statement| statement.report_url.as_ref());
    let license = site
        .config
        .license
        .as_ref()
        .and_then(|one| one.url.as_ref());
    for address in menu.chain(contact).chain(license) {
        diagnostics.extend(check_address(file, address, site, routes, nearby));
    }
    for link in links {
        diagnostics.extend(check_config_link(link, site, routes, file, nearby));
    }
    let pages = [
        site.config.comments.rules.as_ref(),
        site.config
            .about
            .as_ref()
            .filter(|about| about.value.ends_with(".md")),
    ];
    for page in pages.into_iter().flatten() {
        diagnostics.extend(check_page(file, page, site, nearby));
    }
    diagnostics
}

/// An address, which may be a path or whole; nothing if it leads to another site.
fn check_address(
    file: &SourcePath,
    address: &Spanned<String>,
    site: &Site,
    routes: &Routes,
    nearby: &Nearby<'_>,
) -> Option<Diagnostic> {
    let path = own_path(&address.value, site)?;
    if routes.find(&path).is_some() {
        return None;
    }
    Some(match withheld_at(&path, site) {
        Some(_) => report::withheld_page(file, address.span, &path, WITHHELD),
        None => link::missing_page(file, address.span, &path, &nearby.document(&path)),
    })
}

/// A page that is named by its file.
fn check_page(
    file: &SourcePath,
    page: &Spanned<String>,
    site: &Site,
    nearby: &Nearby<'_>,
) -> Option<Diagnostic> {
    let path = in_content(&page.value);
    let name = path.as_str();
    match site.reference(&path) {
        Some(Reference::Page(_) | Reference::Broken) => None,
        Some(Reference::Withheld) => Some(report::withheld_page(file, page.span, name, WITHHELD)),
        _ => Some(link::missing_page(
            file,
            page.span,
            name,
            &nearby.document(name),
        )),
    }
}

/// A link in a text of the configuration, which knows no files: those belong to
/// documents.
fn check_config_link(
    link: &Link,
    site: &Site,
    routes: &Routes,
    file: &SourcePath,
    nearby: &Nearby<'_>,
) -> Option<Diagnostic> {
    let target = match &link.target {
        LinkTarget::File { path, .. } => LinkTarget::File {
            path: in_content(path.as_str()),
            query: None,
            fragment: None,
        },
        other => other.clone(),
    };
    let withheld = match &target {
        LinkTarget::File { path, .. } => {
            (site.reference(path) == Some(Reference::Withheld)).then_some(path.as_str())
        }
        LinkTarget::Rooted { path, .. } if routes.find(path).is_none() => {
            withheld_at(path, site).map(|_| path.as_str())
        }
        _ => None,
    };
    if let Some(written) = withheld {
        return Some(report::withheld_page(file, link.span, written, WITHHELD));
    }
    match (resolve(&target, site, routes), &link.target) {
        (Resolved::Missing, _) => missing(file, &target, link.span, site, nearby),
        (Resolved::Url(url), LinkTarget::File { path, .. }) => {
            Some(report::link_by_file(file, link.span, path, &url))
        }
        _ => None,
    }
}

/// A file as the configuration names it: below `content/`, with or without saying so.
fn in_content(name: &str) -> SourcePath {
    SourcePath::new(&format!("content/{}", name.trim_start_matches("content/")))
}

/// The page that the configuration names by its file below `content/`.
pub fn page_of(site: &Site, name: &str) -> Option<usize> {
    match site.reference(&in_content(name))? {
        Reference::Page(index) => Some(index),
        _ => None,
    }
}
