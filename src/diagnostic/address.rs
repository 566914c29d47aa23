//! Problems of web and e-mail addresses in front matter and site.yaml.
//!
//! Owns the constructor, and the faults that an address may have. Must never know which
//! addresses may be used where.

use super::keys::KeyCodes;
use super::values::shown;
use super::{Diagnostic, Span};
use crate::message;
use crate::message::Message;
use crate::path::SourcePath;

/// Why an address can't be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It has a space or a line's end in it.
    Space,
    /// It has a `\`.
    Backslash,
    /// It begins with `//`.
    NoScheme,
    /// It is a path where no path of the site is taken.
    OnlyPath,
    /// `htps://`.
    Misspelt,
    /// `https://` and nothing more.
    Incomplete,
    /// `mailto:` where a page is wanted.
    NoPage,
    /// A scheme, such as `javascript`, that could run script in a reader's browser.
    Script(String),
    /// Another scheme.
    Scheme(String),
    /// A host, such as `localhost`, that readers can't reach.
    Unreachable(String),
    /// `www.skr.se`.
    Part,
    /// No address of a mailbox.
    NoMailbox,
}

impl Fault {
    /// Whether it could harm readers.
    fn is_unsafe(&self) -> bool {
        matches!(self, Self::Script(_) | Self::Scheme(_))
    }
}

/// An address that is none, or not one that may be used here; `line` is what to write.
pub fn bad_address(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    written: &str,
    fault: &Fault,
    line: &str,
) -> Diagnostic {
    let code = if fault.is_unsafe() {
        codes.unsafe_address
    } else {
        codes.bad_address
    };
    Diagnostic::new(code, message(shown(written), fault))
        .at(file, span)
        .help(message!("help-write", line))
}

fn message(written: String, fault: &Fault) -> Message {
    match fault {
        Fault::Space => message!("address-space", written),
        Fault::Backslash => message!("address-backslash", written),
        Fault::NoScheme => message!("address-no-scheme", written),
        Fault::OnlyPath => message!("address-only-path", written),
        Fault::Misspelt => message!("address-misspelt", written),
        Fault::Incomplete => message!("address-incomplete", written),
        Fault::NoPage => message!("address-no-page", written),
        Fault::Script(scheme) => message!("address-script", written, scheme),
        Fault::Scheme(scheme) => message!("address-scheme", written, scheme),
        Fault::Unreachable(host) => message!("address-unreachable", written, host),
        Fault::Part => message!("address-part", written),
        Fault::NoMailbox => message!("address-no-mailbox", written),
    }
}
