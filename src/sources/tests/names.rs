//! Names that some systems write otherwise, or don't take (T21–T23).

use super::*;

#[cfg(target_os = "linux")]
#[test]
fn t21_names_are_composed_and_twins_are_an_error() {
    let site = TestSite::new(&[("content/posts/pa\u{30a}.md", "nfd")]);
    let (sources, diagnostics) = site.load();
    assert_eq!(diagnostics, []);
    assert_eq!(sources.text(&path("content/posts/på.md")), Some("nfd"));
    site.file("static/a\u{308}.txt", "on disk");
    let (sources, _) = site.load();
    assert_eq!(
        sources
            .read(&path("static/ä.txt"))
            .expect("by its disk name"),
        b"on disk"
    );

    site.file("content/posts/p\u{e5}.md", "nfc");
    assert_eq!(site.codes(), ["source/same-name content/posts/på.md"]);
}

#[cfg(target_os = "linux")]
#[test]
fn t22_names_that_differ_by_case_are_an_error() {
    let site = TestSite::new(&[
        ("static/Logo.png", "x"),
        ("static/logo.png", "x"),
        ("content/posts/Bilder/a.png", "x"),
        ("content/posts/bilder/b.png", "x"),
        ("content/posts/bilder/c.png", "x"),
    ]);
    assert_eq!(
        site.codes(),
        [
            "source/case-collision content/posts/bilder",
            "source/case-collision static/logo.png",
        ]
    );
    let (_, diagnostics) = site.load();
    let message = &diagnostics
        .iter()
        .find(|d| d.english().message.contains("Logo"))
        .expect("static")
        .english()
        .message;
    assert!(message.contains("static/Logo.png") && message.contains("static/logo.png"));
}

#[cfg(unix)]
#[test]
fn t23_names_that_no_other_system_takes_are_an_error() {
    for name in [
        "static/con.txt",
        "static/a:b.png",
        "static/punkt.",
        "content/posts/a?.png",
    ] {
        let site = TestSite::new(&[(name, "x")]);
        assert_eq!(site.codes(), [format!("source/unportable-name {name}")]);
    }
    // A post's file name is not its URL.
    let site = TestSite::new(&[("content/posts/vad är det?.md", "x")]);
    assert_eq!(site.codes(), [""; 0]);
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_are_not_utf8_are_an_error() {
    use std::os::unix::ffi::OsStrExt;
    let site = TestSite::new(&[("content/posts/a.md", "x")]);
    let name = std::ffi::OsStr::from_bytes(b"content/posts/p\xe5.md");
    fs::write(site.root().join(name), "x").expect("a file");
    assert_eq!(
        site.codes(),
        ["source/name-not-utf8 content/posts/p\u{fffd}.md"]
    );
    assert_eq!(site.paths().len(), 2);
}

/// Files and folders as other programs make and want them.
#[test]
fn strays_are_mentioned_with_their_place() {
    let site = TestSite::new(&[
        ("site.yaml", "title: S\n"),
        ("_config.yml", "title: S\n"),
        ("_layouts/a.html", "x"),
        ("bilder/a.png", "x"),
        ("2026-11-02-x.md", "x"),
        ("README.md", "x"),
        ("content/posts/a.md", "x"),
        ("content/posts/a - kopia.md", "x"),
        ("content/posts/a (1).md", "x"),
        ("content/posts/b (1).md", "x"),
        ("content/posts/c/Index.md", "x"),
        ("content/posts/2026-11-02-d/d.md", "x"),
        ("content/posts/2026-11-02-e/index.md", "x"),
        ("content/posts/f.md.md", "x"),
        ("content/posts/~$g.docx", "x"),
        ("static/~$g.docx", "x"),
    ]);
    let mut found = site.codes();
    found.sort_unstable();
    assert_eq!(
        found,
        [
            "source/copy content/posts/a (1).md",
            "source/copy content/posts/a - kopia.md",
            "source/ignored-file 2026-11-02-x.md",
            "source/ignored-file _config.yml",
            "source/ignored-file _layouts",
            "source/ignored-file bilder",
            "source/ignored-file content/posts/~$g.docx",
            "source/ignored-file static/~$g.docx",
            "source/misnamed-text content/posts/f.md.md",
            "source/not-index content/posts/2026-11-02-d/d.md",
            "source/not-index content/posts/c/Index.md",
        ]
    );
}

/// Lines that end with CR alone would be one line.
#[test]
fn line_ends_of_old_macs_are_an_error() {
    let site = TestSite::new(&[("content/posts/a.md", "---\rtitle: A\r---\r\rText\r")]);
    assert_eq!(site.codes(), ["source/old-line-ends content/posts/a.md"]);
    site.file(
        "content/posts/a.md",
        "---\r\ntitle: A\r\n---\r\n\r\nText\r\n",
    );
    assert_eq!(site.codes(), [""; 0]);
}
