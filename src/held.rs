//! Files that another program has open, which on Windows nobody else may read, replace or
//! remove: an editor, a scanner for viruses, a program that synchronises.
//!
//! Owns how long to wait until it lets go. Must never know what the files are.

use std::fs::File;
use std::io;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

/// A scanner or a synchronisation needs no longer.
const PATIENCE: Duration = Duration::from_secs(2);
/// What is only read is looked at again anyway while somebody writes.
const READING: Duration = Duration::from_millis(500);
/// How often it is tried.
const STEP: Duration = Duration::from_millis(20);

/// Whether an error says that another program has a file open.
pub(crate) fn is_held(error: &io::Error) -> bool {
    // ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION.
    cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33))
}

/// Whether an error may say so: Windows tells of a file that is replaced or removed while
/// it is open no more than of one that nobody may write (ERROR_ACCESS_DENIED).
pub(crate) fn may_be_held(error: &io::Error) -> bool {
    is_held(error) || cfg!(windows) && error.raw_os_error() == Some(5)
}

/// Opens a file to be read.
pub(crate) fn open(place: &Path) -> io::Result<File> {
    read(|| File::open(place))
}

/// Reads a file, again until nobody holds it.
pub(crate) fn read<T>(attempt: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    retry(READING, is_held, attempt)
}

/// Replaces or removes a file, again until nobody holds it.
pub(crate) fn change<T>(attempt: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    retry(PATIENCE, may_be_held, attempt)
}

fn retry<T>(
    patience: Duration,
    passes: impl Fn(&io::Error) -> bool,
    mut attempt: impl FnMut() -> io::Result<T>,
) -> io::Result<T> {
    let start = Instant::now();
    loop {
        match attempt() {
            Err(error) if passes(&error) && start.elapsed() < patience => thread::sleep(STEP),
            result => return result,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_passes_is_tried_again_and_nothing_else() {
        let busy = |error: &io::Error| error.kind() == io::ErrorKind::ResourceBusy;
        let fails = |times: usize, kind: io::ErrorKind| {
            let mut tries = 0;
            let result = retry(STEP * 4, busy, || {
                tries += 1;
                if tries <= times {
                    Err(io::Error::from(kind))
                } else {
                    Ok(())
                }
            });
            (result.map_err(|error| error.kind()), tries)
        };
        let busy = io::ErrorKind::ResourceBusy;
        assert_eq!(fails(2, busy), (Ok(()), 3));
        let (result, tries) = fails(usize::MAX, busy);
        assert_eq!(result, Err(busy));
        assert!(tries > 1);
        let absent = io::ErrorKind::NotFound;
        assert_eq!(fails(1, absent), (Err(absent), 1));
    }
}
