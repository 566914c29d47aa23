//! The decoding layer: a spanned tree into values, with every problem at once.
//!
//! Owns what a text, a list, a date, an address … may look like, and which names a
//! key goes by. Must never know which documents there are: posts, pages, profiles and
//! the configuration each hold their own [`Schema`].

mod addresses;
mod clock;
mod dates;
mod fields;
mod html;
mod keys;
mod leftover;
mod names;
mod parts;
mod places;
mod secrecy;
mod texts;
mod values;
mod withholding;

pub use addresses::{AddressProblem, Allowed, check_address, check_email};
pub use dates::{DateProblem, Moment, parse_moment};
pub use fields::{Fields, Schema};
pub use keys::{FOREIGN, PAGE_ALIASES, PAGE_RENAMED, PERSON};
pub use names::Several;
pub use parts::{
    call_to_action, comment_state, comments_key, corrections, maps, person, picture, required_date,
};
pub use places::{aliases, name_parts, slug, slug_of_name, stand_in};

use jiff::tz::TimeZone;

use super::{fence, toml, yaml};

use crate::diagnostic::keys::KeyCodes;
use crate::diagnostic::{Diagnostic, Span};
use crate::path::SourcePath;

/// One file while it is read.
#[derive(Debug)]
pub struct Reader<'a> {
    /// The file.
    pub file: &'a SourcePath,
    /// Its whole text.
    pub text: &'a str,
    /// The codes of its area.
    pub codes: &'static KeyCodes,
    /// The zone of its dates.
    pub zone: &'a TimeZone,
    /// Whether its front matter is TOML, and advice on it has to be.
    pub toml: bool,
    /// What has been found so far.
    pub diagnostics: Vec<Diagnostic>,
}

impl<'a> Reader<'a> {
    /// Begins to read a file.
    pub fn new(
        file: &'a SourcePath,
        text: &'a str,
        codes: &'static KeyCodes,
        zone: &'a TimeZone,
    ) -> Self {
        Self {
            file,
            text,
            codes,
            zone,
            toml: false,
            diagnostics: Vec::new(),
        }
    }

    /// Adds a problem.
    pub fn report(&mut self, mut diagnostic: Diagnostic) {
        if self.toml {
            let help = diagnostic.help.iter();
            diagnostic.help = help.map(|line| toml::advice(line)).collect();
        }
        self.diagnostics.push(diagnostic);
    }

    /// The first line of a place.
    pub fn first_line(&self, span: Span) -> Span {
        let text = self.text.get(span.start..span.end).unwrap_or_default();
        let line = text.lines().next().unwrap_or_default();
        Span::new(span.start, span.start + line.trim_end().len())
    }

    /// The source of a place, for corrected lines; on one line.
    pub fn source(&self, span: Span) -> String {
        let text = self.text.get(span.start..span.end).unwrap_or_default();
        let words: Vec<&str> = text.split_whitespace().collect();
        words.join(" ")
    }
}

/// Opens a document: its front matter's keys, and where its text begins. `example` is
/// the least front matter that it needs. Where the front matter is absent or unreadable
/// this has been reported, and [`Fields::broken`] is set.
pub fn open(reader: &mut Reader<'_>, schema: &Schema, example: &str) -> (Fields, usize) {
    let before = reader.diagnostics.len();
    let split = fence::split(reader.file, reader.text, example, &mut reader.diagnostics);
    // Where it isn't clear where the keys end, one may stand unseen.
    let unclear = (reader.diagnostics[before..].iter()).any(Diagnostic::is_error);
    let mut document = match split.front_matter {
        Some(span) if split.toml => {
            reader.toml = true;
            toml::read(reader.file, reader.text, span, &mut reader.diagnostics)
        }
        Some(span) => yaml::read(reader.file, reader.text, span, &mut reader.diagnostics),
        None => yaml::Document {
            root: yaml::Node {
                span: Span::default(),
                kind: yaml::Kind::Broken,
            },
            partial: true,
        },
    };
    let mut withheld = withholding::take(reader, &mut document.root, schema);
    if let Some(front) = split.front_matter
        && let Some(fence) = closing_fence(reader.text, front)
    {
        withheld |= leftover::check(reader, schema, fence, split.body);
    }
    let mut fields = Fields::open(reader, document.root, schema, "front matter");
    fields.withheld = withheld;
    fields.broken |= document.partial || unclear;
    fields.span = opening_fence(reader.text, split.front_matter);
    (fields, split.body)
}

/// The line that ends the front matter, if it is a proper one.
fn closing_fence(text: &str, front: Span) -> Option<Span> {
    let fence = Span::new(front.end, front.end + 3);
    let written = text.get(fence.start..fence.end);
    matches!(written, Some("---" | "+++")).then_some(fence)
}

/// What is missing is missing between the fences: the first one stands for it.
fn opening_fence(text: &str, front: Option<Span>) -> Span {
    let before = front.and_then(|front| text.get(..front.start));
    let before = before.unwrap_or_default().trim_end();
    let length = before.len();
    let is_fence = before.ends_with("---") || before.ends_with("+++");
    Span::new(if is_fence { length - 3 } else { length }, length)
}
