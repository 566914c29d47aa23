//! A post's permanent identity, by which feed readers know it.
//!
//! Must never know URLs: the identity survives a new domain and a new permalink.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;
use xxhash_rust::xxh3::xxh3_128;

use crate::diagnostic::{Diagnostic, Span, site as report};
use crate::parse::document::Post;
use crate::path::SourcePath;

/// A URI that stays: `id` where it is one; else a UUID (version 8, RFC 9562) made
/// of `id`, or of the civil date, the slug, and a language other than the site's.
pub fn permanent_id(post: &Post, language: &str) -> String {
    let placement = &post.placement;
    let (date, slug) = (placement.date.civil.date(), &placement.slug.value);
    match (&placement.id, &placement.lang) {
        (Some(id), _) if is_uri(&id.value) => id.value.clone(),
        (Some(id), _) => uuid(&format!("id {}", id.value)),
        (None, Some(lang)) if !lang.value.eq_ignore_ascii_case(language) => {
            uuid(&format!("post {date} {slug} {}", lang.value))
        }
        (None, _) => uuid(&format!("post {date} {slug}")),
    }
}

/// Reports identities that two posts share: readers of feeds would see only one of
/// them.
pub(super) fn check_unique(
    posts: &[&Arc<Post>],
    language: &str,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut first: HashMap<String, (&SourcePath, Span)> = HashMap::with_capacity(posts.len());
    let ids: Vec<String> = (posts.par_iter())
        .map(|post| permanent_id(post, language))
        .collect();
    for (post, id) in posts.iter().zip(ids) {
        let span = post
            .placement
            .id
            .as_ref()
            .map_or(post.meta.title.span, |id| id.span);
        match first.get(&id) {
            Some((file, place)) => {
                diagnostics.push(report::duplicate_id(&post.source, span, &id, file, *place));
            }
            None => {
                first.insert(id, (&post.source, span));
            }
        }
    }
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

fn uuid(name: &str) -> String {
    let mut bytes = xxh3_128(name.as_bytes()).to_be_bytes();
    bytes[6] = (bytes[6] & 0x0f) | 0x80;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    let hex = format!("{:032x}", u128::from_be_bytes(bytes));
    format!(
        "urn:uuid:{}-{}-{}-{}-{}",
        &hex[..8],
        &hex[8..12],
        &hex[12..16],
        &hex[16..20],
        &hex[20..]
    )
}
