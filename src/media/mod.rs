//! Images: what they are, and the bytes that may be published of them.
//!
//! Owns the recognition of formats, the limits on size, and the removal of
//! everything in a file that isn't the picture: places, names, cameras, comments,
//! thumbnails and whatever stands after the end. Pure functions from bytes to
//! bytes, linear in the file's length, and in its pixels where these must be unpacked to
//! find their end; never allocating by what a header claims. Must never know where the
//! bytes came from or where they go, and never keeps a pixel.

mod attachment;
mod embedded;
mod foreign;
mod gif;
mod icc;
mod ico;
mod jpeg;
mod mime;
mod orientation;
mod pieces;
mod png;
mod report;
mod svg;
mod webp;

#[cfg(test)]
mod tests;

use std::borrow::Cow;

pub use attachment::{Attachment, attachment};
pub use embedded::{embedded, publishable_sheet};
pub use mime::mime_of;
use pieces::Pieces;
pub use report::{embedded_problem, problem};

/// The longest side an image may have, in pixels.
const MAX_SIDE: u32 = 20_000;
/// The most pixels an image may have: a browser needs four bytes for each.
const MAX_PIXELS: u64 = 200_000_000;

/// The image formats that every browser shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Photographs.
    Jpeg,
    /// Drawings and screenshots, possibly animated.
    Png,
    /// Old animations.
    Gif,
    /// Both, smaller.
    Webp,
    /// Vector drawings.
    Svg,
    /// Icons of sites, and cursors.
    Ico,
}

impl Format {
    /// The format that a lower-case file name extension promises.
    pub fn from_extension(extension: &str) -> Option<Self> {
        match extension {
            "jpg" | "jpeg" | "jpe" | "jfif" | "pjpeg" | "pjp" => Some(Self::Jpeg),
            "png" | "apng" => Some(Self::Png),
            "gif" => Some(Self::Gif),
            "webp" => Some(Self::Webp),
            "svg" => Some(Self::Svg),
            _ => None,
        }
    }

    /// The format that the first bytes show, whatever the file is called.
    pub fn sniff(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(jpeg::MAGIC) {
            Some(Self::Jpeg)
        } else if bytes.starts_with(png::MAGIC) {
            Some(Self::Png)
        } else if gif::MAGICS.iter().any(|magic| bytes.starts_with(magic)) {
            Some(Self::Gif)
        } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
            Some(Self::Webp)
        } else if ico::is_icon(bytes) {
            Some(Self::Ico)
        } else if svg::beginning(bytes) == svg::Beginning::Svg {
            Some(Self::Svg)
        } else {
            None
        }
    }

    /// The media type, as HTTP and feeds name it.
    pub const fn mime(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Gif => "image/gif",
            Self::Webp => "image/webp",
            Self::Svg => "image/svg+xml",
            Self::Ico => "image/x-icon",
        }
    }

    /// Whether the bytes stop before they could show this format.
    fn is_cut(self, bytes: &[u8]) -> bool {
        match self {
            Self::Jpeg => jpeg::MAGIC.starts_with(bytes),
            Self::Png => png::MAGIC.starts_with(bytes),
            Self::Gif => gif::MAGICS.iter().any(|magic| magic.starts_with(bytes)),
            Self::Webp => {
                bytes.len() < 12
                    && bytes.iter().zip(b"RIFF").all(|(a, b)| a == b)
                    && bytes.iter().skip(8).zip(b"WEBP").all(|(a, b)| a == b)
            }
            Self::Svg => svg::beginning(bytes) == svg::Beginning::Cut,
            // No name promises one: many are a PNG.
            Self::Ico => false,
        }
    }
}

/// What a page needs to know of an image.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImageInfo {
    /// The format, as name and bytes agree.
    pub format: Format,
    /// The width in CSS pixels as displayed, after any rotation that the file asks for.
    pub width: u32,
    /// The height, likewise.
    pub height: u32,
    /// Whether it moves.
    pub animated: bool,
}

/// Why an image can't be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// No known format, whatever its name says.
    NotAnImage,
    /// Another format than its name says.
    WrongExtension {
        /// The format that the bytes show.
        actual: Format,
    },
    /// An image in a format from which metadata can't be removed.
    Uncleanable {
        /// What the format is called, for example "HEIC".
        format: &'static str,
    },
    /// It ends before the image does.
    Truncated,
    /// More pixels than a reader's browser should be asked for.
    TooLarge {
        /// The width that the file claims.
        width: u32,
        /// The height that the file claims.
        height: u32,
    },
    /// Broken in another way; one clause that says how.
    Malformed(String),
    /// An SVG that runs, loads or links something.
    SvgActive {
        /// What it is, for example "the attribute `onload`".
        what: String,
        /// The byte at which it begins.
        offset: usize,
    },
    /// A picture that is written into an SVG and can't be published.
    Embedded {
        /// What is wrong with it.
        problem: Box<Problem>,
        /// The byte at which it begins.
        offset: usize,
    },
}

/// What a format's reader found: the info, and the parts worth keeping.
struct Scan {
    width: u32,
    height: u32,
    animated: bool,
    /// The EXIF orientation, 1–8.
    orientation: u8,
    pieces: Pieces,
}

/// How many bytes from the beginning [`is_image`] wants to see.
pub const HEAD: usize = 4096;

/// Whether a file is an image by its lower-case extension or its first [`HEAD`] bytes,
/// and so must pass through [`publishable`] whatever it is called.
pub fn is_image(extension: &str, head: &[u8]) -> bool {
    Format::from_extension(extension).is_some()
        || foreign::by_extension(extension).is_some()
        || Format::sniff(head).is_some()
        || foreign::sniff(head).is_some()
}

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
fn publishable_at<'a>(
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
        return Err(malformed("its width or height is zero"));
    }
    let pixels = u64::from(width) * u64::from(height);
    if width > MAX_SIDE || height > MAX_SIDE || pixels > MAX_PIXELS {
        return Err(Problem::TooLarge { width, height });
    }
    Ok(())
}

fn malformed(what: impl Into<String>) -> Problem {
    Problem::Malformed(what.into())
}

/// The bytes `start..start + len`, or [`Problem::Truncated`].
fn slice(bytes: &[u8], start: usize, len: usize) -> Result<&[u8], Problem> {
    start
        .checked_add(len)
        .and_then(|end| bytes.get(start..end))
        .ok_or(Problem::Truncated)
}

/// The first `N` bytes from `start`, or [`Problem::Truncated`].
fn array<const N: usize>(bytes: &[u8], start: usize) -> Result<[u8; N], Problem> {
    slice(bytes, start, N)?
        .try_into()
        .map_err(|_| Problem::Truncated)
}
