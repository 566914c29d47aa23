use super::{check, check_in, inline_of, parse, shown};
use crate::diagnostic::Span;

#[test]
fn common_marks() {
    check(
        "Ett *ord* **till** ~~bort~~ `a<b`  \nrad",
        "<p>Ett <em>ord</em> <strong>till</strong> <del>bort</del> <code>a&lt;b</code><br>\nrad</p>",
    );
    check(
        "- a\n- b\n\n1. c\n\n3) d",
        "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<ol>\n<li>c</li>\n</ol>\n<ol start=\"3\">\n<li>d</li>\n</ol>",
    );
    check(
        "Term\n: Svar\n: Ett till",
        "<dl>\n<dt>Term</dt>\n<dd>Svar</dd>\n<dd>Ett till</dd>\n</dl>",
    );
    check("a & b < c &copy; &lt;", "<p>a &amp; b &lt; c © &lt;</p>");
    check("***", "<hr>");
    check("", "");
}

#[test]
fn code_is_left_as_it_is() {
    check(
        "```rust ignore\n\"a\" -- <b>\n```",
        "<pre tabindex=\"0\"><code class=\"language-rust\">\"a\" -- &lt;b&gt;\n</code></pre>",
    );
    check(
        "```\"><script>\nx\n```",
        "<pre tabindex=\"0\"><code>x\n</code></pre>",
    );
    check("    a - b", "<pre tabindex=\"0\"><code>a - b</code></pre>");
    check("`\"a\" -- b`", "<p><code>\"a\" -- b</code></p>");
}

#[test]
fn text_is_set_in_its_language() {
    check(
        "\"Det är *'rätt'*\" -- 25 %",
        "<p>”Det är <em>’rätt’</em>” – 25\u{a0}%</p>",
    );
    check_in(
        "en",
        "\"It's *'right'*\"---yes",
        "<p>“It’s <em>‘right’</em>”—yes</p>",
    );
    check(
        "\"**Rubrik**\" och (\"*så*\")",
        "<p>”<strong>Rubrik</strong>” och (”<em>så</em>”)</p>",
    );
    check("\\\"rak\\\" &quot;rak&quot;", "<p>\"rak\" \"rak\"</p>");
    check_in("yi", "אַ \"ש\" -- 5 %", "<p>אַ \"ש\" -- 5 %</p>");
    check(
        "[\"a\"](/b/ \"'t' 5 km\")",
        "<p><a href=\"{href:/b/}\" title=\"’t’ 5\u{a0}km\">”a”</a></p>",
    );
}

#[test]
fn links_of_the_site_are_holes() {
    check(
        "[a](b.md)",
        "<p><a href=\"{href:content/posts/2021/b.md}\">a</a></p>",
    );
    check(
        "[a](../n.md#r%C3%A5d)",
        "<p><a href=\"{href:content/posts/n.md#råd}\">a</a></p>",
    );
    check(
        "[a](/om/?x=1#y)",
        "<p><a href=\"{href:/om/?x=1#y}\">a</a></p>",
    );
    check("[a](#x)", "<p><a href=\"{href:#x}\">a</a></p>");
    check(
        "[a](../annat/)",
        "<p><a href=\"{href:content/posts/annat}\">a</a></p>",
    );
    check(
        "[a][r]\n\n[r]: b.md",
        "<p><a href=\"{href:content/posts/2021/b.md}\">a</a></p>",
    );
}

#[test]
fn links_to_elsewhere_are_written() {
    check(
        "[a](HTTPS://a.se/å?b=1&c=\"x\")",
        "<p><a href=\"https://a.se/%C3%A5?b=1&amp;c=%22x%22\">a</a></p>",
    );
    check("[a](//a.se)", "<p><a href=\"https://a.se\">a</a></p>");
    check(
        "<https://a.se/--b> <a@b.se>",
        "<p><a href=\"https://a.se/--b\">https://a.se/--b</a> <a href=\"mailto:a@b.se\">a@b.se</a></p>",
    );
    check("[a](tel:+46-8)", "<p><a href=\"tel:+46-8\">a</a></p>");
}

