//! Which files the search index has.
//!
//! Owns their addresses below the search page, and how many there are: that follows from
//! the size of the site alone, so that every address is known before anything is
//! indexed. Must never know what is in them.

use crate::site::Site;

/// How many documents are described in one file.
pub const DOCS_A_FILE: usize = 5;

/// How large a file of words shall be, in bytes.
const TARGET: usize = 5_000;

/// What decides how many files the index has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IndexSize {
    /// How many documents.
    pub docs: usize,
    /// How many running words in all of them.
    pub words: usize,
}

impl IndexSize {
    /// The size of a site's index.
    pub fn of(site: &Site) -> Self {
        Self {
            docs: site.posts.len() + site.pages.len(),
            words: site.words,
        }
    }

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

    /// All files of the index.
    pub fn files(self) -> impl Iterator<Item = SearchFile> {
        let single = [SearchFile::Index, SearchFile::Filters, SearchFile::Spelling];
        let words = (0..self.word_files()).map(SearchFile::Words);
        let docs = (0..self.doc_files()).map(SearchFile::Docs);
        single.into_iter().chain(words).chain(docs)
    }
}

/// The files of the search index, below the search page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SearchFile {
    /// What the others are: read first.
    Index,
    /// Words and where they are, from 0.
    Words(usize),
    /// Titles, leads and addresses, from 0.
    Docs(usize),
    /// Which documents each filter lets through.
    Filters,
    /// What a misspelt word may have been.
    Spelling,
}

impl SearchFile {
    pub(super) fn path(self) -> String {
        match self {
            Self::Index => "index.json".to_owned(),
            Self::Words(number) => format!("words/{number}.bin"),
            Self::Docs(number) => format!("posts/{number}.json"),
            Self::Filters => "filters.bin".to_owned(),
            Self::Spelling => "spelling.txt".to_owned(),
        }
    }
}
