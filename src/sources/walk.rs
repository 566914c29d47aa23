//! Which files there are: the walk through a site's folders.
//!
//! Owns links, loops, pipes and devices, and what is mentioned of files that are
//! not read. Must never open a file: it may be a pipe on which nobody writes.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::kind::{self, Kind, Verdict, Why};
use super::{LoadOptions, links, names};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::source::{self as report, Special};
use crate::path::SourcePath;

/// Folders behind links may hold links to folders, but not without end: a dozen
/// folders that link to each other would be walked in every order.
const LINK_DEPTH: usize = 2;

/// A file that belongs to the site.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) path: SourcePath,
    pub(super) kind: Kind,
    pub(super) disk: PathBuf,
    pub(super) len: u64,
    /// Its state; behind links, that of the file itself.
    pub(super) metadata: fs::Metadata,
}

/// A name in a folder that may be a file of the site.
#[derive(Debug)]
struct Listed {
    entry: DirEntry,
    path: SourcePath,
    kind: Kind,
}

/// What the walk has seen.
#[derive(Debug, Default)]
pub(super) struct Walked {
    /// Sorted, one a path.
    pub(super) files: Vec<Found>,
    /// Files that are not read; some rules want to know of them.
    pub(super) unread: Vec<SourcePath>,
    /// Links, also broken ones: what happens where they lead is a change here.
    pub(super) links: Vec<PathBuf>,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// What was not looked at yet; nothing once the walk is over.
    listed: Vec<Listed>,
}

/// Looks at every file of the site at `root`, which is canonical.
pub(super) fn walk(root: &Path, options: &LoadOptions) -> Walked {
    let place = Place {
        root,
        output: fs::canonicalize(&options.output).ok(),
    };
    let mut walked = Walked::default();
    find_config(&place, &options.config, &mut walked);
    for folder in kind::FOLDERS {
        walk_folder(&place, folder, &mut walked);
    }
    let listed = std::mem::take(&mut walked.listed);
    let looked_at = listed.into_par_iter().map(look_at);
    for found in looked_at.collect::<Vec<Result<Found, Option<Diagnostic>>>>() {
        match found {
            Ok(file) => walked.files.push(file),
            Err(problem) => walked.diagnostics.extend(problem),
        }
    }
    links::check(root, &mut walked);
    names::check(root, &mut walked);
    walked
}

/// Where the walk may go.
struct Place<'a> {
    root: &'a Path,
    /// Canonical, if it exists.
    output: Option<PathBuf>,
}

impl Place<'_> {
    /// The path of `disk` in the site, if its name is UTF-8.
    fn source_path(&self, disk: &Path) -> Result<SourcePath, SourcePath> {
        let relative = disk.strip_prefix(self.root).unwrap_or(disk);
        let text = |path: &str| SourcePath::new(&path.replace(std::path::MAIN_SEPARATOR, "/"));
        match relative.to_str() {
            Some(path) => Ok(text(path)),
            None => Err(text(&relative.to_string_lossy())),
        }
    }

    /// Whether a link may be followed to `target`, which is canonical: not out of the
    /// site, not into the output, not to what is hidden in it, and not to what holds the
    /// site's own folders.
    fn admits(&self, target: &Path) -> bool {
        let Ok(inside) = target.strip_prefix(self.root) else {
            return false;
        };
        let is_above = |folder: &&str| {
            let folder = fs::canonicalize(self.root.join(folder));
            folder.is_ok_and(|folder| folder != target && folder.starts_with(target))
        };
        let hidden = |part: Component| {
            let name = part.as_os_str().to_string_lossy();
            name.starts_with('.') && name != ".well-known"
        };
        let in_output = self
            .output
            .as_ref()
            .is_some_and(|output| target.starts_with(output));
        !in_output && !inside.components().any(hidden) && !kind::FOLDERS.iter().any(is_above)
    }
}

