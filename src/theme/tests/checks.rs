//! Mistakes that are found before anything is rendered.

use super::*;

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
                "a name should be here",
                "",
            ),
            (
                "template/syntax",
                "templates/b.html",
                "}",
                "`}}` should be here",
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
                .english()
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
            "did you mean `title`?",
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
        diagnostics[0].english().message,
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
            "the block `y` would contain itself: it is inside another block here and around it in a parent, or the other way round",
            "write the blocks one after the other, not one inside the other",
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
