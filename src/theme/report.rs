//! What the engine says of an error, as data.
//!
//! Owns the engine's own layout of reports, which it prints and does not give out, and
//! how errors of nitton's own functions come through it. Must never know what a message
//! means. The recorded samples below show when a new version of the engine changes it.

use std::borrow::Cow;
use std::ops::Range;

use serde::{Deserialize, Serialize};
use tera::{Error, ErrorKind};

use crate::diagnostic::Code;
use crate::message::Message;

/// One problem that the engine found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Report {
    pub(super) stage: Stage,
    pub(super) message: String,
    pub(super) place: Option<Place>,
    /// The places that led there, innermost first.
    pub(super) callers: Vec<Place>,
}

/// When it was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// A template can't be understood.
    Syntax,
    /// A name that no template or function has.
    Names,
    /// A page is being rendered.
    Rendering,
    /// The page is too large to be written.
    Size,
}

/// A part of a template as the engine has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) template: String,
    pub(super) bytes: Range<usize>,
}

/// An error of one of nitton's own functions, on its way through the engine, which takes
/// a text only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Problem {
    /// The name of its code.
    pub(super) code: Cow<'static, str>,
    pub(super) message: Message,
    pub(super) help: Message,
}

/// What begins such a text; JSON follows, on the same line.
const MARK: &str = "nitton:";

impl Problem {
    pub(super) const fn new(code: Code, message: Message, help: Message) -> Self {
        Self {
            code: Cow::Borrowed(code.name),
            message,
            help,
        }
    }

    /// Reads it back.
    pub(super) fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text.strip_prefix(MARK)?).ok()
    }
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        let json = serde_json::to_string(&problem);
        Self::message(format!(
            "{MARK}{}",
            json.expect("only a path that is not UTF-8 is no JSON, and there are no paths in it")
        ))
    }
}

/// Whether the engine was surprised by a tag or by the end, and so points at the place
/// where it noticed, not at the tag to blame.
pub(super) fn is_surprise(error: &Error) -> bool {
    match error.kind() {
        ErrorKind::SyntaxError(report) => {
            matches!(report.message(), "Unknown tag" | "Unexpected end of input")
        }
        _ => false,
    }
}

/// Everything that an error says, most often one thing. `text_of` gives a template's text
/// by its name.
pub(super) fn reports<'a>(error: &Error, text_of: impl Fn(&str) -> Option<&'a str>) -> Vec<Report> {
    let without_place = |stage, message: String| Report {
        stage,
        message,
        place: None,
        callers: Vec::new(),
    };
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let stage = match error.kind() {
                ErrorKind::SyntaxError(_) => Stage::Syntax,
                _ => Stage::Rendering,
            };
            let callers = places(&error.to_string(), "note: called from ", &text_of);
            vec![Report {
                stage,
                message: report.message().to_owned(),
                place: Some(Place {
                    template: report.filename().to_owned(),
                    bytes: report.span().range.clone(),
                }),
                callers: callers.into_iter().map(|(_, place)| place).collect(),
            }]
        }
        ErrorKind::Msg(message) => {
            let found = places(message, "--> ", &text_of);
            if found.is_empty() {
                return vec![without_place(Stage::Rendering, message.clone())];
            }
            let named = found.into_iter().map(|(message, place)| Report {
                place: Some(place),
                ..without_place(Stage::Names, message)
            });
            named.collect()
        }
        ErrorKind::TemplateNotFound(name) => {
            vec![without_place(
                Stage::Names,
                format!("Unknown template `{name}`"),
            )]
        }
        ErrorKind::Io(_) => vec![without_place(Stage::Size, String::new())],
        _ => vec![without_place(Stage::Rendering, error.to_string())],
    }
}

