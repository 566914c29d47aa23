//! What the system says when it refuses, in words of the catalogue.
//!
//! Owns which error of the system is which message. Must never know what was tried.

use std::fmt;
use std::io::{Error, ErrorKind};

use crate::held;
use crate::message;
use crate::message::{Language, Message};

/// Why the system refused: a clause to be put behind a colon.
pub fn reason(error: &Error) -> Message {
    if let Some(own) = error.get_ref().and_then(|own| own.downcast_ref::<Own>()) {
        return own.0.clone();
    }
    let code = error.raw_os_error();
    match error.kind() {
        ErrorKind::NotFound => message!("system-not-found"),
        ErrorKind::PermissionDenied => message!("system-permission-denied"),
        ErrorKind::AlreadyExists => message!("system-already-exists"),
        ErrorKind::IsADirectory => message!("system-is-a-folder"),
        ErrorKind::NotADirectory => message!("system-not-a-folder"),
        ErrorKind::DirectoryNotEmpty => message!("system-folder-not-empty"),
        ErrorKind::StorageFull | ErrorKind::WriteZero => message!("system-disk-full"),
        ErrorKind::QuotaExceeded => message!("system-quota-exceeded"),
        ErrorKind::FileTooLarge => message!("system-file-too-large"),
        ErrorKind::ReadOnlyFilesystem => message!("system-read-only"),
        ErrorKind::InvalidFilename | ErrorKind::InvalidInput => message!("system-bad-name"),
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => message!("system-in-use"),
        ErrorKind::AddrInUse => message!("system-port-in-use"),
        ErrorKind::AddrNotAvailable => message!("system-no-such-address"),
        ErrorKind::TimedOut
        | ErrorKind::StaleNetworkFileHandle
        | ErrorKind::HostUnreachable
        | ErrorKind::NetworkUnreachable
        | ErrorKind::NetworkDown => message!("system-no-answer"),
        ErrorKind::OutOfMemory => message!("system-out-of-memory"),
        _ if held::is_held(error) => message!("system-in-use"),
        _ if code.is_some_and(is_too_many_open) => message!("system-too-many-open"),
        _ if code.is_some_and(is_broken_disk) => message!("system-broken-disk"),
        // In the system's own words.
        _ => Message::foreign(error.to_string()),
    }
}

/// An error with a reason of our own, which [`reason`] finds in it.
pub fn error(kind: ErrorKind, reason: Message) -> Error {
    Error::new(kind, Own(reason))
}

/// `EMFILE` and `ENFILE`; Windows' own.
const fn is_too_many_open(code: i32) -> bool {
    match cfg!(windows) {
        true => code == 4,
        false => matches!(code, 23 | 24),
    }
}

/// `EIO`; bad checksums, seeks, sectors, and what is no disk at all.
const fn is_broken_disk(code: i32) -> bool {
    match cfg!(windows) {
        true => matches!(code, 21 | 23 | 25 | 27 | 1117),
        false => code == 5,
    }
}

/// A reason on its way through an [`Error`].
#[derive(Debug)]
struct Own(Message);

impl fmt::Display for Own {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.text(Language::English))
    }
}

impl std::error::Error for Own {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_systems_refusals_are_said_in_the_readers_language() {
        let of = |error: Error| reason(&error).text(Language::Swedish);
        let denied = of(ErrorKind::PermissionDenied.into());
        assert_eq!(denied, "du saknar behörighet");
        let own = error(
            ErrorKind::PermissionDenied,
            message!("source-changed-meanwhile"),
        );
        assert_eq!(of(own), "filen har bytts ut mot något annat under bygget");
        assert_eq!(of(Error::other("strange")), "strange");
    }

    #[cfg(unix)]
    #[test]
    fn what_has_no_kind_is_known_by_its_number() {
        let of = |code| reason(&Error::from_raw_os_error(code)).key;
        assert_eq!(of(5), "system-broken-disk");
        assert_eq!(of(24), "system-too-many-open");
        assert_eq!(of(21), "system-is-a-folder");
    }
}
