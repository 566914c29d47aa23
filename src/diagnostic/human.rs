//! Diagnostics for people, in the form that rustc has made familiar.
//!
//! Must never know whether it is a terminal that shows them: width and colour are
//! the caller's. What comes from a user's file can't command a terminal: control
//! characters are made visible.

use std::ops::Range;
use std::rc::Rc;

use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level, Origin, Padding, Renderer, Snippet,
};

use super::position::{Lines, Source, Texts, floor};
use super::{Diagnostic, Severity, Span, Worded};
use crate::message;
use crate::message::{Language, Message};
use crate::path::SourcePath;

/// How diagnostics are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// The width of the terminal; longer lines are cut around what matters.
    pub width: usize,
    /// Whether to colour.
    pub colour: bool,
    /// The language of the words.
    pub language: Language,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            width: 100,
            colour: false,
            language: Language::default(),
        }
    }
}

/// Renders `diagnostics`, an empty line after each. `source` gives the text of a file.
pub fn render(diagnostics: &[Diagnostic], source: Source<'_, '_>, options: &Options) -> String {
    render_with(diagnostics, &Texts::new(source), options)
}

/// The same with texts that others ask, too.
pub fn render_with(diagnostics: &[Diagnostic], texts: &Texts<'_, '_>, options: &Options) -> String {
    let renderer = match options.colour {
        true => Renderer::styled(),
        false => Renderer::plain(),
    };
    // Lines are cut here, where their length is no burden, and not a second time there.
    let renderer = renderer.term_width(usize::MAX / 4);
    let mut text = String::new();
    for diagnostic in diagnostics {
        let worded = diagnostic.in_words(options.language);
        let blocks = blocks(&marks(&worded), texts, options.width);
        let group = group(&worded, &blocks, options);
        text.push_str(&with_origins(&renderer.render(&[group]), &blocks));
        text.push_str("\n\n");
    }
    text
}

fn group(diagnostic: &Worded, blocks: &[Block], options: &Options) -> Group<'static> {
    let named = |level: Level<'static>, name: Message| level.with_name(name.text(options.language));
    let level = match diagnostic.severity {
        Severity::Error => named(Level::ERROR, message!("level-error")),
        Severity::Warning => named(Level::WARNING, message!("level-warning")),
    };
    let (note, help) = (
        named(Level::NOTE, message!("level-note")),
        named(Level::HELP, message!("level-help")),
    );
    let title = level.primary_title(words(&diagnostic.message));
    let mut group = Group::with_title(title.id(diagnostic.code.name));
    for (number, block) in blocks.iter().enumerate() {
        if number > 0 && block.lines.is_empty() {
            group = group.element(Padding);
        }
        group = block.show(group, number, options.width, &note);
    }
    if diagnostic.file.is_none() {
        let notes = diagnostic.note.iter();
        group = group.elements(notes.map(|text| note.clone().message(words(text))));
    } else if blocks.last().is_some_and(|last| last.is_bare()) && !diagnostic.help.is_empty() {
        group = group.element(Padding);
    }
    let lines = diagnostic.help.iter();
    group.elements(lines.map(|line| help.clone().message(words(line))))
}

/// A stand-in for a block's place. The renderer takes the column from the excerpt,
/// where tabs are wider and the line may have been cut; control characters can't come
/// from anywhere else, since they have all been made visible.
fn stand_in(number: usize) -> String {
    format!("\u{1}{number}\u{2}")
}

/// Puts the true places where the stand-ins and the wrong numbers after them are.
fn with_origins(rendered: &str, blocks: &[Block]) -> String {
    let mut text = String::with_capacity(rendered.len());
    let mut rest = rendered;
    for (number, block) in blocks.iter().enumerate() {
        if let Some((before, after)) = rest.split_once(&stand_in(number)) {
            text.push_str(before);
            text.push_str(&visible(block.file.as_str(), false));
            if let Some((line, column)) = block.position {
                text.push_str(&format!(":{line}:{column}"));
            }
            rest = after.trim_start_matches(|c: char| c == ':' || c.is_ascii_digit());
        }
    }
    text + rest
}

/// A place and the words under it.
struct Mark<'d> {
    file: &'d SourcePath,
    span: Option<Span>,
    words: &'d str,
    primary: bool,
}

