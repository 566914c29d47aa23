//! PNG and APNG: a signature and chunks.
//!
//! Owns which chunks are the picture, and how much of each. Must never know a pixel.

mod zlib;

use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

use super::pieces::Pieces;
use super::{Problem, Scan, array, icc, malformed, orientation, slice};
use crate::message;
use zlib::Stream;

/// The signature.
pub(super) const MAGIC: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Length, type and checksum.
const FRAMING: usize = 12;
/// The colour type of pixels that are numbers of a palette.
const INDEXED: u8 = 3;
/// 1 / 2.2, as `gAMA` has it.
const SRGB_GAMMA: u32 = 45_455;

/// Reads a file that begins with [`MAGIC`].
pub(super) fn scan(bytes: &[u8]) -> Result<Scan, Problem> {
    let mut reader = Reader::default();
    reader.pieces.keep(0..MAGIC.len());
    let mut at = MAGIC.len();
    loop {
        let length = u32::from_be_bytes(array(bytes, at)?);
        let kind: [u8; 4] = array(bytes, at + 4)?;
        if !kind.iter().all(u8::is_ascii_alphabetic) || length > i32::MAX.unsigned_abs() {
            return Err(malformed(message!("png-chunk")));
        }
        let length = usize::try_from(length).map_err(|_| Problem::Truncated)?;
        let framed = slice(bytes, at, length.saturating_add(FRAMING))?;
        let payload = &framed[8..8 + length];
        let end = at + framed.len();
        if reader.size.is_none() && &kind != b"IHDR" {
            return Err(malformed(message!("png-begins-without-header")));
        }
        match reader.part(&kind, payload)? {
            Part::Whole => reader.pieces.keep(at..end),
            Part::Beginning(length) if length == payload.len() => reader.pieces.keep(at..end),
            Part::Beginning(0) | Part::Nothing => {}
            Part::Beginning(length) => reader.pieces.write(chunk(&kind, &payload[..length])),
            Part::Written(payload) => reader.pieces.write(chunk(&kind, &payload)),
        }
        if &kind == b"IEND" {
            return reader.finish();
        }
        at = end;
    }
}

/// What is kept of a chunk's payload.
enum Part {
    Whole,
    Beginning(usize),
    Written(Vec<u8>),
    Nothing,
}

#[derive(Default)]
struct Reader {
    pieces: Pieces,
    size: Option<(u32, u32)>,
    /// It has more than a few colours: where it hasn't, a smaller version is the larger file.
    is_deep: bool,
    /// Its colours are told by other means than a profile.
    is_odd: bool,
    orientation: Option<u8>,
    frames: u32,
    has_data: bool,
    /// The pixels of the image, or of the frame, that is being read.
    stream: Option<Stream>,
    seen: Vec<[u8; 4]>,
}

impl Reader {
    /// Takes in a chunk.
    fn part(&mut self, kind: &[u8; 4], payload: &[u8]) -> Result<Part, Problem> {
        let length = payload.len();
        Ok(match kind {
            b"IHDR" => {
                self.header(payload)?;
                Part::Whole
            }
            b"IDAT" => {
                self.has_data = true;
                Part::Beginning(self.pixels(payload))
            }
            // The number of the chunk comes first.
            b"fdAT" if length > 4 => match self.pixels(&payload[4..]) {
                0 => Part::Nothing,
                pixels => Part::Beginning(4 + pixels),
            },
            b"acTL" if length == 8 => {
                if !self.has_data {
                    self.frames = array(payload, 0).map_or(0, u32::from_be_bytes);
                }
                Part::Whole
            }
            b"fcTL" if length == 26 => {
                self.stream = None;
                Part::Whole
            }
            b"IEND" if length > 0 => return Err(malformed(message!("png-last-chunk"))),
            b"iCCP" if self.is_first(kind) => profile(payload).map_or(Part::Nothing, Part::Written),
            // Browsers look for it before the pixels only.
            b"eXIf" if !self.has_data && self.is_first(kind) => {
                let orientation = orientation::read(payload);
                self.orientation = Some(orientation);
                match orientation {
                    1 => Part::Nothing,
                    _ => Part::Written(orientation::minimal(orientation).to_vec()),
                }
            }
            _ if self.fits(kind, length) => {
                self.is_odd |= is_odd(kind, payload);
                Part::Whole
            }
            // An upper-case first letter: who doesn't know it must not show the image.
            [first, ..] if first.is_ascii_uppercase() && kind != b"PLTE" => {
                let name = String::from_utf8_lossy(kind).into_owned();
                return Err(malformed(message!("png-unknown-chunk", name)));
            }
            _ => Part::Nothing,
        })
    }

