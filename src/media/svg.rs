//! SVG: a drawing that must be nothing but a drawing.
//!
//! Owns what an SVG may contain, its size, and the removal of what drawing
//! programs leave behind. Must never load or resolve anything. Refuses whatever
//! could run, load or link; the reader errs towards refusing.

mod attributes;
mod checks;
mod css;
mod namespaces;
mod size;

use std::ops::Range;

use quick_xml::Reader as Xml;
use quick_xml::errors::{Error, IllFormedError};
use quick_xml::events::{BytesDecl, BytesRef, Event};

use super::pieces::Pieces;
use super::{Problem, Scan, malformed};
use attributes::Attribute;
use namespaces::{Namespace, Scopes, split};

const BOM: &[u8] = b"\xef\xbb\xbf";
/// Elements that move something.
const MOVING: [&str; 5] = [
    "animate",
    "animateColor",
    "animateMotion",
    "animateTransform",
    "set",
];

/// What the beginning of a file shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Beginning {
    /// An SVG document.
    Svg,
    /// The prologue of an XML document whose first element is missing, or nothing.
    Cut,
    /// Something else.
    Other,
}

/// Looks past byte order mark, declaration, comments and document type.
pub(super) fn beginning(bytes: &[u8]) -> Beginning {
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

/// Reads a whole document.
pub(super) fn scan(bytes: &[u8]) -> Result<Scan, Problem> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        malformed(format!("it isn't UTF-8 text (at byte {at})"))
    })?;
    let base = if bytes.starts_with(BOM) { BOM.len() } else { 0 };
    let mut xml = Xml::from_str(&text[base..]);
    xml.config_mut().check_comments = true;
    let mut reader = Reader::new(text);
    loop {
        let start = position(&xml, base);
        let event = xml.read_event().map_err(|error| broken(&error))?;
        let place = start..position(&xml, base);
        if matches!(event, Event::Eof) {
            return reader.finish();
        }
        reader.take(&event, place)?;
    }
}

fn position(xml: &Xml<&[u8]>, base: usize) -> usize {
    usize::try_from(xml.buffer_position()).map_or(usize::MAX, |at| at + base)
}

fn broken(error: &Error) -> Problem {
    match error {
        Error::Syntax(_) | Error::IllFormed(IllFormedError::MissingEndTag(_)) => Problem::Truncated,
        other => malformed(format!("it isn't well-formed XML: {other}")),
    }
}

