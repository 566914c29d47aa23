//! Staging of files that are copied as they are, and may be larger than the memory.
//!
//! Owns reading in pieces. Must never know where the file comes from.

use std::io::{self, Read, Seek};

use super::files::{self, CopyError};
use super::manifest::Fingerprint;
use super::{Output, OutputError, Staged};
use crate::path::OutPath;

/// Why a file was not copied.
#[derive(Debug)]
pub enum Uncopied {
    /// It can't be read.
    Unreadable(io::Error),
    /// It can't be written.
    Output(OutputError),
}

impl Output {
    /// As [`Output::stage`], with `len` bytes from the beginning of `source`, which is
    /// read in pieces: twice if a file of that length is there already.
    pub fn stage_copy(
        &self,
        path: &OutPath,
        source: &mut (impl Read + Seek),
        len: u64,
    ) -> Result<Staged, Uncopied> {
        let mut known = None;
        let compared = self.compare(path, len, |file| {
            known = files::same(file, source, len)?;
            Ok(known.is_some())
        });
        let (change, aside) = compared.map_err(Uncopied::Output)?;
        let fingerprint = match known {
            Some(fingerprint) => fingerprint,
            None => self.copy(path, source, aside)?,
        };
        Ok(Staged {
            path: path.clone(),
            fingerprint,
            change,
            aside,
        })
    }

    fn copy(
        &self,
        path: &OutPath,
        source: &mut (impl Read + Seek),
        aside: bool,
    ) -> Result<Fingerprint, Uncopied> {
        source.rewind().map_err(Uncopied::Unreadable)?;
        let masked = self.mark().map_err(Uncopied::Output)?;
        let file = self.create(path, aside, masked).map_err(Uncopied::Output)?;
        files::copy(source, file, masked).map_err(|error| match error {
            CopyError::Read(e) => Uncopied::Unreadable(e),
            CopyError::Write(e) => Uncopied::Output(OutputError::io("write", &self.place(path), e)),
        })
    }
}
