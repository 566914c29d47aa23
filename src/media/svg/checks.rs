//! What an element or an attribute may be, and what is published of it.
//!
//! Owns the refusals, and what goes silently. Must never know where in the document
//! it stands.

use std::borrow::Cow;

use super::attributes::Attribute;
use super::namespaces::{Namespace, split};
use super::{active, shorten, vocabulary};
use crate::css::{self, Address, Kind, Reference};
use crate::diagnostic::media::Active;
use crate::media::{Problem, data_url};

/// Elements that run or load something, in whatever case.
const ACTIVE: [&str; 7] = [
    "script",
    "foreignobject",
    "iframe",
    "object",
    "embed",
    "audio",
    "video",
];
/// The extensions that browsers have.
const EXTENSIONS: [&str; 2] = [
    "http://www.w3.org/1999/xhtml",
    "http://www.w3.org/1998/Math/MathML",
];
/// Schemes that run what follows.
const SCRIPTS: [&str; 3] = ["javascript:", "vbscript:", "data:text"];

/// What becomes of an attribute.
#[derive(Debug, PartialEq)]
pub(super) enum Fate {
    /// It stays as it is.
    Stays,
    /// It goes.
    Goes,
    /// It gets another value.
    Becomes(String),
}

/// Whether an element is drawn; refuses those that run or load something.
pub(super) fn element(
    namespace: Namespace,
    local: &str,
    attributes: &[Attribute<'_>],
    start: usize,
) -> Result<bool, Problem> {
    if namespace == Namespace::Html {
        return Err(active(Active::Html(shorten(local)), start));
    }
    if namespace != Namespace::Svg {
        return Ok(false);
    }
    // A drawing program's own part, for which browsers take what comes next.
    if local == "foreignObject" && needs_unknown_extension(attributes) {
        return Ok(false);
    }
    if ACTIVE.iter().any(|name| local.eq_ignore_ascii_case(name)) {
        return Err(active(Active::Element(local.to_owned()), start));
    }
    Ok(vocabulary::is_drawn(local))
}

fn needs_unknown_extension(attributes: &[Attribute<'_>]) -> bool {
    let needed = attributes
        .iter()
        .find(|attribute| attribute.name == "requiredExtensions");
    needed.is_some_and(|needed| {
        let mut names = needed.value.split_ascii_whitespace();
        names.any(|name| !EXTENSIONS.contains(&name))
    })
}

/// What becomes of an attribute of the element `element`; refuses whatever leads out of
/// the file. Drawings in it lie `depth` levels deep.
pub(super) fn attribute(
    attribute: &Attribute<'_>,
    namespace: Namespace,
    element: &str,
    depth: usize,
) -> Result<Fate, Problem> {
    let local = split(attribute.name).1;
    let refuse = |what: Active| Err(active(what, attribute.at));
    match namespace {
        Namespace::Foreign => return Ok(Fate::Goes),
        _ if is_handler(local) => {
            return refuse(Active::Attribute(shorten(attribute.name)));
        }
        Namespace::Xml if local == "base" => {
            return refuse(Active::Attribute(attribute.name.to_owned()));
        }
        Namespace::Xml if matches!(local, "lang" | "space") => return Ok(Fate::Stays),
        Namespace::Xlink if local == "href" => {}
        Namespace::None if vocabulary::is_known(local) => {}
        _ => return Ok(Fate::Goes),
    }
    if attribute.has_entity {
        return refuse(Active::EntityIn(attribute.name.to_owned()));
    }
    if local == "href" {
        return href(attribute, element, depth);
    }
    let value = attribute.value.as_ref();
    if vocabulary::is_text(local) {
        return Ok(Fate::Stays);
    }
    if is_script(value) {
        return refuse(Active::Script {
            attribute: attribute.name.to_owned(),
            value: shorten(value),
        });
    }
    if local == "attributeName" {
        let target = split(value.trim()).1.to_ascii_lowercase();
        if is_handler(&target) || matches!(target.as_str(), "href" | "src" | "base") {
            return refuse(Active::Animation(shorten(value)));
        }
    }
    let place = |byte| attribute.place_in_value(byte);
    Ok(match style(value, place, depth)? {
        Cow::Borrowed(_) => Fate::Stays,
        Cow::Owned(value) => Fate::Becomes(value),
    })
}

/// A reference to a part of the file, or to an embedded picture where one is shown.
fn href(attribute: &Attribute<'_>, element: &str, depth: usize) -> Result<Fate, Problem> {
    let value = attribute.value.as_ref();
    let found = match Address::of(value) {
        Address::Here => return Ok(Fate::Stays),
        Address::Data if matches!(element, "image" | "feImage") => data_url::clean(value, depth),
        _ => Err(Problem::NotAnImage),
    };
    match found {
        Ok(None) => Ok(Fate::Stays),
        Ok(Some(clean)) => Ok(Fate::Becomes(clean)),
        Err(Problem::NotAnImage) => Err(active(
            Active::Reference {
                attribute: shorten(attribute.name),
                value: shorten(value),
            },
            attribute.at,
        )),
        Err(problem) => Err(inside(problem, attribute.at)),
    }
}

/// A style sheet, or a value, without comments and with clean pictures; refuses whatever
/// leads out of the file. `place` says where a byte of it stands.
pub(super) fn style(
    css: &str,
    place: impl Fn(usize) -> usize,
    depth: usize,
) -> Result<Cow<'_, str>, Problem> {
    if !css.contains(['(', '@', '\\', '/']) {
        return Ok(Cow::Borrowed(css));
    }
    let clean = css::rewrite(css, |reference| {
        let at = place(reference.place.start);
        match embedded_in(reference, depth) {
            Err(Problem::NotAnImage) => Err(active(named(reference), at)),
            Err(problem) => Err(inside(problem, at)),
            Ok(clean) => Ok(clean),
        }
    })?;
    Ok(match clean {
        Cow::Borrowed(css) => css::without_comments(css),
        Cow::Owned(css) => Cow::Owned(css::without_comments(&css).into_owned()),
    })
}

fn embedded_in(reference: &Reference, depth: usize) -> Result<Option<String>, Problem> {
    match (reference.kind, Address::of(&reference.text)) {
        (Kind::File, Address::Here) => Ok(None),
        (Kind::File, Address::Data) => data_url::clean(&reference.text, depth),
        _ => Err(Problem::NotAnImage),
    }
}

fn named(reference: &Reference) -> Active {
    let text = shorten(&reference.text);
    match reference.kind {
        Kind::File => Active::Url(format!("url({text})")),
        Kind::Sheet => Active::Import(text),
        Kind::Computed => Active::Computed(text),
    }
}

fn inside(problem: Problem, offset: usize) -> Problem {
    match problem {
        // What an embedded drawing has is found in the outer one's address.
        Problem::SvgActive { what, .. } => active(Active::InDrawing(Box::new(what)), offset),
        Problem::Embedded { problem, .. } => Problem::Embedded { problem, offset },
        problem => Problem::Embedded {
            problem: Box::new(problem),
            offset,
        },
    }
}

/// Whether an attribute holds a script: `onload` and its like. No other begins so.
fn is_handler(local: &str) -> bool {
    local
        .get(..2)
        .is_some_and(|start| start.eq_ignore_ascii_case("on"))
}

/// Whether a value, used as an address, would run. Browsers skip white space and
/// control characters in it.
fn is_script(value: &str) -> bool {
    let head: String = value
        .chars()
        .filter(|c| !c.is_control() && !c.is_whitespace())
        .take(16)
        .collect::<String>()
        .to_ascii_lowercase();
    SCRIPTS.iter().any(|scheme| head.starts_with(scheme))
}

/// Whether a text names a place on somebody's computer.
pub(super) fn names_a_computer(text: &str) -> bool {
    const PLACES: [&str; 8] = [
        "/home/",
        "/users/",
        "/volumes/",
        "/mnt/",
        "/tmp/",
        "/var/",
        "file:",
        ":\\",
    ];
    let text = text.to_ascii_lowercase();
    PLACES.iter().any(|place| text.contains(place)) || text.contains("\\\\")
}
