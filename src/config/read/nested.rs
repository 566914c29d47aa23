//! The maps within site.yaml.

use super::super::{CommentSettings, Feeds, License, TaxonomyPaths};
use crate::decode::yaml::{Entry, Kind};
use crate::decode::{Allowed, CommentState, Fields, Person, Reader, Schema, comment_state, person};
use crate::diagnostic::{Spanned, config, keys, paths, values};
use crate::message;
use crate::parse::RawHtml;
use crate::path::UrlPath;

/// `taxonomies: {tags: {path: etiketter}}`; a word alone is the path.
pub(super) fn taxonomies(reader: &mut Reader<'_>, entry: Entry) -> TaxonomyPaths {
    const SCHEMA: Schema = Schema {
        renamed: &[
            ("tag", "tags"),
            ("author", "authors"),
            ("network", "networks"),
            ("etiketter", "tags"),
            ("taggar", "tags"),
            ("författare", "authors"),
            ("bloggare", "authors"),
            ("nätverk", "networks"),
            ("skribenter", "authors"),
        ],
        foreign: &[&[
            ("categories", || message!("foreign-categories")),
            ("category", || message!("foreign-categories")),
        ]],
        ..Schema::plain(&["tags", "authors", "networks"])
    };
    let mut fields = Fields::open(reader, entry.value, &SCHEMA, "taxonomies");
    let mut known: Vec<Spanned<String>> = Vec::new();
    let mut path = |name| {
        let path = taxonomy(reader, fields.take(name)?)?;
        let same = |other: &&Spanned<String>| other.value.eq_ignore_ascii_case(&path.value);
        if let Some(other) = known.iter().find(same) {
            let (codes, file, first) = (reader.codes, reader.file, other.span);
            let twice = values::taxonomy_twice(codes, file, path.span, &path.value, first);
            reader.report(twice);
            return None;
        }
        known.push(path.clone());
        Some(path)
    };
    TaxonomyPaths {
        tags: path("tags"),
        authors: path("authors"),
        networks: path("networks"),
    }
}

fn taxonomy(reader: &mut Reader<'_>, entry: Entry) -> Option<Spanned<String>> {
    let path = if entry.value.as_text().is_some() {
        let example = format!("{}: {{path: etiketter}}", entry.key);
        reader.filled_line(&entry, &example)?
    } else {
        let mut fields = Fields::open(reader, entry.value, &Schema::plain(&["path"]), &entry.key);
        let path = fields.take("path")?;
        reader.filled_line(&path, "path: etiketter")?
    };
    let word = path.value.trim_matches('/');
    match UrlPath::new(&format!("/{word}/")) {
        Ok(_) if !word.contains(['#', '%', '&']) => Some(Spanned::new(word.to_owned(), path.span)),
        outcome => {
            let why = outcome.err().map(paths::reason);
            let (codes, file) = (reader.codes, reader.file);
            let bad = values::bad_taxonomy(codes, file, path.span, &path.value, why);
            reader.report(bad);
            None
        }
    }
}

