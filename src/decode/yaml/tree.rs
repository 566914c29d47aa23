//! Events into a tree, within limits.
//!
//! Owns the reading of one YAML document. Must never know the causes of faults.

use serde_yaml::granit_parser::{ErrorKind, Event, Options, Parser, ScalarStyle, Span as YamlSpan};

use super::{Entry, Kind, Node};
use crate::diagnostic::Span;
use crate::diagnostic::yaml::Limit;

/// Keys of one map; they are compared with each other.
const MAX_KEYS: usize = 2_500;

/// How much is read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    /// The text.
    pub(super) bytes: usize,
    /// Lists and maps within each other.
    depth: usize,
    /// Keys and values.
    nodes: usize,
}

impl Limits {
    /// For what people write by hand.
    pub(super) const fn settings(bytes: usize) -> Self {
        Self {
            bytes,
            depth: 64,
            nodes: 5_000,
        }
    }

    /// For long lists.
    pub(super) const fn data(bytes: usize) -> Self {
        Self {
            bytes,
            depth: 64,
            nodes: 200_000,
        }
    }
}

/// Why there is no tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fault {
    /// Not YAML.
    Syntax {
        /// Where the parser gave up: at or after what is wrong.
        at: usize,
    },
    /// An anchor, an alias or a tag.
    Unsupported {
        /// Where it stands, or what it stands before.
        at: usize,
        /// `&`, `*` or `!`.
        letter: char,
    },
    /// Too much of something.
    Limit {
        /// Where the limit was passed.
        at: usize,
        /// What there is too much of.
        limit: Limit,
    },
}

/// A key given twice in a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Duplicate {
    /// The key.
    pub(super) key: String,
    /// The one that counts.
    pub(super) first: Span,
    /// The one that does not.
    pub(super) second: Span,
}

/// A document.
pub(super) struct Tree {
    /// Its value.
    pub(super) root: Node,
    /// Keys that were left out.
    pub(super) duplicates: Vec<Duplicate>,
}

/// Reads `text[span]`.
pub(super) fn parse(text: &str, span: Span, limits: Limits) -> Result<Tree, Fault> {
    let source = &text[span.start..span.end];
    let mut options = Options::default();
    options.set_emit_comments(false);
    options.flow_nesting_limit = limits.depth;
    options.block_nesting_limit = limits.depth;
    let mut builder = Builder {
        parser: Parser::new_from_str_with_options(source, options),
        base: span.start,
        end: span.end,
        nodes: limits.nodes,
        depth: limits.depth,
        duplicates: Vec::new(),
    };
    let root = builder.document()?;
    Ok(Tree {
        root,
        duplicates: builder.duplicates,
    })
}

struct Builder<'a, I: serde_yaml::granit_parser::BorrowedInput<'a>> {
    parser: Parser<'a, I>,
    base: usize,
    end: usize,
    nodes: usize,
    depth: usize,
    duplicates: Vec<Duplicate>,
}

