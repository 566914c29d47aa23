//! Problems with the output folder.

use super::{Code, Diagnostic, Span};
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
pub fn failed(code: Code, message: &str, help: &str) -> Diagnostic {
    Diagnostic::new(code, message).help(help)
}

/// An old address that differs by case only from one that was written.
pub fn same_name(file: &SourcePath, span: Span, address: &UrlPath) -> Diagnostic {
    Diagnostic::new(
        SAME_NAME,
        format!("the old address `{address}` isn't written: this disk takes upper and lower case for the same"),
    )
    .at(file, span)
    .help("build on a system that tells them apart, as Linux does, or remove it if the host doesn't either")
}

/// The list of what nitton wrote can't be read; the site was written all the same.
pub fn manifest(notice: &str) -> Diagnostic {
    Diagnostic::new(MANIFEST, notice).help(
        "pages that the site no longer has may still be there; to be sure that none is published, empty the output folder and build again",
    )
}
