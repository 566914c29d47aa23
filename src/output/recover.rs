//! What the last build left, healed if it did not come to its end.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::error::OutputError;
use super::files;
use super::manifest::{self, Entries, List};
use crate::held;
use crate::message;
use crate::message::Message;

/// What is known about the folder.
#[derive(Debug)]
pub(super) struct State {
    /// The files that we wrote.
    pub(super) entries: Entries,
    /// Whether there was a manifest that says so.
    pub(super) known: bool,
    /// What was wrong with it.
    pub(super) notice: Option<Message>,
}

/// Reads the manifest. If the last build was interrupted, first removes its
/// temporary files, then looks which of its files came to be, and writes down so.
pub(super) fn read(dir: &Path) -> Result<State, OutputError> {
    let list = |name: &str| {
        let place = dir.join(name);
        manifest::read(&place).map_err(|e| OutputError::io("read", &place, e))
    };
    let intended = match list(manifest::INTENT)? {
        List::Absent => None,
        List::Good(entries) => Some(entries),
        // Nothing was renamed yet, or nothing is known about it.
        List::Empty | List::Broken(_) => Some(Entries::new()),
    };
    let (mut entries, known, notice) = match list(manifest::MANIFEST)? {
        List::Absent => (Entries::new(), false, None),
        List::Good(entries) => (entries, true, None),
        List::Empty => (
            Entries::new(),
            false,
            Some(notice_on(dir, message!("list-empty"))),
        ),
        List::Broken(why) => (Entries::new(), false, Some(notice_on(dir, why))),
    };
    let mut known = known;
    if let Some(intended) = intended {
        sweep(dir)?;
        if !intended.is_empty() {
            entries = reconcile(dir, entries, &intended)?;
            write(dir, &entries)?;
            known = true;
        }
        let place = dir.join(manifest::INTENT);
        for list in [manifest::MANIFEST, manifest::INTENT] {
            // Mostly there is none; the next one would replace it.
            let _ = fs::remove_file(files::temporary_of(&dir.join(list)));
        }
        files::remove(&place).map_err(|e| OutputError::io("remove", &place, e))?;
    }
    Ok(State {
        entries,
        known,
        notice,
    })
}

fn notice_on(dir: &Path, reason: Message) -> Message {
    let place = dir.join(manifest::MANIFEST);
    message!("output-list-broken", place = place.as_path(), reason)
}

/// Which of two versions of each file is there. A file that is neither keeps an old
/// fingerprint: ours, but not what we wrote, so that it is not removed unseen.
fn reconcile(dir: &Path, old: Entries, new: &Entries) -> Result<Entries, OutputError> {
    let mut reconciled = Entries::new();
    let paths: BTreeSet<_> = old.keys().chain(new.keys()).collect();
    for path in paths {
        let place = dir.join(path.as_str());
        let found = match fs::symlink_metadata(&place) {
            Ok(found) if found.is_file() => held::open(&place).and_then(files::fingerprint),
            Ok(_) => continue,
            Err(e) => Err(e),
        };
        let found = match found {
            Ok(found) => found,
            Err(e) if files::is_absent(&e) => continue,
            Err(e) => return Err(OutputError::io("read", &place, e)),
        };
        let candidates = [new.get(path), old.get(path)];
        let known = candidates.into_iter().flatten().find(|f| **f == found);
        if let Some(entry) = known.or(old.get(path)).or(new.get(path)) {
            reconciled.insert(path.clone(), *entry);
        }
    }
    Ok(reconciled)
}

fn write(dir: &Path, entries: &Entries) -> Result<(), OutputError> {
    let place = dir.join(manifest::MANIFEST);
    files::replace(&place, manifest::render(entries).as_bytes())
        .map_err(|e| OutputError::io("write", &place, e))
}

/// Removes temporary files, and folders that are empty without them. Walks the whole
/// folder, which happens only after a build was killed: its new folders are in no
/// list.
fn sweep(dir: &Path) -> Result<(), OutputError> {
    let mut emptied: BTreeSet<PathBuf> = BTreeSet::new();
    let walk = WalkDir::new(dir).min_depth(1).contents_first(true);
    for entry in walk.into_iter().flatten() {
        let place = entry.path();
        let gone = if entry.file_type().is_dir() {
            emptied.contains(place) && fs::remove_dir(place).is_ok()
        } else if entry.file_type().is_file() && is_temporary(Some(entry.file_name())) {
            files::remove(place).map_err(|e| OutputError::io("remove", place, e))?;
            true
        } else {
            false
        };
        if let (true, Some(above)) = (gone, place.parent()) {
            emptied.insert(above.to_owned());
        }
    }
    Ok(())
}

/// Whether a name is that of a temporary file: `.<name>.<hex>.nitton-tmp`.
pub(super) fn is_temporary(name: Option<&OsStr>) -> bool {
    let parts = name
        .and_then(OsStr::to_str)
        .and_then(|name| name.strip_prefix('.')?.strip_suffix(files::TEMPORARY))
        .and_then(|inner| inner.rsplit_once('.'));
    parts.is_some_and(|(name, token)| {
        !name.is_empty() && !token.is_empty() && token.chars().all(|c| c.is_ascii_hexdigit())
    })
}
