//! The files of an index.
//!
//! Owns their form, which the script of the search page reads, and how terms are
//! divided among them. Must never know scores.
//!
//! A file of words is four bytes of a length (big-endian), that many bytes of text, and
//! a row of bits. The text has a line for each stem, in the order of keys: a character that says how many UTF-16 units it shares with the
//! one before (`0` for none), then the rest. The bits have for each stem: the number
//! of documents (gamma), and for each document the gap to the one before (Rice) and a
//! score (4 bits). A file of filters is the same with names of tags as JSON in place of
//! the stems, and with lists without scores: of networks, authors and tags.

use std::ops::Range;

use super::bits::{Bits, gamma_bits, rice};
use super::index::{Postings, Term};
use super::parallel;

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

/// For each file of words the key that it begins with, as short as it can be and still
/// stand after all keys before it.
pub(super) fn keys(postings: &Postings, ends: &[usize]) -> Vec<String> {
    let mut keys = vec![String::new()];
    for &end in &ends[..ends.len().saturating_sub(1)] {
        let (last, first) = (&postings.terms[end - 1].key, &postings.terms[end].key);
        let same = last
            .chars()
            .zip(first.chars())
            .take_while(|(a, b)| a == b)
            .count();
        keys.push(first.chars().take(same + 1).collect());
    }
    keys
}

/// The files of words of which each ends at one of `ends`.
pub(super) fn words(postings: &Postings, docs: usize, ends: &[usize]) -> Vec<Vec<u8>> {
    let starts = [0].iter().chain(ends);
    let ranges: Vec<Range<usize>> = starts.zip(ends).map(|(&from, &to)| from..to).collect();
    let files = parallel::map(&ranges, |ranges| {
        let files = ranges.iter().map(|range| packed(postings, docs, range));
        files.collect::<Vec<_>>()
    });
    files.into_iter().flatten().collect()
}

/// The file of a range of terms.
fn packed(postings: &Postings, docs: usize, range: &Range<usize>) -> Vec<u8> {
    let mut text = String::new();
    let mut bits = Bits::default();
    let mut from = match range.start {
        0 => 0,
        start => postings.terms[start - 1].end,
    };
    let mut before: Option<&Term> = None;
    for term in &postings.terms[range.clone()] {
        if before.is_some() {
            text.push('\n');
        }
        push_line(before.map(|term| term.stem.as_str()), &term.stem, &mut text);
        before = Some(term);
        let list = &postings.all[from..term.end];
        from = term.end;
        push_list(
            list.iter().map(|posting| posting >> 4),
            list.len(),
            docs,
            &mut bits,
            |bits, at| bits.push(list[at] & 15, 4),
        );
    }
    assembled(&text, bits)
}

/// The words that a query may have meant, in order, with the same lines as a file of
/// words: those in the most documents.
pub(super) fn spelling(postings: &Postings) -> String {
    let mut terms: Vec<&Term> = postings.terms.iter().collect();
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

/// A file of filters: names of tags, and lists of `docs` documents, each ascending.
pub fn filters(tags: &str, lists: &[Vec<u32>], docs: usize) -> Vec<u8> {
    let mut bits = Bits::default();
    for list in lists {
        push_list(list.iter().copied(), list.len(), docs, &mut bits, |_, _| {});
    }
    assembled(tags, bits)
}

/// Four characters by which the script knows that a file is the one that is meant, and
/// whole: FNV-1a in base 36, of which these numbers have just four digits.
pub fn checksum(file: &[u8]) -> String {
    let sum = file.iter().fold(0x811c_9dc5_u32, |sum, &byte| {
        (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    let digits = sum % (36_u32.pow(4) - 36_u32.pow(3)) + 36_u32.pow(3);
    let digits = (0..4).rev().map(|at| digits / 36_u32.pow(at) % 36);
    digits
        .filter_map(|digit| char::from_digit(digit, 36))
        .collect()
}

fn assembled(text: &str, bits: Bits) -> Vec<u8> {
    let mut file = (text.len() as u32).to_be_bytes().to_vec();
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
    use super::super::{Doc, Language, index};
    use super::*;

    #[test]
    fn checksums_have_four_digits_and_are_what_the_script_makes() {
        assert_eq!(checksum(b""), "itfp");
        assert_eq!(checksum("rätt".as_bytes()), "lwmq");
    }

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
        let postings = index::build(&[doc]);
        let ends = divide(&postings, 1, 9);
        let keys = keys(&postings, &ends);
        assert!(keys.len() > 4, "{keys:?}");
        let mut start = 0;
        for (file, &end) in ends.iter().enumerate() {
            for term in &postings.terms[start..end] {
                let found = keys.iter().rposition(|from| *from <= term.key);
                assert_eq!(found, Some(file), "{}", term.stem);
            }
            start = end;
        }
    }
}
