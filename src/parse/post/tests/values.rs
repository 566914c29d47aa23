//! What single keys may hold.

use super::*;

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
        "title: [Rapport]",
        &[r#"front-matter/wrong-type [[Rapport]] -> write `title: "[Rapport]"`"#],
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
        diagnostics[0].english().message,
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
    check(
        "slug: EgetNamn",
        &[
            "warning front-matter/slug-changed [EgetNamn] -> write `slug: egetnamn`; if the page has been at an address with capitals, write that under `aliases`, exactly as it was",
        ],
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
            "image/remote ['https://x.se/a.png'] -> save it beside this file and write its name: no other site should learn who reads the page",
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
    url(
        "HTTP://localhost:1313/om/",
        "bad-address ['HTTP://localhost:1313/om/'] -> write `url: /om/`",
    );
    url(
        "https://intranet/om/",
        "bad-address ['https://intranet/om/'] -> write `url: https://example.org/`",
    );
    for (written, expected) in [
        ("HTTPS://göteborg.se/å", "https://xn--gteborg-90a.se/å"),
        ("mailto:anna@göteborg.se", "mailto:anna@xn--gteborg-90a.se"),
    ] {
        let post = sound(&format!("cta: {{text: x, url: '{written}'}}"));
        assert_eq!(post.meta.cta.expect("given").url.value, expected);
    }
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
        let placement = post.placement;
        let name = placement.slug.value.as_str();
        // Where it would be can't be told of one that can't be read at all.
        let expected = match placement.unreadable {
            true => "content-posts-test-md",
            false => "test",
        };
        assert_eq!(name, expected, "{text:?}");
    }
}

