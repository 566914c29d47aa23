//! What an accessibility statement says, as `accessibility:` in site.yaml gives it.
//!
//! Owns the types. The law behind them is the Swedish act (2018:1937) on accessibility
//! of digital public services and Digg's regulation, which say what must be stated. Must
//! never know how the page looks.

use crate::decode::{Date, Person};
use crate::diagnostic::Spanned;

/// An accessibility statement, complete.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// The public actor that is responsible.
    pub actor: String,
    /// What the statement is about.
    pub service: String,
    /// How far it conforms to the act.
    pub conformity: Conformity,
    /// What it was assessed against, for example `WCAG 2.1, nivå AA`.
    pub standard: Option<String>,
    /// When it was last assessed.
    pub assessed: Date,
    /// Who assessed it.
    pub method: Method,
    /// The assessor's name.
    pub assessor: Option<String>,
    /// When the statement last changed.
    pub updated: Date,
    /// Whom to tell of a shortcoming; the site's contact otherwise.
    pub report: Option<Person>,
    /// A page where shortcomings are reported.
    pub report_url: Option<Spanned<String>>,
    /// How soon a report is answered, completing "we answer …".
    pub reply: Option<String>,
    /// The authority that supervises.
    pub supervisor: Supervisor,
    /// Known shortcomings.
    pub problems: Vec<Shortcoming>,
    /// What is left as a disproportionate burden (section 12).
    pub burden: Vec<Shortcoming>,
    /// What the act does not cover (section 9).
    pub exempt: Vec<Shortcoming>,
}

/// How far a service conforms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Conformity {
    /// In full.
    Full,
    /// In part.
    Partial,
    /// Not.
    None,
}

impl Conformity {
    /// What site.yaml and themes call it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Partial => "partial",
            Self::None => "none",
        }
    }
}

/// Who assessed a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// The actor itself.
    Own,
    /// Somebody independent.
    External,
}

impl Method {
    /// What site.yaml and themes call it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Own => "self",
            Self::External => "external",
        }
    }
}

/// The authority that supervises the act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Supervisor {
    /// Its name.
    pub name: String,
    /// Where one complains.
    pub url: String,
}

impl Default for Supervisor {
    fn default() -> Self {
        Self {
            name: String::from("Myndigheten för digital förvaltning (Digg)"),
            url: String::from("https://www.digg.se/tdosanmalan"),
        }
    }
}

/// Something that not everybody can use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shortcoming {
    /// What it is: a line of Markdown.
    pub text: Spanned<String>,
    /// Why it is so: a line of Markdown.
    pub reason: Option<Spanned<String>>,
    /// The requirement, for example `WCAG 3.1.2`.
    pub criterion: Option<String>,
    /// Whom it concerns: words of [`SITUATIONS`].
    pub affects: Vec<&'static str>,
    /// When it is going to be fixed.
    pub fixed_by: Option<Date>,
}

/// Ways of using a service that a shortcoming can concern (EN 301 549, chapter 4).
pub const SITUATIONS: &[&str] = &[
    "no-vision",
    "low-vision",
    "colour-vision",
    "no-hearing",
    "low-hearing",
    "no-voice",
    "fine-motor",
    "reach",
    "flicker",
    "cognition",
];
