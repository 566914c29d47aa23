//! Problems with the output folder.

use super::{Code, Diagnostic, Span};
use crate::message;
use crate::message::Message;
use crate::path::{SourcePath, UrlPath};

/// The folder must not be written to.
pub const REFUSED: Code = Code::guard("output/refused");
/// A file of other origin is in the way.
pub const FOREIGN: Code = Code::guard("output/foreign");
/// Another build is writing.
pub const LOCKED: Code = Code::guard("output/locked");
/// The system said no.
pub const IO: Code = Code::guard("output/io");
/// A file that the site no longer has can't be removed.
pub const KEPT: Code = Code::guard("output/kept");
/// The list of what nitton wrote can't be read.
pub const MANIFEST: Code = Code::warning("output/manifest");
/// An old address can't be written beside the new one.
pub const SAME_NAME: Code = Code::warning("output/same-name");

/// Every code of this area.
pub const CODES: &[Code] = &[REFUSED, FOREIGN, LOCKED, IO, KEPT, MANIFEST, SAME_NAME];

/// The output could not be written.
pub fn failed(code: Code, message: Message, help: Message) -> Diagnostic {
    Diagnostic::new(code, message).help(help)
}

/// An old address that differs by case only from one that was written.
pub fn same_name(file: &SourcePath, span: Span, address: &UrlPath) -> Diagnostic {
    let address = address.as_str();
    Diagnostic::new(SAME_NAME, message!("output-same-name", address))
        .at(file, span)
        .help(message!("output-same-name-help"))
}

/// The list of what nitton wrote can't be read; the site was written all the same.
pub fn manifest(notice: Message) -> Diagnostic {
    Diagnostic::new(MANIFEST, notice).help(message!("output-manifest-help"))
}