/// The places of a diagnostic, the primary one first.
fn marks(diagnostic: &Worded) -> Vec<Mark<'_>> {
    let primary = diagnostic.file.iter().map(|file| Mark {
        file,
        span: diagnostic.span,
        words: diagnostic.note.as_deref().unwrap_or_default(),
        primary: true,
    });
    let labels = diagnostic.labels.iter().map(|label| Mark {
        file: &label.file,
        span: label.span,
        words: &label.text,
        primary: false,
    });
    primary.chain(labels).collect()
}

/// Lines so near to each other are shown as one piece.
const NEAR: usize = 6;

/// What stands under one arrow: a file, perhaps a place in it, and its lines.
struct Block<'d, 's> {
    file: &'d SourcePath,
    position: Option<(usize, usize)>,
    text: Option<Rc<Lines<'s>>>,
    /// Lines with marks, from the top.
    lines: Vec<Line<'d>>,
    /// Words for which there is no line to show.
    remark: &'d str,
}

fn blocks<'d, 's>(marks: &[Mark<'d>], texts: &Texts<'_, 's>, width: usize) -> Vec<Block<'d, 's>> {
    let mut blocks: Vec<Block> = Vec::new();
    for mark in marks {
        match (texts.get(mark.file), mark.span) {
            (Some(text), Some(span)) => {
                let position = text.position(span.start);
                let line = Line::new(&text, position.0, span, mark, width);
                let mut same_file = blocks.iter_mut().filter(|block| block.file == mark.file);
                if let Some(line) = same_file.try_fold(line, |line, block| block.take(line)) {
                    blocks.push(Block {
                        file: mark.file,
                        position: Some(position),
                        text: Some(text),
                        lines: vec![line],
                        remark: "",
                    });
                }
            }
            _ => blocks.push(Block {
                file: mark.file,
                position: None,
                text: None,
                lines: Vec::new(),
                remark: mark.words,
            }),
        }
    }
    blocks
}

impl<'d> Block<'d, '_> {
    /// Takes a line that is near to its own; gives back any other.
    fn take(&mut self, line: Line<'d>) -> Option<Line<'d>> {
        let mut others = self.lines.iter();
        match others.position(|other| other.number == line.number) {
            Some(at) if self.lines[at].shows(&line) => self.lines[at].marks.extend(line.marks),
            None if self.is_near(&line) => {
                self.lines.push(line);
                self.lines.sort_by_key(|line| line.number);
            }
            _ => return Some(line),
        }
        None
    }

    fn is_near(&self, line: &Line) -> bool {
        let mut others = self.lines.iter();
        others.any(|other| other.number.abs_diff(line.number) <= NEAR)
    }

    /// Whether there is nothing under its arrow.
    fn is_bare(&self) -> bool {
        self.lines.is_empty() && self.remark.is_empty()
    }

    fn show(
        &self,
        group: Group<'static>,
        number: usize,
        width: usize,
        note: &Level<'static>,
    ) -> Group<'static> {
        if !self.lines.is_empty() {
            return group.element(self.snippet(width).path(stand_in(number)));
        }
        let group = group.element(Origin::path(stand_in(number)));
        match self.remark {
            "" => group,
            remark => group
                .element(Padding)
                .element(note.clone().message(words(remark))),
        }
    }

    /// The lines from the first to the last mark.
    fn snippet(&self, width: usize) -> Snippet<'static, Annotation<'static>> {
        let mut excerpt = String::new();
        let mut annotations = Vec::new();
        let mut last: Option<&Line> = None;
        for (line, text) in self.lines.iter().zip(self.text.iter().cycle()) {
            if let Some(last) = last {
                excerpt.push('\n');
                between(text, last, line.number, width, &mut excerpt);
            }
            line.show(text.text, &mut excerpt, &mut annotations);
            last = Some(line);
        }
        let first = self.lines.first().map_or(1, |line| line.number);
        let snippet = Snippet::source(excerpt).line_start(first);
        snippet.annotations(annotations)
    }
}

/// Appends the lines after `last` and before line `until`, which have no marks.
fn between(lines: &Lines, last: &Line, until: usize, width: usize, excerpt: &mut String) {
    for number in last.number + 1..until {
        let line = lines.line(number);
        let window = window(lines.text, &line, line.start, width);
        push_cut(lines.text, &line, &window, excerpt);
        excerpt.push('\n');
    }
}

