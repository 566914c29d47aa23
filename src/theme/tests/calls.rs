//! What templates can call, and what comes out.

use super::*;

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
                "put the file in the theme's folder: `assets/nope.png`",
            ),
            (
                "theme/external-asset",
                "themes/default/assets/style.css",
                "https://fonts.example/x.woff2",
                "`https://fonts.example/x.woff2` would make readers' browsers contact another site, which then learns who they are",
                "put the file in the theme's `assets/`, and refer to it by its name",
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
fn no_spelling_hides_another_site_in_a_style_sheet() {
    for (css, place, message) in [
        (
            "a{b:image-set(\"https://e.example/x\" 2x)}",
            "https://e.example/x",
            "`https://e.example/x` would",
        ),
        (
            "@\\69mport '//e.example/x';",
            "//e.example/x",
            "`//e.example/x` would",
        ),
        (
            "a{b:u\\72l(https://e.example/x)}",
            "https://e.example/x",
            "`https://e.example/x` would",
        ),
        (
            "a{b:url(\"/\\5c e.example/x\")}",
            "/\\5c e.example/x",
            "`/\\e.example/x` would",
        ),
        (
            "a{b:url(\"/\\9/e.example/x\")}",
            "/\\9/e.example/x",
            "`/\t/e.example/x` would",
        ),
        (
            "a{b:url(\"ht\ttps://e.example/x\")}",
            "ht\ttps://e.example/x",
            "`ht\ttps://e.example/x` would",
        ),
        (
            "a{--b:url(https:e.example)}",
            "https:e.example",
            "`https:e.example` would",
        ),
        (
            "a{b:image-set(var(--c) 1x)}",
            "var(",
            "`var()` is used instead of an address",
        ),
        (
            "@import url(\"data:text/css,x\");",
            "data:text/css,x",
            "a style sheet that is imported from",
        ),
    ] {
        let (_, problems) = load_site(&[("themes/default/assets/style.css", css)]);
        let [problem] = &problems[..] else {
            panic!("{css}: {problems:?}");
        };
        assert_eq!(problem.code.name, "theme/external-asset", "{css}");
        assert!(
            problem.english().message.starts_with(message),
            "{}",
            problem.english().message
        );
        assert!(!problem.help.is_empty());
        let span = problem.span.expect("a place");
        assert_eq!(&css[span.start..span.end], place);
    }
    // Hosts know a style sheet by its extension in any case.
    let site = [("themes/default/assets/More.CSS", "@import '//e.example/x';")];
    let (_, problems) = load_site(&site);
    assert_eq!(problems.len(), 1, "{problems:?}");
    let harmless = "@namespace svg url(http://www.w3.org/2000/svg);a{b:url(about:blank);c:url(#g)}/* url(//e.example) */";
    let (theme, problems) = load_site(&[("themes/default/assets/style.css", harmless)]);
    assert_eq!(problems, []);
    let published = &theme.asset("style.css").expect("an asset").bytes;
    assert_eq!(std::str::from_utf8(published), Ok(harmless));
}

#[test]
fn every_reference_to_an_asset_gets_its_new_name() {
    let css = "@import\"b.css\";a{b:image-set(\"img/a b.svg\" 1x,url(img/a\\20 b.svg) 2x);c:src('img/a%20b.svg?x#(y)')}";
    let (theme, problems) = load_site(&[
        ("themes/default/assets/style.css", css),
        ("themes/default/assets/b.css", ""),
        ("themes/default/assets/img/a b.svg", "<svg/>"),
    ]);
    assert_eq!(problems, []);
    let name = |path: &str| {
        let url = theme.asset(path).expect("an asset").url.as_str();
        crate::path::encode_path(url.strip_prefix("/assets/").expect("an asset"))
    };
    let (sheet, image) = (name("b.css"), name("img/a b.svg"));
    let published = &theme.asset("style.css").expect("an asset").bytes;
    assert_eq!(
        std::str::from_utf8(published).expect("text"),
        format!(
            "@import\"{sheet}\";a{{b:image-set(\"{image}\" 1x,url({image}) 2x);c:src('{image}?x#%28y%29')}}"
        )
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
            "use a post's date, or a text like `\"2021-04-07\"`",
        ),
        (
            "{{ page.title | number }}",
            "template/render",
            "`Fred & \"frihet\"` is not a number",
            "the filter `number` takes numbers only",
        ),
        (
            "{{ page.authors | number }}",
            "template/render",
            "a list is not a number",
            "the filter `number` takes numbers only",
        ),
        (
            "{{ page | date }}",
            "template/render",
            "a map is not a date",
            "use a post's date, or a text like `\"2021-04-07\"`",
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
            (error.code.name, error.english().message.as_str()),
            (code, message),
            "{text}"
        );
        assert_eq!(error.english().help, [help], "{text}");
    }
}
