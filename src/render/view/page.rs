//! A post's or a page's own view.

use tera::Value;

use crate::parse::document::{CommentState, Heading, TermKind};
use crate::path::{UrlPath, encode_fragment};
use crate::site::{PostEntry, PostId, permanent_id};

use super::super::body::Place;
use super::shared::{comment_state, rules_url};
use super::{Maker, Object, Shared, items};

/// `page` of post.html.
pub(in crate::render) fn post(maker: &Maker<'_>, shared: &Shared<'_>, id: PostId) -> Value {
    let site = maker.linker.site;
    let entry = &site.posts[id];
    let (post, url) = (&entry.post, &maker.linker.routes.permalinks.posts[id]);
    let neighbour = |id: Option<PostId>| id.map_or_else(Value::none, |id| shared.item(id).clone());
    let profiles: Vec<Value> = entry
        .terms(TermKind::Author)
        .iter()
        .map(|&index| shared.profile(TermKind::Author, index).clone())
        .collect();
    let responsible = post
        .meta
        .responsible
        .as_ref()
        .or(site.config.responsible.as_ref());
    let contact = post.meta.contact.as_ref().or(site.config.contact.as_ref());
    let aliases: Vec<&str> = post
        .placement
        .aliases
        .iter()
        .map(|alias| alias.value.as_str())
        .collect();
    let mut object = Object::extending(shared.item(id));
    object
        .html(
            "content",
            &maker
                .linker
                .fill_page(&post.body, url, post.meta.image.is_none()),
        )
        .set("summary_derived", post.meta.summary.is_none())
        .set("toc", toc(&post.body.headings))
        .set("id", permanent_id(post, &site.config))
        .set("earlier", neighbour(site.earlier(id)))
        .set("later", neighbour(site.later(id)))
        .set("related", items(shared, site.related(id)))
        .set("comments", comments(maker, entry, url))
        .set("responsible", maker.person(responsible))
        .set("contact", maker.person(contact))
        .set("cta", call_to_action(maker, entry))
        .set("corrections", corrections(maker, id))
        .set("author_profiles", profiles)
        .set("aliases", aliases)
        .set("extra", Value::from_serializable(&post.meta.extra))
        .set("translations", translations(maker, entry))
        .set("report_mailto", report_mailto(maker, entry, url))
        .set("in_networks", in_networks(maker, shared, id))
        .set("citation", citation(maker, entry, url))
        .set(
            "share_mailto",
            mailto("", &post.meta.title.value, &maker.absolute(url)),
        );
    object.done()
}

/// `page` of page.html.
pub(in crate::render) fn page(maker: &Maker<'_>, index: usize) -> Value {
    let entry = &maker.linker.site.pages[index];
    let (page, url) = (&entry.page, &maker.linker.routes.permalinks.pages[index]);
    let mut object = Object::new();
    object
        .set("title", page.title.value.as_str())
        .set("url", maker.href(url))
        .set("permalink", maker.absolute(url))
        .set(
            "summary",
            page.summary.as_ref().map(|summary| summary.value.as_str()),
        )
        .set("updated", maker.optional_date(page.updated.as_ref()))
        .set(
            "valid_until",
            maker.optional_date(page.valid_until.as_ref()),
        )
        .html(
            "content",
            &maker
                .linker
                .fill_page(&page.body, url, page.image.is_none()),
        )
        .set("toc", toc(&page.body.headings))
        .set("image", maker.image(page.image.as_ref()))
        .set("extra", Value::from_serializable(&page.extra))
        .set("withheld", entry.unpublished.map(|reason| reason.as_str()));
    maker.language(
        page.lang.as_ref().map(|lang| lang.value.as_str()),
        &mut object,
    );
    object.done()
}