/// A line with marks, in bytes of its file.
struct Line<'d> {
    number: usize,
    whole: Range<usize>,
    /// As much of it as is shown.
    window: Range<usize>,
    /// Each with its words, and whether it is the primary one.
    marks: Vec<(Range<usize>, &'d str, bool)>,
}

impl<'d> Line<'d> {
    /// The line in which a span begins; what it covers of later lines is not shown.
    fn new(lines: &Lines, number: usize, span: Span, mark: &Mark<'d>, width: usize) -> Self {
        let (text, whole) = (lines.text, lines.line(number));
        let start = floor(text, span.start).clamp(whole.start, whole.end);
        let end = floor(text, span.end).clamp(start, whole.end);
        Self {
            number,
            window: window(text, &whole, start, width),
            whole,
            marks: vec![(start..end, mark.words, mark.primary)],
        }
    }

    /// Whether the marks of another piece of this line can be seen in this one.
    fn shows(&self, other: &Self) -> bool {
        let mut starts = other.marks.iter().map(|(range, ..)| range.start);
        starts.all(|start| self.window.start <= start && start <= self.window.end)
    }

    fn show(&self, text: &str, excerpt: &mut String, annotations: &mut Vec<Annotation<'static>>) {
        let mut start = excerpt.len();
        push_cut(text, &self.whole, &self.window, excerpt);
        if self.window.start > self.whole.start {
            start += CUT.len();
        }
        let shown = |at: usize| {
            let at = at.min(self.window.end);
            start + visible(&text[self.window.start..at], false).len()
        };
        for (range, label, primary) in &self.marks {
            let kind = match primary {
                true => AnnotationKind::Primary,
                false => AnnotationKind::Context,
            };
            let annotation = kind.span(shown(range.start)..shown(range.end));
            annotations.push(match *label {
                "" => annotation,
                label => annotation.label(visible(label, false)),
            });
        }
    }
}

/// Stands for what was cut off a line.
const CUT: &str = "…";

fn push_cut(text: &str, line: &Range<usize>, window: &Range<usize>, excerpt: &mut String) {
    if window.start > line.start {
        excerpt.push_str(CUT);
    }
    excerpt.push_str(&visible(&text[window.clone()], false));
    if window.end < line.end {
        excerpt.push_str(CUT);
    }
}

/// As much of a line around `at` as fits. Looks at no more than that, so that a line
/// of ten megabytes costs nothing.
fn window(text: &str, line: &Range<usize>, at: usize, width: usize) -> Range<usize> {
    // Room for the line's number and the marks of a cut.
    let room = width.saturating_sub(12).max(40);
    let before = text[line.start..at].char_indices().rev().take(room);
    let before: Vec<usize> = before.map(|(offset, _)| line.start + offset).collect();
    let after = text[at..line.end].char_indices().skip(1).take(room);
    let after: Vec<usize> = after.map(|(offset, _)| at + offset).collect();
    if before.len() + after.len() < room {
        return line.clone();
    }
    // A third of the room is for what comes before, or more if less comes after.
    let lead = (room / 3)
        .max(room.saturating_sub(after.len() + 1))
        .min(before.len());
    let start = lead.checked_sub(1).map_or(at, |last| before[last]);
    let end = after.get(room - lead - 1).copied().unwrap_or(line.end);
    start..end
}

/// A message: at most some lines of it, and nothing in it that moves the cursor.
fn words(text: &str) -> String {
    const LONGEST: usize = 2000;
    if text.len() <= LONGEST {
        return visible(text, true);
    }
    let cut = &text[..floor(text, LONGEST)];
    visible(cut, true) + CUT
}

/// Replaces what a terminal would obey or not show: control characters by their
/// pictures, marks that reorder or hide text by their numbers.
fn visible(text: &str, newlines: bool) -> String {
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' if newlines => shown.push(letter),
            '\t' => shown.push_str("    "),
            '\0'..='\u{1f}' => shown.extend(char::from_u32(0x2400 + letter as u32)),
            '\u{7f}' => shown.push('\u{2421}'),
            '\u{80}'..='\u{9f}'
            | '\u{ad}'
            | '\u{61c}'
            | '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}' => shown.extend(letter.escape_unicode()),
            _ => shown.push(letter),
        }
    }
    shown
}

#[cfg(test)]
mod tests;
