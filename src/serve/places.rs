//! Which folders are to be watched, and which paths in them mean anything.
//!
//! Owns the rule that every folder is known by what it is and not by its name: one that
//! was deleted and put back is another. Must never watch anything itself.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::file_id::{self, FileId};
use crate::sources::{FOLDERS, concerns};

/// What a folder is, whatever it is called; `None` if it isn't there.
type Identity = Option<(Option<FileId>, Option<SystemTime>)>;

/// The folders of a site at one moment. All paths are canonical where they exist, so
/// that no folder has two names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Places {
    root: PathBuf,
    /// Each with whether all below it is meant, and what it is.
    folders: BTreeMap<PathBuf, (bool, Identity)>,
    /// Files that mean something wherever they lie: the configuration, targets of links.
    files: BTreeSet<PathBuf>,
}

impl Places {
    /// Those of the site at `root`; its configuration is relative to it or absolute.
    pub(super) fn of(root: &Path, config: &Path, links: &[PathBuf]) -> Self {
        let root = &fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
        let mut places = Self {
            root: root.clone(),
            folders: BTreeMap::new(),
            files: BTreeSet::new(),
        };
        for name in FOLDERS {
            places.add(&root.join(name), true);
        }
        let config = root.join(config);
        let is_inside = |target: &PathBuf| target.starts_with(root);
        let targets = links.iter().filter_map(|link| target_of(link));
        for target in targets.filter(is_inside).chain(target_of(&config)) {
            match target.is_dir() {
                true => places.add(&target, true),
                false => places.add_file(&target),
            }
        }
        places.add(root, false);
        places.add_file(&config);
        places
    }

    fn add(&mut self, folder: &Path, is_whole: bool) {
        let folder = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
        if !self.folders.contains_key(&folder) && !self.is_below_whole(&folder) {
            let identity = identity(&folder);
            self.folders.insert(folder, (is_whole, identity));
        }
    }

    fn add_file(&mut self, file: &Path) {
        let (Some(folder), Some(name)) = (file.parent(), file.file_name()) else {
            return;
        };
        self.add(folder, false);
        let folder = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
        self.files.insert(folder.join(name));
    }

    /// The folders that are there, and whether all below them is meant.
    pub(super) fn folders(&self) -> impl Iterator<Item = (&Path, bool)> {
        let there = self
            .folders
            .iter()
            .filter(|(_, (_, found))| found.is_some());
        there.map(|(folder, (is_whole, _))| (folder.as_path(), *is_whole))
    }

    /// Whether any of these is a folder that was touched itself.
    pub(super) fn has_any(&self, paths: &BTreeSet<PathBuf>) -> bool {
        paths.iter().any(|path| self.folders.contains_key(path))
    }

    /// Takes note that a folder could not be found again.
    pub(super) fn lose(&mut self, folder: &Path) {
        if let Some((_, identity)) = self.folders.get_mut(folder) {
            *identity = None;
        }
    }

    /// Whether a change at `path` matters; `is_inside` if it is one inside a file, which
    /// at the root only matters for the configuration.
    pub(super) fn wants(&self, path: &Path, is_inside: bool) -> bool {
        if self.files.contains(path) || self.leads_to_any(path) {
            return true;
        }
        let Some(relative) = path.strip_prefix(&self.root).ok() else {
            return false;
        };
        let Some(relative) = relative.to_str() else {
            // A name that is no text: better once too often.
            return true;
        };
        let relative = relative.replace(std::path::MAIN_SEPARATOR, "/");
        let name = relative.rsplit('/').next().unwrap_or_default();
        let is_plain = !name.starts_with('.') && !name.ends_with('~');
        match relative.split_once('/') {
            Some((first, _)) if FOLDERS.contains(&first) => concerns(&relative),
            // Behind a link to a folder, or beside the target of one.
            Some(_) => is_plain && self.is_below_whole(path),
            None => !is_inside && is_plain,
        }
    }

    /// Whether it is a folder that is watched, or above one: it may have come or gone.
    fn leads_to_any(&self, path: &Path) -> bool {
        // What lies in a folder comes next after it.
        let mut from = self.folders.range(path.to_owned()..);
        from.next()
            .is_some_and(|(folder, _)| folder.starts_with(path))
    }

    fn is_below_whole(&self, path: &Path) -> bool {
        let mut above = path.ancestors();
        above.any(|folder| {
            self.folders
                .get(folder)
                .is_some_and(|(is_whole, _)| *is_whole)
        })
    }
}

/// Where a link leads in the end, or would if that existed; for what is no link, itself.
fn target_of(link: &Path) -> Option<PathBuf> {
    if let Ok(target) = fs::canonicalize(link) {
        return Some(target);
    }
    let target = link.parent()?.join(fs::read_link(link).ok()?);
    let folder = target.parent()?;
    let folder = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    Some(folder.join(target.file_name()?))
}

fn identity(folder: &Path) -> Identity {
    let found = fs::metadata(folder).ok().filter(fs::Metadata::is_dir)?;
    // The number of a folder that is gone may be given to the next one.
    Some((file_id::of(folder), found.created().ok()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store;

    #[test]
    fn what_nitton_keeps_for_itself_is_no_change_of_the_site() {
        let dir = tempfile::tempdir().expect("a folder");
        let root = fs::canonicalize(dir.path()).expect("it is there");
        let places = Places::of(&root, Path::new("site.yaml"), &[]);
        for (path, wanted) in [
            (store::NAME.to_owned(), false),
            (format!("{}/builds/1.json", store::NAME), false),
            ("site.yaml".to_owned(), true),
        ] {
            assert_eq!(places.wants(&root.join(&path), false), wanted, "{path}");
        }
    }
}
