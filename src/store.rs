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
        self.is_usable()
            .then(|| fs::read(self.dir.join(name)).ok())?
    }

    /// The names of the files in a folder, in order.
    pub fn names(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.dir.join(folder)).into_iter().flatten();
        let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    }

    /// Writes a file by rename, so that it is always whole.
    pub fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        if !self.is_usable() {
            return Err(io::ErrorKind::NotADirectory.into());
        }
        let place = self.dir.join(name);
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
        if self.is_usable() {
            let _ = fs::remove_file(self.dir.join(name));
        }
    }

    /// Whether it is a folder, or could be: nothing is read or written through a link.
    fn is_usable(&self) -> bool {
        match fs::symlink_metadata(&self.dir) {
            Ok(found) => found.is_dir(),
            Err(error) => error.kind() == io::ErrorKind::NotFound,
        }
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
        fs::rename(&temporary, place)
    };
    write().inspect_err(|_| {
        let _ = fs::remove_file(&temporary);
    })
}
