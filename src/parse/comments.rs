//! Archived comments beside a post.
//!
//! Owns the keys of `<post>.comments.yaml`. Must never know the post.

use super::document::Comment;
use super::front_matter::required_date;
use super::settings::Settings;
use crate::decode::yaml::{self, Kind};
use crate::decode::{Fields, Reader, Schema};
use crate::diagnostic::{Parsed, keys};
use crate::message;
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
        ("email", || message!("foreign-comment-email")),
        ("ip", || message!("foreign-comment-ip")),
        ("url", || message!("foreign-comment-url")),
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
            let (codes, found) = (reader.codes, document.root.form());
            let place = reader.first_line(document.root.span);
            reader.report(keys::no_comments(codes, file, place, found, example));
        }
    }
    Parsed {
        value: Some(found),
        diagnostics: reader.diagnostics,
    }
}

fn comment(reader: &mut Reader<'_>, item: yaml::Node) -> Option<Comment> {
    let span = item.span;
    let mut fields = Fields::open_whole(reader, item, &SCHEMA);
    if fields.broken {
        return None;
    }
    let name = fields.take("name");
    let name = reader.required_line(name.as_ref(), span, "name", "name: Åsa");
    let date = required_date(reader, fields.take("date"), span);
    let entry = fields.take("text");
    let text = entry.as_ref().and_then(|entry| reader.block(entry));
    if text.is_none() {
        let line = keys::line_of_words("text", message!("front-comment-example"));
        reader.required_line(entry.as_ref(), span, "text", line);
    }
    Some(Comment {
        name: name?.value,
        date: date?,
        text: text?.value,
    })
}

#[cfg(test)]
mod tests;
