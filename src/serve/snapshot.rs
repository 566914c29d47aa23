//! The site as it is served: one immutable value, exchanged whole after each edit.
//!
//! Owns what is at a path, and what stands behind a page that can't be made. Must never
//! know HTTP, nor watch anything; nor show an address that the site doesn't have now.
//! What was withdrawn is gone, whatever errors there are.

use std::path::Path;
use std::sync::Arc;

use percent_encoding::percent_decode_str;

use crate::diagnostic::Diagnostic;
use crate::path::{SourcePath, UrlPath};
use crate::pipeline::Ready;
use crate::sources::Sources;

use super::pages::Pages;

pub(super) use super::pages::{Body, Content};

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
    /// The last site all of whose pages could be made, as far as is known.
    earlier: Option<Arc<Pages>>,
    diagnosis: Diagnosis,
}

/// What is said of a site's problems.
#[derive(Debug, Clone)]
pub(super) struct Diagnosis {
    /// Sorted.
    pub(super) diagnostics: Vec<Diagnostic>,
    /// The site that they were found in, with its texts: until everything has been
    /// looked at again, an earlier one than that which is shown.
    pub(super) of: Arc<Pages>,
}

impl Snapshot {
    pub(super) fn new(
        version: u64,
        pages: Arc<Pages>,
        earlier: Option<Arc<Pages>>,
        diagnosis: Diagnosis,
    ) -> Self {
        Self {
            version,
            pages,
            earlier,
            diagnosis,
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

    /// The site that is shown: the current one, or the last one that there was while
    /// the current one has no usable configuration or theme.
    fn shown(&self) -> Option<(&Arc<Pages>, &Ready)> {
        let mut all = std::iter::once(&self.pages).chain(&self.earlier);
        all.find_map(|pages| Some((pages, pages.ready()?)))
    }

    /// What is at a path: decoded, without a query, beginning with `/`, with the base
    /// path.
    pub(super) fn answer(&self, path: &str) -> Answer {
        let Some((pages, ready)) = self.shown() else {
            return Answer::Missing(None);
        };
        let base = &ready.site.config.base_url;
        let Some(inside) = &inside(ready, path) else {
            let is_root = path == "/" || inside(ready, &format!("{path}/")).is_some();
            return match is_root {
                true => Answer::Moved(base.href(&UrlPath::root())),
                false => missing(pages, ready),
            };
        };
        let Some(place) = ready.routes.place(inside) else {
            return missing(pages, ready);
        };
        let url = &ready.routes.entries[place].url;
        // Hosts answer at a folder and at the `index.html` in it.
        if url.as_str() != UrlPath::canonical(inside) {
            return Answer::Moved(base.href(url));
        }
        match pages.page(place) {
            Some(Ok(body)) => Answer::Found(body),
            _ => Answer::Failed((self.earlier.as_ref()).and_then(|pages| at(pages, inside))),
        }
    }

    /// The hash of what is at exactly this path, if it can be made.
    pub(super) fn hash(&self, path: &str) -> Option<u128> {
        let (pages, ready) = self.shown()?;
        let inside = inside(ready, path)?;
        let place = ready.routes.place(&inside)?;
        let is_it = ready.routes.entries[place].url.as_str() == UrlPath::canonical(&inside);
        pages.hash(place).filter(|_| is_it)
    }

    /// Everything that is wrong with the site, sorted; links and pages that nobody has
    /// looked at are added in a second edition.
    pub(super) fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnosis.diagnostics
    }

    /// The same, with the site that they were found in.
    pub(super) fn diagnosis(&self) -> &Diagnosis {
        &self.diagnosis
    }

    /// The text of a file, for excerpts.
    pub(super) fn text(&self, path: &SourcePath) -> Option<&str> {
        self.diagnosis.of.loaded().text(path)
    }

    /// The site's files.
    pub(super) fn sources(&self) -> &Sources {
        &self.pages.loaded().sources
    }

    /// The site's folder, canonical.
    pub(super) fn root(&self) -> &Path {
        self.pages.loaded().sources.root()
    }

    /// Where the site begins: the encoded base path, with a final `/`.
    pub(super) fn home(&self) -> String {
        let home = |(_, ready): (_, &Ready)| ready.site.config.base_url.href(&UrlPath::root());
        self.shown().map_or_else(|| "/".to_owned(), home)
    }
}

/// A path without the base path.
fn inside(ready: &Ready, path: &str) -> Option<String> {
    let base = &ready.site.config.base_url;
    let root = percent_decode_str(base.base_path()).decode_utf8_lossy();
    let inside = path.strip_prefix(root.trim_end_matches('/'))?;
    inside.starts_with('/').then(|| inside.to_owned())
}

fn missing(pages: &Pages, ready: &Ready) -> Answer {
    let place = ready.routes.place("/404.html");
    Answer::Missing(place.and_then(|place| pages.page(place)?.ok()))
}

/// What a site has at a path below its base path.
fn at(pages: &Pages, inside: &str) -> Option<Body> {
    let ready = pages.ready()?;
    let place = ready.routes.place(inside)?;
    if ready.routes.entries[place].url.as_str() != UrlPath::canonical(inside) {
        return None;
    }
    pages.page(place)?.ok()
}
