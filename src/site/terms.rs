//! Tags, authors and networks: one idea, three kinds.
//!
//! Owns which names are one term, which profile belongs to it, and what people
//! call it. A term exists only through published posts. Must never know URLs.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Span, Spanned, site as report};
use crate::locale::Locale;
use crate::parse::document::{Post, Profile, TermKind};
use crate::path::{Slug, SourcePath, nfc};

use super::PostId;

/// A tag, an author or a network with at least one published post.
#[derive(Debug, Clone)]
pub struct Term {
    /// Its kind.
    pub kind: TermKind,
    /// What readers see.
    pub name: String,
    /// Its part of the URL.
    pub slug: Slug,
    /// Its profile, where there is one.
    pub profile: Option<Arc<Profile>>,
    /// Its posts, newest first.
    pub posts: Vec<PostId>,
    /// A file and place that names it, for diagnostics.
    pub named_in: (SourcePath, Span),
}

/// All terms, each kind in its language's alphabetical order.
#[derive(Debug, Clone, Default)]
pub struct Terms {
    tags: Vec<Term>,
    authors: Vec<Term>,
    networks: Vec<Term>,
}

impl Terms {
    /// The terms of one kind, A–Ö.
    pub fn of(&self, kind: TermKind) -> &[Term] {
        match kind {
            TermKind::Tag => &self.tags,
            TermKind::Author => &self.authors,
            TermKind::Network => &self.networks,
        }
    }
}

/// Collects the terms of `posts` (newest first), and each post's own by kind.
pub(super) fn collect<'a>(
    posts: &[&'a Arc<Post>],
    profiles: &'a [Arc<Profile>],
    default_author: Option<(&'a SourcePath, &'a Spanned<String>)>,
    locale: &Locale,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Terms, Vec<[Vec<usize>; 3]>) {
    let mut of_posts: Vec<[Vec<usize>; 3]> = vec![Default::default(); posts.len()];
    let mut kinds = TermKind::ALL.map(|kind| {
        let slot = kind.slot();
        let mut table = Table::new(kind, profiles);
        for (id, post) in posts.iter().enumerate() {
            let (file, names) = written(post, kind, default_author);
            for name in names {
                if let Some(term) = table.add(id, file, name, diagnostics) {
                    of_posts[id][slot].push(term);
                }
            }
        }
        let (terms, order) = table.finish(locale, diagnostics);
        for post in &mut of_posts {
            post[slot] = post[slot].iter().filter_map(|&term| order[term]).collect();
        }
        terms
    });
    let [tags, authors, networks] = &mut kinds;
    let take = std::mem::take::<Vec<Term>>;
    (
        Terms {
            tags: take(tags),
            authors: take(authors),
            networks: take(networks),
        },
        of_posts,
    )
}

/// A post's names of one kind, and the file in which they are written.
fn written<'a>(
    post: &'a Post,
    kind: TermKind,
    default_author: Option<(&'a SourcePath, &'a Spanned<String>)>,
) -> (&'a SourcePath, &'a [Spanned<String>]) {
    let placement = &post.placement;
    match (kind, default_author) {
        (TermKind::Author, Some((file, name))) if placement.authors.is_empty() => {
            (file, std::slice::from_ref(name))
        }
        (TermKind::Author, _) => (&post.source, &placement.authors),
        (TermKind::Tag, _) => (&post.source, &placement.tags),
        (TermKind::Network, _) => (&post.source, &placement.networks),
    }
}

/// The terms of one kind while they are collected.
struct Table<'a> {
    kind: TermKind,
    /// By id, as names are compared.
    by_id: BTreeMap<String, &'a Arc<Profile>>,
    /// By name, as names are compared; two profiles may have one name.
    by_name: BTreeMap<String, Vec<&'a Arc<Profile>>>,
    places: HashMap<String, usize>,
    /// Names as they are written, most of them many times.
    seen: BTreeMap<&'a str, Seen>,
    found: Vec<Found<'a>>,
}

