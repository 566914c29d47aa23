//! A profile's file into a [`Profile`]: authors, networks, tags.
//!
//! Owns the keys of profiles, and the promise that contact details are only read
//! when their owner has them public. Must never know who refers to a profile.

use super::document::{Partnership, Period, Profile, TermKind};
use super::front_matter::{FOREIGN, PAGE_RENAMED, aliases, open, picture, slug};
use super::settings::Settings;
use super::text;
use crate::decode::yaml::{Entry, Kind, Node};
use crate::decode::{Allowed, Fields, Foreign, Reader, Schema, maps};
use crate::diagnostic::values::{self, Form};
use crate::diagnostic::{Parsed, Span, Spanned, keys};
use crate::message;
use crate::path::{Slug, SourcePath};

const RENAMED: &[(&str, &str)] = &[
    ("namn", "name"),
    ("title", "name"),
    ("titel", "name"),
    ("roll", "role"),
    ("organisation_name", "organisation"),
    ("organization", "organisation"),
    ("epost", "email"),
    ("e-post", "email"),
    ("mail", "email"),
    ("mejl", "email"),
    ("telefon", "phone"),
    ("webb", "url"),
    ("website", "url"),
    ("webbplats", "url"),
    ("homepage", "url"),
    ("photo", "image"),
    ("avatar", "image"),
    ("foto", "image"),
    ("logo", "image"),
    ("logotyp", "image"),
    ("kort", "short"),
    ("summary", "short"),
    ("description", "short"),
    ("bio", "short"),
    ("partners", "partnerships"),
    ("partnerskap", "partnerships"),
    ("public", "public_contact"),
];

const SOCIAL: Foreign = &[
    ("twitter", || message!("keys-ignored-help")),
    ("countries", || {
        let line = "partnerships: [{countries: [Sverige, Zambia]}]";
        message!("foreign-partnerships", line)
    }),
    ("themes", || {
        let line = "partnerships: [{themes: [jämställdhet]}]";
        message!("foreign-partnerships", line)
    }),
];

const AUTHOR: Schema = Schema {
    keys: &[
        "name",
        "slug",
        "short",
        "role",
        "organisation",
        "image",
        "email",
        "phone",
        "url",
        "public_contact",
        "lang",
        "aliases",
        "extra",
    ],
    aliases: &[("redirect_from", "aliases")],
    renamed: RENAMED,
    foreign: &[SOCIAL, FOREIGN],
    secret: &["public_contact"],
};

const NETWORK: Schema = Schema {
    keys: &[
        "name",
        "slug",
        "short",
        "image",
        "email",
        "phone",
        "url",
        "public_contact",
        "period",
        "partnerships",
        "lang",
        "aliases",
        "extra",
    ],
    ..AUTHOR
};

const TAG: Schema = Schema {
    keys: &["name", "slug", "short", "image", "lang", "aliases", "extra"],
    renamed: PAGE_RENAMED,
    ..AUTHOR
};

/// Reads a profile. One with errors still exists.
pub fn profile(
    kind: TermKind,
    file: &SourcePath,
    text: &str,
    settings: &Settings,
) -> Parsed<Profile> {
    let mut reader = Reader::new(file, text, &keys::FRONT_MATTER, &settings.timezone);
    let (mut fields, body_start) = open(&mut reader, schema_of(kind), &["name: …"]);
    let id = id(file);
    let lang = fields.take("lang").and_then(|lang| reader.language(&lang));
    let language = lang.as_ref().map_or(&settings.language, |lang| &lang.value);
    let language = language.clone();
    let name = name(&mut reader, &mut fields, &id);
    let slug = own_slug(&mut reader, fields.take("slug"), &id);
    let (body, problems) = text::body(
        file,
        text,
        body_start,
        &name.value,
        &id,
        &language,
        settings,
    );
    let (email, phone) = contact(&mut reader, &mut fields);
    let short = reader.words(fields.take("short"));
    let profile = Profile {
        source: file.clone(),
        kind,
        id,
        name,
        slug,
        short: short.map(|short| text::plain(&short, &language)),
        role: reader.words(fields.take("role")),
        organisation: reader.words(fields.take("organisation")),
        image: picture(&mut reader, fields.take("image"), &language),
        email,
        phone,
        url: url(&mut reader, fields.take("url")),
        period: period(&mut reader, fields.take("period")),
        partnerships: partnerships(&mut reader, fields.take("partnerships")),
        aliases: aliases(&mut reader, fields.take("aliases").as_ref()),
        extra: fields
            .take("extra")
            .map(|extra| reader.free(&extra))
            .unwrap_or_default(),
        lang,
        body,
    };
    reader.check_body(body_start);
    reader.diagnostics.extend(problems);
    Parsed {
        value: Some(profile),
        diagnostics: reader.diagnostics,
    }
}

fn schema_of(kind: TermKind) -> &'static Schema {
    match kind {
        TermKind::Author => &AUTHOR,
        TermKind::Network => &NETWORK,
        TermKind::Tag => &TAG,
    }
}

