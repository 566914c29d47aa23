use proptest::prelude::*;

use super::*;
use crate::message::Language;
use crate::parse::testing::{assert_spans, brief, settings};

const FILE: &str = "content/posts/a.md";

fn parse(text: &str) -> (crate::parse::document::Post, Vec<Diagnostic>) {
    let parsed = crate::parse::post(&SourcePath::new(FILE), text, None, &settings());
    assert_spans(text, &parsed.diagnostics);
    (parsed.value.expect("a post"), parsed.diagnostics)
}

/// What is said of lines in a front matter that is sound but for them.
#[track_caller]
fn check(lines: &str, expected: &[&str]) {
    let text =
        format!("+++\n{lines}\ntitle = \"T\"\ndate = 2015-05-21\nauthor = \"x\"\n+++\nText\n");
    let (_, diagnostics) = parse(&text);
    let said = brief(&SourcePath::new(FILE), &text, &diagnostics);
    assert!(
        said[0].starts_with("warning front-matter/toml [+++]"),
        "{said:?}"
    );
    assert_eq!(said[1..], *expected);
}

#[test]
fn toml_says_what_yaml_says() {
    let toml = "+++\r\ntitle = 'Å: ä'\ndate = 2015-05-21 07:32:00\nauthor = \"A\"\ntags = [\n  \"b\", # c\n  'd',\n]\ndraft = true\n[extra]\nn = 1_000\nf = 1.5\n[image]\nsrc = \"a.png\"\nalt = \"\"\"\nEn bild\"\"\"\n+++\nText\n";
    let yaml = "---\ntitle: 'Å: ä'\ndate: 2015-05-21 07:32:00\nauthor: \"A\"\ntags: [b, d]\ndraft: true\nextra: {n: 1_000, f: 1.5}\nimage: {src: a.png, alt: En bild}\n---\nText\n";
    let ((a, said), (b, nothing)) = (parse(toml), parse(yaml));
    assert_eq!((said.len(), nothing.len()), (1, 0), "{said:?}");
    assert_eq!(a.meta.title.value, b.meta.title.value);
    assert_eq!(a.placement.date.instant, b.placement.date.instant);
    let tags = |post: &crate::parse::document::Post| {
        let tags = post.placement.tags.iter();
        tags.map(|tag| tag.value.clone()).collect::<Vec<_>>()
    };
    assert_eq!(tags(&a), tags(&b));
    assert!(a.placement.draft && b.placement.draft);
    assert_eq!(a.meta.extra, b.meta.extra);
    let alt = |post: &crate::parse::document::Post| post.meta.image.clone().map(|image| image.alt);
    assert_eq!(alt(&a), alt(&b));
    let place = a.meta.title.span;
    assert_eq!(&toml[place.start..place.end], "'Å: ä'");
}

#[test]
fn keys_and_values_have_their_places_and_advice_in_toml() {
    check(
        "drafts = true",
        &["front-matter/unclear-secrecy [drafts] -> write `draft = …`"],
    );
    check(
        "draft = \"ja\"",
        &["front-matter/unclear-secrecy [\"ja\"] -> write `draft = true`"],
    );
    check(
        "updated = \"5 maj 2016 kl 9.05\"",
        &["front-matter/bad-date [\"5 maj 2016 kl 9.05\"] -> write `updated = 2016-05-05T09:05`"],
    );
    check(
        "tags = \"barn, unga\"",
        &[
            "warning front-matter/comma-list [\"barn, unga\"] -> write `tags = [\"barn\", \"unga\"]`",
        ],
    );
    check(
        "status = \"draft\"",
        &[
            "front-matter/unclear-secrecy [status] -> write `draft = true` if it is not to be published; if it is to be published, remove the line, or move it under `extra`",
        ],
    );
}

