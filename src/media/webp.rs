//! WebP: chunks in a RIFF container.
//!
//! Owns which chunks are the picture, and the sizes and flags that change with
//! them. Browsers don't turn a WebP, whatever its EXIF says. Must never decode VP8.

use super::pieces::Pieces;
use super::{Problem, Scan, array, icc, malformed, slice};
use crate::message;

const RIFF_HEADER: usize = 12;
const CHUNK_HEADER: usize = 8;
/// What an animation frame says before its chunks.
const FRAME_HEADER: usize = 16;
const FLAG_XMP: u8 = 0x04;
const FLAG_EXIF: u8 = 0x08;
const FLAG_PROFILE: u8 = 0x20;

/// Reads a file that begins with `RIFF….WEBP`.
pub(super) fn scan(bytes: &[u8]) -> Result<Scan, Problem> {
    let riff = usize::try_from(u32::from_le_bytes(array(bytes, 4)?))
        .map_err(|_| Problem::Truncated)?
        .saturating_add(CHUNK_HEADER);
    let file = slice(bytes, 0, riff)?;
    let mut reader = Reader::default();
    let mut at = RIFF_HEADER;
    while at < file.len() {
        let chunk = chunk(file, at)?;
        reader.take(&chunk)?;
        at = chunk.end;
    }
    reader.finish()
}

/// A chunk in its place.
struct Chunk<'a> {
    kind: [u8; 4],
    payload: &'a [u8],
    start: usize,
    /// Past the padding.
    end: usize,
    /// Whether the padding that its odd length asks for is missing at the very end.
    unpadded: bool,
}

fn chunk(file: &[u8], start: usize) -> Result<Chunk<'_>, Problem> {
    let length = usize::try_from(u32::from_le_bytes(array(file, start + 4)?))
        .map_err(|_| Problem::Truncated)?;
    let payload = slice(file, start + CHUNK_HEADER, length)?;
    let end = start + CHUNK_HEADER + length;
    let odd = length % 2 == 1;
    let unpadded = odd && end == file.len();
    Ok(Chunk {
        kind: array(file, start)?,
        payload,
        start,
        end: if odd && !unpadded { end + 1 } else { end },
        unpadded,
    })
}

#[derive(Default)]
struct Reader {
    /// Everything after the canvas.
    pieces: Pieces,
    /// The `VP8X` payload: flags, and the canvas.
    canvas: Option<[u8; 10]>,
    size: Option<(u32, u32)>,
    has_profile: bool,
    frames: usize,
    stills: usize,
    seen: Vec<[u8; 4]>,
}

impl Reader {
    fn take(&mut self, chunk: &Chunk<'_>) -> Result<(), Problem> {
        match &chunk.kind {
            b"VP8X" if self.canvas.is_none() && self.stills == 0 => {
                let canvas =
                    array(chunk.payload, 0).map_err(|_| malformed(message!("webp-canvas")))?;
                self.size = Some((u24(&canvas, 4) + 1, u24(&canvas, 7) + 1));
                self.canvas = Some(canvas);
            }
            b"VP8 " | b"VP8L" if self.stills == 0 => {
                let size = still_size(chunk)?;
                if *self.size.get_or_insert(size) != size {
                    return Err(malformed(message!("webp-canvas-size")));
                }
                self.stills = 1;
                self.keep(chunk);
            }
            _ if self.canvas.is_none() && self.stills == 0 => {
                return Err(malformed(message!("webp-no-image-first")));
            }
            // Without a canvas, readers look at nothing but the first chunk.
            _ if self.canvas.is_none() => {}
            b"ANMF" => self.frame(chunk)?,
            b"ICCP" if !self.seen.contains(&chunk.kind) => {
                self.seen.push(chunk.kind);
                self.profile(chunk.payload)?;
            }
            b"ANIM" if chunk.payload.len() != 6 => {}
            b"ANIM" | b"ALPH" if !self.seen.contains(&chunk.kind) => {
                self.seen.push(chunk.kind);
                self.keep(chunk);
            }
            _ => {}
        }
        Ok(())
    }

    fn profile(&mut self, profile: &[u8]) -> Result<(), Problem> {
        let Some(mut clean) = icc::clean(profile) else {
            return Ok(());
        };
        self.has_profile = true;
        self.pieces.write(*b"ICCP");
        self.pieces.write(length_field(clean.len())?);
        clean.resize(clean.len().next_multiple_of(2), 0);
        self.pieces.write(clean);
        Ok(())
    }

