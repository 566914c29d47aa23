//! Values that many pages share: posts as items of lists, terms as references,
//! and what every template gets.

use std::sync::OnceLock;

use tera::Value;

use crate::parse::document::{CommentState, TermKind};
use crate::routes::{MANIFEST, Routes, Scope, page_of};
use crate::site::{PostEntry, PostId, Site};

use super::super::body::Place;
use super::super::feed::Fragments;
use super::super::search::Search;
use super::terms::profile;
use super::{Maker, Object};

/// Each post and each term of one site as a value, made when the first page shows it
/// and shared by all that follow: a preview of one page makes no more than it needs.
#[derive(Debug, Default)]
pub struct Values {
    items: Vec<OnceLock<Value>>,
    terms: [Vec<OnceLock<Value>>; 3],
    profiles: [Vec<OnceLock<Value>>; 3],
    feeds: [Vec<OnceLock<Value>>; 3],
    site_feeds: OnceLock<Vec<Value>>,
    globals: OnceLock<Vec<(&'static str, Value)>>,
    corrections: OnceLock<Vec<(PostId, usize)>>,
    pub(in crate::render) fragments: Fragments,
    pub(in crate::render) search: OnceLock<Search>,
}

impl Values {
    /// Room for the values of this site, and of no other.
    pub fn new(site: &Site) -> Self {
        let kinds = || TermKind::ALL.map(|kind| cells(site.terms.of(kind).len()));
        Self {
            items: cells(site.posts.len()),
            terms: kinds(),
            profiles: kinds(),
            feeds: kinds(),
            fragments: Fragments::new(site.posts.len()),
            ..Self::default()
        }
    }
}

fn cells(count: usize) -> Vec<OnceLock<Value>> {
    std::iter::repeat_with(OnceLock::new).take(count).collect()
}

/// The shared values of a site, with what makes them.
#[derive(Clone, Copy)]
pub(in crate::render) struct Shared<'a> {
    pub(in crate::render) maker: Maker<'a>,
    pub(in crate::render) values: &'a Values,
}

impl<'a> Shared<'a> {
    /// A post as an item of lists.
    pub(in crate::render) fn item(&self, id: PostId) -> &'a Value {
        self.values.items[id].get_or_init(|| item(self, id))
    }

    /// A reference to a term.
    pub(in crate::render) fn term(&self, kind: TermKind, index: usize) -> &'a Value {
        self.values.terms[kind.slot()][index].get_or_init(|| reference(&self.maker, kind, index))
    }

    /// References to all terms of a kind.
    pub(in crate::render) fn terms(&self, kind: TermKind) -> Vec<Value> {
        let count = self.values.terms[kind.slot()].len();
        (0..count)
            .map(|index| self.term(kind, index).clone())
            .collect()
    }

    /// A term's whole profile.
    pub(in crate::render) fn profile(&self, kind: TermKind, index: usize) -> &'a Value {
        self.values.profiles[kind.slot()][index].get_or_init(|| profile(&self.maker, kind, index))
    }

    /// The site's feeds.
    pub(in crate::render) fn site_feeds(&self) -> &'a [Value] {
        let make = || self.maker.feeds(Scope::Site);
        self.values.site_feeds.get_or_init(make)
    }

    /// Feeds of a term, then the site's.
    pub(in crate::render) fn feeds(&self, kind: TermKind, index: usize) -> &'a Value {
        self.values.feeds[kind.slot()][index].get_or_init(|| {
            let mut feeds = self.maker.feeds(Scope::Term(kind, index));
            feeds.extend_from_slice(self.site_feeds());
            Value::from(feeds)
        })
    }

    /// `config`, `lang`, `dir`, `generator`, `urls` and `feeds`: what every template gets.
    pub(in crate::render) fn globals(&self) -> &'a [(&'static str, Value)] {
        self.values.globals.get_or_init(|| globals(self))
    }

    /// Corrections, newest first: post, and index in its list.
    pub(in crate::render) fn corrections(&self) -> &'a [(PostId, usize)] {
        let site = self.maker.linker.site;
        self.values.corrections.get_or_init(|| site.corrections())
    }
}

