use super::{FILE, check, parse, parse_with, settings, shown};
use crate::parse::RawHtml;
use crate::path::SourcePath;

#[test]
fn allowed_html_stays() {
    check(
        "H<sub>2</sub>O &amp; <abbr title=\"a &quot;b\">c</abbr>",
        "<p>H<sub>2</sub>O &amp; <abbr title=\"a &quot;b\">c</abbr></p>",
    );
    check(
        "<details open>\n<summary>Mer</summary>\n\n*text* [a](b.md)\n\n</details>",
        "<details open=\"\">\n<summary>Mer</summary>\n<p><em>text</em> <a href=\"{href:content/posts/2021/b.md}\">a</a></p>\n</details>",
    );
    check(
        "<dl><dt>a</dt><dd lang=\"yi\" dir=\"rtl\">b&nbsp;c</dd></dl>",
        "<dl><dt>a</dt><dd lang=\"yi\" dir=\"rtl\">b\u{a0}c</dd></dl>",
    );
}

#[test]
fn links_and_images_of_html_are_holes() {
    check(
        "<a href=\"../b.md#c\" hreflang=en>d</a> <img src='e.png' alt='f \"g\"' width=5>",
        "<p><a href=\"{href:content/posts/b.md#c}\" hreflang=\"en\">d</a> <img {src:content/posts/2021/e.png} alt=\"f &quot;g&quot;\"></p>",
    );
    // The width is written with the height that belongs to it.
    let (body, _) = parse("<img src=e.png alt='' width=5 height=7>");
    assert_eq!(body.images[0].width, Some(5));
    check(
        "<a href=https://a.se/?b&amp;c>d</a>",
        "<p><a href=\"https://a.se/?b&amp;c\">d</a></p>",
    );
    check(
        "<a href=\"b.md\">https://c.se</a>",
        "<p><a href=\"{href:content/posts/2021/b.md}\">https://c.se</a></p>",
    );
}

#[test]
fn what_is_read_aloud_stays() {
    check(
        "<section role=\"region\" aria-labelledby=\"x\" lang=\"en\"><span aria-hidden=\"true\">a</span></section>",
        "<section role=\"region\" aria-labelledby=\"x\" lang=\"en\"><span aria-hidden=\"true\">a</span></section>",
    );
    let (body, _) = parse("<div aria-x<y=\"1\" aria-\"onclick=\"x\" aria-Ä=\"z\">a</div>");
    assert_eq!(shown(&body), "<div>a</div>\n");
}

/// What stands there for those without scripts is what everybody sees.
#[test]
fn what_scripts_would_have_hidden_is_shown() {
    let text = "<script src=\"x.js\"></script>\n<noscript><p>40 procent [a] <a href=\"b.md\">c</a></p></noscript>\n\nd <noscript>e</noscript>";
    let (body, diagnostics) = parse(text);
    let html = shown(&body);
    assert!(
        html.contains("<p>40 procent [a] <a href=\"{href:content/posts/2021/b.md}\">c</a></p>"),
        "{html}"
    );
    assert!(
        html.contains("<p>d e</p>") && !html.contains("script"),
        "{html}"
    );
    assert_eq!(diagnostics.len(), 1);
}

#[test]
fn older_names_of_places_are_ids() {
    let (body, diagnostics) = parse("<a name=\"x\"></a> <a name=\"y\" id=\"z\">b</a>");
    assert_eq!(shown(&body), "<p><a id=\"x\"></a> <a id=\"z\">b</a></p>\n");
    assert_eq!(
        (body.ids, diagnostics.len()),
        (vec!["x".to_owned(), "z".into()], 0)
    );
}

/// What we write is the same whether or not the author writes HTML beside it.
#[test]
fn our_own_markup_survives_the_sanitiser() {
    let text = "## R[^1]\n\n- [x] a\n- [ ] b\n\n| a | |\n|--:|---|\n| 1 | 2 |\n\n> [!NOTE]\n> c\n\n```js\nd && \"e\"\n```\n\n![f](g.png \"h\")\n\n> i\n>\n> — j\n\n[k](l.md) m[^1] 5 %\n\n::: {lang=yi}\nn\n:::\n\nT\n: o\n\n[^1]: p";
    let plain = shown(&parse(text).0);
    let with_html = shown(&parse(&format!("{text}\n\n<u>q</u>\n")).0);
    assert_eq!(with_html.replace("<p><u>q</u></p>\n", ""), plain);
    assert!(plain.contains("role=\"doc-noteref\"") && plain.contains("tabindex=\"0\""));
}

#[test]
fn html_can_be_shown_or_let_through() {
    let escaped = parse_with(
        RawHtml::Escape,
        "sv",
        "a <b>c</b> <!-- d -->\n\n<div>\n\"e\"\n</div>",
    );
    assert_eq!(
        shown(&escaped.0),
        "<p>a &lt;b&gt;c&lt;/b&gt; </p>\n<p>&lt;div&gt;\n\"e\"\n&lt;/div&gt;</p>\n"
    );
    let text = "<div onclick=\"x\">\n<script>if (a < b && c) {}</script><!-- d -->\n<img src=\"e.png\" alt=\"\">\n</div>\n\n<a class=f href='/g/'>h</a>";
    let (allowed, diagnostics) = parse_with(RawHtml::Allow, "sv", text);
    assert_eq!(
        shown(&allowed),
        "<div onclick=\"x\">\n<script>if (a < b && c) {}</script>\n<img {src:content/posts/2021/e.png} alt=\"\">\n</div>\n<p><a class=\"f\" href=\"{href:/g/}\">h</a></p>\n"
    );
    assert!(diagnostics.is_empty());
}

