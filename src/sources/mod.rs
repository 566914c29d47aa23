//! Which files a site consists of, their bytes and hashes: the only reader.
//!
//! Owns the walk through the site's folder, the kind of each file by its path alone,
//! and what is said of files that can't be read. Must never know what front matter is.

mod kind;
mod text;
mod walk;

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;
use xxhash_rust::xxh3::xxh3_128;

use crate::diagnostic::{Diagnostic, Parsed, source as report};
use crate::path::SourcePath;

pub use kind::{Ignored, Kind};

/// The largest text file that is read, in bytes.
pub const TEXT_LIMIT: u64 = 16 * 1024 * 1024;

/// What is kept of a file in memory.
#[derive(Debug, Clone)]
pub enum Content {
    /// UTF-8 as it stands in the file, with its BOM and line ends, so that positions
    /// count in the file.
    Text(Arc<str>),
    /// Bytes of a theme.
    Bytes(Arc<[u8]>),
    /// Nothing: it is read when it is published.
    OnDisk,
}

/// A file of the site.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Its name in the site.
    pub path: SourcePath,
    /// What it is.
    pub kind: Kind,
    /// Its content, where it is kept.
    pub content: Content,
    /// Its length in bytes.
    pub len: u64,
    /// XXH3-128 of its bytes; 0 for those that stay on disk.
    pub hash: u128,
    disk: PathBuf,
}

/// All files of the site.
#[derive(Debug, Default)]
pub struct Sources {
    files: BTreeMap<SourcePath, SourceFile>,
}

/// What is read.
#[derive(Debug, Clone)]
pub struct LoadOptions {
    /// The configuration, relative to the root or absolute.
    pub config: PathBuf,
    /// The output folder, which is never read.
    pub output: PathBuf,
}

/// The site's folder itself can't be read.
#[derive(Debug)]
pub struct SourceError {
    root: PathBuf,
    error: io::Error,
}

impl fmt::Display for SourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the folder {} can't be read: {}; give the site's folder with --root",
            self.root.display(),
            self.error
        )
    }
}

impl std::error::Error for SourceError {}

impl Sources {
    /// Reads a site. Files that can't be read are reported, and the rest goes on.
    pub fn load(root: &Path, options: &LoadOptions) -> Result<Parsed<Self>, SourceError> {
        let failed = |error| SourceError {
            root: root.to_owned(),
            error,
        };
        let canonical = fs::canonicalize(root).map_err(failed)?;
        fs::read_dir(&canonical).map_err(failed)?;
        let mut diagnostics = Vec::new();
        let mut found = walk::walk(&canonical, &options.output, &mut diagnostics);
        find_config(&canonical, &options.config, &mut found, &mut diagnostics);
        let read: Vec<Result<(SourceFile, Vec<Diagnostic>), Box<Diagnostic>>> =
            found.into_par_iter().map(read).collect();
        let mut files: BTreeMap<SourcePath, SourceFile> = BTreeMap::new();
        for result in read {
            match result {
                Ok((file, found)) => {
                    diagnostics.extend(found);
                    if let Some(other) = files.get(&file.path) {
                        diagnostics.push(report::same_name(&other.path, &file.disk, &other.disk));
                    } else {
                        files.insert(file.path.clone(), file);
                    }
                }
                Err(diagnostic) => diagnostics.push(*diagnostic),
            }
        }
        report_case_collisions(&files, &mut diagnostics);
        Ok(Parsed {
            value: Some(Self { files }),
            diagnostics,
        })
    }

    /// A file by its name.
    pub fn get(&self, path: &SourcePath) -> Option<&SourceFile> {
        self.files.get(path)
    }

    /// A text file's text.
    pub fn text(&self, path: &SourcePath) -> Option<&str> {
        match &self.files.get(path)?.content {
            Content::Text(text) => Some(text),
            Content::Bytes(bytes) => std::str::from_utf8(bytes).ok(),
            Content::OnDisk => None,
        }
    }

    /// The files of one kind, in the order of their paths.
    pub fn iter_kind(&self, kind: Kind) -> impl Iterator<Item = &SourceFile> {
        self.files.values().filter(move |file| file.kind == kind)
    }

    /// A file's bytes, read from the disk.
    pub fn read(&self, path: &SourcePath) -> io::Result<Vec<u8>> {
        let file = self.files.get(path).ok_or(io::ErrorKind::NotFound)?;
        fs::read(&file.disk)
    }
}

/// A file that the walk found.
struct Found {
    path: SourcePath,
    kind: Kind,
    disk: PathBuf,
    len: u64,
}

/// Adds the configuration, or says how to come by one.
fn find_config(
    root: &Path,
    config: &Path,
    found: &mut Vec<Found>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let disk = root.join(config);
    let inside = disk
        .strip_prefix(root)
        .unwrap_or(config)
        .to_string_lossy()
        .replace('\\', "/");
    let path = SourcePath::new(&inside);
    match fs::metadata(&disk) {
        Ok(metadata) if metadata.is_file() => {
            found.push(Found {
                path,
                kind: Kind::Config,
                disk,
                len: metadata.len(),
            });
        }
        _ => {
            let others = [
                "site.yml",
                "config.yaml",
                "config.yml",
                "_config.yml",
                "hugo.yaml",
                "hugo.toml",
                "config.toml",
            ];
            let other = others.into_iter().find(|name| root.join(name).is_file());
            diagnostics.push(report::no_config(&path, other));
        }
    }
}

fn read(found: Found) -> Result<(SourceFile, Vec<Diagnostic>), Box<Diagnostic>> {
    let Found {
        path,
        kind,
        disk,
        len,
    } = found;
    if matches!(kind, Kind::Media | Kind::Static) {
        // Opening is cheap, and tells now what would stop the build at its end.
        fs::File::open(&disk).map_err(|error| Box::new(report::unreadable(&path, &error)))?;
        return Ok((
            SourceFile {
                path,
                kind,
                content: Content::OnDisk,
                len,
                hash: 0,
                disk,
            },
            Vec::new(),
        ));
    }
    if len > TEXT_LIMIT {
        return Err(Box::new(report::too_large(&path, len, TEXT_LIMIT)));
    }
    let bytes = fs::read(&disk).map_err(|error| Box::new(report::unreadable(&path, &error)))?;
    let (len, hash) = (bytes.len() as u64, xxh3_128(&bytes));
    let file = |content| SourceFile {
        path: path.clone(),
        kind,
        content,
        len,
        hash,
        disk: disk.clone(),
    };
    if kind == Kind::Theme && !text::is_text(&path) {
        return Ok((file(Content::Bytes(bytes.into())), Vec::new()));
    }
    let text = text::decode(&path, bytes)?;
    let diagnostics = text::check(&path, &text);
    Ok((file(Content::Text(text.into())), diagnostics))
}

/// Names that differ in case alone are one file on many systems and hosts.
fn report_case_collisions(
    files: &BTreeMap<SourcePath, SourceFile>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut folded: Vec<(String, &SourcePath)> = files
        .keys()
        .map(|path| (path.as_str().to_lowercase(), path))
        .collect();
    folded.sort();
    for pair in folded.windows(2) {
        if pair[0].0 == pair[1].0 {
            diagnostics.push(report::case_collision(pair[1].1, pair[0].1));
        }
    }
}
