//! Front matter that stands below its end, and so is text.
//!
//! Owns where it is looked for, and how it differs from a text that has colons: `Tid:
//! 18.00` is none. Must never know how the text is rendered.

use memchr::memmem;

use super::secrecy::{Asks, asks, is_public, is_word_of_machines};
use crate::decode::yaml::{Kind, Node};
use crate::decode::{Reader, Schema, names_secret};
use crate::diagnostic::{Span, fence as report};

/// Reports the first line of a text that belongs to the front matter above it; tells
/// whether it may keep the document unpublished. `fence` is the line that ends the front matter.
pub(super) fn check(reader: &mut Reader<'_>, schema: &Schema, fence: Span, body: usize) -> bool {
    let text = &reader.text[body..];
    let found = find(text, true, schema).or_else(|| below_a_rule(text, schema));
    let Some(Leftover { line, secret }) = found else {
        return false;
    };
    let span = Span::of(line.trim(), reader.text);
    let file = reader.file;
    let problem = report::below_fence(file, span, line.trim(), fence, secret);
    reader.report(problem);
    secret
}

/// A second front matter further down, but not in a block of code.
fn below_a_rule<'a>(text: &'a str, schema: &Schema) -> Option<Leftover<'a>> {
    let (mut counted, mut in_code) = (0, false);
    memmem::find_iter(text.as_bytes(), "\n---").find_map(|at| {
        let rest = &text[at + 1..];
        let found = is_rule(rest).then(|| find(after_line(rest), false, schema))??;
        in_code ^= fences(&text[counted..=at]) % 2 == 1;
        counted = at + 1;
        (!in_code).then_some(found)
    })
}

struct Leftover<'a> {
    line: &'a str,
    /// Whether it may say that the document is not to be published.
    secret: bool,
}

/// No front matter is longer.
const MOST_LINES: usize = 200;

/// The first line that is front matter in the block of lines `key: value` that begins
/// `text`; `at_fence`: right below the end of the front matter.
fn find<'a>(text: &'a str, at_fence: bool, schema: &Schema) -> Option<Leftover<'a>> {
    let block = text.trim_start_matches(['\n', '\r', ' ']);
    let (block, second) = match is_rule(block) {
        true => (after_line(block), true),
        false => (block, false),
    };
    let mut known = None;
    let mut whole = second || std::ptr::eq(block, text);
    for line in block.lines().take(MOST_LINES) {
        let line = line.trim_end();
        if let Some((key, value)) = key_value(line) {
            if is_secret(key, value, schema) {
                return Some(Leftover { line, secret: true });
            }
            known = known.or(schema.keys.contains(&key).then_some(line));
        } else if !continues(line) {
            whole |= is_rule(line);
            break;
        }
    }
    // `title: …` may be a text after an empty line, if no fence follows.
    let line = known.filter(|_| at_fence && whole)?;
    Some(Leftover {
        line,
        secret: false,
    })
}

/// A word in the first column, a colon (or `=`, as in TOML) and a space or nothing.
fn key_value(line: &str) -> Option<(&str, &str)> {
    let word = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '-');
    let end = line.find(|letter| !word(letter)).filter(|&end| end > 0)?;
    let (key, rest) = line.split_at(end);
    let value = rest.strip_prefix(':').or(rest.strip_prefix(" ="))?;
    (value.is_empty() || value.starts_with(' ')).then_some((key, value.trim()))
}

/// A line of a list or a map, or a comment, below a key.
fn continues(line: &str) -> bool {
    line.starts_with([' ', '\t', '#']) || line.starts_with("- ")
}

/// Whether a line keeps the document unpublished, if it is front matter: its value must be one
/// for programs, for `Status: pågår` is a text.
fn is_secret(key: &str, value: &str, schema: &Schema) -> bool {
    let value = value.split(" #").next().unwrap_or_default();
    let value = value.trim().trim_matches(['"', '\'']);
    if !is_word_of_machines(value) {
        return false;
    }
    let own = names_secret(key, schema, true);
    let Some(asks) = asks(key).or(own.then_some(Asks::Hidden)) else {
        return false;
    };
    // `Publicerad: 2021-04-07`, `Online: nej` are texts.
    let is_flag = !value.starts_with(|letter: char| letter.is_ascii_digit());
    let is_text = match asks {
        Asks::Visible | Asks::Address | Asks::Terms => !(own && is_flag),
        _ => false,
    };
    if is_text && key.starts_with(char::is_uppercase) {
        return false;
    }
    let node = Node {
        span: Span::default(),
        kind: Kind::Text(value.to_owned()),
    };
    !is_public(asks, &node)
}

/// Whether a text begins with a line `---` or `+++`.
fn is_rule(text: &str) -> bool {
    let line = text.lines().next().unwrap_or_default();
    matches!(line.trim_end(), "---" | "+++")
}

fn after_line(text: &str) -> &str {
    text.split_once('\n').map_or("", |(_, rest)| rest)
}

/// How many lines begin or end a block of code.
fn fences(text: &str) -> usize {
    let fences = text.lines().filter(|line| {
        let line = line.trim_start();
        line.starts_with("```") || line.starts_with("~~~")
    });
    fences.count()
}
