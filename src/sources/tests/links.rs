//! Links, pipes, and what may not be read (T9).

use super::*;

#[cfg(unix)]
#[test]
fn t9_links_inside_the_site_are_followed() {
    let site = TestSite::new(&[
        ("content/posts/a/index.md", "x"),
        ("content/posts/a/bild.png", "png"),
        ("delat/c.md", "c"),
    ]);
    site.link("a/bild.png", "content/posts/b.png");
    site.link("../../delat", "content/posts/gren");
    assert_eq!(site.codes(), [""; 0]);
    let (sources, _) = site.load();
    assert_eq!(
        sources.read(&path("content/posts/b.png")).expect("linked"),
        b"png"
    );
    assert_eq!(sources.text(&path("content/posts/gren/c.md")), Some("c"));
}

#[cfg(unix)]
#[test]
fn t9_links_out_of_the_site_are_refused() {
    let outside = TempDir::new().expect("a folder");
    fs::write(outside.path().join("secret.md"), "SECRET").expect("a file");
    let site = TestSite::new(&[("content/posts/a.md", "x"), (".git/config", "SECRET")]);
    site.link(outside.path().join("secret.md"), "content/posts/b.md");
    site.link(outside.path(), "content/posts/c");
    site.link("/etc/passwd", "static/passwd");
    site.link("../.git", "static/git");
    site.link(outside.path(), "themes");
    assert_eq!(
        site.codes(),
        [
            "source/link-outside content/posts/b.md",
            "source/link-outside content/posts/c",
            "source/link-outside static/git",
            "source/link-outside static/passwd",
            "source/link-outside themes",
        ]
    );
    let (sources, diagnostics) = site.load();
    assert_eq!(sources.iter().count(), 2);
    assert!(
        diagnostics
            .iter()
            .any(|found| found.english().message.contains("/etc/passwd"))
    );
    assert!(diagnostics.iter().all(|found| found.code.guarded));
}

#[cfg(unix)]
#[test]
fn links_make_nothing_else_of_a_file() {
    for (target, link) in [
        ("../content/posts", "static/posts"),
        ("../content/posts/utkast.md", "static/text.txt"),
        ("../content", "static/allt"),
        ("../site.yaml", "static/site.yaml"),
        ("../content/posts/hem/bild.png", "static/bild.png"),
        ("../content/posts/_gömd.md", "static/a.txt"),
        ("../templates/page.html", "static/page.html"),
        ("../themes", "static/themes"),
        ("posts/utkast.md", "content/bild.txt"),
        ("../posts", "content/pages/inlägg"),
        ("../posts/utkast.md", "content/posts/anteckning.txt"),
        ("../../static", "content/posts/filer"),
        ("../../site.yaml", "content/posts/site.txt"),
        ("../content/posts/utkast.md", "templates/text.html"),
        ("../content", "themes/tema"),
    ] {
        let site = TestSite::new(&[
            ("content/posts/utkast.md", "HEMLIGT"),
            ("content/posts/_gömd.md", "HEMLIGT"),
            ("content/posts/hem/index.md", "HEMLIGT"),
            ("content/posts/hem/bild.png", "HEMLIGT"),
            ("static/a/b.txt", "x"),
            ("templates/page.html", "x"),
            ("themes/eget/theme.yaml", "x"),
        ]);
        let before = site.paths();
        site.link(target, link);
        let found = site.codes();
        let expected = format!("source/link-to-other-kind {link}");
        assert!(found.contains(&expected), "{link} to {target}: {found:?}");
        assert_eq!(site.paths(), before, "{link} to {target}");
    }
}

#[cfg(unix)]
#[test]
fn links_to_folders_above_and_to_hidden_ones_are_refused() {
    for (target, link) in [
        ("..", "static/allt"),
        ("../..", "content/posts/allt"),
        ("../.nitton", "static/minne"),
        ("../public", "static/förra"),
        ("../källor", "static/källor"),
    ] {
        let site = TestSite::new(&[
            ("content/posts/utkast.md", "HEMLIGT"),
            ("public/index.html", "x"),
            (".nitton/minne.json", "x"),
            ("källor/temat/theme.yaml", "x"),
        ]);
        site.link("källor/temat", "themes");
        site.link(target, link);
        let expected = format!("source/link-outside {link}");
        assert!(site.codes().contains(&expected), "{:?}", site.codes());
    }
}

#[cfg(unix)]
#[test]
fn two_links_give_a_file_no_two_meanings() {
    let site = TestSite::new(&[("blogg/utkast.md", "HEMLIGT"), ("dela/a.html", "x")]);
    site.link("../blogg", "content/posts");
    site.link("../dela/a.html", "templates/a.html");
    site.link("../dela/a.html", "themes/a.html");
    assert_eq!(site.codes(), [""; 0]);
    site.link("../blogg", "static/text");
    assert_eq!(site.codes(), ["source/link-to-other-kind static/text"]);
    assert!(!site.paths().contains(&"static/text/utkast.md".to_owned()));
}

