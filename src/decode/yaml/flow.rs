//! Lists and maps between brackets on one line, as their writer probably meant them.
//!
//! Owns the division into items where the parser finds none. Must never know why a
//! line can't be read.

use super::cause::quoted;

/// Marks that word processors make of straight quotation marks.
pub(super) const CURLY: [char; 7] = ['“', '”', '„', '«', '»', '‘', '’'];

/// The same, and the straight ones.
const MARKS: [char; 8] = ['“', '”', '„', '«', '»', '‘', '’', '"'];

/// `[…]` or `{…}` whose closing bracket may be lacking, and what follows it.
pub(super) struct Flow<'a> {
    open: char,
    /// Each without the spaces around it; some may be empty.
    pub(super) items: Vec<Item<'a>>,
    /// Whether the bracket is closed.
    pub(super) closed: bool,
    /// What stands after it.
    pub(super) after: &'a str,
}

/// An item between commas.
#[derive(Clone, Copy)]
pub(super) struct Item<'a> {
    /// `key:` in a map, else nothing.
    head: &'a str,
    /// The rest.
    pub(super) value: &'a str,
}

impl<'a> Flow<'a> {
    /// Reads a value that begins with a bracket.
    pub(super) fn of(value: &'a str) -> Option<Self> {
        let open = value.chars().next().filter(|c| matches!(c, '[' | '{'))?;
        let end = end_of(value);
        let inner = &value[1..end.unwrap_or(value.len())];
        Some(Self {
            open,
            items: items(inner, open == '{'),
            closed: end.is_some(),
            after: end.map_or("", |end| value[end + 1..].trim()),
        })
    }

    /// Whether there is nothing before or between two commas; after the last one nothing
    /// is needed.
    pub(super) fn has_gap(&self) -> bool {
        let before_last = self.items.split_last().map_or(&[][..], |(_, items)| items);
        before_last.iter().any(Item::is_empty)
    }

    /// The first value in a map that has a colon which YAML takes for that of a key.
    pub(super) fn colon(&self) -> Option<&'a str> {
        self.items
            .iter()
            .find_map(|item| match Flow::of(item.value) {
                Some(inner) => inner.colon(),
                None => (self.open == '{' && item.has_colon()).then_some(item.value),
            })
    }

    /// The same with quotation marks around the items that need them, without empty
    /// items, and closed.
    pub(super) fn corrected(&self) -> String {
        let written = self.items.iter().filter(|item| !item.is_empty());
        let items: Vec<String> = written.map(Item::corrected).collect();
        match self.open {
            '[' => format!("[{}]", items.join(", ")),
            _ => format!("{{{}}}", items.join(", ")),
        }
    }
}

impl Item<'_> {
    fn is_empty(&self) -> bool {
        self.head.is_empty() && self.value.is_empty()
    }

    fn has_colon(&self) -> bool {
        let value = self.value;
        !is_quoted(value) && (value.contains(": ") || value.ends_with(':'))
    }

    fn corrected(&self) -> String {
        let Self { head, value } = *self;
        let inner = Flow::of(value).filter(|flow| flow.closed && flow.after.is_empty());
        let value = match inner {
            Some(flow) => flow.corrected(),
            None if is_quoted(value) => value.to_owned(),
            None if needs_quotes(value) || self.has_colon() => quoted(value.trim_matches(MARKS)),
            None => value.to_owned(),
        };
        let space = if head.is_empty() || value.is_empty() {
            ""
        } else {
            " "
        };
        format!("{head}{space}{value}")
    }
}

/// Whether a plain value can't stand between brackets, but for its colons.
fn needs_quotes(value: &str) -> bool {
    value.contains(" #")
        || value.contains([',', '[', ']', '{', '}'])
        || value.starts_with(CURLY)
        || value.starts_with([
            '#', '@', '`', '%', '*', '&', '!', '|', '>', '"', '\'', '?', '-',
        ])
}

/// Whether the whole value stands between straight quotation marks.
fn is_quoted(value: &str) -> bool {
    let mut inner = value.chars();
    match inner.next() {
        Some(mark @ ('"' | '\'')) => {
            inner.next_back() == Some(mark) && !inner.as_str().contains(mark)
        }
        _ => false,
    }
}

/// Where the bracket that begins `value` is closed.
fn end_of(value: &str) -> Option<usize> {
    let mut depth = 0;
    marks(value).find_map(|(at, mark)| {
        match mark {
            '[' | '{' => depth += 1,
            ']' | '}' => depth -= 1,
            _ => {}
        }
        (depth == 0).then_some(at)
    })
}

/// What stands between commas; in a map, commas within a value belong to it: `alt: one,
/// two` has one key.
fn items(inner: &str, map: bool) -> Vec<Item<'_>> {
    let mut depth = 0;
    let mut cuts = vec![0];
    for (at, mark) in marks(inner) {
        match mark {
            '[' | '{' => depth += 1,
            ']' | '}' => depth -= 1,
            _ if depth == 0 && (!map || key(inner[at + 1..].trim_start()) > 0) => {
                cuts.push(at + 1);
            }
            _ => {}
        }
    }
    let ends = cuts[1..].iter().map(|cut| cut - 1).chain([inner.len()]);
    let parts = cuts.iter().zip(ends);
    parts
        .map(|(&start, end)| {
            let part = inner[start..end].trim();
            let (head, value) = part.split_at(if map { key(part) } else { 0 });
            let value = value.trim();
            Item { head, value }
        })
        .collect()
}

/// The length of `key:` at the beginning of an item.
fn key(item: &str) -> usize {
    let word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    let length = item.find(|c| !word(c)).unwrap_or(item.len());
    let rest = &item[length..];
    let is_key = length > 0 && (rest.starts_with(": ") || rest == ":");
    if is_key { length + 1 } else { 0 }
}

/// Brackets and commas outside of straight quotation marks.
fn marks(value: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    let mut quote = None;
    let mut before = ',';
    value.char_indices().filter(move |&(_, letter)| {
        let begins = matches!(before, '[' | '{' | ',' | ' ');
        before = letter;
        match quote {
            Some(mark) if letter == mark => quote = None,
            Some(_) => {}
            None if begins && matches!(letter, '"' | '\'') => quote = Some(letter),
            None => return matches!(letter, '[' | ']' | '{' | '}' | ','),
        }
        false
    })
}
