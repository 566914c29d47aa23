//! What is served after any edits is what a fresh build of the same folder writes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::dice::Dice;
use crate::preview::{Patience, Preview};
use crate::site::{NOW, Site, run_in, tree};

const TAGS: [&str; 5] = [
    "unga",
    "demokrati",
    "Samråd",
    "våld",
    "mänskliga rättigheter",
];

const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"9\"/>";
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
fn mend(site: &Site) {
    for path in posts(site) {
        let path = format!("content/posts/{path}");
        let text = fs::read_to_string(site.path().join(&path)).expect("a post");
        let is_good = |line: &&str| {
            *line != BROKEN && !line.starts_with("[Länk](") && !line.starts_with("![Kurva](")
        };
        let good: Vec<&str> = text.lines().filter(is_good).collect();
        let good = good.join("\n") + "\n";
        if good != text {
            site.write(&path, good);
        }
    }
    let template = site.path().join("templates/page.html");
    if fs::read_to_string(&template).is_ok_and(|text| text == "{% if %}") {
        fs::remove_file(template).expect("a file");
    }
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
    let choice = dice.below(26);
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
        (9, _) => {
            let by = 1 + dice.below(4);
            let related = dice.below(4);
            let form = dice
                .pick(&["/{year}/{month}/{slug}/", "/{slug}/"])
                .expect("some");
            site.write(
                "site.yaml",
                format!("title: Prov {step}\nbase_url: https://blogg.example.se/\npaginate_by: {by}\nrelated: {related}\npermalink: {form}\n"),
            );
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
        // Broken until it is mended.
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
        _ => {
            site.write(
                &format!("content/posts/2024/nytt-{step}.md"),
                post(dice, step),
            );
        }
    }
    format!("step {step}, edit {choice}")
}

/// What a fresh build of the folder writes, by URL; `None` if it has errors.
fn fresh(site: &Site, flags: &[&str]) -> Option<BTreeMap<String, Vec<u8>>> {
    let out = tempfile::tempdir().expect("a folder");
    let public = out.path().join("site");
    let public = public.to_str().expect("UTF-8");
    let mut args = vec!["build", "--quiet", "--now", NOW, "--output-dir", public];
    args.extend(flags);
    let run = run_in(site.path(), &args);
    let files = tree(&out.path().join("site")).into_iter();
    let files = files.filter(|(path, _)| !path.starts_with(".nitton") && path != ".gitignore");
    let urls = files.map(|(path, bytes)| {
        let page = path.strip_suffix("index.html").unwrap_or(&path);
        (format!("/{page}"), bytes)
    });
    (run.code == 0).then(|| urls.collect())
}

/// A page without the preview's script.
fn without_script(bytes: &[u8]) -> Vec<u8> {
    let find = |piece: &[u8], from: usize| {
        let places = bytes[from..].windows(piece.len());
        places
            .into_iter()
            .position(|found| found == piece)
            .map(|at| at + from)
    };
    let Some(start) = find(b"<script src=\"/.nitton/reload.js\"", 0) else {
        return bytes.to_vec();
    };
    let end = find(b"</script>", start).expect("its end") + "</script>".len();
    [&bytes[..start], &bytes[end..]].concat()
}

/// What is served at the first URL that isn't as it is built.
fn difference(
    preview: &Preview,
    built: &BTreeMap<String, Vec<u8>>,
    gone: &BTreeSet<String>,
) -> Option<String> {
    for (url, bytes) in built {
        let answer = preview.get(url);
        let expected = if url == "/404.html" {
            [200, 404]
        } else {
            [200, 200]
        };
        if !expected.contains(&answer.status) || without_script(&answer.body) != *bytes {
            return Some(format!("{url} ({})", answer.status));
        }
    }
    for url in gone.iter().filter(|url| !built.contains_key(*url)) {
        let status = preview.get(url).status;
        let is_folder = built.contains_key(&format!("{url}/"));
        if status != 404 && !is_folder {
            return Some(format!("{url} is gone, and still {status}"));
        }
    }
    None
}

