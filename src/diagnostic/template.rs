//! What can be wrong with templates.
//!
//! Owns one constructor for each problem of what stands in a template, or of its place.
//! Must never know how templates are read.

use super::{Code, Diagnostic, Span};
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
    let diagnostic =
        Diagnostic::new(UNKNOWN, format!("there is no template `{name}` to extend")).at(file, span);
    match nearest {
        Some(nearest) => diagnostic.help(did_you_mean(nearest)),
        None => diagnostic.help("the built-in templates are called `default/…`"),
    }
}

/// A template that no file is.
pub fn unknown_template(name: &str, nearest: Option<&str>) -> Diagnostic {
    let diagnostic = Diagnostic::new(UNKNOWN, format!("there is no template `{name}`"));
    match nearest {
        Some(nearest) => diagnostic.help(did_you_mean(nearest)),
        None => diagnostic.help("the built-in templates are called `default/…`"),
    }
}

/// A template that leads back to itself; the chain begins and ends with it.
pub fn circle(file: &SourcePath, span: Span, verb: &str, chain: &[&str]) -> Diagnostic {
    let arrows: Vec<String> = chain.iter().map(|name| format!("`{name}`")).collect();
    let message = match chain {
        [name, _] => format!("the template `{name}` {verb}s itself"),
        _ => format!(
            "templates {verb} each other in a circle: {}",
            arrows.join(" → ")
        ),
    };
    Diagnostic::new(CIRCLE, message).at(file, span)
}

/// A block that would contain itself.
pub fn block_circle(file: &SourcePath, span: Span, name: &str) -> Diagnostic {
    let message = format!(
        "the block `{name}` would contain itself: it stands in another block here and around it in a parent, or the other way round"
    );
    Diagnostic::new(CIRCLE, message)
        .at(file, span)
        .help("write the blocks one after the other, not one in the other")
}

/// A component that two templates define.
pub fn component_twice(file: &SourcePath, name: &str, other: &SourcePath) -> Diagnostic {
    Diagnostic::new(
        COMPONENT,
        format!("the component `{name}` is defined twice"),
    )
    .in_file(file)
    .label(other, None, "it is defined here too")
    .help("give one of them another name")
}

/// An included template that extends another.
pub fn included_child(
    file: &SourcePath,
    span: Span,
    name: &str,
    child: &SourcePath,
    extends: Span,
) -> Diagnostic {
    Diagnostic::new(
        INCLUDED_CHILD,
        format!("the template `{name}` extends another, so it can't be included"),
    )
    .at(file, span)
    .label(child, Some(extends), "it extends another here")
    .help("move what both need to a template of its own, or to a component")
}

/// A chain that is too long: `what` is for example "templates include".
pub fn too_deep(file: &SourcePath, span: Span, what: &str, limit: usize) -> Diagnostic {
    Diagnostic::new(
        TOO_DEEP,
        format!("more than {limit} {what} each other in a row"),
    )
    .at(file, span)
    .help("join some of them")
}

/// A text that no strings file has.
pub fn unknown_text(file: &SourcePath, span: Span, key: &str, nearest: Option<&str>) -> Diagnostic {
    let diagnostic = Diagnostic::new(UNKNOWN_TEXT, no_text(key)).at(file, span);
    diagnostic.help(text_help(key, nearest))
}

/// An asset that the theme does not have.
pub fn unknown_asset(
    file: &SourcePath,
    span: Span,
    path: &str,
    nearest: Option<&str>,
) -> Diagnostic {
    let diagnostic = Diagnostic::new(UNKNOWN_ASSET, no_asset(path)).at(file, span);
    diagnostic.help(asset_help(path, nearest))
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
    /// As messages call it.
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
    let message = format!("the {} `{called}` takes no `{argument}`", kind.word());
    let diagnostic = Diagnostic::new(ARGUMENT, message).at(file, span);
    match (nearest, known) {
        (Some(nearest), _) => diagnostic.help(did_you_mean(nearest)),
        (None, []) => diagnostic.help("it takes no arguments: take this one away"),
        (None, known) => diagnostic.help(format!("it takes {}", list(known.iter().copied()))),
    }
}

/// An argument that a call needs.
pub fn missing_argument(
    file: &SourcePath,
    span: Span,
    kind: Callable,
    called: &str,
    argument: &str,
) -> Diagnostic {
    let message = format!("the {} `{called}` needs `{argument}`", kind.word());
    let before = match kind {
        Callable::Function => "",
        Callable::Filter => "| ",
        Callable::Test => "is ",
    };
    Diagnostic::new(ARGUMENT, message)
        .at(file, span)
        .help(format!("write `{before}{called}({argument}=…)`"))
}

/// The words for a variable that nothing gives.
pub(crate) fn no_variable(name: &str) -> String {
    format!("there is no variable `{name}`")
}

/// The words for a field that does not exist.
pub(crate) fn no_field(name: &str) -> String {
    format!("there is no field `{name}`")
}

/// The nearest name, or all that there are.
pub(crate) fn names_help<'a>(
    nearest: Option<&str>,
    known: impl IntoIterator<Item = &'a str>,
) -> String {
    nearest.map_or_else(|| format!("there are {}", list(known)), did_you_mean)
}

