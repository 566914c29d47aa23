//! Random edits of everything that a site has, one after the other: after each of them
//! what is served is what a fresh build writes.

use std::collections::BTreeSet;
use std::fs;

use crate::dice::Dice;
use crate::serve_fresh::{SVG, becomes, fresh};
use crate::site::{Site, tree};

const TAGS: [&str; 5] = [
    "unga",
    "demokrati",
    "Samråd",
    "våld",
    "mänskliga rättigheter",
];

/// A theme of the site's own.
const THEME: &str = "name: Egen\napi: 1\n";
/// A line of front matter that stops every build.
const BROKEN: &str = "date: [";

/// A post as text.
fn post(dice: &mut Dice, number: usize) -> String {
    let tags: BTreeSet<&str> = (0..dice.below(3))
        .filter_map(|_| dice.pick(&TAGS).copied())
        .collect();
    let tags: Vec<&str> = tags.into_iter().collect();
    let author = dice.pick(&["asa", "Bo Ek", "asa, Bo Ek"]).expect("some");
    let (month, day) = (1 + dice.below(9), 1 + dice.below(28));
    let draft = if dice.below(6) == 0 {
        "draft: true\n"
    } else {
        ""
    };
    let network = if dice.below(3) == 0 {
        "network: skr\n"
    } else {
        ""
    };
    format!(
        "---\ntitle: Inlägg {number} om {}\ndate: 2024-{month:02}-{day:02}\nauthors: [{author}]\ntags: [{}]\n{draft}{network}---\n\n\
         Text nummer {number}.\n\n## Mer\n\nSlut {}.\n",
        dice.below(100),
        tags.join(", "),
        dice.below(1000),
    )
}

/// The posts' files, but for those in folders of their own.
fn posts(site: &Site) -> Vec<String> {
    let files = tree(&site.path().join("content/posts")).into_keys();
    files
        .filter(|path| path.ends_with(".md") && !path.ends_with("index.md"))
        .collect()
}

/// The way from a post's folder to that of all posts.
fn up(path: &str) -> String {
    "../".repeat(path.matches('/').count() - 2)
}

/// Takes away what breaks the site: lines that no build accepts, links to what is gone.
fn fix(site: &Site) {
    let all = tree(&site.path().join("content/posts")).into_keys();
    for path in all.filter(|path| path.ends_with(".md")) {
        let path = format!("content/posts/{path}");
        let text = fs::read_to_string(site.path().join(&path)).expect("a post");
        let is_good = |line: &&str| {
            let starts = [
                "[Länk](",
                "![Kurva](",
                "cta:",
                "comments: archived",
                "slug:",
            ];
            *line != BROKEN && !starts.iter().any(|start| line.starts_with(start))
        };
        let good: Vec<&str> = text.lines().filter(is_good).collect();
        let good = good.join("\n") + "\n";
        if good != text {
            site.write(&path, good);
        }
    }
    for path in tree(&site.path().join("content")).into_keys() {
        if path.ends_with(".comments.yaml") {
            site.remove(&format!("content/{path}"));
        }
    }
    let contact = site.path().join("content/pages/kontakt.md");
    if contact.exists() {
        fs::remove_file(contact).expect("a file");
    }
    let config = fs::read_to_string(site.path().join("site.yaml")).expect("a file");
    let lines = config.lines().filter(|line| !line.starts_with("menu:"));
    site.write("site.yaml", lines.collect::<Vec<_>>().join("\n") + "\n");
    site.write("themes/egen/theme.yaml", THEME);
    map(site, 0);
    let template = site.path().join("templates/page.html");
    if fs::read_to_string(&template).is_ok_and(|text| text == "{% if %}") {
        fs::remove_file(template).expect("a file");
    }
}

