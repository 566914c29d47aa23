//! PNG and APNG: a signature and chunks.
//!
//! Owns which chunks are the picture. Must never inflate one.

use super::pieces::Pieces;
use super::{Problem, Scan, array, exif, malformed, slice};

/// The signature.
pub(super) const MAGIC: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Length, type and checksum.
const FRAMING: usize = 12;

/// Reads a file that begins with [`MAGIC`].
pub(super) fn scan(bytes: &[u8]) -> Result<Scan, Problem> {
    let mut reader = Reader::default();
    reader.pieces.keep(0..MAGIC.len());
    let mut at = MAGIC.len();
    loop {
        let length = u32::from_be_bytes(array(bytes, at)?);
        let kind: [u8; 4] = array(bytes, at + 4)?;
        if !kind.iter().all(u8::is_ascii_alphabetic) || length > i32::MAX.unsigned_abs() {
            return Err(malformed("a chunk has no name or an impossible length"));
        }
        let length = usize::try_from(length).map_err(|_| Problem::Truncated)?;
        let framed = slice(bytes, at, length.saturating_add(FRAMING))?;
        let payload = &framed[8..8 + length];
        let end = at + framed.len();
        if reader.size.is_none() && &kind != b"IHDR" {
            return Err(malformed("it doesn't begin with its header"));
        }
        if reader.keeps(&kind, payload)? {
            reader.pieces.keep(at..end);
        }
        if &kind == b"IEND" {
            return reader.finish();
        }
        at = end;
    }
}

#[derive(Default)]
struct Reader {
    pieces: Pieces,
    size: Option<(u32, u32)>,
    orientation: Option<u8>,
    frames: u32,
    has_data: bool,
}

impl Reader {
    /// Takes in a chunk; whether it stays as it is.
    fn keeps(&mut self, kind: &[u8; 4], payload: &[u8]) -> Result<bool, Problem> {
        match kind {
            b"IHDR" => self.header(payload)?,
            b"IDAT" => self.has_data = true,
            b"IEND" if !payload.is_empty() => {
                return Err(malformed("its last chunk isn't empty"));
            }
            b"acTL" if !self.has_data => {
                self.frames = array(payload, 0).map_or(0, u32::from_be_bytes);
            }
            b"eXIf" => {
                self.exif(payload);
                return Ok(false);
            }
            b"PLTE" | b"IEND" | b"iCCP" | b"sRGB" | b"gAMA" | b"cHRM" | b"tRNS" | b"pHYs"
            | b"sBIT" | b"bKGD" | b"hIST" | b"sPLT" | b"cICP" | b"acTL" | b"fcTL" | b"fdAT" => {}
            // An upper-case first letter: who doesn't know it must not show the image.
            [first, ..] if first.is_ascii_uppercase() => {
                let name = String::from_utf8_lossy(kind);
                return Err(malformed(format!(
                    "it needs the chunk `{name}`, which browsers don't know"
                )));
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn header(&mut self, payload: &[u8]) -> Result<(), Problem> {
        if payload.len() != 13 {
            return Err(malformed("its header has the wrong length"));
        }
        let width = u32::from_be_bytes(array(payload, 0)?);
        let height = u32::from_be_bytes(array(payload, 4)?);
        if self.size.replace((width, height)).is_some() {
            return Err(malformed("it has two headers"));
        }
        Ok(())
    }

    /// Keeps nothing but the first EXIF's orientation, where it matters.
    fn exif(&mut self, payload: &[u8]) {
        if self.orientation.is_some() {
            return;
        }
        let orientation = exif::orientation(payload);
        self.orientation = Some(orientation);
        if orientation != 1 {
            self.pieces
                .write(chunk(b"eXIf", &exif::minimal(orientation)));
        }
    }

    fn finish(self) -> Result<Scan, Problem> {
        let Some((width, height)) = self.size else {
            return Err(malformed("it has no header"));
        };
        if !self.has_data {
            return Err(malformed("it has no image data"));
        }
        Ok(Scan {
            width,
            height,
            animated: self.frames > 1,
            orientation: self.orientation.unwrap_or(1),
            pieces: self.pieces,
        })
    }
}

/// A short chunk with its length and checksum.
fn chunk(kind: &[u8; 4], payload: &[u8; 26]) -> Vec<u8> {
    let mut bytes = vec![0, 0, 0, 26];
    bytes.extend_from_slice(kind);
    bytes.extend_from_slice(payload);
    let checksum = crc(&bytes[4..]);
    bytes.extend_from_slice(&checksum.to_be_bytes());
    bytes
}

/// CRC-32 bit by bit: it only ever sees 30 bytes.
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
