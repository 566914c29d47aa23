//! From staged files to a published site, in steps that may stop anywhere.
//!
//! A commit is planned first, without touching anything, as a list of steps; each is
//! one change of the file system. First the intent: the manifest as it will be. Then
//! the renames, so that each file changes from whole to whole; then the removals;
//! last the intent becomes the manifest. Whatever the list is cut short by, the next
//! build finds every file either in the manifest or in the intent.

use std::collections::{BTreeSet, HashSet};
use std::fs;

use rayon::prelude::*;

use super::case;
use super::error::{self, OutputError};
use super::files;
use super::manifest::{self, Entries};
use super::{Change, Output, Progress, Staged};
use crate::diagnostic::{self, Diagnostic};
use crate::message::Message;
use crate::parallel::BATCH;
use crate::path::OutPath;

/// What a commit did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// New files, sorted.
    pub created: Vec<OutPath>,
    /// Files with new bytes, sorted.
    pub changed: Vec<OutPath>,
    /// How many files were as they should be.
    pub unchanged: usize,
    /// Files that the site no longer has, sorted.
    pub removed: Vec<OutPath>,
    /// What was wrong with the manifest, in words.
    pub notice: Option<Message>,
}

impl Report {
    /// What the user should hear of it.
    pub fn warnings(&self) -> Vec<Diagnostic> {
        let notice = self.notice.iter();
        notice.cloned().map(diagnostic::output::manifest).collect()
    }
}

/// What a commit will do, in order.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) steps: Vec<Step>,
    /// The manifest as it will be.
    pub(super) manifest: String,
    report: Report,
}

/// One change of the file system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// Write down what will be there.
    Intend,
    /// Give a file or folder a name that differs only by case.
    Rename(String, String),
    /// Put a temporary file in its place.
    Place(OutPath, bool),
    /// Remove a file of ours.
    Remove(OutPath),
    /// Remove a folder if it is empty.
    Prune(String),
    /// What was intended is there.
    Finish,
}

#[cfg(all(test, unix))]
impl Plan {
    pub(super) fn report(&self) -> &Report {
        &self.report
    }
}

impl Step {
    /// Neighbours with the same answer may be taken in any order, and at once.
    fn wave(&self) -> (u8, usize) {
        match self {
            Self::Intend => (0, 0),
            Self::Remove(_) => (1, 0),
            // The folder inside goes first.
            Self::Prune(folder) => (2, folder.matches('/').count()),
            Self::Place(path, _) => (3, usize::from(is_page(path))),
            // The folder outside goes first.
            Self::Rename(folder, _) => (4, folder.matches('/').count()),
            Self::Finish => (5, 0),
        }
    }
}

impl Output {
    /// Publishes what was staged, and removes what the last commit wrote and this
    /// one does not. Writes nothing if there is nothing to change.
    pub fn commit(mut self, staged: Vec<Staged>) -> Result<Report, OutputError> {
        let plan = self.plan(staged)?;
        for wave in plan.steps.chunk_by(|a, b| a.wave() == b.wave()) {
            wave.par_iter()
                .with_max_len(BATCH)
                .try_for_each(|step| self.perform(step, &plan.manifest))?;
            // From the intent on, the next build is the one to tidy up.
            self.progress = Progress::Committing;
        }
        // Files that were staged but not handed over.
        let is_place = |step: &&Step| matches!(step, Step::Place(..));
        let placed = plan.steps.iter().filter(is_place).count();
        if self.undo.temporaries() > placed {
            self.roll_back();
        }
        self.progress = Progress::Done;
        self.remove_former_record()?;
        self.remember(&plan.manifest);
        Ok(plan.report)
    }

