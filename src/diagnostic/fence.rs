//! Problems of front matter as a whole: where it begins and ends, and its language.
//!
//! Owns one constructor for each. Must never know how it is read, nor what keys mean.

use super::keys::FRONT_MATTER;
use super::{Code, Diagnostic, Span};
use crate::message;
use crate::message::Arg;
use crate::path::SourcePath;

/// No front matter.
pub const MISSING: Code = Code::guard("front-matter/missing");
/// A front matter in another language, or with other fences.
pub const FENCE: Code = Code::guard("front-matter/fence");
/// A front matter in TOML.
pub const TOML: Code = Code::warning("front-matter/toml");
/// TOML that can't be read.
pub const TOML_SYNTAX: Code = Code::guard("front-matter/toml-syntax");

/// All codes of this area.
pub const CODES: &[Code] = &[MISSING, FENCE, TOML, TOML_SYNTAX];

/// The file does not begin with `---`; `least` are the lines that it needs.
pub fn missing(file: &SourcePath, span: Span, least: &[&str]) -> Diagnostic {
    let lines = Arg::all_of(least);
    Diagnostic::new(MISSING, message!("front-missing"))
        .at(file, span)
        .help(message!("front-missing-help", lines))
}

/// A line of front matter below its end, where it is text; `secret`: it may say that
/// this is not to be published. `fence` is the end.
pub fn below_fence(
    file: &SourcePath,
    span: Span,
    written: &str,
    fence: Span,
    secret: bool,
) -> Diagnostic {
    let code = if secret {
        FRONT_MATTER.unclear_secrecy
    } else {
        FENCE
    };
    Diagnostic::new(code, message!("front-below-fence", written))
        .at(file, span)
        .label(file, Some(fence), message!("front-below-fence-label"))
        .help(message!("front-below-fence-help"))
        .help(message!("front-below-fence-help-2", written))
}

/// The first `---` is absent.
pub fn unopened(file: &SourcePath, span: Span) -> Diagnostic {
    Diagnostic::new(FENCE, message!("front-unopened"))
        .at(file, span)
        .note(message!("front-begins-note"))
        .help(message!("front-unopened-help"))
}

/// Something stands above the front matter.
pub fn late(file: &SourcePath, span: Span, first: Span) -> Diagnostic {
    Diagnostic::new(FENCE, message!("front-late"))
        .at(file, span)
        .note(message!("front-begins-note"))
        .label(file, Some(first), message!("front-late-label"))
        .help(message!("front-late-help"))
}

/// The second `---` is absent.
pub fn unclosed(file: &SourcePath, span: Span, fence: &str) -> Diagnostic {
    Diagnostic::new(FENCE, message!("front-unclosed"))
        .at(file, span)
        .note(message!("front-begins-note"))
        .help(message!("front-unclosed-help", fence))
}

/// `—` or `----` instead of `---`.
pub fn odd_fence(file: &SourcePath, span: Span) -> Diagnostic {
    Diagnostic::new(FENCE, message!("front-odd-fence"))
        .at(file, span)
        .help(message!("front-odd-fence-help"))
}

/// `+++`, which is read all the same.
pub fn toml(file: &SourcePath, span: Span) -> Diagnostic {
    Diagnostic::new(TOML, message!("front-toml"))
        .at(file, span)
        .help(message!("front-toml-help"))
}

/// Why a line is no TOML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TomlFault {
    /// A key is given twice.
    Twice,
    /// A bracket is never closed.
    Bracket,
    /// A text without quotation marks, or with only one.
    Quotes,
    /// A key without a value.
    NoValue,
    /// None of these.
    Other,
}

/// A line that is no TOML.
pub fn toml_syntax(
    file: &SourcePath,
    span: Span,
    fault: TomlFault,
    corrected: Option<&str>,
) -> Diagnostic {
    let message = match fault {
        TomlFault::Twice => message!("toml-twice"),
        TomlFault::Bracket => message!("toml-bracket"),
        TomlFault::Quotes => message!("toml-quotes"),
        TomlFault::NoValue => message!("toml-no-value"),
        TomlFault::Other => message!("toml-other"),
    };
    let diagnostic = Diagnostic::new(TOML_SYNTAX, message).at(file, span);
    match (corrected, fault) {
        (Some(line), _) => diagnostic.help(message!("help-write", line)),
        (None, TomlFault::Twice) => diagnostic.help(message!("toml-twice-help")),
        (None, _) => diagnostic.help(message!("toml-help")),
    }
}

/// `---js`: other tools run it.
pub fn code(file: &SourcePath, span: Span, language: &str) -> Diagnostic {
    Diagnostic::new(FENCE, message!("front-code", language))
        .at(file, span)
        .help(message!("front-code-help"))
}

/// `{`.
pub fn json(file: &SourcePath, span: Span) -> Diagnostic {
    Diagnostic::new(FENCE, message!("front-json"))
        .at(file, span)
        .help(message!("front-json-help"))
}
