//! The one predicate that decides what is published.
//!
//! Must never know lists or terms: it is evaluated before anything else is.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use rayon::prelude::*;

use crate::parse::document::{Date, Page, Post};

/// Why a document is not published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Withheld {
    /// `draft: true`.
    Draft,
    /// Its time has not come.
    Scheduled,
    /// Its time has passed.
    Expired,
}

impl Withheld {
    /// The word that themes and JSON output know it by.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Scheduled => "scheduled",
            Self::Expired => "expired",
        }
    }
}

/// Which withheld documents are wanted all the same (`--drafts`, `--future`, `--expired`).
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
    /// Whether a document withheld for this reason is shown.
    pub const fn admits(self, reason: Withheld) -> bool {
        match reason {
            Withheld::Draft => self.drafts,
            Withheld::Scheduled => self.future,
            Withheld::Expired => self.expired,
        }
    }
}

/// Why a post is withheld at `now`, and the day on which that turns.
pub(super) fn of_post(
    post: &Post,
    now: Timestamp,
    zone: &TimeZone,
) -> Option<(Withheld, Option<Date>)> {
    let placement = &post.placement;
    let starts = [Some(&placement.date), placement.publish_date.as_ref()];
    decide(
        placement.draft,
        starts,
        placement.expires.as_ref(),
        now,
        zone,
    )
}

/// Why a page is withheld at `now`, and the day on which that turns.
pub(super) fn of_page(
    page: &Page,
    now: Timestamp,
    zone: &TimeZone,
) -> Option<(Withheld, Option<Date>)> {
    decide(
        page.draft,
        [page.publish_date.as_ref(), None],
        page.expires.as_ref(),
        now,
        zone,
    )
}

/// The next time after `now` at which a document appears, expires, counts as changed,
/// or asks for something no longer.
pub(super) fn next_turn(
    posts: &[Arc<Post>],
    pages: &[Arc<Page>],
    now: Timestamp,
    zone: &TimeZone,
) -> Option<Timestamp> {
    // Posts are many, and this waits for memory more than it counts.
    let of_posts = posts.par_iter().filter_map(|post| {
        let (placement, meta) = (&post.placement, &post.meta);
        let starts = [Some(&placement.date), placement.publish_date.as_ref()];
        let corrections = meta.corrections.iter().map(|correction| &correction.date);
        let starts = (starts.into_iter().flatten())
            .chain(&meta.updated)
            .chain(corrections);
        let deadline = meta.cta.as_ref().and_then(|cta| cta.deadline.as_ref());
        let ends = placement.expires.iter().chain(deadline);
        let starts = starts.map(|date| date.instant);
        let turns = starts.chain(ends.map(|date| end_of(date, zone)));
        turns.filter(|turn| *turn > now).min()
    });
    let of_pages = pages.iter().flat_map(|page| {
        let starts = page.publish_date.iter().chain(&page.updated);
        let starts = starts.map(|date| date.instant);
        let ends = page.expires.iter().chain(&page.valid_until);
        starts.chain(ends.map(|date| end_of(date, zone)))
    });
    let of_pages = of_pages.filter(|turn| *turn > now).min();
    of_posts.min().into_iter().chain(of_pages).min()
}

fn decide(
    draft: bool,
    starts: [Option<&Date>; 2],
    expires: Option<&Date>,
    now: Timestamp,
    zone: &TimeZone,
) -> Option<(Withheld, Option<Date>)> {
    if draft {
        return Some((Withheld::Draft, None));
    }
    if let Some(start) = starts
        .into_iter()
        .flatten()
        .filter(|date| date.instant > now)
        .max_by_key(|date| date.instant)
    {
        return Some((Withheld::Scheduled, Some(start.clone())));
    }
    let expires = expires.filter(|date| end_of(date, zone) <= now)?;
    Some((Withheld::Expired, Some(expires.clone())))
}

/// The first instant after `date`: a date without a time lasts its whole day.
pub(super) fn end_of(date: &Date, zone: &TimeZone) -> Timestamp {
    if date.has_time {
        return date.instant;
    }
    let next = date
        .civil
        .date()
        .tomorrow()
        .and_then(|day| day.to_zoned_datetime(zone.clone()));
    next.map_or(Timestamp::MAX, |midnight| midnight.timestamp())
}
