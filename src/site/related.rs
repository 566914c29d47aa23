//! Related posts: those that share terms, rare ones above all.
//!
//! Linear in the number of posts: of a term on very many posts only the nearest in
//! time are looked at, and of a post with very many terms only the rarest.

use std::cmp::Reverse;

use super::{OwnTerms, PostId, Terms};
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
/// the order of posts, then newer first. `own` are the terms of each post.
pub(super) fn of_one(id: PostId, own: &[OwnTerms], terms: &Terms, count: usize) -> Vec<PostId> {
    if count == 0 {
        return Vec::new();
    }
    let mut weighted: Vec<(u64, usize, usize)> = Vec::new();
    for kind in TermKind::ALL {
        for &term in own[id].of(kind) {
            let posts = terms.of(kind)[term].posts.len();
            if posts > 1 {
                weighted.push((weight(kind) * rarity(own.len(), posts), kind.slot(), term));
            }
        }
    }
    weighted.sort_by_key(|&(weight, slot, term)| (Reverse(weight), slot, term));
    weighted.truncate(TERMS);
    let weights = TermKind::ALL.map(|kind| {
        let of_kind = weighted.iter().filter(|(_, slot, _)| *slot == kind.slot());
        let of_kind = of_kind.map(|&(weight, _, term)| (term, weight));
        of_kind.collect::<Vec<(usize, u64)>>()
    });
    let mut best: Vec<(Reverse<u64>, usize, PostId)> = Vec::new();
    for &(_, slot, term) in &weighted {
        let posts = &terms.of(TermKind::ALL[slot])[term].posts;
        let place = posts.partition_point(|&other| other < id);
        let window = place.saturating_sub(WINDOW)..(place + WINDOW + 1).min(posts.len());
        for &other in posts[window].iter().filter(|&&other| other != id) {
            let rank = (
                Reverse(score(&own[other], &weights)),
                other.abs_diff(id),
                other,
            );
            if best.len() == count && best.last().is_some_and(|last| rank >= *last) {
                continue;
            }
            // One that shares several terms is met several times, with the same rank.
            if let Err(at) = best.binary_search(&rank) {
                best.truncate(count - 1);
                best.insert(at, rank);
            }
        }
    }
    best.into_iter().map(|(.., other)| other).collect()
}

/// The weights of all terms that a post has. Every term is compared with every other,
/// since that takes no branch: they are few, and a miss costs more than all of it.
fn score(own: &OwnTerms, weights: &[Vec<(usize, u64)>; 3]) -> u64 {
    let mut score = 0;
    for kind in TermKind::ALL {
        for &own in own.of(kind) {
            for &(term, weight) in &weights[kind.slot()] {
                score += if term == own { weight } else { 0 };
            }
        }
    }
    score
}

/// How much a shared term says: a logarithm of its rarity, in whole numbers so that
/// every machine agrees.
fn rarity(all: usize, with: usize) -> u64 {
    u64::from((16 * all / with.max(1)).max(1).ilog2())
}
