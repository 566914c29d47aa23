//! Smaller versions of pictures, made for readers' screens.
//!
//! Owns which versions a picture has, and their bytes: upright, in sRGB, without a byte
//! that isn't the picture. Pure: the same bytes of the original and the same recipe give
//! the same bytes on every computer. Must never know addresses, pages or the disk.

mod encode;
mod pixels;

use super::{Format, ImageInfo};
use crate::message::Message;

pub use pixels::Decoded;

/// Grows when the same recipe gives other bytes than before.
const REVISION: u64 = 1;

/// Pictures that are no wider than this are published as they are.
const NARROW: u32 = 480;
/// So are those of no more bytes than this.
const LIGHT: u64 = 20_000;
/// The original's own width is among the versions up to this.
const WIDE: u32 = 2000;

/// The longest side of a WebP (RFC 9649).
const WEBP_SIDE: u32 = 16_383;

/// The kinds of files that versions come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// For photographs.
    Jpeg,
    /// For drawings and screenshots.
    Png,
    /// For both, smaller.
    Webp,
}

impl Kind {
    /// The extension of a file of this kind.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Webp => "webp",
        }
    }

    /// Its media type.
    pub const fn mime(self) -> &'static str {
        match self {
            Self::Jpeg => Format::Jpeg.mime(),
            Self::Png => Format::Png.mime(),
            Self::Webp => Format::Webp.mime(),
        }
    }
}

/// What the versions of all pictures are to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Their widths in pixels, ascending.
    pub widths: Vec<u32>,
    /// Whether each comes as WebP too.
    pub webp: bool,
    /// The quality of JPEG, 1–100.
    pub jpeg_quality: u8,
    /// The quality of WebP, 1–100.
    pub webp_quality: u8,
}

impl Default for Plan {
    fn default() -> Self {
        Self {
            widths: vec![480, 960, 1600],
            webp: true,
            jpeg_quality: 80,
            webp_quality: 75,
        }
    }
}

/// How one version is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Recipe {
    /// Its kind.
    pub kind: Kind,
    /// Its width in pixels.
    pub width: u32,
    /// Its height, which follows from the original's.
    pub height: u32,
    /// Of JPEG and WebP, 1–100.
    pub quality: u8,
}

impl Recipe {
    /// What tells this version of the picture of a hash from all others.
    pub fn hash(&self, original: u128) -> u64 {
        let mut input = [0; 40];
        input[..16].copy_from_slice(&original.to_le_bytes());
        input[16..24].copy_from_slice(&REVISION.to_le_bytes());
        input[24..28].copy_from_slice(&self.width.to_le_bytes());
        input[28..32].copy_from_slice(&self.height.to_le_bytes());
        input[32] = self.kind as u8;
        input[33] = self.quality;
        xxhash_rust::xxh3::xxh3_64(&input)
    }
}

/// The versions of a picture of `len` bytes: its own kind first, each kind by its widths,
/// ascending. None, if it is published as it is: what is small already, what moves, and
/// drawings. Nothing is enlarged.
pub fn versions(info: &ImageInfo, len: u64, plan: &Plan) -> Vec<Recipe> {
    let own = match info.format {
        Format::Jpeg => Kind::Jpeg,
        Format::Png => Kind::Png,
        Format::Webp => Kind::Webp,
        Format::Gif | Format::Svg | Format::Ico => return Vec::new(),
    };
    if !info.scalable || info.width <= NARROW || len <= LIGHT {
        return Vec::new();
    }
    let mut widths: Vec<u32> = plan.widths.clone();
    widths.retain(|width| *width < info.width);
    if info.width <= WIDE {
        widths.push(info.width);
    }
    let fits = widths
        .iter()
        .all(|&width| height_at(info, width) <= WEBP_SIDE);
    let webp = (plan.webp && own != Kind::Webp && fits).then_some(Kind::Webp);
    let kinds = std::iter::once(own).chain(webp);
    let recipes = kinds.flat_map(|kind| {
        widths.iter().map(move |&width| Recipe {
            kind,
            width,
            height: height_at(info, width),
            quality: match kind {
                Kind::Jpeg => plan.jpeg_quality,
                Kind::Webp => plan.webp_quality,
                Kind::Png => 100,
            },
        })
    });
    recipes.collect()
}

/// The height of a picture at another width, rounded, at least 1.
fn height_at(info: &ImageInfo, width: u32) -> u32 {
    let (wide, high) = (u64::from(info.width.max(1)), u64::from(info.height));
    let height = (high * u64::from(width) + wide / 2) / wide;
    u32::try_from(height).unwrap_or(u32::MAX).max(1)
}

/// Why a picture has no versions, though its header promised some.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undecodable(pub Message);
