//! Pages: which template, and what it gets.

use tera::{Context, Value};

use crate::diagnostic::Diagnostic;
use crate::parse::document::TermKind;
use crate::path::UrlPath;
use crate::routes::{Entry, Route, Scope, page_count, slot};
use crate::site::PostId;

use super::view::{self, Object};
use super::{Renderer, json_ld};

/// A page's head: what differs from page to page.
pub(super) struct Head {
    pub(super) kind: &'static str,
    pub(super) title: Option<String>,
    pub(super) description: Option<String>,
    /// The scope whose feeds come before the site's.
    pub(super) scope: Option<Scope>,
    pub(super) breadcrumbs: Vec<(String, UrlPath)>,
    pub(super) noindex: bool,
}

impl Head {
    fn new(kind: &'static str) -> Self {
        Self {
            kind,
            title: None,
            description: None,
            scope: None,
            breadcrumbs: Vec::new(),
            noindex: false,
        }
    }

    fn titled(kind: &'static str, title: impl Into<String>) -> Self {
        Self {
            title: Some(title.into()),
            ..Self::new(kind)
        }
    }
}

/// Renders a page of any kind.
pub(super) fn render(renderer: &Renderer<'_>, entry: &Entry) -> Result<Vec<u8>, Box<Diagnostic>> {
    let mut context = Context::new();
    for (key, value) in &renderer.globals {
        context.insert_value(*key, value.clone());
    }
    let (template, head) = match &entry.route {
        Route::Home(number) => home(renderer, *number, &mut context),
        Route::Post(id) => post(renderer, *id, &mut context),
        Route::Page(index) => page(renderer, *index, &mut context),
        Route::Terms(kind) => terms(renderer, *kind, &mut context),
        Route::Term(kind, index, number) => term(renderer, *kind, *index, *number, &mut context),
        Route::Archive => archive(renderer, &mut context),
        Route::ArchiveYear(year) => archive_year(renderer, *year, &mut context),
        Route::Subscribe => subscribe(renderer, &mut context),
        Route::Corrections => corrections(renderer, &mut context),
        Route::Redirect(target, _, _) => redirect(renderer, target, &mut context),
        Route::Search => (
            "search.html",
            Head::titled("search", renderer.text("search_title")),
        ),
        _ => not_found(renderer, &mut context),
    };
    context.insert_value("current", current(renderer, entry, &head));
    let mut bytes = Vec::with_capacity(16 * 1024);
    renderer.theme.render(template, &context, &mut bytes)?;
    Ok(bytes)
}

impl Renderer<'_> {
    fn text(&self, key: &str) -> String {
        self.maker.locale.format(key, &[])
    }

    fn kind_title(&self, kind: TermKind) -> String {
        self.text(match kind {
            TermKind::Tag => "tags",
            TermKind::Author => "authors",
            TermKind::Network => "networks",
        })
    }
}

fn home(renderer: &Renderer<'_>, number: usize, context: &mut Context) -> (&'static str, Head) {
    let site = renderer.maker.linker.site;
    // Overviews stand on the first page only, so that the pages together stay as large
    // as the content.
    let first = number == 1;
    let latest = renderer.corrections.iter().take(if first { 3 } else { 0 });
    let latest =
        latest.map(|&(id, index)| view::correction(&renderer.maker, &renderer.shared, id, index));
    context.insert_value("corrections", Value::from(latest.collect::<Vec<Value>>()));
    let overview = |kind: TermKind| match first {
        true => Value::from(renderer.shared.terms[slot(kind)].as_slice()),
        false => Value::from(Vec::<Value>::new()),
    };
    context.insert_value("networks", overview(TermKind::Network));
    context.insert_value("authors", overview(TermKind::Author));
    context.insert_value(
        "paginator",
        paginator(renderer, &UrlPath::root(), number, None),
    );
    let mut head = Head::new("home");
    head.scope = Some(Scope::Site);
    if number == 1 {
        head.description = Some(site.config.description.clone());
    }
    ("index.html", head)
}

