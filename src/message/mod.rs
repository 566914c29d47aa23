//! Words for people, chosen late: a message is a key of the catalogue and what goes into it.
//!
//! Owns [`Message`] and the catalogue, one file a language under `messages/` (Project
//! Fluent). Only the two ends, the terminal and the preview's overlay, choose a
//! [`Language`]; all that lies between passes messages on as values. Must never know who
//! speaks, or of what.
//!
//! ```
//! use nitton::message;
//! use nitton::message::Language;
//!
//! let found = message!("count-files", count = 2_usize);
//! assert_eq!(found.text(Language::English), "2 files");
//! assert_eq!(found.text(Language::Swedish), "2 filer");
//! ```

mod catalogue;
mod language;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

pub use language::Language;

use crate::path::SourcePath;

/// A text of the catalogue and what is to be put into it. Made by [`message!`](crate::message!).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Message {
    /// The key in `messages/*.ftl`.
    pub key: Cow<'static, str>,
    /// What its placeholders stand for, by their names.
    pub args: Vec<(Cow<'static, str>, Arg)>,
}

/// What a placeholder stands for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Arg {
    /// A text that is the same in every language: what a user wrote, a name, a key.
    Text(String),
    /// A count. Numbers that count nothing, a line or a year, are texts.
    Number(usize),
    /// A place on this computer, which the preview shows to nobody else.
    Place(PathBuf),
    /// Other words of the catalogue.
    Message(Message),
    /// Several, joined by commas and nothing else.
    List(Vec<Arg>),
    /// Several, of which one is meant: `a`, `b` or `c`.
    AnyOf(Vec<Arg>),
    /// Several, all of which are meant: `a`, `b` and `c`.
    AllOf(Vec<Arg>),
}

impl Message {
    /// The words in a language.
    pub fn text(&self, language: Language) -> String {
        catalogue::text(self, language)
    }

    /// Words that come from another program or library, in whatever language they are.
    pub fn foreign(text: impl Into<String>) -> Self {
        let text: String = text.into();
        crate::message!("foreign", text)
    }

    /// The same without the places on this computer.
    #[must_use]
    pub fn without_places(mut self) -> Self {
        for (_, arg) in &mut self.args {
            arg.hide_places();
        }
        self
    }
}

/// The text of a key that is put together while the program runs, and that has no
/// placeholders: of the command line's help, whose keys follow from the arguments' names.
pub(crate) fn named(key: &str, language: Language) -> Option<String> {
    catalogue::named(key, language)
}

impl Arg {
    fn hide_places(&mut self) {
        match self {
            Self::Place(place) => *place = PathBuf::from("…"),
            Self::Message(message) => {
                message
                    .args
                    .iter_mut()
                    .for_each(|(_, arg)| arg.hide_places());
            }
            Self::List(all) | Self::AnyOf(all) | Self::AllOf(all) => {
                all.iter_mut().for_each(Self::hide_places);
            }
            Self::Text(_) | Self::Number(_) => {}
        }
    }

    /// Texts, of which one is meant, each between backticks.
    pub fn any_of<T: ToString>(texts: impl IntoIterator<Item = T>) -> Self {
        Self::AnyOf(quoted(texts))
    }

    /// Texts, all of which are meant, each between backticks.
    pub fn all_of<T: ToString>(texts: impl IntoIterator<Item = T>) -> Self {
        Self::AllOf(quoted(texts))
    }

    /// Texts with commas between them, each between backticks.
    pub fn list<T: ToString>(texts: impl IntoIterator<Item = T>) -> Self {
        Self::List(quoted(texts))
    }
}

fn quoted<T: ToString>(texts: impl IntoIterator<Item = T>) -> Vec<Arg> {
    let quoted = |text: T| Arg::Text(format!("`{}`", text.to_string()));
    texts.into_iter().map(quoted).collect()
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<char> for Arg {
    fn from(letter: char) -> Self {
        Self::Text(letter.into())
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(number)
    }
}

impl From<&SourcePath> for Arg {
    fn from(path: &SourcePath) -> Self {
        Self::Text(path.as_str().to_owned())
    }
}

impl From<&Path> for Arg {
    fn from(place: &Path) -> Self {
        Self::Place(place.to_owned())
    }
}

impl From<Message> for Arg {
    fn from(message: Message) -> Self {
        Self::Message(message)
    }
}

/// Tests say in plain words what they compare. Nothing else can: all words of the program
/// are in the catalogue.
#[cfg(test)]
impl<T: Into<String>> From<T> for Message {
    fn from(text: T) -> Self {
        Self::foreign(text)
    }
}

/// A [`Message`](crate::message::Message): its key, and its arguments as in `format!`, by
/// name. `message!("link-no-scheme", written, corrected = &address)`.
///
/// A test compares each key and its names with the catalogue of every language.
#[macro_export]
macro_rules! message {
    (@arg $name:ident) => { $crate::message::Arg::from($name) };
    (@arg $name:ident = $value:expr) => { $crate::message::Arg::from($value) };
    ($key:literal $(, $name:ident $(= $value:expr)?)* $(,)?) => {
        $crate::message::Message {
            key: ::std::borrow::Cow::Borrowed($key),
            args: vec![$((
                ::std::borrow::Cow::Borrowed(stringify!($name)),
                $crate::message!(@arg $name $(= $value)?),
            )),*],
        }
    };
}
