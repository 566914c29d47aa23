//! Which terms each post has.
//!
//! Owns how they are laid out: all in one list that the posts share, since there are as
//! many as words in a novel. Must never know what a term is.

use std::sync::Arc;

use crate::parse::document::TermKind;

/// The terms of one post, as indices into [`Terms`](super::Terms).
#[derive(Debug, Clone)]
pub struct OwnTerms {
    /// Those of all posts, shared by them; a post's are in the order of
    /// [`TermKind::ALL`], within a kind as they are written.
    indices: Arc<Vec<usize>>,
    /// Where each kind begins, and where the last one ends.
    bounds: [usize; 4],
}

impl OwnTerms {
    /// Those of one kind.
    pub fn of(&self, kind: TermKind) -> &[usize] {
        let slot = kind.slot();
        &self.indices[self.bounds[slot]..self.bounds[slot + 1]]
    }
}

/// What was found of one kind: the terms of all posts, one post after the other, in the
/// order in which they were met; how many each post has; and what became of each term,
/// `None` if it is left out.
type Found<'a> = (&'a [usize], &'a [usize], &'a [Option<usize>]);

/// Each post's own terms of all kinds.
pub(super) fn of_all(kinds: [Found<'_>; 3], posts: usize) -> Vec<OwnTerms> {
    let all = kinds.iter().map(|(places, ..)| places.len()).sum();
    let mut indices = Vec::with_capacity(all);
    let mut at = [0; 3];
    let bounds = (0..posts).map(|id| {
        let mut bounds = [indices.len(); 4];
        for (slot, (places, counts, order)) in kinds.iter().enumerate() {
            let places = &places[at[slot]..][..counts[id]];
            indices.extend(places.iter().filter_map(|&place| order[place]));
            at[slot] += places.len();
            bounds[slot + 1] = indices.len();
        }
        bounds
    });
    let bounds: Vec<[usize; 4]> = bounds.collect();
    let indices = Arc::new(indices);
    let own = bounds.into_iter().map(|bounds| OwnTerms {
        indices: indices.clone(),
        bounds,
    });
    own.collect()
}