#[test]
fn items_that_are_none_are_named_as_such() {
    check(
        "tags:\n  - barn\n  -\n",
        &["front-matter/missing-key [-] -> write a word there, or remove it"],
    );
    check(
        "title: #metoo",
        &[r##"front-matter/missing-key [#metoo] -> write `title: "#metoo"`"##],
    );
    let message = |front: &str| {
        parse(FILE, &file_with(front)).1[0]
            .english()
            .message
            .clone()
    };
    assert_eq!(
        message("tags:\n  - barn\n  -\n"),
        "an item of `tags` is empty"
    );
    assert_eq!(
        message("title: #metoo"),
        "`title` has no value here, because `#` begins a comment"
    );
}

#[test]
fn curly_marks_around_items_are_left_out() {
    let line = "tags: [“demokrati”, ”barn”, unga]";
    check(
        line,
        &[
            r#"warning front-matter/suspicious-text [“demokrati”] -> write `tags: ["demokrati", "barn", "unga"]`"#,
        ],
    );
    let (post, _) = parse(FILE, &file_with(line));
    assert_eq!(values(&post.placement.tags), ["demokrati", "barn", "unga"]);
}

#[test]
fn authors_in_one_text_are_several_and_a_turned_name_is_one() {
    let list = "[Anna Berg, Omar Lind, Eva Ek]";
    for written in [
        "Anna Berg, Omar Lind och Eva Ek",
        "Anna Berg; Omar Lind; Eva Ek",
        "Anna Berg, Omar Lind and Eva Ek",
        "Anna Berg & Omar Lind samt Eva Ek",
    ] {
        let text = file_with(&format!("author: {written}"));
        let (post, diagnostics) = parse(FILE, &text);
        let said = brief(&SourcePath::new(FILE), &text, &diagnostics);
        let expected =
            format!("warning front-matter/comma-list [{written}] -> write `author: {list}`");
        assert_eq!(said, [expected]);
        assert_eq!(
            values(&post.placement.authors),
            ["Anna Berg", "Omar Lind", "Eva Ek"]
        );
        let last = post.placement.authors[2].span;
        assert_eq!(&text[last.start..last.end], "Eva Ek");
    }
    for one in [
        "Lind, Åsa",
        "von Platen, Åsa",
        "Lind, Åsa Maria",
        "Åsa Sandberg",
    ] {
        assert_eq!(
            values(&sound(&format!("author: {one}")).placement.authors),
            [one]
        );
    }
    let both = sound("authors: [\"Kalle och hans vänner\", \"Lind, Åsa\"]");
    assert_eq!(
        values(&both.placement.authors),
        ["Kalle och hans vänner", "Lind, Åsa"]
    );
}

/// Several names in an item of a list, and the file of a profile, are understood.
#[test]
fn authors_as_people_write_them() {
    let authors = |line: &str, problem: &str| {
        let text = file_with(line);
        let (post, diagnostics) = parse(FILE, &text);
        let found = brief(&SourcePath::new(FILE), &text, &diagnostics);
        assert_eq!(found, [problem], "{line}");
        values(&post.placement.authors)
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        authors(
            "authors: [Anna och Omar, Eva]",
            "warning front-matter/comma-list [Anna och Omar] -> write `authors: [Anna, Omar]`"
        ),
        ["Anna", "Omar", "Eva"]
    );
    assert_eq!(
        authors(
            "author: Anna Berg / Omar Lind",
            "warning front-matter/comma-list [Anna Berg / Omar Lind] -> write `author: [Anna Berg, Omar Lind]`"
        ),
        ["Anna Berg", "Omar Lind"]
    );
    assert_eq!(
        authors(
            "authors: [anna-bergh.md]",
            "warning front-matter/suspicious-text [anna-bergh.md] -> write `anna-bergh`"
        ),
        ["anna-bergh"]
    );
}

/// An address without its `@` is no name.
#[test]
fn contacts_that_are_almost_addresses() {
    for written in ["redaktionen kommunen.se", "redaktionen(at)kommunen.se"] {
        check(
            &format!("contact: {written}"),
            &[&format!(
                "front-matter/bad-address [{written}] -> write `contact: redaktionen@kommunen.se`"
            )],
        );
    }
    sound("contact: Anna Berg");
    sound("contact: Redaktionen på kommunen");
}

#[test]
fn a_name_is_neither_a_link_nor_an_address() {
    let profile = "the address belongs in the author's profile: `url` in `content/authors/<id>.md`";
    let private = "if readers may have the address, it belongs in the author's profile: `email` and `public_contact` in `content/authors/<id>.md`";
    for (written, meant, more) in [
        (
            "author: \"[Anna Berg](https://x.se)\"",
            "author: Anna Berg",
            profile,
        ),
        (
            "author: \"[Anna Berg](https://x.se), Omar Lind och Eva Ek\"",
            "author: [Anna Berg, Omar Lind, Eva Ek]",
            profile,
        ),
        (
            "author: anna@example.se (Anna Berg)",
            "author: Anna Berg",
            private,
        ),
        (
            "author: Anna Berg <anna@example.se>",
            "author: Anna Berg",
            private,
        ),
        ("author: anna.berg@example.se", "author: Anna Berg", private),
        ("authors: [Omar, anna@example.se (Anna)]", "Anna", private),
    ] {
        let text = file_with(written);
        let (post, diagnostics) = parse(FILE, &text);
        let said: Vec<String> = diagnostics
            .iter()
            .flat_map(|one| one.english().help.clone())
            .collect();
        assert_eq!(
            said,
            [format!("write `{meant}`"), more.to_owned()],
            "{written}"
        );
        assert!(diagnostics[0].is_error());
        let authors = values(&post.placement.authors).join(" ");
        assert!(!authors.contains(['@', '[']), "{authors}");
    }
}

#[test]
fn names_in_maps_are_taken_out_of_them() {
    for (written, meant) in [
        ("author: {name: Anna Berg}", "author: Anna Berg"),
        (
            "author:\n  name: Anna Berg\n  email: a@x.se",
            "author: Anna Berg",
        ),
        (
            "authors: [{name: Anna Berg}, Omar]",
            "authors: [Anna Berg, Omar]",
        ),
    ] {
        let (post, diagnostics) = parse(FILE, &file_with(written));
        let said: Vec<String> = diagnostics.iter().flat_map(|d| d.english().help).collect();
        assert_eq!(said, [format!("write `{meant}`")], "{written}");
        assert_eq!(values(&post.placement.authors)[0], "Anna Berg");
    }
}

#[test]
fn tags_in_one_text() {
    check(
        "tags: barn; unga",
        &["warning front-matter/comma-list [barn; unga] -> write `tags: [barn, unga]`"],
    );
    check(
        "tags:\n  -barn\n  -unga",
        &["warning front-matter/comma-list [-barn\n  -unga] -> write `tags: [barn, unga]`"],
    );
    check(
        "tags: barn unga",
        &[
            "warning front-matter/comma-list [barn unga] -> write `tags: [barn, unga]` if these are several; write `tags: [barn unga]` if it is one",
        ],
    );
    check(
        "tags: \"[barn, unga]\"",
        &["warning front-matter/comma-list [\"[barn, unga]\"] -> write `tags: [barn, unga]`"],
    );
    sound("tags: barn");
    sound("tags: [mänskliga rättigheter]");
}

#[test]
fn html_and_wrong_encodings_are_shown_with_the_text_that_was_meant() {
    let text = "suspicious-text";
    for (written, place, meant) in [
        (
            "title: It&#8217;s <em>now</em>",
            "&#8217;",
            r#"title: "It’s now""#,
        ),
        ("summary: <p>En &auml;ng</p>", "<p>", r#"summary: "En äng""#),
        ("tags: [\"R&amp;B\", unga]", "&amp;", r#""R&B""#),
        ("author: G&ouml;ran", "&ouml;", r#"author: "Göran""#),
        (
            "contact: {name: R&amp;D, phone: 08-1}",
            "&amp;",
            r#"name: "R&D""#,
        ),
        (
            "cta: {text: Anm&auml;l dig, url: /x/}",
            "&auml;",
            r#"text: "Anmäl dig""#,
        ),
        (
            "image: {src: a.png, alt: Vid &aring;n}",
            "&aring;",
            r#"alt: "Vid ån""#,
        ),
        (
            "image: {src: a.png, alt: x, caption: Vid Ã¥n}",
            "Ã¥n",
            r#"caption: "Vid ån""#,
        ),
        (
            "summary: \"MÃ¤nskliga r&auml;ttigheter\"",
            "MÃ¤nskliga",
            r#"summary: "Mänskliga rättigheter""#,
        ),
        (
            "corrections: [{date: 2021-04-12, text: FÃ¶r <em>alla</em> &amp; en}]",
            "FÃ¶r",
            r#"text: "För <em>alla</em> &amp; en""#,
        ),
    ] {
        check(
            written,
            &[&format!(
                "warning front-matter/{text} [{place}] -> write `{meant}`"
            )],
        );
    }
    sound("title: Elementet <main> & a < b\nsummary: São Tomé");
    sound("corrections: [{date: 2021-04-12, text: För <em>alla</em> &amp; en}]");
}
