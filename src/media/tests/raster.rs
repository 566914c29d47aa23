//! JPEG, PNG, GIF and WebP.

use super::build::*;
use super::*;

fn facts(format: Format, width: u32, height: u32, animated: bool) -> Facts {
    Facts {
        format,
        width,
        height,
        animated,
    }
}

fn malformed_with(extension: &str, bytes: &[u8], word: &str) {
    match inspect(extension, bytes) {
        Err(Problem::Malformed(what)) => assert!(what.contains(word), "{what}"),
        other => panic!("{extension}: {other:?}"),
    }
}

#[test]
fn orientation_is_read_in_both_byte_orders_and_survives_alone() {
    for orientation in 1..=8 {
        for big in [true, false] {
            let tiff = gps(orientation, big);
            assert_eq!(exif::orientation(&tiff), orientation);
            let minimal = exif::minimal(orientation);
            assert_eq!(exif::orientation(&minimal), orientation);
            let (width, height) = if orientation >= 5 { (30, 40) } else { (40, 30) };
            for (extension, format, bytes) in [
                ("jpg", Format::Jpeg, jpeg(Some(tiff.clone()))),
                ("png", Format::Png, png(Some(tiff.clone()))),
                ("webp", Format::Webp, webp(Some(tiff.clone()))),
            ] {
                let animated = format == Format::Png;
                assert_eq!(
                    inspect(extension, &bytes),
                    Ok(facts(format, width, height, animated))
                );
                let cleaned = clean(extension, &bytes);
                assert_eq!(contains(&cleaned, &minimal), orientation != 1);
                assert!(!contains(&cleaned, b"59.3293N"));
            }
        }
    }
    for nonsense in [
        &b""[..],
        b"MM",
        b"II\x2a\0\xff\xff\xff\xff",
        &gps(9, true),
        &gps(0, false),
    ] {
        assert_eq!(exif::orientation(nonsense), 1);
    }
}

#[test]
fn jpeg_keeps_picture_profile_and_colours_exactly() {
    let mut expected = vec![0xff, 0xd8];
    expected.extend(segment(0xe0, b"JFIF\0\x01\x02\0\0\x48\0\x48\0\0"));
    expected.extend(segment(0xe1, &[exif::PREFIX, &exif::minimal(6)].concat()));
    expected.extend(segment(0xe2, &[b"ICC_PROFILE\0\x01\x01", PROFILE].concat()));
    expected.extend(segment(0xee, b"Adobe\0\x64\0\0\0\0\x01"));
    expected.extend(segment(0xdb, &[7; 65]));
    expected.extend(frame_header(0xc2, 40, 30));
    for _ in 0..2 {
        expected.extend(segment(0xc4, &[1; 20]));
        expected.extend(segment(0xda, &[1, 1, 0, 0, 63, 0]));
        expected.extend(PIXELS);
    }
    expected.extend([0xff, 0xd9]);
    let mut bytes = jpeg(Some(gps(6, true)));
    bytes.extend(b"TRAILING \xff\xd8\xff\xe1 motion photo");
    assert_eq!(clean("jpeg", &bytes), expected);
}

#[test]
fn jpeg_refuses_what_decoders_refuse() {
    let start = [0xff, 0xd8];
    let end = [0xff, 0xd9];
    let scan = [segment(0xda, &[1, 1, 0, 0, 63, 0]), PIXELS.to_vec()].concat();
    let frame = frame_header(0xc0, 4, 4);
    let build = |parts: &[&[u8]]| [&start[..], &parts.concat(), &end].concat();
    assert!(inspect("jpg", &build(&[&frame, &scan])).is_ok());
    malformed_with("jpg", &build(&[&scan]), "before the frame header");
    malformed_with("jpg", &build(&[&frame]), "no image data");
    malformed_with("jpg", &build(&[&segment(0xc4, b"")]), "no frame header");
    malformed_with(
        "jpg",
        &build(&[&frame, &frame_header(0xc0, 9, 9), &scan]),
        "two frame",
    );
    malformed_with("jpg", &build(&[&segment(0xc0, b"\x08\0")]), "too short");
    malformed_with("jpg", &build(&[&[0xff, 0xe0, 0, 1]]), "shorter");
    malformed_with(
        "jpg",
        &build(&[&[0xff, 0xe0, 0, 2, 0xff, 0xd8]]),
        "second image",
    );
    malformed_with("jpg", &build(&[&frame_header(0xc0, 4, 0), &scan]), "zero");
    let huge = build(&[&frame_header(0xc0, 65_535, 65_535), &scan]);
    let too_large = Problem::TooLarge {
        width: 65_535,
        height: 65_535,
    };
    assert_eq!(inspect("jpg", &huge), Err(too_large));
}

