//! Images: what they are, and the bytes that may be published of them.
//!
//! Owns the recognition of formats, the limits on size, and the removal of
//! everything in a file that isn't the picture: places, names, cameras, comments,
//! thumbnails and whatever stands after the end. Pure functions from bytes to
//! bytes, linear in the file's length, and in its pixels where these must be unpacked to
//! find their end; never allocating by what a header claims. Must never know where the
//! bytes came from or where they go, and never keeps a pixel.

mod attachment;
mod data_url;
pub mod derive;
mod foreign;
mod gif;
mod icc;
mod ico;
mod jpeg;
mod mime;
mod orientation;
mod pieces;
mod png;
mod publishable;
mod report;
mod svg;
mod webp;

#[cfg(test)]
mod tests;

pub use self::data_url::{embedded, publishable_sheet};
use crate::diagnostic::media::Active;
use crate::message::Message;
pub use attachment::{Attachment, attachment};
pub use mime::mime_of;
use pieces::Pieces;
use publishable::publishable_at;
pub use publishable::{inspect, publishable};
pub use report::{embedded_problem, problem};

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
    /// Whether smaller versions can be made of it that look the same.
    pub scalable: bool,
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
    Malformed(Message),
    /// An SVG that runs, loads or links something.
    SvgActive {
        /// What it is.
        what: Active,
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
    /// Whether its colours are such that a smaller version has them too.
    scalable: bool,
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

const fn malformed(reason: Message) -> Problem {
    Problem::Malformed(reason)
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
