//! HTML while it grows.
//!
//! Owns [`Out`]: text, and the places in it that something belongs to, which stay
//! right when text is inserted before them. Must never know Markdown.

use crate::diagnostic::Span;
use crate::parse::document::{Hole, HoleKind};

/// A buffer of HTML.
#[derive(Debug, Default)]
pub(super) struct Out {
    /// The HTML.
    pub(super) html: String,
    /// Ascending.
    pub(super) holes: Vec<Hole>,
    /// Where the values of attributes begin that only we may write, ascending.
    pub(super) guards: Vec<u32>,
    /// Where references to footnotes belong, ascending.
    pub(super) notes: Vec<NoteMark>,
}

/// A reference to a footnote, not yet numbered.
#[derive(Debug, Clone, Copy)]
pub(super) struct NoteMark {
    /// Where it belongs.
    pub(super) at: u32,
    /// Which footnote.
    pub(super) note: u32,
    /// Where it was written.
    pub(super) span: Span,
}

impl Out {
    /// With room for what becomes of a text.
    pub(super) fn for_source(source: &str) -> Self {
        Self {
            html: String::with_capacity(source.len() + source.len() / 3),
            ..Self::default()
        }
    }

    /// The offset at which the next byte is written.
    pub(super) fn len(&self) -> usize {
        self.html.len()
    }

    /// Appends HTML.
    pub(super) fn push(&mut self, html: &str) {
        self.html.push_str(html);
    }

    /// Puts a hole here.
    pub(super) fn hole(&mut self, kind: HoleKind) {
        let at = offset(self.len());
        self.holes.push(Hole { at, kind });
    }

    /// Puts a hole at a place that was written already.
    pub(super) fn hole_at(&mut self, at: usize, kind: HoleKind) {
        let at = offset(at);
        let place = self.holes.partition_point(|hole| hole.at < at);
        self.holes.insert(place, Hole { at, kind });
    }

    /// Puts a reference to a footnote here.
    pub(super) fn note(&mut self, note: u32, span: Span) {
        let at = offset(self.len());
        self.notes.push(NoteMark { at, note, span });
    }

    /// Appends ` name="` and remembers that its value is ours.
    pub(super) fn guarded(&mut self, name: &str) {
        self.html.push(' ');
        self.html.push_str(name);
        self.html.push_str("=\"");
        self.guard();
    }

    /// Remembers that the attribute's value that begins here is ours.
    pub(super) fn guard(&mut self) {
        self.guards.push(offset(self.len()));
    }

    /// The same for an attribute that was inserted.
    pub(super) fn guard_at(&mut self, at: usize) {
        let at = offset(at);
        let place = self.guards.partition_point(|guard| *guard < at);
        self.guards.insert(place, at);
    }

    /// Appends an attribute with a constant value that only we may write.
    pub(super) fn own(&mut self, name: &str, value: &str) {
        self.guarded(name);
        self.html.push_str(value);
        self.html.push('"');
    }

    /// Inserts HTML without places of its own.
    pub(super) fn insert(&mut self, at: usize, html: &str) {
        self.html.insert_str(at, html);
        let (from, by) = (offset(at), offset(html.len()));
        // Places after `at` are at the ends of their lists.
        for hole in self.holes.iter_mut().rev().take_while(|h| h.at >= from) {
            hole.at += by;
        }
        for guard in self.guards.iter_mut().rev().take_while(|g| **g >= from) {
            *guard += by;
        }
        for note in self.notes.iter_mut().rev().take_while(|n| n.at >= from) {
            note.at += by;
        }
    }

    /// Whether nothing that is seen, or that comes to be, was written from here on.
    pub(super) fn is_blank(&self, from: usize) -> bool {
        let rest = self.html.get(from..);
        rest.is_some_and(|rest| rest.trim().is_empty())
            && self.notes.last().is_none_or(|n| (n.at as usize) < from)
    }

    /// Takes back everything from `at` on.
    pub(super) fn truncate(&mut self, at: usize) {
        self.html.truncate(at);
        let at = offset(at);
        while self.holes.last().is_some_and(|hole| hole.at >= at) {
            self.holes.pop();
        }
        while self.guards.last().is_some_and(|guard| *guard >= at) {
            self.guards.pop();
        }
        while self.notes.last().is_some_and(|note| note.at >= at) {
            self.notes.pop();
        }
    }
}

/// Texts are far below 4 GiB; what lies beyond would be misplaced, never unsafe.
pub(super) fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
