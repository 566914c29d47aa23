//! XML as feeds need it: elements in a row, over `quick-xml`'s writer.

use std::borrow::Cow;

use quick_xml::Writer;
use quick_xml::events::{BytesEnd, BytesStart, BytesText, Event};

/// Writes elements; writing into memory can't fail.
pub(in crate::render) struct Element(Writer<Vec<u8>>);

impl Element {
    /// An empty document or fragment.
    pub(in crate::render) fn new() -> Self {
        Self(Writer::new(Vec::with_capacity(4096)))
    }

    /// `<name attribute="…">`.
    pub(in crate::render) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) -> &mut Self {
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.event(Event::Start(start))
    }

    /// `</name>`, and the line ends.
    pub(in crate::render) fn close(&mut self, name: &str) -> &mut Self {
        self.event(Event::End(BytesEnd::new(name))).raw("\n")
    }

    /// `<name attribute="…"/>`, and the line ends.
    pub(in crate::render) fn empty(
        &mut self,
        name: &str,
        attributes: &[(&str, &str)],
    ) -> &mut Self {
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.event(Event::Empty(start)).raw("\n")
    }

    /// `<name>text</name>`, and the line ends.
    pub(in crate::render) fn text(&mut self, name: &str, text: &str) -> &mut Self {
        self.text_with(name, &[], text)
    }

    /// `<name attribute="…">text</name>`, and the line ends.
    pub(in crate::render) fn text_with(
        &mut self,
        name: &str,
        attributes: &[(&str, &str)],
        text: &str,
    ) -> &mut Self {
        self.open(name, attributes)
            .event(Event::Text(BytesText::new(text)))
            .close(name)
    }

    /// XML as it is.
    pub(in crate::render) fn raw(&mut self, xml: impl AsRef<[u8]>) -> &mut Self {
        self.0.get_mut().extend_from_slice(xml.as_ref());
        self
    }

    /// The bytes written since the last part; what follows begins at zero.
    pub(in crate::render) fn part(&mut self) -> Vec<u8> {
        std::mem::take(self.0.get_mut())
    }

    /// The bytes written.
    pub(in crate::render) fn bytes(self) -> Vec<u8> {
        self.0.into_inner()
    }

    fn event(&mut self, event: Event<'_>) -> &mut Self {
        // A `Vec<u8>` takes every byte: there is no error to report.
        let _ = self.0.write_event(event);
        self
    }
}

/// The text without the characters that XML 1.0 forbids (its production `Char`):
/// one of them makes a whole feed unreadable.
pub(in crate::render) fn legal<'a>(text: impl Into<Cow<'a, str>>) -> String {
    let text = text.into();
    let allowed = |c: char| {
        matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..='\u{10ffff}')
            && !matches!(c, '\u{7f}'..='\u{84}' | '\u{86}'..='\u{9f}')
    };
    // What is forbidden begins with one of these bytes, which are rare in a text.
    let suspicious = |byte: u8| {
        matches!(byte, 0..=0x1f if !matches!(byte, b'\t' | b'\n' | b'\r'))
            || matches!(byte, 0x7f | 0xc2 | 0xef)
    };
    // Without an early end in a chunk the processor looks at many bytes at once.
    let clean = |chunk: &[u8]| {
        !chunk
            .iter()
            .fold(false, |any, &byte| any | suspicious(byte))
    };
    if text.as_bytes().chunks(64).all(clean) || text.chars().all(allowed) {
        return text.into_owned();
    }
    text.chars().filter(|&c| allowed(c)).collect()
}
