//! The engine's errors as diagnostics.
//!
//! Owns the words, without the library's noise, and where in which file an error
//! stands. Must never know what a page shows, nor how the engine prints its reports.

use std::cell::LazyCell;
use std::collections::BTreeMap;

use tera::value::Key;
use tera::{Context, Error, Value};

use super::fields::without_fields;
use super::layers::Template;
use super::report::{Place, Problem, Report, Stage, reports};
use super::signatures::table;
use super::structure::TemplateNames;
use super::wording;
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::template::{self as diagnose, CODES, Callable, names_help};
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::message;
use crate::message::{Arg, Message};
use crate::path::SourcePath;

/// The templates by the names that the engine has for them.
pub(super) type ByName = BTreeMap<String, Template>;

/// Everything that an error says, most often one thing. `context` is what the page gave.
pub(super) fn diagnostics(
    error: &Error,
    templates: &ByName,
    context: Option<&Context>,
) -> Vec<Diagnostic> {
    let reports = reports(error, |name| templates.get(name).map(Template::body));
    let names = LazyCell::new(|| TemplateNames::new(templates.keys().map(String::as_str)));
    let diagnostic = |report: Report| {
        let place = |place: &Place| {
            let template = templates.get(&place.template)?;
            Some((template, template.span(place.bytes.start, place.bytes.end)))
        };
        let found = report.place.as_ref().and_then(place);
        let mut diagnostic = describe(&report, found, templates, context)
            .unwrap_or_else(|name| diagnose::unknown_template(name, names.nearest(name)));
        if let Some((template, span)) = found {
            let span = narrowed(&diagnostic, &template.text, span);
            diagnostic = diagnostic.at(&template.path, span);
        }
        for (template, span) in report.callers.iter().filter_map(place) {
            diagnostic = {
                let label = message!("template-called-from");
                diagnostic.label(&template.path, Some(span), label)
            };
        }
        diagnostic
    };
    reports.into_iter().map(diagnostic).collect()
}

/// The message in our words; the name of a template that does not exist is an error here.
fn describe<'r>(
    report: &'r Report,
    place: Option<(&Template, Span)>,
    templates: &ByName,
    context: Option<&Context>,
) -> Result<Diagnostic, &'r str> {
    let message = report.message.as_str();
    if let Some(problem) = Problem::read(message) {
        return Ok(own(problem));
    }
    if let Some(name) = message.strip_prefix("Unknown template `") {
        return Err(name.trim_end_matches('`'));
    }
    let general = match report.stage {
        Stage::Size => {
            return Ok(
                Diagnostic::new(diagnose::TOO_LARGE, message!("template-too-large"))
                    .help(message!("template-too-large-help")),
            );
        }
        Stage::Syntax => diagnose::SYNTAX,
        Stage::Names => diagnose::UNKNOWN,
        Stage::Rendering if message.contains("recursion depth") => diagnose::TOO_DEEP,
        Stage::Rendering => diagnose::RENDER,
    };
    let known = component_twice(message, templates)
        .or_else(|| undefined(message, place, context))
        .or_else(|| unknown(message));
    Ok(known.unwrap_or_else(|| in_our_words(general, message)))
}

/// What else the engine says; its own words where they are not known, or an author's
/// (`throw`).
fn in_our_words(code: Code, message: &str) -> Diagnostic {
    match wording::words(message) {
        Some((message, Some(help))) => Diagnostic::new(code, message).help(help),
        Some((message, None)) => Diagnostic::new(code, message),
        None => Diagnostic::new(code, Message::foreign(sentence(message))),
    }
}

/// What a function of ours said, with its code.
fn own(problem: Problem) -> Diagnostic {
    let known = |known: &&Code| known.name == problem.code;
    let code = CODES.iter().find(known).copied();
    Diagnostic::new(code.unwrap_or(diagnose::RENDER), problem.message).help(problem.help)
}

