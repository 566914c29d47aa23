//! What the order of documents follows from: names of terms and identities of all posts,
//! side by side.
//!
//! Owns the copy of what is the same as in the site before: to visit every post costs
//! more than all that is done with what is found there. Must never know what a key
//! leads to.
//!
//! At 10,000 posts the copy saves 11 to 12 ms of an edit that moves a post or adds one, or
//! a tag: of 29 or 30 (November 2026, `docs/serve.md`). To know the same posts saves 9 or
//! 10 ms more, where their addresses are made.

use std::cmp::Reverse;
use std::sync::Arc;

use rayon::prelude::*;

use super::{PostEntry, PostId, identity};
use crate::config::Config;
use crate::parse::document::{Post, TermKind};
use crate::table::Table;

/// The keys of all posts, in their order.
#[derive(Debug, Default)]
pub(super) struct PostKeys {
    /// The names of all posts by their numbers: of each in the order of
    /// [`TermKind::ALL`], within a kind as they are written.
    names: Vec<usize>,
    /// Where each kind begins, and where the last one ends.
    bounds: Vec<[usize; 4]>,
    /// The same for posts of one identity.
    pub(super) identities: Vec<u128>,
    /// The number of each name by its key. It stays the same from one site to the next,
    /// also of a name that is in none any more.
    numbers: Arc<Table<u128, usize>>,
}

/// The keys of one post.
type Own = (Vec<u128>, [usize; 3], u128);

impl PostKeys {
    /// Those of `posts`; of the posts that `before` has too, they are copied. Identities
    /// depend on the language and the site's `id`, which must be the same.
    pub(super) fn of(
        posts: &[&Arc<Post>],
        config: &Config,
        before: Option<(&[PostEntry], &Self)>,
    ) -> Self {
        let known = before.map(|(old, _)| same_in_order(old, posts.iter().copied()));
        let known = known.unwrap_or_else(|| vec![None; posts.len()]);
        let visited = posts.par_iter().zip(&known);
        let visited = visited.filter(|(_, known)| known.is_none());
        let visited: Vec<Own> = visited.map(|(post, _)| visit(post, config)).collect();
        let mut visited = visited.into_iter();
        let numbers = before.map(|(_, before)| before.numbers.clone());
        let mut keys = Self {
            numbers: numbers.unwrap_or_default(),
            ..Self::default()
        };
        for known in known {
            match (known, before) {
                (Some(id), Some((_, before))) => {
                    let names = TermKind::ALL.map(|kind| before.names(id, kind));
                    keys.push(names, before.identities[id]);
                }
                _ => {
                    let (terms, [tags, authors, _], identity) = visited.next().unwrap_or_default();
                    let names: Vec<usize> = terms.into_iter().map(|key| keys.add(key)).collect();
                    let (tags, rest) = names.split_at(tags);
                    let (authors, networks) = rest.split_at(authors);
                    keys.push([tags, authors, networks], identity);
                }
            }
        }
        keys
    }

    /// A post's names of one kind, by their numbers.
    pub(super) fn names(&self, id: PostId, kind: TermKind) -> &[usize] {
        let (bounds, slot) = (&self.bounds[id], kind.slot());
        &self.names[bounds[slot]..bounds[slot + 1]]
    }

    /// The number of a name, by its key; the next free one if no post has it.
    pub(super) fn number(&self, key: u128) -> usize {
        let number = self.numbers.get(&key).copied();
        number.unwrap_or(self.numbers.len())
    }

    /// Above all numbers that there are, with one more.
    pub(super) fn numbers(&self) -> usize {
        self.numbers.len() + 1
    }

    fn add(&mut self, key: u128) -> usize {
        let number = self.number(key);
        if number == self.numbers.len() {
            Arc::make_mut(&mut self.numbers).insert(key, number);
        }
        number
    }

    fn push(&mut self, names: [&[usize]; 3], identity: u128) {
        let mut bounds = [self.names.len(); 4];
        for (slot, names) in names.into_iter().enumerate() {
            self.names.extend_from_slice(names);
            bounds[slot + 1] = self.names.len();
        }
        self.bounds.push(bounds);
        self.identities.push(identity);
    }
}

fn visit(post: &Post, config: &Config) -> Own {
    let names = TermKind::ALL.map(|kind| post.placement.names(kind));
    let keys = names.iter().flat_map(|names| names.iter());
    let keys = keys.map(|name| name.value.key()).collect();
    let counts = names.map(<[_]>::len);
    (keys, counts, identity::key(post, config))
}

/// For each of the new posts, which of the old ones is the very same; both are in the
/// order of `place`. One that has changed in anything is another.
pub(super) fn same_posts<'a, P: Ord>(
    old: impl Iterator<Item = &'a PostEntry>,
    new: impl Iterator<Item = &'a Arc<Post>>,
    place: impl Fn(&'a Post) -> P,
) -> Vec<Option<usize>> {
    let mut old = old.enumerate().peekable();
    let same = new.map(|post| {
        while let Some((at, other)) = old.peek() {
            let at = *at;
            if Arc::ptr_eq(&other.post, post) {
                old.next();
                return Some(at);
            }
            if place(&other.post) >= place(post) {
                break;
            }
            old.next();
        }
        None
    });
    same.collect()
}

/// The same for posts in the order of a site.
pub(super) fn same_in_order<'a>(
    old: &'a [PostEntry],
    new: impl Iterator<Item = &'a Arc<Post>>,
) -> Vec<Option<PostId>> {
    let place = |post: &'a Post| (Reverse(post.placement.date.instant), &post.source);
    same_posts(old.iter(), new, place)
}
