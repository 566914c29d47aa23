//! sitemap.xml (sitemaps.org 0.9) and robots.txt (RFC 9309).

use crate::parse::document::Date;
use crate::path::UrlPath;
use crate::routes::{Entry, Route, SITEMAP_LIMIT};
use crate::site::PostId;

use super::feed::Element;
use super::view::Maker;

const NAMESPACE: (&str, &str) = ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");

/// The map, or an index of its parts where one file would be too large.
pub(super) fn render(maker: &Maker<'_>) -> Vec<u8> {
    let parts = maker.linker.routes.mapped.len().div_ceil(SITEMAP_LIMIT);
    if parts <= 1 {
        return map(maker, &maker.linker.routes.mapped);
    }
    let mut xml = document();
    xml.open("sitemapindex", &[NAMESPACE]).raw("\n");
    for part in 1..=parts {
        if let Ok(url) = UrlPath::new(&format!("/sitemap-{part}.xml")) {
            xml.open("sitemap", &[])
                .text("loc", &maker.absolute(&url))
                .close("sitemap");
        }
    }
    xml.close("sitemapindex");
    xml.bytes()
}

/// A part of a large map, from 1.
pub(super) fn part(maker: &Maker<'_>, part: usize) -> Vec<u8> {
    let chunk = maker
        .linker
        .routes
        .mapped
        .chunks(SITEMAP_LIMIT)
        .nth(part.saturating_sub(1));
    map(maker, chunk.unwrap_or(&[]))
}

/// robots.txt: everything is open, and here is the map.
pub(super) fn robots(maker: &Maker<'_>) -> Vec<u8> {
    let map = UrlPath::new("/sitemap.xml")
        .map(|url| maker.absolute(&url))
        .unwrap_or_default();
    format!("User-agent: *\nDisallow:\n\nSitemap: {map}\n").into_bytes()
}

fn document() -> Element {
    let mut xml = Element::new();
    xml.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    xml
}

fn map(maker: &Maker<'_>, places: &[usize]) -> Vec<u8> {
    let routes = maker.linker.routes;
    let mut xml = document();
    xml.open(
        "urlset",
        &[NAMESPACE, ("xmlns:xhtml", "http://www.w3.org/1999/xhtml")],
    )
    .raw("\n");
    for entry in places.iter().map(|&place| &routes.entries[place]) {
        xml.open("url", &[])
            .text("loc", &maker.absolute(&entry.url));
        if let Some(date) = last_change(maker, entry) {
            xml.text("lastmod", &date.iso());
        }
        if let Route::Post(id) = entry.route {
            alternates(maker, &mut xml, id);
        }
        xml.close("url");
    }
    xml.close("urlset");
    xml.bytes()
}

/// When a page's content last changed, so far as content says so.
fn last_change<'a>(maker: &Maker<'a>, entry: &Entry) -> Option<&'a Date> {
    let site = maker.linker.site;
    let newest = |ids: &[PostId]| {
        ids.iter()
            .map(|&id| &site.posts[id].modified)
            .max_by_key(|date| date.instant)
    };
    match &entry.route {
        Route::Post(id) => Some(&site.posts[*id].modified),
        Route::Page(index) => site.pages[*index].page.updated.as_ref(),
        Route::Home(1) => site
            .posts
            .iter()
            .map(|entry| &entry.modified)
            .max_by_key(|date| date.instant),
        Route::Term(kind, index, 1) => newest(&site.terms.of(*kind)[*index].posts),
        _ => None,
    }
}

fn alternates(maker: &Maker<'_>, xml: &mut Element, id: PostId) {
    let site = maker.linker.site;
    let others = site.translations(&site.posts[id]);
    if others.is_empty() {
        return;
    }
    for id in std::iter::once(id).chain(others) {
        let lang = site.posts[id].post.placement.lang.as_ref();
        let lang = lang.map_or(site.config.language.as_str(), |lang| &lang.value);
        let url = maker.absolute(&maker.linker.routes.permalinks.posts[id]);
        xml.empty(
            "xhtml:link",
            &[("rel", "alternate"), ("hreflang", lang), ("href", &url)],
        );
    }
}
