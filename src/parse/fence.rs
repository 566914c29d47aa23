//! Where a file's front matter ends and its text begins.
//!
//! Owns the fences. Must never know what stands between them.

use crate::diagnostic::{Diagnostic, Span, fence as report};
use crate::path::SourcePath;

/// A file in two parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Split {
    /// What stands between the fences; `None` if it is absent or can't be told from the text.
    pub front_matter: Option<Span>,
    /// Whether the fences are `+++`, and TOML stands between them.
    pub toml: bool,
    /// The first byte of the text.
    pub body: usize,
}

/// Splits a file at its two lines `---`. A byte order mark and any line ends are
/// accepted. `least` are the lines that the file's front matter needs.
pub fn split(
    file: &SourcePath,
    text: &str,
    least: &[&str],
    diagnostics: &mut Vec<Diagnostic>,
) -> Split {
    let begin = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let blank = text[begin..].len() - text[begin..].trim_start().len();
    let open = begin + blank;
    let first = line(text, open);
    let absent = Split {
        front_matter: None,
        toml: false,
        body: begin,
    };
    let fence = text[first.start..first.end].trim_end();
    if fence == "+++" {
        return toml(file, text, first, diagnostics);
    }
    if fence != "---" {
        if let Some(found) = late(file, text, first, diagnostics) {
            return found;
        }
        let all_absent = Split {
            body: end_of_foreign(text, first, fence).unwrap_or(absent.body),
            ..absent
        };
        diagnostics.push(front_matter_absent(file, text, first, fence, least));
        return all_absent;
    }
    let start = next_line(text, first.end);
    let mut at = start;
    while at < text.len() {
        let here = line(text, at);
        match text[here.start..here.end].trim_end() {
            "---" => {
                return Split {
                    front_matter: Some(Span::new(start, here.start)),
                    toml: false,
                    body: next_line(text, here.end),
                };
            }
            closing if is_odd_fence(closing) => {
                diagnostics.push(report::odd_fence(file, trim(text, here)));
                return Split {
                    front_matter: Some(Span::new(start, here.start)),
                    toml: false,
                    body: next_line(text, here.end),
                };
            }
            _ => at = next_line(text, here.end),
        }
    }
    unclosed(file, text, first, start, diagnostics)
}

/// Between two lines `+++`. Without the second one, an empty line ends it.
fn toml(file: &SourcePath, text: &str, first: Span, diagnostics: &mut Vec<Diagnostic>) -> Split {
    let start = next_line(text, first.end);
    let mut lines = Lines::from(text, start);
    let close = lines.find(|line| text[line.start..line.end].trim_end() == "+++");
    diagnostics.push(match close {
        Some(_) => report::toml(file, trim(text, first)),
        None => report::unclosed(file, first, "+++"),
    });
    let empty = |line: &Span| text[line.start..line.end].trim().is_empty();
    let end = close.or_else(|| Lines::from(text, start).find(empty));
    let end = end.unwrap_or(Span::new(text.len(), text.len()));
    Split {
        front_matter: Some(Span::new(start, end.start)),
        toml: true,
        body: next_line(text, end.end),
    }
}

/// A front matter that doesn't begin in the first line: its first fence is lacking, or
/// something stands above it.
fn late(
    file: &SourcePath,
    text: &str,
    first: Span,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Split> {
    let lines = Lines::from(text, first.start).take(MOST_LINES);
    let fences = lines.filter(|line| text[line.start..line.end].trim_end() == "---");
    let mut fences = fences.map(|line| (line, next_line(text, line.end)));
    let (fence, below) = fences.next()?;
    let (front, end) = if is_key(&text[first.start..first.end]) {
        diagnostics.push(report::unopened(file, trim(text, first)));
        (Span::new(first.start, fence.start), below)
    } else {
        let next = line(text, below);
        let (last, end) = fences.next()?;
        if !is_key(&text[next.start..next.end]) {
            return None;
        }
        diagnostics.push(report::late(file, trim(text, fence), trim(text, first)));
        (Span::new(below, last.start), end)
    };
    Some(Split {
        front_matter: Some(front),
        toml: false,
        body: end,
    })
}

/// So far from the top a front matter is looked for.
const MOST_LINES: usize = 60;

/// Lines from a byte on, without their ends.
struct Lines<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Lines<'a> {
    fn from(text: &'a str, at: usize) -> Self {
        Self { text, at }
    }
}

