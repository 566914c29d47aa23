//! Everything that nitton can say about a user's files.
//!
//! Owns [`Diagnostic`], [`Span`] and the stable [`Code`]s, with one constructor per
//! problem (one file an area), and the renderers. Must never know who reports, and
//! prints nothing: diagnostics are values that the command line shows at the end.

pub mod address;
pub mod allow;
pub mod base_url;
pub mod config;
pub mod date;
pub mod dialect;
pub mod emphasis;
pub mod fence;
pub mod foreign;
pub mod front_matter;
pub mod headings;
pub mod human;
pub mod image;
mod instead;
pub mod json;
pub mod keys;
pub mod link;
pub mod locale;
pub mod markdown;
pub mod media;
pub mod names;
pub mod output;
pub mod paths;
mod position;
mod report;
pub mod route;
pub mod secrecy;
pub mod site;
pub mod source;
pub mod suggest;
pub mod system;
pub mod tags;
pub mod template;
pub mod theme;
pub mod values;
pub mod yaml;

use crate::message::{Language, Message};
use crate::path::SourcePath;

pub use position::{Source, Texts};
pub use report::{apply, counts, fold, summary, with_failures};

/// How bad it is. Errors stop a build, warnings only with `--strict`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The site can't be published like this.
    Error,
    /// Probably a mistake.
    Warning,
}

/// A problem's stable name, `area/problem`, and what it counts as by default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Code {
    /// For example `front-matter/unknown-key`.
    pub name: &'static str,
    /// The severity when the site says nothing else.
    pub severity: Severity,
    /// Whether it guards a promise, so that a site can't lower it.
    pub guarded: bool,
}

impl Code {
    /// An error that a site may lower (DESIGN: `diagnostics: {code: warn}`).
    pub const fn error(name: &'static str) -> Self {
        Self {
            name,
            severity: Severity::Error,
            guarded: false,
        }
    }

    /// A warning.
    pub const fn warning(name: &'static str) -> Self {
        Self {
            name,
            severity: Severity::Warning,
            guarded: false,
        }
    }

    /// An error that can't be lowered.
    pub const fn guard(name: &'static str) -> Self {
        Self {
            name,
            severity: Severity::Error,
            guarded: true,
        }
    }
}

/// A range of bytes in a whole source file, front matter included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The bytes `start..end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The place of `part` in the text that it is a slice of. Adding up the lengths of
    /// pieces instead goes wrong as soon as one of them has been trimmed.
    pub fn of(part: &str, text: &str) -> Self {
        let start = (part.as_ptr() as usize).checked_sub(text.as_ptr() as usize);
        let start = start.filter(|start| start + part.len() <= text.len());
        start.map_or(Self::new(0, text.len()), |start| {
            Self::new(start, start + part.len())
        })
    }
}

/// A value and where it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Its place in its file.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// Joins a value and its place.
    pub const fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

/// A second place that explains the first.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Label {
    /// The file.
    pub file: SourcePath,
    /// The place, or the file as a whole.
    pub span: Option<Span>,
    /// A few words.
    pub text: Message,
}

/// One problem: what is wrong, where, and the way out.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Diagnostic {
    /// Error or warning.
    pub severity: Severity,
    /// The stable code.
    pub code: Code,
    /// One sentence without a final full stop.
    pub message: Message,
    /// The file it is about, where there is one.
    pub file: Option<SourcePath>,
    /// The place in it, or the file as a whole.
    pub span: Option<Span>,
    /// A few words under the caret.
    pub note: Option<Message>,
    /// Further places.
    pub labels: Vec<Label>,
    /// What to do, a line each.
    pub help: Vec<Message>,
    /// What to do in one place that ends this problem and all others with the same words
    /// here; said where there are many.
    pub common_fix: Option<Message>,
}

impl Diagnostic {
    /// A problem with its code's default severity.
    pub fn new(code: Code, message: impl Into<Message>) -> Self {
        Self {
            severity: code.severity,
            code,
            message: message.into(),
            file: None,
            span: None,
            note: None,
            labels: Vec::new(),
            help: Vec::new(),
            common_fix: None,
        }
    }

    /// Names the place.
    #[must_use]
    pub fn at(mut self, file: &SourcePath, span: Span) -> Self {
        self.file = Some(file.clone());
        self.span = Some(span);
        self
    }

