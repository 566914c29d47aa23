//! Archived comments beside a post.
//!
//! Owns the keys of `<post>.comments.yaml`. Must never know the post.

use super::document::Comment;
use super::front_matter::required_date;
use super::settings::Settings;
use crate::decode::yaml::{self, Kind};
use crate::decode::{Fields, Reader, Schema};
use crate::diagnostic::{Parsed, keys};
use crate::path::SourcePath;

const SCHEMA: Schema = Schema {
    keys: &["name", "date", "text", "reply_to"],
    aliases: &[],
    renamed: &[
        ("namn", "name"),
        ("author", "name"),
        ("författare", "name"),
        ("datum", "date"),
        ("kommentar", "text"),
        ("comment", "text"),
        ("body", "text"),
        ("content", "text"),
        ("svar_på", "reply_to"),
    ],
    foreign: &[&[
        (
            "email",
            "delete it: readers' e-mail addresses are never published, and should not be kept here",
        ),
        (
            "ip",
            "delete it: readers' addresses are never published, and should not be kept here",
        ),
        (
            "url",
            "delete it: only the name, the date and the text are shown",
        ),
    ]],
    secret: &[],
};

/// Reads a list of `{name, date, text, reply_to?}`; those with errors are left out.
pub fn comments(file: &SourcePath, text: &str, settings: &Settings) -> Parsed<Vec<Comment>> {
    let mut reader = Reader::new(file, text, &keys::COMMENTS, &settings.timezone);
    let document = yaml::read_data(file, text, &mut reader.diagnostics);
    let mut found = Vec::new();
    match document.root.kind {
        Kind::List(items) => {
            for item in items {
                found.extend(comment(&mut reader, item));
            }
        }
        Kind::Null | Kind::Broken => {}
        _ => {
            let example = "- {name: Åsa, date: 2021-04-07, text: …}";
            let (codes, found) = (reader.codes, document.root.describe());
            let place = reader.first_line(document.root.span);
            reader.report(keys::wrong_type(
                codes, file, place, "comments", found, "a list", example,
            ));
        }
    }
    Parsed {
        value: Some(found),
        diagnostics: reader.diagnostics,
    }
}

fn comment(reader: &mut Reader<'_>, item: yaml::Node) -> Option<Comment> {
    let span = item.span;
    let mut fields = Fields::open(reader, item, &SCHEMA, "a comment");
    if fields.broken {
        return None;
    }
    let name = fields.take("name");
    let name = reader.required_line(name.as_ref(), span, "name", "name: Åsa");
    let date = required_date(reader, fields.take("date"), span);
    let entry = fields.take("text");
    let text = entry.as_ref().and_then(|entry| reader.block(entry));
    if text.is_none() {
        reader.required_line(entry.as_ref(), span, "text", "text: what was said");
    }
    Some(Comment {
        name: name?.value,
        date: date?,
        text: text?.value,
    })
}

#[cfg(test)]
mod tests;
