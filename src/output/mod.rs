//! Every byte in the output folder: the only writer.
//!
//! Owns staging beside the destination, the commit by rename, the manifest of what
//! nitton wrote, and the removal of what it wrote and no longer wants. Must never
//! know why a file is there, what is in it, or how anything is said on a terminal.
//!
//! What holds at any moment, however a build ends: every file in the folder is
//! whole; a file that is not in the manifest is never changed or removed; and a
//! build that fails before its commit leaves no trace. Only if the system itself
//! stops, as in a power cut, may new files be cut short: the next build compares
//! bytes and repairs them. A file of other origin that has exactly the bytes of a page
//! counts as ours from then on: so a lost manifest heals.

mod case;
mod commit;
mod copy;
mod error;
mod files;
mod guard;
mod last_build;
mod lock;
mod manifest;
mod recover;
mod stale;
#[cfg(test)]
mod tests;
mod undo;

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::Duration;

use crate::message;
use crate::message::Message;
use crate::path::OutPath;

pub use commit::Report;
pub use copy::Uncopied;
pub use error::{ErrorKind, OutputError};
pub use guard::Guard;
pub use last_build::Builds;

use case::Twins;
use files::Found;
use last_build::Record;
use manifest::{Entries, Fingerprint};
use undo::{Made, Undo};

/// How long a build waits for another one that writes to the same folder.
const PATIENCE: Duration = Duration::from_secs(60);

/// An output folder that is ours to write to until this value is dropped.
///
/// [`stage`](Output::stage) as often as needed, from any thread, then
/// [`commit`](Output::commit). Dropped without a commit, it removes every file and
/// folder that it made.
#[derive(Debug)]
pub struct Output {
    dir: PathBuf,
    /// What the last commit left, and so what may be replaced or removed.
    owned: Entries,
    /// The same by names without regard to case.
    twins: Twins,
    /// Whether there was a manifest that says so.
    known: bool,
    notice: Option<Message>,
    /// Whether the folder held nothing but hidden files when it was opened, so that
    /// nothing visible can be in the way.
    fresh: bool,
    /// Tells this build's temporary files from anyone else's.
    token: String,
    undo: Undo,
    /// One of [`marker`].
    marker: AtomicU8,
    progress: Progress,
    /// What the files that are staged were made from, if that is known.
    record: Option<Record>,
    /// Whether the folder itself was made by this build, and by no commit filled.
    made: bool,
    /// Held until the end; the system releases it even after a crash.
    _lock: Option<File>,
}

/// How far a build has come, which decides what dropping it may take back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Progress {
    /// Everything can be taken back.
    Staging,
    /// The intent says what may be there; the next build heals.
    Committing,
    /// The new site is whole.
    Done,
}

/// Whether the next build will know that this one has staged files.
mod marker {
    /// Nothing was written yet.
    pub(super) const NONE: u8 = 0;
    /// It will; what is created can be read by everybody.
    pub(super) const PLAIN: u8 = 1;
    /// It will; a umask or the folder's own rules take rights away from new files.
    pub(super) const MASKED: u8 = 2;
}

/// What committing a staged file will mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// There was no such file.
    Created,
    /// It had other bytes.
    Changed,
    /// The same bytes are there already; nothing was written.
    Unchanged,
}

/// A file that is ready to be put in its place by [`Output::commit`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Staged {
    path: OutPath,
    fingerprint: Fingerprint,
    change: Change,
    /// Whether the temporary file lies at the root, since a file of the last build
    /// stands where this one needs a folder.
    aside: bool,
}

impl Staged {
    /// The file.
    pub fn path(&self) -> &OutPath {
        &self.path
    }

    /// What the commit will do with it.
    pub fn change(&self) -> Change {
        self.change
    }

    /// xxh3-128 of its bytes.
    pub fn hash(&self) -> u128 {
        self.fingerprint.hash
    }

    /// The number of its bytes.
    pub fn len(&self) -> u64 {
        self.fingerprint.len
    }

    /// Whether it has no bytes.
    pub fn is_empty(&self) -> bool {
        self.fingerprint.len == 0
    }
}

impl Output {
    /// Opens `dir` for writing, waiting while another build does. Makes it if it is
    /// missing; touches nothing if it is refused. A relative `dir` starts at the
    /// working folder.
    pub fn open(dir: &Path, guard: &Guard) -> Result<Self, OutputError> {
        Self::open_within(dir, guard, PATIENCE)
    }

