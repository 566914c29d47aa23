//! Smaller versions of pictures: which there are, their sides, colours and bytes.

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageEncoder, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use moxcms::ColorProfile;

use super::super::derive::{Decoded, Kind, Plan, Recipe, versions};
use super::*;

/// Red, green, blue and white, in the order of reading, a pixel each of this size.
fn quarters(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        match (x < width / 2, y < height / 2) {
            (true, true) => Rgb([220, 30, 30]),
            (false, true) => Rgb([30, 200, 30]),
            (true, false) => Rgb([30, 30, 220]),
            (false, false) => Rgb([240, 240, 240]),
        }
    })
}

fn jpeg(pixels: &RgbImage, profile: Option<Vec<u8>>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 95);
    if let Some(profile) = profile {
        encoder.set_icc_profile(profile).expect("a profile");
    }
    let (width, height) = pixels.dimensions();
    let written = encoder.write_image(pixels, width, height, image::ExtendedColorType::Rgb8);
    written.expect("a JPEG");
    bytes
}

fn encoded(pixels: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    pixels.into().write_to(&mut bytes, format).expect("a file");
    bytes.into_inner()
}

/// The same file with an orientation, as a telephone writes it.
fn turned(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let tiff = build::gps(orientation, true);
    let length = u16::try_from(tiff.len() + 8).expect("a short one");
    let mut bytes = vec![0xff, 0xd8, 0xff, 0xe1];
    bytes.extend(length.to_be_bytes());
    bytes.extend_from_slice(b"Exif\0\0");
    bytes.extend_from_slice(&tiff);
    bytes.extend_from_slice(&jpeg[2..]);
    bytes
}

fn recipe(kind: Kind, width: u32, height: u32) -> Recipe {
    Recipe {
        kind,
        width,
        height,
        quality: 90,
    }
}

/// A version, unpacked again.
fn made(extension: &str, bytes: &[u8], recipe: Recipe) -> RgbaImage {
    let (info, clean) = publishable(extension, bytes).expect("a good image");
    let decoded = Decoded::of(&clean, info.format).expect("pixels");
    let version = decoded.version(&recipe).expect("a version");
    let extension = recipe.kind.extension();
    let (info, same) = publishable(extension, &version).expect("a good version");
    assert!(matches!(same, Cow::Borrowed(_)), "nothing but the picture");
    assert_eq!((info.width, info.height), (recipe.width, recipe.height));
    let marks: [&[u8]; 4] = [b"ICC_PROFILE", b"iCCP", b"ICCP", b"Exif"];
    assert!(!marks.iter().any(|mark| contains(&version, mark)));
    let format = match recipe.kind {
        Kind::Jpeg => ImageFormat::Jpeg,
        Kind::Png => ImageFormat::Png,
        Kind::Webp => ImageFormat::WebP,
    };
    let pixels = image::load_from_memory_with_format(&version, format).expect("pixels");
    pixels.into_rgba8()
}

fn is_near(pixel: Rgba<u8>, colour: [u8; 3], by: u8) -> bool {
    let found = pixel.0.iter().zip(colour);
    let mut found = found.map(|(one, other)| one.abs_diff(other));
    found.all(|difference| difference <= by)
}

/// The colours of the four quarters, by their letters.
fn corners(pixels: &RgbaImage) -> String {
    let (width, height) = pixels.dimensions();
    let places = [(1, 1), (3, 1), (1, 3), (3, 3)];
    let letter = |(x, y): (u32, u32)| {
        let pixel = *pixels.get_pixel(x * width / 4, y * height / 4);
        let colours = [
            ('r', [220, 30, 30]),
            ('g', [30, 200, 30]),
            ('b', [30, 30, 220]),
            ('w', [240, 240, 240]),
        ];
        let found = colours
            .iter()
            .find(|(_, colour)| is_near(pixel, *colour, 30));
        found.map_or('?', |(letter, _)| *letter)
    };
    places.into_iter().map(letter).collect()
}

#[test]
fn all_eight_orientations_come_out_upright() {
    let file = jpeg(&quarters(120, 80), None);
    let upright = [
        "rgbw", "grwb", "wbgr", "bwrg", "rbgw", "brwg", "wgbr", "gwrb",
    ];
    for (orientation, expected) in (1..).zip(upright) {
        let file = turned(&file, orientation);
        let (info, _) = publishable("jpg", &file).expect("a good image");
        let size = if orientation < 5 {
            (120, 80)
        } else {
            (80, 120)
        };
        assert_eq!((info.width, info.height), size, "{orientation}");
        for kind in [Kind::Jpeg, Kind::Webp] {
            let pixels = made("jpg", &file, recipe(kind, size.0 / 2, size.1 / 2));
            assert_eq!(corners(&pixels), expected, "{orientation} {kind:?}");
        }
    }
}

#[test]
fn colours_of_a_wider_profile_become_those_of_srgb() {
    let profile = ColorProfile::new_display_p3().encode().expect("a profile");
    // The red of sRGB, as Display P3 has it.
    let pixels = RgbImage::from_pixel(64, 64, Rgb([234, 51, 35]));
    let file = jpeg(&pixels, Some(profile));
    let version = made("jpg", &file, recipe(Kind::Jpeg, 32, 32));
    let found = *version.get_pixel(16, 16);
    assert!(is_near(found, [255, 0, 0], 6), "{found:?}");
    let plain = made("jpg", &jpeg(&pixels, None), recipe(Kind::Jpeg, 32, 32));
    assert!(is_near(*plain.get_pixel(16, 16), [234, 51, 35], 6));
}

