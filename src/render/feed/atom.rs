//! Atom 1.0 (RFC 4287).

use super::super::view::Maker;
use super::{Around, Channel, Element, Fragment, Item, legal};
use crate::parse::document::Date;

pub(super) fn render(channel: &Channel, entries: &[&Fragment]) -> Vec<u8> {
    let mut xml = Element::new();
    xml.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    if let Some(style) = &channel.style {
        xml.raw(format!(
            "<?xml-stylesheet type=\"text/css\" href=\"{style}\"?>\n"
        ));
    }
    let mut attributes = vec![("xmlns", "http://www.w3.org/2005/Atom")];
    if let Some(language) = &channel.language {
        attributes.push(("xml:lang", language));
    }
    xml.open("feed", &attributes).raw("\n");
    xml.text("id", &channel.own)
        .text("title", &legal(channel.title.as_str()))
        .text("subtitle", &legal(channel.description.as_str()))
        // An empty feed has never changed: the first day that all readers know stands for "never".
        .text(
            "updated",
            &channel
                .updated
                .as_ref()
                .map_or_else(|| "1970-01-01T00:00:00Z".to_owned(), Date::rfc3339),
        );
    xml.empty(
        "link",
        &[
            ("rel", "self"),
            ("href", &channel.own),
            ("type", "application/atom+xml"),
        ],
    );
    xml.empty(
        "link",
        &[
            ("rel", "alternate"),
            ("href", &channel.home),
            ("type", "text/html"),
        ],
    );
    xml.text_with(
        "generator",
        &[("version", env!("CARGO_PKG_VERSION"))],
        "nitton",
    );
    if channel.posts.is_empty() {
        xml.open("author", &[])
            .text("name", &legal(channel.title.as_str()))
            .close("author");
    }
    for entry in entries {
        for part in entry.xml(&entry.atom) {
            xml.raw(part);
        }
    }
    xml.close("feed");
    xml.bytes()
}

pub(super) fn entry(maker: &Maker<'_>, item: &Item<'_>) -> Around {
    let mut around = Around::default();
    let mut xml = Element::new();
    let language = item.other_language();
    let attributes: Vec<(&str, &str)> = language
        .iter()
        .map(|language| ("xml:lang", language.as_str()))
        .collect();
    xml.open("entry", &attributes).raw("\n");
    xml.text("id", &item.id)
        .text("title", &item.title)
        .text("published", &item.entry.post.placement.date.rfc3339())
        .text("updated", &item.entry.modified.rfc3339());
    xml.empty(
        "link",
        &[
            ("rel", "alternate"),
            ("href", &item.url),
            ("type", "text/html"),
        ],
    );
    authors(&mut xml, maker, item);
    for (category, url) in &item.categories {
        let scheme = url
            .trim_end_matches('/')
            .rsplit_once('/')
            .map_or(url.as_str(), |(scheme, _)| scheme);
        xml.empty(
            "category",
            &[("term", category), ("scheme", &format!("{scheme}/"))],
        );
    }
    if let Some(image) = &item.image {
        let len = image.len.map(|len| len.to_string());
        let mut link = vec![
            ("rel", "enclosure"),
            ("href", image.url.as_str()),
            ("type", image.mime),
        ];
        link.extend(len.as_deref().map(|len| ("length", len)));
        xml.empty("link", &link);
    }
    if !item.summary.is_empty() {
        xml.text("summary", &item.summary);
    }
    if item.content.is_some() {
        xml.open("content", &[("type", "html"), ("xml:base", &item.url)]);
        around.before = xml.part();
        xml.close("content");
    }
    xml.close("entry");
    around.after = xml.part();
    around
}

/// Who wrote the post; an entry must have an author, and else it is the blog.
fn authors(xml: &mut Element, maker: &Maker<'_>, item: &Item<'_>) {
    for (author, url) in &item.authors {
        xml.open("author", &[])
            .text("name", author)
            .text("uri", url)
            .close("author");
    }
    if item.authors.is_empty() {
        let title = legal(maker.linker.site.config.title.as_str());
        xml.open("author", &[]).text("name", &title).close("author");
    }
}
