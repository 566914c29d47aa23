//! Structured data for search engines (schema.org, as JSON-LD).

use serde_json::{Value, json};

use crate::parse::document::TermKind;
use crate::path::UrlPath;
use crate::routes::{self, Entry, Route};
use crate::site::PostId;

use super::Renderer;
use super::html::Head;
use super::view;

/// The whole document, safe inside `<script type="application/ld+json">`: no `<`,
/// `>` or `&` in it, nor line separators that old parsers stumble over.
pub(super) fn of(
    renderer: &Renderer<'_>,
    entry: &Entry,
    head: &Head,
    crumbs: &[(String, UrlPath)],
) -> String {
    let mut graph = Vec::new();
    match entry.route {
        Route::Post(id) => graph.push(posting(renderer, id)),
        Route::Home(1) => graph.push(blog(renderer)),
        _ => {}
    }
    if entry.url != UrlPath::root() {
        graph.push(breadcrumbs(renderer, entry, head, crumbs));
    }
    let text = json!({ "@context": "https://schema.org", "@graph": graph }).to_string();
    let mut safe = String::with_capacity(text.len() + 32);
    for letter in text.chars() {
        match letter {
            '<' => safe.push_str("\\u003c"),
            '>' => safe.push_str("\\u003e"),
            '&' => safe.push_str("\\u0026"),
            '\u{2028}' => safe.push_str("\\u2028"),
            '\u{2029}' => safe.push_str("\\u2029"),
            other => safe.push(other),
        }
    }
    safe
}

fn blog(renderer: &Renderer<'_>) -> Value {
    let maker = &renderer.maker;
    let config = &maker.linker.site.config;
    json!({
        "@type": "Blog",
        "name": config.title,
        "description": config.description,
        "url": maker.absolute(&UrlPath::root()),
        "inLanguage": config.language,
    })
}

fn posting(renderer: &Renderer<'_>, id: PostId) -> Value {
    let maker = &renderer.maker;
    let site = maker.linker.site;
    let entry = &site.posts[id];
    let post = &entry.post;
    let url = maker.absolute(&maker.linker.routes.posts[id]);
    let (published, modified) = view::published(entry);
    let authors = entry.authors.iter().map(|&index| {
        let term = &site.terms.of(TermKind::Author)[index];
        json!({ "@type": "Person", "name": term.name, "url": maker.absolute(maker.linker.routes.term(TermKind::Author, index)) })
    });
    let tags = entry
        .tags
        .iter()
        .map(|&index| site.terms.of(TermKind::Tag)[index].name.as_str());
    let mut value = json!({
        "@type": "BlogPosting",
        "@id": url,
        "mainEntityOfPage": url,
        "headline": post.meta.title.value,
        "description": view::summary(entry),
        "datePublished": published,
        "dateModified": modified,
        "inLanguage": post.placement.lang.as_ref().map_or(site.config.language.as_str(), |lang| &lang.value),
        "wordCount": post.body.words,
        "author": authors.collect::<Vec<Value>>(),
        "publisher": { "@type": "Organization", "name": site.config.title, "url": maker.absolute(&UrlPath::root()) },
        "keywords": tags.collect::<Vec<&str>>(),
    });
    let source = post
        .meta
        .image
        .as_ref()
        .and_then(|image| routes::image_source(&image.target.value, maker.linker.routes));
    if let Some(url) = source.and_then(|source| maker.linker.routes.file(&source)) {
        value["image"] = json!(maker.absolute(&url));
    }
    value
}

fn breadcrumbs(
    renderer: &Renderer<'_>,
    entry: &Entry,
    head: &Head,
    crumbs: &[(String, UrlPath)],
) -> Value {
    let maker = &renderer.maker;
    let own = head
        .title
        .as_ref()
        .map(|title| (title.clone(), entry.url.clone()));
    let items = crumbs.iter().cloned().chain(own).enumerate().map(|(place, (name, url))| {
        json!({ "@type": "ListItem", "position": place + 1, "name": name, "item": maker.absolute(&url) })
    });
    json!({ "@type": "BreadcrumbList", "itemListElement": items.collect::<Vec<Value>>() })
}
