//! The search index as a whole: what is in it, and that a preview makes it on demand.
//! What a query finds is tested with the page's own script (`tests/browser`).

use std::collections::BTreeMap;

use crate::preview::{Patience, Preview};
use crate::site::Site;

/// The files of the index that a build wrote.
fn index(site: &Site) -> BTreeMap<String, Vec<u8>> {
    let files = site.output().into_iter();
    files
        .filter(|(path, _)| path.starts_with("sok/") && !path.ends_with(".html"))
        .collect()
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes
        .windows(text.len())
        .any(|piece| piece == text.as_bytes())
}

#[test]
fn what_is_unpublished_leaves_no_trace_in_the_index() {
    let site = Site::new("");
    site.post("oppet.md", "Något om samråd.");
    site.build();
    let before = index(&site);
    for (name, more) in [
        ("utkast", "draft: true"),
        ("senare", "publish_date: 2030-01-01"),
        ("forbi", "expires: 2024-05-20"),
    ] {
        site.write(
            &format!("content/posts/{name}.md"),
            format!("---\ntitle: Kanariefågel {name}\ndate: 2024-05-17\nauthor: Xerxes\ntags: [zebra]\nnetwork: Quilt\n{more}\n---\n\nXylofon {name}.\n"),
        );
    }
    site.write(
        "content/pages/hemlig.md",
        "---\ntitle: Hemlig\ndraft: true\n---\n\nXylofon.\n",
    );
    site.build();
    assert_eq!(index(&site), before);
    let run = site.run(&["build", "--drafts", "--future", "--expired"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    // Its neighbour `xerxes` lends it the first letter.
    assert!(index(&site).values().any(|bytes| holds(bytes, "ylofon")));
}

#[test]
fn search_can_be_turned_off() {
    let site = Site::new("");
    site.post("a.md", "Text.");
    site.edit(
        "site.yaml",
        "title: Provblogg\n",
        "title: Provblogg\nsearch: {enabled: false}\n",
    );
    site.build();
    assert!(!site.output().keys().any(|path| path.starts_with("sok/")));
    assert!(!site.read("index.html").contains("type=\"search\""));
}

#[test]
fn a_site_without_a_post_has_an_empty_index() {
    let site = Site::new("");
    site.build();
    let files = index(&site);
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "sok/filters.bin",
            "sok/index.json",
            "sok/spelling.txt",
            "sok/words/0.bin"
        ]
    );
    let contents: serde_json::Value =
        serde_json::from_slice(&files["sok/index.json"]).expect("JSON");
    assert_eq!(contents["docs"], 0);
}

#[test]
fn tags_cost_nothing_until_the_filters_are_opened() {
    let site = Site::new("");
    site.write(
        "content/posts/a.md",
        "---\ntitle: A\ndate: 2024-05-17\nauthor: asa\ntags: [Xylofoner]\n---\n\nText.\n",
    );
    site.build();
    let files = index(&site);
    assert!(!holds(&files["sok/index.json"], "Xylofoner"));
    assert!(holds(&files["sok/filters.bin"], "Xylofoner"));
}

/// Files of the index as the search page asks for them, once they are others.
fn changed(preview: &Preview, before: &str) -> (String, Vec<u8>, String) {
    let mut patience = Patience::new();
    loop {
        let contents = preview.get("/sok/index.json");
        assert_eq!(contents.status, 200);
        let contents: serde_json::Value = serde_json::from_slice(&contents.body).expect("JSON");
        let sums = contents["sums"].as_str().expect("checksums").to_owned();
        if sums != before {
            let words = preview.get(&format!("/sok/words/0.bin?{}", &sums[..4]));
            assert_eq!(words.status, 200);
            assert_eq!(
                words.header("Content-Type"),
                Some("application/octet-stream")
            );
            let posts = preview.get(&format!("/sok/posts/0.json?{}", &sums[4..8]));
            assert_eq!(posts.status, 200);
            return (sums, words.body.clone(), posts.text());
        }
        assert!(patience.lasts(), "the index never changed");
    }
}

#[test]
fn a_preview_makes_the_index_on_demand_and_anew_after_an_edit() {
    let site = Site::new("");
    site.post("a.md", "Något om samråd.");
    let preview = site.serve(&[]);
    let (sums, words, _) = changed(&preview, "");
    assert!(!holds(&words, "xylofon"));
    site.edit("content/posts/a.md", "samråd", "xylofoner");
    let (sums, words, _) = changed(&preview, &sums);
    assert!(holds(&words, "xylofon") && !holds(&words, "samråd"));
    site.edit("content/posts/a.md", "title: a", "title: Brandmarsvin");
    let (_, _, posts) = changed(&preview, &sums);
    assert!(posts.contains("Brandmarsvin"), "{posts}");
    site.edit("content/posts/a.md", "title:", "draft: true\ntitle:");
    let mut patience = Patience::new();
    while preview.get("/sok/posts/0.json").status != 404 {
        assert!(patience.lasts(), "the draft is still there");
    }
    assert!(!holds(&preview.get("/sok/words/0.bin").body, "xylofon"));
    assert!(
        !site.path().join("public").exists(),
        "a preview writes nothing"
    );
}
