use super::{brief, check_problems, inline_of, parse};
use crate::diagnostic::Severity;
use crate::message::Language;
use crate::parse::document::LinkTarget;

#[test]
fn headings() {
    check_problems("# A\n\n# B", &["warning markdown/h1-in-body [# A]"]);
    check_problems("A\n=", &["warning markdown/h1-in-body [A\n=]"]);
    assert!(
        parse("A\n=").1[0]
            .english()
            .message
            .contains("a line of `=`")
    );
    check_problems("### A", &["warning markdown/heading-jump [### A]"]);
    check_problems(
        "## A\n\n#### B",
        &["warning markdown/heading-jump [#### B]"],
    );
    check_problems("## A\n\n### B\n\n## C", &[]);
    check_problems("##\n\ntext", &["warning markdown/empty-heading [##]"]);
    check_problems("## A {#x}\n\n## B {#x}", &["markdown/duplicate-id [{#x}]"]);
    check_problems(
        "## A {x=y}",
        &["warning markdown/unknown-attribute [## A {x=y}]"],
    );
}

#[test]
fn attribute_lists_of_kramdown() {
    for list in [
        "{: .note}",
        "{:#old}",
        "{:toc}",
        "{: style=\"width: 80%\"}",
        "{::comment}",
    ] {
        let problem = format!("warning markdown/unknown-attribute [{list}]");
        check_problems(&format!("Text\n{list}"), &[&problem]);
        check_problems(&format!("- *a*{list} b"), &[&problem]);
    }
    check_problems(
        "## A {:#old}",
        &["warning markdown/unknown-attribute [{:#old}]"],
    );
    check_problems("`{: .note}` {: x | x > 1} {:-)} {:", &[]);
}

/// Attributes that no heading and no words take.
#[test]
fn attributes_that_are_shown() {
    for (text, shown) in [
        ("## A {#b}{.c}", "{#b}"),
        ("## A **{#b}**", "{#b}"),
        ("## A {#b c}", "{#b c}"),
        ("a {.b}", "{.b}"),
        ("a {#b}", "{#b}"),
    ] {
        let (_, diagnostics) = parse(text);
        let found = brief(text, &diagnostics);
        let problem = format!("warning markdown/unknown-attribute [{shown}]");
        assert!(found.contains(&problem), "{text}: {found:?}");
    }
    check_problems("a {...} {#} {.5} {x} { y } {a: b} \\{.c}", &[]);
}

/// Marks of emphasis that emphasise nothing are seen by readers.
#[test]
fn emphasis_that_is_none() {
    for (text, shown, help) in [
        ("a **b **c", "**b **", "`**b**`"),
        ("a ** b** c", "** b**", "`**b**`"),
        ("a ** b ** c", "** b **", "`**b**`"),
        ("a *b *c", "*b *", "`*b*`"),
        ("a * b* c", "* b*", "`*b*`"),
        ("a __b __c", "__b __", "`__b__`"),
        ("a _b _c", "_b _", "`_b_`"),
        ("~~a ~~b", "~~a ~~", "`~~a~~`"),
        ("**a:**b", "**a:**", "`**a:** `"),
        ("**”a”**b", "**”a”**", "`**”a”** `"),
        ("a *(b)*c", "*(b)*", "`*(b)* `"),
        ("**a b", "**", "`\\*\\*`"),
        ("a *b c", "*", "`\\*`"),
        ("a _b c", "_", "`\\_`"),
        ("a ~~b c", "~~", "`\\~\\~`"),
        ("*a b", "*", "`\\*`"),
        ("- a **b\n- c", "**", "`**`"),
        ("> a\n> **b", "**", "`**`"),
        ("## a **b", "**", "`**`"),
        ("| a |\n|---|\n| **b |\n| c |", "**", "`**`"),
        ("a\n: b **c", "**", "`**`"),
        ("[a **b](https://c.se)", "**", "`**`"),
    ] {
        check_problems(
            text,
            &[&format!("warning markdown/stray-emphasis [{shown}]")],
        );
        let found = &parse(text).1[0];
        assert!(
            found.english().help[0].contains(help),
            "{text}: {:?}",
            found.english().help
        );
    }
    // The words between are bold, and the first were to be.
    let text = "a **b **c ** d** e";
    check_problems(text, &["warning markdown/stray-emphasis [**b **c **]"]);
    assert!(parse(text).1[0].english().help[0].contains("`**b**`"));
    check_problems(
        "**a **b och **c **d",
        &[
            "warning markdown/stray-emphasis [**a **]",
            "warning markdown/stray-emphasis [**c **]",
        ],
    );
}

