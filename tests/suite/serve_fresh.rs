//! What is served after any edits is what a fresh build of the same folder writes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::preview::{Patience, Preview};
use crate::site::{NOW, Site, run_in, tree};

pub(crate) const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"9\"/>";

/// The path of the address below which the site lives, decoded: with a final `/`.
fn base_path(site: &Site, flags: &[&str]) -> String {
    let config = fs::read_to_string(site.path().join("site.yaml")).expect("a file");
    let mut lines = config.lines();
    let flag = flags.iter().find(|flag| flag.starts_with("https://"));
    let line = lines.find_map(|line| line.strip_prefix("base_url: https://"));
    let address = flag.map_or(line, |flag| flag.strip_prefix("https://"));
    let address = address.expect("an address");
    address[address.find('/').expect("a path")..].to_owned()
}

/// What a fresh build of the folder writes, by URL; `None` if it has errors.
pub(crate) fn fresh(site: &Site, flags: &[&str]) -> Option<BTreeMap<String, Vec<u8>>> {
    let out = tempfile::tempdir().expect("a folder");
    let public = out.path().join("site");
    let public = public.to_str().expect("UTF-8");
    let mut args = vec!["build", "--quiet", "--now", NOW, "--output-dir", public];
    args.extend(flags);
    let run = run_in(site.path(), &args);
    let base = base_path(site, flags);
    let files = tree(&out.path().join("site")).into_iter();
    let files = files.filter(|(path, _)| !path.starts_with(".nitton") && path != ".gitignore");
    let urls = files.map(|(path, bytes)| {
        let page = path.strip_suffix("index.html").unwrap_or(&path);
        (format!("{base}{page}"), bytes)
    });
    (run.code == 0).then(|| urls.collect())
}

/// A page without the preview's script.
fn without_script(bytes: &[u8]) -> Vec<u8> {
    let find = |piece: &[u8], from: usize| {
        let mut places = bytes[from..].windows(piece.len());
        places.position(|found| found == piece).map(|at| at + from)
    };
    let Some(name) = find(b".nitton/reload.js\" data-page=", 0) else {
        return bytes.to_vec();
    };
    let mut before = bytes[..name].windows(7);
    let start = before
        .rposition(|found| found == b"<script")
        .expect("its start");
    let end = find(b"</script>", name).expect("its end") + "</script>".len();
    [&bytes[..start], &bytes[end..]].concat()
}

/// An address as browsers ask for it.
fn encoded(url: &str) -> String {
    let bytes = url.bytes().map(|byte| match byte {
        byte if byte.is_ascii_graphic() && byte != b'%' => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    });
    bytes.collect()
}

/// What is served at the first URL that isn't as it is built.
fn difference(
    preview: &Preview,
    built: &BTreeMap<String, Vec<u8>>,
    gone: &BTreeSet<String>,
) -> Option<String> {
    for (url, bytes) in built {
        let answer = preview.get(&encoded(url));
        let expected = if url.ends_with("/404.html") {
            [200, 404]
        } else {
            [200, 200]
        };
        if !expected.contains(&answer.status) || without_script(&answer.body) != *bytes {
            return Some(format!("{url} ({})", answer.status));
        }
    }
    for url in gone.iter().filter(|url| !built.contains_key(*url)) {
        let status = preview.get(&encoded(url)).status;
        let is_folder = built.contains_key(&format!("{url}/"));
        // The root of the host leads to a site below it.
        if status != 404 && !is_folder && url != "/" {
            return Some(format!("{url} is gone, and still {status}"));
        }
    }
    None
}

/// Waits until what is served is what was built.
pub(crate) fn becomes(
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