/// `{name, url, slug, count, lang, dir, role, short}`.
fn reference(maker: &Maker<'_>, kind: TermKind, index: usize) -> Value {
    let term = &maker.linker.site.terms.of(kind)[index];
    let profile = term.profile.as_ref();
    let mut object = Object::new();
    object
        .set("name", term.name.as_str())
        .set(
            "url",
            maker.href(maker.linker.routes.permalinks.term(kind, index)),
        )
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

fn item(shared: &Shared<'_>, id: PostId) -> Value {
    let maker = &shared.maker;
    let site = maker.linker.site;
    let entry = &site.posts[id];
    let (post, url) = (&entry.post, &maker.linker.routes.permalinks.posts[id]);
    let of = |kind: TermKind| {
        let own = entry
            .terms(kind)
            .iter()
            .map(|&index| shared.term(kind, index).clone());
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
        .set("withheld", entry.unpublished.map(|reason| reason.as_str()));
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

fn globals(shared: &Shared<'_>) -> Vec<(&'static str, Value)> {
    let maker = &shared.maker;
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
        ("feeds", Value::from(shared.site_feeds())),
    ]
}

fn config(maker: &Maker<'_>) -> Value {
    let site = maker.linker.site;
    let config = &site.config;
    let menu = config.menu.iter().map(|item| {
        let written = &item.url.value;
        let is_own = written.starts_with('/') || config.base_url.inside(written).is_some();
        let external = !is_own;
        let mut object = Object::new();
        object
            .set("title", item.title.as_str())
            .set("url", maker.written(written))
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
        .set("license", license(maker))
        .set("extra", Value::from_serializable(&config.extra));
    object.done()
}

/// The statement made from data, or the page that has taken its address.
fn statement_url(maker: &Maker<'_>) -> Option<String> {
    let routes = maker.linker.routes;
    let word = &maker.locale.words().accessibility;
    let own = || {
        let page = crate::path::UrlPath::new(&format!("/{word}/")).ok()?;
        routes.permalinks.pages.iter().find(|url| **url == page)
    };
    let url = routes.permalinks.statement.as_ref().or_else(own)?;
    Some(maker.href(url))
}

/// `{name, url}`.
fn license(maker: &Maker<'_>) -> Value {
    let Some(license) = &maker.linker.site.config.license else {
        return Value::none();
    };
    let url = license.url.as_ref().map(|url| maker.written(&url.value));
    let mut object = Object::new();
    object.set("name", license.name.as_str()).set("url", url);
    object.done()
}

/// The page of the rules for comments.
pub(in crate::render) fn rules_url(maker: &Maker<'_>) -> Option<String> {
    let rules = maker.linker.site.config.comments.rules.as_ref()?;
    let page = page_of(maker.linker.site, &rules.value)?;
    Some(maker.href(&maker.linker.routes.permalinks.pages[page]))
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
                .set(
                    "url",
                    maker.href(&maker.linker.routes.permalinks.pages[index]),
                );
        }
        // A page that is missing or unpublished, whose name is nobody's business.
        None if about.value.ends_with(".md") => return Value::none(),
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
        .set("archive", href(routes.permalinks.archive.as_ref()))
        .set("tags", href(routes.permalinks.index(TermKind::Tag)))
        .set("authors", href(routes.permalinks.index(TermKind::Author)))
        .set("networks", href(routes.permalinks.index(TermKind::Network)))
        .set("search", href(routes.permalinks.search.as_ref()))
        .set("subscribe", href(routes.permalinks.subscribe.as_ref()))
        .set("corrections", href(routes.permalinks.corrections.as_ref()))
        .set("accessibility", statement_url(maker))
        .set("opml", href(routes.permalinks.opml.as_ref()))
        .set(
            "manifest",
            href(crate::path::UrlPath::new(MANIFEST).ok().as_ref()),
        );
    object.done()
}