    /// What a commit would do. Reads, and changes nothing.
    pub(super) fn plan(&self, mut staged: Vec<Staged>) -> Result<Plan, OutputError> {
        staged.sort_by(|a, b| a.path.cmp(&b.path));
        self.check_overlap(&staged)?;
        let entries: Entries = staged
            .iter()
            .map(|file| (file.path.clone(), file.fingerprint))
            .collect();
        let stale = self.judge_stale(&entries)?;
        let mut report = Report {
            notice: self.notice.clone(),
            ..Report::default()
        };
        let renamed: HashSet<&OutPath> = stale.renamed.iter().map(|(_, new)| new).collect();
        for file in &staged {
            match file.change {
                Change::Unchanged if renamed.contains(&file.path) => {
                    report.changed.push(file.path.clone());
                }
                Change::Created => report.created.push(file.path.clone()),
                Change::Changed => report.changed.push(file.path.clone()),
                Change::Unchanged => report.unchanged += 1,
            }
        }
        // A page must not appear before the style sheet and the images that it shows.
        let mut places: Vec<_> = staged
            .iter()
            .filter(|file| file.change != Change::Unchanged)
            .collect();
        places.sort_by_key(|file| is_page(&file.path));

        let mut steps = Vec::with_capacity(places.len() + 2);
        if !places.is_empty() || entries != self.owned || !self.known {
            steps.push(Step::Intend);
            push_removals(&stale.in_the_way, &mut steps);
            let renames = case::renames(&stale.renamed).into_iter();
            steps.extend(renames.map(|(from, to)| Step::Rename(from, to)));
            steps.extend(
                places
                    .iter()
                    .map(|file| Step::Place(file.path.clone(), file.aside)),
            );
            push_removals(&stale.removed, &mut steps);
            steps.push(Step::Finish);
        }
        report.removed = stale.in_the_way;
        report.removed.extend(stale.removed);
        report.removed.sort();
        Ok(Plan {
            steps,
            manifest: manifest::render(&entries),
            report,
        })
    }

    /// Takes one step.
    pub(super) fn perform(&self, step: &Step, manifest: &str) -> Result<(), OutputError> {
        match step {
            Step::Intend => self.intend(manifest),
            Step::Place(path, aside) => self.put(path, *aside),
            Step::Rename(from, to) => {
                let (from, to) = (self.dir.join(from), self.dir.join(to));
                match files::rename(&from, &to) {
                    Err(e) if !files::is_absent(&e) => Err(OutputError::io("rename", &from, e)),
                    _ => Ok(()),
                }
            }
            Step::Remove(path) => {
                let place = self.place(path);
                match files::remove(&place) {
                    Err(e) if !files::is_absent(&e) => Err(OutputError::io("remove", &place, e)),
                    _ => Ok(()),
                }
            }
            Step::Prune(folder) => {
                // Not empty: there is something in it that is not ours to remove.
                let _ = fs::remove_dir(self.dir.join(folder));
                Ok(())
            }
            Step::Finish => {
                let place = self.dir.join(manifest::MANIFEST);
                files::rename(&self.dir.join(manifest::INTENT), &place)
                    .map_err(|e| OutputError::io("write", &place, e))
            }
        }
    }

    fn intend(&self, manifest: &str) -> Result<(), OutputError> {
        // Without staged files there is no such mark yet.
        self.mark()?;
        let place = self.dir.join(manifest::INTENT);
        files::replace(&place, manifest.as_bytes()).map_err(|e| OutputError::io("write", &place, e))
    }

    fn put(&self, path: &OutPath, aside: bool) -> Result<(), OutputError> {
        let place = self.place(path);
        if let (true, Some(folder)) = (aside, place.parent()) {
            files::make_folder(folder, &self.undo, true)
                .map_err(|e| OutputError::io("create-folder", folder, e))?;
        }
        let temporary = self.temporary(path, aside);
        fs::rename(&temporary, &place)
            .or_else(|_| {
                // A folder without files, perhaps left by a build that was killed.
                if place.is_dir() {
                    files::remove_empty(&place);
                }
                files::rename(&temporary, &place)
            })
            .map_err(|e| OutputError::io("write", &place, e))
    }

    /// Refuses a file that another one needs as its folder.
    fn check_overlap(&self, staged: &[Staged]) -> Result<(), OutputError> {
        if staged.iter().all(|file| file.change != Change::Created) {
            return Ok(());
        }
        let files: HashSet<&str> = staged.iter().map(|file| file.path.as_str()).collect();
        for file in staged {
            if let Some(folder) = files::folders_above(&file.path).find(|f| files.contains(f)) {
                return Err(error::file_and_folder(&self.dir.join(folder)));
            }
        }
        Ok(())
    }
}

/// Removals, then the folders that they may leave empty, the innermost first.
fn push_removals(paths: &[OutPath], steps: &mut Vec<Step>) {
    steps.extend(paths.iter().cloned().map(Step::Remove));
    let folders: BTreeSet<&str> = paths.iter().flat_map(files::folders_above).collect();
    let mut folders: Vec<&str> = folders.into_iter().collect();
    folders.sort_by_key(|folder| std::cmp::Reverse(folder.matches('/').count()));
    steps.extend(
        folders
            .into_iter()
            .map(|folder| Step::Prune(folder.to_owned())),
    );
}

fn is_page(path: &OutPath) -> bool {
    path.as_str().ends_with(".html")
}
