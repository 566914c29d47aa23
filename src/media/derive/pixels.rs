//! A picture's pixels: upright, in sRGB, at another width.
//!
//! Owns decoding, turning and colours. Must never know how versions are written.

use std::io::Cursor;

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageReader, RgbImage, RgbaImage};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

use super::{Kind, Recipe, Undecodable, encode};
use crate::media::Format;
use crate::message::Message;

/// A picture that was unpacked, as it lies in its file.
#[derive(Debug)]
pub struct Decoded<'a> {
    bytes: &'a [u8],
    kind: Kind,
    pixels: DynamicImage,
    orientation: Orientation,
    /// What its numbers mean, where that isn't sRGB.
    profile: Option<Vec<u8>>,
}

impl<'a> Decoded<'a> {
    /// Unpacks a picture that [`publishable`](crate::media::publishable) has let through.
    pub fn of(bytes: &'a [u8], format: Format) -> Result<Self, Undecodable> {
        let wrong = |error: image::ImageError| Undecodable(Message::foreign(error.to_string()));
        let (kind, format) = match format {
            Format::Png => (Kind::Png, image::ImageFormat::Png),
            Format::Webp => (Kind::Webp, image::ImageFormat::WebP),
            _ => (Kind::Jpeg, image::ImageFormat::Jpeg),
        };
        let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
        // Sizes were checked before; this is the net below that.
        let mut limits = image::Limits::default();
        limits.max_alloc = Some(super::super::publishable::MAX_PIXELS * 8);
        reader.limits(limits);
        let mut decoder = reader.into_decoder().map_err(wrong)?;
        // Browsers turn no WebP.
        let orientation = match kind {
            Kind::Webp => Orientation::NoTransforms,
            _ => decoder.orientation().map_err(wrong)?,
        };
        let profile = decoder.icc_profile().map_err(wrong)?;
        let pixels = DynamicImage::from_decoder(decoder).map_err(wrong)?;
        Ok(Self {
            bytes,
            kind,
            pixels: in_eight_bits(pixels),
            orientation,
            profile,
        })
    }

    /// The bytes of a version.
    pub fn version(&self, recipe: &Recipe) -> Result<Vec<u8>, Undecodable> {
        let (width, height) = match self.is_turned() {
            true => (recipe.height, recipe.width),
            false => (recipe.width, recipe.height),
        };
        let mut scaled = self.scaled(width, height)?;
        if let Some(profile) = &self.profile {
            to_srgb(&mut scaled, profile);
        }
        scaled.apply_orientation(self.orientation);
        let made = encode::encode(&scaled, recipe, self.kind == Kind::Png)?;
        // To write the same picture anew may make it larger, and never better.
        match self.is(recipe) && self.bytes.len() <= made.len() {
            true => Ok(self.bytes.to_vec()),
            false => Ok(made),
        }
    }

    /// Whether the original is what a recipe asks for.
    fn is(&self, recipe: &Recipe) -> bool {
        let size = (self.pixels.width(), self.pixels.height());
        self.kind == recipe.kind
            && size == (recipe.width, recipe.height)
            && self.orientation == Orientation::NoTransforms
            && self.profile.is_none()
    }

    /// Whether upright its sides change places.
    fn is_turned(&self) -> bool {
        matches!(
            self.orientation,
            Orientation::Rotate90
                | Orientation::Rotate270
                | Orientation::Rotate90FlipH
                | Orientation::Rotate270FlipH
        )
    }

    fn scaled(&self, width: u32, height: u32) -> Result<DynamicImage, Undecodable> {
        let pixels = &self.pixels;
        if (pixels.width(), pixels.height()) == (width, height) {
            return Ok(pixels.clone());
        }
        let kind = match pixels {
            DynamicImage::ImageRgba8(_) => PixelType::U8x4,
            _ => PixelType::U8x3,
        };
        let wrong =
            |error: &dyn std::fmt::Display| Undecodable(Message::foreign(error.to_string()));
        let source = ImageRef::new(pixels.width(), pixels.height(), pixels.as_bytes(), kind);
        let source = source.map_err(|error| wrong(&error))?;
        let mut scaled = Image::new(width, height, kind);
        let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3));
        let done = Resizer::new().resize(&source, &mut scaled, &options);
        done.map_err(|error| wrong(&error))?;
        let bytes = scaled.into_vec();
        let scaled = match kind {
            PixelType::U8x4 => RgbaImage::from_raw(width, height, bytes).map(DynamicImage::from),
            _ => RgbImage::from_raw(width, height, bytes).map(DynamicImage::from),
        };
        scaled.ok_or_else(|| wrong(&"size"))
    }
}

/// Three or four bytes a pixel: without transparency where nothing shows through.
fn in_eight_bits(pixels: DynamicImage) -> DynamicImage {
    if !pixels.color().has_alpha() {
        return DynamicImage::ImageRgb8(pixels.into_rgb8());
    }
    let pixels = pixels.into_rgba8();
    match pixels.pixels().all(|pixel| pixel.0[3] == u8::MAX) {
        true => DynamicImage::ImageRgb8(DynamicImage::ImageRgba8(pixels).into_rgb8()),
        false => DynamicImage::ImageRgba8(pixels),
    }
}

/// Gives the colours that a profile means. One that can't be read, or that is of other
/// colours than the picture's, means nothing: so browsers have it too.
fn to_srgb(pixels: &mut DynamicImage, profile: &[u8]) {
    let Ok(profile) = ColorProfile::new_from_slice(profile) else {
        return;
    };
    let layout = match pixels {
        DynamicImage::ImageRgba8(_) => Layout::Rgba,
        _ => Layout::Rgb,
    };
    if profile.color_space != DataColorSpace::Rgb {
        return to_srgb_from_grey(pixels, &profile);
    }
    let target = ColorProfile::new_srgb();
    let options = TransformOptions::default();
    let transform = profile.create_transform_8bit(layout, &target, layout, options);
    let Ok(transform) = transform else { return };
    let source = pixels.as_bytes().to_vec();
    let buffer: &mut [u8] = match pixels {
        DynamicImage::ImageRgba8(pixels) => pixels,
        DynamicImage::ImageRgb8(pixels) => pixels,
        _ => return,
    };
    // Only buffers of other lengths could fail.
    let _ = transform.transform(&source, buffer);
}

/// The same for shades of grey, of which all three numbers are one.
fn to_srgb_from_grey(pixels: &mut DynamicImage, profile: &ColorProfile) {
    if profile.color_space != DataColorSpace::Gray {
        return;
    }
    let target = ColorProfile::new_srgb();
    let options = TransformOptions::default();
    let transform = profile.create_transform_8bit(Layout::Gray, &target, Layout::Rgb, options);
    let Ok(transform) = transform else { return };
    let shades: Vec<u8> = (0..=u8::MAX).collect();
    let mut meant = vec![0; 3 * shades.len()];
    if transform.transform(&shades, &mut meant).is_err() {
        return;
    }
    let set = |pixel: &mut [u8]| {
        let at = 3 * usize::from(pixel[0]);
        pixel[..3].copy_from_slice(&meant[at..at + 3]);
    };
    match pixels {
        DynamicImage::ImageRgba8(pixels) => pixels.chunks_exact_mut(4).for_each(set),
        DynamicImage::ImageRgb8(pixels) => pixels.chunks_exact_mut(3).for_each(set),
        _ => {}
    }
}
