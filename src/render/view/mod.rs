//! The data contract with themes (api 1): what a template gets, and nothing else.
//!
//! Owns the turning of the site into template values. Each entity is turned once and
//! shared: values are reference-counted, and no template gets all posts. Must never
//! know how a template uses them. `docs/themes.md` documents every field.

mod page;
mod shared;
mod statement;
mod terms;

use std::collections::BTreeMap;

use tera::Value;
use tera::value::Key;

use crate::locale::Locale;
use crate::parse::document::{Date, Person, Picture, TermKind};
use crate::path::{UrlPath, encode_address, encode_tail};
use crate::routes::{self, FeedFormat, Scope};
use crate::site::PostId;

use super::body::{Linker, Place};

pub(super) use page::{correction, page, post, published};
pub use shared::Values;
pub(super) use shared::{Shared, cut, summary};
pub(super) use statement::statement;
pub(super) use terms::term_groups;

/// The names of all that templates get, each on some page.
pub const TEMPLATE_DATA: &[&str] = &[
    "config",
    "lang",
    "dir",
    "generator",
    "urls",
    "feeds",
    "current",
    "page",
    "paginator",
    "networks",
    "authors",
    "corrections",
    "kind",
    "groups",
    "total",
    "term",
    "years",
    "months",
    "year",
    "count",
    "earlier",
    "later",
    "index",
    "statement",
    "target",
    "target_permalink",
    "title",
    "latest",
];

