//! All documents of a site, each parsed once.
//!
//! Owns what is remembered of a file between two loads: with the same bytes and the
//! same settings it means the same. Must never know what other files say of it.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Parsed};
use crate::parallel::BATCH;
use crate::parse::document::{Page, Post, Profile, TermKind};
use crate::parse::{self, Settings};
use crate::path::SourcePath;
use crate::site::Documents;
use crate::sources::{Kind, SourceFile, Sources};

use super::shelter::sheltered;

/// What became of every document.
#[derive(Debug, Default)]
pub(super) struct ParsedDocuments {
    settings: Option<Settings>,
    /// For each of [`Kind::DOCUMENTS`], in the order of their paths.
    files: [Vec<Arc<File>>; Kind::DOCUMENTS.len()],
}

/// One parsed file.
#[derive(Debug)]
struct File {
    path: SourcePath,
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

impl Document {
    fn is_draft(&self) -> bool {
        match self {
            Self::Post(post) => post.placement.draft,
            Self::Page(page) => page.draft,
            Self::Profile(_) => false,
        }
    }
}

/// Parses what has `changed` since `before`, in parallel; everything if nobody knows
/// what has, or if the settings have.
pub(super) fn parse(
    sources: &Sources,
    settings: &Settings,
    before: &ParsedDocuments,
    changed: Option<&[SourcePath]>,
) -> ParsedDocuments {
    let changed = changed.filter(|_| before.settings.as_ref() == Some(settings));
    let changed = changed.map(documents_of);
    let comments = sources.iter_kind(Kind::Comments);
    let comments: HashMap<SourcePath, &SourceFile> =
        comments.map(|file| (post_of(&file.path), file)).collect();
    let mut files: [Vec<Arc<File>>; Kind::DOCUMENTS.len()] = Default::default();
    for ((kind, parsed_files), old) in Kind::DOCUMENTS
        .into_iter()
        .zip(&mut files)
        .zip(&before.files)
    {
        let (rest, touched): (&[_], Vec<_>) = match &changed {
            Some(paths) => {
                let file = |path| sources.get(path).filter(|file| file.kind == kind);
                (old, paths.iter().map(|path| (path, file(path))).collect())
            }
            None => {
                let files = sources.iter_kind(kind);
                (&[], files.map(|file| (&file.path, Some(file))).collect())
            }
        };
        let parsed = touched
            .into_par_iter()
            .with_max_len(BATCH)
            .map(|(path, file)| {
                let old = place(old, path).ok().map(|at| &old[at]);
                let parsed = file.map(|file| {
                    let comments = comments.get(path).copied();
                    let same =
                        |old: &&Arc<File>| changed.is_some() && old.key == key(file, comments);
                    let again =
                        || Arc::new(parse_file(file, comments, settings, old.map(|old| &**old)));
                    old.filter(same).cloned().unwrap_or_else(again)
                });
                (path, parsed)
            });
        *parsed_files = merge(rest, parsed.collect());
    }
    ParsedDocuments {
        files,
        settings: Some(settings.clone()),
    }
}

/// The documents that changes of these files change, sorted: also those whose comments
/// are among them.
fn documents_of(changed: &[SourcePath]) -> Vec<SourcePath> {
    let mut paths: Vec<SourcePath> = changed.iter().map(post_of).collect();
    paths.sort();
    paths.dedup();
    paths
}

/// Where a file is, or would be.
fn place(files: &[Arc<File>], path: &SourcePath) -> Result<usize, usize> {
    files.binary_search_by(|file| file.path.cmp(path))
}

/// The hashes of a file and of the comments beside it.
fn key(file: &SourceFile, comments: Option<&SourceFile>) -> (u128, u128) {
    (file.hash, comments.map_or(0, |file| file.hash))
}

/// Puts what is new in the place of what was at the same path, or takes that out; both
/// are sorted.
fn merge(rest: &[Arc<File>], new: Vec<(&SourcePath, Option<Arc<File>>)>) -> Vec<Arc<File>> {
    let mut all = Vec::with_capacity(rest.len() + new.len());
    let mut from = 0;
    for (path, file) in new {
        let (at, next) = match place(rest, path) {
            Ok(at) => (at, at + 1),
            Err(at) => (at, at),
        };
        all.extend_from_slice(&rest[from..at]);
        all.extend(file);
        from = next;
    }
    all.extend_from_slice(&rest[from..]);
    all
}

fn parse_file(
    file: &SourceFile,
    comments: Option<&SourceFile>,
    settings: &Settings,
    old: Option<&File>,
) -> File {
    let key = key(file, comments);
    let comments = comments.and_then(|file| Some((&file.path, file.text()?)));
    // What is no text was reported by whoever read it.
    let parsed = file.text().map(|text| {
        let parse = || parse_one(file, text, comments, settings);
        sheltered(&file.path, parse)
    });
    let (document, diagnostics) = match parsed {
        Some(Parsed { value, diagnostics }) => (value, diagnostics),
        None => (None, Vec::new()),
    };
    let last = old.and_then(|old| old.last.as_ref().or(old.document.as_ref()));
    let is_sound = document.is_some() && !diagnostics.iter().any(stops);
    File {
        path: file.path.clone(),
        key,
        last: last.filter(|_| !is_sound).cloned(),
        document,
        diagnostics,
    }
}

impl ParsedDocuments {
    /// The documents in the order of their paths, and what is wrong with each. A file
    /// that isn't sound stays what it was before, if `stop` says that its diagnostics
    /// stop a build: then no build is different from what is shown. What calls itself a
    /// draft is believed, whatever else is wrong with it.
    pub(super) fn documents(
        &self,
        stop: &dyn Fn(&[Diagnostic]) -> bool,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Documents {
        let mut documents = Documents::default();
        documents.posts.reserve(self.files[0].len());
        for file in self.files.iter().flatten() {
            diagnostics.extend_from_slice(&file.diagnostics);
            let last = file.last.as_ref();
            let last = last.filter(|_| match &file.document {
                // No text at all, as its reader has reported; or nothing of it is known.
                None => true,
                Some(document) => !document.is_draft() && stop(&file.diagnostics),
            });
            match last.or(file.document.as_ref()) {
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
) -> Parsed<Document> {
    let path = &file.path;
    match file.kind {
        Kind::Page => document(parse::page(path, text, settings), Document::Page),
        Kind::Author | Kind::Network | Kind::Tag => {
            let kind = match file.kind {
                Kind::Author => TermKind::Author,
                Kind::Network => TermKind::Network,
                _ => TermKind::Tag,
            };
            let profile = parse::profile(kind, path, text, settings);
            document(profile, Document::Profile)
        }
        _ => {
            let post = parse::post(path, text, comments, settings);
            document(post, Document::Post)
        }
    }
}

fn document<T>(parsed: Parsed<T>, kind: fn(Arc<T>) -> Document) -> Parsed<Document> {
    Parsed {
        value: parsed.value.map(Arc::new).map(kind),
        diagnostics: parsed.diagnostics,
    }
}

/// The post that archived comments belong to; any other file is its own.
pub(super) fn post_of(file: &SourcePath) -> SourcePath {
    match file.as_str().strip_suffix(".comments.yaml") {
        Some(stem) => SourcePath::new(&format!("{stem}.md")),
        None => file.clone(),
    }
}
