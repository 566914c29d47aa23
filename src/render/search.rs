//! The files of the search index, by what a site has to be found.
//!
//! Owns which documents are in the index, and what a result shows. Pages come first,
//! then posts from the oldest, so that of two equal answers the higher number is the
//! newer. Must never know how words are indexed.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::parse::document::{Body, TermKind};
use crate::path::UrlPath;
use crate::routes::{DOCS_A_FILE, IndexSize, SearchFile};
use crate::search::{self, Doc, Index, Language};
use crate::site::{PostEntry, Site};

use super::view::{Maker, cut, summary};

/// How many characters of a lead a result shows.
const LEAD: usize = 140;

/// The kinds of terms whose names a result shows. Names of tags, which may be many
/// thousands, are not fetched but with the filters.
const NAMED: [TermKind; 2] = [TermKind::Network, TermKind::Author];

/// The files of a site's index, but for the one that names all others.
#[derive(Debug)]
pub(super) struct Search {
    index: Index,
    /// The files of documents.
    described: Vec<Vec<u8>>,
    filters: Vec<u8>,
}

impl Search {
    /// Indexes a site.
    pub(super) fn new(maker: &Maker<'_>) -> Self {
        let site = maker.linker.site;
        let texts: Vec<(String, String)> = (0..count(site)).map(|doc| texts(site, doc)).collect();
        let docs: Vec<Doc<'_>> = texts
            .iter()
            .enumerate()
            .map(|(doc, (title, lead))| document(site, doc, title, lead))
            .collect();
        let index = Index::build(&docs, IndexSize::of(site).word_files());
        let chunks = texts.chunks(DOCS_A_FILE).enumerate();
        let described = chunks.map(|(file, texts)| described(maker, file * DOCS_A_FILE, texts));
        let tags = json!(names(site, TermKind::Tag)).to_string();
        Self {
            index,
            described: described.collect(),
            filters: search::filters(&tags, &lists(site), docs.len()),
        }
    }

    /// The bytes of one file.
    pub(super) fn render(&self, maker: &Maker<'_>, file: SearchFile) -> Vec<u8> {
        match file {
            SearchFile::Index => self.contents(maker),
            SearchFile::Words(number) => self.index.words.get(number).cloned().unwrap_or_default(),
            SearchFile::Docs(number) => self.described.get(number).cloned().unwrap_or_default(),
            SearchFile::Filters => self.filters.clone(),
            SearchFile::Spelling => self.index.spelling.clone().into_bytes(),
        }
    }

    /// `index.json`: what the script must know before it reads any other file.
    fn contents(&self, maker: &Maker<'_>) -> Vec<u8> {
        let site = maker.linker.site;
        let posts = site.posts.iter().map(|entry| language(entry, site));
        let pages = site.pages.iter().map(|entry| {
            let lang = entry.page.lang.as_ref();
            Language::of(lang.map_or(&site.config.language, |lang| &lang.value))
        });
        let mut languages: Vec<Language> = posts.chain(pages).collect();
        languages.sort_unstable();
        languages.dedup();
        // With spaces around each word, so that the script finds whole ones.
        let stop_words = languages.iter().map(|language| language.stop_words());
        let stop_words: Vec<String> = stop_words.map(|words| format!(" {words} ")).collect();
        let codes: Vec<&str> = languages.iter().map(|language| language.code()).collect();
        // Here before each, so that it finds where one begins.
        let endings = self.index.endings.iter();
        let endings: BTreeMap<&String, String> = endings
            .map(|(stem, endings)| (stem, format!(" {}", endings.join(" "))))
            .collect();
        let contents = json!({
            "sums": self.checksums(),
            "docs": count(site),
            "docs_a_file": DOCS_A_FILE,
            "languages": codes,
            "stop_words": stop_words,
            "endings": endings,
            "years": years(site),
            "names": NAMED.map(|kind| names(site, kind)),
            "keys": self.index.keys,
        });
        contents.to_string().into_bytes()
    }

    /// What each other file is known by: those of words, those of documents, the
    /// filters and the spelling.
    fn checksums(&self) -> String {
        let files = self.index.words.iter().chain(&self.described);
        let files = files.map(Vec::as_slice);
        let more = [&*self.filters, self.index.spelling.as_bytes()];
        files.chain(more).map(search::checksum).collect()
    }
}

/// How many documents there are.
fn count(site: &Site) -> usize {
    site.pages.len() + site.posts.len()
}

/// The post of a number that is no page's.
fn post(site: &Site, doc: usize) -> &PostEntry {
    &site.posts[count(site) - 1 - doc]
}

