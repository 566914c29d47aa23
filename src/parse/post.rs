//! A post's file into a [`Post`].
//!
//! Owns what each key of a post means. Must never know other posts or where URLs lead.

mod keys;

use super::comments;
use super::document::{CommentState, Date, Meta, Name, Placement, Post};
use super::front_matter::{
    aliases, call_to_action, comments_key, corrections, day, name_parts, no_date, open, picture,
    slug, stand_in,
};
use super::settings::Settings;
use super::text;
use crate::decode::yaml::{Kind, quoted};
use crate::decode::{Fields, Reader, Several, person};
use crate::diagnostic::{Parsed, Span, Spanned, front_matter, keys as report};
use crate::message;
use crate::message::Arg;
use crate::path::SourcePath;

/// The least front matter of a post, for messages; a site may name the author itself.
const LEAST: &[&str] = &["title: …", "date: 2021-04-07", "author: …"];

/// Reads a post, and its archived comments if it has any. A post with errors still
/// exists, so that links to it raise no further ones; what it lacks gets a stand-in,
/// and the errors keep it from being published.
pub fn post(
    file: &SourcePath,
    text: &str,
    archive: Option<(&SourcePath, &str)>,
    settings: &Settings,
) -> Parsed<Post> {
    let mut reader = Reader::new(file, text, &report::FRONT_MATTER, &settings.timezone);
    let least = &LEAST[..LEAST.len() - usize::from(settings.default_author)];
    let (mut fields, body_start) = open(&mut reader, &keys::SCHEMA, least);
    let lang = fields.take("lang").and_then(|lang| reader.language(&lang));
    let language = lang.as_ref().map_or(&settings.language, |lang| &lang.value);
    let language = language.clone();
    let title = title(&mut reader, &mut fields, body_start, &language);
    let (name_date, name) = name_parts(file);
    let draft = draft(&mut reader, &mut fields);
    let date = day(&mut reader, &mut fields, name_date.as_deref(), draft);
    let placement = placement(&mut reader, &mut fields, settings, date, draft, lang, name);
    let slug = placement.slug.value.as_str();
    let (body, problems) = text::body(
        file,
        text,
        body_start,
        &title.value,
        slug,
        &language,
        settings,
    );
    let mut meta = meta(&mut reader, &mut fields, title, &language, settings);
    check_order(&mut reader, &placement, meta.updated.as_ref());
    reader.check_body(body_start);
    reader.diagnostics.extend(problems);
    if placement.draft {
        reader.forget_placeholders();
    }
    if let Some((path, comments_text)) = archive {
        let parsed = comments::comments(path, comments_text, settings);
        reader.diagnostics.extend(parsed.diagnostics);
        meta.archived = parsed.value.unwrap_or_default();
        check_shown(&mut reader, &meta, path);
    }
    let post = Post {
        source: file.clone(),
        placement,
        meta,
        body,
    };
    Parsed {
        value: Some(post),
        diagnostics: reader.diagnostics,
    }
}

/// `title`, with typography; the stand-in is the file's name.
fn title(reader: &mut Reader<'_>, fields: &mut Fields, body: usize, lang: &str) -> Spanned<String> {
    let heading = heading(&reader.text[body..]);
    let example = match heading {
        Some(heading) => Arg::from(format!("title: {}", safe(heading))),
        None => report::line_of_words("title", message!("front-post-example")).into(),
    };
    let title = fields.required_line(reader, "title", example);
    let title = title.unwrap_or_else(|| {
        let (_, name) = name_parts(reader.file);
        Spanned::new(name.to_owned(), Span::default())
    });
    Spanned::new(text::plain(&title.value, lang), title.span)
}

/// The first line of a text, if it is a heading.
fn heading(body: &str) -> Option<&str> {
    let line = body.lines().find(|line| !line.trim().is_empty())?;
    let words = line.strip_prefix("# ")?.trim();
    (!words.is_empty()).then_some(words)
}

/// `words` as a YAML value: in quotation marks where it needs them.
fn safe(words: &str) -> String {
    let plain = words.starts_with(char::is_alphanumeric)
        && !words.contains(": ")
        && !words.contains(" #")
        && !words.ends_with(':');
    if plain {
        words.to_owned()
    } else {
        quoted(words)
    }
}

fn placement(
    reader: &mut Reader<'_>,
    fields: &mut Fields,
    settings: &Settings,
    date: Option<Date>,
    draft: bool,
    lang: Option<Spanned<String>>,
    name: &str,
) -> Placement {
    let slug_entry = fields.take("slug");
    let unreadable = fields.broken && date.is_none();
    let slug = match slug_entry {
        None if unreadable => None,
        entry => slug(reader, entry.as_ref(), name),
    };
    let authors = authors(reader, fields, settings);
    let networks = fields.take("networks");
    let networks = networks.map(|entry| {
        let several = match entry.key.as_str() {
            "network" => Several::Never,
            _ => Several::Commas,
        };
        reader.names(&entry, several)
    });
    let tags = tags(reader, fields);
    let publish_date = fields.take("publish_date");
    let expires = fields.take("expires");
    // What can't be understood isn't published.
    let (publish_date, unclear_start) = reader.secret_date(publish_date.as_ref());
    let (expires, unclear_end) = reader.secret_date(expires.as_ref());
    let draft = draft || unclear_start || unclear_end;
    let alias_entry = fields.take("aliases");
    let translation_key = fields.take("translation_key");
    Placement {
        slug: slug.unwrap_or_else(|| Spanned::new(stand_in(reader.file), Span::default())),
        undated: date.is_none(),
        unreadable,
        date: date.unwrap_or_else(no_date),
        authors: names(authors),
        networks: names(networks.unwrap_or_default()),
        tags: names(tags),
        draft,
        publish_date,
        expires,
        aliases: aliases(reader, alias_entry.as_ref()),
        id: fields.take("id").and_then(|id| reader.line(&id)),
        lang,
        translation_key: reader.words(translation_key),
    }
}

