//! The text of an element, put together from its pieces.
//!
//! Owns the way back from a place in the text to one in the file. Must never know
//! what the text says.

/// A text and where its pieces stand.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    text: String,
    /// Where a piece begins in the text and in the file.
    pieces: Vec<(usize, usize)>,
}

impl Gathered {
    /// Adds a piece that stands at `at` in the file.
    pub(super) fn push(&mut self, piece: &str, at: usize) {
        self.pieces.push((self.text.len(), at));
        self.text.push_str(piece);
    }

    /// All of it.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Where a byte of the text stands in the file.
    pub(super) fn place(&self, byte: usize) -> usize {
        let after = self.pieces.partition_point(|(start, _)| *start <= byte);
        let (start, at) = after
            .checked_sub(1)
            .map_or((0, 0), |index| self.pieces[index]);
        at + (byte - start)
    }
}
