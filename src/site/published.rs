//! Which documents are published, and in what order.
//!
//! Owns the list of posts, newest first, and what is withheld from it. Must never know
//! terms, nor what refers to what.

use std::sync::Arc;

use rayon::prelude::*;

use super::present::{changed, dated, modified};
use super::visibility::{self, Include, Withheld};
use super::{Documents, Hidden, PageEntry, WithheldDocument};
use crate::config::Config;
use crate::parse::document::{Date, Post};

/// A published post before anything is known of the others.
pub(super) struct Shown {
    pub(super) post: Arc<Post>,
    pub(super) withheld: Option<Withheld>,
    pub(super) modified: Date,
    /// Running words of its text.
    pub(super) words: usize,
}

/// The published posts, newest first; of one instant, in the order of their files. And
/// those that are withheld.
pub(super) fn posts(
    documents: &Documents,
    (config, now, include): (&Config, jiff::Timestamp, Include),
) -> (Vec<Shown>, Vec<WithheldDocument>) {
    let judged = documents.posts.par_iter().map(|post| {
        let reason = visibility::of_post(post, now, &config.timezone);
        let post = dated(post, now, config);
        // Beside the post, since sorting looks at it often.
        let instant = post.placement.date.instant;
        let shown = Shown {
            modified: modified(&post, now),
            words: post.body.words,
            withheld: reason.as_ref().map(|(reason, _)| *reason),
            post,
        };
        (instant, shown, reason)
    });
    let judged: Vec<_> = judged.collect();
    let mut shown = Vec::with_capacity(judged.len());
    let mut withheld = Vec::new();
    for (instant, one, reason) in judged {
        match reason {
            Some((reason, date)) if !include.admits(reason) => withheld.push(WithheldDocument {
                source: one.post.source.clone(),
                title: one.post.meta.title.value.clone(),
                reason,
                date,
                document: Hidden::Post(one.post),
            }),
            _ => shown.push((instant, one)),
        }
    }
    let posts = &documents.posts;
    debug_assert!(
        posts.is_sorted_by(|a, b| a.source <= b.source),
        "as promised"
    );
    shown.sort_by_key(|(instant, _)| std::cmp::Reverse(*instant));
    (
        shown.into_iter().map(|(_, shown)| shown).collect(),
        withheld,
    )
}

/// The published pages in the order of their files, and those that are withheld.
pub(super) fn pages(
    documents: &Documents,
    (config, now, include): (&Config, jiff::Timestamp, Include),
) -> (Vec<PageEntry>, Vec<WithheldDocument>) {
    let mut pages = Vec::with_capacity(documents.pages.len());
    let mut withheld = Vec::new();
    for page in &documents.pages {
        match visibility::of_page(page, now, &config.timezone) {
            Some((reason, date)) if !include.admits(reason) => withheld.push(WithheldDocument {
                source: page.source.clone(),
                title: page.title.value.clone(),
                reason,
                date,
                document: Hidden::Page(page.clone()),
            }),
            reason => pages.push(PageEntry {
                page: changed(page, now),
                withheld: reason.map(|(reason, _)| reason),
            }),
        }
    }
    (pages, withheld)
}
