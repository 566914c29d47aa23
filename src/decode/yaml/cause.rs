//! Why a line of YAML can't be read, by its text.
//!
//! Owns the recognition of what people really do, each with the corrected line. Must
//! never know what keys mean, nor pass on the parser's words.

use super::flow::{CURLY, Flow};
use super::lines::{KeyValue, Lines, trimmed};
use super::tree::{self, Limits};
use crate::diagnostic::yaml::{self, Cause};
use crate::diagnostic::{Diagnostic, Span};
use crate::path::SourcePath;

/// Names the cause of what can't be read in `text[span]`, the lines of one key; `at`
/// is where the parser gave up.
pub(super) fn diagnose(file: &SourcePath, text: &str, span: Span, at: Option<usize>) -> Diagnostic {
    for line in Lines::new(text, span) {
        if let Some(marker) = merge_marker(text, line) {
            return yaml::merge_marker(file, marker);
        }
        if let Some((place, cause, corrected)) = line_cause(text, line) {
            let corrected = corrected.and_then(readable);
            return yaml::syntax(file, place, cause, corrected.as_deref());
        }
    }
    if let Some((place, cause)) = group_cause(text, span, at) {
        return yaml::syntax(file, place, cause, None);
    }
    let at = at.unwrap_or(span.start).clamp(span.start, span.end);
    let line = Lines::new(text, span)
        .filter(|line| line.start <= at && !text[line.start..line.end].trim().is_empty())
        .last()
        .unwrap_or(span);
    let is_indented = text[line.start..line.end].starts_with(' ');
    let line = trimmed(text, line);
    let alone = readable(text[line.start..line.end].to_owned());
    if let Some(corrected) = alone.filter(|_| is_indented) {
        return yaml::syntax(file, line, Cause::Indentation, Some(&corrected));
    }
    let corrected = KeyValue::of(text, line).map(|found| found.with(&quoted(found.value)));
    let corrected = corrected.and_then(readable);
    yaml::syntax(file, line, Cause::Unknown, corrected.as_deref())
}

/// The line if it can be read; else what becomes of it when what is wrong with it, too,
/// is corrected. Advice that can't be read would be worse than none.
fn readable(mut line: String) -> Option<String> {
    for _ in 0..MOST_CAUSES {
        let whole = Span::new(0, line.len());
        if tree::parse(&line, whole, Limits::settings(line.len())).is_ok() {
            return Some(line);
        }
        line = line_cause(&line, whole)?.2?;
    }
    None
}

/// More is not wrong with one line.
const MOST_CAUSES: usize = 4;

/// Names an anchor, an alias or a tag.
pub(super) fn unsupported(
    file: &SourcePath,
    text: &str,
    span: Span,
    at: usize,
    letter: char,
) -> Diagnostic {
    let line = Lines::new(text, span)
        .filter(|line| line.start <= at)
        .last()
        .unwrap_or(span);
    match KeyValue::of(text, line) {
        Some(found) if found.value.starts_with(letter) => {
            let corrected = readable(found.with(&quoted(found.value)));
            let place = found.place(found.value);
            yaml::unsupported(file, place, letter, corrected.as_deref())
        }
        _ => yaml::unsupported(file, Span::new(at, line.end.max(at)), letter, None),
    }
}

/// `value` between quotation marks: double ones unless it holds such or a backslash.
pub fn quoted(value: &str) -> String {
    if value.contains(['"', '\\']) {
        format!("'{}'", value.replace('\'', "''"))
    } else {
        format!("\"{value}\"")
    }
}

type Found = Option<(Span, Cause, Option<String>)>;

/// The value's place, and the line with another value.
fn corrected(found: &KeyValue<'_>, cause: Cause, value: &str) -> Found {
    let place = found.place(found.value);
    Some((place, cause, Some(found.with(value))))
}