/// The places in a printed report that follow `mark`, each with the message above it.
fn places<'a>(
    report: &str,
    mark: &str,
    text_of: &impl Fn(&str) -> Option<&'a str>,
) -> Vec<(String, Place)> {
    let lines: Vec<&str> = report.lines().collect();
    let place = |index: usize| {
        let place = lines[index].trim_start().strip_prefix(mark)?;
        let above = index.checked_sub(1).map_or("", |above| lines[above]);
        let message = above.strip_prefix("error: ").unwrap_or_default();
        let carets = lines.get(index + 3)?;
        Some((message.to_owned(), read_place(place, carets, text_of)?))
    };
    (0..lines.len()).filter_map(place).collect()
}

/// Reads `name:line:column`, both from 1 and in characters, and the carets below.
fn read_place<'a>(
    place: &str,
    carets: &str,
    text_of: &impl Fn(&str) -> Option<&'a str>,
) -> Option<Place> {
    let mut parts = place.rsplitn(3, ':');
    let column: usize = parts.next()?.parse().ok()?;
    let line: usize = parts.next()?.parse().ok()?;
    let template = parts.next()?;
    let text = text_of(template)?;
    let line_start: usize = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    let start = text[line_start..]
        .char_indices()
        .nth(column.saturating_sub(1))
        .map_or(text.len(), |(at, _)| line_start + at);
    let width = carets.matches('^').count().max(1);
    let length: usize = text[start..]
        .chars()
        .take(width)
        .take_while(|c| *c != '\n')
        .map(char::len_utf8)
        .sum();
    Some(Place {
        template: template.to_owned(),
        bytes: start..start + length,
    })
}

#[cfg(test)]
mod tests {
    use tera::{Context, Tera};

    use super::*;
    use crate::message;
    use crate::message::Arg;

    /// What the engine of today says: stage, message, and what stands at each place.
    fn recorded(texts: &[(&str, &str)]) -> Vec<String> {
        let mut tera = Tera::new();
        let text_of = |name: &str| texts.iter().find(|(known, _)| *known == name).map(|t| t.1);
        let error = tera
            .add_raw_templates(texts.iter().copied())
            .err()
            .or_else(|| tera.render(texts[0].0, &Context::new()).err())
            .expect("an error");
        let place = |place: &Place| {
            let text = text_of(&place.template).expect("a template");
            format!(" @ {} `{}`", place.template, &text[place.bytes.clone()])
        };
        let line = |report: Report| {
            let places = report.place.iter().chain(&report.callers);
            let places: String = places.map(place).collect();
            format!("{:?}: {}{places}", report.stage, report.message)
        };
        reports(&error, text_of).into_iter().map(line).collect()
    }

    #[test]
    fn reports_of_the_engine_are_read_as_they_are_today() {
        type Sample<'a> = (&'a [(&'a str, &'a str)], &'a [&'a str]);
        let samples: &[Sample<'_>] = &[
            (
                &[("a", "å {% if x %}\ny")],
                &["Syntax: Unexpected end of input @ a `\ny`"],
            ),
            (
                &[("a", "{% endif %}")],
                &["Syntax: Unknown tag @ a `endif`"],
            ),
            (
                &[("a", "å\n{{ 1 | abz }}{{ f() }}")],
                &[
                    "Names: Unknown filter `abz` @ a `abz`",
                    "Names: Unknown function `f` @ a `f()`",
                ],
            ),
            (
                &[
                    ("a", "{% include 'b' %}"),
                    ("b", "å{% include \"c\" %}"),
                    ("c", "{{ d }}"),
                ],
                &["Rendering: Variable `d` is not defined. @ c `d` @ b `\"c\"` @ a `'b'`"],
            ),
            (
                &[("a", "{{ throw(message='x') }}")],
                &["Rendering: x @ a `throw(message='x')`"],
            ),
        ];
        for (texts, expected) in samples {
            assert_eq!(recorded(texts), *expected);
        }
    }

    #[test]
    fn problems_come_through_the_engine() {
        let problem = Problem::new(
            crate::diagnostic::template::RENDER,
            message!("template-not-a-date", value = "\"två\nrader\""),
            message!("help-did-you-mean", names = Arg::any_of(["å", "`"])),
        );
        let error: Error = problem.clone().into();
        let found = reports(&error, |_| None);
        assert_eq!(Problem::read(&found[0].message), Some(problem));
    }
}
