//! Problems in what is not published.
//!
//! Owns the rule that they stop nothing. Must never know what is wrong.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::path::SourcePath;
use crate::site::{Reference, Site};

use super::documents::post_of;

/// What an unpublished file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unpublished {
    /// A post or a page that is unpublished, perhaps only because of what is wrong with it.
    Document,
    /// What can't decide whether anything is published: a profile, old comments, files
    /// beside a post.
    Other,
}

/// Makes errors in what is not published warnings.
pub(super) fn lower(site: &Site, diagnostics: &mut [Diagnostic]) {
    for diagnostic in diagnostics.iter_mut().filter(|found| found.is_error()) {
        let file = diagnostic.file.as_ref();
        let is_lowered = match file.and_then(|file| find(site, file)) {
            Some(Unpublished::Document) => !decides(diagnostic.code),
            Some(Unpublished::Other) => true,
            None => false,
        };
        if is_lowered {
            diagnostic.severity = Severity::Warning;
        }
    }
}

/// Whether a file is none of the published site.
pub(super) fn is_unpublished(site: &Site, file: &SourcePath) -> bool {
    find(site, file).is_some()
}

/// Whether a problem of this kind may be the reason why its file is not published: then
/// its author must hear of it before anything is.
fn decides(code: Code) -> bool {
    let area = code.name.split('/').next().unwrap_or_default();
    code.guarded && !["image", "link", "markdown", "media"].contains(&area)
}

fn find(site: &Site, file: &SourcePath) -> Option<Unpublished> {
    match site.reference(file) {
        Some(Reference::Unpublished) => Some(Unpublished::Document),
        Some(Reference::Unused) => Some(Unpublished::Other),
        Some(_) => None,
        None => {
            let is_unpublished =
                |document: &SourcePath| site.reference(document) == Some(Reference::Unpublished);
            let with_comments = post_of(file);
            let is_one = with_comments != *file && is_unpublished(&with_comments)
                || above(file).any(|document| is_unpublished(&document));
            is_one.then_some(Unpublished::Other)
        }
    }
}

/// The documents in whose folders a file lies.
fn above(file: &SourcePath) -> impl Iterator<Item = SourcePath> {
    let path = file.as_str();
    let folders = path.match_indices('/').map(|(at, _)| &path[..at]);
    folders.map(|folder| SourcePath::new(&format!("{folder}/index.md")))
}
