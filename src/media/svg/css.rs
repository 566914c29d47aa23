//! References in values and style sheets: what stays inside the file, and what doesn't.
//!
//! Owns recognising them, however they are escaped. Must never know where a value
//! stands.

/// Ways to load something that no drawing needs.
const LOADERS: [&str; 5] = ["@import", "image-set(", "cross-fade(", "image(", "src("];
/// Embedded pictures that browsers decode without running anything.
const EMBEDDED: [&str; 4] = ["png", "jpeg", "gif", "webp"];
/// Schemes that run what follows.
const SCRIPTS: [&str; 3] = ["javascript:", "vbscript:", "data:text"];

/// What a style sheet or an attribute's value loads from outside, if anything.
pub(super) fn active(css: &str) -> Option<String> {
    if !css.contains(['(', '@', '\\']) {
        return None;
    }
    let plain = plain(css);
    if let Some(loader) = LOADERS.iter().find(|loader| plain.contains(*loader)) {
        return Some(format!("`{}`", loader.trim_end_matches('(')));
    }
    plain
        .match_indices("url(")
        .filter_map(|(at, url)| plain.get(at + url.len()..))
        .map(|rest| rest.trim_start().trim_start_matches(['"', '\'']))
        .find(|target| !is_inside(target))
        .map(|target| {
            let end = target.find(['"', '\'', ')']).unwrap_or(target.len());
            format!("`url({})`", super::shorten(&target[..end]))
        })
}

/// Whether a reference names a part of the file or an embedded picture.
pub(super) fn is_inside(reference: &str) -> bool {
    let reference = reference.trim();
    if reference.starts_with('#') {
        return true;
    }
    let head: String = reference.chars().take(20).collect();
    head.to_ascii_lowercase()
        .strip_prefix("data:image/")
        .is_some_and(|rest| {
            EMBEDDED.iter().any(|kind| {
                rest.strip_prefix(kind)
                    .is_some_and(|rest| rest.starts_with([';', ',']))
            })
        })
}

/// Whether a value, used as an address, would run. Browsers skip white space and
/// control characters in it.
pub(super) fn is_script(value: &str) -> bool {
    let head: String = value
        .chars()
        .filter(|c| !c.is_control() && !c.is_whitespace())
        .take(16)
        .collect::<String>()
        .to_ascii_lowercase();
    SCRIPTS.iter().any(|scheme| head.starts_with(scheme))
}

/// Lower case, with CSS escapes resolved: `u\72l(` is `url(`.
fn plain(css: &str) -> String {
    let mut plain = String::with_capacity(css.len());
    let mut characters = css.chars().peekable();
    while let Some(c) = characters.next() {
        if c != '\\' {
            plain.push(c.to_ascii_lowercase());
            continue;
        }
        let mut code = 0;
        let mut digits = 0;
        while digits < 6
            && let Some(digit) = characters.peek().and_then(|c| c.to_digit(16))
        {
            code = code * 16 + digit;
            digits += 1;
            characters.next();
        }
        if digits > 0 {
            plain.push(
                char::from_u32(code)
                    .unwrap_or(char::REPLACEMENT_CHARACTER)
                    .to_ascii_lowercase(),
            );
            characters.next_if(|c| c.is_ascii_whitespace());
        } else if let Some(escaped) = characters.next_if(|&c| c != '\n') {
            plain.push(escaped.to_ascii_lowercase());
        } else {
            // An escaped line break vanishes.
            characters.next();
        }
    }
    plain
}
