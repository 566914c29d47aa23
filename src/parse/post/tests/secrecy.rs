//! What keeps a post unpublished, also where it is unclear.

use super::*;

#[test]
fn secrecy_is_unpublished_when_unclear() {
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

/// What is said of one line, and whether it leaves the post unpublished.
fn judged(line: &str) -> (Vec<String>, bool) {
    let text = file_with(line);
    let (post, diagnostics) = parse(FILE, &text);
    let codes = diagnostics.iter().map(|one| one.code.name.to_owned());
    (codes.collect(), post.placement.draft)
}

#[test]
fn what_other_systems_hide_is_unpublished_and_stops_the_build() {
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
        "type: draft",
        "type: Utkast",
        "tags: [barn, draft]",
        "ready: false",
        "online: no",
        "active: false",
        "sitemap: false",
        "confidential: yes",
        "noindex: true",
        "robots: noindex, nofollow",
        "archived: true",
        "trash: true",
        "publicerad: nej",
        "hemlig: ja",
        "do_not_publish: true",
        "draft2: true",
        "layout: draft",
        "anything: hemligt",
        "title: '[UTKAST] Plan'",
        "title: UTKAST Plan",
        "title: Plan (utkast)",
        "cta: {text: Svara, url: https://a.se/, draft: true}",
        "contact:\n  name: Åsa\n  publish_date: 2027-01-01",
        "corrections:\n  - date: 2021-04-12\n    text: Rättat\n    drafts: true",
        "image: {src: a.png, alt: En bild, hidden: true}",
        "extra: {draft: true}",
        "extra: {kampanj: [{publishDate: 2027-01-01}]}",
        "extra: {utkast: ja}",
        "expires:",
    ] {
        let expected = vec!["front-matter/unclear-secrecy".to_owned()];
        assert_eq!(judged(line), (expected, true), "{line}");
    }
}

#[test]
fn a_mark_of_a_draft_in_a_value_that_is_read_counts_too() {
    for line in [
        "category: draft",
        "categories: [Utkast, barn]",
        "title: [UTKAST]",
        "cascade: {draft: true}",
        "params: {nested: {draft: true}}",
    ] {
        let (codes, unpublished) = judged(line);
        assert_eq!(codes[0], "front-matter/unclear-secrecy", "{line}");
        assert!(unpublished, "{line}");
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
        "sitemap: {priority: 0.5}",
        "robots: index, follow",
        "online: true",
        "archived: false",
        "publication: Dagens Nyheter",
        "secretary: Åsa Lind",
        "type: post",
        "cascade: {draft: false}",
    ] {
        let (codes, unpublished) = judged(line);
        assert!(!unpublished, "{line}");
        let known = |code: &String| code == "front-matter/ignored-key";
        assert!(
            codes.len() <= 1 && codes.iter().all(known),
            "{line}: {codes:?}"
        );
    }
    for line in [
        "title: Utkast till lag om barn",
        "title: Vem är hemlig?",
        "tags: [hemliga, utkast till lag]",
        "comments: {state: archived}",
        "extra: {craft: true, status: draft, published: true}",
    ] {
        assert_eq!(judged(line), (vec![], false), "{line}");
    }
    // What a theme gets is nobody's business, whatever it is called.
    assert_eq!(
        judged("extra: {hidden: true, status: draft}"),
        (vec![], false)
    );
}

/// What is said of a text below a sound front matter, and whether it is unpublished.
fn judged_body(body: &str) -> (Vec<String>, bool) {
    let text = format!(
        "{}{body}",
        file_with("slug: prov").trim_end_matches("Text\n")
    );
    let (post, diagnostics) = parse(FILE, &text);
    let codes = diagnostics.iter().map(|one| one.code.name.to_owned());
    let codes = codes.filter(|code| code.starts_with("front-matter/"));
    (codes.collect(), post.placement.draft)
}

