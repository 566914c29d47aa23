//! What other programs would understand, and readers of this site would see as typed.
//!
//! Owns the patterns of template tags, attribute lists, shortcodes, wiki links and the
//! marks of note-taking programs. Must never know what is written instead.

use std::collections::BTreeSet;
use std::ops::Range;

use super::dialects::check_contents;
use super::prescan::is_escaped;
use super::reports::Reports;
use super::suspicious::Around;
use crate::diagnostic::{foreign, markdown};

/// A tag has its end on the same line, and at most so far ahead.
const NEAR: usize = 300;

/// What stands between a shortcode and its end is looked for so far ahead.
const CONTENT: usize = 1000;

/// Shortcodes that are recognised without attributes.
const SHORTCODES: &[&str] = &[
    "audio",
    "caption",
    "contact-form",
    "contact-form-7",
    "embed",
    "gallery",
    "gravityform",
    "playlist",
    "soundcloud",
    "vc_column",
    "vc_column_text",
    "vc_row",
    "video",
    "vimeo",
    "wp_caption",
    "wpforms",
    "youtube",
];

/// The places of one sign in a text, asked for in ascending order: however often that
/// is, the text is looked through once.
struct Places<'t> {
    text: &'t str,
    sign: &'static str,
    /// The first one behind what was asked for last, the text's end if there is none.
    next: Option<usize>,
}

impl<'t> Places<'t> {
    fn of(text: &'t str, sign: &'static str) -> Self {
        let next = None;
        Self { text, sign, next }
    }

    /// The first one at or behind `at`.
    fn from(&mut self, at: usize) -> Option<usize> {
        let next = match self.next {
            Some(next) if next >= at => next,
            _ => self.text[at..]
                .find(self.sign)
                .map_or(self.text.len(), |found| at + found),
        };
        self.next = Some(next);
        Some(next).filter(|next| *next < self.text.len())
    }
}

/// Where `{% tag %}`, `{{ value }}` and `{{< shortcode >}}` stand in a text, each on one line.
fn template_tags(text: &str) -> Vec<Range<usize>> {
    let mut tags = Vec::new();
    let mut opens = Places::of(text, "{");
    let mut values = Places::of(text, "}}");
    let mut blocks = Places::of(text, "%}");
    let mut lines = Places::of(text, "\n");
    let mut from = 0;
    while let Some(start) = opens.from(from) {
        let end = match text.as_bytes().get(start + 1) {
            Some(b'{') => values.from(start + 2),
            Some(b'%') => blocks.from(start + 2),
            _ => None,
        };
        from = start + 1;
        if let Some(end) = end
            && lines.from(start).is_none_or(|line| end < line)
        {
            from = end + 2;
            tags.push(start..from);
        }
    }
    tags
}

/// `{% tag %}` and `{{ value }}` of generators that run them.
pub(super) fn check_template_tags(range: &Range<usize>, reports: &mut Reports<'_>) {
    let source = reports.source;
    for tag in template_tags(&source[range.clone()]) {
        let place = range.start + tag.start..range.start + tag.end;
        if !is_escaped(source, place.start) {
            report_template_tag(&source[place.clone()], &place, reports);
        }
    }
}

fn report_template_tag(tag: &str, place: &Range<usize>, reports: &mut Reports<'_>) {
    reports.at(place, |file, span| foreign::template_tag(file, span, tag));
}

/// Attributes that are attached to nothing: `{: .class}` and `{::comment}` of
/// kramdown, `{.class}` and `{#id}` where no heading ends.
pub(super) fn check_attribute_lists(
    range: &Range<usize>,
    heading: bool,
    reports: &mut Reports<'_>,
) {
    let source = reports.source;
    let text = &source[range.clone()];
    for (at, _) in text.match_indices('{') {
        // A list has no `{` in it: each is looked at up to the next.
        let inner = &text[at + 1..];
        let end = inner
            .find(['{', '}'])
            .filter(|end| inner[*end..].starts_with('}'));
        if let Some(end) = end
            && is_attribute_list(&inner[..end])
            && !is_escaped(source, range.start + at)
        {
            let list = range.start + at..range.start + at + end + 2;
            reports.at(&list, |file, span| {
                markdown::attribute_list(file, span, &source[list.clone()], heading)
            });
        }
    }
}

