//! Promises that hold for every site: the same bytes anywhere, no other origin, no
//! script in a reader's browser, links that lead somewhere.

use std::collections::BTreeSet;
use std::path::Path;

use crate::site::{NOW, Site, run_with, tree};

/// The sample blog of this repository.
fn sample(output: &Path, args: &[&str], variables: &[(&str, &str)]) -> crate::site::Run {
    let root = env!("CARGO_MANIFEST_DIR");
    let output = output.to_string_lossy();
    let mut all = vec![
        "build",
        "--strict",
        "--now",
        "2026-11-23",
        "--root",
        root,
        "--output-dir",
        &output,
    ];
    all.extend(args);
    run_with(Path::new(root), &all, variables)
}

#[test]
fn the_same_inputs_give_the_same_bytes() {
    let folder = tempfile::tempdir().expect("a folder");
    let one = sample(
        &folder.path().join("one"),
        &[],
        &[("RAYON_NUM_THREADS", "1"), ("TZ", "UTC"), ("LANG", "C")],
    );
    assert_eq!(one.code, 0, "{}", one.stderr);
    let two = sample(
        &folder.path().join("two"),
        &[],
        &[
            ("RAYON_NUM_THREADS", "7"),
            ("TZ", "Pacific/Kiritimati"),
            ("LANG", "sv_SE.UTF-8"),
            ("HOME", "/nonexistent"),
        ],
    );
    assert_eq!(two.code, 0, "{}", two.stderr);
    let (one, two) = (
        tree(&folder.path().join("one")),
        tree(&folder.path().join("two")),
    );
    assert_eq!(
        one.keys().collect::<Vec<_>>(),
        two.keys().collect::<Vec<_>>()
    );
    for (path, bytes) in &one {
        assert_eq!(Some(bytes), two.get(path), "{path}");
    }
}

#[test]
fn the_order_in_which_files_were_made_does_not_show() {
    let names = ["c.md", "a.md", "b.md", "ö.md", "z.md"];
    let forth = Site::new("");
    let back = Site::new("");
    for name in names {
        forth.post(name, "Text.");
    }
    for name in names.iter().rev() {
        back.post(name, "Text.");
    }
    forth.build();
    back.build();
    assert_eq!(forth.output(), back.output());
}

#[test]
fn every_link_of_the_sample_blog_leads_somewhere() {
    for (base, prefix) in [
        ("https://blogg.example.se/", ""),
        ("https://example.se/a/b/", "/a/b"),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let run = sample(
            folder.path().join("out").as_path(),
            &["--base-url", base],
            &[],
        );
        assert_eq!(run.code, 0, "{}", run.stderr);
        let files = tree(&folder.path().join("out"));
        let paths: BTreeSet<&str> = files.keys().map(String::as_str).collect();
        for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
            let html = String::from_utf8_lossy(bytes);
            for address in attributes(&html) {
                assert!(!address.is_empty(), "{path} has an empty address");
                let Some(rest) = address.strip_prefix('/') else {
                    continue;
                };
                let rest = format!("/{}", rest.split(['?', '#']).next().unwrap_or(""));
                let inside = rest
                    .strip_prefix(prefix)
                    .unwrap_or_else(|| panic!("{path}: {address} leaves {prefix}"));
                let decoded = percent_encoding::percent_decode_str(inside.trim_start_matches('/'))
                    .decode_utf8_lossy()
                    .into_owned();
                let file = if decoded.is_empty() || decoded.ends_with('/') {
                    format!("{decoded}index.html")
                } else {
                    decoded
                };
                assert!(
                    paths.contains(file.as_str()),
                    "{path} links to {address}, and there is no {file}"
                );
            }
        }
    }
}

