//! What the last build was made from, so that one of the same need not be rendered.
//!
//! A line for each output folder, outside of all of them, in [`Store`]:
//!
//! ```json
//! {"output":"public","inputs":"5b…","manifest":"9f…"}
//! ```
//!
//! `inputs` is whatever the caller calls its inputs by, drafts among them, which is why
//! it must never be published; `manifest` is the xxh3-128 of the manifest that came of
//! them. If the two don't fit, or the record is missing or damaged, nothing is known,
//! and that costs no more than time.

use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde_json::json;
use xxhash_rust::xxh3::xxh3_128;

use super::manifest::{self, Fingerprint};
use super::{Output, OutputError, Report, files};
use crate::held;
use crate::parallel::BATCH;
use crate::store::Store;

/// The folder of the records.
const BUILDS: &str = "builds";
/// Where earlier versions kept the record: in the output, for all to see.
const FORMER: &str = ".nitton-inputs.json";

/// What is remembered of the builds into one output folder.
#[derive(Debug)]
pub struct Builds {
    store: Store,
    root: PathBuf,
}

/// Word of the inputs of the build under way.
#[derive(Debug)]
pub(super) struct Record {
    builds: Builds,
    inputs: u128,
}

impl Builds {
    /// Those of the site at `root`.
    pub fn of(root: &Path) -> Self {
        let root = fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
        Self {
            store: Store::of(&root),
            root,
        }
    }

    /// How an output folder is called: a site that is moved takes those inside along.
    fn name<'a>(&self, dir: &'a Path) -> &'a Path {
        dir.strip_prefix(&self.root).unwrap_or(dir)
    }

    fn place(name: &Path) -> String {
        let hash = xxh3_128(name.as_os_str().as_encoded_bytes());
        format!("{BUILDS}/{hash:032x}.json")
    }

    fn write(&self, dir: &Path, record: &str) -> std::io::Result<()> {
        let place = Self::place(self.name(dir));
        let old = self.store.read(&place);
        if old.as_deref() == Some(record.as_bytes()) {
            return Ok(());
        }
        if old.is_none() {
            self.forget_lost();
        }
        self.store.write(&place, record.as_bytes())
    }

    /// Removes records of folders that are gone, as throw-away ones soon are.
    fn forget_lost(&self) {
        for name in self.store.names(BUILDS) {
            let place = format!("{BUILDS}/{name}");
            let record = self.store.read(&place).unwrap_or_default();
            let record: serde_json::Value = serde_json::from_slice(&record).unwrap_or_default();
            let output = record["output"].as_str();
            if output.is_none_or(|output| !self.root.join(output).is_dir()) {
                self.store.remove(&place);
            }
        }
    }
}

impl Output {
    /// The report of a build that would change nothing: the last one was made from
    /// the same `inputs`, and every one of its `files` is there, byte for byte.
    pub fn if_up_to_date(&self, builds: &Builds, inputs: u128, files: usize) -> Option<Report> {
        if !self.known || self.notice.is_some() || self.owned.len() != files {
            return None;
        }
        let name = builds.name(&self.dir);
        let record = builds.store.read(&Builds::place(name))?;
        let same = record == record_of(name, inputs, &manifest::render(&self.owned)).as_bytes();
        let is_clean = !self.dir.join(FORMER).exists();
        (same && is_clean && self.is_whole()).then(|| Report {
            unchanged: self.owned.len(),
            ..Report::default()
        })
    }

    /// Says what the files that will be committed were made from.
    pub fn made_from(&mut self, builds: Builds, inputs: u128) {
        self.record = Some(Record { builds, inputs });
    }

    /// Whether each file of the manifest is as we wrote it. All bytes are read: a
    /// time of change can be forged, and a power cut may cut short what it left alone.
    fn is_whole(&self) -> bool {
        let files: Vec<_> = self.owned.iter().collect();
        files.par_iter().with_max_len(BATCH).all(|(path, entry)| {
            let place = self.place(path);
            fs::symlink_metadata(&place)
                .is_ok_and(|found| found.is_file() && found.len() == entry.len)
                && held::open(&place)
                    .and_then(files::fingerprint)
                    .is_ok_and(|found| found == **entry)
        })
    }

    /// Writes the record. Without it the next build takes longer, and that is all.
    pub(super) fn remember(&self, manifest: &str) {
        if let Some(Record { builds, inputs }) = &self.record {
            let record = record_of(builds.name(&self.dir), *inputs, manifest);
            let _ = builds.write(&self.dir, &record);
        }
    }

    /// Removes what earlier versions have left of unpublished files.
    pub(super) fn remove_former_record(&self) -> Result<(), OutputError> {
        let place = self.dir.join(FORMER);
        match files::remove(&place) {
            Err(e) if !files::is_absent(&e) => Err(OutputError::io("remove", &place, e)),
            _ => Ok(()),
        }
    }
}

fn record_of(name: &Path, inputs: u128, manifest: &str) -> String {
    let manifest = Fingerprint::of(manifest.as_bytes()).hash;
    let record = json!({
        "output": name.to_string_lossy(),
        "inputs": format!("{inputs:032x}"),
        "manifest": format!("{manifest:032x}"),
    });
    format!("{record}\n")
}
