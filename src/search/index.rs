//! The index: which stems each document holds, and how well it answers to each.
//!
//! Owns scores (BM25F, in sixteen steps) and their order. Must never know how an
//! index is stored, or where a document is.

use std::collections::{BTreeMap, BTreeSet};

use super::Doc;
use super::collect::{self, Use, Words};
use super::compounds::Parts;
use super::parallel;
use super::stem::{Language, Stems, key};
use crate::table::Table;

/// How fast repeating a word stops to help (BM25's k1).
const SATURATION: f32 = 1.5;
/// How much long texts are put back (BM25's b).
const LENGTH: f32 = 0.6;
/// What a part of a compound is worth beside the word itself.
const PART: f32 = 0.25;

/// A stem and where it is.
#[derive(Debug, PartialEq)]
pub(super) struct Term {
    pub(super) key: String,
    pub(super) stem: String,
    /// The word that readers most often see of it.
    pub(super) shown: String,
    /// How many documents hold that word itself.
    pub(super) count: u32,
    /// Where its postings end in [`Postings::all`].
    pub(super) end: usize,
}

/// All stems by their keys, and their documents.
#[derive(Debug, PartialEq)]
pub(super) struct Postings {
    pub(super) terms: Vec<Term>,
    /// Document numbers in ascending order for each term, above a score in 4 bits.
    pub(super) all: Vec<u32>,
    pub(super) endings: Endings,
}

/// What words have after what they share with their stems, but for the last letter, by
/// what the stem has there: `igh` by nothing for `rättighet`, whose stem is `rätt`, and
/// `in` by `e` for `hoping`, whose stem is `hope`. None begins another of the same stems.
/// By these a word that is still being typed finds its stem, which may be shorter.
pub(super) type Endings = BTreeMap<String, Vec<String>>;

/// The stems that a word counts for.
struct Meaning {
    stem: u32,
    parts: Vec<u32>,
}

/// Indexes all documents.
pub(super) fn build(docs: &[Doc<'_>]) -> Postings {
    of_chunks(&parallel::map(docs, collect::collect))
}

/// The index of documents whose words were read in any number of chunks.
fn of_chunks(chunks: &[Words]) -> Postings {
    let (words, numbers) = merge(chunks);
    let (mut terms, meanings, endings) = stems(&words);
    count_shown(&mut terms, &words, &meanings, chunks, &numbers);
    let all = score(&mut terms, &meanings, chunks, &numbers);
    Postings {
        terms,
        all,
        endings,
    }
}

type Word<'a> = (Language, &'a str);

/// All words in order, and for each chunk which of them its numbers mean.
fn merge(chunks: &[Words]) -> (Vec<Word<'_>>, Vec<Vec<u32>>) {
    let mut known: Table<Word<'_>, u32> = Table::default();
    let mut words = Vec::new();
    let mut numbers: Vec<Vec<u32>> = Vec::with_capacity(chunks.len());
    for chunk in chunks {
        let own = chunk.words.iter().map(|(language, word)| {
            *known.entry((*language, word)).or_insert_with(|| {
                words.push((*language, &**word));
                words.len() as u32 - 1
            })
        });
        numbers.push(own.collect());
    }
    let mut order: Vec<u32> = (0..words.len() as u32).collect();
    order.sort_unstable_by_key(|&number| words[number as usize]);
    let mut place = vec![0; words.len()];
    for (at, &number) in order.iter().enumerate() {
        place[number as usize] = at as u32;
    }
    for number in numbers.iter_mut().flatten() {
        *number = place[*number as usize];
    }
    let words = order.iter().map(|&number| words[number as usize]);
    (words.collect(), numbers)
}