/// What people write on purpose.
#[test]
fn marks_that_are_meant() {
    for text in [
        "kund*er, lärar*innor, student* och lärar_innor",
        "snake_case, __init__, _config.yml, a_b_c och fil_",
        "5 * 3 = 15, 2 ** 3, 2**8, 5*3 och 4 *",
        "f**k, f***, * och **",
        "\\*a b, \\**a b, \\_a b, \\~~a",
        "`**a` och ``*b``",
        "100 kr* och 200 kr**\n\n*Inklusive moms.\n\n** Utan moms.",
        "| a* |\n|---|\n| b |\n\n*Not.",
        "Namn: ______ Datum: ____",
        "~5 % och ~ 7",
        "https://a.se/*b och https://a.se/_c *d*",
        "**a** *b* __c__ _d_ ~~e~~ ***f*** **g**h",
        "a * b",
        "```\n**a\n```",
    ] {
        check_problems(text, &[]);
    }
}

/// What readers would see of other programs' marks.
#[test]
fn marks_of_other_programs() {
    for (text, shown, help) in [
        ("> [!OBS]\n> a", "[!OBS]", "`> [!NOTE]`"),
        ("> [!viktigt]\n> a", "[!viktigt]", "`> [!IMPORTANT]`"),
        ("> [!WARNIG]\n> a", "[!WARNIG]", "`> [!WARNING]`"),
        ("> [!NOTE] Rubrik\n> a", "[!NOTE]", "next line"),
    ] {
        check_problems(
            text,
            &[&format!("warning markdown/unknown-notice [{shown}]")],
        );
        let found = &parse(text).1[0];
        assert!(
            found.english().help[0].contains(help),
            "{text}: {:?}",
            found.english().help
        );
    }
    for (text, shown, help) in [
        (
            "se [[Intern sida]].",
            "[[Intern sida]]",
            "`[Intern sida](intern-sida.md)`",
        ),
        ("[[a.md|text]]", "[[a.md|text]]", "`[text](a.md)`"),
        (
            "![[bild 1.png]]",
            "![[bild 1.png]]",
            "`![What it shows](<bild 1.png>)`",
        ),
        ("a %%b c%% d", "%%b c%%", "`<!-- … -->`"),
        ("a ==b c== d", "==b c==", "`<mark>b c</mark>`"),
    ] {
        check_problems(text, &[&format!("warning markdown/foreign-mark [{shown}]")]);
        let found = &parse(text).1[0];
        assert!(
            found.english().help[0].contains(help),
            "{text}: {:?}",
            found.english().help
        );
    }
    check_problems(
        "> [!NOTE]\n> a\n\n[[1, 2], [3, 4]] a == b, c == d, 5 %% 3, `[[x]]` [!a] x[[1]]",
        &[],
    );
}

/// Template tags and shortcodes would be read as they stand.
#[test]
fn tags_of_other_generators() {
    for tag in [
        "{{ site.title }}",
        "{% image \"a/x.png\" \"A map\" %}",
        "{{< youtube abc >}}",
        "{%- if x -%}",
    ] {
        let problem = format!("markdown/template-tag [{tag}]");
        check_problems(&format!("a {tag} b"), &[&problem]);
        check_problems(&format!("<div>a {tag} b</div>"), &[&problem]);
        let found = &parse(tag).1[0];
        assert!(
            found.english().message.contains(tag),
            "{}",
            found.english().message
        );
        check_problems(&format!("`{tag}`"), &[]);
    }
    check_problems(
        "[a]({{ \"/b/\" | url }}), [c]({{ site.baseurl }}/2014/x/)",
        &[
            "markdown/template-tag [{{ \"/b/\" | url }}]",
            "markdown/template-tag [{{ site.baseurl }}]",
        ],
    );
    check_problems("{{ a\n}} { {a} {{ {% } \\{{ b }}", &[]);
    for (text, shown) in [
        (
            "[caption id=\"a\" width=\"300\"]Karta[/caption]",
            "[caption id=\"a\" width=\"300\"]",
        ),
        ("[caption]Karta[/caption]", "[caption]"),
        ("[gallery ids=\"1,2,3\"]", "[gallery ids=\"1,2,3\"]"),
        (
            "[contact-form-7 id=”12” title=”Kontakt”]",
            "[contact-form-7 id=”12” title=”Kontakt”]",
        ),
        ("[su_button url=\"x\"]", "[su_button url=\"x\"]"),
        ("[vc_row][vc_column]a[/vc_column][/vc_row]", "[vc_row]"),
        ("a[/caption]", "[/caption]"),
    ] {
        let (_, diagnostics) = parse(text);
        let found = brief(text, &diagnostics);
        assert_eq!(
            found[0],
            format!("markdown/shortcode [{shown}]"),
            "{found:?}"
        );
        assert!(
            found
                .iter()
                .all(|one| one.starts_with("markdown/shortcode")),
            "{found:?}"
        );
    }
    check_problems(
        "[sic] [a] [caption: b] [1] \\[gallery] [gallery](https://a.se)",
        &[],
    );
    check_problems(
        "<p>[gallery ids=\"1\"]</p>",
        &["markdown/shortcode [[gallery ids=\"1\"]]"],
    );
    let caption = "[caption id=\"a\"]<img src=\"b.jpg\" alt=\"c\"> Karta[/caption]";
    let found = &parse(caption).1[0];
    assert_eq!(found.english().help, ["write `![c](b.jpg \"Karta\")`"]);
}

