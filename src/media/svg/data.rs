//! XML that is data and nothing else.
//!
//! Owns telling it from what browsers show as a page or a drawing, in which script runs:
//! they go by the namespaces. Must never accept what can't be read as XML.

use quick_xml::Reader as Xml;
use quick_xml::events::Event;

use super::attributes::{self, Attribute};
use super::entities::Entities;
use super::{BOM, position};

/// Namespaces whose elements may run script, or be made to.
const ACTIVE: [&str; 4] = [
    "http://www.w3.org/1999/xhtml",
    "http://www.w3.org/2000/svg",
    "http://www.w3.org/1998/Math/MathML",
    "http://www.w3.org/1999/XSL/Transform",
];

/// Whether this is XML in which nothing is shown as a page or a drawing.
pub(in crate::media) fn is_plain_data(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(BOM).unwrap_or(bytes);
    let Ok(text) = std::str::from_utf8(bytes) else {
        return false;
    };
    let mut xml = Xml::from_str(text);
    let (mut elements, mut open) = (0_usize, 0_usize);
    loop {
        let start = position(&xml, 0);
        let Ok(event) = xml.read_event() else {
            return false;
        };
        let written = text.get(start..position(&xml, 0)).unwrap_or_default();
        let is_data = match event {
            Event::Eof => return elements > 0 && open == 0,
            Event::Start(_) | Event::Empty(_) => {
                elements += 1;
                open += usize::from(matches!(event, Event::Start(_)));
                is_plain_element(written)
            }
            // The reader has seen that it closes the innermost one.
            Event::End(_) => {
                open = open.saturating_sub(1);
                true
            }
            Event::PI(instruction) => !instruction.target().eq_ignore_ascii_case("xml-stylesheet"),
            Event::DocType(kind) => !kind.contains('['),
            Event::Decl(declaration) => match declaration.encoding() {
                Some(Ok(name)) => name.eq_ignore_ascii_case("utf-8"),
                Some(Err(_)) => false,
                None => true,
            },
            _ => true,
        };
        if !is_data {
            return false;
        }
    }
}

/// Whether a tag declares no namespace in which something runs.
fn is_plain_element(tag: &str) -> bool {
    let inner = tag.trim_start_matches('<').trim_end_matches('>');
    let inner = inner.strip_suffix('/').unwrap_or(inner);
    let Some(end) = inner.find(|c: char| c.is_ascii_whitespace()) else {
        return true;
    };
    let is_plain = |attribute: &Attribute<'_>| {
        let declares = attribute.name == "xmlns" || attribute.name.starts_with("xmlns:");
        !declares || !ACTIVE.contains(&attribute.value.trim())
    };
    attributes::read(&inner[end..], 0, &Entities::default())
        .is_ok_and(|attributes| attributes.iter().all(is_plain))
}
