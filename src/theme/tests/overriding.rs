//! Which file is used of several of one name, and themes by their names.

use super::*;

#[test]
fn the_embedded_theme_has_no_mistakes() {
    for language in ["sv", "en", "fi"] {
        let base_url = BaseUrl::parse("https://example.se/").expect("a base URL");
        let parsed = Theme::load(
            &[],
            Options {
                data: &[],
                theme: &Spanned::new("default".into(), Span::default()),
                config: &SourcePath::new("site.yaml"),
                language,
                base_url: &base_url,
                markdown: |text, _, _| text.to_owned(),
            },
        );
        assert_eq!(parsed.diagnostics, [], "{language}");
    }
}

#[test]
fn the_embedded_theme_is_this_repositorys() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let embedded = embedded::files();
    assert!(embedded.len() >= 4);
    for file in embedded {
        let on_disk =
            std::fs::read(root.join(file.path.as_str())).expect("it lies in the repository");
        assert!(*file.bytes == *on_disk, "{} is old: build again", file.path);
    }
}

#[test]
fn a_template_of_the_site_replaces_the_built_in_one() {
    let theme = theme(&[("templates/footer.html", "<p>Egen</p>")]);
    assert_eq!(
        render(&theme, "post.html"),
        Ok("<title>Fred &amp; &quot;frihet&quot;</title><p>Egen</p>".into())
    );
}

#[test]
fn a_template_of_the_site_replaces_one_block() {
    let theme = theme(&[(
        "templates/post.html",
        "{% extends \"default/post.html\" %}{% block title %}{{ super() }} – bloggen{% endblock %}",
    )]);
    assert_eq!(
        render(&theme, "post.html"),
        Ok("<title>Fred &amp; &quot;frihet&quot; – bloggen</title><footer>Start</footer>".into())
    );
}

#[test]
fn a_theme_of_the_site_stands_between_the_site_and_the_built_in() {
    let site = [
        ("themes/mine/theme.yaml", "api: 1\nname: mine\n"),
        (
            "themes/mine/templates/base.html",
            "[{% block title %}{% endblock %}|{% include \"footer.html\" %}]",
        ),
        ("themes/mine/templates/footer.html", "mine"),
        ("themes/mine/strings/sv.yaml", "home: Hem\n"),
        (
            "templates/footer.html",
            "{% include \"mine/footer.html\" %}+{% include \"default/footer.html\" %}",
        ),
        ("themes/other/templates/footer.html", "{% not read %}"),
    ];
    let (theme, diagnostics) = load_named("mine", &site, &files(BUILT_IN));
    assert_eq!(diagnostics, []);
    assert_eq!(
        render(&theme, "post.html"),
        Ok("[Fred &amp; &quot;frihet&quot;|mine+<footer>Hem</footer>]".into())
    );
    assert!(theme.has_template("feed.xml"));
    assert!(!theme.has_template("nothing.html"));
}

#[test]
fn a_file_of_the_sites_default_theme_replaces_the_built_in_file() {
    let theme = theme(&[
        (
            "themes/default/templates/footer.html",
            "<i>{{ trans(key=\"home\") }}</i>",
        ),
        ("themes/default/strings/sv.yaml", "home: Hem\n"),
        ("themes/default/assets/style.css", "body { color: red }"),
    ]);
    // Strings are merged with the built-in ones key by key…
    assert_eq!(render(&theme, "footer.html"), Ok("<i>Hem</i>".into()));
    // …any other file takes the built-in one's place.
    assert_eq!(
        &*theme.asset("style.css").expect("an asset").bytes,
        b"body { color: red }"
    );
    assert!(theme.asset("img/å.png").is_some());
}

