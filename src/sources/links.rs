//! What may lie behind a link: one file is one thing.
//!
//! Owns the rule that no link makes anything else of a file than what it is already: the
//! source of a post is no file to be published, nor is the configuration. Must never
//! know what is in a file.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::kind::{self, Kind, Verdict};
use super::walk::{Found, Walked};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::source::{self as report, Role};
use crate::path::SourcePath;

/// Refuses links that would make something else of a file: each is reported once, and
/// nothing behind it is read.
pub(super) fn check(root: &Path, walked: &mut Walked) {
    if walked.links.is_empty() {
        return;
    }
    let homes = Homes::new(root);
    let links: BTreeSet<&Path> = walked.links.iter().map(PathBuf::as_path).collect();
    let reals: Vec<Real> = walked.files.iter().map(|file| real(file, &links)).collect();
    let mut kinds: BTreeMap<&Path, BTreeSet<Kind>> = BTreeMap::new();
    for (file, real) in walked.files.iter().zip(&reals) {
        kinds.entry(&real.place).or_default().insert(file.kind);
    }
    let other = |file: &Found, real: &Real| {
        let link = real.link.as_ref()?;
        let other = match homes.at(&real.place) {
            Home::Kind(home) => (!are_alike(home, file.kind)).then_some(Some(home)),
            Home::Unread => Some(None),
            // Two links give it two meanings: what is most public goes.
            Home::Nobodys => {
                let kinds = kinds[real.place.as_path()].iter();
                let mut before = kinds.take_while(|kind| **kind < file.kind);
                before
                    .find(|kind| !are_alike(**kind, file.kind))
                    .map(|kind| Some(*kind))
            }
        };
        let other = other?;
        Some((link.clone(), other))
    };
    let mut refused = BTreeMap::new();
    for (file, real) in walked.files.iter().zip(&reals) {
        if let Some((link, kind)) = other(file, real) {
            let problem = || problem(root, &link, &real.place, kind, file.kind);
            refused.entry(link.clone()).or_insert_with(problem);
        }
    }
    // A link that is refused for one file is refused for all that lies behind it.
    let mut reals = reals.iter();
    walked.files.retain(|_| {
        let link = reals.next().and_then(|real| real.link.as_ref());
        link.is_none_or(|link| !refused.contains_key(link))
    });
    walked.diagnostics.extend(refused.into_values());
}

/// Where a file really lies.
struct Real {
    place: PathBuf,
    /// The link that leads there: the last one on the way.
    link: Option<PathBuf>,
}

fn real(file: &Found, links: &BTreeSet<&Path>) -> Real {
    let link = file.disk.ancestors().find(|path| links.contains(path));
    let place = link.and_then(|_| fs::canonicalize(&file.disk).ok());
    Real {
        place: place.unwrap_or_else(|| file.disk.clone()),
        link: link.map(Path::to_owned),
    }
}

/// What a place on disk is without any link.
enum Home {
    Kind(Kind),
    /// In a folder of the site, but not read there.
    Unread,
    /// In no folder of the site.
    Nobodys,
}

/// The folders of the site, where they really lie.
struct Homes(Vec<(PathBuf, &'static str)>);

impl Homes {
    fn new(root: &Path) -> Self {
        let folders = kind::FOLDERS.into_iter();
        Self(
            folders
                .filter_map(|name| Some((fs::canonicalize(root.join(name)).ok()?, name)))
                .collect(),
        )
    }

    fn at(&self, place: &Path) -> Home {
        let inside = self.0.iter().find_map(|(folder, name)| {
            let rest = place.strip_prefix(folder).ok()?.to_str()?;
            let rest = rest.replace(std::path::MAIN_SEPARATOR, "/");
            Some(format!("{name}/{rest}"))
        });
        match inside.map(|path| kind::judge(&path)) {
            None => Home::Nobodys,
            Some(Verdict::Read(kind) | Verdict::Doubt(kind, _)) => Home::Kind(kind),
            Some(Verdict::Quiet | Verdict::Mention(_)) => Home::Unread,
        }
    }
}

/// Whether a file may be both.
fn are_alike(one: Kind, other: Kind) -> bool {
    let is_of_theme = |kind| matches!(kind, Kind::Template | Kind::Theme);
    one == other || is_of_theme(one) && is_of_theme(other)
}

fn problem(root: &Path, link: &Path, place: &Path, is: Option<Kind>, would_be: Kind) -> Diagnostic {
    let path = |disk: &Path| {
        let relative = disk.strip_prefix(root).unwrap_or(disk).to_string_lossy();
        SourcePath::new(&relative.replace(std::path::MAIN_SEPARATOR, "/"))
    };
    let is = is.map_or(Role::Unread, role);
    report::link_to_other_kind(&path(link), &path(place), is, role(would_be))
}

const fn role(kind: Kind) -> Role {
    match kind {
        Kind::Config => Role::Config,
        Kind::Post => Role::Post,
        Kind::Page => Role::Page,
        Kind::Author | Kind::Network => Role::Profile,
        Kind::Tag => Role::Tag,
        Kind::Comments => Role::Comments,
        Kind::Media => Role::Media,
        Kind::Static => Role::Static,
        Kind::Template => Role::Template,
        Kind::Theme => Role::Theme,
    }
}
