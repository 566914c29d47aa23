//! Front matter as YAML: what can't be read, and how it is reported.

use super::*;
use proptest::prelude::*;

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
    syntax(
        "tags: - a",
        "[- a] -> write `tags: [a]` if it is a list; if it is a text, put it in quotation marks",
    );
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

#[test]
fn a_front_matter_of_lines_without_colons_says_what_the_first_one_meant() {
    for (line, meant) in [
        ("title:Prov", "write `title: Prov`"),
        ("title = \"Prov\"", "write `title: \"Prov\"`"),
        ("Prov", "write `title: …`"),
    ] {
        let (_, diagnostics) = parse(FILE, &format!("---\n{line}\n---\nText\n"));
        assert_eq!(diagnostics[0].english().help, [meant], "{line}");
    }
}

#[test]
fn a_date_without_a_value_is_reported_where_it_stands() {
    let text = "---\ntitle: Prov\ndate:\n---\nText\n";
    let (_, diagnostics) = parse("content/posts/prov.md", text);
    let place = diagnostics[0].span.map(|span| &text[span.start..span.end]);
    assert_eq!(
        (diagnostics[0].code.name, place),
        ("front-matter/missing-key", Some("date"))
    );
}
