//! Versions of pictures in a build: the longest work first, each picture unpacked once.
//!
//! Owns their order, and what is said of the bytes that readers are spared. Must never
//! know how a version is made.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::diagnostic::Diagnostic;
use crate::message;
use crate::message::{Arg, Message};
use crate::output::{Change, Output, OutputError, Staged};
use crate::path::SourcePath;
use crate::pipeline::Ready;
use crate::routes::{Entry, Route};
use crate::sources::Sources;
use crate::versions::Versions;

use super::build::Failure;
use super::progress::Progress;

/// What was made of pictures.
#[derive(Debug, Default)]
pub(super) struct Saved {
    pictures: usize,
    files: usize,
    /// Bytes of the pictures.
    before: u64,
    /// Bytes that a reader of all of them fetches on the widest screen.
    after: u64,
}

/// Stages the versions of all pictures.
pub(super) fn stage(
    ready: &Ready,
    sources: &Sources,
    session: &Output,
    versions: &Versions,
    progress: &Progress,
) -> (Vec<Result<Staged, Failure>>, Option<Saved>) {
    let mut pictures: BTreeMap<&SourcePath, Vec<&Entry>> = BTreeMap::new();
    for entry in &ready.routes.entries {
        if let Route::Version(path, _) = &entry.route {
            pictures.entry(path).or_default().push(entry);
        }
    }
    let mut pictures: Vec<(&SourcePath, Vec<&Entry>)> = pictures.into_iter().collect();
    let pixels = |path: &SourcePath| {
        let image = ready.files.get(path).and_then(|file| file.image);
        image.map_or(0, |image| u64::from(image.width) * u64::from(image.height))
    };
    pictures.sort_by_key(|(path, _)| Reverse(pixels(path)));
    let staged = pictures.par_iter().with_max_len(1);
    let staged: Vec<Vec<Result<Staged, Failure>>> = staged
        .map(|(path, entries)| {
            let staged = picture(path, entries, (ready, sources), session, versions);
            entries.iter().for_each(|_| progress.step());
            staged.unwrap_or_else(|found| vec![Err(Failure::Content(found))])
        })
        .collect();
    let mut saved = Saved::default();
    for ((path, entries), staged) in pictures.iter().zip(&staged) {
        let made = staged.iter().flatten();
        let made = made.filter(|staged| staged.change() != Change::Unchanged);
        let made = made.count();
        if made > 0 {
            saved.pictures += 1;
            saved.files += made;
            saved.before += ready.files.get(path).map_or(0, |file| file.len);
            saved.after += widest(entries, staged);
        }
    }
    let saved = (saved.pictures > 0).then_some(saved);
    (staged.into_iter().flatten().collect(), saved)
}

/// The bytes of the smallest file among the widest versions.
fn widest(entries: &[&Entry], staged: &[Result<Staged, Failure>]) -> u64 {
    let sizes = entries.iter().zip(staged).filter_map(|(entry, staged)| {
        let Route::Version(_, recipe) = &entry.route else {
            return None;
        };
        Some((Reverse(recipe.width), staged.as_ref().ok()?.len()))
    });
    sizes.min().map_or(0, |(_, len)| len)
}

/// Stages the versions of one picture.
fn picture(
    path: &SourcePath,
    entries: &[&Entry],
    (ready, sources): (&Ready, &Sources),
    session: &Output,
    versions: &Versions,
) -> Result<Vec<Result<Staged, Failure>>, Box<Diagnostic>> {
    let recipes = entries.iter().filter_map(|entry| match &entry.route {
        Route::Version(_, recipe) => Some(*recipe),
        _ => None,
    });
    let recipes: Vec<_> = recipes.collect();
    let made = versions.make(path, &recipes, &ready.files, sources)?;
    let staged = entries.iter().zip(made).map(|(entry, bytes)| {
        let staged: Result<Staged, OutputError> = session.stage(&entry.url.to_out_path(), &bytes);
        staged.map_err(Failure::Output)
    });
    Ok(staged.collect())
}

impl Saved {
    /// One line on it.
    pub(super) fn line(&self) -> Message {
        message!(
            "build-pictures",
            pictures = message!("count-pictures", count = self.pictures),
            before = size(self.before),
            files = message!("count-files", count = self.files),
            after = size(self.after)
        )
    }
}

/// `3,4 MB`, with the decimal sign of the language, or `340 kB`.
fn size(bytes: u64) -> Arg {
    if bytes < 1_000_000 {
        let count = bytes.div_ceil(1_000).to_string();
        return message!("cli-kilobytes", count).into();
    }
    let tenths = (bytes + 50_000) / 100_000;
    let (whole, tenth) = ((tenths / 10).to_string(), (tenths % 10).to_string());
    message!("cli-megabytes", whole, tenth).into()
}
