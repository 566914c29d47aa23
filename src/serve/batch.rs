//! Events that belong together, as one change.
//!
//! Owns how long to wait: not at all longer than it takes until a file is whole, and
//! while a burst goes on, until it is over. A file that somebody is still writing is held
//! back on its own, so that nothing else waits for it. Must never know what a change
//! leads to.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use crate::sources::Changes;

use super::Message;
use super::watch::{Touched, What};

/// After a file was put in place.
const WHOLE: Duration = Duration::from_millis(1);
/// After anything else: a file that is gone may be about to come back.
const QUIET: Duration = Duration::from_millis(12);
/// While a file is being written; systems that tell when it is closed.
const WRITING: Duration = Duration::from_millis(60);
/// No burst is waited for longer.
const LIMIT: Duration = Duration::from_millis(400);
/// A file that was not closed is taken as it is when it has been quiet for so long.
const HELD: Duration = Duration::from_millis(500);

/// One change.
#[derive(Debug, Default)]
pub(super) struct Batch {
    paths: BTreeSet<PathBuf>,
    /// Files that somebody is writing.
    open: BTreeSet<PathBuf>,
    lost: bool,
}

/// Files that somebody was writing when all else was done, and when they were last
/// touched: half of a file is no change.
#[derive(Debug, Default)]
pub(super) struct Held(BTreeMap<PathBuf, Instant>);

impl Held {
    /// Keeps what is still being written back from a batch, and gives back what isn't
    /// any more.
    pub(super) fn sort(&mut self, batch: &mut Batch) {
        let now = Instant::now();
        for path in &batch.paths {
            self.0.remove(path);
        }
        for path in std::mem::take(&mut batch.open) {
            batch.paths.remove(&path);
            self.0.insert(path, now);
        }
    }

    /// What has been quiet for long enough; nobody may ever close it.
    pub(super) fn take_quiet(&mut self) -> BTreeSet<PathBuf> {
        let (quiet, others) = (std::mem::take(&mut self.0).into_iter())
            .partition::<BTreeMap<_, _>, _>(|(_, time)| time.elapsed() >= HELD);
        self.0 = others;
        quiet.into_keys().collect()
    }

    /// How long until something will have been quiet for long enough.
    pub(super) fn wait(&self) -> Option<Duration> {
        let first = self.0.values().min()?;
        Some(HELD.saturating_sub(first.elapsed()))
    }
}

impl Batch {
    /// Everything that happens together with `first`. Messages of other kinds come back
    /// in their order.
    pub(super) fn gather(first: Touched, from: &Receiver<Message>) -> (Self, Vec<Message>) {
        let start = Instant::now();
        let mut batch = Self::default();
        let mut others = Vec::new();
        let mut quiet = batch.add(first);
        loop {
            let left = LIMIT.saturating_sub(start.elapsed());
            match from.recv_timeout(quiet.min(left)) {
                Ok(Message::Disk(touched)) => quiet = batch.add(touched),
                Ok(other) => {
                    let ends = matches!(other, Message::Stop);
                    others.push(other);
                    if ends {
                        break;
                    }
                }
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
            }
        }
        (batch, others)
    }

    /// Takes an event in; how long to wait for the next one.
    fn add(&mut self, touched: Touched) -> Duration {
        for path in &touched.paths {
            match touched.what {
                What::Begun if cfg!(target_os = "linux") => self.open.insert(path.clone()),
                _ => self.open.remove(path),
            };
        }
        self.lost |= touched.what == What::Lost;
        self.paths.extend(touched.paths);
        match touched.what {
            _ if !self.open.is_empty() => WRITING,
            What::Whole => WHOLE,
            _ => QUIET,
        }
    }

    /// Whether there is nothing to look at.
    pub(super) fn is_empty(&self) -> bool {
        self.paths.is_empty() && !self.lost
    }

    /// What was touched.
    pub(super) fn paths(&self) -> &BTreeSet<PathBuf> {
        &self.paths
    }

    /// Whether a folder is among it, of which not everything may have been reported.
    pub(super) fn has_folder(&self) -> bool {
        self.lost || self.paths.iter().any(|path| path.is_dir())
    }

    /// What to look at.
    pub(super) fn changes(self) -> Changes {
        match self.lost {
            true => Changes::Any,
            false => Changes::Paths(self.paths),
        }
    }
}
