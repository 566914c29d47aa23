//! Terms as templates see them: profiles, and the index A–Ö.

use tera::Value;

use crate::parse::document::{Profile, TermKind};
use crate::routes::Scope;

use super::super::body::Place;
use super::{Maker, Object, Shared};

/// A term's own page, and the box about an author below a post.
pub(in crate::render) fn profile(maker: &Maker<'_>, kind: TermKind, index: usize) -> Value {
    let term = &maker.linker.site.terms.of(kind)[index];
    let url = maker.linker.routes.permalinks.term(kind, index);
    let profile = term.profile.as_deref();
    let text = |field: fn(&Profile) -> Option<&str>| profile.and_then(field);
    let mut object = Object::new();
    object
        .set(
            "id",
            profile.map_or(term.slug.as_str(), |profile| profile.id.as_str()),
        )
        .set("name", term.name.as_str())
        .set("url", maker.href(url))
        .set("slug", term.slug.as_str())
        .set("initials", initials(&term.name))
        .set("count", term.posts.len())
        .set("role", text(|profile| profile.role.as_deref()))
        .set(
            "organisation",
            text(|profile| profile.organisation.as_deref()),
        )
        .set("short", text(|profile| profile.short.as_deref()))
        .set(
            "image",
            maker.image(profile.and_then(|profile| profile.image.as_ref())),
        )
        .set("email", text(|profile| profile.email.as_deref()))
        .set("phone", text(|profile| profile.phone.as_deref()))
        .set("website", text(|profile| profile.url.as_deref()))
        .html(
            "content",
            &profile.map_or_else(String::new, |profile| {
                maker.linker.fill(&profile.body, url, Place::Elsewhere)
            }),
        )
        .set(
            "extra",
            profile.map_or_else(Value::none, |profile| {
                Value::from_serializable(&profile.extra)
            }),
        )
        .set("period", period(profile))
        .set("partnerships", partnerships(profile))
        .set("feeds", maker.feeds(Scope::Term(kind, index)));
    maker.language(
        profile
            .and_then(|profile| profile.lang.as_ref())
            .map(|lang| lang.value.as_str()),
        &mut object,
    );
    object.done()
}

/// The first letters of the first and the last word, for a monogram: `ÅE`.
fn initials(name: &str) -> String {
    let first = |word: &str| word.chars().find(|letter| letter.is_alphanumeric());
    let mut letters = name.split_whitespace().filter_map(first);
    let ends = [letters.next(), letters.next_back()];
    ends.into_iter()
        .flatten()
        .flat_map(char::to_uppercase)
        .collect()
}

/// `[{letter, terms}]`, in the order of the site's language.
pub(in crate::render) fn term_groups(
    maker: &Maker<'_>,
    shared: &Shared<'_>,
    kind: TermKind,
) -> Value {
    let mut groups: Vec<(String, Vec<Value>)> = Vec::new();
    for (index, term) in maker.linker.site.terms.of(kind).iter().enumerate() {
        let letter = maker.locale.index_letter(&term.name);
        let value = shared.term(kind, index).clone();
        match groups.last_mut() {
            Some((last, terms)) if *last == letter => terms.push(value),
            _ => groups.push((letter, vec![value])),
        }
    }
    let groups = groups.into_iter().map(|(letter, terms)| {
        let mut object = Object::new();
        object.set("letter", letter).set("terms", terms);
        object.done()
    });
    Value::from(groups.collect::<Vec<Value>>())
}

fn period(profile: Option<&crate::parse::document::Profile>) -> Value {
    let Some(period) = profile.and_then(|profile| profile.period) else {
        return Value::none();
    };
    let mut object = Object::new();
    object
        .set("from", period.from.map(|year| year.to_string()))
        .set("to", period.to.map(|year| year.to_string()));
    object.done()
}

fn partnerships(profile: Option<&crate::parse::document::Profile>) -> Value {
    let partnerships = profile.map_or(&[][..], |profile| &profile.partnerships);
    let list = partnerships.iter().map(|partnership| {
        let mut object = Object::new();
        object
            .set("partners", partnership.partners.clone())
            .set("countries", partnership.countries.clone())
            .set("themes", partnership.themes.clone());
        object.done()
    });
    Value::from(list.collect::<Vec<Value>>())
}
