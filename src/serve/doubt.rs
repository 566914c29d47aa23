//! Whether a watch may have ended without a word.
//!
//! On Windows notify 8 stops watching a folder in which more happens at once than its
//! buffer holds, and tells nobody; notify 9 will. So after anything has happened and it has
//! been quiet since, nobody knows. Must never watch anything itself.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// What happens together comes closer together than this.
const SETTLED: Duration = Duration::from_millis(500);

/// Counts events, whatever they are, since each may be the last one.
#[derive(Debug, Default)]
pub(super) struct Doubt {
    events: Arc<AtomicUsize>,
    known: usize,
    /// When there was something new the last time.
    since: Option<Instant>,
}

impl Doubt {
    /// To be called at every event.
    pub(super) fn counter(&self) -> impl Fn() + Send + 'static {
        let events = self.events.clone();
        move || {
            events.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// Whether it has been quiet for a while after something happened; once each time.
    pub(super) fn is_due(&mut self) -> bool {
        let events = self.events.load(Ordering::Relaxed);
        if events != self.known {
            self.known = events;
            self.since = Some(Instant::now());
        }
        self.since
            .take_if(|since| since.elapsed() >= SETTLED)
            .is_some()
    }

    /// How long until it may be due.
    pub(super) fn wait(&self) -> Option<Duration> {
        let since = self.since?;
        Some(SETTLED.saturating_sub(since.elapsed()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_due_once_it_is_quiet_after_each_burst_and_never_before() {
        let mut doubt = Doubt::default();
        assert!(!doubt.is_due());
        assert_eq!(doubt.wait(), None);
        let count = doubt.counter();
        for _ in 0..2 {
            count();
            assert!(!doubt.is_due());
            assert!(doubt.wait().is_some());
            std::thread::sleep(SETTLED);
            count();
            assert!(!doubt.is_due(), "something has just happened");
            std::thread::sleep(doubt.wait().expect("it waits"));
            assert!(doubt.is_due());
            assert!(!doubt.is_due());
            assert_eq!(doubt.wait(), None);
        }
    }
}
