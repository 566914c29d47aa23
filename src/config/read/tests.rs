use proptest::prelude::*;

use super::*;
use crate::config::{Feeds, PermalinkPart};
use crate::decode::CommentState;
use crate::decode::testing::{assert_spans, brief};
use crate::diagnostic::Diagnostic;

fn parse(text: &str) -> (Option<Config>, Vec<Diagnostic>) {
    let parsed = read(&SourcePath::new("site.yaml"), text);
    assert_spans(text, &parsed.diagnostics);
    (parsed.value, parsed.diagnostics)
}

/// The required keys that `lines` does not have, and `lines`.
fn site_with(lines: &str) -> String {
    let mut text = format!("{lines}\n");
    for (key, line) in [
        ("title", "title: T\n"),
        ("base_url", "base_url: https://x.se/\n"),
    ] {
        if !lines.lines().any(|line| line.starts_with(key)) {
            text.push_str(line);
        }
    }
    text
}

#[track_caller]
fn check(lines: &str, expected: &[&str]) {
    let text = site_with(lines);
    let (_, diagnostics) = parse(&text);
    assert_eq!(
        brief(&SourcePath::new("site.yaml"), &text, &diagnostics),
        expected
    );
}

#[track_caller]
fn sound(lines: &str) -> Config {
    let text = site_with(lines);
    let (config, diagnostics) = parse(&text);
    assert_eq!(
        brief(&SourcePath::new("site.yaml"), &text, &diagnostics),
        [""; 0]
    );
    config.expect("a sound configuration")
}

#[test]
fn defaults() {
    let config = sound("");
    assert_eq!(
        (config.title.as_str(), config.description.as_str()),
        ("T", "")
    );
    assert_eq!(config.language, "sv");
    assert_eq!(config.timezone.iana_name(), Some("Europe/Stockholm"));
    assert_eq!(config.theme.value, "default");
    assert_eq!(
        config.permalink,
        "/{year}/{month}/{slug}/".parse().expect("the default")
    );
    assert_eq!((config.paginate_by, config.related), (10, 3));
    let all = Feeds {
        limit: 20,
        full_content: true,
        rss: true,
        atom: true,
        json: true,
        site: true,
        tags: true,
        authors: true,
        networks: true,
    };
    assert_eq!(config.feeds, all);
    assert!(config.search && config.archive && config.menu.is_empty());
    assert_eq!(config.comments.default, CommentState::Closed);
    assert_eq!(config.raw_html, RawHtml::Sanitize);
    assert!(config.severities.is_empty() && config.default_author.is_none());
}

#[test]
fn reads_every_key() {
    let config = sound(
        r#"title: MR-bloggen
description: Om mänskliga rättigheter
base_url: https://blogg.example.se/mr/
language: fi
timezone: Europe/Helsinki
theme: eget
permalink: /{lang}/{year}-{month}-{day}/{slug}/
paginate_by: 20
taxonomies: {tags: {path: amnen}, authors: {path: bloggare}, networks: {path: nat}}
feeds: {limit: 5, content: summary, formats: [rss], for: [site, tags]}
search: {enabled: false}
archive: {enabled: false}
related: {count: 0}
menu: [{title: Om bloggen, url: /om/}, {title: SKR, url: "https://skr.se/"}]
responsible: {name: Åsa, role: Chef, email: asa@example.org}
contact: {email: a@example.org, phone: 08-123}
about: |
  Ett.

  Två.
comments: {default: mailto, rules: pages/kommentarsregler.md, max_length: 900, email: k@example.org}
subscribe: {email: p@example.org}
default_author: redaktionen
markdown: {raw_html: escape}
diagnostics: {front-matter/unknown-key: warn, image/missing-alt: allow, front-matter/ignored-key: deny}
trusted_files: [google1.html, /static/kartan/]
extra: {färg: röd}"#,
    );
    assert_eq!(config.base_url.base_path(), "/mr");
    for (file, trusted) in [
        ("static/google1.html", true),
        ("static/kartan/a/b.js", true),
        ("static/kartan.html", false),
        ("static/google1.html.js", false),
        ("content/google1.html", false),
    ] {
        assert_eq!(config.trusts(&SourcePath::new(file)), trusted, "{file}");
    }
    assert_eq!(config.timezone.iana_name(), Some("Europe/Helsinki"));
    assert_eq!(config.permalink.segments[1].len(), 5);
    assert_eq!(config.permalink.segments[2], [PermalinkPart::Slug]);
    assert_eq!(
        config.taxonomies.tags.map(|path| path.value).as_deref(),
        Some("amnen")
    );
    assert!(config.feeds.rss && !config.feeds.atom && config.feeds.tags && !config.feeds.authors);
    assert!(!config.search && !config.archive && config.related == 0);
    assert_eq!(config.menu[1].url.value, "https://skr.se/");
    assert_eq!(
        config.contact.expect("given").phone.as_deref(),
        Some("08-123")
    );
    assert_eq!(config.about.expect("given").value, "Ett.\n\nTvå.");
    assert_eq!(config.comments.default, CommentState::Mailto);
    assert_eq!(
        config.comments.rules.expect("given").value,
        "pages/kommentarsregler.md"
    );
    assert_eq!(config.subscribe_email.as_deref(), Some("p@example.org"));
    assert_eq!(config.default_author.expect("given").value, "redaktionen");
    assert_eq!(config.raw_html, RawHtml::Escape);
    assert_eq!(
        config.severities["front-matter/unknown-key"],
        Some(Severity::Warning)
    );
    assert_eq!(config.severities["image/missing-alt"], None);
    assert_eq!(
        config.severities["front-matter/ignored-key"],
        Some(Severity::Error)
    );
}

