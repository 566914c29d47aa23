//! Typed values out of YAML and TOML, each with its place, and with every problem at once.
//!
//! Owns what a text, a list, a date, an address, a person … may look like, and how the
//! keys of a map are matched against a [`Schema`]. The word is that of Go, Swift and Elm
//! for the step from written data to typed values; “reader” would say that files are read
//! here, which `sources` alone does. Must never know which keys there are: documents and
//! the configuration each hold their own [`Schema`]. Pictures alone are recognised by what
//! they are, since people write them under any name.

mod addresses;
mod comment_state;
mod date;
mod fields;
mod html;
mod name;
mod names;
mod person;
pub mod pictures;
#[cfg(test)]
pub(crate) mod testing;
mod texts;
pub mod toml;
mod values;
pub mod yaml;

pub use addresses::{AddressProblem, Allowed, check_address, check_email};
pub use comment_state::{CommentState, comment_state};
pub use date::{Date, DateProblem, Moment, parse_moment};
pub use fields::{
    Fields, Foreign, Schema, fold, is_named, is_near, maps, names_secret, renamed_to,
};
pub use name::Name;
pub use names::Several;
pub use person::{Person, person};

use jiff::tz::TimeZone;

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
            diagnostic.help = help.map(toml::advice).collect();
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
