//! Fills the holes of a body, as a linker does.

use crate::parse::document::{Body, BodyImage, HoleKind, ImageTarget, Link, LinkTarget};
use crate::path::{BaseUrl, UrlPath, encode_fragment};
use crate::published_files::PublishedFiles;
use crate::routes::{self, Resolved, Routes};
use crate::site::Site;

/// Where a text will be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// On the page at its own URL.
    Own,
    /// On another page of the site.
    Elsewhere,
    /// Outside the site: every address is absolute.
    Feed,
}

/// What is needed to write addresses.
#[derive(Clone, Copy)]
pub(super) struct Linker<'a> {
    pub(super) site: &'a Site,
    pub(super) routes: &'a Routes,
    pub(super) files: &'a PublishedFiles,
}

impl Linker<'_> {
    /// The body's HTML with every hole filled. `own` is the URL of its document.
    pub(super) fn fill(&self, body: &Body, own: &UrlPath, place: Place) -> String {
        let mut html = String::with_capacity(body.html.len() + body.holes.len() * 64);
        let mut from = 0;
        for hole in &body.holes {
            let at = hole.at as usize;
            html.push_str(&body.html[from..at]);
            from = at;
            match hole.kind {
                HoleKind::Href(index) => {
                    self.href(&body.links[index as usize], own, place, &mut html)
                }
                HoleKind::Src(index) => self.src(&body.images[index as usize], place, &mut html),
            }
        }
        html.push_str(&body.html[from..]);
        html
    }

    /// An address of the site as it is written at `place`.
    pub(super) fn address(&self, url: &UrlPath, place: Place) -> String {
        match place {
            Place::Feed => self.base().absolute(url),
            Place::Own | Place::Elsewhere => self.base().href(url),
        }
    }

    fn base(&self) -> &BaseUrl {
        &self.site.config.base_url
    }

    fn href(&self, link: &Link, own: &UrlPath, place: Place, html: &mut String) {
        match routes::resolve(&link.target, self.site, self.routes) {
            Resolved::Here if place == Place::Own => {}
            Resolved::Here => html.push_str(&self.address(own, place)),
            Resolved::Url(url) => html.push_str(&self.address(&url, place)),
            // Only where the site lowered the error. What it names may be a secret.
            Resolved::Missing => {
                let rooted = match &link.target {
                    LinkTarget::Rooted { path, .. } => UrlPath::new(path).ok(),
                    _ => None,
                };
                let url = rooted.or_else(|| UrlPath::new("/404.html").ok());
                html.push_str(&url.map_or_else(String::new, |url| self.address(&url, place)));
                return;
            }
        }
        let (query, fragment) = match &link.target {
            LinkTarget::Fragment(fragment) => (None, Some(fragment)),
            LinkTarget::File {
                query, fragment, ..
            }
            | LinkTarget::Rooted {
                query, fragment, ..
            } => (query.as_ref(), fragment.as_ref()),
        };
        if let Some(query) = query {
            html.push_str(&quick_xml::escape::escape(query.as_str()));
        }
        if let Some(fragment) = fragment {
            html.push('#');
            let id = fragment.split(":~:").next().unwrap_or_default();
            html.push_str(&encode_fragment(id));
            html.push_str(&quick_xml::escape::escape(&fragment[id.len()..]));
        }
    }

    fn src(&self, image: &BodyImage, place: Place, html: &mut String) {
        let source = routes::image_source(&image.target, self.routes);
        // Where the site lowered the error, the address is the one that the image would
        // have, and for a file, whose name may be a secret, one that is no image.
        let url = match (&source, &image.target) {
            (Some(path), _) => self.routes.permalinks.file(path),
            (None, ImageTarget::Rooted(path)) => UrlPath::new(path).ok(),
            (None, ImageTarget::File(_)) => UrlPath::new("/404.html").ok(),
        };
        let address = url.map_or_else(String::new, |url| self.address(&url, place));
        html.push_str(&format!(" src=\"{address}\""));
        let info = source
            .as_ref()
            .and_then(|path| self.files.get(path))
            .and_then(|file| file.image);
        if let Some(info) = info {
            let (mut width, mut height) = (info.width, info.height);
            if let Some(wanted) = image.width.filter(|_| width > 0) {
                let scaled = u64::from(height) * u64::from(wanted) / u64::from(width);
                (width, height) = (wanted, u32::try_from(scaled).unwrap_or(height).max(1));
            }
            html.push_str(&format!(" width=\"{width}\" height=\"{height}\""));
        } else if let Some(width) = image.width {
            html.push_str(&format!(" width=\"{width}\""));
        }
        if place != Place::Feed {
            html.push_str(" loading=\"lazy\" decoding=\"async\"");
        }
    }
}