    fn open_within(dir: &Path, guard: &Guard, patience: Duration) -> Result<Self, OutputError> {
        let dir = guard::find(dir, guard)?;
        let undo = Undo::default();
        let lock = lock::acquire(&dir, patience, &undo)
            // A folder of ours in which nothing can be done shall not stay.
            .inspect_err(|_| undo.remove_folders(|_| true))?;
        let state = recover::read(&dir)?;
        Ok(Self {
            fresh: guard::is_empty(&dir)?,
            owned: state.entries,
            twins: Twins::default(),
            known: state.known,
            notice: state.notice,
            token: format!("{:x}", std::process::id()),
            // Another build may have been faster, and filled what this one made.
            made: !undo.is_empty() && !state.known,
            undo,
            marker: AtomicU8::new(marker::NONE),
            progress: Progress::Staging,
            record: None,
            _lock: lock,
            dir,
        })
    }

    /// The folder, canonical.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Compares `bytes` with what is there; if they differ, writes them to a
    /// temporary file beside it. Never changes a file that others can see.
    ///
    /// A file of other origin with other bytes is an error; with equal bytes it
    /// becomes ours.
    pub fn stage(&self, path: &OutPath, bytes: &[u8]) -> Result<Staged, OutputError> {
        let len = bytes.len() as u64;
        let (change, aside) = self.compare(path, len, |file| files::has_bytes(file, bytes))?;
        if change != Change::Unchanged {
            let masked = self.mark()?;
            let file = self.create(path, aside, masked)?;
            files::fill(file, bytes, masked)
                .map_err(|e| OutputError::io("write", &self.place(path), e))?;
        }
        Ok(Staged {
            path: path.clone(),
            fingerprint: Fingerprint::of(bytes),
            change,
            aside,
        })
    }

    /// What a file of `len` bytes would change at `path`, and whether a file of ours
    /// stands where a folder is needed; `same` compares it with what is there.
    fn compare(
        &self,
        path: &OutPath,
        len: u64,
        same: impl FnOnce(File) -> io::Result<bool>,
    ) -> Result<(Change, bool), OutputError> {
        let place = self.place(path);
        if path.as_str().contains(".nitton-") {
            return Err(error::reserved(&place));
        }
        // In a fresh folder there is nothing to look at: no file, no link.
        if self.fresh && !path.as_str().starts_with('.') {
            return Ok((Change::Created, false));
        }
        let found =
            files::look(&place, len, same).map_err(|e| OutputError::io("read", &place, e))?;
        let owned = || self.owned.contains_key(path) || self.owns_twin(path, &place);
        let answer = match found {
            Found::Same => return Ok((Change::Unchanged, false)),
            Found::Nothing => (Change::Created, false),
            Found::Other if owned() => (Change::Changed, false),
            Found::Folder if self.owns_all_in(&place)? => (Change::Created, false),
            Found::Other | Found::Folder => return Err(error::foreign(&place)),
            Found::BelowFile => match self.file_above(path) {
                Some(file) if self.owned.contains_key(&file) => return Ok((Change::Created, true)),
                file => {
                    let file = file.map_or(place, |file| self.place(&file));
                    return Err(error::foreign(&file));
                }
            },
        };
        match files::link_above(&self.dir, path) {
            Ok(None) => Ok(answer),
            Ok(Some(link)) => Err(error::linked(&link)),
            Err(e) => Err(OutputError::io("read", &place, e)),
        }
    }

