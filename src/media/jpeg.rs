//! JPEG: segments up to the first scan, then scans, then the end.
//!
//! Owns which segments are the picture. Must never decode entropy-coded data; it
//! only looks for the marker that ends it.

use super::pieces::Pieces;
use super::{Problem, Scan, array, icc, malformed, orientation, slice};
use crate::message;

/// Start of image, and the beginning of the marker that must follow.
pub(super) const MAGIC: &[u8] = b"\xff\xd8\xff";

const SOI: u8 = 0xd8;
const EOI: u8 = 0xd9;
const SOS: u8 = 0xda;
const APP0: u8 = 0xe0;
const APP1: u8 = 0xe1;
const APP2: u8 = 0xe2;
const APP14: u8 = 0xee;
/// What JFIF says before its thumbnail.
const JFIF_HEAD: usize = 12;
/// How a part of a colour profile begins; its number and how many there are follow.
const PROFILE: &[u8] = b"ICC_PROFILE\0";
/// The most of a profile that a segment can hold.
const PROFILE_PART: usize = 65_519;
/// All that Adobe's segment says of colours.
const ADOBE: usize = 12;

/// Reads a file that begins with [`MAGIC`].
pub(super) fn scan(bytes: &[u8]) -> Result<Scan, Problem> {
    let mut reader = Reader {
        bytes,
        pieces: Pieces::default(),
        size: None,
        is_seen: false,
        orientation: None,
        profile: Some(profile(bytes)),
        scans: 0,
    };
    reader.pieces.keep(0..2);
    let mut at = 2;
    loop {
        let (start, marker) = next_marker(bytes, at)?;
        let after = start + 2;
        at = match marker {
            EOI => {
                reader.pieces.keep(start..after);
                return reader.finish();
            }
            // Restart markers outside of a scan and TEM have no length and mean nothing.
            0x01 | 0xd0..=0xd7 => after,
            SOI => return Err(malformed(message!("jpeg-second-image"))),
            0x02..=0xbf => {
                return Err(malformed(message!(
                    "jpeg-marker",
                    marker = format!("FF{marker:02X}")
                )));
            }
            _ => reader.segment(start, marker)?,
        };
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
    pieces: Pieces,
    size: Option<(u32, u32)>,
    /// Its colours are of light, and not of ink.
    is_seen: bool,
    orientation: Option<u8>,
    /// What its colours need of its profile, until that is written.
    profile: Option<Vec<u8>>,
    scans: usize,
}

impl Reader<'_> {
    /// Reads the segment whose marker is at `start`; returns where the next thing begins.
    fn segment(&mut self, start: usize, marker: u8) -> Result<usize, Problem> {
        let length = usize::from(u16::from_be_bytes(array(self.bytes, start + 2)?));
        let Some(length) = length.checked_sub(2) else {
            return Err(malformed(message!("jpeg-segment")));
        };
        let payload = slice(self.bytes, start + 4, length)?;
        let end = start + 4 + length;
        match marker {
            // DHT, DAC and JPG stand among the frame headers.
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                self.frame(marker, payload)?;
                self.pieces.keep(start..end);
            }
            SOS => {
                if self.size.is_none() {
                    return Err(malformed(message!("jpeg-data-first")));
                }
                self.scans += 1;
                let end = end_of_scan(self.bytes, end);
                self.pieces.keep(start..end);
                return Ok(end);
            }
            // Tables of Huffman codes and of quantisation.
            0xc4 | 0xdb => self.pieces.keep(start..end),
            // The number of lines, and how often decoders restart: two bytes each.
            0xdc | 0xdd if length == 2 => self.pieces.keep(start..end),
            APP0 => self.jfif(start..end, payload),
            APP1 => self.exif(payload),
            APP2 if payload.starts_with(PROFILE) => self.profile(),
            APP14 if payload.starts_with(b"Adobe") => self.adobe(start..end, payload),
            _ => {}
        }
        Ok(end)
    }

    /// Writes the whole profile where its first part stands.
    fn profile(&mut self) {
        let profile = self.profile.take().unwrap_or_default();
        let count = profile.len().div_ceil(PROFILE_PART);
        for (index, part) in profile.chunks(PROFILE_PART).enumerate() {
            // The limit of a profile makes fewer than 256 parts.
            let number = |number: usize| u8::try_from(number).unwrap_or(u8::MAX);
            let length = u16::try_from(part.len() + 16).unwrap_or(u16::MAX);
            let mut segment = vec![0xff, APP2];
            segment.extend(length.to_be_bytes());
            segment.extend_from_slice(PROFILE);
            segment.extend([number(index + 1), number(count)]);
            segment.extend_from_slice(part);
            self.pieces.write(segment);
        }
    }

    fn frame(&mut self, marker: u8, payload: &[u8]) -> Result<(), Problem> {
        if !(0xc0..=0xc2).contains(&marker) {
            return Err(malformed(message!("jpeg-kind")));
        }
        match payload.first() {
            Some(8) | None => {}
            Some(bits) => {
                return Err(malformed(message!("jpeg-bits", bits = bits.to_string())));
            }
        }
        let (Ok(height), Ok(width)) = (array(payload, 1), array(payload, 3)) else {
            return Err(malformed(message!("jpeg-header-short")));
        };
        // Shades of grey, or red, green and blue however written; four are inks.
        self.is_seen = matches!(payload.get(5), Some(1 | 3));
        let width = u32::from(u16::from_be_bytes(width));
        let height = u32::from(u16::from_be_bytes(height));
        if self.size.replace((width, height)).is_some() {
            return Err(malformed(message!("jpeg-two-headers")));
        }
        Ok(())
    }

    /// Keeps JFIF without its thumbnail, which may show what was cropped away.
    fn jfif(&mut self, range: std::ops::Range<usize>, payload: &[u8]) {
        if !payload.starts_with(b"JFIF\0") {
            return;
        }
        let Some((head, rest)) = payload.split_at_checked(JFIF_HEAD) else {
            return;
        };
        if rest == [0, 0] {
            self.pieces.keep(range);
        } else {
            let mut segment = vec![0xff, APP0, 0, 16];
            segment.extend_from_slice(head);
            segment.extend_from_slice(&[0, 0]);
            self.pieces.write(segment);
        }
    }

    /// Keeps nothing but the first EXIF's orientation, where it matters.
    fn exif(&mut self, payload: &[u8]) {
        let Some(tiff) = orientation::unprefixed(payload) else {
            return;
        };
        if self.orientation.is_some() || self.scans > 0 {
            return;
        }
        let orientation = orientation::read(tiff);
        self.orientation = Some(orientation);
        if orientation != 1 {
            let mut segment = vec![0xff, APP1, 0, 34];
            segment.extend_from_slice(orientation::EXIF_PREFIX);
            segment.extend_from_slice(&orientation::minimal(orientation));
            self.pieces.write(segment);
        }
    }

    /// Keeps Adobe's colour transform and nothing after it.
    fn adobe(&mut self, range: std::ops::Range<usize>, payload: &[u8]) {
        match payload.split_at_checked(ADOBE) {
            Some((_, [])) => self.pieces.keep(range),
            Some((head, _)) => {
                let mut segment = vec![0xff, APP14, 0, 14];
                segment.extend_from_slice(head);
                self.pieces.write(segment);
            }
            None => {}
        }
    }

    fn finish(self) -> Result<Scan, Problem> {
        let Some((width, height)) = self.size else {
            return Err(malformed(message!("jpeg-no-header")));
        };
        if self.scans == 0 {
            return Err(malformed(message!("media-no-data")));
        }
        Ok(Scan {
            width,
            height,
            animated: false,
            scalable: self.is_seen,
            orientation: self.orientation.unwrap_or(1),
            pieces: self.pieces,
        })
    }
}