#[test]
fn front_matter_below_its_end_is_no_text() {
    for body in [
        "draft: true\n---\nHemlig text\n",
        "draft: true\n\nHemlig text\n",
        "\ndraft: true\n\nHemlig text\n",
        "tags: [a]\nutkast: ja\n---\nText\n",
        "---\ntitle: B\npublish_date: 2027-01-01\n---\nText\n",
        "tags:\n  - a\n- b\n# not yet\nstatus: draft # !\nText\n",
        "Status: draft\nText\n",
        "Draft: true\r\nText\r\n",
        "published: false\nText\n",
        "Published: false\nText\n",
        "expires: \"2027-01-01\"\nText\n",
        "Text\n\n---\ntitle: B\ndraft: true\n---\nText\n",
        "Text\n\n---\nhidden: true\n",
        "```yaml\n---\ndraft: true\n---\n```\n\n---\ndraft: true\n",
        "+++\ndraft = true\n+++\nText\n",
    ] {
        let expected = vec!["front-matter/unclear-secrecy".to_owned()];
        assert_eq!(judged_body(body), (expected, true), "{body}");
    }
    for body in [
        "---\ntitle: B\ndate: 2020-02-02\n---\nText\n",
        "tags: [a]\nText\n",
        "\nsummary: Text\n---\nText\n",
    ] {
        let expected = vec!["front-matter/fence".to_owned()];
        assert_eq!(judged_body(body), (expected, false), "{body}");
    }
}

#[test]
fn a_text_may_have_colons() {
    for body in [
        "Obs: detta är viktigt.\n",
        "Tid: 18.00\nPlats: Rådhuset\n---\nVälkommen\n",
        "Online: nej\nTid: 18.00\n",
        "Publicerad: 2021-04-07\n",
        "Published: 2021-04-07\n\nText\n",
        "Status: pågår\n",
        "Utkast: så här blev det\n",
        "Hemligt: ja, men varför?\n",
        "Password: hunter2\n",
        "\nsummary: what a word!\n\nText\n",
        "Text\n\n---\n\nPublicerad: 2021-04-07\n",
        "Text\n\n---\n\ntags: [a]\n",
        "Så här:\n\n```yaml\n---\ntitle: Plan\ndraft: true\n---\n```\n",
        "`draft: true` skrivs så.\n",
    ] {
        let (codes, unpublished) = judged_body(body);
        let other = |code: &&String| code.starts_with("front-matter/");
        assert_eq!(
            (codes.iter().find(other), unpublished),
            (None, false),
            "{body}"
        );
    }
}

#[test]
fn a_name_that_speaks_of_a_draft_wants_a_word() {
    for file in [
        "content/posts/drafts/plan.md",
        "content/posts/2021/Utkast/plan.md",
        "content/posts/2021-04-07-plan.draft.md",
        "content/posts/UTKAST plan.md",
        "content/posts/[DRAFT] plan/index.md",
    ] {
        let judged = |line: &str| {
            let (post, diagnostics) = parse(file, &file_with(line));
            let codes = diagnostics.iter().map(|one| one.code.name);
            (codes.collect::<Vec<_>>(), post.placement.draft)
        };
        let unclear = vec!["front-matter/unclear-secrecy"];
        assert_eq!(judged("slug: plan"), (unclear, true), "{file}");
        assert_eq!(judged("slug: plan\ndraft: true"), (vec![], true), "{file}");
        assert_eq!(
            judged("slug: plan\ndraft: false"),
            (vec![], false),
            "{file}"
        );
    }
}

#[test]
fn keys_that_hide_a_post_say_what_to_write() {
    check(
        "cta: {text: Svara, url: https://a.se/, draft: true}",
        &[
            "front-matter/unclear-secrecy [draft] -> if it is to control publication, begin the line in the first column: `draft: true`; if it means something else, give it another name",
        ],
    );
    check(
        "status: draft",
        &[
            "front-matter/unclear-secrecy [status] -> write `draft: true` if it is not to be published; if it is to be published, remove the line, or move it under `extra`",
        ],
    );
    check(
        "embargo: 2027-01-01",
        &[
            "front-matter/unclear-secrecy [embargo] -> write `publish_date: 2027-01-01` if it is not to be published before that day; if it is to be published, remove the line, or move it under `extra`",
        ],
    );
    check(
        "expires:",
        &[
            "front-matter/unclear-secrecy [expires] -> write `expires: 2027-01-31`, or remove the line",
        ],
    );
}
