//! The site as it is served: one immutable value, exchanged whole after each edit.
//!
//! Owns what is at a path, and what stands behind errors. Must never know HTTP, nor
//! watch anything.

use std::path::Path;
use std::sync::Arc;

use percent_encoding::percent_decode_str;

use crate::diagnostic::Diagnostic;
use crate::path::{SourcePath, UrlPath};
use crate::pipeline::Ready;

use super::pages::Pages;

pub(super) use super::pages::Body;

/// What is at a path.
#[derive(Debug, Clone)]
pub(super) enum Answer {
    /// This (200).
    Found(Body),
    /// A redirect to this path, which is encoded and has the base path.
    Moved(String),
    /// Nothing (404), said by the site's own page where it can be rendered.
    Missing(Option<Body>),
    /// A template failed; the last good page, if there is one. The diagnostics say why.
    Failed(Option<Body>),
}

/// The site at one moment.
#[derive(Debug)]
pub(super) struct Snapshot {
    version: u64,
    pages: Arc<Pages>,
    /// An earlier site all of whose pages could be made, as far as is known.
    good: Option<Arc<Pages>>,
    diagnostics: Vec<Diagnostic>,
}

impl Snapshot {
    pub(super) fn new(
        version: u64,
        pages: Arc<Pages>,
        good: Option<Arc<Pages>>,
        diagnostics: Vec<Diagnostic>,
    ) -> Self {
        Self {
            version,
            pages,
            good,
            diagnostics,
        }
    }

    /// Grows with each change of the site.
    pub(super) fn version(&self) -> u64 {
        self.version
    }

    /// The site's pages.
    pub(super) fn pages(&self) -> &Arc<Pages> {
        &self.pages
    }

    /// What is at a path: decoded, without a query, beginning with `/`, with the base
    /// path.
    pub(super) fn answer(&self, path: &str) -> Answer {
        let Some(ready) = self.pages.ready() else {
            return Answer::Missing(None);
        };
        let base = &ready.site.config.base_url;
        let root = percent_decode_str(base.base_path()).decode_utf8_lossy();
        let root = root.trim_end_matches('/');
        let Some(inside) = path.strip_prefix(root).filter(|rest| rest.starts_with('/')) else {
            return match path == "/" || path == root {
                true => Answer::Moved(base.href(&UrlPath::root())),
                false => self.missing(ready),
            };
        };
        let Some(place) = ready.routes.place(inside) else {
            return self.missing(ready);
        };
        let url = &ready.routes.entries[place].url;
        if url.as_str() != inside {
            return Answer::Moved(base.href(url));
        }
        match self.pages.page(place) {
            Some(Ok(body)) => Answer::Found(body.clone()),
            _ => Answer::Failed(self.last_good(inside)),
        }
    }

    fn missing(&self, ready: &Ready) -> Answer {
        let place = ready.routes.place("/404.html");
        let page = place.and_then(|place| self.pages.page(place)?.as_ref().ok());
        Answer::Missing(page.cloned())
    }

    /// The page as it was before a template failed.
    fn last_good(&self, inside: &str) -> Option<Body> {
        let good = self.good.as_ref()?;
        let place = good.ready()?.routes.place(inside)?;
        good.page(place)?.as_ref().ok().cloned()
    }

    /// Everything that is wrong with the site, sorted; links and pages that nobody has
    /// looked at are added in a second edition.
    pub(super) fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// The text of a file, for excerpts.
    pub(super) fn text(&self, path: &SourcePath) -> Option<&str> {
        self.pages.loaded().text(path)
    }

    /// The site's folder, canonical.
    pub(super) fn root(&self) -> &Path {
        self.pages.loaded().sources.root()
    }

    /// The site's language.
    pub(super) fn language(&self) -> &str {
        (self.pages.ready()).map_or("en", |ready| &ready.site.config.language)
    }

    /// Where the site begins: the encoded base path, with a final `/`.
    pub(super) fn home(&self) -> String {
        let home = |ready: &Ready| ready.site.config.base_url.href(&UrlPath::root());
        (self.pages.ready()).map_or_else(|| "/".to_owned(), home)
    }
}
