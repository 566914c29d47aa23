//! Names that differ only by case.
//!
//! Owns the question whether two of them are one file, which on some systems they are, and
//! how it comes to the other name: a server may tell them apart.

use std::collections::{BTreeSet, HashMap};
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

    /// The new file that is this file under a name that differs only by case.
    pub(super) fn renamed<'a>(
        &self,
        path: &OutPath,
        twins: &'a Twins,
        entries: &Entries,
    ) -> Option<&'a OutPath> {
        let mut twins = twins.of(path, entries).iter();
        twins.find(|twin| files::is_same(&self.place(path), &self.place(twin)))
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

/// What to rename, from and to, so that files have other names that differ only by case:
/// each folder once, and before what is in it.
pub(super) fn renames(files: &[(OutPath, OutPath)]) -> Vec<(String, String)> {
    let mut steps = BTreeSet::new();
    for (old, new) in files {
        let mut above = String::new();
        let segments = old.as_str().split('/').zip(new.as_str().split('/'));
        for (depth, (old, new)) in segments.enumerate() {
            if old != new {
                steps.insert((depth, format!("{above}{old}"), format!("{above}{new}")));
            }
            above.push_str(new);
            above.push('/');
        }
    }
    steps.into_iter().map(|(_, from, to)| (from, to)).collect()
}

fn fold(path: &OutPath) -> String {
    path.as_str().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_folder_is_renamed_once_and_before_what_is_in_it() {
        let pair = |(old, new)| {
            let path = |text| OutPath::new(text).expect("test paths are safe");
            (path(old), path(new))
        };
        let files = [
            ("A/B/C.txt", "a/b/c.txt"),
            ("A/B/d.txt", "a/b/d.txt"),
            ("A/e.txt", "a/e.txt"),
            ("f/G.txt", "f/g.txt"),
            ("Ö.txt", "ö.txt"),
        ];
        let steps = renames(&files.map(pair));
        let steps: Vec<_> = (steps.iter())
            .map(|(from, to)| format!("{from} > {to}"))
            .collect();
        assert_eq!(
            steps,
            [
                "A > a",
                "Ö.txt > ö.txt",
                "a/B > a/b",
                "f/G.txt > f/g.txt",
                "a/b/C.txt > a/b/c.txt",
            ]
        );
    }
}
