//! What can be wrong with an image in a text.
//!
//! Owns the `image/…` codes that texts can raise, a constructor each. Must never
//! know what is in an image's file.

use std::fmt::Display;

use super::link::or_else;
use super::{Code, Diagnostic, Span};
use crate::path::SourcePath;

const MISSING_ALT: Code = Code::error("image/missing-alt");
const DECORATIVE_WITH_ALT: Code = Code::warning("image/decorative-with-alt");
const ALT_IS_FILE: Code = Code::warning("image/alt-is-file");
const REMOTE: Code = Code::guard("image/remote");
const UNSAFE_SCHEME: Code = Code::guard("image/unsafe-scheme");
const OUTSIDE_SITE: Code = Code::guard("image/outside-site");
const BACKSLASH: Code = Code::error("image/backslash");
/// Something else than an image.
pub const NO_IMAGE: Code = Code::error("image/no-image");
const EMPTY: Code = Code::error("image/empty");
const MISSING_FILE: Code = Code::error("image/missing-file");

/// Every code of this area.
pub const CODES: &[Code] = &[
    MISSING_ALT,
    DECORATIVE_WITH_ALT,
    ALT_IS_FILE,
    REMOTE,
    UNSAFE_SCHEME,
    OUTSIDE_SITE,
    BACKSLASH,
    EMPTY,
    NO_IMAGE,
    MISSING_FILE,
];

/// An image that says nothing to those who don't see it.
pub fn missing_alt(file: &SourcePath, span: Span, written: &str) -> Diagnostic {
    Diagnostic::new(
        MISSING_ALT,
        format!("the image `{written}` has no alternative text"),
    )
    .at(file, span)
    .help(format!(
        "write what it shows: `![What it shows]({written})`"
    ))
    .help(format!(
        "if it only decorates, write `![]({written}){{decorative}}`"
    ))
}

/// `![text](x.png){decorative}`.
pub fn decorative_with_alt(file: &SourcePath, span: Span) -> Diagnostic {
    Diagnostic::new(
        DECORATIVE_WITH_ALT,
        "a decorative image has no alternative text: this one's is left out",
    )
    .at(file, span)
    .help("remove `{decorative}` if the image says something, else the text")
}

/// `![IMG_2034.jpg](x.png)`: cameras and programs write it, and it is read aloud.
pub fn alt_is_file(file: &SourcePath, span: Span, alt: &str) -> Diagnostic {
    Diagnostic::new(
        ALT_IS_FILE,
        format!("`{alt}` is the name of a file, and says nothing to those who don't see the image"),
    )
    .at(file, span)
    .help("write what the image shows instead")
}

/// An image on somebody else's server.
pub fn remote(file: &SourcePath, span: Span, written: &str) -> Diagnostic {
    Diagnostic::new(
        REMOTE,
        format!("the image `{written}` would be fetched from another site"),
    )
    .at(file, span)
    .help("save it beside this file and write its name: pages ask nobody else about their readers")
}

/// `data:` and the like.
pub fn unsafe_scheme(file: &SourcePath, span: Span, scheme: &str) -> Diagnostic {
    Diagnostic::new(
        UNSAFE_SCHEME,
        format!("an image's address may not begin with `{scheme}:`"),
    )
    .at(file, span)
    .help("save it as a file beside this one and write its name")
}

/// An image above the site's folder.
pub fn outside_site(file: &SourcePath, span: Span, written: &str) -> Diagnostic {
    Diagnostic::new(
        OUTSIDE_SITE,
        format!("`{written}` leads out of the site's folder"),
    )
    .at(file, span)
    .help("put the image beside this file; `../` begins at this file's folder")
}

/// `mapp\fil.md`, as Windows writes it.
pub fn backslash(file: &SourcePath, span: Span, written: &str, corrected: &str) -> Diagnostic {
    Diagnostic::new(BACKSLASH, format!("`{written}` has a backslash in it"))
        .at(file, span)
        .help(format!("write `{corrected}`"))
}

/// `![text]()`.
pub fn empty(file: &SourcePath, span: Span) -> Diagnostic {
    Diagnostic::new(EMPTY, "the image has no address")
        .at(file, span)
        .help("write its file's name between `(` and `)`")
}

/// `![Film](film.mp4)`: `text` is what it says of it.
pub fn no_image(file: &SourcePath, span: Span, written: &str, text: &str) -> Diagnostic {
    let text = if text.is_empty() { "What it is" } else { text };
    let path = if written.contains(' ') {
        format!("<{written}>")
    } else {
        written.to_owned()
    };
    Diagnostic::new(NO_IMAGE, format!("`{written}` is no image"))
        .at(file, span)
        .help(format!("link to it, in the text: `[{text}]({path})`"))
}

/// A file that isn't there; `nearest` are existing ones with similar names.
pub fn missing_file(
    file: &SourcePath,
    span: Span,
    written: &str,
    nearest: &[impl Display],
) -> Diagnostic {
    Diagnostic::new(MISSING_FILE, format!("there is no image `{written}`"))
        .at(file, span)
        .help(or_else(
            nearest,
            "put it beside this file, or under static/ and begin the address with `/`",
        ))
}
