//! `nitton list`: what the site consists of.

use serde_json::{Value, json};

use crate::message;
use crate::message::Language;
use crate::parse::document::{Date, TermKind};
use crate::pipeline::{self, Ready};
use crate::site::{Term, Unpublished};

use super::{Exit, Format, Global, SiteArgs, Terminal};

/// Arguments of `nitton list`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_enum, default_value = "posts")]
    what: What,
    #[command(flatten)]
    site: SiteArgs,
    #[arg(long, value_enum, default_value = "human")]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum What {
    Posts,
    Drafts,
    Authors,
    Networks,
    Tags,
    Urls,
}

/// A row: what programs get, and the columns that people see.
type Row = (Value, Vec<String>);

pub(super) fn run(global: &Global, args: &Args, terminal: &Terminal) -> Exit {
    let output = global.in_root("public".as_ref());
    let options = match args.site.options(global, output) {
        Ok(options) => options,
        Err(message) => return terminal.usage(&message),
    };
    let loaded = match pipeline::load(&options) {
        Ok(loaded) => loaded,
        Err(error) => return terminal.environment(&error.message()),
    };
    let Some(ready) = &loaded.ready else {
        terminal.diagnostics(&loaded, Format::Human);
        return Exit::Content;
    };
    let rows = rows(ready, args.what, terminal.language());
    match args.format {
        Format::Json => {
            let items: Vec<&Value> = rows.iter().map(|(value, _)| value).collect();
            terminal.data(&json!({ "version": 1, "items": items }).to_string());
        }
        Format::Human => print(&rows, terminal),
    }
    if loaded.has_errors() {
        terminal.note(&message!("list-incomplete"));
    }
    Exit::Done
}

fn rows(ready: &Ready, what: What, language: Language) -> Vec<Row> {
    let (site, routes) = (&ready.site, &ready.routes);
    match what {
        What::Posts => {
            let rows = site.posts.iter().zip(&routes.permalinks.posts).map(|(entry, url)| {
                let post = &entry.post;
                let (date, title) = (post.placement.date.day(), &post.meta.title.value);
                let value = json!({ "date": date, "title": title, "url": url.as_str(), "file": post.source.as_str() });
                (value, vec![date, url.to_string(), title.clone()])
            });
            rows.collect()
        }
        What::Drafts => {
            let rows = site.unpublished.iter().map(|document| {
                let date = document.date.as_ref().map(Date::day);
                let (reason, file) = (document.reason.as_str(), document.source.as_str());
                let value = json!({ "reason": reason, "date": date, "title": document.title, "file": file });
                (value, vec![word(document.reason, language), date.unwrap_or_default(), file.to_owned(), document.title.clone()])
            });
            rows.collect()
        }
        What::Authors => terms(ready, TermKind::Author),
        What::Networks => terms(ready, TermKind::Network),
        What::Tags => terms(ready, TermKind::Tag),
        What::Urls => {
            let rows = routes.entries.iter().map(|entry| {
                let url = site.config.base_url.absolute(&entry.url);
                let file = entry.url.to_out_path().to_string();
                (json!({ "url": url, "file": file }), vec![url])
            });
            rows.collect()
        }
    }
}

/// Why something is unpublished, in a word.
fn word(reason: Unpublished, language: Language) -> String {
    let word = match reason {
        Unpublished::Draft => message!("list-draft"),
        Unpublished::Scheduled => message!("list-scheduled"),
        Unpublished::Expired => message!("list-expired"),
    };
    word.text(language)
}

fn terms(ready: &Ready, kind: TermKind) -> Vec<Row> {
    let terms =
        ready
            .site
            .terms
            .of(kind)
            .iter()
            .enumerate()
            .map(|(index, term): (usize, &Term)| {
                let url = ready.routes.permalinks.term(kind, index).to_string();
                let id = term.profile.as_ref().map(|profile| profile.id.as_str());
                let value =
                    json!({ "name": term.name, "id": id, "posts": term.posts.len(), "url": url });
                (
                    value,
                    vec![
                        term.posts.len().to_string(),
                        term.name.clone(),
                        id.unwrap_or("").to_owned(),
                    ],
                )
            });
    terms.collect()
}

/// Columns as wide as their widest cell; the last one is free.
fn print(rows: &[Row], terminal: &Terminal) {
    let columns = rows.iter().map(|(_, cells)| cells.len()).max().unwrap_or(0);
    let width = |column: usize| {
        rows.iter()
            .filter_map(|(_, cells)| cells.get(column))
            .map(|cell| cell.chars().count())
            .max()
            .unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    for (_, cells) in rows {
        let line: Vec<String> = (cells.iter().zip(&widths))
            .map(|(cell, width)| format!("{cell:<width$}"))
            .collect();
        terminal.data(line.join("  ").trim_end());
    }
}
