//! Images and figures.
//!
//! Owns alternative texts, captions and the holes of images. Must never know files.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::address::{self, Address};
use super::attributes::Attributes;
use super::escape;
use super::html::Tag as HtmlTag;
use super::out::offset;
use super::writer::Writer;
use crate::decode::pictures;
use crate::diagnostic::{Diagnostic, Span, foreign, image};
use crate::parse::RawHtml;
use crate::parse::document::{BodyImage, HoleKind, ImageTarget};
use crate::parse::typography::{self, Flow};

/// The images of a text.
#[derive(Debug, Default)]
pub(super) struct Images {
    pub(super) found: Vec<BodyImage>,
    open: Option<OpenImage>,
    /// The one that is open stands alone with a caption.
    figure: bool,
}

impl Images {
    /// Whether the alternative text of one is being read.
    pub(super) fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// The alternative text that is being read.
    pub(super) fn alt(&mut self) -> Option<&mut String> {
        self.open.as_mut().map(|image| &mut image.alt)
    }

    /// One comes that stands alone with a caption.
    pub(super) fn begin_figure(&mut self) {
        self.figure = true;
    }

    /// Whether one stood alone with a caption.
    pub(super) fn end_figure(&mut self) -> bool {
        std::mem::take(&mut self.figure)
    }
}

/// An image whose alternative text is being read.
#[derive(Debug)]
struct OpenImage {
    alt: String,
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
        let flow = std::mem::take(&mut self.text.flow);
        self.images.open = Some(OpenImage {
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
        let Some(image) = &mut self.images.open else {
            return;
        };
        match event {
            Event::Start(Tag::Image { .. }) => image.depth += 1,
            Event::End(TagEnd::Image) if image.depth > 0 => image.depth -= 1,
            Event::End(TagEnd::Image) => {
                if let Some(image) = self.images.open.take() {
                    self.end_image(image);
                }
            }
            Event::Text(text) | Event::Code(text) => {
                image.alt.push_str(text);
                self.text.ends_like(text);
            }
            Event::SoftBreak | Event::HardBreak => {
                image.alt.push(' ');
                self.text.ends_with(' ');
            }
            _ => {}
        }
    }

    fn end_image(&mut self, image: OpenImage) {
        self.text.flow = image.flow;
        self.text.ends_with('\u{fffc}');
        let span = self.reports.span(&image.range);
        let attributes = image.attributes;
        if attributes.len > 0 {
            self.text.skip_to(image.range.end + attributes.len);
        }
        let start = self.out.len();
        self.out.push("<img");
        let alt = image.alt.trim();
        let number = offset(self.images.found.len());
        if self.src(&image.dest, alt, None, span) {
            self.check_alt(alt, attributes.decorative, &image.dest, span);
        }
        self.alt(alt, attributes.decorative);
        if !image.title.is_empty() && !self.images.figure {
            self.title(&image.title);
        }
        let sets = self.attributes(&attributes, "", span);
        self.langs.end(sets);
        self.out.push(">");
        self.around_image(start, number);
        self.cut_from_contents(start);
        if self.images.figure {
            self.caption(&image.title);
        }
    }

    fn check_alt(&mut self, alt: &str, decorative: bool, written: &str, span: Span) {
        let file = self.context.file;
        if decorative && !alt.is_empty() {
            self.reports.push(image::decorative_with_alt(file, span));
        } else if !decorative && alt.is_empty() {
            self.reports.push(image::missing_alt(file, span, written));
        } else if pictures::is_file_name(alt) {
            self.reports.push(image::alt_is_file(file, span, alt));
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
        typography::push(
            &self.langs.current().style,
            title,
            &mut flow,
            None,
            &mut set,
        );
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
                self.reports.push(*problem);
                return is_image;
            }
        };
        self.out
            .hole(HoleKind::Src(offset(self.images.found.len())));
        let allowed = self.reports.allows_now("image/", span);
        self.images.found.push(BodyImage {
            target,
            width,
            has_own_versions: false,
            span,
            allowed,
        });
        true
    }

    /// Puts holes around the tag that begins at `start` and ends here, if it is of the
    /// image of this number.
    pub(super) fn around_image(&mut self, start: usize, number: u32) {
        if offset(self.images.found.len()) > number {
            self.out.hole_at(start, HoleKind::Before(number));
            self.out.hole(HoleKind::After(number));
        }
    }

    /// What an `<img>` of HTML says of its image.
    pub(super) fn raw_image(&mut self, tag: &HtmlTag<'_>, place: Range<usize>) {
        let span = self.reports.span(&place);
        let src = tag.value("src").unwrap_or_default();
        let alt = tag.value("alt");
        // In percent or points it is none.
        let width = tag
            .value("width")
            .and_then(|width| width.trim().trim_end_matches("px").parse().ok());
        let is_image = self.src(&src, alt.as_deref().unwrap_or_default(), width, span);
        // Without them in the list of what is allowed, they are taken away.
        let all = self.context.settings.raw_html == RawHtml::Allow;
        let has_own = tag.value("srcset").or(tag.value("sizes")).is_some();
        if let Some(image) = self.images.found.last_mut().filter(|_| is_image && all) {
            image.has_own_versions = has_own;
        }
        // An empty `alt` in HTML says that the image decorates.
        if alt.is_none() && is_image {
            let problem = image::missing_alt(self.context.file, span, &src);
            self.reports.push(problem);
        }
        self.out.push(" alt=\"");
        escape::attribute(&mut self.out.html, &alt.unwrap_or_default());
        self.out.push("\"");
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
            Address::Unreachable(..) | Address::Misspelt(_) => image::remote(file, span, written),
            Address::Site(target) => match address::image(target) {
                Some(target) if target.is_no_image() => image::no_image(file, span, written, alt),
                Some(target) => return Ok(target),
                None => image::empty(file, span),
            },
            Address::Backslash(corrected) => image::backslash(file, span, written, &corrected),
        }))
    }
}