#[test]
fn png_keeps_exactly_the_known_chunks() {
    let mut expected = png::MAGIC.to_vec();
    expected.extend(png_header(40, 30));
    expected.extend(png_chunk(b"iCCP", PROFILE));
    expected.extend(b"\0\0\0\x1aeXIf");
    expected.extend(exif::minimal(8));
    // CRC-32 of type and payload, computed elsewhere.
    expected.extend(EXIF_8_CHECKSUM);
    expected.extend(png_chunk(b"acTL", &[0, 0, 0, 2, 0, 0, 0, 0]));
    expected.extend(png_chunk(b"fcTL", &[0; 26]));
    expected.extend(png_chunk(b"IDAT", PIXELS));
    expected.extend(png_chunk(b"fcTL", &[1; 26]));
    expected.extend(png_chunk(b"fdAT", PIXELS));
    expected.extend(png_chunk(b"IEND", b""));
    let mut bytes = png(Some(gps(8, true)));
    bytes.extend(b"TRAILING");
    assert_eq!(clean("png", &bytes), expected);
}

const EXIF_8_CHECKSUM: [u8; 4] = [0x86, 0x58, 0x30, 0x34];

#[test]
fn png_bombs_and_broken_ones() {
    let build = |chunks: &[Vec<u8>]| [png::MAGIC, &chunks.concat()].concat();
    let data = png_chunk(b"IDAT", PIXELS);
    let end = png_chunk(b"IEND", b"");
    for (width, height) in [
        (100_000, 100_000),
        (20_001, 1),
        (1, u32::MAX),
        (15_000, 15_000),
    ] {
        let bomb = build(&[png_header(width, height), data.clone(), end.clone()]);
        assert_eq!(
            inspect("png", &bomb),
            Err(Problem::TooLarge { width, height })
        );
    }
    let most = build(&[png_header(20_000, 10_000), data.clone(), end.clone()]);
    assert!(inspect("png", &most).is_ok());
    let header = png_header(1, 1);
    malformed_with(
        "png",
        &build(&[png_header(0, 1), data.clone(), end.clone()]),
        "zero",
    );
    malformed_with(
        "png",
        &build(&[data.clone(), end.clone()]),
        "begin with its header",
    );
    malformed_with(
        "png",
        &build(&[header.clone(), header.clone()]),
        "two headers",
    );
    malformed_with(
        "png",
        &build(&[header.clone(), end.clone()]),
        "no image data",
    );
    malformed_with(
        "png",
        &build(&[header.clone(), png_chunk(b"CgBI", b"")]),
        "`CgBI`",
    );
    malformed_with(
        "png",
        &build(&[header.clone(), png_chunk(b"IEND", b"x")]),
        "isn't empty",
    );
    malformed_with(
        "png",
        &build(&[header.clone(), png_chunk(b"\0\0\0\0", b"x")]),
        "no name",
    );
    // A claim of two gigabytes costs nothing.
    let claim = build(&[header, b"\x7f\xff\xff\xffIDAT".to_vec()]);
    assert_eq!(inspect("png", &claim), Err(Problem::Truncated));
}

