//! JSON Feed 1.1 (jsonfeed.org).

use serde_json::{Map, Value, json};

use super::super::view::Maker;
use super::{Channel, Fragment, Item};

pub(super) fn render(maker: &Maker<'_>, channel: &Channel, items: &[&Fragment]) -> Vec<u8> {
    let mut feed = Map::new();
    feed.insert("version".into(), json!("https://jsonfeed.org/version/1.1"));
    feed.insert("title".into(), json!(channel.title));
    feed.insert("home_page_url".into(), json!(channel.home));
    feed.insert("feed_url".into(), json!(channel.own));
    feed.insert("description".into(), json!(channel.description));
    feed.insert("language".into(), json!(maker.linker.site.config.language));
    let mut bytes = serde_json::to_vec(&feed).unwrap_or_default();
    // The items are JSON already, and go where the object would end.
    bytes.pop();
    let len: usize = items.iter().map(|item| item.json.len() + 1).sum();
    bytes.reserve_exact(len + 16);
    bytes.extend_from_slice(b",\"items\":[");
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            bytes.push(b',');
        }
        bytes.extend_from_slice(item.json.as_bytes());
    }
    bytes.extend_from_slice(b"]}\n");
    bytes
}

/// One item as JSON.
pub(super) fn item(item: &Item<'_>) -> String {
    let mut value = Map::new();
    value.insert("id".into(), json!(item.id));
    value.insert("url".into(), json!(item.url));
    value.insert("title".into(), json!(item.title));
    value.insert("summary".into(), json!(item.summary));
    match &item.content {
        Some(content) => value.insert("content_html".into(), json!(content)),
        None => value.insert("content_text".into(), json!(item.summary)),
    };
    value.insert(
        "date_published".into(),
        json!(item.entry.post.placement.date.rfc3339()),
    );
    let modified = &item.entry.modified;
    if modified.instant != item.entry.post.placement.date.instant {
        value.insert("date_modified".into(), json!(modified.rfc3339()));
    }
    let authors: Vec<Value> = item
        .authors
        .iter()
        .map(|(name, url)| json!({ "name": name, "url": url }))
        .collect();
    if !authors.is_empty() {
        value.insert("authors".into(), json!(authors));
    }
    let tags: Vec<&str> = item
        .categories
        .iter()
        .map(|(name, _)| name.as_str())
        .collect();
    if !tags.is_empty() {
        value.insert("tags".into(), json!(tags));
    }
    if let Some(language) = &item.language {
        value.insert("language".into(), json!(language));
    }
    if let Some(image) = &item.image {
        value.insert("image".into(), json!(image.url));
        let mut attachment = json!({ "url": image.url, "mime_type": image.mime });
        if let Some(len) = image.len {
            attachment["size_in_bytes"] = json!(len);
        }
        value.insert("attachments".into(), json!([attachment]));
    }
    Value::Object(value).to_string()
}
