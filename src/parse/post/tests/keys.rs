//! Which keys there are, and what is said of others.

use super::*;
use crate::message::Language;

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
        ("Kategori", "tags"),
        ("categoris", "tags"),
        ("teaser", "summary"),
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
fn case_is_no_mistake_in_names_of_other_systems_and_a_warning_in_ours() {
    let post = sound("expirydate: 2031-01-01\npublishdate: 2021-04-09\nLastMod: 2021-04-08");
    assert!(post.placement.expires.is_some() && post.placement.publish_date.is_some());
    assert!(post.meta.updated.is_some());
    let text = "---\nTitle: Hej\nDate: 2021-04-07\nAuthor: x\nDRAFT: true\n---\n";
    let (post, diagnostics) = parse(FILE, text);
    assert_eq!(
        brief(&SourcePath::new(FILE), text, &diagnostics),
        [
            "warning front-matter/key-case [Title] -> write `title:`; keys are in lower case",
            "warning front-matter/key-case [Date] -> write `date:`; keys are in lower case",
            "warning front-matter/key-case [DRAFT] -> write `draft:`; keys are in lower case",
        ]
    );
    assert!(post.placement.draft && post.meta.title.value == "Hej");
}

#[test]
fn a_key_is_not_mistaken_for_what_another_system_calls_something_else() {
    for key in ["color", "deadline", "layer", "hatt", "teasing", "featured"] {
        check(
            &format!("{key}: true"),
            &[&format!(
                "warning front-matter/ignored-key [{key}] -> remove it, or move it under `extra` where themes can use it"
            )],
        );
    }
    // What decides whether something is published is looked at more closely.
    let (post, diagnostics) = parse(FILE, &file_with("utkats: true"));
    assert!(diagnostics.iter().any(|one| one.code.guarded) && post.placement.draft);
    // The right name beside a wrong one is no second mistake.
    check(
        "Kategori: a\ntags: [b]",
        &["front-matter/unknown-key [Kategori] -> write `tags:`"],
    );
}

#[test]
fn a_picture_under_another_name_is_kept_in_the_advice() {
    let line = r#"image: {src: /x.jpg, alt: "what it shows"}"#;
    for written in [
        "featured_image: /x.jpg",
        "teaser: /x.jpg",
        "thumbnail: /x.jpg",
        "og_image: /x.jpg",
        "OG_Image: /x.jpg",
        "images: [/x.jpg, /y.jpg]",
        "banner: /x.jpg",
        "cover: {image: /x.jpg, alt: En bro}",
    ] {
        let key = written.split(':').next().expect("before the colon");
        check(
            written,
            &[&format!(
                "front-matter/unknown-key [{key}] -> write `{line}`"
            )],
        );
    }
    for written in [
        "header: {teaser: /x.jpg}",
        "resources: [{src: /x.jpg}]",
        "my_pic: /x.jpg",
    ] {
        let key = written.split(':').next().expect("before the colon");
        check(
            written,
            &[&format!(
                "warning front-matter/ignored-key [{key}] -> if readers should see the picture, write `{line}`; otherwise remove it, or move it under `extra`, where themes can use it"
            )],
        );
    }
    check(
        "image: {src: /a.png, alt: En bro}\nthumbnail: /x.jpg",
        &[
            "warning front-matter/ignored-key [thumbnail] -> remove it, or move it under `extra` where themes can use it; `image` is shown",
        ],
    );
    sound("extra: {thumbnail: /x.jpg}");
}

#[test]
fn strange_keys_are_warnings() {
    check(
        "färgtema: grön",
        &[
            "warning front-matter/ignored-key [färgtema] -> remove it, or move it under `extra` where themes can use it",
        ],
    );
    check(
        "permalink: /x/",
        &[
            "warning front-matter/ignored-key [permalink] -> remove it; write `slug` for the last part of the address, and the old address under `aliases`",
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
        &["warning front-matter/categories [categories] -> write `tags:` for `categories`"],
    );
    check(
        "tags: [b]\ncategory: a",
        &[
            "warning front-matter/categories [category] -> move them into `tags`, and remove `category`",
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

#[test]
fn keys_and_kinds_of_values_have_swedish_words() {
    let said = |lines: &str| {
        let (_, problems) = post_with(&file_with(lines), &settings());
        let worded = problems[0].in_words(Language::Swedish);
        (worded.message, worded.help.join("; "))
    };
    let (message, help) = said("summary: [en, två]");
    assert_eq!(
        message,
        "`summary` ska vara en text, men det här är en lista"
    );
    assert!(help.starts_with("skriv `summary: "), "{help}");
    let (message, _) = said("rubrik: x");
    assert_eq!(
        message,
        "det finns ingen uppgift som heter `rubrik`; menade du `title`?"
    );
    let (message, help) = said("comments: sluten");
    assert_eq!(message, "`sluten` är inget värde för `comments`");
    assert_eq!(
        help,
        "skriv något av `off`, `closed`, `archived`, `mailto`, `thread`"
    );
}