struct Reader<'a> {
    text: &'a str,
    scopes: Scopes<'a>,
    pieces: Pieces,
    /// Where the part begins that is kept next.
    kept_from: usize,
    /// The element that is being removed: its depth and its first byte.
    removing: Option<(usize, usize)>,
    /// The style sheet that is being read: its first byte and its text.
    style: Option<(usize, String)>,
    /// The root's attributes.
    root: Option<Vec<Attribute<'a>>>,
    root_is_svg: bool,
    animated: bool,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            scopes: Scopes::default(),
            pieces: Pieces::default(),
            kept_from: 0,
            removing: None,
            style: None,
            root: None,
            root_is_svg: false,
            animated: false,
        }
    }

    fn take(&mut self, event: &Event<'_>, place: Range<usize>) -> Result<(), Problem> {
        match event {
            Event::Start(_) => self.element(place, false),
            Event::Empty(_) => self.element(place, true),
            Event::End(_) => self.end(place.end),
            Event::Text(text) => self.characters(text),
            Event::CData(text) => self.characters(text),
            Event::GeneralRef(reference) => self.reference(reference, place.start),
            Event::Comment(_) => {
                self.cut(place);
                Ok(())
            }
            Event::PI(instruction) => {
                if instruction.target().eq_ignore_ascii_case("xml-stylesheet") {
                    return Err(active("a style sheet (`<?xml-stylesheet?>`)", place.start));
                }
                self.cut(place);
                Ok(())
            }
            Event::Decl(declaration) => self.declaration(declaration, place.start),
            Event::DocType(kind) => self.document_type(kind, place),
            Event::Eof => Ok(()),
        }
    }

    /// Drawing programs name their document type, which is left out; one that
    /// declares entities is refused.
    fn document_type(&mut self, kind: &str, place: Range<usize>) -> Result<(), Problem> {
        if kind.contains('[') || self.root.is_some() {
            return Err(active("a document type (`<!DOCTYPE>`)", place.start));
        }
        self.cut(place);
        Ok(())
    }

    /// Leaves a part out, unless it stands in one that is left out anyway.
    fn cut(&mut self, place: Range<usize>) {
        if self.removing.is_none() {
            self.pieces.keep(self.kept_from..place.start);
            self.kept_from = place.end;
        }
    }

    fn declaration(&self, declaration: &BytesDecl<'_>, start: usize) -> Result<(), Problem> {
        let before = self.text.get(..start).unwrap_or_default();
        if !before.trim_start_matches('\u{feff}').is_empty() {
            return Err(malformed("its XML declaration isn't at the beginning"));
        }
        match declaration.encoding() {
            Some(Ok(name)) if !name.eq_ignore_ascii_case("utf-8") => Err(malformed(format!(
                "it is declared as `{}` and not as UTF-8",
                shorten(&name)
            ))),
            Some(Err(_)) => Err(malformed("its XML declaration is broken")),
            _ => Ok(()),
        }
    }

    fn characters(&mut self, text: &str) -> Result<(), Problem> {
        if self.scopes.depth() == 0 && !text.trim().trim_matches('\u{feff}').is_empty() {
            return Err(malformed("there is text outside of its `svg` element"));
        }
        if let Some((_, style)) = &mut self.style {
            style.push_str(text);
        }
        Ok(())
    }

    fn reference(&mut self, reference: &BytesRef<'_>, start: usize) -> Result<(), Problem> {
        let raw = format!("&{};", &**reference);
        let text = attributes::decode(&raw, start)?;
        self.characters(&text)
    }

    fn element(&mut self, place: Range<usize>, is_empty: bool) -> Result<(), Problem> {
        let start = place.start;
        let inner = self
            .text
            .get(place.clone())
            .and_then(|tag| tag.strip_prefix('<')?.strip_suffix('>'))
            .map(|tag| {
                if is_empty {
                    tag.strip_suffix('/').unwrap_or(tag)
                } else {
                    tag
                }
            })
            .ok_or_else(|| malformed(format!("its tag at byte {start} is broken")))?;
        if self.style.is_some() {
            return Err(active("an element inside `<style>`", start));
        }
        let name_end = inner
            .find(|c: char| c.is_ascii_whitespace())
            .unwrap_or(inner.len());
        let (name, rest) = inner.split_at(name_end);
        attributes::check_name(name, start)?;
        let attributes = attributes::read(rest, start + 1 + name_end)?;
        if self.root.is_some() && self.scopes.depth() == 0 {
            return Err(malformed("it has a second outermost element"));
        }
        self.scopes.enter(&attributes);
        let (prefix, local) = split(name);
        let namespace = self.scopes.element(prefix)?;
        checks::element(namespace, local, start)?;
        let is_root = self.root.is_none();
        let foreign = namespace == Namespace::Foreign || local == "metadata";
        if foreign && !is_root && self.removing.is_none() {
            self.removing = Some((self.scopes.depth(), start));
        }
        for attribute in &attributes {
            self.attribute(attribute)?;
        }
        if self.removing.is_none() {
            self.animated |= MOVING.contains(&local);
        }
        if is_root {
            self.root_is_svg = namespace == Namespace::Svg && local == "svg";
            self.root = Some(attributes);
        }
        if is_empty {
            return self.end(place.end);
        }
        if local.eq_ignore_ascii_case("style") {
            self.style = Some((start, String::new()));
        }
        Ok(())
    }

    fn attribute(&mut self, attribute: &Attribute<'a>) -> Result<(), Problem> {
        let (prefix, local) = split(attribute.name);
        if prefix == "xmlns" {
            if Namespace::of(&attribute.value) == Namespace::Foreign {
                self.cut(attribute.place.clone());
            }
            return Ok(());
        }
        if attribute.name == "xmlns" {
            return Ok(());
        }
        let namespace = self.scopes.attribute(prefix)?;
        if namespace == Namespace::Foreign {
            self.cut(attribute.place.clone());
            return Ok(());
        }
        if checks::is_handler(local) {
            return Err(active(
                format!("the attribute `{}`", shorten(attribute.name)),
                attribute.at,
            ));
        }
        if self.removing.is_some() {
            return Ok(());
        }
        checks::attribute(attribute, namespace, &local.to_ascii_lowercase())
    }

    fn end(&mut self, end: usize) -> Result<(), Problem> {
        if let Some((start, style)) = self.style.take()
            && self.removing.is_none()
        {
            if let Some(what) = css::active(&style) {
                return Err(active(format!("{what} in `<style>`"), start));
            }
            self.animated |= style.contains("@keyframes");
        }
        if let Some((depth, start)) = self.removing
            && depth == self.scopes.depth()
        {
            self.removing = None;
            self.cut(start..end);
        }
        self.scopes.leave();
        Ok(())
    }

    fn finish(mut self) -> Result<Scan, Problem> {
        let Some(root) = self.root.take().filter(|_| self.scopes.depth() == 0) else {
            return Err(Problem::Truncated);
        };
        if !self.root_is_svg {
            return Err(malformed(
                "its outermost element isn't `<svg xmlns=\"http://www.w3.org/2000/svg\">`, \
                 so browsers show nothing",
            ));
        }
        let (width, height) = size::of(&root)?;
        self.pieces.keep(self.kept_from..self.text.len());
        Ok(Scan {
            width,
            height,
            animated: self.animated,
            orientation: 1,
            pieces: self.pieces,
        })
    }
}

fn active(what: impl Into<String>, offset: usize) -> Problem {
    Problem::SvgActive {
        what: what.into(),
        offset,
    }
}

/// The beginning of a value, fit for a message.
fn shorten(text: &str) -> String {
    let mut short: String = text
        .chars()
        .take(60)
        .map(|c| if c.is_control() || c == '`' { ' ' } else { c })
        .collect();
    if short.len() < text.len() && text.chars().nth(60).is_some() {
        short.push('…');
    }
    short
}
