//! Documented keys are understood, and documented examples are right.

use nitton::config;
use nitton::diagnostic::Diagnostic;
use nitton::message::Language;
use nitton::parse::document::TermKind;
use nitton::parse::{self, Labels, Settings};
use nitton::path::SourcePath;

use super::{Block, blocks, code_spans, read, rows};

fn settings() -> Settings {
    Settings {
        language: "sv".into(),
        timezone: jiff::tz::TimeZone::UTC,
        raw_html: parse::RawHtml::Sanitize,
        default_author: false,
        base_url: None,
        labels: Labels::default(),
    }
}

fn site_yaml(text: &str) -> Vec<Diagnostic> {
    config::read(&SourcePath::new("site.yaml"), text).diagnostics
}

/// What is found in a document of the given folder.
fn document(folder: &str, text: &str) -> Vec<Diagnostic> {
    let path = SourcePath::new(&format!("content/{folder}/2021-04-07-prov.md"));
    let settings = settings();
    let profile = |kind| parse::profile(kind, &path, text, &settings).diagnostics;
    match folder {
        "posts" => parse::post(&path, text, None, &settings).diagnostics,
        "pages" => parse::page(&path, text, &settings).diagnostics,
        "authors" => profile(TermKind::Author),
        "networks" => profile(TermKind::Network),
        _ => profile(TermKind::Tag),
    }
}

/// Whether a key was not known.
fn is_about_key(diagnostic: &Diagnostic) -> bool {
    let (_, problem) = diagnostic.code.name.split_once('/').unwrap_or_default();
    matches!(problem, "unknown-key" | "ignored-key" | "unclear-secrecy")
        && !diagnostic
            .message
            .text(Language::English)
            .contains("has no value")
}

#[track_caller]
fn knows(folder: &str, key: &str) {
    let found = match folder {
        "site.yaml" => match key.split_once('.') {
            Some((outer, inner)) => site_yaml(&format!("{outer}: {{{inner}: }}\n")),
            None => site_yaml(&format!("{key}:\n")),
        },
        _ => document(folder, &format!("---\n{key}:\n---\n")),
    };
    let unknown = found.iter().find(|one| is_about_key(one));
    assert!(
        unknown.is_none(),
        "`{key}` of {folder} is documented: {unknown:?}"
    );
}

/// The keys in the first cell of a row.
fn named(cells: &[String]) -> Vec<String> {
    code_spans(&cells[0])
        .into_iter()
        .map(str::to_owned)
        .collect()
}

#[test]
fn documented_settings_are_known() {
    let document = read("docs/configuration.md");
    let mut count = 0;
    for (heading, cells) in rows(&document) {
        if cells.len() == 3 && heading != "The command line" {
            for key in named(&cells) {
                knows("site.yaml", &key);
                count += 1;
            }
        }
    }
    assert!(
        count > 20,
        "only {count} settings were found in docs/configuration.md"
    );
    for key in ["nonsense", "comments.nonsense"] {
        assert!(
            std::panic::catch_unwind(|| knows("site.yaml", key)).is_err(),
            "this test sees no unknown keys"
        );
    }
}

#[test]
fn documented_front_matter_is_known() {
    let document = read("docs/front-matter.md");
    let mut count = 0;
    for (heading, cells) in rows(&document) {
        for key in named(&cells) {
            count += 1;
            match heading.as_str() {
                "Posts" => knows("posts", &key),
                "Profiles" => {
                    let all = ["authors", "networks", "tags"];
                    let whose: Vec<&str> = if cells[1] == "all" {
                        all.to_vec()
                    } else {
                        all.into_iter()
                            .filter(|one| cells[1].contains(one))
                            .collect()
                    };
                    assert!(!whose.is_empty(), "`{key}` belongs to nobody");
                    whose.iter().for_each(|folder| knows(folder, &key));
                }
                other => panic!("a table of keys stands under {other}"),
            }
        }
    }
    assert!(
        count > 30,
        "only {count} keys were found in docs/front-matter.md"
    );
    let pages = document
        .lines()
        .find(|line| line.contains("Keys: `title` (required)"))
        .expect("the keys of pages");
    let keys = pages
        .split("Keys:")
        .nth(1)
        .and_then(|rest| rest.split(". ").next())
        .expect("a list of keys");
    code_spans(keys)
        .into_iter()
        .for_each(|key| knows("pages", key));
}

#[test]
fn names_from_other_generators_are_understood() {
    let document = read("docs/front-matter.md");
    let line = document
        .lines()
        .find(|line| line.starts_with("Understood without a word"))
        .expect("the list of aliases");
    for key in code_spans(line.split("`categories`").next().unwrap_or_default()) {
        knows("posts", key.split(':').next().unwrap_or(key));
    }
}

#[test]
fn the_example_of_site_yaml_is_right() {
    let document = read("docs/configuration.md");
    let whole = |block: &&Block| block.before.contains("example: site.yaml");
    let examples = blocks(&document);
    let example = examples
        .iter()
        .find(whole)
        .expect("an example of everything");
    assert_eq!(site_yaml(&example.text), []);
    // It shows every key that the tables explain.
    for (_, cells) in rows(&document)
        .into_iter()
        .filter(|(_, cells)| cells.len() == 3)
    {
        for key in named(&cells).iter().filter(|key| !key.starts_with('-')) {
            let key = key.rsplit('.').next().unwrap_or(key);
            assert!(
                example.text.contains(&format!("{key}:")),
                "the example lacks `{key}`"
            );
        }
    }
}

#[test]
fn examples_of_front_matter_are_right() {
    for block in blocks(&read("docs/front-matter.md"))
        .iter()
        .filter(|block| block.language == "yaml")
    {
        let text = &block.text;
        let found = if text.starts_with("---") {
            document(
                if text.contains("partnerships:") {
                    "networks"
                } else {
                    "posts"
                },
                text,
            )
        } else if text.starts_with("- ") {
            let post = SourcePath::new("content/posts/2021-04-07-prov.md");
            let comments = SourcePath::new("content/posts/2021-04-07-prov.comments.yaml");
            let front_matter = "---\ntitle: Prov\nauthors: [Åsa]\n---\n";
            parse::post(&post, front_matter, Some((&comments, text)), &settings()).diagnostics
        } else {
            document(
                "posts",
                &format!("---\ntitle: Prov\nauthors: [Åsa]\n{text}---\n"),
            )
        };
        assert_eq!(found, [], "in the example\n{text}");
    }
}
