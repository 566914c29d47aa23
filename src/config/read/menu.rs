//! The menu of a site.
//!
//! Owns its form, and what other forms mean. Must never know what is at an address.

use super::super::MenuItem;
use crate::decode::yaml::{Entry, Kind, Node};
use crate::decode::{Allowed, Fields, Reader, Schema, maps};
use crate::diagnostic::keys;
use crate::message;

/// `menu: [{title, url}]`.
pub(super) fn menu(reader: &mut Reader<'_>, entry: Entry) -> Vec<MenuItem> {
    const SCHEMA: Schema = Schema {
        renamed: &[
            ("name", "title"),
            ("text", "title"),
            ("titel", "title"),
            ("label", "title"),
            ("link", "url"),
            ("href", "url"),
            ("path", "url"),
            ("länk", "url"),
        ],
        foreign: &[&[
            ("weight", || message!("foreign-menu-order")),
            ("identifier", || message!("foreign-remove")),
        ]],
        ..Schema::plain(&["title", "url"])
    };
    if let Some(meant) = menu_as_meant(&entry.value) {
        let line = format!("menu: [{}]", meant.join(", "));
        let wrong = keys::menu(reader.codes, reader.file, entry.value.span, &line);
        reader.report(wrong);
        return Vec::new();
    }
    let mut menu = Vec::new();
    for item in maps(reader, entry, "menu: [{title: Om bloggen, url: /om/}]") {
        let span = item.span;
        let mut fields = Fields::open(reader, item, &SCHEMA, "menu");
        if fields.broken {
            continue;
        }
        let (title, url) = (fields.take("title"), fields.take("url"));
        let title = reader.required_line(title.as_ref(), span, "title", "title: Om bloggen");
        if url.is_none() {
            let missing = keys::missing_key(reader.codes, reader.file, span, "url", "url: /om/");
            reader.report(missing);
        }
        let url = url.and_then(|url| reader.address(&url, Allowed::Link));
        if let (Some(title), Some(url)) = (title, url) {
            menu.push(MenuItem {
                title: title.value,
                url,
            });
        }
    }
    menu
}

/// The items of `menu: {Om: /om/}`, `menu: [Om: /om/]` and `menu: [/om/]`, as they are
/// written here.
fn menu_as_meant(value: &Node) -> Option<Vec<String>> {
    let pair = |entry: &Entry| {
        let known = ["title", "url", "name", "link", "text"].contains(&entry.key.as_str());
        let address = entry.value.as_text()?;
        let item = format!("{{title: {}, url: {address}}}", entry.key);
        (!known && !address.contains([',', ' '])).then_some(item)
    };
    match &value.kind {
        Kind::Map(entries) => entries.iter().map(pair).collect(),
        Kind::List(items) => {
            let item = |item: &Node| match &item.kind {
                Kind::Map(entries) => match &entries[..] {
                    [entry] => pair(entry),
                    _ => None,
                },
                _ => {
                    let address = item.as_text().filter(|text| !text.contains(' '))?;
                    let name = address.trim_matches('/').rsplit('/').next()?;
                    let mut letters = name.chars();
                    let first = letters.next()?.to_uppercase();
                    let title: String = first.chain(letters).collect();
                    Some(match address.starts_with('/') {
                        true => format!("{{title: {title}, url: {address}}}"),
                        false => format!("{{title: {title}, url: /{}/}}", name.to_lowercase()),
                    })
                }
            };
            let found: Option<Vec<String>> = items.iter().map(item).collect();
            found.filter(|items| !items.is_empty())
        }
        _ => None,
    }
}