/// `feeds: {limit, content, formats, for}`; `feeds: false` is none.
pub(super) fn feeds(reader: &mut Reader<'_>, entry: Option<Entry>) -> Feeds {
    const SCHEMA: Schema = Schema {
        renamed: &[
            ("format", "formats"),
            ("count", "limit"),
            ("antal", "limit"),
        ],
        ..Schema::plain(&["limit", "content", "formats", "for"])
    };
    let all = |on: bool| Feeds {
        limit: 20,
        full_content: true,
        rss: on,
        atom: on,
        json: on,
        site: on,
        tags: on,
        authors: on,
        networks: on,
    };
    let mut feeds = all(true);
    let Some(entry) = entry else {
        return feeds;
    };
    if let Kind::Bool(on, _) = entry.value.kind {
        return all(on);
    }
    let mut fields = Fields::open(reader, entry.value, &SCHEMA, "feeds");
    if let Some(limit) = fields
        .take("limit")
        .and_then(|limit| reader.count(&limit, 1, 1_000))
    {
        feeds.limit = limit;
    }
    if let Some(content) = fields.take("content") {
        feeds.full_content = reader.choice(&content, &["full", "summary"]) != Some("summary");
    }
    if let Some(formats) = fields.take("formats") {
        let chosen = choices(reader, &formats, &["rss", "atom", "json"]);
        let on = |format| chosen.contains(&format);
        (feeds.rss, feeds.atom, feeds.json) = (on("rss"), on("atom"), on("json"));
    }
    if let Some(whom) = fields.take("for") {
        let chosen = choices(reader, &whom, &["site", "tags", "authors", "networks"]);
        let on = |what| chosen.contains(&what);
        (feeds.site, feeds.tags) = (on("site"), on("tags"));
        (feeds.authors, feeds.networks) = (on("authors"), on("networks"));
    }
    feeds
}

/// A list of known words.
pub(super) fn choices(
    reader: &mut Reader<'_>,
    entry: &Entry,
    allowed: &[&'static str],
) -> Vec<&'static str> {
    let mut chosen = Vec::new();
    for word in reader.texts(entry, true) {
        match allowed
            .iter()
            .find(|known| **known == word.value.to_lowercase())
        {
            Some(known) => chosen.push(*known),
            None => {
                let (codes, file) = (reader.codes, reader.file);
                let bad =
                    values::bad_choice(codes, file, word.span, &entry.key, &word.value, allowed);
                reader.report(bad);
            }
        }
    }
    chosen
}

/// `search: {enabled: true}`, or only `true`.
pub(super) fn enabled(reader: &mut Reader<'_>, entry: Option<Entry>) -> bool {
    let Some(entry) = entry else {
        return true;
    };
    if !matches!(entry.value.kind, Kind::Map(_)) {
        return reader_flag(reader, &entry);
    }
    let schema = Schema::plain(&["enabled"]);
    let mut fields = Fields::open(reader, entry.value, &schema, &entry.key);
    let flag = fields.take("enabled");
    flag.is_none_or(|flag| reader_flag(reader, &flag))
}

fn reader_flag(reader: &mut Reader<'_>, entry: &Entry) -> bool {
    matches!(entry.value.kind, Kind::Null) || reader.flag(entry, false).unwrap_or(true)
}

/// `related: {count: 3}`, or only `3`.
pub(super) fn related(reader: &mut Reader<'_>, entry: Option<Entry>) -> usize {
    const MOST: usize = 50;
    let Some(entry) = entry else {
        return 3;
    };
    if matches!(entry.value.kind, Kind::Bool(false, _)) {
        return 0;
    }
    let count = if matches!(entry.value.kind, Kind::Map(_)) {
        let schema = Schema::plain(&["count"]);
        let mut fields = Fields::open(reader, entry.value, &schema, "related");
        fields
            .take("count")
            .and_then(|count| reader.count(&count, 0, MOST))
    } else {
        reader.count(&entry, 0, MOST)
    };
    count.unwrap_or(3)
}

/// `contact: {email, phone}`, or only an e-mail address.
pub(super) fn contact(reader: &mut Reader<'_>, entry: Option<Entry>) -> Option<Person> {
    let entry = entry?;
    if entry.value.as_text().is_some_and(|text| text.contains('@')) {
        let email = reader.email(&entry)?;
        return Some(Person {
            email: Some(email),
            ..Person::default()
        });
    }
    person(reader, Some(entry))
}

