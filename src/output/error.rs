//! What can go wrong with the output folder, in words for people.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::files;
use crate::diagnostic::{self, Diagnostic};
use crate::held;
use crate::path::shown;

/// What an [`OutputError`] is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// The folder must not be written to; nothing was touched.
    Refused,
    /// A file of other origin is in the way.
    Foreign,
    /// A symbolic link is in the way.
    Linked,
    /// A file that must go can't go.
    Kept,
    /// Another build is writing to the folder.
    Locked,
    /// The system said no.
    Io,
}

/// Why the output could not be written. The site that was there is whole.
#[derive(Debug)]
pub struct OutputError {
    kind: ErrorKind,
    path: PathBuf,
    reason: String,
    help: String,
    source: Option<io::Error>,
}

impl OutputError {
    /// What it is about.
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// The file or folder.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The way out.
    pub fn help(&self) -> &str {
        &self.help
    }

    /// Whether it means that something is not there.
    pub(super) fn is_absence(&self) -> bool {
        self.source.as_ref().is_some_and(files::is_absent)
    }

    /// As a diagnostic, to be shown with the others.
    pub fn diagnostic(&self) -> Diagnostic {
        let code = match self.kind {
            ErrorKind::Refused => diagnostic::output::REFUSED,
            ErrorKind::Foreign | ErrorKind::Linked => diagnostic::output::FOREIGN,
            ErrorKind::Kept => diagnostic::output::KEPT,
            ErrorKind::Locked => diagnostic::output::LOCKED,
            ErrorKind::Io => diagnostic::output::IO,
        };
        diagnostic::output::failed(code, &self.to_string(), &self.help)
    }

    pub(super) fn io(operation: &str, path: &Path, source: io::Error) -> Self {
        let help = match source.kind() {
            _ if held::is_held(&source) => {
                "close it in the program that has it open, and build again"
            }
            _ if held::may_be_held(&source) => {
                "close it in the program that has it open, or give yourself the right to write there, and build again"
            }
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                "make room on the disk and build again"
            }
            io::ErrorKind::PermissionDenied => {
                "give yourself the right to write there, or choose another folder with `--output-dir`"
            }
            io::ErrorKind::ReadOnlyFilesystem => {
                "choose a folder that can be written to with `--output-dir`"
            }
            _ => "put that right and build again; what was published before is whole",
        };
        Self {
            kind: ErrorKind::Io,
            path: path.to_owned(),
            reason: format!("can't {operation} `{}`: {source}", shown(path)),
            help: help.into(),
            source: Some(source),
        }
    }

    fn plain(kind: ErrorKind, path: &Path, reason: String, help: impl Into<String>) -> Self {
        Self {
            kind,
            path: path.to_owned(),
            reason,
            help: help.into(),
            source: None,
        }
    }
}

impl fmt::Display for OutputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.reason)
    }
}

impl std::error::Error for OutputError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_ref().map(|e| e as _)
    }
}

/// The output folder is one that must not be written to.
pub(super) fn refused(path: &Path, why: &str) -> OutputError {
    OutputError::plain(
        ErrorKind::Refused,
        path,
        format!("`{}` can't be the output folder: {why}", shown(path)),
        "choose a folder of its own, for example `--output-dir public`",
    )
}

/// The output folder holds things that we did not write.
pub(super) fn not_ours(path: &Path) -> OutputError {
    OutputError::plain(
        ErrorKind::Refused,
        path,
        format!(
            "`{}` is not empty, and nothing in it says that nitton wrote it",
            shown(path)
        ),
        "empty the folder yourself, or choose another one with `--output-dir`",
    )
}

/// A file that we did not write stands where one of ours belongs.
pub(super) fn foreign(path: &Path) -> OutputError {
    OutputError::plain(
        ErrorKind::Foreign,
        path,
        format!(
            "`{}` is in the way: nitton did not write it and leaves it as it is",
            shown(path)
        ),
        "move or delete it, or put it under `static/` if the site shall have it",
    )
}

/// Several of them.
pub(super) fn foreigners(paths: &[&Path]) -> OutputError {
    let (named, more) = paths.split_at(paths.len().min(3));
    let named: Vec<String> = named
        .iter()
        .map(|path| format!("`{}`", shown(path)))
        .collect();
    let more = match more.len() {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    OutputError::plain(
        ErrorKind::Foreign,
        paths.first().unwrap_or(&Path::new("")),
        format!(
            "{}{more} are in the way: nitton did not write them and leaves them as they are",
            named.join(", ")
        ),
        "move or delete them, or put them under `static/` if the site shall have them",
    )
}

/// Files are in the way, and the list that would say whose they are is gone; `why` is
/// what became of it.
pub(super) fn list_lost(dir: &Path, count: usize, why: &str) -> OutputError {
    let files = diagnostic::count(count, "file");
    let verb = if count == 1 { "stands" } else { "stand" };
    OutputError::plain(
        ErrorKind::Foreign,
        dir,
        format!(
            "in `{}`, {files} {verb} where the site's belong, and nitton can't tell whether it wrote them: {why}",
            shown(dir)
        ),
        "empty that folder and build again, and everything that the site has is written again; save elsewhere first what you have put there yourself",
    )
}

/// Files that the site no longer has, and why each of them can't be removed.
pub(super) fn kept(files: &[(PathBuf, String)]) -> OutputError {
    let (named, more) = files.split_at(files.len().min(10));
    let named: Vec<String> = (named.iter())
        .map(|(path, why)| format!("`{}` ({why})", shown(path)))
        .collect();
    let more = match more.len() {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let (verb, them) = match files.len() {
        1 => ("no longer belongs to the site and is", "it"),
        _ => ("no longer belong to the site and are", "them"),
    };
    OutputError::plain(
        ErrorKind::Kept,
        files.first().map_or(Path::new(""), |(path, _)| path),
        format!("{}{more} {verb} still published", named.join(", ")),
        format!(
            "delete {them} and build again: until then nothing is written; put {them} under `static/` if the site shall have {them}"
        ),
    )
}

/// A symbolic link stands where we would write through it.
pub(super) fn linked(path: &Path) -> OutputError {
    OutputError::plain(
        ErrorKind::Linked,
        path,
        format!(
            "`{}` is a symbolic link, and nitton writes through none inside the output folder",
            shown(path)
        ),
        "replace the link by a folder, or delete it",
    )
}

/// A name that we use for ourselves.
pub(super) fn reserved(path: &Path) -> OutputError {
    OutputError::plain(
        ErrorKind::Refused,
        path,
        format!(
            "`{}` has a name that nitton keeps for itself: `.nitton-` can't be a part of it",
            shown(path)
        ),
        "give the file another name",
    )
}

/// One path was written twice in a build.
pub(super) fn twice(path: &Path) -> OutputError {
    OutputError::plain(
        ErrorKind::Refused,
        path,
        format!("`{}` is written by two sources", shown(path)),
        "give one of them another address",
    )
}

/// One path is a file and also a folder of other files.
pub(super) fn file_and_folder(path: &Path) -> OutputError {
    OutputError::plain(
        ErrorKind::Refused,
        path,
        format!("`{}` would be both a file and a folder", shown(path)),
        "give one of them another address",
    )
}

/// Another build did not come to its end in time.
pub(super) fn locked(path: &Path) -> OutputError {
    OutputError::plain(
        ErrorKind::Locked,
        path,
        format!("another nitton is writing to `{}`", shown(path)),
        "wait for it to finish, or end it, and build again",
    )
}
