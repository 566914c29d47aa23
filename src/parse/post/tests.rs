use proptest::prelude::*;

use super::*;
use crate::parse::document::ImageTarget;
use crate::parse::testing::{assert_spans, brief, settings};

const FILE: &str = "content/posts/test.md";

fn parse(file: &str, text: &str) -> (Post, Vec<Diagnostic>) {
    let parsed = post(&SourcePath::new(file), text, None, &settings());
    assert_spans(text, &parsed.diagnostics);
    (
        parsed.value.expect("a post always exists"),
        parsed.diagnostics,
    )
}

/// A file with `front`, and after it the required keys that `front` does not have.
fn file_with(front: &str) -> String {
    let mut text = format!("---\n{front}\n");
    for (key, line) in [
        ("title", "title: T\n"),
        ("date", "date: 2021-04-07\n"),
        ("auth", "author: x\n"),
    ] {
        if !front.lines().any(|line| line.starts_with(key)) {
            text.push_str(line);
        }
    }
    text + "---\nText\n"
}

/// Checks what is said about `front`, a line each: `code [place] -> help`.
#[track_caller]
fn check(front: &str, expected: &[&str]) {
    let text = file_with(front);
    let (_, diagnostics) = parse(FILE, &text);
    assert_eq!(brief(&SourcePath::new(FILE), &text, &diagnostics), expected);
}

/// The post that a front matter without problems makes.
#[track_caller]
fn sound(front: &str) -> Post {
    let text = file_with(front);
    let (post, diagnostics) = parse(FILE, &text);
    assert_eq!(brief(&SourcePath::new(FILE), &text, &diagnostics), [""; 0]);
    post
}

fn values<T: AsRef<str>>(texts: &[Spanned<T>]) -> Vec<&str> {
    texts.iter().map(|text| text.value.as_ref()).collect()
}

#[test]
fn reads_every_key() {
    let post = sound(
        r#"title: Kommuner i fyra länder prövar nya vägar
date: 2021-04-07T09:30
authors: [asa-lind, "Plain Name"]
networks: [kommunala-partnerskap]
tags: [partnerskap, unga]
summary: One or two
  sentences.
image: {src: bild.png, alt: What it shows, caption: Text below, credit: "Illustration: nitton"}
cta: {text: Anmäl intresse, url: "mailto:partnership@icld.se", deadline: 2021-10-01}
corrections: [{date: 2021-04-12, text: What was wrong}]
comments: {state: closed, closed_on: 2021-06-01}
responsible: {name: Åsa, role: Chef, email: asa@example.org}
contact: {email: a@example.org, phone: 08-123}
updated: 2021-04-12
publish_date: 2021-04-08
expires: 2031-01-01
draft: true
slug: nya-vagar
aliases: [/gammal/sida.html]
id: tag:example.org,2021:1
lang: en
translation_key: vägar
extra: {färg: röd, antal: 3, lista: [1, no, true, null]}"#,
    );
    assert_eq!(
        post.meta.title.value,
        "Kommuner i fyra länder prövar nya vägar"
    );
    assert_eq!(values(&post.placement.authors), ["asa-lind", "Plain Name"]);
    assert_eq!(values(&post.placement.networks), ["kommunala-partnerskap"]);
    assert_eq!(values(&post.placement.tags), ["partnerskap", "unga"]);
    assert_eq!(post.placement.date.civil.to_string(), "2021-04-07T09:30:00");
    assert_eq!(post.placement.date.offset_seconds, 7200);
    assert!(post.placement.date.has_time && post.placement.draft);
    assert_eq!(post.placement.slug.value.as_str(), "nya-vagar");
    assert_eq!(values(&post.placement.aliases), ["/gammal/sida.html"]);
    assert_eq!(post.placement.translation_key.as_deref(), Some("vägar"));
    assert_eq!(
        post.meta.summary.expect("given").value,
        "One or two sentences."
    );
    let image = post.meta.image.expect("given");
    assert_eq!(
        image.target.value,
        ImageTarget::File(SourcePath::new("content/posts/bild.png"))
    );
    assert_eq!(
        (image.alt.as_str(), image.decorative),
        ("What it shows", false)
    );
    let comments = post.meta.comments.expect("given");
    assert_eq!(comments.state, CommentState::Closed);
    assert!(comments.closed_on.is_some());
    assert_eq!(
        post.meta.cta.expect("given").url.value,
        "mailto:partnership@icld.se"
    );
    assert_eq!(post.meta.corrections.len(), 1);
    assert_eq!(
        post.meta.contact.expect("given").phone.as_deref(),
        Some("08-123")
    );
    let extra = serde_json::Value::Object(post.meta.extra).to_string();
    assert_eq!(
        extra,
        r#"{"färg":"röd","antal":3,"lista":[1,"no",true,null]}"#
    );
}