/// The stems of all words in the order of their keys, which of them each word means, and
/// how words go on after their stems.
fn stems(words: &[Word<'_>]) -> (Vec<Term>, Vec<Meaning>, Endings) {
    let mut parts: Table<Language, Parts<'_>> = Table::default();
    for run in words.chunk_by(|a, b| a.0 == b.0) {
        let language = run[0].0;
        if language.has_compounds() {
            parts.insert(
                language,
                Parts::new(run.iter().map(|(_, word)| *word), language),
            );
        }
    }
    let found: Vec<Vec<(String, Vec<String>)>> = parallel::map(words, |words| {
        let stems = Stems::default();
        let meanings = words.iter().map(|&(language, word)| {
            let stem = stems.stem(word, language).into_owned();
            let parts = parts.get(&language).map(|parts| parts.of(word));
            let parts = parts.unwrap_or_default();
            let parts = parts
                .iter()
                .map(|part| stems.stem(part, language).into_owned());
            let parts = parts.filter(|part| *part != stem).collect();
            (stem, parts)
        });
        meanings.collect()
    });
    let found: Vec<(String, Vec<String>)> = found.into_iter().flatten().collect();
    let terms = terms(&found);
    let places: Table<&str, u32> = terms
        .iter()
        .enumerate()
        .map(|(at, term)| (term.stem.as_str(), at as u32))
        .collect();
    let place = |stem: &String| places.get(stem.as_str()).copied();
    let meanings = found.iter().map(|(stem, parts)| {
        let mut parts: Vec<u32> = parts.iter().filter_map(place).collect();
        parts.sort_unstable();
        parts.dedup();
        Meaning {
            stem: place(stem).unwrap_or_default(),
            parts,
        }
    });
    let meanings = meanings.collect();
    let pairs = words.iter().zip(&found);
    let endings = endings(pairs.map(|((_, word), (stem, _))| (*word, stem.as_str())));
    (terms, meanings, endings)
}

/// The terms of stems and parts, in the order of their keys.
fn terms(found: &[(String, Vec<String>)]) -> Vec<Term> {
    let mut all: Vec<&str> = Vec::with_capacity(found.len());
    for (stem, parts) in found {
        all.push(stem);
        all.extend(parts.iter().map(String::as_str));
    }
    all.sort_unstable();
    all.dedup();
    let mut terms: Vec<Term> = all
        .iter()
        .map(|stem| Term {
            key: key(stem),
            stem: (*stem).to_owned(),
            shown: String::new(),
            count: 0,
            end: 0,
        })
        .collect();
    // The script compares texts by their UTF-16, as its language does. Bytes are in the
    // same order but where a letter takes four of them.
    let four = |term: &Term| term.key.bytes().any(|byte| byte >= 0xf0);
    match terms.iter().any(four) {
        true => terms.sort_unstable_by(|a, b| {
            let keys = a.key.encode_utf16().cmp(b.key.encode_utf16());
            keys.then_with(|| a.stem.cmp(&b.stem))
        }),
        false => terms.sort_unstable_by(|a, b| (&a.key, &a.stem).cmp(&(&b.key, &b.stem))),
    }
    terms
}

fn endings<'a>(words: impl Iterator<Item = (&'a str, &'a str)>) -> Endings {
    let mut seen: BTreeSet<(&str, &str)> = BTreeSet::new();
    for (word, stem) in words {
        let same = word.chars().zip(stem.chars()).take_while(|(a, b)| a == b);
        let same: usize = same.map(|(letter, _)| letter.len_utf8()).sum();
        let mut rest = word[same..].chars();
        rest.next_back();
        if !rest.as_str().is_empty() {
            seen.insert((&stem[same..], rest.as_str()));
        }
    }
    let mut endings = Endings::new();
    for (stem, ending) in seen {
        let own = endings.entry(stem.to_owned()).or_default();
        // In their order, what begins others stands right before them.
        own.pop_if(|before| ending.starts_with(before.as_str()));
        own.push(ending.to_owned());
    }
    endings
}

