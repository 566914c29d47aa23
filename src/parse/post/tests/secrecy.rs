//! What withholds a post, also where it is unclear.

use super::*;

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
