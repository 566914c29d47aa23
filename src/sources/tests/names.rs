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
        .find(|d| d.message.contains("Logo"))
        .expect("static")
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
