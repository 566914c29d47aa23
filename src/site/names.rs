//! When two names of terms are one, and when they probably should be.
//!
//! Must never know posts.

use xxhash_rust::xxh3::xxh3_64;

use super::terms::Term;
use crate::diagnostic::{Diagnostic, Span, site as report};
use crate::parse::document::{Name, Profile};
use crate::path::{SourcePath, nfc};

/// What makes two names one: NFC, case and white space don't count.
pub(super) fn key(name: &str) -> String {
    tidy(name).to_lowercase()
}

/// The name without superfluous white space.
pub(super) fn tidy(name: &str) -> String {
    nfc(name).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// So many terms of one spelling are compared with each other.
const COMPARED: usize = 8;

/// Warns of terms that differ in one letter: linear in the number of terms, since
/// each is only compared with a few that share a spelling with one letter left out, and
/// a name that has more letters than any tag may have is not looked at. `named_in` has the
/// place of each.
pub(super) fn near_duplicates(terms: &[Term], named_in: &[(SourcePath, Span)]) -> Vec<Diagnostic> {
    let names: Vec<String> = terms.iter().map(|term| key(&term.name)).collect();
    let mut diagnostics = Vec::new();
    for (index, other) in pairs(&names) {
        let here = (&terms[index], &named_in[index]);
        let there = (&terms[other], &named_in[other]);
        let both_described = here.0.profile.is_some() && there.0.profile.is_some();
        if !both_described && strsim::damerau_levenshtein(&names[other], &names[index]) == 1 {
            // A name with a profile is the right one, however seldom it is used.
            let weight = |term: &Term| (term.profile.is_some(), term.posts.len());
            let (rare, common) = match weight(here.0) <= weight(there.0) {
                true => (here, there),
                false => (there, here),
            };
            let word = rare.0.kind.word();
            diagnostics.push(report::near_duplicate_terms(word, used(rare), used(common)));
        }
    }
    diagnostics
}

/// A profile as messages speak of it.
pub(super) fn as_reported(profile: &Profile) -> report::Named<'_> {
    report::Named {
        id: &profile.id,
        name: &profile.name.value,
        place: (&profile.source, profile.name.span),
    }
}

fn used<'a>((term, (file, span)): (&'a Term, &'a (SourcePath, Span))) -> report::Used<'a> {
    report::Used {
        name: &term.name,
        posts: term.posts.len(),
        place: (file, *span),
    }
}

/// Places of names that may differ in one letter, each with one before it; in order.
fn pairs(names: &[String]) -> Vec<(usize, usize)> {
    // By their hashes: what only seems to be the same is compared in vain.
    let mut spellings: Vec<(u64, usize)> = Vec::new();
    let mut shorter = String::new();
    for (index, name) in names.iter().enumerate() {
        let comparable = (7..=Name::LONGEST).contains(&name.chars().count());
        if !comparable || name.chars().any(|c| c.is_ascii_digit()) {
            continue;
        }
        spellings.push((xxh3_64(name.as_bytes()), index));
        for (at, letter) in name.char_indices() {
            shorter.clear();
            shorter.push_str(&name[..at]);
            shorter.push_str(&name[at + letter.len_utf8()..]);
            spellings.push((xxh3_64(shorter.as_bytes()), index));
        }
    }
    spellings.sort_unstable();
    spellings.dedup();
    let mut pairs = Vec::new();
    for same in spellings.chunk_by(|(a, _), (b, _)| a == b) {
        for (at, &(_, index)) in same.iter().enumerate() {
            let others = same[..at.min(COMPARED)].iter();
            pairs.extend(others.map(|&(_, other)| (index, other)));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}