/// Two versions of a text are one error, and what follows from it is none.
#[test]
fn unfinished_merges() {
    for text in [
        "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> anna\n",
        "c\n\n<<<<<<< HEAD\n# a\n||||||| base\n[x]()\n=======\n![](b.png)\n>>>>>>> anna\n\nd",
        "<<<<<<< HEAD\na",
    ] {
        check_problems(text, &["markdown/unfinished-merge [<<<<<<< HEAD]"]);
    }
    check_problems(
        "a\n\n=======\nb\n>>>>>>> anna",
        &["markdown/unfinished-merge [=======]"],
    );
    check_problems(
        "<<<<<<< A\na\n=======\nb\n>>>>>>> B\n\nc\n\n<<<<<<< A\na\n=======\nb\n>>>>>>> B",
        &["markdown/unfinished-merge [<<<<<<< A]"; 2],
    );
    check_problems("```\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> anna\n```", &[]);
    check_problems(">>>>>>> djupt citat", &[]);
}

#[test]
fn headings_without_a_space() {
    let problem = ["warning markdown/heading-without-space [##Rubrik]"];
    check_problems("##Rubrik", &problem);
    check_problems("text\n##Rubrik\ntext", &problem);
    check_problems("> ##Rubrik", &problem);
    check_problems(
        "#Rubrik med ord",
        &["warning markdown/heading-without-space [#Rubrik med ord]"],
    );
    check_problems("#metoo\n\n#MeToo #Sverige\n\n#1 är bäst\n\n\\##x", &[]);
}

#[test]
fn links() {
    check_problems(
        "[a](javascript:x)",
        &["link/unsafe-scheme [[a](javascript:x)]"],
    );
    check_problems(
        "[a](../../../../x.md)",
        &["link/outside-site [[a](../../../../x.md)]"],
    );
    check_problems("[a](www.b.se)", &["link/no-scheme [[a](www.b.se)]"]);
    check_problems("[a](b@c.se)", &["link/no-scheme [[a](b@c.se)]"]);
    check_problems("[a]()", &["link/empty [[a]()]"]);
    check_problems("[a](b\\c.md)", &["link/backslash [[a](b\\c.md)]"]);
    check_problems("<ftp://a.se>", &["link/unsafe-scheme [<ftp://a.se>]"]);
    check_problems(
        "<a href=\"javascript:x\">y</a>",
        &["link/unsafe-scheme [<a href=\"javascript:x\">]"],
    );
}

#[test]
fn a_heading_that_repeats_the_title() {
    let file = crate::path::SourcePath::new(super::FILE);
    let settings = super::settings(crate::parse::RawHtml::Sanitize);
    for (text, repeats) in [
        ("# Rätt till ”bostad”\n", true),
        ("Rätt till \"bostad\"\n====\n", true),
        ("# Rätt till *bostad* #\n", true),
        ("# Rätt till hem\n", false),
    ] {
        let title = "Rätt till ”bostad”";
        let (_, found) = super::body(&file, text, 0, title, "a", "sv", &settings);
        assert_eq!(
            found[0].english().message.contains("repeats"),
            repeats,
            "{text}"
        );
        assert_eq!(
            found[0].english().help[0].starts_with("remove it"),
            repeats,
            "{text}"
        );
    }
}

#[test]
fn links_to_what_no_reader_can_reach() {
    for text in [
        "[a](http://localhost:1111/b)",
        "[a](http://127.0.0.1/)",
        "[a](https://intranet/b)",
        "[a](//2015/05/b/)",
        "<http://>",
        "<http://localhost/>",
    ] {
        check_problems(text, &[&format!("link/unreachable-host [{text}]")]);
        assert!(!parse(text).0.html.contains("href"), "{text}");
    }
    let found = &parse("[a](//2015/05/b/)").1[0];
    assert!(
        found.english().help[0].contains("`/2015/05/b/`"),
        "{:?}",
        found.english().help
    );
    check_problems("Gå till http://127.0.0.1:1111/ där.", &[]);
    check_problems(
        "<a href=\"http://localhost/\">b</a>",
        &["link/unreachable-host [<a href=\"http://localhost/\">]"],
    );
}

/// Films, sounds and documents are linked to.
#[test]
fn what_is_no_image() {
    for (text, help) in [
        ("![Film](film.mp4)", "`[Film](film.mp4)`"),
        ("![](data.csv)", "`[What it is](data.csv)`"),
        ("![x](</a b/c.PDF>)", "`[x](</a b/c.PDF>)`"),
        ("<img src=\"a.webm\" alt=\"b\">", "`[b](a.webm)`"),
    ] {
        check_problems(text, &[&format!("image/no-image [{text}]")]);
        let (body, found) = parse(text);
        assert!(
            found[0].english().help[0].contains(help),
            "{:?}",
            found[0].english().help
        );
        assert!(body.images.is_empty());
    }
    check_problems(
        "![a](b) ![a](b.JPG) ![a](2021.04.07/c) ![a](bild@2x.png)",
        &[],
    );
}

