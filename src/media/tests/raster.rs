//! JPEG, PNG, GIF and WebP.

use super::build::*;
use super::*;

fn info(format: Format, width: u32, height: u32, animated: bool) -> ImageInfo {
    ImageInfo {
        format,
        width,
        height,
        animated,
        scalable: !matches!(format, Format::Gif | Format::Ico) && !animated,
    }
}

fn malformed_with(extension: &str, bytes: &[u8], word: &str) {
    match inspect(extension, bytes) {
        Err(Problem::Malformed(reason)) => {
            let reason = reason.text(Language::English);
            assert!(reason.contains(word), "{reason}");
        }
        other => panic!("{extension}: {other:?}"),
    }
}

#[test]
fn orientation_is_read_in_both_byte_orders_and_survives_alone() {
    for orientation in 1..=8 {
        for big in [true, false] {
            let tiff = gps(orientation, big);
            assert_eq!(orientation::read(&tiff), orientation);
            let minimal = orientation::minimal(orientation);
            assert_eq!(orientation::read(&minimal), orientation);
            for (extension, format, bytes) in [
                ("jpg", Format::Jpeg, jpeg(Some(tiff.clone()))),
                ("png", Format::Png, png(Some(tiff.clone()))),
                ("webp", Format::Webp, webp(Some(tiff.clone()))),
            ] {
                let animated = format == Format::Png;
                // Browsers don't turn a WebP.
                let turns = format != Format::Webp;
                let (width, height) = match orientation >= 5 && turns {
                    true => (30, 40),
                    false => (40, 30),
                };
                assert_eq!(
                    inspect(extension, &bytes),
                    Ok(info(format, width, height, animated))
                );
                let cleaned = clean(extension, &bytes);
                assert_eq!(contains(&cleaned, &minimal), orientation != 1 && turns);
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
        assert_eq!(orientation::read(nonsense), 1);
    }
}

#[test]
fn jpeg_keeps_picture_profile_and_colours_exactly() {
    let mut expected = vec![0xff, 0xd8];
    expected.extend(segment(0xe0, b"JFIF\0\x01\x02\0\0\x48\0\x48\0\0"));
    expected.extend(segment(
        0xe1,
        &[orientation::EXIF_PREFIX, &orientation::minimal(6)].concat(),
    ));
    expected.extend(segment(
        0xe2,
        &[b"ICC_PROFILE\0\x01\x01", &clean_profile()[..]].concat(),
    ));
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
    expected.extend(with_checksum(png_chunk(
        b"iCCP",
        &iccp(b"ICC", &clean_profile()),
    )));
    expected.extend(b"\0\0\0\x1aeXIf");
    expected.extend(orientation::minimal(8));
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

/// A chunk whose checksum is right.
fn with_checksum(mut chunk: Vec<u8>) -> Vec<u8> {
    let end = chunk.len() - 4;
    let mut crc = u32::MAX;
    for &byte in &chunk[4..end] {
        crc ^= u32::from(byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 {
                (crc >> 1) ^ 0xedb8_8320
            } else {
                crc >> 1
            };
        }
    }
    chunk[end..].copy_from_slice(&(!crc).to_be_bytes());
    chunk
}

#[test]
fn orientation_is_that_of_the_first_entry_that_browsers_accept() {
    let entry = |tag: u16, kind: u16, count: u32, value: u16| {
        let mut entry = tag.to_be_bytes().to_vec();
        entry.extend(kind.to_be_bytes());
        entry.extend(count.to_be_bytes());
        entry.extend(value.to_be_bytes());
        entry.extend([0, 0]);
        entry
    };
    let good = |value| entry(0x0112, 3, 1, value);
    // As Chromium turned pictures with such entries.
    for (entries, expected) in [
        (vec![good(6)], 6),
        (vec![entry(0x0112, 3, 0, 6)], 1),
        (vec![entry(0x0112, 3, 2, 6)], 1),
        (vec![entry(0x0112, 4, 1, 6)], 1),
        (vec![entry(0x0112, 1, 1, 0x0600)], 1),
        (vec![good(1), good(6)], 1),
        (vec![good(6), good(8)], 6),
        (vec![good(9), good(6)], 6),
        (vec![entry(0x0112, 3, 2, 8), good(6)], 6),
        (vec![entry(0x0112, 4, 1, 8), good(6)], 6),
    ] {
        let count = u16::try_from(entries.len()).expect("few");
        let mut tiff = b"MM\0\x2a\0\0\0\x08".to_vec();
        tiff.extend(count.to_be_bytes());
        tiff.extend(entries.concat());
        assert_eq!(orientation::read(&tiff), expected, "{entries:?}");
    }
}

#[test]
fn png_is_turned_by_the_first_exif_before_the_pixels() {
    let build = |before: &[Vec<u8>], after: &[Vec<u8>]| {
        let exif = |all: &[Vec<u8>]| -> Vec<u8> {
            all.iter()
                .flat_map(|tiff| png_chunk(b"eXIf", tiff))
                .collect()
        };
        let mut bytes = png::MAGIC.to_vec();
        bytes.extend(png_header(40, 30));
        bytes.extend(exif(before));
        bytes.extend(png_chunk(b"IDAT", PIXELS));
        bytes.extend(exif(after));
        bytes.extend(png_chunk(b"IEND", b""));
        bytes
    };
    let [one, six, eight] = [1, 6, 8].map(|orientation| gps(orientation, true));
    let prefixed = [orientation::EXIF_PREFIX, &six].concat();
    for (before, after, turned) in [
        (vec![six.clone()], vec![], true),
        (vec![], vec![six.clone()], false),
        (vec![one.clone()], vec![six.clone()], false),
        (vec![one, six.clone()], vec![], false),
        (vec![six, eight.clone()], vec![], true),
        (vec![b"XX".to_vec()], vec![eight], false),
        (vec![prefixed], vec![], false),
    ] {
        let bytes = build(&before, &after);
        let info = inspect("png", &bytes).expect("good");
        assert_eq!(
            (info.width, info.height),
            if turned { (30, 40) } else { (40, 30) }
        );
        assert_eq!(contains(&clean("png", &bytes), b"eXIf"), turned);
    }
}

#[test]
fn jpeg_that_no_browser_shows_is_refused() {
    let scan = [segment(0xda, &[1, 1, 0, 0, 63, 0]), PIXELS.to_vec()].concat();
    let build = |frame: Vec<u8>| [&[0xff, 0xd8][..], &frame, &scan, &[0xff, 0xd9]].concat();
    for marker in [0xc0, 0xc1, 0xc2] {
        assert!(inspect("jpg", &build(frame_header(marker, 4, 4))).is_ok());
        let mut twelve = frame_header(marker, 4, 4);
        twelve[4] = 12;
        malformed_with("jpg", &build(twelve), "12 bits");
    }
    for marker in [0xc3, 0xc5, 0xc9, 0xca, 0xcf] {
        malformed_with("jpg", &build(frame_header(marker, 4, 4)), "no browser");
    }
}

#[test]
fn no_part_has_room_for_more_than_it_says() {
    let frame = [
        frame_header(0xc0, 4, 4),
        segment(0xda, &[1, 1, 0, 0, 63, 0]),
    ]
    .concat();
    let jpeg =
        |parts: &[Vec<u8>]| [&[0xff, 0xd8], &parts.concat()[..], &frame, &[0xff, 0xd9]].concat();
    let restarts = segment(0xdd, &[0, 8]);
    let dirty = [
        &restarts,
        &segment(0xdd, b"59.3293N"),
        &segment(0xdf, b"59.3293N"),
        &segment(0xcc, b"59.3293N"),
    ];
    let cleaned = clean("jpg", &jpeg(&dirty.map(Vec::clone)));
    assert_eq!(cleaned, jpeg(&[restarts]));
    let webp = |animation: &[&[u8]]| {
        let payload = [&[0; 6], &[39, 0, 0, 29, 0, 0, 100, 0, 0, 0][..], &vp8()].concat();
        let mut chunks = vec![vp8x(0x02, 40, 30)];
        chunks.extend(animation.iter().map(|payload| webp_chunk(b"ANIM", payload)));
        chunks.push(webp_chunk(b"ANMF", &payload));
        riff(&chunks)
    };
    let dirty = webp(&[b"\0\0\0\0\0\0 59.3293N", &[0; 6]]);
    assert_eq!(clean("webp", &dirty), webp(&[&[0; 6]]));
}

#[test]
fn profiles_keep_what_colours_need() {
    let profile = profile();
    let cleaned = clean_profile();
    assert_eq!(icc::clean(&cleaned).as_ref(), Some(&cleaned));
    for secret in SECRETS
        .into_iter()
        .chain([&b"mmod"[..], b"vcgt", b"B2A0", b"59.3", b"<<<"])
    {
        assert!(contains(&profile, secret) && !contains(&cleaned, secret));
    }
    for kept in [b"rXYZ", b"gTRC", b"wtpt", b"acsp", b"curv"] {
        assert!(contains(&cleaned, kept));
    }
    // Three channels share a curve.
    let curve = b"curv\0\0\0\0\0\0\0\x01\x02\x33";
    let curves = cleaned.windows(curve.len()).filter(|part| part == curve);
    assert_eq!(curves.count(), 1);
    // Printers have a table in place of curves.
    let mut table = b"mft1\0\0\0\0\x04\x03\x02\0".to_vec();
    table.resize(48 + 256 * 7 + 16 * 3, 5);
    let length = table.len();
    table.extend(b"a private comment");
    let press = icc::clean(&profile_of(b"CMYK", &[(b"A2B0", table.clone())])).expect("good");
    assert!(contains(&press, &table[8..length]) && !contains(&press, b"a private"));
    for broken in [
        &b""[..],
        &profile[..131],
        &profile[..profile.len() - 40],
        b"not a profile",
        &profile_of(b"RGB ", &[]),
        &profile_of(b"CMYK", &[(b"A2B0", table[..100].to_vec())]),
        &profile_of(
            b"GRAY",
            &[(b"kTRC", b"curv\0\0\0\0\xff\xff\xff\xff".to_vec())],
        ),
    ] {
        assert_eq!(icc::clean(broken), None);
    }
}

#[test]
fn long_profiles_are_written_in_parts() {
    let mut curve = b"curv\0\0\0\0\0\x01\0\0".to_vec();
    curve.resize(12 + 2 * 65_536, 7);
    let profile = profile_of(b"GRAY", &[(b"kTRC", curve)]);
    let mut bytes = vec![0xff, 0xd8];
    let parts: Vec<&[u8]> = profile.chunks(50_000).collect();
    for (index, part) in parts.iter().enumerate() {
        let numbers = [u8::try_from(index + 1).expect("few"), 3];
        bytes.extend(segment(
            0xe2,
            &[b"ICC_PROFILE\0", &numbers[..], part].concat(),
        ));
    }
    bytes.extend(frame_header(0xc0, 4, 4));
    bytes.extend(segment(0xda, &[1, 1, 0, 0, 63, 0]));
    bytes.extend([0xff, 0xd9]);
    assert!(contains(&clean("jpg", &bytes), b"ICC_PROFILE\0\x03\x03"));
    let at = bytes
        .windows(2)
        .rposition(|pair| pair == b"\x03\x03")
        .expect("the last part");
    bytes[at] = 4;
    assert!(!contains(&clean("jpg", &bytes), b"ICC_PROFILE"));
}

#[test]
fn nothing_stands_behind_the_pixels_of_a_png() {
    let raw: Vec<u8> = (0..30 * 121)
        .map(|n| if n % 121 == 0 { 0 } else { n as u8 })
        .collect();
    let pixels = miniz_oxide::deflate::compress_to_vec_zlib(&raw, 6);
    let build = |data: &[&[u8]], frame: &[u8]| {
        let mut bytes = png::MAGIC.to_vec();
        bytes.extend(png_header(40, 30));
        bytes.extend(png_chunk(b"acTL", &[0, 0, 0, 2, 0, 0, 0, 0]));
        for part in data {
            bytes.extend(with_checksum(png_chunk(b"IDAT", part)));
        }
        bytes.extend(png_chunk(b"fcTL", &[1; 26]));
        bytes.extend(with_checksum(png_chunk(
            b"fdAT",
            &[b"\0\0\0\x01", frame].concat(),
        )));
        bytes.extend(png_chunk(b"IEND", b""));
        bytes
    };
    let (first, second) = pixels.split_at(pixels.len() / 2);
    let good = build(&[first, second], &pixels);
    assert_eq!(clean("png", &good), good);
    let secret = b"59.3293N";
    let more = [&pixels[..], secret].concat();
    let dirty = build(&[first, &more[first.len()..], secret], &more);
    assert_eq!(clean("png", &dirty), good);
}

#[test]
fn icons_are_written_anew_without_gaps() {
    let mut bitmap = vec![40, 0, 0, 0, 2, 0, 0, 0, 4, 0, 0, 0, 1, 0, 32, 0];
    bitmap.resize(40 + 2 * 2 * 4 + 2 * 4, 0);
    let icon = |pictures: &[&[u8]], gap: &[u8], mark: u8| {
        let mut list = vec![0, 0, 1, 0, u8::try_from(pictures.len()).expect("few"), 0];
        let mut data = Vec::new();
        for picture in pictures {
            data.extend_from_slice(gap);
            list.extend([40, 30, 0, mark, 1, 0, 32, 0]);
            list.extend(u32::try_from(picture.len()).expect("short").to_le_bytes());
            let start = 6 + 16 * pictures.len() + data.len();
            list.extend(u32::try_from(start).expect("short").to_le_bytes());
            data.extend_from_slice(picture);
        }
        [list, data].concat()
    };
    let photo = png(Some(gps(6, true)));
    let long = [&bitmap[..], b"59.3293N"].concat();
    let dirty = icon(&[&photo, &long], b"a private comment", 7);
    let expected = icon(&[&clean("png", &photo), &bitmap], b"", 0);
    for name in ["ico", "cur", "x"] {
        assert_eq!(clean(name, &dirty), expected);
        assert_eq!(inspect(name, &dirty), Ok(info(Format::Ico, 40, 30, false)));
    }
    for end in 22..dirty.len() {
        assert_eq!(
            inspect("ico", &dirty[..end]),
            Err(Problem::Truncated),
            "{end}"
        );
    }
    let mut other = bitmap.clone();
    other[0] = 124;
    malformed_with("ico", &icon(&[&other], b"", 0), "unusual");
    // As many as the list can hold, all of them the same bytes.
    let mut many = icon(&[&bitmap[..]; 100], b"", 0);
    let first: [u8; 4] = many[18..22].try_into().expect("four");
    for entry in many[6..6 + 1600].chunks_mut(16) {
        entry[12..].copy_from_slice(&first);
    }
    assert!(inspect("ico", &many).is_ok());
    many.truncate(6 + 1600 + bitmap.len());
    malformed_with("ico", &many, "overlap");
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
        expected.extend(b"\x2c\0\0\0\0\x28\0\x1e\0\x80\x01\x02\x03\x04\x05\x06\x02\x02\x44\x01\0");
    }
    expected.push(0x3b);
    let mut bytes = gif();
    bytes.extend(b"TRAILING");
    assert_eq!(inspect("gif", &bytes), Ok(info(Format::Gif, 40, 30, true)));
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
        vp8x(0x20, 40, 30),
        webp_chunk(b"ICCP", &clean_profile()),
        vp8(),
    ]);
    assert_eq!(clean("webp", &bytes), expected);
    let broken = riff(&[vp8x(0x20, 40, 30), webp_chunk(b"ICCP", b"59.3293N"), vp8()]);
    let without = riff(&[vp8x(0, 40, 30), vp8()]);
    assert_eq!(clean("webp", &broken), without);
}

#[test]
fn webp_without_a_canvas_is_one_chunk() {
    for (image, width, height) in [(vp8(), 40, 30), (vp8l(16_384, 12_000), 16_384, 12_000)] {
        let lone = riff(std::slice::from_ref(&image));
        assert_eq!(
            inspect("webp", &lone),
            Ok(info(Format::Webp, width, height, false))
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
        Ok(info(Format::Webp, 40, 30, true))
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
