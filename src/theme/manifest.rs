//! The meaning of `theme.yaml`.
//!
//! Owns its keys and the version of the templates' data. Must never know templates.

use std::collections::BTreeMap;

use super::ThemeFile;
use crate::diagnostic::suggest::{Names, nearest};
use crate::diagnostic::{Diagnostic, Spanned, template as diagnose, theme as theme_report};
use crate::locale::yaml::{self, Node};

/// The version of the data that templates get.
pub(super) const API: u32 = 1;

/// The keys of `theme.yaml`; all but `api` and `root_files` are for people.
const KEYS: &[&str] = &[
    "name",
    "api",
    "root_files",
    "description",
    "author",
    "license",
    "homepage",
    "version",
];

/// Reads a `theme.yaml`, and gives those of the assets that lie at the site's root.
pub(super) fn root_files(
    file: &ThemeFile,
    assets: &BTreeMap<String, ThemeFile>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<String> {
    let Some(text) = file.text() else {
        return Vec::new();
    };
    let entries = match yaml::read(&text) {
        Ok(entries) => entries,
        Err(error) => {
            let problem = format!("`theme.yaml` can't be read: {}", error.message);
            diagnostics.push(theme_report::bad_manifest(
                &file.path,
                error.span,
                &problem,
                "write one `key: value` on each line",
            ));
            return Vec::new();
        }
    };
    let mut root_files = Vec::new();
    let mut has_api = false;
    for (key, node) in &entries {
        match key.value.as_str() {
            "api" => {
                has_api = true;
                let written = node.value.as_text().unwrap_or("?");
                if written != API.to_string() {
                    diagnostics.push(theme_report::api(&file.path, node.span, written, API));
                }
            }
            "root_files" => root_files = names(file, node, assets, diagnostics),
            other if !KEYS.contains(&other) => {
                let nearest = nearest(other, KEYS.iter().copied());
                diagnostics.push(theme_report::manifest_key(
                    &file.path, key.span, other, nearest,
                ));
            }
            _ => {}
        }
    }
    if !has_api {
        let problem = "`theme.yaml` does not say for which version of the templates' data the theme is written";
        let span = crate::diagnostic::Span::new(0, 0);
        diagnostics.push(theme_report::bad_manifest(
            &file.path,
            span,
            problem,
            &format!("write `api: {API}`"),
        ));
    }
    root_files
}

/// A list of files that are among the assets.
fn names(
    file: &ThemeFile,
    node: &Spanned<Node>,
    assets: &BTreeMap<String, ThemeFile>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<String> {
    if node.value == Node::Null {
        return Vec::new();
    }
    let Some(names) = node.value.as_texts() else {
        diagnostics.push(theme_report::bad_manifest(
            &file.path,
            node.span,
            "`root_files` is not a list of files",
            "write `root_files: [favicon.ico]`",
        ));
        return Vec::new();
    };
    let known = Names::new(assets.keys().map(String::as_str));
    for name in &names {
        if !assets.contains_key(&name.value) {
            let nearest = known.nearest(&name.value);
            let diagnostic = diagnose::unknown_asset(&file.path, name.span, &name.value, nearest);
            diagnostics.push(diagnostic);
        }
    }
    names.into_iter().map(|name| name.value).collect()
}