/// `{date, html, post}` of one correction, for the list of all.
pub(in crate::render) fn correction(
    maker: &Maker<'_>,
    shared: &Shared<'_>,
    id: PostId,
    index: usize,
) -> Value {
    let correction = &maker.linker.site.posts[id].post.meta.corrections[index];
    let url = &maker.linker.routes.permalinks.posts[id];
    let mut object = Object::new();
    object
        .set("date", maker.date(&correction.date))
        .html(
            "html",
            &maker.linker.fill(&correction.text, url, Place::Elsewhere),
        )
        .set("post", shared.item(id).clone());
    object.done()
}

/// Headings as a tree: `[{level, id, title, children}]`.
fn toc(headings: &[Heading]) -> Value {
    let mut rest = headings;
    let mut entries = Vec::new();
    while let Some((first, after)) = rest.split_first() {
        let children = after
            .iter()
            .take_while(|heading| heading.level > first.level)
            .count();
        let (below, next) = after.split_at(children);
        let mut object = Object::new();
        object
            .set("level", u32::from(first.level))
            .set("id", first.id.as_str())
            .set("href", format!("#{}", encode_fragment(&first.id)))
            .html("title", &first.html)
            .set("children", toc(below));
        entries.push(object.done());
        rest = next;
    }
    Value::from(entries)
}

fn corrections(maker: &Maker<'_>, id: PostId) -> Vec<Value> {
    let url = &maker.linker.routes.permalinks.posts[id];
    let corrections = &maker.linker.site.posts[id].post.meta.corrections;
    let view = |correction: &crate::parse::document::Correction| {
        let mut object = Object::new();
        object.set("date", maker.date(&correction.date)).html(
            "html",
            &maker.linker.fill(&correction.text, url, Place::Own),
        );
        object.done()
    };
    corrections.iter().map(view).collect()
}

fn comments(maker: &Maker<'_>, entry: &PostEntry, url: &UrlPath) -> Value {
    let config = &maker.linker.site.config.comments;
    let meta = &entry.post.meta;
    let state = comment_state(maker.linker.site, entry);
    let own = meta.comments.as_ref();
    let archived = if state == CommentState::Archived {
        meta.archived.as_slice()
    } else {
        &[]
    };
    let list = archived.iter().map(|comment| {
        let mut object = Object::new();
        object
            .set("name", comment.name.as_str())
            .set("date", maker.date(&comment.date))
            .html("html", &paragraphs(&comment.text));
        object.done()
    });
    let list: Vec<Value> = list.collect();
    let mailto = config
        .email
        .as_deref()
        .filter(|_| state == CommentState::Mailto)
        .map(|email| {
            let subject = maker
                .locale
                .format("comments_mailto_subject", &[("title", &meta.title.value)]);
            mailto(email, &subject, &maker.absolute(url))
        });
    let state = match state {
        CommentState::Off => "off",
        CommentState::Closed => "closed",
        CommentState::Archived => "archived",
        CommentState::Mailto => "mailto",
        CommentState::Thread => "thread",
    };
    let mut object = Object::new();
    object
        .set("state", state)
        .set(
            "closed_on",
            maker.optional_date(own.and_then(|comments| comments.closed_on.as_ref())),
        )
        .set(
            "thread",
            own.and_then(|comments| comments.thread.as_deref()),
        )
        .set("mailto", mailto)
        .set("count", list.len())
        .set("list", list)
        .set("rules_url", rules_url(maker));
    object.done()
}

fn call_to_action(maker: &Maker<'_>, entry: &PostEntry) -> Value {
    let Some(cta) = &entry.post.meta.cta else {
        return Value::none();
    };
    let url = maker.written(&cta.url.value);
    let mut object = Object::new();
    object
        .set("text", cta.text.as_str())
        .set("url", url)
        .set("deadline", maker.optional_date(cta.deadline.as_ref()))
        .set("past", entry.deadline_is_past);
    object.done()
}

