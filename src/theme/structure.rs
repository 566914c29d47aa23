//! How templates depend on each other.
//!
//! Owns what must hold before the engine gets the templates: every parent exists,
//! nothing leads back to itself, chains are short. The engine finds some circles
//! itself, without a place; others would exhaust the stack while rendering.
//! Must never know data or pages.

use std::collections::{BTreeMap, BTreeSet};

use super::Named;
use super::includes;
use super::layers::{DEFAULT, Template};
use super::outline::{Outline, outline};
use super::tokens::{Tag, tags};
use crate::diagnostic::suggest::{Names, nearest};
use crate::diagnostic::template::{self as diagnose, Nested};
use crate::diagnostic::{Diagnostic, Span, Spanned};
use crate::path::SourcePath;

/// How many templates may extend each other in a row. This and the other limits
/// together keep rendering within the 2 MiB of stack that a thread has.
const MAX_PARENTS: usize = 8;
/// How many blocks may lie in one another.
const MAX_BLOCKS: usize = 6;

/// The templates of a theme by name, as other templates find them.
pub(super) struct Structure<'a> {
    templates: &'a [Template],
    tags: Vec<Vec<Tag>>,
    outlines: Vec<Outline>,
    by_name: BTreeMap<&'a str, usize>,
    prefixes: Vec<String>,
}

/// A template that has been read.
#[derive(Clone, Copy)]
pub(super) struct Read<'s> {
    pub(super) template: &'s Template,
    pub(super) outline: &'s Outline,
    tags: &'s [Tag],
}

impl<'s> Read<'s> {
    /// What stands between its braces.
    pub(super) fn tags(&self) -> &'s [Tag] {
        self.tags
    }

    /// Whether a place is in a tag that ends or continues another.
    pub(super) fn is_in_end_tag(&self, place: Span) -> bool {
        let next = self.tags.partition_point(|tag| tag.span.end <= place.start);
        let name = self
            .tags
            .get(next)
            .filter(|tag| tag.span.start <= place.start);
        name.and_then(Tag::name).is_some_and(|name| {
            name.value.starts_with("end") || matches!(name.value.as_str(), "else" | "elif")
        })
    }
}

impl<'a> Structure<'a> {
    /// Reads the outlines of all templates of a theme.
    pub(super) fn new(templates: &'a [Template], theme: &str) -> Self {
        let tags: Vec<Vec<Tag>> = templates.iter().map(|t| tags(&t.text)).collect();
        let outlines = templates.iter().zip(&tags);
        Self {
            templates,
            outlines: outlines.map(|(t, tags)| outline(&t.text, tags)).collect(),
            tags,
            by_name: (0..)
                .zip(templates)
                .map(|(i, t)| (t.name.as_str(), i))
                .collect(),
            prefixes: prefixes(theme),
        }
    }