fn post(renderer: &Renderer<'_>, id: PostId, context: &mut Context) -> (&'static str, Head) {
    let site = renderer.maker.linker.site;
    let entry = &site.posts[id];
    context.insert_value("page", view::post(&renderer.maker, &renderer.shared, id));
    let mut head = Head::titled("post", entry.post.meta.title.value.clone());
    head.description = Some(view::cut(&view::summary(entry), 300));
    head.noindex = entry.withheld.is_some();
    if let Some(&network) = entry.networks.first() {
        let term = &site.terms.of(TermKind::Network)[network];
        head.scope = Some(Scope::Term(TermKind::Network, network));
        let url = renderer
            .maker
            .linker
            .routes
            .term(TermKind::Network, network);
        head.breadcrumbs.push((term.name.clone(), url.clone()));
    } else if let Some(&author) = entry.authors.first() {
        head.scope = Some(Scope::Term(TermKind::Author, author));
    }
    ("post.html", head)
}

fn page(renderer: &Renderer<'_>, index: usize, context: &mut Context) -> (&'static str, Head) {
    let entry = &renderer.maker.linker.site.pages[index];
    context.insert_value("page", view::page(&renderer.maker, index));
    let mut head = Head::titled("page", entry.page.title.value.clone());
    let summary = entry
        .page
        .summary
        .as_ref()
        .map(|summary| summary.value.as_str());
    head.description = Some(view::cut(summary.unwrap_or(&entry.page.body.lead), 300));
    head.noindex = entry.withheld.is_some();
    ("page.html", head)
}

fn terms(renderer: &Renderer<'_>, kind: TermKind, context: &mut Context) -> (&'static str, Head) {
    context.insert_value("kind", Value::from(kind_word(kind)));
    context.insert_value(
        "groups",
        view::term_groups(&renderer.maker, &renderer.shared, kind),
    );
    context.insert_value(
        "total",
        Value::from(renderer.maker.linker.site.terms.of(kind).len()),
    );
    (
        "terms.html",
        Head::titled("terms", renderer.kind_title(kind)),
    )
}

fn term(
    renderer: &Renderer<'_>,
    kind: TermKind,
    index: usize,
    number: usize,
    context: &mut Context,
) -> (&'static str, Head) {
    let linker = &renderer.maker.linker;
    let term = &linker.site.terms.of(kind)[index];
    let first = linker.routes.term(kind, index);
    context.insert_value("kind", Value::from(kind_word(kind)));
    context.insert_value("term", renderer.shared.profiles[slot(kind)][index].clone());
    context.insert_value(
        "paginator",
        paginator(renderer, first, number, Some(&term.posts)),
    );
    let mut head = Head::titled("term", term.name.clone());
    let profile = term.profile.as_ref();
    let short = profile.map(|profile| {
        profile
            .short
            .clone()
            .unwrap_or_else(|| view::cut(&profile.body.lead, 300))
    });
    head.description = short.filter(|short| !short.is_empty());
    head.scope = Some(Scope::Term(kind, index));
    if let Some(url) = linker.routes.index(kind) {
        head.breadcrumbs
            .push((renderer.kind_title(kind), url.clone()));
    }
    ("term.html", head)
}

fn archive(renderer: &Renderer<'_>, context: &mut Context) -> (&'static str, Head) {
    let site = renderer.maker.linker.site;
    let years = renderer
        .maker
        .linker
        .routes
        .years
        .iter()
        .map(|(year, url)| {
            let url = renderer.maker.href(url);
            let months = months(renderer, *year);
            let count: usize = months.iter().map(|(_, ids)| ids.len()).sum();
            let months = months.into_iter().map(|(month, ids)| {
                let mut object = Object::new();
                object
                    .set("month", format!("{month:02}"))
                    .set("name", renderer.maker.locale.month_name(month))
                    .set("url", format!("{url}#{month:02}"))
                    .set("count", ids.len());
                object.done()
            });
            let months: Vec<Value> = months.collect();
            let mut object = Object::new();
            object
                .set("year", format!("{year:04}"))
                .set("url", url)
                .set("count", count)
                .set("months", months);
            object.done()
        });
    context.insert_value("years", Value::from(years.collect::<Vec<Value>>()));
    context.insert_value("total", Value::from(site.posts.len()));
    (
        "archive.html",
        Head::titled("archive", renderer.text("archive")),
    )
}

