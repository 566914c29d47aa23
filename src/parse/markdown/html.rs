//! A tokenizer for HTML within Markdown.
//!
//! Owns where tags, attributes and comments begin and end, as browsers see them.
//! Must never know which are allowed.

use std::collections::HashSet;
use std::ops::Range;

/// A piece of HTML.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token<'t> {
    /// Text with its entities.
    Text(&'t str),
    /// `<!-- … -->`, what is in it.
    Comment(&'t str),
    /// `<name …>`.
    Open(Tag<'t>),
    /// `</name>`.
    Close(String),
    /// `<!DOCTYPE …>`, `<?…>`.
    Declaration,
    /// A `<` that begins something that never ends.
    Stray,
}

/// An opening tag.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tag<'t> {
    /// In lower case.
    pub(super) name: String,
    /// Names in lower case, values with their entities; the first of each name.
    pub(super) attributes: Vec<(String, &'t str)>,
}

impl<'t> Tag<'t> {
    /// The value of an attribute, its entities decoded.
    pub(super) fn value(&self, name: &str) -> Option<String> {
        let (_, value) = self.attributes.iter().find(|(key, _)| key == name)?;
        Some(decode(value))
    }
}

/// The pieces of HTML, with the bytes that they cover.
pub(super) struct Tokens<'t> {
    text: &'t str,
    at: usize,
    /// No `-->`, and no `>`, stands behind this offset.
    last_comment_end: usize,
    last_end: usize,
    /// Where the name of a tag ends that was looked at last: one that begins within it
    /// ends there, too.
    name_end: usize,
    /// Where an attribute could begin in tags that never end: no tag that comes there
    /// ends either. Without this, many such tags would take quadratic time.
    endless: HashSet<usize>,
}

impl<'t> Tokens<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            last_comment_end: text.rfind("-->").unwrap_or(0),
            last_end: text.rfind('>').unwrap_or(0),
            name_end: 0,
            endless: HashSet::new(),
        }
    }

    /// Goes on behind `</name>`, or at the end.
    pub(super) fn skip_to_close(&mut self, name: &str) -> &'t str {
        let rest = &self.text[self.at..];
        let end = close_of(rest, name).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    /// What begins with the `<` here, and its length.
    fn markup(&mut self) -> Option<(Token<'t>, usize)> {
        let rest = &self.text[self.at..];
        if self.at >= self.last_end {
            return None;
        }
        if let Some(comment) = rest.strip_prefix("<!--") {
            if comment.starts_with('>') {
                return Some((Token::Comment(""), 5));
            }
            if comment.starts_with("->") {
                return Some((Token::Comment(""), 6));
            }
            if self.at >= self.last_comment_end {
                return None;
            }
            let end = comment.find("-->")?;
            return Some((Token::Comment(&comment[..end]), end + 7));
        }
        let bytes = rest.as_bytes();
        match bytes.get(1)? {
            b'!' | b'?' => rest.find('>').map(|end| (Token::Declaration, end + 1)),
            b'/' if bytes.get(2).is_some_and(u8::is_ascii_alphabetic) => {
                let end = rest.find('>')?;
                let name = self.name(self.at + 2).to_ascii_lowercase();
                Some((Token::Close(name), end + 1))
            }
            letter if letter.is_ascii_alphabetic() => {
                let name = self.name(self.at + 1);
                let (attributes, end) = self.attributes(self.at + 1 + name.len())?;
                let len = end - self.at;
                let name = name.to_ascii_lowercase();
                Some((Token::Open(Tag { name, attributes }), len))
            }
            _ => None,
        }
    }

    /// The name of a tag that begins here.
    fn name(&mut self, at: usize) -> &'t str {
        if self.name_end <= at {
            let ends = |c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>');
            let rest = &self.text[at..];
            self.name_end = at + rest.find(ends).unwrap_or(rest.len());
        }
        &self.text[at..self.name_end]
    }

    /// Attributes from `at` to `>`, and where the tag ends.
    fn attributes(&mut self, at: usize) -> Option<(Attributes<'t>, usize)> {
        let mut visited = Vec::new();
        let found = attributes(self.text, at, &self.endless, &mut visited);
        if found.is_none() {
            self.endless.extend(visited);
        }
        found
    }
}

impl<'t> Iterator for Tokens<'t> {
    type Item = (Token<'t>, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        let start = self.at;
        let rest = &self.text[start..];
        if rest.is_empty() {
            return None;
        }
        let text = begin_of_markup(rest).unwrap_or(rest.len());
        let (token, len) = if text > 0 {
            (Token::Text(&rest[..text]), text)
        } else {
            self.markup().unwrap_or((Token::Stray, 1))
        };
        self.at += len;
        Some((token, start..self.at))
    }
}

/// The next `<` with which something may begin.
fn begin_of_markup(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let begins = |at: &usize| {
        let next = bytes.get(at + 1);
        next.is_some_and(|b| b.is_ascii_alphabetic() || matches!(b, b'/' | b'!' | b'?'))
    };
    text.match_indices('<').map(|(at, _)| at).find(begins)
}

type Attributes<'t> = Vec<(String, &'t str)>;

