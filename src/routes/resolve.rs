//! Where links and images lead.
//!
//! Owns the step from what was written to a URL or a file. Must never report anything.

use crate::parse::document::{ImageTarget, LinkTarget};
use crate::path::{SourcePath, UrlPath};
use crate::site::{Reference, Site};

use super::{Route, Routes};

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
            Some(Reference::Post(id)) => Some(routes.permalinks.posts[id].clone()),
            Some(Reference::Page(index)) => Some(routes.permalinks.pages[index].clone()),
            Some(Reference::Term(kind, index)) => Some(routes.permalinks.term(kind, index).clone()),
            Some(Reference::Unused | Reference::Unpublished | Reference::Broken) => None,
            None => routes
                .permalinks
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
        ImageTarget::File(path) if routes.pictures.replaces(path) => Some(path.clone()),
        ImageTarget::File(path) => {
            let entry = routes.find(routes.permalinks.file(path)?.as_str())?;
            matches!(entry.route, Route::Media(_) | Route::Static(_)).then(|| path.clone())
        }
        ImageTarget::Rooted(path) => match routes.find(path).map(|entry| &entry.route) {
            Some(Route::Static(source) | Route::Media(source)) => Some(source.clone()),
            Some(_) => None,
            None => routes.pictures.replaced_at(path).cloned(),
        },
    }
}