    /// Whether every file in the folder is one that we wrote.
    fn owns_all_in(&self, folder: &Path) -> Result<bool, OutputError> {
        for entry in walkdir::WalkDir::new(folder) {
            let entry = entry.map_err(|e| OutputError::io("read", folder, e.into()))?;
            if !entry.file_type().is_dir() && !self.owns(entry.path()) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn owns(&self, place: &Path) -> bool {
        let relative = place.strip_prefix(&self.dir).ok().and_then(Path::to_str);
        let path = relative.and_then(|text| OutPath::new(&text.replace('\\', "/")).ok());
        path.is_some_and(|path| self.owned.contains_key(&path))
            || recover::is_temporary(place.file_name())
    }

    /// The file that stands where `path` needs a folder.
    fn file_above(&self, path: &OutPath) -> Option<OutPath> {
        files::folders_above(path)
            .filter_map(|folder| OutPath::new(folder).ok())
            .find(|folder| {
                fs::symlink_metadata(self.place(folder)).is_ok_and(|found| !found.is_dir())
            })
    }

    /// Leaves word that temporary files exist, so that the next build looks for them
    /// if this one is killed. Before the first of them, and by every thread that
    /// does not know yet that it was done. Returns whether new files and folders
    /// need other permissions.
    fn mark(&self) -> Result<bool, OutputError> {
        let mut state = self.marker.load(Ordering::Acquire);
        if state == marker::NONE {
            let place = self.dir.join(manifest::INTENT);
            match files::create_probe(&place) {
                Ok(true) => state = marker::PLAIN,
                Ok(false) => state = marker::MASKED,
                // Another thread was first, and knows how the probe came out.
                Err(e) if e.kind() == io::ErrorKind::AlreadyExists => return Ok(true),
                Err(e) => return Err(OutputError::io("write", &place, e)),
            }
            self.marker.store(state, Ordering::Release);
        }
        Ok(state == marker::MASKED)
    }

    /// A new temporary file for `path`, with the folders that it needs.
    fn create(&self, path: &OutPath, aside: bool, masked: bool) -> Result<File, OutputError> {
        let place = self.temporary(path, aside);
        let make_folder = || {
            let folder = place.parent().unwrap_or(&self.dir);
            files::make_folder(folder, &self.undo, masked)
                .map_err(|e| OutputError::io("create-folder", folder, e))
        };
        // Nearly every page has a folder of its own.
        if self.fresh && path.as_str().ends_with("/index.html") {
            make_folder()?;
        }
        let file = match files::create(&place) {
            // Elsewhere the folder is mostly there already.
            Err(e) if e.kind() == io::ErrorKind::NotFound => {
                make_folder()?;
                files::create(&place)
            }
            other => other,
        };
        let file = file.map_err(|e| match e.kind() {
            io::ErrorKind::AlreadyExists => error::twice(&self.place(path)),
            _ => OutputError::io("write", &self.place(path), e),
        })?;
        self.undo.push(Made::Temporary(path.clone(), aside));
        Ok(file)
    }

    fn place(&self, path: &OutPath) -> PathBuf {
        self.dir.join(path.as_str())
    }

    fn temporary(&self, path: &OutPath, aside: bool) -> PathBuf {
        if aside {
            let hash = Fingerprint::of(path.as_str().as_bytes()).hash;
            return self
                .dir
                .join(files::temporary_name(&format!("{hash:032x}"), &self.token));
        }
        let name = path.as_str().rsplit('/').next().unwrap_or(path.as_str());
        let mut place = self.place(path);
        place.set_file_name(files::temporary_name(name, &self.token));
        place
    }

    /// All that is in the way, as one error: `found` is what [`Output::stage`] said of
    /// each, all of them [`ErrorKind::Foreign`].
    pub fn in_the_way(&self, mut found: Vec<OutputError>) -> OutputError {
        if !self.known {
            let missing = || message!("output-list-missing", name = manifest::MANIFEST);
            let reason = self.notice.clone().unwrap_or_else(missing);
            return error::list_lost(&self.dir, found.len(), reason);
        }
        if found.len() == 1 {
            return found.remove(0);
        }
        let paths: Vec<&Path> = found.iter().map(OutputError::path).collect();
        error::foreigners(&paths)
    }

    /// What was wrong with the manifest, in words.
    pub fn notice(&self) -> Option<&Message> {
        self.notice.as_ref()
    }

    /// Removes what this build made and did not commit. Failures are passed over:
    /// the error that led here matters more, and the next build tidies up.
    fn roll_back(&self) {
        self.undo.run(|path, aside| self.temporary(path, aside));
        if self.progress != Progress::Staging {
            return;
        }
        if self.marker.load(Ordering::Acquire) != marker::NONE {
            let _ = fs::remove_file(self.dir.join(manifest::INTENT));
        }
        // The lock goes last: from then on what is inside may be somebody else's.
        if self.made && lock::CAN_REMOVE {
            let _ = fs::remove_file(self.dir.join(lock::NAME));
            self.undo
                .remove_folders(|place| self.dir.starts_with(place));
        }
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        match self.progress {
            Progress::Staging | Progress::Committing => self.roll_back(),
            Progress::Done => {}
        }
    }
}
