//! What must be known of a text before its first word is written.
//!
//! Owns the search for `:::` blocks, `[text]{…}` spans and `#` headings. Most texts
//! have none, and are then parsed once. Must never write HTML.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::ops::Range;

use memchr::{memchr_iter, memmem};
use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use super::attributes::Attributes;
use super::events::{Events, Piece};

/// What was found.
pub(super) struct Prescan<'a> {
    /// The text with the lines of `:::` made into `***`, byte for byte in place.
    pub(super) source: Cow<'a, str>,
    /// The lines of `:::`, in order.
    pub(super) fences: VecDeque<Fence>,
    /// The brackets of spans, in order.
    pub(super) brackets: VecDeque<Bracket>,
    /// There is a heading with one `#`.
    pub(super) has_h1: bool,
    /// Unfinished merges, from their first line to their last.
    pub(super) merges: Vec<Range<usize>>,
}

/// A line of `:::`.
#[derive(Debug)]
pub(super) struct Fence {
    /// Its bytes in the source.
    pub(super) range: Range<usize>,
    /// What it opens; `None` for a line that closes.
    pub(super) opens: Option<Opening>,
}

/// What a `:::` line opens.
#[derive(Debug)]
pub(super) enum Opening {
    /// `::: {lang=yi}`.
    Known(Attributes),
    /// `::: note`.
    Unknown(String),
}

/// A bracket of `[text]{…}` and what it does.
#[derive(Debug)]
pub(super) struct Bracket {
    /// The bytes that it covers: `[`, or `]{…}`.
    pub(super) range: Range<usize>,
    /// The attributes at `[`; `None` at `]`.
    pub(super) opens: Option<Attributes>,
}

impl<'a> Prescan<'a> {
    /// Looks through a text.
    pub(super) fn of(text: &'a str, footnotes: bool) -> Self {
        let hints = Hints::of(text);
        let source = if hints.fences.is_empty() {
            Cow::Borrowed(text)
        } else {
            Cow::Owned(text.to_owned())
        };
        let mut prescan = Self {
            source,
            fences: VecDeque::new(),
            brackets: VecDeque::new(),
            has_h1: false,
            merges: Vec::new(),
        };
        if hints.merge {
            prescan.merges = merges(text, footnotes);
        }
        if !hints.fences.is_empty() {
            prescan.mark_fences(text, hints.fences, footnotes);
        }
        if hints.h1 || memmem::find(text.as_bytes(), b"]{").is_some() {
            prescan.walk(footnotes);
        }
        prescan
    }

    /// Replaces the lines of `:::` that don't belong to code or HTML.
    fn mark_fences(&mut self, text: &str, lines: Vec<Range<usize>>, footnotes: bool) {
        let mut literal = literal_ranges(text, footnotes).into_iter().peekable();
        let mut marked = String::with_capacity(text.len());
        for range in lines {
            while literal.next_if(|code| code.end <= range.start).is_some() {}
            if literal.peek().is_some_and(|code| code.start <= range.start) {
                continue;
            }
            let line = text[range.clone()].trim_end();
            let rest = line.trim_start_matches(':').trim_start();
            let opens = (!rest.is_empty()).then(|| match Attributes::parse(rest) {
                Some(attributes) if attributes.len == rest.len() => Opening::Known(attributes),
                _ => Opening::Unknown(rest.to_owned()),
            });
            marked.push_str(&text[marked.len()..range.start]);
            marked.push_str("***");
            marked.extend(std::iter::repeat_n(' ', line.len() - 3));
            self.fences.push_back(Fence {
                range: range.start..range.start + line.len(),
                opens,
            });
        }
        marked.push_str(&text[marked.len()..]);
        self.source = Cow::Owned(marked);
    }

    /// Finds spans and headings by a parse of its own.
    fn walk(&mut self, footnotes: bool) {
        let mut found: Vec<Bracket> = Vec::new();
        // Brackets that may open a span, with the depth of emphasis around them.
        let mut open: Vec<(usize, usize)> = Vec::new();
        let mut depth = 0;
        for (piece, range) in Events::new(&self.source, footnotes, None) {
            match piece {
                Piece::Text => brackets(&self.source, range, depth, &mut open, &mut found),
                Piece::Event(Event::Start(tag)) if is_inline(&tag) => depth += 1,
                Piece::Event(Event::End(end)) if is_inline_end(end) => {
                    depth = depth.saturating_sub(1);
                    while open.last().is_some_and(|(_, level)| *level > depth) {
                        open.pop();
                    }
                }
                Piece::Event(Event::Start(tag)) => {
                    if let Tag::Heading { level, .. } = tag {
                        self.has_h1 |= level == HeadingLevel::H1;
                    }
                    open.clear();
                }
                Piece::Event(Event::End(_)) => open.clear(),
                Piece::Event(_) => {}
            }
        }
        found.sort_by_key(|bracket| bracket.range.start);
        self.brackets = found.into();
    }
}

