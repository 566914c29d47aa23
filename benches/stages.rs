//! The stages of a build, each on its own (`cargo bench --bench stages`).
//!
//! Times of one run are only comparable with each other; `docs/performance.md` has
//! counts of instructions, which are comparable anywhere.
#![allow(unreachable_pub, reason = "`criterion_group!` makes public items")]

#[path = "corpus/mod.rs"]
mod corpus;

use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;

use corpus::{Corpus, Work};
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use nitton::output::{Guard, Output};
use nitton::parse::RawHtml;
use nitton::parse::{self, Labels, Settings, fence};
use nitton::path::SourcePath;
use nitton::pipeline::{self, Loaded, Options, Ready};
use nitton::render::{Rendered, Values};
use nitton::routes::{Entry, IndexSize, Route, Routes};
use nitton::search::{Doc, Index, Language};
use nitton::site::{Documents, Include, Now, Site};

const POSTS: usize = 1000;

/// Whether a route is the kind that is looked for.
type Wanted = fn(&Route) -> bool;

fn parsing(bench: &mut Criterion) {
    let settings = Settings {
        language: "en".into(),
        timezone: jiff::tz::TimeZone::UTC,
        raw_html: RawHtml::Sanitize,
        base_url: None,
        default_author: false,
        labels: Labels::default(),
    };
    let post = Corpus::new().post(1);
    let file = SourcePath::new("content/posts/a.md");
    let start = fence::split(&file, &post.text, &[], &mut Vec::new()).body;
    let front_matter = &post.text[..start];
    bench.bench_function("front matter", |run| {
        run.iter(|| parse::post(&file, black_box(front_matter), None, &settings));
    });
    bench.bench_function("Markdown", |run| {
        run.iter(|| {
            parse::markdown::body(
                &file,
                black_box(&post.text),
                start,
                "",
                "a",
                "en",
                &settings,
            )
        });
    });
}

/// When the corpus is whole.
fn now() -> jiff::Timestamp {
    "2026-01-01T00:00:00Z".parse().expect("a time")
}

fn load(root: &Path) -> Loaded {
    corpus::write(root, POSTS, Work::Everything).expect("the corpus can be written");
    let options = Options {
        root: root.to_owned(),
        config: "site.yaml".into(),
        output: root.join("public"),
        base_url: None,
        include: Include::default(),
        now: Now::Instant(now()),
    };
    let loaded = pipeline::load(&options).expect("the site can be read");
    assert!(!loaded.has_errors(), "the corpus has errors");
    loaded
}

fn bytes(ready: &Ready, entry: &Entry) -> Vec<u8> {
    match ready.renderer().render(entry).expect("no error") {
        Rendered::Bytes(bytes) => bytes,
        Rendered::File(_) | Rendered::Version(..) => Vec::new(),
    }
}

fn rendering(bench: &mut Criterion) {
    let root = tempfile::tempdir().expect("a folder");
    let loaded = load(root.path());
    let ready = loaded.ready.as_ref().expect("a site");
    let first = |wanted: Wanted| {
        let mut entries = ready.routes.entries.iter();
        entries
            .find(|entry| wanted(&entry.route))
            .expect("there is one")
    };
    let routes: [(&str, Wanted); 4] = [
        ("a post", |route| matches!(route, Route::Post(500))),
        ("a list page", |route| matches!(route, Route::Home(5))),
        ("a feed", |route| matches!(route, Route::Feed(..))),
        ("the sitemap", |route| matches!(route, Route::Sitemap)),
    ];
    for (name, wanted) in routes {
        let entry = first(wanted);
        bench.bench_function(name, |run| run.iter(|| bytes(ready, black_box(entry))));
    }

    let documents = Documents {
        posts: ready
            .site
            .posts
            .iter()
            .map(|entry| Arc::clone(&entry.post))
            .collect(),
        ..Documents::default()
    };
    let (config, locale) = (&ready.site.config, ready.theme.locale());
    let assemble = || {
        let config = Arc::clone(config);
        Site::assemble(config, &documents, locale, now(), Include::default(), None).0
    };
    bench.bench_function("site assembly, 1000 posts", |run| run.iter(assemble));
    let assets: Vec<_> = ready
        .theme
        .assets()
        .map(|asset| asset.url.clone())
        .collect();
    let media = nitton::routes::media(&ready.site, &loaded.sources);
    bench.bench_function("routes, 1000 posts", |run| {
        run.iter(|| {
            let files = (&media, &ready.files);
            Routes::build(
                &ready.site,
                &loaded.sources,
                files,
                &assets,
                locale.words(),
                None,
            )
        });
    });
    bench.bench_function("room for values, 1000 posts", |run| {
        run.iter(|| Values::new(&ready.site));
    });
}

fn searching(bench: &mut Criterion) {
    let root = tempfile::tempdir().expect("a folder");
    let loaded = load(root.path());
    let ready = loaded.ready.as_ref().expect("a site");
    let posts = ready.site.posts.iter().map(|entry| &entry.post);
    let docs: Vec<Doc<'_>> = posts
        .clone()
        .map(|post| Doc {
            language: Language::of("sv"),
            title: &post.meta.title.value,
            lead: &post.body.lead,
            authors: Vec::new(),
            terms: Vec::new(),
            html: &post.body.html,
        })
        .collect();
    let size = IndexSize {
        docs: docs.len(),
        words: posts.map(|post| post.body.words).sum(),
    };
    bench.bench_function("search index, 1000 posts", |run| {
        run.iter(|| Index::build(black_box(&docs), size.word_files()));
    });
}

fn writing(bench: &mut Criterion) {
    let root = tempfile::tempdir().expect("a folder");
    let loaded = load(root.path());
    let ready = loaded.ready.as_ref().expect("a site");
    let pages: Vec<_> = (ready.routes.entries.iter())
        .filter(|entry| matches!(entry.route, Route::Post(_)))
        .map(|entry| (entry.url.to_out_path(), bytes(ready, entry)))
        .collect();
    let guard = Guard {
        root: root.path().to_owned(),
        protected: Vec::new(),
        home: None,
    };
    let write = |folder: &Path| {
        let output = Output::open(folder, &guard).expect("a folder of ours");
        let staged = pages.iter().map(|(path, bytes)| output.stage(path, bytes));
        let staged = staged.collect::<Result<Vec<_>, _>>().expect("staged");
        output.commit(staged).expect("committed")
    };
    bench.bench_function("output, 1000 new pages", |run| {
        run.iter_batched(
            || tempfile::tempdir().expect("a folder"),
            |folder| {
                write(&folder.path().join("out"));
                folder
            },
            BatchSize::PerIteration,
        );
    });
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("out");
    write(&out);
    bench.bench_function("output, 1000 equal pages", |run| run.iter(|| write(&out)));
}

criterion_group! {
    name = stages;
    config = Criterion::default().sample_size(20);
    targets = parsing, rendering, searching, writing
}
criterion_main!(stages);