#[test]
fn images() {
    check_problems("![](b.png)", &["image/missing-alt [![](b.png)]"]);
    check_problems("![ ](b.png)", &["image/missing-alt [![ ](b.png)]"]);
    check_problems(
        "![a](https://b.se/c.png)",
        &["image/remote [![a](https://b.se/c.png)]"],
    );
    check_problems("![a](//b.se/c.png)", &["image/remote [![a](//b.se/c.png)]"]);
    check_problems(
        "![a](www.b.se/c.png)",
        &["image/remote [![a](www.b.se/c.png)]"],
    );
    check_problems(
        "![a](data:image/png;x)",
        &["image/unsafe-scheme [![a](data:image/png;x)]"],
    );
    check_problems(
        "![a](mailto:b@c.se)",
        &["image/unsafe-scheme [![a](mailto:b@c.se)]"],
    );
    check_problems(
        "![a](../../../../b.png)",
        &["image/outside-site [![a](../../../../b.png)]"],
    );
    check_problems("![a]()", &["image/empty [![a]()]"]);
    check_problems("![a](b\\c.png)", &["image/backslash [![a](b\\c.png)]"]);
    check_problems(
        "![a](b.png){decorative}",
        &["warning image/decorative-with-alt [![a](b.png)]"],
    );
    check_problems("<img src=b.png>", &["image/missing-alt [<img src=b.png>]"]);
    check_problems(
        "<img src=\"//b.se/c.png\" alt=\"\">",
        &["image/remote [<img src=\"//b.se/c.png\" alt=\"\">]"],
    );
}

#[test]
fn languages_and_blocks() {
    check_problems("[a]{lang=svenska}", &["markdown/bad-language [[]"]);
    let (_, diagnostics) = parse("[a]{lang=svenska}");
    assert_eq!(diagnostics[0].english().help, ["write `lang=sv`"]);
    check_problems(
        "::: {lang=yi}\na",
        &["markdown/unclosed-block [::: {lang=yi}]"],
    );
    check_problems(
        "> ::: {lang=yi}\n> a\n\nb\n\n:::",
        &[
            "markdown/unclosed-block [::: {lang=yi}]",
            "warning markdown/stray-block-end [:::]",
        ],
    );
    check_problems("a\n\n:::", &["warning markdown/stray-block-end [:::]"]);
    check_problems(
        "::: note\na\n:::",
        &["warning markdown/unknown-block [::: note]"],
    );
    check_problems("[a]{#x} [b]{#x}", &["markdown/duplicate-id [[]"]);
    check_problems("[a]{#main}", &["markdown/reserved-id [[]"]);
    check_problems(
        "## A {#fn-post-1}",
        &["markdown/reserved-id [{#fn-post-1}]"],
    );
    check_problems(
        "<div id=\"theme-x\">a</div>",
        &["markdown/reserved-id [<div id=\"theme-x\">]"],
    );
    check_problems(
        "[a]{.k color=red}",
        &["warning markdown/unknown-attribute [[]"],
    );
}

#[test]
fn brackets_that_became_nothing() {
    check_problems(
        "se (här)[https://a.se]",
        &["warning markdown/link-reversed [(här)[https://a.se]]"],
    );
    check_problems(
        "se (här)[../b.md]",
        &["warning markdown/link-reversed [(här)[../b.md]]"],
    );
    check_problems("f(x)[1] (a)[b]", &[]);
    check_problems(
        "[a](min fil.md)",
        &["warning markdown/link-with-space [[a](min fil.md)]"],
    );
    check_problems(
        "[a] (https://b.se)",
        &["warning markdown/link-with-space [[a] (https://b.se)]"],
    );
    check_problems("[a] (inom parentes) [b](sa hon)", &[]);
    check_problems(
        "[a](https://b.se",
        &["warning markdown/link-unclosed [[a](]"],
    );
    check_problems("[a][b]", &["warning markdown/missing-reference [[a][b]]"]);
    check_problems("x[1][2] [sic] [a][] m[i][j]", &[]);
}

#[test]
fn notes() {
    check_problems("a[^2]", &["warning markdown/missing-note [[^2]]"]);
    check_problems(
        "a\n\n[^2]: b\n    c",
        &["warning markdown/unused-note [[^2]: b]"],
    );
    check_problems(
        "a[^2]\n\n[^2]: b\n\n[^2]: c",
        &["warning markdown/duplicate-note [[^2]: c]"],
    );
    check_problems(
        "a\n\n[^1]: b[^1]",
        &["warning markdown/unused-note [[^1]: b[^1]]"],
    );
}

