//! What browsers load with a page because HTML among Markdown says so.
//!
//! Owns which attributes name files, and makes holes of those of the site. Must never
//! know whether they are there.

use super::address::{self, Address};
use super::escape;
use super::html::decode;
use super::writer::Writer;
use crate::diagnostic::Span;
use crate::parse::document::{Link, LinkTarget};

/// Whether browsers load what this attribute names, to show it in the page; those of
/// `<img src>` are images.
pub(super) fn loads(element: &str, attribute: &str) -> bool {
    matches!(
        (element, attribute),
        ("audio" | "video" | "source" | "track", "src")
            | ("video", "poster")
            | ("img" | "source", "srcset")
            | (
                "body" | "table" | "thead" | "tbody" | "tfoot" | "tr" | "td" | "th",
                "background"
            )
    )
}

/// Whether a value or a style has a photo written into it, which nobody could clean of
/// the place where it was taken.
pub(super) fn holds_photo(text: &str) -> bool {
    const DATA: &str = "data:image/";
    let text = text.to_ascii_lowercase();
    let mut places = text.match_indices(DATA);
    places.any(|(at, _)| !text[at + DATA.len()..].starts_with("svg"))
}

impl Writer<'_> {
    /// `a.jpg 1x, b.jpg 2x`, as browsers cut it.
    pub(super) fn srcset(&mut self, value: &str, span: Span) {
        let between = |c: char| c.is_ascii_whitespace() || c == ',';
        self.out.push(" srcset=\"");
        let mut rest = value.trim_start_matches(between);
        while !rest.is_empty() {
            let (written, behind) =
                rest.split_at(rest.find(char::is_whitespace).unwrap_or(rest.len()));
            let address = written.trim_end_matches(',');
            let size = match address.len() < written.len() {
                true => "",
                false => behind.split(',').next().unwrap_or_default(),
            };
            self.loaded(address, span);
            if !size.trim().is_empty() {
                self.out.push(" ");
                self.out.push(&escape::with_entities(size.trim()));
            }
            rest = behind[size.len()..].trim_start_matches(between);
            self.out.push(if rest.is_empty() { "" } else { ", " });
        }
        self.out.push("\"");
    }

    /// The address of what a browser loads: a hole if it is a file of the site.
    pub(super) fn loaded(&mut self, written: &str, span: Span) {
        let base = self.context.settings.base_url.as_ref();
        match address::resolve(self.context.file, base, &decode(written)) {
            Address::Site(target) if !matches!(target, LinkTarget::Fragment(_)) => {
                let allowed = self.reports.allows_now("link/", span);
                self.out.hole(self.links.add(Link {
                    target,
                    span,
                    allowed,
                }));
            }
            _ => self.out.push(&escape::with_entities(written)),
        }
    }
}
