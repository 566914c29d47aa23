//! A page's file into a [`Page`].
//!
//! Owns the keys of pages. Must never know other pages.

use super::document::Page;
use super::front_matter::{
    FOREIGN, PAGE_ALIASES, PAGE_RENAMED, aliases, open, picture, slug, slug_of_name, stand_in,
};
use super::post::{draft, summary};
use super::settings::Settings;
use super::text;
use crate::decode::yaml::Entry;
use crate::decode::{Foreign, Reader, Schema};
use crate::diagnostic::{Parsed, Span, Spanned, front_matter, keys};
use crate::message;
use crate::path::{Slug, SourcePath};

const SCHEMA: Schema = Schema {
    keys: &[
        "title",
        "slug",
        "summary",
        "updated",
        "valid_until",
        "draft",
        "published",
        "publish_date",
        "expires",
        "aliases",
        "lang",
        "image",
        "extra",
    ],
    aliases: PAGE_ALIASES,
    renamed: PAGE_RENAMED,
    foreign: &[ONLY_POSTS, FOREIGN],
    secret: &["draft", "published", "publish_date", "expires"],
};

/// Keys that only posts have; in a page they are harmless.
const ONLY_POSTS: Foreign = &[
    ("date", || message!("foreign-date")),
    ("author", || message!("foreign-author")),
    ("authors", || message!("foreign-author")),
    ("networks", || message!("foreign-networks")),
    ("tags", || message!("foreign-tags")),
    ("categories", || message!("foreign-tags")),
    ("comments", || message!("foreign-comments")),
];

/// Where pages lie.
const FOLDER: &str = "content/pages";

/// Reads a page. One with errors still exists.
pub fn page(file: &SourcePath, text: &str, settings: &Settings) -> Parsed<Page> {
    let mut reader = Reader::new(file, text, &keys::FRONT_MATTER, &settings.timezone);
    let (mut fields, body_start) = open(&mut reader, &SCHEMA, &["title: …"]);
    let lang = fields.take("lang").and_then(|lang| reader.language(&lang));
    let language = lang.as_ref().map_or(&settings.language, |lang| &lang.value);
    let language = language.clone();
    let example = keys::line_of_words("title", message!("front-page-example"));
    let title = fields.required_line(&mut reader, "title", example);
    let title = title.unwrap_or_else(|| Spanned::new(file.stem().to_owned(), Span::default()));
    let (segments, slug_span) = segments(&mut reader, fields.take("slug").as_ref());
    let unique = segments.last().map_or("page", Slug::as_str);
    let (body, problems) = text::body(
        file,
        text,
        body_start,
        &title.value,
        unique,
        &language,
        settings,
    );
    let (start, end) = (fields.take("publish_date"), fields.take("expires"));
    // What can't be understood isn't published.
    let (publish_date, unclear_start) = reader.secret_date(start.as_ref());
    let (expires, unclear_end) = reader.secret_date(end.as_ref());
    let unclear = unclear_start || unclear_end;
    let image = fields.take("image");
    let alias_entry = fields.take("aliases");
    let page = Page {
        source: file.clone(),
        segments,
        slug_span,
        title: Spanned::new(text::plain(&title.value, &language), title.span),
        summary: summary(&mut reader, &mut fields, &language),
        updated: fields.take("updated").and_then(|date| reader.date(&date)),
        valid_until: (fields.take("valid_until")).and_then(|date| reader.date(&date)),
        draft: draft(&mut reader, &mut fields) || unclear,
        publish_date,
        expires,
        aliases: aliases(&mut reader, alias_entry.as_ref()),
        image: picture(&mut reader, image, &language),
        extra: fields
            .take("extra")
            .map(|extra| reader.free(&extra))
            .unwrap_or_default(),
        lang,
        body,
    };
    reader.check_body(body_start);
    reader.diagnostics.extend(problems);
    if page.draft {
        reader.forget_placeholders();
    }
    Parsed {
        value: Some(page),
        diagnostics: reader.diagnostics,
    }
}

/// The folders below `content/pages/`, and the slug. `index.md` stands for its folder.
fn segments(reader: &mut Reader<'_>, slug_entry: Option<&Entry>) -> (Vec<Slug>, Span) {
    let file = reader.file;
    let folder = file.folder().strip_prefix(FOLDER).unwrap_or_default();
    let mut names: Vec<&str> = folder.split('/').filter(|name| !name.is_empty()).collect();
    if file.stem() != "index" {
        names.push(file.stem());
    }
    let Some(name) = names.pop() else {
        reader.report(front_matter::start_page(file));
        return (vec![stand_in(file)], Span::default());
    };
    let mut segments = Vec::with_capacity(names.len() + 1);
    for folder in names {
        segments.extend(slug_of_name(reader, folder));
    }
    let last = slug(reader, slug_entry, name);
    let span = last.as_ref().map_or(Span::default(), |slug| slug.span);
    segments.extend(last.map(|slug| slug.value));
    (segments, span)
}

#[cfg(test)]
mod tests;