/// What is wrong with one line, if that can be seen from it alone.
fn line_cause(text: &str, line: Span) -> Found {
    let content = &text[line.start..line.end];
    if content.trim().is_empty() || content.trim_start().starts_with('#') {
        return None;
    }
    if let Some(at) = content.find(|c: char| c.is_control() && c != '\t') {
        let letter = content[at..].chars().next().unwrap_or('\0');
        let place = Span::new(line.start + at, line.start + at + letter.len_utf8());
        return Some((place, Cause::ControlCharacter(letter), None));
    }
    let (indent, words) = content.split_at(Span::of(content.trim_start(), content).start);
    if indent.contains('\t') {
        let corrected = format!("{}{words}", indent.replace('\t', "  "));
        return Some((Span::of(indent, text), Cause::Tab, Some(corrected)));
    }
    let Some(found) = KeyValue::of(text, line) else {
        let word = words.strip_prefix('-');
        if let Some(word) = word.filter(|word| word.starts_with(char::is_alphanumeric)) {
            let corrected = format!("{indent}- {word}");
            return Some((
                trimmed(text, line),
                Cause::NoSpaceAfterHyphen,
                Some(corrected),
            ));
        }
        let first = indent.is_empty() && !content.starts_with(['[', '{', ']', '}', '"', '\'']);
        return first.then(|| (trimmed(text, line), Cause::NoKey, with_colon(content)));
    };
    let odd = found.gap.chars().find(|&c| c != ' ' && c != '\t');
    if found.has_key && !found.value.is_empty() && (found.gap.is_empty() || odd.is_some()) {
        let cause = odd.map_or(Cause::NoSpace, Cause::OddSpace);
        // The place is the gap itself, and the first letter if there is none.
        let head = found.place(found.head);
        let value = found.place(found.value);
        let place = Span::new(head.end - 1, value.start);
        return Some((place, cause, Some(found.with(found.value))));
    }
    value_cause(&found)
}

/// `key: value` for `key = value`.
fn with_colon(line: &str) -> Option<String> {
    let (key, value) = line.split_once('=')?;
    let (key, value) = (key.trim(), value.trim());
    let letters = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    let plain = !key.is_empty() && key.chars().all(letters) && !value.contains(": ");
    plain.then(|| format!("{key}: {value}"))
}

/// What is wrong with a value.
fn value_cause(found: &KeyValue<'_>) -> Found {
    let value = found.value;
    let first = value.chars().next()?;
    match first {
        '"' | '\'' => quote_cause(found, first),
        '[' | '{' => bracket_cause(found, first),
        '“' | '”' | '„' | '«' | '»' | '‘' | '’' => {
            let inner = value.trim_matches(CURLY);
            corrected(found, Cause::CurlyQuotes, &quoted(inner))
        }
        '@' | '`' | '%' | '*' | '&' | '!' | '#' => {
            corrected(found, Cause::FirstLetter(first), &quoted(value))
        }
        ']' | '}' | ',' => corrected(found, Cause::FirstLetter(first), &quoted(value)),
        '-' if found.has_key && value.starts_with("- ") => {
            let items: Vec<&str> = value[2..].split(" - ").map(str::trim).collect();
            corrected(found, Cause::ListOnLine, &format!("[{}]", items.join(", ")))
        }
        '|' | '>' if value.trim_start_matches(['|', '>', '+', '-']).is_empty() => None,
        '|' | '>' | '?' | '-'
            if value.len() > 1 && !value[1..].starts_with(|c: char| c.is_alphanumeric()) =>
        {
            corrected(found, Cause::FirstLetter(first), &quoted(value))
        }
        _ if value.contains(": ") || value.ends_with(':') || value.contains(":\t") => {
            corrected(found, Cause::Colon, &quoted(without_comment(value)))
        }
        _ => None,
    }
}

