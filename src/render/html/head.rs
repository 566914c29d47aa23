//! What every page says of itself: `current` in templates.

use tera::Value;

use crate::parse::document::TermKind;
use crate::path::UrlPath;
use crate::routes::{Entry, Route, Scope, page_count};
use crate::site::PostId;

use super::super::view::{self, Object};
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
        .set("noindex", head.noindex);
    about_content(renderer, entry, &mut object);
    object.done()
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

/// The parts of `current` that come from the post or the list on the page.
fn about_content(renderer: &Renderer<'_>, entry: &Entry, object: &mut Object) {
    let maker = &renderer.maker;
    let (linker, site) = (&maker.linker, maker.linker.site);
    let mut image = Value::none();
    let mut alternates = Vec::new();
    let mut lang = None;
    let mut dates = (None, None);
    match &entry.route {
        Route::Post(id) => {
            let post = &site.posts[*id];
            image = maker.image(post.post.meta.image.as_ref());
            lang = post
                .post
                .placement
                .lang
                .as_ref()
                .map(|lang| lang.value.clone());
            let (published, modified) = view::published(post);
            dates = (Some(published), Some(modified));
            alternates = alternate_links(renderer, *id);
        }
        Route::Page(index) => {
            let page = &site.pages[*index].page;
            image = maker.image(page.image.as_ref());
            lang = page.lang.as_ref().map(|lang| lang.value.clone());
        }
        _ => {}
    }
    let list = match &entry.route {
        Route::Home(number) => Some((UrlPath::root(), *number, site.posts.len())),
        Route::Term(kind, index, number) => Some((
            linker.routes.permalinks.term(*kind, *index).clone(),
            *number,
            site.terms.of(*kind)[*index].posts.len(),
        )),
        _ => None,
    };
    let neighbour = |step: isize| {
        let (first, number, total) = list.as_ref()?;
        let other = number.checked_add_signed(step)?;
        let exists = (1..=page_count(*total, site.config.paginate_by)).contains(&other);
        exists.then(|| maker.href(&linker.routes.permalinks.list_page(first, other)))
    };
    object
        .set("image", image)
        .set("alternates", alternates)
        .set("published", dates.0)
        .set("modified", dates.1)
        .set("prev_url", neighbour(-1))
        .set("next_url", neighbour(1));
    maker.language(lang.as_deref(), object);
}

/// `[{lang, url}]` of a post and its translations; empty if there are none.
fn alternate_links(renderer: &Renderer<'_>, id: PostId) -> Vec<Value> {
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