#[test]
fn bare_addresses_become_links() {
    check(
        "Se https://a.se/b_c_d?e=1&f--g (www.b.se), eller a@b.se.",
        "<p>Se <a href=\"https://a.se/b_c_d?e=1&amp;f--g\">https://a.se/b_c_d?e=1&amp;f--g</a> (<a href=\"https://www.b.se\">www.b.se</a>), eller <a href=\"mailto:a@b.se\">a@b.se</a>.</p>",
    );
    check(
        "`https://a.se` https\\://a.se",
        "<p><code>https://a.se</code> https://a.se</p>",
    );
    check(
        "[https://a.se/--](https://b.se)",
        "<p><a href=\"https://b.se\">https://a.se/--</a></p>",
    );
    check(
        "*https://a.se*",
        "<p><em><a href=\"https://a.se\">https://a.se</a></em></p>",
    );
}

#[test]
fn headings() {
    check(
        "## Råd & stöd\n\n### Råd\n\n## Råd & stöd",
        "<h2 id=\"rad-stod\">Råd &amp; stöd</h2>\n<h3 id=\"rad\">Råd</h3>\n<h2 id=\"rad-stod-2\">Råd &amp; stöd</h2>",
    );
    check("## Så {#egen .k} ##", "<h2 id=\"egen\" class=\"k\">Så</h2>");
    check("Så {#egen}\n-----------", "<h2 id=\"egen\">Så</h2>");
    check(
        "## So \"it\" {lang=en}",
        "<h2 id=\"so-it\" lang=\"en\">So “it”</h2>",
    );
    check(
        "## {inte} attribut",
        "<h2 id=\"inte-attribut\">{inte} attribut</h2>",
    );
    check("## 🎈", "<h2 id=\"section\">🎈</h2>");
    check("## fn a 1", "<h2 id=\"h-fn-a-1\">fn a 1</h2>");
}

#[test]
fn contents_have_text_without_links_and_notes() {
    let text = "## A *b* [c](d.md)[^1] `e` ![f](g.png) [h]{lang=en #i} https://a.se <b>j</b>\n\n> ## Citerad\n\n[^1]: n";
    let (body, _) = parse(text);
    assert_eq!(body.headings.len(), 1);
    assert_eq!(
        body.headings[0].html,
        "A <em>b</em> c <code>e</code>  <span lang=\"en\">h</span> https://a.se j"
    );
    assert_eq!(body.headings[0].id, "a-b-c-e-h-https-a-se-j");
    assert_eq!(
        body.headings[0].span,
        Span::new(0, text.find('\n').expect("it has lines"))
    );
    assert_eq!(
        body.ids,
        [
            "a-b-c-e-h-https-a-se-j",
            "citerad",
            "fn-a-1",
            "fnref-a-1",
            "i"
        ]
    );
}

#[test]
fn one_h1_moves_all_headings_down() {
    let (body, _) = parse("## A\n\n# B\n\n###### C");
    assert_eq!(
        shown(&body),
        "<h3 id=\"a\">A</h3>\n<h2 id=\"b\">B</h2>\n<h6 id=\"c\">C</h6>\n"
    );
    assert_eq!(
        body.headings.iter().map(|h| h.level).collect::<Vec<_>>(),
        [3, 2, 6]
    );
    // A comment in code is no heading.
    check(
        "## A\n\n```sh\n# b\n```",
        "<h2 id=\"a\">A</h2>\n<pre tabindex=\"0\"><code class=\"language-sh\"># b\n</code></pre>",
    );
}

#[test]
fn tables_scroll_and_are_named() {
    check(
        "| År | |\n|---|--:|\n| 1 | `a` |",
        "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"År\">\n<table>\n<thead>\n<tr>\n<th scope=\"col\">År</th>\n<td></td>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td class=\"align-right\"><code>a</code></td>\n</tr>\n</tbody>\n</table>\n</div>",
    );
    let (body, _) = parse("| \"A\" | *B* |\n|-|-|\n\n| ”A” | B |\n|-|-|");
    assert!(body.html.contains("aria-label=\"”A”, B\""), "{}", body.html);
    assert!(
        body.html.contains("aria-label=\"”A”, B (2)\""),
        "{}",
        body.html
    );
}

