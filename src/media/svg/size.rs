//! The size at which a drawing is shown.
//!
//! Owns lengths, units and `viewBox`. Must never know anything else of the drawing.

use super::attributes::Attribute;
use crate::media::{Problem, malformed};
use crate::message;

/// Width and height in CSS pixels, from the outermost element's attributes.
pub(super) fn of(root: &[Attribute<'_>]) -> Result<(u32, u32), Problem> {
    let value = |name: &str| {
        root.iter()
            .find(|attribute| attribute.name == name)
            .map(|attribute| attribute.value.trim())
    };
    let width = value("width").and_then(length);
    let height = value("height").and_then(length);
    let view = value("viewBox").and_then(view_box);
    let (width, height) = match (width, height, view) {
        (Some(width), Some(height), _) => (width, height),
        (Some(width), None, Some((w, h))) => (width, width * h / w),
        (None, Some(height), Some((w, h))) => (height * w / h, height),
        (None, None, Some(size)) => size,
        _ => {
            return Err(malformed(message!("svg-size")));
        }
    };
    Ok((pixels(width), pixels(height)))
}

/// A length in pixels; none when it depends on the page.
fn length(text: &str) -> Option<f64> {
    let end = text
        .find(|c: char| c.is_ascii_alphabetic() && !is_exponent(text, c) || c == '%')
        .unwrap_or(text.len());
    let (number, unit) = text.split_at_checked(end)?;
    let scale = match unit.trim().to_ascii_lowercase().as_str() {
        "" | "px" => 1.0,
        "pt" => 96.0 / 72.0,
        "pc" => 16.0,
        "in" => 96.0,
        "cm" => 96.0 / 2.54,
        "mm" => 96.0 / 25.4,
        "q" => 96.0 / 101.6,
        _ => return None,
    };
    number_of(number).map(|number| number * scale)
}

/// Whether an `e` belongs to the number, as in `1e3`, and not to `em` or `ex`.
fn is_exponent(text: &str, c: char) -> bool {
    matches!(c, 'e' | 'E')
        && text
            .split_once(c)
            .and_then(|(_, rest)| rest.trim_start_matches(['+', '-']).chars().next())
            .is_some_and(|next| next.is_ascii_digit())
}

fn view_box(text: &str) -> Option<(f64, f64)> {
    let mut numbers = text
        .split(|c: char| c == ',' || c.is_ascii_whitespace())
        .filter(|part| !part.is_empty())
        .map(number_of);
    let (_, _) = (numbers.next()??, numbers.next()??);
    let (width, height) = (numbers.next()??, numbers.next()??);
    (numbers.next().is_none() && width > 0.0 && height > 0.0).then_some((width, height))
}

/// A finite or overflowing number, without the words that Rust also reads.
fn number_of(text: &str) -> Option<f64> {
    let text = text.trim();
    text.chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '.' | '+' | '-' | 'e' | 'E'))
        .then(|| text.parse().ok())
        .flatten()
}

/// Whole pixels: nothing that is there vanishes, and nothing wraps around.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "`as` saturates, and check_size refuses both ends"
)]
fn pixels(length: f64) -> u32 {
    if length > 0.0 {
        length.round().max(1.0) as u32
    } else {
        0
    }
}
