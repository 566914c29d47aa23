//! From a saved edit to the new page in an answer of `nitton serve`, and from its start
//! to the first page beside a full build (`docs/serve.md`).
//!
//! ```sh
//! cargo bench --bench serve -- [--posts 1000,10000] [--edits 25] [--starts 5] [--out /dev/shm]
//! ```
//!
//! Each edit is a file that is written in place. From then on the page is asked for
//! until the new text is in it, each time on a connection of its own. Before the next
//! edit there is a pause, so that it meets the preview where a writer's does: busy
//! rendering the rest of the site.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    unreachable_pub,
    reason = "a benchmark prints"
)]

#[path = "../corpus/mod.rs"]
mod corpus;
mod edits;
#[path = "../options/mod.rs"]
mod options;
mod preview;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use edits::{Edit, Writer};
use options::Options;
use preview::Preview;

fn main() {
    let (options, [edits, count]) = Options::read([("--edits", 25), ("--starts", 5)]);
    for &posts in &options.posts {
        let site = tempfile::tempdir().expect("a folder for the site");
        corpus::write(site.path(), posts, corpus::Work::Everything).expect("it can be written");
        println!("\n## {posts} posts\n");
        starts(site.path(), &options.out, count);
        println!("\n| edit | median ms | 90 % ms | slowest ms |");
        println!("|---|---:|---:|---:|");
        let preview = Preview::start(site.path());
        let mut writer = Writer::new(site.path(), posts);
        for edit in Edit::ALL {
            let times = times(&preview, &mut writer, edit, edits);
            let [median, most, slowest] = spread(times);
            println!(
                "| {} | {median:.1} | {most:.1} | {slowest:.1} |",
                edit.name()
            );
        }
    }
}

/// Builds and starts in turn; what is reported is the ratio of each turn.
fn starts(site: &Path, out: &Path, count: usize) {
    // Reads everything once.
    build(site, out);
    let mut turns = Vec::new();
    for _ in 0..count {
        let build = build(site, out);
        let start = Instant::now();
        let preview = Preview::start(site);
        assert_eq!(preview.get("/").status, 200);
        turns.push((build.as_secs_f64(), start.elapsed().as_secs_f64()));
    }
    let middle = |of: fn(&(f64, f64)) -> f64| spread(turns.iter().map(of).collect())[0];
    println!(
        "full build {:.3} s, start to first page {:.3} s, ratio {:.2} (medians of {count})",
        middle(|turn| turn.0),
        middle(|turn| turn.1),
        middle(|turn| turn.1 / turn.0)
    );
}

fn build(site: &Path, out: &Path) -> Duration {
    let out = tempfile::tempdir_in(out).expect("a folder for the output");
    let start = Instant::now();
    let status = Command::new(env!("CARGO_BIN_EXE_nitton"))
        .args(["build", "--quiet", "--now", "2026-01-01", "--root"])
        .arg(site)
        .arg("--output-dir")
        .arg(out.path().join("site"))
        .stdout(Stdio::null())
        .status()
        .expect("the program starts");
    let time = start.elapsed();
    assert!(status.success(), "the build failed");
    time
}

/// Between two edits; longer than the preview waits before it looks at the rest.
const PAUSE: Duration = Duration::from_millis(500);
/// Between two questions.
const STEP: Duration = Duration::from_micros(500);
/// An edit that isn't shown by then never will be.
const PATIENCE: Duration = Duration::from_secs(30);

fn times(preview: &Preview, writer: &mut Writer, edit: Edit, count: usize) -> Vec<f64> {
    let one = |number| {
        std::thread::sleep(PAUSE);
        let saved = writer.prepare(edit, number);
        assert!(!saved.shows(preview), "{} {number} is no edit", edit.name());
        let start = Instant::now();
        saved.save();
        while !saved.shows(preview) {
            assert!(start.elapsed() < PATIENCE, "{} is not seen", edit.name());
            std::thread::sleep(STEP);
        }
        start.elapsed().as_secs_f64() * 1000.0
    };
    (0..count).map(one).collect()
}

/// The median, what nine in ten stay below, and the largest.
fn spread(mut values: Vec<f64>) -> [f64; 3] {
    values.sort_by(f64::total_cmp);
    let last = values.len() - 1;
    [values[last / 2], values[last * 9 / 10], values[last]]
}