/// `%%comment%%` and `==marked==`.
pub(super) fn check_note_marks(range: &Range<usize>, reports: &mut Reports<'_>) {
    let text = &reports.source[range.clone()];
    for mark in ["%%", "=="] {
        let mut from = 0;
        while let Some((place, inner)) = marked(text, mark, from) {
            let whole = range.start + place.start..range.start + place.end;
            reports.at(&whole, |file, span| {
                foreign::note_mark(file, span, mark, inner)
            });
            from = place.end;
        }
    }
}

/// Unfinished merges. What else is wrong in one is its consequence.
pub(super) fn check_merges(merges: &[Range<usize>], reports: &mut Reports<'_>) {
    if merges.is_empty() {
        return;
    }
    reports.forget_within(merges);
    for merge in merges {
        let whole = &reports.source[merge.clone()];
        let line = whole.lines().next().unwrap_or_default();
        let first = merge.start..merge.start + line.len();
        reports.at(&first, foreign::unfinished_merge);
    }
}

/// Shortcodes so far, by their names: each is reported where it begins.
#[derive(Debug, Default)]
pub(super) struct Shortcodes(BTreeSet<String>);

impl Shortcodes {
    /// Template tags and shortcodes in HTML, whose bytes stand at `source` of their own.
    pub(super) fn check_html(
        &mut self,
        html: &str,
        source: impl Fn(&Range<usize>) -> Range<usize>,
        reports: &mut Reports<'_>,
    ) {
        for tag in template_tags(html) {
            report_template_tag(&html[tag.clone()], &source(&tag), reports);
        }
        for (at, _) in html.match_indices('[') {
            if let Some(code) = Shortcode::at(&html[at..]) {
                let place = source(&(at..at + code.len));
                self.report(&code, &html[at + code.len..], &place, reports);
            }
        }
    }

    /// `[caption id="…"]`, `[[wiki link]]` and `[!OBS]` at this `[`.
    pub(super) fn check_bracket(
        &mut self,
        at: usize,
        range: &Range<usize>,
        around: Around,
        reports: &mut Reports<'_>,
    ) {
        let source = reports.source;
        let text = &source[at..range.end];
        if let Some(code) = Shortcode::at(text) {
            let place = at..at + code.len;
            return self.report(&code, &source[place.end..], &place, reports);
        }
        if source[..at].ends_with('[') {
            return;
        }
        if check_contents(at, reports) {
            return;
        }
        if let Some(inner) = until(text, "[[", "]]") {
            let image = at > range.start && source.as_bytes()[at - 1] == b'!';
            let named =
                inner.starts_with(char::is_alphanumeric) && inner.contains(char::is_alphabetic);
            if named || image {
                let place = at - usize::from(image)..at + inner.len() + 4;
                reports.at(&place, |file, span| {
                    foreign::wiki_link(file, span, inner, image)
                });
            }
        } else if let Some(label) = until(text, "[!", "]")
            && around.quote
            && begins_line(source, at)
            && label
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | ' '))
        {
            let place = at..at + label.len() + 3;
            let titled = !source[place.end..range.end].trim().is_empty();
            reports.at(&place, |file, span| {
                foreign::unknown_notice(file, span, label, titled)
            });
        }
    }

    fn report(
        &mut self,
        code: &Shortcode<'_>,
        behind: &str,
        place: &Range<usize>,
        reports: &mut Reports<'_>,
    ) {
        // What was reported where it began isn't when it ends.
        let begun = self.0.contains(code.name);
        if code.closes && begun {
            return;
        }
        if !begun {
            self.0.insert(code.name.to_owned());
        }
        let near = &behind[..floor(behind, CONTENT.min(behind.len()))];
        let end = near.find(&format!("[/{}]", code.name));
        let content = end.map_or("", |end| &near[..end]);
        reports.at(place, |file, span| {
            foreign::shortcode(file, span, code.name, code.attributes, content)
        });
    }
}

