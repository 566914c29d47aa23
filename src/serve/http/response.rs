//! A response as it goes out, and how it is written.
//!
//! Written by hand, because tiny_http would let a line break in a header through
//! (CVE-2026-66753), forbids `Connection: close`, and holds a stream back.

use std::io::{self, Write};
use std::ops::Range;
use std::sync::Arc;

use super::range::{Part, part};
use super::request::{Refusal, Request};
use crate::message;
use crate::message::{Language, Message};
use crate::serve::snapshot::Content;

/// What a page of the preview may load: its own site, as the built site will. Inline
/// styles and scripts are the site's own business, which it settles in its own policy.
const POLICY: &str =
    "default-src 'self' 'unsafe-inline' data: blob:; base-uri 'self'; frame-ancestors 'self'";

/// What a file may do that is no page: nothing, were it opened by itself. Its origin
/// stays, so that a feed finds its style sheet.
const SANDBOX: &str = "sandbox allow-same-origin";

/// A response; its headers are complete but for those of [`Response::write`].
#[derive(Debug)]
pub(super) struct Response {
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: Content,
    /// The bytes of the body that are sent.
    part: Range<u64>,
}

impl Response {
    /// A body of a media type.
    fn new(status: u16, mime: &str, body: Content) -> Self {
        let mut response = Self {
            status,
            headers: vec![("Content-Type", mime.to_owned())],
            part: 0..len(&body),
            body,
        };
        if mime.starts_with("text/html") {
            response.add("Content-Security-Policy", POLICY);
        } else if !mime.starts_with("text/javascript") && mime != "application/pdf" {
            // A script says itself what it may do as a worker, and Chromium shows no PDF
            // in a sandbox; neither runs anything when it is opened.
            response.add("Content-Security-Policy", SANDBOX);
        }
        response
    }

    /// The same for a file that may not run what is in it, though its type says so.
    pub(super) fn sandboxed(mut self) -> Self {
        self.headers
            .retain(|(name, _)| *name != "Content-Security-Policy");
        self.add("Content-Security-Policy", SANDBOX);
        self
    }

    /// A few words as plain text.
    pub(super) fn text(status: u16, text: &Message, language: Language) -> Self {
        let text = text.text(language);
        let text = Content::Bytes(format!("{text}\n").into_bytes().into());
        Self::new(status, "text/plain; charset=utf-8", text)
    }

    /// Says why not.
    pub(super) fn refusal(refusal: &Refusal, language: Language) -> Self {
        let mut response = Self::text(refusal.status, &refusal.why, language);
        if refusal.status == 405 {
            response.add("Allow", "GET, HEAD");
        }
        response
    }

    /// A redirect to an encoded address on this server.
    pub(super) fn moved(to: &str, query: Option<&str>, language: Language) -> Self {
        let query = query.map_or(String::new(), |query| format!("?{query}"));
        let address = format!("{to}{query}");
        let words = message!("preview-moved", address = &address);
        let mut response = Self::text(302, &words, language);
        response.add("Location", &address);
        response
    }

    /// A body with its validator: `If-None-Match` and `Range` are honoured where it is
    /// a page that exists.
    pub(super) fn validated(
        request: &Request,
        status: u16,
        mime: &str,
        body: Content,
        etag: &str,
    ) -> Self {
        if status != 200 {
            let mut response = Self::new(status, mime, body);
            response.add("ETag", etag);
            return response;
        }
        if request
            .header("If-None-Match")
            .is_some_and(|tags| matches(tags, etag))
        {
            let headers = vec![("ETag", etag.to_owned())];
            return Self {
                status: 304,
                headers,
                body: Content::Bytes(Arc::default()),
                part: 0..0,
            };
        }
        let fresh = request.header("If-Range").is_none_or(|tag| tag == etag);
        let range = request
            .header("Range")
            .filter(|_| fresh && !request.is_head());
        let length = len(&body);
        let mut response = match part(range, length) {
            Part::Whole => Self::new(200, mime, body),
            Part::Bytes { start, end } => {
                let mut response = Self::new(206, mime, body);
                response.part = start..end;
                response.add(
                    "Content-Range",
                    &format!("bytes {start}-{}/{length}", end - 1),
                );
                response
            }
            Part::Unsatisfiable => {
                let mut response =
                    Self::text(416, &message!("preview-short-file"), request.language());
                response.add("Content-Range", &format!("bytes */{length}"));
                response
            }
        };
        response.add("Accept-Ranges", "bytes");
        response.add("ETag", etag);
        response
    }