fn find_config(place: &Place, config: &Path, walked: &mut Walked) {
    let disk = place.root.join(config);
    let inside = !config.components().any(|part| part == Component::ParentDir)
        && disk.starts_with(place.root);
    let path = match place.source_path(if inside { &disk } else { file_name(config) }) {
        Ok(path) => path,
        Err(path) => return walked.diagnostics.push(report::name_not_utf8(&path)),
    };
    if fs::canonicalize(&disk).is_ok_and(|target| target != disk) {
        walked.links.push(disk.clone());
    }
    let Ok(metadata) = fs::metadata(&disk) else {
        let found = other_config(place.root);
        let above = site_above(place.root);
        let diagnostic = report::no_config(&path, found, above.as_deref());
        return walked.diagnostics.push(diagnostic);
    };
    if !metadata.is_file() {
        let what = special(&metadata.file_type());
        return walked.diagnostics.push(report::special_file(&path, what));
    }
    if let (true, Ok(target)) = (inside, fs::canonicalize(&disk))
        && !place.admits(&target)
        && disk
            .symlink_metadata()
            .is_ok_and(|found| found.is_symlink())
    {
        let diagnostic = report::link_outside(&path, &target);
        return walked.diagnostics.push(diagnostic);
    }
    walked.files.push(Found {
        path,
        kind: Kind::Config,
        disk,
        len: metadata.len(),
        metadata,
    });
}

fn file_name(path: &Path) -> &Path {
    path.file_name().map_or(path, Path::new)
}

/// What people bring from other generators.
fn other_config(root: &Path) -> Option<&'static str> {
    let names = [
        "site.yml",
        "Site.yaml",
        "Site.yml",
        "config.yaml",
        "config.yml",
        "_config.yml",
        "_config.yaml",
        "hugo.toml",
        "hugo.yaml",
        "config.toml",
        "zola.toml",
    ];
    names.into_iter().find(|name| root.join(name).is_file())
}

/// The next folder above that is a site: people start in `content/posts`.
fn site_above(root: &Path) -> Option<String> {
    let mut way = String::from("..");
    for folder in root.ancestors().skip(1).take(6) {
        if folder.join("site.yaml").is_file() {
            return Some(way);
        }
        way.push_str("/..");
    }
    None
}

fn walk_folder(place: &Place, folder: &str, walked: &mut Walked) {
    let start = place.root.join(folder);
    if start.symlink_metadata().is_err() {
        return;
    }
    let mut entries = WalkDir::new(start).follow_links(true).into_iter();
    // Depths of the linked folders that lead to where we are.
    let mut links: Vec<usize> = Vec::new();
    while let Some(entry) = entries.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let link = error.path().filter(|link| link.is_symlink());
                walked.links.extend(link.map(Path::to_owned));
                walked.diagnostics.extend(failure(place, &error));
                continue;
            }
        };
        let is_folder = entry.file_type().is_dir();
        links.retain(|&depth| depth < entry.depth());
        let (depth, is_link) = (entry.depth(), entry.path_is_symlink());
        let enter = visit(place, entry, links.len(), walked);
        if is_folder && !enter {
            entries.skip_current_dir();
        } else if is_folder && is_link {
            links.push(depth);
        }
    }
}

/// Takes note of one entry; for a folder, tells whether to enter it.
fn visit(place: &Place, entry: DirEntry, links: usize, walked: &mut Walked) -> bool {
    let path = match place.source_path(entry.path()) {
        Ok(path) => path,
        Err(path) => {
            walked.diagnostics.push(report::name_not_utf8(&path));
            return false;
        }
    };
    let is_folder = entry.file_type().is_dir();
    let verdict = if is_folder {
        kind::judge_folder(path.as_str())
    } else {
        kind::judge(path.as_str())
    };
    if verdict == Verdict::Quiet || is_folder && is_generated(place, &entry) {
        return false;
    }
    if entry.path_is_symlink() {
        if let Some(diagnostic) = bad_link(place, &entry, &path, links) {
            walked.diagnostics.push(diagnostic);
            return false;
        }
        walked.links.push(entry.path().to_owned());
    }
    match (verdict, is_folder) {
        (Verdict::Quiet, _) => false,
        (Verdict::Mention(why), _) => {
            walked.unread.push(path.clone());
            // One word for all of a folder that means nothing: see `names`.
            if why != Why::UnknownSection {
                walked.diagnostics.push(names::mention(&path, why));
            }
            false
        }
        (_, true) => true,
        (Verdict::Read(kind), false) => {
            walked.listed.push(Listed { entry, path, kind });
            false
        }
        (Verdict::Doubt(kind, why), false) => {
            // Beside a post it is an enclosure.
            let post = entry.path().with_file_name("index.md");
            if !post.is_file() {
                walked.unread.push(path.clone());
                walked.diagnostics.push(names::mention(&path, why));
            }
            walked.listed.push(Listed { entry, path, kind });
            false
        }
    }
}