#[test]
fn shorter_forms() {
    let config = sound(
        "search: false\nrelated: 5\nfeeds: false\ntaxonomies: {tags: ord}\ncontact: a@b.se\nsubscribe: p@b.se\ncomments: off",
    );
    assert!(!config.search && config.related == 5 && !config.feeds.site);
    assert_eq!(
        config.taxonomies.tags.map(|path| path.value).as_deref(),
        Some("ord")
    );
    assert_eq!(
        config.contact.expect("given").email.as_deref(),
        Some("a@b.se")
    );
    assert_eq!(config.comments.default, CommentState::Off);
}

#[test]
fn title_and_address_are_required() {
    let (config, diagnostics) = parse("language: sv\n");
    assert_eq!(
        brief(
            &SourcePath::new("site.yaml"),
            "language: sv\n",
            &diagnostics
        ),
        [
            "config/missing-key [] -> add `title: My blog`",
            "config/missing-key [] -> add `base_url: https://example.org/`",
        ]
    );
    assert!(config.is_some(), "the rest of the site is checked");
    assert_eq!(parse("").1.len(), 2);
    assert!(parse("- a\n").0.is_none());
}

#[test]
fn addresses_of_the_site() {
    check(
        "base_url: blogg.se",
        &["config/bad-base-url [blogg.se] -> write `base_url: https://blogg.se/`"],
    );
    check(
        "base_url: ftp://blogg.se",
        &["config/bad-base-url [ftp://blogg.se] -> write `base_url: https://blogg.se/`"],
    );
    check(
        "base_url: https://x.se/blogg/index.html",
        &[
            "config/bad-base-url [https://x.se/blogg/index.html] -> write `base_url: https://x.se/blogg/`",
        ],
    );
    check(
        "base_url: x.se/index.html",
        &["config/bad-base-url [x.se/index.html] -> write `base_url: https://x.se/`"],
    );
    check(
        "base_url: https://x.se/?a=b",
        &["config/bad-base-url [https://x.se/?a=b] -> write `base_url: https://x.se/`"],
    );
    check(
        "baseURL: https://x.se/\nbase_url: https://x.se/",
        &["config/unknown-key [baseURL] -> write `base_url:`"],
    );
}