    pub(super) fn add(&mut self, name: &'static str, value: &str) {
        self.headers.push((name, value.to_owned()));
    }

    /// The status line and the headers, with the empty line after them. No value can
    /// begin a second header: what is no visible ASCII is left out.
    pub(super) fn head(&self) -> String {
        let mut head = format!("HTTP/1.1 {} {}\r\n", self.status, reason(self.status));
        let always = [
            // tiny_http may let a connection wait for the thread of another one until
            // that one ends, so none may stay open for what its client asks next.
            ("Connection", "close"),
            ("Cache-Control", "no-store"),
            ("X-Content-Type-Options", "nosniff"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
        ];
        let own = self
            .headers
            .iter()
            .map(|(name, value)| (*name, value.as_str()));
        for (name, value) in own.chain(always) {
            head.push_str(name);
            head.push_str(": ");
            head.extend(value.chars().filter(|letter| (' '..='~').contains(letter)));
            head.push_str("\r\n");
        }
        if self.status != 304 {
            let length = self.part.end - self.part.start;
            head.push_str(&format!("Content-Length: {length}\r\n"));
        }
        head + "\r\n"
    }

    /// Writes everything; for HEAD everything but the body.
    pub(super) fn write(&self, to: &mut dyn Write, is_head: bool) -> io::Result<()> {
        to.write_all(self.head().as_bytes())?;
        let Range { start, end } = self.part;
        match &self.body {
            _ if is_head => {}
            Content::Bytes(bytes) => {
                to.write_all(&bytes[start as usize..end as usize])?;
            }
            Content::File(file) => file.send(start..end, to)?,
        }
        to.flush()
    }
}

fn len(content: &Content) -> u64 {
    match content {
        Content::Bytes(bytes) => bytes.len() as u64,
        Content::File(file) => file.length(),
    }
}

/// Whether a list of validators has this one; weak or strong makes no difference here.
fn matches(tags: &str, etag: &str) -> bool {
    let mut tags = tags.split(',').map(str::trim);
    tags.any(|tag| tag == "*" || tag.strip_prefix("W/").unwrap_or(tag) == etag)
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        206 => "Partial Content",
        302 => "Found",
        304 => "Not Modified",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        413 => "Content Too Large",
        414 => "URI Too Long",
        416 => "Range Not Satisfiable",
        421 => "Misdirected Request",
        431 => "Request Header Fields Too Large",
        503 => "Service Unavailable",
        _ => "Internal Server Error",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_header_can_begin_another() {
        let response = Response::moved(
            "/a\r\nSet-Cookie: ond=1/",
            Some("b\nc\u{e5}"),
            Language::English,
        );
        let head = response.head();
        assert!(
            head.contains("\r\nLocation: /aSet-Cookie: ond=1/?bc\r\n"),
            "{head}"
        );
        assert_eq!(head.matches("\r\n\r\n").count(), 1);
    }

    #[test]
    fn validators_are_compared_as_the_standard_says() {
        for (tags, expected) in [
            ("\"a\"", true),
            ("W/\"a\"", true),
            ("\"b\", \"a\"", true),
            ("*", true),
            ("\"b\"", false),
            ("a", false),
            ("", false),
        ] {
            assert_eq!(matches(tags, "\"a\""), expected, "{tags}");
        }
    }
}