/// Looks at what bears the name: a regular file, or what is wrong with it, which is
/// nothing if it was removed since it was listed.
fn look_at(Listed { entry, path, kind }: Listed) -> Result<Found, Option<Diagnostic>> {
    match entry.metadata() {
        Ok(metadata) if metadata.is_file() && entry.depth() > 0 => Ok(Found {
            path,
            kind,
            disk: entry.into_path(),
            len: metadata.len(),
            metadata,
        }),
        Ok(metadata) if metadata.is_file() => Err(Some(report::unreadable(
            &path,
            &io::ErrorKind::NotADirectory.into(),
        ))),
        Ok(metadata) => {
            let what = special(&metadata.file_type());
            Err(Some(report::special_file(&path, what)))
        }
        Err(error) => {
            let error = io::Error::from(error);
            let is_gone = error.kind() == io::ErrorKind::NotFound;
            Err((!is_gone).then(|| report::unreadable(&path, &error)))
        }
    }
}

/// Whether a folder is the output, or a compiler's cache called `target`.
fn is_generated(place: &Place, entry: &DirEntry) -> bool {
    place.output.as_deref() == Some(entry.path())
        || (entry.file_name() == "target" && entry.path().join("CACHEDIR.TAG").is_file())
}

/// What is wrong with a link, if anything.
fn bad_link(
    place: &Place,
    entry: &DirEntry,
    path: &SourcePath,
    links: usize,
) -> Option<Diagnostic> {
    match fs::canonicalize(entry.path()) {
        Err(error) => Some(report::unreadable(path, &error)),
        Ok(target) if !place.admits(&target) => Some(report::link_outside(path, &target)),
        Ok(_) if entry.file_type().is_dir() && links >= LINK_DEPTH => {
            Some(report::too_many_links(path))
        }
        Ok(_) => None,
    }
}

/// Something that could not be looked at.
fn failure(place: &Place, error: &walkdir::Error) -> Option<Diagnostic> {
    let disk = error.path().unwrap_or(place.root);
    let path = match place.source_path(disk) {
        Ok(path) => path,
        Err(path) => return Some(report::name_not_utf8(&path)),
    };
    if kind::judge(path.as_str()) == Verdict::Quiet {
        return None;
    }
    if let Some(ancestor) = error.loop_ancestor() {
        let to = place.source_path(ancestor).unwrap_or_else(|path| path);
        return Some(report::link_loop(&path, Some(&to)));
    }
    let error = error.io_error()?;
    let is_link = fs::symlink_metadata(disk).is_ok_and(|found| found.is_symlink());
    match error.kind() {
        io::ErrorKind::NotFound if is_link => {
            let target = fs::read_link(disk).unwrap_or_default();
            Some(report::dangling_link(&path, &target))
        }
        // It was removed between the list and the look.
        io::ErrorKind::NotFound => None,
        io::ErrorKind::PermissionDenied => Some(report::unreadable(&path, error)),
        _ if is_link => Some(report::link_loop(&path, None)),
        _ => Some(report::unreadable(&path, error)),
    }
}

#[cfg(unix)]
fn special(found: &fs::FileType) -> Special {
    use std::os::unix::fs::FileTypeExt;
    if found.is_dir() {
        Special::Folder
    } else if found.is_fifo() {
        Special::Pipe
    } else if found.is_socket() {
        Special::Socket
    } else {
        Special::Device
    }
}

#[cfg(not(unix))]
fn special(found: &fs::FileType) -> Special {
    match found.is_dir() {
        true => Special::Folder,
        false => Special::Device,
    }
}