/// Waits until what is served is what was built.
fn becomes(
    preview: &Preview,
    built: &BTreeMap<String, Vec<u8>>,
    gone: &BTreeSet<String>,
    words: &str,
) {
    let mut patience = Patience::new();
    while let Some(url) = difference(preview, built, gone) {
        assert!(
            patience.lasts(),
            "{words}: {url} is not what a build writes"
        );
    }
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
    let preview = site.serve(flags);
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut words = "the start".to_owned();
    let (mut compared, mut mended) = (0, 0);
    for step in 0..steps {
        let mut built = fresh(&site, flags);
        if built.is_none() {
            // Now and then it meets the next edits while it is broken.
            if dice.below(3) == 0 {
                words = format!("{words}, and {}", edit(&site, &mut dice, 1000 + step));
            }
            mend(&site);
            mended += 1;
            words = format!("{words}, mended");
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
    assert!(mended > 1, "nothing was ever broken");
}

#[test]
fn after_any_edits_every_url_is_what_a_fresh_build_writes() {
    random_edits(1948, 45, &[]);
}

#[test]
fn after_any_edits_drafts_too_are_what_a_fresh_build_writes() {
    random_edits(19, 30, &["--drafts", "--future", "--expired"]);
}

/// Each changed alone: what one of them is left out of would show a stale page.
#[test]
fn each_fact_of_a_post_shows_when_it_changes_alone() {
    let head = "title: A\ndate: 2024-05-02\nauthor: asa\ntags: [unga]\nnetwork: skr";
    let post = |head: &str, body: &str| format!("---\n{head}\n---\n\n{body}\n");
    let site = Site::new("");
    site.write("content/networks/skr.md", "---\nname: SKR\n---\n\nOm.\n");
    site.write(
        "site.yaml",
        "title: Prov\nbase_url: https://blogg.example.se/\npermalink: /{lang}/{year}/{slug}/\n",
    );
    for (name, year) in [("b", 2022), ("c", 2024)] {
        let head = format!(
            "title: Om {name}\ndate: {year}-05-03\nauthor: asa\ntags: [unga, natur]\nnetwork: skr\n\
             lang: en\ntranslation_key: text"
        );
        let text = match name {
            "b" => head.replace("lang: en\ntranslation_key: text", "id: b"),
            _ => head,
        };
        site.write(&format!("content/posts/{name}.md"), post(&text, "Text."));
    }
    site.write("content/posts/bild.svg", SVG);
    site.write("content/posts/a.md", post(head, "Text."));
    let preview = site.serve(&[]);
    let heads = [
        ("title: A", "title: Annat"),
        ("2024-05-02", "2024-05-04"),
        ("2024-05-02", "2024-05-02T10:00:00"),
        ("2024-05-02", "2023-05-02"),
        ("2024-05-02", "2025-05-02"),
        ("asa", "Bo Ek"),
        ("[unga]", "[natur]"),
        ("[unga]", "[Unga]"),
        ("[unga]", "[unga, skola]"),
        ("network: skr", "network: Annat"),
        ("title:", "slug: annan\ntitle:"),
        ("title:", "id: egen\ntitle:"),
        ("title:", "lang: en\ntitle:"),
        ("title:", "translation_key: text\ntitle:"),
        ("title:", "aliases: [/gammal/]\ntitle:"),
        ("title:", "aliases: [/annan-gammal/]\ntitle:"),
        ("title:", "draft: true\ntitle:"),
        ("title:", "expires: 2024-05-20\ntitle:"),
        ("title:", "publish_date: 2024-07-01\ntitle:"),
        ("title:", "updated: 2024-05-20\ntitle:"),
        (
            "title:",
            "corrections: [{date: 2024-05-20, text: Fel.}]\ntitle:",
        ),
        ("title:", "image: {src: bild.svg, alt: En bild}\ntitle:"),
    ];
    let many = "ord ".repeat(40_000);
    let bodies = [
        "![En bild](bild.svg)",
        "[En bild](bild.svg)",
        "[Till b](b.md)",
        &many,
    ];
    let heads = heads.map(|(from, to)| (head.replacen(from, to, 1), "Text."));
    let all = heads
        .into_iter()
        .chain(bodies.map(|body| (head.to_owned(), body)));
    let mut seen = BTreeSet::new();
    for (changed, body) in all {
        for (head, body) in [(&*changed, body), (head, "Text.")] {
            site.write("content/posts/a.md", post(head, body));
            let built = fresh(&site, &[]).expect("no error");
            becomes(&preview, &built, &seen, head);
            seen.extend(built.into_keys());
        }
    }
    let head = format!("{head}\ncomments: archived");
    site.write("content/posts/a.md", post(&head, "Text."));
    let comments = "content/posts/a.comments.yaml";
    for text in [Some("Ett."), Some("Två."), None] {
        match text {
            Some(text) => {
                let text = format!("- name: Bo\n  date: 2024-05-20\n  text: {text}\n");
                site.write(comments, text);
            }
            None => drop(site.remove(comments)),
        }
        let built = fresh(&site, &[]).expect("no error");
        becomes(&preview, &built, &seen, "comments");
        seen.extend(built.into_keys());
    }
    // Nothing that is published changes with an identity that two posts share.
    site.write(
        "content/posts/a.md",
        post(&format!("id: b\n{head}"), "Text."),
    );
    preview.line_with("site/duplicate-id");
}
