//! Promise: what is unpublished leaves no trace in the output.

use crate::site::{NOW, Site, places, run_in};

const UNPUBLISHED: &str = "
-- content/posts/open.md --
---
title: Öppet
date: 2024-05-17
author: asa
tags: [gemensam]
---

Text.

-- content/posts/draft.md --
---
title: Kanariefågel utkast
date: 2024-05-18
author: Hemlig Skribent
network: hemligt-natverk
tags: [gemensam, hemlig-etikett]
draft: true
image: {src: kanarie.svg, alt: Hemlig bild}
corrections: [{date: 2024-05-19, text: Hemlig rättelse}]
aliases: [/hemligt-alias/]
---

Kanariefågel i texten. ![Hemlig bild](kanarie.svg)

-- content/posts/scheduled.md --
---
title: Kanariefågel senare
date: 2024-05-18
publish_date: 2030-01-01
author: asa
tags: [hemlig-etikett]
---

Kanariefågel.

-- content/posts/future.md --
---
title: Kanariefågel framtid
date: 2030-01-01
author: asa
---

Kanariefågel.

-- content/posts/expired.md --
---
title: Kanariefågel utgången
date: 2020-01-01
author: asa
expires: 2024-05-31
---

Kanariefågel.

-- content/pages/hidden.md --
---
title: Kanariefågel sida
draft: true
---

Kanariefågel.

-- content/networks/hemligt-natverk.md --
---
name: Kanariefågel nätverk
---

Kanariefågel.

-- content/posts/kanarie.svg --
<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\"/>
";

const TRACES: &[&str] = &[
    "kanarie",
    "hemlig",
    "framtid",
    "utgången",
    "expired",
    "scheduled",
    "senare",
];

#[test]
fn unpublished_documents_leave_no_trace() {
    let site = Site::new(UNPUBLISHED);
    site.build();
    for (path, bytes) in site.published() {
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        // The theme's own words are the same whether or not anything is unpublished.
        if path.starts_with("assets/") {
            continue;
        }
        for trace in TRACES {
            assert!(!path.to_lowercase().contains(trace), "{path} names {trace}");
            assert!(!text.contains(trace), "{path} contains {trace}");
        }
    }
}

#[test]
fn the_output_is_the_same_as_if_unpublished_documents_did_not_exist() {
    let with = Site::new(UNPUBLISHED);
    with.build();
    let without = Site::new(UNPUBLISHED);
    for file in ["draft", "scheduled", "future", "expired"] {
        without.remove(&format!("content/posts/{file}.md"));
    }
    without
        .remove("content/pages/hidden.md")
        .remove("content/networks/hemligt-natverk.md");
    without.remove("content/posts/kanarie.svg");
    without.build();
    assert_eq!(with.published(), without.published());
}

#[test]
fn the_summary_names_what_is_unpublished_and_the_flag() {
    let run = Site::new(UNPUBLISHED).build();
    for line in [
        "Unpublished (draft; --drafts shows it): content/posts/draft.md",
        "Unpublished (scheduled for 2030-01-01; --future shows it): content/posts/future.md",
        "Unpublished (scheduled for 2030-01-01; --future shows it): content/posts/scheduled.md",
        "Unpublished (expired 2024-05-31; --expired shows it): content/posts/expired.md",
    ] {
        assert!(
            run.stdout.contains(line),
            "{line} is not in\n{}",
            run.stdout
        );
    }
}