/// Of a whole path, the step that does not exist.
fn narrowed(diagnostic: &Diagnostic, text: &str, span: Span) -> Span {
    let is_undefined = diagnostic.code == diagnose::UNDEFINED;
    let named = diagnostic.message.args.iter().find_map(|arg| match arg {
        (name, Arg::Text(step)) if name == "name" => Some(step.as_str()),
        _ => None,
    });
    let step = named.filter(|_| is_undefined);
    let Some(step) = step else { return span };
    let written = &text[span.start..span.end];
    let is_sign = |c: char| matches!(c, '_' | '.' | ' ' | '[' | ']' | '-' | '"' | '\'' | '`');
    let is_path = |c: char| c.is_ascii_alphanumeric() || is_sign(c);
    if !written.chars().all(is_path) {
        return span;
    }
    let found = written.match_indices(step).find(|(at, _)| {
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
        !written[..*at].ends_with(is_name) && !written[at + step.len()..].starts_with(is_name)
    });
    found.map_or(span, |(at, _)| {
        Span::new(span.start + at, span.start + at + step.len())
    })
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

/// A variable or a field that nothing gives.
fn undefined(
    message: &str,
    place: Option<(&Template, Span)>,
    context: Option<&Context>,
) -> Option<Diagnostic> {
    if message == "Tried to render a variable that is undefined" {
        return Some(
            Diagnostic::new(diagnose::UNDEFINED, message!("template-no-value"))
                .help(message!("template-no-value-help")),
        );
    }
    let (is_field, rest) = message
        .strip_prefix("Variable `")
        .map(|rest| (false, rest))
        .or_else(|| message.strip_prefix("Field `").map(|rest| (true, rest)))?;
    let (name, rest) = rest.split_once('`')?;
    if rest.starts_with(" exists but its value is undefined") {
        let message = message!("template-variable-no-value", name);
        return Some(Diagnostic::new(diagnose::UNDEFINED, message));
    }
    let available = rest.strip_prefix(" is not defined")?.split_once(": ");
    let Some((_, available)) = available else {
        let above = place.and_then(|(template, span)| above(&template.text, span));
        if let Some(above) = above.filter(|_| is_field) {
            let value = context.and_then(|context| at_path(context, above));
            let kind = value.map_or(Value::none().kind(), Value::kind);
            return Some(own(without_fields(name, above, kind)));
        }
        return Some(Diagnostic::new(diagnose::UNDEFINED, no(is_field, name)));
    };
    let available = available.split(", ").filter(|name| !name.is_empty());
    let help = names_help(nearest(name, available.clone()), available);
    Some(Diagnostic::new(diagnose::UNDEFINED, no(is_field, name)).help(help))
}

fn no(is_field: bool, name: &str) -> Message {
    if is_field {
        diagnose::no_field(name)
    } else {
        diagnose::no_variable(name)
    }
}

/// The path before a field: `page.updated` before `.long`.
fn above(text: &str, field: Span) -> Option<&str> {
    let before = text[..field.start].strip_suffix('.')?;
    let is_path = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.');
    let start = before.rfind(|c: char| !is_path(c)).map_or(0, |at| {
        at + before[at..].chars().next().map_or(0, char::len_utf8)
    });
    Some(&before[start..]).filter(|path| !path.is_empty())
}

/// The value at a path, as far as the page itself gave it.
fn at_path<'a>(context: &'a Context, path: &'a str) -> Option<&'a Value> {
    let mut steps = path.split('.');
    let root = context.get(steps.next()?)?;
    steps.try_fold(root, |value, step| value.as_map()?.get(&Key::Str(step)))
}

/// A filter, function, test or component that does not exist.
fn unknown(message: &str) -> Option<Diagnostic> {
    let (kind, rest) = message.strip_prefix("Unknown ")?.split_once(" `")?;
    let name = rest.strip_suffix('`')?;
    let diagnostic = Diagnostic::new(diagnose::UNKNOWN, message!("template-unknown", kind, name));
    let callable = [Callable::Filter, Callable::Function, Callable::Test]
        .into_iter()
        .find(|callable| callable.word() == kind);
    if let Some(callable) = callable {
        let known = table(callable).iter().map(|known| known.name);
        let mut names: Vec<&str> = known.collect();
        names.sort_unstable();
        return Some(diagnostic.help(names_help(nearest(name, names.iter().copied()), names)));
    }
    Some(diagnostic)
}

/// A sentence as ours are: a small letter first, no full stop.
fn sentence(message: &str) -> String {
    let message = message.trim().trim_end_matches('.');
    let mut letters = message.chars();
    match letters.next() {
        Some(first) if letters.as_str().starts_with(|c: char| !c.is_uppercase()) => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => message.to_owned(),
    }
}

/// The page that was being rendered, as words under the caret.
pub(super) fn on_page(diagnostic: Diagnostic, page: Option<&str>) -> Diagnostic {
    match page {
        Some(page) => diagnostic.note(message!("template-on-page", page)),
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
