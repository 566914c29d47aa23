//! Pixels as the bytes of a file.
//!
//! Owns the encoders and their settings. Must never write anything but the picture.

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{DynamicImage, ImageEncoder};
use jpeg_encoder::{ColorType, Encoder as JpegEncoder};

use super::{Kind, Recipe, Undecodable};
use crate::message::Message;

/// A file of the recipe's kind. What is `drawn` has few colours and sharp edges, perhaps.
pub(super) fn encode(
    pixels: &DynamicImage,
    recipe: &Recipe,
    drawn: bool,
) -> Result<Vec<u8>, Undecodable> {
    match recipe.kind {
        Kind::Jpeg => jpeg(pixels, recipe.quality),
        Kind::Png => png(pixels),
        Kind::Webp if drawn => {
            let (lossy, exact) = (webp(pixels, Some(recipe.quality))?, webp(pixels, None)?);
            Ok(if exact.len() <= lossy.len() {
                exact
            } else {
                lossy
            })
        }
        Kind::Webp => webp(pixels, Some(recipe.quality)),
    }
}

fn wrong(error: impl std::fmt::Display) -> Undecodable {
    Undecodable(Message::foreign(error.to_string()))
}

fn jpeg(pixels: &DynamicImage, quality: u8) -> Result<Vec<u8>, Undecodable> {
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new(&mut bytes, quality);
    encoder.set_progressive(true);
    encoder.set_optimized_huffman_tables(true);
    encoder.set_sampling_factor(jpeg_encoder::SamplingFactor::F_2_2);
    // Sides of a JPEG have 16 bits, as its original's had.
    let side = |side: u32| u16::try_from(side).map_err(wrong);
    let (width, height) = (side(pixels.width())?, side(pixels.height())?);
    let encoded = match pixels {
        DynamicImage::ImageRgba8(pixels) => encoder.encode(pixels, width, height, ColorType::Rgba),
        _ => encoder.encode(pixels.as_bytes(), width, height, ColorType::Rgb),
    };
    encoded.map_err(wrong)?;
    Ok(bytes)
}

fn png(pixels: &DynamicImage) -> Result<Vec<u8>, Undecodable> {
    let mut bytes = Vec::new();
    let encoder =
        PngEncoder::new_with_quality(&mut bytes, CompressionType::Best, FilterType::Adaptive);
    let (width, height) = (pixels.width(), pixels.height());
    let color = pixels.color().into();
    let written = encoder.write_image(pixels.as_bytes(), width, height, color);
    written.map_err(wrong)?;
    Ok(bytes)
}

/// Without a quality every pixel stays as it is.
fn webp(pixels: &DynamicImage, quality: Option<u8>) -> Result<Vec<u8>, Undecodable> {
    let (bytes, width, height) = (pixels.as_bytes(), pixels.width(), pixels.height());
    let encoder = match pixels {
        DynamicImage::ImageRgba8(_) => webp::Encoder::from_rgba(bytes, width, height),
        _ => webp::Encoder::from_rgb(bytes, width, height),
    };
    let (exact, quality) = (quality.is_none(), f32::from(quality.unwrap_or(75)));
    let encoded = encoder.encode_simple(exact, quality);
    let encoded = encoded.map_err(|error| wrong(format!("{error:?}")))?;
    Ok(encoded.to_vec())
}
