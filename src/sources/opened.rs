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

    /// Writes the bytes of `part`; zeros where the file has become shorter, since somebody
    /// has been promised so many bytes and waits for them.
    pub fn send(&self, part: Range<u64>, to: &mut dyn Write) -> io::Result<()> {
        let mut file = &self.file;
        file.seek(SeekFrom::Start(part.start))?;
        let mut promised = file.chain(io::repeat(0)).take(part.end - part.start);
        io::copy(&mut promised, to)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_became_shorter_has_the_length_that_was_promised() {
        let mut file = tempfile::tempfile().expect("a file");
        file.write_all(b"0123456789").expect("room");
        let opened = Opened { file, len: 20 };
        let mut sent = Vec::new();
        opened.send(5..15, &mut sent).expect("memory");
        assert_eq!(sent, b"56789\0\0\0\0\0");
    }
}
