//! `nitton serve` when something breaks: what was good stays, and comes back to life.

use crate::preview::{Events, Preview};
use crate::site::Site;

/// Waits for an edition in which this holds. `events` must have been opened before the
/// edit, so that none is missed.
fn until(preview: &Preview, events: &mut Events, mut holds: impl FnMut(&Preview) -> bool) {
    while !holds(preview) {
        assert!(events.next().is_some(), "the stream ended");
    }
}

fn errors(preview: &Preview) -> u64 {
    let answer = preview.get(&format!("{}.nitton/problems.json", preview.home));
    assert_eq!(answer.status, 200);
    let reported: serde_json::Value = serde_json::from_slice(&answer.body).expect("JSON");
    reported["errors"].as_u64().expect("a number")
}

#[track_caller]
fn shows(preview: &Preview, target: &str, text: &str) -> bool {
    let answer = preview.get(target);
    answer.status == 200 && answer.text().contains(text)
}

#[test]
fn a_broken_front_matter_leaves_the_last_good_page() {
    let site = Site::new("");
    site.post("ett.md", "Det första inlägget.");
    let preview = site.serve(&[]);
    let mut events = preview.events();
    until(&preview, &mut events, |preview| {
        shows(preview, "/2024/05/ett/", "Det första")
    });
    for broken in ["date: igår", "date: [", "date: 2024-05-17\nfel"] {
        site.edit("content/posts/ett.md", "date: 2024-05-17", broken);
        until(&preview, &mut events, |preview| errors(preview) > 0);
        assert!(shows(&preview, "/2024/05/ett/", "Det första"), "{broken}");
        site.edit("content/posts/ett.md", broken, "date: 2024-05-17");
        until(&preview, &mut events, |preview| errors(preview) == 0);
    }
    site.edit("content/posts/ett.md", "Det första", "Det ändrade");
    until(&preview, &mut events, |preview| {
        shows(preview, "/2024/05/ett/", "Det ändrade")
    });
}

#[test]
fn a_broken_configuration_leaves_the_whole_site_below_its_base_path() {
    let site = Site::new("");
    site.post("ett.md", "Det första inlägget.");
    site.edit(
        "site.yaml",
        "https://blogg.example.se/",
        "https://blogg.example.se/vag/",
    );
    let preview = site.serve(&[]);
    assert_eq!(preview.home, "/vag/");
    let mut events = preview.events();
    site.edit("site.yaml", "title: Provblogg", "title: [");
    until(&preview, &mut events, |preview| errors(preview) > 0);
    for target in [
        "/vag/",
        "/vag/2024/05/ett/",
        "/vag/feed.xml",
        "/vag/.nitton/worker.js",
    ] {
        assert_eq!(preview.get(target).status, 200, "{target}");
    }
    site.edit("site.yaml", "title: [", "title: Nytt namn");
    until(&preview, &mut events, |preview| {
        shows(preview, "/vag/", "Nytt namn")
    });
    assert_eq!(errors(&preview), 0);
}

#[test]
fn a_failing_template_leaves_the_last_good_page_and_is_told() {
    let site = Site::new("");
    site.post("ett.md", "Det första inlägget.");
    let preview = site.serve(&[]);
    let mut events = preview.events();
    assert!(shows(&preview, "/2024/05/ett/", "<p>Det första"));
    let template = "{% extends \"base.html\" %}\n{% block main %}{{ page.titel }}{% endblock %}\n";
    // In one step: a file that is still empty is a good template.
    site.write("mall.html", template);
    let templates = site.path().join("templates");
    std::fs::create_dir(&templates).expect("a folder");
    std::fs::rename(site.path().join("mall.html"), templates.join("post.html")).expect("renamed");
    until(&preview, &mut events, |preview| errors(preview) > 0);
    assert!(
        preview
            .get("/2024/05/ett/")
            .text()
            .contains("<p>Det första")
    );
    site.edit("templates/post.html", "page.titel", "page.title");
    until(&preview, &mut events, |preview| errors(preview) == 0);
    assert!(!shows(&preview, "/2024/05/ett/", "<p>Det första"));
}

#[test]
fn a_site_that_begins_broken_says_so_and_comes_to_life() {
    let site = Site::new("");
    site.post("ett.md", "Det första inlägget.");
    site.edit("site.yaml", "title: Provblogg", "title: [");
    let preview = site.serve(&[]);
    let mut events = preview.events();
    let home = preview.get("/");
    assert!(
        home.text().contains("/.nitton/reload.js"),
        "nothing would bring it back"
    );
    until(&preview, &mut events, |preview| errors(preview) > 0);
    site.edit("site.yaml", "title: [", "title: Provblogg");
    until(&preview, &mut events, |preview| {
        shows(preview, "/", "Provblogg")
    });
}

#[test]
fn a_warning_that_stands_follows_its_place() {
    let site = Site::new("");
    let post = |tag: &str, more: &str| {
        format!("---\ntitle: A\ndate: 2024-05-17\nauthor: asa\n{more}tags: [{tag}]\n---\n\nText.\n")
    };
    site.write("content/posts/a.md", post("demokrati", ""));
    site.write("content/posts/b.md", post("demokratin", ""));
    let preview = site.serve(&[]);
    let mut events = preview.events();
    let line = |preview: &Preview| {
        let answer = preview.get("/.nitton/problems.json").text();
        let reported: serde_json::Value = serde_json::from_str(&answer).expect("JSON");
        let problems = reported["problems"].as_array().expect("a list").clone();
        let near = |one: &&serde_json::Value| one["code"] == "site/near-duplicate-terms";
        problems
            .iter()
            .find(near)
            .map(|one| (one["file"].clone(), one["line"].clone()))
    };
    let stands = |number: u64| {
        let place = ("content/posts/b.md".into(), number.into());
        move |preview: &Preview| line(preview).as_ref() == Some(&place)
    };
    until(&preview, &mut events, stands(5));
    // Only the text, and then what stands above the warning.
    site.edit("content/posts/b.md", "Text.", "Annan text.");
    until(&preview, &mut events, |preview| {
        shows(preview, "/2024/05/b/", "Annan text.")
    });
    until(&preview, &mut events, stands(5));
    site.edit(
        "content/posts/b.md",
        "title: A\n",
        "title: A\nupdated: 2024-05-18\n",
    );
    until(&preview, &mut events, stands(6));
    site.edit("content/posts/b.md", "demokratin", "rättigheter");
    until(&preview, &mut events, |preview| line(preview).is_none());
}
