//! Problems with images, and with other files that are published as they are.

use super::{Code, Diagnostic, Span};
use crate::message;
use crate::message::{Arg, Message};
use crate::path::SourcePath;

// What can't be read can't be cleaned, so no site can let it pass.
const NOT_AN_IMAGE: Code = Code::guard("image/not-an-image");
const WRONG_EXTENSION: Code = Code::guard("image/wrong-extension");
const UNCLEANABLE: Code = Code::guard("image/uncleanable");
const TRUNCATED: Code = Code::guard("image/truncated");
const TOO_LARGE: Code = Code::guard("image/too-large");
const MALFORMED: Code = Code::guard("image/malformed");
const ACTIVE_SVG: Code = Code::guard("image/active-svg");
const ACTIVE_FILE: Code = Code::guard("file/active");
const REMOTE_FILE: Code = Code::guard("file/remote");
const UNKNOWN_KIND: Code = Code::guard("file/unknown-kind");
const TRUSTED_MISSING: Code = Code::error("file/trusted-missing");

/// Every code in this file.
pub const CODES: &[Code] = &[
    NOT_AN_IMAGE,
    WRONG_EXTENSION,
    UNCLEANABLE,
    TRUNCATED,
    TOO_LARGE,
    MALFORMED,
    ACTIVE_SVG,
    ACTIVE_FILE,
    REMOTE_FILE,
    UNKNOWN_KIND,
    TRUSTED_MISSING,
];

/// A picture: a file of its own, or one that is written into a drawing or a style sheet
/// as a `data:` address.
#[derive(Debug, Clone, Copy)]
pub struct Picture<'a> {
    /// The file.
    pub file: &'a SourcePath,
    /// Where in it the picture is written, if it is no file of its own.
    pub embedded: Option<Span>,
}

impl Picture<'_> {
    /// `make` the message about it, which speaks of it by a name.
    fn report(self, code: Code, make: impl FnOnce(Message) -> Message) -> Diagnostic {
        let name = self.file.file_name();
        let is_image = code != NOT_AN_IMAGE && code != UNCLEANABLE;
        let subject = match (self.embedded.is_some(), is_image) {
            (false, true) => message!("media-is", name),
            (false, false) => message!("media-file", name),
            (true, true) => message!("media-embedded", name),
            (true, false) => message!("media-embedded-file", name),
        };
        let diagnostic = Diagnostic::new(code, make(subject));
        match self.embedded {
            Some(span) => diagnostic.at(self.file, span),
            None => diagnostic.in_file(self.file),
        }
    }

    /// What to do about a file; what is written into another one is to be put in again.
    fn or_put_in_again(self, own: Message) -> Message {
        match self.embedded {
            Some(_) => message!("media-put-in-again-help"),
            None => own,
        }
    }
}

/// What in a drawing could run, load or link something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Active {
    /// An element of this name.
    Element(String),
    /// An element of HTML.
    Html(String),
    /// An attribute of this name.
    Attribute(String),
    /// `&x;`, which nobody knows.
    Entity(String),
    /// An entity in an attribute.
    EntityIn(String),
    /// A script in an attribute.
    Script {
        /// Its name.
        attribute: String,
        /// What it says.
        value: String,
    },
    /// An animation of an attribute that refers to something.
    Animation(String),
    /// An attribute that leads out of the drawing.
    Reference {
        /// Its name.
        attribute: String,
        /// Where to.
        value: String,
    },
    /// `url(x)` in a style.
    Url(String),
    /// `@import` in a style.
    Import(String),
    /// Something in a style that may become an address.
    Computed(String),
    /// A style sheet of its own.
    StyleSheet,
    /// A document type that declares something.
    DocumentType,
    /// An element inside a style.
    InStyle,
    /// Any of these in a drawing within the drawing.
    InDrawing(Box<Active>),
}

impl Active {
    fn message(&self) -> Message {
        match self {
            Self::Element(name) => message!("active-element", name),
            Self::Html(name) => message!("active-html", name),
            Self::Attribute(name) => message!("active-attribute", name),
            Self::Entity(name) => message!("active-entity", name),
            Self::EntityIn(attribute) => message!("active-entity-in", attribute),
            Self::Script { attribute, value } => message!("active-script", value, attribute),
            Self::Animation(name) => message!("active-animation", name),
            Self::Reference { attribute, value } => {
                message!("active-reference", attribute, value)
            }
            Self::Url(written) => message!("active-url", written),
            Self::Import(address) => message!("active-import", address),
            Self::Computed(written) => message!("active-computed", written),
            Self::StyleSheet => message!("active-style-sheet"),
            Self::DocumentType => message!("active-document-type"),
            Self::InStyle => message!("active-in-style"),
            Self::InDrawing(active) => message!("active-in-drawing", what = active.message()),
        }
    }

    /// Whether it is how drawing programs write labels.
    fn is_label(&self) -> bool {
        match self {
            Self::Element(name) => name.eq_ignore_ascii_case("foreignObject"),
            Self::Html(_) => true,
            Self::InDrawing(active) => active.is_label(),
            _ => false,
        }
    }
}

/// A file that is no image, whatever its name says.
pub fn not_an_image(picture: Picture<'_>) -> Diagnostic {
    let help = picture.or_put_in_again(message!("media-not-an-image-help"));
    picture
        .report(NOT_AN_IMAGE, |subject| {
            message!("media-not-an-image", subject)
        })
        .help(help)
}

