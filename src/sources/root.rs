//! The folder of a site.
//!
//! Owns the words on why there is none. Must never know what is in it.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::path::shown;

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

impl fmt::Display for SourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(root) => {
                let root = shown(root);
                write!(
                    f,
                    "there is no folder `{root}`; name the site's with `--root`"
                )
            }
            Self::NotAFolder(root) => write!(f, "`{}` is not a folder", shown(root)),
            Self::Io(root, error) => write!(f, "`{}` can't be read: {error}", shown(root)),
        }
    }
}

impl std::error::Error for SourceError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io(_, error) => Some(error),
            _ => None,
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
