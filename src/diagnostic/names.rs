//! Problems of the names of authors, networks and tags, and of lists of them.
//!
//! Owns one constructor for each; the codes are those of the file's area, in
//! [`super::keys`]. Must never know who has a profile.

use super::keys::KeyCodes;
use super::values::shown;
use super::{Diagnostic, Span};
use crate::message;
use crate::path::SourcePath;

/// `anna-bergh.md`: a profile's file where its name is wanted.
pub fn name_of_file(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    written: &str,
    id: &str,
) -> Diagnostic {
    Diagnostic::new(codes.suspicious_text, message!("names-file", written))
        .at(file, span)
        .help(message!("help-write", line = id))
}

/// Values between commas where a list is wanted.
pub fn comma_list(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    key: &str,
    line: &str,
) -> Diagnostic {
    Diagnostic::new(codes.comma_list, message!("names-commas", key))
        .at(file, span)
        .help(message!("help-write", line))
}

/// Words with spaces between them: one name, or several as other systems read them.
/// `apart` and `together` are both as lists.
pub fn one_or_several(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    key: &str,
    written: &str,
    apart: &str,
    together: &str,
) -> Diagnostic {
    let written = shown(written);
    let line = |list: &str| format!("{key}: {list}");
    Diagnostic::new(codes.comma_list, message!("names-spaces", written, key))
        .at(file, span)
        .help(message!("names-spaces-help", line = line(apart)))
        .help(message!("names-spaces-help-2", line = line(together)))
}

/// `[Anna Berg](https://…)` where a name is wanted; `line` is what to write.
pub fn linked_name(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    written: &str,
    line: &str,
) -> Diagnostic {
    let written = shown(written);
    Diagnostic::new(codes.bad_value, message!("names-link", written))
        .at(file, span)
        .help(message!("help-write", line))
        .help(message!("names-link-help"))
}

/// An e-mail address beside or instead of a name; `line` is what to write.
pub fn name_with_address(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    written: &str,
    line: &str,
) -> Diagnostic {
    let written = shown(written);
    Diagnostic::new(codes.bad_value, message!("names-email", written))
        .at(file, span)
        .help(message!("help-write", line))
        .help(message!("names-email-help"))
}
