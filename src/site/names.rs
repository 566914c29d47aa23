//! When two names of terms are one, and when they probably should be.
//!
//! Must never know posts.

use std::collections::HashMap;

use super::terms::Term;
use crate::diagnostic::{Diagnostic, Span, site as report};
use crate::parse::document::Name;
use crate::path::{SourcePath, nfc};

/// What makes two names one: NFC, case and white space don't count.
pub(super) fn key(name: &str) -> String {
    tidy(name).to_lowercase()
}

/// The name without superfluous white space.
pub(super) fn tidy(name: &str) -> String {
    nfc(name).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Warns of terms that differ in one letter: linear in the number of terms, since
/// each is only compared with a few that share a spelling with one letter left out, and
/// a name that has more letters than any tag may have is not looked at. `named_in` has the
/// place of each.
pub(super) fn near_duplicates(terms: &[Term], named_in: &[(SourcePath, Span)]) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let mut spellings: HashMap<String, Vec<usize>> = HashMap::new();
    for (index, term) in terms.iter().enumerate() {
        let name = key(&term.name);
        let letters: Vec<char> = name.chars().collect();
        let comparable = (7..=Name::LONGEST).contains(&letters.len());
        if !comparable || term.name.chars().any(|c| c.is_ascii_digit()) {
            continue;
        }
        let mut near: Vec<usize> = Vec::new();
        let shorter = (0..letters.len()).map(|skip| {
            letters
                .iter()
                .enumerate()
                .filter(|&(place, _)| place != skip)
                .map(|(_, c)| *c)
                .collect::<String>()
        });
        for spelling in std::iter::once(name.clone()).chain(shorter) {
            let others = spellings.entry(spelling).or_default();
            if others.last() != Some(&index) {
                near.extend(others.iter().take(8));
                others.push(index);
            }
        }
        near.sort_unstable();
        near.dedup();
        for other in near {
            let here = (term, &named_in[index]);
            let there = (&terms[other], &named_in[other]);
            let other = &terms[other];
            let both_described = term.profile.is_some() && other.profile.is_some();
            if !both_described && strsim::damerau_levenshtein(&key(&other.name), &name) == 1 {
                let (rare, common) = if term.posts.len() <= other.posts.len() {
                    (here, there)
                } else {
                    (there, here)
                };
                diagnostics.push(report::near_duplicate_terms(rare, common));
            }
        }
    }
    diagnostics
}