/// A name as it is written.
struct Seen {
    place: usize,
    count: usize,
    /// Whether it means one profile at most; what doesn't is told each time.
    clear: bool,
}

/// A term in the order of first use.
struct Found<'a> {
    profile: Option<&'a Arc<Profile>>,
    spellings: BTreeMap<String, usize>,
    posts: Vec<PostId>,
    named_in: (SourcePath, Span),
}

impl<'a> Table<'a> {
    fn new(kind: TermKind, profiles: &'a [Arc<Profile>]) -> Self {
        let mut table = Self {
            kind,
            by_id: BTreeMap::new(),
            by_name: BTreeMap::new(),
            places: HashMap::new(),
            seen: BTreeMap::new(),
            found: Vec::new(),
        };
        for profile in profiles.iter().filter(|profile| profile.kind == kind) {
            table.by_id.insert(key(&profile.id), profile);
            table
                .by_name
                .entry(key(&profile.name.value))
                .or_default()
                .push(profile);
        }
        table
    }

    /// Adds a post to the term that `name` means; `None` if it is on it already.
    fn add(
        &mut self,
        id: PostId,
        file: &SourcePath,
        name: &'a Spanned<String>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<usize> {
        let place = match self.seen.get_mut(name.value.as_str()) {
            Some(seen) if seen.clear => {
                seen.count += 1;
                seen.place
            }
            _ => {
                let (place, clear) = self.place(file, name, diagnostics);
                let seen = self.seen.entry(&name.value);
                let first = Seen {
                    place,
                    count: 0,
                    clear,
                };
                seen.or_insert(first).count += 1;
                place
            }
        };
        let found = &mut self.found[place];
        if found.posts.last() == Some(&id) {
            let (kind, text) = (self.kind, &name.value);
            diagnostics.push(report::repeated_term(file, name.span, kind, text));
            return None;
        }
        found.posts.push(id);
        Some(place)
    }

    /// The place of the term that `name` means, made if it is new, and whether it
    /// means one profile at most.
    fn place(
        &mut self,
        file: &SourcePath,
        name: &Spanned<String>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> (usize, bool) {
        let name_key = key(&name.value);
        let named = self.by_name.get(&name_key).map_or(&[][..], Vec::as_slice);
        let by_id = self.by_id.get(&name_key);
        let unclear = match (by_id, named) {
            (None, [one, two, ..]) => Some(report::ambiguous_name(
                file,
                name.span,
                self.kind,
                &name.value,
                one,
                two,
            )),
            _ => None,
        };
        let clear = unclear.is_none();
        diagnostics.extend(unclear);
        let profile = by_id.or(named.first()).copied();
        let place_key = profile.map_or(name_key, |profile| format!("\u{0}{}", profile.id));
        let next = self.found.len();
        let place = *self.places.entry(place_key).or_insert(next);
        if place == next {
            if profile.is_none() {
                diagnostics.extend(self.unknown(file, name));
            }
            let named_in = (file.clone(), name.span);
            self.found.push(Found {
                profile,
                spellings: BTreeMap::new(),
                posts: Vec::new(),
                named_in,
            });
        }
        (place, clear)
    }

    /// An id of an author or a network that has no profile.
    fn unknown(&self, file: &SourcePath, name: &Spanned<String>) -> Option<Diagnostic> {
        let looks_like_id = Slug::from_text(&name.value)
            .is_some_and(|slug| slug.as_str() == name.value)
            && name.value.chars().any(|c| c.is_ascii_lowercase());
        if self.kind == TermKind::Tag || !looks_like_id {
            let near = self.near(&key(&name.value))?;
            let report = report::near_profile(file, name.span, self.kind, &name.value, near);
            return Some(report);
        }
        let known: Vec<&str> = self
            .by_id
            .values()
            .map(|profile| profile.id.as_str())
            .collect();
        Some(report::unknown_profile(
            file,
            name.span,
            self.kind,
            &name.value,
            &known,
        ))
    }

    /// The profile whose name a plain name probably misspells.
    fn near(&self, name: &str) -> Option<&'a Arc<Profile>> {
        let close = |other: &str| {
            other.len().abs_diff(name.len()) <= 2
                && name.len() >= 6
                && strsim::damerau_levenshtein(other, name) <= 2
        };
        let found = self.by_name.iter().find(|(other, _)| close(other))?;
        found.1.first().copied()
    }

