//! What can be wrong with the tags of a template: one is open and not closed, or closes
//! what is not open, or does not exist.
//!
//! Owns one constructor for each of these problems. Must never know how templates are
//! read.

use super::template::{SYNTAX, names_help};
use super::{Diagnostic, Span};
use crate::message;
use crate::path::SourcePath;

/// A tag whose end is missing; `found` is what stands where it should have come.
pub fn unclosed_tag(
    file: &SourcePath,
    span: Span,
    name: &str,
    end: &str,
    found: Option<Span>,
) -> Diagnostic {
    let message = match name {
        "<" => message!("template-unclosed-component"),
        tag => message!("template-unclosed", tag),
    };
    let line = format!("{{% {end} %}}");
    let diagnostic = Diagnostic::new(SYNTAX, message)
        .at(file, span)
        .help(message!("template-unclosed-help", line));
    match found {
        Some(found) => diagnostic.label(file, Some(found), message!("template-unclosed-label")),
        None => diagnostic,
    }
}

/// Braces that are opened and not closed.
pub fn unended_tag(file: &SourcePath, span: Span, opening: &str, ending: &str) -> Diagnostic {
    Diagnostic::new(SYNTAX, message!("template-unclosed", tag = opening))
        .at(file, span)
        .help(message!("template-unclosed-help", line = ending))
}

/// An end, an `else` or an `elif` that belongs to nothing; `open` is what is open there.
pub fn stray_tag(file: &SourcePath, span: Span, name: &str, open: Option<Span>) -> Diagnostic {
    let tag = match name {
        "</" => "component",
        "else" | "elif" => "if",
        name => name.strip_prefix("end").unwrap_or(name),
    };
    let diagnostic = Diagnostic::new(SYNTAX, message!("template-stray", tag))
        .at(file, span)
        .help(message!("template-stray-help", tag));
    match open {
        Some(place) => diagnostic.label(file, Some(place), message!("template-stray-label")),
        None => diagnostic,
    }
}

/// `{% else if … %}`.
pub fn else_if(file: &SourcePath, span: Span) -> Diagnostic {
    Diagnostic::new(SYNTAX, message!("template-else-if"))
        .at(file, span)
        .help(message!("help-write", line = "{% elif … %}"))
}

/// `{% esle %}`.
pub fn unknown_tag(
    file: &SourcePath,
    span: Span,
    name: &str,
    nearest: Option<&str>,
    known: &[&str],
) -> Diagnostic {
    Diagnostic::new(SYNTAX, message!("template-no-tag", name))
        .at(file, span)
        .help(names_help(nearest, known.iter().copied()))
}