/// A map for templates, with the order in which it was filled.
///
/// The engine hashes the keys when it takes the map over; until then they are a list.
#[derive(Default)]
pub(super) struct Object(Vec<(&'static str, Value)>);

/// A key and its place, by which keys are ordered.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Placed(usize, &'static str);

impl From<Placed> for Key<'static> {
    fn from(key: Placed) -> Self {
        Key::Str(key.1)
    }
}

impl Object {
    pub(super) fn new() -> Self {
        Self(Vec::with_capacity(20))
    }

    /// From a value that is a map already, as [`Object::done`] makes them.
    pub(super) fn extending(value: &Value) -> Self {
        let fields = value.as_map().into_iter().flatten();
        let mut fields: Vec<(&'static str, Value)> = fields
            .filter_map(|(key, value)| match key {
                Key::Str(key) => Some((*key, value.clone())),
                _ => None,
            })
            .collect();
        fields.reserve(20);
        Self(fields)
    }

    /// Sets a field that was not set before.
    pub(super) fn set(&mut self, key: &'static str, value: impl Into<Value>) -> &mut Self {
        debug_assert!(
            self.0.iter().all(|(other, _)| *other != key),
            "`{key}` twice"
        );
        self.0.push((key, value.into()));
        self
    }

    /// HTML that is not escaped again.
    pub(super) fn html(&mut self, key: &'static str, html: &str) -> &mut Self {
        self.set(key, Value::safe_string(html))
    }

    pub(super) fn done(self) -> Value {
        let fields = self.0.into_iter().enumerate();
        let fields = fields.map(|(place, (key, value))| (Placed(place, key), value));
        Value::from(fields.collect::<BTreeMap<Placed, Value>>())
    }
}

/// What views are made from.
#[derive(Clone, Copy)]
pub(super) struct Maker<'a> {
    pub(super) linker: Linker<'a>,
    pub(super) locale: &'a Locale,
}

impl Maker<'_> {
    pub(super) fn href(&self, url: &UrlPath) -> String {
        self.linker.address(url, Place::Own)
    }

    pub(super) fn absolute(&self, url: &UrlPath) -> String {
        self.linker.address(url, Place::Feed)
    }

    /// An address as a user wrote it: a path of the site gets the base path, a whole
    /// address of the site becomes one; all is encoded.
    pub(super) fn written(&self, address: &str) -> String {
        let own = self.linker.site.config.base_url.inside(address);
        let address = own.as_deref().unwrap_or(address);
        let end = address.find(['?', '#']).unwrap_or(address.len());
        let (path, tail) = address.split_at(end);
        match UrlPath::parse_link(path) {
            Ok(url) => self.href(&url) + &encode_tail(tail),
            Err(_) => encode_address(address),
        }
    }

    /// `{iso, long, year, month, day}`.
    pub(super) fn date(&self, date: &Date) -> Value {
        let day = date.civil.date();
        let mut object = Object::new();
        object
            .set("iso", date.iso())
            .set("long", self.locale.date_long(day))
            .set("year", format!("{:04}", day.year()))
            .set("month", format!("{:02}", day.month()))
            .set("day", format!("{:02}", day.day()));
        object.done()
    }

    pub(super) fn optional_date(&self, date: Option<&Date>) -> Value {
        date.map_or_else(Value::none, |date| self.date(date))
    }

    /// `{url, absolute, width, height, srcset, sources, sizes, alt, caption, credit,
    /// decorative}`.
    pub(super) fn image(&self, picture: Option<&Picture>) -> Value {
        let Some(picture) = picture else {
            return Value::none();
        };
        let linker = &self.linker;
        let source = linker.picture(&picture.target.value);
        let single = source.as_ref().and_then(|path| linker.single(path));
        let (Some(path), Some(single)) = (source, single) else {
            return Value::none();
        };
        let sources = linker.other_srcset(&path).map(|(mime, srcset)| {
            let mut object = Object::new();
            object.set("type", mime).set("srcset", srcset);
            object.done()
        });
        let mut object = Object::new();
        object
            .set("url", self.href(&single.url))
            .set("absolute", self.absolute(&single.url))
            .set("width", single.size.map(|(width, _)| width))
            .set("height", single.size.map(|(_, height)| height))
            .set("srcset", linker.own_srcset(&path))
            .set("sources", sources.into_iter().collect::<Vec<Value>>())
            .set("sizes", Value::from_serializable(linker.sizes))
            .set("alt", picture.alt.as_str())
            .set("caption", picture.caption.as_deref())
            .set("credit", picture.credit.as_deref())
            .set("decorative", picture.decorative);
        object.done()
    }

    /// `{name, role, email, phone}`.
    pub(super) fn person(&self, person: Option<&Person>) -> Value {
        let Some(person) = person else {
            return Value::none();
        };
        let mut object = Object::new();
        object
            .set("name", person.name.as_deref())
            .set("role", person.role.as_deref())
            .set("email", person.email.as_deref())
            .set("phone", person.phone.as_deref());
        object.done()
    }

    /// The language and direction of something, where they aren't the site's.
    pub(super) fn language(&self, lang: Option<&str>, object: &mut Object) {
        let lang =
            lang.filter(|lang| !lang.eq_ignore_ascii_case(&self.linker.site.config.language));
        object.set("lang", lang);
        object.set(
            "dir",
            lang.map(|lang| crate::locale::direction_of(lang).as_str()),
        );
    }

    /// `[{title, url, mime, kind}]` of one scope; empty if it has no feeds.
    pub(super) fn feeds(&self, scope: Scope) -> Vec<Value> {
        let site = self.linker.site;
        if !routes::has_feed(site, scope) {
            return Vec::new();
        }
        let formats = routes::feed_formats(site);
        formats
            .into_iter()
            .map(|format| self.feed(scope, format))
            .collect()
    }

    fn feed(&self, scope: Scope, format: FeedFormat) -> Value {
        let mut object = Object::new();
        object
            .set("title", self.feed_title(scope))
            .set(
                "url",
                self.href(&self.linker.routes.permalinks.feed(scope, format)),
            )
            .set("mime", format.mime())
            .set("kind", format.as_str());
        object.done()
    }

    /// For example `MR-bloggen: etiketten unga`.
    pub(super) fn feed_title(&self, scope: Scope) -> String {
        let site = self.linker.site;
        let title = site.config.title.as_str();
        let Scope::Term(kind, index) = scope else {
            return title.to_owned();
        };
        let key = match kind {
            TermKind::Tag => "feed_title_tag",
            TermKind::Author => "feed_title_author",
            TermKind::Network => "feed_title_network",
        };
        self.locale.format(
            key,
            &[("title", title), ("term", &site.terms.of(kind)[index].name)],
        )
    }
}

/// A post's items in a list, shared.
pub(super) fn items(shared: &Shared<'_>, ids: impl IntoIterator<Item = PostId>) -> Value {
    Value::from(
        ids.into_iter()
            .map(|id| shared.item(id).clone())
            .collect::<Vec<Value>>(),
    )
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::TEMPLATE_DATA;

    #[test]
    fn the_names_are_those_of_the_documentation() {
        let document = include_str!("../../../docs/themes.md");
        let sections = document.split("\n### ").skip(1);
        let of_templates = sections.filter(|section| {
            let heading = section.lines().next().unwrap_or_default();
            heading == "all templates" || heading.ends_with(".html")
        });
        let rows = of_templates.flat_map(|section| {
            section
                .split("\n## ")
                .next()
                .into_iter()
                .flat_map(str::lines)
        });
        let documented: BTreeSet<&str> = rows
            .filter_map(|row| row.strip_prefix("| `")?.split_once("` |"))
            .map(|(name, _)| name)
            .collect();
        assert_eq!(documented, TEMPLATE_DATA.iter().copied().collect());
    }
}
