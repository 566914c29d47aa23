//! Why a line of YAML can't be read, by its text.
//!
//! Owns the recognition of what people really do, each with the corrected line. Must
//! never know what keys mean, nor pass on the parser's words.

use super::lines::{KeyValue, Lines, trimmed};
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
    let line = trimmed(text, line);
    let corrected = KeyValue::of(text, line).map(|found| found.with(&quoted(found.value)));
    yaml::syntax(file, line, Cause::Unknown, corrected.as_deref())
}

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
            let corrected = found.with(&quoted(found.value));
            yaml::unsupported(file, found.value_span, letter, Some(&corrected))
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
    Some((found.value_span, cause, Some(found.with(value))))
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
    let indent = &content[..content.len() - content.trim_start().len()];
    if indent.contains('\t') {
        let corrected = format!("{}{}", indent.replace('\t', "  "), content.trim_start());
        let place = Span::new(line.start, line.start + indent.len());
        return Some((place, Cause::Tab, Some(corrected)));
    }
    let Some(found) = KeyValue::of(text, line) else {
        let word = content.trim_start().strip_prefix('-');
        if let Some(word) = word.filter(|word| word.starts_with(char::is_alphanumeric)) {
            let corrected = format!("{indent}- {word}");
            return Some((
                trimmed(text, line),
                Cause::NoSpaceAfterHyphen,
                Some(corrected),
            ));
        }
        let first = indent.is_empty() && !content.starts_with(['[', '{', ']', '}', '"', '\'']);
        return first.then(|| (trimmed(text, line), Cause::NoKey, None));
    };
    let odd = found.gap.chars().find(|&c| c != ' ' && c != '\t');
    if found.has_key && !found.value.is_empty() && (found.gap.is_empty() || odd.is_some()) {
        let cause = odd.map_or(Cause::NoSpace, Cause::OddSpace);
        // The place is the gap itself, and the first letter if there is none.
        let colon = line.start + found.head.len() - 1;
        let place = Span::new(colon, found.value_span.start.max(colon + 1));
        return Some((place, cause, Some(found.with(found.value))));
    }
    value_cause(&found)
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

/// Marks that word processors make of straight quotation marks.
const CURLY: [char; 7] = ['“', '”', '„', '«', '»', '‘', '’'];

fn quote_cause(found: &KeyValue<'_>, mark: char) -> Found {
    let value = found.value;
    let Some(close) = closing_quote(value, mark) else {
        let inner = value[1..].trim_end_matches(CURLY);
        let place = Span::new(found.value_span.start, found.value_span.start + 1);
        let corrected = found.with(&quoted(inner));
        return Some((place, Cause::UnclosedQuote(mark), Some(corrected)));
    };
    let after = value[close + 1..].trim_start();
    if !after.is_empty() && !after.starts_with('#') {
        // `'Åsa's bok'`: three marks, of which the middle one belongs to the text.
        let inner = value.strip_prefix(mark).and_then(|v| v.strip_suffix(mark));
        let apostrophe = inner.filter(|inner| inner.matches(mark).count() == 1);
        let text = apostrophe.unwrap_or_else(|| without_comment(value));
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
    let value = found.value;
    let close = if open == '[' { ']' } else { '}' };
    let hash = value
        .char_indices()
        .find(|&(at, c)| c == '#' && value[..at].ends_with([' ', '[', '{', ',']));
    if let Some((at, _)) = hash.filter(|&(at, _)| value[at..].contains([',', close])) {
        let start = found.value_span.start + at;
        let end = value[at..]
            .find([',', close])
            .map_or(value.len(), |n| at + n);
        let word = value[at..end].trim_end();
        let place = Span::new(start, start + word.len());
        let corrected = quote_items(value);
        return Some((place, Cause::HashInList, Some(found.with(&corrected))));
    }
    let bare: String = value.split_whitespace().collect();
    if bare.contains(",,") || bare.starts_with("[,") || bare.starts_with("{,") {
        let items = value[1..].trim_end_matches(close).split(',');
        let items: Vec<&str> = items
            .map(str::trim)
            .filter(|item| !item.is_empty())
            .collect();
        return corrected(
            found,
            Cause::EmptyItem,
            &format!("{open}{}{close}", items.join(", ")),
        );
    }
    match value.rfind(close) {
        Some(at) if open == '[' => {
            let after = value[at + 1..].trim_start();
            (!after.is_empty() && !after.starts_with('#'))
                .then(|| corrected(found, Cause::FirstLetter(open), &quoted(value)))
                .flatten()
        }
        Some(_) if open == '{' => colon_in_map(found),
        Some(_) => None,
        None => {
            let place = Span::new(found.value_span.start, found.value_span.start + 1);
            // A list may go on over lines, so that only a value that stands alone is corrected.
            let corrected =
                (!value.ends_with([open, ','])).then(|| found.with(&format!("{value}{close}")));
            corrected.map(|line| (place, Cause::UnclosedBracket(open), Some(line)))
        }
    }
}

/// `{src: a.png, alt: Två: tre}`: a value within the brackets has a colon in it.
fn colon_in_map(found: &KeyValue<'_>) -> Found {
    let value = found.value;
    let mut at = 1;
    for part in value[1..].split(',') {
        let part = part.trim_end_matches('}');
        if let Some((key, text)) = part.split_once(": ")
            && text.contains(": ")
            && !text.trim_start().starts_with(['"', '\'', '{'])
        {
            let text = text.trim();
            let start = at + key.len() + 2;
            let line = format!(
                "{}{}{}",
                &value[..start],
                quoted(text),
                &value[start + text.len()..]
            );
            let place = found.value_span.start + start;
            let span = Span::new(place, place + text.len());
            return Some((span, Cause::Colon, Some(found.with(&line))));
        }
        at += part.len() + 1;
    }
    None
}

/// `[#metoo, unga]` → `["#metoo", unga]`.
fn quote_items(list: &str) -> String {
    let (open, rest) = list.split_at(1);
    let inner = rest.trim_end_matches([']', '}']);
    let items: Vec<String> = inner
        .split(',')
        .map(str::trim)
        .map(|item| {
            if item.starts_with('#') {
                quoted(item)
            } else {
                item.to_owned()
            }
        })
        .collect();
    format!("{open}{}{}", items.join(", "), &rest[inner.len()..])
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
        let all = &text[found.value_span.start..span.end];
        if all.matches(open).count() > all.matches(close).count() {
            let start = found.value_span.start;
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
