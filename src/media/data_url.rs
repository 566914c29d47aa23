//! Pictures and fonts that are written into a text, as `data:` addresses.
//!
//! Owns taking them out and putting them back. Must never know the text.

use std::borrow::Cow;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use data_url::DataUrl;
use data_url::mime::Mime;

use super::{Format, Problem, is_image, malformed, publishable_at};
use crate::css::{self, Address, Kind};
use crate::message;

/// How deep drawings may lie in drawings.
const MAX_DEPTH: usize = 4;

/// A `data:` address without metadata; `None` if it had none. What is neither a picture
/// nor a font is [`Problem::NotAnImage`].
pub fn embedded(address: &str) -> Result<Option<String>, Problem> {
    clean(address, 0)
}

/// A style sheet whose pictures have no metadata, borrowed when they had none.
pub fn publishable_sheet(bytes: &[u8]) -> Result<Cow<'_, [u8]>, Problem> {
    if let Ok(css) = std::str::from_utf8(bytes) {
        return Ok(match clean_sheet(css)? {
            Cow::Borrowed(_) => Cow::Borrowed(bytes),
            Cow::Owned(clean) => Cow::Owned(clean.into_bytes()),
        });
    }
    // In whatever encoding it is, its bytes stay what they are.
    let letters: String = bytes.iter().copied().map(char::from).collect();
    Ok(match clean_sheet(&letters)? {
        Cow::Borrowed(_) => Cow::Borrowed(bytes),
        // What is written is ASCII.
        Cow::Owned(clean) => clean.chars().map(|letter| letter as u8).collect(),
    })
}

fn clean_sheet(css: &str) -> Result<Cow<'_, str>, Problem> {
    css::rewrite(css, |reference| {
        match (reference.kind, Address::of(&reference.text)) {
            (Kind::File, Address::Data) => {}
            _ => return Ok(None),
        }
        match embedded(&reference.text) {
            // No browser shows it as a picture.
            Err(Problem::NotAnImage) => Ok(None),
            Err(problem) => Err(Problem::Embedded {
                problem: Box::new(problem),
                offset: reference.place.start,
            }),
            Ok(clean) => Ok(clean),
        }
    })
}

/// An address in a drawing that lies `depth` levels deep in others, without metadata.
pub(super) fn clean(address: &str, depth: usize) -> Result<Option<String>, Problem> {
    let url = DataUrl::process(address).map_err(|_| Problem::NotAnImage)?;
    let mime = url.mime_type();
    let (bytes, fragment) =
        (url.decode_to_vec()).map_err(|_| malformed(message!("embedded-base64")))?;
    if is_font(&bytes) {
        let plain = is_plain(mime) && fragment.is_none();
        return Ok((!plain).then(|| written("font/sfnt", &bytes)));
    }
    if mime.type_ != "image" && !is_image("", &bytes) {
        return Err(Problem::NotAnImage);
    }
    if depth >= MAX_DEPTH {
        return Err(malformed(message!("embedded-depth")));
    }
    let (info, clean) = publishable_at("", &bytes, depth + 1)?;
    let is_drawing = info.format == Format::Svg;
    if matches!(clean, Cow::Borrowed(_)) && is_plain(mime) && (is_drawing || fragment.is_none()) {
        return Ok(None);
    }
    let mut address = written(info.format.mime(), &clean);
    if let Some(fragment) = fragment.filter(|_| is_drawing) {
        address.push('#');
        address.push_str(&fragment.to_percent_encoded());
    }
    Ok(Some(address))
}

/// Whether the type says nothing that could be somebody's: programs write file names there.
fn is_plain(mime: &Mime) -> bool {
    let says = |name: &str, value: &str| {
        matches!(name, "charset" | "utf8") && matches!(value, "" | "utf-8" | "UTF-8" | "utf8")
    };
    mime.parameters
        .iter()
        .all(|(name, value)| says(name, value))
}

fn written(mime: &str, bytes: &[u8]) -> String {
    format!("data:{mime};base64,{}", BASE64_STANDARD.encode(bytes))
}

/// By its first bytes: WOFF, WOFF 2, TrueType and OpenType.
fn is_font(bytes: &[u8]) -> bool {
    const BEGINNINGS: [&[u8]; 6] = [b"wOF2", b"wOFF", b"OTTO", b"true", b"ttcf", b"\0\x01\0\0"];
    BEGINNINGS.iter().any(|start| bytes.starts_with(start))
}
