//! What can be wrong with templates.
//!
//! Owns one constructor for each problem of what stands in a template, or of its place.
//! Must never know how templates are read.

use super::{Code, Diagnostic, Span};
use crate::message;
use crate::message::{Arg, Message};
use crate::path::SourcePath;

/// A template that can't be understood.
pub const SYNTAX: Code = Code::guard("template/syntax");
/// A variable or a field that nothing gives.
pub const UNDEFINED: Code = Code::guard("template/undefined");
/// A filter, function, test, component or template that does not exist.
pub const UNKNOWN: Code = Code::guard("template/unknown");
/// An argument that a function, a filter or a test does not take, or lacks.
pub const ARGUMENT: Code = Code::guard("template/argument");
/// A text that no strings file has.
pub const UNKNOWN_TEXT: Code = Code::guard("template/unknown-text");
/// An asset that the theme does not have.
pub const UNKNOWN_ASSET: Code = Code::guard("template/unknown-asset");
/// A block that no parent has.
pub const UNKNOWN_BLOCK: Code = Code::guard("template/unknown-block");
/// Templates that extend or include each other in a circle.
pub const CIRCLE: Code = Code::guard("template/circle");
/// A template that is included though it extends another.
pub const INCLUDED_CHILD: Code = Code::guard("template/included-child");
/// A component that two templates of one layer define.
pub const COMPONENT: Code = Code::guard("template/component-twice");
/// Templates that extend or include each other too deeply.
pub const TOO_DEEP: Code = Code::guard("template/too-deep");
/// A page that grows without end.
pub const TOO_LARGE: Code = Code::guard("template/too-large");
/// A value that does not suit what is done with it.
pub const RENDER: Code = Code::guard("template/render");
/// A file among the templates that is none.
pub const IGNORED: Code = Code::warning("template/ignored-file");
/// A folder of templates with the name of a theme.
pub const RESERVED: Code = Code::error("template/reserved-folder");

/// Every code of this area.
pub const CODES: &[Code] = &[
    SYNTAX,
    UNDEFINED,
    UNKNOWN,
    ARGUMENT,
    UNKNOWN_TEXT,
    UNKNOWN_ASSET,
    UNKNOWN_BLOCK,
    CIRCLE,
    INCLUDED_CHILD,
    COMPONENT,
    TOO_DEEP,
    TOO_LARGE,
    RENDER,
    IGNORED,
    RESERVED,
];

/// A parent that no template is.
pub fn missing_parent(
    file: &SourcePath,
    span: Span,
    name: &str,
    nearest: Option<&str>,
) -> Diagnostic {
    Diagnostic::new(UNKNOWN, message!("template-no-parent", name))
        .at(file, span)
        .help(template_help(nearest))
}

/// A template that no file is.
pub fn unknown_template(name: &str, nearest: Option<&str>) -> Diagnostic {
    Diagnostic::new(UNKNOWN, message!("template-not-found", name)).help(template_help(nearest))
}

fn template_help(nearest: Option<&str>) -> Message {
    nearest.map_or_else(|| message!("template-built-in-help"), did_you_mean)
}

/// A template that extends itself, perhaps through others; the chain begins and ends with
/// it. `overridden` is the full name of the template that it takes the place of.
pub fn extends_circle(
    file: &SourcePath,
    span: Span,
    chain: &[&str],
    overridden: Option<&str>,
) -> Diagnostic {
    let message = match chain {
        [name, _] => message!("template-extends-itself", name = *name),
        _ => message!("template-extends-circle", chain = arrows(chain)),
    };
    let help = match overridden {
        Some(name) => message!("template-override-help", name),
        None => message!("template-extends-circle-help"),
    };
    Diagnostic::new(CIRCLE, message).at(file, span).help(help)
}

/// A template that includes itself, perhaps through others; the chain begins and ends with
/// it.
pub fn includes_circle(file: &SourcePath, span: Span, chain: &[&str]) -> Diagnostic {
    let message = match chain {
        [name, _] => message!("template-includes-itself", name = *name),
        _ => message!("template-includes-circle", chain = arrows(chain)),
    };
    Diagnostic::new(CIRCLE, message).at(file, span)
}

/// `a` → `b`.
fn arrows(chain: &[&str]) -> String {
    let names: Vec<String> = chain.iter().map(|name| format!("`{name}`")).collect();
    names.join(" → ")
}

/// A block that would contain itself.
pub fn block_circle(file: &SourcePath, span: Span, name: &str) -> Diagnostic {
    Diagnostic::new(CIRCLE, message!("template-block-circle", name))
        .at(file, span)
        .help(message!("template-block-circle-help"))
}

/// A component that two templates define.
pub fn component_twice(file: &SourcePath, name: &str, other: &SourcePath) -> Diagnostic {
    Diagnostic::new(COMPONENT, message!("template-component-twice", name))
        .in_file(file)
        .label(other, None, message!("template-component-twice-label"))
        .help(message!("template-component-twice-help"))
}

/// An included template that extends another.
pub fn included_child(
    file: &SourcePath,
    span: Span,
    name: &str,
    child: &SourcePath,
    extends: Span,
) -> Diagnostic {
    let label = message!("template-included-child-label");
    Diagnostic::new(INCLUDED_CHILD, message!("template-included-child", name))
        .at(file, span)
        .label(child, Some(extends), label)
        .help(message!("template-included-child-help"))
}

/// What can be in one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nested {
    /// Templates, by `include`.
    Include,
    /// Templates, by `extends`.
    Extend,
    /// Blocks.
    Block,
}

