//! The search index: from texts to the files that the search page reads.
//!
//! Owns words, stems, compounds, scores and the form of the files. How many files of
//! words there are is for the caller to say, who must know every URL before anything is
//! indexed. Must never know the site, its URLs, or how a result looks.

mod bits;
mod collect;
mod compounds;
mod files;
mod index;
mod parallel;
mod stem;
mod text;

use std::collections::BTreeMap;

pub use files::{checksum, filters};
pub use stem::{Language, Stems, key};
pub use text::{words, words_of_html};

/// A document to be found.
#[derive(Debug, Clone)]
pub struct Doc<'a> {
    /// Its language.
    pub language: Language,
    /// Its title.
    pub title: &'a str,
    /// What lists show of its text; also the beginning of a result.
    pub lead: &'a str,
    /// Names of those who wrote it.
    pub authors: Vec<&'a str>,
    /// Names of its tags and networks.
    pub terms: Vec<&'a str>,
    /// Its text.
    pub html: &'a str,
}

/// An index over some documents, which are numbered from 0 as they were given.
#[derive(Debug)]
pub struct Index {
    /// The key that each file of words begins with, as short as it can be and still
    /// stand after all keys before it.
    pub keys: Vec<String>,
    /// The files of words, at most as many as were asked for.
    pub words: Vec<Vec<u8>>,
    /// The words that a query may have meant.
    pub spelling: String,
    /// How words go on after their stems: what stands there in place of a stem's end.
    pub endings: BTreeMap<String, Vec<String>>,
}

impl Index {
    /// Indexes `docs`, with at most `files` files of words.
    pub fn build(docs: &[Doc<'_>], files: usize) -> Self {
        let postings = index::build(docs);
        let ends = files::divide(&postings, docs.len(), files);
        Self {
            keys: files::keys(&postings, &ends),
            words: files::words(&postings, docs.len(), &ends),
            spelling: files::spelling(&postings),
            endings: postings.endings,
        }
    }
}
