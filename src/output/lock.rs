//! One build at a time in one output folder.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use super::error::{OutputError, linked, locked};
use super::files;
use super::undo::Undo;
use crate::file_id;

/// The lock's file. It may stay: what counts is the lock, which the system releases
/// when its holder ends, however it ends.
pub(super) const NAME: &str = ".nitton-lock";

/// Whether the file may be removed: only where those who wait for it can find out.
pub(super) const CAN_REMOVE: bool = cfg!(unix);

/// Makes the folder if it is missing, and waits for the lock on it. `None` where
/// the file system has no locks.
///
/// It asks again and again rather than once and for ever, so that a build behind a
/// hung one ends with words instead of hanging too.
pub(super) fn acquire(
    dir: &Path,
    patience: Duration,
    undo: &Undo,
) -> Result<Option<File>, OutputError> {
    let start = Instant::now();
    loop {
        match attempt(dir, undo)? {
            Attempt::Got(lock) => return Ok(lock),
            Attempt::Busy if start.elapsed() >= patience => return Err(locked(dir)),
            Attempt::Busy => thread::sleep(Duration::from_millis(5)),
        }
    }
}

enum Attempt {
    Got(Option<File>),
    Busy,
}

fn attempt(dir: &Path, undo: &Undo) -> Result<Attempt, OutputError> {
    let place = dir.join(NAME);
    files::make_folder(dir, undo, true).map_err(|e| OutputError::io("create-folder", dir, e))?;
    if fs::symlink_metadata(&place).is_ok_and(|found| found.is_symlink()) {
        return Err(linked(&place));
    }
    let file = match open(&place) {
        // Another build has just taken its folder back.
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(Attempt::Busy),
        other => other.map_err(|e| OutputError::io("write", &place, e))?,
    };
    match file.try_lock() {
        Ok(()) if is_still(&file, &place) => Ok(Attempt::Got(Some(file))),
        Ok(()) | Err(TryLockError::WouldBlock) => Ok(Attempt::Busy),
        Err(TryLockError::Error(e)) if e.kind() == io::ErrorKind::Unsupported => {
            Ok(Attempt::Got(None))
        }
        Err(TryLockError::Error(e)) => Err(OutputError::io("lock", &place, e)),
    }
}

fn open(place: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o644);
    options.open(place)
}

/// Whether the locked file is the one that others will find: it may have been
/// removed while we waited.
fn is_still(file: &File, place: &Path) -> bool {
    let ours = file_id::of_open(file);
    // Where files have no identity, nobody can tell.
    cfg!(windows) && ours.is_none() || ours.is_some() && ours == file_id::of_entry(place)
}