/// A chain of more than so many.
pub fn too_deep(file: &SourcePath, span: Span, what: Nested, limit: usize) -> Diagnostic {
    let what = match what {
        Nested::Include => "include",
        Nested::Extend => "extend",
        Nested::Block => "block",
    };
    Diagnostic::new(TOO_DEEP, message!("template-too-deep", what, limit))
        .at(file, span)
        .help(message!("template-too-deep-help"))
}

/// A text that no strings file has.
pub fn unknown_text(file: &SourcePath, span: Span, key: &str, nearest: Option<&str>) -> Diagnostic {
    Diagnostic::new(UNKNOWN_TEXT, no_text(key))
        .at(file, span)
        .help(text_help(key, nearest))
}

/// An asset that the theme does not have.
pub fn unknown_asset(
    file: &SourcePath,
    span: Span,
    path: &str,
    nearest: Option<&str>,
) -> Diagnostic {
    Diagnostic::new(UNKNOWN_ASSET, no_asset(path))
        .at(file, span)
        .help(asset_help(path, nearest))
}

/// What can be called in a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Callable {
    /// `trans(…)`.
    Function,
    /// `… | date`.
    Filter,
    /// `… is defined`.
    Test,
}

impl Callable {
    /// As the template engine and the catalogue call it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Function => "function",
            Self::Filter => "filter",
            Self::Test => "test",
        }
    }
}

/// An argument that a call does not take.
pub fn unknown_argument(
    file: &SourcePath,
    span: Span,
    kind: Callable,
    called: &str,
    argument: &str,
    known: &[&str],
    nearest: Option<&str>,
) -> Diagnostic {
    let kind = kind.word();
    let message = message!("template-unknown-argument", kind, called, argument);
    Diagnostic::new(ARGUMENT, message)
        .at(file, span)
        .help(match (nearest, known) {
            (Some(nearest), _) => did_you_mean(nearest),
            (None, []) => message!("template-no-arguments-help"),
            (None, _) => message!("template-arguments-help", names = Arg::list(known)),
        })
}

/// An argument that a call needs.
pub fn missing_argument(
    file: &SourcePath,
    span: Span,
    kind: Callable,
    called: &str,
    argument: &str,
) -> Diagnostic {
    let before = match kind {
        Callable::Function => "",
        Callable::Filter => "| ",
        Callable::Test => "is ",
    };
    let line = format!("{before}{called}({argument}=…)");
    let kind = kind.word();
    let message = message!("template-missing-argument", kind, called, argument);
    Diagnostic::new(ARGUMENT, message)
        .at(file, span)
        .help(message!("help-write", line))
}

/// A variable that nothing gives.
pub(crate) fn no_variable(name: &str) -> Message {
    message!("template-no-variable", name)
}

/// A field that does not exist.
pub(crate) fn no_field(name: &str) -> Message {
    message!("template-no-field", name)
}

/// The nearest name, or all that there are.
pub(crate) fn names_help<'a>(
    nearest: Option<&str>,
    known: impl IntoIterator<Item = &'a str>,
) -> Message {
    match nearest {
        Some(nearest) => did_you_mean(nearest),
        None => message!("template-names-help", names = Arg::list(known)),
    }
}

/// A block that no parent has.
pub fn unknown_block(
    file: &SourcePath,
    span: Span,
    name: &str,
    nearest: Option<&str>,
    known: &[&str],
) -> Diagnostic {
    Diagnostic::new(UNKNOWN_BLOCK, message!("template-no-block", name))
        .at(file, span)
        .help(match (nearest, known) {
            (None, []) => message!("template-no-block-help"),
            (nearest, known) => names_help(nearest, known.iter().copied()),
        })
}

/// A text that does not exist.
pub(crate) fn no_text(key: &str) -> Message {
    message!("template-no-text", key)
}

/// An asset that does not exist.
pub(crate) fn no_asset(path: &str) -> Message {
    message!("template-no-asset", path)
}

/// What to do about a missing text.
pub(crate) fn text_help(key: &str, nearest: Option<&str>) -> Message {
    nearest.map_or_else(|| message!("template-no-text-help", key), did_you_mean)
}

/// What to do about a missing asset.
pub(crate) fn asset_help(path: &str, nearest: Option<&str>) -> Message {
    nearest.map_or_else(|| message!("template-no-asset-help", path), did_you_mean)
}

fn did_you_mean(nearest: &str) -> Message {
    message!("help-did-you-mean", names = Arg::any_of([nearest]))
}

/// A file in a folder of templates that no template can use.
pub fn ignored(file: &SourcePath) -> Diagnostic {
    Diagnostic::new(IGNORED, message!("template-ignored"))
        .in_file(file)
        .help(message!("template-ignored-help"))
}

/// `templates/default/…`.
pub fn reserved_folder(file: &SourcePath, folder: &str) -> Diagnostic {
    Diagnostic::new(RESERVED, message!("template-reserved", folder))
        .in_file(file)
        .help(message!("template-reserved-help", folder))
}

/// A path of the site at which nothing is.
pub fn missing_rooted(
    file: &SourcePath,
    span: Span,
    path: &str,
    nearest: Option<&str>,
) -> Diagnostic {
    let diagnostic = Diagnostic::new(UNKNOWN_ASSET, message!("template-no-file", path));
    let diagnostic = diagnostic.at(file, span);
    match nearest {
        Some(nearest) => diagnostic.help(did_you_mean(nearest)),
        None => diagnostic
            .help(message!("template-no-file-help", path))
            .help(message!("template-no-file-help-2")),
    }
}
