//! What the last build was made from, so that one of the same need not be rendered.
//!
//! `.nitton-inputs.json` in the output folder, written after the manifest:
//!
//! ```json
//! {"inputs":"5b…","manifest":"9f…"}
//! ```
//!
//! `inputs` is whatever the caller calls its inputs by; `manifest` is the xxh3-128 of
//! the manifest that came of them. If the two don't fit, or the record is missing or
//! damaged, nothing is known, and that costs no more than time.

use std::fs;

use rayon::prelude::*;

use super::manifest::{self, Fingerprint};
use super::{Output, OutputError, Report, files};
use crate::grain::GRAIN;

/// The record.
pub(super) const INPUTS: &str = ".nitton-inputs.json";

impl Output {
    /// The report of a build that would change nothing: the last one was made from
    /// the same `inputs`, and every one of its `files` is there, byte for byte. A
    /// longer list names files that were kept, of which the user is told again.
    pub fn settled(&self, inputs: u128, files: usize) -> Option<Report> {
        if !self.known || self.notice.is_some() || self.owned.len() != files {
            return None;
        }
        let record = fs::read_to_string(self.dir.join(INPUTS)).ok()?;
        let same = record == record_of(inputs, &manifest::render(&self.owned)) && self.is_whole();
        same.then(|| Report {
            unchanged: self.owned.len(),
            ..Report::default()
        })
    }

    /// Says what the files that will be committed were made from.
    pub fn made_from(&mut self, inputs: u128) {
        self.inputs = Some(inputs);
    }

    /// Whether each file of the manifest is as we wrote it. All bytes are read: a
    /// time of change can be forged, and a power cut may cut short what it left alone.
    fn is_whole(&self) -> bool {
        let files: Vec<_> = self.owned.iter().collect();
        files.par_iter().with_max_len(GRAIN).all(|(path, entry)| {
            let place = self.place(path);
            fs::symlink_metadata(&place)
                .is_ok_and(|found| found.is_file() && found.len() == entry.len)
                && fs::File::open(&place)
                    .and_then(files::fingerprint)
                    .is_ok_and(|found| found == **entry)
        })
    }

    /// Writes the record, if it says something new.
    pub(super) fn remember(&self, manifest: &str) -> Result<(), OutputError> {
        let Some(inputs) = self.inputs else {
            return Ok(());
        };
        let (place, record) = (self.dir.join(INPUTS), record_of(inputs, manifest));
        if fs::read(&place).is_ok_and(|old| old == record.as_bytes()) {
            return Ok(());
        }
        files::replace(&place, record.as_bytes()).map_err(|e| OutputError::io("write", &place, e))
    }
}

fn record_of(inputs: u128, manifest: &str) -> String {
    let manifest = Fingerprint::of(manifest.as_bytes()).hash;
    format!("{{\"inputs\":\"{inputs:032x}\",\"manifest\":\"{manifest:032x}\"}}\n")
}