fn archive_year(renderer: &Renderer<'_>, year: i16, context: &mut Context) -> (&'static str, Head) {
    let routes = renderer.maker.linker.routes;
    let months = months(renderer, year);
    let count: usize = months.iter().map(|(_, ids)| ids.len()).sum();
    let months = months.into_iter().map(|(month, ids)| {
        let mut object = Object::new();
        object
            .set("month", format!("{month:02}"))
            .set("name", renderer.maker.locale.month_name(month))
            .set("items", view::items(&renderer.shared, ids));
        object.done()
    });
    context.insert_value("months", Value::from(months.collect::<Vec<Value>>()));
    context.insert_value("year", Value::from(format!("{year:04}")));
    context.insert_value("count", Value::from(count));
    let place = routes.years.iter().position(|(other, _)| *other == year);
    let neighbour = |place: Option<usize>| {
        let Some((year, url)) = place.and_then(|place| routes.years.get(place)) else {
            return Value::none();
        };
        let mut object = Object::new();
        object
            .set("year", format!("{year:04}"))
            .set("url", renderer.maker.href(url));
        object.done()
    };
    context.insert_value("earlier", neighbour(place.map(|place| place + 1)));
    context.insert_value(
        "later",
        neighbour(place.and_then(|place| place.checked_sub(1))),
    );
    let title = renderer
        .maker
        .locale
        .format("archive_year", &[("year", &format!("{year:04}"))]);
    let mut head = Head::titled("archive_year", title);
    if let Some(url) = &routes.archive {
        head.breadcrumbs
            .push((renderer.text("archive"), url.clone()));
    }
    ("archive_year.html", head)
}

/// A year's months with their posts, newest first. Posts are in order of time, so
/// a year is a range.
fn months(renderer: &Renderer<'_>, year: i16) -> Vec<(i8, Vec<PostId>)> {
    let site = renderer.maker.linker.site;
    let date = |id: PostId| site.posts[id].post.placement.date.civil.date();
    let start = site
        .posts
        .partition_point(|entry| entry.post.placement.date.civil.year() > year);
    let mut months: Vec<(i8, Vec<PostId>)> = Vec::new();
    for id in (start..site.posts.len()).take_while(|&id| date(id).year() == year) {
        let month = date(id).month();
        match months.last_mut() {
            Some((last, ids)) if *last == month => ids.push(id),
            _ => months.push((month, vec![id])),
        }
    }
    months
}

fn subscribe(renderer: &Renderer<'_>, context: &mut Context) -> (&'static str, Head) {
    let maker = &renderer.maker;
    let site = maker.linker.site;
    let mut groups = Vec::new();
    let mut group = |title: &str, feeds: Vec<Value>, lists: Vec<Value>| {
        if !(feeds.is_empty() && lists.is_empty()) {
            let mut object = Object::new();
            object
                .set("title", renderer.text(title))
                .set("feeds", feeds)
                .set("lists", lists);
            groups.push(object.done());
        }
    };
    group("subscribe_site", maker.feeds(Scope::Site), Vec::new());
    let kinds = [
        (TermKind::Network, "subscribe_networks"),
        (TermKind::Author, "subscribe_authors"),
        (TermKind::Tag, "subscribe_tags"),
    ];
    for (kind, title) in kinds {
        let lists = site
            .terms
            .of(kind)
            .iter()
            .enumerate()
            .filter_map(|(index, term)| {
                let feeds = maker.feeds(Scope::Term(kind, index));
                let mut object = Object::new();
                let url = maker.href(maker.linker.routes.term(kind, index));
                object.set("name", term.name.as_str()).set("url", url);
                (!feeds.is_empty()).then(|| {
                    object.set("feeds", feeds);
                    object.done()
                })
            });
        group(title, Vec::new(), lists.collect());
    }
    context.insert_value("groups", Value::from(groups));
    (
        "subscribe.html",
        Head::titled("subscribe", renderer.text("subscribe")),
    )
}

fn corrections(renderer: &Renderer<'_>, context: &mut Context) -> (&'static str, Head) {
    let all = renderer.corrections.iter();
    let all =
        all.map(|&(id, index)| view::correction(&renderer.maker, &renderer.shared, id, index));
    context.insert_value("corrections", Value::from(all.collect::<Vec<Value>>()));
    (
        "corrections.html",
        Head::titled("corrections", renderer.text("corrections")),
    )
}

