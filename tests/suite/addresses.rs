//! One table of addresses: what is at one, who claims it, and what is said where nothing
//! is.

use crate::site::Site;

const FRONT: &str = "title: A\ndate: 2024-05-17\nauthor: asa";

/// A post with further lines in its front matter.
fn post(site: &Site, name: &str, lines: &str, body: &str) {
    site.write(
        &format!("content/posts/{name}.md"),
        format!("---\n{FRONT}\n{lines}\n---\n\n{body}\n"),
    );
}

#[test]
fn a_folder_and_its_index_are_one_address() {
    let site = Site::new(
        "
-- content/pages/om.md --
---
title: Om
---

Om oss.

-- static/karta/index.html --
<!doctype html><title>Karta</title>
",
    );
    site.edit(
        "site.yaml",
        "title:",
        "trusted_files: [karta/index.html]\ntitle:",
    );
    post(
        &site,
        "a",
        "cta: {text: Kom, url: /karta/index.html}",
        "[a](/karta/) [b](/karta/index.html) [c](/karta) [d](/om/index.html) [e](https://blogg.example.se/om/index.html) [f](/index.html)",
    );
    site.warns(&[]);
    let html = site.read("2024/05/a/index.html");
    for address in ["/karta/", "/om/", "/"] {
        assert!(html.contains(&format!("href=\"{address}\"")), "{address}");
    }
    assert!(!html.contains("index.html"), "{html}");
    assert!(site.has("karta/index.html"));
    let preview = site.serve(&[]);
    for (path, status) in [
        ("/karta/", 200),
        ("/karta/index.html", 200),
        ("/karta", 301),
        ("/om/index.html", 200),
        ("/index.html", 200),
        ("/Karta/", 404),
    ] {
        let answer = preview.get(path);
        assert_eq!(answer.status / 100, status / 100, "{path}");
        if status == 200 {
            let kind = answer.header("content-type").unwrap_or_default().to_owned();
            assert!(kind.starts_with("text/html"), "{path}: {kind}");
        }
    }
}

/// Where the disk tells names apart that differ by case.
#[cfg(not(any(windows, target_os = "macos")))]
#[test]
fn an_old_address_is_kept_as_it_was_written() {
    let site = Site::new("");
    site.edit(
        "site.yaml",
        "title:",
        "permalink: /{year}/{month}/{day}/{slug}/\ntitle:",
    );
    post(
        &site,
        "2024-05-17-TockingTime",
        "aliases: [/2024/05/17/TockingTime/, /2024/05/17/tockingTime, /Gammal/, /gammal/]",
        "[hit](/2024/05/17/TockingTime/)",
    );
    site.warns(&[]);
    let page = site.read("2024/05/17/tockingtime/index.html");
    assert!(page.contains("href=\"/2024/05/17/TockingTime/\""), "{page}");
    for old in [
        "2024/05/17/TockingTime",
        "2024/05/17/tockingTime",
        "Gammal",
        "gammal",
    ] {
        let html = site.read(&format!("{old}/index.html"));
        assert!(html.contains("/2024/05/17/tockingtime/"), "{old}: {html}");
    }
    post(&site, "b", "aliases: [/GAMMAL/]", "Text.");
    site.fails(&["route/collision content/posts/2024-05-17-TockingTime.md:5:62"]);
}

#[test]
fn nothing_that_nitton_writes_is_hidden() {
    let site = Site::new("-- static/.well-known/security.txt --\nContact: mailto:a@b.se\n");
    post(
        &site,
        "a",
        "aliases: [/.htaccess, /.git/config, /a/.b/]",
        "[x](/.well-known/security.txt)",
    );
    site.fails(&[
        "front-matter/bad-alias content/posts/a.md:5:11",
        "front-matter/bad-alias content/posts/a.md:5:23",
        "front-matter/bad-alias content/posts/a.md:5:37",
    ]);
    post(&site, "a", "", "[x](/.well-known/security.txt)");
    site.build();
    assert!(site.has(".well-known/security.txt"));
    for (line, code) in [
        (
            "permalink: /.x/{slug}/",
            "config/bad-permalink site.yaml:1:12",
        ),
        (
            "taxonomies: {tags: .git}",
            "config/bad-value site.yaml:1:20",
        ),
        ("base_url: https://a.se/.b/", ""),
    ] {
        let site = Site::new("");
        post(&site, "a", "tags: [fred]", "Text.");
        site.edit("site.yaml", "title:", &format!("{line}\ntitle:"));
        let run = site.try_build();
        assert_eq!(run.code, 1, "{line}");
        let found = run
            .stderr
            .contains(code.split(' ').next().unwrap_or_default());
        assert!(found, "{line}: {}", run.stderr);
    }
}

