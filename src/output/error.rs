//! What can go wrong with the output folder, in words for people.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::files;
use crate::diagnostic::{self, Diagnostic, system};
use crate::held;
use crate::message;
use crate::message::{Arg, Language, Message};

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
    reason: Message,
    help: Message,
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

    /// In words.
    pub fn message(&self) -> &Message {
        &self.reason
    }

    /// The way out.
    pub fn help(&self) -> &Message {
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
        diagnostic::output::failed(code, self.reason.clone(), self.help.clone())
    }

    /// `operation` is one of those that the words of `output-io` name.
    pub(super) fn io(operation: &'static str, place: &Path, source: io::Error) -> Self {
        let help = match source.kind() {
            _ if held::is_held(&source) => {
                message!("output-io-help-held")
            }
            _ if held::may_be_held(&source) => {
                message!("output-io-help-perhaps-held")
            }
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                message!("output-io-help-full")
            }
            io::ErrorKind::PermissionDenied => message!("output-io-help-denied"),
            io::ErrorKind::ReadOnlyFilesystem => message!("output-io-help-read-only"),
            _ => message!("output-io-help"),
        };
        let reason = system::reason(&source);
        Self {
            kind: ErrorKind::Io,
            path: place.to_owned(),
            reason: message!("output-io", operation, place, reason),
            help,
            source: Some(source),
        }
    }

    fn plain(kind: ErrorKind, path: &Path, reason: Message, help: Message) -> Self {
        Self {
            kind,
            path: path.to_owned(),
            reason,
            help,
            source: None,
        }
    }
}

impl fmt::Display for OutputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.reason.text(Language::English))
    }
}

impl std::error::Error for OutputError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_ref().map(|e| e as _)
    }
}

/// The output folder is one that must not be written to; `reason` is a clause.
pub(super) fn refused(place: &Path, reason: Message) -> OutputError {
    let reason = message!("output-refused", place, reason);
    let help = message!("output-refused-help");
    OutputError::plain(ErrorKind::Refused, place, reason, help)
}

/// The output folder holds things that we did not write.
pub(super) fn not_ours(place: &Path) -> OutputError {
    let reason = message!("output-not-ours", place);
    OutputError::plain(
        ErrorKind::Refused,
        place,
        reason,
        message!("output-not-ours-help"),
    )
}

/// A file that we did not write stands where one of ours belongs.
pub(super) fn foreign(place: &Path) -> OutputError {
    let reason = message!("output-foreign", place);
    OutputError::plain(
        ErrorKind::Foreign,
        place,
        reason,
        message!("output-foreign-help"),
    )
}

/// Several of them.
pub(super) fn foreigners(places: &[&Path]) -> OutputError {
    let (named, more) = places.split_at(places.len().min(3));
    let named = named
        .iter()
        .map(|place| message!("output-file", place = *place));
    let (files, more) = (list(named), more.len());
    OutputError::plain(
        ErrorKind::Foreign,
        places.first().unwrap_or(&Path::new("")),
        message!("output-foreigners", files, more),
        message!("output-foreigners-help"),
    )
}

/// Files are in the way, and the list that would say whose they are is gone; `reason` is
/// what became of it.
pub(super) fn list_lost(place: &Path, count: usize, reason: Message) -> OutputError {
    let reason = message!("output-list-lost", place, count, reason);
    let help = message!("output-list-lost-help");
    OutputError::plain(ErrorKind::Foreign, place, reason, help)
}

/// Files that the site no longer has, and why each of them can't be removed.
pub(super) fn kept(files: Vec<(PathBuf, Message)>) -> OutputError {
    let first = files.first().map(|(place, _)| place.clone());
    let more = files.len().saturating_sub(10);
    let named = files.into_iter().take(10);
    let named = named.map(|(place, reason)| {
        let place = place.as_path();
        message!("output-kept-file", place, reason)
    });
    let files = list(named);
    OutputError::plain(
        ErrorKind::Kept,
        &first.unwrap_or_default(),
        message!("output-kept", files, more),
        message!("output-kept-help"),
    )
}

fn list(messages: impl Iterator<Item = Message>) -> Arg {
    Arg::List(messages.map(Arg::Message).collect())
}

/// A symbolic link stands where we would write through it.
pub(super) fn linked(place: &Path) -> OutputError {
    let reason = message!("output-linked", place);
    OutputError::plain(
        ErrorKind::Linked,
        place,
        reason,
        message!("output-linked-help"),
    )
}

/// A name that we use for ourselves.
pub(super) fn reserved(place: &Path) -> OutputError {
    let reason = message!("output-reserved", place);
    OutputError::plain(
        ErrorKind::Refused,
        place,
        reason,
        message!("output-reserved-help"),
    )
}

/// One path was written twice in a build.
pub(super) fn twice(place: &Path) -> OutputError {
    let reason = message!("output-twice", place);
    OutputError::plain(
        ErrorKind::Refused,
        place,
        reason,
        message!("output-other-address-help"),
    )
}

/// One path is a file and also a folder of other files.
pub(super) fn file_and_folder(place: &Path) -> OutputError {
    let reason = message!("output-file-and-folder", place);
    OutputError::plain(
        ErrorKind::Refused,
        place,
        reason,
        message!("output-other-address-help"),
    )
}

/// Another build did not come to its end in time.
pub(super) fn locked(place: &Path) -> OutputError {
    let reason = message!("output-locked", place);
    OutputError::plain(
        ErrorKind::Locked,
        place,
        reason,
        message!("output-locked-help"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_said_in_swedish() {
        let file = |name: &str| (PathBuf::from(name), message!("kept-edited"));
        let words = |count: usize| {
            let files = (0..count).map(|_| file("a.html")).collect();
            kept(files).message().text(Language::Swedish)
        };
        let one = "`a.html` (någon har ändrat den sedan nitton skrev den)";
        let start = "hör inte längre till webbplatsen, men är fortfarande publicerat:";
        assert_eq!(words(2), format!("{start} {one}, {one}"));
        assert!(words(12).ends_with(&format!("{one} och 2 till")));
        let io = OutputError::io(
            "create-folder",
            Path::new("public"),
            io::ErrorKind::StorageFull.into(),
        );
        assert_eq!(
            io.message().text(Language::Swedish),
            "det går inte att skapa mappen `public`: disken är full"
        );
    }
}