/// Another configuration.
fn config(dice: &mut Dice, step: usize) -> String {
    let mut pick = |all: &[&str]| dice.pick(all).copied().unwrap_or_default().to_owned();
    let lines = [
        format!("title: Prov {step}"),
        pick(&[
            "base_url: https://blogg.example.se/",
            "base_url: https://blogg.example.se/",
            "base_url: https://annan.example.org/under/vag/",
            "base_url: https://göteborg.example.se/å/",
        ]),
        pick(&[
            "",
            "",
            "language: en",
            "language: fi",
            "language: ar",
            "language: de",
        ]),
        pick(&[
            "",
            "timezone: America/Sao_Paulo",
            "timezone: Pacific/Kiritimati",
        ]),
        pick(&["", "paginate_by: 1", "paginate_by: 2", "paginate_by: 4"]),
        pick(&["", "related: {count: 0}", "related: {count: 2}"]),
        pick(&[
            "",
            "permalink: /{slug}/",
            "permalink: /{lang}/{year}/{slug}/",
        ]),
        pick(&["", "theme: egen"]),
        pick(&["", "search: {enabled: false}"]),
        pick(&["", "feeds: {formats: [rss], content: summary}"]),
        pick(&["", "menu: [{title: Om, url: /om/}]"]),
        pick(&["", "taxonomies: {tags: {path: amnen}}"]),
        "trusted_files: [karta/]".to_owned(),
        pick(&["", "responsible: Eva Ek", "contact: eva@example.se"]),
    ];
    let lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    lines.join("\n") + "\n"
}

/// A page of the site's own among its files.
fn map(site: &Site, step: usize) {
    let page = format!("<!doctype html>\n<title>Karta {step}</title>\n");
    site.write("static/karta/index.html", page);
}

/// Takes a file away if it is there, and else writes it.
fn toggle(site: &Site, path: &str, text: impl FnOnce() -> String) {
    match site.path().join(path).exists() {
        true => site.remove(path),
        false => site.write(path, text()),
    };
}

fn rename(site: &Site, from: &str, to: &str) {
    let (from, to) = (site.path().join(from), site.path().join(to));
    if from.exists() && !to.exists() {
        fs::create_dir_all(to.parent().expect("a folder")).expect("a folder");
        fs::rename(from, to).expect("it can be renamed");
    }
}

