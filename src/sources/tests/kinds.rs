//! What a file is by its path, and what is said of those that are nothing.

use super::*;

#[test]
fn kinds_follow_from_paths() {
    let site = TestSite::new(&[
        ("content/posts/2021/a.md", "a"),
        ("content/posts/b/index.md", "b"),
        ("content/posts/b/bild.png", "png"),
        ("content/posts/b/index.comments.yaml", "[]"),
        ("content/pages/om.md", "om"),
        ("content/authors/lina.md", "l"),
        ("content/networks/n.md", "n"),
        ("content/tags/t.md", "t"),
        ("content/images/delad.jpg", "jpg"),
        ("static/robots-extra.txt", "s"),
        ("static/.well-known/security.txt", "s"),
        ("templates/post.html", "t"),
        ("themes/min/theme.yaml", "api: 1"),
        ("themes/min/assets/font.woff2", "w"),
        ("README.md", "not ours"),
        ("Cargo.toml", "not ours"),
    ]);
    let (sources, diagnostics) = site.load();
    assert_eq!(diagnostics, []);
    let kinds: Vec<(String, Kind)> = sources
        .iter()
        .map(|f| (f.path.to_string(), f.kind))
        .collect();
    let expected = [
        ("content/authors/lina.md", Kind::Author),
        ("content/images/delad.jpg", Kind::Media),
        ("content/networks/n.md", Kind::Network),
        ("content/pages/om.md", Kind::Page),
        ("content/posts/2021/a.md", Kind::Post),
        ("content/posts/b/bild.png", Kind::Media),
        ("content/posts/b/index.comments.yaml", Kind::Comments),
        ("content/posts/b/index.md", Kind::Post),
        ("content/tags/t.md", Kind::Tag),
        ("site.yaml", Kind::Config),
        ("static/.well-known/security.txt", Kind::Static),
        ("static/robots-extra.txt", Kind::Static),
        ("templates/post.html", Kind::Template),
        ("themes/min/assets/font.woff2", Kind::Theme),
        ("themes/min/theme.yaml", Kind::Theme),
    ];
    assert_eq!(kinds, expected.map(|(path, kind)| (path.to_owned(), kind)));
    let posts: Vec<_> = sources
        .iter_kind(Kind::Post)
        .map(|f| f.path.as_str())
        .collect();
    assert_eq!(
        posts,
        ["content/posts/2021/a.md", "content/posts/b/index.md"]
    );
}

#[test]
fn a_root_that_is_none_is_an_error_of_its_own() {
    let site = TestSite::new(&[]);
    let options = LoadOptions {
        config: "site.yaml".into(),
        output: "public".into(),
    };
    let error = Sources::load(&site.root().join("none"), &options).expect_err("missing");
    assert!(matches!(&error, SourceError::Missing(_)));
    assert!(
        error
            .message()
            .text(crate::message::Language::English)
            .starts_with("there is no folder"),
        "{error:?}"
    );
    let error = Sources::load(&site.root().join("site.yaml"), &options).expect_err("a file");
    assert!(matches!(error, SourceError::NotAFolder(_)));
}

#[test]
fn a_missing_configuration_says_where_one_may_be() {
    let site = TestSite::new(&[("content/posts/a.md", "a")]);
    let below = site.root().join("content/posts");
    let (sources, diagnostics) = load_with(&below, "site.yaml", "public");
    assert_eq!(sources.iter().count(), 0);
    let found = only(&diagnostics);
    assert_eq!(found.code.name, "source/no-config");
    assert!(
        found.english().help[0].contains("--root ../.."),
        "{found:?}"
    );

    let empty = TempDir::new().expect("a folder");
    let (_, diagnostics) = load_with(empty.path(), "site.yaml", "public");
    let help = only(&diagnostics).english().help.join("\n");
    assert!(
        help.contains("nitton init") && help.contains("--root"),
        "{help}"
    );

    for name in ["hugo.toml", "site.yml", "_config.yml", "config.yaml"] {
        let other = TempDir::new().expect("a folder");
        fs::write(other.path().join(name), "x").expect("a file");
        let (_, diagnostics) = load_with(other.path(), "site.yaml", "public");
        assert!(
            only(&diagnostics).english().help[0].contains(name),
            "{diagnostics:?}"
        );
    }
}

/// Only a disk that knows capitals has such a file beside none.
#[cfg(target_os = "linux")]
#[test]
fn a_configuration_in_capitals_is_to_be_renamed() {
    let site = TempDir::new().expect("a folder");
    fs::write(site.path().join("Site.yaml"), "title: S\n").expect("a file");
    let (_, diagnostics) = load_with(site.path(), "site.yaml", "public");
    assert_eq!(
        only(&diagnostics).english().help,
        ["rename `Site.yaml` to `site.yaml`"]
    );
}