#[test]
fn lines_that_can_t_be_read_have_their_place_and_hide_no_other() {
    let first = |lines: &str| {
        let text = format!("+++\n{lines}\n+++\nText\n");
        let (post, diagnostics) = parse(&text);
        let said = brief(&SourcePath::new(FILE), &text, &diagnostics);
        (said[1..].to_vec(), post.placement.draft)
    };
    let (said, _) = first("title = Hej då\ndate = 2015-05-21\nauthor = \"x\"");
    assert_eq!(
        said,
        [r#"front-matter/toml-syntax [title = Hej då] -> write `title = "Hej då"`"#]
    );
    let (said, _) = first("title: Hej\ndate = 2015-05-21\nauthor = \"x\"");
    assert_eq!(
        said,
        [r#"front-matter/toml-syntax [title: Hej] -> write `title = "Hej"`"#]
    );
    let (said, _) = first("title = “Hej”\ndate = 5 maj\nauthor = \"x\"");
    assert_eq!(
        said,
        [
            r#"front-matter/toml-syntax [title = “Hej”] -> write `title = "Hej"`"#,
            r#"front-matter/toml-syntax [date = 5 maj] -> write `date = "5 maj"`"#,
        ]
    );
    let (said, unpublished) =
        first("title = \"T\"\ndate = 2015-05-21\nauthor = \"x\"\ndraft = ture");
    assert!(
        said[0].starts_with("front-matter/toml-syntax [draft = ture]"),
        "{said:?}"
    );
    assert!(unpublished);
    let (said, _) = first("title = \"T\"\ntitle = \"U\"\ndate = 2015-05-21\nauthor = \"x\"");
    assert_eq!(
        said,
        ["front-matter/toml-syntax [title = \"U\"] -> keep one of them"]
    );
    let (said, _) = first("title = \"T\"\ndate = 2015-05-21\nauthor = \"x\"\ntags = [\"a\"");
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(
        said[0].contains("write each line as `key = \"value\"`"),
        "{said:?}"
    );
}

#[test]
fn more_than_a_front_matter_needs_is_refused_at_once() {
    for lines in [
        format!("a = {}", "[".repeat(60_000)),
        format!("a = \"{}\"", "x".repeat(70_000)),
        "a.".repeat(20_000),
        "[[a]]\n".repeat(9_000),
        "a = '\n".repeat(9_000),
    ] {
        let (_, diagnostics) = parse(&format!("+++\n{lines}\n+++\nText\n"));
        assert!(
            diagnostics.len() < 40,
            "{:.40}: {}",
            lines,
            diagnostics.len()
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn no_toml_like_text_makes_it_panic(
        pieces in prop::collection::vec(
            prop::sample::select(vec![
                "a", "å", "draft", "title", " = ", "=", ": ", "\"", "'", "\"\"\"", "[", "]", "{",
                "}", ",", ".", "\n", "\r\n", "#", "1", "2015-05-21", "07:32", "true", "“", "\t",
                "\\", "\u{a0}", "\u{301}", "[[a]]\n", "+++", "\n+++\n",
            ]),
            0..30,
        ),
    ) {
        parse(&format!("+++\n{}", pieces.concat()));
    }
}

#[test]
fn advice_that_is_words_is_toml_in_every_language() {
    let text = "+++\ndate = 2015-05-21\nimage = \"karta.png\"\n+++\nText\n";
    let (_, diagnostics) = parse(text);
    let said = |language| -> Vec<String> {
        let worded = diagnostics.iter().map(|one| one.in_words(language).help);
        worded.flatten().collect()
    };
    let (english, swedish) = (said(Language::English), said(Language::Swedish));
    for line in [
        "add `title = \"what the post is about\"`",
        "add `author = \"name-or-id\"`",
        "write `image = { src = \"karta.png\", alt = \"what it shows\" }`",
        "or `decorative = true` instead of `alt`, if it adds nothing to the text",
    ] {
        assert!(english.contains(&line.to_owned()), "{line}: {english:?}");
    }
    for line in [
        "lägg till `title = \"vad inlägget handlar om\"`",
        "skriv `image = { src = \"karta.png\", alt = \"vad bilden visar\" }`",
    ] {
        assert!(swedish.contains(&line.to_owned()), "{line}: {swedish:?}");
    }
}