#[test]
fn tables_and_code() {
    check_problems(
        "| a | b |\n| c | d |\n| e | f |",
        &["warning markdown/table-without-rule [| a | b |]"],
    );
    check_problems(
        "> | a | b |\n> | c | d |",
        &["warning markdown/table-without-rule [| a | b |]"],
    );
    check_problems("| a | b |\n\ntext", &[]);
    check_problems(
        "| a | b |\n|---|---|\n| c | d | e |\n| f \\| g | h |",
        &["warning markdown/table-extra-cells [| c | d | e |]"],
    );
    check_problems("```js\nx\n", &["warning markdown/unclosed-code [```js]"]);
    check_problems("```", &["warning markdown/unclosed-code [```]"]);
    check_problems("````\n```\n````\n\n~~~\nx\n~~~~\n\n> ```\n> x\n> ```", &[]);
}

#[test]
fn html_that_is_left_out() {
    check_problems(
        "<script>x</script>",
        &["warning markdown/html-removed [<script>]"],
    );
    check_problems(
        "a <b onclick=\"x\" style='y'>c</b>",
        &[
            "warning markdown/html-removed [<b onclick=\"x\" style='y'>]",
            "warning markdown/html-removed [<b onclick=\"x\" style='y'>]",
        ],
    );
    check_problems(
        "<div>\n\n<iframe src=\"x\">\n</iframe>\n\n</div>",
        &["warning markdown/html-removed [<iframe src=\"x\">]"],
    );
    check_problems(
        "> <div\n> class=a><h1>b</h1></div>",
        &["warning markdown/html-removed [<h1>]"],
    );
    // How a link opens is for its reader to say.
    check_problems(
        "<a href=\"https://x.se\" target=_blank rel=noopener download>x</a>",
        &[],
    );
    check_problems("<details open><summary lang=en>a</summary>b</details>", &[]);
    check_problems(
        "<span id=x>a</span>\n\n## X {#x}",
        &["markdown/duplicate-id [{#x}]"],
    );
}

#[test]
fn html_that_is_never_closed() {
    check_problems(
        "<details>\n\na <b>c</b>\n\n<p>d",
        &["warning markdown/html-unclosed [<details>]"],
    );
    check_problems("a <u>b", &["warning markdown/html-unclosed [<u>]"]);
}

#[test]
fn characters_that_turn_text_around() {
    check_problems("a\u{202e}b", &["warning markdown/bidi-control [\u{202e}]"]);
    check_problems(
        "`a\u{2066}b`",
        &["warning markdown/bidi-control [\u{2066}]"],
    );
    check_problems(
        "```\na\u{2066}b\n```",
        &["warning markdown/bidi-control [\u{2066}]"],
    );
    check_problems("a\u{200f}b – “c”", &[]);
}

#[test]
fn one_place_can_be_allowed() {
    check_problems(
        "<!-- nitton-allow image/missing-alt: gammal bild -->\n![](b.png)",
        &[],
    );
    check_problems(
        "<!-- nitton-allow image/missing-alt, markdown/missing-note: arkiv -->\n![](b.png) [^2]\n\n![](c.png)",
        &["image/missing-alt [![](c.png)]"],
    );
    check_problems(
        "- <!-- nitton-allow image/missing-alt: x -->\n  ![](b.png)",
        &[],
    );
    check_problems(
        "<!-- nitton-allow image/missing-alt: x -->\n\n- a\n- ![](b.png)\n\n> ![](c.png)",
        &["image/missing-alt [![](c.png)]"],
    );
    check_problems(
        "<!-- nitton-allow image/missing-alt: x -->\n<!-- nitton-allow link/empty: x -->\n![](b.png) [a]()",
        &[],
    );
    let (body, _) = parse("<!-- nitton-allow link/missing-page: x -->\n[a](b.md)\n\n[c](d.md)");
    let allowed: Vec<bool> = body.links.iter().map(|link| link.allowed).collect();
    assert_eq!(allowed, [true, false]);
}

#[test]
fn allowing_needs_a_reason_a_code_and_a_place() {
    check_problems(
        "<!-- nitton-allow image/missing-alt -->\n![](b.png)",
        &[
            "warning markdown/allow-without-reason [<!-- nitton-allow image/missing-alt -->]",
            "image/missing-alt [![](b.png)]",
        ],
    );
    let text = "<!-- nitton-allow image/mising-alt: x -->\na";
    check_problems(
        text,
        &["warning markdown/allow-unknown-code [<!-- nitton-allow image/mising-alt: x -->]"],
    );
    assert!(
        parse(text).1[0]
            .english()
            .message
            .contains("did you mean `image/missing-alt`")
    );
    check_problems(
        "<!-- nitton-allow image/remote: x -->\n![a](https://b.se)",
        &[
            "warning markdown/allow-guarded-code [<!-- nitton-allow image/remote: x -->]",
            "image/remote [![a](https://b.se)]",
        ],
    );
    check_problems(
        "a <!-- nitton-allow link/empty: x --> b",
        &["warning markdown/allow-misplaced [<!-- nitton-allow link/empty: x -->]"],
    );
    check_problems(
        "a\n\n<!-- nitton-allow link/empty: x -->",
        &["warning markdown/allow-misplaced [<!-- nitton-allow link/empty: x -->]"],
    );
}

