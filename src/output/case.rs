//! Names that differ only by case.
//!
//! Owns the question whether two of them are one file, which on some systems they are.

use std::collections::HashMap;
use std::path::Path;
use std::sync::OnceLock;

use super::Output;
use super::files;
use super::manifest::Entries;
use crate::path::OutPath;

/// Files by their names without regard to case, indexed when somebody asks.
#[derive(Debug, Default)]
pub(super) struct Twins(OnceLock<HashMap<String, Vec<OutPath>>>);

impl Twins {
    /// Those of `entries`, always the same, that bear the name of `path` in some case.
    fn of(&self, path: &OutPath, entries: &Entries) -> &[OutPath] {
        let index = self.0.get_or_init(|| {
            let mut index: HashMap<String, Vec<OutPath>> = HashMap::new();
            for path in entries.keys() {
                index.entry(fold(path)).or_default().push(path.clone());
            }
            index
        });
        index.get(&fold(path)).map_or(&[], Vec::as_slice)
    }
}

impl Output {
    /// Whether this is a file of ours under a name that differs only by case.
    pub(super) fn owns_twin(&self, path: &OutPath, place: &Path) -> bool {
        let mut twins = self.twins.of(path, &self.owned).iter();
        twins.any(|twin| files::is_same(&self.place(twin), place))
    }

    /// Whether one of the new files is this file under a name that differs only by case.
    pub(super) fn is_renamed(&self, path: &OutPath, twins: &Twins, entries: &Entries) -> bool {
        let mut twins = twins.of(path, entries).iter();
        twins.any(|twin| files::is_same(&self.place(path), &self.place(twin)))
    }

    /// Whether names that differ only by case are one file here.
    pub fn ignores_case(&self) -> bool {
        let named = (self.dir().ancestors()).find_map(|place| {
            let name = place.file_name()?.to_str()?;
            let other = match name.to_uppercase() {
                upper if upper != name => upper,
                _ => name.to_lowercase(),
            };
            (other != name).then(|| (place, place.with_file_name(other)))
        });
        named.is_some_and(|(place, other)| files::is_same(place, &other))
    }
}

fn fold(path: &OutPath) -> String {
    path.as_str().to_lowercase()
}
