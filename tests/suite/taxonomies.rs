//! Tags, authors and networks; archive, neighbours, related posts.

use crate::site::Site;

fn post(site: &Site, name: &str, front_matter: &str) {
    site.write(
        &format!("content/posts/{name}.md"),
        format!("---\ntitle: {name}\n{front_matter}\n---\n\nText.\n"),
    );
}

/// The texts of the links in a list, in order.
fn names(html: &str, prefix: &str) -> Vec<String> {
    let start = format!("href=\"{prefix}");
    let mut names = Vec::new();
    for rest in html.split(&start).skip(1) {
        let inner = rest.split_once('>').map_or("", |(_, rest)| rest);
        let inner = inner.split("</a>").next().unwrap_or("");
        let text: String = inner
            .split('<')
            .map(|part| part.split_once('>').map_or(part, |(_, rest)| rest))
            .collect();
        names.push(text.trim().to_owned());
    }
    names
}

#[test]
fn swedish_order_is_a_to_o_with_digits_first() {
    let site = Site::new("");
    let tags = [
        "Ödmjukhet",
        "zebra",
        "Åland",
        "Ärlighet",
        "Wallin",
        "Vall",
        "1948",
        "abc",
        "Österlen",
        "Abba",
        "Æther",
    ];
    post(
        &site,
        "a",
        &format!(
            "date: 2024-05-17\nauthor: asa\ntags: [{}]",
            tags.map(|tag| format!("\"{tag}\"")).join(", ")
        ),
    );
    site.build();
    let html = site.read("etiketter/index.html");
    let main = html.split("<main").nth(1).expect("a main part");
    let order: Vec<String> = names(main, "/etiketter/")
        .into_iter()
        .filter(|name| tags.contains(&name.as_str()))
        .collect();
    assert_eq!(
        order,
        [
            "1948",
            "Abba",
            "abc",
            "Vall",
            "Wallin",
            "zebra",
            "Åland",
            "Ärlighet",
            "Æther",
            "Ödmjukhet",
            "Österlen"
        ]
    );
}

#[test]
fn names_that_differ_in_case_spaces_or_composition_are_one_term() {
    let site = Site::new("");
    post(
        &site,
        "a",
        "date: 2024-05-17\nauthor: asa\ntags: [\"Mänskliga  rättigheter\"]",
    );
    post(
        &site,
        "b",
        "date: 2024-05-18\nauthor: asa\ntags: [\"mänskliga rättigheter\"]",
    );
    post(
        &site,
        "c",
        "date: 2024-05-19\nauthor: asa\ntags: [\"ma\u{308}nskliga ra\u{308}ttigheter\"]",
    );
    site.build();
    let html = site.read("etiketter/manskliga-rattigheter/index.html");
    assert!(
        html.contains("/2024/05/a/")
            && html.contains("/2024/05/b/")
            && html.contains("/2024/05/c/")
    );
}

#[test]
fn near_duplicates_are_a_warning_that_names_both() {
    let site = Site::new("");
    post(
        &site,
        "a",
        "date: 2024-05-17\nauthor: asa\ntags: [yttrandefrihet]",
    );
    post(
        &site,
        "b",
        "date: 2024-05-18\nauthor: asa\ntags: [yttrandefrihet, yttrandefihet]",
    );
    site.warns(&["site/near-duplicate-terms content/posts/b.md:5:24"]);
}

/// However seldom it is used: other advice would contradict that on the profile.
#[test]
fn of_near_duplicates_that_with_a_profile_is_right() {
    let site = Site::new("");
    let profile = "---\nname: Anna Bergh\n---\n";
    site.write("content/authors/anna-bergh.md", profile);
    post(&site, "a", "date: 2024-05-17\nauthor: Anna Bergh");
    post(&site, "b", "date: 2024-05-18\nauthor: Ana Bergh");
    post(&site, "c", "date: 2024-05-19\nauthor: Ana Bergh");
    let run = site.try_build();
    assert!(
        run.stderr.contains("write `Anna Bergh` everywhere"),
        "{}",
        run.stderr
    );
    assert!(!run.stderr.contains("write `Ana Bergh`"), "{}", run.stderr);
}

