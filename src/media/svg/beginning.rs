//! How an SVG document begins.
//!
//! Owns recognising one by its first bytes. Must never read further than its first tag.

use super::BOM;

/// What the beginning of a file shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::media) enum Beginning {
    /// An SVG document.
    Svg,
    /// The prologue of an XML document whose first element is missing, or nothing.
    Cut,
    /// Something else.
    Other,
}

/// Looks past byte order mark, declaration, comments and document type.
pub(in crate::media) fn beginning(bytes: &[u8]) -> Beginning {
    let mut rest = bytes.strip_prefix(BOM).unwrap_or(bytes);
    loop {
        rest = rest.trim_ascii_start();
        let closing: &[u8] = if rest.starts_with(b"<?") {
            b"?>"
        } else if rest.starts_with(b"<!--") {
            b"-->"
        } else {
            break;
        };
        match rest.windows(closing.len()).position(|at| at == closing) {
            Some(at) => rest = &rest[at + closing.len()..],
            None => return Beginning::Cut,
        }
    }
    let doctype = b"<!doctype";
    if let Some((head, tail)) = rest.split_at_checked(doctype.len())
        && head.eq_ignore_ascii_case(doctype)
    {
        rest = tail.trim_ascii_start();
    } else if let Some(tail) = rest.strip_prefix(b"<") {
        rest = tail;
    } else if rest.is_empty() {
        return Beginning::Cut;
    } else {
        return Beginning::Other;
    }
    let name = rest
        .split(|byte| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/' | b'['))
        .next()
        .unwrap_or_default();
    if name == b"svg" || name.ends_with(b":svg") {
        Beginning::Svg
    } else if name.len() == rest.len()
        && (b"svg".starts_with(name) || b"!doctype".starts_with(name))
    {
        Beginning::Cut
    } else {
        Beginning::Other
    }
}
