//! Markdown into HTML with holes.
//!
//! Owns all of pulldown-cmark: one pass over its events writes the HTML, collects
//! headings, links and images with their places, and says what looks like a mistake.
//! Must never know front matter, other files, or URLs.

mod address;
mod allow;
mod attributes;
mod autolink;
mod blocks;
mod context;
mod dialects;
mod emphasis;
mod escape;
mod events;
mod failed_links;
mod footnotes;
mod foreign;
mod headings;
mod html;
mod ids;
mod images;
mod lead;
mod links;
mod loaded;
mod loose;
mod loose_notes;
mod out;
mod prescan;
mod raw;
mod reports;
mod spans;
mod suspicious;
mod tables;
mod text;
mod unfinished;
mod writer;

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::cell::RefCell;

use context::{Context, Place};
use events::{Broken, Events};
use prescan::Prescan;
use writer::Writer;

use super::document::Body;
use super::sanitize;
use super::settings::Settings;
use crate::diagnostic::{Diagnostic, Span, markdown};
use crate::parse::RawHtml;
use crate::path::SourcePath;

/// Put before one line, so that nothing at its beginning can make a block of it.
const INLINE_PREFIX: &str = ". ";

/// The Markdown of a file from `body_start` on. `text` is the whole file, and spans
/// count in it; `title` stands above it; `slug` keeps the ids of its footnotes apart from
/// those of other texts on one page; `lang` is the text's language.
pub fn body(
    file: &SourcePath,
    text: &str,
    body_start: usize,
    title: &str,
    slug: &str,
    lang: &str,
    settings: &Settings,
) -> (Body, Vec<Diagnostic>) {
    let mut start = body_start.min(text.len());
    if text[start..].starts_with('\u{feff}') {
        start += '\u{feff}'.len_utf8();
    }
    let context = Context {
        file,
        title,
        slug,
        lang,
        settings,
        place: Place::From(start),
    };
    convert(context, &text[start..])
}

/// One line of inline Markdown: a value of front matter that stands at `span` in its
/// file. Paragraphs, lists and headings are not understood, nor are footnotes.
pub fn inline(
    file: &SourcePath,
    text: &str,
    span: Span,
    lang: &str,
    settings: &Settings,
) -> (Body, Vec<Diagnostic>) {
    let place = if span.end.checked_sub(span.start) == Some(text.len()) {
        Place::Value(span)
    } else {
        Place::Folded(span)
    };
    let context = Context {
        file,
        title: "",
        slug: "",
        lang,
        settings,
        place,
    };
    let line = text.replace(['\n', '\r'], " ");
    convert(context, &format!("{INLINE_PREFIX}{line}"))
}

fn convert(context: Context<'_>, text: &str) -> (Body, Vec<Diagnostic>) {
    let footnotes = !context.is_inline();
    let start = if footnotes { 0 } else { INLINE_PREFIX.len() };
    let mut prescan = Prescan::of(text, footnotes);
    let source: Cow<'_, str> = std::mem::take(&mut prescan.source);
    let merges = std::mem::take(&mut prescan.merges);
    let broken: Broken = RefCell::default();
    let mut writer = Writer::new(context, &source, start, prescan);
    writer.run(Events::new(&source, footnotes, Some(&broken)));
    writer.check(&broken.take(), &merges);
    let cleaned = writer.raw.written && context.settings.raw_html == RawHtml::Sanitize;
    if cleaned && sanitize::is_too_deep(&writer.out.html) {
        return shown_as_text(context, text);
    }
    finish(writer, cleaned)
}

/// HTML that nests too deeply is an error, and shown as text.
fn shown_as_text(context: Context<'_>, text: &str) -> (Body, Vec<Diagnostic>) {
    let settings = Settings {
        raw_html: RawHtml::Escape,
        ..context.settings.clone()
    };
    let as_text = Context {
        settings: &settings,
        ..context
    };
    let (body, mut diagnostics) = convert(as_text, text);
    let start = context.span(&(0..0));
    diagnostics.push(markdown::html_too_deep(context.file, start));
    (body, diagnostics)
}

fn finish(writer: Writer<'_>, cleaned: bool) -> (Body, Vec<Diagnostic>) {
    let mut html = writer.out.html;
    let mut holes = writer.out.holes;
    if cleaned {
        (html, holes) = sanitize::clean(&html, &holes, &writer.out.guards);
    }
    // It is kept until the site is rendered.
    html.shrink_to_fit();
    let body = Body {
        html,
        holes,
        links: writer.links.found,
        images: writer.images.found,
        headings: writer.headings.found,
        ids: writer.ids.into_sorted(),
        words: writer.text.words.count,
        lead: writer.lead.finish(),
    };
    (body, writer.reports.finish())
}
