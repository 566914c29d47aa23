//! Diagnostics for programs: `--format json`.
//!
//! ```json
//! {"version":1,"diagnostics":[
//! {"severity":"error","code":"front-matter/bad-date","message":"…",
//!  "file":"content/posts/a.md","line":3,"column":7,"end_line":3,"end_column":19,
//!  "start":24,"end":36,"note":null,"labels":[],"help":["write `date: 2021-04-07`"]}
//! ]}
//! ```
//!
//! `severity` is `error` or `warning`. Lines and columns count from 1, a column is a
//! character, the end is exclusive; `start` and `end` are bytes of the file. What is
//! not known is `null`: `file` where it is about no file, the rest where it is about a
//! file as a whole. A label has the same places and a `text`. Within a version, keys
//! may be added and never change their meaning.

use serde::Serialize;

use super::position::position;
use super::{Diagnostic, Label, Severity, Span};
use crate::path::SourcePath;

/// The version of the schema.
pub const VERSION: u32 = 1;

/// Renders `diagnostics` as one JSON document that ends in a newline. `source` gives
/// the text of a file.
pub fn render<'s>(
    diagnostics: &[Diagnostic],
    source: &dyn Fn(&SourcePath) -> Option<&'s str>,
) -> String {
    let mut text = format!("{{\"version\":{VERSION},\"diagnostics\":[");
    let mut separator = "\n";
    for diagnostic in diagnostics {
        text.push_str(separator);
        let item = Item::new(diagnostic, source);
        text.push_str(&serde_json::to_string(&item).expect("numbers and text always serialise"));
        separator = ",\n";
    }
    text.push_str("\n]}\n");
    text
}

#[derive(Serialize)]
struct Item<'a> {
    severity: &'static str,
    code: &'static str,
    message: &'a str,
    #[serde(flatten)]
    place: Place<'a>,
    note: Option<&'a str>,
    labels: Vec<LabelItem<'a>>,
    help: &'a [String],
}

#[derive(Serialize)]
struct LabelItem<'a> {
    #[serde(flatten)]
    place: Place<'a>,
    text: &'a str,
}

#[derive(Serialize, Default)]
struct Place<'a> {
    file: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    start: Option<usize>,
    end: Option<usize>,
}

impl<'a> Item<'a> {
    fn new<'s>(
        diagnostic: &'a Diagnostic,
        source: &dyn Fn(&SourcePath) -> Option<&'s str>,
    ) -> Self {
        let label = |label: &'a Label| LabelItem {
            place: Place::new(Some(&label.file), label.span, source),
            text: &label.text,
        };
        Self {
            severity: match diagnostic.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            },
            code: diagnostic.code.name,
            message: &diagnostic.message,
            place: Place::new(diagnostic.file.as_ref(), diagnostic.span, source),
            note: diagnostic.note.as_deref(),
            labels: diagnostic.labels.iter().map(label).collect(),
            help: &diagnostic.help,
        }
    }
}

impl<'a> Place<'a> {
    fn new<'s>(
        file: Option<&'a SourcePath>,
        span: Option<Span>,
        source: &dyn Fn(&SourcePath) -> Option<&'s str>,
    ) -> Self {
        let text = file.and_then(source);
        let start = text
            .zip(span)
            .map(|(text, span)| position(text, span.start));
        let end = text.zip(span).map(|(text, span)| position(text, span.end));
        Self {
            file: file.map(SourcePath::as_str),
            line: start.map(|(line, _)| line),
            column: start.map(|(_, column)| column),
            end_line: end.map(|(line, _)| line),
            end_column: end.map(|(_, column)| column),
            start: span.map(|span| span.start),
            end: span.map(|span| span.end),
        }
    }
}
