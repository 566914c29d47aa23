//! Which documents are published, and in what order.
//!
//! Owns the list of posts, newest first, and what is withheld from it. Must never know
//! terms, nor what refers to what.

use std::cmp::Reverse;
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
        let shown = Shown {
            modified: modified(&post, now),
            words: post.body.words,
            withheld: reason.as_ref().map(|(reason, _)| *reason),
            post,
        };
        (shown, reason)
    });
    let judged: Vec<_> = judged.collect();
    let mut shown = Vec::with_capacity(judged.len());
    let mut withheld = Vec::new();
    for (one, reason) in judged {
        match reason {
            Some((reason, date)) if !include.admits(reason) => withheld.push(WithheldDocument {
                source: one.post.source.clone(),
                title: one.post.meta.title.value.clone(),
                reason,
                date,
                document: Hidden::Post(one.post),
            }),
            _ => shown.push(one),
        }
    }
    (newest_first(shown), withheld)
}

/// Posts that are in the order of their files, in that of the site. Keys are sorted in
/// their place: they are a fraction of them.
fn newest_first(shown: Vec<Shown>) -> Vec<Shown> {
    debug_assert!(
        shown.is_sorted_by(|a, b| a.post.source <= b.post.source),
        "as promised"
    );
    let instants = shown.iter().map(|shown| shown.post.placement.date.instant);
    let mut order: Vec<_> = instants.map(Reverse).zip(0..).collect();
    order.sort_unstable();
    let mut shown: Vec<Option<Shown>> = shown.into_iter().map(Some).collect();
    let order = order.into_iter();
    order
        .filter_map(|(_, at): (_, usize)| shown[at].take())
        .collect()
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
