//! Paths and URLs that are safe by construction.
//!
//! Owns [`SourcePath`] (a file of the site), [`Slug`] and [`UrlPath`] (a URL of the
//! site), [`OutPath`] (a file of the output), [`BaseUrl`], the one place where addresses
//! are written, and [`shown`], by which a path on disk comes into words.
//! Must never know what lies behind a path.

mod base;
mod draft;
mod external;
pub mod misspelt;
mod shown;
mod slug;
mod url;

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use icu_normalizer::ComposingNormalizerBorrowed;

pub use base::{BaseUrl, NoBaseUrl, encode_address, encode_fragment, encode_path, encode_tail};
pub use draft::draft_part;
pub use external::external;
pub use shown::{in_shell, shown};
pub use slug::Slug;
pub use url::{OutPath, PathProblem, UrlPath, is_reserved};

/// Composes to Unicode's form C, so that å typed on any system is one letter.
pub fn nfc(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    ComposingNormalizerBorrowed::new_nfc().normalize(text)
}

/// In lower case: what a name is on systems where case doesn't count.
pub fn lower(text: &str) -> Cow<'_, str> {
    // To the end, whatever is found: it takes many bytes at a time then.
    let other = |byte: u8| !byte.is_ascii() | byte.is_ascii_uppercase();
    let others = text.bytes().fold(false, |any, byte| any | other(byte));
    match others {
        true => Cow::Owned(text.to_lowercase()),
        false => Cow::Borrowed(text),
    }
}

/// A file of the site: relative to its root, `/` between segments, NFC.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourcePath(Arc<str>);

impl SourcePath {
    /// From a relative path; separators are `/`, the text becomes NFC.
    pub fn new(path: &str) -> Self {
        Self(nfc(path).into())
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folder it lies in, without a final `/`; empty at the root.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The last segment.
    pub fn file_name(&self) -> &str {
        self.0.rsplit_once('/').map_or(&self.0, |(_, name)| name)
    }

    /// The last segment without its extension.
    pub fn stem(&self) -> &str {
        let name = self.file_name();
        name.rsplit_once('.')
            .map_or(name, |(stem, _)| if stem.is_empty() { name } else { stem })
    }

    /// The extension in lower case, without its point; empty if there is none.
    pub fn extension(&self) -> String {
        match self.file_name().rsplit_once('.') {
            Some((stem, extension)) if !stem.is_empty() => extension.to_lowercase(),
            _ => String::new(),
        }
    }

    /// Resolves a decoded relative reference against this file's folder.
    /// `None` if it leaves the site's root.
    pub fn join(&self, reference: &str) -> Option<Self> {
        let mut segments: Vec<&str> = self.folder().split('/').filter(|s| !s.is_empty()).collect();
        for segment in reference.split('/') {
            match segment {
                "" | "." => {}
                ".." => {
                    segments.pop()?;
                }
                name => segments.push(name),
            }
        }
        Some(Self::new(&segments.join("/")))
    }

    /// This file as a reference from another one, which `join` resolves.
    pub fn way_from(&self, file: &Self) -> String {
        let mut from = file
            .folder()
            .split('/')
            .filter(|s| !s.is_empty())
            .peekable();
        let mut to = self.as_str().split('/').peekable();
        while from.peek().is_some() && from.peek() == to.peek() {
            from.next();
            to.next();
        }
        let up = from.map(|_| "..");
        up.chain(to).collect::<Vec<_>>().join("/")
    }
}

impl fmt::Display for SourcePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for SourcePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", &*self.0)
    }
}