/// Posts of another generator are mentioned, whether there are others or none.
#[test]
fn folders_beside_content_that_nobody_reads() {
    let folders = |files: &[(&str, &str)]| {
        let site = TestSite::new(files);
        let (_, diagnostics) = load_with(site.root(), "site.yaml", "public");
        let ignored = diagnostics
            .into_iter()
            .filter(|d| d.code.name == "source/ignored-file");
        ignored.flat_map(|d| d.english().help).collect::<Vec<_>>()
    };
    let config = ("site.yaml", "title: S\n");
    let old = ("_posts/2021-04-07-a.md", "a");
    assert_eq!(folders(&[config, old]), ["rename it to `content/posts/`"]);
    let new = ("content/posts/b.md", "b");
    assert_eq!(
        folders(&[config, old, new]),
        ["move what is in it to `content/posts/`, and remove the folder"]
    );
    assert_eq!(folders(&[config, new]), [""; 0]);
}

#[test]
fn a_configuration_of_another_name_or_place_is_read() {
    let site = TestSite::new(&[("staging.yaml", "title: S\n")]);
    let (sources, diagnostics) = load_with(site.root(), "staging.yaml", "public");
    assert_eq!(diagnostics, []);
    assert_eq!(sources.text(&path("staging.yaml")), Some("title: S\n"));
    assert!(sources.get(&path("site.yaml")).is_none());

    let elsewhere = TempDir::new().expect("a folder");
    let config = elsewhere.path().join("other.yaml");
    fs::write(&config, "title: O\n").expect("a file");
    let (sources, diagnostics) = load_with(site.root(), config.to_str().expect("UTF-8"), "public");
    assert_eq!(diagnostics, []);
    let found: Vec<_> = sources
        .iter_kind(Kind::Config)
        .map(|f| f.path.as_str())
        .collect();
    assert_eq!(found, ["other.yaml"]);
}

#[test]
fn editors_leftovers_are_passed_over_in_silence() {
    let site = TestSite::new(&[
        ("content/posts/a.md", "a"),
        ("content/posts/.a.md.swp", "x"),
        ("content/posts/a.md~", "x"),
        ("content/posts/#a.md#", "x"),
        ("content/posts/a.swp", "x"),
        ("content/posts/a.md.tmp", "x"),
        ("content/posts/4913", "x"),
        ("content/posts/Thumbs.db", "x"),
        ("content/.obsidian/workspace.md", "x"),
        ("content/.git/config", "x"),
        ("content/node_modules/a/readme.md", "x"),
        ("content/target/CACHEDIR.TAG", "x"),
        ("content/target/a.md", "x"),
        ("static/.DS_Store", "x"),
        ("static/.gitkeep", "x"),
        ("templates/.post.html.swp", "x"),
        ("themes/t/.git/config", "x"),
    ]);
    assert_eq!(site.codes(), [""; 0]);
    assert_eq!(site.paths(), ["content/posts/a.md", "site.yaml"]);
}

#[test]
fn a_post_may_be_called_target() {
    let site = TestSite::new(&[("content/posts/target/index.md", "a")]);
    assert_eq!(site.codes(), [""; 0]);
    assert_eq!(site.paths(), ["content/posts/target/index.md", "site.yaml"]);
}

#[test]
fn the_output_is_no_source() {
    let site = TestSite::new(&[("static/a.txt", "a"), ("static/ut/b.txt", "b")]);
    let (sources, _) = load_with(site.root(), "site.yaml", "static/ut");
    assert!(sources.get(&path("static/ut/b.txt")).is_none());
    assert!(sources.get(&path("static/a.txt")).is_some());
}

#[test]
fn files_that_are_not_read_are_mentioned_with_a_way_out() {
    let cases = [
        ("content/posts/a.docx", "a.md"),
        ("content/posts/a.html", "static/"),
        ("content/hej.md", "content/posts/hej.md"),
        ("content/posts/a.comments.yml", "index.comments.yaml"),
        ("content/posts/kommentarer.yaml", "index.comments.yaml"),
        ("content/posts/a.comments.yaml", "a.md"),
    ];
    for (file, way_out) in cases {
        let site = TestSite::new(&[(file, "x")]);
        let (_, diagnostics) = site.load();
        let found = only(&diagnostics);
        assert_eq!(found.code.name, "source/ignored-file", "{file}");
        assert_eq!(found.severity, Severity::Warning);
        assert_eq!(found.file, Some(path(file)));
        assert!(found.english().help[0].contains(way_out), "{found:?}");
    }
    for extension in [
        "xml", "rst", "adoc", "org", "textile", "txt", "json", "njk", "toml", "yml", "RST",
    ] {
        let file = format!("content/posts/a.{extension}");
        let site = TestSite::new(&[(&file, "x")]);
        assert_eq!(site.codes(), [format!("source/ignored-file {file}")]);
        let shared = format!("content/posts/bilagor/a.{extension}");
        let beside = format!("content/posts/b/a.{extension}");
        let site = TestSite::new(&[
            (&shared, "x"),
            (&beside, "x"),
            ("content/posts/b/index.md", "b"),
        ]);
        assert_eq!(site.codes(), [""; 0]);
    }
}

