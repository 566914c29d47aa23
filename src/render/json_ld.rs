//! Structured data for search engines (schema.org, as JSON-LD).

use serde::Serialize;

use crate::parse::document::TermKind;
use crate::path::UrlPath;
use crate::routes::{Entry, Route};
use crate::site::PostId;

use super::Renderer;
use super::html::Head;
use super::view;

#[derive(Serialize)]
struct Document<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<Node<'a>>,
}

/// What a page is, or shows.
#[derive(Serialize)]
#[serde(tag = "@type", rename_all_fields = "camelCase")]
enum Node<'a> {
    Blog {
        name: &'a str,
        #[serde(skip_serializing_if = "str::is_empty")]
        description: &'a str,
        url: String,
        in_language: &'a str,
    },
    BlogPosting {
        #[serde(rename = "@id")]
        id: &'a str,
        main_entity_of_page: &'a str,
        headline: &'a str,
        #[serde(skip_serializing_if = "String::is_empty")]
        description: String,
        date_published: String,
        date_modified: String,
        in_language: &'a str,
        word_count: usize,
        author: Vec<Node<'a>>,
        publisher: Box<Node<'a>>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        keywords: Vec<&'a str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        image: Option<String>,
    },
    Person {
        name: &'a str,
        url: String,
    },
    Organization {
        name: &'a str,
        url: String,
    },
    BreadcrumbList {
        item_list_element: Vec<Node<'a>>,
    },
    ListItem {
        position: usize,
        name: &'a str,
        item: String,
    },
}

/// The whole document, safe inside `<script type="application/ld+json">`: no `<`,
/// `>` or `&` in it, nor line separators that old parsers stumble over. Empty for a page
/// of which there is nothing to say.
pub(super) fn of(
    renderer: &Renderer<'_>,
    entry: &Entry,
    head: &Head,
    crumbs: &[(String, UrlPath)],
) -> String {
    let mut graph = Vec::new();
    let own = renderer.maker.absolute(&entry.url);
    match entry.route {
        Route::Post(id) => graph.push(posting(renderer, id, &own)),
        Route::Home(1) => graph.push(blog(renderer)),
        _ => {}
    }
    // A wrong address and an old one are nowhere, and one step is no way.
    let is_place = !matches!(entry.route, Route::NotFound | Route::Redirect(..));
    if is_place && entry.url != UrlPath::root() && head.title.is_some() {
        graph.push(breadcrumbs(renderer, entry, head, crumbs));
    }
    if graph.is_empty() {
        return String::new();
    }
    let document = Document {
        context: "https://schema.org",
        graph,
    };
    // Nothing in it can fail to become JSON.
    safe(serde_json::to_string(&document).unwrap_or_default())
}

fn safe(json: String) -> String {
    // The first byte of each letter that is replaced.
    let suspicious = |byte: u8| (byte == b'<') | (byte == b'>') | (byte == b'&') | (byte == 0xe2);
    // Most have none, which is soon seen: the compiler makes this wide.
    if json
        .bytes()
        .map(|b| u8::from(suspicious(b)))
        .fold(0, u8::max)
        == 0
    {
        return json;
    }
    let mut safe = String::with_capacity(json.len() + 32);
    let mut from = 0;
    for (at, byte) in json.bytes().enumerate() {
        if !suspicious(byte) {
            continue;
        }
        let (len, replaced) = match byte {
            b'<' => (1, "\\u003c"),
            b'>' => (1, "\\u003e"),
            b'&' => (1, "\\u0026"),
            _ if json[at..].starts_with('\u{2028}') => (3, "\\u2028"),
            _ if json[at..].starts_with('\u{2029}') => (3, "\\u2029"),
            _ => continue,
        };
        safe.push_str(&json[from..at]);
        safe.push_str(replaced);
        from = at + len;
    }
    safe.push_str(&json[from..]);
    safe
}

fn blog<'a>(renderer: &Renderer<'a>) -> Node<'a> {
    let maker = &renderer.maker;
    let config = &maker.linker.site.config;
    Node::Blog {
        name: &config.title,
        description: &config.description,
        url: maker.absolute(&UrlPath::root()),
        in_language: &config.language,
    }
}

fn posting<'a>(renderer: &Renderer<'a>, id: PostId, url: &'a str) -> Node<'a> {
    let maker = &renderer.maker;
    let linker = &maker.linker;
    let site = linker.site;
    let entry = &site.posts[id];
    let meta = &entry.post.meta;
    let (published, modified) = view::published(entry);
    let author = |index: usize| Node::Person {
        name: &site.terms.of(TermKind::Author)[index].name,
        url: maker.absolute(linker.routes.permalinks.term(TermKind::Author, index)),
    };
    let tag = |index: usize| site.terms.of(TermKind::Tag)[index].name.as_str();
    let image = meta.image.as_ref();
    let image = image
        .and_then(|image| linker.picture(&image.target.value))
        .and_then(|path| linker.single(&path));
    let lang = entry.post.placement.lang.as_ref();
    Node::BlogPosting {
        id: url,
        main_entity_of_page: url,
        headline: &meta.title.value,
        description: view::summary(entry),
        date_published: published,
        date_modified: modified,
        in_language: lang.map_or(site.config.language.as_str(), |lang| &lang.value),
        word_count: entry.post.body.words,
        author: entry
            .terms(TermKind::Author)
            .iter()
            .map(|&index| author(index))
            .collect(),
        publisher: Box::new(Node::Organization {
            name: &site.config.title,
            url: maker.absolute(&UrlPath::root()),
        }),
        keywords: entry
            .terms(TermKind::Tag)
            .iter()
            .map(|&index| tag(index))
            .collect(),
        image: image.map(|single| maker.absolute(&single.url)),
    }
}

fn breadcrumbs<'a>(
    renderer: &Renderer<'_>,
    entry: &Entry,
    head: &'a Head,
    crumbs: &'a [(String, UrlPath)],
) -> Node<'a> {
    let maker = &renderer.maker;
    let item = |position: usize, name: &'a str, url: &UrlPath| Node::ListItem {
        position,
        name,
        item: maker.absolute(url),
    };
    let crumbs = crumbs.iter().zip(1..);
    let mut items: Vec<Node<'a>> = crumbs
        .map(|((name, url), position)| item(position, name, url))
        .collect();
    let own = head.title.as_deref();
    items.extend(own.map(|title| item(items.len() + 1, title, &entry.url)));
    Node::BreadcrumbList {
        item_list_element: items,
    }
}
