//! Where the compressed pixels of a GIF end.
//!
//! Owns counting codes, whose widths and lengths follow from how many there were. Must
//! never know a colour.

const MOST: usize = 4096;
const MAX_WIDTH: u32 = 12;

/// Codes, as they come out of the bytes.
pub(super) struct Codes<I> {
    bytes: I,
    /// Bits that have been read and not used, the lowest first.
    bits: u32,
    count: u32,
    used: usize,
}

impl<I: Iterator<Item = u8>> Codes<I> {
    /// From the data of all sub-blocks.
    pub(super) fn new(bytes: I) -> Self {
        Self {
            bytes,
            bits: 0,
            count: 0,
            used: 0,
        }
    }

    fn next(&mut self, width: u32) -> Option<usize> {
        while self.count < width {
            self.bits |= u32::from(self.bytes.next()?) << self.count;
            self.count += 8;
            self.used += 1;
        }
        let code = self.bits & ((1 << width) - 1);
        self.bits >>= width;
        self.count -= width;
        usize::try_from(code).ok()
    }

    /// How many bytes a decoder reads until it has so many pixels, or the end.
    pub(super) fn length(mut self, least: u8, pixels: u64) -> usize {
        let least = u32::from(least);
        if !(1..=8).contains(&least) {
            return 0;
        }
        let clear = 1_usize << least;
        let end = clear + 1;
        let mut lengths = vec![1_u64; MOST];
        let (mut next, mut width, mut before) = (end + 1, least + 1, None::<usize>);
        let mut left = pixels;
        while let Some(code) = self.next(width) {
            if code == end || left == 0 {
                break;
            }
            if code == clear {
                (next, width, before) = (end + 1, least + 1, None);
                continue;
            }
            // The next code may be the one that it makes; none may be later.
            if code > next || (code == next && before.is_none()) {
                break;
            }
            if let Some(before) = before.filter(|_| next < MOST) {
                lengths[next] = lengths[before] + 1;
                next += 1;
                if next == 1 << width && width < MAX_WIDTH {
                    width += 1;
                }
            }
            left = left.saturating_sub(lengths[code]);
            before = Some(code);
        }
        self.used
    }
}
