//! What can be wrong with a theme beside its templates: its assets, its `theme.yaml`,
//! files that nothing uses.
//!
//! Owns one constructor for each of these problems. Must never know how themes are read.

use super::locale::Unreadable;
use super::paths::reason;
use super::{Code, Diagnostic, Span};
use crate::message;
use crate::message::{Arg, Message};
use crate::path::{PathProblem, SourcePath};

/// A file of a theme that nothing uses.
pub const UNUSED: Code = Code::warning("theme/unused-file");
/// No theme has this name.
pub const NO_THEME: Code = Code::error("theme/not-found");
/// `theme.yaml` is missing or wrong.
pub const MANIFEST: Code = Code::error("theme/manifest");
/// How wide pictures are shown, in another form than a text for each role.
pub fn image_sizes(file: &SourcePath, span: Span) -> Diagnostic {
    let line = "image_sizes: {content: \"(min-width: 46rem) 42rem, 100vw\"}";
    Diagnostic::new(MANIFEST, message!("theme-image-sizes"))
        .at(file, span)
        .help(message!("help-write", line))
}

/// A role that no picture has.
pub fn image_role(file: &SourcePath, span: Span, role: &str, roles: &[&str]) -> Diagnostic {
    Diagnostic::new(MANIFEST_KEY, message!("theme-image-role", role))
        .at(file, span)
        .help(message!("theme-image-role-help", roles = Arg::list(roles)))
}

/// A key of `theme.yaml` that nothing reads.
pub const MANIFEST_KEY: Code = Code::warning("theme/unknown-key");
/// The theme is written for another version of the data.
pub const API: Code = Code::error("theme/api");
/// An asset that can't be published as it is.
pub const ASSET: Code = Code::error("theme/asset");
/// A style sheet that asks another site for something.
pub const EXTERNAL: Code = Code::guard("theme/external-asset");

/// Every code of this area.
pub const CODES: &[Code] = &[
    UNUSED,
    NO_THEME,
    MANIFEST,
    MANIFEST_KEY,
    API,
    ASSET,
    EXTERNAL,
];

/// A file of a theme in a place where nothing looks for it.
pub fn misplaced_file(file: &SourcePath, right: &str) -> Diagnostic {
    Diagnostic::new(UNUSED, message!("theme-misplaced"))
        .in_file(file)
        .help(did_you_mean(right))
}

/// A template that nothing asks for.
pub fn unused_template(file: &SourcePath, right: Option<&str>) -> Diagnostic {
    Diagnostic::new(UNUSED, message!("theme-unused-template"))
        .in_file(file)
        .help(right.map_or_else(|| message!("theme-unused-template-help"), did_you_mean))
}

/// No theme has the name in `site.yaml`.
pub fn no_theme(config: &SourcePath, span: Span, name: &str, nearest: Option<&str>) -> Diagnostic {
    Diagnostic::new(NO_THEME, message!("theme-not-found", name))
        .at(config, span)
        .help(nearest.map_or_else(|| message!("theme-not-found-help", name), did_you_mean))
}

fn did_you_mean(nearest: &str) -> Message {
    message!("help-did-you-mean", names = Arg::any_of([nearest]))
}

/// A theme without `theme.yaml`.
pub fn no_manifest(file: &SourcePath, theme: &str) -> Diagnostic {
    Diagnostic::new(MANIFEST, message!("theme-no-manifest", theme))
        .in_file(file)
        .help(message!("theme-no-manifest-help"))
}

/// What in `theme.yaml` can't be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Manifest {
    /// All of it.
    Unreadable(Unreadable),
    /// It has no `api`, which should be this.
    NoApi(u32),
    /// `root_files` is no list.
    RootFiles,
}

/// Something in `theme.yaml` that can't be used.
pub fn bad_manifest(file: &SourcePath, span: Span, problem: &Manifest) -> Diagnostic {
    let write = |line: String| message!("help-write", line);
    let (message, help) = match problem {
        Manifest::Unreadable(problem) => (
            message!("theme-manifest-unreadable", reason = problem.reason()),
            message!("theme-manifest-unreadable-help"),
        ),
        Manifest::NoApi(known) => (
            message!("theme-manifest-no-api"),
            write(format!("api: {known}")),
        ),
        Manifest::RootFiles => (
            message!("theme-root-files"),
            write("root_files: [favicon.ico]".to_owned()),
        ),
    };
    Diagnostic::new(MANIFEST, message).at(file, span).help(help)
}

/// A key of `theme.yaml` that nothing reads.
pub fn manifest_key(file: &SourcePath, span: Span, key: &str, nearest: Option<&str>) -> Diagnostic {
    Diagnostic::new(MANIFEST_KEY, message!("theme-manifest-key", key))
        .at(file, span)
        .help(nearest.map_or_else(|| message!("theme-manifest-key-help"), did_you_mean))
}

/// A theme for another version of the data.
pub fn api(file: &SourcePath, span: Span, written: &str, known: u32) -> Diagnostic {
    let known = known.to_string();
    Diagnostic::new(API, message!("theme-api", written, known = &known))
        .at(file, span)
        .help(message!("theme-api-help", known))
}

/// Why an asset can't be published as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asset<'a> {
    /// Its path can't be a URL's.
    Name(&'a str, PathProblem),
    /// It refers to a path of the site that none can be.
    Path(&'a str, PathProblem),
    /// A style sheet that imports another, which leads back to it.
    Circle(&'a str, &'a str),
    /// More than so many style sheets import each other.
    TooDeep(usize),
}

/// An asset whose name or content can't be published.
pub fn asset(file: &SourcePath, span: Option<Span>, problem: &Asset<'_>) -> Diagnostic {
    let (message, help) = match *problem {
        Asset::Name(path, problem) => (
            message!("theme-asset-name", path, reason = reason(problem)),
            message!("theme-asset-name-help"),
        ),
        Asset::Path(path, problem) => (
            message!("theme-asset-path", path, reason = reason(problem)),
            message!("theme-asset-path-help"),
        ),
        Asset::Circle(from, target) => (
            message!("theme-asset-circle", from, target),
            message!("theme-asset-circle-help"),
        ),
        Asset::TooDeep(limit) => (
            message!("theme-asset-too-deep", limit),
            message!("theme-asset-too-deep-help"),
        ),
    };
    let diagnostic = Diagnostic::new(ASSET, message).help(help);
    match span {
        Some(span) => diagnostic.at(file, span),
        None => diagnostic.in_file(file),
    }
}

/// A style sheet that asks another site for something.
pub fn external(file: &SourcePath, span: Span, address: &str) -> Diagnostic {
    Diagnostic::new(EXTERNAL, message!("theme-external", address))
        .at(file, span)
        .help(message!("theme-external-help"))
}

/// `image-set(var(--x))`: an address that only a browser knows.
pub fn computed_address(file: &SourcePath, span: Span, function: &str) -> Diagnostic {
    Diagnostic::new(EXTERNAL, message!("theme-computed-address", function))
        .at(file, span)
        .help(message!("theme-computed-address-help"))
}

/// `@import url(data:…)`.
pub fn embedded_sheet(file: &SourcePath, span: Span) -> Diagnostic {
    Diagnostic::new(EXTERNAL, message!("theme-embedded-sheet"))
        .at(file, span)
        .help(message!("theme-embedded-sheet-help"))
}