#[test]
fn places_count_in_the_whole_file() {
    let text = "\u{feff}---\ntitle: x\n---\n::: {lang=en}\r\n[a](b.md)\r\n:::\r\n![](c.png)";
    let start = text.find(":::").expect("it is there");
    let file = crate::path::SourcePath::new(super::FILE);
    let settings = super::settings(crate::parse::RawHtml::Sanitize);
    let (body, diagnostics) = super::body(&file, text, start, "", "a", "sv", &settings);
    assert_eq!(
        brief(text, &diagnostics),
        ["image/missing-alt [![](c.png)]"]
    );
    let span = body.links[0].span;
    assert_eq!(&text[span.start..span.end], "[a](b.md)");
    assert!(matches!(body.links[0].target, LinkTarget::File { .. }));
}

#[test]
fn places_in_values() {
    let (_, diagnostics) = inline_of("å [b]() c");
    let span = diagnostics[0].span.expect("it has a place");
    assert_eq!((span.start, span.end), (103, 108));
    assert_eq!(diagnostics[0].severity, Severity::Error);
}

/// Marks of lists that Markdown doesn't see, once for each list.
#[test]
fn lists_that_are_none() {
    for (text, mark) in [
        ("-ett\n-två\n-tre", "-ett"),
        ("Vi vill:\n-ett\n-två", "-ett"),
        ("1.ett\n2.två", "1.ett"),
        ("1)ett\n2)två", "1)ett"),
        ("• ett\n• två\n• tre", "• ett"),
        ("•\u{a0}ett\n•\u{a0}två", "•\u{a0}ett"),
        ("> ·ett\n> ·två", "·ett"),
    ] {
        check_problems(text, &[&format!("warning markdown/list-mark [{mark}]")]);
    }
    let help = |text: &str| parse(text).1[0].english().help.join("; ");
    assert_eq!(
        help("• ett\n• två"),
        "write `- ett`, and the other lines in the same way"
    );
    assert_eq!(
        help("1)ett\n2)två"),
        "write `1) ett`, and the other lines in the same way"
    );
    for prose in [
        "-5 grader\n-7 grader",
        "-ett ord",
        "– Ja.\n– Nej.",
        "1.5 och\n2.5",
        "Ett • två\n• tre",
        "2021.Sedan\n2022.Nu",
        "- ett\n- två",
    ] {
        check_problems(prose, &[]);
    }
}

#[test]
fn comments_that_never_end_would_be_seen() {
    for text in ["<!-- fråga chefen\n\nText", "Text <!-- fråga", "- a <!-- b"] {
        check_problems(text, &["markdown/unclosed-comment [<!--]"]);
    }
    check_problems("<!-- a -->\n\nb <!-- c\nd --> `<!--` \\<!-- a < b", &[]);
}

#[test]
fn letters_in_a_wrong_encoding() {
    check_problems(
        "MÃ¤nskliga Â§ och M\u{fffd}nniskor, `rÃ¤tt`",
        &[
            "warning markdown/wrong-encoding [MÃ¤nskliga]",
            "warning markdown/wrong-encoding [Â§]",
            "warning markdown/wrong-encoding [M\u{fffd}nniskor,]",
            "warning markdown/wrong-encoding [`rÃ¤tt`]",
        ],
    );
    assert_eq!(parse("rÃ¤tt").1[0].english().help, ["write `rätt`"]);
    check_problems("São Paulo, Âme, pâté, JOÃO", &[]);
}

#[test]
fn links_without_words_and_images_named_by_files() {
    check_problems(
        "a [](https://a.se) b",
        &["warning link/without-text [[](https://a.se)]"],
    );
    check_problems("[![Karta](b.png)](https://a.se) [](<b.png>", &[]);
    check_problems(
        "![IMG_2034.JPG](b.png)",
        &["warning image/alt-is-file [![IMG_2034.JPG](b.png)]"],
    );
    check_problems("![Karta från bild.png](b.png)", &[]);
}

/// What is advised for an address with a space is the same thing without it.
#[test]
fn addresses_with_spaces_say_what_was_meant() {
    for (text, meant) in [
        ("![a](min bild.png)", "![a](<min bild.png>)"),
        ("![a](b.png =300x200)", "![a](b.png)"),
        ("[a](mailto: b@c.se)", "[a](mailto:b@c.se)"),
        ("[a](https: //b.se)", "[a](https://b.se)"),
        ("! [a](b c.png)", "[a](<b c.png>)"),
    ] {
        let (_, diagnostics) = parse(text);
        assert_eq!(
            diagnostics[0].english().help,
            [format!("write `{meant}`")],
            "{text}"
        );
    }
}

