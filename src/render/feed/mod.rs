//! Feeds: RSS 2.0, Atom 1.0 and JSON Feed 1.1, for the site and for each term.
//!
//! Owns what is in a feed and its dates: they come from content, never from the
//! clock. An item is the same in every feed, so each is made once and shared. Must
//! never know templates.

mod atom;
mod json;
mod rss;
mod xml;

use std::borrow::Cow;
use std::sync::OnceLock;

use quick_xml::escape::escape;

use crate::locale::fill;
use crate::parse::document::{Date, TermKind};
use crate::path::UrlPath;
use crate::routes::{FeedFormat, Scope, feed_formats, has_feed};
use crate::site::{PostEntry, PostId};
use crate::theme::Theme;

use super::body::Place;
use super::view::{Maker, summary};

pub(super) use xml::{Element, legal};

/// Categories of an item: a post with thousands of tags would else be repeated, with
/// all of them, in the feeds of each.
const CATEGORIES: usize = 30;

/// Each post's item in each format, made when the first feed holds it.
#[derive(Debug, Default)]
pub(super) struct Fragments(Vec<OnceLock<Fragment>>);

/// One post's item; empty in formats that the site doesn't publish.
#[derive(Debug, Default)]
struct Fragment {
    /// The post's text, escaped for XML: by far the largest part, and the same in RSS
    /// and Atom.
    content: String,
    rss: Around,
    atom: Around,
    json: String,
}

/// An item in XML, but for the post's text between these.
#[derive(Debug, Default)]
struct Around {
    before: Vec<u8>,
    after: Vec<u8>,
}

impl Fragment {
    fn xml<'a>(&'a self, around: &'a Around) -> [&'a [u8]; 3] {
        [&around.before, self.content.as_bytes(), &around.after]
    }
}

impl Fragments {
    /// Room for the items of so many posts.
    pub(super) fn new(posts: usize) -> Self {
        Self(std::iter::repeat_with(OnceLock::new).take(posts).collect())
    }

    fn get(&self, maker: &Maker<'_>, id: PostId) -> &Fragment {
        self.0[id].get_or_init(|| {
            let item = Item::new(maker, id);
            let mut made = Fragment::default();
            for format in feed_formats(maker.linker.site) {
                match format {
                    FeedFormat::Rss => made.rss = rss::item(&item),
                    FeedFormat::Atom => made.atom = atom::entry(maker, &item),
                    FeedFormat::Json => made.json = json::item(&item),
                }
            }
            if !(made.rss.before.is_empty() && made.atom.before.is_empty()) {
                made.content = escape(item.content.unwrap_or_default()).into_owned();
            }
            made
        })
    }
}

/// Every scope that has feeds: the site, then terms A–Ö.
pub(super) fn scopes(maker: &Maker<'_>) -> Vec<Scope> {
    let site = maker.linker.site;
    let terms = TermKind::SHOWN
        .into_iter()
        .flat_map(|kind| (0..site.terms.of(kind).len()).map(move |index| Scope::Term(kind, index)));
    std::iter::once(Scope::Site)
        .chain(terms)
        .filter(|&scope| has_feed(site, scope))
        .collect()
}

/// Renders one feed.
pub(super) fn render(
    maker: &Maker<'_>,
    theme: &Theme,
    fragments: &Fragments,
    scope: Scope,
    format: FeedFormat,
) -> Vec<u8> {
    let channel = Channel::new(maker, theme, scope, format);
    let items: Vec<&Fragment> = (channel.posts.iter())
        .map(|&id| fragments.get(maker, id))
        .collect();
    match format {
        FeedFormat::Rss => rss::render(&channel, &items),
        FeedFormat::Atom => atom::render(&channel, &items),
        FeedFormat::Json => json::render(maker, &channel, &items),
    }
}

/// What a feed says of itself.
struct Channel {
    title: String,
    description: String,
    /// The page it belongs to, absolute.
    home: String,
    /// Its own address.
    own: String,
    posts: Vec<PostId>,
    /// The newest change in it; feeds of an empty site have none.
    updated: Option<Date>,
    /// The site's language where feed readers accept it (RSS 2.0, RFC 4287).
    language: Option<String>,
    /// The style sheet for people who open it in a browser.
    style: Option<String>,
}

impl Channel {
    fn new(maker: &Maker<'_>, theme: &Theme, scope: Scope, format: FeedFormat) -> Self {
        let site = maker.linker.site;
        let routes = maker.linker.routes;
        let (home, about) = match scope {
            Scope::Site => (UrlPath::root(), None),
            Scope::Term(kind, index) => {
                let profile = site.terms.of(kind)[index].profile.as_ref();
                (
                    routes.permalinks.term(kind, index).clone(),
                    profile.and_then(|profile| profile.short.clone()),
                )
            }
        };
        let title = maker.feed_title(scope);
        let site_description =
            Some(site.config.description.clone()).filter(|text| !text.is_empty());
        let description = about.or(site_description).unwrap_or_else(|| title.clone());
        let posts = posts(maker, scope);
        let updated = posts
            .iter()
            .map(|&id| &site.posts[id].modified)
            .max_by_key(|date| date.instant)
            .cloned();
        let style = theme.asset("feed.css").map(|asset| maker.href(&asset.url));
        Self {
            title,
            description,
            home: maker.absolute(&home),
            own: maker.absolute(&routes.permalinks.feed(scope, format)),
            posts,
            updated,
            language: valid_language(&site.config.language),
            style,
        }
    }
}

