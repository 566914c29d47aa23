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

/// The terms of all posts of all kinds, one post after the other: as little as can be,
/// since of every post hundreds of others are looked at, wherever they lie.
#[derive(Debug)]
pub(super) struct Rows {
    keys: Vec<u32>,
    /// Where each post's row begins, and where the last one ends.
    starts: Vec<u32>,
}

impl Rows {
    pub(super) fn new(own: &[OwnTerms]) -> Self {
        let (mut keys, mut starts) = (Vec::new(), Vec::with_capacity(own.len() + 1));
        starts.push(0);
        for own in own {
            for kind in TermKind::ALL {
                keys.extend(own.of(kind).iter().map(|&term| key(kind, term)));
            }
            starts.push(keys.len() as u32);
        }
        Self { keys, starts }
    }

    fn of(&self, id: PostId) -> &[u32] {
        &self.keys[self.starts[id] as usize..self.starts[id + 1] as usize]
    }
}

/// A term of any kind as one number.
fn key(kind: TermKind, term: usize) -> u32 {
    (term * TermKind::ALL.len() + kind.slot()) as u32
}

/// The posts of the term that a key stands for.
fn posts_of(key: u32, terms: &Terms) -> (TermKind, &[PostId]) {
    let kinds = TermKind::ALL.len();
    let kind = TermKind::ALL[key as usize % kinds];
    (kind, &terms.of(kind)[key as usize / kinds].posts)
}

/// Up to `count` posts that are related to one, best first; equal ones by nearness in
/// the order of posts, then newer first.
pub(super) fn of_one(id: PostId, rows: &Rows, terms: &Terms, count: usize) -> Vec<PostId> {
    if count == 0 {
        return Vec::new();
    }
    let all = rows.starts.len() - 1;
    let weighted = rows.of(id).iter().filter_map(|&key| {
        let (kind, posts) = posts_of(key, terms);
        (posts.len() > 1).then(|| (weight(kind) * rarity(all, posts.len()), key))
    });
    let mut weighted: Vec<(u64, u32)> = weighted.collect();
    weighted.sort_by_key(|&(weight, key)| {
        let slot = posts_of(key, terms).0.slot();
        (Reverse(weight), slot, key)
    });
    weighted.truncate(TERMS);
    // Most terms of most posts are none of these, which is soon seen.
    let bit = |key: u32| 1_u64 << (key % 64);
    let any = weighted.iter().fold(0, |any, &(_, key)| any | bit(key));
    let score = |other: PostId| -> u64 {
        let shared = rows.of(other).iter().filter(|&&key| any & bit(key) != 0);
        shared
            .filter_map(|key| weighted.iter().find(|(_, own)| own == key))
            .map(|(weight, _)| weight)
            .sum()
    };
    let mut best: Vec<(Reverse<u64>, usize, PostId)> = Vec::new();
    for &(_, key) in &weighted {
        let (_, posts) = posts_of(key, terms);
        let place = posts.partition_point(|&other| other < id);
        let window = place.saturating_sub(WINDOW)..(place + WINDOW + 1).min(posts.len());
        for &other in posts[window].iter().filter(|&&other| other != id) {
            let rank = (Reverse(score(other)), other.abs_diff(id), other);
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

/// How much a shared term says: a logarithm of its rarity, in whole numbers so that
/// every machine agrees.
fn rarity(all: usize, with: usize) -> u64 {
    u64::from((16 * all / with.max(1)).max(1).ilog2())
}
