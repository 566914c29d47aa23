//! Markdown as a stream of events.
//!
//! Owns the options of pulldown-cmark, and joins the pieces into which it cuts
//! running text, so that an address or a number is seen whole. Must never know HTML.

use std::cell::RefCell;
use std::ops::Range;

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, OffsetIter, Options, Parser};

/// What the parser sees.
pub(super) enum Piece<'a> {
    /// Running text that stands in the source as it is.
    Text,
    /// Anything else; text among it comes from entities.
    Event(Event<'a>),
}

/// A reference without an address: where it stands and what it is called.
pub(super) type Broken = RefCell<Vec<(Range<usize>, String)>>;

type Callback<'a> = Box<dyn FnMut(BrokenLink<'a>) -> Option<(CowStr<'a>, CowStr<'a>)> + 'a>;

/// The events of a source, with the bytes that they cover.
pub(super) struct Events<'a> {
    source: &'a str,
    events: OffsetIter<'a, Callback<'a>>,
    /// An event that was read to see whether text goes on.
    ahead: Option<(Event<'a>, Range<usize>)>,
}

impl<'a> Events<'a> {
    /// Parses a whole text, footnotes included or not.
    pub(super) fn new(source: &'a str, footnotes: bool, broken: Option<&'a Broken>) -> Self {
        let mut options = Options::ENABLE_TABLES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_GFM
            | Options::ENABLE_DEFINITION_LIST;
        options.set(Options::ENABLE_FOOTNOTES, footnotes);
        let callback = broken.map(|broken| -> Callback<'a> {
            Box::new(|link: BrokenLink<'a>| {
                if link.link_type == LinkType::Reference {
                    broken
                        .borrow_mut()
                        .push((link.span, link.reference.into_string()));
                }
                None
            })
        });
        Self {
            source,
            events: Parser::new_with_broken_link_callback(source, options, callback)
                .into_offset_iter(),
            ahead: None,
        }
    }

    /// Whether this text is the source's own bytes.
    fn verbatim(&self, text: &CowStr<'_>, range: &Range<usize>) -> bool {
        matches!(text, CowStr::Borrowed(text)
            if text.len() == range.len() && text.as_ptr() == self.source[range.clone()].as_ptr())
    }
}

impl<'a> Iterator for Events<'a> {
    type Item = (Piece<'a>, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        let (event, mut range) = self.ahead.take().or_else(|| self.events.next())?;
        match &event {
            Event::Text(text) if self.verbatim(text, &range) => {}
            _ => return Some((Piece::Event(event), range)),
        }
        loop {
            self.ahead = self.events.next();
            match &self.ahead {
                Some((Event::Text(text), next))
                    if next.start == range.end && self.verbatim(text, next) =>
                {
                    range.end = next.end;
                }
                _ => return Some((Piece::Text, range)),
            }
        }
    }
}
