//! Files of the last build that the site no longer has.
//!
//! Owns which of them are removed, and the rule that one which can't go stops the build:
//! the site would still publish what it has withdrawn. Must never remove anything
//! itself.

use std::collections::BTreeSet;
use std::fs;

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::case::Twins;
use super::error::{self, OutputError};
use super::manifest::{Entries, Fingerprint};
use super::{Output, files};
use crate::held;
use crate::message;
use crate::message::Message;
use crate::path::OutPath;

/// What happens to the files that the site no longer has.
#[derive(Debug, Default)]
pub(super) struct Stale {
    /// Removed first, since a new file or folder takes their place.
    pub(super) in_the_way: Vec<OutPath>,
    pub(super) removed: Vec<OutPath>,
    /// Those that are new files under names that differ only by case, and these names.
    pub(super) renamed: Vec<(OutPath, OutPath)>,
}

enum Verdict {
    Absent,
    Ours,
    Keep(Kept),
}

/// Why a file that the site no longer has can't be removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kept {
    /// It is not as we wrote it.
    Edited,
    /// A folder above it is a symbolic link.
    Linked,
    /// It could not be read.
    Unreadable,
    /// It is a copy that somebody has made of one that goes.
    Copy,
    /// Nobody knows who wrote it.
    Unknown,
}

impl Kept {
    /// A clause.
    fn reason(self) -> Message {
        match self {
            Self::Edited => message!("kept-edited"),
            Self::Linked => message!("kept-linked"),
            Self::Unreadable => message!("kept-unreadable"),
            Self::Copy => message!("kept-copy"),
            Self::Unknown => message!("kept-unknown"),
        }
    }
}

impl Output {
    /// Decides on each file that was written last time and not this time. One that can't
    /// go is an error: the site would still publish what it has withdrawn.
    pub(super) fn judge_stale(&self, entries: &Entries) -> Result<Stale, OutputError> {
        let mut stale = Stale::default();
        let unknown = self.unknown_files(entries)?.into_iter();
        let mut kept: Vec<_> = unknown.map(|file| (file, Kept::Unknown)).collect();
        let gone = self
            .owned
            .iter()
            .filter(|(path, _)| !entries.contains_key(*path));
        let gone: Vec<_> = gone.collect();
        if gone.is_empty() && kept.is_empty() {
            return Ok(stale);
        }
        let twins = Twins::default();
        let folders: BTreeSet<&str> = entries.keys().flat_map(files::folders_above).collect();
        let files: BTreeSet<&str> = entries.keys().map(OutPath::as_str).collect();
        let verdicts: Vec<_> = gone
            .par_iter()
            .map(|(path, entry)| self.judge(path, entry))
            .collect();
        for ((path, _), verdict) in gone.into_iter().zip(verdicts) {
            // A new file needs its folder to be gone, or itself to become a folder.
            let in_the_way = folders.contains(path.as_str())
                || files::folders_above(path).any(|folder| files.contains(folder));
            if matches!(verdict, Verdict::Absent) {
                continue;
            }
            // On a file system without regard to case this is the new file itself.
            if let Some(new) = self.renamed(path, &twins, entries) {
                stale.renamed.push((path.clone(), new.clone()));
                continue;
            }
            match verdict {
                Verdict::Absent => {}
                Verdict::Ours => {
                    let copies = self.copies(path, entries);
                    kept.extend(copies.map(|copy| (copy, Kept::Copy)));
                    match in_the_way {
                        true => stale.in_the_way.push(path.clone()),
                        false => stale.removed.push(path.clone()),
                    }
                }
                Verdict::Keep(_) if in_the_way => {
                    return Err(error::foreign(&self.place(path)));
                }
                Verdict::Keep(why) => kept.push((path.clone(), why)),
            }
        }
        kept.sort_by(|(a, _), (b, _)| a.cmp(b));
        let kept: Vec<_> = (kept.iter())
            .map(|(path, why)| (self.place(path), why.reason()))
            .collect();
        match kept.is_empty() {
            true => Ok(stale),
            false => Err(error::kept(kept)),
        }
    }

    /// Compressed copies of a page that a later step has laid beside it for the server,
    /// which would go on sending them.
    fn copies(&self, path: &OutPath, entries: &Entries) -> impl Iterator<Item = OutPath> {
        let copies = ["gz", "br", "zst"].map(|ending| OutPath::new(&format!("{path}.{ending}")));
        let copies = copies.into_iter().flatten();
        copies.filter(|copy| !entries.contains_key(copy) && self.place(copy).is_file())
    }

    /// Files that the site doesn't have, if nobody knows whether we wrote them: a feed or
    /// a photo tells as much of what was withdrawn as a page. Hidden ones are a host's.
    fn unknown_files(&self, entries: &Entries) -> Result<Vec<OutPath>, OutputError> {
        if self.known || self.fresh {
            return Ok(Vec::new());
        }
        let mut files = Vec::new();
        let walk = WalkDir::new(&self.dir).min_depth(1).sort_by_file_name();
        let is_visible = |entry: &DirEntry| !entry.file_name().as_encoded_bytes().starts_with(b".");
        for entry in walk.into_iter().filter_entry(is_visible) {
            let entry = entry.map_err(|e| OutputError::io("read", &self.dir, e.into()))?;
            let relative = entry.path().strip_prefix(&self.dir).ok();
            let path =
                relative.and_then(|path| OutPath::new(&path.to_str()?.replace('\\', "/")).ok());
            let file = path.filter(|_| entry.file_type().is_file());
            files.extend(file.filter(|file| !entries.contains_key(file)));
        }
        Ok(files)
    }

    fn judge(&self, path: &OutPath, entry: &Fingerprint) -> Verdict {
        let place = self.place(path);
        match files::link_above(&self.dir, path) {
            Ok(None) => {}
            Ok(Some(_)) => return Verdict::Keep(Kept::Linked),
            Err(_) => return Verdict::Keep(Kept::Unreadable),
        }
        let found = match fs::symlink_metadata(&place) {
            // A folder in its place is not what we wrote.
            Ok(found) if found.is_dir() => return Verdict::Absent,
            Ok(found) if !found.is_file() || found.len() != entry.len => {
                return Verdict::Keep(Kept::Edited);
            }
            Ok(_) => held::open(&place).and_then(files::fingerprint),
            Err(e) => Err(e),
        };
        match found {
            Ok(found) if found == *entry => Verdict::Ours,
            Ok(_) => Verdict::Keep(Kept::Edited),
            Err(e) if files::is_absent(&e) => Verdict::Absent,
            Err(_) => Verdict::Keep(Kept::Unreadable),
        }
    }
}