#[test]
fn tasks_are_labelled() {
    check(
        "- [x] a\n- [ ] b",
        "<ul>\n<li class=\"task\"><input type=\"checkbox\" disabled=\"\" checked=\"\" aria-label=\"Klart\"> a</li>\n<li class=\"task\"><input type=\"checkbox\" disabled=\"\" aria-label=\"Inte klart\"> b</li>\n</ul>",
    );
}

#[test]
fn a_task_may_be_a_heading() {
    let (body, _) = parse("- [ ] a\n  -");
    assert_eq!(body.headings[0].html, "a");
    assert!(body.html.contains("<li class=\"task\"><h2 id=\"a\"><input"));
}

#[test]
fn alerts_have_titles_in_the_sites_language() {
    check(
        "> [!WARNING]\n> Text",
        "<aside class=\"alert alert-warning\" role=\"note\">\n<p class=\"alert-title\">Varning</p>\n<p>Text</p>\n</aside>",
    );
    check_in(
        "en",
        "> [!NOTE]\n> Text",
        "<aside class=\"alert alert-note\" role=\"note\">\n<p class=\"alert-title\" lang=\"sv\">Obs!</p>\n<p>Text</p>\n</aside>",
    );
}

#[test]
fn a_footnote_at_the_end_of_a_heading() {
    let (body, _) = parse("## Avtal [^1]\n\n[^1]: Not.");
    let html = shown(&body);
    let (before, after) = html.split_once("<sup").expect("a reference");
    assert_eq!(before, "<h2 id=\"avtal\">Avtal ");
    let (_, after) = after.split_once("</sup>").expect("its end");
    assert!(after.starts_with("</h2>\n"), "{html}");
    assert_eq!(body.headings[0].html, "Avtal");
}

#[test]
fn footnotes_are_numbered_by_reference() {
    check(
        "A[^b] B[^a] C[^b]\n\n[^a]: Ett[^c]\n[^b]: - två\n[^c]: Tre",
        concat!(
            "<p>A<sup class=\"footnote-ref\"><a href=\"{href:#fn-a-1}\" id=\"fnref-a-1\" role=\"doc-noteref\" aria-label=\"Fotnot 1\">1</a></sup>",
            " B<sup class=\"footnote-ref\"><a href=\"{href:#fn-a-2}\" id=\"fnref-a-2\" role=\"doc-noteref\" aria-label=\"Fotnot 2\">2</a></sup>",
            " C<sup class=\"footnote-ref\"><a href=\"{href:#fn-a-1}\" id=\"fnref-a-1-2\" role=\"doc-noteref\" aria-label=\"Fotnot 1\">1</a></sup></p>\n",
            "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Fotnoter\">\n<ol>\n",
            "<li id=\"fn-a-1\">\n<ul>\n<li>två</li>\n</ul>\n<p> <a href=\"{href:#fnref-a-1}\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"Tillbaka till texten, fotnot 1\">↩\u{fe0e}</a>",
            " <a href=\"{href:#fnref-a-1-2}\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"Tillbaka till texten, fotnot 1 (2)\">↩\u{fe0e}<sup>2</sup></a></p>\n</li>\n",
            "<li id=\"fn-a-2\">\n<p>Ett<sup class=\"footnote-ref\"><a href=\"{href:#fn-a-3}\" id=\"fnref-a-3\" role=\"doc-noteref\" aria-label=\"Fotnot 3\">3</a></sup>",
            " <a href=\"{href:#fnref-a-2}\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"Tillbaka till texten, fotnot 2\">↩\u{fe0e}</a></p>\n</li>\n",
            "<li id=\"fn-a-3\">\n<p>Tre <a href=\"{href:#fnref-a-3}\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"Tillbaka till texten, fotnot 3\">↩\u{fe0e}</a></p>\n</li>\n",
            "</ol>\n</section>",
        ),
    );
}

/// Ids as other programs made them, so that old links go on leading there.
#[test]
fn ids_of_other_programs() {
    check(
        "## Sök {#cd47.graf.graf--p}\n\n## Vad gör ni? {#vad-gör-ni?}\n\n## C {#it’s .x.y}",
        "<h2 id=\"cd47.graf.graf--p\">Sök</h2>\n<h2 id=\"vad-gör-ni?\">Vad gör ni?</h2>\n<h2 id=\"it’s\" class=\"x y\">C</h2>",
    );
}