#[cfg(unix)]
#[test]
fn a_file_exchanged_for_a_link_inside_the_site_is_not_read() {
    let site = TestSite::new(&[("static/a.txt", "x"), ("content/posts/b.md", "HEMLIGT")]);
    let (sources, _) = site.load();
    fs::remove_file(site.root().join("static/a.txt")).expect("removed");
    site.link("../content/posts/b.md", "static/a.txt");
    let error = sources.read(&path("static/a.txt")).expect_err("refused");
    assert_eq!(error.kind(), io::ErrorKind::PermissionDenied);
}

#[cfg(unix)]
#[test]
fn t9_a_file_exchanged_for_a_link_after_the_walk_is_not_read() {
    let site = TestSite::new(&[("static/a.txt", "x")]);
    let (sources, _) = site.load();
    fs::remove_file(site.root().join("static/a.txt")).expect("removed");
    site.link("/etc/passwd", "static/a.txt");
    let error = sources.read(&path("static/a.txt")).expect_err("refused");
    assert_eq!(error.kind(), io::ErrorKind::PermissionDenied);
}

#[cfg(unix)]
#[test]
fn t9_loops_and_broken_links_end() {
    let site = TestSite::new(&[("content/posts/a.md", "x")]);
    site.link("..", "content/posts/runt");
    site.link("sig.png", "content/posts/sig.png");
    site.link("borta.png", "content/posts/brusten.png");
    site.link("user@host.1:2", "content/posts/.#a.md");
    assert_eq!(
        site.codes(),
        [
            "source/dangling-link content/posts/brusten.png",
            "source/link-loop content/posts/runt",
            "source/link-loop content/posts/sig.png",
        ]
    );
    assert_eq!(site.paths(), ["content/posts/a.md", "site.yaml"]);
}

#[cfg(unix)]
#[test]
fn t9_folders_that_link_to_each_other_are_not_walked_in_every_order() {
    let site = TestSite::new(&[]);
    for from in 0..12 {
        site.file(&format!("content/posts/d{from}/a.md"), "x");
        for to in (0..12).filter(|to| *to != from) {
            site.link(format!("../d{to}"), &format!("content/posts/d{from}/l{to}"));
        }
    }
    let (sources, diagnostics) = site.load();
    assert!(sources.iter().count() < 2_000, "{}", sources.iter().count());
    assert!(
        diagnostics
            .iter()
            .all(|found| found.code.name == "source/link-loop")
    );
}

#[cfg(unix)]
#[test]
fn t9_pipes_and_sockets_are_never_opened() {
    let site = TestSite::new(&[("content/posts/a.md", "x")]);
    let pipe = site.root().join("content/posts/pipe.md");
    let made = Command::new("mkfifo").arg(&pipe).status().expect("mkfifo");
    assert!(made.success());
    let socket = site.root().join("content/posts/socket.md");
    let _listener = std::os::unix::net::UnixListener::bind(socket).expect("a socket");
    site.link("/dev/zero", "static/zero.bin");
    let (tell, reported) = mpsc::channel();
    std::thread::scope(|scope| {
        scope.spawn(|| tell.send(site.codes()).expect("the test waits"));
        let codes = reported
            .recv_timeout(Duration::from_secs(20))
            .expect("nothing blocks");
        assert_eq!(
            codes,
            [
                "source/special-file content/posts/pipe.md",
                "source/special-file content/posts/socket.md",
                "source/link-outside static/zero.bin",
            ]
        );
    });
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_does_not_stop_the_rest() {
    use std::os::unix::fs::PermissionsExt;
    let site = TestSite::new(&[("content/posts/a.md", "x"), ("content/posts/b.md", "x")]);
    let disk = site.root().join("content/posts/a.md");
    fs::set_permissions(&disk, fs::Permissions::from_mode(0o000)).expect("mode 0");
    if File::open(&disk).is_ok() {
        // The superuser may read anything: there is nothing to see.
        return;
    }
    assert_eq!(site.codes(), ["source/unreadable content/posts/a.md"]);
    assert_eq!(site.paths().len(), 3);
}

#[test]
fn a_read_error_is_reported_and_the_file_still_exists() {
    let found = walk::Found {
        path: path("content/posts/borta.md"),
        kind: Kind::Post,
        disk: PathBuf::from("/nonexistent/borta.md"),
        len: 3,
        metadata: fs::metadata(".").expect("a folder"),
    };
    let file = read_found(found, false);
    assert_eq!(only(&file.diagnostics).code.name, "source/unreadable");
    assert_eq!(file.path.as_str(), "content/posts/borta.md");
}
