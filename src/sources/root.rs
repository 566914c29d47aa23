//! The folder of a site.
//!
//! Owns the words on why there is none. Must never know what is in it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::diagnostic::system;
use crate::message;
use crate::message::Message;

/// Why there is no site to read at all.
#[derive(Debug)]
pub enum SourceError {
    /// There is nothing at the root.
    Missing(PathBuf),
    /// The root is a file.
    NotAFolder(PathBuf),
    /// The root can't be read.
    Io(PathBuf, io::Error),
}

impl SourceError {
    /// The same in words.
    pub fn message(&self) -> Message {
        match self {
            Self::Missing(root) => message!("source-no-root", folder = root.as_path()),
            Self::NotAFolder(root) => message!("source-root-no-folder", file = root.as_path()),
            Self::Io(root, error) => {
                let reason = system::reason(error);
                message!("source-root-unreadable", folder = root.as_path(), reason)
            }
        }
    }
}

/// The root as a canonical path, if it can be read.
pub(super) fn open(root: &Path) -> Result<PathBuf, SourceError> {
    let found = fs::canonicalize(root).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => SourceError::Missing(root.to_owned()),
        _ => SourceError::Io(root.to_owned(), error),
    })?;
    match fs::read_dir(&found) {
        Ok(_) => Ok(found),
        Err(_) if !found.is_dir() => Err(SourceError::NotAFolder(root.to_owned())),
        Err(error) => Err(SourceError::Io(root.to_owned(), error)),
    }
}