/// What posts refer to it by: the file's name, or its folder's for `index.md`.
fn id(file: &SourcePath) -> String {
    let name = if file.stem() == "index" {
        file.folder().rsplit('/').next().unwrap_or_default()
    } else {
        file.stem()
    };
    name.to_owned()
}

/// `name`; the stand-in is the id.
fn name(reader: &mut Reader<'_>, fields: &mut Fields, id: &str) -> Spanned<String> {
    let example = keys::line_of_words("name", message!("front-profile-example"));
    let named = fields.required_line(reader, "name", example);
    named.unwrap_or_else(|| Spanned::new(id.to_owned(), Span::default()))
}

/// `slug`, where it is written.
fn own_slug(reader: &mut Reader<'_>, entry: Option<Entry>, id: &str) -> Option<Spanned<Slug>> {
    let slug = slug(reader, Some(&entry?), id)?;
    (slug.span != Span::default()).then_some(slug)
}

fn url(reader: &mut Reader<'_>, entry: Option<Entry>) -> Option<String> {
    let url = reader.address(&entry?, Allowed::Web)?;
    Some(url.value)
}

/// E-mail and telephone, but only if `public_contact: true`: else they end here.
fn contact(reader: &mut Reader<'_>, fields: &mut Fields) -> (Option<String>, Option<String>) {
    let email = fields.take("email").and_then(|email| reader.email(&email));
    let phone = reader.words(fields.take("phone"));
    let public = fields.take("public_contact");
    match public.and_then(|flag| reader.flag(&flag, true)) {
        Some(true) => (email, phone),
        _ => (None, None),
    }
}

/// `period: {from: 2021, to: 2024}`, `2021`, or `2021–2024`.
fn period(reader: &mut Reader<'_>, entry: Option<Entry>) -> Option<Period> {
    const SCHEMA: Schema = Schema {
        renamed: &[
            ("från", "from"),
            ("start", "from"),
            ("till", "to"),
            ("end", "to"),
            ("slut", "to"),
        ],
        ..Schema::plain(&["from", "to"])
    };
    let entry = entry?;
    let span = entry.value.span;
    let period = match &entry.value.kind {
        Kind::Null | Kind::Broken => return None,
        Kind::Map(_) => {
            let mut fields = Fields::open(reader, entry.value, &SCHEMA, "period");
            let (from, to) = (fields.take("from"), fields.take("to"));
            Period {
                from: from.and_then(|year| self::year(reader, &year)),
                to: to.and_then(|year| self::year(reader, &year)),
            }
        }
        _ => {
            let text = entry.value.as_text().unwrap_or_default();
            let mut years = text
                .split(['-', '–', '—'])
                .map(|year| parse_year(year.trim()));
            match (years.next().flatten(), years.next()) {
                (Some(from), None) => Period {
                    from: Some(from),
                    to: Some(from),
                },
                (Some(from), Some(to)) => Period {
                    from: Some(from),
                    to,
                },
                _ => {
                    reader.wrong_type(&entry, Form::Years, "period: {from: 2021, to: 2024}");
                    return None;
                }
            }
        }
    };
    if let (Some(from), Some(to)) = (period.from, period.to)
        && from > to
    {
        let written = format!("{from}–{to}");
        let line = format!("period: {{from: {to}, to: {from}}}");
        let bad = values::bad_period(reader.codes, reader.file, span, &written, &line);
        reader.report(bad);
        return None;
    }
    Some(period)
}

fn parse_year(text: &str) -> Option<i16> {
    text.parse()
        .ok()
        .filter(|year| (1000..=9999).contains(year))
}

fn year(reader: &mut Reader<'_>, entry: &Entry) -> Option<i16> {
    let text = reader.line(entry)?;
    let year = parse_year(&text.value);
    if year.is_none() {
        let line = format!("{}: 2021", entry.key);
        let (codes, file) = (reader.codes, reader.file);
        reader.report(values::bad_year(codes, file, text.span, &text.value, &line));
    }
    year
}

/// Who works with whom, where, on what.
fn partnerships(reader: &mut Reader<'_>, entry: Option<Entry>) -> Vec<Partnership> {
    const SCHEMA: Schema = Schema {
        renamed: &[
            ("partner", "partners"),
            ("parter", "partners"),
            ("länder", "countries"),
            ("country", "countries"),
            ("land", "countries"),
            ("teman", "themes"),
            ("tema", "themes"),
            ("theme", "themes"),
        ],
        ..Schema::plain(&["partners", "countries", "themes"])
    };
    let Some(entry) = entry else {
        return Vec::new();
    };
    let items: Vec<Node> = maps(
        reader,
        entry,
        "partnerships: [{partners: [Piteå, Chinsali]}]",
    );
    let mut found = Vec::with_capacity(items.len());
    for item in items {
        let mut fields = Fields::open(reader, item, &SCHEMA, "partnerships");
        let partnership = Partnership {
            partners: reader.plain_texts(fields.take("partners")),
            countries: reader.plain_texts(fields.take("countries")),
            themes: reader.plain_texts(fields.take("themes")),
        };
        if partnership != Partnership::default() {
            found.push(partnership);
        }
    }
    found
}

#[cfg(test)]
mod tests;