fn redirect(
    renderer: &Renderer<'_>,
    target: &UrlPath,
    context: &mut Context,
) -> (&'static str, Head) {
    let linker = &renderer.maker.linker;
    let name = match linker
        .routes
        .find(target.as_str())
        .map(|entry| &entry.route)
    {
        Some(Route::Post(id)) => linker.site.posts[*id].post.meta.title.value.as_str(),
        Some(Route::Page(index)) => linker.site.pages[*index].page.title.value.as_str(),
        Some(Route::Term(kind, index, _)) => &linker.site.terms.of(*kind)[*index].name,
        _ => target.as_str(),
    };
    context.insert_value("target", Value::from(renderer.maker.href(target)));
    context.insert_value(
        "target_permalink",
        Value::from(renderer.maker.absolute(target)),
    );
    context.insert_value("title", Value::from(name));
    let mut head = Head::titled("redirect", renderer.text("redirect_title"));
    head.noindex = true;
    ("redirect.html", head)
}

fn not_found(renderer: &Renderer<'_>, context: &mut Context) -> (&'static str, Head) {
    let count = renderer.maker.linker.site.posts.len().min(5);
    context.insert_value("latest", view::items(&renderer.shared, 0..count));
    let mut head = Head::titled("not_found", renderer.text("not_found_title"));
    head.noindex = true;
    ("not_found.html", head)
}

const fn kind_word(kind: TermKind) -> &'static str {
    match kind {
        TermKind::Tag => "tags",
        TermKind::Author => "authors",
        TermKind::Network => "networks",
    }
}

/// `posts` of `None` means all, so that no list of all is made.
fn paginator(
    renderer: &Renderer<'_>,
    first_url: &UrlPath,
    number: usize,
    posts: Option<&[PostId]>,
) -> Value {
    let linker = &renderer.maker.linker;
    let by = linker.site.config.paginate_by;
    let total = posts.map_or(linker.site.posts.len(), <[PostId]>::len);
    let pages = page_count(total, by);
    let range = ((number - 1) * by).min(total)..(number * by).min(total);
    let items = match posts {
        Some(posts) => view::items(&renderer.shared, posts[range.clone()].iter().copied()),
        None => view::items(&renderer.shared, range.clone()),
    };
    let url = |number: usize| {
        renderer
            .maker
            .href(&linker.routes.list_page(first_url, number))
    };
    let mut object = Object::new();
    object
        .set("items", items)
        .set("number", number)
        .set("pages", pages)
        .set("total", total)
        .set("first", if total == 0 { 0 } else { range.start + 1 })
        .set("last", range.end)
        .set("previous_url", (number > 1).then(|| url(number - 1)))
        .set("next_url", (number < pages).then(|| url(number + 1)))
        .set("links", page_links(number, pages, &url));
    object.done()
}

/// The first and last page and those around the current one, with gaps.
fn page_links(number: usize, pages: usize, url: &dyn Fn(usize) -> String) -> Vec<Value> {
    let mut shown: Vec<usize> = [
        1,
        2,
        number.saturating_sub(1),
        number,
        number + 1,
        pages.saturating_sub(1),
        pages,
    ]
    .into_iter()
    .filter(|page| (1..=pages).contains(page))
    .collect();
    shown.sort_unstable();
    shown.dedup();
    let mut links = Vec::new();
    let mut before = 0;
    for page in shown {
        let mut object = Object::new();
        if page > before + 1 {
            let mut gap = Object::new();
            gap.set("gap", true)
                .set("number", Value::none())
                .set("url", Value::none())
                .set("current", false);
            links.push(gap.done());
        }
        object
            .set("gap", false)
            .set("number", page)
            .set("url", url(page))
            .set("current", page == number);
        links.push(object.done());
        before = page;
    }
    links
}

/// `current`: the page's own address and head.
fn current(renderer: &Renderer<'_>, entry: &Entry, head: &Head) -> Value {
    let maker = &renderer.maker;
    let shared = &renderer.shared;
    let feeds = match head.scope {
        Some(Scope::Term(kind, index)) => shared.feeds[slot(kind)][index].clone(),
        _ => Value::from(shared.site_feeds.as_slice()),
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
            linker.routes.term(*kind, *index).clone(),
            *number,
            site.terms.of(*kind)[*index].posts.len(),
        )),
        _ => None,
    };
    let neighbour = |step: isize| {
        let (first, number, total) = list.as_ref()?;
        let other = number.checked_add_signed(step)?;
        let exists = (1..=page_count(*total, site.config.paginate_by)).contains(&other);
        exists.then(|| maker.href(&linker.routes.list_page(first, other)))
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
        object
            .set("lang", lang)
            .set("url", maker.absolute(&maker.linker.routes.posts[id]));
        object.done()
    };
    std::iter::once(id).chain(others).map(link).collect()
}