fn language(entry: &PostEntry, site: &Site) -> Language {
    let lang = entry.post.placement.lang.as_ref();
    Language::of(lang.map_or(&site.config.language, |lang| &lang.value))
}

/// Title and lead of a document.
fn texts(site: &Site, doc: usize) -> (String, String) {
    match site.pages.get(doc) {
        Some(entry) => {
            let page = &entry.page;
            let summary = page.summary.as_ref().map(|summary| summary.value.as_str());
            let lead = summary.unwrap_or(&page.body.lead);
            (page.title.value.clone(), lead.to_owned())
        }
        None => {
            let entry = post(site, doc);
            (entry.post.meta.title.value.clone(), summary(entry))
        }
    }
}

fn document<'a>(site: &'a Site, doc: usize, title: &'a str, lead: &'a str) -> Doc<'a> {
    let of = |language, body: &'a Body| Doc {
        language,
        title,
        lead,
        authors: Vec::new(),
        terms: Vec::new(),
        html: &body.html,
    };
    if let Some(entry) = site.pages.get(doc) {
        let lang = entry.page.lang.as_ref();
        let lang = lang.map_or(&site.config.language, |lang| &lang.value);
        return of(Language::of(lang), &entry.page.body);
    }
    let entry = post(site, doc);
    let names = |kind: TermKind| {
        let terms = entry.terms(kind).iter();
        terms.map(move |&index| site.terms.of(kind)[index].name.as_str())
    };
    Doc {
        authors: names(TermKind::Author).collect(),
        terms: names(TermKind::Tag)
            .chain(names(TermKind::Network))
            .collect(),
        ..of(language(entry, site), &entry.post.body)
    }
}

fn address<'a>(maker: &Maker<'a>, doc: usize) -> &'a UrlPath {
    let (site, routes) = (maker.linker.site, maker.linker.routes);
    match routes.permalinks.pages.get(doc) {
        Some(url) => url,
        None => &routes.permalinks.posts[count(site) - 1 - doc],
    }
}

/// A file of `posts/`: for each document its address, title, lead, date, networks,
/// authors, language and direction, without what is empty at the end.
fn described(maker: &Maker<'_>, first: usize, texts: &[(String, String)]) -> Vec<u8> {
    let site = maker.linker.site;
    let docs = texts.iter().enumerate().map(|(at, (title, lead))| {
        let doc = first + at;
        let mut facts = vec![
            json!(maker.href(address(maker, doc))),
            json!(title),
            json!(cut(lead, LEAD)),
        ];
        let lang = match site.pages.get(doc) {
            Some(entry) => {
                facts.extend([json!(""), json!([]), json!([])]);
                entry.page.lang.as_ref()
            }
            None => {
                let entry = post(site, doc);
                let day = entry.post.placement.date.civil.date();
                facts.push(json!(maker.locale.date_long(day)));
                facts.push(json!(entry.terms(TermKind::Network)));
                facts.push(json!(entry.terms(TermKind::Author)));
                entry.post.placement.lang.as_ref()
            }
        };
        let own = &site.config.language;
        if let Some(lang) = lang.filter(|lang| !lang.value.eq_ignore_ascii_case(own)) {
            facts.push(json!(lang.value));
            facts.push(json!(crate::locale::direction_of(&lang.value).as_str()));
        }
        Value::Array(facts)
    });
    let docs: Vec<Value> = docs.collect();
    Value::Array(docs).to_string().into_bytes()
}

/// The names of a kind of what filters; each with its key where that is another.
fn names(site: &Site, kind: TermKind) -> Vec<Vec<&str>> {
    let terms = site.terms.of(kind).iter().map(|term| {
        let (name, key) = (term.name.as_str(), term.slug.as_str());
        match name == key {
            true => vec![name],
            false => vec![name, key],
        }
    });
    terms.collect()
}

/// The documents of each name, in the same order.
fn lists(site: &Site) -> Vec<Vec<u32>> {
    let last = count(site).saturating_sub(1);
    let terms = TermKind::SHOWN
        .into_iter()
        .flat_map(|kind| site.terms.of(kind));
    let lists = terms.map(|term| {
        let docs = term.posts.iter().rev().map(|&id| (last - id) as u32);
        docs.collect()
    });
    lists.collect()
}

/// Each year with posts, and its first document.
fn years(site: &Site) -> Vec<(i16, usize)> {
    let mut years: Vec<(i16, usize)> = Vec::new();
    for doc in site.pages.len()..count(site) {
        let year = post(site, doc).post.placement.date.civil.year();
        if years.last().is_none_or(|(last, _)| *last != year) {
            years.push((year, doc));
        }
    }
    years
}
