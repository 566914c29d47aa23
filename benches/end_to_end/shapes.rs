//! Sites of unusual shapes, each at half its size and whole: what is linear costs
//! twice as much. `tests/suite/growth.rs` counts what such sites write.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use super::corpus::{self, Corpus, Work};
use super::measure;
use super::rows::{NITTON, median};

const RUNS: usize = 3;

/// Writes the posts of a shape of this size.
type Write = fn(usize) -> Vec<String>;

/// What it is, its size, and its posts.
const SHAPES: [(&str, usize, Write); 4] = [
    ("one tag on all of 10,000 posts", 10_000, one_tag),
    ("20,000 tags on 10,000 posts", 10_000, own_tags),
    ("2,000 tags on one post of 100", 2000, many_tags),
    ("one post of 10 MB", 10_000_000, long_post),
];

/// Measures them all.
pub fn run() {
    println!("| | half: CPU s | whole: CPU s | whole / half | peak MiB |");
    println!("|---|---:|---:|---:|---:|");
    for (name, size, posts) in SHAPES {
        let half = cost(&posts(size / 2));
        let whole = cost(&posts(size));
        println!(
            "| {name} | {:.3} | {:.3} | {:.2} | {:.0} |",
            half.0,
            whole.0,
            whole.0 / half.0,
            whole.1
        );
    }
}

/// CPU seconds and MiB of a build, medians.
fn cost(posts: &[String]) -> (f64, f64) {
    let site = tempfile::tempdir().expect("a folder for the site");
    corpus::write(site.path(), 0, Work::Everything).expect("a site");
    for (number, text) in posts.iter().enumerate() {
        let file = site.path().join(format!("content/posts/p{number}.md"));
        fs::write(file, text).expect("a post");
    }
    let root = site.path().to_string_lossy().into_owned();
    let costs: Vec<(f64, f64)> = (0..RUNS)
        .map(|_| {
            let memory = Path::new("/dev/shm");
            let out = match memory.is_dir() {
                true => tempfile::tempdir_in(memory),
                false => tempfile::tempdir(),
            };
            let out = out.expect("a folder for the output");
            let out = out.path().join("out").to_string_lossy().into_owned();
            let build = [
                NITTON,
                "build",
                "--quiet",
                "--now",
                "2030-01-01",
                "--root",
                &root,
                "--output-dir",
                &out,
            ];
            let cost = measure::run(&build);
            (cost.cpu.as_secs_f64(), cost.memory)
        })
        .collect();
    (
        median(costs.iter().map(|cost| cost.0)),
        median(costs.iter().map(|cost| cost.1)),
    )
}

fn post(number: usize, tags: &str, text: &str) -> String {
    let (day, month, year) = (number % 28 + 1, number / 28 % 12 + 1, 1990 + number / 336);
    format!(
        "---\ntitle: Inlägg {number}\ndate: {year}-{month:02}-{day:02}\nauthor: Åsa Ek\ntags: [{tags}]\n---\n\n{text}\n"
    )
}

fn one_tag(posts: usize) -> Vec<String> {
    let text = "En text av vanligt slag, som står i flödet.";
    (0..posts)
        .map(|number| post(number, "fred", text))
        .collect()
}

fn own_tags(posts: usize) -> Vec<String> {
    let text = "En text av vanligt slag, som står i flödet.";
    (0..posts)
        .map(|number| post(number, &format!("q{number}x1, q{number}x2"), text))
        .collect()
}

fn many_tags(tags: usize) -> Vec<String> {
    let all = (0..tags).map(|tag| format!("w{tag}w")).collect::<Vec<_>>();
    (0..100)
        .map(|number| match number {
            0 => post(number, &all.join(", "), "En text med många ämnen."),
            _ => post(number, "fred", "En text med ett ämne."),
        })
        .collect()
}

fn long_post(bytes: usize) -> Vec<String> {
    let corpus = Corpus::new();
    let mut text = String::with_capacity(bytes);
    for number in 0.. {
        let body = corpus.post(number).text;
        // Footnotes and links are by name, and each name may stand once.
        let plain = body.lines().skip_while(|line| *line != "---").skip(1);
        let plain = plain.skip_while(|line| *line != "---").skip(1);
        for line in plain.filter(|line| !line.contains("[^") && !line.contains("](")) {
            let _ = writeln!(text, "{line}");
        }
        if text.len() >= bytes {
            break;
        }
    }
    vec![post(0, "fred", &text)]
}