/// `a`, `b`, `c`.
fn list<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let names: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    names.join(", ")
}

/// A tag whose end is missing; `found` is what stands where it should have come.
pub fn unclosed_tag(
    file: &SourcePath,
    span: Span,
    name: &str,
    end: &str,
    found: Option<Span>,
) -> Diagnostic {
    let message = match name {
        "<" => "this component is never closed".to_owned(),
        name => format!("this `{name}` is never closed"),
    };
    let diagnostic = Diagnostic::new(SYNTAX, message)
        .at(file, span)
        .help(format!("write `{{% {end} %}}` where it ends"));
    match found {
        Some(found) => diagnostic.label(file, Some(found), "it should end before this"),
        None => diagnostic,
    }
}

/// Braces that are opened and not closed.
pub fn unended_tag(file: &SourcePath, span: Span, opening: &str, ending: &str) -> Diagnostic {
    Diagnostic::new(SYNTAX, format!("this `{opening}` is never closed"))
        .at(file, span)
        .help(format!("write `{ending}` where it ends"))
}

/// An end, an `else` or an `elif` that belongs to nothing; `open` is what is open there.
pub fn stray_tag(
    file: &SourcePath,
    span: Span,
    name: &str,
    open: Option<(&str, Span)>,
) -> Diagnostic {
    let opening = match name {
        "</" => "component",
        "else" | "elif" => "if",
        name => name.strip_prefix("end").unwrap_or(name),
    };
    let message = format!("no `{opening}` is open here");
    let diagnostic = Diagnostic::new(SYNTAX, message)
        .at(file, span)
        .help(format!("take it away, or open the `{opening}` before it"));
    match open {
        Some((_, place)) => diagnostic.label(file, Some(place), "this is open"),
        None => diagnostic,
    }
}

/// `{% else if … %}`.
pub fn else_if(file: &SourcePath, span: Span) -> Diagnostic {
    Diagnostic::new(SYNTAX, "`else if` is written in one word")
        .at(file, span)
        .help("write `{% elif … %}`")
}

/// `{% esle %}`.
pub fn unknown_tag(
    file: &SourcePath,
    span: Span,
    name: &str,
    nearest: Option<&str>,
    known: &[&str],
) -> Diagnostic {
    Diagnostic::new(SYNTAX, format!("there is no tag `{name}`"))
        .at(file, span)
        .help(names_help(nearest, known.iter().copied()))
}

/// A block that no parent has.
pub fn unknown_block(
    file: &SourcePath,
    span: Span,
    name: &str,
    nearest: Option<&str>,
    known: &[&str],
) -> Diagnostic {
    let message =
        format!("no template that this one extends has a block `{name}`, so nothing would show it");
    let diagnostic = Diagnostic::new(UNKNOWN_BLOCK, message).at(file, span);
    match (nearest, known) {
        (None, []) => diagnostic.help("take it away: the templates above have no blocks"),
        (nearest, known) => diagnostic.help(names_help(nearest, known.iter().copied())),
    }
}

/// The words for a text that does not exist.
pub(crate) fn no_text(key: &str) -> String {
    format!("there is no text `{key}`")
}

/// The words for an asset that does not exist.
pub(crate) fn no_asset(path: &str) -> String {
    format!("there is no asset `{path}`")
}

/// What to do about a missing text.
pub(crate) fn text_help(key: &str, nearest: Option<&str>) -> String {
    nearest.map_or_else(
        || format!("add `{key}` to the theme's `strings/`, in English too"),
        did_you_mean,
    )
}

/// What to do about a missing asset.
pub(crate) fn asset_help(path: &str, nearest: Option<&str>) -> String {
    nearest.map_or_else(
        || format!("put the file into the theme's folder: `assets/{path}`"),
        did_you_mean,
    )
}

/// `did you mean …`.
pub(crate) fn did_you_mean(nearest: &str) -> String {
    format!("did you mean `{nearest}`?")
}

/// A file in a folder of templates that no template can use.
pub fn ignored(file: &SourcePath) -> Diagnostic {
    Diagnostic::new(IGNORED, "this file is not a template, and is not used")
        .in_file(file)
        .help("a template's name ends in `.html`, `.xml` or `.txt`; other files belong in the theme's `assets/` or in `static/`")
}

/// `templates/default/…`.
pub fn reserved_folder(file: &SourcePath, folder: &str) -> Diagnostic {
    Diagnostic::new(
        RESERVED,
        format!("`{folder}/` is how templates name those of the theme `{folder}`"),
    )
    .in_file(file)
    .help(format!(
        "to override a template, put it directly into `templates/`, without `{folder}/`"
    ))
}

/// A path of the site at which nothing is.
pub fn missing_rooted(
    file: &SourcePath,
    span: Span,
    path: &str,
    nearest: Option<&str>,
) -> Diagnostic {
    let diagnostic =
        Diagnostic::new(UNKNOWN_ASSET, format!("there is no `{path}` in the site")).at(file, span);
    match nearest {
        Some(nearest) => diagnostic.help(did_you_mean(nearest)),
        None => diagnostic
            .help(format!("put the file into `static{path}`"))
            .help("or into the theme's `assets/`, and write its name without a `/` before it"),
    }
}