#[test]
fn a_profile_that_lies_changes_nothing() {
    let pixels = RgbImage::from_pixel(64, 64, Rgb([120, 60, 200]));
    for profile in [vec![0; 200], vec![255; 4000], b"acsp".repeat(60)] {
        let file = jpeg(&pixels, Some(profile));
        let version = made("jpg", &file, recipe(Kind::Jpeg, 32, 32));
        assert!(is_near(*version.get_pixel(16, 16), [120, 60, 200], 6));
    }
}

#[test]
fn transparency_grey_and_sixteen_bits_stay_what_they_are() {
    let clear = RgbaImage::from_fn(64, 64, |x, _| match x < 32 {
        true => Rgba([200, 40, 40, 255]),
        false => Rgba([0, 0, 0, 0]),
    });
    let file = encoded(clear, ImageFormat::Png);
    for kind in [Kind::Png, Kind::Webp] {
        let version = made("png", &file, recipe(kind, 32, 32));
        assert!(is_near(*version.get_pixel(4, 16), [200, 40, 40], 6));
        let (solid, clear) = (
            version.get_pixel(4, 16).0[3],
            version.get_pixel(28, 16).0[3],
        );
        assert_eq!((solid, clear), (255, 0), "{kind:?}");
    }
    let grey = image::GrayImage::from_pixel(64, 64, image::Luma([90]));
    let deep = image::ImageBuffer::from_pixel(64, 64, Rgb([60_000_u16, 30_000, 10_000]));
    let grey = made(
        "png",
        &encoded(grey, ImageFormat::Png),
        recipe(Kind::Png, 32, 32),
    );
    assert!(is_near(*grey.get_pixel(9, 9), [90; 3], 0));
    let deep = encoded(DynamicImage::ImageRgb16(deep), ImageFormat::Png);
    let deep = made("png", &deep, recipe(Kind::Webp, 32, 32));
    assert!(is_near(*deep.get_pixel(9, 9), [233, 117, 39], 4));
}

#[test]
fn the_original_stays_where_writing_it_again_would_make_it_larger() {
    let file = encoded(quarters(600, 400), ImageFormat::Png);
    let mut small = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut small, 5);
    let pixels = quarters(600, 400);
    encoder
        .write_image(&pixels, 600, 400, image::ExtendedColorType::Rgb8)
        .expect("a JPEG");
    for (extension, kind, file) in [("png", Kind::Png, file), ("jpg", Kind::Jpeg, small)] {
        let (info, clean) = publishable(extension, &file).expect("a good image");
        let decoded = Decoded::of(&clean, info.format).expect("pixels");
        let version = decoded.version(&recipe(kind, 600, 400)).expect("a version");
        assert!(version.len() <= clean.len(), "{extension}");
    }
}

#[test]
fn nothing_is_enlarged_and_no_width_comes_twice() {
    let plan = Plan::default();
    let info = |width, height| ImageInfo {
        format: Format::Jpeg,
        width,
        height,
        animated: false,
        scalable: true,
    };
    let widths = |width| {
        let found = versions(&info(width, 3000), 500_000, &plan);
        let own = found.iter().filter(|one| one.kind == Kind::Jpeg);
        own.map(|one| one.width).collect::<Vec<u32>>()
    };
    assert_eq!(widths(4000), [480, 960, 1600]);
    assert_eq!(widths(1800), [480, 960, 1600, 1800]);
    assert_eq!(widths(1600), [480, 960, 1600]);
    assert_eq!(widths(700), [480, 700]);
    assert_eq!(widths(480), [] as [u32; 0]);
    assert!(versions(&info(4000, 3000), 20_000, &plan).is_empty());
    let kinds = versions(&info(4000, 3000), 500_000, &plan);
    assert_eq!(kinds.len(), 6);
    assert_eq!(
        (kinds[3].kind, kinds[3].width, kinds[3].height),
        (Kind::Webp, 480, 360)
    );
    let tall = versions(&info(1600, 18_000), 500_000, &plan);
    assert!(tall.iter().all(|one| one.kind == Kind::Jpeg) && tall.len() == 3);
    let none = Plan {
        webp: false,
        ..plan.clone()
    };
    assert_eq!(versions(&info(4000, 3000), 500_000, &none).len(), 3);
    let odd = ImageInfo {
        scalable: false,
        ..info(4000, 3000)
    };
    assert!(versions(&odd, 500_000, &plan).is_empty());
}

#[test]
fn a_hash_tells_every_version_of_every_picture_from_all_others() {
    let recipes = [
        recipe(Kind::Jpeg, 480, 360),
        recipe(Kind::Webp, 480, 360),
        recipe(Kind::Jpeg, 960, 720),
        Recipe {
            quality: 80,
            ..recipe(Kind::Jpeg, 480, 360)
        },
    ];
    let hashes = recipes.iter().flat_map(|one| [one.hash(1), one.hash(2)]);
    let hashes: std::collections::BTreeSet<u64> = hashes.collect();
    assert_eq!(hashes.len(), 8);
}

#[test]
fn broken_pixels_are_an_error_and_no_panic() {
    let file = encoded(quarters(200, 200), ImageFormat::Png);
    let mut broken = file.clone();
    let middle = broken.len() / 2;
    broken[middle..middle + 8].fill(0);
    assert!(Decoded::of(&broken, Format::Png).is_err());
    assert!(Decoded::of(&file[..40], Format::Png).is_err());
    assert!(Decoded::of(b"RIFF\x10\0\0\0WEBPVP8 ", Format::Webp).is_err());
}
