//! A post's permanent identity, by which feed readers know it.
//!
//! Must never know URLs: the identity survives a new domain and a new permalink.

use std::sync::Arc;

use rayon::prelude::*;
use uuid::Uuid;
use xxhash_rust::xxh3::xxh3_128;

use crate::config::Config;
use crate::diagnostic::{Diagnostic, Span, site as report};
use crate::parse::document::Post;

/// A URI that stays: `id` where it is one; else a UUID (version 8, RFC 9562) made
/// of the site's `id`, and of the post's, or else of its civil date, its slug, and a
/// language other than the site's.
pub fn permanent_id(post: &Post, config: &Config) -> String {
    match &post.placement.id {
        Some(id) if is_uri(&id.value) => id.value.clone(),
        _ => uuid(post, config).urn().to_string(),
    }
}

/// Blogs without an `id` of their own keep the identities that they have always had.
fn uuid(post: &Post, config: &Config) -> Uuid {
    let name = name(post, &config.language);
    let hash = match &config.id {
        Some(id) => xxh3_128([id.as_bytes(), name.as_bytes()].concat().as_slice()),
        None => xxh3_128(name.as_bytes()),
    };
    Uuid::new_v8(hash.to_be_bytes())
}

/// What a post's UUID is made of.
fn name(post: &Post, language: &str) -> String {
    let placement = &post.placement;
    let (date, slug) = (placement.date.day(), placement.slug.value.as_str());
    match (&placement.id, &placement.lang) {
        (Some(id), _) => format!("id {}", id.value),
        (None, Some(lang)) if !lang.value.eq_ignore_ascii_case(language) => {
            ["post ", &date, " ", slug, " ", &lang.value].concat()
        }
        (None, _) => ["post ", &date, " ", slug].concat(),
    }
}

/// Reports identities that two posts share: readers of feeds would see only one of
/// them. `keys` has that of each post.
pub(super) fn check_unique(
    posts: &[&Arc<Post>],
    keys: &[u128],
    config: &Config,
) -> Vec<Diagnostic> {
    let keys = keys.iter().enumerate();
    let mut keys: Vec<(u128, usize)> = keys.map(|(at, &key)| (key, at)).collect();
    keys.par_sort_unstable();
    let mut pairs: Vec<(usize, usize)> = keys
        .chunk_by(|(a, _), (b, _)| a == b)
        .flat_map(|same| same[1..].iter().map(|(_, at)| (*at, same[0].1)))
        .collect();
    pairs.sort_unstable();
    let reports = pairs.into_iter().filter_map(|(second, first)| {
        let (post, other) = (posts[second], posts[first]);
        let id = permanent_id(post, config);
        // Keys say only that it is worth a look. Two posts without an `id` have the same
        // one where they have the same address, which is reported there.
        let is_named = post.placement.id.is_some() || other.placement.id.is_some();
        let is_same = is_named && id == permanent_id(other, config);
        is_same.then(|| {
            report::duplicate_id(&post.source, span(post), &id, &other.source, span(other))
        })
    });
    reports.collect()
}

/// The same for the same identity, without its text.
pub(super) fn key(post: &Post, config: &Config) -> u128 {
    match &post.placement.id {
        Some(id) if is_uri(&id.value) => {
            let digits = id.value.strip_prefix("urn:uuid:").unwrap_or_default();
            let number = u128::from_str_radix(&digits.replace('-', ""), 16);
            number.unwrap_or_else(|_| xxh3_128(id.value.as_bytes()))
        }
        _ => uuid(post, config).as_u128(),
    }
}

fn span(post: &Post) -> Span {
    let id = post.placement.id.as_ref();
    id.map_or(post.meta.title.span, |id| id.span)
}

fn is_uri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else {
        return false;
    };
    let letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(letter)
        && !rest.is_empty()
        && rest
            .chars()
            .all(|c| c.is_ascii_graphic() && !matches!(c, '<' | '>' | '"'))
}