#[test]
fn flags_show_what_is_unpublished_and_the_page_says_so() {
    let site = Site::new(UNPUBLISHED);
    let run = site.run(&[
        "build",
        "--now",
        crate::site::NOW,
        "--drafts",
        "--future",
        "--expired",
    ]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let draft = site.read("2024/05/draft/index.html");
    assert!(draft.contains("Utkast"), "{draft}");
    assert!(draft.contains("noindex"), "{draft}");
    assert!(site.has("2030/01/future/index.html"));
    assert!(site.has("2020/01/expired/index.html"));
    assert!(site.has("media/posts/kanarie.svg"));
    assert!(site.has("hemligt-alias/index.html"));
    assert!(
        !site.read("sitemap.xml").contains("/draft/"),
        "the map shows a draft"
    );
    // And taking the flags away takes all of it away.
    site.build();
    assert!(!site.has("2024/05/draft/index.html"));
    assert!(!site.has("media/posts/kanarie.svg"));
}

#[test]
fn a_day_lasts_until_midnight_in_the_sites_zone() {
    let site = Site::new("");
    site.write(
        "content/posts/a.md",
        "---\ntitle: A\ndate: 2024-05-17\nexpires: 2024-05-31\nauthor: asa\n---\n\nText.\n",
    );
    // 21:59 UTC is 23:59 in Stockholm in summer.
    for (now, shown) in [
        ("2024-05-16T21:59:00Z", false),
        ("2024-05-16T22:00:00Z", true),
        ("2024-05-31T21:59:00Z", true),
        ("2024-05-31T22:00:00Z", false),
    ] {
        let run = run_in(site.path(), &["build", "--now", now]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        assert_eq!(site.has("2024/05/a/index.html"), shown, "at {now}");
    }
}

#[test]
fn a_link_to_a_draft_is_an_error_and_the_draft_may_have_errors_itself() {
    let site = Site::new(UNPUBLISHED);
    site.write(
        "content/posts/linking.md",
        "---\ntitle: Länk\ndate: 2024-05-17\nauthor: asa\n---\n\nSe [den](draft.md).\n",
    );
    site.fails(&["link/withheld-page content/posts/linking.md:7:4"]);
    site.remove("content/posts/linking.md");
    site.edit(
        "content/posts/draft.md",
        "Kanariefågel i texten.",
        "![](kanarie.svg) [x](finns-inte.md)",
    );
    assert_eq!(site.try_build().code, 0);
}

#[test]
fn profiles_without_published_posts_are_not_published() {
    let site = Site::new(
        "
-- content/posts/a.md --
---
title: A
date: 2024-05-17
author: asa
---

Text.

-- content/authors/vilande.md --
---
name: Vilande Person
---

Okänd.
",
    );
    site.build();
    assert!(
        !site
            .output_paths()
            .iter()
            .any(|path| path.contains("vilande"))
    );
    assert!(!site.read("skribenter/index.html").contains("Vilande"));
}

#[test]
fn contact_is_published_only_if_the_profile_says_so() {
    let site = Site::new("");
    site.post("a.md", "Text.");
    site.write(
        "content/authors/asa.md",
        "---\nname: Åsa\nemail: hemlig@example.se\nphone: 070-000 00 00\n---\n\nText.\n",
    );
    site.build();
    let all: String = site
        .published()
        .values()
        .map(|bytes| String::from_utf8_lossy(bytes).into_owned())
        .collect();
    assert!(!all.contains("hemlig@example.se") && !all.contains("070-000"));
    site.edit(
        "content/authors/asa.md",
        "name: Åsa",
        "name: Åsa\npublic_contact: true",
    );
    site.build();
    assert!(
        site.read("skribenter/asa/index.html")
            .contains("hemlig@example.se")
    );
}

#[test]
fn a_draft_needs_no_date_until_it_is_published() {
    let site = Site::new(
        "
-- content/posts/open.md --
---
title: Öppet
date: 2024-05-17
author: asa
---

Text.

-- content/posts/utkast.md --
---
title: Ett halvt inlägg
author: asa
draft: true
---

Text.
",
    );
    site.build();
    assert!(!site.read("index.html").contains("halvt"));
    // Where it is shown, its day is today, and it comes first.
    let run = site.run(&["build", "--strict", "--drafts", "--now", crate::site::NOW]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let post = site.read("2024/06/utkast/index.html");
    assert!(post.contains("datetime=\"2024-06-01\""), "{post}");
    let home = site.read("index.html");
    assert!(home.find("halvt") < home.find("Öppet"), "{home}");

    site.edit("content/posts/utkast.md", "draft: true\n", "");
    site.fails(&["front-matter/missing-key content/posts/utkast.md:1:1"]);
}

/// A site of one open post and these files.
fn with_open(files: &str) -> Site {
    let site = Site::new(files);
    site.post("open.md", "Text.");
    site
}

/// No severity that a site can set, for what guards secrecy.
fn lower(site: &Site, lines: &str) {
    site.edit("site.yaml", "title:", &format!("{lines}\ntitle:"));
}

#[test]
fn other_systems_words_for_hiding_stop_the_build_and_cannot_be_lowered() {
    let site = with_open("");
    site.build();
    let post = |lines: &str| {
        let text = format!("---\ntitle: Kanarie\ndate: 2024-05-01\nauthor: asa\n{lines}\n---\n");
        site.write("content/posts/kanarie.md", text);
    };
    for lines in [
        "status: draft",
        "hidden: true",
        "embargo: 2030-01-01",
        "publish_date:",
    ] {
        post(lines);
        site.fails(&["front-matter/unclear-secrecy content/posts/kanarie.md:5:1"]);
    }
    lower(&site, "diagnostics: {front-matter/unclear-secrecy: allow}");
    assert_eq!(site.try_build().code, 1);
    site.edit(
        "site.yaml",
        "diagnostics: {front-matter/unclear-secrecy: allow}\n",
        "",
    );
    post("status: publish");
    site.warns(&["front-matter/ignored-key content/posts/kanarie.md:5:1"]);
    assert!(site.has("2024/05/kanarie/index.html"));
}

#[test]
fn profiles_and_pages_that_speak_of_hiding_stop_the_build() {
    let site = with_open("");
    site.build();
    site.write(
        "content/pages/sida.md",
        "---\ntitle: Sida\nprivate: true\n---\n",
    );
    site.edit(
        "content/authors/asa.md",
        "name: Åsa Lind",
        "name: Åsa Lind\ndraft: true",
    );
    site.fails(&[
        "front-matter/unclear-secrecy content/authors/asa.md:3:1",
        "front-matter/unclear-secrecy content/pages/sida.md:3:1",
    ]);
}

#[test]
fn names_that_begin_with_an_underscore_are_not_read_and_that_is_said() {
    let text = "---\ntitle: Kanarie\ndate: 2024-05-01\nauthor: asa\n---\n";
    let site = with_open("");
    for file in [
        "posts/_index.md",
        "posts/_kanarie.md",
        "posts/_drafts/kanarie.md",
        "posts/_drafts/kanarie-2/index.md",
        "posts/2024/_utkast/kanarie.md",
        "pages/_kanarie.md",
    ] {
        site.write(&format!("content/{file}"), text);
    }
    site.write("content/posts/_drafts/kanarie.txt", "kanarie");
    site.write("static/_redirects", "/a /b");
    site.warns(&[
        "source/ignored-file content/pages/_kanarie.md",
        "source/ignored-file content/posts/2024/_utkast",
        "source/ignored-file content/posts/_drafts",
        "source/ignored-file content/posts/_index.md",
        "source/ignored-file content/posts/_kanarie.md",
    ]);
    for (path, bytes) in site.published() {
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        assert!(
            !path.contains("kanarie") && !text.contains("kanarie"),
            "{path}"
        );
    }
    assert!(site.has("_redirects"));
}

#[test]
fn a_change_whose_day_has_not_come_leaves_no_trace() {
    let text = |more: &str| {
        format!("---\ntitle: Rättat\ndate: 2024-05-17\nauthor: asa\n{more}---\n\nText.\n")
    };
    let later =
        "updated: 2028-02-03\ncorrections: [{date: 2028-02-03, text: \"Kanarie [x](open.md)\"}]\n";
    let page = "---\ntitle: Sida\n---\n\nText.\n";
    let with = with_open("");
    with.write("content/posts/a.md", text(later)).write(
        "content/pages/b.md",
        page.replace("Sida\n", "Sida\nupdated: 2028-02-03\n"),
    );
    with.build();
    let without = with_open("");
    without
        .write("content/posts/a.md", text(""))
        .write("content/pages/b.md", page);
    without.build();
    assert_eq!(with.published(), without.published());
    // When the day has come, it is there.
    let run = with.run(&["build", "--strict", "--now", "2028-02-03T12:00:00Z"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(with.read("rattelser/index.html").contains("Kanarie"));
    assert!(with.read("2024/05/a/index.html").contains("2028-02-03"));
}

#[test]
fn the_configuration_cannot_lead_to_what_is_unpublished() {
    let site = with_open(
        "
-- content/pages/hemlig-sida.md --
---
title: Kanarie
draft: true
aliases: [/gammal-sida/]
---

Text.
",
    );
    site.build();
    let lowered = "diagnostics: {link/missing-page: allow}";
    for line in [
        "about: pages/hemlig-sida.md",
        "comments: {rules: pages/hemlig-sida.md}",
        "menu: [{title: Sidan, url: /hemlig-sida/}]",
        "menu: [{title: Sidan, url: /hemlig-sida}]",
        "menu: [{title: Sidan, url: /gammal-sida/}]",
        "menu: [{title: Sidan, url: \"https://blogg.example.se/hemlig-sida/\"}]",
        "menu: [{title: Inlägget, url: /2030/01/hemligt/}]",
    ] {
        site.write(
            "content/posts/hemligt.md",
            "---\ntitle: Kanarie\ndate: 2030-01-01\nauthor: asa\n---\n",
        );
        lower(&site, &format!("{line}\n{lowered}"));
        let run = site.run(&["build", "--now", crate::site::NOW, "--format", "json"]);
        assert_eq!(run.code, 1, "{line}");
        let found = crate::site::places(&run.stdout, None);
        assert!(
            found.len() == 1 && found[0].starts_with("config/withheld-page site.yaml:1:"),
            "{line}: {found:?}"
        );
        site.edit("site.yaml", &format!("{line}\n{lowered}\n"), "");
        site.build();
    }
}

#[test]
fn a_page_that_is_missing_is_never_named_in_its_place() {
    let site = with_open("");
    lower(
        &site,
        "about: pages/hemlig-sida.md\ndiagnostics: {link/missing-page: warn}",
    );
    site.warns(&["link/missing-page site.yaml:1:8"]);
    for (path, bytes) in site.published() {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        assert!(!text.contains("hemlig-sida"), "{path}");
    }
}

#[test]
fn the_files_of_a_unpublished_folder_are_unpublished_with_it() {
    let site = with_open(
        "
-- content/posts/HEM/index.md --
---
title: Kanarie
date: 2024-05-17
author: asa
draft: true
---

Text.

-- content/posts/HEM/plan.pdf --
%PDF-1.7

-- content/posts/HEM/bilder/bild.svg --
<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\"/>
",
    );
    site.build();
    site.post(
        "a.md",
        "[Planen](HEM/plan.pdf) ![Bild](HEM/bilder/bild.svg)",
    );
    site.fails(&[
        "link/withheld-page content/posts/a.md:7:1",
        "link/withheld-page content/posts/a.md:7:24",
    ]);
    let run = site.run(&["build", "--drafts", "--now", crate::site::NOW]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(site.has("media/posts/HEM/plan.pdf"));
}

#[test]
fn no_word_of_a_site_or_a_text_lets_a_link_to_what_is_unpublished_through() {
    let site = with_open(
        "
-- content/posts/hem.md --
---
title: Kanarie
date: 2027-05-01
author: asa
---
",
    );
    site.post(
        "a.md",
        "<!-- nitton-allow link/missing-page: flyttas i höst -->\n[x](/2027/05/hem/)",
    );
    site.fails(&["link/withheld-page content/posts/a.md:8:1"]);
    lower(&site, "diagnostics: {link/withheld-page: warn}");
    site.fails(&[
        "config/guarded-code site.yaml:1:15",
        "link/withheld-page content/posts/a.md:8:1",
    ]);
}

#[test]
fn a_whole_address_below_a_base_path_with_letters_is_the_sites_own() {
    let site = with_open(
        "
-- content/posts/hem.md --
---
title: Kanarie
date: 2027-05-01
author: asa
---
",
    );
    site.edit("site.yaml", "blogg.example.se/", "blogg.example.se/råd/");
    for base in ["råd", "r%C3%A5d", "r%c3%a5d", "ra%CC%8Ad"] {
        let link = format!("[x](https://blogg.example.se/{base}/2027/05/hem/)");
        site.post("a.md", &link);
        site.fails(&["link/withheld-page content/posts/a.md:7:1"]);
    }
}

#[test]
fn a_lowered_error_of_an_image_leaves_no_empty_address() {
    let site = with_open("");
    site.post("a.md", "![En bild](hemlig-bild.png)");
    lower(&site, "diagnostics: {image/missing-file: allow}");
    site.build();
    let html = site.read("2024/05/a/index.html");
    assert!(
        html.contains("alt=\"En bild\"") && html.contains("src=\"/404.html\""),
        "{html}"
    );
    assert!(!html.contains("hemlig-bild"), "{html}");
}

#[test]
fn what_is_unpublished_stops_nothing_whatever_is_wrong_with_it() {
    let site = Site::new(
        "
-- content/posts/open.md --
---
title: Öppet
date: 2024-05-17
author: asa
---

Text.

-- content/posts/utkast.md --
---
title: Utkast
draft: true
author: bo
comments: archived
---

[Länk](javascript:alert(1)) ![Bild](saknas.png) ![](https://annan.example.org/a.png)

-- content/posts/utkast.comments.yaml --
- name: [

-- content/posts/egen/index.md --
---
title: Egen mapp
date: 2030-01-01
author: bo
---

Text.

-- content/authors/bo.md --
---
name: Bo Ek
links: [javascript:alert(1)]
---

[Länk](saknas.md)
",
    );
    site.write("content/posts/egen/bild.png", b"no picture");
    let run = site.run(&["build", "--strict", "--now", NOW]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    // Whoever looks at drafts sees what is wrong with them.
    let run = site.run(&["build", "--drafts", "--now", NOW, "--format", "json"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    let found = places(&run.stdout, Some("error")).join("\n");
    for file in ["utkast.md", "utkast.comments.yaml", "authors/bo.md"] {
        assert!(found.contains(file), "{file}: {found}");
    }
    // What may be the reason why a post isn't published is no secret of its author.
    site.edit(
        "content/posts/open.md",
        "author: asa",
        "author: asa\nexpires: i morgon",
    );
    let run = site.run(&["build", "--now", NOW]);
    assert_eq!(run.code, 1, "{}", run.stderr);
}