/// An image of another format than its name says, whose `extension` is this.
pub fn wrong_extension(file: &SourcePath, extension: &'static str) -> Diagnostic {
    let name = file.file_name();
    let renamed = format!("{}.{extension}", file.stem());
    let message = message!("media-wrong-extension", name, extension);
    Diagnostic::new(WRONG_EXTENSION, message)
        .help(message!("media-wrong-extension-help", renamed))
        .in_file(file)
}

/// An image in a `format` from which metadata can't be removed.
pub fn uncleanable(picture: Picture<'_>, format: &str) -> Diagnostic {
    let renamed = format!("{}.jpg", picture.file.stem());
    let help = picture.or_put_in_again(message!("media-uncleanable-help", renamed));
    let diagnostic = picture
        .report(UNCLEANABLE, |subject| {
            message!("media-uncleanable", subject, format)
        })
        .help(help);
    match picture.embedded {
        Some(_) => diagnostic,
        None => diagnostic.help(message!("media-uncleanable-help-2")),
    }
}

/// An image that ends too early.
pub fn truncated(picture: Picture<'_>) -> Diagnostic {
    let help = picture.or_put_in_again(message!("media-truncated-help"));
    picture
        .report(TRUNCATED, |subject| message!("media-truncated", subject))
        .help(help)
}

/// An image with more pixels than browsers can show.
pub fn too_large(picture: Picture<'_>, width: u32, height: u32) -> Diagnostic {
    let count = |side: u32| usize::try_from(side).unwrap_or(usize::MAX);
    let (width, height) = (count(width), count(height));
    let help = picture.or_put_in_again(message!("media-too-large-help-2"));
    picture
        .report(TOO_LARGE, |subject| {
            message!("media-too-large", subject, width, height)
        })
        .help(message!("media-too-large-help"))
        .help(help)
}

/// An image that is broken in another way, for a `reason` that is a clause.
pub fn malformed(picture: Picture<'_>, reason: &Message) -> Diagnostic {
    let is_drawing = picture.file.extension().eq_ignore_ascii_case("svg");
    let help = picture.or_put_in_again(match is_drawing {
        true => message!("media-malformed-help-drawing"),
        false => message!("media-malformed-help"),
    });
    let reason = reason.clone();
    picture
        .report(MALFORMED, |subject| {
            message!("media-malformed", subject, reason)
        })
        .help(help)
}

/// A drawing that has something that could run, load or link, at `offset` if it is a file.
pub fn active_svg(picture: Picture<'_>, active: &Active, offset: usize) -> Diagnostic {
    let what = active.message();
    if picture.embedded.is_some() {
        let make = |subject| message!("media-active-embedded", subject, what);
        let diagnostic = picture.report(ACTIVE_SVG, make);
        return diagnostic.help(message!("media-put-in-again-help"));
    }
    let name = picture.file.file_name();
    Diagnostic::new(ACTIVE_SVG, message!("media-active", name, what))
        .at(picture.file, Span::new(offset, offset.saturating_add(1)))
        .help(match active.is_label() {
            true => message!("media-active-help-labels"),
            false => message!("media-active-help"),
        })
        .help(message!("media-active-help-2"))
}

/// A file in which script would run on the site's own address.
pub fn active_file(file: &SourcePath, trusts_others: bool) -> Diagnostic {
    let message = message!("file-active", name = file.file_name());
    Diagnostic::new(ACTIVE_FILE, message)
        .in_file(file)
        .help(message!("file-active-help"))
        .help(trust(file, trusts_others))
}

/// A style sheet that asks another site for something.
pub fn remote_file(file: &SourcePath, trusts_others: bool) -> Diagnostic {
    let message = message!("file-remote", name = file.file_name());
    Diagnostic::new(REMOTE_FILE, message)
        .in_file(file)
        .help(message!("file-remote-help"))
        .help(trust(file, trusts_others))
}

/// A file of which nobody can tell what browsers make of it.
pub fn unknown_kind(file: &SourcePath, trusts_others: bool) -> Diagnostic {
    let message = message!("file-unknown-kind", name = file.file_name());
    Diagnostic::new(UNKNOWN_KIND, message)
        .in_file(file)
        .help(message!("file-unknown-kind-help"))
        .help(trust(file, trusts_others))
}

/// How to publish a file all the same.
fn trust(file: &SourcePath, trusts_others: bool) -> Message {
    let inside = file.as_str().strip_prefix("static/");
    let name = inside.unwrap_or(file.file_name());
    let line = format!("trusted_files: [\"{name}\"]");
    match (trusts_others, inside.is_some()) {
        (true, true) => message!("file-trust-help-add", name),
        (true, false) => message!("file-trust-help-add-moved", name),
        (false, true) => message!("file-trust-help", line),
        (false, false) => message!("file-trust-help-moved", line),
    }
}

/// A name in `trusted_files` under which there is nothing.
pub fn trusted_missing(
    config: &SourcePath,
    span: Span,
    written: &str,
    nearest: Option<&str>,
) -> Diagnostic {
    let help = match nearest {
        Some(nearest) => {
            let names = Arg::any_of([nearest]);
            message!("help-did-you-mean", names)
        }
        None => message!("file-trusted-missing-help"),
    };
    Diagnostic::new(TRUSTED_MISSING, message!("file-trusted-missing", written))
        .at(config, span)
        .help(help)
}
