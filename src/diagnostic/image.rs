//! What can be wrong with an image in a text.
//!
//! Owns the `image/…` codes that texts can raise, a constructor each. Must never
//! know what is in an image's file.

use std::fmt::Display;

use super::link::or_else;
use super::{Code, Diagnostic, Span, instead};
use crate::message;
use crate::message::Message;
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
/// A picture whose header is sound and whose pixels are not.
const DECODE: Code = Code::guard("image/decode");

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
    DECODE,
];

/// An image that says nothing to those who don't see it.
pub fn missing_alt(file: &SourcePath, span: Span, written: &str) -> Diagnostic {
    Diagnostic::new(MISSING_ALT, message!("image-missing-alt", written))
        .at(file, span)
        .help(message!("image-missing-alt-help", written))
        .help(message!("image-missing-alt-help-2", written))
}

/// `![text](x.png){decorative}`.
pub fn decorative_with_alt(file: &SourcePath, span: Span) -> Diagnostic {
    Diagnostic::new(DECORATIVE_WITH_ALT, message!("image-decorative-with-alt"))
        .at(file, span)
        .help(message!("image-decorative-with-alt-help"))
}

/// `![IMG_2034.jpg](x.png)`: cameras and programs write it, and it is read aloud.
pub fn alt_is_file(file: &SourcePath, span: Span, alt: &str) -> Diagnostic {
    Diagnostic::new(ALT_IS_FILE, message!("image-alt-is-file", alt))
        .at(file, span)
        .help(message!("image-alt-is-file-help"))
}

/// An image on somebody else's server.
pub fn remote(file: &SourcePath, span: Span, written: &str) -> Diagnostic {
    Diagnostic::new(REMOTE, message!("image-remote", written))
        .at(file, span)
        .help(message!("image-remote-help"))
}

/// `data:` and the like.
pub fn unsafe_scheme(file: &SourcePath, span: Span, scheme: &str) -> Diagnostic {
    Diagnostic::new(UNSAFE_SCHEME, message!("image-unsafe-scheme", scheme))
        .at(file, span)
        .help(message!("image-unsafe-scheme-help"))
}

/// An image above the site's folder.
pub fn outside_site(file: &SourcePath, span: Span, written: &str) -> Diagnostic {
    Diagnostic::new(OUTSIDE_SITE, message!("link-outside-site", written))
        .at(file, span)
        .help(message!("image-outside-site-help"))
}

/// `mapp\fil.md`, as Windows writes it.
pub fn backslash(file: &SourcePath, span: Span, written: &str, corrected: &str) -> Diagnostic {
    Diagnostic::new(BACKSLASH, message!("link-backslash", written))
        .at(file, span)
        .help(message!("help-write-text", text = corrected))
}

/// `![text]()`.
pub fn empty(file: &SourcePath, span: Span) -> Diagnostic {
    Diagnostic::new(EMPTY, message!("image-empty"))
        .at(file, span)
        .help(message!("image-empty-help"))
}

/// `![Film](film.mp4)`: `text` is what it says of it.
pub fn no_image(file: &SourcePath, span: Span, written: &str, text: &str) -> Diagnostic {
    let path = instead::in_link(written);
    Diagnostic::new(NO_IMAGE, message!("image-no-image", written))
        .at(file, span)
        .help(match text {
            "" => message!("image-no-image-help-unnamed", path),
            _ => message!("image-no-image-help", text, path),
        })
}

/// A picture of which no smaller versions can be made; the decoder's reason.
pub fn undecodable(file: &SourcePath, reason: Message) -> Diagnostic {
    Diagnostic::new(DECODE, message!("image-decode", reason))
        .in_file(file)
        .help(message!("image-decode-help"))
}

/// A file that isn't there; `nearest` are existing ones with similar names.
pub fn missing_file(
    file: &SourcePath,
    span: Span,
    written: &str,
    nearest: &[impl Display],
) -> Diagnostic {
    Diagnostic::new(MISSING_FILE, message!("image-missing-file", written))
        .at(file, span)
        .help(or_else(nearest, message!("link-missing-file-help")))
}