    /// Whether it is one of those that say how to show the pixels, of the length that it
    /// must have.
    fn fits(&mut self, kind: &[u8; 4], length: usize) -> bool {
        let is_fit = match kind {
            b"IEND" => true,
            b"PLTE" => length <= 768 && length.is_multiple_of(3),
            b"tRNS" => length <= 256,
            b"sRGB" => length == 1,
            b"gAMA" | b"cICP" => length == 4,
            b"cHRM" => length == 32,
            b"pHYs" => length == 9,
            b"sBIT" => length <= 4,
            b"bKGD" => length <= 6,
            _ => false,
        };
        is_fit && self.is_first(kind)
    }

    fn is_first(&mut self, kind: &[u8; 4]) -> bool {
        let is_first = !self.seen.contains(kind);
        self.seen.push(*kind);
        is_first
    }

    /// How many of these bytes are pixels.
    fn pixels(&mut self, part: &[u8]) -> usize {
        let (width, height) = self.size.unwrap_or_default();
        // Eight bytes a pixel at most, one a line, and twice the lines when interlaced.
        let most = (u64::from(width) * 8 + 2) * (u64::from(height) + 8);
        let stream = self.stream.get_or_insert_with(|| Stream::new(most));
        stream.take(part)
    }

    fn header(&mut self, payload: &[u8]) -> Result<(), Problem> {
        if payload.len() != 13 {
            return Err(malformed(message!("png-header-length")));
        }
        let width = u32::from_be_bytes(array(payload, 0)?);
        let height = u32::from_be_bytes(array(payload, 4)?);
        let (depth, colours) = (payload[8], payload[9]);
        self.is_deep = depth >= 8 && colours != INDEXED;
        if self.size.replace((width, height)).is_some() {
            return Err(malformed(message!("png-two-headers")));
        }
        Ok(())
    }

    fn finish(self) -> Result<Scan, Problem> {
        let Some((width, height)) = self.size else {
            return Err(malformed(message!("png-no-header")));
        };
        if !self.has_data {
            return Err(malformed(message!("media-no-data")));
        }
        Ok(Scan {
            width,
            height,
            animated: self.frames > 1,
            scalable: self.is_deep && !self.is_odd,
            orientation: self.orientation.unwrap_or(1),
            pieces: self.pieces,
        })
    }
}

/// Whether a chunk gives the pixels other colours than those of sRGB or of a profile.
fn is_odd(kind: &[u8; 4], payload: &[u8]) -> bool {
    kind == b"cICP" || kind == b"gAMA" && payload != SRGB_GAMMA.to_be_bytes()
}

/// A colour profile under no name, with what colours need.
fn profile(payload: &[u8]) -> Option<Vec<u8>> {
    let name = payload.iter().position(|&byte| byte == 0)?;
    let compressed = payload.get(name + 1..)?.strip_prefix(&[0])?;
    let profile = decompress_to_vec_zlib_with_limit(compressed, icc::MAX_LENGTH).ok()?;
    let mut written = b"ICC\0\0".to_vec();
    written.extend(compress_to_vec_zlib(&icc::clean(&profile)?, 6));
    Some(written)
}

/// A chunk with its length and checksum; the payload is one of a file, or shorter.
fn chunk(kind: &[u8; 4], payload: &[u8]) -> Vec<u8> {
    let length = u32::try_from(payload.len()).unwrap_or(u32::MAX);
    let mut bytes = length.to_be_bytes().to_vec();
    bytes.extend_from_slice(kind);
    bytes.extend_from_slice(payload);
    let checksum = crc(&bytes[4..]);
    bytes.extend_from_slice(&checksum.to_be_bytes());
    bytes
}

/// CRC-32 bit by bit: it only sees the few chunks that are rewritten.
fn crc(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for &byte in bytes {
        crc ^= u32::from(byte);
        for _ in 0..8 {
            crc = (crc >> 1) ^ (0xedb8_8320 * (crc & 1));
        }
    }
    !crc
}