    fn keep(&mut self, chunk: &Chunk<'_>) {
        self.pieces.keep(chunk.start..chunk.end);
        if chunk.unpadded {
            self.pieces.write([0]);
        }
    }

    /// Keeps a frame with the image chunks inside it and nothing else.
    fn frame(&mut self, frame: &Chunk<'_>) -> Result<(), Problem> {
        let header = slice(frame.payload, 0, FRAME_HEADER)
            .map_err(|_| malformed(message!("webp-frame-short")))?;
        let (x, y) = (u24(header, 0), u24(header, 3));
        let (width, height) = (u24(header, 6) + 1, u24(header, 9) + 1);
        let canvas = self.size.unwrap_or_default();
        if 2 * x + width > canvas.0 || 2 * y + height > canvas.1 {
            return Err(malformed(message!("webp-frame-outside")));
        }
        let offset = frame.start + CHUNK_HEADER;
        let mut inside = Pieces::default();
        let mut images = 0;
        let mut at = FRAME_HEADER;
        while at < frame.payload.len() {
            let part = chunk(frame.payload, at)?;
            at = part.end;
            match &part.kind {
                b"VP8 " | b"VP8L" => {
                    if still_size(&part)? != (width, height) {
                        return Err(malformed(message!("webp-frame-size")));
                    }
                    images += 1;
                }
                b"ALPH" => {}
                _ => continue,
            }
            inside.keep(offset + part.start..offset + part.end);
            if part.unpadded {
                inside.write([0]);
            }
        }
        if images != 1 {
            return Err(malformed(message!("webp-frame-images")));
        }
        self.frames += 1;
        let length = inside.len() + FRAME_HEADER;
        if length == frame.payload.len() {
            self.keep(frame);
        } else {
            self.pieces.write(*b"ANMF");
            self.pieces.write(length_field(length)?);
            self.pieces.keep(offset..offset + FRAME_HEADER);
            self.pieces.append(inside);
        }
        Ok(())
    }

    fn finish(self) -> Result<Scan, Problem> {
        let Some((width, height)) = self.size else {
            return Err(malformed(message!("media-empty")));
        };
        if self.stills + self.frames == 0 {
            return Err(malformed(message!("media-no-data")));
        }
        let mut pieces = Pieces::default();
        let mut length = 4 + self.pieces.len();
        if self.canvas.is_some() {
            length += CHUNK_HEADER + 10;
        }
        pieces.write(*b"RIFF");
        pieces.write(length_field(length)?);
        pieces.write(*b"WEBP");
        if let Some(mut canvas) = self.canvas {
            canvas[0] &= !(FLAG_XMP | FLAG_EXIF | FLAG_PROFILE);
            if self.has_profile {
                canvas[0] |= FLAG_PROFILE;
            }
            pieces.write(*b"VP8X\x0a\0\0\0");
            pieces.write(canvas);
        }
        pieces.append(self.pieces);
        Ok(Scan {
            width,
            height,
            animated: self.frames > 1,
            scalable: true,
            orientation: 1,
            pieces,
        })
    }
}

/// The size that a `VP8 ` or `VP8L` header gives.
fn still_size(chunk: &Chunk<'_>) -> Result<(u32, u32), Problem> {
    let broken = |_| malformed(message!("webp-header"));
    if &chunk.kind == b"VP8 " {
        let [_, _, _, 0x9d, 0x01, 0x2a, w0, w1, h0, h1] =
            array(chunk.payload, 0).map_err(broken)?
        else {
            return Err(malformed(message!("webp-key-frame")));
        };
        let side = |low, high| u32::from(u16::from_le_bytes([low, high]) & 0x3fff);
        return Ok((side(w0, w1), side(h0, h1)));
    }
    let [0x2f, b0, b1, b2, b3] = array(chunk.payload, 0).map_err(broken)? else {
        return Err(malformed(message!("webp-lossless")));
    };
    let bits = u32::from_le_bytes([b0, b1, b2, b3]);
    Ok(((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1))
}

/// Three bytes, little end first; zero where there are none.
fn u24(bytes: &[u8], at: usize) -> u32 {
    let byte = |index| u32::from(bytes.get(index).copied().unwrap_or_default());
    byte(at) | byte(at + 1) << 8 | byte(at + 2) << 16
}

fn length_field(length: usize) -> Result<[u8; 4], Problem> {
    u32::try_from(length)
        .map(u32::to_le_bytes)
        .map_err(|_| malformed(message!("media-four-gigabytes")))
}
