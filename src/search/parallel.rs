//! Work on all processors, on threads of its own.
//!
//! An index is made when the first page asks for it, while other threads may wait for
//! it. On the shared pool of threads its parts could be queued behind those that
//! wait; here they can't. Must never know what the work is.

use std::num::NonZeroUsize;
use std::panic;
use std::thread;

/// What `work` makes of consecutive chunks of `items`, one a thread.
pub(super) fn map<T: Sync, R: Send>(items: &[T], work: impl Fn(&[T]) -> R + Sync) -> Vec<R> {
    let threads = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let chunks: Vec<&[T]> = items
        .chunks(items.len().div_ceil(threads).max(64))
        .collect();
    map_each(&chunks, |chunk| work(chunk))
}

/// What `work` makes of each of a few items, a thread for each.
pub(super) fn map_each<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    if let [item] = items {
        return vec![work(item)];
    }
    thread::scope(|scope| {
        let threads: Vec<_> = items
            .iter()
            .map(|item| scope.spawn(|| work(item)))
            .collect();
        let results = threads.into_iter().map(|thread| {
            thread
                .join()
                .unwrap_or_else(|panicked| panic::resume_unwind(panicked))
        });
        results.collect()
    })
}
