//! Pages: which template, and what it gets.

mod head;
mod lists;

use tera::{Context, Value};

use crate::diagnostic::Diagnostic;
use crate::parse::document::TermKind;
use crate::path::UrlPath;
use crate::routes::{Entry, Route, Scope};
use crate::site::PostId;

use super::Renderer;
use super::view::{self, Object};

pub(super) use head::Head;
use head::{ListPage, alternate_links, current};
use lists::{archive, archive_year, paginator};

/// Renders a page of any kind.
pub(super) fn render(renderer: &Renderer<'_>, entry: &Entry) -> Result<Vec<u8>, Box<Diagnostic>> {
    let mut context = Context::new();
    for (key, value) in renderer.shared.globals() {
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
        Route::Statement => statement(renderer, &mut context),
        Route::Redirect(target, _, _) => redirect(renderer, target, &mut context),
        Route::Search => search(renderer, entry, &mut context),
        _ => not_found(renderer, &mut context),
    };
    context.insert_value("current", current(renderer, entry, &head));
    let mut bytes = Vec::with_capacity(16 * 1024);
    renderer.theme.render(template, &context, &mut bytes)?;
    Ok(bytes)
}

impl Renderer<'_> {
    pub(super) fn text(&self, key: &str) -> String {
        self.maker.locale.format(key, &[])
    }

    fn kind_title(&self, kind: TermKind) -> String {
        self.text(kind.plural())
    }
}

fn home(renderer: &Renderer<'_>, number: usize, context: &mut Context) -> (&'static str, Head) {
    let site = renderer.maker.linker.site;
    // Overviews stand on the first page only, so that the pages together stay as large
    // as the content.
    let first = number == 1;
    let latest = renderer
        .shared
        .corrections()
        .iter()
        .take(if first { 3 } else { 0 });
    let latest =
        latest.map(|&(id, index)| view::correction(&renderer.maker, &renderer.shared, id, index));
    context.insert_value("corrections", Value::from(latest.collect::<Vec<Value>>()));
    let overview = |kind: TermKind| match first {
        true => Value::from(renderer.shared.terms(kind)),
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
    head.list = Some(ListPage {
        first: UrlPath::root(),
        number,
        total: site.posts.len(),
    });
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
    head.noindex = entry.unpublished.is_some();
    head.image = renderer.maker.image(entry.post.meta.image.as_ref());
    let lang = entry.post.placement.lang.as_ref();
    head.lang = lang.map(|lang| lang.value.clone());
    head.dates = Some(view::published(entry));
    head.alternates = alternate_links(renderer, id);
    if let Some(&network) = entry.terms(TermKind::Network).first() {
        let term = &site.terms.of(TermKind::Network)[network];
        head.scope = Some(Scope::Term(TermKind::Network, network));
        let url = renderer
            .maker
            .linker
            .routes
            .permalinks
            .term(TermKind::Network, network);
        head.breadcrumbs.push((term.name.clone(), url.clone()));
    } else if let Some(&author) = entry.terms(TermKind::Author).first() {
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
    head.noindex = entry.unpublished.is_some();
    head.image = renderer.maker.image(entry.page.image.as_ref());
    head.lang = entry.page.lang.as_ref().map(|lang| lang.value.clone());
    ("page.html", head)
}

fn terms(renderer: &Renderer<'_>, kind: TermKind, context: &mut Context) -> (&'static str, Head) {
    context.insert_value("kind", Value::from(kind.plural()));
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
    let first = linker.routes.permalinks.term(kind, index);
    context.insert_value("kind", Value::from(kind.plural()));
    context.insert_value("term", renderer.shared.profile(kind, index).clone());
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
    head.list = Some(ListPage {
        first: first.clone(),
        number,
        total: term.posts.len(),
    });
    if let Some(url) = linker.routes.permalinks.index(kind) {
        head.breadcrumbs
            .push((renderer.kind_title(kind), url.clone()));
    }
    ("term.html", head)
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
    for kind in TermKind::SHOWN {
        let lists = site
            .terms
            .of(kind)
            .iter()
            .enumerate()
            .filter_map(|(index, term)| {
                let feeds = maker.feeds(Scope::Term(kind, index));
                let mut object = Object::new();
                let url = maker.href(maker.linker.routes.permalinks.term(kind, index));
                object.set("name", term.name.as_str()).set("url", url);
                (!feeds.is_empty()).then(|| {
                    object.set("feeds", feeds);
                    object.done()
                })
            });
        let title = format!("subscribe_{}", kind.plural());
        group(&title, Vec::new(), lists.collect());
    }
    context.insert_value("groups", Value::from(groups));
    (
        "subscribe.html",
        Head::titled("subscribe", renderer.text("subscribe")),
    )
}

fn search(renderer: &Renderer<'_>, entry: &Entry, context: &mut Context) -> (&'static str, Head) {
    context.insert_value("index", Value::from(renderer.maker.href(&entry.url)));
    (
        "search.html",
        Head::titled("search", renderer.text("search_title")),
    )
}

fn corrections(renderer: &Renderer<'_>, context: &mut Context) -> (&'static str, Head) {
    let all = renderer.shared.corrections().iter();
    let all =
        all.map(|&(id, index)| view::correction(&renderer.maker, &renderer.shared, id, index));
    context.insert_value("corrections", Value::from(all.collect::<Vec<Value>>()));
    (
        "corrections.html",
        Head::titled("corrections", renderer.text("corrections")),
    )
}

fn statement(renderer: &Renderer<'_>, context: &mut Context) -> (&'static str, Head) {
    let statement = renderer.maker.linker.site.config.accessibility.as_ref();
    let value = statement.map_or_else(Value::none, |statement| {
        view::statement(&renderer.maker, statement)
    });
    context.insert_value("statement", value);
    let service = statement.map_or("", |statement| &statement.service);
    let title = renderer
        .maker
        .locale
        .format("statement_title", &[("service", service)]);
    ("accessibility.html", Head::titled("accessibility", title))
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
