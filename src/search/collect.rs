//! Which words each document holds, and how much they weigh there.
//!
//! Owns fields and their weights, and the numbering of words. Must never know stems
//! or how an index is stored.

use super::Doc;
use super::stem::Language;
use super::text::{words, words_of_html};
use crate::table::Table;

/// What a word is worth by where it stands; one in running text is worth 1.
pub(super) const TITLE: f32 = 8.0;
const AUTHOR: f32 = 6.0;
const TERM: f32 = 4.0;
const LEAD: f32 = 2.0;
const HEADING: f32 = 3.0;

/// A word of one document.
#[derive(Debug, Clone, Copy)]
pub(super) struct Use {
    /// Index into [`Words::words`].
    pub(super) word: u32,
    /// How often in running text.
    pub(super) body: u16,
    /// The sum of its weights elsewhere, in quarters.
    pub(super) fields: u16,
}

/// All words of some documents.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// Each word once, with its language, in the order of appearance.
    pub(super) words: Vec<(Language, Box<str>)>,
    /// Each document's words, each once.
    pub(super) uses: Vec<Use>,
    /// Where each document's words end in `uses`.
    pub(super) ends: Vec<usize>,
    /// The length of each document's running text, in words that are no stop words.
    pub(super) lengths: Vec<u32>,
}

/// Reads some documents.
pub(super) fn collect(docs: &[Doc<'_>]) -> Words {
    let mut reader = Reader::default();
    for (number, doc) in docs.iter().enumerate() {
        reader.document(number, doc);
    }
    reader.found
}

#[derive(Default)]
struct Reader {
    found: Words,
    /// By language: the number of each word, or of none for a stop word.
    numbers: Table<Language, Table<Box<str>, Option<u32>>>,
    /// By word: the last document that holds it, and its place in `uses`.
    last: Vec<(u32, u32)>,
}

impl Reader {
    fn document(&mut self, number: usize, doc: &Doc<'_>) {
        let language = doc.language;
        let mut numbers = self.numbers.remove(&language).unwrap_or_else(|| {
            let stop_words = language.stop_words().split_whitespace();
            stop_words.map(|word| (word.into(), None)).collect()
        });
        let mut length = 0;
        let mut add = |word: &str, body: u16, weight: f32| {
            let word = match numbers.get(word) {
                Some(&Some(known)) => known,
                Some(None) => return,
                None => {
                    let new = self.found.words.len() as u32;
                    numbers.insert(word.into(), Some(new));
                    self.found.words.push((language, word.into()));
                    self.last.push((u32::MAX, 0));
                    new
                }
            };
            let (document, place) = &mut self.last[word as usize];
            if *document != number as u32 {
                (*document, *place) = (number as u32, self.found.uses.len() as u32);
                self.found.uses.push(Use {
                    word,
                    body: 0,
                    fields: 0,
                });
            }
            let found = &mut self.found.uses[*place as usize];
            found.body = found.body.saturating_add(body);
            found.fields = found.fields.saturating_add((weight * 4.0) as u16);
            length += u32::from(body);
        };
        words(doc.title, |word| add(word, 0, TITLE));
        words(doc.lead, |word| add(word, 0, LEAD));
        for name in &doc.authors {
            words(name, |word| add(word, 0, AUTHOR));
        }
        for name in &doc.terms {
            words(name, |word| add(word, 0, TERM));
        }
        words_of_html(doc.html, |word, in_heading| {
            add(word, 1, if in_heading { HEADING - 1.0 } else { 0.0 });
        });
        self.numbers.insert(language, numbers);
        self.found.ends.push(self.found.uses.len());
        self.found.lengths.push(length);
    }
}