impl Iterator for Lines<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        let here = (self.at < self.text.len()).then(|| line(self.text, self.at))?;
        self.at = next_line(self.text, here.end);
        Some(here)
    }
}

/// Whether a line has the form `key: value`.
fn is_key(line: &str) -> bool {
    let word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    line.split_once(':')
        .is_some_and(|(key, _)| !key.is_empty() && key.chars().all(word))
}

/// No second fence: the front matter is taken to end at the first line that is no YAML.
fn unclosed(
    file: &SourcePath,
    text: &str,
    first: Span,
    start: usize,
    diagnostics: &mut Vec<Diagnostic>,
) -> Split {
    diagnostics.push(report::unclosed(file, first, "---"));
    let mut at = start;
    while at < text.len() {
        let here = line(text, at);
        let content = &text[here.start..here.end];
        let heading = content.starts_with("# ") || content.starts_with("##");
        let goes_on = at > start && !heading && content.starts_with([' ', '\t', '#', '-']);
        if !is_key(content) && !goes_on {
            break;
        }
        at = next_line(text, here.end);
    }
    Split {
        front_matter: Some(Span::new(start, at)),
        toml: false,
        body: at,
    }
}

/// Says what stands where the first `---` should.
fn front_matter_absent(
    file: &SourcePath,
    text: &str,
    first: Span,
    fence: &str,
    least: &[&str],
) -> Diagnostic {
    let place = trim(text, first);
    if fence.starts_with("---")
        && fence[3..]
            .trim_start()
            .starts_with(|c: char| c.is_alphabetic())
    {
        return report::code(file, place, fence[3..].trim());
    }
    if is_odd_fence(fence) {
        return report::odd_fence(file, place);
    }
    if fence.starts_with('{') {
        return report::json(file, place);
    }
    let place = if place.start == place.end {
        Span::new(0, 0)
    } else {
        place
    };
    report::missing(file, place, least)
}

/// `—`, `–`, `----`, `– – –`: what editors make of `---`.
fn is_odd_fence(line: &str) -> bool {
    let dash = |c: char| matches!(c, '-' | '–' | '—' | '―' | '−' | '‐' | '‑' | ' ');
    let marks = line.chars().filter(|&c| c != ' ').count();
    let odd = line.chars().any(|c| !matches!(c, '-' | ' '));
    !line.is_empty() && line.chars().all(dash) && (odd || marks == 2 && line == "--" || marks > 3)
}

/// Where the text begins behind a front matter in another language or with other fences.
fn end_of_foreign(text: &str, first: Span, fence: &str) -> Option<usize> {
    if is_odd_fence(fence) || fence.starts_with("---") {
        let mut at = next_line(text, first.end);
        while at < text.len() {
            let here = line(text, at);
            let content = text[here.start..here.end].trim_end();
            if content == fence || content == "---" || is_odd_fence(content) {
                return Some(next_line(text, here.end));
            }
            at = next_line(text, here.end);
        }
    }
    None
}

/// The line that begins at `at`, without its end.
fn line(text: &str, at: usize) -> Span {
    let length = text[at..].find('\n').unwrap_or(text.len() - at);
    Span::new(at, at + length)
}

/// The byte after the line end at `end`.
fn next_line(text: &str, end: usize) -> usize {
    (end + 1).min(text.len())
}

fn trim(text: &str, line: Span) -> Span {
    Span::new(
        line.start,
        line.start + text[line.start..line.end].trim_end().len(),
    )
}

#[cfg(test)]
mod tests;