#[test]
fn gif_keeps_frames_controls_and_repetition_exactly() {
    let mut expected = b"GIF89a\x28\0\x1e\0\x80\0\0\x01\x02\x03\x04\x05\x06".to_vec();
    expected.extend(b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0");
    for _ in 0..2 {
        expected.extend(b"\x21\xf9\x04\x04\x0a\0\0\0");
        expected
            .extend(b"\x2c\0\0\0\0\x28\0\x1e\0\x80\x01\x02\x03\x04\x05\x06\x02\x03\x44\x01\x05\0");
    }
    expected.push(0x3b);
    let mut bytes = gif();
    bytes.extend(b"TRAILING");
    assert_eq!(inspect("gif", &bytes), Ok(facts(Format::Gif, 40, 30, true)));
    assert_eq!(clean("gif", &bytes), expected);
}

#[test]
fn gif_refuses_what_is_no_picture() {
    malformed_with("gif", b"GIF87a\x01\0\x01\0\0\0\0\x3b", "no frame");
    malformed_with("gif", b"GIF87a\x01\0\x01\0\0\0\0\x99", "99");
    let zero = b"GIF87a\0\0\x01\0\0\0\0\x2c\0\0\0\0\x01\0\x01\0\0\x02\0\x3b";
    malformed_with("gif", zero, "zero");
    let bomb = b"GIF87a\x01\0\x01\0\0\0\0\x2c\0\0\0\0\xff\xff\x01\0\0\x02\0\x3b";
    let too_large = Problem::TooLarge {
        width: 65_535,
        height: 1,
    };
    assert_eq!(inspect("gif", bomb), Err(too_large));
}

#[test]
fn webp_keeps_picture_and_profile_and_mends_flags_and_size() {
    let mut bytes = webp(Some(gps(6, false)));
    bytes.extend(b"TRAILING");
    let expected = riff(&[
        vp8x(0x28, 40, 30),
        webp_chunk(b"ICCP", PROFILE),
        vp8(),
        webp_chunk(b"EXIF", &exif::minimal(6)),
    ]);
    assert_eq!(clean("webp", &bytes), expected);
    let upright = riff(&[vp8x(0x20, 40, 30), webp_chunk(b"ICCP", PROFILE), vp8()]);
    assert_eq!(clean("webp", &webp(Some(gps(1, true)))), upright);
}

#[test]
fn webp_without_a_canvas_is_one_chunk() {
    for (image, width, height) in [(vp8(), 40, 30), (vp8l(16_384, 12_000), 16_384, 12_000)] {
        let lone = riff(std::slice::from_ref(&image));
        assert_eq!(
            inspect("webp", &lone),
            Ok(facts(Format::Webp, width, height, false))
        );
        let (_, same) = publishable("webp", &lone).expect("good");
        assert!(matches!(same, Cow::Borrowed(_)));
        let more = riff(&[image, webp_chunk(b"EXIF", &gps(6, true))]);
        assert_eq!(clean("webp", &more), lone);
    }
}

#[test]
fn webp_animations_lose_what_hides_in_their_frames() {
    let frame = |inside: &[Vec<u8>]| {
        let mut payload = vec![0; 6];
        payload.extend([39, 0, 0, 29, 0, 0, 100, 0, 0, 0]);
        payload.extend(inside.concat());
        webp_chunk(b"ANMF", &payload)
    };
    let note = webp_chunk(b"NOTE", b"a private comment");
    let alpha = webp_chunk(b"ALPH", b"abc");
    let animation = webp_chunk(b"ANIM", &[0; 6]);
    let build = |first: Vec<u8>, second: Vec<u8>| {
        riff(&[vp8x(0x12, 40, 30), animation.clone(), first, second])
    };
    let bytes = build(
        frame(&[note.clone(), alpha.clone(), vp8(), note.clone()]),
        frame(&[vp8()]),
    );
    assert_eq!(
        inspect("webp", &bytes),
        Ok(facts(Format::Webp, 40, 30, true))
    );
    assert_eq!(
        clean("webp", &bytes),
        build(frame(&[alpha, vp8()]), frame(&[vp8()]))
    );
    malformed_with("webp", &build(frame(&[]), frame(&[])), "no image");
    malformed_with(
        "webp",
        &build(frame(&[vp8l(41, 30)]), frame(&[])),
        "different sizes",
    );
    let small = riff(&[vp8x(0x02, 39, 30), animation.clone(), frame(&[vp8()])]);
    malformed_with("webp", &small, "outside");
}

#[test]
fn webp_bombs_and_broken_ones() {
    let bomb = riff(&[vp8x(0, 1 << 24, 1 << 24)]);
    malformed_with("webp", &bomb, "no image data");
    malformed_with("webp", &riff(&[]), "empty");
    malformed_with(
        "webp",
        &riff(&[webp_chunk(b"ICCP", b"x")]),
        "begin with an image",
    );
    malformed_with("webp", &riff(&[vp8x(0, 1, 1), vp8()]), "different sizes");
    malformed_with(
        "webp",
        &riff(&[webp_chunk(b"VP8 ", b"abcdefghijkl")]),
        "key frame",
    );
    malformed_with("webp", &riff(&[webp_chunk(b"VP8L", b"ab")]), "broken");
    let large = riff(&[vp8l(16_384, 16_384)]);
    let too_large = Problem::TooLarge {
        width: 16_384,
        height: 16_384,
    };
    assert_eq!(inspect("webp", &large), Err(too_large));
}
