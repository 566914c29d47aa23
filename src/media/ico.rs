//! Icons and cursors: a list of small pictures, each a PNG or a bitmap.
//!
//! Owns the list, which is rewritten so that nothing stands between or after the
//! pictures. Must never decode one.

use super::pieces::Pieces;
use super::{Problem, Scan, array, malformed, png, slice};
use crate::message;

const HEAD: usize = 6;
const ENTRY: usize = 16;
/// The only header of a bitmap that has no room for anything else.
const BITMAP: usize = 40;
const MOST: u16 = 100;

/// Whether the first bytes are those of an icon or a cursor.
pub(super) fn is_icon(head: &[u8]) -> bool {
    let Some([0, 0, 1 | 2, 0, low, high]) = head.get(..HEAD) else {
        return false;
    };
    let count = u16::from_le_bytes([*low, *high]);
    let first = head.get(HEAD..HEAD + ENTRY);
    let lies_behind = |entry: &[u8]| {
        let start = u32::from_le_bytes([entry[12], entry[13], entry[14], entry[15]]);
        start >= u32::from(count) * 16 + 6
    };
    (1..=MOST).contains(&count) && first.is_some_and(lies_behind)
}

/// Reads a file for which [`is_icon`] holds.
pub(super) fn scan(bytes: &[u8]) -> Result<Scan, Problem> {
    let count = usize::from(u16::from_le_bytes(array(bytes, 4)?));
    let mut list = slice(bytes, 0, HEAD)?.to_vec();
    let mut pictures = Vec::new();
    let (mut width, mut height) = (0, 0);
    let mut left = bytes.len();
    for index in 0..count {
        let entry: [u8; ENTRY] = array(bytes, HEAD + index * ENTRY)?;
        let at = |at: usize| {
            u32::from_le_bytes([entry[at], entry[at + 1], entry[at + 2], entry[at + 3]])
        };
        let place = |field| usize::try_from(at(field)).map_err(|_| Problem::Truncated);
        let picture = slice(bytes, place(12)?, place(8)?)?;
        left =
            (left.checked_sub(picture.len())).ok_or_else(|| malformed(message!("ico-overlap")))?;
        let picture = self::picture(picture)?;
        let start = HEAD + count * ENTRY + pictures.len();
        list.extend_from_slice(&entry[..3]);
        list.push(0);
        list.extend_from_slice(&entry[4..8]);
        list.extend(field(picture.len())?);
        list.extend(field(start)?);
        pictures.extend(picture);
        // Zero is 256.
        let side = |byte: u8| u32::from(byte.wrapping_sub(1)) + 1;
        (width, height) = (width.max(side(entry[0])), height.max(side(entry[1])));
    }
    let mut pieces = Pieces::default();
    pieces.write(list);
    pieces.write(pictures);
    Ok(Scan {
        width,
        height,
        animated: false,
        scalable: false,
        orientation: 1,
        pieces,
    })
}

/// One of the pictures, without what isn't one.
fn picture(bytes: &[u8]) -> Result<Vec<u8>, Problem> {
    if bytes.starts_with(png::MAGIC) {
        return Ok(png::scan(bytes)?.pieces.assemble(bytes).into_owned());
    }
    let number = |at: usize| -> Result<usize, Problem> {
        let number = u32::from_le_bytes(array(bytes, at)?);
        usize::try_from(number).map_err(|_| Problem::Truncated)
    };
    let bits = usize::from(u16::from_le_bytes(array(bytes, 14)?));
    let (width, height) = (number(4)?, number(8)? / 2);
    if number(0)? != BITMAP || number(16)? != 0 || !matches!(bits, 1 | 4 | 8 | 24 | 32) {
        return Err(malformed(message!("ico-unusual")));
    }
    if width > 1024 || height > 1024 {
        return Err(malformed(message!("ico-large")));
    }
    let colours = match (bits, number(32)?) {
        (24 | 32, _) => 0,
        (_, 0) => 1 << bits,
        (_, used) => used.min(1 << bits),
    };
    let row = |bits: usize| (width * bits).div_ceil(32) * 4;
    let picture = BITMAP + 4 * colours + row(bits) * height;
    let with_mask = picture + row(1) * height;
    slice(bytes, 0, picture)?;
    Ok(bytes[..with_mask.min(bytes.len())].to_vec())
}

fn field(length: usize) -> Result<[u8; 4], Problem> {
    u32::try_from(length)
        .map(u32::to_le_bytes)
        .map_err(|_| malformed(message!("media-four-gigabytes")))
}
