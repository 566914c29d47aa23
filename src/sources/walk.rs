//! The walk: every file below the site's own folders, links included as far as they
//! stay inside, and nothing that blocks when it is opened.

use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::diagnostic::{Diagnostic, source as report};
use crate::path::SourcePath;

use super::{Found, kind};

const FOLDERS: [&str; 4] = ["content", "static", "templates", "themes"];

/// The documents' folders, for "did you mean".
pub(super) const KNOWN: [&str; 5] = ["posts", "pages", "authors", "networks", "tags"];

/// All files in the order of their names. `root` is canonical.
pub(super) fn walk(root: &Path, output: &Path, diagnostics: &mut Vec<Diagnostic>) -> Vec<Found> {
    let output = fs::canonicalize(output).ok();
    let mut found = Vec::new();
    for folder in FOLDERS {
        let top = root.join(folder);
        if !top.exists() && fs::symlink_metadata(&top).is_err() {
            continue;
        }
        let entries = WalkDir::new(&top)
            .follow_links(true)
            .sort_by_file_name()
            .into_iter();
        let enter = |entry: &walkdir::DirEntry| {
            entry.depth() == 0 || !is_ours_to_skip(entry, output.as_deref())
        };
        for entry in entries.filter_entry(enter) {
            match entry {
                Ok(entry) => found.extend(look(root, &entry, diagnostics)),
                Err(error) => diagnostics.push(failure(root, &error)),
            }
        }
    }
    report_folders(root, diagnostics);
    found
}

/// Editors' leftovers, hidden files, other tools' folders, and the output.
fn is_ours_to_skip(entry: &walkdir::DirEntry, output: Option<&Path>) -> bool {
    let name = entry.file_name().to_string_lossy();
    let is_dir = entry.file_type().is_dir();
    let in_static = entry
        .path()
        .components()
        .any(|part| part.as_os_str() == "static");
    if is_dir {
        let hidden = name.starts_with('.') && name != ".well-known";
        return hidden
            || name == "node_modules"
            || name == "target"
            || output.is_some_and(|output| entry.path() == output);
    }
    let leftover = name.ends_with('~')
        || (name.starts_with('#') && name.ends_with('#'))
        || [".swp", ".swo", ".tmp"]
            .iter()
            .any(|ending| name.ends_with(ending))
        || [
            "4913",
            "Thumbs.db",
            "desktop.ini",
            ".DS_Store",
            ".gitkeep",
            ".gitignore",
        ]
        .contains(&&*name);
    leftover || (name.starts_with('.') && !in_static)
}

fn look(
    root: &Path,
    entry: &walkdir::DirEntry,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Found> {
    let path = name(root, entry.path(), diagnostics)?;
    if entry.path_is_symlink() {
        let target = fs::canonicalize(entry.path()).ok()?;
        if !target.starts_with(root) {
            diagnostics.push(report::link_outside(&path, &target));
            return None;
        }
    }
    if entry.file_type().is_dir() {
        return None;
    }
    if !entry.file_type().is_file() {
        diagnostics.push(report::special_file(&path));
        return None;
    }
    match kind::of(&path) {
        Ok(kind) => {
            let len = entry.metadata().map_or(0, |metadata| metadata.len());
            Some(Found {
                path,
                kind,
                disk: entry.path().to_owned(),
                len,
            })
        }
        Err(why) => {
            diagnostics.push(report::ignored(&path, why));
            None
        }
    }
}

/// The file's name in the site.
fn name(root: &Path, disk: &Path, diagnostics: &mut Vec<Diagnostic>) -> Option<SourcePath> {
    let relative = disk.strip_prefix(root).unwrap_or(disk);
    let parts: Option<Vec<&str>> = relative.iter().map(|part| part.to_str()).collect();
    if let Some(parts) = parts {
        return Some(SourcePath::new(&parts.join("/")));
    }
    diagnostics.push(report::name_not_utf8(&SourcePath::new(
        &relative.to_string_lossy(),
    )));
    None
}

fn failure(root: &Path, error: &walkdir::Error) -> Diagnostic {
    let disk = error.path().map(PathBuf::from).unwrap_or_default();
    let path = SourcePath::new(&disk.strip_prefix(root).unwrap_or(&disk).to_string_lossy());
    match error.loop_ancestor() {
        Some(ancestor) => {
            let ancestor = ancestor.strip_prefix(root).unwrap_or(ancestor);
            report::link_loop(&path, &ancestor.to_string_lossy())
        }
        None => {
            let dangling = fs::symlink_metadata(&disk).is_ok_and(|metadata| metadata.is_symlink());
            if dangling {
                report::dangling_link(&path)
            } else {
                report::unreadable(&path, &io_error(error))
            }
        }
    }
}

fn io_error(error: &walkdir::Error) -> std::io::Error {
    match error.io_error() {
        Some(io) => std::io::Error::new(io.kind(), io.to_string()),
        None => std::io::Error::other(error.to_string()),
    }
}

/// Folders directly under `content/` that nitton doesn't know, and posts' folders
/// that have no text.
fn report_folders(root: &Path, diagnostics: &mut Vec<Diagnostic>) {
    let folders = |path: &Path| {
        let entries = fs::read_dir(path)
            .into_iter()
            .flatten()
            .filter_map(Result::ok);
        let mut names: Vec<String> = entries
            .filter(|entry| entry.path().is_dir())
            .filter_map(|entry| entry.file_name().into_string().ok())
            .filter(|name| !name.starts_with('.'))
            .collect();
        names.sort();
        names
    };
    for folder in folders(&root.join("content")) {
        let near = crate::diagnostic::suggest::nearest(&folder, KNOWN);
        if let Some(near) = near.filter(|near| *near != folder) {
            diagnostics.push(report::unknown_folder(
                &SourcePath::new(&format!("content/{folder}")),
                near,
            ));
        }
    }
}