/// Finds the word of each stem that most documents hold, the first in order of several.
fn count_shown(
    terms: &mut [Term],
    words: &[Word<'_>],
    meanings: &[Meaning],
    chunks: &[Words],
    numbers: &[Vec<u32>],
) {
    let mut counts = vec![0u32; words.len()];
    for (chunk, numbers) in chunks.iter().zip(numbers) {
        for used in &chunk.uses {
            counts[numbers[used.word as usize] as usize] += 1;
        }
    }
    for ((&(_, word), meaning), count) in words.iter().zip(meanings).zip(counts) {
        let term = &mut terms[meaning.stem as usize];
        if count > term.count {
            term.count = count;
            term.shown = word.to_owned();
        }
    }
}

/// Scores every stem in every document, and groups the scores by stem.
fn score(
    terms: &mut [Term],
    meanings: &[Meaning],
    chunks: &[Words],
    numbers: &[Vec<u32>],
) -> Vec<u32> {
    let count: usize = chunks.iter().map(|chunk| chunk.ends.len()).sum();
    let total: u64 = chunks
        .iter()
        .flat_map(|chunk| &chunk.lengths)
        .map(|&length| u64::from(length))
        .sum();
    let mean = (total as f32 / count.max(1) as f32).max(1.0);
    let mut first = 0;
    let jobs = chunks.iter().zip(numbers).map(|(chunk, numbers)| {
        let job = (first, chunk, numbers);
        first += chunk.ends.len() as u32;
        job
    });
    let jobs: Vec<(u32, &Words, &Vec<u32>)> = jobs.collect();
    let scored: Vec<Vec<(u32, u32)>> = parallel::map_each(&jobs, |&(first, chunk, numbers)| {
        let mut scores = Vec::with_capacity(chunk.uses.len() * 5 / 4);
        let mut of_doc = Vec::new();
        let mut start = 0;
        for (at, (&end, &length)) in chunk.ends.iter().zip(&chunk.lengths).enumerate() {
            let norm = 1.0 - LENGTH + LENGTH * length as f32 / mean;
            weigh(
                &chunk.uses[start..end],
                numbers,
                meanings,
                norm,
                &mut of_doc,
            );
            let doc = first + at as u32;
            scores.extend(
                of_doc
                    .iter()
                    .map(|&(stem, weight)| (stem, doc << 4 | steps(weight))),
            );
            start = end;
        }
        scores
    });
    let mut ends = vec![0usize; terms.len() + 1];
    for (stem, _) in scored.iter().flatten() {
        ends[*stem as usize + 1] += 1;
    }
    for at in 1..ends.len() {
        ends[at] += ends[at - 1];
    }
    let mut all = vec![0; ends.last().copied().unwrap_or_default()];
    for (stem, posting) in scored.into_iter().flatten() {
        let place = &mut ends[stem as usize];
        all[*place] = posting;
        *place += 1;
    }
    for (term, end) in terms.iter_mut().zip(ends) {
        term.end = end;
    }
    all
}

/// The weight of every stem in one document.
fn weigh(
    uses: &[Use],
    numbers: &[u32],
    meanings: &[Meaning],
    norm: f32,
    weights: &mut Vec<(u32, f32)>,
) {
    weights.clear();
    for used in uses {
        let meaning = &meanings[numbers[used.word as usize] as usize];
        let weight = f32::from(used.fields) / 4.0 + f32::from(used.body) / norm;
        weights.push((meaning.stem, weight));
        weights.extend(meaning.parts.iter().map(|&part| (part, weight * PART)));
    }
    // By weight too, so that the sum doesn't depend on the order of words.
    weights.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    weights.dedup_by(|next, sum| {
        let same = next.0 == sum.0;
        if same {
            sum.1 += next.1;
        }
        same
    });
}

/// 1 to 15: how well a document of this weight answers.
fn steps(weight: f32) -> u32 {
    ((weight / (weight + SATURATION) * 15.0).round() as u32).clamp(1, 15)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_threads_does_not_show() {
        let texts: Vec<String> = (0..60)
            .map(|n: usize| {
                let words = [
                    "kommunens",
                    "ansvar",
                    "partnerskap",
                    "kommunpartnerskap",
                    "rätt",
                ];
                let words = (0..n % 7 + 1).map(|at| words[(n * n + at) % words.len()]);
                format!("<p>{}</p>", words.collect::<Vec<_>>().join(" "))
            })
            .collect();
        let docs: Vec<Doc<'_>> = texts
            .iter()
            .enumerate()
            .map(|(n, html)| Doc {
                language: if n % 5 == 0 {
                    Language::English
                } else {
                    Language::Swedish
                },
                title: "Rätt och ansvar",
                lead: "",
                authors: vec!["Åsa Lind"],
                terms: vec!["kommun"],
                html,
            })
            .collect();
        let whole = of_chunks(&[collect::collect(&docs)]);
        for size in [1, 7, 59] {
            let chunks: Vec<Words> = docs.chunks(size).map(collect::collect).collect();
            assert_eq!(of_chunks(&chunks), whole, "chunks of {size}");
        }
    }
}
