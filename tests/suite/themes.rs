//! Themes: what the default one writes, how a site changes it, and that the program
//! knows nothing of it.

use std::fs;
use std::path::{Path, PathBuf};

use snapbox::{Data, assert_data_eq};

use super::site::Site;

/// A site that shows everything.
const WHOLE: &str = r#"
-- site.yaml --
title: Provbloggen
description: Om allt
base_url: https://blogg.example.se/
paginate_by: 2
menu: [{title: Om, url: /om/}]
responsible: {name: Åsa, role: Chef, email: asa@example.se}
contact: {email: redaktionen@example.se, phone: 08-465 004 19}
about: pages/om.md
comments: {default: closed, rules: pages/om.md}
subscribe: {email: p@example.se}
license: {name: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/"}
accessibility:
  actor: Provkommunen
  conformity: partial
  standard: WCAG 2.1
  assessed: 2024-02-01
  method: external
  assessor: Granskarna
  updated: 2024-02-02
  reply: i dag
  problems: [{text: Det *ena*., reason: För att., criterion: WCAG 1.1.1, affects: [no-vision, reach], fixed_by: 2025-01-01}]
  burden: [{text: Det andra., reason: För dyrt.}]
  exempt: [{text: Det tredje.}]
-- content/pages/om.md --
---
title: Om bloggen
summary: Kort om den.
updated: 2024-01-02
---

## Ett

Text.
-- content/authors/asa.md --
---
name: Åsa Lind
role: Utredare
organisation: Provkommunen
short: Skriver om allt.
email: asa@example.se
public_contact: true
---

Skriver.
-- content/networks/natet.md --
---
name: Nätet
short: Två kommuner.
period: {from: 2021, to: 2024}
partnerships: [{partners: [Piteå, Chinsali], countries: [Sverige, Zambia], themes: [jämställdhet]}]
url: https://example.se/natet
---

Om nätet.
-- content/posts/2024-01-10-forst.md --
---
title: Först
authors: [asa]
networks: [natet]
comments: off
---

Ett inlägg före.
-- content/posts/2024-02-10-allt.md --
---
title: Allt på en gång
authors: [asa, Kim Öst]
networks: [natet]
tags: [unga, språk]
summary: Ingressen.
updated: 2024-02-12
image: {src: bild.svg, alt: En ruta, caption: Under, credit: Åsa}
comments: {state: archived, closed_on: 2024-03-01}
corrections: [{date: 2024-02-12, text: "**Fel** blev rätt."}]
cta: {text: Anmäl dig, url: "mailto:namn@example.se", deadline: 2024-02-20}
aliases: [/gammal/]
---

## Ett

Text.

## Två

Text.

## Tre

Text.
-- content/posts/2024-02-10-allt.comments.yaml --
- {name: Läsare, date: 2024-02-11, text: Tack!}
-- content/posts/2024-03-10-sist.md --
---
title: Sist & "sen"
authors: [asa]
networks: [natet]
tags: [unga]
---

Ett inlägg efter.
-- content/posts/bild.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30" viewBox="0 0 40 30"><path d="M0 0h40v30z"/></svg>
"#;

/// A page of each template, by the name of its golden file.
const PAGES: &[(&str, &str)] = &[
    ("index", "index.html"),
    ("index-2", "sida/2/index.html"),
    ("post", "2024/02/allt/index.html"),
    ("page", "om/index.html"),
    ("author", "skribenter/asa/index.html"),
    ("network", "natverk/natet/index.html"),
    ("tag", "etiketter/unga/index.html"),
    ("terms", "etiketter/index.html"),
    ("archive", "arkiv/index.html"),
    ("archive_year", "arkiv/2024/index.html"),
    ("subscribe", "prenumerera/index.html"),
    ("corrections", "rattelser/index.html"),
    ("accessibility", "tillganglighet/index.html"),
    ("not_found", "404.html"),
    ("redirect", "gammal/index.html"),
];

fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A page without what every change of a style sheet or a version changes.
fn steady(html: &str) -> String {
    let html = html.replace(
        concat!("nitton ", env!("CARGO_PKG_VERSION")),
        "nitton VERSION",
    );
    let mut steady = String::with_capacity(html.len());
    let mut rest = html.as_str();
    while let Some(at) = rest.find("integrity=\"") {
        let (before, after) = rest.split_at(at);
        let end = after["integrity=\"".len()..]
            .find('"')
            .expect("a closing mark");
        steady.push_str(before);
        steady.push_str("integrity=\"HASH\"");
        rest = &after["integrity=\"".len() + end + 1..];
    }
    steady.push_str(rest);
    let parts: Vec<String> = steady
        .split("/assets/")
        .enumerate()
        .map(|(place, part)| {
            if place == 0 {
                part.to_owned()
            } else {
                without_hash(part)
            }
        })
        .collect();
    parts.join("/assets/")
}

/// `style.3f9a….css" …` → `style.HASH.css" …`.
fn without_hash(part: &str) -> String {
    let mut pieces = part.splitn(3, '.');
    match (pieces.next(), pieces.next(), pieces.next()) {
        (Some(name), Some(hash), Some(rest)) if hash.chars().all(|c| c.is_ascii_hexdigit()) => {
            format!("{name}.HASH.{rest}")
        }
        _ => part.to_owned(),
    }
}

#[test]
fn every_template_writes_what_it_wrote() {
    let site = Site::bare(WHOLE);
    site.build();
    for (name, path) in PAGES {
        let golden = project(&format!("tests/golden/theme/{name}.html"));
        assert_data_eq!(
            steady(&site.read(path)),
            Data::read_from(&golden, None).raw()
        );
    }
}

#[test]
fn a_site_changes_a_block_a_template_a_colour_and_a_text() {
    let site = Site::bare(WHOLE);
    site.edit("site.yaml", "paginate_by: 2", "paginate_by: 2\ntheme: mine");
    site.write_all(
        r#"
-- templates/post.html --
{% extends "default/post.html" %}
{% block aside %}
<p class="mine">Ett eget stycke.</p>
{{ super() }}
{% endblock aside %}
-- templates/not_found.html --
<!doctype html>
<html lang="{{ lang }}"><head><title>{{ current.title }}</title></head><body><h1>Borta</h1></body></html>
-- templates/base.html --
{% extends "default/base.html" %}
{% block head_extra %}
{%- set mine = asset(path="mine.css") %}
<link rel="stylesheet" href="{{ mine.url }}" integrity="{{ mine.integrity }}">
{% endblock head_extra %}
-- themes/mine/theme.yaml --
name: mine
api: 1
-- themes/mine/assets/mine.css --
:root { --link: #005ea5; }
-- themes/mine/strings/sv.yaml --
related: Fler om samma sak
"#,
    );
    site.build();
    let post = site.read("2024/02/allt/index.html");
    assert!(
        post.contains("<p class=\"mine\">Ett eget stycke.</p>"),
        "the block"
    );
    assert!(
        post.contains("Läs mer om Provbloggen"),
        "and the rest as before"
    );
    assert!(post.contains("Fler om samma sak"), "the text");
    assert!(
        site.read("404.html").contains("<h1>Borta</h1>"),
        "the template"
    );
    assert!(
        site.read("sok/index.html").contains("href=\"/assets/mine."),
        "the head of every page, also of one that has more in it"
    );
    let (css, text) = site
        .output()
        .into_iter()
        .find(|(path, _)| path.contains("assets/mine."))
        .expect("the colour's file");
    assert_eq!(text, b":root { --link: #005ea5; }\n");
    let own = post.find(&css).expect("a link to the own style sheet");
    let theirs = post.find("/assets/style.").expect("and one to the theme's");
    // Unlayered and later: it wins over every layer of the theme's.
    assert!(theirs < own);
    assert!(site.read("index.html").contains(&css), "on every page");
}

#[test]
fn what_a_style_sheet_refers_to_by_a_path_must_be_there() {
    let site = Site::new("");
    site.post("x.md", "Text.");
    site.write(
        "static/img/karta.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>",
    )
    .write(
        "themes/default/assets/own.css",
        "a{b:url(/img/karta.svg?v=1);c:image-set('/sok/' 1x)}\ni{b:url(/img/krata.svg)}\n\
             i{b:url(/bilder/x.png);c:url(/%2e%2e/x.png)}",
    );
    site.fails(&[
        "template/unknown-asset themes/default/assets/own.css:2:9",
        "template/unknown-asset themes/default/assets/own.css:3:9",
        "theme/asset themes/default/assets/own.css:3:30",
    ]);
    let run = site.run(&["build"]);
    assert!(
        run.stderr
            .contains("there is no `/img/krata.svg` in the site"),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr.contains("did you mean `/img/karta.svg`?"),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr.contains("put the file in `static/bilder/x.png`"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_theme_that_shares_nothing_with_the_default_one() {
    let site = Site::bare(WHOLE);
    site.edit("site.yaml", "paginate_by: 2", "paginate_by: 2\ntheme: tiny");
    copy(
        &project("tests/themes/tiny"),
        &site.path().join("themes/tiny"),
    );
    let run = site.build();
    assert_eq!(run.stderr.matches("warning").count(), 0, "{}", run.stderr);
    for (_, path) in PAGES.iter().chain(&[("search", "sok/index.html")]) {
        let page = site.read(path);
        assert!(
            page.contains("data-theme=\"tiny\""),
            "{path} is not the theme's"
        );
        for theirs in ["/assets/style.", "hyperlegible", "site-header", "#articles"] {
            assert!(
                !page.contains(theirs),
                "{path} has {theirs} of the default theme"
            );
        }
    }
    let start = site.read("index.html");
    assert!(start.contains("Äldre") && start.contains("Allt på en gång"));
    assert!(site.read("2024/02/allt/index.html").contains("Tack!"));
}

/// The program's code names no class, file or look of the default theme.
#[test]
fn the_program_does_not_know_the_default_theme() {
    let mut open = vec![project("src")];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).expect("a folder of the program") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
                continue;
            }
            if path.ends_with("tests.rs") || path.extension().is_none_or(|kind| kind != "rs") {
                continue;
            }
            let code = fs::read_to_string(&path).expect("code");
            for word in [
                "hyperlegible",
                "partials/",
                "site-header",
                "wordmark",
                "#fbf8f3",
            ] {
                assert!(!code.contains(word), "{} knows `{word}`", path.display());
            }
        }
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder of the theme") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("a copy");
        }
    }
}