#[test]
fn hosts_with_letters_of_their_own() {
    check(
        "https://www.göteborg.se/å [b](https://göteborg.se/) anna@göteborg.se",
        "<p><a href=\"https://www.xn--gteborg-90a.se/%C3%A5\">https://www.göteborg.se/å</a> <a href=\"https://xn--gteborg-90a.se/\">b</a> <a href=\"mailto:anna@xn--gteborg-90a.se\">anna@göteborg.se</a></p>",
    );
}

#[test]
fn other_languages_are_marked() {
    check(
        "[He said \"*it's*\"]{lang=en} och \"så\"",
        "<p><span lang=\"en\">He said “<em>it’s</em>”</span> och ”så”</p>",
    );
    check(
        "[אַ \"ש\"]{lang=yi .c #d}",
        "<p><span lang=\"yi\" dir=\"rtl\" class=\"c\" id=\"d\">אַ \"ש\"</span></p>",
    );
    check(
        "[a [b]{lang=en} *c*]{.k}",
        "<p><span class=\"k\">a <span lang=\"en\">b</span> <em>c</em></span></p>",
    );
    check(
        "[rad\ntvå]{lang=en}",
        "<p><span lang=\"en\">rad\ntvå</span></p>",
    );
    check(
        "[a](b.md){lang=en}",
        "<p><a href=\"{href:content/posts/2021/b.md}\" lang=\"en\">a</a></p>",
    );
    check(
        "[a]{} [b]{c d} `[e]{lang=en}` \\[f]\\{.g}",
        "<p>[a]{} [b]{c d} <code>[e]{lang=en}</code> [f]{.g}</p>",
    );
    check_in(
        "yi",
        "[a]{lang=sv}",
        "<p><span lang=\"sv\" dir=\"ltr\">a</span></p>",
    );
}

#[test]
fn blocks_in_other_languages() {
    check(
        "före\n::: {lang=yi}\n\"אַ\"\n\n::: {.k}\n\"ב\"\n:::\n:::\n\"efter\"",
        "<p>före</p>\n<div lang=\"yi\" dir=\"rtl\">\n<p>\"אַ\"</p>\n<div class=\"k\">\n<p>\"ב\"</p>\n</div>\n</div>\n<p>”efter”</p>",
    );
    check(
        "- a\n\n  ::: {lang=en}\n  \"b\"\n  :::",
        "<ul>\n<li>\n<p>a</p>\n<div lang=\"en\">\n<p>“b”</p>\n</div>\n</li>\n</ul>"
            .replace("<li>\n", "<li>")
            .as_str(),
    );
    check(
        "> ::: {lang=en}\n> \"b\"\n> :::",
        "<blockquote>\n<div lang=\"en\">\n<p>“b”</p>\n</div>\n</blockquote>",
    );
    check(
        "```\n::: {lang=en}\n```",
        "<pre tabindex=\"0\"><code>::: {lang=en}\n</code></pre>",
    );
    check(
        "a\n\n***\n\n::: {.k}\nb\n:::",
        "<p>a</p>\n<hr>\n<div class=\"k\">\n<p>b</p>\n</div>",
    );
}

#[test]
fn images_and_figures() {
    check(
        "![En \"bro\"](bro%201.png)",
        "<p><img {src:content/posts/2021/bro 1.png} alt=\"En ”bro”\"></p>",
    );
    check(
        "![*En* `bro` &amp;\nå](/bild/bro.png)",
        "<p><img {src:/bild/bro.png} alt=\"En bro &amp; å\"></p>",
    );
    check(
        "![Bro](b.png \"5 km \\\"här\\\"\")",
        "<figure><img {src:content/posts/2021/b.png} alt=\"Bro\"><figcaption>5\u{a0}km ”här”</figcaption></figure>",
    );
    check(
        "Se ![Bro](b.png \"T\")",
        "<p>Se <img {src:content/posts/2021/b.png} alt=\"Bro\" title=\"T\"></p>",
    );
    check(
        "![](b.png){decorative}",
        "<p><img {src:content/posts/2021/b.png} alt=\"\"></p>",
    );
    check(
        "![](b.png \"T\"){decorative .bred}",
        "<figure><img {src:content/posts/2021/b.png} alt=\"\" class=\"bred\"><figcaption>T</figcaption></figure>",
    );
    check(
        "![a ![b](c.png) [d](e.md) [f]{lang=en}](g.png)",
        "<p><img {src:content/posts/2021/g.png} alt=\"a b d f\"></p>",
    );
    check(
        "![a](b@2x.png)",
        "<p><img {src:content/posts/2021/b@2x.png} alt=\"a\"></p>",
    );
    check(
        "[![a](b.png)](c.md)",
        "<p><a href=\"{href:content/posts/2021/c.md}\"><img {src:content/posts/2021/b.png} alt=\"a\"></a></p>",
    );
}

