//! Where the compressed pixels of a PNG end.
//!
//! Owns unpacking them into nothing. Must never know a pixel.

use miniz_oxide::inflate::stream::{InflateState, inflate};
use miniz_oxide::{DataFormat, MZError, MZFlush, MZStatus};

/// A stream that comes in parts.
pub(super) struct Stream {
    state: Box<InflateState>,
    /// How much may still come out of it: nobody needs more than the pixels.
    left: u64,
    ended: bool,
}

impl Stream {
    /// One of which at most `most` bytes can come.
    pub(super) fn new(most: u64) -> Self {
        Self {
            state: InflateState::new_boxed(DataFormat::Zlib),
            left: most,
            ended: false,
        }
    }

    /// How many bytes of the next part belong to the stream; all where that can't be
    /// known, because it is broken.
    pub(super) fn take(&mut self, part: &[u8]) -> usize {
        let mut scratch = [0; 1 << 15];
        let mut at = 0;
        while self.left > 0 {
            let result = inflate(&mut self.state, &part[at..], &mut scratch, MZFlush::None);
            at += result.bytes_consumed;
            let written = u64::try_from(result.bytes_written).unwrap_or(u64::MAX);
            self.left = self.left.saturating_sub(written);
            match result.status {
                Ok(MZStatus::StreamEnd) => {
                    self.ended = true;
                    self.left = 0;
                    return at;
                }
                Ok(_) => {}
                // It wants more.
                Err(MZError::Buf) => return part.len(),
                Err(_) => self.left = 0,
            }
        }
        match self.ended {
            true => 0,
            false => part.len(),
        }
    }
}