    /// All that was read of the templates.
    pub(super) fn iter(&self) -> impl Iterator<Item = Read<'_>> + Clone {
        let read = self.templates.iter().zip(&self.outlines).zip(&self.tags);
        read.map(|((template, outline), tags)| Read {
            template,
            outline,
            tags,
        })
    }

    /// The paths of the site that templates name.
    pub(super) fn addresses(&self) -> impl Iterator<Item = Named> {
        self.iter().flat_map(|read| {
            let addresses = read.outline.addresses.iter().cloned();
            addresses.map(|address| (read.template.path.clone(), address))
        })
    }

    /// What is wrong with how the templates depend on each other.
    pub(super) fn check(&self) -> Vec<Diagnostic> {
        let mut diagnostics = Vec::new();
        let names = TemplateNames::new(self.templates.iter().map(|t| t.name.as_str()));
        for (index, outline) in self.outlines.iter().enumerate() {
            if let Some(parent) = &outline.extends {
                self.check_parents(index, parent, &names, &mut diagnostics);
            }
            self.check_included_children(index, &mut diagnostics);
        }
        diagnostics.extend(includes::check(self));
        if diagnostics.is_empty() {
            for index in 0..self.templates.len() {
                self.check_blocks(index, &mut diagnostics);
                self.check_block_names(index, &mut diagnostics);
            }
        }
        diagnostics
    }

    /// Where a template lies.
    pub(super) fn path(&self, index: usize) -> &'a SourcePath {
        &self.templates[index].path
    }

    /// The template that a name means: the exact one, else that of a layer.
    pub(super) fn resolve(&self, name: &str) -> Option<usize> {
        let in_layer = |prefix: &String| self.by_name.get(format!("{prefix}{name}").as_str());
        self.by_name
            .get(name)
            .or_else(|| self.prefixes.iter().find_map(in_layer))
            .copied()
    }

    /// The template that another extends.
    fn parent(&self, index: usize) -> Option<usize> {
        self.resolve(&self.outlines[index].extends.as_ref()?.value)
    }

    /// Follows `extends` to its end.
    fn check_parents(
        &self,
        index: usize,
        parent: &Spanned<String>,
        names: &TemplateNames<'_>,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let template = &self.templates[index];
        let Some(mut next) = self.resolve(&parent.value) else {
            diagnostics.push(diagnose::missing_parent(
                &template.path,
                parent.span,
                &parent.value,
                names.nearest(&parent.value),
            ));
            return;
        };
        let mut chain = vec![index];
        while !chain.contains(&next) {
            chain.push(next);
            match self.parent(next) {
                _ if chain.len() > MAX_PARENTS + 1 => {
                    let diagnostic = diagnose::too_deep(
                        &template.path,
                        parent.span,
                        Nested::Extend,
                        MAX_PARENTS,
                    );
                    diagnostics.push(diagnostic);
                    return;
                }
                Some(parent) => next = parent,
                None => return,
            }
        }
        // Each circle is reported once, at the member that comes first.
        if next == index && chain.iter().all(|member| *member >= index) {
            chain.push(index);
            let overridden = self.overridden(&template.name);
            diagnostics.push(diagnose::extends_circle(
                &template.path,
                parent.span,
                &self.names(&chain),
                overridden.as_deref(),
            ));
        }
    }

    /// The full name of the template that one of this name takes the place of.
    fn overridden(&self, name: &str) -> Option<String> {
        let names = self.prefixes.iter().map(|prefix| format!("{prefix}{name}"));
        let mut known = names.filter(|full| self.by_name.contains_key(full.as_str()));
        known.next()
    }

    /// An included template is rendered without its parents, so it must have none.
    fn check_included_children(&self, index: usize, diagnostics: &mut Vec<Diagnostic>) {
        for include in &self.outlines[index].includes {
            let Some(child) = self.resolve(&include.name.value) else {
                continue;
            };
            if let Some(extends) = &self.outlines[child].extends {
                diagnostics.push(diagnose::included_child(
                    &self.templates[index].path,
                    include.name.span,
                    &include.name.value,
                    &self.templates[child].path,
                    extends.span,
                ));
            }
        }
    }

    /// A block that stands around another in one template, and in it in a parent,
    /// would be rendered in itself for ever.
    fn check_blocks(&self, index: usize, diagnostics: &mut Vec<Diagnostic>) {
        let mut around: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        let mut member = Some(index);
        while let Some(current) = member {
            for block in &self.outlines[current].blocks {
                if let Some(outer) = &block.inside {
                    around.entry(&block.name.value).or_default().insert(outer);
                }
            }
            member = self.parent(current);
        }
        let path = &self.templates[index].path;
        for block in &self.outlines[index].blocks {
            let name = &block.name;
            match levels_around(&name.value, &around) {
                None => diagnostics.push(diagnose::block_circle(path, name.span, &name.value)),
                Some(levels) if levels >= MAX_BLOCKS => {
                    diagnostics.push(diagnose::too_deep(
                        path,
                        name.span,
                        Nested::Block,
                        MAX_BLOCKS,
                    ));
                }
                Some(_) => continue,
            }
            return;
        }
    }

    /// A block of a child that no parent has would never be shown.
    fn check_block_names(&self, index: usize, diagnostics: &mut Vec<Diagnostic>) {
        let mut known: BTreeSet<&str> = BTreeSet::new();
        let mut parent = self.parent(index);
        if parent.is_none() {
            return;
        }
        while let Some(current) = parent {
            let blocks = self.outlines[current].blocks.iter();
            known.extend(blocks.map(|block| block.name.value.as_str()));
            parent = self.parent(current);
        }
        for block in &self.outlines[index].blocks {
            let name = &block.name;
            if block.inside.is_none() && !known.contains(name.value.as_str()) {
                let names: Vec<&str> = known.iter().copied().collect();
                diagnostics.push(diagnose::unknown_block(
                    &self.templates[index].path,
                    name.span,
                    &name.value,
                    nearest(&name.value, names.iter().copied()),
                    &names,
                ));
            }
        }
    }

    /// The names of templates.
    fn names(&self, indices: &[usize]) -> Vec<&'a str> {
        indices
            .iter()
            .map(|index| self.templates[*index].name.as_str())
            .collect()
    }
}

/// The names of templates, for "did you mean".
#[derive(Debug)]
pub(super) struct TemplateNames<'a> {
    short: Names<'a>,
    full: Names<'a>,
}

impl<'a> TemplateNames<'a> {
    pub(super) fn new(names: impl Iterator<Item = &'a str> + Clone) -> Self {
        let short = |full: &'a str| full.split_once('/').map_or(full, |(_, short)| short);
        Self {
            short: Names::new(names.clone().map(short)),
            full: Names::new(names),
        }
    }

    /// The nearest name, without the name of its theme first.
    pub(super) fn nearest(&self, name: &str) -> Option<&'a str> {
        let near = self.short.nearest(name);
        near.or_else(|| self.full.nearest(name))
    }
}

/// What is put before a name that is not a template's exact one, in order.
pub(super) fn prefixes(theme: &str) -> Vec<String> {
    let mut prefixes = Vec::new();
    if theme != DEFAULT {
        prefixes.push(format!("{theme}/"));
    }
    prefixes.push(format!("{DEFAULT}/"));
    prefixes
}

/// How many blocks lie around a block, at most; `None` if it lies in itself.
fn levels_around(name: &str, around: &BTreeMap<&str, BTreeSet<&str>>) -> Option<usize> {
    let mut level: BTreeSet<&str> = BTreeSet::from([name]);
    let mut levels = 0;
    loop {
        level = level
            .iter()
            .flat_map(|inner| around.get(inner).into_iter().flatten().copied())
            .collect();
        if level.is_empty() {
            return Some(levels);
        }
        // In a circle further out, the levels never end.
        if level.contains(name) || levels > around.len() {
            return None;
        }
        levels += 1;
    }
}
