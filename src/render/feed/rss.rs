//! RSS 2.0, with the elements of Atom, Dublin Core, Content and Media RSS that
//! readers use (RSS Advisory Board's profile).

use std::borrow::Cow;

use crate::parse::document::Date;

use super::{Around, Channel, Element, Fragment, Item, legal};

const NAMESPACES: &[(&str, &str)] = &[
    ("version", "2.0"),
    ("xmlns:atom", "http://www.w3.org/2005/Atom"),
    ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ("xmlns:content", "http://purl.org/rss/1.0/modules/content/"),
    ("xmlns:media", "http://search.yahoo.com/mrss/"),
];

pub(super) fn render(channel: &Channel, items: &[&Fragment]) -> Vec<u8> {
    let mut xml = Element::new();
    xml.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    if let Some(style) = &channel.style {
        xml.raw(format!(
            "<?xml-stylesheet type=\"text/css\" href=\"{style}\"?>\n"
        ));
    }
    let mut attributes = NAMESPACES.to_vec();
    if let Some(language) = &channel.language {
        attributes.push(("xml:lang", language));
    }
    xml.open("rss", &attributes)
        .raw("\n")
        .open("channel", &[])
        .raw("\n");
    xml.text("title", &legal(channel.title.as_str()))
        .text("link", &channel.home)
        .text(
            "description",
            &as_html(&legal(channel.description.as_str())),
        );
    if let Some(language) = &channel.language {
        xml.text("language", language);
    }
    if let Some(updated) = &channel.updated {
        xml.text("lastBuildDate", &rfc2822(updated));
    }
    xml.text("generator", "nitton")
        .text("docs", "https://www.rssboard.org/rss-specification");
    xml.empty(
        "atom:link",
        &[
            ("rel", "self"),
            ("href", &channel.own),
            ("type", "application/rss+xml"),
        ],
    );
    for item in items {
        for part in item.xml(&item.rss) {
            xml.raw(part);
        }
    }
    xml.close("channel").close("rss");
    xml.bytes()
}

pub(super) fn item(item: &Item<'_>) -> Around {
    let mut around = Around::default();
    let mut xml = Element::new();
    xml.open("item", &[])
        .raw("\n")
        .text("title", &item.title)
        .text("link", &item.url);
    xml.text_with("guid", &[("isPermaLink", "false")], &item.id);
    xml.text("pubDate", &rfc2822(&item.entry.post.placement.date));
    let modified = &item.entry.modified;
    if modified.instant != item.entry.post.placement.date.instant {
        xml.text("atom:updated", &modified.rfc3339());
    }
    for (author, _) in &item.authors {
        xml.text("dc:creator", author);
    }
    if let Some(language) = item.other_language() {
        xml.text("dc:language", &language);
    }
    for (category, url) in &item.categories {
        xml.text_with("category", &[("domain", url)], category);
    }
    xml.text("description", &as_html(&item.summary));
    if item.content.is_some() {
        xml.open("content:encoded", &[]);
        around.before = xml.part();
        xml.close("content:encoded");
    }
    if let Some(image) = &item.image {
        // RSS asks for a length, and 0 where it isn't known (RSS Best Practices Profile).
        let len = image.len.unwrap_or_default().to_string();
        xml.empty(
            "enclosure",
            &[("url", &image.url), ("length", &len), ("type", image.mime)],
        );
        let mut media = vec![
            ("url", image.url.as_str()),
            ("type", image.mime),
            ("medium", "image"),
        ];
        if image.len.is_some() {
            media.insert(1, ("fileSize", &len));
        }
        xml.open("media:content", &media);
        if !image.alt.is_empty() {
            xml.text_with("media:description", &[("type", "plain")], &image.alt);
        }
        xml.close("media:content");
    }
    xml.close("item");
    around.after = xml.part();
    around
}

/// A text as HTML, which readers take a `description` for: nothing in it becomes markup.
fn as_html(text: &str) -> Cow<'_, str> {
    quick_xml::escape::partial_escape(text)
}

/// RFC 2822, as RSS 2.0 asks for, with the offset of the site's zone.
fn rfc2822(date: &Date) -> String {
    const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let civil = date.civil;
    let day = DAYS[usize::from(civil.weekday().to_monday_zero_offset().unsigned_abs()) % 7];
    let month = MONTHS[usize::from(civil.month().unsigned_abs().saturating_sub(1)) % 12];
    let minutes = date.offset_seconds / 60;
    let sign = if minutes < 0 { '-' } else { '+' };
    let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
    format!(
        "{day}, {:02} {month} {:04} {:02}:{:02}:{:02} {sign}{hours:02}{rest:02}",
        civil.day(),
        civil.year(),
        civil.hour(),
        civil.minute(),
        civil.second()
    )
}
