//! The Swedish documents say what the program does: examples, front matter, codes.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use nitton::diagnostic::codes;
use nitton::parse::{self, Labels, RawHtml, Settings};
use nitton::path::SourcePath;

use super::{DOCUMENTS, blocks, code_spans, read, rows};

fn swedish() -> impl Iterator<Item = &'static str> {
    let names = DOCUMENTS.iter().copied();
    names.filter(|name| name.starts_with("docs/sv/"))
}

/// What is found in a post.
fn found(text: &str) -> Vec<&'static str> {
    let settings = Settings {
        language: "sv".into(),
        timezone: jiff::tz::TimeZone::UTC,
        raw_html: RawHtml::Sanitize,
        default_author: false,
        base_url: None,
        labels: Labels::default(),
    };
    let path = SourcePath::new("content/posts/prov.md");
    let parsed = parse::post(&path, text, None, &settings);
    parsed.diagnostics.iter().map(|one| one.code.name).collect()
}

#[test]
fn examples_raise_nothing() {
    let mut count = 0;
    for name in swedish() {
        for block in blocks(&read(name)) {
            const FRONT: &str = "title: Prov\ndate: 2021-04-07\nauthors: [Åsa]\n";
            let text = match block.language.as_str() {
                "markdown" if block.text.starts_with("---") => block.text,
                "markdown" => format!("---\n{FRONT}---\n\n{}", block.text),
                "yaml" => format!("---\n{FRONT}{}---\n\nText.\n", block.text),
                _ => continue,
            };
            assert_eq!(found(&text), [""; 0], "{name}:\n{text}");
            count += 1;
        }
    }
    assert!(count >= 6, "only {count} examples were found");
}

#[test]
fn the_message_that_is_explained_is_what_the_program_says() {
    let document = read("docs/sv/felen.md");
    let blocks = blocks(&document);
    let block = blocks.iter().find(|block| block.language == "text");
    let shown = block.expect("a message is shown").text.trim_end();
    let site = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        let path = site.path().join(name);
        fs::create_dir_all(path.parent().expect("it is in the site")).expect("a folder");
        fs::write(path, text).expect("a file");
    };
    let settings = "title: Prov\nbase_url: https://blogg.example.se/\nlanguage: sv\n";
    write("site.yaml", settings);
    let post = "---\ntitle: Allas rätt\ndate: 23 november 2026\nauthor: Anna Bergh\n---\n\nText.\n";
    write("content/posts/2026-11-23-allas-ratt.md", post);
    let run = Command::new(env!("CARGO_BIN_EXE_nitton"))
        .args(["build", "--lang", "sv", "--root"])
        .arg(site.path())
        .output()
        .expect("the program runs");
    let said = String::from_utf8(run.stderr).expect("messages are UTF-8");
    assert!(said.starts_with(shown), "{shown}\n\n{said}");
}

#[test]
fn the_likeliest_messages_are_thirty_and_exist() {
    let document = read("docs/sv/felen.md");
    let known: BTreeSet<&str> = codes().map(|code| code.name).collect();
    let mut listed = BTreeSet::new();
    for (_, cells) in rows(&document) {
        let code = cells[0].trim_matches('`').to_owned();
        assert!(known.contains(code.as_str()), "there is no code {code}");
        assert!(listed.insert(code.clone()), "{code} stands twice");
    }
    assert_eq!(listed.len(), 30);
    for code in document
        .lines()
        .flat_map(code_spans)
        .filter(|code| code.contains('/'))
    {
        let is_code = code
            .chars()
            .all(|c| c.is_ascii_lowercase() || matches!(c, '/' | '-'));
        assert!(!is_code || known.contains(code), "there is no code {code}");
    }
}

#[test]
fn the_readme_leads_to_all_that_writers_need() {
    let readme = read("README.md");
    for name in swedish().filter(|name| !name.ends_with("README.md")) {
        assert!(
            readme.contains(&format!("]({name})")),
            "README.md does not lead to {name}"
        );
    }
}
