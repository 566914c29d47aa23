//! Documents as they are now.
//!
//! Owns what of a published document has not happened yet. Must never know whether
//! the document is published.

use std::sync::Arc;

use super::visibility::end_of;
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Span, site as report};
use crate::parse::document::{Date, Page, Post};

/// The post as it is now: with the date of now if it has none, and without the changes
/// whose day has not come.
pub(super) fn dated(post: &Arc<Post>, now: jiff::Timestamp, config: &Config) -> Arc<Post> {
    let is_ahead = |date: &Date| date.instant > now;
    let meta = &post.meta;
    let ahead = meta.updated.as_ref().is_some_and(is_ahead)
        || (meta.corrections.iter()).any(|correction| is_ahead(&correction.date));
    if !post.placement.undated && !ahead {
        return post.clone();
    }
    let mut post = Post::clone(post);
    let meta = &mut post.meta;
    meta.updated.take_if(|date| is_ahead(date));
    meta.corrections
        .retain(|correction| !is_ahead(&correction.date));
    if post.placement.undated {
        post.placement.date = Date {
            civil: config.timezone.to_datetime(now),
            instant: now,
            offset_seconds: config.timezone.to_offset(now).seconds(),
            has_time: false,
            span: Span::default(),
        };
    }
    Arc::new(post)
}

/// When a post last changed in substance: `updated`, a correction, or its date; what
/// is dated in the future has not happened yet.
pub(super) fn modified(post: &Post, now: jiff::Timestamp) -> Date {
    let corrections = post
        .meta
        .corrections
        .iter()
        .map(|correction| &correction.date);
    let changes = post
        .meta
        .updated
        .iter()
        .chain(corrections)
        .filter(|date| date.instant <= now);
    let date = &post.placement.date;
    changes
        .chain([date])
        .max_by_key(|date| date.instant)
        .unwrap_or(date)
        .clone()
}

/// The page as it is now: without a change whose day has not come.
pub(super) fn changed(page: &Arc<Page>, now: jiff::Timestamp) -> Arc<Page> {
    if page.updated.as_ref().is_none_or(|date| date.instant <= now) {
        return page.clone();
    }
    Arc::new(Page {
        updated: None,
        ..Page::clone(page)
    })
}

/// Reports a page of which what it says no longer holds.
pub(super) fn outdated(page: &Page, now: jiff::Timestamp, config: &Config) -> Option<Diagnostic> {
    let until = page.valid_until.as_ref()?;
    let day = until.day();
    let is_over = end_of(until, &config.timezone) <= now;
    is_over.then(|| report::outdated_page(&page.source, until.span, &day))
}
