//! The allow-list for HTML in texts.
//!
//! Owns what authors' HTML may have in it, and has it parsed again as a browser
//! would, so that nothing else survives. What nitton itself wrote (roles, labels,
//! check boxes, holes) is marked with a token that nobody can guess, and kept.
//! Must never know Markdown.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use ammonia::Builder;
use sha2::{Digest, Sha256};

use super::document::{Hole, HoleKind};
use depth::Depth;

mod depth;

/// Attributes that every allowed element may have.
const EVERYWHERE: &[&str] = &["lang", "dir", "class", "id", "title", "role"];

/// Elements, and the attributes that each may have besides.
const ELEMENTS: &[(&str, &[&str])] = &[
    ("a", &["href", "hreflang"]),
    ("abbr", &[]),
    ("address", &[]),
    ("article", &[]),
    ("aside", &[]),
    ("b", &[]),
    ("bdi", &[]),
    ("bdo", &[]),
    ("blockquote", &[]),
    ("br", &[]),
    ("caption", &[]),
    ("cite", &[]),
    ("code", &[]),
    ("col", &["span"]),
    ("colgroup", &["span"]),
    ("data", &["value"]),
    ("dd", &[]),
    ("del", &["datetime"]),
    ("details", &["open"]),
    ("dfn", &[]),
    ("div", &[]),
    ("dl", &[]),
    ("dt", &[]),
    ("em", &[]),
    ("figcaption", &[]),
    ("figure", &[]),
    ("footer", &[]),
    ("h2", &[]),
    ("h3", &[]),
    ("h4", &[]),
    ("h5", &[]),
    ("h6", &[]),
    ("header", &[]),
    ("hr", &[]),
    ("i", &[]),
    ("img", &["src", "alt", "width", "height"]),
    ("ins", &["datetime"]),
    ("kbd", &[]),
    ("li", &["value"]),
    ("mark", &[]),
    ("ol", &["start", "reversed", "type"]),
    ("p", &[]),
    ("pre", &[]),
    ("q", &[]),
    ("rp", &[]),
    ("rt", &[]),
    ("ruby", &[]),
    ("s", &[]),
    ("samp", &[]),
    ("section", &[]),
    ("small", &[]),
    ("span", &[]),
    ("strong", &[]),
    ("sub", &[]),
    ("summary", &[]),
    ("sup", &[]),
    ("table", &[]),
    ("tbody", &[]),
    ("td", &["colspan", "rowspan", "headers"]),
    ("tfoot", &[]),
    ("th", &["colspan", "rowspan", "headers", "scope", "abbr"]),
    ("thead", &[]),
    ("time", &["datetime"]),
    ("tr", &[]),
    ("u", &[]),
    ("ul", &[]),
    ("var", &[]),
    ("wbr", &[]),
];

/// How the names of attributes begin that say what programs which read pages aloud
/// are to make of an element.
const SPOKEN: &str = "aria-";

/// Attributes that only nitton writes.
const GUARDED: &[&str] = &["tabindex", "type", "disabled", "checked"];

/// The attributes that authors may give an element; `None` if they may not write it.
pub(super) fn attributes_of(element: &str) -> Option<&'static [&'static str]> {
    ELEMENTS
        .binary_search_by_key(&element, |(name, _)| name)
        .ok()
        .map(|at| ELEMENTS[at].1)
}

/// Whether an attribute is among those that every element or this one may have.
pub(super) fn is_allowed(attribute: &str, of_element: &[&str]) -> bool {
    EVERYWHERE.contains(&attribute)
        || of_element.contains(&attribute)
        || attribute
            .strip_prefix(SPOKEN)
            .is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_lowercase()))
}

/// Elements may not lie deeper in each other than this: the parser's time would grow
/// with the square of it, and no text has a use for it.
const DEEPEST: usize = 300;

/// Whether HTML nests too deeply to be cleaned. Each `<` in it begins a tag.
pub(super) fn is_too_deep(html: &str) -> bool {
    let mut depth = Depth::default();
    html.match_indices('<').any(|(at, _)| {
        let tag = &html[at + 1..];
        let (tag, ends) = tag
            .strip_prefix('/')
            .map_or((tag, false), |tag| (tag, true));
        let name = tag.find(|c: char| !c.is_ascii_alphanumeric());
        let name = &tag[..name.unwrap_or(tag.len())];
        if ends {
            depth.end(name);
        } else {
            depth.begin(name);
        }
        depth.now() > DEEPEST
    })
}

/// Parses HTML as browsers do and keeps what is allowed. `guards` are the offsets at
/// which values begin that nitton wrote. The holes come back at their new places.
pub(super) fn clean(html: &str, holes: &[Hole], guards: &[u32]) -> (String, Vec<Hole>) {
    let token = token(html);
    let marked = mark(html, holes, guards, &token);
    let cleaned = builder(&token).clean(&marked).to_string();
    unmark(&cleaned, &token)
}

/// A word that no author can have written: it depends on all that was written.
fn token(html: &str) -> String {
    let hash = Sha256::digest(html.as_bytes());
    let mut token = String::from("n");
    for byte in &hash[..16] {
        token.push_str(&format!("{byte:02x}"));
    }
    token
}