    /// Names the file as a whole.
    #[must_use]
    pub fn in_file(mut self, file: &SourcePath) -> Self {
        self.file = Some(file.clone());
        self
    }

    /// Words under the caret.
    #[must_use]
    pub fn note(mut self, text: impl Into<Message>) -> Self {
        self.note = Some(text.into());
        self
    }

    /// Adds a second place.
    #[must_use]
    pub fn label(
        mut self,
        file: &SourcePath,
        span: Option<Span>,
        text: impl Into<Message>,
    ) -> Self {
        self.labels.push(Label {
            file: file.clone(),
            span,
            text: text.into(),
        });
        self
    }

    /// Adds a line on what to do.
    #[must_use]
    pub fn help(mut self, text: impl Into<Message>) -> Self {
        self.help.push(text.into());
        self
    }

    /// Names the one place that ends all problems of this kind.
    #[must_use]
    pub fn common_fix(mut self, text: impl Into<Message>) -> Self {
        self.common_fix = Some(text.into());
        self
    }

    /// Whether it and another are about the same part of a file.
    pub fn overlaps(&self, other: &Self) -> bool {
        let (Some(one), Some(two)) = (self.span, other.span) else {
            return false;
        };
        self.file == other.file && one.start < two.end && two.start < one.end
    }

    /// Whether it stops a build.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// The same in English, which tests compare.
    #[cfg(test)]
    pub fn english(&self) -> Worded {
        self.in_words(Language::English)
    }

    /// The same in words.
    pub fn in_words(&self, language: Language) -> Worded {
        let text = |message: &Message| message.text(language);
        Worded {
            severity: self.severity,
            code: self.code,
            message: text(&self.message),
            file: self.file.clone(),
            span: self.span,
            note: self.note.as_ref().map(text),
            labels: (self.labels.iter())
                .map(|label| WordedLabel {
                    file: label.file.clone(),
                    span: label.span,
                    text: text(&label.text),
                })
                .collect(),
            help: self.help.iter().map(text).collect(),
        }
    }
}

/// A [`Diagnostic`] in the words of one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worded {
    /// Error or warning.
    pub severity: Severity,
    /// The stable code.
    pub code: Code,
    /// One sentence without a final full stop.
    pub message: String,
    /// The file it is about, where there is one.
    pub file: Option<SourcePath>,
    /// The place in it, or the file as a whole.
    pub span: Option<Span>,
    /// A few words under the caret.
    pub note: Option<String>,
    /// Further places.
    pub labels: Vec<WordedLabel>,
    /// What to do, a line each.
    pub help: Vec<String>,
}

/// A [`Label`] in the words of one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordedLabel {
    /// The file.
    pub file: SourcePath,
    /// The place, or the file as a whole.
    pub span: Option<Span>,
    /// A few words.
    pub text: String,
}

/// What could be made of an input, and what was wrong with it.
#[derive(Debug, Clone)]
pub struct Parsed<T> {
    /// The value; absent only when nothing useful could be made.
    pub value: Option<T>,
    /// In the order in which they were found.
    pub diagnostics: Vec<Diagnostic>,
}

/// The codes of every area; each area has its line here.
const AREAS: &[&[Code]] = &[
    yaml::CODES,
    keys::FRONT_MATTER_CODES,
    keys::CONFIG_CODES,
    keys::COMMENTS_CODES,
    fence::CODES,
    front_matter::CODES,
    config::CODES,
    image::CODES,
    link::CODES,
    locale::CODES,
    allow::CODES,
    emphasis::CODES,
    foreign::CODES,
    headings::CODES,
    markdown::CODES,
    media::CODES,
    output::CODES,
    route::CODES,
    site::CODES,
    source::CODES,
    template::CODES,
    theme::CODES,
];

/// Every code that there is.
pub fn codes() -> impl Iterator<Item = &'static Code> {
    AREAS.iter().copied().flatten()
}

/// A character by its number, where nothing would be seen of it.
fn code_point(letter: char) -> String {
    format!("U+{:04X}", u32::from(letter))
}

/// Sorts by file, place and code, so that reports never depend on threads.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by(|a, b| {
        (&a.file, a.span, a.code.name, &a.message).cmp(&(&b.file, b.span, b.code.name, &b.message))
    });
    diagnostics.dedup();
}
