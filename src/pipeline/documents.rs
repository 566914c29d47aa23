//! All documents of a site, each parsed once.
//!
//! Owns what is remembered of a file between two loads: with the same bytes and the
//! same settings it means the same. Must never know what other files say of it.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Parsed};
use crate::parse::document::{Page, Post, Profile, TermKind};
use crate::parse::{self, Settings};
use crate::path::SourcePath;
use crate::site::Documents;
use crate::sources::{Kind, SourceFile, Sources};

/// What became of every document.
#[derive(Debug, Default)]
pub(super) struct Known {
    settings: Option<Settings>,
    files: HashMap<SourcePath, Arc<File>>,
}

/// One parsed file.
#[derive(Debug)]
pub(super) struct File {
    /// Hashes of the text and of the comments beside it.
    key: (u128, u128),
    document: Option<Document>,
    /// What it was when it was last sound, if it isn't now.
    last: Option<Document>,
    diagnostics: Vec<Diagnostic>,
}

#[derive(Debug, Clone)]
enum Document {
    Post(Arc<Post>),
    Page(Arc<Page>),
    Profile(Arc<Profile>),
}

/// Parses what `before` doesn't know, in parallel.
pub(super) fn parse(sources: &Sources, settings: &Settings, before: &Known) -> Known {
    let same = before.settings.as_ref() == Some(settings);
    let files: Vec<(&SourceFile, &str)> = Kind::DOCUMENTS
        .into_iter()
        .flat_map(|kind| sources.iter_kind(kind))
        .filter_map(|file| Some((file, sources.text(&file.path)?)))
        .collect();
    let parsed = files.par_iter().map(|&(file, text)| {
        let comments = (file.kind == Kind::Post).then(|| comments_of(&file.path));
        let comments = comments.as_ref().and_then(|path| sources.get(path));
        let key = (file.hash, comments.map_or(0, |file| file.hash));
        let old = before.files.get(&file.path);
        if let Some(old) = old.filter(|old| same && old.key == key) {
            return (file.path.clone(), old.clone());
        }
        let comments = comments.and_then(|file| Some((&file.path, sources.text(&file.path)?)));
        let (document, diagnostics) = parse_one(file, text, comments, settings);
        let last = old.and_then(|old| old.last.as_ref().or(old.document.as_ref()));
        let is_sound = document.is_some() && !diagnostics.iter().any(stops);
        let parsed = File {
            key,
            last: last.filter(|_| !is_sound).cloned(),
            document,
            diagnostics,
        };
        (file.path.clone(), Arc::new(parsed))
    });
    Known {
        files: parsed.collect(),
        settings: Some(settings.clone()),
    }
}

impl Known {
    /// The documents in the order of their paths, and what is wrong with each. A file
    /// that isn't sound stays what it was before, if `stop` says that its diagnostics
    /// stop a build: then no build is different from what is shown.
    pub(super) fn documents(
        &self,
        sources: &Sources,
        stop: &dyn Fn(&[Diagnostic]) -> bool,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Documents {
        let mut documents = Documents::default();
        for file in Kind::DOCUMENTS
            .into_iter()
            .flat_map(|kind| sources.iter_kind(kind))
        {
            let Some(known) = self.files.get(&file.path) else {
                documents.broken.push(file.path.clone());
                continue;
            };
            diagnostics.extend_from_slice(&known.diagnostics);
            let last = known.last.as_ref().filter(|_| stop(&known.diagnostics));
            match last.or(known.document.as_ref()) {
                Some(Document::Post(post)) => documents.posts.push(post.clone()),
                Some(Document::Page(page)) => documents.pages.push(page.clone()),
                Some(Document::Profile(profile)) => documents.profiles.push(profile.clone()),
                None => documents.broken.push(file.path.clone()),
            }
        }
        documents
    }
}

/// Whether this stops a build whatever else is true of its file: a site can't lower
/// it, and it counts for drafts too.
fn stops(found: &Diagnostic) -> bool {
    found.code.guarded && found.is_error()
}

fn parse_one(
    file: &SourceFile,
    text: &str,
    comments: Option<(&SourcePath, &str)>,
    settings: &Settings,
) -> (Option<Document>, Vec<Diagnostic>) {
    let path = &file.path;
    match file.kind {
        Kind::Page => {
            let Parsed { value, diagnostics } = parse::page(path, text, settings);
            (value.map(Arc::new).map(Document::Page), diagnostics)
        }
        Kind::Author | Kind::Network | Kind::Tag => {
            let kind = match file.kind {
                Kind::Author => TermKind::Author,
                Kind::Network => TermKind::Network,
                _ => TermKind::Tag,
            };
            let Parsed { value, diagnostics } = parse::profile(kind, path, text, settings);
            (value.map(Arc::new).map(Document::Profile), diagnostics)
        }
        _ => {
            let Parsed { value, diagnostics } = parse::post(path, text, comments, settings);
            (value.map(Arc::new).map(Document::Post), diagnostics)
        }
    }
}

/// Where the archived comments of a post lie.
fn comments_of(post: &SourcePath) -> SourcePath {
    let path = post.as_str();
    SourcePath::new(&format!(
        "{}.comments.yaml",
        path.strip_suffix(".md").unwrap_or(path)
    ))
}
