//! A file of the site that is read piece by piece, because it may be larger than the memory.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::ops::Range;

/// An open file and the length that it had when it was opened.
#[derive(Debug)]
pub struct Opened {
    pub(super) file: File,
    pub(super) len: u64,
}

impl Opened {
    /// Its length in bytes.
    pub fn length(&self) -> u64 {
        self.len
    }

    /// The file, to be read from where it stands.
    pub fn reader(&mut self) -> &mut (impl Read + Seek + use<>) {
        &mut self.file
    }

    /// Writes the bytes of `part`.
    pub fn send(&self, part: Range<u64>, to: &mut dyn Write) -> io::Result<()> {
        let mut file = &self.file;
        file.seek(SeekFrom::Start(part.start))?;
        io::copy(&mut file.take(part.end - part.start), to)?;
        Ok(())
    }
}