/// One edit, chosen by the dice; in words, for the message of a test that fails.
fn edit(site: &Site, dice: &mut Dice, step: usize) -> String {
    let all = posts(site);
    let some = dice.pick(&all).map(|path| format!("content/posts/{path}"));
    let read = |path: &str| fs::read_to_string(site.path().join(path)).unwrap_or_default();
    let choice = dice.below(38);
    match (choice, some) {
        (0 | 1, Some(path)) => {
            let text = format!("{}\nEn rad till, {step}.\n", read(&path));
            site.write(&path, text);
        }
        (2 | 3, Some(path)) => {
            site.write(&path, post(dice, step));
        }
        (4, Some(path)) if all.len() > 3 => {
            site.remove(&path);
        }
        (5, Some(path)) => rename(site, &path, &format!("content/posts/flyttad-{step}.md")),
        (6, Some(path)) => {
            let text = read(&path);
            let text = match text.contains("draft: true\n") {
                true => text.replace("draft: true\n", ""),
                false => text.replacen("title:", "draft: true\ntitle:", 1),
            };
            site.write(&path, text);
        }
        (7, _) => {
            let name = dice
                .pick(&["Åsa Lind", "Åsa Lindh-Berg", "Asa L"])
                .expect("some");
            site.write(
                "content/authors/asa.md",
                format!("---\nname: {name}\n---\n\nOm {step}.\n"),
            );
        }
        (8, _) => {
            site.write(
                "content/networks/skr.md",
                format!("---\nname: SKR {step}\n---\n\nOm.\n"),
            );
        }
        (9 | 26 | 27, _) => {
            site.write("site.yaml", config(dice, step));
        }
        (10, _) => {
            let body = format!("{{% extends \"default/page.html\" %}}{{# {step} #}}\n");
            site.write("templates/page.html", body);
        }
        (11, _) if site.path().join("templates").exists() => {
            fs::remove_dir_all(site.path().join("templates")).expect("a folder");
        }
        (12, _) => {
            site.write("static/fil.txt", format!("Fil {step}\n"));
            site.write(
                "static/mapp/djup/a.css",
                format!("p {{ margin: {step}px }}\n"),
            );
        }
        (13, _) if site.path().join("static").exists() => {
            fs::remove_dir_all(site.path().join("static")).expect("a folder");
        }
        (14, _) => {
            let size = 10 + step;
            let picture = format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{size}\" height=\"9\"/>"
            );
            site.write("content/posts/egen/bild.svg", picture);
            let text =
                "---\ntitle: Egen\ndate: 2024-03-03\nauthor: asa\n---\n\n![Kurva](bild.svg)\n";
            site.write("content/posts/egen/index.md", text);
        }
        (15, _) => match site.path().join("content/posts/egen").exists() {
            true => rename(
                site,
                "content/posts/egen",
                &format!("content/posts/annan-{step}"),
            ),
            false => rename(site, "content/posts/2024", "content/posts/2023"),
        },
        (16, _) => rename(site, "content/posts/2023", "content/posts/2024"),
        (17, _) => {
            site.write(
                "themes/default/assets/style.css",
                format!("body {{ margin: {step}px }}\n"),
            );
        }
        (18, _) if site.path().join("themes").exists() => {
            fs::remove_dir_all(site.path().join("themes")).expect("a folder");
        }
        (19, _) => {
            let alias = dice.below(3);
            let text =
                format!("---\ntitle: Om {step}\naliases: [/gammal-{alias}/]\n---\n\nOm oss.\n");
            site.write("content/pages/om.md", text);
        }
        // What lists show, and nothing that decides where the post stands.
        (20, Some(path)) => {
            let text = read(&path).replacen("title: ", &format!("title: Nr {step} "), 1);
            site.write(&path, text);
        }
        (21, Some(path)) => {
            let other = dice.pick(&all).expect("some");
            let text = read(&path);
            site.write(&path, format!("{text}\n[Länk]({}{other}#mer)\n", up(&path)));
        }
        (22, Some(path)) => {
            site.write("content/posts/kurva.svg", SVG);
            let text = read(&path);
            site.write(&path, format!("{text}\n![Kurva]({}kurva.svg)\n", up(&path)));
        }
        (23, Some(path)) => {
            let more = [
                format!("aliases: [/en-gammal-{step}/]"),
                "corrections: [{date: 2024-05-01, text: Ett fel.}]".to_owned(),
                format!("translation_key: text-{step}"),
            ];
            let more = format!("---\n{}\ntitle:", dice.pick(&more).expect("some"));
            let text = read(&path);
            let known = ["aliases:", "corrections:", "translation_key:"];
            if !known.iter().any(|key| text.contains(key)) {
                site.write(&path, text.replacen("---\ntitle:", &more, 1));
            }
        }
        // Broken until it is fixed.
        (24, Some(path)) => {
            let text = read(&path);
            site.write(
                &path,
                text.replacen("title:", &format!("{BROKEN}\ntitle:"), 1),
            );
        }
        (25, _) => {
            site.write("templates/page.html", "{% if %}");
        }
        (28, _) => toggle(site, "content/authors/bo-ek.md", || {
            format!("---\nname: Bo Ek\nrole: Nr {step}\n---\n\nOm Bo.\n")
        }),
        (29, _) => toggle(site, "content/tags/unga.md", || {
            format!("---\nname: Unga {step}\n---\n\nOm unga.\n")
        }),
        (30, Some(path)) => {
            let text = read(&path);
            if !text.contains("comments:") {
                site.write(
                    &path,
                    text.replacen("title:", "comments: archived\ntitle:", 1),
                );
            }
            toggle(site, &path.replace(".md", ".comments.yaml"), || {
                format!("- name: Bo\n  date: 2024-05-20\n  text: Nr {step}.\n")
            });
        }
        (31, _) => {
            site.write(
                "themes/egen/strings/sv.yaml",
                format!("home: Hem {step}\nrelated: Fler {step}\n"),
            );
        }
        (32, Some(path)) => rename(site, &path, &path.replace(".md", "/index.md")),
        (33, Some(path)) => {
            let key = *dice
                .pick(&[
                    "lang: en",
                    "lang: ar",
                    "expires: 2024-05-30",
                    "expires: 2025-05-30",
                    "publish_date: 2024-06-02",
                    "publish_date: 2024-05-30",
                    "updated: 2024-05-30",
                    "slug: egen-adress",
                    "cta: {text: Gör, url: /om/}",
                ])
                .expect("some");
            let name = key.split(':').next().unwrap_or_default();
            let text = read(&path);
            match text
                .lines()
                .find(|line| line.starts_with(&format!("{name}:")))
            {
                Some(line) => site.write(&path, text.replacen(&format!("{line}\n"), "", 1)),
                None => site.write(&path, text.replacen("title:", &format!("{key}\ntitle:"), 1)),
            };
        }
        (34, _) => map(site, step),
        (35, _) => toggle(site, "content/pages/kontakt.md", || {
            format!("---\ntitle: Kontakt {step}\nlang: en\n---\n\n[Om](om.md)\n")
        }),
        (36, _) => toggle(site, "templates/partials/footer.html", || {
            format!("<p>Fot {step}: {{{{ config.title }}}}</p>\n")
        }),
        (37, _) => {
            site.write(
                "themes/egen/assets/style.css",
                format!("p {{ margin: {step}px }}\n"),
            );
        }
        _ => {
            site.write(
                &format!("content/posts/2024/nytt-{step}.md"),
                post(dice, step),
            );
        }
    }
    format!("step {step}, edit {choice}")
}