/// The same, in a tag that may come by one of those places.
fn attributes<'t>(
    tag: &'t str,
    mut at: usize,
    endless: &HashSet<usize>,
    visited: &mut Vec<usize>,
) -> Option<(Attributes<'t>, usize)> {
    let bytes = tag.as_bytes();
    let mut found: Attributes<'t> = Vec::new();
    loop {
        if endless.contains(&at) {
            return None;
        }
        visited.push(at);
        while matches!(bytes.get(at)?, b'/') || bytes[at].is_ascii_whitespace() {
            at += 1;
        }
        if bytes[at] == b'>' {
            return Some((found, at + 1));
        }
        let start = at;
        // An `=` in front belongs to the name.
        at += 1;
        while !matches!(bytes.get(at)?, b'/' | b'>' | b'=') && !bytes[at].is_ascii_whitespace() {
            at += 1;
        }
        let key = tag.get(start..at)?.to_ascii_lowercase();
        let mut equals = at;
        while bytes.get(equals)?.is_ascii_whitespace() {
            equals += 1;
        }
        let mut value = "";
        if bytes[equals] == b'=' {
            (value, at) = attribute_value(tag, equals + 1)?;
        }
        // Nobody needs more, and each is compared with all.
        if found.len() < 64 && found.iter().all(|(name, _)| *name != key) {
            found.push((key, value));
        }
    }
}

/// A value from behind `=` on, and where it ends.
fn attribute_value(tag: &str, mut at: usize) -> Option<(&str, usize)> {
    let bytes = tag.as_bytes();
    while bytes.get(at)?.is_ascii_whitespace() {
        at += 1;
    }
    let quote = bytes[at];
    if quote == b'"' || quote == b'\'' {
        let end = at + 1 + bytes[at + 1..].iter().position(|b| *b == quote)?;
        return Some((&tag[at + 1..end], end + 1));
    }
    let start = at;
    while *bytes.get(at)? != b'>' && !bytes[at].is_ascii_whitespace() {
        at += 1;
    }
    Some((&tag[start..at], at))
}

/// Where `</name` begins in lower or upper case.
fn close_of(text: &str, name: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(found) = text[at..].find("</") {
        at += found;
        let end = at + 2 + name.len();
        if bytes
            .get(at + 2..end)
            .is_some_and(|b| b.eq_ignore_ascii_case(name.as_bytes()))
            && bytes.get(end).is_none_or(|b| !b.is_ascii_alphanumeric())
        {
            return Some(at);
        }
        at += 2;
    }
    None
}

/// Decodes numeric entities and those that matter in addresses and names. Others
/// stay as they are, which can't make an address worse than unknown.
pub(super) fn decode(value: &str) -> String {
    let mut decoded = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find('&') {
        decoded.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest[1..]
            .bytes()
            .take(32)
            .position(|b| !b.is_ascii_alphanumeric() && b != b'#')
            .map_or(rest.len().min(33), |end| end + 1);
        match entity(&rest[1..end]) {
            Some((letter, length)) => {
                decoded.push(letter);
                rest = &rest[1 + length..];
                rest = rest.strip_prefix(';').unwrap_or(rest);
            }
            None => {
                decoded.push('&');
                rest = &rest[1..];
            }
        }
    }
    decoded.push_str(rest);
    decoded
}

/// The character of an entity, and the length of its name.
fn entity(name: &str) -> Option<(char, usize)> {
    if let Some(number) = name.strip_prefix('#') {
        let (digits, radix) = match number.strip_prefix(['x', 'X']) {
            Some(digits) => (digits, 16),
            None => (number, 10),
        };
        let length = digits
            .find(|c: char| !c.is_digit(radix))
            .unwrap_or(digits.len());
        // Numbers that are too long are no characters.
        let code = u32::from_str_radix(&digits[..length], radix).unwrap_or(u32::MAX);
        let letter = char::from_u32(code).unwrap_or('\u{fffd}');
        return (length > 0).then_some((letter, name.len() - digits.len() + length));
    }
    named(name).map(|letter| (letter, name.len()))
}

fn named(name: &str) -> Option<char> {
    Some(match name {
        "amp" | "AMP" => '&',
        "lt" | "LT" => '<',
        "gt" | "GT" => '>',
        "quot" | "QUOT" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "shy" => '\u{ad}',
        "colon" => ':',
        "sol" => '/',
        "bsol" => '\\',
        "Tab" => '\t',
        "NewLine" => '\n',
        "num" => '#',
        "aring" => 'å',
        "auml" => 'ä',
        "ouml" => 'ö',
        "Aring" => 'Å',
        "Auml" => 'Ä',
        "Ouml" => 'Ö',
        "eacute" => 'é',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_end_where_browsers_end_them() {
        let tokens: Vec<_> = Tokens::of("a<b x=1 Y='2>' z>c</B ><!-- d --><!x><1")
            .map(|(t, _)| t)
            .collect();
        assert_eq!(
            tokens,
            [
                Token::Text("a"),
                Token::Open(Tag {
                    name: "b".into(),
                    attributes: vec![("x".into(), "1"), ("y".into(), "2>"), ("z".into(), "")],
                }),
                Token::Text("c"),
                Token::Close("b".into()),
                Token::Comment(" d "),
                Token::Declaration,
                Token::Text("<1"),
            ]
        );
    }

    #[test]
    fn what_never_ends_is_text() {
        for text in ["<a href=\"x", "<a", "<!-- x", "</a", "<a b='", "<a b="] {
            let first = Tokens::of(text).next().map(|(token, _)| token);
            assert_eq!(first, Some(Token::Stray), "{text}");
        }
    }

    #[test]
    fn entities_in_addresses() {
        assert_eq!(
            decode("&#106;ava&#x73cript&colon;&amp;&unknown;"),
            "java\u{73c}ript:&&unknown;"
        );
        assert_eq!(
            decode("j&#97&#x73;&Tab;&#9999999999;&#;"),
            "jas\t\u{fffd}&#;"
        );
        assert_eq!(decode("&å&"), "&å&");
    }
}
