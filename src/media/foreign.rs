//! Images in formats that nitton can't clean, and so doesn't publish.
//!
//! Owns how they are recognised, by name and by their first bytes. Must never read
//! further than that.

/// Boxes of the ISO base media file format begin with this after their length.
const FILE_TYPE: &[u8] = b"ftyp";

/// The format that a lower-case extension promises.
pub(super) fn by_extension(extension: &str) -> Option<&'static str> {
    match extension {
        "heic" | "heif" | "heics" | "heifs" | "hif" => Some("HEIC"),
        "avif" | "avifs" => Some("AVIF"),
        "tif" | "tiff" => Some("TIFF"),
        "bmp" | "dib" => Some("BMP"),
        "jxl" => Some("JPEG XL"),
        "jp2" | "j2k" | "jpf" | "jpx" | "jpm" => Some("JPEG 2000"),
        "psd" | "psb" => Some("Photoshop"),
        "dng" | "nef" | "nrw" | "cr2" | "cr3" | "crw" | "arw" | "orf" | "raf" | "rw2" | "pef"
        | "srw" => Some("raw"),
        _ => None,
    }
}

/// The format that the first bytes show. Raw files of most cameras are TIFF within.
pub(super) fn sniff(head: &[u8]) -> Option<&'static str> {
    const BEGINNINGS: [(&[u8], &str); 11] = [
        (b"II\x2a\0", "TIFF"),
        (b"MM\0\x2a", "TIFF"),
        (b"II\x2b\0", "TIFF"),
        (b"MM\0\x2b", "TIFF"),
        (b"IIRO", "raw"),
        (b"IIU\0", "raw"),
        (b"FUJIFILMCCD-RAW", "raw"),
        (b"8BPS\0", "Photoshop"),
        (b"\0\0\0\x0cJXL \r\n\x87\n", "JPEG XL"),
        (b"\0\0\0\x0cjP  \r\n\x87\n", "JPEG 2000"),
        (b"\xff\x4f\xff\x51", "JPEG 2000"),
    ];
    let known = (BEGINNINGS.iter()).find(|(beginning, _)| head.starts_with(beginning));
    known
        .map(|(_, format)| *format)
        .or_else(|| still_picture(head))
}

/// HEIC and AVIF: a film's container whose brands speak of a picture.
fn still_picture(head: &[u8]) -> Option<&'static str> {
    let length = u32::from_be_bytes(head.get(..4)?.try_into().ok()?);
    if head.get(4..8)? != FILE_TYPE {
        return None;
    }
    let end = usize::try_from(length).unwrap_or(usize::MAX);
    let brands = head.get(8..end.min(head.len()))?;
    let mut brands = brands
        .chunks_exact(4)
        .enumerate()
        .filter(|(index, _)| *index != 1) // the minor version
        .map(|(_, brand)| brand);
    brands.find_map(|brand| match brand {
        b"avif" | b"avis" | b"avio" => Some("AVIF"),
        b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" | b"hevm" | b"hevs" | b"mif1"
        | b"mif2" | b"msf1" | b"miaf" => Some("HEIC"),
        b"crx " => Some("raw"),
        _ => None,
    })
}
