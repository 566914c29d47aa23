//! The search index: from texts to the files that the search page reads.
//!
//! Owns words, stems, compounds, scores and the form of the files. Which files there
//! are follows from [`Facts`] alone, so that every URL is known before anything is
//! indexed. Must never know the site, its URLs, or how a result looks.

mod bits;
mod collect;
mod compounds;
mod files;
mod index;
mod parallel;
mod stem;
mod text;

pub use files::{checksum, filters};
pub use stem::{Language, Stems, key};
pub use text::{words, words_of_html};

/// How many documents are described in one file.
pub const DOCS_A_FILE: usize = 5;

/// How large a file of words shall be, in bytes.
const TARGET: usize = 5_000;

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

/// What decides how many files an index has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// How many documents.
    pub docs: usize,
    /// How many running words in all of them.
    pub words: usize,
}

impl Facts {
    /// How many files hold the words. A guess at the index's size: a vocabulary grows
    /// as the root of a text's length, and each of its words takes some ten bytes; of
    /// all running words every fourth is new to its document, and takes one byte.
    pub fn word_files(self) -> usize {
        let vocabulary = 20 * self.words.isqrt() * 10;
        (vocabulary + self.words * 2 / 5).div_ceil(TARGET).max(1)
    }

    /// How many files describe documents.
    pub fn doc_files(self) -> usize {
        self.docs.div_ceil(DOCS_A_FILE)
    }
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
}

impl Index {
    /// Indexes `docs`. The files are at most as many as `facts` says.
    pub fn build(docs: &[Doc<'_>], facts: Facts) -> Self {
        let postings = index::build(docs);
        let ends = files::divide(&postings, docs.len(), facts.word_files());
        Self {
            keys: files::keys(&postings, &ends),
            words: files::words(&postings, docs.len(), &ends),
            spelling: files::spelling(&postings),
        }
    }
}
