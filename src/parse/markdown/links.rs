//! Links.
//!
//! Owns the elements of links and their holes. Must never know where pages are.

use std::ops::Range;

use pulldown_cmark::LinkType;

use super::address::{self, Address};
use super::attributes::Attributes;
use super::autolink::Bare;
use super::escape;
use super::out::offset;
use super::writer::Writer;
use crate::diagnostic::{Span, foreign, link};
use crate::parse::document::{HoleKind, Link, LinkTarget};
use crate::parse::typography;
use crate::path::external;

/// A link whose text is being read.
#[derive(Debug)]
pub(super) struct OpenLink {
    /// Whether its end sets the language back.
    sets_lang: bool,
    /// Where it ends in the source, its attributes included.
    end: usize,
}

impl Writer<'_> {
    pub(super) fn start_link(
        &mut self,
        kind: LinkType,
        dest: &str,
        title: &str,
        range: Range<usize>,
    ) {
        self.before_inline(&range);
        let span = self.span(&range);
        let start = self.out.len();
        self.out.push("<a");
        if kind == LinkType::Email {
            let address = format!("mailto:{dest}");
            self.external(&external(&address).unwrap_or_default());
        } else {
            self.href(dest, span);
        }
        if !title.is_empty() {
            self.title(title);
        }
        let attributes = Attributes::parse(&self.source[range.end..]);
        let end = range.end + attributes.as_ref().map_or(0, |attributes| attributes.len);
        let sets_lang = attributes.is_some_and(|attributes| self.attributes(&attributes, "", span));
        self.out.push(">");
        self.cut_from_contents(start);
        self.link = Some(OpenLink { sets_lang, end });
        if matches!(kind, LinkType::Autolink | LinkType::Email) {
            // An address is shown as it is: its text comes with the brackets around it.
            self.write(dest);
            self.skip_until = end;
        }
    }

    pub(super) fn end_link(&mut self) {
        let start = self.out.len();
        self.out.push("</a>");
        self.cut_from_contents(start);
        if let Some(link) = self.link.take() {
            self.skip_until = self.skip_until.max(link.end);
            if link.sets_lang {
                self.langs.pop();
            }
        }
    }

    /// A bare address in running text.
    pub(super) fn autolink(&mut self, bare: &Bare) {
        let text = &self.source[bare.range.clone()];
        let address = format!("{}{text}", bare.prefix);
        let scheme = address.find(':').unwrap_or_default();
        let address = address[..scheme].to_ascii_lowercase() + &address[scheme..];
        // The address of somebody's own computer is an example of one.
        let leads = external(&address)
            .ok()
            .filter(|_| self.link.is_none() && self.raw_links == 0 && self.image.is_none());
        let Some(address) = leads else {
            return self.write(text);
        };
        let start = self.out.len();
        self.out.push("<a");
        self.external(&address);
        self.out.push(">");
        self.cut_from_contents(start);
        self.write(text);
        let start = self.out.len();
        self.out.push("</a>");
        self.cut_from_contents(start);
    }

    /// Writes ` href="…"` for an address that is safe, and reports others.
    pub(super) fn href(&mut self, written: &str, span: Span) {
        let file = self.context.file;
        let base = self.context.settings.base_url.as_ref();
        let problem = match address::resolve(file, base, written) {
            Address::External(url) => return self.external(&url),
            Address::Site(target) => return self.site_link(target, span),
            Address::Unsafe(scheme) => link::unsafe_scheme(file, span, &scheme),
            Address::Outside => link::outside_site(file, span, written),
            Address::NoScheme(corrected) => link::no_scheme(file, span, written, &corrected),
            Address::Backslash(corrected) => link::backslash(file, span, written, &corrected),
            Address::Template(tag) => foreign::template_tag(file, span, &tag),
            Address::Empty => link::empty(file, span),
            Address::Unreachable(host, corrected) => {
                link::unreachable_host(file, span, written, &host, corrected.as_deref())
            }
        };
        self.diagnostics.push(problem);
    }

    fn external(&mut self, url: &str) {
        self.out.push(" href=\"");
        escape::address(&mut self.out.html, url);
        self.out.push("\"");
    }

    fn site_link(&mut self, target: LinkTarget, span: Span) {
        self.out.push(" href=\"");
        self.out.hole(HoleKind::Href(offset(self.links.len())));
        self.out.push("\"");
        let allowed = self.allows.lowers_now("link/", span);
        self.links.push(Link {
            target,
            span,
            allowed,
        });
    }

    /// Writes ` title="…"`, set like text.
    pub(super) fn title(&mut self, title: &str) {
        let mut set = String::with_capacity(title.len());
        let mut flow = typography::Flow::default();
        typography::push(&self.lang().style, title, &mut flow, None, &mut set);
        self.out.push(" title=\"");
        escape::attribute(&mut self.out.html, &set);
        self.out.push("\"");
    }

    /// What was written from here on does not belong into the table of contents.
    pub(super) fn cut_from_contents(&mut self, start: usize) {
        let end = self.out.len();
        if let Some(heading) = &mut self.heading {
            heading.cut(start, end);
        }
    }
}
