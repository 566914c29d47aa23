//! Overriding, errors with their places, functions, assets.

use super::*;
use crate::diagnostic::Span;

/// A small default theme.
const BUILT_IN: &[(&str, &str)] = &[
    (
        "themes/default/theme.yaml",
        "api: 1\nroot_files: [favicon.svg]\n",
    ),
    (
        "themes/default/strings/en.yaml",
        "home: Home\nby: \"By {authors}\"\npost_count: {one: \"{n} post\", other: \"{n} posts\"}\n",
    ),
    (
        "themes/default/strings/sv.yaml",
        "home: Start\nby: \"Av {authors}\"\npost_count: {one: \"{n} inlägg\", other: \"{n} inlägg\"}\n",
    ),
    (
        "themes/default/templates/base.html",
        "<title>{% block title %}Blogg{% endblock %}</title>{% include \"footer.html\" %}",
    ),
    (
        "themes/default/templates/post.html",
        "{% extends \"base.html\" %}{% block title %}{{ page.title }}{% endblock %}",
    ),
    (
        "themes/default/templates/footer.html",
        "<footer>{{ trans(key=\"home\") }}</footer>",
    ),
    (
        "themes/default/templates/feed.xml",
        "<t>{{ page.title }}</t>",
    ),
    (
        "themes/default/assets/style.css",
        "body { background: url(\"img/å.png\") }",
    ),
    ("themes/default/assets/img/å.png", "PNG"),
    ("themes/default/assets/favicon.svg", "<svg/>"),
];

fn files(files: &[(&str, &str)]) -> Vec<ThemeFile> {
    files
        .iter()
        .map(|(path, text)| ThemeFile::new(SourcePath::new(path), text))
        .collect()
}

/// Loads a theme by name over the small default one.
fn load_named(
    theme: &str,
    site: &[(&str, &str)],
    built_in: &[ThemeFile],
) -> (Theme, Vec<Diagnostic>) {
    let base_url = BaseUrl::parse("https://blogg.example.se/mr/").expect("a base URL");
    let parsed = load(
        &files(site),
        built_in,
        Options {
            theme: &Spanned::new(theme.to_owned(), Span::new(7, 14)),
            config: &SourcePath::new("site.yaml"),
            language: "sv",
            base_url: &base_url,
            markdown: |text, _, _| format!("<em>{}</em>", text.trim_matches('*')),
        },
    );
    (parsed.value.expect("a theme"), parsed.diagnostics)
}

fn load_site(site: &[(&str, &str)]) -> (Theme, Vec<Diagnostic>) {
    load_named("default", site, &files(BUILT_IN))
}

/// A theme without mistakes.
#[track_caller]
fn theme(site: &[(&str, &str)]) -> Theme {
    let (theme, diagnostics) = load_site(site);
    assert_eq!(diagnostics, []);
    theme
}

/// A page about a post.
fn context() -> Context {
    let mut context = Context::new();
    context.insert(
        "page",
        &serde_json::json!({
            "title": "Fred & \"frihet\"",
            "date": {"iso": "2021-04-07T09:30:00+02:00"},
            "authors": [{"name": "Åsa"}, {"name": "Bo"}, {"name": "<C>"}],
            "none": null,
        }),
    );
    context.insert("current", &serde_json::json!({"path": "/2021/04/fred/"}));
    context
}

fn render(theme: &Theme, template: &str) -> Result<String, Box<Diagnostic>> {
    let mut out = b"before ".to_vec();
    let result = theme.render(template, &context(), &mut out);
    let text = String::from_utf8(out).expect("UTF-8");
    match result {
        Ok(()) => Ok(text
            .strip_prefix("before ")
            .expect("what was there stays")
            .to_owned()),
        Err(diagnostic) => {
            assert_eq!(text, "before ", "an error leaves nothing behind");
            Err(diagnostic)
        }
    }
}

/// The rendering of one template of a site.
#[track_caller]
fn rendered(text: &str) -> String {
    render(&theme(&[("templates/x.html", text)]), "x.html").expect("it renders")
}

