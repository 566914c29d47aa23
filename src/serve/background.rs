//! The look at what nobody looks at: links, and pages that nobody has asked for.
//!
//! Owns when it is done: after everything else, and no longer once there is a newer
//! site. Must never change anything: what it finds is sent to the loop.

use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

use crate::diagnostic::source::internal_error_at;
use crate::diagnostic::{Diagnostic, with_failures};
use crate::pipeline::shelter::caught;

use super::current::Current;
use super::pages::Pages;
use super::{Findings, Message};

/// So long after an edit no link is followed: whoever waits for the page comes first,
const LINKS_AFTER: Duration = Duration::from_millis(60);
/// and so long nothing is rendered that nobody asked for.
const PAGES_AFTER: Duration = Duration::from_millis(300);
/// So long it makes way for somebody who asks for pages,
const YIELD: Duration = Duration::from_millis(30);
/// so many times in a row at most,
const MOST_YIELDS: usize = 10;
/// and then this many pages are tried whoever asks: it must come to an end.
const BATCH: usize = 25;
/// So often it looks whether an edit that is coming has come.
const POLL: Duration = Duration::from_millis(2);
/// How long it waits for the next site before it looks again.
const IDLE: Duration = Duration::from_secs(3600);

/// Checks each site in turn until serving ends.
pub(super) fn run(current: &Current, to: &Sender<Message>) {
    let (mut edition, mut version) = (0, 0);
    while let Some((now, snapshot)) = current.wait(edition, IDLE) {
        edition = now;
        if snapshot.version() == version {
            continue;
        }
        version = snapshot.version();
        let pages = snapshot.pages().clone();
        drop(snapshot);
        if let Err(words) = caught(|| check(version, &pages, current, to)) {
            let mut diagnostics = pages.loaded().diagnostics.clone();
            diagnostics.push(internal_error_at("/", &words));
            let _ = to.send(Message::Checked(Findings {
                version,
                diagnostics,
                is_done: true,
            }));
        }
    }
}

fn check(version: u64, pages: &Arc<Pages>, current: &Current, to: &Sender<Message>) {
    let send = |diagnostics: Vec<Diagnostic>, is_done: bool| {
        // Where nobody listens any more, serving has ended.
        let _ = to.send(Message::Checked(Findings {
            version,
            diagnostics,
            is_done,
        }));
    };
    let start = Instant::now();
    if !stays(current, version, start + LINKS_AFTER) {
        return;
    }
    let linked = pages.loaded().checked();
    send(linked.clone(), false);
    if !stays(current, version, start + PAGES_AFTER) {
        return;
    }
    let is_current = || !current.is_closed() && current.get().version() == version;
    let mut found = Vec::new();
    let mut left = 0;
    for place in 0..pages.entries().len() {
        while current.is_busy() && is_current() {
            std::thread::sleep(POLL);
        }
        for _ in 0..MOST_YIELDS {
            if left > 0 || !is_current() || !pages.was_asked() {
                break;
            }
            std::thread::sleep(YIELD);
        }
        if !is_current() {
            return;
        }
        left = if left == 0 { BATCH } else { left - 1 };
        found.extend(pages.trial(place));
    }
    send(with_failures(linked, found), true);
}

/// Waits until then; whether this version is still the one that is served.
fn stays(current: &Current, version: u64, until: Instant) -> bool {
    let mut edition = 0;
    loop {
        let left = until.saturating_duration_since(Instant::now());
        match current.wait(edition, left) {
            Some((now, snapshot)) if snapshot.version() == version => edition = now,
            _ => return false,
        }
        if left.is_zero() {
            return true;
        }
    }
}