#[test]
fn what_only_unpublished_things_have_is_no_missing_page() {
    let site = Site::new(
        "
-- content/posts/hem/index.md --
---
title: Kanarie
date: 2031-01-02
author: kaj
tags: [hemlig]
aliases: [/gammal-kanarie/]
corrections: [{date: 2024-05-20, text: Fel.}]
---

-- content/posts/hem/plan.pdf --
%PDF-1.7
-- content/tags/tom.md --
---
name: Tom
aliases: [/gammal-tom/]
---
",
    );
    site.edit(
        "site.yaml",
        "title:",
        "diagnostics: {link/missing-page: allow, link/missing-file: allow, image/missing-file: allow}\ntitle:",
    );
    for address in [
        "/2031/01/hem/",
        "/2031/01/HEM",
        "/2031/01/hem/index.html",
        "/gammal-kanarie/",
        "/etiketter/hemlig/",
        "/etiketter/hemlig/feed.xml",
        "/etiketter/hemlig/sida/2/",
        "/skribenter/kaj/",
        "/arkiv/2031/",
        "/rattelser/",
        "/media/posts/hem/plan.pdf",
        "/etiketter/tom/",
        "/gammal-tom/",
        "https://blogg.example.se/2031/01/hem/#a",
    ] {
        post(&site, "a", "", &format!("[x]({address})"));
        site.fails(&["link/withheld-page content/posts/a.md:8:1"]);
        post(
            &site,
            "a",
            &format!("cta: {{text: Kom, url: '{address}'}}"),
            "Text.",
        );
        site.fails(&["link/withheld-page content/posts/a.md:5:23"]);
    }
    post(
        &site,
        "a",
        "",
        "[x](/2031/01/annat/) [y](/skribenter/asa/x/)",
    );
    site.warns(&[]);
}

/// What is meant is written as a link in this text is: it can be pasted.
#[test]
fn the_nearest_file_is_named_as_it_is_linked() {
    let site = Site::new("-- content/pages/om.md --\n---\ntitle: Om\n---\n\nText.\n");
    site.write("static/karta.pdf", "%PDF-1.7");
    post(
        &site,
        "natverk",
        "",
        "[a](pages/om.md) [b](om.html) [c](filer/karta.pdf) [d](../natverk.md)",
    );
    let run = site.try_build();
    for meant in ["../pages/om.md", "/karta.pdf", "natverk.md"] {
        let help = format!("did you mean `{meant}`?");
        assert!(run.stderr.contains(&help), "{help}: {}", run.stderr);
    }
    assert_eq!(run.stderr.matches("`../pages/om.md`?").count(), 2);
}

#[test]
fn the_nearest_address_is_named() {
    let site = Site::new("-- content/pages/om.md --\n---\ntitle: Om\n---\n");
    post(
        &site,
        "natverk",
        "",
        "[x](/2024/05/17/natverk.html) [y](/Om/) [z](/2024/05/nattverk/)",
    );
    let run = site.try_build();
    assert_eq!(run.code, 1);
    assert!(
        run.stderr.contains("did you mean `/2024/05/natverk/`?"),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr.contains("did you mean `/om/`?"),
        "{}",
        run.stderr
    );
}

