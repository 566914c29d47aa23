//! All documents as one immutable [`Site`].
//!
//! Owns who is published, in what order, the terms (tags, authors and networks are
//! one idea in three kinds), neighbours and related posts. Must never know URLs,
//! templates or output paths.

mod clock;
mod identity;
mod names;
mod now_option;
mod order;
mod own;
mod post_keys;
mod present;
mod published;
mod related;
mod statement;
mod terms;
mod translations;
mod visibility;

use std::sync::Arc;

use crate::config::Config;
use crate::diagnostic::{Diagnostic, Span, Spanned};
use crate::locale::Locale;
use crate::parse::document::{Date, Page, Post, Profile, TermKind};
use crate::path::SourcePath;

use clock::Clock;
use order::{Order, Placed};
use translations::language;

pub use clock::Interval;
pub use identity::permanent_id;
pub use now_option::{NoTime, Now};
pub use own::OwnTerms;
pub use terms::{Term, Terms};
pub use visibility::{Include, Unpublished};

/// An index into [`Site::posts`].
pub type PostId = usize;

/// What parsing made of all files, in the order of their paths.
#[derive(Debug, Clone, Default)]
pub struct Documents {
    /// Posts.
    pub posts: Vec<Arc<Post>>,
    /// Pages.
    pub pages: Vec<Arc<Page>>,
    /// Profiles of all kinds.
    pub profiles: Vec<Arc<Profile>>,
    /// Files of which nothing could be made: they exist, so that links to them
    /// raise no second error.
    pub broken: Vec<SourcePath>,
}

/// The site at one time. Nothing in it changes once it is made.
#[derive(Debug)]
pub struct Site {
    /// The configuration.
    pub config: Arc<Config>,
    /// Published posts, newest first.
    pub posts: Vec<PostEntry>,
    /// Published pages, in the order of their files.
    pub pages: Vec<PageEntry>,
    /// Tags, authors and networks of published posts.
    pub terms: Arc<Terms>,
    /// What is not published, in the order of files.
    pub unpublished: Vec<UnpublishedDocument>,
    /// Running words of all published texts.
    pub words: usize,
    /// In which interval the same files make the same site.
    pub holds: Interval,
    include: Include,
    order: Arc<Order>,
}

/// A published post and its place among the others.
#[derive(Debug)]
pub struct PostEntry {
    /// The post.
    pub post: Arc<Post>,
    /// Why the public doesn't see it, when it is included by a flag.
    pub unpublished: Option<Unpublished>,
    /// Its tags, authors and networks.
    pub terms: OwnTerms,
    /// When it last changed in substance.
    pub modified: Date,
    /// Whether it shows or links to files that are no documents. To ask each post for that
    /// where it lies costs 2 ms of an edit that moves a post or adds one, at 10,000 posts.
    pub has_files: bool,
    /// Whether the deadline of its call to action has passed.
    pub deadline_is_past: bool,
    /// In which interval all of this is so.
    holds: Interval,
}

impl PostEntry {
    /// The post's terms of one kind, in the order written.
    pub fn terms(&self, kind: TermKind) -> &[usize] {
        self.terms.of(kind)
    }
}

/// A published page.
#[derive(Debug)]
pub struct PageEntry {
    /// The page.
    pub page: Arc<Page>,
    /// Why the public doesn't see it, when it is included by a flag.
    pub unpublished: Option<Unpublished>,
}

/// A document that leaves no trace in the output.
#[derive(Debug, Clone)]
pub struct UnpublishedDocument {
    /// Its file.
    pub source: SourcePath,
    /// Its title.
    pub title: String,
    /// Why.
    pub reason: Unpublished,
    /// When it appears or disappeared, where there is such a day.
    pub date: Option<Date>,
    /// What it is, for those who want to know where it would stand.
    pub document: Hidden,
}

/// A post or a page that is unpublished.
#[derive(Debug, Clone)]
pub enum Hidden {
    /// A post.
    Post(Arc<Post>),
    /// A page.
    Page(Arc<Page>),
}

impl Hidden {
    /// Old addresses that would lead to it.
    pub fn aliases(&self) -> &[Spanned<String>] {
        match self {
            Self::Post(post) => &post.placement.aliases,
            Self::Page(page) => &page.aliases,
        }
    }
}

/// What a source file became.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reference {
    /// A published post.
    Post(PostId),
    /// A published page.
    Page(usize),
    /// A term with posts.
    Term(TermKind, usize),
    /// A profile without published posts.
    Unused,
    /// A draft, a scheduled or an expired document.
    Unpublished,
    /// A file with errors; it exists, but that is all that is known.
    Broken,
}