#[test]
fn a_paragraph_of_which_nothing_is_left_is_none() {
    let text = "<noscript></noscript>\n\na\n\n<noscript>\t</noscript>\n\n> b\n>\n> <noscript></noscript>\n\n<noscript></noscript>[^1]\n\n[^1]: c\n";
    let (body, _) = parse(text);
    let html = shown(&body);
    assert!(
        html.starts_with("<p>a</p>\n<blockquote>\n<p>b</p>\n</blockquote>\n<p><sup"),
        "{html}"
    );
    let (body, _) =
        parse("<script>a</script> <iframe src=\"b\"></iframe>\n\n`c` <iframe></iframe>");
    assert!(!shown(&body).contains("<p></p>"), "{}", shown(&body));
}

/// Whatever browsers load with a page is looked for, and published with it.
#[test]
fn files_that_html_loads_are_holes_where_all_html_is_allowed() {
    for (text, expected) in [
        (
            "<video poster=\"a.jpg\" controls><source src=b.mp4 type=\"video/mp4\"><track src='c.vtt'></video>",
            "<video poster=\"{href:content/posts/2021/a.jpg}\" controls=\"\"><source src=\"{href:content/posts/2021/b.mp4}\" type=\"video/mp4\"><track src=\"{href:content/posts/2021/c.vtt}\"></video>",
        ),
        (
            "<img src=a.jpg alt=b srcset=\"a.jpg, ../c.jpg 2x,\n/d.jpg 640w , https://e.se/f,g.jpg 3x\">",
            "<img {src:content/posts/2021/a.jpg} alt=\"b\" srcset=\"{href:content/posts/2021/a.jpg}, {href:content/posts/c.jpg} 2x, {href:/d.jpg} 640w, https://e.se/f,g.jpg 3x\">",
        ),
        (
            "<picture><source srcset='a&amp;b.webp'></picture>",
            "<picture><source srcset=\"{href:content/posts/2021/a&b.webp}\"></picture>",
        ),
        (
            "<table background=a.png><tr><td>b</td></tr></table>",
            "<table background=\"{href:content/posts/2021/a.png}\"><tr><td>b</td></tr></table>",
        ),
        (
            "<audio src=\"https://a.se/b?c&amp;d\"></audio>",
            "<audio src=\"https://a.se/b?c&amp;d\"></audio>",
        ),
    ] {
        let (body, _) = parse_with(RawHtml::Allow, "sv", &format!("<div>{text}</div>"));
        assert_eq!(shown(&body), format!("<div>{expected}</div>\n"));
    }
}

#[test]
fn comments_never_reach_the_output() {
    for mode in [RawHtml::Sanitize, RawHtml::Allow, RawHtml::Escape] {
        for text in [
            "<!-- a -->",
            "b <!-- a --> c",
            "<div><!-- a --></div>",
            "<!--> a -->",
            "<!---> a",
            "- <!-- a -->",
        ] {
            let (body, _) = super::body(
                &SourcePath::new(FILE),
                text,
                0,
                "",
                "a",
                "sv",
                &settings(mode),
            );
            assert!(!body.html.contains("<!--"), "{text}: {}", body.html);
        }
    }
    check("<!-- a -->\n\n<!-- b\n\nc -->\ntext", "<p>text</p>");
}

#[test]
fn ids_of_html_are_known() {
    let (body, _) = parse("<p id=\"x\">a</p>\n\n[b](#x)");
    assert_eq!(body.ids, ["x"]);
}

/// Nobody could clean them of the place where they were taken.
#[test]
fn photos_that_are_written_into_html_are_errors_where_all_html_is_allowed() {
    let photo = "data:image/jpeg;base64,/9j/4AAQ";
    for (text, expected) in [
        (format!("<p style=\"background: url({photo})\">a</p>"), 1),
        (
            format!("<style>p {{ background: url('{photo}') }}</style>"),
            1,
        ),
        (format!("<svg><image href=\"{photo}\"/></svg>"), 1),
        (
            "<video poster=\"DATA:image/webp;base64,AA\"></video>".to_owned(),
            1,
        ),
        (
            format!("<img src=\"a.jpg\" alt=\"\" srcset=\"{photo} 2x\">"),
            1,
        ),
        (format!("<img src=\"{photo}\" alt=\"\">"), 1),
        (
            "<p style=\"background: url(&#100;ata:image/png;base64,AA)\">a</p>".to_owned(),
            1,
        ),
        (
            "<p style=\"background: url('data:image/svg+xml,a')\">a</p>".to_owned(),
            0,
        ),
        (
            "<script>const head = 'data:image/png';</script>".to_owned(),
            0,
        ),
        (
            "<p>En adress som data:image/png;base64,AA är text.</p>".to_owned(),
            0,
        ),
    ] {
        let (_, diagnostics) = parse_with(RawHtml::Allow, "sv", &text);
        let found = diagnostics.iter();
        let found = found.filter(|one| one.code.name == "image/unsafe-scheme");
        assert_eq!(found.count(), expected, "{text}: {diagnostics:?}");
    }
}