/// What goes wrong when one template of a site is rendered, and what its span holds.
#[track_caller]
fn render_error(text: &str) -> (Diagnostic, String) {
    let theme = theme(&[("templates/x.html", text)]);
    let diagnostic = *render(&theme, "x.html").expect_err("it can't be rendered");
    let spanned = at(&diagnostic, &[("templates/x.html", text)]);
    (diagnostic, spanned)
}

/// The text at a diagnostic's place.
#[track_caller]
fn at(diagnostic: &Diagnostic, site: &[(&str, &str)]) -> String {
    let file = diagnostic.file.as_ref().expect("a file").as_str();
    let span = diagnostic.span.expect("a span");
    let (_, text) = site
        .iter()
        .find(|(path, _)| *path == file)
        .expect("a file of the site");
    text[span.start..span.end].to_owned()
}

/// What is wrong with a site's templates: code, message, spanned text, first help.
#[track_caller]
fn assert_problems(site: &[(&str, &str)], expected: &[(&str, &str, &str, &str, &str)]) {
    let (_, diagnostics) = load_site(site);
    let found: Vec<_> = diagnostics
        .iter()
        .map(|d| {
            let file = d.file.as_ref().expect("a file").to_string();
            let help = d.help.first().cloned().unwrap_or_default();
            (d.code.name, file, at(d, site), d.message.clone(), help)
        })
        .collect();
    let found: Vec<_> = found
        .iter()
        .map(|(code, file, at, message, help)| {
            (
                *code,
                file.as_str(),
                at.as_str(),
                message.as_str(),
                help.as_str(),
            )
        })
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn the_embedded_theme_has_no_mistakes() {
    for language in ["sv", "en", "fi"] {
        let base_url = BaseUrl::parse("https://example.se/").expect("a base URL");
        let parsed = Theme::load(
            &[],
            Options {
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
fn output_is_escaped_in_html_and_xml() {
    let theme = theme(&[("templates/plain.txt", "{{ page.title }}")]);
    assert_eq!(
        render(&theme, "feed.xml"),
        Ok("<t>Fred &amp; &quot;frihet&quot;</t>".into())
    );
    assert_eq!(render(&theme, "plain.txt"), Ok("Fred & \"frihet\"".into()));
}

#[test]
fn texts_take_numbers_and_html() {
    assert_eq!(
        rendered(
            "{{ trans(key=\"post_count\", count=1) }} {{ trans(key=\"post_count\", count=20000) }}"
        ),
        "1 inlägg 20000 inlägg"
    );
    assert_eq!(
        rendered("{{ trans(key=\"by\", authors=\"<A>\") }}"),
        "Av &lt;A&gt;"
    );
    assert_eq!(
        rendered(
            "{% set links %}<a>{{ page.title }}</a>{% endset %}{{ trans(key=\"by\", authors=links) }}"
        ),
        "Av <a>Fred &amp; &quot;frihet&quot;</a>"
    );
}

#[test]
fn filters() {
    assert_eq!(
        rendered("{{ page.date | date(format=\"%A %-d %B %H:%M\") }}, {{ \"2021-04-07\" | date }}")
            .split(", ")
            .nth(1),
        Some("2021-04-07")
    );
    assert_eq!(
        rendered("{{ page.authors | join_names }}"),
        "Åsa, Bo, &lt;C&gt;"
    );
    assert_eq!(
        rendered("{% set a %}<b>A</b>{% endset %}{{ [a, \"B & C\"] | join_names }}"),
        "<b>A</b>, B &amp; C"
    );
    assert_eq!(
        rendered("{{ \"SKR:s roll\" | slugify }}{{ \";)\" | slugify }}"),
        "skrs-roll"
    );
    assert_eq!(rendered("{{ \"*x*\" | markdown }}"), "<em>x</em>");
    assert_eq!(rendered("{{ 12 | number }} {{ 1.5 | number }}"), "12 1.5");
}

#[test]
fn addresses_have_the_base_path() {
    assert_eq!(
        rendered("{{ get_url(path=\"/om oss/å/#a\") }}"),
        "/mr/om%20oss/%C3%A5/#a"
    );
    let theme = theme(&[(
        "templates/x.html",
        "{% set css = asset(path=\"style.css\") %}{{ css.url }} {{ css.integrity }} {% set icon = asset(path=\"favicon.svg\") %}{{ icon.url }}",
    )]);
    let css = theme.asset("style.css").expect("an asset");
    assert_eq!(
        render(&theme, "x.html"),
        Ok(format!("/mr{} {} /mr/favicon.svg", css.url, css.integrity))
    );
}

#[test]
fn assets_are_named_by_their_content() {
    let theme = theme(&[]);
    let image = theme.asset("img/å.png").expect("an asset");
    let css = theme.asset("style.css").expect("an asset");
    let name = image
        .url
        .as_str()
        .strip_prefix("/assets/img/")
        .expect("its folder");
    assert!(
        name.starts_with("å.")
            && name.ends_with(".png")
            && name.len() == "å.0123456789ab.png".len(),
        "{name}"
    );
    let expected = format!(
        "body {{ background: url(\"{}\") }}",
        crate::path::encode_path(&format!("img/{name}"))
    );
    assert_eq!(std::str::from_utf8(&css.bytes), Ok(expected.as_str()));
    assert_eq!(css.integrity.len(), "sha384-".len() + 64);
    // The name of a style sheet changes with what it refers to.
    let other = self::theme(&[("themes/default/assets/img/å.png", "other")]);
    assert_ne!(other.asset("style.css").expect("an asset").url, css.url);
    assert_eq!(other.assets().count(), 3);
}

#[test]
fn style_sheets_refer_to_what_there_is() {
    let css = "@import \"b.css\";a{b:url(nope.png);c:url(https://fonts.example/x.woff2);d:url(data:,x);e:url(/uploads/x.png?v=1);f:url(#g);h:url(favicon.svg#i)}";
    let site = [
        ("themes/default/assets/style.css", css),
        ("themes/default/assets/b.css", "@import url(style.css);"),
    ];
    assert_problems(
        &site,
        &[
            (
                "theme/asset",
                "themes/default/assets/style.css",
                "b.css",
                "`style.css` imports `b.css`, which leads back to it",
                "import each style sheet from one that nothing imports",
            ),
            (
                "template/unknown-asset",
                "themes/default/assets/style.css",
                "nope.png",
                "there is no asset `nope.png`",
                "put the file into the theme's folder: `assets/nope.png`",
            ),
            (
                "theme/external-asset",
                "themes/default/assets/style.css",
                "https://fonts.example/x.woff2",
                "`https://fonts.example/x.woff2` would make readers' browsers ask another site, which then knows them",
                "put the file into the theme's `assets/`, and refer to it by its name",
            ),
        ],
    );
    let (theme, _) = load_site(&site);
    let published = theme.asset("style.css").expect("an asset");
    let published = std::str::from_utf8(&published.bytes).expect("UTF-8");
    assert!(
        published.contains(
            "d:url(data:,x);e:url(/mr/uploads/x.png?v=1);f:url(#g);h:url(../favicon.svg#i)"
        ),
        "{published}"
    );
}

#[test]
fn a_syntax_error_in_each_template_is_found_at_once() {
    assert_problems(
        &[
            (
                "templates/a.html",
                "åä {% if page.title %}\n  ö {{ page.title | }}\n{% endif %}",
            ),
            ("templates/b.html", "<p>{{ page.title }</p>"),
        ],
        &[
            (
                "template/syntax",
                "templates/a.html",
                "}}",
                "found `}}` but expected identifier",
                "",
            ),
            (
                "template/syntax",
                "templates/b.html",
                "}",
                "found `}` but expected }}",
                "",
            ),
        ],
    );
}

#[test]
fn names_that_do_not_exist_are_found_before_anything_is_rendered() {
    assert_problems(
        &[(
            "templates/x.html",
            "ä {{ page.title | slugfy }}\nå {% include \"fotter.html\" %}\n{{ tran(key=\"x\") }}{% if 1 is defind %}{% endif %}{{<Kort />}}",
        )],
        &[
            (
                "template/unknown",
                "templates/x.html",
                "slugfy",
                "there is no filter `slugfy`",
                "did you mean `slugify`?",
            ),
            (
                "template/unknown",
                "templates/x.html",
                "\"fotter.html\"",
                "there is no template `fotter.html`",
                "did you mean `footer.html`?",
            ),
            (
                "template/unknown",
                "templates/x.html",
                "tran(key=\"x\")",
                "there is no function `tran`",
                "did you mean `trans`?",
            ),
            (
                "template/unknown",
                "templates/x.html",
                "defind",
                "there is no test `defind`",
                "did you mean `defined`?",
            ),
            (
                "template/unknown",
                "templates/x.html",
                "<Kort />",
                "there is no component `Kort`",
                "",
            ),
        ],
    );
}

#[test]
fn texts_and_assets_are_checked_in_every_template() {
    assert_problems(
        &[(
            "templates/unused.html",
            "å {{ trans(key=\"hme\") }}{% set style = asset(path='style.ccs') %}",
        )],
        &[
            (
                "template/unknown-text",
                "templates/unused.html",
                "hme",
                "there is no text `hme`",
                "did you mean `home`?",
            ),
            (
                "template/unknown-asset",
                "templates/unused.html",
                "style.ccs",
                "there is no asset `style.ccs`",
                "did you mean `style.css`?",
            ),
        ],
    );
}

/// A theme from somebody else sees what it is given, and nothing else.
#[test]
fn templates_reach_nothing_outside() {
    for template in [
        "{% include \"/etc/passwd\" %}",
        "{% include \"../../site.yaml\" %}",
        "{% extends \"../site.yaml\" %}",
        "{{ get_env(name=\"HOME\") }}",
        "{{ load_data(path=\"/etc/passwd\") }}",
        "{{ load_data(url=\"https://example.org/\") }}",
        "{{ now() }}",
        "{{ get_random(start=0, end=9) }}",
        "{{ read(path=\"x\") }}",
    ] {
        let (_, diagnostics) = load_site(&[("templates/x.html", template)]);
        assert_eq!(diagnostics.len(), 1, "{template}");
        assert_eq!(diagnostics[0].code.name, "template/unknown", "{template}");
    }
    for address in [
        "//evil.example/",
        "https://evil.example/",
        "javascript:alert(1)",
        "/a/../../b",
    ] {
        let (error, _) = render_error(&format!("{{{{ get_url(path=\"{address}\") }}}}"));
        assert!(
            error
                .message
                .starts_with(&format!("`{address}` is not a path of the site"))
        );
    }
}

#[test]
fn parents_and_blocks_must_exist() {
    assert_problems(
        &[("templates/x.html", "{% extends \"bsae.html\" %}")],
        &[(
            "template/unknown",
            "templates/x.html",
            "bsae.html",
            "there is no template `bsae.html` to extend",
            "did you mean `base.html`?",
        )],
    );
    assert_problems(
        &[(
            "templates/x.html",
            "{% extends \"base.html\" %}{% block tilte %}{% endblock %}",
        )],
        &[(
            "template/unknown-block",
            "templates/x.html",
            "tilte",
            "no template that this one extends has a block `tilte`, so nothing would show it",
            "",
        )],
    );
}

#[test]
fn a_component_is_defined_once_a_layer() {
    let component = "{% component kort() %}x{% endcomponent kort %}";
    let site = [
        ("templates/a.html", component),
        ("templates/b.html", component),
    ];
    let (_, diagnostics) = load_site(&site);
    assert_eq!(diagnostics.len(), 1);
    assert_eq!(
        diagnostics[0].message,
        "the component `kort` is defined twice"
    );
    assert_eq!(
        diagnostics[0].file,
        Some(SourcePath::new("templates/b.html"))
    );
    assert_eq!(
        diagnostics[0].labels[0].file,
        SourcePath::new("templates/a.html")
    );

    // The site's own takes the place of a theme's.
    let own = theme(&[
        ("themes/default/templates/c.html", component),
        (
            "templates/d.html",
            "{% component kort() %}own{% endcomponent kort %}",
        ),
        ("templates/x.html", "{{<kort />}}"),
    ]);
    assert_eq!(render(&own, "x.html"), Ok("own".into()));
}

#[test]
fn circles_are_found_at_load() {
    assert_problems(
        &[("templates/post.html", "{% extends \"post.html\" %}")],
        &[(
            "template/circle",
            "templates/post.html",
            "post.html",
            "the template `post.html` extends itself",
            "to extend the template that this one overrides, write `{% extends \"default/post.html\" %}`",
        )],
    );
    assert_problems(
        &[
            ("templates/a.html", "{% extends \"b.html\" %}"),
            ("templates/b.html", "{% extends \"a.html\" %}"),
        ],
        &[(
            "template/circle",
            "templates/a.html",
            "b.html",
            "templates extend each other in a circle: `a.html` → `b.html` → `a.html`",
            "let one of them stand on its own",
        )],
    );
    assert_problems(
        &[("templates/footer.html", "{% include \"footer.html\" %}")],
        &[(
            "template/circle",
            "templates/footer.html",
            "footer.html",
            "the template `footer.html` includes itself",
            "",
        )],
    );
}

/// The engine follows none of these, and would exhaust the stack.
#[test]
fn circles_that_the_engine_does_not_see_are_found_at_load() {
    let (_, diagnostics) = load_site(&[
        (
            "templates/a.html",
            "{% block x %}{% include \"c.html\" %}{% endblock %}",
        ),
        (
            "templates/c.html",
            "{% extends \"a.html\" %}{% block x %}{{ super() }}{% endblock %}",
        ),
    ]);
    assert_eq!(diagnostics[0].code.name, "template/included-child");
    assert_eq!(
        diagnostics[0].labels[0].file,
        SourcePath::new("templates/c.html")
    );
    assert_problems(
        &[
            (
                "templates/a.html",
                "{% block x %}{% block y %}{% endblock %}{% endblock %}",
            ),
            (
                "templates/b.html",
                "{% extends \"a.html\" %}{% block y %}{% block x %}{{ super() }}{% endblock %}{% endblock %}",
            ),
        ],
        &[(
            "template/circle",
            "templates/b.html",
            "y",
            "the block `y` would contain itself: it stands in another block here and around it in a parent, or the other way round",
            "write the blocks one after the other, not one in the other",
        )],
    );
    assert_problems(
        &[
            (
                "templates/a.html",
                "{% component x() %}{% include \"b.html\" %}{% endcomponent x %}",
            ),
            ("templates/b.html", "{{<x />}}"),
        ],
        &[(
            "template/circle",
            "templates/a.html",
            "b.html",
            "templates include each other in a circle: `x` → `b.html` → `x`",
            "",
        )],
    );
}

#[test]
fn chains_of_templates_have_an_end() {
    let names: Vec<(String, String)> = (0..20)
        .map(|i| {
            (
                format!("templates/t{i:02}.html"),
                format!("{{% include \"t{:02}.html\" %}}", i + 1),
            )
        })
        .chain([("templates/t20.html".to_owned(), "end".to_owned())])
        .collect();
    let site: Vec<(&str, &str)> = names
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    let (_, diagnostics) = load_site(&site);
    assert!(!diagnostics.is_empty());
    assert!(
        diagnostics
            .iter()
            .all(|d| d.code.name == "template/too-deep"),
        "{diagnostics:#?}"
    );
    let (theme, diagnostics) = load_site(&site[12..]);
    assert_eq!(diagnostics, []);
    assert_eq!(render(&theme, "t12.html"), Ok("end".into()));
}

/// Blocks in one another, `open` and `close` around what lies in them.
fn nested_blocks(open: &str, inner: &str) -> String {
    let opened: String = (0..6)
        .map(|i| format!("{{% block b{i} %}}{open}"))
        .collect();
    opened + inner + &"{% endblock %}".repeat(6)
}

/// The deepest that the limits let through, on a thread with the usual stack:
/// blocks in blocks in each of eight parents, eight includes, then a component
/// that uses itself.
#[test]
fn recursion_is_an_error_and_never_exhausts_the_stack() {
    let mut texts = vec![
        (
            "templates/c.html".to_owned(),
            "{% component Again() %}{% if true %}{{<Again />}}{% endif %}{% endcomponent Again %}"
                .to_owned(),
        ),
        (
            "templates/p0.html".to_owned(),
            nested_blocks("", "{% include \"t1.html\" %}"),
        ),
        (
            "templates/t8.html".to_owned(),
            nested_blocks("", "{{<Again />}}"),
        ),
    ];
    for i in 0..8 {
        texts.push((
            format!("templates/p{}.html", i + 1),
            format!(
                "{{% extends \"p{i}.html\" %}}{}",
                nested_blocks("{{ super() }}", "")
            ),
        ));
        texts.push((
            format!("templates/t{i}.html"),
            nested_blocks("", &format!("{{% include \"t{}.html\" %}}", i + 1)),
        ));
    }
    let site: Vec<(&str, &str)> = texts
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    let theme = theme(&site);
    let error = render(&theme, "p8.html").expect_err("it has no end");
    assert_eq!(error.code.name, "template/too-deep");
    assert_eq!(
        error.message,
        "maximum render recursion depth for components exceeded"
    );
}

#[test]
fn a_page_that_grows_without_end_is_stopped() {
    let paragraph = "0123456789".repeat(1000);
    let text = format!(
        "{{% for a in range(end=100000) %}}{{% for b in range(end=100000) %}}{paragraph}{{% endfor %}}{{% endfor %}}"
    );
    let theme = theme(&[("templates/x.html", &text)]);
    let error = render(&theme, "x.html").expect_err("it is too large");
    assert_eq!(error.code.name, "template/too-large");
    assert_eq!(error.file, Some(SourcePath::new("templates/x.html")));
    assert_eq!(
        error.note.as_deref(),
        Some("while rendering /2021/04/fred/")
    );
}

#[test]
fn a_place_behind_a_text_of_the_language_is_that_in_the_file() {
    for text in [
        r#"{{ trans(key="home") }}å{{ trans(key="home") }} {{ pag.title }}"#,
        "\u{feff}{{ trans(key='home') }}\n{{ trans(key='home') }}{{ pag.title }}",
    ] {
        let (error, at) = render_error(text);
        assert_eq!(error.code.name, "template/undefined");
        assert_eq!(at, "pag", "{text}");
    }
}

#[test]
fn an_undefined_variable_is_an_error_with_a_place_and_the_page() {
    let (error, at) = render_error("å\n  {{ pag.title }}");
    assert_eq!(error.code.name, "template/undefined");
    assert_eq!(error.message, "there is no variable `pag`");
    assert_eq!(error.help, ["did you mean `page`?"]);
    assert_eq!(
        error.note.as_deref(),
        Some("while rendering /2021/04/fred/")
    );
    assert_eq!(at, "pag");
    let (error, at) = render_error(
        "å {{ page.författare }}"
            .replace("författare", "autors")
            .as_str(),
    );
    assert_eq!(
        (error.message.as_str(), at.as_str()),
        ("there is no field `autors`", "autors")
    );
    assert_eq!(error.help, ["did you mean `authors`?"]);
    let (error, _) = render_error("{{ page.xyz }}");
    assert_eq!(error.help, ["there are `authors`, `date`, `none`, `title`"]);
}

#[test]
fn a_byte_order_mark_is_not_rendered_and_places_count_it() {
    assert_eq!(rendered("\u{feff}å"), "å");
    let (_, at) = render_error("\u{feff}å\r\n{{ nothing }}");
    assert_eq!(at, "nothing");
    let site = [(
        "templates/x.html",
        "\u{feff}å\r\n{{ 1 | abz }}{{ trans(key=\"hem\") }}",
    )];
    let (_, diagnostics) = load_site(&site);
    let places: Vec<String> = diagnostics.iter().map(|d| self::at(d, &site)).collect();
    assert_eq!(places, ["hem", "abz"]);
}

#[test]
fn errors_name_the_templates_that_led_to_them() {
    let site = [
        ("templates/x.html", "å {% include \"y.html\" %}"),
        ("templates/y.html", "{% include \"z.html\" %}"),
        ("templates/z.html", "{{ nothing.here }}"),
    ];
    let theme = theme(&site);
    let error = *render(&theme, "x.html").expect_err("undefined");
    assert_eq!(at(&error, &site), "nothing");
    let callers: Vec<(String, String)> = error
        .labels
        .iter()
        .map(|label| {
            let span = label.span.expect("a span");
            let (_, text) = site
                .iter()
                .find(|(path, _)| *path == label.file.as_str())
                .expect("a file");
            (
                label.file.to_string(),
                text[span.start..span.end].to_owned(),
            )
        })
        .collect();
    assert_eq!(
        callers,
        [
            ("templates/y.html".to_owned(), "\"z.html\"".to_owned()),
            ("templates/x.html".to_owned(), "\"y.html\"".to_owned()),
        ]
    );
}

#[test]
fn what_our_functions_refuse_has_a_way_out() {
    for (text, code, message, help) in [
        (
            "{{ trans(key=\"hom\" ~ \"\") }}",
            "template/unknown-text",
            "there is no text `hom`",
            "did you mean `home`?",
        ),
        (
            "{{ trans(key=\"by\") }}",
            "template/render",
            "the text `by` needs `authors`",
            "write `trans(key=\"by\", authors=…)`",
        ),
        (
            "{{ trans(key=\"post_count\") }}",
            "template/render",
            "the text `post_count` needs `count`",
            "write `trans(key=\"post_count\", count=…)`",
        ),
        (
            "{% set x = asset(path=\"style\" ~ \".cs\") %}",
            "template/unknown-asset",
            "there is no asset `style.cs`",
            "did you mean `style.css`?",
        ),
        (
            "{{ get_url(path=\"om\") }}",
            "template/render",
            "`om` is not a path of the site",
            "write a path that begins with `/`",
        ),
        (
            "{{ get_url(path=\"/../x/\") }}",
            "template/render",
            "`/../x/` is not a path of the site: it contains `.` or `..` as a part",
            "write a path like `/om/`",
        ),
        (
            "{{ page.title | date }}",
            "template/render",
            "`Fred & \"frihet\"` is not a date",
            "give a date of a post, or a text like \"2021-04-07\"",
        ),
        (
            "{{ page.title | number }}",
            "template/render",
            "`Fred & \"frihet\"` is not a number",
            "the filter `number` takes numbers only",
        ),
        (
            "{{ page.title | join_names }}",
            "template/render",
            "this is not a list of names",
            "the filter `join_names` takes a list of texts, or of things with a `name`",
        ),
    ] {
        let (error, _) = render_error(text);
        assert_eq!(
            (error.code.name, error.message.as_str()),
            (code, message),
            "{text}"
        );
        assert_eq!(error.help, [help], "{text}");
    }
}

#[test]
fn an_unknown_template_is_an_error() {
    let error = render(&theme(&[]), "pots.html").expect_err("it does not exist");
    assert_eq!(error.message, "there is no template `pots.html`");
    assert_eq!(error.help, ["did you mean `post.html`?"]);
}

#[test]
fn templates_with_errors_are_not_rendered_but_texts_and_assets_are_there() {
    let (theme, diagnostics) = load_site(&[("templates/x.html", "{{")]);
    assert_eq!(diagnostics.len(), 1);
    assert!(render(&theme, "post.html").is_err());
    assert_eq!(theme.locale().text("home"), Some("Start"));
    assert_eq!(theme.assets().count(), 3);
}

#[test]
fn themes_are_found_by_name_and_say_their_version() {
    let (_, diagnostics) = load_named(
        "mien",
        &[("themes/mine/theme.yaml", "api: 1")],
        &files(BUILT_IN),
    );
    assert_eq!(diagnostics.len(), 1);
    assert_eq!(diagnostics[0].message, "there is no theme `mien`");
    assert_eq!(diagnostics[0].help, ["did you mean `mine`?"]);
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
            .map(|d| (d.code.name, d.message, d.help.concat()))
            .collect::<Vec<_>>()
    };
    assert_eq!(version("api: 2"), [("theme/api", "the theme is written for version 2 of the templates' data, and this nitton gives version 1".to_owned(), "adapt the theme, and write `api: 1`".to_owned())]);
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
        diagnostics[0].message,
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

#[test]
fn a_file_that_is_not_utf_8_is_an_error() {
    let mut site = files(&[]);
    site.push(ThemeFile {
        path: SourcePath::new("templates/x.html"),
        bytes: Arc::from(&b"\xe5"[..]),
    });
    let mut diagnostics = Vec::new();
    layers::layers("default", &site, &files(BUILT_IN), &mut diagnostics);
    assert_eq!(diagnostics[0].message, "this file is not UTF-8 text");
}

#[test]
fn the_names_for_suggestions_are_those_of_the_engine() {
    let filters: String = functions::FILTERS
        .iter()
        .map(|name| format!("{{{{ x | {name} }}}}"))
        .collect();
    let tests: String = functions::TESTS
        .iter()
        .map(|name| format!("{{{{ x is {name} }}}}"))
        .collect();
    let functions: String = functions::FUNCTIONS
        .iter()
        .filter(|name| **name != "super")
        .map(|name| format!("{{{{ {name}(x=1) }}}}"))
        .collect();
    let (_, diagnostics) = load_site(&[("templates/x.html", &(filters + &tests + &functions))]);
    assert_eq!(diagnostics, []);
}

#[test]
fn a_theme_is_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Theme>();
}

/// Pieces from which templates with all kinds of mistakes are put together.
const PIECES: &[&str] = &[
    "{{",
    "}}",
    "{%",
    "%}",
    "{#",
    "#}",
    "-",
    " ",
    "\n",
    "\r\n",
    "å",
    "\"",
    "'",
    "x",
    "page",
    ".",
    "[",
    "]",
    "(",
    ")",
    "|",
    "=",
    ",",
    "{",
    "}",
    "<",
    "/>",
    "~",
    "1",
    "0",
    "%",
    "**",
    "if",
    "else",
    "endif",
    "for a in page.authors",
    "endfor",
    "block b",
    "endblock",
    "set x =",
    "endset",
    "extends",
    "include",
    "\"base.html\"",
    "super()",
    "raw",
    "endraw",
    "component c(a)",
    "endcomponent c",
    "<c a={1} />",
    "trans(key=\"home\")",
    "date",
    "length",
    "is",
    "not",
    "{{ page.title }}",
    "{{ page.none }}",
    "{{ page.title[1:] }}",
    "{{ page.authors | join_names }}",
    "{% if x %}",
    "{{ page.title | truncate(length=2) }}",
    "{{ 1 / 0 }}",
    "{{ page.authors[9].name }}",
    "{% endif %}",
];

proptest::proptest! {
    #[test]
    fn no_template_makes_it_panic(
        pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..14),
        tail in ".{0,6}",
    ) {
        let text = pieces.concat() + &tail;
        let site = [("templates/x.html", text.as_str())];
        let (theme, diagnostics) = load_site(&site);
        let rendered = render(&theme, "x.html");
        proptest::prop_assert!(diagnostics.iter().all(|d| d.file.is_some()), "{:?}", diagnostics);
        let of_render = rendered.err().into_iter().map(|d| *d);
        for diagnostic in diagnostics.into_iter().chain(of_render) {
            if let (Some(span), Some("templates/x.html")) =
                (diagnostic.span, diagnostic.file.as_ref().map(SourcePath::as_str))
            {
                proptest::prop_assert!(text.get(span.start..span.end).is_some(), "{:?}", diagnostic);
            }
        }
    }

    #[test]
    fn no_style_sheet_makes_it_panic(
        pieces in proptest::collection::vec(proptest::sample::select(
            &["url(", "\"", "'", ")", "@import", "/*", "*/", "\\", "å", " ", "b.css", "../", "style.css", "#", "?", "%", "data:", ":", "//", "/"][..]
        ), 0..12),
    ) {
        let css = pieces.concat();
        let (theme, _) = load_site(&[("themes/default/assets/style.css", &css), ("themes/default/assets/b.css", "@import 'style.css';")]);
        proptest::prop_assert!(theme.asset("style.css").is_some());
    }
}