/// What other dialects understand is reported where it stands, with what is written here.
#[test]
fn marks_of_other_dialects() {
    for (text, code, shown, help) in [
        ("[TOC]\n\na", "foreign-mark", "[TOC]", "remove it"),
        ("[[_TOC_]]\n\na", "foreign-mark", "[[_TOC_]]", "remove it"),
        ("a\n\n[[toc]]", "foreign-mark", "[[toc]]", "remove it"),
        (
            "!!! warning \"Obs\"\n    Text",
            "foreign-mark",
            "!!! warning \"Obs\"",
            "`> [!WARNING]`",
        ),
        (
            "??? note\n    Text",
            "foreign-mark",
            "??? note",
            "`> [!NOTE]`",
        ),
        ("Bra :smile:!", "foreign-mark", ":smile:", "write `😄`"),
        (
            "(:okänt: :ok_hand:)",
            "foreign-mark",
            ":ok_hand:",
            "the emoji itself",
        ),
        ("Så $$E = mc^2$$.", "foreign-mark", "$$E = mc^2$$", "<sup>"),
        ("$$\na = b\n$$", "foreign-mark", "$$\na = b\n$$", "<sup>"),
        ("Vinkeln $\\alpha$ är", "foreign-mark", "$\\alpha$", "<sup>"),
        ("100 m^2^ stor", "foreign-mark", "^2^", "`<sup>2</sup>`"),
        ("CO~2~ minskar", "foreign-mark", "~2~", "`<sub>2</sub>`"),
        (
            "Så är det^[Se rapporten.] nu",
            "foreign-mark",
            "^[Se rapporten.]",
            "`[^1]: Se rapporten.`",
        ),
        ("- [] Köp", "list-mark", "- [] Köp", "`- [ ] Köp`"),
        ("-[ ] Köp", "list-mark", "-[ ] Köp", "`- [ ] Köp`"),
        ("* [x]Köp", "list-mark", "* [x]Köp", "`* [x] Köp`"),
        ("1. [ x ] Köp", "list-mark", "1. [ x ] Köp", "`1. [x] Köp`"),
    ] {
        let (_, diagnostics) = parse(text);
        let problem = format!("warning markdown/{code} [{shown}]");
        assert_eq!(brief(text, &diagnostics), [problem], "{text}");
        let given = diagnostics[0].english().help.join("\n");
        assert!(given.contains(help), "{text}: {given}");
    }
    check_problems(
        "`[TOC]` \\[TOC] och [toc i text]\n\n    !!! note\n\nHej!!! du\n\n`:smile:` kl 10:30:15, \
         SKR:s ::a:: 1:a:b\n\n5 $ och 10 $ samt $100 `$$`\n\n^_^ a^b ~ungefär~ c~~2~~\n\n\
         - [ ] Köp\n- [x] Sälj\n- [länken](https://x.se) [1]\n- []\n\n- - - [ ] a",
        &[],
    );
}

/// Where the lead ends is said in one way, and in that of WordPress.
#[test]
fn ends_of_leads() {
    for text in [
        "<!-- mer -->",
        "<!--Läs mer-->",
        "<!-- readmore -->",
        "<!-- truncate -->",
    ] {
        let body = format!("Ett.\n\n{text}\n\nTvå.");
        check_problems(&body, &[&format!("warning markdown/foreign-mark [{text}]")]);
    }
    for text in [
        "<!--more-->",
        "<!-- More -->",
        "<!--more Läs hela texten-->",
    ] {
        let (body, diagnostics) = parse(&format!("Ett.\n\nTvå.\n\n{text}\n\nTre."));
        assert!(diagnostics.is_empty(), "{diagnostics:?}");
        assert_eq!(body.lead, "Ett. Två.", "{text}");
    }
    check_problems("a\n\n<!-- mer att skriva om Lund -->\n\nb", &[]);
}

/// Words that stand in for others until a text is finished.
#[test]
fn texts_that_are_not_finished() {
    for (text, shown) in [
        ("Lorem ipsum dolor sit amet.", "Lorem ipsum"),
        ("TODO: skriv om Lund", "TODO"),
        ("Vi ses (TODO)", "TODO"),
        ("Priset är xxx kr.", "xxx"),
        ("Vi ses kl XX i XXX, Lund", "XXX"),
        ("Läs mer [länk].", "[länk]"),
        ("[Infoga bild på torget]", "[Infoga bild på torget]"),
    ] {
        check_problems(text, &[&format!("warning site/placeholder [{shown}]")]);
    }
    check_problems(
        "`TODO` metodTODO xx 08-xxx www.xxx.se [länk](https://x.se) [sic] [texten] Todo\n\n\
         Som lorem ipsum är. Kalla det TODO i koden.",
        &[],
    );
}

/// A line below a text makes a heading of it, which few know.
#[test]
fn texts_above_a_line() {
    for (text, headings) in [
        ("Så slutar det.\n---", 2),
        ("En rad\noch en till\n-----------", 1),
    ] {
        let (_, diagnostics) = parse(text);
        let [found] = &diagnostics[..] else {
            panic!("{text}: {diagnostics:?}");
        };
        assert_eq!(found.code.name, "markdown/heading-by-rule", "{text}");
        assert_eq!(found.help.len(), headings, "{text}");
    }
    check_problems("Om det!\n-------\n\nOrd\n---\n\nText\n\n---\n\nmer", &[]);
}