fn names(texts: Vec<Spanned<String>>) -> Vec<Spanned<Name>> {
    let texts = texts.into_iter();
    texts
        .map(|text| Spanned::new(Name::from(text.value), text.span))
        .collect()
}

/// `authors`; none where the site's own author stands in.
fn authors(
    reader: &mut Reader<'_>,
    fields: &mut Fields,
    settings: &Settings,
) -> Vec<Spanned<String>> {
    let entry = fields.take("authors");
    let before = reader.diagnostics.len();
    let authors = entry.as_ref().map(|entry| {
        let several = match entry.key.as_str() {
            "author" => Several::Person,
            _ => Several::People,
        };
        reader.names(entry, several)
    });
    let authors = authors.unwrap_or_default();
    let broken = entry.as_ref().is_some_and(|e| e.value.kind == Kind::Broken) || fields.broken;
    let missing = authors.is_empty() && !broken && reader.diagnostics.len() == before;
    if missing && !settings.default_author {
        let place = entry.map_or(fields.span, |entry| entry.key_span);
        let missing = front_matter::missing_author(reader.file, place);
        reader.report(missing);
    }
    authors
}

/// `tags`, and `categories` for those who come from elsewhere.
fn tags(reader: &mut Reader<'_>, fields: &mut Fields) -> Vec<Spanned<String>> {
    let entry = fields.take("tags");
    let mut tags = entry
        .as_ref()
        .map(|entry| reader.names(entry, Several::Words))
        .unwrap_or_default();
    if let Some(mut categories) = fields.take("categories") {
        reader.report(front_matter::categories(
            reader.file,
            categories.key_span,
            &categories.key,
            entry.is_some(),
        ));
        // What else is said of them is said of tags: that is what they are to become.
        categories.key = "tags".to_owned();
        for tag in reader.names(&categories, Several::Words) {
            if !tags.iter().any(|known| known.value == tag.value) {
                tags.push(tag);
            }
        }
    }
    tags
}

/// `draft`, or `published: false`, or another system's word for it; what is neither true
/// nor false leaves it unpublished.
pub(super) fn draft(reader: &mut Reader<'_>, fields: &mut Fields) -> bool {
    let draft = fields.take("draft");
    let published = fields.take("published");
    if let (Some(draft), Some(published)) = (&draft, &published) {
        let (codes, file, span) = (reader.codes, reader.file, published.key_span);
        let both = report::conflict(
            codes,
            file,
            span,
            "published",
            draft.key_span,
            "draft",
            "draft",
        );
        reader.report(both);
    }
    let draft = draft.map(|entry| reader.flag(&entry, true).unwrap_or(true));
    let published = published.map(|entry| reader.flag(&entry, true).unwrap_or(false));
    draft == Some(true) || published == Some(false) || fields.unpublished
}

fn meta(
    reader: &mut Reader<'_>,
    fields: &mut Fields,
    title: Spanned<String>,
    lang: &str,
    settings: &Settings,
) -> Meta {
    let image = fields.take("image");
    let comments = fields.take("comments");
    let (responsible, contact) = (fields.take("responsible"), fields.take("contact"));
    let (cta, correction_list) = (fields.take("cta"), fields.take("corrections"));
    Meta {
        title,
        summary: summary(reader, fields, lang),
        updated: fields.take("updated").and_then(|date| reader.date(&date)),
        image: picture(reader, image, lang),
        comments: comments_key(reader, comments),
        archived: Vec::new(),
        responsible: person(reader, responsible),
        contact: person(reader, contact),
        cta: call_to_action(reader, cta, lang),
        corrections: corrections(reader, correction_list, lang, settings),
        extra: fields
            .take("extra")
            .map(|extra| reader.free(&extra))
            .unwrap_or_default(),
    }
}

/// `summary`, with typography.
pub(super) fn summary(
    reader: &mut Reader<'_>,
    fields: &mut Fields,
    lang: &str,
) -> Option<Spanned<String>> {
    let entry = fields.take("summary")?;
    let summary = reader.line(&entry)?;
    Some(Spanned::new(
        text::plain(&summary.value, lang),
        summary.span,
    ))
}

/// Dates that contradict each other.
fn check_order(reader: &mut Reader<'_>, placement: &Placement, updated: Option<&Date>) {
    let date = &placement.date;
    let place = (date.span != Span::default()).then_some(date.span);
    let before = |later: &Date| later.civil.date() < date.civil.date();
    if let Some(updated) = updated.filter(|updated| before(updated)) {
        let order = front_matter::updated_early(reader.file, updated.span, place);
        reader.report(order);
    }
    let Some(expires) = &placement.expires else {
        return;
    };
    let (other, first) = match &placement.publish_date {
        Some(publish) if publish.instant > date.instant => ("publish_date", publish),
        _ => ("date", date),
    };
    if expires.civil.date() < first.civil.date() {
        let place = (first.span != Span::default()).then_some(first.span);
        let order = front_matter::expires_early(reader.file, expires.span, other, place);
        reader.report(order);
    }
}

/// Comments lie beside a post that says that it shows none.
fn check_shown(reader: &mut Reader<'_>, meta: &Meta, path: &SourcePath) {
    let state = meta.comments.as_ref().map(|comments| comments.state);
    if !meta.archived.is_empty() && state == Some(CommentState::Off) {
        let unshown = front_matter::unshown_comments(reader.file, Span::default(), path);
        reader.report(unshown);
    }
}

#[cfg(test)]
mod tests;
