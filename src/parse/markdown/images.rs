//! Images and figures.
//!
//! Owns alternative texts, captions and the holes of images. Must never know files.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::address::{self, Address};
use super::attributes::Attributes;
use super::escape;
use super::out::offset;
use super::writer::Writer;
use crate::diagnostic::{Diagnostic, Span, foreign, image};
use crate::parse::document::{BodyImage, HoleKind, ImageTarget};
use crate::parse::typography::{self, Flow};

/// An image whose alternative text is being read.
#[derive(Debug)]
pub(super) struct OpenImage {
    pub(super) alt: String,
    dest: String,
    title: String,
    range: Range<usize>,
    attributes: Attributes,
    /// How the text around it goes on.
    flow: Flow,
    /// Images within its alternative text.
    depth: usize,
}

impl Writer<'_> {
    pub(super) fn start_image(&mut self, dest: &str, title: &str, range: Range<usize>) {
        self.before_inline(&range);
        let attributes = Attributes::parse(&self.source[range.end..]).unwrap_or_default();
        let flow = std::mem::take(&mut self.flow);
        self.image = Some(OpenImage {
            alt: String::new(),
            dest: dest.to_owned(),
            title: title.to_owned(),
            range,
            attributes,
            flow,
            depth: 0,
        });
    }

    /// What the brackets of an image have in them becomes plain text.
    pub(super) fn within_image(&mut self, event: &Event<'_>) {
        let Some(image) = &mut self.image else {
            return;
        };
        match event {
            Event::Start(Tag::Image { .. }) => image.depth += 1,
            Event::End(TagEnd::Image) if image.depth > 0 => image.depth -= 1,
            Event::End(TagEnd::Image) => {
                if let Some(image) = self.image.take() {
                    self.end_image(image);
                }
            }
            Event::Text(text) | Event::Code(text) => {
                image.alt.push_str(text);
                self.flow.before = text.chars().next_back().unwrap_or(self.flow.before);
            }
            Event::SoftBreak | Event::HardBreak => {
                image.alt.push(' ');
                self.flow.before = ' ';
            }
            _ => {}
        }
    }

    fn end_image(&mut self, image: OpenImage) {
        self.flow = image.flow;
        self.flow.before = '\u{fffc}';
        let span = self.span(&image.range);
        let attributes = image.attributes;
        if attributes.len > 0 {
            self.skip_until = image.range.end + attributes.len;
        }
        let start = self.out.len();
        self.out.push("<img");
        let alt = image.alt.trim();
        if self.src(&image.dest, alt, None, span) {
            self.check_alt(alt, attributes.decorative, &image.dest, span);
        }
        self.alt(alt, attributes.decorative);
        if !image.title.is_empty() && !self.figure {
            self.title(&image.title);
        }
        let sets = self.attributes(&attributes, "", span);
        if sets {
            self.langs.pop();
        }
        self.out.push(">");
        self.cut_from_contents(start);
        if self.figure {
            self.caption(&image.title);
        }
    }

    fn check_alt(&mut self, alt: &str, decorative: bool, written: &str, span: Span) {
        let file = self.context.file;
        if decorative && !alt.is_empty() {
            self.diagnostics
                .push(image::decorative_with_alt(file, span));
        } else if !decorative && alt.is_empty() {
            self.diagnostics
                .push(image::missing_alt(file, span, written));
        }
    }

    fn alt(&mut self, alt: &str, decorative: bool) {
        self.out.push(" alt=\"");
        if !decorative {
            escape::attribute(&mut self.out.html, alt);
        }
        self.out.push("\"");
    }

    fn caption(&mut self, title: &str) {
        let mut set = String::with_capacity(title.len());
        let mut flow = Flow::default();
        typography::push(&self.lang().style, title, &mut flow, None, &mut set);
        self.out.push("<figcaption>");
        escape::text(&mut self.out.html, &set);
        self.out.push("</figcaption>");
    }

    /// Puts the hole of an image here, or reports why there can't be one; whether it is
    /// one. `width` is how wide the author wants it.
    pub(super) fn src(&mut self, written: &str, alt: &str, width: Option<u32>, span: Span) -> bool {
        let target = match self.image_target(written, alt, span) {
            Ok(target) => target,
            Err(problem) => {
                let is_image = problem.code != image::NO_IMAGE;
                self.diagnostics.push(*problem);
                return is_image;
            }
        };
        self.out.hole(HoleKind::Src(offset(self.images.len())));
        let allowed = self.allows.lowers_now("image/", span);
        self.images.push(BodyImage {
            target,
            width,
            span,
            allowed,
        });
        true
    }

    fn image_target(
        &self,
        written: &str,
        alt: &str,
        span: Span,
    ) -> Result<ImageTarget, Box<Diagnostic>> {
        let file = self.context.file;
        let base = self.context.settings.base_url.as_ref();
        Err(Box::new(match address::resolve(file, base, written) {
            Address::External(url) if url.starts_with("http") => image::remote(file, span, written),
            Address::External(url) => {
                let scheme = url.split(':').next().unwrap_or_default();
                image::unsafe_scheme(file, span, scheme)
            }
            Address::NoScheme(_) if written.contains('/') => image::remote(file, span, written),
            // `bild@2x.png` and `www.png` are files.
            Address::NoScheme(_) => {
                return file
                    .join(written)
                    .map(ImageTarget::File)
                    .ok_or_else(|| Box::new(image::outside_site(file, span, written)));
            }
            Address::Unsafe(scheme) => image::unsafe_scheme(file, span, &scheme),
            Address::Outside => image::outside_site(file, span, written),
            Address::Template(tag) => foreign::template_tag(file, span, &tag),
            Address::Empty => image::empty(file, span),
            Address::Unreachable(..) => image::remote(file, span, written),
            Address::Site(target) => match address::image(target) {
                Some(target) if target.is_no_image() => image::no_image(file, span, written, alt),
                Some(target) => return Ok(target),
                None => image::empty(file, span),
            },
            Address::Backslash(corrected) => image::backslash(file, span, written, &corrected),
        }))
    }
}