/// `comments: {default, rules, max_length, email}`, or only a state.
pub(super) fn comments(reader: &mut Reader<'_>, entry: Option<Entry>) -> CommentSettings {
    const SCHEMA: Schema = Schema {
        renamed: &[
            ("state", "default"),
            ("regler", "rules"),
            ("mail", "email"),
            ("epost", "email"),
        ],
        ..Schema::plain(&["default", "rules", "max_length", "email"])
    };
    let mut settings = CommentSettings {
        default: CommentState::Closed,
        rules: None,
        max_length: None,
        email: None,
    };
    let Some(entry) = entry else {
        return settings;
    };
    if let Kind::Bool(false, _) = entry.value.kind {
        settings.default = CommentState::Off;
        return settings;
    }
    let key_span = entry.key_span;
    if entry.value.as_text().is_some() {
        settings.default = comment_state(reader, &entry).unwrap_or(CommentState::Closed);
    } else {
        let mut fields = Fields::open(reader, entry.value, &SCHEMA, "comments");
        let state = fields.take("default");
        let state = state.and_then(|state| comment_state(reader, &state));
        settings.default = state.unwrap_or(CommentState::Closed);
        let rules = fields.take("rules");
        settings.rules = rules.and_then(|rules| rules_page(reader, &rules));
        let length = fields.take("max_length");
        settings.max_length = length.and_then(|length| reader.count(&length, 1, 100_000));
        settings.email = fields.take("email").and_then(|email| reader.email(&email));
    }
    if settings.default == CommentState::Mailto && settings.email.is_none() {
        let example = "comments: {default: mailto, email: redaktionen@example.org}";
        let missing = keys::missing_key(reader.codes, reader.file, key_span, "email", example);
        reader.report(missing);
    }
    settings
}

/// A page below `content/`.
fn rules_page(reader: &mut Reader<'_>, entry: &Entry) -> Option<Spanned<String>> {
    let page = reader.line(entry)?;
    let path = page
        .value
        .trim_start_matches("./")
        .trim_start_matches("content/");
    if path.starts_with("pages/") && path.ends_with(".md") && !path.contains("..") {
        return Some(Spanned::new(path.to_owned(), page.span));
    }
    reader.report(config::bad_page(
        reader.file,
        page.span,
        &entry.key,
        &page.value,
    ));
    None
}

/// `subscribe: {email}`.
pub(super) fn subscribe(reader: &mut Reader<'_>, entry: Option<Entry>) -> Option<String> {
    let entry = entry?;
    if entry.value.as_text().is_some() {
        return reader.email(&entry);
    }
    let schema = Schema::plain(&["email"]);
    let mut fields = Fields::open(reader, entry.value, &schema, "subscribe");
    fields.take("email").and_then(|email| reader.email(&email))
}

/// `license: {name, url}`, or only a name.
pub(super) fn license(reader: &mut Reader<'_>, entry: Option<Entry>) -> Option<License> {
    let entry = entry?;
    if entry.value.as_text().is_some() {
        let name = reader.line(&entry)?.value;
        return Some(License { name, url: None });
    }
    const SCHEMA: Schema = Schema {
        renamed: &[("title", "name"), ("namn", "name"), ("link", "url")],
        ..Schema::plain(&["name", "url"])
    };
    let mut fields = Fields::open(reader, entry.value, &SCHEMA, "license");
    let name = fields.required_line(reader, "name", "license: {name: CC BY 4.0}");
    let url = fields.take("url");
    let url = url.and_then(|url| reader.address(&url, Allowed::Link));
    name.map(|name| License {
        name: name.value,
        url,
    })
}

/// `markdown: {raw_html: sanitize}`.
pub(super) fn raw_html(reader: &mut Reader<'_>, entry: Entry) -> RawHtml {
    const SCHEMA: Schema = Schema {
        renamed: &[("html", "raw_html"), ("unsafe", "raw_html")],
        ..Schema::plain(&["raw_html"])
    };
    let mut fields = Fields::open(reader, entry.value, &SCHEMA, "markdown");
    let written = fields.take("raw_html");
    let chosen = written.and_then(|html| reader.choice(&html, &["sanitize", "allow", "escape"]));
    match chosen {
        Some("allow") => RawHtml::Allow,
        Some("escape") => RawHtml::Escape,
        _ => RawHtml::Sanitize,
    }
}
