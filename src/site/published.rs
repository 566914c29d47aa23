//! Which documents are published, and in what order.
//!
//! Owns the list of posts, newest first, and what is unpublished from it. Must never know
//! terms, nor what refers to what.
//!
//! At 10,000 posts it saves 3.5 to 5 ms of any edit not to look again at posts that are
//! the same (November 2026, `docs/serve.md`).

use std::cmp::Reverse;
use std::sync::Arc;

use rayon::prelude::*;

use super::clock::{Clock, Interval};
use super::post_keys;
use super::present::{changed, dated, modified};
use super::visibility::{self, Include, Unpublished};
use super::{Documents, Hidden, PageEntry, PostEntry, PostId, Site, UnpublishedDocument};
use crate::parse::document::{Date, Post};
use crate::path::SourcePath;

/// A published post before anything is known of the others.
pub(super) struct Published {
    pub(super) post: Arc<Post>,
    pub(super) unpublished: Option<Unpublished>,
    pub(super) modified: Date,
    pub(super) has_files: bool,
    pub(super) deadline_is_past: bool,
    pub(super) holds: Interval,
}

impl Published {
    /// The same post as before, at the same time.
    fn unchanged(before: &PostEntry) -> Self {
        Self {
            post: before.post.clone(),
            unpublished: before.unpublished,
            modified: before.modified.clone(),
            has_files: before.has_files,
            deadline_is_past: before.deadline_is_past,
            holds: before.holds,
        }
    }
}

/// The published posts, newest first; of one instant, in the order of their files. For
/// each of their files in order, which of them is there. And those that are unpublished.
/// Those that the site `before` shows at the same time are not looked at again.
pub(super) fn posts(
    documents: &Documents,
    (clock, include): (&mut Clock<'_>, Include),
    before: Option<&Site>,
) -> (Vec<Published>, Vec<PostId>, Vec<UnpublishedDocument>) {
    let old = before.iter().flat_map(|before| {
        let by_file = before.posts_by_file().iter();
        by_file.map(|&id| &before.posts[id])
    });
    let old: Vec<&PostEntry> = old.collect();
    let new = documents.posts.iter();
    let known = post_keys::same_posts(old.iter().copied(), new, |post| &post.source);
    let judged = documents.posts.par_iter().zip(&known);
    let judged = judged.filter(|(_, known)| known.is_none());
    let judged: Vec<_> = judged.map(|(post, _)| judge(post, clock.again())).collect();
    let mut judged = judged.into_iter();
    let mut shown = Vec::with_capacity(known.len());
    let mut unpublished = Vec::new();
    for known in known {
        let known = known.map(|at| (Published::unchanged(old[at]), None));
        let Some((one, until)) = known.or_else(|| judged.next()) else {
            continue;
        };
        clock.narrow(one.holds);
        match one.unpublished {
            Some(reason) if !include.admits(reason) => unpublished.push(UnpublishedDocument {
                source: one.post.source.clone(),
                title: one.post.meta.title.value.clone(),
                reason,
                date: until,
                document: Hidden::Post(one.post),
            }),
            _ => shown.push(one),
        }
    }
    let (shown, by_file) = newest_first(shown);
    (shown, by_file, unpublished)
}

/// A post as it is now, and the day on which it appears or has expired if it is unpublished.
fn judge(post: &Arc<Post>, mut clock: Clock<'_>) -> (Published, Option<Date>) {
    let reason = visibility::of_post(post, &mut clock);
    let post = dated(post, &mut clock);
    let deadline = post.meta.cta.as_ref().and_then(|cta| cta.deadline.as_ref());
    let shown = Published {
        modified: modified(&post),
        unpublished: reason.as_ref().map(|(reason, _)| *reason),
        has_files: has_files(&post),
        deadline_is_past: deadline.is_some_and(|deadline| clock.is_over(deadline)),
        holds: clock.holds(),
        post,
    };
    (shown, reason.and_then(|(_, day)| day))
}

/// Whether a post shows or links to files that are no documents.
fn has_files(post: &Post) -> bool {
    let corrections = post.meta.corrections.iter();
    let mut bodies =
        std::iter::once(&post.body).chain(corrections.map(|correction| &correction.text));
    let is_other = |path: &SourcePath| path.extension() != "md";
    post.meta.image.is_some() || bodies.any(|body| body.files().any(is_other))
}

/// Posts that are in the order of their files, in that of the site, and where each of
/// them went. Keys are sorted in their place: they are a fraction of them.
fn newest_first(shown: Vec<Published>) -> (Vec<Published>, Vec<PostId>) {
    debug_assert!(
        shown.is_sorted_by(|a, b| a.post.source <= b.post.source),
        "as promised"
    );
    let instants = shown.iter().map(|shown| shown.post.placement.date.instant);
    let mut order: Vec<_> = instants.map(Reverse).zip(0..).collect();
    order.sort_unstable();
    let mut by_file = vec![0; order.len()];
    for (id, (_, at)) in order.iter().enumerate() {
        by_file[*at] = id;
    }
    let mut shown: Vec<Option<Published>> = shown.into_iter().map(Some).collect();
    let order = order.into_iter();
    let shown = order.filter_map(|(_, at): (_, usize)| shown[at].take());
    (shown.collect(), by_file)
}

/// The published pages in the order of their files, and those that are unpublished.
pub(super) fn pages(
    documents: &Documents,
    (clock, include): (&mut Clock<'_>, Include),
) -> (Vec<PageEntry>, Vec<UnpublishedDocument>) {
    let mut pages = Vec::with_capacity(documents.pages.len());
    let mut unpublished = Vec::new();
    for page in &documents.pages {
        match visibility::of_page(page, clock) {
            Some((reason, date)) if !include.admits(reason) => {
                unpublished.push(UnpublishedDocument {
                    source: page.source.clone(),
                    title: page.title.value.clone(),
                    reason,
                    date,
                    document: Hidden::Page(page.clone()),
                })
            }
            reason => pages.push(PageEntry {
                page: changed(page, clock),
                unpublished: reason.map(|(reason, _)| reason),
            }),
        }
    }
    (pages, unpublished)
}