/// One post, ready for any format.
struct Item<'a> {
    entry: &'a PostEntry,
    url: String,
    id: String,
    title: String,
    summary: String,
    /// Whole HTML with absolute addresses, where the site publishes it in feeds.
    content: Option<String>,
    authors: Vec<(String, String)>,
    categories: Vec<(String, String)>,
    image: Option<Enclosure>,
    language: Option<String>,
}

/// The post's image.
struct Enclosure {
    url: String,
    mime: &'static str,
    /// In bytes; unknown of a version, which may not have been made yet.
    len: Option<u64>,
    alt: String,
}

impl<'a> Item<'a> {
    fn new(maker: &Maker<'a>, id: PostId) -> Self {
        let site = maker.linker.site;
        let entry = &site.posts[id];
        let post = &entry.post;
        let own = &maker.linker.routes.permalinks.posts[id];
        let named = |kind: TermKind| {
            entry.terms(kind).iter().map(move |&index| {
                let url = maker.absolute(maker.linker.routes.permalinks.term(kind, index));
                (legal(site.terms.of(kind)[index].name.as_str()), url)
            })
        };
        let language = post.placement.lang.as_ref().map(|lang| lang.value.clone());
        let content = site
            .config
            .feeds
            .full_content
            .then(|| content(maker, id, own));
        Self {
            entry,
            url: maker.absolute(own),
            id: crate::site::permanent_id(post, &site.config),
            title: legal(post.meta.title.value.as_str()),
            summary: legal(summary(entry)),
            content,
            authors: named(TermKind::Author).collect(),
            categories: named(TermKind::Network)
                .chain(named(TermKind::Tag))
                .take(CATEGORIES)
                .collect(),
            image: enclosure(maker, entry),
            language,
        }
    }

    /// The language, where it differs from the site's and feed readers accept it.
    fn other_language(&self) -> Option<String> {
        self.language.as_deref().and_then(valid_language)
    }
}

/// The post's text for readers elsewhere: corrections on top, as readers of a feed
/// would otherwise not see them, and the language marked.
fn content(maker: &Maker<'_>, id: PostId, own: &UrlPath) -> String {
    let site = maker.linker.site;
    let post = &site.posts[id].post;
    let mut html = String::new();
    for correction in &post.meta.corrections {
        let day = maker.locale.date_long(correction.date.civil.date());
        let text = maker.linker.fill(&correction.text, own, Place::Feed);
        let line = escape(maker.locale.text("feed_correction").unwrap_or_default());
        let line = fill(&line, |name| match name {
            "date" => Some(escape(&day)),
            "text" => Some(Cow::Borrowed(text.as_str())),
            _ => None,
        });
        html.push_str(&format!("<p>{line}</p>\n"));
    }
    html.push_str(&maker.linker.fill(&post.body, own, Place::Feed));
    let html = match &post.placement.lang {
        Some(lang) if !lang.value.eq_ignore_ascii_case(&site.config.language) => {
            let dir = crate::locale::direction_of(&lang.value).as_str();
            format!(
                "<div lang=\"{}\" dir=\"{dir}\">\n{html}</div>\n",
                lang.value
            )
        }
        _ => html,
    };
    legal(html)
}

fn enclosure(maker: &Maker<'_>, entry: &PostEntry) -> Option<Enclosure> {
    let picture = entry.post.meta.image.as_ref()?;
    let path = maker.linker.picture(&picture.target.value)?;
    let single = maker.linker.single(&path)?;
    Some(Enclosure {
        url: maker.absolute(&single.url),
        mime: single.mime?,
        len: single.len,
        alt: legal(picture.alt.as_str()),
    })
}

/// The newest posts of a scope, as many as the site's feeds hold.
fn posts(maker: &Maker<'_>, scope: Scope) -> Vec<PostId> {
    let site = maker.linker.site;
    let limit = site.config.feeds.limit;
    match scope {
        Scope::Site => (0..site.posts.len().min(limit)).collect(),
        Scope::Term(kind, index) => site.terms.of(kind)[index]
            .posts
            .iter()
            .copied()
            .take(limit)
            .collect(),
    }
}

/// Feed validators know the languages of ISO 639-1 and most of the common three-letter
/// ones; `fit` and the varieties of Romani are refused, and then it is better left out.
fn valid_language(tag: &str) -> Option<String> {
    let primary = tag.split('-').next().unwrap_or(tag);
    let refused = [
        "fit", "rmf", "rmn", "rmu", "rmy", "rmc", "rml", "rmo", "rmw",
    ];
    (!refused.contains(&primary.to_ascii_lowercase().as_str())).then(|| tag.to_owned())
}
