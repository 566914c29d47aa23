//! The engine's errors as diagnostics.
//!
//! Owns where in which file an error stands, and words without the library's noise.
//! Must never know what a page shows.

use std::collections::BTreeMap;

use tera::{Error, ErrorKind};

use super::functions::{FILTERS, FUNCTIONS, TESTS};
use super::layers::Template;
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::template::{self as diagnose, did_you_mean};
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::path::SourcePath;

/// The templates by the names that the engine has for them.
pub(super) type ByName = BTreeMap<String, Template>;

/// Everything that an error says, most often one thing.
pub(super) fn diagnostics(error: &Error, templates: &ByName) -> Vec<Diagnostic> {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let span = report.span();
            let syntax = matches!(error.kind(), ErrorKind::SyntaxError(_));
            let general = if syntax {
                diagnose::SYNTAX
            } else {
                diagnose::RENDER
            };
            let mut diagnostic = describe(report.message(), general, templates);
            if let Some(template) = templates.get(report.filename()) {
                let place = template.span(span.range.start, span.range.end);
                diagnostic = diagnostic.at(&template.path, place);
            }
            vec![with_callers(diagnostic, &error.to_string(), templates)]
        }
        ErrorKind::Msg(message) => messages(message, templates),
        ErrorKind::TemplateNotFound(name) => {
            vec![describe(
                &format!("Unknown template `{name}`"),
                diagnose::UNKNOWN,
                templates,
            )]
        }
        ErrorKind::Io(_) => vec![
            Diagnostic::new(diagnose::TOO_LARGE, "the page grows without end")
                .help("look for loops in loops in its templates"),
        ],
        _ => vec![Diagnostic::new(
            diagnose::RENDER,
            sentence(&error.to_string()),
        )],
    }
}

/// A place in the engine's own layout: `name:line:column`, and carets below it.
struct Place<'a> {
    template: &'a str,
    line: usize,
    column: usize,
    width: usize,
}

/// Reports that come as text, with `--> file:line:column` below each message.
fn messages(text: &str, templates: &ByName) -> Vec<Diagnostic> {
    let reports = reports(text);
    if reports.is_empty() {
        let diagnostic = component_twice(text, templates);
        return vec![diagnostic.unwrap_or_else(|| describe(text, diagnose::RENDER, templates))];
    }
    reports
        .into_iter()
        .map(|(message, place)| {
            let diagnostic = describe(message, diagnose::UNKNOWN, templates);
            match templates.get(place.template) {
                Some(template) => diagnostic.at(&template.path, place.span(template)),
                None => diagnostic,
            }
        })
        .collect()
}

/// Two templates of one layer that define the same component.
fn component_twice(message: &str, templates: &ByName) -> Option<Diagnostic> {
    let (name, rest) = message
        .strip_prefix("Component `")?
        .split_once("` is defined in both `")?;
    let (first, second) = rest.strip_suffix('`')?.split_once("` and `")?;
    let (first, second) = (templates.get(first)?, templates.get(second)?);
    Some(diagnose::component_twice(&second.path, name, &first.path))
}

/// The messages in a text and their places: several, one after the other.
fn reports<'a>(text: &'a str) -> Vec<(&'a str, Place<'a>)> {
    let lines: Vec<&'a str> = text.lines().collect();
    let report = |index: usize| -> Option<(&'a str, Place<'a>)> {
        let message = lines[index].strip_prefix("error: ")?;
        let place = lines.get(index + 1)?.trim_start().strip_prefix("--> ")?;
        Some((message, Place::read(place, &lines[index + 1..])?))
    };
    (0..lines.len()).filter_map(report).collect()
}

impl<'a> Place<'a> {
    /// Reads `name:line:column`, all counted from 1, and the carets three lines on.
    fn read(place: &'a str, lines: &[&str]) -> Option<Self> {
        let mut parts = place.rsplitn(3, ':');
        let column = parts.next()?.parse().ok()?;
        let line = parts.next()?.parse().ok()?;
        Some(Self {
            template: parts.next()?,
            line,
            column,
            width: lines.get(3).map_or(0, |carets| carets.matches('^').count()),
        })
    }

    /// The bytes above the carets.
    fn span(&self, template: &Template) -> Span {
        let text = template.body();
        let start = offset(text, self.line, self.column);
        let width = text[start..]
            .chars()
            .take(self.width.max(1))
            .take_while(|c| *c != '\n')
            .map(char::len_utf8)
            .sum::<usize>();
        template.span(start, start + width)
    }
}

/// The byte of a line and a column of characters, both from 1.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    text[start..]
        .char_indices()
        .nth(column.saturating_sub(1))
        .map_or(text.len(), |(at, _)| start + at)
}

/// Adds the templates that led to the place, innermost first.
fn with_callers(mut diagnostic: Diagnostic, report: &str, templates: &ByName) -> Diagnostic {
    let lines: Vec<&str> = report.lines().collect();
    for (index, line) in lines.iter().enumerate() {
        let caller = line
            .strip_prefix("note: called from ")
            .and_then(|place| Place::read(place, &lines[index..]));
        if let Some(place) = caller
            && let Some(template) = templates.get(place.template)
        {
            let span = place.span(template);
            diagnostic = diagnostic.label(&template.path, Some(span), "called from here");
        }
    }
    diagnostic
}

