//! Fills the holes of a body, as a linker does.

use std::collections::BTreeMap;

use crate::parse::document::{Body, BodyImage, HoleKind, ImageTarget, Link, LinkTarget};
use crate::path::{BaseUrl, SourcePath, UrlPath, encode_fragment};
use crate::published_files::PublishedFiles;
use crate::routes::{self, Resolved, Routes, Version};
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
    /// How wide the theme shows pictures, by their role.
    pub(super) sizes: &'a BTreeMap<String, String>,
}

/// How wide a picture is shown for which nobody has said it.
pub(super) const WHOLE: &str = "100vw";

impl Linker<'_> {
    /// The body's HTML with every hole filled. `own` is the URL of its document.
    pub(super) fn fill(&self, body: &Body, own: &UrlPath, place: Place) -> String {
        self.filled(body, own, place, false)
    }

    /// The same at its own URL. Its first picture may be the `first` of the page, for which
    /// browsers then don't wait.
    pub(super) fn fill_page(&self, body: &Body, own: &UrlPath, first: bool) -> String {
        self.filled(body, own, Place::Own, first)
    }

    fn filled(&self, body: &Body, own: &UrlPath, place: Place, first: bool) -> String {
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
                HoleKind::Src(index) => {
                    let image = &body.images[index as usize];
                    self.src(image, place, first && index == 0, &mut html);
                }
                HoleKind::Before(_) | HoleKind::After(_) if place == Place::Feed => {}
                HoleKind::Before(index) => self.before(&body.images[index as usize], &mut html),
                HoleKind::After(index) => self.after(&body.images[index as usize], &mut html),
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

    /// What stands before an image's tag: the kinds that browsers may choose instead.
    fn before(&self, image: &BodyImage, html: &mut String) {
        let others = self.picture(&image.target);
        if let Some((mime, srcset)) = others.and_then(|path| self.other_srcset(&path)) {
            let sizes = self.sizes_of(image);
            html.push_str(&format!(
                "<picture><source type=\"{mime}\" srcset=\"{srcset}\" sizes=\"{sizes}\">"
            ));
        }
    }

    /// What stands behind it.
    fn after(&self, image: &BodyImage, html: &mut String) {
        let path = self.picture(&image.target);
        if path.is_some_and(|path| self.other_srcset(&path).is_some()) {
            html.push_str("</picture>");
        }
    }

    /// How wide it is shown: as its author wants it, or as the theme shows images of texts.
    fn sizes_of(&self, image: &BodyImage) -> String {
        match image.width {
            Some(width) => format!("min({width}px, 100vw)"),
            None => {
                let content = self.sizes.get("content").map_or(WHOLE, String::as_str);
                quick_xml::escape::escape(content).into_owned()
            }
        }
    }

    fn src(&self, image: &BodyImage, place: Place, is_first: bool, html: &mut String) {
        let source = self.picture(&image.target);
        let single = source.as_ref().and_then(|path| self.single(path));
        // Where the site lowered the error, the address is the one that the image would
        // have, and for a file, whose name may be a secret, one that is no image.
        let url = match (&single, &image.target) {
            (Some(single), _) => Some(single.url.clone()),
            (None, ImageTarget::Rooted(path)) => UrlPath::new(path).ok(),
            (None, ImageTarget::File(_)) => UrlPath::new("/404.html").ok(),
        };
        let address = url.map_or_else(String::new, |url| self.address(&url, place));
        html.push_str(&format!(" src=\"{address}\""));
        if place != Place::Feed
            && !image.has_own_versions
            && let Some(srcset) = source.as_ref().and_then(|path| self.own_srcset(path))
        {
            let sizes = self.sizes_of(image);
            html.push_str(&format!(" srcset=\"{srcset}\" sizes=\"{sizes}\""));
        }
        let size = source.as_ref().and_then(|path| self.size(path, place));
        if let Some((mut width, mut height)) = size {
            if let Some(wanted) = image.width.filter(|_| width > 0) {
                let scaled = u64::from(height) * u64::from(wanted) / u64::from(width);
                (width, height) = (wanted, u32::try_from(scaled).unwrap_or(height).max(1));
            }
            html.push_str(&format!(" width=\"{width}\" height=\"{height}\""));
        } else if let Some(width) = image.width {
            html.push_str(&format!(" width=\"{width}\""));
        }
        html.push_str(match (place, is_first) {
            (Place::Feed, _) => "",
            (_, true) => " fetchpriority=\"high\" decoding=\"async\"",
            (_, false) => " loading=\"lazy\" decoding=\"async\"",
        });
    }

    /// The size that a picture has by itself, of which pages show as much as fits: that of
    /// its widest version.
    fn size(&self, path: &SourcePath, place: Place) -> Option<(u32, u32)> {
        let widest = self.routes.pictures.own(path).last();
        match widest.filter(|_| place != Place::Feed) {
            Some(Version { recipe, .. }) => Some((recipe.width, recipe.height)),
            None => self.single(path)?.size,
        }
    }
}
