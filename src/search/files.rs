//! The files of an index.
//!
//! Owns their form, which the script of the search page reads, and how terms are
//! divided among them. Must never know scores.
//!
//! A file of words is four bytes of a stamp, four bytes of a length (both big-endian),
//! that many bytes of text, and a row of bits. The text has a line for each stem, in
//! the order of keys: a character that says how many UTF-16 units it shares with the
//! one before (`0` for none), then the rest. The bits have for each stem: the number
//! of documents (gamma), and for each document the gap to the one before (Rice) and a
//! score (4 bits). A file of filters is the same with names of tags as JSON in place of
//! the stems, and with lists without scores: of networks, authors and tags.

use super::Index;
use super::bits::{Bits, gamma_bits, rice};
use super::index::{Postings, Term};

/// How many words the spelling of a query is compared with.
const SPELLING: usize = 4_000;

/// The character that means that nothing is shared.
const NOTHING: u32 = '0' as u32;
/// The most that a line can say.
const MOST_SHARED: usize = 64;

/// Where the terms of each file end: as evenly by size as `count` files allow. Stems of
/// one key are never divided: a file is found by the key that it begins with.
pub(super) fn divide(postings: &Postings, docs: usize, count: usize) -> Vec<usize> {
    let mut before: Option<&Term> = None;
    let mut start = 0;
    // What stays together: where it ends, and its size.
    let mut units: Vec<(usize, usize)> = Vec::new();
    for (at, term) in postings.terms.iter().enumerate() {
        let list = &postings.all[start..term.end];
        start = term.end;
        let text = term.stem.len() + 2 - before.map_or(0, |other| shared(other, term).1);
        let size = 8 * text + bits_of(list, docs);
        match units.last_mut() {
            Some((end, sum)) if before.is_some_and(|other| other.key == term.key) => {
                (*end, *sum) = (at + 1, *sum + size);
            }
            _ => units.push((at + 1, size)),
        }
        before = Some(term);
    }
    let total: usize = units.iter().map(|(_, size)| size).sum();
    let largest = units.iter().map(|(_, size)| *size).max();
    // The least limit that needs no more than `count` files.
    let mut low = (total / count).max(largest.unwrap_or_default());
    let mut high = total.max(1);
    while low < high {
        let middle = low.midpoint(high);
        if fill(&units, middle).len() <= count {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    fill(&units, high)
}

/// Fills files up to a limit, one after the other.
fn fill(units: &[(usize, usize)], limit: usize) -> Vec<usize> {
    let mut ends = Vec::new();
    let (mut last, mut sum) = (0, 0);
    for (end, size) in units {
        if sum + size > limit && sum > 0 {
            ends.push(last);
            sum = 0;
        }
        sum += size;
        last = *end;
    }
    ends.push(last);
    ends
}

fn bits_of(list: &[u32], docs: usize) -> usize {
    let k = rice(list.len(), docs);
    let mut next = 0;
    let gaps = list.iter().map(|posting| {
        let doc = posting >> 4;
        let gap = doc - next;
        next = doc + 1;
        (gap >> k) + 1 + k + 4
    });
    gaps.sum::<u32>() as usize + gamma_bits(list.len() as u32) as usize
}

impl Index {
    /// For each file of words that is not empty, the key that it begins with, as short
    /// as it can be and still stand after all keys before it.
    pub fn table(&self) -> Vec<String> {
        let mut keys = vec![String::new()];
        let terms = &self.postings.terms;
        for &end in &self.files[..self.files.len().saturating_sub(1)] {
            let (last, first) = (&terms[end - 1].key, &terms[end].key);
            let same = last
                .chars()
                .zip(first.chars())
                .take_while(|(a, b)| a == b)
                .count();
            keys.push(first.chars().take(same + 1).collect());
        }
        keys
    }

    /// File `number` of the words; empty but for its stamp if there are fewer.
    pub fn words(&self, number: usize, stamp: u32) -> Vec<u8> {
        let end = self.files.get(number).copied();
        let start = match number {
            0 => 0,
            _ => self.files.get(number - 1).copied().unwrap_or_default(),
        };
        let terms = &self.postings.terms[start..end.unwrap_or(start)];
        let mut text = String::new();
        let mut bits = Bits::default();
        let mut from = match start {
            0 => 0,
            _ => self.postings.terms[start - 1].end,
        };
        let mut before: Option<&Term> = None;
        for term in terms {
            if before.is_some() {
                text.push('\n');
            }
            push_line(before.map(|term| term.stem.as_str()), &term.stem, &mut text);
            before = Some(term);
            let list = &self.postings.all[from..term.end];
            from = term.end;
            push_list(
                list.iter().map(|posting| posting >> 4),
                list.len(),
                self.docs,
                &mut bits,
                |bits, at| bits.push(list[at] & 15, 4),
            );
        }
        assembled(stamp, &text, bits)
    }

    /// The words that a query may have meant, in order, with the same lines as a file of
    /// words: those in the most documents.
    pub fn spelling(&self) -> String {
        let mut terms: Vec<&Term> = self.postings.terms.iter().collect();
        terms.retain(|term| {
            term.shown.chars().nth(2).is_some() && term.shown.chars().all(char::is_alphabetic)
        });
        terms.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.shown.cmp(&b.shown)));
        terms.truncate(SPELLING);
        let mut shown: Vec<&str> = terms.iter().map(|term| term.shown.as_str()).collect();
        shown.sort_unstable();
        shown.dedup();
        let mut text = String::new();
        let mut before = None;
        for word in shown {
            if before.is_some() {
                text.push('\n');
            }
            push_line(before, word, &mut text);
            before = Some(word);
        }
        text
    }

    /// Names of tags, and lists of documents, each ascending.
    pub fn filters(&self, tags: &str, lists: &[Vec<u32>], stamp: u32) -> Vec<u8> {
        let mut bits = Bits::default();
        for list in lists {
            push_list(
                list.iter().copied(),
                list.len(),
                self.docs,
                &mut bits,
                |_, _| {},
            );
        }
        assembled(stamp, tags, bits)
    }
}