/// The message in our words. Functions of ours give the way out on further lines.
fn describe(message: &str, general: Code, templates: &ByName) -> Diagnostic {
    let known = undefined(message).or_else(|| unknown(message, templates));
    if let Some(diagnostic) = known {
        return diagnostic;
    }
    let mut lines = message.lines();
    let first = lines.next().unwrap_or_default();
    let code = match first {
        first if first.starts_with("there is no text ") => diagnose::UNKNOWN_TEXT,
        first if first.starts_with("there is no asset ") => diagnose::UNKNOWN_ASSET,
        first if first.contains("recursion depth") => diagnose::TOO_DEEP,
        _ => general,
    };
    lines.fold(
        Diagnostic::new(code, sentence(first)),
        |diagnostic, line| diagnostic.help(line),
    )
}

/// A variable or a field that nothing gives.
fn undefined(message: &str) -> Option<Diagnostic> {
    if message == "Tried to render a variable that is undefined" {
        return Some(
            Diagnostic::new(diagnose::UNDEFINED, "this has no value")
                .help("give a value for this case: `{{ … or \"\" }}`"),
        );
    }
    let (kind, rest) = message
        .strip_prefix("Variable `")
        .map(|rest| ("variable", rest))
        .or_else(|| message.strip_prefix("Field `").map(|rest| ("field", rest)))?;
    let (name, rest) = rest.split_once('`')?;
    if rest.starts_with(" exists but its value is undefined") {
        return Some(Diagnostic::new(
            diagnose::UNDEFINED,
            format!("the {kind} `{name}` has no value"),
        ));
    }
    let rest = rest.strip_prefix(" is not defined")?;
    let available = rest
        .split_once(": ")
        .map_or("", |(_, names)| names)
        .split(", ")
        .filter(|name| !name.is_empty());
    let diagnostic = Diagnostic::new(diagnose::UNDEFINED, format!("there is no {kind} `{name}`"));
    let near = nearest(name, available.clone());
    let names: Vec<String> = available.map(|name| format!("`{name}`")).collect();
    Some(match near {
        Some(near) => diagnostic.help(did_you_mean(near)),
        None if names.is_empty() => diagnostic,
        None => diagnostic.help(format!("there are {}", names.join(", "))),
    })
}

/// A filter, function, test, component, template or block that does not exist.
fn unknown(message: &str, templates: &ByName) -> Option<Diagnostic> {
    if let Some(rest) = message.strip_prefix("Block `") {
        let (name, _) = rest.split_once("` is not defined in any parent")?;
        let message = format!(
            "no template that this one extends has a block `{name}`, so nothing would show it"
        );
        return Some(Diagnostic::new(diagnose::UNKNOWN_BLOCK, message));
    }
    let (kind, rest) = message.strip_prefix("Unknown ")?.split_once(" `")?;
    let name = rest.strip_suffix('`')?;
    let short = |full: &'static str| full;
    let near = match kind {
        "filter" => nearest(name, FILTERS.iter().copied().map(short)),
        "function" => nearest(name, FUNCTIONS.iter().copied()),
        "test" => nearest(name, TESTS.iter().copied()),
        "template" => nearest_template(name, templates),
        _ => None,
    };
    let diagnostic = Diagnostic::new(diagnose::UNKNOWN, format!("there is no {kind} `{name}`"));
    Some(match near {
        Some(near) => diagnostic.help(did_you_mean(near)),
        None => diagnostic,
    })
}

/// The template with the nearest name, without the name of its theme first.
fn nearest_template<'a>(name: &str, templates: &'a ByName) -> Option<&'a str> {
    let names = || templates.keys().map(String::as_str);
    let short = names().filter_map(|full| full.split_once('/').map(|(_, short)| short));
    nearest(name, short).or_else(|| nearest(name, names()))
}

/// A sentence as ours are: a small letter first, no full stop.
fn sentence(message: &str) -> String {
    // The engine names types as Rust does.
    let message = message
        .trim()
        .trim_end_matches('.')
        .replace("`&str`", "`string`");
    let mut letters = message.chars();
    match letters.next() {
        Some(first) if letters.as_str().starts_with(|c: char| !c.is_uppercase()) => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => message,
    }
}

/// The page that was being rendered, as words under the caret.
pub(super) fn on_page(diagnostic: Diagnostic, page: Option<&str>) -> Diagnostic {
    match page {
        Some(page) => diagnostic.note(format!("while rendering {page}")),
        None => diagnostic,
    }
}

/// A placeless error still names the template that was asked for.
pub(super) fn in_template(diagnostic: Diagnostic, file: Option<&SourcePath>) -> Diagnostic {
    match file {
        Some(file) if diagnostic.file.is_none() => diagnostic.in_file(file),
        _ => diagnostic,
    }
}
