//! The files of a site, read once: the only reader.
//!
//! Owns which files exist, their kind (by path alone), their bytes and hashes, and
//! what can be said of a file without knowing what is in it: names, links,
//! encodings, files that nobody will read. Must never know what front matter is,
//! nor write anything.

mod kind;
mod links;
mod names;
mod opened;
mod root;
mod stat;
mod strays;
mod text;
mod update;
mod walk;

use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;
use xxhash_rust::xxh3::{Xxh3, xxh3_128};

use crate::diagnostic::{Diagnostic, Parsed, source as report, system};
use crate::held;
use crate::message;
use crate::parallel::BATCH;
use crate::path::SourcePath;

pub use kind::{FOLDERS, Kind};
pub use opened::Opened;
pub use root::SourceError;
pub use stat::Stat;
pub use update::{Changes, Update, concerns};

/// Texts may not be larger: 16 MiB.
pub const TEXT_LIMIT: u64 = 16 << 20;

/// From this length on, files that are published as they are are read in pieces.
pub const LARGE: u64 = 1 << 20;

/// What is in a file.
#[derive(Clone)]
pub enum Content {
    /// UTF-8 as it lies on disk: with its BOM and its line ends.
    Text(Arc<str>),
    /// Not text, but wanted in memory; or a text that is not UTF-8 (an error was reported).
    Bytes(Arc<[u8]>),
    /// Read when it is needed: [`Sources::read`].
    OnDisk,
}

impl fmt::Debug for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => write!(f, "Text({} bytes)", text.len()),
            Self::Bytes(bytes) => write!(f, "Bytes({} bytes)", bytes.len()),
            Self::OnDisk => f.write_str("OnDisk"),
        }
    }
}

/// A file of the site.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Where it lies, NFC.
    pub path: SourcePath,
    /// What it is, by its path.
    pub kind: Kind,
    /// What is in it.
    pub content: Content,
    /// Its length in bytes.
    pub len: u64,
    /// xxh3-128 of its bytes; 0 for files that are left on disk and had rested there.
    pub hash: u128,
    /// Its state on disk when it was read; behind links, that of the file itself.
    pub stat: Option<Stat>,
    /// Whether any later change shows in `stat`.
    reliable_stat: bool,
    /// Its name on disk, which may be in another normal form.
    disk: Arc<Path>,
    /// What is wrong with it, whatever it says.
    diagnostics: Vec<Diagnostic>,
}

impl SourceFile {
    /// Its text, if it is one.
    pub fn text(&self) -> Option<&str> {
        match &self.content {
            Content::Text(text) => Some(text),
            Content::Bytes(_) | Content::OnDisk => None,
        }
    }

    /// Whether the system didn't let it be read.
    fn is_unread(&self) -> bool {
        self.diagnostics.iter().any(report::is_unreadable)
    }
}

/// What to read, and what to leave out.
#[derive(Debug, Clone)]
pub struct LoadOptions {
    /// The configuration, relative to the root or absolute.
    pub config: PathBuf,
    /// The output folder, as the process finds it; it is no source.
    pub output: PathBuf,
}

/// A file, shared by all sources that have it.
#[derive(Debug, Clone)]
struct Slot {
    /// These stand beside the file, since whoever looks for some looks through all.
    kind: Kind,
    is_sound: bool,
    file: Arc<SourceFile>,
}

impl From<SourceFile> for Slot {
    fn from(file: SourceFile) -> Self {
        Self {
            kind: file.kind,
            is_sound: file.diagnostics.is_empty(),
            file: Arc::new(file),
        }
    }
}

/// All files of a site, in the order of their paths.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    root: PathBuf,
    /// Sorted by path.
    files: Vec<Slot>,
    /// What the walk alone has found.
    walk: Vec<Diagnostic>,
    /// With any, a file may have two names.
    links: Vec<PathBuf>,
}

impl Sources {
    /// Reads the site at `root`. Whatever is wrong with single files is reported
    /// and the rest is read; only an unusable root is an `Err`.
    pub fn load(root: &Path, options: &LoadOptions) -> Result<Parsed<Self>, SourceError> {
        let root = root::open(root)?;
        let value = update::walk_and_read(root, options, None);
        let diagnostics = value.diagnostics();
        Ok(Parsed {
            value: Some(value),
            diagnostics,
        })
    }

