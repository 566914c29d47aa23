//! GIF: a screen, then blocks made of sub-blocks.
//!
//! Owns which extensions are the picture. Must never unpack a frame.

mod lzw;

use std::ops::Range;

use super::pieces::Pieces;
use super::publishable::MAX_SIDE;
use super::{Problem, Scan, array, malformed, slice};
use crate::message;
use lzw::Codes;

/// The two versions.
pub(super) const MAGICS: [&[u8]; 2] = [b"GIF87a", b"GIF89a"];

const SCREEN: usize = 13;
const COLOURS: u8 = 0x80;

/// Reads a file that begins with one of [`MAGICS`].
pub(super) fn scan(bytes: &[u8]) -> Result<Scan, Problem> {
    let screen = slice(bytes, 0, SCREEN)?;
    let mut at = SCREEN + colours(screen[10]);
    slice(bytes, 0, at)?;
    let mut reader = Reader {
        bytes,
        pieces: Pieces::default(),
        control: None,
        frames: 0,
    };
    reader.pieces.keep(0..at);
    loop {
        let [kind] = array(bytes, at)?;
        at = match kind {
            0x2c => reader.frame(at)?,
            0x21 => reader.extension(at)?,
            0x3b => {
                reader.flush();
                reader.pieces.keep(at..at + 1);
                break;
            }
            // Padding that decoders skip.
            0x00 => at + 1,
            _ => {
                return Err(malformed(message!(
                    "gif-block",
                    block = format!("{kind:02X}"),
                    at = at.to_string()
                )));
            }
        };
    }
    if reader.frames == 0 {
        return Err(malformed(message!("gif-no-frame")));
    }
    Ok(Scan {
        width: u32::from(u16::from_le_bytes(array(bytes, 6)?)),
        height: u32::from(u16::from_le_bytes(array(bytes, 8)?)),
        animated: reader.frames > 1,
        scalable: false,
        orientation: 1,
        pieces: reader.pieces,
    })
}

struct Reader<'a> {
    bytes: &'a [u8],
    pieces: Pieces,
    /// A graphic control that waits for the frame, or the text, it belongs to.
    control: Option<Range<usize>>,
    frames: usize,
}

impl Reader<'_> {
    fn flush(&mut self) {
        if let Some(control) = self.control.take() {
            self.pieces.keep(control);
        }
    }

    fn frame(&mut self, at: usize) -> Result<usize, Problem> {
        let descriptor = slice(self.bytes, at, 10)?;
        // Browsers enlarge the screen to the frame: it is a claim like the header's.
        let width = u32::from(u16::from_le_bytes([descriptor[5], descriptor[6]]));
        let height = u32::from(u16::from_le_bytes([descriptor[7], descriptor[8]]));
        if width > MAX_SIDE || height > MAX_SIDE {
            return Err(Problem::TooLarge { width, height });
        }
        // The byte between colours and data is the least code size.
        let data = at + 10 + colours(descriptor[9]) + 1;
        let end = sub_blocks(self.bytes, data)?;
        let [least] = array(self.bytes, data - 1)?;
        self.flush();
        self.pieces.keep(at..data);
        self.pixels(data, least, u64::from(width) * u64::from(height));
        self.frames += 1;
        Ok(end)
    }

    /// Keeps of the sub-blocks from `at` what a decoder reads.
    fn pixels(&mut self, at: usize, least: u8, pixels: u64) {
        let data = blocks(self.bytes, at)
            .flat_map(|block| &self.bytes[block])
            .copied();
        let mut left = Codes::new(data).length(least, pixels);
        for block in blocks(self.bytes, at) {
            let length = block.len().min(left);
            left -= length;
            match u8::try_from(length) {
                Ok(0) | Err(_) => {}
                Ok(_) if length == block.len() => self.pieces.keep(block.start - 1..block.end),
                Ok(short) => {
                    self.pieces.write([short]);
                    self.pieces.keep(block.start..block.start + length);
                }
            }
        }
        self.pieces.write([0]);
    }

    fn extension(&mut self, at: usize) -> Result<usize, Problem> {
        let [label] = array(self.bytes, at + 1)?;
        let end = sub_blocks(self.bytes, at + 2)?;
        match label {
            0xf9 => {
                self.flush();
                self.control = Some(at..end);
            }
            0xff if is_loop(&self.bytes[at + 2..end]) => {
                self.flush();
                self.pieces.keep(at..end);
            }
            // Plain text: what controlled it goes with it, or it would control the next frame.
            0x01 => self.control = None,
            _ => {}
        }
        Ok(end)
    }
}

/// Whether an application extension says how often to repeat, and nothing else.
fn is_loop(blocks: &[u8]) -> bool {
    let (name, rest) = blocks.split_at_checked(12).unwrap_or_default();
    let is_known = name == b"\x0bNETSCAPE2.0" || name == b"\x0bANIMEXTS1.0";
    is_known && matches!(rest, [3, 1, _, _, 0])
}

/// The length of the colour table that a flags byte announces.
fn colours(flags: u8) -> usize {
    if flags & COLOURS == 0 {
        0
    } else {
        3 << ((flags & 7) + 1)
    }
}

/// The contents of the sub-blocks from `at`, which are all there.
fn blocks(bytes: &[u8], at: usize) -> impl Iterator<Item = Range<usize>> {
    let mut at = at;
    std::iter::from_fn(move || {
        let length = usize::from(*bytes.get(at)?);
        let block = at + 1..at + 1 + length;
        at = block.end;
        (length > 0).then_some(block)
    })
}

/// Where the sub-blocks from `at` end, their terminator included.
fn sub_blocks(bytes: &[u8], at: usize) -> Result<usize, Problem> {
    let mut at = at;
    loop {
        let [length] = array(bytes, at)?;
        at += 1 + usize::from(length);
        if length == 0 {
            return Ok(at);
        }
    }
}
