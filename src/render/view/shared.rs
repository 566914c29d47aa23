//! Values that many pages share: posts as items of lists, terms as references,
//! and what every template gets.

use rayon::prelude::*;
use tera::Value;

use crate::parse::document::{CommentState, TermKind};
use crate::routes::{MANIFEST, Routes, Scope, page_of, slot};
use crate::site::{PostEntry, PostId, Site};

use super::super::body::Place;
use super::terms::profile;
use super::{Maker, Object};

const KINDS: [TermKind; 3] = [TermKind::Tag, TermKind::Author, TermKind::Network];

/// Each post and each term as a value, made once.
pub(in crate::render) struct Shared {
    /// By [`PostId`].
    pub(in crate::render) items: Vec<Value>,
    /// References to terms: by slot of the kind, then index.
    pub(in crate::render) terms: [Vec<Value>; 3],
    /// Whole profiles of terms, in the same order.
    pub(in crate::render) profiles: [Vec<Value>; 3],
    /// The site's feeds.
    pub(in crate::render) site_feeds: Vec<Value>,
    /// Feeds of terms, then the site's, in the same order as terms.
    pub(in crate::render) feeds: [Vec<Value>; 3],
}

impl Shared {
    pub(in crate::render) fn new(maker: &Maker<'_>) -> Self {
        let site = maker.linker.site;
        let each = |make: &(dyn Fn(TermKind, usize) -> Value + Sync)| {
            KINDS.map(|kind| {
                let count = site.terms.of(kind).len();
                (0..count)
                    .into_par_iter()
                    .map(|index| make(kind, index))
                    .collect::<Vec<Value>>()
            })
        };
        let site_feeds = maker.feeds(Scope::Site);
        let terms = each(&|kind, index| reference(maker, kind, index));
        let profiles = each(&|kind, index| profile(maker, kind, index));
        let feeds = each(&|kind, index| {
            let mut feeds = maker.feeds(Scope::Term(kind, index));
            feeds.extend(site_feeds.iter().cloned());
            Value::from(feeds)
        });
        let items = (0..site.posts.len())
            .into_par_iter()
            .map(|id| item(maker, &terms, id))
            .collect();
        Self {
            items,
            terms,
            profiles,
            site_feeds,
            feeds,
        }
    }
}

/// `{name, url, slug, count, lang, dir, role, short}`.
fn reference(maker: &Maker<'_>, kind: TermKind, index: usize) -> Value {
    let term = &maker.linker.site.terms.of(kind)[index];
    let profile = term.profile.as_ref();
    let mut object = Object::new();
    object
        .set("name", term.name.as_str())
        .set("url", maker.href(maker.linker.routes.term(kind, index)))
        .set("slug", term.slug.as_str())
        .set("count", term.posts.len())
        .set("role", profile.and_then(|profile| profile.role.as_deref()))
        .set(
            "short",
            profile.and_then(|profile| profile.short.as_deref()),
        );
    let lang = profile
        .and_then(|profile| profile.lang.as_ref())
        .map(|lang| lang.value.as_str());
    maker.language(lang, &mut object);
    object.done()
}

fn item(maker: &Maker<'_>, terms: &[Vec<Value>; 3], id: PostId) -> Value {
    let site = maker.linker.site;
    let entry = &site.posts[id];
    let (post, url) = (&entry.post, &maker.linker.routes.posts[id]);
    let of = |kind: TermKind| {
        let own = entry
            .terms(kind)
            .iter()
            .map(|&index| terms[slot(kind)][index].clone());
        own.collect::<Vec<Value>>()
    };
    let mut object = Object::new();
    object
        .set("title", post.meta.title.value.as_str())
        .set("url", maker.href(url))
        .set("permalink", maker.absolute(url))
        .set("date", maker.date(&post.placement.date))
        .set("updated", maker.optional_date(post.meta.updated.as_ref()))
        .set("summary", summary(entry))
        .set("authors", of(TermKind::Author))
        .set("networks", of(TermKind::Network))
        .set("tags", of(TermKind::Tag))
        .set("image", maker.image(post.meta.image.as_ref()))
        .set("reading_time", reading_time(post.body.words))
        .set("word_count", post.body.words)
        .set("comment_count", comment_count(site, entry))
        .set("corrections_count", post.meta.corrections.len())
        .set("withheld", entry.withheld.map(|reason| reason.as_str()));
    maker.language(
        post.placement.lang.as_ref().map(|lang| lang.value.as_str()),
        &mut object,
    );
    object.done()
}

/// The lead as written, or the first paragraph cut at a word.
pub(in crate::render) fn summary(entry: &PostEntry) -> String {
    match &entry.post.meta.summary {
        Some(summary) => summary.value.clone(),
        None => cut(&entry.post.body.lead, 300),
    }
}

/// At most `limit` characters, cut after a word, with an ellipsis.
pub(in crate::render) fn cut(text: &str, limit: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(limit) else {
        return text.to_owned();
    };
    let head = &text[..end];
    let head = head
        .rfind(char::is_whitespace)
        .map_or(head, |space| &head[..space]);
    format!(
        "{}…",
        head.trim_end_matches(
            |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '–' | '-' | '.')
        )
    )
}