/// Whether nothing but marks of blocks stands before `at` on its line.
pub(super) fn begins_line(source: &str, at: usize) -> bool {
    let before = &source[..at];
    let near = &before[floor(before, at.saturating_sub(NEAR))..];
    let line = near.rsplit('\n').next().unwrap_or_default();
    let line = line.trim_start_matches([' ', '\t', '>', '|']).trim_end();
    let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    matches!(line, "" | "-" | "+" | "*" | ":") || line != number && matches!(number, "." | ")")
}

/// `[name key="value"]` or `[/name]`.
pub(super) struct Shortcode<'t> {
    name: &'t str,
    attributes: &'t str,
    closes: bool,
    len: usize,
}

impl<'t> Shortcode<'t> {
    /// What begins with the `[` that a text begins with.
    pub(super) fn at(text: &'t str) -> Option<Self> {
        let inner = until(text, "[", "]")?;
        let (word, closes) = inner
            .strip_prefix('/')
            .map_or((inner, false), |word| (word, true));
        let end = word
            .find(|c: char| {
                !(c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_'))
            })
            .unwrap_or(word.len());
        let (name, attributes) = word.split_at(end);
        let known = SHORTCODES.contains(&name)
            && (attributes.is_empty() || attributes.starts_with([' ', '=', '/']));
        // `[a href="b"]` of nobody knows which program.
        let keyed = attributes.starts_with(' ')
            && ["=\"", "='", "=”", "=“", "=″"]
                .iter()
                .any(|sign| attributes.contains(sign));
        let begins = name.starts_with(|c: char| c.is_ascii_lowercase());
        (begins && (known || keyed && !closes)).then_some(Self {
            name,
            attributes,
            closes,
            len: inner.len() + 2,
        })
    }
}

/// What stands between `open`, with which the text begins, and the next `close` on this
/// line, if that is near and no `[` lies between.
fn until<'t>(text: &'t str, open: &str, close: &str) -> Option<&'t str> {
    let text = text.strip_prefix(open)?;
    let near = &text[..floor(text, NEAR.min(text.len()))];
    let end = near.find(['[', ']', '\n'])?;
    Some(&near[..end]).filter(|inner| !inner.is_empty() && near[end..].starts_with(close))
}

/// The first thing between two such marks: where it stands with them, and itself.
fn marked<'t>(text: &'t str, mark: &str, from: usize) -> Option<(Range<usize>, &'t str)> {
    let mut at = from;
    loop {
        let start = at + text[at..].find(mark)?;
        let begin = start + mark.len();
        let end = begin + text[begin..].find(mark)?;
        let inner = &text[begin..end];
        let sign = mark.chars().next()?;
        let free = !text[..start].ends_with(|c: char| c.is_alphanumeric() || c == sign);
        let tight =
            inner.starts_with(char::is_alphanumeric) && !inner.ends_with(char::is_whitespace);
        let hidden = mark == "%%" && inner.contains(char::is_alphabetic);
        if free && (tight || hidden) {
            return Some((start..end + mark.len(), inner));
        }
        at = end;
    }
}

/// Whether what stands between `{` and `}` means something to kramdown or Pandoc, and
/// is no formula.
fn is_attribute_list(inner: &str) -> bool {
    let list = inner.strip_prefix(':').unwrap_or(inner).trim();
    let kramdown = inner.starts_with(':');
    let named = |mark: char| {
        list.strip_prefix(mark)
            .is_some_and(|name| name.starts_with(|c: char| c.is_alphabetic() || c == '_'))
    };
    let pair = list.split_once('=').is_some_and(|(key, value)| {
        let letters = |c: char| c.is_ascii_alphanumeric() || c == '-';
        !key.is_empty() && key.chars().all(letters) && value.starts_with(['"', '\''])
    });
    let marks = if kramdown {
        &['.', '#', ':', '/'][..]
    } else {
        &['.', '#'][..]
    };
    marks.iter().copied().any(named) || kramdown && (pair || list == "toc")
}

/// The character boundary at or before `at`.
pub(super) fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
