//! SVG: a drawing that must be nothing but a drawing.
//!
//! Owns what an SVG may contain, its size, and the removal of all that browsers don't
//! draw: what drawing programs leave behind. Must never load or resolve anything.
//! Refuses whatever could run, load or link; the reader errs towards refusing.

mod attributes;
mod beginning;
mod checks;
mod data;
mod entities;
mod gathered;
mod namespaces;
mod size;
mod vocabulary;

use std::borrow::Cow;
use std::ops::Range;

use quick_xml::Reader as Xml;
use quick_xml::errors::{Error, IllFormedError};
use quick_xml::escape::partial_escape as escape;
use quick_xml::events::{BytesDecl, Event};

pub(super) use beginning::{Beginning, beginning};
pub(super) use data::is_plain_data;

use super::pieces::Pieces;
use super::{Problem, Scan, malformed};
use crate::diagnostic::media::Active;
use crate::message;
use attributes::Attribute;
use checks::Fate;
use entities::Entities;
use gathered::Gathered;
use namespaces::{Namespace, Scopes, split};

const BOM: &[u8] = b"\xef\xbb\xbf";
/// The length of `<![CDATA[`.
const CDATA: usize = 9;

/// Reads a whole document that lies in `depth` others.
pub(super) fn scan(bytes: &[u8], depth: usize) -> Result<Scan, Problem> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to().to_string();
        malformed(message!("svg-not-utf8", at))
    })?;
    let base = if bytes.starts_with(BOM) { BOM.len() } else { 0 };
    let mut xml = Xml::from_str(&text[base..]);
    xml.config_mut().check_comments = true;
    let mut reader = Reader::new(text, depth);
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
        other => malformed(message!("svg-not-xml", words = other.to_string())),
    }
}

struct Reader<'a> {
    text: &'a str,
    /// How many drawings this one lies in.
    depth: usize,
    entities: Entities<'a>,
    scopes: Scopes<'a>,
    open: Vec<Open>,
    edits: Vec<(Range<usize>, String)>,
    /// The root's attributes, and whether it is an `svg` element.
    root: Option<(Vec<Attribute<'a>>, bool)>,
    animated: bool,
}

/// An open element.
struct Open {
    start: usize,
    /// Where its content begins.
    inside: usize,
    role: Role,
}

