//! Builders: images with everything in them that must not be published.

use crate::media::orientation;

/// What must never come out.
pub(super) const SECRETS: [&[u8]; 3] = [b"59.3293N", b"<x:xmpmeta", b"a private comment"];
/// A display's colour profile, which says whose it is.
pub(super) fn profile() -> Vec<u8> {
    let xyz = [b"XYZ \0\0\0\0", &[1; 12][..], b"59.3293N"].concat();
    let curve = b"curv\0\0\0\0\0\0\0\x01\x02\x33a private comment".to_vec();
    profile_of(
        b"RGB ",
        &[
            (
                b"desc",
                b"desc\0\0\0\0\0\0\0\x12a private comment\0".to_vec(),
            ),
            (b"mmod", b"mmod\0\0\0\0 59.3293N".to_vec()),
            (b"vcgt", b"a private comment".to_vec()),
            (b"rXYZ", xyz.clone()),
            (b"gXYZ", xyz.clone()),
            (b"bXYZ", xyz.clone()),
            (b"wtpt", xyz),
            (b"rTRC", curve.clone()),
            (b"gTRC", curve.clone()),
            (b"bTRC", curve),
            (b"B2A0", b"<x:xmpmeta".to_vec()),
        ],
    )
}

/// A profile of a colour space, with these tags.
pub(super) fn profile_of(space: &[u8; 4], tags: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let long = |value: usize| u32::try_from(value).expect("short").to_be_bytes();
    let mut profile = b"....59.3\x02\x10\0\0mntrRGB XYZ 59.3293N....acsp59.3293N59.3293N".to_vec();
    profile[16..20].copy_from_slice(space);
    profile.resize(132, b'<');
    profile[64..68].fill(0);
    profile[128..132].copy_from_slice(&long(tags.len()));
    let mut data = Vec::new();
    for (name, tag) in tags {
        profile.extend_from_slice(*name);
        profile.extend(long(132 + 12 * tags.len() + data.len()));
        profile.extend(long(tag.len()));
        data.extend_from_slice(tag);
    }
    profile.extend(data);
    let length = long(profile.len());
    profile[..4].copy_from_slice(&length);
    profile
}

/// The same, as it must come out.
pub(super) fn clean_profile() -> Vec<u8> {
    crate::media::icc::clean(&profile()).expect("a good profile")
}

/// A chunk of a PNG that holds it.
pub(super) fn iccp(name: &[u8], profile: &[u8]) -> Vec<u8> {
    let compressed = miniz_oxide::deflate::compress_to_vec_zlib(profile, 6);
    [name, b"\0\0", &compressed].concat()
}
/// Compressed pixels, with everything that looks like markers.
pub(super) const PIXELS: &[u8] =
    b"\x12\xff\x00\x34\xff\xd0\x56\xff\x00\xff\xd7\x00\x78\xff\xff\x00\x01";

pub(super) fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// TIFF with the orientation and, as a camera would write it, where it was.
pub(super) fn gps(orientation: u8, big: bool) -> Vec<u8> {
    let mark = if big { b"MM\0\x2a" } else { b"II\x2a\0" };
    let short = |value: u16| {
        if big {
            value.to_be_bytes()
        } else {
            value.to_le_bytes()
        }
    };
    let long = |value: u32| {
        if big {
            value.to_be_bytes()
        } else {
            value.to_le_bytes()
        }
    };
    let mut tiff = mark.to_vec();
    tiff.extend(long(8));
    tiff.extend(short(2));
    for (tag, kind, value) in [
        (0x0112, 3, short(u16::from(orientation))),
        (0x8825, 4, short(38)),
    ] {
        tiff.extend(short(tag));
        tiff.extend(short(kind));
        tiff.extend(long(1));
        tiff.extend(value);
        tiff.extend([0, 0]);
    }
    tiff.extend(long(0));
    tiff.extend(b"59.3293N 18.0686E");
    tiff
}

pub(super) fn segment(marker: u8, payload: &[u8]) -> Vec<u8> {
    let length = u16::try_from(payload.len() + 2).expect("short");
    [&[0xff, marker], &length.to_be_bytes()[..], payload].concat()
}