/// Minutes at 220 words a minute, at least one.
fn reading_time(words: usize) -> usize {
    words.div_ceil(220).max(1)
}

/// Archived comments, where they are shown.
fn comment_count(site: &Site, entry: &PostEntry) -> usize {
    match comment_state(site, entry) {
        CommentState::Archived => entry.post.meta.archived.len(),
        _ => 0,
    }
}

/// The post's own state, or the site's; a file of comments makes it archived.
pub(in crate::render) fn comment_state(site: &Site, entry: &PostEntry) -> CommentState {
    let own = entry
        .post
        .meta
        .comments
        .as_ref()
        .map(|comments| comments.state);
    let archived = (!entry.post.meta.archived.is_empty()).then_some(CommentState::Archived);
    own.or(archived).unwrap_or(site.config.comments.default)
}

/// `config`, `lang`, `dir`, `generator`, `urls` and `feeds`: what every template gets.
pub(in crate::render) fn globals(maker: &Maker<'_>) -> Vec<(&'static str, Value)> {
    let site = maker.linker.site;
    let routes = maker.linker.routes;
    vec![
        ("config", config(maker)),
        ("lang", Value::from(site.config.language.as_str())),
        ("dir", Value::from(maker.locale.direction().as_str())),
        (
            "generator",
            Value::from(concat!("nitton ", env!("CARGO_PKG_VERSION"))),
        ),
        ("urls", urls(maker, routes)),
        ("feeds", Value::from(maker.feeds(Scope::Site))),
    ]
}

fn config(maker: &Maker<'_>) -> Value {
    let site = maker.linker.site;
    let config = &site.config;
    let menu = config.menu.iter().map(|item| {
        let external = !item.url.value.starts_with('/');
        let mut object = Object::new();
        let url = maker.written(&item.url.value);
        object
            .set("title", item.title.as_str())
            .set("url", url)
            .set("external", external);
        object.done()
    });
    let mut comments = Object::new();
    comments
        .set("rules_url", rules_url(maker))
        .set("max_length", config.comments.max_length)
        .set("email", config.comments.email.as_deref());
    let mut object = Object::new();
    object
        .set("title", config.title.as_str())
        .set("description", config.description.as_str())
        .set("base_url", maker.absolute(&crate::path::UrlPath::root()))
        .set("language", config.language.as_str())
        .set("menu", menu.collect::<Vec<Value>>())
        .set("responsible", maker.person(config.responsible.as_ref()))
        .set("contact", maker.person(config.contact.as_ref()))
        .set("about", about(maker))
        .set("comments", comments.done())
        .set("subscribe_email", config.subscribe_email.as_deref())
        .set("search", config.search)
        .set("archive", config.archive)
        .set("extra", Value::from_serializable(&config.extra));
    object.done()
}

/// The page of the rules for comments.
pub(in crate::render) fn rules_url(maker: &Maker<'_>) -> Option<String> {
    let rules = maker.linker.site.config.comments.rules.as_ref()?;
    let page = page_of(maker.linker.site, &rules.value)?;
    Some(maker.href(&maker.linker.routes.pages[page]))
}

/// `about`: a short text, or a page's title, summary and URL.
fn about(maker: &Maker<'_>) -> Value {
    let site = maker.linker.site;
    let Some(about) = &site.config.about else {
        return Value::none();
    };
    let mut object = Object::new();
    match page_of(site, &about.value) {
        Some(index) => {
            let page = &site.pages[index].page;
            let text = page.summary.as_ref().map_or_else(
                || cut(&page.body.lead, 300),
                |summary| summary.value.clone(),
            );
            object
                .set("title", page.title.value.as_str())
                .set("text", (!text.is_empty()).then_some(text))
                .set("url", maker.href(&maker.linker.routes.pages[index]));
        }
        None => {
            object
                .set("title", Value::none())
                .set("text", about.value.as_str())
                .set("url", Value::none());
        }
    }
    object.done()
}

fn urls(maker: &Maker<'_>, routes: &Routes) -> Value {
    let href =
        |url: Option<&crate::path::UrlPath>| url.map(|url| maker.linker.address(url, Place::Own));
    let mut object = Object::new();
    object
        .set("home", maker.href(&crate::path::UrlPath::root()))
        .set("archive", href(routes.archive.as_ref()))
        .set("tags", href(routes.index(TermKind::Tag)))
        .set("authors", href(routes.index(TermKind::Author)))
        .set("networks", href(routes.index(TermKind::Network)))
        .set("search", href(routes.search.as_ref()))
        .set("subscribe", href(routes.subscribe.as_ref()))
        .set("corrections", href(routes.corrections.as_ref()))
        .set("opml", href(routes.opml.as_ref()))
        .set(
            "manifest",
            href(crate::path::UrlPath::new(MANIFEST).ok().as_ref()),
        );
    object.done()
}
