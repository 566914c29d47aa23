//! The one predicate that decides what is published.
//!
//! Must never know lists or terms: it is evaluated before anything else is.

use super::clock::Clock;
use crate::parse::document::{Date, Page, Post};

/// Why a document is not published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unpublished {
    /// `draft: true`.
    Draft,
    /// Its time has not come.
    Scheduled,
    /// Its time has passed.
    Expired,
}

impl Unpublished {
    /// The word that themes and JSON output know it by.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Scheduled => "scheduled",
            Self::Expired => "expired",
        }
    }
}

/// Which unpublished documents are wanted all the same (`--drafts`, `--future`, `--expired`).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Include {
    /// Drafts.
    pub drafts: bool,
    /// Scheduled ones.
    pub future: bool,
    /// Expired ones.
    pub expired: bool,
}

impl Include {
    /// Whether a document unpublished for this reason is shown.
    pub const fn admits(self, reason: Unpublished) -> bool {
        match reason {
            Unpublished::Draft => self.drafts,
            Unpublished::Scheduled => self.future,
            Unpublished::Expired => self.expired,
        }
    }
}

/// Why a post is unpublished now, and the day on which that changes.
pub(super) fn of_post(post: &Post, clock: &mut Clock<'_>) -> Option<(Unpublished, Option<Date>)> {
    let placement = &post.placement;
    let starts = [Some(&placement.date), placement.publish_date.as_ref()];
    decide(placement.draft, starts, placement.expires.as_ref(), clock)
}

/// Why a page is unpublished now, and the day on which that changes.
pub(super) fn of_page(page: &Page, clock: &mut Clock<'_>) -> Option<(Unpublished, Option<Date>)> {
    let starts = [page.publish_date.as_ref(), None];
    decide(page.draft, starts, page.expires.as_ref(), clock)
}

fn decide(
    draft: bool,
    starts: [Option<&Date>; 2],
    expires: Option<&Date>,
    clock: &mut Clock<'_>,
) -> Option<(Unpublished, Option<Date>)> {
    if draft {
        return Some((Unpublished::Draft, None));
    }
    if let Some(start) = starts
        .into_iter()
        .flatten()
        .filter(|date| !clock.has_come(date))
        .max_by_key(|date| date.instant)
    {
        return Some((Unpublished::Scheduled, Some(start.clone())));
    }
    let expires = expires.filter(|date| clock.is_over(date))?;
    Some((Unpublished::Expired, Some(expires.clone())))
}
