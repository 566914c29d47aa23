//! What nitton keeps for itself from one run to the next: the folder `.nitton/` in that
//! of the site.
//!
//! ```text
//! .nitton/.gitignore    all of it stays on this computer
//! .nitton/builds/       what each output folder was last made from
//! ```
//!
//! Owns the folder, and that every file in it is whole. What lies in it may be lost,
//! damaged or not writable at any time, and that costs no more than time: whoever reads
//! a file here must not believe it unseen. Must never know what its files mean, nor be
//! published.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::held;

/// Its name.
pub const NAME: &str = ".nitton";

/// The folder of one site.
#[derive(Debug, Clone)]
pub struct Store {
    dir: PathBuf,
}

impl Store {
    /// That of the site at `root`. It need not exist.
    pub fn of(root: &Path) -> Self {
        Self {
            dir: root.join(NAME),
        }
    }

    /// A file, if it is there and can be read.
    pub fn read(&self, name: &str) -> Option<Vec<u8>> {
        let place = self.place(name)?;
        // Whoever opens a pipe may wait for ever.
        let is_file = fs::symlink_metadata(&place).is_ok_and(|found| found.is_file());
        is_file.then(|| fs::read(place).ok())?
    }

    /// The names of the files in a folder, in order.
    pub fn names(&self, folder: &str) -> Vec<String> {
        let folder = self.place(folder).filter(|place| is_folder(place));
        let entries = folder.and_then(|place| fs::read_dir(place).ok());
        let names = entries.into_iter().flatten();
        let names = names.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    }

    /// Writes a file by rename, so that it is always whole.
    pub fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let place = self.place(name).ok_or(io::ErrorKind::NotADirectory)?;
        fs::create_dir_all(place.parent().unwrap_or(&self.dir))?;
        let ignored = self.dir.join(".gitignore");
        if !ignored.exists() {
            replace(
                &ignored,
                b"# What nitton keeps for itself on this computer.\n*\n",
            )?;
        }
        replace(&place, bytes)
    }

    /// Removes a file. If that fails, it stays.
    pub fn remove(&self, name: &str) {
        if let Some(place) = self.place(name) {
            let _ = fs::remove_file(place);
        }
    }

    /// Where a file or a folder is or would be, if all above it are folders or could be:
    /// nothing is read, written or removed through a link.
    fn place(&self, name: &str) -> Option<PathBuf> {
        let place = self.dir.join(name);
        let above = place.ancestors().skip(1);
        let mut above = above.take_while(|at| at.starts_with(&self.dir));
        above.all(is_folder).then_some(place)
    }
}

/// Whether it is a folder, or could be.
fn is_folder(place: &Path) -> bool {
    match fs::symlink_metadata(place) {
        Ok(found) => found.is_dir(),
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    }
}

/// Others may write the same at the same time: each under a name of its own.
fn replace(place: &Path, bytes: &[u8]) -> io::Result<()> {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let mut temporary = place.as_os_str().to_owned();
    temporary.push(format!(".{:x}-{number:x}.tmp", std::process::id()));
    let temporary = PathBuf::from(temporary);
    let write = || {
        fs::File::create(&temporary)?.write_all(bytes)?;
        held::change(|| fs::rename(&temporary, place))
    };
    write().inspect_err(|_| {
        let _ = fs::remove_file(&temporary);
    })
}
