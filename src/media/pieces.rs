//! The parts of a file that are kept, in order, and the few bytes that are rewritten.
//!
//! Owns the assembly of the clean file. Must never know a format.

use std::borrow::Cow;
use std::ops::Range;

/// A file in the making. Its memory is bounded by the number of parts, its output
/// by the input's length and the few bytes inserted.
#[derive(Debug, Default)]
pub(super) struct Pieces(Vec<Piece>);

#[derive(Debug)]
enum Piece {
    Kept(Range<usize>),
    Written(Vec<u8>),
}

impl Pieces {
    /// Keeps a range of the original.
    pub(super) fn keep(&mut self, range: Range<usize>) {
        if range.is_empty() {
            return;
        }
        match self.0.last_mut() {
            Some(Piece::Kept(last)) if last.end == range.start => last.end = range.end,
            _ => self.0.push(Piece::Kept(range)),
        }
    }

    /// Writes bytes that aren't in the original, or not like this.
    pub(super) fn write(&mut self, bytes: impl Into<Vec<u8>>) {
        let bytes = bytes.into();
        if !bytes.is_empty() {
            self.0.push(Piece::Written(bytes));
        }
    }

    /// Adds another's parts after its own.
    pub(super) fn append(&mut self, other: Self) {
        for piece in other.0 {
            match piece {
                Piece::Kept(range) => self.keep(range),
                written @ Piece::Written(_) => self.0.push(written),
            }
        }
    }

    /// How many bytes the parts have together.
    pub(super) fn len(&self) -> usize {
        self.0
            .iter()
            .map(|piece| match piece {
                Piece::Kept(range) => range.len(),
                Piece::Written(bytes) => bytes.len(),
            })
            .sum()
    }

    /// The clean file: the original itself when nothing changed.
    pub(super) fn assemble(self, original: &[u8]) -> Cow<'_, [u8]> {
        if let [Piece::Kept(range)] = self.0.as_slice()
            && *range == (0..original.len())
        {
            return Cow::Borrowed(original);
        }
        let mut clean = Vec::with_capacity(self.len());
        for piece in &self.0 {
            match piece {
                Piece::Kept(range) => {
                    clean.extend_from_slice(original.get(range.clone()).unwrap_or_default());
                }
                Piece::Written(bytes) => clean.extend_from_slice(bytes),
            }
        }
        if clean == original {
            Cow::Borrowed(original)
        } else {
            Cow::Owned(clean)
        }
    }
}