/// Seven marks and more.
#[test]
fn headings_that_are_too_deep() {
    let text = "####### Rubrik";
    check_problems(
        text,
        &["warning markdown/heading-without-space [####### Rubrik]"],
    );
    assert!(parse(text).1[0].english().help[0].contains("`### Rubrik`"));
    assert!(parse("##Rubrik ett").1[0].english().help[0].contains("`## Rubrik ett`"));
    check_problems("#######", &[]);
}

/// Addresses that are almost right are reported as what was meant.
#[test]
fn addresses_that_are_almost_right() {
    for (text, code, shown, help) in [
        (
            "[x](kommunen.se)",
            "link/no-scheme",
            "",
            "`https://kommunen.se`",
        ),
        ("[x](08-12345)", "link/no-scheme", "", "`tel:08-12345`"),
        ("[x](https:/x.se)", "link/bad-scheme", "", "`https://x.se`"),
        (
            "[x](”https://x.se”)",
            "link/bad-scheme",
            "",
            "`https://x.se`",
        ),
        ("[x](https//x.se)", "link/bad-scheme", "", "`https://x.se`"),
        (
            "[x](https://https://x.se)",
            "link/bad-scheme",
            "",
            "`https://x.se`",
        ),
        (
            "[x](mailto://a@x.se)",
            "link/bad-scheme",
            "",
            "`mailto:a@x.se`",
        ),
        ("<https:/x.se>", "link/bad-scheme", "", "`https://x.se`"),
        (
            "Se <www.x.se>.",
            "link/no-scheme",
            "<www.x.se>",
            "`<https://www.x.se>`",
        ),
        (
            "[oss](08-123 45)",
            "markdown/link-with-space",
            "",
            "`[oss](tel:08-12345)`",
        ),
        (
            "Se ! [Karta](b.png)",
            "markdown/link-with-space",
            "! [Karta](b.png)",
            "`![Karta](b.png)`",
        ),
    ] {
        let (_, diagnostics) = parse(text);
        let [found] = &diagnostics[..] else {
            panic!("{text}: {diagnostics:?}");
        };
        assert_eq!(found.code.name, code, "{text}");
        let shown = if shown.is_empty() { text } else { shown };
        let span = found.span.expect("a place");
        assert_eq!(&text[span.start..span.end], shown);
        assert!(
            found.english().help[0].contains(help),
            "{text}: {:?}",
            found.english().help
        );
    }
    check_problems(
        "Hej! [Karta](b.png)\n\n[x](2026.md) [y](http.md) a < www b",
        &[],
    );
}

/// A note without its colon is reported once, where it stands.
#[test]
fn notes_without_colon() {
    for text in [
        "a[^1]\n\n[^1] Se rapporten.",
        "[^1] Se rapporten.\n\na[^1] b[^1]",
    ] {
        check_problems(
            text,
            &["warning markdown/missing-note [[^1] Se rapporten.]"],
        );
        let help = &parse(text).1[0].english().help[0];
        assert!(help.contains("`[^1]: Se rapporten.`"), "{help}");
    }
    check_problems("a\n[^1] och b", &["warning markdown/missing-note [[^1]]"]);
}

/// In Swedish, which joins and inflects otherwise.
#[test]
fn problems_in_swedish() {
    for (text, message, help) in [
        (
            "> [!OBSS]\n> a",
            "det finns ingen ruta `[!OBSS]`",
            "det finns `NOTE`, `TIP`, `IMPORTANT`, `WARNING` och `CAUTION`",
        ),
        (
            "a _b _c",
            "ett mellanslag innanför gör att texten inte blir kursiv: läsarna ser `_`",
            "skriv `_b_`, med mellanslaget utanför",
        ),
        (
            "## A {#b}{.c}",
            "klammerparentesen betyder ingenting här: läsarna ser den precis som den är skriven",
            "`## Rubrik {#b}`",
        ),
        (
            "[gallery ids=\"1,2\"]",
            "`[gallery]` är en kortkod från WordPress: läsarna skulle se den precis som den är skriven",
            "på den gamla webbplatsen har de numren 1,2",
        ),
        (
            "![](b.png)",
            "bilden `b.png` saknar alternativtext",
            "om bilden bara är dekoration, skriv `![](b.png){decorative}`",
        ),
        (
            "| a |\n|---|\n| b | c |",
            "raden har 2 celler men rubrikraden bara 1: resten kommer inte med",
            "skriv `\\|` för ett `|`",
        ),
    ] {
        let found = parse(text).1[0].in_words(Language::Swedish);
        assert_eq!(found.message, message);
        let helps = found.help.join("\n");
        assert!(helps.contains(help), "{helps}");
    }
}
