//! What can be wrong with a theme beside its templates: its assets, its `theme.yaml`,
//! files that nothing uses.
//!
//! Owns one constructor for each of these problems. Must never know how themes are read.

use super::template::did_you_mean;
use super::{Code, Diagnostic, Span};
use crate::path::SourcePath;

/// A file of a theme that nothing uses.
pub const UNUSED: Code = Code::warning("theme/unused-file");
/// No theme has this name.
pub const NO_THEME: Code = Code::error("theme/not-found");
/// `theme.yaml` is missing or wrong.
pub const MANIFEST: Code = Code::error("theme/manifest");
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
    Diagnostic::new(UNUSED, "nothing uses this file")
        .in_file(file)
        .help(format!("did you mean `{right}`?"))
}

/// A template that nothing asks for.
pub fn unused_template(file: &SourcePath, right: Option<&str>) -> Diagnostic {
    let diagnostic = Diagnostic::new(
        UNUSED,
        "nothing uses this template: no page has its name, and no other template includes or extends it",
    )
    .in_file(file);
    match right {
        Some(right) => diagnostic.help(format!("did you mean `{right}`?")),
        None => diagnostic.help("include it in another template, or delete it"),
    }
}

/// No theme has the name in `site.yaml`.
pub fn no_theme(config: &SourcePath, span: Span, name: &str, nearest: Option<&str>) -> Diagnostic {
    let diagnostic =
        Diagnostic::new(NO_THEME, format!("there is no theme `{name}`")).at(config, span);
    match nearest {
        Some(nearest) => diagnostic.help(did_you_mean(nearest)),
        None => diagnostic.help(format!(
            "put it into `themes/{name}/`, or write `theme: default`"
        )),
    }
}

/// A theme without `theme.yaml`.
pub fn no_manifest(file: &SourcePath, theme: &str) -> Diagnostic {
    Diagnostic::new(MANIFEST, format!("the theme `{theme}` has no `theme.yaml`"))
        .in_file(file)
        .help("make the file, with `api: 1` in it")
}

/// Something in `theme.yaml` that can't be used.
pub fn bad_manifest(file: &SourcePath, span: Span, problem: &str, help: &str) -> Diagnostic {
    Diagnostic::new(MANIFEST, problem).at(file, span).help(help)
}

/// A key of `theme.yaml` that nothing reads.
pub fn manifest_key(file: &SourcePath, span: Span, key: &str, nearest: Option<&str>) -> Diagnostic {
    let diagnostic = Diagnostic::new(
        MANIFEST_KEY,
        format!("`{key}` means nothing in `theme.yaml`"),
    )
    .at(file, span);
    match nearest {
        Some(nearest) => diagnostic.help(did_you_mean(nearest)),
        None => diagnostic
            .help("what templates need for themselves can stand under `extra` in `site.yaml`"),
    }
}

/// A theme for another version of the data.
pub fn api(file: &SourcePath, span: Span, written: &str, known: u32) -> Diagnostic {
    Diagnostic::new(API, format!("the theme is written for version {written} of the templates' data, and this nitton gives version {known}"))
        .at(file, span)
        .help(format!("adapt the theme, and write `api: {known}`"))
}

/// An asset whose name or content can't be published.
pub fn asset(file: &SourcePath, span: Option<Span>, problem: &str, help: &str) -> Diagnostic {
    let diagnostic = Diagnostic::new(ASSET, problem).help(help);
    match span {
        Some(span) => diagnostic.at(file, span),
        None => diagnostic.in_file(file),
    }
}

/// A style sheet that asks another site for something.
pub fn external(file: &SourcePath, span: Span, address: &str) -> Diagnostic {
    Diagnostic::new(
        EXTERNAL,
        format!("`{address}` would make readers' browsers ask another site, which then knows them"),
    )
    .at(file, span)
    .help("put the file into the theme's `assets/`, and refer to it by its name")
}

/// `image-set(var(--x))`: an address that only a browser knows.
pub fn computed_address(file: &SourcePath, span: Span, function: &str) -> Diagnostic {
    Diagnostic::new(
        EXTERNAL,
        format!("`{function}` stands where an address must be, so what it loads can't be checked"),
    )
    .at(file, span)
    .help("write the address itself, or make a custom property of the whole: `--image: image-set(\"a.webp\" 1x)`")
}

/// `@import url(data:…)`.
pub fn embedded_sheet(file: &SourcePath, span: Span) -> Diagnostic {
    Diagnostic::new(
        EXTERNAL,
        "a style sheet that is imported from a `data:` address can't be checked",
    )
    .at(file, span)
    .help("save it as a file in the theme's `assets/`, and import that")
}