/// A post that is silently not there is worse than a build that stops.
#[test]
fn markdown_under_another_name_is_an_error() {
    for name in ["a.MD", "a.markdown", "a.mkd", "a.mdx", "a.md.txt", "a.Md"] {
        let file = format!("content/posts/{name}");
        let site = TestSite::new(&[(&file, "x")]);
        let (_, diagnostics) = site.load();
        let found = only(&diagnostics);
        assert_eq!(found.code.name, "source/misnamed-text", "{file}");
        assert_eq!(found.severity, Severity::Error);
        assert_eq!(found.english().help, ["rename it to `a.md`"]);
    }
}

#[test]
fn a_document_beside_its_post_is_an_enclosure() {
    let site = TestSite::new(&[
        ("content/posts/a/index.md", "x"),
        ("content/posts/a/blankett.docx", "x"),
    ]);
    assert_eq!(site.codes(), [""; 0]);
    let (sources, _) = site.load();
    let form = sources.get(&path("content/posts/a/blankett.docx"));
    assert_eq!(form.expect("published on demand").kind, Kind::Media);
}

#[test]
fn a_post_folder_without_its_text_is_mentioned_once() {
    let site = TestSite::new(&[
        ("content/posts/2021-04-07-resa/a.jpg", "x"),
        ("content/posts/2021-04-07-resa/b.jpg", "x"),
        ("content/posts/hel/index.md", "x"),
        ("content/posts/hel/delar/c.jpg", "x"),
        ("content/posts/bilder/d.jpg", "x"),
        ("content/posts/e.jpg", "x"),
        ("content/posts/2022/f.md", "x"),
        ("content/posts/2022/g.jpg", "x"),
        ("content/posts/annan/index.markdown", "x"),
        ("content/posts/annan/h.jpg", "x"),
    ]);
    assert_eq!(
        site.codes(),
        [
            "source/ignored-file content/posts/2021-04-07-resa",
            "source/misnamed-text content/posts/annan/index.markdown",
        ]
    );
}

#[test]
fn folders_that_mean_nothing_suggest_those_that_do() {
    let cases = [
        ("content/post/a.md", "content/post", "content/posts/"),
        ("content/Posts/a.md", "content/Posts", "content/posts/"),
        ("content/blogg/a.md", "content/blogg", "content/posts/"),
        (
            "content/skribenter/l.md",
            "content/skribenter",
            "content/authors/",
        ),
        ("content/kampanj/a.md", "content/kampanj", "content/posts/"),
        ("posts/a.md", "posts", "content/posts"),
        #[cfg(target_os = "linux")]
        ("Static/a.css", "Static", "static"),
    ];
    for (file, folder, meant) in cases {
        let site = TestSite::new(&[(file, "x")]);
        let (sources, diagnostics) = site.load();
        assert_eq!(only(&diagnostics).file, Some(path(folder)));
        assert!(
            diagnostics[0].english().help[0].contains(meant),
            "{diagnostics:?}"
        );
        assert_eq!(sources.iter().count(), 1, "{file} was read");
    }
    let shared = TestSite::new(&[("content/bilder/a.jpg", "x"), ("content/2021/b.jpg", "x")]);
    assert_eq!(shared.codes(), [""; 0]);
}

#[test]
fn t37_secrets_and_working_files_are_not_published() {
    let secrets = [
        "static/.env",
        "static/.env.local",
        "static/prod.env",
        "static/id_rsa",
        "static/dump.sql",
        "static/.htpasswd",
        "static/bild.psd",
        "static/index.html.bak",
        "static/a.txt~",
        "static/a.orig",
        "static/.hidden",
        "static/plan.draft.pdf",
        "static/UTKAST plan.pdf",
    ];
    let files: Vec<_> = secrets.iter().map(|&file| (file, "x")).collect();
    let site = TestSite::new(&files);
    site.file("static/.git/config", "x");
    site.file("static/ok.txt", "x");
    site.file("static/_drafts/plan.pdf", "x");
    site.file("static/filer/Utkast/plan.pdf", "x");
    let mut expected: Vec<_> = secrets
        .iter()
        .map(|file| format!("source/ignored-file {file}"))
        .collect();
    let folders = ["static/.git", "static/_drafts", "static/filer/Utkast"];
    expected.extend(folders.map(|folder| format!("source/ignored-file {folder}")));
    expected.sort();
    let mut codes = site.codes();
    codes.sort();
    assert_eq!(codes, expected);
    assert_eq!(site.paths(), ["site.yaml", "static/ok.txt"]);
}

#[test]
fn a_folder_called_like_a_post_is_a_folder_and_a_file_called_content_is_an_error() {
    let site = TestSite::new(&[("content/posts/a.md/index.md", "x")]);
    assert_eq!(site.codes(), [""; 0]);
    let site = TestSite::new(&[("templates", "x")]);
    assert_eq!(site.codes(), ["source/unreadable templates"]);
}
