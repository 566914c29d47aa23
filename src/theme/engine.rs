//! Templates on their way into the engine.
//!
//! Owns what is checked before, what is put in, and which error is shown of those that
//! the engine has. Must never know pages.

use std::collections::BTreeMap;

use tera::Tera;

use super::errors::{self, ByName};
use super::fields::Paths;
use super::layers::Layers;
use super::structure::{self, Read, Structure};
use super::{ThemeFile, balance, fold, functions, reads, report, signatures};
use crate::diagnostic::suggest::Names;
use crate::diagnostic::{Diagnostic, Span, template as diagnose};
use crate::locale::Locale;
use crate::path::SourcePath;

/// Checks the texts and assets that templates ask for by name, and what calls take.
pub(super) fn check_names(
    structure: &Structure<'_>,
    locale: &Locale,
    layers: &Layers,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let texts = Names::new(locale.keys());
    let assets = Names::new(layers.assets.keys().map(String::as_str));
    for read in structure.iter() {
        let path = &read.template.path;
        for key in &read.outline.texts {
            if locale.text(&key.value).is_none() {
                let nearest = texts.nearest(&key.value);
                let diagnostic = diagnose::unknown_text(path, key.span, &key.value, nearest);
                diagnostics.push(diagnostic);
            }
        }
        for asset in &read.outline.assets {
            if !layers.assets.contains_key(&asset.value) {
                let nearest = assets.nearest(&asset.value);
                let diagnostic = diagnose::unknown_asset(path, asset.span, &asset.value, nearest);
                diagnostics.push(diagnostic);
            }
        }
        signatures::check(path, read.tags(), locale, diagnostics);
    }
}

/// The templates as the engine gets them: with the texts that are the same on every page,
/// and where they are not the program's own, with fields that must exist.
pub(super) fn folded(
    structure: &Structure<'_>,
    locale: &Locale,
    built_in: &[ThemeFile],
) -> (ByName, Paths) {
    let texts = functions::fixed_texts(locale);
    let built_in: BTreeMap<&SourcePath, &[u8]> = built_in
        .iter()
        .map(|file| (&file.path, &*file.bytes))
        .collect();
    let mut paths = Paths::default();
    let fold = |read: Read<'_>| {
        let mut template = read.template.clone();
        let mut replaced = fold::constant_texts(&read.outline.printed, &texts);
        if built_in.get(&template.path) != Some(&template.text.as_bytes()) {
            let reads = reads::reads(&template.text, read.tags()).into_iter();
            replaced.extend(reads.map(|path| (path.span, paths.checked(path.value))));
        }
        template.folded = fold::fold(&template.text, replaced);
        (template.name.clone(), template)
    };
    let templates = structure.iter().map(fold).collect();
    (templates, paths)
}

/// Gives the templates to the engine, if nothing is wrong with them.
pub(super) fn add_templates(
    tera: &mut Tera,
    theme: &str,
    structure: &Structure<'_>,
    templates: &ByName,
) -> Vec<Diagnostic> {
    let mut diagnostics = structure.check();
    if diagnostics.is_empty() {
        let pairs = templates
            .iter()
            .map(|(name, template)| (name, template.body()));
        let added = tera
            .set_fallback_prefixes(structure::prefixes(theme))
            .and_then(|()| tera.add_raw_templates(pairs));
        match added {
            Ok(()) => return diagnostics,
            Err(error) if is_syntax_error(&error) => {}
            Err(error) => return errors::diagnostics(&error, templates, None),
        }
    }
    let syntax = structure
        .iter()
        .flat_map(|read| syntax_errors(&read, templates));
    diagnostics.extend(syntax);
    diagnostics
}

/// The engine stops at the first syntax error, so each template is read on its own. Where
/// it was surprised by a tag or by the end, the tag to blame is looked for.
fn syntax_errors(read: &Read<'_>, templates: &ByName) -> Vec<Diagnostic> {
    let name = &read.template.name;
    let Some(template) = templates.get(name) else {
        return Vec::new();
    };
    let Err(error) = Tera::new().add_raw_template(name, template.body()) else {
        return Vec::new();
    };
    if !is_syntax_error(&error) {
        return Vec::new();
    }
    let found = errors::diagnostics(&error, templates, None);
    let is_surprise = report::is_surprise(&error);
    let surprised = found.iter().all(|diagnostic| {
        let at_a_tag = |span: Span| {
            read.is_in_end_tag(span) || matches!(&template.text[span.start..span.end], "{%" | "{#")
        };
        is_surprise || diagnostic.span.is_some_and(at_a_tag)
    });
    let blamed = surprised
        .then(|| balance::check(&template.path, &template.text, read.tags()))
        .flatten();
    blamed.map_or(found, |diagnostic| vec![diagnostic])
}

/// Whether a template can't be understood, whatever the others are.
fn is_syntax_error(error: &tera::Error) -> bool {
    matches!(error.kind(), tera::ErrorKind::SyntaxError(_))
}