/// Other languages of the same text: `[{lang, name, title, url}]`.
fn translations(maker: &Maker<'_>, entry: &PostEntry) -> Vec<Value> {
    let site = maker.linker.site;
    let default = site.config.language.as_str();
    site.translations(entry)
        .into_iter()
        .map(|id| {
            let other = &site.posts[id].post;
            let lang = other
                .placement
                .lang
                .as_ref()
                .map_or(default, |lang| lang.value.as_str());
            let mut object = Object::new();
            object
                .set("lang", lang)
                .set("name", crate::locale::language_name(lang))
                .set("title", other.meta.title.value.as_str())
                .set("url", maker.href(&maker.linker.routes.permalinks.posts[id]));
            object.done()
        })
        .collect()
}

/// The posts before and after it in each of its networks: `[{network, earlier, later}]`.
fn in_networks(maker: &Maker<'_>, shared: &Shared, id: PostId) -> Vec<Value> {
    let networks = maker.linker.site.terms.of(TermKind::Network);
    let near = |&index: &usize| {
        // Newest first, so the order of ids.
        let posts = &networks[index].posts;
        let at = posts.binary_search(&id).ok()?;
        let item = |at: Option<usize>| {
            let other = at.and_then(|at| posts.get(at));
            other.map_or_else(Value::none, |&other| shared.item(other).clone())
        };
        let mut object = Object::new();
        object
            .set("network", shared.term(TermKind::Network, index).clone())
            .set("earlier", item(at.checked_add(1)))
            .set("later", item(at.checked_sub(1)));
        Some(object.done())
    };
    let own = maker.linker.site.posts[id].terms(TermKind::Network);
    own.iter().filter_map(near).collect()
}

/// How to refer to a post, in one line of plain text.
fn citation(maker: &Maker<'_>, entry: &PostEntry, url: &UrlPath) -> String {
    let site = maker.linker.site;
    let authors = site.terms.of(TermKind::Author);
    let names: Vec<&str> = entry
        .terms(TermKind::Author)
        .iter()
        .map(|&index| authors[index].name.as_str())
        .collect();
    let day = entry.post.placement.date.civil.date();
    maker.locale.format(
        "citation",
        &[
            ("authors", &maker.locale.join(&names)),
            ("year", &day.year().to_string()),
            ("title", &entry.post.meta.title.value),
            ("site", &site.config.title),
            ("date", &maker.locale.date_long(day)),
            ("url", &maker.absolute(url)),
        ],
    )
}

fn report_mailto(maker: &Maker<'_>, entry: &PostEntry, url: &UrlPath) -> Option<String> {
    let config = &maker.linker.site.config;
    let post = &entry.post.meta;
    let people = [
        post.contact.as_ref(),
        config.contact.as_ref(),
        post.responsible.as_ref(),
        config.responsible.as_ref(),
    ];
    let email = people
        .into_iter()
        .flatten()
        .find_map(|person| person.email.as_deref())?;
    let subject = maker
        .locale
        .format("report_error_subject", &[("title", &post.title.value)]);
    Some(mailto(email, &subject, &maker.absolute(url)))
}

/// RFC 6068; everything that could end a header is encoded.
fn mailto(email: &str, subject: &str, body: &str) -> String {
    let encode = |text: &str| {
        percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
    };
    let address: String = email
        .chars()
        .filter(|c| !c.is_control() && !matches!(c, '?' | '&' | '#' | '%' | ' '))
        .collect();
    format!(
        "mailto:{address}?subject={}&body={}",
        encode(subject),
        encode(body)
    )
}

/// Plain text as paragraphs; an empty line separates them.
fn paragraphs(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let paragraphs = text
        .split("\n\n")
        .map(str::trim)
        .filter(|paragraph| !paragraph.is_empty());
    paragraphs
        .map(|paragraph| {
            let lines = quick_xml::escape::escape(paragraph);
            format!("<p>{}</p>", lines.replace('\n', "<br>"))
        })
        .collect()
}

/// The day or instant for `article:published_time`.
pub(in crate::render) fn published(entry: &PostEntry) -> (String, String) {
    (entry.post.placement.date.iso(), entry.modified.iso())
}
