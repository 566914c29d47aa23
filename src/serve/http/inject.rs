//! The script tag that a page gets on its way out, and never in a build.

use xxhash_rust::xxh3::xxh3_128;

use super::RESERVED;
use crate::message;
use crate::message::Language;
use crate::serve::snapshot::{Body, Content};

/// Puts the reload script first in the page's head. `home` is the base path, `hash` is
/// of the page, by which the script knows whether there is a newer one.
///
/// First and not deferred, because a `Content-Security-Policy` in the page's own head
/// holds for what comes after it: even the strictest one leaves the preview alone.
pub(super) fn script(page: &[u8], home: &str, hash: u128) -> Vec<u8> {
    let tag =
        format!("<script src=\"{home}{RESERVED}reload.js\" data-page=\"{hash:032x}\"></script>");
    let at = place(page);
    [&page[..at], tag.as_bytes(), &page[at..]].concat()
}

/// After `<head …>`; without one, after `<html …>` or the document type.
fn place(page: &[u8]) -> usize {
    let ends = ["<head", "<html", "<!doctype"].into_iter();
    ends.filter_map(|name| end_of(page, name.as_bytes()))
        .next()
        .unwrap_or(0)
}

/// The byte after the first tag of this name.
fn end_of(page: &[u8], name: &[u8]) -> Option<usize> {
    let mut windows = page.windows(name.len() + 1);
    let at = windows.position(|piece| {
        let (tag, next) = piece.split_at(name.len());
        tag.eq_ignore_ascii_case(name) && matches!(next, [b'>' | b' ' | b'\n' | b'\r' | b'\t'])
    })?;
    let end = page[at..].iter().position(|byte| *byte == b'>')?;
    Some(at + end + 1)
}

/// A page for where there is none, not even the site's 404 page: the script in it shows
/// the problems and brings the site back when they are fixed.
pub(super) fn stand_in(status: u16, language: Language) -> Body {
    let title = match status {
        404 => message!("preview-not-found"),
        _ => message!("preview-not-shown"),
    };
    let (title, language) = (title.text(language), language.code());
    let html = format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n\
         <style>:root {{ color-scheme: light dark; font-family: system-ui, sans-serif }}</style>\n\
         </head>\n<body>\n<h1>{title}</h1>\n</body>\n</html>\n"
    );
    Body {
        is_untrusted: false,
        hash: xxh3_128(html.as_bytes()),
        content: Content::Bytes(html.into_bytes().into()),
        mime: "text/html; charset=utf-8",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(page: &str, before: &str) {
        let with = String::from_utf8(script(page.as_bytes(), "/en/", 7)).expect("UTF-8");
        let tag = "<script src=\"/en/.nitton/reload.js\" data-page=\"00000000000000000000000000000007\"></script>";
        assert_eq!(with, page.replacen(before, &format!("{before}{tag}"), 1));
    }

    #[test]
    fn the_script_stands_first_in_the_head() {
        check(
            "<!doctype html><html lang=sv><head><meta charset=utf-8>",
            "<head>",
        );
        check(
            "<!DOCTYPE html>\n<HTML>\n<HEAD class=\"x\">\n<title>",
            "<HEAD class=\"x\">",
        );
        check(
            "<!doctype html><html lang=\"sv\"><body><header>x",
            "<html lang=\"sv\">",
        );
        check("<!doctype html><p>headless", "<!doctype html>");
        check("text", "");
        check("", "");
    }
}