#[test]
fn a_name_that_is_a_whole_text_is_an_error() {
    let site = Site::new("");
    let (fits, long) = ("x".repeat(100), "y".repeat(101));
    for key in ["author", "authors", "network", "tags", "categories"] {
        let value = if key.ends_with('s') {
            format!("[{fits}, {long}]")
        } else {
            long.clone()
        };
        let author = if key.starts_with('a') {
            ""
        } else {
            "author: asa\n"
        };
        post(
            &site,
            "a",
            &format!("date: 2024-05-17\n{author}{key}: {value}"),
        );
        let run = site.try_build();
        assert_eq!(run.code, 1, "{key}");
        let reported = run.stderr.matches("it has more than 100 letters").count();
        assert_eq!(reported, 1, "{}", run.stderr);
    }
}

#[test]
fn terms_that_would_share_a_url_are_an_error() {
    let site = Site::new("");
    post(&site, "a", "date: 2024-05-17\nauthor: asa\ntags: [Skåne]");
    post(&site, "b", "date: 2024-05-18\nauthor: asa\ntags: [Skane]");
    let run = site.try_build();
    assert_eq!(run.code, 1);
    assert!(
        run.stderr.contains("Skåne")
            && run.stderr.contains("Skane")
            && run.stderr.contains("route/collision"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_profile_gives_name_role_biography_and_partnerships() {
    let site = Site::new("
-- content/networks/natet.md --
---
name: Nätet för rättigheter
short: Kommuner som samarbetar
period: {from: 2021, to: 2024}
partnerships:
  - {partners: [Piteå, Chinsali], countries: [Sverige, Zambia], themes: [jämställdhet]}
  - {partners: [Håbo, Livingstone, Victoria Falls], countries: [Sverige, Zambia, Zimbabwe], themes: [barn]}
---

Beskrivning av *nätet*.
");
    post(
        &site,
        "a",
        "date: 2024-05-17\nauthors: [asa, Utan Profil]\nnetworks: [natet, Fritt namn]",
    );
    site.build();
    let html = site.read("natverk/natet/index.html");
    for text in [
        "Nätet för rättigheter",
        "Piteå",
        "Victoria Falls",
        "Zimbabwe",
        "jämställdhet",
        "2021",
        "2024",
        "<em>nätet</em>",
    ] {
        assert!(html.contains(text), "{text}");
    }
    assert!(site.has("natverk/fritt-namn/index.html"));
    assert!(
        site.read("skribenter/utan-profil/index.html")
            .contains("Utan Profil")
    );
    assert!(site.read("skribenter/asa/index.html").contains("Skriver."));
}

#[test]
fn an_unknown_id_names_the_nearest_known_one() {
    let site = Site::new("");
    site.write(
        "content/authors/orjan-tall.md",
        "---\nname: Örjan Tall\n---\n",
    );
    post(&site, "a", "date: 2024-05-17\nauthor: orjan-tal");
    let run = site.try_build();
    assert_eq!(run.code, 1);
    assert!(
        run.stderr.contains("content/posts/a.md:4:9"),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr.contains("did you mean `orjan-tall`?"),
        "{}",
        run.stderr
    );
}

#[test]
fn lists_are_paginated_newest_first() {
    let site = Site::new("");
    for day in 1..=25 {
        post(
            &site,
            &format!("p{day:02}"),
            &format!("date: 2024-05-{day:02}\nauthor: asa\ntags: [alla]"),
        );
    }
    site.build();
    for (base, file) in [
        ("/", ""),
        ("/etiketter/alla/", "etiketter/alla/"),
        ("/skribenter/asa/", "skribenter/asa/"),
    ] {
        let first = site.read(&format!("{file}index.html"));
        let third = site.read(&format!("{file}sida/3/index.html"));
        assert!(
            first.contains("/2024/05/p25/") && !first.contains("/2024/05/p15/"),
            "{file}"
        );
        assert!(
            third.contains("/2024/05/p05/") && third.contains("/2024/05/p01/"),
            "{file}"
        );
        assert!(first.contains(&format!("href=\"{base}sida/2/\"")), "{file}");
        assert!(!site.has(&format!("{file}sida/4")) && !site.has(&format!("{file}sida/1")));
        assert!(first.contains("25"), "the total");
    }
}

#[test]
fn the_archive_counts_by_year_and_month() {
    let site = Site::new("");
    post(&site, "a", "date: 2023-12-31T23:30\nauthor: asa");
    post(&site, "b", "date: 2024-01-01\nauthor: asa");
    post(&site, "c", "date: 2024-01-02\nauthor: asa");
    site.build();
    let archive = site.read("arkiv/index.html");
    assert!(
        archive.contains("/arkiv/2023/")
            && archive.contains("/arkiv/2024/")
            && archive.contains("januari")
    );
    let year = site.read("arkiv/2024/index.html");
    let main = year
        .split("<main")
        .nth(1)
        .expect("a main part")
        .split("</main>")
        .next()
        .expect("its end");
    assert!(
        main.contains("/2024/01/b/")
            && main.contains("/2024/01/c/")
            && !main.contains("/2023/12/a/")
    );
    assert!(site.read("arkiv/2023/index.html").contains("december"));
}

#[test]
fn related_posts_share_rare_terms() {
    let site = Site::new("");
    post(
        &site,
        "a",
        "date: 2024-01-01\nauthor: asa\ntags: [alla, ovanlig]",
    );
    post(
        &site,
        "b",
        "date: 2020-01-01\nauthor: asa\ntags: [alla, ovanlig]",
    );
    for number in 0..20 {
        post(
            &site,
            &format!("x{number:02}"),
            &format!("date: 2023-01-{:02}\nauthor: asa\ntags: [alla]", number + 1),
        );
    }
    site.edit("site.yaml", "title:", "related: {count: 1}\ntitle:");
    site.build();
    let html = site.read("2024/01/a/index.html");
    let main = html.split("<main").nth(1).expect("a main part");
    assert!(
        main.contains("/2020/01/b/"),
        "the one that shares a rare tag is not related"
    );
}

#[test]
fn url_words_and_permalinks_follow_the_configuration() {
    let site = Site::new("");
    site.write("site.yaml", "title: Blog\nbase_url: https://example.org/\nlanguage: en\npermalink: /posts/{slug}/\ntaxonomies:\n  tags: {path: labels}\n");
    post(&site, "a", "date: 2024-05-17\nauthor: asa\ntags: [x]");
    site.build();
    for path in [
        "posts/a/index.html",
        "labels/x/index.html",
        "authors/asa/index.html",
        "archive/2024/index.html",
    ] {
        assert!(site.has(path), "{path} is not in {:?}", site.output_paths());
    }
}

#[test]
fn the_menu_marks_the_overview_that_a_page_lies_below() {
    let site = Site::new("");
    site.edit(
        "site.yaml",
        "title:",
        "taxonomies: {tags: {path: amnen}, networks: {path: amnen/natverk}}\ntitle:",
    );
    post(
        &site,
        "a",
        "date: 2024-05-17\nauthor: asa\nnetworks: [Nord]\ntags: [val]",
    );
    site.build();
    // What each entry of the menu says of the page: its own, above it, or nothing.
    let marks = |page: &str| {
        let html = site.read(page);
        let menu = html.split("id=\"menu\"").nth(1).expect("a menu");
        let menu = menu.split("</header>").next().expect("its end");
        ["/amnen/natverk/", "/skribenter/", "/amnen/", "/arkiv/"].map(|url| {
            let entry = menu.split(&format!("href=\"{url}\"")).nth(1);
            let entry = entry.and_then(|rest| rest.split('>').next());
            entry
                .unwrap_or_else(|| panic!("{url} in {menu}"))
                .trim()
                .to_owned()
        })
    };
    let (own, above, none) = (
        "aria-current=\"page\"".to_owned(),
        "aria-current=\"true\"".to_owned(),
        String::new(),
    );
    let expect = |page: &str, expected: [&String; 4]| {
        assert_eq!(marks(page), expected.map(String::clone), "{page}");
    };
    expect("amnen/index.html", [&none, &none, &own, &none]);
    expect("amnen/val/index.html", [&none, &none, &above, &none]);
    expect("amnen/natverk/index.html", [&own, &none, &none, &none]);
    expect(
        "amnen/natverk/nord/index.html",
        [&above, &none, &none, &none],
    );
    expect("skribenter/asa/index.html", [&none, &above, &none, &none]);
    expect("arkiv/2024/index.html", [&none, &none, &none, &above]);
    expect("index.html", [&none; 4]);
}
