use super::*;
use crate::diagnostic::Diagnostic;
use crate::parse::testing::{assert_spans, brief, settings};

fn parse(text: &str) -> (Vec<Comment>, Vec<Diagnostic>) {
    let parsed = comments(
        &SourcePath::new("content/posts/a.comments.yaml"),
        text,
        &settings(),
    );
    assert_spans(text, &parsed.diagnostics);
    (parsed.value.expect("always a list"), parsed.diagnostics)
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let file = SourcePath::new("content/posts/a.comments.yaml");
    assert_eq!(brief(&file, text, &parse(text).1), expected);
}

#[test]
fn a_list_of_comments() {
    let (comments, diagnostics) =
        parse("- {name: Åsa, date: 2021-04-08, text: Bra, reply_to: 1}\n");
    assert!(diagnostics.is_empty());
    assert_eq!(
        (comments[0].name.as_str(), comments[0].text.as_str()),
        ("Åsa", "Bra")
    );
    assert!(parse("").0.is_empty());
}

#[test]
fn mistakes_in_comments() {
    check(
        "- {name: Å, date: 8 april 2021, text: x}",
        &["comments/bad-date [8 april 2021] -> write `date: 2021-04-08`"],
    );
    check(
        "- {namn: Å, date: 2021-04-08, text: x}",
        &["comments/unknown-key [namn] -> write `name:`"],
    );
    check(
        "- name: Å\n  date: 2021-04-08",
        &["comments/missing-key [name: Å] -> add `text: what was said`"],
    );
    check(
        "- {name: Å, date: 2021-04-08, text: x, email: a@b.se}",
        &[
            "warning comments/ignored-key [email] -> delete it: readers' e-mail addresses are never published, and should not be kept here",
        ],
    );
    check(
        "name: Å\n",
        &["comments/wrong-type [name: Å] -> write `- {name: Åsa, date: 2021-04-07, text: …}`"],
    );
    let (_, diagnostics) = parse("- hej\n");
    assert_eq!(diagnostics[0].code.name, "comments/wrong-type");
}

#[test]
fn there_may_be_many() {
    let text = "- {name: Å, date: 2021-04-08, text: x}\n".repeat(5_000);
    let (comments, diagnostics) = parse(&text);
    assert!(diagnostics.is_empty());
    assert_eq!(comments.len(), 5_000);
}