impl Site {
    /// Assembles a site. Pure: the clock's only reading is `now`. Of the site `before`
    /// is taken what follows from nothing that has changed.
    pub fn assemble(
        config: Arc<Config>,
        documents: &Documents,
        locale: &Locale,
        now: jiff::Timestamp,
        include: Include,
        before: Option<&Self>,
    ) -> (Self, Vec<Diagnostic>) {
        let mut clock = Clock::new(now, &config.timezone);
        let judged = before.filter(|before| {
            before.holds.contains(now)
                && Arc::ptr_eq(&before.config, &config)
                && before.include == include
        });
        let when = (&mut clock, include);
        let (shown, by_file, mut unpublished) = published::posts(documents, when, judged);
        let (pages, hidden) = published::pages(documents, (&mut clock, include));
        unpublished.extend(hidden);
        unpublished.sort_by(|a, b| a.source.cmp(&b.source));
        let placed = Placed {
            config: &config,
            posts: &shown,
            pages: &pages,
            unpublished: &unpublished,
            profiles: &documents.profiles,
            broken: &documents.broken,
        };
        let order = match before.filter(|before| order::holds(before, &placed)) {
            Some(before) => before.order.clone(),
            None => order::make(&placed, by_file, locale, before),
        };
        let words = pages.iter().map(|entry| entry.page.body.words);
        let words = words
            .chain(shown.iter().map(|shown| shown.post.body.words))
            .sum();
        let own = order.own.iter().cloned();
        let posts = shown.into_iter().zip(own).map(|(shown, terms)| PostEntry {
            post: shown.post,
            unpublished: shown.unpublished,
            terms,
            modified: shown.modified,
            has_files: shown.has_files,
            deadline_is_past: shown.deadline_is_past,
            holds: shown.holds,
        });
        let posts = posts.collect();
        let mut diagnostics = order.diagnostics.clone();
        diagnostics.extend(statement::old_assessment(&config, &mut clock));
        let outdated = |entry: &PageEntry| present::outdated(&entry.page, &mut clock);
        diagnostics.extend(pages.iter().filter_map(outdated));
        let holds = clock.holds();
        let site = Self {
            config,
            posts,
            pages,
            terms: order.terms.clone(),
            unpublished,
            words,
            holds,
            include,
            order,
        };
        (site, diagnostics)
    }

    /// Whether the documents of this site stand as those of another one did: in the
    /// same order, under the same terms, with the same dates and names in addresses.
    pub fn is_ordered_as(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.order, &other.order)
    }

    /// Whether the same would be reported of the documents of both sites, which stand in the
    /// same order, at the same places of their files.
    pub fn is_told_as(&self, other: &Self) -> bool {
        let posts = self.posts.iter().zip(&other.posts);
        let mut pages = self.pages.iter().zip(&other.pages);
        pages.all(|(a, b)| Arc::ptr_eq(&a.page, &b.page))
            && posts
                .map(|(a, b)| (&a.post, &b.post))
                .all(|(a, b)| order::are_told_alike(a, b))
    }

    /// For each post, the one of another site that is the very same, if there is one.
    pub fn posts_of(&self, other: &Self) -> Vec<Option<PostId>> {
        let posts = self.posts.iter().map(|entry| &entry.post);
        post_keys::same_in_order(&other.posts, posts)
    }

    /// The first place that names a term.
    pub fn named_in(&self, term: &Term) -> (&SourcePath, Span) {
        let default = self.config.default_author.as_ref();
        let post = &self.posts[term.posts[0]].post;
        let names = post.placement.names(term.kind);
        match (names.get(term.named_by), default) {
            (Some(name), _) => (&post.source, name.span),
            (None, Some(author)) => (&self.config.source, author.span),
            (None, None) => (&post.source, Span::default()),
        }
    }

    /// What became of a source file; `None` if no such document exists.
    pub fn reference(&self, source: &SourcePath) -> Option<Reference> {
        let post = self.order.by_file.binary_search_by(|&id| {
            let post = &self.posts[id].post;
            post.source.cmp(source)
        });
        match post {
            Ok(at) => Some(Reference::Post(self.order.by_file[at])),
            Err(_) => self.order.others.get(source).copied(),
        }
    }

    /// The posts in the order of their files.
    pub fn posts_by_file(&self) -> &[PostId] {
        &self.order.by_file
    }

    /// The post after this one in time.
    pub fn later(&self, id: PostId) -> Option<PostId> {
        id.checked_sub(1)
    }

    /// The post before this one in time.
    pub fn earlier(&self, id: PostId) -> Option<PostId> {
        (id + 1 < self.posts.len()).then_some(id + 1)
    }

    /// Posts that share rare terms with this one, best first.
    pub fn related(&self, id: PostId) -> Vec<PostId> {
        let order = &self.order;
        let rows = order.rows.get_or_init(|| related::Rows::new(&order.own));
        related::of_one(id, rows, &self.terms, self.config.related)
    }

    /// The same text in other languages, newest first; one post a language.
    pub fn translations(&self, entry: &PostEntry) -> Vec<PostId> {
        let key = entry.post.placement.translation_key.as_ref();
        let all = key
            .and_then(|key| self.order.translations.get(key))
            .map_or(&[][..], Vec::as_slice);
        let language = |entry: &PostEntry| language(&entry.post, &self.config).to_lowercase();
        let own = language(entry);
        all.iter()
            .copied()
            .filter(|&id| language(&self.posts[id]) != own)
            .collect()
    }

    /// Every document that could be linked to, for "did you mean", sorted.
    pub fn linkable(&self) -> Vec<&SourcePath> {
        let posts = self.posts.iter().map(|entry| &entry.post.source);
        let mut paths: Vec<&SourcePath> = posts.chain(self.order.others.keys()).collect();
        paths.sort();
        paths
    }

    /// Profiles without published posts.
    pub fn unused_profiles(&self) -> impl Iterator<Item = &Profile> {
        let is_unused = |profile: &&Arc<Profile>| {
            self.order.others.get(&profile.source) == Some(&Reference::Unused)
        };
        let profiles = self.order.profiles.iter().filter(is_unused);
        profiles.map(|profile| &**profile)
    }

    /// Corrections of published posts, newest first: post, and index in its list.
    pub fn corrections(&self) -> Vec<(PostId, usize)> {
        let posts = self.posts.iter().enumerate();
        let mut all: Vec<(PostId, usize)> = posts
            .flat_map(|(id, entry)| {
                (0..entry.post.meta.corrections.len()).map(move |index| (id, index))
            })
            .collect();
        let instant = |&(id, index): &(PostId, usize)| {
            self.posts[id].post.meta.corrections[index].date.instant
        };
        all.sort_by_key(|place| (std::cmp::Reverse(instant(place)), *place));
        all
    }
}
