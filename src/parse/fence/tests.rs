use super::*;
use crate::parse::testing::{assert_spans, brief};

const LEAST: &[&str] = &["title: …"];

fn parts(text: &str) -> (Option<&str>, &str, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let split = split(&SourcePath::new("a.md"), text, LEAST, &mut diagnostics);
    assert_spans(text, &diagnostics);
    let front = split.front_matter.map(|span| &text[span.start..span.end]);
    (front, &text[split.body..], diagnostics)
}

#[track_caller]
fn check(text: &str, front: Option<&str>, body: &str, expected: &[&str]) {
    let (found, rest, diagnostics) = parts(text);
    assert_eq!((found, rest), (front, body));
    assert_eq!(
        brief(&SourcePath::new("a.md"), text, &diagnostics),
        expected
    );
}

#[test]
fn two_fences() {
    check("---\na: b\n---\nText", Some("a: b\n"), "Text", &[]);
    check("---\r\na: b\r\n---\r\nText", Some("a: b\r\n"), "Text", &[]);
    check("\u{feff}---  \na: b\n--- \n", Some("a: b\n"), "", &[]);
    check("---\n---", Some(""), "", &[]);
    check(
        "---\na: b\n---\n---\nlinje\n",
        Some("a: b\n"),
        "---\nlinje\n",
        &[],
    );
    check("---\na: |\n  ---\n---\nx", Some("a: |\n  ---\n"), "x", &[]);
}

#[test]
fn no_front_matter() {
    let help = "begin it with a line `---`, then `title: …`, then another line `---`";
    check(
        "Text",
        None,
        "Text",
        &[&format!("front-matter/missing [Text] -> {help}")],
    );
    check(
        "",
        None,
        "",
        &[&format!("front-matter/missing [] -> {help}")],
    );
    check(
        "Text\n\n---\n\nMer: text\n\n---\n",
        None,
        "Text\n\n---\n\nMer: text\n\n---\n",
        &[&format!("front-matter/missing [Text] -> {help}")],
    );
}

#[test]
fn a_front_matter_that_does_not_begin_in_the_first_line_is_read_all_the_same() {
    check(
        "title: a\n---\nText",
        Some("title: a\n"),
        "Text",
        &["front-matter/fence [title: a] -> add a line `---` above this one"],
    );
    let moved = "move what is above it below the second `---`, or delete it";
    for above in ["# Rubrik\n\n", "<!-- ny -->\r\n", "a\nb\n"] {
        check(
            &format!("{above}---\ntitle: a\n---\nText"),
            Some("title: a\n"),
            "Text",
            &[&format!("front-matter/fence [---] -> {moved}")],
        );
    }
}

#[test]
fn other_fences() {
    let dashes = "write `---` (some editors turn hyphens into a dash: undo that)";
    check(
        "—\na: b\n—\nText",
        None,
        "Text",
        &[&format!("front-matter/fence [—] -> {dashes}")],
    );
    check(
        "---\na: b\n—\nText",
        Some("a: b\n"),
        "Text",
        &[&format!("front-matter/fence [—] -> {dashes}")],
    );
    check(
        "---\na: b\n----\nText",
        Some("a: b\n"),
        "Text",
        &[&format!("front-matter/fence [----] -> {dashes}")],
    );
    check(
        "+++\na = 1\n+++\nText",
        Some("a = 1\n"),
        "Text",
        &[
            "warning front-matter/toml [+++] -> write `---` for `+++`, and `key: value` for `key = value`",
        ],
    );
    check(
        "+++\na = 1\n\nText",
        Some("a = 1\n"),
        "Text",
        &["front-matter/fence [+++] -> add a line `+++` after the last key"],
    );
    check(
        "---js\n{}\n---\nText",
        None,
        "Text",
        &["front-matter/fence [---js] -> write `---` alone on the line, and `key: value` below it"],
    );
    let (_, _, diagnostics) = parts("{\"title\": 1}");
    assert_eq!(
        diagnostics[0].english().message,
        "front matter in JSON is not read"
    );
}

#[test]
fn an_unclosed_front_matter_ends_where_the_text_begins() {
    let said = "front-matter/fence [---] -> add a line `---` after the last key";
    check(
        "---\ntitle: a\ntags:\n  - b\n\nText: här\n",
        Some("title: a\ntags:\n  - b\n"),
        "\nText: här\n",
        &[said],
    );
    check(
        "---\ntitle: a\n## Rubrik\n",
        Some("title: a\n"),
        "## Rubrik\n",
        &[said],
    );
}