#[test]
fn keys_of_other_tools_get_a_hint() {
    for (written, meant) in [
        ("languageCode: sv", "language"),
        ("paginate: 5", "paginate_by"),
        ("permalinks: /{slug}/", "permalink"),
        ("pagniate_by: 5", "paginate_by"),
        ("tidszon: Europe/Stockholm", "timezone"),
        ("author: x", "default_author"),
    ] {
        let key = written.split(':').next().expect("a key");
        check(
            written,
            &[&format!("config/unknown-key [{key}] -> write `{meant}:`")],
        );
    }
    check(
        "copyright: x",
        &[
            "warning config/ignored-key [copyright] -> move it under `extra` where themes can use it",
        ],
    );
    check(
        "plugins: [a]",
        &["warning config/ignored-key [plugins] -> remove it; nitton has no plug-ins"],
    );
    check(
        "hej: x",
        &[
            "warning config/ignored-key [hej] -> remove it, or move it under `extra` where themes can use it",
        ],
    );
    check(
        "feeds: {limt: 3}",
        &["config/unknown-key [limt] -> write `limit:`"],
    );
}

/// Menus as other systems have them, or as people guess.
#[test]
fn menus_in_other_forms() {
    let meant = "write `menu: [{title: Om, url: /om/}]`";
    for (written, place) in [
        ("menu: {Om: /om/}", "{Om: /om/}"),
        ("menu: [Om: /om/]", "[Om: /om/]"),
        ("menu: [/om/]", "[/om/]"),
        ("menu: [Om]", "[Om]"),
    ] {
        check(
            written,
            &[&format!("config/wrong-type [{place}] -> {meant}")],
        );
    }
    check(
        "taxonomies: {taggar: amnen}",
        &["config/unknown-key [taggar] -> write `tags:`"],
    );
}

#[test]
fn words_with_a_meaning() {
    check(
        "language: se_SV",
        &["config/bad-value [se_SV] -> write `language: sv`"],
    );
    check(
        "language: svenska",
        &["config/bad-value [svenska] -> write `language: sv`"],
    );
    check(
        "timezone: Europe/Stokholm",
        &["config/bad-timezone [Europe/Stokholm] -> write `timezone: Europe/Stockholm`"],
    );
    check(
        "timezone: Helsinki",
        &["config/bad-timezone [Helsinki] -> write `timezone: Europe/Helsinki`"],
    );
    check(
        "timezone: Sverige",
        &["config/bad-timezone [Sverige] -> write `timezone: Europe/Stockholm`"],
    );
    check(
        "markdown: {raw_html: alow}",
        &["config/bad-value [alow] -> write one of `sanitize`, `allow`, `escape`"],
    );
    check(
        "feeds: {formats: [rss, xml]}",
        &["config/bad-value [xml] -> write one of `rss`, `atom`, `json`"],
    );
    check(
        "paginate_by: 0",
        &["config/bad-value [0] -> write for example `paginate_by: 10`"],
    );
    check(
        "search: ja",
        &["config/wrong-type [ja] -> write `search: true`"],
    );
    check(
        "theme: ../x",
        &[
            "config/bad-theme [../x] -> write the name of a folder in `themes/`, or `theme: default`",
        ],
    );
    check(
        "comments: {rules: regler}",
        &["config/bad-page [regler] -> write `rules: pages/kommentarsregler.md`"],
    );
    check(
        "comments: mailto",
        &[
            "config/missing-key [comments] -> add `comments: {default: mailto, email: redaktionen@example.org}`",
        ],
    );
    check(
        "menu: [{title: Om}]",
        &["config/missing-key [{title: Om}] -> add `url: /om/`"],
    );
    check(
        "menu: [{title: Om, url: 'javascript:x'}]",
        &["config/unsafe-address ['javascript:x'] -> write `url: https://example.org/`"],
    );
    check(
        "taxonomies: {tags: {path: a//b}}",
        &["config/bad-value [a//b] -> write a word such as `etiketter`"],
    );
    check(
        "taxonomies: {tags: ord, networks: Ord}",
        &["config/bad-value [Ord] -> give each a word of its own"],
    );
    for (empty, key, span) in [
        (
            "taxonomies: {tags: {path: \"\"}}",
            "path: etiketter",
            "\"\"",
        ),
        ("taxonomies: {tags: ''}", "tags: {path: etiketter}", "''"),
        ("permalink: ''", "permalink: /{year}/{month}/{slug}/", "''"),
        ("theme: ' '", "theme: default", "' '"),
        ("timezone: ''", "timezone: Europe/Stockholm", "''"),
        ("language: ''", "language: sv", "''"),
    ] {
        check(
            empty,
            &[&format!("config/missing-key [{span}] -> write `{key}`")],
        );
    }
    check(
        "taxonomies: {tags: {path: /}}",
        &["config/bad-value [/] -> write a word such as `etiketter`"],
    );
}