    /// What is wrong with the files, whatever they say.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        let files = self.files.iter().filter(|slot| !slot.is_sound);
        let files = files.flat_map(|slot| &slot.file.diagnostics);
        self.walk.iter().chain(files).cloned().collect()
    }

    /// The root as a canonical path.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The site's links, as paths on disk: what happens where they lead is a change of
    /// the site. Some may lead nowhere.
    pub fn links(&self) -> &[PathBuf] {
        &self.links
    }

    /// A file.
    pub fn get(&self, path: &SourcePath) -> Option<&SourceFile> {
        Some(&self.files[self.place(path).ok()?].file)
    }

    /// Where a file is, or would be.
    fn place(&self, path: &SourcePath) -> Result<usize, usize> {
        (self.files).binary_search_by(|slot| slot.file.path.cmp(path))
    }

    /// Files that could not be read, as paths on disk. Nothing may tell when they can be.
    pub fn unread(&self) -> impl Iterator<Item = &Path> {
        let files = self.files.iter().filter(|slot| !slot.is_sound);
        let unread = files.filter(|slot| slot.file.is_unread());
        unread.map(|slot| &*slot.file.disk)
    }

    /// A file's text, if it is one.
    pub fn text(&self, path: &SourcePath) -> Option<&str> {
        self.get(path)?.text()
    }

    /// All files, in the order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = &SourceFile> {
        self.files.iter().map(|slot| &*slot.file)
    }

    /// All files of a kind, in the order of their paths.
    pub fn iter_kind(&self, kind: Kind) -> impl Iterator<Item = &SourceFile> {
        let files = self.files.iter().filter(move |slot| slot.kind == kind);
        files.map(|slot| &*slot.file)
    }

    /// A file's bytes: as they were read, or now from disk if they were not.
    pub fn read(&self, path: &SourcePath) -> io::Result<Vec<u8>> {
        let file = self.get(path).ok_or(io::ErrorKind::NotFound)?;
        match &file.content {
            Content::Text(text) => Ok(text.as_bytes().to_vec()),
            Content::Bytes(bytes) => Ok(bytes.to_vec()),
            Content::OnDisk => self.read_disk(&file.disk),
        }
    }

    /// The hash of a file's bytes; `None` if it can't be read. What was left on disk is
    /// read now, and may change once more before it is read again: [`Sources::are_still`].
    pub fn hash(&self, file: &SourceFile) -> Option<u128> {
        match file.hash {
            0 => self.hash_of(&file.path).ok(),
            hash => Some(hash),
        }
    }

    /// Whether all files that are read when they are needed are as they were at the walk,
    /// so that all that was learned of one is true of the same bytes.
    pub fn are_still(&self) -> bool {
        let kinds = [Kind::Media, Kind::Static];
        let files: Vec<_> = kinds
            .iter()
            .flat_map(|kind| self.iter_kind(*kind))
            .collect();
        files.into_par_iter().with_max_len(BATCH).all(|file| {
            let now = fs::metadata(&file.disk);
            now.is_ok_and(|now| Stat::from(&now) == file.stat)
        })
    }

    /// Lets go of the texts of documents but those that `wanted` names: once they are
    /// parsed, they are only read again for what is reported about them.
    pub fn forget_documents(&mut self, wanted: impl Fn(&SourcePath) -> bool) {
        for slot in &mut self.files {
            if Kind::DOCUMENTS.contains(&slot.file.kind) && !wanted(&slot.file.path) {
                Arc::make_mut(&mut slot.file).content = Content::OnDisk;
            }
        }
    }

    /// Opens a file, to be read in pieces.
    pub fn open(&self, path: &SourcePath) -> io::Result<Opened> {
        let file = self.get(path).ok_or(io::ErrorKind::NotFound)?;
        let file = held::open(&self.still_inside(&file.disk)?)?;
        let len = file.metadata()?.len();
        Ok(Opened { file, len })
    }

    /// The xxh3-128 of a file's bytes; a large one is read in pieces.
    fn hash_of(&self, path: &SourcePath) -> io::Result<u128> {
        if self.get(path).is_some_and(|file| file.len < LARGE) {
            return Ok(xxh3_128(&self.read(path)?));
        }
        let mut hasher = Xxh3::new();
        io::copy(self.open(path)?.reader(), &mut hasher)?;
        Ok(hasher.digest128())
    }

    /// At most `len` bytes from a file's beginning.
    pub fn head(&self, path: &SourcePath, len: usize) -> io::Result<Vec<u8>> {
        let file = self.get(path).ok_or(io::ErrorKind::NotFound)?;
        let known = match &file.content {
            Content::Text(text) => text.as_bytes(),
            Content::Bytes(bytes) => bytes,
            Content::OnDisk => {
                let mut head = Vec::new();
                let file = held::open(&self.still_inside(&file.disk)?)?;
                file.take(len as u64).read_to_end(&mut head)?;
                return Ok(head);
            }
        };
        Ok(known[..len.min(known.len())].to_vec())
    }

    /// Reads a file unless it was exchanged for something else since the walk.
    fn read_disk(&self, disk: &Path) -> io::Result<Vec<u8>> {
        read_whole(&self.still_inside(disk)?, u64::MAX)
    }

    /// Where a file really lies; an error if that is no file of the site any more.
    fn still_inside(&self, disk: &Path) -> io::Result<PathBuf> {
        let target = fs::canonicalize(disk)?;
        // What lies behind a link was judged where it is; other files are what they are.
        let is_itself = || self.links.iter().any(|link| disk.starts_with(link)) || target == disk;
        if !target.starts_with(&self.root) || !target.metadata()?.is_file() || !is_itself() {
            let reason = message!("source-changed-meanwhile");
            return Err(system::error(io::ErrorKind::PermissionDenied, reason));
        }
        Ok(target)
    }
}

