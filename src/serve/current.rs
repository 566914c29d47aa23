//! The snapshot that is served now: the one place where threads meet.
//!
//! Owns the lock. Must never know what is in a snapshot.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::snapshot::Snapshot;

/// The current snapshot, and a bell that rings when it is exchanged.
#[derive(Debug)]
pub(super) struct Current {
    state: Mutex<State>,
    bell: Condvar,
    /// Whether another snapshot is being made: what can wait, waits.
    is_busy: AtomicBool,
}

#[derive(Debug)]
struct State {
    snapshot: Arc<Snapshot>,
    /// Grows with each publication; a snapshot is published again with the same
    /// version when the background has found more to say of it.
    edition: u64,
    closed: bool,
}

impl Current {
    pub(super) fn new(snapshot: Arc<Snapshot>) -> Self {
        let state = State {
            snapshot,
            edition: 1,
            closed: false,
        };
        Self {
            state: Mutex::new(state),
            bell: Condvar::new(),
            is_busy: AtomicBool::new(false),
        }
    }

    /// What is served now.
    pub(super) fn get(&self) -> Arc<Snapshot> {
        self.lock().snapshot.clone()
    }

    /// Serves another one from now on, and wakes all who wait.
    pub(super) fn publish(&self, snapshot: Arc<Snapshot>) {
        let mut state = self.lock();
        let old = std::mem::replace(&mut state.snapshot, snapshot);
        state.edition += 1;
        drop(state);
        self.bell.notify_all();
        // A whole site dies here, outside the lock.
        drop(old);
    }

    /// Waits until there is another edition than `seen` (0: at once), at most so long.
    /// `None` when serving has ended.
    pub(super) fn wait(&self, seen: u64, limit: Duration) -> Option<(u64, Arc<Snapshot>)> {
        let state = self.lock();
        let wait = self
            .bell
            .wait_timeout_while(state, limit, |state| state.edition == seen && !state.closed);
        let (state, _) = wait.unwrap_or_else(PoisonError::into_inner);
        (!state.closed).then(|| (state.edition, state.snapshot.clone()))
    }

    /// Tells whether something has changed that isn't served yet.
    pub(super) fn set_busy(&self, is_busy: bool) {
        self.is_busy.store(is_busy, Ordering::Relaxed);
    }

    /// Whether something has changed that isn't served yet.
    pub(super) fn is_busy(&self) -> bool {
        self.is_busy.load(Ordering::Relaxed)
    }

    /// Ends serving: all who wait are woken.
    pub(super) fn close(&self) {
        self.lock().closed = true;
        self.bell.notify_all();
    }

    /// Whether serving has ended.
    pub(super) fn is_closed(&self) -> bool {
        self.lock().closed
    }

    /// A thread that panicked left a whole value behind: there is nothing to repair.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
