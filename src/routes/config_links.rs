//! Where the addresses of the configuration lead, and the check that all of them lead
//! somewhere.
//!
//! They stand on every page, so what they may not do can't be lowered: lead to what is
//! unpublished.

use crate::diagnostic::{Diagnostic, Spanned, config as report, link};
use crate::parse::document::{Link, LinkTarget};
use crate::path::SourcePath;
use crate::site::{Reference, Site};

use super::Routes;
use super::broken_links::Check;
use super::near::Nearby;
use super::resolve::{Resolved, resolve};

/// Reports addresses of the configuration that lead nowhere; `links` are those of its
/// texts.
pub fn check_config(
    site: &Site,
    routes: &Routes,
    file: &SourcePath,
    links: &[Link],
) -> Vec<Diagnostic> {
    let check = &Check {
        site,
        routes,
        nearby: Nearby::new(site, routes, None),
        unpublished: report::unpublished_page,
    };
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
        diagnostics.extend(check.address(file, address));
    }
    for link in links {
        diagnostics.extend(check_link(link, check, file));
    }
    let pages = [
        site.config.comments.rules.as_ref(),
        site.config
            .about
            .as_ref()
            .filter(|about| about.value.ends_with(".md")),
    ];
    for page in pages.into_iter().flatten() {
        diagnostics.extend(check_page(page, check, file));
    }
    diagnostics
}

/// A page that is named by its file.
fn check_page(page: &Spanned<String>, check: &Check<'_>, file: &SourcePath) -> Option<Diagnostic> {
    let path = in_content(&page.value);
    let name = path.as_str();
    match check.site.reference(&path) {
        Some(Reference::Page(_) | Reference::Broken) => None,
        Some(Reference::Unpublished) => {
            let why = link::Unpublished::Document;
            Some(report::unpublished_page(file, page.span, name, why))
        }
        _ => {
            let nearest = check.nearby.document(name);
            Some(link::missing_page(file, page.span, name, &nearest))
        }
    }
}

/// A link in a text of the configuration, which knows no files: those belong to
/// documents.
fn check_link(link: &Link, check: &Check<'_>, file: &SourcePath) -> Option<Diagnostic> {
    let target = match &link.target {
        LinkTarget::File { path, .. } => LinkTarget::File {
            path: in_content(path.as_str()),
            query: None,
            fragment: None,
        },
        other => other.clone(),
    };
    match (resolve(&target, check.site, check.routes), &link.target) {
        (Resolved::Missing, _) => check.missing(file, &target, link.span),
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
