//! Diagnostics for programs: `--format json`.
//!
//! ```json
//! {"version":1,"diagnostics":[
//! {"severity":"error","code":"front-matter/bad-date","message":"…","message_sv":"…",
//!  "file":"content/posts/a.md","line":3,"column":7,"end_line":3,"end_column":19,
//!  "start":24,"end":36,"note":null,"note_sv":null,"labels":[],
//!  "help":["write `date: 2021-04-07`"],"help_sv":["skriv `date: 2021-04-07`"]}
//! ]}
//! ```
//!
//! `severity` is `error` or `warning`. Lines and columns count from 1, a column is a
//! character, the end is exclusive; `start` and `end` are bytes of the file. What is
//! not known is `null`: `file` where it is about no file, the rest where it is about a
//! file as a whole. A label has the same places and a `text`. Every text is in English, and
//! in Swedish beside it (`…_sv`). Within a version, keys
//! may be added and never change their meaning.

use serde::Serialize;

use super::position::{Source, Texts};
use super::{Diagnostic, Severity, Span, Worded, WordedLabel};
use crate::message::Language;
use crate::path::SourcePath;

/// The version of the schema.
pub const VERSION: u32 = 1;

/// Renders `diagnostics` as one JSON document that ends in a newline. `source` gives
/// the text of a file.
pub fn render(diagnostics: &[Diagnostic], source: Source<'_, '_>) -> String {
    let texts = Texts::new(source);
    let mut text = format!("{{\"version\":{VERSION},\"diagnostics\":[");
    let mut separator = "\n";
    for diagnostic in diagnostics {
        text.push_str(separator);
        let english = diagnostic.in_words(Language::English);
        let swedish = diagnostic.in_words(Language::Swedish);
        let item = Item::new(&english, &swedish, &texts);
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
    message_sv: &'a str,
    #[serde(flatten)]
    place: Place<'a>,
    note: Option<&'a str>,
    note_sv: Option<&'a str>,
    labels: Vec<LabelItem<'a>>,
    help: &'a [String],
    help_sv: &'a [String],
}

#[derive(Serialize)]
struct LabelItem<'a> {
    #[serde(flatten)]
    place: Place<'a>,
    text: &'a str,
    text_sv: &'a str,
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
    fn new(english: &'a Worded, swedish: &'a Worded, texts: &Texts<'_, '_>) -> Self {
        let label = |(label, swedish): (&'a WordedLabel, &'a WordedLabel)| LabelItem {
            place: Place::new(Some(&label.file), label.span, texts),
            text: &label.text,
            text_sv: &swedish.text,
        };
        let labels = english.labels.iter().zip(&swedish.labels);
        Self {
            severity: match english.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            },
            code: english.code.name,
            message: &english.message,
            message_sv: &swedish.message,
            place: Place::new(english.file.as_ref(), english.span, texts),
            note: english.note.as_deref(),
            note_sv: swedish.note.as_deref(),
            labels: labels.map(label).collect(),
            help: &english.help,
            help_sv: &swedish.help,
        }
    }
}

impl<'a> Place<'a> {
    fn new(file: Option<&'a SourcePath>, span: Option<Span>, texts: &Texts<'_, '_>) -> Self {
        let place = file.and_then(|file| texts.get(file)).zip(span);
        let start = place.as_ref().map(|(text, span)| text.position(span.start));
        let end = place.as_ref().map(|(text, span)| text.position(span.end));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;
    use snapbox::{IntoData, assert_data_eq, str};

    const DATE: Code = Code::error("front-matter/bad-date");

    #[test]
    fn the_schema_is_as_documented() {
        let text = "\u{feff}---\r\ndate: å 7\r\nx\r\n";
        let file = SourcePath::new("content/posts/a.md");
        let start = text.find('7').expect("it is there");
        let diagnostics = [
            Diagnostic::new(DATE, "`7` is \"no\" date\n")
                .at(&file, Span::new(start, start + 4))
                .note("here")
                .label(&file, Some(Span::new(3, 6)), "the fence")
                .label(&SourcePath::new("b.md"), None, "and there")
                .help("one")
                .help("two"),
            Diagnostic::new(Code::warning("output/kept"), "kept"),
        ];
        let rendered = render(&diagnostics, &|path| (*path == file).then_some(text));
        assert_data_eq!(rendered.as_str(), str![[r#"
{"version":1,"diagnostics":[
{"severity":"error","code":"front-matter/bad-date","message":"`7` is \"no\" date\n","message_sv":"`7` is \"no\" date\n","file":"content/posts/a.md","line":2,"column":9,"end_line":3,"end_column":2,"start":17,"end":21,"note":"here","note_sv":"here","labels":[{"file":"content/posts/a.md","line":1,"column":1,"end_line":1,"end_column":4,"start":3,"end":6,"text":"the fence","text_sv":"the fence"},{"file":"b.md","line":null,"column":null,"end_line":null,"end_column":null,"start":null,"end":null,"text":"and there","text_sv":"and there"}],"help":["one","two"],"help_sv":["one","two"]},
{"severity":"warning","code":"output/kept","message":"kept","message_sv":"kept","file":null,"line":null,"column":null,"end_line":null,"end_column":null,"start":null,"end":null,"note":null,"note_sv":null,"labels":[],"help":[],"help_sv":[]}
]}

"#]].raw());
        let value: serde_json::Value = serde_json::from_str(&rendered).expect("it is JSON");
        assert_eq!(value["version"], 1);
        assert_eq!(value["diagnostics"].as_array().map(Vec::len), Some(2));
    }

    #[test]
    fn nothing_is_an_empty_list() {
        let value: serde_json::Value =
            serde_json::from_str(&render(&[], &|_| None)).expect("it is JSON");
        assert_eq!(value["diagnostics"], serde_json::json!([]));
    }
}
