//! What a file or folder is, whatever it is called.
//!
//! Owns the identity that the system gives each. Must never know who compares them.

#[cfg(any(unix, test))]
use std::fs;
use std::fs::File;
use std::path::Path;

/// The device, and the number on it. A number may be given to another file once its own
/// is gone.
pub(crate) type FileId = (u64, u64);

/// What is at a path, behind links.
pub(crate) fn of(path: &Path) -> Option<FileId> {
    system::of(path)
}

/// What is at a path; of a link, where the system can tell, the link itself.
pub(crate) fn of_entry(path: &Path) -> Option<FileId> {
    system::of_entry(path)
}

/// What an open file is.
pub(crate) fn of_open(file: &File) -> Option<FileId> {
    system::of_open(file)
}

#[cfg(unix)]
mod system {
    use std::fs::Metadata;
    use std::os::unix::fs::MetadataExt;

    use super::*;

    pub(super) fn of(path: &Path) -> Option<FileId> {
        fs::metadata(path).ok().map(id)
    }

    pub(super) fn of_entry(path: &Path) -> Option<FileId> {
        fs::symlink_metadata(path).ok().map(id)
    }

    pub(super) fn of_open(file: &File) -> Option<FileId> {
        file.metadata().ok().map(id)
    }

    fn id(found: Metadata) -> FileId {
        (found.dev(), found.ino())
    }
}

#[cfg(windows)]
mod system {
    use winapi_util::file::Information;
    use winapi_util::{Handle, file::information};

    use super::*;

    pub(super) fn of(path: &Path) -> Option<FileId> {
        id(&information(Handle::from_path_any(path).ok()?).ok()?)
    }

    pub(super) fn of_entry(path: &Path) -> Option<FileId> {
        of(path)
    }

    pub(super) fn of_open(file: &File) -> Option<FileId> {
        id(&information(file).ok()?)
    }

    /// A file system that numbers no files gives each the same number.
    fn id(found: &Information) -> Option<FileId> {
        let number = found.file_index();
        (number != 0).then(|| (found.volume_serial_number(), number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_one_by_each_of_its_names_and_after_it_was_renamed() {
        let dir = tempfile::tempdir().expect("a folder");
        let place = |name: &str| dir.path().join(name);
        for name in ["a", "b"] {
            fs::write(place(name), "").expect("a file");
        }
        fs::create_dir(place("c")).expect("a folder");
        let id = of(&place("a"));
        assert!(id.is_some());
        assert_eq!(id, of(&place("c/../a")));
        assert_eq!(id, of_entry(&place("a")));
        assert_eq!(id, of_open(&File::open(place("a")).expect("it is there")));
        assert_ne!(id, of(&place("b")));
        assert_ne!(id, of(&place("c")));
        assert_eq!(of(&place("d")), None);
        fs::rename(place("a"), place("d")).expect("renames");
        assert_eq!(id, of(&place("d")));
    }
}