/// Writes the holes and guards as words: `<token>h3.`, `<token>s0.`, `<token>b0.`,
/// `<token>a0.`, `<token>g`.
fn mark(html: &str, holes: &[Hole], guards: &[u32], token: &str) -> String {
    let mut marked = String::with_capacity(html.len() + (holes.len() + guards.len()) * 40);
    let mut copied = 0;
    let mut holes = holes.iter().peekable();
    let mut guards = guards.iter().peekable();
    loop {
        let hole = holes.peek().map(|hole| hole.at as usize);
        let guard = guards.peek().map(|at| **at as usize);
        let Some(at) = hole.into_iter().chain(guard).min() else {
            break;
        };
        marked.push_str(&html[copied..at]);
        copied = at;
        if hole == Some(at) {
            match holes.next().map(|hole| hole.kind) {
                Some(HoleKind::Href(link)) => marked.push_str(&format!("{token}h{link}.")),
                Some(HoleKind::Before(image)) => marked.push_str(&format!("{token}b{image}.")),
                Some(HoleKind::After(image)) => marked.push_str(&format!("{token}a{image}.")),
                Some(HoleKind::Src(image)) => {
                    marked.push_str(&format!(" src=\"{token}s{image}.\""));
                }
                None => {}
            }
        } else {
            guards.next();
            marked.push_str(token);
            marked.push('g');
        }
    }
    marked.push_str(&html[copied..]);
    marked
}

fn builder(token: &str) -> Builder<'static> {
    let token = token.to_owned();
    let tags: HashSet<&str> = ELEMENTS
        .iter()
        .map(|(name, _)| *name)
        .chain(["input"])
        .collect();
    let attributes: HashMap<&str, HashSet<&str>> = ELEMENTS
        .iter()
        .map(|(name, own)| (*name, own.iter().copied().collect()))
        .collect();
    let mut builder = Builder::empty();
    builder
        .tags(tags)
        .clean_content_tags(["script", "style"].into_iter().collect())
        .tag_attributes(attributes)
        .generic_attributes(EVERYWHERE.iter().chain(GUARDED).copied().collect())
        .generic_attribute_prefixes([SPOKEN].into_iter().collect())
        .url_schemes(
            ["https", "http", "mailto", "tel", "sms", "xmpp"]
                .into_iter()
                .collect(),
        )
        .link_rel(None)
        .attribute_filter(move |element, attribute, value| {
            let ours = value.starts_with(&token);
            let keep = match attribute {
                "type" if element == "ol" => true,
                "src" => ours,
                "href" => ours || value.contains(':'),
                _ => ours || !GUARDED.contains(&attribute),
            };
            keep.then_some(Cow::Borrowed(value))
        });
    builder
}

/// Turns the words back into holes, and takes the guards away.
fn unmark(cleaned: &str, token: &str) -> (String, Vec<Hole>) {
    let mut html = String::with_capacity(cleaned.len());
    let mut holes = Vec::new();
    let mut parts = cleaned.split(token);
    push_text(&mut html, parts.next().unwrap_or_default());
    for part in parts {
        let kind = part.bytes().next();
        let number = part
            .get(1..)
            .and_then(|rest| rest.split_once('.'))
            .and_then(|(number, rest)| number.parse().ok().map(|number: u32| (number, rest)));
        let rest = match (kind, number) {
            (Some(b'g'), _) => &part[1..],
            (Some(b'h'), Some((link, rest))) => {
                if html.ends_with(" href=\"") {
                    holes.push((html.len(), HoleKind::Href(link)));
                }
                rest
            }
            (Some(b'b'), Some((image, rest))) => {
                holes.push((html.len(), HoleKind::Before(image)));
                rest
            }
            (Some(b'a'), Some((image, rest))) => {
                holes.push((html.len(), HoleKind::After(image)));
                rest
            }
            (Some(b's'), Some((image, rest))) => match rest.strip_prefix('"') {
                Some(rest) if html.ends_with(" src=\"") => {
                    html.truncate(html.len() - " src=\"".len());
                    holes.push((html.len(), HoleKind::Src(image)));
                    rest
                }
                _ => rest,
            },
            _ => part,
        };
        push_text(&mut html, rest);
    }
    let holes = holes
        .into_iter()
        .filter_map(|(at, kind)| u32::try_from(at).ok().map(|at| Hole { at, kind }))
        .collect();
    (html, holes)
}

/// No-break spaces are written as themselves, as everywhere else.
fn push_text(html: &mut String, text: &str) {
    for (number, part) in text.split("&nbsp;").enumerate() {
        if number > 0 {
            html.push('\u{a0}');
        }
        html.push_str(part);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_sorted_for_the_search() {
        assert!(ELEMENTS.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }

    #[test]
    fn only_our_own_boxes_survive() {
        let html =
            "<p tabindex=\"0\">a</p><input type=\"checkbox\"><input type=\"text\" onx=\"1\">";
        let guards: Vec<u32> = ["0", "checkbox"]
            .iter()
            .filter_map(|word| html.find(word).and_then(|at| u32::try_from(at).ok()))
            .collect();
        let (cleaned, _) = clean(html, &[], &guards);
        assert_eq!(
            cleaned,
            "<p tabindex=\"0\">a</p><input type=\"checkbox\"><input>"
        );
        let (cleaned, _) = clean(
            "<p role=\"note\" aria-x=\"y\" tabindex=\"9\">a</p>",
            &[],
            &[],
        );
        assert_eq!(cleaned, "<p role=\"note\" aria-x=\"y\">a</p>");
    }

    #[test]
    fn holes_come_back() {
        let html = "<a href=\"\">x</a><img alt=\"y\">\u{a0}<a href=\"javascript:x\">z</a>";
        let holes = [
            Hole {
                at: 9,
                kind: HoleKind::Href(7),
            },
            Hole {
                at: 20,
                kind: HoleKind::Src(3),
            },
        ];
        let (cleaned, found) = clean(html, &holes, &[]);
        assert_eq!(cleaned, "<a href=\"\">x</a><img alt=\"y\">\u{a0}<a>z</a>");
        assert_eq!(found, holes);
    }
}