#[test]
fn permalinks() {
    let bad = |written: &str, help: &str| {
        check(
            &format!("permalink: '{written}'"),
            &[&format!(
                "config/bad-permalink ['{written}'] -> write `permalink: {help}`"
            )],
        );
    };
    bad("{year}/{slug}", "/{year}/{slug}/");
    bad("/{year}/{month}/", "/{year}/{month}/{slug}/");
    bad("/{year}/{title}/", "/{year}/{slug}/");
    bad("/:year/:month/:title.html", "/{year}/{month}/{slug}/");
    bad("/%Y/%m/%d/{slug}/", "/{year}/{month}/{day}/{slug}/");
    bad("/%year%/%monthnum%/%postname%/", "/{year}/{month}/{slug}/");
    bad("/{year/{slug}/", "/{year}/{slug}/");
    bad("/blogg//{slug}/", "/blogg/{slug}/");
    bad("/../{slug}/", "/{slug}/");
    bad("/{slug}.html", "/{slug}/");
    bad("/{slug}.html/", "/{slug}/");
    bad("/Blogg/{slug}.HTML", "/Blogg/{slug}/");
    bad("/Blogg/:Title/", "/Blogg/{slug}/");
    bad("/r%C3%A5d/{slug}/", "/råd/{slug}/");
    bad("/%year%/%day%/%postname%/", "/{year}/{day}/{slug}/");
    bad("https://a.se/Blogg/{slug}/", "/Blogg/{slug}/");
    bad("https://a.se", "/{year}/{month}/{slug}/");
    bad("/{year}/{year}-{slug}.HTML", "/{year}/{year}-{slug}/");
    bad("/{slug}/?a", "/{slug}/");
    bad("/{slug}/#a", "/{slug}/");
    bad("/", "/{year}/{month}/{slug}/");
    bad("/a b/../{slug}", "/a b/{slug}/");
    assert_eq!(
        sound("permalink: /blogg/{slug}/").permalink.segments.len(),
        2
    );
    let message = parse(&site_with("permalink: /{year}/{titel}/{slug}/")).1[0]
        .english()
        .message
        .clone();
    assert!(message.contains("has the field `titel`"), "{message}");
}

#[test]
fn severities() {
    check(
        "diagnostics: {front-mater/unknown-key: warn}",
        &["config/unknown-code [front-mater/unknown-key] -> write `front-matter/unknown-key`"],
    );
    check(
        "diagnostics: {yaml/syntax: warn}",
        &["config/guarded-code [yaml/syntax] -> remove this line, and fix what is reported"],
    );
    check(
        "diagnostics: {front-matter/unknown-key: warning}",
        &["config/bad-value [warning] -> write one of `allow`, `warn`, `deny`"],
    );
    assert_eq!(
        sound("diagnostics: {yaml/syntax: deny}").severities.len(),
        1
    );
}

#[test]
fn all_problems_at_once() {
    check(
        "title: MR: bloggen\nlanguage: svenska\ntheme: a/b",
        &[
            r#"yaml/syntax [MR: bloggen] -> write `title: "MR: bloggen"`"#,
            "config/bad-value [svenska] -> write `language: sv`",
            "config/bad-theme [a/b] -> write the name of a folder in `themes/`, or `theme: default`",
        ],
    );
}

#[test]
fn each_code_has_one_meaning() {
    let mut known = BTreeMap::new();
    for code in crate::diagnostic::codes() {
        let before = known.insert(code.name, code);
        assert!(before.is_none(), "{} is listed twice", code.name);
        let (area, problem) = code.name.split_once('/').expect("area/problem");
        assert!(!area.is_empty() && !problem.is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_text_makes_it_panic(
        lines in prop::collection::vec(
            "(  |- )?(title|base_url|permalink|feeds|menu|diagnostics|comments|timezone)?(: )?[\\[\\]{}\"'#&*/:,0-9a-zå ]{0,20}",
            0..8,
        )
    ) {
        parse(&lines.join("\n"));
    }
}