/// Reads one file. It counts as existing even if it can't be read or understood, so
/// that links to it raise no second error. `hash` wants one also of what stays on disk.
fn read_found(found: walk::Found, hash: bool) -> SourceFile {
    let stat = Stat::of(&found);
    let mut file = SourceFile {
        path: found.path,
        kind: found.kind,
        content: Content::OnDisk,
        len: found.len,
        hash: 0,
        stat,
        reliable_stat: stat.is_some_and(|stat| stat.is_reliable()),
        disk: found.disk.into(),
        diagnostics: Vec::new(),
    };
    if matches!(file.kind, Kind::Media | Kind::Static) {
        // Opening is cheap, and tells now what would stop a build at its end.
        let failed = held::open(&file.disk).err();
        (file.diagnostics).extend(failed.map(|error| report::unreadable(&file.path, &error)));
        if (hash || !file.reliable_stat) && file.len <= TEXT_LIMIT {
            let bytes = read_whole(&file.disk, TEXT_LIMIT);
            file.hash = bytes.map_or(0, |bytes| xxh3_128(&bytes));
        }
        return file;
    }
    let is_text = kind::is_text(file.kind, &file.path.extension());
    let limit = if is_text { TEXT_LIMIT } else { u64::MAX };
    match read_whole(&file.disk, limit) {
        Ok(bytes) => {
            file.len = bytes.len() as u64;
            file.hash = xxh3_128(&bytes);
            (file.content, file.diagnostics) = if is_text {
                text::decode(&file.path, file.kind, bytes)
            } else {
                (Content::Bytes(bytes.into()), Vec::new())
            };
        }
        Err(error) if error.kind() == io::ErrorKind::FileTooLarge => {
            let diagnostic = report::too_large(&file.path, file.len, TEXT_LIMIT);
            file.diagnostics.push(diagnostic);
        }
        Err(error) => file
            .diagnostics
            .push(report::unreadable(&file.path, &error)),
    }
    file
}

/// What is reserved for a file at most before anything of it is read: a sparse one may
/// claim any length.
const MOST_ROOM: u64 = 16 << 20;

/// Reads a file as it was at one moment.
fn read_whole(disk: &Path, limit: u64) -> io::Result<Vec<u8>> {
    held::read(|| read_still(disk, limit))
}

/// Reads a file again if somebody wrote to it meanwhile.
fn read_still(disk: &Path, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    for _ in 0..3 {
        let mut file = File::open(disk)?;
        let before = file.metadata()?;
        if before.len() > limit {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        bytes.clear();
        // With room for one byte more, the end is seen without another buffer; without
        // it a reader that has a limit begins with 32 bytes, and doubles them.
        let room = before.len().min(MOST_ROOM) as usize + 1;
        bytes.reserve_exact(room);
        file.by_ref()
            .take(limit.saturating_add(1))
            .read_to_end(&mut bytes)?;
        if bytes.len() as u64 > limit {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let after = file.metadata()?;
        let unchanged = before.modified().ok() == after.modified().ok();
        if unchanged && bytes.len() as u64 == after.len() {
            break;
        }
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests;
