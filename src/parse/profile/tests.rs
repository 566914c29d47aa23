use super::*;
use crate::diagnostic::Diagnostic;
use crate::parse::testing::{assert_spans, brief, settings};

fn parse(kind: TermKind, file: &str, text: &str) -> (Profile, Vec<Diagnostic>) {
    let parsed = profile(kind, &SourcePath::new(file), text, &settings());
    assert_spans(text, &parsed.diagnostics);
    (
        parsed.value.expect("a profile always exists"),
        parsed.diagnostics,
    )
}

fn author(front: &str) -> (Profile, Vec<Diagnostic>) {
    let text = format!("---\nname: Åsa Lind\n{front}\n---\nBiografi\n");
    parse(TermKind::Author, "content/authors/asa-lind.md", &text)
}

#[test]
fn contact_details_are_only_kept_where_they_are_public() {
    let details = "email: asa@example.org\nphone: 08-123";
    for flag in [
        "",
        "public_contact: false",
        "public_contact: ja",
        "public_contact:",
        "public_kontakt: x",
    ] {
        let (profile, _) = author(&format!("{details}\n{flag}"));
        assert_eq!((profile.email, profile.phone), (None, None), "{flag}");
    }
    let (profile, diagnostics) = author(&format!("{details}\npublic_contact: true"));
    assert_eq!(profile.email.as_deref(), Some("asa@example.org"));
    assert_eq!(profile.phone.as_deref(), Some("08-123"));
    assert!(diagnostics.is_empty());
}

#[test]
fn the_id_is_the_name_of_the_file_or_folder() {
    let id = |file| parse(TermKind::Author, file, "---\nname: Å\n---\n").0.id;
    assert_eq!(id("content/authors/asa-lind.md"), "asa-lind");
    assert_eq!(id("content/authors/asa-lind/index.md"), "asa-lind");
    assert_eq!(author("").0.slug, None);
    assert_eq!(
        author("slug: asa").0.slug.expect("given").value.as_str(),
        "asa"
    );
}

#[test]
fn networks() {
    let text = "---\nname: Nät\nshort: Kort\nurl: https://x.se\nperiod: {from: 2021, to: 2024}\npartnerships:\n  - partners: [Piteå, Chinsali]\n    countries: [Sverige, Zambia]\n    themes: jämställdhet\n---\n";
    let (profile, diagnostics) = parse(TermKind::Network, "content/networks/n.md", text);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    assert_eq!(
        profile.period,
        Some(Period {
            from: Some(2021),
            to: Some(2024)
        })
    );
    assert_eq!(profile.partnerships[0].partners, ["Piteå", "Chinsali"]);
    assert_eq!(profile.partnerships[0].themes, ["jämställdhet"]);
    let period = |written: &str| {
        let text = format!("---\nname: N\nperiod: {written}\n---\n");
        parse(TermKind::Network, "content/networks/n.md", &text)
            .0
            .period
    };
    assert_eq!(
        period("2021–2024"),
        Some(Period {
            from: Some(2021),
            to: Some(2024)
        })
    );
    assert_eq!(
        period("2021-"),
        Some(Period {
            from: Some(2021),
            to: None
        })
    );
    assert_eq!(period("{from: 2024, to: 2021}"), None);
}

#[test]
fn mistakes_in_profiles() {
    let check = |front: &str, expected: &str| {
        let text = format!("---\nname: Åsa Lind\n{front}\n---\nBiografi\n");
        let (_, diagnostics) = author(front);
        let file = SourcePath::new("content/authors/asa-lind.md");
        assert_eq!(brief(&file, &text, &diagnostics), [expected]);
    };
    check(
        "organization: SKR",
        "front-matter/unknown-key [organization] -> write `organisation:`",
    );
    check(
        "epost: a@b.se",
        "front-matter/unknown-key [epost] -> write `email:`",
    );
    check(
        "url: www.x.se",
        "front-matter/bad-address [www.x.se] -> write `url: https://www.x.se`",
    );
    check(
        "url: mailto:a@b.se",
        "front-matter/bad-address [mailto:a@b.se] -> write `url: https://example.org/`",
    );
    check(
        "public_contact: ja",
        "front-matter/unclear-secrecy [ja] -> write `public_contact: true`",
    );
    check(
        "twitter: x",
        "warning front-matter/ignored-key [twitter] -> remove it, or move it under `extra` where themes can use it",
    );
    let (profile, diagnostics) = parse(
        TermKind::Tag,
        "content/tags/rätt.md",
        "---\nshort: x\n---\n",
    );
    assert_eq!(diagnostics[0].english().message, "`name` is missing");
    assert_eq!(profile.name.value, "rätt");
}
