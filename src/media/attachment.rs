//! Files that are no images: whether a browser would run what is in them.
//!
//! A site's files share its address, so a page among them could do there whatever it
//! likes. Owns the kinds of files that can't, by name and by content. Must never know
//! who may be trusted.

use super::svg;
use crate::css::{self, Address, Kind};

/// What a browser would do with a file that is no image.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attachment {
    /// Show, play or save it.
    Harmless,
    /// Run what is in it.
    Active,
    /// Ask another site for something, or perhaps: a style sheet does.
    Remote,
    /// Nobody can tell: it is of no known kind.
    Unknown,
}

/// What a file is by its name and its bytes. `all` gives all bytes, where its `head`
/// doesn't say enough.
pub fn attachment<E>(
    name: &str,
    head: &[u8],
    all: impl FnOnce() -> Result<Vec<u8>, E>,
) -> Result<Attachment, E> {
    let name = name.to_lowercase();
    let (stem, extension) = split(&name);
    let is_text = matches!(extension, Some("txt" | "text"));
    Ok(match extension {
        Some(extension) if XML.contains(&extension) => match svg::is_plain_data(&all()?) {
            true => Attachment::Harmless,
            false => Attachment::Active,
        },
        Some(extension) if ACTIVE.contains(&extension) => Attachment::Active,
        Some("css") => match asks_others(&String::from_utf8_lossy(&all()?)) {
            true => Attachment::Remote,
            false => Attachment::Harmless,
        },
        // A host that doesn't know a kind lets browsers guess it by its beginning.
        _ if !is_text && looks_like_markup(head) => Attachment::Active,
        // Hosts send what is in it under its own kind, compressed.
        Some(extension) if ENCODINGS.contains(&extension) => match split(stem).1 {
            Some(inner) if ACTIVE.contains(&inner) || XML.contains(&inner) => Attachment::Active,
            _ => Attachment::Harmless,
        },
        Some(extension) if !HARMLESS.contains(&extension) => Attachment::Unknown,
        _ => Attachment::Harmless,
    })
}

/// Whether a style sheet loads something from elsewhere, or hides from where.
fn asks_others(sheet: &str) -> bool {
    css::references(sheet).iter().any(|found| {
        matches!(
            (found.kind, Address::of(&found.text)),
            (Kind::Computed, _) | (_, Address::Elsewhere) | (Kind::Sheet, Address::Data)
        )
    })
}

/// The name without its extension, and that. A number is none: `LICENSE-2.0`.
fn split(name: &str) -> (&str, Option<&str>) {
    match name.rsplit_once('.') {
        Some((stem, extension))
            if !stem.is_empty() && !extension.bytes().all(|byte| byte.is_ascii_digit()) =>
        {
            (stem, Some(extension))
        }
        _ => (name, None),
    }
}

/// Whether it begins as HTML or XML do, in any encoding that browsers guess.
fn looks_like_markup(head: &[u8]) -> bool {
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    let mut letters = head
        .iter()
        .copied()
        .filter(|byte| !matches!(byte, 0 | 0xfe | 0xff))
        .skip_while(u8::is_ascii_whitespace);
    letters.next() == Some(b'<')
        && letters
            .next()
            .is_some_and(|next| next.is_ascii_alphabetic() || matches!(next, b'!' | b'?' | b'/'))
}

/// XML, which is only data unless it says that it is a page, a drawing or a style sheet.
const XML: &[&str] = &[
    "atom", "dae", "gml", "gpx", "kml", "musicxml", "opml", "owl", "rdf", "rss", "wsdl", "xml",
    "xsd", "xspf",
];

/// What browsers or hosts run, and whatever of it is compressed.
const ACTIVE: &[&str] = &[
    "asp", "aspx", "cgi", "cjs", "eml", "hta", "htc", "htm", "html", "jar", "jnlp", "js", "jsp",
    "mht", "mhtml", "mjs", "php", "phtml", "pl", "py", "shtm", "shtml", "svgz", "swf", "ts",
    "wasm", "xhtml", "xht", "xsl", "xslt", "xul",
];

/// Compressions that hosts name as the encoding of what is in them.
const ENCODINGS: &[&str] = &["br", "bz2", "gz", "xz", "z", "zst"];

/// What browsers show, play or save.
const HARMLESS: &[&str] = &[
    // Documents.
    "azw3",
    "djvu",
    "doc",
    "docm",
    "docx",
    "dot",
    "dotx",
    "epub",
    "key",
    "mobi",
    "mpp",
    "numbers",
    "odb",
    "odf",
    "odg",
    "odp",
    "ods",
    "odt",
    "otp",
    "ots",
    "ott",
    "pages",
    "pdf",
    "pot",
    "potx",
    "pps",
    "ppsx",
    "ppt",
    "pptm",
    "pptx",
    "pub",
    "rtf",
    "vsd",
    "vsdx",
    "xls",
    "xlsb",
    "xlsm",
    "xlsx",
    "xlt",
    "xltx",
    // Text and data.
    "arrow",
    "asc",
    "avro",
    "bib",
    "bin",
    "conf",
    "csv",
    "dat",
    "dbf",
    "dta",
    "geojson",
    "gpkg",
    "ics",
    "ifb",
    "json",
    "jsonl",
    "jsonld",
    "log",
    "lrc",
    "md",
    "markdown",
    "mdb",
    "ndjson",
    "nt",
    "parquet",
    "por",
    "prj",
    "ris",
    "rda",
    "rds",
    "sav",
    "shp",
    "shx",
    "sqlite",
    "sql",
    "srt",
    "sbv",
    "sub",
    "tab",
    "tex",
    "text",
    "toml",
    "topojson",
    "tsv",
    "ttl",
    "txt",
    "vcf",
    "vcs",
    "vtt",
    "webmanifest",
    "yaml",
    "yml",
    "map",
    // Sound and film.
    "3gp",
    "aac",
    "aif",
    "aiff",
    "amr",
    "avi",
    "flac",
    "m3u",
    "m3u8",
    "m4a",
    "m4b",
    "m4v",
    "mid",
    "midi",
    "mkv",
    "mov",
    "mp3",
    "mp4",
    "mpeg",
    "mpg",
    "oga",
    "ogg",
    "ogv",
    "opus",
    "wav",
    "weba",
    "webm",
    "wma",
    "wmv",
    // Fonts.
    "eot",
    "otf",
    "ttc",
    "ttf",
    "woff",
    "woff2",
    // Archives.
    "7z",
    "kmz",
    "rar",
    "tar",
    "tbz2",
    "tgz",
    "txz",
    "zip",
    // Drawings for machines.
    "dwf",
    "dwg",
    "dxf",
    "ifc",
    "step",
    "stl",
    "stp",
    // Keys and signatures.
    "cer",
    "crl",
    "crt",
    "gpg",
    "p7m",
    "p7s",
    "pgp",
    "sig",
    "torrent",
];
