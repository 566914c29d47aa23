//! Related posts: those that share terms, rare ones above all.
//!
//! Linear in the number of posts: of a term on very many posts only the nearest in
//! time are looked at, and of a post with very many terms only the rarest.

use super::{PostEntry, PostId, Terms};
use crate::parse::document::TermKind;

/// Posts of one term that are looked at on each side in time.
const WINDOW: usize = 24;
/// Terms of one post that are looked at.
const TERMS: usize = 16;

/// How much a shared term counts, before its rarity.
const fn weight(kind: TermKind) -> u64 {
    match kind {
        TermKind::Tag => 3,
        TermKind::Author => 1,
        TermKind::Network => 4,
    }
}

/// Up to `count` posts that are related to one, best first; equal ones by nearness in
/// the order of posts, then newer first.
pub(super) fn of_one(id: PostId, all: &[PostEntry], terms: &Terms, count: usize) -> Vec<PostId> {
    if count == 0 {
        return Vec::new();
    }
    let mut weighted: Vec<(u64, usize, usize)> = Vec::new();
    for kind in TermKind::ALL {
        for &term in all[id].terms(kind) {
            let posts = terms.of(kind)[term].posts.len();
            if posts > 1 {
                weighted.push((weight(kind) * rarity(all.len(), posts), kind.slot(), term));
            }
        }
    }
    weighted.sort_by_key(|&(weight, slot, term)| (std::cmp::Reverse(weight), slot, term));
    weighted.truncate(TERMS);
    let mut candidates: Vec<PostId> = Vec::new();
    for &(_, slot, term) in &weighted {
        let posts = &terms.of(TermKind::ALL[slot])[term].posts;
        let place = posts.partition_point(|&other| other < id);
        let window = place.saturating_sub(WINDOW)..(place + WINDOW + 1).min(posts.len());
        candidates.extend(posts[window].iter().filter(|&&other| other != id));
    }
    candidates.sort_unstable();
    candidates.dedup();
    // Few terms: looking through them is faster than any table.
    let score = |other: PostId| -> u64 {
        let shares = |&&(_, slot, term): &&(u64, usize, usize)| {
            all[other].terms(TermKind::ALL[slot]).contains(&term)
        };
        weighted
            .iter()
            .filter(shares)
            .map(|(weight, ..)| weight)
            .sum()
    };
    let mut scored: Vec<(u64, PostId)> = candidates
        .into_iter()
        .map(|other| (score(other), other))
        .collect();
    scored.sort_by_key(|&(score, other)| (std::cmp::Reverse(score), other.abs_diff(id), other));
    scored
        .into_iter()
        .take(count)
        .map(|(_, other)| other)
        .collect()
}

/// How much a shared term says: a logarithm of its rarity, in whole numbers so that
/// every machine agrees.
fn rarity(all: usize, with: usize) -> u64 {
    u64::from((16 * all / with.max(1)).max(1).ilog2())
}