/// What is needed of the colour profile, whose parts stand before the first scan: none
/// unless each is there once.
fn profile(bytes: &[u8]) -> Vec<u8> {
    let mut parts: Vec<(u8, &[u8])> = Vec::new();
    let mut at = 2;
    while let Ok((start, marker)) = next_marker(bytes, at) {
        if matches!(marker, SOS | EOI) {
            break;
        }
        at = start + 2;
        if matches!(marker, 0x01 | 0xd0..=0xd7) {
            continue;
        }
        let Ok(length) = array(bytes, at).map(u16::from_be_bytes) else {
            break;
        };
        let end = at + usize::from(length);
        let payload = bytes.get(at + 2..end).unwrap_or_default();
        if let (APP2, Some([number, _, part @ ..])) = (marker, payload.strip_prefix(PROFILE)) {
            parts.push((*number, part));
        }
        at = end;
    }
    parts.sort_by_key(|(number, _)| *number);
    let is_whole = (1..=u8::MAX)
        .zip(&parts)
        .all(|(n, (number, _))| n == *number);
    let whole: Vec<u8> = parts
        .into_iter()
        .flat_map(|(_, part)| part)
        .copied()
        .collect();
    icc::clean(&whole).filter(|_| is_whole).unwrap_or_default()
}

/// The next marker from `at` and where it begins, fill bytes and garbage skipped as
/// every decoder does.
fn next_marker(bytes: &[u8], at: usize) -> Result<(usize, u8), Problem> {
    let mut at = at;
    loop {
        at += find_ff(bytes, at).ok_or(Problem::Truncated)?;
        match bytes.get(at + 1) {
            None => return Err(Problem::Truncated),
            Some(0x00) => at += 2,
            Some(0xff) => at += 1,
            Some(&marker) => return Ok((at, marker)),
        }
    }
}

/// Where entropy-coded data that begins at `at` ends: at a marker that isn't a
/// restart, or with the file.
fn end_of_scan(bytes: &[u8], at: usize) -> usize {
    let mut at = at;
    while let Some(distance) = find_ff(bytes, at) {
        at += distance;
        match bytes.get(at + 1) {
            Some(0x00 | 0xd0..=0xd7) => at += 2,
            // A fill byte belongs to whatever follows it.
            Some(0xff) => match fill_then_data(bytes, at) {
                Some(next) => at = next,
                None => return at,
            },
            _ => return at,
        }
    }
    bytes.len()
}

/// Past a run of fill bytes when what follows them still belongs to the scan.
fn fill_then_data(bytes: &[u8], at: usize) -> Option<usize> {
    let run = bytes.get(at..)?.iter().position(|&byte| byte != 0xff)?;
    match bytes.get(at + run) {
        Some(0x00 | 0xd0..=0xd7) => Some(at + run + 1),
        _ => None,
    }
}

fn find_ff(bytes: &[u8], at: usize) -> Option<usize> {
    bytes.get(at..)?.iter().position(|&byte| byte == 0xff)
}
