//! Documents as they are now.
//!
//! Owns what of a published document has not happened yet. Must never know whether
//! the document is published.

use std::sync::Arc;

use super::clock::Clock;
use crate::diagnostic::{Diagnostic, site as report};
use crate::parse::document::{Date, Page, Post};

/// The post as it is now: dated today if it has no date, and without the changes whose
/// day has not come.
pub(super) fn dated(post: &Arc<Post>, clock: &mut Clock<'_>) -> Arc<Post> {
    let meta = &post.meta;
    let dates = meta.updated.iter();
    let mut dates = dates.chain(meta.corrections.iter().map(|correction| &correction.date));
    if !post.placement.undated && dates.all(|date| clock.has_come(date)) {
        return post.clone();
    }
    let mut post = Post::clone(post);
    let meta = &mut post.meta;
    meta.updated.take_if(|date| !clock.has_come(date));
    meta.corrections
        .retain(|correction| clock.has_come(&correction.date));
    if post.placement.undated {
        post.placement.date = clock.today();
    }
    Arc::new(post)
}

/// When a post as it is now last changed in substance: `updated`, a correction, or its
/// date.
pub(super) fn modified(post: &Post) -> Date {
    let corrections = post.meta.corrections.iter();
    let corrections = corrections.map(|correction| &correction.date);
    let date = &post.placement.date;
    let changes = post.meta.updated.iter().chain(corrections).chain([date]);
    changes
        .max_by_key(|date| date.instant)
        .unwrap_or(date)
        .clone()
}

/// The page as it is now: without a change whose day has not come.
pub(super) fn changed(page: &Arc<Page>, clock: &mut Clock<'_>) -> Arc<Page> {
    if page.updated.iter().all(|date| clock.has_come(date)) {
        return page.clone();
    }
    Arc::new(Page {
        updated: None,
        ..Page::clone(page)
    })
}

/// Reports a page of which what it says no longer holds.
pub(super) fn outdated(page: &Page, clock: &mut Clock<'_>) -> Option<Diagnostic> {
    let until = page.valid_until.as_ref()?;
    let is_over = clock.is_over(until);
    is_over.then(|| report::outdated_page(&page.source, until.span, &until.day()))
}
