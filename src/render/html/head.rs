//! What every page says of itself: `current` in templates.

use tera::Value;

use crate::parse::document::TermKind;
use crate::path::UrlPath;
use crate::routes::{Entry, Route, Scope, page_count};
use crate::site::PostId;

use super::super::view::Object;
use super::super::{Renderer, json_ld};

/// A page's head: what differs from page to page.
pub(in crate::render) struct Head {
    pub(in crate::render) kind: &'static str,
    pub(in crate::render) title: Option<String>,
    pub(super) description: Option<String>,
    /// The scope whose feeds come before the site's.
    pub(super) scope: Option<Scope>,
    pub(super) breadcrumbs: Vec<(String, UrlPath)>,
    pub(super) noindex: bool,
    /// The picture of what it shows.
    pub(super) image: Value,
    /// The language of what it shows.
    pub(super) lang: Option<String>,
    /// When what it shows was published, and when it was changed last.
    pub(super) dates: Option<(String, String)>,
    /// What it shows in all languages, if there are several: `{lang, url}`.
    pub(super) alternates: Vec<Value>,
    pub(super) list: Option<ListPage>,
}

/// A page of a list.
pub(super) struct ListPage {
    /// Where the list begins.
    pub(super) first: UrlPath,
    /// From 1.
    pub(super) number: usize,
    /// Posts in the whole list.
    pub(super) total: usize,
}

impl Head {
    pub(super) fn new(kind: &'static str) -> Self {
        Self {
            kind,
            title: None,
            description: None,
            scope: None,
            breadcrumbs: Vec::new(),
            noindex: false,
            image: Value::none(),
            lang: None,
            dates: None,
            alternates: Vec::new(),
            list: None,
        }
    }

    pub(super) fn titled(kind: &'static str, title: impl Into<String>) -> Self {
        Self {
            title: Some(title.into()),
            ..Self::new(kind)
        }
    }
}

/// `current`: the page's own address and head.
pub(super) fn current(renderer: &Renderer<'_>, entry: &Entry, head: &Head) -> Value {
    let maker = &renderer.maker;
    let shared = renderer.shared;
    let feeds = match head.scope {
        Some(Scope::Term(kind, index)) => shared.feeds(kind, index).clone(),
        _ => Value::from(shared.site_feeds()),
    };
    let mut crumbs = vec![(renderer.text("home"), UrlPath::root())];
    crumbs.extend(head.breadcrumbs.iter().cloned());
    // The start page is where the way begins, and a wrong address is nowhere.
    let here = entry.url == UrlPath::root() || entry.route == Route::NotFound;
    let breadcrumbs = crumbs.iter().filter(|_| !here).map(|(title, url)| {
        let mut object = Object::new();
        object
            .set("title", title.as_str())
            .set("url", maker.href(url));
        object.done()
    });
    let breadcrumbs: Vec<Value> = breadcrumbs.collect();
    let mut object = Object::new();
    object
        .set("path", maker.href(&entry.url))
        .set("permalink", maker.absolute(&entry.url))
        .set("kind", head.kind)
        .set("section", section(renderer, &entry.url))
        .set("title", head.title.as_deref())
        .set(
            "description",
            head.description.as_deref().filter(|text| !text.is_empty()),
        )
        .set("feeds", feeds)
        .html("json_ld", &json_ld::of(renderer, entry, head, &crumbs))
        .set("breadcrumbs", breadcrumbs)
        .set("noindex", head.noindex)
        .set("image", head.image.clone())
        .set("alternates", head.alternates.as_slice())
        .set(
            "published",
            head.dates.as_ref().map(|dates| dates.0.as_str()),
        )
        .set(
            "modified",
            head.dates.as_ref().map(|dates| dates.1.as_str()),
        )
        .set("prev_url", list_page(renderer, head, -1))
        .set("next_url", list_page(renderer, head, 1));
    maker.language(head.lang.as_deref(), &mut object);
    object.done()
}

/// The page of the same list that is a step away, if there is one.
fn list_page(renderer: &Renderer<'_>, head: &Head, step: isize) -> Option<String> {
    let maker = &renderer.maker;
    let linker = &maker.linker;
    let list = head.list.as_ref()?;
    let other = list.number.checked_add_signed(step)?;
    let pages = page_count(list.total, linker.site.config.paginate_by);
    let exists = (1..=pages).contains(&other);
    exists.then(|| maker.href(&linker.routes.permalinks.list_page(&list.first, other)))
}

/// The overview that a page is, or below which it lies.
fn section(renderer: &Renderer<'_>, page: &UrlPath) -> Option<&'static str> {
    let routes = renderer.maker.linker.routes;
    let terms = TermKind::ALL.map(|kind| (kind.plural(), routes.permalinks.index(kind)));
    let archive = ("archive", routes.permalinks.archive.as_ref());
    let overviews = terms.into_iter().chain([archive]);
    let above = overviews.filter_map(|(name, url)| {
        let url = url?.as_str();
        page.as_str().starts_with(url).then_some((url.len(), name))
    });
    above.max().map(|(_, name)| name)
}

/// `[{lang, url}]` of a post and its translations; empty if there are none.
pub(super) fn alternate_links(renderer: &Renderer<'_>, id: PostId) -> Vec<Value> {
    let maker = &renderer.maker;
    let site = maker.linker.site;
    let others = site.translations(&site.posts[id]);
    if others.is_empty() {
        return Vec::new();
    }
    let link = |id: PostId| {
        let lang = site.posts[id]
            .post
            .placement
            .lang
            .as_ref()
            .map_or(site.config.language.as_str(), |lang| &lang.value);
        let mut object = Object::new();
        object.set("lang", lang).set(
            "url",
            maker.absolute(&maker.linker.routes.permalinks.posts[id]),
        );
        object.done()
    };
    std::iter::once(id).chain(others).map(link).collect()
}