/// What becomes of an element's content.
enum Role {
    /// It is drawn; text in it is not.
    Drawing,
    /// Its text is drawn.
    Words,
    /// A title or a description.
    Description(Gathered),
    /// A style sheet.
    Style(Gathered),
    /// It goes, and is not looked at.
    Removed,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, depth: usize) -> Self {
        Self {
            text,
            depth,
            entities: Entities::default(),
            scopes: Scopes::default(),
            open: Vec::new(),
            edits: Vec::new(),
            root: None,
            animated: false,
        }
    }

    fn take(&mut self, event: &Event<'_>, place: Range<usize>) -> Result<(), Problem> {
        match event {
            Event::Start(_) => self.element(place, false),
            Event::Empty(_) => self.element(place, true),
            Event::End(_) => self.end(place),
            Event::Text(text) => self.characters(text, place.start, &place),
            Event::CData(text) => self.characters(text, place.start + CDATA, &place),
            Event::GeneralRef(reference) => {
                let raw = format!("&{};", &**reference);
                let text = attributes::decode(&raw, place.start, &Entities::default())?;
                self.characters(&text, place.start, &place)
            }
            Event::Comment(_) => {
                self.replace(place, "");
                Ok(())
            }
            Event::PI(instruction) => {
                if instruction.target().eq_ignore_ascii_case("xml-stylesheet") {
                    return Err(active(Active::StyleSheet, place.start));
                }
                self.replace(place, "");
                Ok(())
            }
            Event::Decl(declaration) => self.declaration(declaration, place.start),
            Event::DocType(_) => self.document_type(place),
            Event::Eof => Ok(()),
        }
    }

    /// Drawing programs name their document type, and give names to namespaces in it;
    /// it is left out. One that declares more is refused.
    fn document_type(&mut self, place: Range<usize>) -> Result<(), Problem> {
        let written = self.text.get(place.clone()).unwrap_or_default();
        match Entities::read(written.trim_end_matches('>')) {
            Some(entities) if self.root.is_none() => self.entities = entities,
            _ => return Err(active(Active::DocumentType, place.start)),
        }
        self.replace(place, "");
        Ok(())
    }

    /// Writes something else in a place, whatever was to become of the parts of it.
    fn replace(&mut self, place: Range<usize>, with: &str) {
        while (self.edits.last()).is_some_and(|(last, _)| last.start >= place.start) {
            self.edits.pop();
        }
        self.edits.push((place, with.to_owned()));
    }

    fn declaration(&self, declaration: &BytesDecl<'_>, start: usize) -> Result<(), Problem> {
        let before = self.text.get(..start).unwrap_or_default();
        if !before.trim_start_matches('\u{feff}').is_empty() {
            return Err(malformed(message!("svg-declaration-late")));
        }
        match declaration.encoding() {
            Some(Ok(name)) if !name.eq_ignore_ascii_case("utf-8") => Err(malformed(message!(
                "svg-encoding",
                encoding = shorten(&name)
            ))),
            Some(Err(_)) => Err(malformed(message!("svg-declaration"))),
            _ => Ok(()),
        }
    }

    /// Takes in text that stands at `at`; text that nobody sees goes.
    fn characters(&mut self, text: &str, at: usize, place: &Range<usize>) -> Result<(), Problem> {
        let is_blank = text.trim().trim_matches('\u{feff}').is_empty();
        match self.open.last_mut().map(|open| &mut open.role) {
            None if !is_blank => {
                return Err(malformed(message!("svg-text-outside")));
            }
            Some(Role::Drawing) if !is_blank => self.replace(place.clone(), ""),
            Some(Role::Description(gathered) | Role::Style(gathered)) => gathered.push(text, at),
            _ => {}
        }
        Ok(())
    }

    fn element(&mut self, place: Range<usize>, is_empty: bool) -> Result<(), Problem> {
        let start = place.start;
        let inner = self
            .text
            .get(place.clone())
            .and_then(|tag| tag.strip_prefix('<')?.strip_suffix('>'))
            .map(|tag| match is_empty {
                true => tag.strip_suffix('/').unwrap_or(tag),
                false => tag,
            })
            .ok_or_else(|| malformed(message!("svg-tag", at = start.to_string())))?;
        let name_end = inner
            .find(|c: char| c.is_ascii_whitespace())
            .unwrap_or(inner.len());
        let (name, rest) = inner.split_at(name_end);
        attributes::check_name(name, start)?;
        let attributes = attributes::read(rest, start + 1 + name_end, &self.entities)?;
        self.scopes.enter(&attributes);
        let role = self.role(name, &attributes, start)?;
        self.open.push(Open {
            start,
            inside: place.end,
            role,
        });
        if self.root.is_none() {
            let (prefix, local) = split(name);
            let is_svg = local == "svg" && self.scopes.element(prefix)? == Namespace::Svg;
            self.root = Some((attributes, is_svg));
        }
        if is_empty {
            return self.end(place.end..place.end);
        }
        Ok(())
    }

    /// What becomes of an element, and of its attributes if it stays.
    fn role(
        &mut self,
        name: &str,
        attributes: &[Attribute<'a>],
        start: usize,
    ) -> Result<Role, Problem> {
        let parent = self.open.last().map(|open| &open.role);
        match parent {
            None if self.root.is_some() => {
                return Err(malformed(message!("svg-second-root")));
            }
            Some(Role::Style(_)) => return Err(active(Active::InStyle, start)),
            Some(Role::Removed) => return Ok(Role::Removed),
            _ => {}
        }
        let (prefix, local) = split(name);
        let namespace = self.scopes.element(prefix)?;
        let is_drawn = checks::element(namespace, local, attributes, start)?;
        if !is_drawn && self.root.is_some() {
            return Ok(Role::Removed);
        }
        for attribute in attributes {
            self.attribute(attribute, local)?;
        }
        self.animated |= vocabulary::MOVING.contains(&local);
        Ok(match local {
            "style" => Role::Style(Gathered::default()),
            "title" | "desc" => Role::Description(Gathered::default()),
            _ if vocabulary::WORDS.contains(&local) => Role::Words,
            _ => Role::Drawing,
        })
    }

    fn attribute(&mut self, attribute: &Attribute<'a>, element: &str) -> Result<(), Problem> {
        let (prefix, _) = split(attribute.name);
        let place = attribute.place.clone();
        if prefix == "xmlns" || attribute.name == "xmlns" {
            if prefix == "xmlns" && Namespace::of(&attribute.value) == Namespace::Foreign {
                self.replace(place, "");
            } else if attribute.has_entity {
                self.replace(place, &attribute.with(&attribute.value));
            }
            return Ok(());
        }
        let namespace = self.scopes.attribute(prefix)?;
        match checks::attribute(attribute, namespace, element, self.depth)? {
            Fate::Stays => {}
            Fate::Goes => self.replace(place, ""),
            Fate::Becomes(value) => self.replace(place, &attribute.with(&value)),
        }
        Ok(())
    }

    /// Closes the innermost element, whose end tag is at `place`.
    fn end(&mut self, place: Range<usize>) -> Result<(), Problem> {
        self.scopes.leave();
        let Some(Open {
            start,
            inside,
            role,
        }) = self.open.pop()
        else {
            return Ok(());
        };
        match role {
            Role::Removed => self.replace(start..place.end, ""),
            Role::Description(text) if checks::names_a_computer(text.text()) => {
                self.replace(start..place.end, "");
            }
            Role::Style(gathered) => {
                let css = gathered.text();
                self.animated |= css.contains("@keyframes");
                if let Cow::Owned(clean) =
                    checks::style(css, |byte| gathered.place(byte), self.depth)?
                {
                    self.replace(inside..place.start, &escape(clean));
                }
            }
            Role::Drawing | Role::Words | Role::Description(_) => {}
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Scan, Problem> {
        let Some((root, is_svg)) = self.root.take().filter(|_| self.open.is_empty()) else {
            return Err(Problem::Truncated);
        };
        if !is_svg {
            return Err(malformed(message!("svg-no-root")));
        }
        let (width, height) = size::of(&root)?;
        let mut pieces = Pieces::default();
        let mut kept = 0;
        for (place, with) in self.edits {
            pieces.keep(kept..place.start);
            pieces.write(with);
            kept = place.end;
        }
        pieces.keep(kept..self.text.len());
        Ok(Scan {
            width,
            height,
            animated: self.animated,
            scalable: false,
            orientation: 1,
            pieces,
        })
    }
}

const fn active(what: Active, offset: usize) -> Problem {
    Problem::SvgActive { what, offset }
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