#[test]
fn the_sample_blog_asks_no_other_origin() {
    let folder = tempfile::tempdir().expect("a folder");
    let run = sample(folder.path().join("out").as_path(), &[], &[]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    for (path, bytes) in tree(&folder.path().join("out")) {
        let text = String::from_utf8_lossy(&bytes);
        if path.ends_with(".html") {
            for tag in text.split('<').filter(|tag| {
                ["img ", "script ", "source ", "iframe ", "video ", "audio "]
                    .iter()
                    .any(|name| tag.starts_with(name))
            }) {
                assert!(
                    !tag.contains("src=\"http") && !tag.contains("src=\"//"),
                    "{path}: <{tag}"
                );
            }
            for tag in text
                .split('<')
                .filter(|tag| tag.starts_with("link ") && tag.contains("stylesheet"))
            {
                assert!(!tag.contains("href=\"http"), "{path}: <{tag}");
            }
            assert!(
                !text.contains("<style"),
                "{path} has an inline style element"
            );
            assert!(!text.contains(" style=\""), "{path} has an inline style");
            // Data, and the theme's own files by their hash.
            let harmless = [
                "type=\"application/ld+json\"",
                "type=\"module\" src=\"/assets/",
            ];
            let foreign = text
                .split("<script ")
                .skip(1)
                .filter(|tag| !harmless.iter().any(|start| tag.starts_with(start)));
            assert_eq!(foreign.count(), 0, "{path} has a script");
            assert!(!text.contains("<script>"), "{path} has an inline script");
        }
        if path.ends_with(".css") {
            assert!(
                !text.contains("url(http") && !text.contains("@import"),
                "{path}"
            );
        }
        assert!(
            !text.contains("localhost") && !text.contains(env!("CARGO_MANIFEST_DIR")),
            "{path}"
        );
    }
}

#[test]
fn markdown_cannot_run_script() {
    let payloads = [
        "<script>alert(1)</script>",
        "<img src=/x.svg alt=x onerror=alert(1)>",
        "<svg onload=alert(1)>",
        "<iframe src=\"https://ond.example\"></iframe>",
        "```x\" onmouseover=\"alert(1)\ncode\n```",
        "## Rubrik {#x\" onclick=\"alert(1)}",
        "[x](https://a.example \"t\\\" onmouseover=alert(1)\")",
        "<https://a.example/\"onmouseover=alert(1)>",
        "<details open ontoggle=alert(1)><summary>x</summary></details>",
        "<style>@import 'https://ond.example'</style>",
    ];
    for payload in payloads {
        let site = Site::new("");
        site.write(
            "static/x.svg",
            "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>",
        );
        site.post("a.md", &format!("Text.\n\n{payload}\n"));
        let run = site.try_build();
        assert_eq!(run.code, 0, "{payload}: {}", run.stderr);
        let page = site.read("2024/05/a/index.html");
        assert!(page.contains("Text."), "{payload}: {page}");
        for (path, bytes) in site.output() {
            if path.ends_with(".html") {
                assert_harmless(&path, payload, &String::from_utf8_lossy(&bytes));
            }
        }
    }
}

#[test]
fn links_that_run_script_are_never_published() {
    for payload in [
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "<a href=\"java\tscript:alert(1)\">x</a>",
    ] {
        let site = Site::new("");
        site.post("a.md", &format!("Text.\n\n{payload}\n"));
        site.fails(&["link/unsafe-scheme content/posts/a.md:9:1"]);
        site.edit(
            "site.yaml",
            "title:",
            "diagnostics: {link/unsafe-scheme: allow}\ntitle:",
        );
        let run = site.try_build();
        assert_eq!(run.code, 1, "{payload}: {}", run.stderr);
        assert!(site.output().is_empty(), "{payload} was published");
    }
}

#[test]
fn titles_cannot_break_out_of_anything() {
    let title = r#"</script><script>alert(1)</script> ]]> "' <b> & \u2028"#;
    let site = Site::new("");
    let quoted = serde_json::Value::from(title).to_string();
    site.write(
        "content/posts/a.md",
        format!("---\ntitle: {quoted}\ndate: 2024-05-17\nauthor: {quoted}\ntags: [{quoted}]\nslug: a\n---\n\nText.\n"),
    );
    let run = site.try_build();
    assert_eq!(run.code, 0, "{}", run.stderr);
    for (path, bytes) in site.output() {
        let text = String::from_utf8_lossy(&bytes);
        if path.ends_with(".html") {
            assert_harmless(&path, title, &text);
        }
        if path.ends_with(".xml") || path.ends_with(".opml") {
            well_formed(&path, &text);
        }
        if path.ends_with(".json") {
            serde_json::from_str::<serde_json::Value>(&text)
                .unwrap_or_else(|error| panic!("{path}: {error}"));
        }
    }
}

/// Time grows with the content, not with its square: shown by what is written, since a
/// clock would lie on a busy machine.
#[test]
fn output_grows_linearly() {
    let bytes = |posts: usize, lines: &dyn Fn(usize) -> String| {
        let site = Site::new("");
        for number in 0..posts {
            let lines = lines(number);
            let text =
                format!("---\ntitle: Inlägg {number}\ndate: 2024-05-17\n{lines}\n---\n\nText.\n");
            site.write(&format!("content/posts/p{number:04}.md"), text);
        }
        let run = site.try_build();
        assert_eq!(run.code, 0, "{}", run.stderr);
        site.output().values().map(Vec::len).sum::<usize>()
    };
    // Each shape is where a list, a feed or an index could meet all posts on every page.
    type Shape = (&'static str, &'static dyn Fn(usize) -> String);
    let shapes: [Shape; 5] = [
        ("one tag on all posts", &|_| {
            "author: asa\ntags: [alla]".into()
        }),
        ("a tag a post", &|n| {
            format!("author: asa\ntags: [tag {n}x]")
        }),
        ("an author and a network a post", &|n| {
            format!("author: Namn N{n}\nnetwork: Nät N{n}")
        }),
        ("a chain of terms that neighbours share", &|n| {
            format!("author: asa\ntags: [länk {n}x, länk {}x]", n + 1)
        }),
        ("a month a post, corrected", &|n| {
            let (year, month) = (1950 + n / 12, n % 12 + 1);
            let date = format!("{year}-{month:02}-01");
            format!(
                "author: asa\ncorrections: [{{date: {date}, text: Rättat}}]\nupdated: 2024-05-17"
            )
        }),
    ];
    for (shape, lines) in shapes {
        let (one, four) = (bytes(60, lines), bytes(240, lines));
        assert!(
            four < one * 5,
            "{shape}: {one} bytes of 60 posts, {four} of 240"
        );
    }
}

fn attributes(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    for name in [" href=\"", " src=\""] {
        for rest in html.split(name).skip(1) {
            found.push(rest.split('"').next().unwrap_or("").replace("&amp;", "&"));
        }
    }
    found
}

/// Parses the page as a browser does, and looks for anything that could run.
fn assert_harmless(path: &str, payload: &str, html: &str) {
    use html5ever::tokenizer::{
        BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
    };
    struct Sink(std::cell::RefCell<Vec<String>>);
    impl TokenSink for Sink {
        type Handle = ();
        fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
            let Token::TagToken(tag) = token else {
                return TokenSinkResult::Continue;
            };
            if tag.kind != TagKind::StartTag {
                return TokenSinkResult::Continue;
            }
            let mut bad = self.0.borrow_mut();
            let data = tag
                .attrs
                .iter()
                .any(|a| &*a.name.local == "type" && &*a.value == "application/ld+json");
            // The theme's own, which a browser checks by its hash.
            let value = |name: &str| {
                let found = tag.attrs.iter().find(|a| &*a.name.local == name);
                found.map_or("", |a| &*a.value)
            };
            let own = value("src").starts_with("/assets/") && value("integrity").starts_with("sha");
            if ["iframe", "object", "embed", "style"].contains(&&*tag.name)
                || (&*tag.name == "script" && !data && !own)
            {
                bad.push(format!("<{}>", &*tag.name));
            }
            for attribute in &tag.attrs {
                let value = attribute.value.to_lowercase();
                let value: String = value
                    .chars()
                    .filter(|c| !c.is_whitespace() && !c.is_control())
                    .collect();
                if attribute.name.local.starts_with("on")
                    || value.starts_with("javascript:")
                    || value.starts_with("vbscript:")
                {
                    bad.push(format!("{}={value}", &*attribute.name.local));
                }
            }
            if &*tag.name == "script" {
                return TokenSinkResult::RawData(html5ever::tokenizer::states::RawKind::ScriptData);
            }
            TokenSinkResult::Continue
        }
    }
    let input = BufferQueue::default();
    input.push_back(html.into());
    let tokenizer = Tokenizer::new(Sink(Default::default()), TokenizerOpts::default());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let bad = tokenizer.sink.0.into_inner();
    assert!(bad.is_empty(), "{path} with {payload:?}: {bad:?}");
}

