//! Which folders must never become an output folder.
//!
//! Looks, and touches nothing. Compares canonical paths both ways, without regard to
//! case, and by identity where the system has one, so that neither a link, a mount
//! nor a spelling leads past it.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::time::Duration;

use super::error::{OutputError, not_ours, refused};
use super::files;
use super::{lock, manifest};
use crate::file_id::{self, FileId};
use crate::message;
use crate::message::Message;
use crate::path::{is_reserved, nfc};
use crate::store;

/// What the output must keep away from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guard {
    /// The site's folder: the output may be inside it, but neither it nor above it.
    pub root: PathBuf,
    /// Content, static files, templates, themes: neither it, inside it nor above it.
    pub protected: Vec<PathBuf>,
    /// The user's home: neither it nor above it.
    pub home: Option<PathBuf>,
}

/// The canonical path of an acceptable folder. Looking takes several steps, and a build
/// that gives up may take back the folder that it has made between two of them: what is
/// gone then is looked for again.
pub(super) fn find(dir: &Path, guard: &Guard) -> Result<PathBuf, OutputError> {
    let mut tries = 20;
    loop {
        match check(dir, guard) {
            Err(error) if error.is_absence() && tries > 0 => {
                tries -= 1;
                std::thread::sleep(Duration::from_millis(2));
            }
            found => return found,
        }
    }
}

/// The canonical path of an acceptable output folder, which need not exist yet.
pub(super) fn check(dir: &Path, guard: &Guard) -> Result<PathBuf, OutputError> {
    let real = resolve(dir).map_err(|e| OutputError::io("find", dir, e))?;
    let deny = |reason: Message| Err(refused(&real, reason));
    if real.parent().is_none() {
        return deny(message!("refused-root"));
    }
    if real.components().any(|part| part.as_os_str() == ".git") {
        return deny(message!("refused-inside-git"));
    }
    if real
        .components()
        .any(|part| part.as_os_str() == store::NAME)
    {
        return deny(message!("refused-records"));
    }
    if let Some(name) = reserved_name(&real, &guard.root) {
        return deny(message!("refused-windows-name", name));
    }
    let place = Place::new(real.clone());
    for (other, is, holds) in guarded_above(guard) {
        match Place::find(other) {
            Some(other) if place.is(&other) => return deny(is),
            Some(other) if place.contains(&other) => return deny(holds),
            _ => {}
        }
    }
    for other in guard.protected.iter().filter_map(|path| Place::find(path)) {
        let source = other.path.as_path();
        if place.is(&other) {
            return deny(message!("refused-is-source"));
        } else if place.contains(&other) {
            return deny(message!("refused-holds-source", source));
        } else if other.contains(&place) {
            return deny(message!("refused-in-source", source));
        }
    }
    match fs::metadata(&real) {
        Ok(found) if !found.is_dir() => deny(message!("refused-no-folder")),
        Ok(_) if is_free(&real)? => match real.join(".git").exists() {
            true if !is_known(&real) => deny(message!("refused-is-git")),
            _ => Ok(real),
        },
        Ok(_) => Err(not_ours(&real)),
        Err(e) if files::is_absent(&e) => Ok(real),
        Err(e) => Err(OutputError::io("read", &real, e)),
    }
}

/// A name among the folders in the site and those to be made that Windows can't have. What
/// the site lies in is as it is.
fn reserved_name(real: &Path, root: &Path) -> Option<String> {
    let root = resolve(root).unwrap_or_default();
    let is_ours = |place: &Path| {
        place != root && place.starts_with(&root) || fs::symlink_metadata(place).is_err()
    };
    let ours = real.ancestors().take_while(|place| is_ours(place));
    let mut names = ours.filter_map(|place| place.file_name()?.to_str());
    names.find(|name| is_reserved(name)).map(str::to_owned)
}

/// Whether a folder is empty or ours. Another build may begin or give up between two
/// looks: it leaves its mark before its first file, and takes the mark back last, so
/// that one of these is true in each of its states.
fn is_free(dir: &Path) -> Result<bool, OutputError> {
    for _ in 0..3 {
        if is_empty(dir)? || is_known(dir) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether a folder holds nothing but hidden files.
pub(super) fn is_empty(dir: &Path) -> Result<bool, OutputError> {
    let failed = |e| OutputError::io("read", dir, e);
    for entry in fs::read_dir(dir).map_err(failed)? {
        let name = entry.map_err(failed)?.file_name();
        if !name.as_encoded_bytes().starts_with(b".") {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether nitton has written to a folder, or begun to: the lock comes before the
/// first file, the intent before the first change, and the manifest last.
fn is_known(dir: &Path) -> bool {
    let names = [manifest::MANIFEST, manifest::INTENT, lock::NAME];
    names.iter().any(|name| dir.join(name).is_file())
}

fn guarded_above(guard: &Guard) -> impl Iterator<Item = (&Path, Message, Message)> {
    let home = guard.home.iter().map(|home| {
        let (is, holds) = (message!("refused-is-home"), message!("refused-holds-home"));
        (home.as_path(), is, holds)
    });
    let (is, holds) = (message!("refused-is-site"), message!("refused-holds-site"));
    home.chain([(guard.root.as_path(), is, holds)])
}

/// A folder, compared by name and by identity.
struct Place {
    path: PathBuf,
    /// Folded names from the root down.
    names: Vec<String>,
    /// The identities of it and of all above it, from the root down, as far as they exist.
    ids: Vec<FileId>,
}

impl Place {
    fn new(path: PathBuf) -> Self {
        let name = |path: &Path| {
            let name = path.file_name().unwrap_or(path.as_os_str());
            nfc(&name.to_string_lossy()).to_lowercase()
        };
        let above: Vec<&Path> = path.ancestors().collect();
        Self {
            names: above.iter().rev().map(|path| name(path)).collect(),
            ids: above
                .iter()
                .rev()
                .map_while(|path| file_id::of(path))
                .collect(),
            path,
        }
    }

    /// Of a guarded folder, which need not exist.
    fn find(path: &Path) -> Option<Self> {
        resolve(path).ok().map(Self::new)
    }

    fn exists(&self) -> bool {
        self.ids.len() == self.names.len()
    }

    fn is(&self, other: &Self) -> bool {
        let same = self.exists() && other.exists() && self.ids.last() == other.ids.last();
        self.names == other.names || same
    }

    /// Whether the other lies in this one, or is this one.
    fn contains(&self, other: &Self) -> bool {
        let same = self.exists() && self.ids.last().is_some_and(|id| other.ids.contains(id));
        other.names.starts_with(&self.names) || same
    }
}

/// The canonical path of something that need not exist: links are followed as far
/// as there is anything, `..` is taken back.
pub(super) fn resolve(path: &Path) -> io::Result<PathBuf> {
    let mut real = match path.is_absolute() {
        true => PathBuf::new(),
        false => fs::canonicalize(".")?,
    };
    for part in path.components() {
        match part {
            Component::Prefix(_) if path.has_root() => real.push(part),
            Component::CurDir => {}
            Component::ParentDir => {
                real.pop();
            }
            // A drive without a root, as in `C:public`, is the folder that one is in there.
            _ => {
                real.push(part);
                // A link that leads nowhere is an error: nobody knows what it will be.
                if fs::symlink_metadata(&real).is_ok() {
                    real = fs::canonicalize(&real)?;
                }
            }
        }
    }
    Ok(real)
}