fn assembled(stamp: u32, text: &str, bits: Bits) -> Vec<u8> {
    let mut file = stamp.to_be_bytes().to_vec();
    file.extend((text.len() as u32).to_be_bytes());
    file.extend(text.as_bytes());
    file.extend(bits.bytes());
    file
}

fn push_list(
    docs: impl Iterator<Item = u32>,
    count: usize,
    of: usize,
    bits: &mut Bits,
    after: impl Fn(&mut Bits, usize),
) {
    bits.gamma(count as u32);
    let k = rice(count, of);
    let mut next = 0;
    for (at, doc) in docs.enumerate() {
        bits.gap(doc - next, k);
        next = doc + 1;
        after(bits, at);
    }
}

fn push_line(before: Option<&str>, text: &str, line: &mut String) {
    let (units, bytes) = before.map_or((0, 0), |before| shared_texts(before, text));
    line.extend(char::from_u32(NOTHING + units as u32));
    line.push_str(&text[bytes..]);
}

fn shared(a: &Term, b: &Term) -> (usize, usize) {
    shared_texts(&a.stem, &b.stem)
}

/// How much two texts share at their beginning: in UTF-16 units and in bytes.
fn shared_texts(a: &str, b: &str) -> (usize, usize) {
    let same = a.chars().zip(b.chars()).take_while(|(a, b)| a == b);
    let (mut units, mut bytes) = (0, 0);
    for (letter, _) in same {
        if units + letter.len_utf16() > MOST_SHARED {
            break;
        }
        units += letter.len_utf16();
        bytes += letter.len_utf8();
    }
    (units, bytes)
}

#[cfg(test)]
mod tests {
    use super::super::{Doc, Facts, Language};
    use super::*;

    #[test]
    fn every_stem_is_in_the_file_that_its_key_leads_to() {
        // Each word has a twin of the same key, and files are as small as they can be.
        let twins = |n: usize| {
            let letter = |at: usize| char::from(b'b' + (n / 7_usize.pow(at as u32) % 7) as u8);
            let word: String = (0..3).flat_map(|at| [letter(at), 'a']).collect();
            format!("{word} {}", word.replacen('a', "å", 1))
        };
        let text = (0..343).map(twins).collect::<Vec<_>>().join(" ");
        let doc = Doc {
            language: Language::Other,
            title: "",
            lead: "",
            authors: vec![],
            terms: vec![],
            html: &text,
        };
        let facts = Facts {
            docs: 1,
            words: 40_000,
        };
        let index = Index::build(&[doc], facts);
        let table = index.table();
        assert!(table.len() > 4, "{table:?}");
        let mut start = 0;
        for (file, &end) in index.files.iter().enumerate() {
            for term in &index.postings.terms[start..end] {
                let found = table.iter().rposition(|from| *from <= term.key);
                assert_eq!(found, Some(file), "{}", term.stem);
            }
            start = end;
        }
    }
}