fn well_formed(path: &str, xml: &str) {
    let mut reader = quick_xml::Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    loop {
        match reader.read_event() {
            Ok(quick_xml::events::Event::Eof) => break,
            Ok(_) => {}
            Err(error) => panic!("{path}: {error}\n{xml}"),
        }
    }
}

/// A day alone is the site's day, not that of the machine or of Greenwich.
#[test]
fn a_day_as_now_begins_at_midnight_of_the_site() {
    let site = Site::new("");
    site.write(
        "content/posts/a.md",
        "---\ntitle: A\ndate: 2024-06-01\nauthor: asa\n---\n\nText.\n",
    );
    let built_at = |zone: &str, now: &str| {
        site.write(
            "site.yaml",
            format!("title: Provblogg\nbase_url: https://blogg.example.se/\ntimezone: {zone}\n"),
        );
        let run = site.run(&["build", "--now", now]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        site.has("2024/06/a/index.html")
    };
    for zone in ["Europe/Stockholm", "America/New_York", "Pacific/Kiritimati"] {
        assert!(built_at(zone, "2024-06-01"), "{zone}");
        assert!(!built_at(zone, "2024-05-31T23:59"), "{zone}");
    }
    assert!(built_at("Europe/Stockholm", "2024-05-31T22:00:00Z"));
    assert!(!built_at("America/New_York", "2024-06-01T00:00:00Z"));
}

#[test]
fn now_comes_from_the_flag_or_the_environment() {
    let site = Site::new("");
    site.post("a.md", "Text.");
    let run = run_with(
        site.path(),
        &["build"],
        &[("SOURCE_DATE_EPOCH", "1000000000")],
    );
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(
        !site.has("2024/05/a/index.html"),
        "2024 is in the future of 2001"
    );
    let run = run_with(
        site.path(),
        &["build", "--now", NOW],
        &[("SOURCE_DATE_EPOCH", "1000000000")],
    );
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(site.has("2024/05/a/index.html"));
    assert_eq!(
        run_with(site.path(), &["build"], &[("SOURCE_DATE_EPOCH", "igår")]).code,
        2
    );
    assert_eq!(
        run_with(site.path(), &["build", "--now", "igår"], &[]).code,
        2
    );
}
