//! What is built, checked and printed.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use super::corpus::{self, Work};
use super::measure::{self, Cost};
use super::options::Options;

pub const NITTON: &str = env!("CARGO_BIN_EXE_nitton");

/// Measures all sizes.
pub fn run() {
    let (options, [runs]) = Options::read([("--runs", 5)]);
    for &posts in &options.posts {
        println!("\n## {posts} posts, medians of {runs} runs\n");
        println!("| | wall s | CPU s | peak MiB | × the floor | files | MB |");
        println!("|---|---:|---:|---:|---:|---:|---:|");
        for work in [Work::Compared, Work::Themed, Work::Everything] {
            measure_site(&options.out, posts, work, runs);
        }
    }
}

fn measure_site(out: &Path, posts: usize, work: Work, runs: usize) {
    let site = tempfile::tempdir().expect("a folder for the site");
    corpus::write(site.path(), posts, work).expect("the corpus can be written");
    let out = tempfile::tempdir_in(out).expect("a folder for the output");
    let (built, low) = (out.path().join("built"), out.path().join("floor"));
    let text = |path: &Path| path.to_string_lossy().into_owned();
    let (root, built_text, low_text) = (text(site.path()), text(&built), text(&low));
    let sources = text(&site.path().join("content/posts"));
    let this = text(&std::env::current_exe().expect("this program has a path"));
    let build = [
        NITTON,
        "build",
        "--quiet",
        "--now",
        "2026-01-01",
        "--root",
        &root,
        "--output-dir",
        &built_text,
    ];
    let low_run = [&this, "--floor", &sources, &built_text, &low_text];

    // Reads everything once, and says what to compare with.
    measure::run(&build);
    let first = listing(&built);
    check(&built, posts, work);
    let mut costs: [Vec<Cost>; 3] = Default::default();
    for _ in 0..runs {
        costs[0].push(measure::run(&low_run));
        fs::remove_dir_all(&low).expect("the floor's output can be removed");
        fs::remove_dir_all(&built).expect("the output can be removed");
        costs[1].push(measure::run(&build));
        let again = listing(&built);
        assert!(
            same_bytes(&first, &again),
            "two builds of the same site differ"
        );
        costs[2].push(measure::run(&build));
        assert!(
            again == listing(&built),
            "a build without a change touched something"
        );
    }
    let bytes: u64 = first.values().map(|file| file.len).sum();
    for (name, costs_of) in ["floor", "build", "second build"].iter().zip(&costs) {
        let ratio = median(
            costs_of
                .iter()
                .zip(&costs[0])
                .map(|(cost, low)| cost.wall.as_secs_f64() / low.wall.as_secs_f64()),
        );
        println!(
            "| {work:?}: {name} | {:.3} | {:.3} | {:.0} | {ratio:.2} | {} | {:.1} |",
            median(costs_of.iter().map(|cost| cost.wall.as_secs_f64())),
            median(costs_of.iter().map(|cost| cost.cpu.as_secs_f64())),
            median(costs_of.iter().map(|cost| cost.memory)),
            first.len(),
            bytes as f64 / 1e6,
        );
    }
}

pub fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// A file of the output.
#[derive(PartialEq)]
struct Found {
    len: u64,
    modified: (i64, i64),
    inode: u64,
    hash: u128,
}

/// Every file that visitors see.
fn listing(folder: &Path) -> BTreeMap<PathBuf, Found> {
    let files = walkdir::WalkDir::new(folder).into_iter();
    let files = files.map(|entry| entry.expect("the output can be read"));
    let files = files.filter(|entry| {
        entry.file_type().is_file() && !entry.file_name().to_string_lossy().starts_with('.')
    });
    files
        .map(|entry| {
            let metadata = entry.metadata().expect("it is there");
            let bytes = fs::read(entry.path()).expect("it can be read");
            let found = Found {
                len: metadata.len(),
                modified: (metadata.mtime(), metadata.mtime_nsec()),
                inode: metadata.ino(),
                hash: xxhash_rust::xxh3::xxh3_128(&bytes),
            };
            (entry.into_path(), found)
        })
        .collect()
}

fn same_bytes(one: &BTreeMap<PathBuf, Found>, other: &BTreeMap<PathBuf, Found>) -> bool {
    let bytes = |files: &BTreeMap<PathBuf, Found>| -> Vec<(PathBuf, u128)> {
        let files = files.iter();
        files
            .map(|(path, found)| (path.clone(), found.hash))
            .collect()
    };
    bytes(one) == bytes(other)
}

/// The work was done: a page for every post, its title and last words in it, lists
/// of all of them, and the feeds that were asked for.
fn check(built: &Path, posts: usize, work: Work) {
    let corpus = corpus::Corpus::new();
    for index in (0..posts).step_by((posts / 200).max(1)) {
        let post = corpus.post(index);
        let page = built.join("posts").join(&post.name).join("index.html");
        let html = fs::read_to_string(&page).unwrap_or_else(|e| panic!("{}: {e}", page.display()));
        let title = post.text.lines().nth(1).expect("a title");
        let title = title.trim_start_matches("title: ").trim_matches('"');
        assert!(
            html.contains(&format!(">{title}</h1>")),
            "{}: no title",
            page.display()
        );
        let heading = post.text.lines().filter(|line| line.starts_with("## "));
        for heading in heading.map(|line| &line[3..]) {
            assert!(html.contains(heading), "{}: no “{heading}”", page.display());
        }
    }
    let pages = posts.div_ceil(20);
    let last = built.join(format!("page/{pages}/index.html"));
    assert!(pages < 2 || last.is_file(), "no {}", last.display());
    let feeds: &[&str] = match work {
        Work::Compared | Work::Themed => &["feed.xml"],
        Work::Everything => &[
            "feed.xml",
            "atom.xml",
            "feed.json",
            "archive/index.html",
            "search/index.html",
        ],
    };
    for name in feeds {
        assert!(built.join(name).is_file(), "no {name}");
    }
}