#[test]
fn themes_are_found_by_name_and_say_their_version() {
    let (_, diagnostics) = load_named(
        "mien",
        &[("themes/mine/theme.yaml", "api: 1")],
        &files(BUILT_IN),
    );
    assert_eq!(diagnostics.len(), 1);
    assert_eq!(diagnostics[0].english().message, "there is no theme `mien`");
    assert_eq!(diagnostics[0].english().help, ["did you mean `mine`?"]);
    assert_eq!(
        (diagnostics[0].file.clone(), diagnostics[0].span),
        (Some(SourcePath::new("site.yaml")), Some(Span::new(7, 14)))
    );

    let version = |yaml| {
        let (_, diagnostics) = load_named(
            "mine",
            &[("themes/mine/theme.yaml", yaml)],
            &files(BUILT_IN),
        );
        diagnostics
            .into_iter()
            .map(|d| (d.code.name, d.english().message, d.english().help.concat()))
            .collect::<Vec<_>>()
    };
    assert_eq!(version("api: 2"), [("theme/api", "the theme is written for version 2 of the templates' data, and this nitton provides version 1".to_owned(), "adapt the theme, and write `api: 1`".to_owned())]);
    assert_eq!(version("name: mine")[0].0, "theme/manifest");
    assert_eq!(
        version("api: 1\nroot_file: [x]"),
        [(
            "theme/unknown-key",
            "`root_file` means nothing in `theme.yaml`".to_owned(),
            "did you mean `root_files`?".to_owned()
        )]
    );
    assert_eq!(
        version("api: 1\nroot_files: x")[0].2,
        "write `root_files: [favicon.ico]`"
    );
    assert_eq!(
        version("api: 1\nroot_files: [favicon.svg, favicn.svg]"),
        [(
            "template/unknown-asset",
            "there is no asset `favicn.svg`".to_owned(),
            "did you mean `favicon.svg`?".to_owned()
        )]
    );
    let (_, diagnostics) = load_named(
        "mine",
        &[("themes/mine/templates/x.html", "")],
        &files(BUILT_IN),
    );
    assert_eq!(
        diagnostics[0].english().message,
        "the theme `mine` has no `theme.yaml`"
    );
}

#[test]
fn what_is_not_a_template_is_mentioned() {
    let (_, diagnostics) = load_site(&[
        ("templates/post.htlm", "x"),
        ("templates/default/post.html", "x"),
        ("templates/.post.html.swp", "x"),
        ("templates/post.html~", "x"),
    ]);
    let found: Vec<_> = diagnostics
        .iter()
        .map(|d| (d.code.name, d.file.as_ref().map(SourcePath::as_str)))
        .collect();
    assert_eq!(
        found,
        [
            ("template/ignored-file", Some("templates/post.htlm")),
            (
                "template/reserved-folder",
                Some("templates/default/post.html")
            ),
        ]
    );
}

/// The file itself is reported where it is read; the theme adds nothing to that.
#[test]
fn a_file_that_is_not_utf_8_is_passed_over() {
    for path in [
        "templates/post.html",
        "templates/base.html",
        "themes/default/assets/style.css",
        "themes/default/strings/sv.yaml",
        "themes/default/theme.yaml",
    ] {
        let mut site = files(&[]);
        site.push(ThemeFile {
            path: SourcePath::new(path),
            bytes: Arc::from(&b"\xe5"[..]),
        });
        let base_url = BaseUrl::parse("https://blogg.example.se/").expect("a base URL");
        let options = Options {
            data: &[],
            theme: &Spanned::new("default".to_owned(), Span::new(0, 0)),
            config: &SourcePath::new("site.yaml"),
            language: "sv",
            base_url: &base_url,
            markdown: |text, _, _| text.to_owned(),
        };
        assert_eq!(
            load(&site, &files(BUILT_IN), options).diagnostics,
            [],
            "{path}"
        );
    }
}

/// Only what lies in `templates/` itself is read as text.
#[test]
fn a_picture_in_a_folder_of_assets_called_templates_is_published() {
    let mut site = files(&[]);
    site.push(ThemeFile {
        path: SourcePath::new("themes/default/assets/templates/a.bin"),
        bytes: Arc::from(&b"\xe5"[..]),
    });
    let base_url = BaseUrl::parse("https://blogg.example.se/").expect("a base URL");
    let options = Options {
        data: &[],
        theme: &Spanned::new("default".to_owned(), Span::new(0, 0)),
        config: &SourcePath::new("site.yaml"),
        language: "sv",
        base_url: &base_url,
        markdown: |text, _, _| text.to_owned(),
    };
    let theme = load(&site, &files(BUILT_IN), options)
        .value
        .expect("a theme");
    assert!(theme.asset("templates/a.bin").is_some());
}
