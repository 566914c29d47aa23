//! Mistakes that are found when a page is rendered, and where they stand.

use std::collections::BTreeSet;

use super::*;

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
        error.english().message,
        "components use each other without end"
    );
}

#[test]
fn a_page_that_grows_without_end_is_stopped() {
    let paragraph = "0123456789".repeat(1000);
    let text = format!(
        "{{% for a in range(end=100000) %}}{{% for b in range(end=100000) %}}{paragraph}{{% endfor %}}{{% endfor %}}"
    );
    for (name, path) in [
        ("default", "templates/x.html"),
        ("mine", "themes/mine/templates/x.html"),
    ] {
        let site = [(path, text.as_str()), ("themes/mine/theme.yaml", "api: 1")];
        let (theme, _) = load_named(name, &site, &files(BUILT_IN));
        let error = render(&theme, "x.html").expect_err("it is too large");
        assert_eq!(error.file, Some(SourcePath::new(path)));
    }
    let theme = theme(&[("templates/x.html", &text)]);
    let error = render(&theme, "x.html").expect_err("it is too large");
    assert_eq!(error.code.name, "template/too-large");
    assert_eq!(
        error.english().note.as_deref(),
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
    assert_eq!(error.english().message, "there is no variable `pag`");
    assert_eq!(error.english().help, ["did you mean `page`?"]);
    assert_eq!(
        error.english().note.as_deref(),
        Some("while rendering /2021/04/fred/")
    );
    assert_eq!(at, "pag");
    let (error, at) = render_error(
        "å {{ page.författare }}"
            .replace("författare", "autors")
            .as_str(),
    );
    assert_eq!(
        (error.english().message.as_str(), at.as_str()),
        ("there is no field `autors`", "autors")
    );
    assert_eq!(error.english().help, ["did you mean `authors`?"]);
    let (error, _) = render_error("{{ page.xyz }}");
    assert_eq!(
        error.english().help,
        ["there are `authors`, `date`, `extra`, `none`, `title`"]
    );
}

#[test]
fn what_follows_from_a_mistake_is_not_reported_beside_it() {
    for template in [
        "{{ trans(key='post_count', number=1) }}",
        "{{ trans(key='hme') }}",
        "{% set css = asset(path='style.ccs') %}",
        "{{ page.title | truncate(lenght=3) }}",
    ] {
        let (theme, diagnostics) = load_site(&[("templates/x.html", template)]);
        let error = render(&theme, "x.html").expect_err(template);
        assert_eq!(diagnostics, [*error], "{template}");
    }
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
fn an_unknown_template_is_an_error() {
    let error = render(&theme(&[]), "pots.html").expect_err("it does not exist");
    assert_eq!(error.english().message, "there is no template `pots.html`");
    assert_eq!(error.english().help, ["did you mean `post.html`?"]);
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
fn the_names_for_suggestions_are_those_of_the_engine() {
    let calls = signatures::FILTERS
        .iter()
        .map(|known| format!("{{{{ x | {} }}}}", known.name))
        .chain(
            signatures::TESTS
                .iter()
                .map(|known| format!("{{{{ x is {} }}}}", known.name)),
        )
        .chain(
            signatures::FUNCTIONS
                .iter()
                .map(|known| format!("{{{{ {}() }}}}", known.name)),
        );
    let (_, diagnostics) = load_site(&[("templates/x.html", &calls.collect::<String>())]);
    // Arguments are missing; every name is known.
    let codes: BTreeSet<&str> = diagnostics.iter().map(|d| d.code.name).collect();
    assert_eq!(codes, BTreeSet::from(["template/argument"]));
}

#[test]
fn a_theme_is_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Theme>();
}
