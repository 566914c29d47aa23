use super::*;

/// The texts of the references, which must stand where their places say.
fn texts(css: &str) -> Vec<String> {
    references(css)
        .into_iter()
        .map(|found| {
            assert!(css.get(found.place.clone()).is_some(), "{css}");
            found.text
        })
        .collect()
}

#[test]
fn addresses_are_found_wherever_browsers_load_one() {
    for (css, expected) in [
        (
            "@import \"å.css\"; @import url( 'b.css' ) screen;",
            &["å.css", "b.css"][..],
        ),
        (
            "@import /* x */ 'a.css' layer(b) supports(color: red);",
            &["a.css"],
        ),
        ("@\\69mport 'a.css'", &["a.css"]),
        ("@IMPORT\n\"a.css\"", &["a.css"]),
        (
            "a { background: URL(c.svg#x), u\\72l(d.png) }",
            &["c.svg#x", "d.png"],
        ),
        ("a { background: url( 'a\\.png' ) }", &["a.png"]),
        ("a { background: url(a\\20 b.png) }", &["a b.png"]),
        (
            "a { background: url(\"/\\5c e.example/x\") }",
            &["/\\e.example/x"],
        ),
        (
            "@font-face { src: url(\"d e.woff2\") format(\"woff2\"), url( f.ttf ) }",
            &["d e.woff2", "f.ttf"],
        ),
        (
            "a { b: image-set(\"a.png\" type(\"image/png\") 1x, url(b.png) 2x) }",
            &["a.png", "b.png"],
        ),
        ("a { b: -webkit-image-set('a.png' 1x) }", &["a.png"]),
        ("a { b: image-set((\"a.png\") 1x) }", &["a.png"]),
        ("a { b: src('a.png') }", &["a.png"]),
        ("a { --x: url(a.png) }", &["a.png"]),
        ("a { b: url(a b) }", &["a b"]),
        ("a { b: url('a' ", &["a"]),
        ("a { b: url(a", &["a"]),
        ("a { b: image-set(var(--x) 1x) }", &["var()"]),
        ("a { b: src(--own()) }", &["--own()"]),
    ] {
        assert_eq!(texts(css), expected, "{css}");
    }
}

#[test]
fn what_only_looks_like_an_address_is_none() {
    for css in [
        "/* url(no.png) @import 'x' */",
        "a::before { content: \"url(no.png)\" }",
        "a { b: my-url(no.png) }",
        "@charset \"utf-8\";",
        "@namespace url(http://www.w3.org/2000/svg);",
        "@namespace svg \"http://www.w3.org/2000/svg\";",
        "@namespace svg url(\"http://www.w3.org/2000/svg\");",
        "a[href=\"https://example.org\"] { c: d }",
        "a { b: linear-gradient(var(--c), red), image-set(linear-gradient(var(--c), red) 1x) }",
        ".\\url { b: \"\\\"url(x)\" }",
        "@import",
        "@import; a { content: 'x' }",
        "@import { } a { content: 'x' }",
    ] {
        assert!(references(css).is_empty(), "{css}: {:?}", references(css));
    }
    assert_eq!(texts("@namespace 'x'; a { b: url(c) }"), ["c"]);
}

#[test]
fn places_are_those_of_the_bare_address() {
    let css = "a { b: url( \"x\\\"\" ), u\\72l( y ), image-set('z' 1x) } @import 'é";
    let found: Vec<&str> = references(css)
        .into_iter()
        .map(|found| &css[found.place])
        .collect();
    assert_eq!(found, ["x\\\"", "y", "z", "é"]);
}

#[test]
fn broken_style_sheets_are_read_to_their_end() {
    for css in [
        "url(",
        "url('",
        "/*",
        "@import \"",
        "\\",
        "url( å",
        "\"\\",
        "}",
        "a)]}{",
        "url(\\",
        "'\n",
    ] {
        assert!(references(css).len() <= 1, "{css}");
    }
    let deep = "image-set((".repeat(100_000) + "'x'";
    assert_eq!(texts(&deep), ["x"]);
}

#[test]
fn addresses_are_judged_as_browsers_do() {
    for elsewhere in [
        "https://e.org/x",
        "HTTPS:e.org",
        "//e.org/x",
        "/\\e.org/x",
        "\\\\e.org",
        "/\t/e.org/x",
        "ht\ntps://e.org",
        " \u{1}https://e.org",
        "javascript:x",
        "file:///home/x",
        "ftp://e.org",
        "///e.org",
        "blob:x",
        "https://[",
    ] {
        assert_eq!(Address::of(elsewhere), Address::Elsewhere, "{elsewhere:?}");
    }
    for here in ["", " ", "#id", " #id", "about:blank", "ABOUT:blank"] {
        assert_eq!(Address::of(here), Address::Here, "{here:?}");
    }
    for data in ["data:image/png,x", " DATA:,", "da\nta:,"] {
        assert_eq!(Address::of(data), Address::Data, "{data:?}");
    }
    for (written, path, tail) in [
        ("a.png", "a.png", ""),
        ("../a%20b.svg?v=1#x", "../a%20b.svg", "?v=1#x"),
        ("/img/a.png", "/img/a.png", ""),
        ("img\\a.png", "img/a.png", ""),
        ("./2018:1937.png", "./2018:1937.png", ""),
        ("a.svg#b?c", "a.svg", "#b?c"),
        ("?a", "", "?a"),
    ] {
        let own = Address::Own {
            path: path.to_owned(),
            tail: tail.to_owned(),
        };
        assert_eq!(Address::of(written), own, "{written:?}");
    }
}
