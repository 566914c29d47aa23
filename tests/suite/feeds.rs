//! Feeds, sitemap, OPML, redirects: what machines read.

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::site::Site;

const POST: &str = "
-- content/posts/a.md --
---
title: Röster & rätt <nu>
date: 2024-05-17T09:30
author: asa
network: Fria nätet
tags: [unga]
updated: 2024-05-20
image: {src: bild.svg, alt: En bild}
corrections: [{date: 2024-05-21, text: Det *rätta* namnet är Kungsör.}]
aliases: [/gammal/, /gammal.html]
---

Lead med [en länk](b.md#del) och not.[^1]

## Del ett

![En bild](bild.svg)

[^1]: Noten.

-- content/posts/b.md --
---
title: B
date: 2024-05-16
author: asa
lang: en
---

## Del

Text.

-- content/posts/bild.svg --
<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20\" height=\"10\"/>
";

/// The texts of all elements of a name.
fn texts(xml: &str, name: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    let mut found = Vec::new();
    let mut open: Option<String> = None;
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(start) if start.name().as_ref() == name => open = Some(String::new()),
            Event::End(end) if end.name().as_ref() == name => found.extend(open.take()),
            Event::Text(text) => {
                if let Some(open) = &mut open {
                    open.push_str(text.as_ref());
                }
            }
            Event::GeneralRef(reference) => {
                if let Some(open) = &mut open {
                    let entity = format!("&{};", &*reference);
                    open.push_str(&quick_xml::escape::unescape(&entity).expect("a known entity"));
                }
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}

#[test]
fn rss_has_what_readers_need() {
    let site = Site::new(POST);
    site.build();
    let rss = site.read("feed.xml");
    assert_eq!(
        texts(&rss, "title")[..2],
        ["Provblogg".to_owned(), "Röster & rätt <nu>".to_owned()]
    );
    assert_eq!(texts(&rss, "pubDate")[0], "Fri, 17 May 2024 09:30:00 +0200");
    assert_eq!(
        texts(&rss, "lastBuildDate"),
        ["Tue, 21 May 2024 00:00:00 +0200"]
    );
    assert_eq!(texts(&rss, "dc:creator"), ["Åsa Lind", "Åsa Lind"]);
    assert_eq!(texts(&rss, "category"), ["Fria nätet", "unga"]);
    assert_eq!(texts(&rss, "language"), ["sv"]);
    let content = &texts(&rss, "content:encoded")[0];
    assert!(
        content.contains("href=\"https://blogg.example.se/2024/05/b/#del\""),
        "{content}"
    );
    assert!(
        content.contains("https://blogg.example.se/2024/05/a/#fn"),
        "footnote links: {content}"
    );
    assert!(
        content.contains("src=\"https://blogg.example.se/media/posts/bild.svg\""),
        "{content}"
    );
    assert!(
        content.contains("<em>rätta</em>"),
        "the correction: {content}"
    );
    assert!(
        !content.contains("href=\"#") && !content.contains("href=\"/"),
        "{content}"
    );
    let bytes = site.output()["media/posts/bild.svg"].len();
    assert!(
        rss.contains(&format!("length=\"{bytes}\" type=\"image/svg+xml\"")),
        "{rss}"
    );
    assert!(rss.contains("rel=\"self\" href=\"https://blogg.example.se/feed.xml\""));
    assert!(rss.contains("<?xml-stylesheet type=\"text/css\""));
    assert!(
        texts(&rss, "guid")
            .iter()
            .all(|id| id.starts_with("urn:uuid:"))
    );
    assert!(texts(&rss, "content:encoded")[1].contains("<div lang=\"en\""));
}

/// Readers take a `description` for HTML: what stands there must come out as it was
/// written, and nothing of it may become markup.
#[test]
fn descriptions_of_rss_are_html_that_shows_the_text() {
    let written = "Elementet <main> & <img src=https://evil.example/x> &amp; x < y &lt;b&gt;";
    let site = Site::new("");
    site.write(
        "site.yaml",
        format!(
            "title: Prov\nbase_url: https://blogg.example.se/\ndescription: '{written}'\n\
             diagnostics: {{config/suspicious-text: allow}}\n"
        ),
    );
    site.post(
        "main.md",
        "Elementet `<main>` & `<img src=https://evil.example/x>` `&amp;` x < y `&lt;b&gt;`",
    );
    site.build();
    let descriptions = texts(&site.read("feed.xml"), "description");
    assert_eq!(descriptions.len(), 2);
    for description in descriptions {
        assert!(!description.contains('<'), "{description}");
        let shown = description.replace("&lt;", "<").replace("&gt;", ">");
        assert_eq!(shown.replace("&amp;", "&"), written);
    }
    // The others say themselves that they are text.
    assert!(texts(&site.read("atom.xml"), "subtitle").contains(&written.to_owned()));
}

#[test]
fn atom_and_json_say_the_same() {
    let site = Site::new(POST);
    site.build();
    let atom = site.read("atom.xml");
    let rss = site.read("feed.xml");
    assert_eq!(texts(&atom, "id")[1..], texts(&rss, "guid")[..]);
    assert_eq!(texts(&atom, "published")[0], "2024-05-17T09:30:00+02:00");
    assert_eq!(
        texts(&atom, "content")[0],
        texts(&rss, "content:encoded")[0]
    );
    let json: serde_json::Value = serde_json::from_str(&site.read("feed.json")).expect("JSON");
    assert_eq!(json["version"], "https://jsonfeed.org/version/1.1");
    assert_eq!(json["feed_url"], "https://blogg.example.se/feed.json");
    assert_eq!(json["items"][0]["title"], "Röster & rätt <nu>");
    assert_eq!(
        json["items"][0]["content_html"].as_str(),
        Some(texts(&rss, "content:encoded")[0].as_str())
    );
    assert_eq!(json["items"][1]["language"], "en");
}

#[test]
fn every_term_has_its_feeds_and_opml_lists_them() {
    let site = Site::new(POST);
    site.build();
    let opml = site.read("feeds.opml");
    for path in [
        "etiketter/unga/",
        "skribenter/asa/",
        "natverk/fria-natet/",
        "",
    ] {
        for file in ["feed.xml", "atom.xml", "feed.json"] {
            assert!(site.has(&format!("{path}{file}")), "{path}{file}");
        }
        assert!(
            opml.contains(&format!(
                "xmlUrl=\"https://blogg.example.se/{path}feed.xml\""
            )),
            "{path}\n{opml}"
        );
    }
    let html = site.read("etiketter/unga/index.html");
    let own = html.find("/etiketter/unga/feed.xml").expect("its own feed");
    let whole = html.find("href=\"/feed.xml\"").expect("the site's feed");
    assert!(own < whole, "the most specific feed comes first");
}

#[test]
fn characters_that_xml_forbids_are_removed() {
    let site = Site::new("");
    site.write(
        "content/posts/a.md",
        "---\ntitle: A\ndate: 2024-05-17\nauthor: asa\n---\n\nFöre&#11;efter &#x8; \u{fffe}slut.\n",
    );
    let run = site.try_build();
    assert_eq!(run.code, 0, "{}", run.stderr);
    for file in ["feed.xml", "atom.xml"] {
        let text = site.read(file);
        assert!(
            text.chars().all(|c| c >= ' ' || "\t\n\r".contains(c)) && !text.contains('\u{fffe}'),
            "{file}"
        );
        texts(&text, "title");
    }
}

#[test]
fn a_feed_with_summaries_has_no_content() {
    let site = Site::new(POST);
    site.edit(
        "site.yaml",
        "title:",
        "feeds: {content: summary, formats: [rss], for: [site]}\ntitle:",
    );
    site.build();
    assert!(!site.read("feed.xml").contains("content:encoded>"));
    assert!(!site.has("atom.xml") && !site.has("etiketter/unga/feed.xml"));
}

#[test]
fn guids_survive_a_new_domain_and_permalink() {
    let site = Site::new(POST);
    site.build();
    let before = texts(&site.read("feed.xml"), "guid");
    site.write(
        "site.yaml",
        "title: Provblogg\nbase_url: https://annan.example/blogg/\npermalink: /p/{slug}/\n",
    );
    site.build();
    assert_eq!(texts(&site.read("feed.xml"), "guid"), before);
}

#[test]
fn the_sitemap_has_every_page_and_its_last_change() {
    let site = Site::new(POST);
    site.build();
    let map = site.read("sitemap.xml");
    let urls = texts(&map, "loc");
    for url in [
        "",
        "2024/05/a/",
        "2024/05/b/",
        "etiketter/",
        "etiketter/unga/",
        "skribenter/asa/",
        "arkiv/",
        "rattelser/",
    ] {
        assert!(
            urls.contains(&format!("https://blogg.example.se/{url}")),
            "{url} is not in {urls:?}"
        );
    }
    assert!(
        !urls
            .iter()
            .any(|url| url.contains("gammal") || url.contains("404"))
    );
    assert!(texts(&map, "lastmod").contains(&"2024-05-21".to_owned()));
    assert!(
        site.read("robots.txt")
            .contains("Sitemap: https://blogg.example.se/sitemap.xml")
    );
}

#[test]
fn old_urls_lead_to_the_new_one() {
    let site = Site::new(POST);
    site.build();
    for file in ["gammal/index.html", "gammal.html"] {
        let html = site.read(file);
        assert!(
            html.contains("http-equiv=\"refresh\" content=\"0; url=/2024/05/a/\""),
            "{html}"
        );
        assert!(
            html.contains("rel=\"canonical\" href=\"https://blogg.example.se/2024/05/a/\""),
            "{html}"
        );
        assert!(
            html.contains("noindex") && html.contains("<a href=\"/2024/05/a/\""),
            "{html}"
        );
    }
}

#[test]
fn translations_find_each_other() {
    let site = Site::new(
        "
-- content/posts/sv.md --
---
title: Svenska
date: 2024-05-17
author: asa
translation_key: x
---

Text.

-- content/posts/en.md --
---
title: English
date: 2024-05-17
author: asa
lang: en
translation_key: x
---

Text.
",
    );
    site.build();
    assert!(
        site.read("2024/05/sv/index.html")
            .contains("hreflang=\"en\" href=\"https://blogg.example.se/2024/05/en/\"")
    );
    assert!(
        site.read("sitemap.xml")
            .contains("hreflang=\"sv\" href=\"https://blogg.example.se/2024/05/sv/\"")
    );
}

#[test]
fn languages_that_feed_readers_refuse_are_left_out() {
    let site = Site::new(POST);
    site.edit("site.yaml", "title:", "language: fit\ntitle:");
    let run = site.try_build();
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(!site.read("feed.xml").contains("<language>"));
    assert!(site.read("feed.json").contains("\"language\":\"fit\""));
}

#[test]
fn two_posts_never_share_an_identity() {
    let post =
        |lang: &str| format!("---\ntitle: X\ndate: 2024-05-17\nauthor: asa\n{lang}---\n\nText.\n");
    let site = Site::new("");
    site.edit("site.yaml", "title:", "permalink: /{lang}/{slug}/\ntitle:");
    site.write("content/posts/sv/x.md", post(""))
        .write("content/posts/en/x.md", post("lang: en\n"));
    site.build();
    let ids = texts(&site.read("feed.xml"), "guid");
    assert_eq!(ids.len(), 2);
    assert_ne!(ids[0], ids[1]);
    site.write("content/posts/b.md", post("id: samma\nslug: b\n"))
        .write("content/posts/c.md", post("id: samma\nslug: c\n"));
    let run = site.try_build();
    assert!(
        run.code == 1 && run.stderr.contains("site/duplicate-id"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_change_in_the_future_does_not_move_the_clock() {
    let site = Site::new("");
    site.write(
        "content/posts/a.md",
        "---\ntitle: A\ndate: 2024-05-17\nauthor: asa\nupdated: 2030-01-01\n---\n\nText.\n",
    );
    site.try_build();
    assert!(!site.read("feed.xml").contains("2030") && !site.read("sitemap.xml").contains("2030"));
}

#[test]
fn one_post_a_language_is_a_translation() {
    let post = |title: &str, lang: &str| {
        format!(
            "---\ntitle: {title}\ndate: 2024-05-17\nauthor: asa\ntranslation_key: x\n{lang}---\n\nText.\n"
        )
    };
    let site = Site::new("");
    site.write("content/posts/a.md", post("A", ""))
        .write("content/posts/b.md", post("B", ""))
        .write("content/posts/c.md", post("C", "lang: en\n"));
    site.warns(&["site/duplicate-translation content/posts/b.md:2:8"]);
    let html = site.read("2024/05/c/index.html");
    assert!(
        html.contains("hreflang=\"sv\" href=\"https://blogg.example.se/2024/05/a/\""),
        "{html}"
    );
    assert!(
        !html.contains("hreflang=\"sv\" href=\"https://blogg.example.se/2024/05/b/\""),
        "{html}"
    );
}

#[test]
fn posts_of_two_blogs_are_never_one_and_stay_the_same_when_a_blog_moves() {
    let ids = |config: &str| {
        let site = Site::new("");
        site.write("site.yaml", config);
        site.post("a.md", "Text.");
        site.build();
        let feed: serde_json::Value = serde_json::from_str(&site.read("feed.json")).expect("JSON");
        feed["items"][0]["id"].as_str().expect("an id").to_owned()
    };
    let one = "title: En\nbase_url: https://a.example.se/\n";
    let id = "id: 7f1c0e3e-5d43-4f0a-9a6e-0c3c1d1f2b11\n";
    let with = ids(&format!("{one}{id}"));
    assert!(with.starts_with("urn:uuid:"), "{with}");
    assert_ne!(with, ids(one), "blogs without one keep theirs");
    let other = id.replace("7f1c", "8f1c");
    assert_ne!(with, ids(&format!("{one}{other}")), "another blog");
    let moved = format!("title: Annan\nbase_url: https://b.example.org/blogg/\n{id}");
    assert_eq!(with, ids(&moved));
}

#[test]
fn the_identity_of_a_site_is_a_uuid() {
    for wrong in ["min-blogg", "00000000-0000-0000-0000-000000000000", "4711"] {
        let site = Site::new("");
        let config = format!("title: A\nbase_url: https://a.example.se/\nid: {wrong}\n");
        site.write("site.yaml", &config).post("a.md", "Text.");
        site.fails(&["config/bad-id site.yaml:3:5"]);
        // What the message says can be pasted.
        let run = site.try_build();
        let from = run.stderr.find("write `id: ").expect("a proposal");
        let line = run.stderr[from + 7..].split('`').next().expect("a line");
        site.write("site.yaml", config.replace(&format!("id: {wrong}"), line));
        site.build();
    }
}

/// What a theme says around a correction is text, as it is on pages.
#[test]
fn a_text_of_the_theme_is_escaped_in_feeds() {
    let site = Site::new(
        "
-- content/posts/a.md --
---
title: A
date: 2024-05-17
author: asa
corrections: [{date: 2024-05-20, text: \"Lund stod *två* gånger.\"}]
---

Text.
",
    );
    site.write(
        "themes/default/strings/sv.yaml",
        "feed_correction: \"Rättat <i> & klart {date}: {text}\"\n",
    );
    site.warns(&[]);
    let feed: serde_json::Value = serde_json::from_str(&site.read("feed.json")).expect("JSON");
    let html = feed["items"][0]["content_html"].as_str().expect("HTML");
    assert!(
        html.starts_with(
            "<p>Rättat &lt;i&gt; &amp; klart 20 maj 2024: Lund stod <em>två</em> gånger.</p>"
        ),
        "{html}"
    );
}
