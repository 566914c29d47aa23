//! Sources made from earlier ones: only what changed is read again.
//!
//! Owns the proof that nothing is missed: whatever isn't plainly a change inside a
//! known file leads to a whole walk. The result is the same as a fresh load, in
//! files and in diagnostics.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::walk::{self, Found};
use super::{LoadOptions, SourceError, SourceFile, Sources, Stat, kind, open_root, read_found};
use crate::diagnostic::Diagnostic;
use crate::path::SourcePath;

/// What may have changed on disk since the last look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changes {
    /// Nobody knows.
    Any,
    /// At most these, as absolute paths on disk.
    Paths(BTreeSet<PathBuf>),
}

/// Newer sources.
#[derive(Debug)]
pub struct Update {
    /// All files.
    pub sources: Sources,
    /// What is wrong with them, whatever they say.
    pub diagnostics: Vec<Diagnostic>,
    /// Files that are new, gone, or different; in order.
    pub changed: Vec<SourcePath>,
    /// Whether anything is different, diagnostics included.
    pub differs: bool,
}

impl Sources {
    /// Looks again. A file whose state on disk is the same is not read, unless
    /// `changes` names it.
    pub fn update(
        &self,
        root: &Path,
        options: &LoadOptions,
        changes: &Changes,
    ) -> Result<Update, SourceError> {
        let sources = match self.known(changes) {
            Some(paths) => self.read_again(paths),
            None => {
                let named = |disk: &Path| match changes {
                    Changes::Any => false,
                    Changes::Paths(paths) => paths.contains(disk),
                };
                let root = open_root(root)?;
                let same = |found: &Found| {
                    let known = self.files.get(&found.path)?;
                    let same = known.ripe
                        && known.stat == Stat::of(found)
                        && *known.disk == *found.disk
                        && !named(&found.disk);
                    same.then(|| known.clone())
                };
                walk_and_read(root, options, Some(&same))
            }
        };
        let diagnostics = sources.diagnostics();
        let changed = difference(&self.files, &sources.files);
        Ok(Update {
            differs: !changed.is_empty() || diagnostics != self.diagnostics(),
            sources,
            diagnostics,
            changed,
        })
    }

    /// The files that `changes` names, if all of them are known, regular, and have one
    /// name only; what never was, and is not, is nothing.
    fn known(&self, changes: &Changes) -> Option<Vec<&SourceFile>> {
        let Changes::Paths(paths) = changes else {
            return None;
        };
        let mut known = Vec::with_capacity(paths.len());
        for disk in paths {
            let file = disk
                .strip_prefix(&self.root)
                .ok()
                .and_then(Path::to_str)
                .and_then(|path| self.files.get(&SourcePath::new(path)))
                .filter(|file| *file.disk == **disk);
            let is_file = fs::symlink_metadata(disk).ok().map(|found| found.is_file());
            match (file, is_file) {
                (Some(file), Some(true)) if !self.linked => known.push(file),
                (None, None) if !self.below(disk) => {}
                _ => return None,
            }
        }
        Some(known)
    }

    /// Whether files lie below a folder that may be gone.
    fn below(&self, folder: &Path) -> bool {
        self.iter().any(|file| file.disk.starts_with(folder))
    }

    fn read_again(&self, files: Vec<&SourceFile>) -> Self {
        let read = files.into_par_iter().filter_map(|file| {
            let metadata = fs::metadata(&file.disk).ok()?;
            let found = Found {
                path: file.path.clone(),
                kind: file.kind,
                disk: file.disk.to_path_buf(),
                len: metadata.len(),
                metadata: Some(metadata),
            };
            Some(read_found(found, true))
        });
        let read: Vec<SourceFile> = read.collect();
        let mut newer = self.clone();
        for file in read {
            newer.files.insert(file.path.clone(), file);
        }
        newer
    }
}

/// A file of before that needn't be read again.
type Known<'a> = dyn Fn(&Found) -> Option<SourceFile> + Sync + 'a;

/// Walks through the site at `root`, and reads what `known` has nothing of.
pub(super) fn walk_and_read(
    root: PathBuf,
    options: &LoadOptions,
    known: Option<&Known<'_>>,
) -> Sources {
    let again = known.is_some();
    let walked = walk::walk(&root, options);
    let files: Vec<SourceFile> = (walked.files.into_par_iter())
        .map(|found| {
            known
                .and_then(|known| known(&found))
                .unwrap_or_else(|| read_found(found, again))
        })
        .collect();
    let files = files.into_iter().map(|file| (file.path.clone(), file));
    Sources {
        root,
        files: files.collect(),
        walk: walked.diagnostics,
        linked: walked.linked,
    }
}

/// Whether a change at `path`, relative to the root, can matter to a site: not to
/// what editors and systems leave behind.
pub fn concerns(path: &str) -> bool {
    let folders = path.match_indices('/').map(|(at, _)| &path[..at]);
    let quiet = |verdict| verdict == kind::Verdict::Quiet;
    let hidden = folders
        .into_iter()
        .any(|folder| quiet(kind::judge_folder(folder)));
    let in_site = path.contains('/');
    !(hidden || in_site && quiet(kind::judge(path)))
}

fn difference(
    old: &BTreeMap<SourcePath, SourceFile>,
    new: &BTreeMap<SourcePath, SourceFile>,
) -> Vec<SourcePath> {
    let gone = old.keys().filter(|path| !new.contains_key(*path));
    let other = new.iter().filter(|(path, file)| {
        old.get(*path).is_none_or(|old| {
            let same = match (old.hash, file.hash) {
                // What is left on disk is known by its state.
                (0, _) | (_, 0) => file.stat.is_some() && file.stat == old.stat,
                (old, new) => old == new,
            };
            !same || file.len != old.len || file.kind != old.kind
        })
    });
    let mut changed: Vec<SourcePath> = (gone.chain(other.map(|(path, _)| path))).cloned().collect();
    changed.sort();
    changed
}
