//! HTML in texts that have none: what exports of other systems leave in titles.
//!
//! Owns what is taken for HTML, and what it meant. Must never know Markdown, in which
//! HTML has a meaning.

use std::ops::Range;

/// Elements that stand alone.
const VOID: [&str; 4] = ["br", "hr", "img", "wbr"];

/// Elements that systems put around words of a title. Others may be what a text is
/// about.
const PAIRED: [&str; 26] = [
    "a",
    "abbr",
    "b",
    "big",
    "blockquote",
    "cite",
    "del",
    "div",
    "em",
    "font",
    "h1",
    "h2",
    "h3",
    "i",
    "ins",
    "mark",
    "p",
    "s",
    "script",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "u",
    "strike",
];

/// The first piece of HTML in a text, and the text without any: its tags are gone, and
/// letters stand where entities stood.
pub(super) fn without_html(text: &str) -> Option<(Range<usize>, String)> {
    if !text.contains(['<', '&']) {
        return None;
    }
    let lower = text.to_ascii_lowercase();
    let is_closed = |name: &&str| lower.contains(&format!("</{name}>"));
    let closed: Vec<&str> = PAIRED.into_iter().filter(is_closed).collect();
    let (first, mut meant) = replace(text, &|piece| {
        let tag = tag(piece, &closed).map(|len| (len, String::new()));
        tag.or_else(|| leading_entity(piece))
    })?;
    // `&amp;#8217;`: escaped twice.
    while let Some((_, again)) = replace(&meant, &leading_entity) {
        meant = again;
    }
    Some((first, meant))
}

/// What stands for a piece of text, and how long that piece is.
type Replaced = Option<(usize, String)>;

fn replace(text: &str, replaced: &dyn Fn(&str) -> Replaced) -> Option<(Range<usize>, String)> {
    let mut meant = String::new();
    let mut first = None;
    let mut at = 0;
    while let Some(found) = text[at..].find(['<', '&']) {
        let start = at + found;
        meant.push_str(&text[at..start]);
        let (len, words) = match replaced(&text[start..]) {
            Some(piece) => {
                first.get_or_insert(start..start + piece.0);
                piece
            }
            None => (1, text[start..=start].to_owned()),
        };
        meant.push_str(&words);
        at = start + len;
    }
    meant.push_str(&text[at..]);
    first.map(|first| (first, meant))
}

/// The length of the tag that a text begins with: one that stands alone, or one of
/// those that are `closed` somewhere.
fn tag(text: &str, closed: &[&str]) -> Option<usize> {
    const LONGEST: usize = 1000;
    let inner = text.strip_prefix('<')?;
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    let mut letters = inner.bytes().take(LONGEST);
    let end = letters.position(|byte| !byte.is_ascii_alphanumeric())?;
    let (name, rest) = inner.split_at(end);
    let name = name.to_ascii_lowercase();
    let is_tag = VOID.contains(&&*name) || closed.contains(&&*name);
    let len = text.bytes().take(LONGEST).position(|byte| byte == b'>')?;
    (is_tag && rest.starts_with(['>', '/', ' '])).then_some(len + 1)
}

/// The entity that a text begins with, and its letters.
fn leading_entity(text: &str) -> Replaced {
    const LONGEST: usize = 32;
    let inner = text.strip_prefix('&')?;
    let name = |c: &char| c.is_ascii_alphanumeric() || *c == '#';
    let len = inner.chars().take(LONGEST).take_while(name).count();
    let written = text.get(..len + 2).filter(|text| text.ends_with(';'))?;
    Some((written.len(), entity(written)?))
}

/// The letters that an entity of HTML stands for: `é` of `&eacute;`.
fn entity(written: &str) -> Option<String> {
    match pulldown_cmark::Parser::new(written).nth(1)? {
        pulldown_cmark::Event::Text(letters) if *letters != *written => Some(letters.into_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_gives_its_words() {
        for (written, first, meant) in [
            (
                "Rights &#8217; &amp; more <em>now</em>",
                "&#8217;",
                "Rights ’ & more now",
            ),
            (
                "<p class=\"x\">En &auml;ng</p>",
                "<p class=\"x\">",
                "En äng",
            ),
            ("Rad<br />två", "<br />", "Radtvå"),
            ("It&amp;#8217;s", "&amp;", "It’s"),
            ("R&amp;B", "&amp;", "R&B"),
        ] {
            let (place, found) = without_html(written).expect(written);
            assert_eq!((&written[place], found.as_str()), (first, meant));
        }
    }

    #[test]
    fn what_a_text_is_about_is_no_html() {
        for text in [
            "Elementet <main>",
            "Elementet <em>",
            "<em>",
            "a < b & c > d",
            "AT&T; &c; &;",
            "<3",
            "R&B",
            "<a@b.se>",
            "& & &&amp",
            "x &#xZZ; y",
            "",
        ] {
            assert_eq!(without_html(text), None, "{text}");
        }
    }
}
