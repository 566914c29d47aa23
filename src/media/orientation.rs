//! The one thing in EXIF that changes what a reader sees: the orientation.
//!
//! Owns reading and writing that tag. Must never know the container, and never
//! reads another tag.

/// What precedes the TIFF structure in JPEG. Readers don't look at the sixth byte.
pub(super) const EXIF_PREFIX: &[u8] = b"Exif\0\0";
/// The tag and type (`SHORT`) of the orientation.
const ORIENTATION: u16 = 0x0112;
const SHORT: u16 = 3;
const ENTRY: usize = 12;

/// The orientation 1–8 in a TIFF structure, by the first entry that browsers accept;
/// 1, upright, when there is none.
pub(super) fn read(tiff: &[u8]) -> u8 {
    find(tiff).unwrap_or(1)
}

/// The TIFF structure behind [`EXIF_PREFIX`].
pub(super) fn unprefixed(payload: &[u8]) -> Option<&[u8]> {
    payload
        .get(EXIF_PREFIX.len()..)
        .filter(|_| payload.starts_with(b"Exif\0"))
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
    let long = |bytes: &[u8]| -> Option<u32> {
        let four = bytes.get(..4)?.try_into().ok()?;
        Some(if big {
            u32::from_be_bytes(four)
        } else {
            u32::from_le_bytes(four)
        })
    };
    let directory = tiff.get(usize::try_from(long(tiff.get(4..)?)?).ok()?..)?;
    let count = usize::from(short(directory)?);
    let mut entries = directory.get(2..)?.chunks_exact(ENTRY).take(count);
    entries.find_map(|entry| {
        let is_one =
            short(entry)? == ORIENTATION && short(&entry[2..])? == SHORT && long(&entry[4..])? == 1;
        let value = u8::try_from(short(&entry[8..])?).ok()?;
        (is_one && (1..=8).contains(&value)).then_some(value)
    })
}
