//! How far a long task has come, on one line of a terminal that goes again.
//!
//! Owns when that is worth saying: after a second.
//! Must never know what is counted.

use std::io::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::JoinHandle;
use std::time::Duration;

/// What takes less time needs no word.
const PATIENCE: Duration = Duration::from_secs(1);
/// How often the line is rewritten.
const BEAT: Duration = Duration::from_millis(200);
/// Back to the beginning of the line, and nothing on it (ECMA-48, EL).
const CLEAR: &str = "\r\x1b[K";

/// What says how far it is, from what is done, the total and the percentage.
pub(super) type Words = Box<dyn Fn(usize, usize, usize) -> String + Send>;

/// A count that grows; its line is gone when it is dropped.
pub(super) struct Progress {
    done: Arc<AtomicUsize>,
    writer: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Progress {
    /// Begins to count to `total`. Nothing is shown unless `shown`.
    pub(super) fn new(total: usize, words: Words, shown: bool) -> Self {
        let done = Arc::new(AtomicUsize::new(0));
        let writer = shown.then(|| {
            let (stop, stopped) = mpsc::channel::<()>();
            let count = Arc::clone(&done);
            let thread = std::thread::spawn(move || {
                let mut wait = PATIENCE;
                while stopped.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
                    wait = BEAT;
                    write(&line(count.load(Ordering::Relaxed), total, &words));
                }
                if wait == BEAT {
                    write(CLEAR);
                }
            });
            (stop, thread)
        });
        Self { done, writer }
    }

    /// One more is done.
    pub(super) fn step(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((stop, thread)) = self.writer.take() {
            drop(stop);
            let _ = thread.join();
        }
    }
}

fn line(done: usize, total: usize, words: &Words) -> String {
    let percent = done.saturating_mul(100).checked_div(total).unwrap_or(100);
    format!("{CLEAR}{}", words(done, total, percent))
}

fn write(text: &str) {
    let mut stderr = std::io::stderr().lock();
    // A terminal that is gone needs no progress.
    let _ = stderr
        .write_all(text.as_bytes())
        .and_then(|()| stderr.flush());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_says_how_far() {
        let words: Words = Box::new(|done, total, percent| format!("{done}/{total} {percent}"));
        assert_eq!(line(50, 200, &words), "\r\x1b[K50/200 25");
        assert_eq!(line(0, 0, &words), "\r\x1b[K0/0 100");
    }
}