#[test]
fn values_keep_their_places() {
    let text = "---\ntitle: \"Å\"\ndate: 2021-04-07\nauthor: x\ntags: [rätt, plikt]\n---\n";
    let (post, _) = parse(FILE, text);
    let place = |span: Span| &text[span.start..span.end];
    assert_eq!(place(post.meta.title.span), "\"Å\"");
    assert_eq!(place(post.placement.date.span), "2021-04-07");
    assert_eq!(place(post.placement.tags[1].span), "plikt");
}

#[test]
fn a_text_stays_a_text_whatever_it_looks_like() {
    let post = sound("title: 1984\nauthor: 007\ntags: [2021, no, 1e3, true, 0x1F]\nsummary: 1_000");
    assert_eq!(post.meta.title.value, "1984");
    assert_eq!(values(&post.placement.authors), ["007"]);
    assert_eq!(
        values(&post.placement.tags),
        ["2021", "no", "1e3", "true", "0x1F"]
    );
    assert_eq!(sound("title: no").meta.title.value, "no");
    assert_eq!(sound("tags: 2021").placement.tags[0].value.as_str(), "2021");
    assert_eq!(sound("title: Hej # en kommentar").meta.title.value, "Hej");
}

#[test]
fn unreadable_lines_have_a_cause_and_a_corrected_line() {
    let syntax = |front: &str, expected: &str| {
        check(front, &[&format!("yaml/syntax {expected}")]);
    };
    syntax(
        "title: Rapport: en bok",
        r#"[Rapport: en bok] -> write `title: "Rapport: en bok"`"#,
    );
    syntax(
        r#"title: "Hej" sa hon"#,
        r#"["Hej" sa hon] -> write `title: '"Hej" sa hon'`"#,
    );
    syntax(
        "summary: 'Det är Åsa's bok'",
        r#"['Det är Åsa's bok'] -> write `summary: "Det är Åsa's bok"`"#,
    );
    syntax(
        "title: [Utkast] Nät",
        r#"[[Utkast] Nät] -> write `title: "[Utkast] Nät"`"#,
    );
    syntax(
        "title: @skr säger",
        r#"[@skr säger] -> write `title: "@skr säger"`"#,
    );
    syntax(
        "title: *Viktigt* möte",
        r#"[*Viktigt* möte] -> write `title: "*Viktigt* möte"`"#,
    );
    syntax(
        "title: %procent",
        r#"[%procent] -> write `title: "%procent"`"#,
    );
    syntax(
        "tags: [#metoo, unga]",
        r##"[#metoo] -> write `tags: ["#metoo", unga]`"##,
    );
    syntax("title:Hej", "[:] -> write `title: Hej`");
    syntax("title:\u{a0}Hej", "[:\u{a0}] -> write `title: Hej`");
    syntax("image:\n\tsrc: x.png", "[\t] -> write `  src: x.png`");
    syntax(
        "title: “Rapport: en bok”",
        r#"[“Rapport: en bok”] -> write `title: "Rapport: en bok"`"#,
    );
    syntax("title: \"Hej", r#"["] -> write `title: "Hej"`"#);
    syntax("title: \"Hej”", r#"["] -> write `title: "Hej"`"#);
    syntax("tags: [a, b", "[[] -> write `tags: [a, b]`");
    syntax("tags: [a,, b]", "[[a,, b]] -> write `tags: [a, b]`");
    syntax("tags: - a", "[- a] -> write `tags: [a]`");
    syntax("tags:\n- a\n-b", "[-b] -> write `- b`");
    syntax(
        r#"summary: "C:\Data""#,
        r#"["C:\Data"] -> write `summary: 'C:\Data'`"#,
    );
    syntax(
        "title: Hej\nEn rad till",
        "[En rad till] -> write `key: value`, or indent the line if it continues the one before",
    );
    syntax(
        "title: Hej\n date: 2021-04-07\nauthor: x",
        "[date: 2021-04-07] -> let keys that belong together begin in the same column",
    );
    syntax(
        "image: {src: a.png, alt: Två: tre}",
        r#"[Två: tre] -> write `image: {src: a.png, alt: "Två: tre"}`"#,
    );
    syntax("title: a\u{0}b", "[\0] -> delete the character");
}

#[test]
fn anchors_aliases_and_tags_are_refused() {
    check(
        "title: &Barn och unga",
        &[
            r#"yaml/unsupported [&Barn och unga] -> write `title: "&Barn och unga"` if it belongs to the text"#,
        ],
    );
    check(
        "title: !Viktigt möte",
        &[
            r#"yaml/unsupported [!Viktigt möte] -> write `title: "!Viktigt möte"` if it belongs to the text"#,
        ],
    );
}

#[test]
fn an_unfinished_merge_is_one_problem() {
    check(
        "<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> branch",
        &[
            "yaml/merge-marker [<<<<<<< HEAD] -> choose one of the two versions, and delete the lines `<<<<<<<`, `=======` and `>>>>>>>`",
        ],
    );
}

#[test]
fn one_unreadable_line_hides_no_other_problem() {
    check(
        "title: Rapport: en bok\ndate: 7 april 2021\ntags: [#a, b]\nlayout: post",
        &[
            r#"yaml/syntax [Rapport: en bok] -> write `title: "Rapport: en bok"`"#,
            r##"yaml/syntax [#a] -> write `tags: ["#a", b]`"##,
            "warning front-matter/ignored-key [layout] -> remove it; the theme decides how posts and pages look",
            "front-matter/bad-date [7 april 2021] -> write `date: 2021-04-07`",
        ],
    );
}

#[test]
fn a_key_twice_is_an_error_with_both_places() {
    let text = file_with("title: A\ntitle: B");
    let (post, diagnostics) = parse(FILE, &text);
    assert_eq!(post.meta.title.value, "A");
    assert_eq!(
        brief(&SourcePath::new(FILE), &text, &diagnostics),
        ["yaml/duplicate-key [title] -> keep one of them"]
    );
    assert_eq!(diagnostics[0].labels[0].span, Some(Span::new(4, 9)));
    assert_eq!(diagnostics[0].span, Some(Span::new(13, 18)));
}

#[test]
fn misspelt_keys_are_errors_and_their_values_are_used() {
    let check_key = |written: &str, code: &str, meant: &str| {
        let text = file_with(&format!("{written}: 2021-04-07"));
        let (_, diagnostics) = parse(FILE, &text);
        let said = brief(&SourcePath::new(FILE), &text, &diagnostics);
        assert!(
            said.contains(&format!("{code} [{written}] -> write `{meant}:`")),
            "{said:?}"
        );
    };
    let unknown = "front-matter/unknown-key";
    for (written, meant) in [
        ("titel", "title"),
        ("rubrik", "title"),
        ("Title", "title"),
        ("datum", "date"),
        ("författare", "authors"),
        ("nätverk", "networks"),
        ("taggar", "tags"),
        ("etiketter", "tags"),
        ("ämnen", "tags"),
        ("bild", "image"),
        ("ingress", "summary"),
        ("sumary", "summary"),
        ("autor", "authors"),
        ("udpated", "updated"),
        ("språk", "lang"),
    ] {
        check_key(written, unknown, meant);
    }
    let secret = "front-matter/unclear-secrecy";
    for (written, meant) in [
        ("utkast", "draft"),
        ("drafts", "draft"),
        ("expire", "expires"),
        ("publish-date", "publish_date"),
    ] {
        check_key(written, secret, meant);
    }
    let (post, diagnostics) = parse(
        FILE,
        "---\ntitel: Hej\ndatum: 2021-04-07\nförfattare: x\ndrafts: true\n---\n",
    );
    assert_eq!(post.meta.title.value, "Hej");
    assert!(post.placement.draft);
    assert_eq!(diagnostics.len(), 4, "nothing is said to be missing");
}

#[test]
fn strange_keys_are_warnings() {
    check(
        "färgtema: grön",
        &[
            "warning front-matter/ignored-key [färgtema] -> remove it, or move it under `extra:` where themes can use it",
        ],
    );
    check(
        "permalink: /x/",
        &[
            "warning front-matter/ignored-key [permalink] -> remove it; write `slug:` for the last part of the address, and the old address under `aliases:`",
        ],
    );
    check(
        "comments: true",
        &[
            "warning front-matter/ignored-key [true] -> remove it; site.yaml says whether readers may comment",
        ],
    );
    let text = file_with("comments: false");
    let (post, diagnostics) = parse(FILE, &text);
    assert_eq!(
        brief(&SourcePath::new(FILE), &text, &diagnostics),
        ["warning front-matter/ignored-key [false] -> write `comments: off`"]
    );
    assert_eq!(post.meta.comments.expect("off").state, CommentState::Off);
}

#[test]
fn keys_of_other_tools_are_understood() {
    let post = sound(
        "lastmod: 2021-04-08\nexcerpt: Kort\npublishDate: 2021-04-09\nexpiryDate: 2031-01-01\nredirect_from: /x/\npublished: false",
    );
    assert!(post.meta.updated.is_some() && post.placement.publish_date.is_some());
    assert!(post.placement.expires.is_some() && post.placement.draft);
    assert_eq!(post.meta.summary.expect("given").value, "Kort");
    assert_eq!(values(&post.placement.aliases), ["/x/"]);
    check(
        "categories: [a]",
        &["warning front-matter/categories [categories] -> write `tags:` for `categories:`"],
    );
    check(
        "tags: [b]\ncategory: a",
        &[
            "warning front-matter/categories [category] -> move them into `tags:`, and remove `category:`",
        ],
    );
    check(
        "lastmod: 2021-04-08\nupdated: 2021-04-08",
        &["front-matter/conflicting-keys [updated] -> keep one of them, preferably `updated:`"],
    );
    check(
        "draft: false\npublished: true",
        &["front-matter/conflicting-keys [published] -> keep one of them, preferably `draft:`"],
    );
}

#[test]
fn required_keys() {
    let text = "---\n---\n# Rubriken: en\n";
    let (post, diagnostics) = parse(FILE, text);
    assert_eq!(
        brief(&SourcePath::new(FILE), text, &diagnostics),
        [
            r#"front-matter/missing-key [---] -> add `title: "Rubriken: en"`"#,
            "front-matter/missing-key [---] -> add `date: 2021-04-07`; or begin the file's name with the date: `2021-04-07-name.md`",
            "front-matter/missing-author [---] -> add `author: name-or-id`; or set `default_author:` in site.yaml",
            "warning markdown/h1-in-body [# Rubriken: en] -> begin with `##`; until then every heading is published one level lower",
        ]
    );
    assert_eq!(post.placement.slug.value.as_str(), "test");
    check(
        "title:",
        &["front-matter/missing-key [title] -> write `title: what the post is about`"],
    );
    check(
        "title: #metoo i kommunen",
        &[
            r##"front-matter/missing-key [#metoo i kommunen] -> write `title: "#metoo i kommunen"`"##,
        ],
    );
    check(
        "author: []",
        &[
            "front-matter/missing-author [author] -> add `author: name-or-id`; or set `default_author:` in site.yaml",
        ],
    );
    check(
        "tags:\n  - #metoo\n  - unga",
        &[r##"front-matter/missing-key [- #metoo] -> write `- "#metoo"`"##],
    );
    let with_default = Settings {
        default_author: true,
        ..settings()
    };
    let parsed = post_with("---\ntitle: T\ndate: 2021-04-07\n---\n", &with_default);
    assert!(parsed.0.placement.authors.is_empty());
    assert!(parsed.1.is_empty());
}

fn post_with(text: &str, settings: &Settings) -> (Post, Vec<Diagnostic>) {
    let parsed = post(&SourcePath::new(FILE), text, None, settings);
    (
        parsed.value.expect("a post always exists"),
        parsed.diagnostics,
    )
}

#[test]
fn dates() {
    let date = |front: &str| sound(front).placement.date;
    assert_eq!(
        date("date: 2021-04-07").instant.to_string(),
        "2021-04-06T22:00:00Z"
    );
    assert!(!date("date: 2021-04-07").has_time);
    assert_eq!(
        date("date: 2021-12-07 09:30").instant.to_string(),
        "2021-12-07T08:30:00Z"
    );
    assert_eq!(
        date("date: \"2021-04-07\"").civil.to_string(),
        "2021-04-07T00:00:00"
    );
    // Jekyll's form, and an offset other than the zone's.
    assert_eq!(
        date("date: 2021-04-07 09:30:00 +0000").civil.to_string(),
        "2021-04-07T11:30:00"
    );
    assert_eq!(
        date("date: 2021-04-07T23:30:00Z").civil.to_string(),
        "2021-04-08T01:30:00"
    );
    assert_eq!(
        date("date: 2020-02-29").civil.to_string(),
        "2020-02-29T00:00:00"
    );
    // Where the clock is put back, the first of the two hours.
    assert_eq!(date("date: 2021-10-31T02:30").offset_seconds, 7200);
}

#[test]
fn what_is_not_a_date_gets_a_corrected_line() {
    let bad = |written: &str, help: &str| {
        check(
            &format!("date: {written}"),
            &[&format!("front-matter/bad-date [{written}] -> {help}")],
        );
    };
    for written in [
        "7 april 2021",
        "April 7, 2021",
        "April 7th, 2021",
        "onsdag 7 april 2021",
        "2021/04/07",
        "2021-4-7",
        "7.4.2021",
        "20210407",
        "2021–04–07",
        "7. huhtikuuta 2021",
    ] {
        bad(written, "write `date: 2021-04-07`");
    }
    bad(
        "07/04/2021",
        "write `date: 2021-04-07` if the day comes first; write `date: 2021-07-04` if the month comes first",
    );
    bad("27/04/2021", "write `date: 2021-04-27`");
    bad("2021-13-01", "write `date: 2021-01-13`");
    let generic = "write year, month and day, as in `date: 2021-04-07`";
    for written in [
        "2021-02-30",
        "1821-04-07",
        "imorgon",
        "2021",
        "2021-03-28T02:30",
    ] {
        bad(written, generic);
    }
    bad("2021-04-07T25:00", "write `date: 2021-04-07T09:30`");
    let message = |written: &str| {
        parse(FILE, &file_with(&format!("date: {written}"))).1[0]
            .message
            .clone()
    };
    assert_eq!(
        message("2021-02-30"),
        "`2021-02-30` is not a date: February 2021 has 28 days"
    );
    assert_eq!(
        message("07/04/2021"),
        "`07/04/2021` is ambiguous: which is the day, and which the month?"
    );
    assert_eq!(
        message("1821-04-07"),
        "`1821-04-07` is not a date of this blog: the year 1821 is before 1900"
    );
}

#[test]
fn secrecy_is_withheld_when_unclear() {
    for (written, meant) in [
        ("ja", "true"),
        ("yes", "true"),
        ("nej", "false"),
        ("\"true\"", "true"),
    ] {
        let text = file_with(&format!("draft: {written}"));
        let (post, diagnostics) = parse(FILE, &text);
        assert_eq!(
            brief(&SourcePath::new(FILE), &text, &diagnostics),
            [format!(
                "front-matter/unclear-secrecy [{written}] -> write `draft: {meant}`"
            )]
        );
        assert!(post.placement.draft && diagnostics[0].code.guarded);
    }
    check(
        "draft:",
        &["front-matter/unclear-secrecy [draft] -> write `draft: true` or `draft: false`"],
    );
    let (post, _) = parse(FILE, &file_with("publish_date: snart"));
    assert!(post.placement.draft);
    let (post, _) = parse(FILE, &file_with("draft: tr: ue"));
    assert!(post.placement.draft, "a draft line that can't be read");
}

#[test]
fn lists() {
    assert_eq!(values(&sound("tags: rätt").placement.tags), ["rätt"]);
    assert_eq!(values(&sound("tags: [a, b, a]").placement.tags), ["a", "b"]);
    assert_eq!(
        values(&sound("author: Lind, Åsa").placement.authors),
        ["Lind, Åsa"]
    );
    let text = file_with("tags: rätt, plikt");
    let (post, diagnostics) = parse(FILE, &text);
    assert_eq!(
        brief(&SourcePath::new(FILE), &text, &diagnostics),
        ["warning front-matter/comma-list [rätt, plikt] -> write `tags: [rätt, plikt]`"]
    );
    let place = post.placement.tags[1].span;
    assert_eq!(&text[place.start..place.end], "plikt");
    check(
        "tags: {a, b}",
        &["front-matter/wrong-type [{a, b}] -> write `tags: [a, b]`"],
    );
    check(
        "tags: {mr: unga}",
        &[r#"front-matter/wrong-type [{mr: unga}] -> write `tags: ["mr: unga"]`"#],
    );
    check(
        "title: [Utkast]",
        &[r#"front-matter/wrong-type [[Utkast]] -> write `title: "[Utkast]"`"#],
    );
}

#[test]
fn suspicious_texts() {
    check(
        "title: Rapport #3",
        &[r#"warning front-matter/suspicious-text [#3] -> write `title: "Rapport #3"`"#],
    );
    check(
        "title: “Rapport”",
        &[
            r#"warning front-matter/suspicious-text [“Rapport”] -> write `title: "Rapport"` if they were meant to delimit it"#,
        ],
    );
    let (post, diagnostics) = parse(FILE, &file_with("title: \"ab\\u202Ecd\\u0000\""));
    assert_eq!(post.meta.title.value, "abcd");
    assert_eq!(
        diagnostics[0].message,
        "`title` contains the invisible control character U+202E, which is left out"
    );
    let (post, _) = parse(FILE, &file_with("title: A\u{30a}sa"));
    assert_eq!(post.meta.title.value, "Åsa", "NFC");
}

#[test]
fn slugs() {
    let slug = |file: &str, front: &str| {
        parse(file, &file_with(front))
            .0
            .placement
            .slug
            .value
            .to_string()
    };
    assert_eq!(slug("content/posts/2021-04-07-nätverk.md", ""), "natverk");
    assert_eq!(
        slug("content/posts/2021/2021-04-07-natverk/index.md", ""),
        "natverk"
    );
    assert_eq!(slug("content/posts/SKR:s roll.md", ""), "skrs-roll");
    assert_eq!(slug(FILE, "slug: eget-namn"), "eget-namn");
    check(
        "slug: Eget Namn",
        &["warning front-matter/slug-changed [Eget Namn] -> write `slug: eget-namn`"],
    );
    for (written, meant) in [
        ("../x", "x"),
        ("a/b", "b"),
        ("a\\b", "b"),
        ("%2e%2e", "2e-2e"),
        ("a..b", "a-b"),
        ("/abs/", "abs"),
    ] {
        check(
            &format!("slug: '{written}'"),
            &[&format!(
                "front-matter/unsafe-path ['{written}'] -> write `slug: {meant}`"
            )],
        );
    }
    check(
        "slug: '!!!'",
        &["front-matter/empty-slug ['!!!'] -> add `slug: a-few-words`, or rename the file"],
    );
    let (_, diagnostics) = parse("content/posts/2021-04-07-….md", &file_with(""));
    assert_eq!(diagnostics[0].code.name, "front-matter/empty-slug");
}

#[test]
fn the_date_may_stand_in_the_name() {
    let text = "---\ntitle: T\nauthor: x\n---\n";
    for file in [
        "content/posts/2021-04-07-a.md",
        "content/posts/2021-04-07-a/index.md",
    ] {
        let (post, diagnostics) = parse(file, text);
        assert_eq!(post.placement.date.civil.to_string(), "2021-04-07T00:00:00");
        assert!(diagnostics.is_empty());
    }
    let (_, diagnostics) = parse("content/posts/2021-02-30-a.md", text);
    assert_eq!(
        diagnostics[0].message,
        "`2021-02-30` in the file's name is not a date: February 2021 has 28 days"
    );
    let (post, _) = parse(
        "content/posts/2021-04-07-a.md",
        &file_with("date: 2020-01-01"),
    );
    assert_eq!(post.placement.date.civil.year(), 2020, "the key counts");
}

#[test]
fn old_addresses() {
    let usual = "write the path as it was, for example `/2021/04/07/natverk.html`";
    let bad = |written: &str, code: &str, help: &str| {
        check(
            &format!("aliases: ['{written}']"),
            &[&format!("front-matter/{code} ['{written}'] -> {help}")],
        );
    };
    bad("old/x.html", "bad-alias", "write `/old/x.html`");
    bad("https://x.se/y/", "bad-alias", "write `/y/`");
    bad("/?p=12", "bad-alias", usual);
    bad("/a/../b", "unsafe-path", usual);
    bad("/%2e%2e/b", "unsafe-path", usual);
    bad("/a%2fb", "unsafe-path", usual);
    bad("/a\\b", "unsafe-path", usual);
    bad("//x.se/", "bad-alias", usual);
    assert_eq!(
        values(
            &sound("aliases:\n  - /2019/h%C3%A5ll.html\n  - /b/")
                .placement
                .aliases
        ),
        ["/2019/h%C3%A5ll.html", "/b/"]
    );
}

#[test]
fn images() {
    let target = |src: &str| {
        sound(&format!("image: {{src: {src}, alt: a}}"))
            .meta
            .image
            .expect("given")
            .target
            .value
    };
    assert_eq!(
        target("../bilder/å.png"),
        ImageTarget::File(SourcePath::new("content/bilder/å.png"))
    );
    assert_eq!(
        target("/bilder/a.png"),
        ImageTarget::Rooted("/bilder/a.png".into())
    );
    assert!(
        sound("image: {src: a.png, decorative: true}")
            .meta
            .image
            .expect("given")
            .decorative
    );
    check(
        "image: bild.png",
        &[
            r#"image/missing-alt [bild.png] -> write `image: {src: bild.png, alt: "what it shows"}`; or `decorative: true` instead of `alt`, if it adds nothing to the text"#,
        ],
    );
    check(
        "image: {src: 'https://x.se/a.png', alt: a}",
        &[
            "image/remote ['https://x.se/a.png'] -> save it beside this file and write its name: pages ask nobody else about their readers",
        ],
    );
    check(
        "image: {src: 'a\\b.png', alt: a}",
        &["image/bad-path ['a\\b.png'] -> write `a/b.png`"],
    );
    check(
        "image: {src: ../../../a.png, alt: a}",
        &[
            "image/outside-site [../../../a.png] -> put the image beside this file; `../` begins at this file's folder",
        ],
    );
    check(
        "image: {src: ../../static/a.png, alt: a}",
        &["image/bad-path [../../static/a.png] -> write `/a.png`"],
    );
    check(
        "image: {src: '/%2e%2e/a.png', alt: a}",
        &[
            "image/outside-site ['/%2e%2e/a.png'] -> put the image beside this file; `../` begins at this file's folder",
        ],
    );
    check(
        "image: {src: 'data:image/png,x', alt: a}",
        &[
            "image/unsafe-scheme ['data:image/png,x'] -> save it as a file beside this one and write its name",
        ],
    );
    check(
        "image: {alt: a}",
        &["front-matter/missing-key [image] -> add `src: bild.png`"],
    );
    check(
        "image: {src: a.png, alttext: a}",
        &["front-matter/unknown-key [alttext] -> write `alt:`"],
    );
    check(
        "image: {src: a.png, decorative: ja}",
        &["front-matter/wrong-type [ja] -> write `decorative: true`"],
    );
}

#[test]
fn addresses() {
    let url = |written: &str, expected: &str| {
        check(
            &format!("cta: {{text: x, url: '{written}'}}"),
            &[&format!("front-matter/{expected}")],
        );
    };
    for unsafe_url in [
        "javascript:alert(1)",
        "JavaScript:x",
        "data:text/html,x",
        "vbscript:x",
        "ftp://x.se/",
    ] {
        url(
            unsafe_url,
            &format!("unsafe-address ['{unsafe_url}'] -> write `url: https://example.org/`"),
        );
    }
    url(
        "www.skr.se",
        "bad-address ['www.skr.se'] -> write `url: https://www.skr.se`",
    );
    url(
        "asa@example.org",
        "bad-address ['asa@example.org'] -> write `url: mailto:asa@example.org`",
    );
    url("om/", "bad-address ['om/'] -> write `url: /om/`");
    url(
        "//x.se/",
        "bad-address ['//x.se/'] -> write `url: https://x.se/`",
    );
    url(
        "https://",
        "bad-address ['https://'] -> write `url: https://example.org/`",
    );
    url(
        "/\\x.se",
        "bad-address ['/\\x.se'] -> write `url: https://x.se`",
    );
    for fine in [
        "https://x.se/a?b=c#d",
        "mailto:a@b.se?subject=Hej",
        "tel:+46812",
        "/om/",
    ] {
        assert!(
            sound(&format!("cta: {{text: x, url: '{fine}'}}"))
                .meta
                .cta
                .is_some()
        );
    }
    check(
        "contact: {email: Åsa <asa@x.se>}",
        &["front-matter/bad-address [Åsa <asa@x.se>] -> write `email: asa@x.se`"],
    );
    check(
        "contact: {email: asa(at)x.se}",
        &["front-matter/bad-address [asa(at)x.se] -> write `email: asa@x.se`"],
    );
    check(
        "cta: {text: x}",
        &["front-matter/missing-key [cta] -> add `url: https://example.org/`"],
    );
}

#[test]
fn words_with_a_meaning() {
    check(
        "lang: svenska",
        &["front-matter/bad-value [svenska] -> write `lang: sv`"],
    );
    check(
        "lang: sv_SE",
        &["front-matter/bad-value [sv_SE] -> write `lang: sv`"],
    );
    check(
        "comments: close",
        &[
            "front-matter/bad-value [close] -> write one of `off`, `closed`, `archived`, `mailto`, `thread`",
        ],
    );
    check(
        "comments: {state: thread}",
        &["front-matter/missing-key [comments] -> add `thread: https://example.org/…`"],
    );
    assert_eq!(
        sound("comments: off").meta.comments.expect("given").state,
        CommentState::Off
    );
    assert_eq!(
        sound("lang: sv-FI").placement.lang.expect("given").value,
        "sv-FI"
    );
}

#[test]
fn dates_in_the_wrong_order_are_mentioned() {
    check(
        "updated: 2020-01-01",
        &[
            "warning front-matter/date-order [2020-01-01] -> correct one of them, or remove `updated`",
        ],
    );
    check(
        "expires: 2020-01-01",
        &[
            "warning front-matter/date-order [2020-01-01] -> correct one of them: like this, the post is never published",
        ],
    );
}

#[test]
fn archived_comments_belong_to_the_post() {
    let (file, archive) = (
        SourcePath::new(FILE),
        SourcePath::new("content/posts/test.comments.yaml"),
    );
    let comments = "- {name: Åsa, date: 2021-04-08T10:00, text: Bra}\n- name: Björn\n  date: 2021-04-09\n  text: |\n    Ett\n\n    Två\n";
    let text = file_with("comments: archived");
    let parsed = post(&file, &text, Some((&archive, comments)), &settings());
    assert!(parsed.diagnostics.is_empty(), "{:?}", parsed.diagnostics);
    let archived = parsed.value.expect("exists").meta.archived;
    assert_eq!(archived[1].text, "Ett\n\nTvå");
    let parsed = post(
        &file,
        &file_with("comments: off"),
        Some((&archive, comments)),
        &settings(),
    );
    assert_eq!(parsed.diagnostics[0].code, front_matter::UNSHOWN_COMMENTS);
}

#[test]
fn a_broken_post_still_exists() {
    for text in [
        "",
        "Text",
        "---",
        "---\n",
        "---\n---",
        "---\n- a\n---\n",
        "---\nhej\n---\n",
        "\u{feff}---\r\ntitle: T\r\n",
    ] {
        let (post, diagnostics) = parse(FILE, text);
        assert!(diagnostics.iter().any(Diagnostic::is_error), "{text:?}");
        assert_eq!(post.placement.slug.value.as_str(), "test");
    }
}

#[test]
fn line_ends_and_a_byte_order_mark_change_nothing() {
    let text = file_with("title: Hej\ntags: [a, b]\nsummary: >\n  Ett\n  två");
    let (expected, _) = parse(FILE, &text);
    for text in [
        text.replace('\n', "\r\n"),
        format!("\u{feff}{text}"),
        format!("\n\n{text}"),
    ] {
        let (post, diagnostics) = parse(FILE, &text);
        assert!(diagnostics.is_empty(), "{diagnostics:?}");
        assert_eq!(post.meta.title.value, expected.meta.title.value);
        assert_eq!(values(&post.placement.tags), ["a", "b"]);
        assert_eq!(post.meta.summary.expect("given").value, "Ett två");
    }
}

#[test]
fn a_jekyll_post_builds_after_its_diagnostics_are_followed() {
    let before = "layout: post\ntitle: Hej\ndate: 2021-04-07 09:30:00 +0200\nauthor: asa\ncategories: [nyheter]\npermalink: /2021/04/hej.html\ncomments: true\npublished: true\nexcerpt: Kort\nimage: /assets/a.png\nlast_modified_at: 2021-04-08";
    let (_, diagnostics) = parse(FILE, &file_with(before));
    let errors: Vec<_> = diagnostics
        .iter()
        .filter(|d| d.is_error())
        .map(|d| d.code.name)
        .collect();
    assert_eq!(errors, ["image/missing-alt"]);
    sound(
        "title: Hej\ndate: 2021-04-07 09:30:00 +0200\nauthor: asa\ntags: [nyheter]\naliases: [/2021/04/hej.html]\npublished: true\nexcerpt: Kort\nimage: {src: /assets/a.png, alt: En bild}\nlast_modified_at: 2021-04-08",
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn no_text_makes_it_panic(front in "(?s)[\\PC\n\t\r]{0,200}") {
        let (_, diagnostics) = parse(FILE, &format!("---\n{front}\n---\nText"));
        prop_assert!(diagnostics.len() <= 400);
        parse(FILE, &front);
    }

    #[test]
    fn no_yaml_like_text_makes_it_panic(
        lines in prop::collection::vec(
            "(  |\t|- )?(title|date|tags|image|draft|cta|slug|aliases|å)?(:|: |:\u{a0})?[\\[\\]{}\"'“”#@&*!%|>,:\\-0-9a-zå ]{0,20}",
            0..8,
        )
    ) {
        parse(FILE, &format!("---\n{}\n---\n", lines.join("\n")));
    }

    #[test]
    fn any_iso_date_is_a_date(year in 1900i16..=9999, month in 1i8..=12, day in 1i8..=28) {
        let text = file_with(&format!("date: {year:04}-{month:02}-{day:02}"));
        let (post, diagnostics) = parse(FILE, &text);
        prop_assert!(diagnostics.is_empty());
        prop_assert_eq!(post.placement.date.civil.date(), jiff::civil::date(year, month, day));
    }
}

/// What is said of one line, and whether the post is withheld by it.
fn judged(line: &str) -> (Vec<String>, bool) {
    let text = file_with(line);
    let (post, diagnostics) = parse(FILE, &text);
    let codes = diagnostics.iter().map(|one| one.code.name.to_owned());
    (codes.collect(), post.placement.draft)
}

#[test]
fn what_other_systems_withhold_is_withheld_and_stops_the_build() {
    for line in [
        "status: draft",
        "Status: Private",
        "status: pending",
        "status: on hold",
        "status:",
        "state: draft",
        "visibility: members",
        "post_status: future",
        "hidden: true",
        "hidden: ja",
        "hidden:",
        "private: true",
        "unlisted: true",
        "isDraft: true",
        "hemlig: true",
        "visible: false",
        "public: false",
        "publish: false",
        "publish: 2027-01-01",
        "render: false",
        "permalink: false",
        "embargo: 2027-01-01",
        "embargo-until: 1 januari",
        "publicering: 2027-01-01",
        "release_date: 2020-01-01",
        "valid_until: 2020-01-01",
        "password: hej",
        "build: {render: never, list: never}",
        "publish_date:",
        "publish_date: ~",
        "publish_date: # 2027-01-01",
        "publishDate: #2027-01-01",
        "expires:",
    ] {
        let expected = vec!["front-matter/unclear-secrecy".to_owned()];
        assert_eq!(judged(line), (expected, true), "{line}");
    }
}

#[test]
fn what_other_systems_publish_is_harmless() {
    for line in [
        "published: true",
        "hidden: false",
        "private: no",
        "visible: true",
        "public: yes",
        "status: publish",
        "status: Published",
        "visibility: public",
        "permalink: /gammal/",
        "password:",
        "password: ''",
        "scheduled: false",
        "headless: false",
    ] {
        let (codes, withheld) = judged(line);
        assert!(!withheld, "{line}");
        let known = |code: &String| code == "front-matter/ignored-key";
        assert!(
            codes.len() <= 1 && codes.iter().all(known),
            "{line}: {codes:?}"
        );
    }
    // What a theme gets is nobody's business, whatever it is called.
    assert_eq!(
        judged("extra: {hidden: true, status: draft}"),
        (vec![], false)
    );
}

#[test]
fn withholding_keys_say_what_to_write() {
    check(
        "status: draft",
        &[
            "front-matter/unclear-secrecy [status] -> write `draft: true` if it is not to be published; if it is to be published, remove the line, or move it under `extra:`",
        ],
    );
    check(
        "embargo: 2027-01-01",
        &[
            "front-matter/unclear-secrecy [embargo] -> write `publish_date: 2027-01-01` if it is not to be published before; if it is to be published, remove the line, or move it under `extra:`",
        ],
    );
    check(
        "expires:",
        &[
            "front-matter/unclear-secrecy [expires] -> write `expires: 2027-01-31`, or remove the line",
        ],
    );
}