fn random_edits(seed: u64, steps: usize, flags: &[&str]) {
    let site = Site::new("");
    let mut dice = Dice(seed);
    for number in 0..6 {
        site.write(
            &format!("content/posts/2024/p{number}.md"),
            post(&mut dice, number),
        );
    }
    site.write("content/networks/skr.md", "---\nname: SKR\n---\n\nOm.\n");
    site.write("themes/egen/theme.yaml", THEME);
    map(&site, 0);
    site.write("site.yaml", config(&mut dice, 0));
    let preview = site.serve(flags);
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut words = "the start".to_owned();
    let (mut compared, mut fixed) = (0, 0);
    for step in 0..steps {
        let mut built = fresh(&site, flags);
        if built.is_none() {
            // Now and then it meets the next edits while it is broken.
            if dice.below(3) == 0 {
                words = format!("{words}, and {}", edit(&site, &mut dice, 1000 + step));
            }
            fix(&site);
            fixed += 1;
            words = format!("{words}, fixed");
            built = fresh(&site, flags);
        }
        if let Some(built) = built {
            compared += 1;
            becomes(
                &preview,
                &built,
                &seen,
                &format!("seed {seed}, after {words}"),
            );
            seen.extend(built.into_keys());
        }
        words = edit(&site, &mut dice, step);
    }
    assert!(
        compared * 10 > steps * 9,
        "only {compared} of {steps} steps could be built"
    );
    assert!(fixed > 1, "nothing was ever broken");
}

/// How many states each test tries; `NITTON_EDIT_STATES=500` tries more than every run
/// of the suite can.
fn states(few: usize) -> usize {
    let more = std::env::var("NITTON_EDIT_STATES").ok();
    more.and_then(|more| more.parse().ok()).unwrap_or(few)
}

#[test]
fn after_any_edits_every_url_is_what_a_fresh_build_writes() {
    random_edits(1948, states(45), &[]);
}

#[test]
fn after_any_edits_drafts_too_are_what_a_fresh_build_writes() {
    random_edits(19, states(30), &["--drafts", "--future", "--expired"]);
}

#[test]
fn after_any_edits_another_address_changes_nothing_else() {
    let flags = ["--future", "--base-url", "https://example.org/en/väg/"];
    random_edits(10, states(20), &flags);
}