/// The ids in a page or a template.
fn ids(html: &str) -> Vec<&str> {
    let parts = html.split(" id=\"").skip(1);
    parts.filter_map(|part| part.split('"').next()).collect()
}

#[test]
fn no_text_has_an_id_of_the_theme() {
    let mut templates = String::new();
    let folder = Path::new("themes/default/templates");
    for file in super::site::tree(folder).values() {
        templates.push_str(&String::from_utf8_lossy(file));
    }
    let own: Vec<&str> = ids(&templates);
    let own: Vec<&str> = own.into_iter().filter(|id| !id.contains("{{")).collect();
    assert!(own.contains(&"main") && own.contains(&"comments"));
    let headings: String = own
        .iter()
        .map(|id| format!("\n## {}\n\nText.\n", id.replace('-', " ")))
        .collect();
    let site = Site::new(WHOLE);
    for path in [
        "content/posts/2024-02-10-allt.md",
        "content/pages/om.md",
        "content/authors/asa.md",
        "content/networks/natet.md",
    ] {
        let text = fs::read_to_string(site.path().join(path)).expect("a file of the site");
        site.write(path, text + &headings);
    }
    site.build();
    let mut pages = 0;
    for (path, bytes) in site.output() {
        if !path.ends_with(".html") {
            continue;
        }
        pages += 1;
        let html = String::from_utf8(bytes).expect("UTF-8");
        let mut found = ids(&html);
        found.sort_unstable();
        let twice = found.windows(2).find(|pair| pair[0] == pair[1]);
        assert_eq!(twice, None, "{path}");
    }
    assert!(pages > 10);
    let post = site.read("2024/02/allt/index.html");
    assert!(post.contains("id=\"h-comments\"") && post.contains("href=\"#h-comments\""));
    let docs = include_str!("../../docs/themes.md");
    let section = docs.split("\n## Ids\n").nth(1).expect("a section on ids");
    let section = section.split("\n## ").next().expect("its end");
    for id in own.iter().filter(|id| !id.starts_with("theme-")) {
        assert!(
            section.contains(&format!("`{id}`")),
            "{id} is not in docs/themes.md"
        );
    }
}
