//! A file's state on disk, by which an unchanged one is known without reading it.
//!
//! Must never be the only judge where a change was reported: clocks are coarse.

use std::fs::Metadata;
use std::hash::Hash;
use std::time::{Duration, SystemTime};

use xxhash_rust::xxh3::Xxh3;

use super::walk::Found;

/// Younger states may hide a second change within one tick of the file system's clock.
const RELIABLE_AFTER: Duration = Duration::from_secs(3);

/// Length and times of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Stat {
    len: u64,
    modified: SystemTime,
    /// Inode and the time of its last change, which no program sets back.
    #[cfg(unix)]
    inode: (u64, i64, i64),
    /// A file that was put in place of another is mostly younger.
    #[cfg(windows)]
    created: u64,
}

impl Stat {
    /// The state; `None` on a system without such times.
    pub(super) fn of(found: &Found) -> Option<Self> {
        Self::from(&found.metadata)
    }

    /// The state that a file's metadata tells.
    pub(super) fn from(metadata: &Metadata) -> Option<Self> {
        Some(Self {
            len: metadata.len(),
            modified: metadata.modified().ok()?,
            #[cfg(unix)]
            inode: {
                use std::os::unix::fs::MetadataExt;
                (metadata.ino(), metadata.ctime(), metadata.ctime_nsec())
            },
            #[cfg(windows)]
            created: std::os::windows::fs::MetadataExt::creation_time(metadata),
        })
    }

    /// A number that tells this state from others, for those who can't read the file.
    pub fn tag(&self) -> u128 {
        let mut hasher = Xxh3::new();
        self.hash(&mut hasher);
        hasher.digest128()
    }

    /// Whether any later change shows in it.
    pub(super) fn is_reliable(&self) -> bool {
        let age = SystemTime::now().duration_since(self.modified);
        age.is_ok_and(|age| age > RELIABLE_AFTER)
    }
}
