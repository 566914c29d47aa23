//! What may be published of an image: everything but who, where, when and with what.
//!
//! Owns the order of the steps, from a name and bytes to the bytes without metadata, and
//! the limits on size. Must never know how a format is built; each has its file.

use std::borrow::Cow;

use super::pieces::Pieces;
use super::{Format, ImageInfo, Problem, foreign, gif, ico, jpeg, malformed, png, svg, webp};
use crate::message;

/// The longest side an image may have, in pixels.
pub(super) const MAX_SIDE: u32 = 20_000;
/// The most pixels an image may have: a browser needs four bytes for each.
pub(super) const MAX_PIXELS: u64 = 200_000_000;

/// What an image is, or why it can't be published. Reads headers and structure, no pixels.
pub fn inspect(extension: &str, bytes: &[u8]) -> Result<ImageInfo, Problem> {
    examine(extension, bytes, 0).map(|(info, _)| info)
}

/// The image without metadata, borrowed when there was none. What it returns has
/// nothing more to remove: doing it twice changes nothing.
pub fn publishable<'a>(
    extension: &str,
    bytes: &'a [u8],
) -> Result<(ImageInfo, Cow<'a, [u8]>), Problem> {
    publishable_at(extension, bytes, 0)
}

/// The same for what lies `depth` drawings deep.
pub(super) fn publishable_at<'a>(
    extension: &str,
    bytes: &'a [u8],
    depth: usize,
) -> Result<(ImageInfo, Cow<'a, [u8]>), Problem> {
    let (info, pieces) = examine(extension, bytes, depth)?;
    let clean = pieces.assemble(bytes);
    if info.format == Format::Svg && matches!(clean, Cow::Owned(_)) {
        // Removing text from markup joins what stood around it: the result must pass as well.
        svg::scan(&clean, depth)?;
    }
    Ok((info, clean))
}

fn examine(extension: &str, bytes: &[u8], depth: usize) -> Result<(ImageInfo, Pieces), Problem> {
    let format = expected(extension, bytes)?;
    let scan = match format {
        Format::Jpeg => jpeg::scan(bytes)?,
        Format::Png => png::scan(bytes)?,
        Format::Gif => gif::scan(bytes)?,
        Format::Webp => webp::scan(bytes)?,
        Format::Svg => svg::scan(bytes, depth)?,
        Format::Ico => ico::scan(bytes)?,
    };
    check_size(scan.width, scan.height)?;
    let (width, height) = if scan.orientation >= 5 {
        (scan.height, scan.width)
    } else {
        (scan.width, scan.height)
    };
    let info = ImageInfo {
        format,
        width,
        height,
        animated: scan.animated,
        scalable: scan.scalable && !scan.animated,
    };
    Ok((info, scan.pieces))
}

/// The format of the bytes, if the name promises no other one. A name that promises
/// nothing, `photo` or `photo.bin`, is no reason to refuse.
fn expected(extension: &str, bytes: &[u8]) -> Result<Format, Problem> {
    let promised = Format::from_extension(extension);
    let promised_foreign = foreign::by_extension(extension);
    match (promised, Format::sniff(bytes)) {
        (Some(promised), Some(actual)) if promised == actual => Ok(actual),
        (None, Some(actual)) if promised_foreign.is_none() => Ok(actual),
        (_, Some(actual)) => Err(Problem::WrongExtension { actual }),
        (promised, None) => Err(match foreign::sniff(bytes).or(promised_foreign) {
            Some(format) => Problem::Uncleanable { format },
            None if promised.is_some_and(|promised| promised.is_cut(bytes)) => Problem::Truncated,
            None => Problem::NotAnImage,
        }),
    }
}

/// Refuses nothing and too much.
fn check_size(width: u32, height: u32) -> Result<(), Problem> {
    if width == 0 || height == 0 {
        return Err(malformed(message!("media-zero")));
    }
    let pixels = u64::from(width) * u64::from(height);
    if width > MAX_SIDE || height > MAX_SIDE || pixels > MAX_PIXELS {
        return Err(Problem::TooLarge { width, height });
    }
    Ok(())
}