#[test]
fn addresses_of_templates_and_style_sheets_are_looked_up_and_encoded() {
    let site = Site::new(
        "
-- templates/page.html --
{% extends \"default/page.html\" %}
{% block main %}<a href=\"{{ get_url(path=\"/om/?q=å ä\") }}\">x</a> {{ get_url(path=\"/finns-inte/\") }}{% endblock %}
-- content/pages/om.md --
---
title: Om
---
-- themes/eget/theme.yaml --
api: 1
-- themes/eget/assets/eget.css --
a { background: url(/img/finns-inte.svg) }
b { background: url(\"/om/\") }
",
    );
    site.edit("site.yaml", "title:", "theme: eget\ntitle:");
    site.post("a.md", "Text.");
    site.fails(&[
        "link/missing-page templates/page.html:2:83",
        "template/unknown-asset themes/eget/assets/eget.css:1:21",
    ]);
    site.edit(
        "templates/page.html",
        " {{ get_url(path=\"/finns-inte/\") }}",
        "",
    );
    site.write(
        "static/img/finns-inte.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>",
    );
    site.build();
    let html = site.read("om/index.html");
    assert!(html.contains("href=\"/om/?q=%C3%A5%20%C3%A4\""), "{html}");
}

#[test]
fn menus_and_calls_to_action_are_encoded() {
    let site = Site::new("-- content/pages/rad.md --\n---\ntitle: Råd\n---\n");
    site.edit(
        "site.yaml",
        "title:",
        "menu: [{title: Råd, url: '/rad/?q=å#ö'}, {title: Stad, url: 'https://göteborg.se/å?ö'}]\ntitle:",
    );
    post(
        &site,
        "a",
        "cta: {text: Kom, url: '/rad/?till=Växjö'}",
        "Text.",
    );
    site.build();
    let html = site.read("2024/05/a/index.html");
    for address in [
        "/rad/?q=%C3%A5#%C3%B6",
        "https://xn--gteborg-90a.se/%C3%A5?%C3%B6",
        "/rad/?till=V%C3%A4xj%C3%B6",
    ] {
        assert!(
            html.contains(&format!("\"{address}\"")),
            "{address}: {html}"
        );
    }
}

#[test]
fn a_collision_says_what_to_write_and_where() {
    let help = |run: &crate::site::Run, words: &str| {
        assert_eq!(run.code, 1, "{}", run.stderr);
        assert!(run.stderr.contains(words), "{}", run.stderr);
    };
    let site = Site::new("");
    post(&site, "a", "tags: [fred]", "Text.");
    site.edit("site.yaml", "title:", "taxonomies: {tags: arkiv}\ntitle:");
    site.fails(&["route/collision site.yaml:1:20"]);
    help(
        &site.try_build(),
        "another path under `taxonomies: {tags: …}`",
    );
    let site = Site::new("-- content/pages/sok.md --\n---\ntitle: Sök\n---\n");
    site.post("a.md", "Text.");
    site.fails(&["route/collision content/pages/sok.md:2:8"]);
    help(
        &site.try_build(),
        "another `slug` in `content/pages/sok.md`",
    );
    help(
        &site.try_build(),
        "another word under `words: {search: …}` in `themes/default/strings/sv.yaml`",
    );
    let strings = "themes/default/strings/sv.yaml";
    site.write(strings, "menu: Meny\nwords:\n  search: arkiv\n");
    site.fails(&[&format!("route/collision {strings}:3:11")]);
    let site = Site::new("");
    post(&site, "a", "tags: ['C', 'C++']", "Text.");
    help(&site.try_build(), "another `slug` in `content/tags/c.md`");
    let site = Site::new(
        "
-- themes/egen/theme.yaml --
api: 1
root_files: [404.html]
-- themes/egen/assets/404.html --
<!doctype html>
",
    );
    site.edit("site.yaml", "title:", "theme: egen\ntitle:");
    help(
        &site.try_build(),
        "help: rename that file, in `assets/` and under `root_files` in `theme.yaml`\n",
    );
}

#[test]
fn a_build_names_the_addresses_that_go() {
    let site = Site::new("");
    site.post("gammal.md", "Text.");
    site.post("stannar.md", "Text.");
    site.build();
    site.remove("content/posts/gammal.md");
    site.post("ny.md", "Text.");
    let run = site.build();
    let line = "Gone: /2024/05/gammal/ (to lead its readers on: `aliases: [/2024/05/gammal/]` in content/posts/ny.md)";
    assert!(
        run.stdout.contains(line) || run.stderr.contains(line),
        "{run:?}"
    );
    site.edit("site.yaml", "title:", "permalink: /{slug}/\ntitle:");
    let run = site.build();
    for name in ["ny", "stannar"] {
        let line = format!("`aliases: [/2024/05/{name}/]` in content/posts/{name}.md");
        assert!(
            run.stdout.contains(&line) || run.stderr.contains(&line),
            "{run:?}"
        );
    }
}

#[test]
fn no_page_is_begun_where_the_site_has_one_of_its_own() {
    let site = Site::new("");
    for (title, word) in [
        ("Sök", "search: false"),
        ("Arkiv", "archive: false"),
        ("Etiketter", "taxonomies:"),
    ] {
        let run = site.run(&["new", "page", title]);
        assert_eq!(run.code, 2, "{title}");
        assert!(run.stderr.contains(word), "{title}: {}", run.stderr);
    }
    assert_eq!(site.run(&["new", "page", "Om oss"]).code, 0);
    site.edit("site.yaml", "title:", "search: false\ntitle:");
    assert_eq!(site.run(&["new", "page", "Sök"]).code, 0);
}