impl<'a, I: serde_yaml::granit_parser::BorrowedInput<'a>> Builder<'a, I> {
    fn next(&mut self) -> Result<(Event<'a>, Span), Fault> {
        match self.parser.next_event() {
            Some(Ok((event, span))) => Ok((event, self.span(&span))),
            Some(Err(error)) => {
                let at = error.marker().byte_offset();
                let at = at.map_or(self.end, |at| (self.base + at).min(self.end));
                Err(match error.kind() {
                    ErrorKind::RecursionLimitExceeded => Fault::Limit {
                        at,
                        limit: Limit::Depth,
                    },
                    _ => Fault::Syntax { at },
                })
            }
            None => Ok((Event::StreamEnd, Span::new(self.end, self.end))),
        }
    }

    /// The parser counts from the beginning of its text.
    fn span(&self, span: &YamlSpan) -> Span {
        let place = |at: Option<usize>| (self.base + at.unwrap_or(0)).min(self.end);
        let start = place(span.start.byte_offset());
        Span::new(start, place(span.end.byte_offset()).max(start))
    }

    fn document(&mut self) -> Result<Node, Fault> {
        let mut root = Node {
            span: Span::new(self.base, self.base),
            kind: Kind::Null,
        };
        let mut documents = 0;
        loop {
            let (event, span) = self.next()?;
            match event {
                Event::StreamEnd => return Ok(root),
                Event::DocumentStart(..) if documents == 1 => {
                    return Err(Fault::Syntax { at: span.start });
                }
                Event::DocumentStart(..) => {
                    documents = 1;
                    let (event, span) = self.next()?;
                    root = self.node(event, span, 0)?;
                }
                _ => {}
            }
        }
    }

    fn node(&mut self, event: Event<'a>, span: Span, depth: usize) -> Result<Node, Fault> {
        let at = span.start;
        let beyond = |limit| Fault::Limit { at, limit };
        self.nodes = self.nodes.checked_sub(1).ok_or(beyond(Limit::Values))?;
        if depth > self.depth {
            return Err(beyond(Limit::Depth));
        }
        let unsupported = |letter| Err(Fault::Unsupported { at, letter });
        let has = |anchor: usize, tag: bool| match (anchor, tag) {
            (0, false) => None,
            (0, true) => Some('!'),
            _ => Some('&'),
        };
        match event {
            Event::Scalar(_, _, anchor, tag) if has(anchor, tag.is_some()).is_some() => {
                unsupported(has(anchor, tag.is_some()).unwrap_or('&'))
            }
            Event::SequenceStart(_, anchor, tag) | Event::MappingStart(_, anchor, tag)
                if has(anchor, tag.is_some()).is_some() =>
            {
                unsupported(has(anchor, tag.is_some()).unwrap_or('&'))
            }
            Event::Alias(_) => unsupported('*'),
            Event::Scalar(text, style, ..) => Ok(Node {
                span,
                kind: scalar(text.into_owned(), style),
            }),
            Event::SequenceStart(..) => self.list(span, depth),
            Event::MappingStart(..) => self.map(span, depth),
            _ => Err(Fault::Syntax { at }),
        }
    }

    fn list(&mut self, start: Span, depth: usize) -> Result<Node, Fault> {
        let mut items: Vec<Node> = Vec::new();
        loop {
            let (event, span) = self.next()?;
            if matches!(event, Event::SequenceEnd) {
                let last = items.last().map(|item| item.span.end);
                return Ok(Node {
                    span: whole(start, last, span),
                    kind: Kind::List(items),
                });
            }
            items.push(self.node(event, span, depth + 1)?);
        }
    }

    fn map(&mut self, start: Span, depth: usize) -> Result<Node, Fault> {
        let mut entries: Vec<Entry> = Vec::new();
        loop {
            let (event, key_span) = self.next()?;
            if matches!(event, Event::MappingEnd) {
                let last = entries.last().map(|entry| entry.value.span.end);
                return Ok(Node {
                    span: whole(start, last, key_span),
                    kind: Kind::Map(entries),
                });
            }
            let key_node = self.node(event, key_span, depth + 1)?;
            let Some(key) = key_node.as_text().map(str::to_owned) else {
                return Err(Fault::Syntax { at: key_span.start });
            };
            if entries.len() == MAX_KEYS {
                let (at, limit) = (key_span.start, Limit::Keys);
                return Err(Fault::Limit { at, limit });
            }
            let (event, span) = self.next()?;
            let value = self.node(event, span, depth + 1)?;
            match entries.iter().find(|entry| entry.key == key) {
                Some(entry) => self.duplicates.push(Duplicate {
                    first: entry.key_span,
                    second: key_span,
                    key,
                }),
                None => entries.push(Entry {
                    key,
                    key_span,
                    value,
                }),
            }
        }
    }
}

/// From the first byte of a list or map to its last: a closing bracket, or its last value.
fn whole(start: Span, last: Option<usize>, end: Span) -> Span {
    let closed = end.end > end.start;
    let end = if closed {
        end.end
    } else {
        last.unwrap_or(start.end)
    };
    Span::new(start.start, end.max(start.start))
}

/// A scalar's kind without a schema.
fn scalar(text: String, style: ScalarStyle) -> Kind {
    if style != ScalarStyle::Plain {
        return Kind::Text(text);
    }
    match text.as_str() {
        "" | "~" | "null" | "Null" | "NULL" => Kind::Null,
        "true" | "True" | "TRUE" => Kind::Bool(true, text),
        "false" | "False" | "FALSE" => Kind::Bool(false, text),
        _ if super::number(&text).is_some() => Kind::Number(text),
        _ => Kind::Text(text),
    }
}
