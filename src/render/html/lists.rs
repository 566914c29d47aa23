//! Lists of posts: pages of a list, and the archive.

use tera::{Context, Value};

use crate::path::UrlPath;
use crate::routes::page_count;
use crate::site::PostId;

use super::super::Renderer;
use super::super::view::{self, Object};
use super::head::Head;

pub(super) fn archive(renderer: &Renderer<'_>, context: &mut Context) -> (&'static str, Head) {
    let site = renderer.maker.linker.site;
    let years = renderer
        .maker
        .linker
        .routes
        .permalinks
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

pub(super) fn archive_year(
    renderer: &Renderer<'_>,
    year: i16,
    context: &mut Context,
) -> (&'static str, Head) {
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
    let place = routes
        .permalinks
        .years
        .iter()
        .position(|(other, _)| *other == year);
    let neighbour = |place: Option<usize>| {
        let Some((year, url)) = place.and_then(|place| routes.permalinks.years.get(place)) else {
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
    if let Some(url) = &routes.permalinks.archive {
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

/// `posts` of `None` means all, so that no list of all is made.
pub(super) fn paginator(
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
            .href(&linker.routes.permalinks.list_page(first_url, number))
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