#[test]
fn quotations_have_speakers() {
    let figure = "<figure class=\"quote\">\n<blockquote>\n<p>Så *är* det</p>\n</blockquote>\n<figcaption>— Namn, <em>titel</em></figcaption>\n</figure>";
    let figure = figure.replace("*är*", "<em>är</em>");
    check("> Så *är* det\n>\n> — Namn, *titel*", &figure);
    check("> Så *är* det\n> — Namn, *titel*", &figure);
    check("> — Namn", "<blockquote>\n<p>— Namn</p>\n</blockquote>");
    check(
        "> a\n>\n> — b\n>\n> c",
        "<blockquote>\n<p>a</p>\n<p>— b</p>\n<p>c</p>\n</blockquote>",
    );
    check(
        "> *a\n> — b*",
        "<blockquote>\n<p><em>a\n— b</em></p>\n</blockquote>",
    );
    check(
        "> [a](b.md)\n>\n> — [c](d.md)",
        "<figure class=\"quote\">\n<blockquote>\n<p><a href=\"{href:content/posts/2021/b.md}\">a</a></p>\n</blockquote>\n<figcaption>— <a href=\"{href:content/posts/2021/d.md}\">c</a></figcaption>\n</figure>",
    );
}

#[test]
fn the_lead_ends_at_its_mark_or_with_the_first_paragraph() {
    let lead = |text: &str| parse(text).0.lead;
    assert_eq!(
        lead("> Motto\n\nEn \"*text*\"[^1]\nmed `kod` 5 %.\n\nTvå\n\n[^1]: n"),
        "En ”text” med kod 5\u{a0}%."
    );
    assert_eq!(lead("Ett\n\n- två\n\n<!-- more -->\n\nTre"), "Ett två");
    assert_eq!(lead("Ett <!-- more --> två"), "Ett");
    assert_eq!(lead("Ett <!-- nothing more -->\n\ntvå"), "Ett");
    assert_eq!(lead("![a](b.png)\n\n## R\n\nEtt"), "Ett");
    assert_eq!(lead("> Bara ett citat"), "Bara ett citat");
    assert_eq!(lead("A <b>b</b> &amp; c"), "A b & c");
    assert_eq!(lead("::: {lang=en}\nIn a block\n:::"), "In a block");
    assert!(!parse("a <!-- more --> b").0.html.contains("<!--"));
}

#[test]
fn words_are_counted() {
    assert_eq!(
        parse(
            "## SKR:s roll\n\nEn *e-post* `a b` https://a.se[^1]\n\n```\nej detta\n```\n\n[^1]: Not"
        )
        .0
        .words,
        9
    );
}

#[test]
fn one_line_has_no_blocks() {
    let html = |text: &str| shown(&inline_of(text).0);
    assert_eq!(html("# *Ej* rubrik"), "# <em>Ej</em> rubrik");
    assert_eq!(html("1995. \"Ej\" lista"), "1995. ”Ej” lista");
    assert_eq!(
        html("**\"a\"** - [b](c.md)"),
        "<strong>”a”</strong> – <a href=\"{href:content/posts/2021/c.md}\">b</a>"
    );
    assert_eq!(html("\"a\"\n> b"), "”a” &gt; b");
    assert_eq!(html("<b>a</b> <script>b</script>"), "<b>a</b> ");
    assert_eq!(html("[a]{lang=en} {x}"), "<span lang=\"en\">a</span> {x}");
    let (body, _) = inline_of("se [b](c.md)");
    assert_eq!(body.links[0].span, Span::new(103, 112));
    assert_eq!(body.lead, "se b");
}
