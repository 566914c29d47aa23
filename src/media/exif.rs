//! The one thing in EXIF that changes what a reader sees: the orientation.
//!
//! Owns reading and writing that tag. Must never know the container, and never
//! reads another tag.

/// What precedes the TIFF structure in JPEG, and by mistake elsewhere. Readers don't
/// look at the sixth byte.
pub(super) const PREFIX: &[u8] = b"Exif\0\0";
/// The tag and type (`SHORT`) of the orientation.
const ORIENTATION: u16 = 0x0112;
const SHORT: u16 = 3;
const ENTRY: usize = 12;

/// The orientation 1–8; 1, upright, when there is none or it makes no sense.
pub(super) fn orientation(exif: &[u8]) -> u8 {
    let tiff = if is_prefixed(exif) {
        exif.get(PREFIX.len()..)
    } else {
        Some(exif)
    };
    tiff.and_then(find).unwrap_or(1)
}

/// Whether it begins with [`PREFIX`], as readers see it.
pub(super) fn is_prefixed(exif: &[u8]) -> bool {
    exif.starts_with(b"Exif\0")
}

/// An EXIF structure that says nothing but the orientation.
pub(super) fn minimal(orientation: u8) -> [u8; 26] {
    let mut exif = *b"MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0";
    exif[19] = orientation;
    exif
}

fn find(tiff: &[u8]) -> Option<u8> {
    let big = match tiff.get(..4)? {
        b"MM\0\x2a" => true,
        b"II\x2a\0" => false,
        _ => return None,
    };
    let short = |bytes: &[u8]| -> Option<u16> {
        let pair = bytes.get(..2)?.try_into().ok()?;
        Some(if big {
            u16::from_be_bytes(pair)
        } else {
            u16::from_le_bytes(pair)
        })
    };
    let offset: [u8; 4] = tiff.get(4..8)?.try_into().ok()?;
    let offset = if big {
        u32::from_be_bytes(offset)
    } else {
        u32::from_le_bytes(offset)
    };
    let directory = tiff.get(usize::try_from(offset).ok()?..)?;
    let count = usize::from(short(directory)?);
    let entry = directory
        .get(2..)?
        .chunks_exact(ENTRY)
        .take(count)
        .find(|entry| short(entry) == Some(ORIENTATION))?;
    if short(entry.get(2..)?)? != SHORT {
        return None;
    }
    u8::try_from(short(entry.get(8..)?)?)
        .ok()
        .filter(|value| (1..=8).contains(value))
}
