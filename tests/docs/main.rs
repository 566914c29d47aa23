//! The documentation says what the program does: commands, keys, codes, and every
//! field that a template gets.

mod commands;
mod diagnostics;
mod keys;
mod markdown;
mod site;
mod swedish;
mod themes;

use std::path::{Path, PathBuf};

/// The files that people read.
const DOCUMENTS: &[&str] = &[
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "SECURITY.md",
    "docs/configuration.md",
    "docs/diagnostics.md",
    "docs/front-matter.md",
    "docs/markdown.md",
    "docs/pictures.md",
    "docs/moving-in.md",
    "docs/performance.md",
    "docs/search.md",
    "docs/serve.md",
    "docs/themes.md",
    "docs/sv/README.md",
    "docs/sv/kom-igang.md",
    "docs/sv/skriva-inlagg.md",
    "docs/sv/bilder.md",
    "docs/sv/felen.md",
    "docs/sv/publicera.md",
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(name: &str) -> String {
    read_file(&root().join(name))
}

fn read_file(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A fenced block: its language, its text, and the line before it.
struct Block {
    language: String,
    text: String,
    before: String,
}

/// The fenced blocks of a document.
fn blocks(document: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut before = String::new();
    let mut lines = document.lines();
    while let Some(line) = lines.next() {
        match line.trim_start().strip_prefix("```") {
            None => before = line.to_owned(),
            Some(language) => {
                let indent = line.len() - line.trim_start().len();
                let inner = lines.by_ref().take_while(|line| line.trim() != "```");
                let text = inner
                    .map(|line| line.get(indent..).unwrap_or("").to_owned() + "\n")
                    .collect();
                blocks.push(Block {
                    language: language.to_owned(),
                    text,
                    before: std::mem::take(&mut before),
                });
            }
        }
    }
    blocks
}

/// The cells of the tables' rows, with the last heading above; headers are left out.
fn rows(document: &str) -> Vec<(String, Vec<String>)> {
    let mut rows = Vec::new();
    let (mut heading, mut in_table) = (String::new(), false);
    for line in document.lines() {
        if line.starts_with('#') {
            heading = line.trim_start_matches('#').trim().to_owned();
        }
        if !line.starts_with('|') {
            in_table = false;
        } else if line.starts_with("|---") {
            in_table = true;
        } else if in_table {
            let escaped = line.trim_matches('|').replace("\\|", "\u{0}");
            let cells = escaped
                .split('|')
                .map(|cell| cell.trim().replace('\u{0}', "|"));
            rows.push((heading.clone(), cells.collect()));
        }
    }
    rows
}

/// The texts between backticks on one line.
fn code_spans(line: &str) -> Vec<&str> {
    line.split('`').skip(1).step_by(2).collect()
}

#[test]
fn links_between_documents_lead_somewhere() {
    for name in DOCUMENTS {
        let document = read(name);
        for target in document
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split_once(')'))
            .map(|(target, _)| target)
        {
            // Examples in fenced blocks are no links of the document.
            if target.contains("://")
                || blocks(&document)
                    .iter()
                    .any(|block| block.text.contains(&format!("]({target})")))
            {
                continue;
            }
            let (path, anchor) = target.split_once('#').unwrap_or((target, ""));
            let folder = Path::new(name).parent().unwrap_or(Path::new(""));
            let file = if path.is_empty() {
                PathBuf::from(name)
            } else {
                folder.join(path)
            };
            if code_spans(&document.replace('\n', " "))
                .iter()
                .any(|code| code.contains(target))
            {
                continue;
            }
            assert!(
                root().join(&file).exists(),
                "{name} links to {target}, which is not there"
            );
            if !anchor.is_empty() {
                let text = read_file(&root().join(&file));
                let headings = text.lines().filter(|line| line.starts_with('#'));
                let ids: Vec<String> = headings.map(anchor_of).collect();
                assert!(
                    ids.iter().any(|id| id == anchor),
                    "{name} links to {target}: there is no such heading"
                );
            }
        }
    }
}

/// The id that code hosts give a heading.
fn anchor_of(heading: &str) -> String {
    let words = heading.trim_start_matches('#').trim().to_lowercase();
    let kept = words
        .chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.collect::<String>().replace(' ', "-")
}

#[test]
fn the_stated_rust_is_the_true_one() {
    let version = env!("CARGO_PKG_RUST_VERSION");
    for name in ["README.md", "CONTRIBUTING.md"] {
        assert!(
            read(name).contains(&format!("{version} or later")),
            "{name} names another Rust than {version}"
        );
    }
}

#[test]
fn files_of_the_program_are_where_the_documents_say() {
    let mut count = 0;
    for name in ["ARCHITECTURE.md", "CONTRIBUTING.md"] {
        let document = read(name);
        for path in document.lines().flat_map(code_spans) {
            let plain = |c: char| c.is_ascii_lowercase() || matches!(c, '_' | '/' | '.');
            // What is only there once something was built.
            let made = path.starts_with("target/") || path.starts_with(".nitton/");
            if made || !path.chars().all(plain) || !(path.ends_with(".rs") || path.ends_with('/')) {
                continue;
            }
            let places = [root().join(path), root().join("src").join(path)];
            assert!(
                places.iter().any(|place| place.exists()),
                "{name} names `{path}`, which is not there"
            );
            count += 1;
        }
    }
    assert!(count > 20, "only {count} files were found");
}