    /// The terms in alphabetical order, and where each of the found ones went.
    fn finish(
        mut self,
        locale: &Locale,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> (Vec<Term>, Vec<Option<usize>>) {
        let kind = self.kind;
        for (name, seen) in &self.seen {
            let spellings = &mut self.found[seen.place].spellings;
            *spellings.entry(tidy(name)).or_default() += seen.count;
        }
        let mut named: Vec<(Vec<u8>, String, usize, Found<'a>)> =
            Vec::with_capacity(self.found.len());
        for (place, found) in self.found.into_iter().enumerate() {
            let common = found
                .spellings
                .iter()
                .max_by(|a, b| a.1.cmp(b.1).then_with(|| b.0.cmp(a.0)));
            let written = common.map_or(String::new(), |(spelling, _)| spelling.clone());
            let name = found
                .profile
                .map_or(written, |profile| profile.name.value.clone());
            named.push((locale.sort_key(&name), name, place, found));
        }
        named.sort_by(|a, b| (&a.0, &a.1).cmp(&(&b.0, &b.1)));
        let mut order = vec![None; named.len()];
        let mut terms = Vec::with_capacity(named.len());
        for (_, name, place, found) in named {
            let id = found.profile.map(|profile| profile.id.as_str());
            let own = found
                .profile
                .and_then(|profile| profile.slug.as_ref())
                .map(|slug| slug.value.clone());
            let Some(slug) = own.or_else(|| Slug::from_text(id.unwrap_or(&name))) else {
                diagnostics.push(report::empty_term_slug(
                    &found.named_in.0,
                    found.named_in.1,
                    kind,
                    &name,
                ));
                continue;
            };
            order[place] = Some(terms.len());
            let profile = found.profile.cloned();
            terms.push(Term {
                kind,
                name,
                slug,
                profile,
                posts: found.posts,
                named_in: found.named_in,
            });
        }
        report_near_duplicates(&terms, diagnostics);
        (terms, order)
    }
}

/// What makes two names one: NFC, case and white space don't count.
fn key(name: &str) -> String {
    tidy(name).to_lowercase()
}

fn tidy(name: &str) -> String {
    nfc(name).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Warns of terms that differ in one letter: linear in the number of terms, since
/// each is only compared with those that share a spelling with one letter left out.
fn report_near_duplicates(terms: &[Term], diagnostics: &mut Vec<Diagnostic>) {
    let mut spellings: HashMap<String, Vec<usize>> = HashMap::new();
    for (index, term) in terms.iter().enumerate() {
        let name = key(&term.name);
        let letters: Vec<char> = name.chars().collect();
        if letters.len() < 7 || term.name.chars().any(|c| c.is_ascii_digit()) {
            continue;
        }
        let mut near: Vec<usize> = Vec::new();
        let shorter = (0..letters.len()).map(|skip| {
            letters
                .iter()
                .enumerate()
                .filter(|&(place, _)| place != skip)
                .map(|(_, c)| *c)
                .collect::<String>()
        });
        for spelling in std::iter::once(name.clone()).chain(shorter) {
            let others = spellings.entry(spelling).or_default();
            if others.last() != Some(&index) {
                near.extend(others.iter().take(8));
                others.push(index);
            }
        }
        near.sort_unstable();
        near.dedup();
        for other in near {
            let other = &terms[other];
            let both_described = term.profile.is_some() && other.profile.is_some();
            if !both_described && strsim::damerau_levenshtein(&key(&other.name), &name) == 1 {
                let (rare, common) = if term.posts.len() <= other.posts.len() {
                    (term, other)
                } else {
                    (other, term)
                };
                diagnostics.push(report::near_duplicate_terms(rare, common));
            }
        }
    }
}
