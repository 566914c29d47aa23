//! Links.
//!
//! Owns the elements of links and their holes. Must never know where pages are.

use std::ops::Range;

use pulldown_cmark::LinkType;

use super::address::{self, Address};
use super::attributes::Attributes;
use super::autolink::Bare;
use super::escape;
use super::failed_links::check_image;
use super::out::offset;
use super::writer::Writer;
use crate::diagnostic::{Span, foreign, link};
use crate::parse::document::{HoleKind, Link, LinkTarget};
use crate::parse::typography;
use crate::path::external;

/// The links of a text.
#[derive(Debug, Default)]
pub(super) struct Links {
    pub(super) found: Vec<Link>,
    open: Option<OpenLink>,
}

impl Links {
    /// Whether the text of one is being read.
    pub(super) fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Takes down a link; the hole for its address.
    pub(super) fn add(&mut self, link: Link) -> HoleKind {
        let hole = HoleKind::Href(offset(self.found.len()));
        self.found.push(link);
        hole
    }
}

/// A link whose text is being read.
#[derive(Debug)]
struct OpenLink {
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
        check_image(&range, dest, &mut self.reports);
        let span = self.reports.span(&range);
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
        self.links.open = Some(OpenLink { sets_lang, end });
        let written = &self.source[range];
        if written.starts_with("[](") && !written.ends_with("]()") {
            self.reports
                .push(link::without_text(self.context.file, span));
        }
        if matches!(kind, LinkType::Autolink | LinkType::Email) {
            // An address is shown as it is: its text comes with the brackets around it.
            self.write(dest);
            self.text.skip_to(end);
        }
    }

    pub(super) fn end_link(&mut self) {
        let start = self.out.len();
        self.out.push("</a>");
        self.cut_from_contents(start);
        if let Some(link) = self.links.open.take() {
            self.text.skip_at_least_to(link.end);
            self.langs.end(link.sets_lang);
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
            .filter(|_| !self.links.is_open() && !self.raw.within_link() && !self.images.is_open());
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
            Address::Misspelt(corrected) => link::misspelt(file, span, written, &corrected),
            Address::Backslash(corrected) => link::backslash(file, span, written, &corrected),
            Address::Template(tag) => foreign::template_tag(file, span, &tag),
            Address::Empty => link::empty(file, span),
            Address::Unreachable(host, corrected) => {
                link::unreachable_host(file, span, written, &host, corrected.as_deref())
            }
        };
        self.reports.push(problem);
    }

    fn external(&mut self, url: &str) {
        self.out.push(" href=\"");
        escape::address(&mut self.out.html, url);
        self.out.push("\"");
    }

    fn site_link(&mut self, target: LinkTarget, span: Span) {
        self.out.push(" href=\"");
        let allowed = self.reports.allows_now("link/", span);
        self.out.hole(self.links.add(Link {
            target,
            span,
            allowed,
        }));
        self.out.push("\"");
    }

    /// Writes ` title="…"`, set like text.
    pub(super) fn title(&mut self, title: &str) {
        let mut set = String::with_capacity(title.len());
        let mut flow = typography::Flow::default();
        typography::push(
            &self.langs.current().style,
            title,
            &mut flow,
            None,
            &mut set,
        );
        self.out.push(" title=\"");
        escape::attribute(&mut self.out.html, &set);
        self.out.push("\"");
    }

    /// What was written from here on does not belong into the table of contents.
    pub(super) fn cut_from_contents(&mut self, start: usize) {
        self.headings.cut(start..self.out.len());
    }
}