pub(super) fn frame_header(marker: u8, width: u16, height: u16) -> Vec<u8> {
    let mut payload = vec![8];
    payload.extend(height.to_be_bytes());
    payload.extend(width.to_be_bytes());
    payload.extend([1, 1, 0x11, 0]);
    segment(marker, &payload)
}

/// A progressive JPEG with two scans.
pub(super) fn jpeg(exif_payload: Option<Vec<u8>>) -> Vec<u8> {
    let mut bytes = vec![0xff, 0xd8];
    let mut jfif = b"JFIF\0\x01\x02\0\0\x48\0\x48\x01\x01".to_vec();
    jfif.extend(b"a private comment as thumbnail");
    bytes.extend(segment(0xe0, &jfif));
    if let Some(payload) = exif_payload {
        bytes.extend(segment(
            0xe1,
            &[orientation::EXIF_PREFIX, &payload].concat(),
        ));
    }
    bytes.extend(segment(0xe1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>"));
    let profile = profile();
    let (first, second) = profile.split_at(100);
    bytes.extend(segment(0xe2, &[b"ICC_PROFILE\0\x02\x02", second].concat()));
    bytes.extend(segment(0xe2, &[b"ICC_PROFILE\0\x01\x02", first].concat()));
    bytes.extend(segment(0xe2, b"MPF\0 59.3293N"));
    bytes.extend(segment(0xed, b"Photoshop 3.0\0a private comment"));
    bytes.extend(segment(0xee, b"Adobe\0\x64\0\0\0\0\x01 a private comment"));
    bytes.extend(segment(0xfe, b"a private comment"));
    bytes.extend(segment(0xdb, &[7; 65]));
    bytes.extend([0xff, 0xff]);
    bytes.extend(frame_header(0xc2, 40, 30));
    for _ in 0..2 {
        bytes.extend(segment(0xc4, &[1; 20]));
        bytes.extend(segment(0xda, &[1, 1, 0, 0, 63, 0]));
        bytes.extend(PIXELS);
        bytes.extend(segment(0xfe, b"a private comment"));
    }
    bytes.extend([0xff, 0xd9]);
    bytes
}

pub(super) fn png_chunk(kind: &[u8; 4], payload: &[u8]) -> Vec<u8> {
    let length = u32::try_from(payload.len()).expect("short");
    // The checksum isn't looked at, it only has to survive.
    [
        &length.to_be_bytes()[..],
        kind,
        payload,
        b"\xc5\xc6\xc7\xc8",
    ]
    .concat()
}

pub(super) fn png_header(width: u32, height: u32) -> Vec<u8> {
    let mut payload = width.to_be_bytes().to_vec();
    payload.extend(height.to_be_bytes());
    payload.extend([8, 2, 0, 0, 0]);
    png_chunk(b"IHDR", &payload)
}

/// An animated PNG of two frames.
pub(super) fn png(exif_payload: Option<Vec<u8>>) -> Vec<u8> {
    let mut bytes = crate::media::png::MAGIC.to_vec();
    bytes.extend(png_header(40, 30));
    bytes.extend(png_chunk(b"iCCP", &iccp(b"a private comment", &profile())));
    bytes.extend(png_chunk(b"sPLT", b"a private comment\0\x08"));
    bytes.extend(png_chunk(b"gAMA", b"59.3293N"));
    bytes.extend(png_chunk(b"tEXt", b"Comment\0a private comment"));
    bytes.extend(png_chunk(
        b"iTXt",
        b"XML:com.adobe.xmp\0\0\0\0\0<x:xmpmeta/>",
    ));
    bytes.extend(png_chunk(b"zTXt", b"a private comment"));
    bytes.extend(png_chunk(b"tIME", b"\x07\xe8\x01\x02\x03\x04\x05"));
    bytes.extend(png_chunk(b"prVt", b"a private comment"));
    if let Some(payload) = exif_payload {
        bytes.extend(png_chunk(b"eXIf", &payload));
    }
    bytes.extend(png_chunk(b"acTL", &[0, 0, 0, 2, 0, 0, 0, 0]));
    bytes.extend(png_chunk(b"fcTL", &[0; 26]));
    bytes.extend(png_chunk(b"IDAT", PIXELS));
    bytes.extend(png_chunk(b"fcTL", &[1; 26]));
    bytes.extend(png_chunk(b"fdAT", PIXELS));
    bytes.extend(png_chunk(b"IEND", b""));
    bytes
}

/// An animated GIF of two frames.
pub(super) fn gif() -> Vec<u8> {
    let mut bytes = b"GIF89a\x28\0\x1e\0\x80\0\0\x01\x02\x03\x04\x05\x06".to_vec();
    bytes.extend(b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0");
    bytes.extend(b"\x21\xff\x0bNETSCAPE2.0\x0859.3293N\0");
    bytes.extend(b"\x21\xff\x0bXMP DataXMP\x0c<x:xmpmeta/>\0");
    bytes.extend(b"\x21\xff\x0bICCRGBG1012\x0859.3293N\0");
    for _ in 0..2 {
        bytes.extend(b"\x21\xf9\x04\x04\x0a\0\0\0");
        bytes.extend(b"\x21\xfe\x11a private comment\0");
        bytes.extend(b"\x2c\0\0\0\0\x28\0\x1e\0\x80\x01\x02\x03\x04\x05\x06\x02\x03\x44\x01\x05\x0859.3293N\0");
    }
    // A control of its own, which goes with the text.
    bytes.extend(b"\x21\xf9\x04\x04\x63\0\0\0");
    bytes.extend(b"\x21\x01\x0c123456789012\x11a private comment\0");
    bytes.push(0x3b);
    bytes
}

pub(super) fn webp_chunk(kind: &[u8; 4], payload: &[u8]) -> Vec<u8> {
    let length = u32::try_from(payload.len()).expect("short");
    let mut chunk = [kind, &length.to_le_bytes()[..], payload].concat();
    if payload.len() % 2 == 1 {
        chunk.push(0);
    }
    chunk
}

pub(super) fn riff(chunks: &[Vec<u8>]) -> Vec<u8> {
    let body = chunks.concat();
    let length = u32::try_from(body.len() + 4).expect("short");
    [b"RIFF", &length.to_le_bytes()[..], b"WEBP", &body].concat()
}

/// A lossy image of 40 × 30.
pub(super) fn vp8() -> Vec<u8> {
    webp_chunk(
        b"VP8 ",
        &[b"\x10\x02\0\x9d\x01\x2a\x28\0\x1e\0", PIXELS].concat(),
    )
}

/// A lossless image.
pub(super) fn vp8l(width: u32, height: u32) -> Vec<u8> {
    let bits = (width - 1) | (height - 1) << 14;
    webp_chunk(
        b"VP8L",
        &[b"\x2f", &bits.to_le_bytes()[..], PIXELS].concat(),
    )
}

pub(super) fn vp8x(flags: u8, width: u32, height: u32) -> Vec<u8> {
    let mut payload = vec![flags, 0, 0, 0];
    payload.extend(&(width - 1).to_le_bytes()[..3]);
    payload.extend(&(height - 1).to_le_bytes()[..3]);
    webp_chunk(b"VP8X", &payload)
}

pub(super) fn webp(exif_payload: Option<Vec<u8>>) -> Vec<u8> {
    let mut chunks = vec![vp8x(0x2c, 40, 30), webp_chunk(b"ICCP", &profile()), vp8()];
    if let Some(payload) = exif_payload {
        chunks.push(webp_chunk(b"EXIF", &payload));
    }
    chunks.push(webp_chunk(b"XMP ", b"<x:xmpmeta/>"));
    chunks.push(webp_chunk(b"NOTE", b"a private comment"));
    riff(&chunks)
}

/// One image of each raster format with all of [`SECRETS`] in it.
pub(super) fn every_raster() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("jpg", jpeg(Some(gps(6, true)))),
        ("png", png(Some(gps(6, false)))),
        ("gif", gif()),
        ("webp", webp(Some(gps(6, true)))),
    ]
}