/// What a look at each line shows, which may be more than there is.
#[derive(Default)]
struct Hints {
    fences: Vec<Range<usize>>,
    h1: bool,
    merge: bool,
}

impl Hints {
    fn of(text: &str) -> Self {
        let mut hints = Self::default();
        let mut start = 0;
        let ends = memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1);
        for end in ends.chain([text.len()]) {
            let line = &text[start..end];
            let content = line.trim_start_matches([' ', '\t', '>']);
            if content.starts_with(":::") {
                let at = start + line.len() - content.len();
                hints.fences.push(at..start + line.trim_end().len());
            }
            hints.h1 |= may_be_h1(content);
            hints.merge |= line.starts_with("<<<<<<<") || line.starts_with(">>>>>>>");
            start = end;
        }
        hints
    }
}

fn may_be_h1(line: &str) -> bool {
    let marker =
        |c: char| c.is_ascii_digit() || matches!(c, ' ' | '\t' | '>' | '-' | '+' | '*' | '.' | ')');
    match line.as_bytes().first() {
        Some(b'=') => line.trim_end().bytes().all(|b| b == b'='),
        Some(b'#') => !line[1..].starts_with('#'),
        Some(b'-' | b'+' | b'*' | b'0'..=b'9' | b':' | b'[') => {
            let content = line.trim_start_matches(marker);
            content.starts_with('#') && !content[1..].starts_with('#')
                || line.starts_with([':', '[']) && line.contains("# ")
        }
        _ => false,
    }
}

/// From `<<<<<<<` to `>>>>>>>`, outside of code. One may lack its beginning, which
/// somebody took away; then it begins at `=======`.
fn merges(text: &str, footnotes: bool) -> Vec<Range<usize>> {
    let code = Events::new(text, footnotes, None)
        .filter(|(piece, _)| matches!(piece, Piece::Event(Event::Start(Tag::CodeBlock(_)))));
    let mut code = code.map(|(_, range)| range).peekable();
    let mut found: Vec<Range<usize>> = Vec::new();
    let (mut begin, mut middle) = (None, None);
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let range = start..start + line.len();
        start = range.end;
        while code.next_if(|code| code.end <= range.start).is_some() {}
        if code.peek().is_some_and(|code| code.start <= range.start) {
            continue;
        }
        let line = line.trim_end();
        let marks = |mark: &str| {
            let rest = line.strip_prefix(mark);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        if marks("<<<<<<<") {
            found.extend(begin.take());
            begin = Some(range);
        } else if marks("=======") {
            middle = Some(range);
        } else if marks(">>>>>>>") {
            let second: Option<Range<usize>> = middle.take();
            let first = begin.take().or(second);
            found.extend(first.map(|first| first.start..range.end));
        }
    }
    found.extend(begin);
    found
}

/// Where text is taken literally.
fn literal_ranges(text: &str, footnotes: bool) -> Vec<Range<usize>> {
    Events::new(text, footnotes, None)
        .filter(|(piece, _)| {
            matches!(
                piece,
                Piece::Event(
                    Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock)
                        | Event::Code(_)
                        | Event::InlineHtml(_)
                )
            )
        })
        .map(|(_, range)| range)
        .collect()
}

/// Matches the brackets of one text.
fn brackets(
    source: &str,
    range: Range<usize>,
    depth: usize,
    open: &mut Vec<(usize, usize)>,
    found: &mut Vec<Bracket>,
) {
    let bytes = source.as_bytes();
    let mut at = range.start;
    if is_escaped(source, at) {
        at += 1;
    }
    while at < range.end {
        match bytes[at] {
            b'[' => open.push((at, depth)),
            b']' => {
                let fellow = open.pop().filter(|(_, level)| *level == depth);
                let attributes = fellow
                    .filter(|_| bytes.get(at + 1) == Some(&b'{'))
                    .and_then(|_| Attributes::parse(&source[at + 1..range.end]));
                if let (Some((start, _)), Some(attributes)) = (fellow, attributes) {
                    let end = at + 1 + attributes.len;
                    found.push(Bracket {
                        range: start..start + 1,
                        opens: Some(attributes),
                    });
                    found.push(Bracket {
                        range: at..end,
                        opens: None,
                    });
                    at = end;
                    continue;
                }
            }
            _ => {}
        }
        at += 1;
    }
}

/// Whether a text that begins at `at` begins with a character behind a backslash.
pub(super) fn is_escaped(source: &str, at: usize) -> bool {
    at > 0
        && source.as_bytes()[at - 1] == b'\\'
        && source
            .as_bytes()
            .get(at)
            .is_some_and(u8::is_ascii_punctuation)
}

fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
    )
}

fn is_inline_end(end: TagEnd) -> bool {
    matches!(
        end,
        TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image
    )
}