fn quote_cause(found: &KeyValue<'_>, mark: char) -> Found {
    let value = found.value;
    let Some(close) = closing_quote(value, mark) else {
        let inner = value[1..].trim_end_matches(CURLY);
        let place = found.place(&value[..1]);
        let corrected = found.with(&quoted(inner));
        return Some((place, Cause::UnclosedQuote(mark), Some(corrected)));
    };
    let after = value[close + 1..].trim_start();
    if !after.is_empty() && !after.starts_with('#') {
        // `'Åsa's bok'`: three marks, of which the middle one belongs to the text.
        let inner = value.strip_prefix(mark).and_then(|v| v.strip_suffix(mark));
        let apostrophe = inner.filter(|inner| inner.matches(mark).count() == 1);
        let quotes = inner.filter(|inner| {
            let even = inner.matches(mark).count() % 2 == 0;
            mark == '"' && even && !inner.starts_with(mark) && !inner.ends_with(mark)
        });
        let text = apostrophe
            .or(quotes)
            .unwrap_or_else(|| without_comment(value));
        return corrected(found, Cause::AfterQuote, &quoted(text));
    }
    if mark == '"' && value[..close].contains('\\') {
        return corrected(found, Cause::Escape, &single(&value[1..close]));
    }
    None
}

/// `value` between single quotation marks, where a backslash is a backslash.
fn single(value: &str) -> String {
    format!("'{}'", value.replace('\'', "''"))
}

fn bracket_cause(found: &KeyValue<'_>, open: char) -> Found {
    let flow = Flow::of(found.value)?;
    let with = |cause, part| {
        Some((
            found.place(part),
            cause,
            Some(found.with(&flow.corrected())),
        ))
    };
    let mut items = flow.items.iter().map(|item| item.value);
    let hash = items.find_map(|item| Some((item, hash(item)?)));
    if let Some((item, at)) = hash {
        return with(Cause::HashInList, &item[at..]);
    }
    if flow.has_gap() {
        return with(Cause::EmptyItem, found.value);
    }
    if flow.closed && !flow.after.is_empty() && !flow.after.starts_with('#') {
        return corrected(found, Cause::FirstLetter(open), &quoted(found.value));
    }
    if let Some(value) = flow.colon() {
        return with(Cause::Colon, value);
    }
    // It may go on over lines, so that only a value that stands alone is corrected.
    let alone = !flow.closed && !found.value.ends_with([open, ',']);
    alone.then(|| with(Cause::UnclosedBracket(open), &found.value[..1]))?
}

/// Where a comment begins in an item of a list, by mistake.
fn hash(item: &str) -> Option<usize> {
    match item.starts_with('#') {
        true => Some(0),
        false => Some(item.find(" #")? + 1),
    }
}

/// What spans several lines: a quotation mark or a bracket that is never closed, or
/// keys in different columns.
fn group_cause(text: &str, span: Span, at: Option<usize>) -> Option<(Span, Cause)> {
    let mut lines = Lines::new(text, span);
    let first = lines.next()?;
    let found = KeyValue::of(text, first)?;
    if let Some(open) = found
        .value
        .chars()
        .next()
        .filter(|c| matches!(c, '[' | '{'))
    {
        let close = if open == '[' { ']' } else { '}' };
        let start = found.place(found.value).start;
        let all = &text[start..span.end];
        if all.matches(open).count() > all.matches(close).count() {
            return Some((Span::new(start, start + 1), Cause::UnclosedBracket(open)));
        }
    }
    let at = at?;
    let place = Lines::new(text, span)
        .skip(1)
        .filter(|line| line.start <= at && !text[line.start..line.end].trim().is_empty())
        .last()?;
    let is_block = found.value.starts_with(['|', '>']);
    if !is_block {
        KeyValue::of(text, place)?;
    }
    Some((trimmed(text, place), Cause::Indentation))
}

/// Where `value`'s quotation, which begins it, ends.
fn closing_quote(value: &str, mark: char) -> Option<usize> {
    let mut letters = value.char_indices().skip(1).peekable();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '\\' if mark == '"' => {
                letters.next();
            }
            '\'' if mark == '\'' && letters.peek().is_some_and(|&(_, next)| next == '\'') => {
                letters.next();
            }
            _ if letter == mark => return Some(at),
            _ => {}
        }
    }
    None
}

/// A comment at the end does not belong to a value.
fn without_comment(value: &str) -> &str {
    value.find(" # ").map_or(value, |at| value[..at].trim_end())
}

fn merge_marker(text: &str, line: Span) -> Option<Span> {
    let content = &text[line.start..line.end];
    let marks = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"];
    marks
        .iter()
        .any(|mark| content.starts_with(mark))
        .then_some(line)
}
