//! The form of a post's URL.

use std::str::FromStr;

use super::super::{Permalink, PermalinkPart};
use crate::diagnostic::paths;
use crate::message;
use crate::message::{Arg, Message};
use crate::path::{PathProblem, UrlPath};

/// Why a permalink can't be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PermalinkProblem {
    /// It does not begin and end with `/`.
    Slashes,
    /// Posts of one day could not be told apart.
    NoSlug,
    /// Not a field.
    UnknownField(String),
    /// A bracket without its other.
    Brackets,
    /// It has a scheme and a host.
    Whole,
    /// It is percent-encoded.
    Encoded,
    /// It ends like the name of a file.
    File,
    /// Not a safe path.
    Path(PathProblem),
}

/// The fields by name.
const FIELDS: &[(&str, PermalinkPart)] = &[
    ("year", PermalinkPart::Year),
    ("month", PermalinkPart::Month),
    ("day", PermalinkPart::Day),
    ("slug", PermalinkPart::Slug),
    ("lang", PermalinkPart::Lang),
];

impl PermalinkProblem {
    /// In words.
    pub fn message(&self, written: &str) -> Message {
        match self {
            Self::Slashes => message!("permalink-slashes", written),
            Self::NoSlug => message!("permalink-no-slug", written, field = "{slug}"),
            Self::UnknownField(name) => {
                let fields = FIELDS.iter().map(|(field, _)| format!("{{{field}}}"));
                let fields = Arg::list(fields);
                message!("permalink-unknown-field", written, name, fields)
            }
            Self::Whole => message!("permalink-whole", written),
            Self::Encoded => message!("permalink-encoded", written),
            Self::Brackets => message!("permalink-brackets", written),
            Self::File => message!("permalink-file", written),
            Self::Path(problem) => {
                let reason = paths::reason(*problem);
                message!("permalink-unsafe", written, reason)
            }
        }
    }

    /// The permalink that may be meant by `written`.
    pub fn meant(&self, written: &str) -> String {
        let host = written.split_once("://").map(|(_, rest)| rest);
        let path = host.map_or(written, |rest| rest.find('/').map_or("", |at| &rest[at..]));
        let path = path.split(['?', '#']).next().unwrap_or_default();
        let decoded = decoded(path);
        let path = decoded.as_deref().unwrap_or(path);
        let meant = from_others(path);
        // What is said to be right must be.
        match path.trim_matches('/').is_empty() || meant.parse::<Permalink>().is_err() {
            true => "/{year}/{month}/{slug}/".to_owned(),
            false => meant,
        }
    }
}

impl Default for Permalink {
    /// `/{year}/{month}/{slug}/`.
    fn default() -> Self {
        let field = |part: PermalinkPart| vec![part];
        Self {
            segments: vec![
                field(PermalinkPart::Year),
                field(PermalinkPart::Month),
                field(PermalinkPart::Slug),
            ],
        }
    }
}

impl FromStr for Permalink {
    type Err = PermalinkProblem;

    fn from_str(written: &str) -> Result<Self, PermalinkProblem> {
        if written.contains("://") {
            return Err(PermalinkProblem::Whole);
        }
        if decoded(written).is_some() {
            return Err(PermalinkProblem::Encoded);
        }
        if written.contains([':', '%']) {
            let word = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
            let start = written.find([':', '%']).unwrap_or(0);
            let mut letters = written[start..].chars();
            let sign = letters.next();
            let name = letters.take_while(|&c| word(c));
            let field: String = sign.into_iter().chain(name).collect();
            return Err(PermalinkProblem::UnknownField(field));
        }
        let inner = written
            .strip_prefix('/')
            .and_then(|rest| rest.strip_suffix('/'))
            .ok_or(PermalinkProblem::Slashes)?;
        let segments: Vec<Vec<PermalinkPart>> =
            inner.split('/').map(segment).collect::<Result<_, _>>()?;
        if !segments
            .iter()
            .flatten()
            .any(|part| *part == PermalinkPart::Slug)
        {
            return Err(PermalinkProblem::NoSlug);
        }
        let last = segments.last().and_then(|parts| parts.last());
        if let Some(PermalinkPart::Literal(end)) = last
            && is_file(end)
        {
            return Err(PermalinkProblem::File);
        }
        let sample = written.replace(['{', '}'], "x");
        UrlPath::new(&sample).map_err(PermalinkProblem::Path)?;
        Ok(Self { segments })
    }
}

/// `{year}-{slug}` into its parts.
fn segment(mut text: &str) -> Result<Vec<PermalinkPart>, PermalinkProblem> {
    let mut parts = Vec::new();
    while !text.is_empty() {
        let Some(open) = text.find('{') else {
            if text.contains('}') {
                return Err(PermalinkProblem::Brackets);
            }
            parts.push(PermalinkPart::Literal(text.to_owned()));
            break;
        };
        let (literal, rest) = text.split_at(open);
        if literal.contains('}') {
            return Err(PermalinkProblem::Brackets);
        }
        if !literal.is_empty() {
            parts.push(PermalinkPart::Literal(literal.to_owned()));
        }
        let close = rest.find('}').ok_or(PermalinkProblem::Brackets)?;
        let name = &rest[1..close];
        let field = FIELDS.iter().find(|(field, _)| *field == name);
        let field = field.ok_or_else(|| PermalinkProblem::UnknownField(name.to_owned()))?;
        parts.push(field.1.clone());
        text = &rest[close + 1..];
    }
    Ok(parts)
}

const FILES: [&str; 3] = [".html", ".htm", ".php"];

fn is_file(end: &str) -> bool {
    FILES.iter().any(|file| is_ending(end, file))
}

fn is_ending(text: &str, ending: &str) -> bool {
    let at = text.len().checked_sub(ending.len());
    let end = at.and_then(|at| text.get(at..));
    end.is_some_and(|end| end.eq_ignore_ascii_case(ending))
}

/// A path without its percent-encoding, if it has any. `%day%` of WordPress is none.
fn decoded(path: &str) -> Option<String> {
    let decoded = percent_encoding::percent_decode_str(path)
        .decode_utf8()
        .ok()?;
    (decoded != path).then(|| decoded.into_owned())
}

/// Jekyll's and Hugo's `/:year/:month/:title.html` in our words.
fn from_others(written: &str) -> String {
    let mut segments = Vec::new();
    for segment in written.split('/').filter(|segment| !segment.is_empty()) {
        let ending = FILES.iter().find(|file| is_ending(segment, file));
        let word = &segment[..segment.len() - ending.map_or(0, |file| file.len())];
        let ours = self::segment(word).is_ok() && !word.contains([':', '%']) && word != "..";
        if ours && !word.is_empty() {
            segments.push(word.to_owned());
            continue;
        }
        // Dates as `strftime` and WordPress have them: `%Y`, `%postname%`.
        let ours = match &*word
            .trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase()
        {
            "y" if word.starts_with('%') => "{year}",
            "m" if word.starts_with('%') => "{month}",
            "d" if word.starts_with('%') => "{day}",
            "year" | "yyyy" | "år" => "{year}",
            "month" | "monthnum" | "mm" | "i_month" | "månad" => "{month}",
            "day" | "dd" | "dag" => "{day}",
            "slug" | "title" | "titel" | "name" | "filename" | "postname" | "slugorfilename" => {
                "{slug}"
            }
            "lang" | "language" | "språk" => "{lang}",
            _ => continue,
        };
        segments.push(ours.to_owned());
    }
    if !segments.iter().any(|segment| segment.contains("{slug}")) {
        segments.push("{slug}".to_owned());
    }
    format!("/{}/", segments.join("/"))
}
