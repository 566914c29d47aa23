//! What stands on pages: text, images, overriding of the theme.

use crate::site::Site;

fn main_part(html: &str) -> &str {
    let rest = html.split("<main").nth(1).expect("a main part");
    rest.split("</main>").next().expect("its end")
}

/// A PNG of 2 × 1 pixels with a text chunk and an Exif chunk.
pub(crate) fn png() -> Vec<u8> {
    let chunk = |name: &[u8; 4], data: &[u8]| {
        let mut bytes = u32::try_from(data.len())
            .expect("small")
            .to_be_bytes()
            .to_vec();
        bytes.extend(name);
        bytes.extend(data);
        let mut crc = u32::MAX;
        for byte in name.iter().chain(data) {
            crc ^= u32::from(*byte);
            for _ in 0..8 {
                crc = if crc & 1 == 1 {
                    (crc >> 1) ^ 0xedb8_8320
                } else {
                    crc >> 1
                };
            }
        }
        bytes.extend((!crc).to_be_bytes());
        bytes
    };
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    png.extend(chunk(b"IHDR", &[0, 0, 0, 2, 0, 0, 0, 1, 8, 0, 0, 0, 0]));
    png.extend(chunk(b"tEXt", b"Comment\0HEMLIG PLATS"));
    png.extend(chunk(b"eXIf", b"MM\0*\0\0\0\x08GPSHEMLIG"));
    png.extend(chunk(
        b"IDAT",
        &[0x78, 0x9c, 0x63, 0x60, 0x60, 0, 0, 0, 3, 0, 1],
    ));
    png.extend(chunk(b"IEND", &[]));
    png
}

#[test]
fn images_have_their_size_and_lose_their_metadata() {
    let site = Site::new("");
    site.post("2024-05-17-resa/index.md", "![En bild](bild.png)\n\n![En till](/bilder/b.png \"Bildtext\")\n\n![](bild.png){decorative}");
    site.write("content/posts/2024-05-17-resa/bild.png", png())
        .write("static/bilder/b.png", png())
        .write("content/posts/oanvand.png", png());
    site.build();
    let html = site.read("2024/05/resa/index.html");
    assert!(html.contains("<img src=\"/media/posts/2024-05-17-resa/bild.png\" width=\"2\" height=\"1\" fetchpriority=\"high\" decoding=\"async\" alt=\"En bild\""), "{}", main_part(&html));
    assert!(html.contains("<figcaption>Bildtext</figcaption>") && html.contains("alt=\"\""));
    assert!(
        !site
            .output_paths()
            .iter()
            .any(|path| path.contains("oanvand"))
    );
    for (path, bytes) in site.output() {
        let hidden = bytes.windows(6).any(|window| window == b"HEMLIG");
        assert!(!hidden, "{path} still has its metadata");
    }
    assert!(site.has("bilder/b.png"));
}

#[test]
fn links_by_file_and_by_path_become_permalinks() {
    let site = Site::new("");
    site.write(
        "content/pages/om/historia.md",
        "---\ntitle: Historia\n---\n\n## Början\n\n[inlägg](../../posts/b.md)\n",
    );
    site.post("b.md", "## Rubrik två\n\nText.");
    site.post("2021/a.md", "[ett](../b.md#rubrik-tva) [två](../../pages/om/historia.md) [tre](/om/historia/#borjan) [fyra](/om/historia) [fem](#sex) [sju](../../authors/asa.md)\n\n## Sex");
    site.edit(
        "site.yaml",
        "https://blogg.example.se/",
        "https://blogg.example.se/bas/",
    );
    site.build();
    let html = site.read("2024/05/a/index.html");
    for href in [
        "/bas/2024/05/b/#rubrik-tva",
        "/bas/om/historia/",
        "/bas/om/historia/#borjan",
        "#sex",
        "/bas/skribenter/asa/",
    ] {
        assert!(
            html.contains(&format!("href=\"{href}\"")),
            "{href} is not in {}",
            main_part(&html)
        );
    }
}

#[test]
fn broken_fragments_and_links_say_what_is_near() {
    let site = Site::new("");
    site.post("b.md", "## Rubrik två\n\nText.");
    site.post(
        "a.md",
        "[ett](b.md#rubrik-tvo) [två](bb.md) [tre](/2024/05/c/)",
    );
    let run = site.try_build();
    assert_eq!(run.code, 1);
    assert!(
        run.stderr.contains("rubrik-tva") && run.stderr.contains("b.md`"),
        "{}",
        run.stderr
    );
    site.fails(&[
        "link/missing-fragment content/posts/a.md:7:1",
        "link/missing-page content/posts/a.md:7:24",
        "link/missing-page content/posts/a.md:7:37",
    ]);
}

#[test]
fn addresses_of_the_old_blog_lead_to_the_page_that_is_meant() {
    let site = Site::new("");
    site.write(
        "content/posts/old/2016-04-19-version-3-0-4.md",
        "---\ntitle: Old\nauthor: asa\n---\n\nText.\n",
    );
    site.post("bundle/index.md", "Text.");
    site.post(
        "a.md",
        "[ett](/news/2016/04/19/version-3-0-4/) [två](/2016/version-3-0-4.html) [tre](/x/bundle.html)",
    );
    let run = site.try_build();
    let count = |address: &str| {
        run.stderr
            .matches(&format!("did you mean `{address}`?"))
            .count()
    };
    assert_eq!(
        (count("/2016/04/version-3-0-4/"), count("/2024/05/bundle/")),
        (2, 1),
        "{}",
        run.stderr
    );
}

#[test]
fn typography_and_languages() {
    let site = Site::new("");
    site.post(
        "a.md",
        "Hon sa \"rätt\" -- 25 % av [the call]{lang=en}.\n\n::: {lang=yi}\nייִדיש\n:::\n",
    );
    site.write("content/posts/b.md", "---\ntitle: \"The \\\"right\\\" one\"\ndate: 2024-05-17\nauthor: asa\nlang: en\n---\n\nShe said \"right\".\n");
    site.build();
    let html = site.read("2024/05/a/index.html");
    assert!(
        html.contains("Hon sa ”rätt” – 25\u{a0}% av <span lang=\"en\">the call</span>."),
        "{}",
        main_part(&html)
    );
    assert!(html.contains("<div lang=\"yi\" dir=\"rtl\">"));
    let html = site.read("2024/05/b/index.html");
    assert!(
        html.contains("The “right” one") && html.contains("She said “right”."),
        "{}",
        main_part(&html)
    );
}

#[test]
fn a_template_a_block_a_string_and_an_asset_can_be_overridden() {
    let site = Site::new("");
    site.post("a.md", "Text.");
    site.write(
        "templates/not_found.html",
        "<!doctype html><title>Borta</title><p>Helt egen {{ config.title }}</p>\n",
    );
    site.write("templates/post.html", "{% extends \"default/post.html\" %}{% block aside %}<p>Eget slut</p>{{ super() }}{% endblock %}\n");
    site.build();
    assert!(site.read("404.html").contains("Helt egen Provblogg"));
    let html = site.read("2024/05/a/index.html");
    assert!(
        html.contains("<p>Eget slut</p>") && html.contains("<h1"),
        "{html}"
    );
    site.write("themes/min/theme.yaml", "name: min\napi: 1\n")
        .write(
            "themes/min/strings/sv.yaml",
            "skip_to_content: Gå direkt till texten\n",
        );
    site.write("themes/min/assets/style.css", "body { color: #123456 }\n");
    site.edit("site.yaml", "title:", "theme: min\ntitle:");
    site.build();
    assert!(site.read("index.html").contains("Gå direkt till texten"));
    let css = site
        .output_paths()
        .into_iter()
        .find(|path| path.starts_with("assets/style."))
        .expect("the style sheet");
    assert!(site.read(&css).contains("#123456"));
    assert!(site.read("index.html").contains(&css));
}

#[test]
fn a_missing_translation_falls_back_with_a_warning() {
    let site = Site::new("");
    site.post("a.md", "Text.");
    site.write("themes/min/theme.yaml", "name: min\napi: 1\n")
        .write(
            "themes/min/strings/is.yaml",
            "name: íslenska\nskip_to_content: Fara að efni\n",
        );
    site.edit("site.yaml", "title:", "theme: min\nlanguage: is\ntitle:");
    let run = site.try_build();
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stderr.contains("warning[locale/"), "{}", run.stderr);
    let html = site.read("index.html");
    assert!(html.contains("Fara að efni") && html.contains("lang=\"is\""));
}

#[test]
fn corrections_comments_and_calls_to_action_are_shown() {
    let site = Site::new("");
    site.write(
        "content/pages/regler.md",
        "---\ntitle: Regler\n---\n\nText.\n",
    );
    site.edit(
        "site.yaml",
        "title:",
        "comments: {default: closed, rules: pages/regler.md}\ntitle:",
    );
    site.write("content/posts/a.md", "---\ntitle: A\ndate: 2024-05-17\nauthor: asa\ncorrections: [{date: 2024-05-20, text: \"Lund stod *två* gånger.\"}]\ncta: {text: Anmäl er, url: \"mailto:x@example.se\", deadline: 2024-06-30}\n---\n\nText.\n");
    site.write(
        "content/posts/a.comments.yaml",
        "- {name: Kim <b>, date: 2024-05-18, text: \"Bra <script>!\\n\\nTack.\"}\n",
    );
    site.build();
    let html = site.read("2024/05/a/index.html");
    let main = main_part(&html);
    for text in [
        "Lund stod <em>två</em> gånger.",
        "Kim &lt;b&gt;",
        "Bra &lt;script&gt;!",
        "<p>Tack.</p>",
        "/regler/",
        "mailto:x@example.se",
        "30 juni 2024",
    ] {
        assert!(main.contains(text), "{text} is not in {main}");
    }
    assert!(
        main_part(&site.read("rattelser/index.html")).contains("Lund stod <em>två</em> gånger.")
    );
}

#[test]
fn the_head_describes_the_page() {
    let site = Site::new("");
    site.write("content/posts/a.md", "---\ntitle: Rätt & fel\ndate: 2024-05-17\nauthor: asa\nsummary: Om rätt och fel.\n---\n\nText.\n");
    site.build();
    let html = site.read("2024/05/a/index.html");
    for text in [
        "<html lang=\"sv\"",
        "<title>Rätt &amp; fel – Provblogg</title>",
        "<meta name=\"description\" content=\"Om rätt och fel.\">",
        "<link rel=\"canonical\" href=\"https://blogg.example.se/2024/05/a/\">",
        "property=\"og:title\" content=\"Rätt &amp; fel\"",
        "rel=\"manifest\" href=\"/site.webmanifest\"",
    ] {
        assert!(html.contains(text), "{text} is not in {html}");
    }
    let json = html
        .split("application/ld+json\">")
        .nth(1)
        .and_then(|rest| rest.split("</script>").next())
        .expect("JSON-LD");
    let json: serde_json::Value = serde_json::from_str(json).expect("JSON");
    assert_eq!(json["@graph"][0]["@type"], "BlogPosting");
    assert_eq!(json["@graph"][0]["headline"], "Rätt & fel");
    assert_eq!(json["@graph"][1]["@type"], "BreadcrumbList");
}

#[test]
fn structured_data_says_nothing_where_there_is_nothing_to_say() {
    let site = Site::new("");
    site.edit("site.yaml", "title:", "paginate_by: 1\ntitle:");
    site.post("b.md", "Text.");
    site.write(
        "content/posts/a.md",
        "---\ntitle: A\ndate: 2024-05-17\nauthor: asa\naliases: [/old/]\n---\n\n## Rubrik\n",
    );
    site.build();
    for page in ["404.html", "sida/2/index.html", "old/index.html"] {
        assert!(!site.read(page).contains("ld+json"), "{page}");
    }
    for (path, _) in site.output() {
        if path.ends_with(".html") {
            let page = site.read(&path);
            assert!(!page.contains("\"description\":\"\""), "{path}");
            let lists = page.matches("BreadcrumbList").count();
            let items = page.matches("\"ListItem\"").count();
            assert!(lists == 0 || items >= 2 * lists, "{path}");
        }
    }
}

#[test]
fn raw_html_is_cleaned_kept_or_shown_as_the_site_wishes() {
    let body = "<details><summary>Mer</summary>\n\nText *här*.\n\n</details>\n\n<div onclick=\"x()\" class=\"ruta\">Ruta</div>";
    for (mode, inside, outside) in [
        ("sanitize", "<summary>Mer</summary>", "onclick"),
        ("allow", "onclick=\"x()\"", "&lt;div"),
        ("escape", "&lt;details&gt;", "<details>"),
    ] {
        let site = Site::new("");
        site.post("a.md", body);
        site.edit(
            "site.yaml",
            "title:",
            &format!("markdown: {{raw_html: {mode}}}\ntitle:"),
        );
        assert_eq!(site.try_build().code, 0);
        let html = site.read("2024/05/a/index.html");
        let article = main_part(&html);
        assert!(article.contains(inside), "{mode}: {article}");
        assert!(!article.contains(outside), "{mode}: {article}");
    }
}

#[test]
fn a_jekyll_post_builds_after_following_what_is_said() {
    let site = Site::new("");
    site.write(
        "content/posts/2019-03-04-old-post.md",
        "---\nlayout: post\ntitle: Old post\nauthors:\n  - asa\nexcerpt: What it is about.\ncategories: [rights]\nlast_modified_at: 2019-04-01\n---\n\nText.\n",
    );
    let run = site.try_build();
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(
        run.stderr.contains("layout") && run.stderr.contains("categories"),
        "{}",
        run.stderr
    );
    let html = site.read("2019/03/old-post/index.html");
    assert!(html.contains("What it is about.") && html.contains("/etiketter/rights/"));
}

#[test]
fn the_filter_markdown_is_cleaned_as_posts_are() {
    let site = Site::new("");
    site.write(
        "content/posts/a.md",
        "---\ntitle: A\ndate: 2024-05-17\nauthor: asa\nextra: {x: \"*hej* <script>alert(1)</script> [x](javascript:1) [y](/om)\"}\n---\n\nText.\n",
    );
    site.write(
        "templates/post.html",
        "<!doctype html><title>A</title><main>{{ page.extra.x | markdown }}</main>\n",
    );
    site.build();
    let html = site.read("2024/05/a/index.html");
    assert!(
        html.contains("<em>hej</em>") && html.contains("href=\"/om\""),
        "{html}"
    );
    assert!(
        !html.contains("<script") && !html.contains("javascript:"),
        "{html}"
    );
}

#[test]
fn images_must_be_images() {
    let site = Site::new(
        "-- content/posts/hemlig.md --\n---\ntitle: H\ndate: 2024-05-17\nauthor: asa\ndraft: true\n---\n",
    );
    site.post("a.md", "![x](hemlig.md)\n\n![y](../../site.yaml)");
    site.fails(&[
        "image/no-image content/posts/a.md:7:1",
        "image/no-image content/posts/a.md:9:1",
    ]);
}

#[test]
fn a_file_that_is_also_a_page_is_a_collision() {
    let site = Site::new("-- static/Arkiv/index.html --\nx\n");
    site.post("a.md", "Text.");
    let run = site.try_build();
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stderr.contains("route/collision"), "{}", run.stderr);
    assert!(
        run.stderr.contains("static/Arkiv/index.html"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_file_where_others_need_a_folder_is_a_collision() {
    for (file, alias) in [
        ("static/Gammal", "/gammal/sida/"),
        ("static/gammal-x/b.txt", "/gammal-x/b.txt/sida/"),
        ("static/gammal.html", "/gammal.html/a.html"),
    ] {
        let site = Site::new("");
        site.write(file, "x\n");
        // Stands between the file and what lies below it.
        site.write("static/gammal-a.txt", "x\n");
        site.write(
            "content/posts/a.md",
            format!("---\ntitle: A\ndate: 2024-05-17\nauthor: asa\naliases: [{alias}]\n---\n"),
        );
        let run = site.try_build();
        assert_eq!(run.code, 1, "{file}: {}", run.stderr);
        assert!(run.stderr.contains("route/collision"), "{}", run.stderr);
        assert!(run.stderr.contains(file), "{}", run.stderr);
    }
    // The file of a page is one too.
    let site = Site::new("");
    site.write(
        "content/posts/a.md",
        "---\ntitle: A\ndate: 2024-05-17\nauthor: asa\naliases: [/2024/05/a/index.html/b/]\n---\n",
    );
    let run = site.try_build();
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stderr.contains("route/collision"), "{}", run.stderr);
}

#[test]
fn a_page_says_until_when_it_holds_and_is_told_of_when_that_is_over() {
    let site = Site::new("");
    site.post("a.md", "Text.");
    let page = |day: &str| format!("---\ntitle: Om\nvalid_until: {day}\n---\n\nText.\n");
    site.write("content/pages/om.md", page("2024-05-31"));
    site.warns(&["site/outdated-page content/pages/om.md:3:14"]);
    assert!(site.read("om/index.html").contains("Gäller till och med"));
    // The whole of the last day.
    site.write("content/pages/om.md", page("2024-06-01"));
    site.warns(&[]);
}

#[test]
fn tags_of_other_generators_are_not_published_in_silence() {
    let site = Site::new("");
    site.post(
        "a.md",
        "Av {% author x %} och {{ site.url }}.\n\n`{% kod %}`",
    );
    site.fails(&[
        "markdown/template-tag content/posts/a.md:7:4",
        "markdown/template-tag content/posts/a.md:7:23",
    ]);
}

#[test]
fn an_alias_that_says_nothing_new_is_a_warning() {
    let site = Site::new("");
    site.write(
        "content/posts/a.md",
        "---\ntitle: A\ndate: 2024-05-17\nauthor: asa\naliases:\n  - /gammal/\n  - /gammal\n  - /gammal/index.html\n  - /2024/05/a/\n  - /annan.html\n---\n\nText.\n",
    );
    site.warns(&[
        "route/needless-alias content/posts/a.md:7:5",
        "route/needless-alias content/posts/a.md:8:5",
        "route/needless-alias content/posts/a.md:9:5",
    ]);
    assert!(site.read("gammal/index.html").contains("/2024/05/a/"));
    assert!(site.read("2024/05/a/index.html").contains("Text."));
    assert!(site.has("annan.html"));
}

#[test]
fn a_host_with_other_letters_is_written_as_machines_know_it() {
    let site = Site::new("");
    site.write(
        "site.yaml",
        "title: Provblogg\nbase_url: https://räksmörgås.example/\n",
    );
    site.post("a.md", "Text.");
    site.build();
    let page = site.read("2024/05/a/index.html");
    assert!(
        page.contains("https://xn--rksmrgs-5wao1o.example/2024/05/a/"),
        "{page}"
    );
    for (path, bytes) in site.output() {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("räksmörgås"), "{path}");
    }
}

#[test]
fn a_date_of_single_digits_in_a_name() {
    let site = Site::new("");
    let text = "---\ntitle: Vinter\nauthor: asa\n---\n\nText.\n";
    site.write("content/posts/2016-1-5-vinter.md", text);
    site.write("content/posts/2016-11-5-host/index.md", text);
    site.build();
    assert!(
        site.read("2016/01/vinter/index.html")
            .contains("2016-01-05")
    );
    assert!(site.read("2016/11/host/index.html").contains("2016-11-05"));
}

#[test]
fn whole_addresses_of_the_site_are_links_within_it() {
    let site = Site::new("");
    site.write(
        "static/bilder/a.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>",
    );
    site.post("a.md", "Se [b](https://blogg.example.se/2024/05/b/#del) och ![En bild](http://blogg.example.se/bilder/a.svg).");
    site.post("b.md", "## Del {#del}\n\nText.");
    site.build();
    let page = site.read("2024/05/a/index.html");
    assert!(page.contains("href=\"/2024/05/b/#del\""), "{page}");
    assert!(page.contains("src=\"/bilder/a.svg\""), "{page}");

    site.edit("content/posts/a.md", "/05/b/#del", "/05/borta/");
    site.edit(
        "site.yaml",
        "title:",
        "menu: [{title: Om, url: 'https://blogg.example.se/om/'}]\ntitle:",
    );
    site.fails(&[
        "link/missing-page content/posts/a.md:7:4",
        "link/missing-page site.yaml:1:25",
    ]);
}

#[test]
fn template_tags_of_other_generators_are_named_wherever_they_stand() {
    let site = Site::new("");
    site.post(
        "a.md",
        "[om]({{ site.baseurl }}/om/)\n\n![En bild]({{site.url}}/a.png)\n\n<p>Från {{ page.author }}</p>\n\n<a href=\"{% post_url 2016-01-05-b %}\">b</a>\n",
    );
    site.fails(&[
        "markdown/template-tag content/posts/a.md:7:6",
        "markdown/template-tag content/posts/a.md:9:1",
        "markdown/template-tag content/posts/a.md:11:9",
        "markdown/template-tag content/posts/a.md:13:1",
    ]);
}

#[test]
fn what_is_left_out_of_html_says_what_to_do_instead() {
    let site = Site::new("");
    site.post(
        "a.md",
        "<iframe src=\"https://example.com/film\"></iframe>\n\n<center>mitt</center>\n",
    );
    let run = site.try_build();
    assert_eq!(run.code, 0, "{}", run.stderr);
    for help in [
        "link to what it shows",
        "how the page looks is up to the theme",
    ] {
        assert!(run.stderr.contains(help), "{help}: {}", run.stderr);
    }
}

#[test]
fn the_sites_own_whole_address_in_the_menu_is_no_other_site() {
    let site = Site::new("");
    site.post("a.md", "Text.");
    site.write("content/pages/om.md", "---\ntitle: Om\n---\n\nText.\n");
    site.write(
        "site.yaml",
        "title: P\nbase_url: https://blogg.example.se/bas/\nmenu:\n\
         - {title: Hel, url: 'https://blogg.example.se/bas/om/#x'}\n\
         - {title: Annan, url: 'https://annan.example.se/om/'}\n",
    );
    site.write(
        "templates/not_found.html",
        "{% for item in config.menu %}[{{ item.title }} {{ item.url }} {{ item.external }}]{% endfor %}",
    );
    site.build();
    let menu = site.read("404.html");
    assert!(menu.contains("[Hel /bas/om/#x false]"), "{menu}");
    assert!(
        menu.contains("[Annan https://annan.example.se/om/ true]"),
        "{menu}"
    );
}

#[test]
fn languages_stand_in_addresses_in_lower_case() {
    let site = Site::new("");
    site.edit("site.yaml", "title:", "permalink: /{lang}/{slug}/\ntitle:");
    site.write(
        "content/posts/a.md",
        "---\ntitle: A\ndate: 2024-05-17\nauthor: asa\nlang: EN-gb\n---\n\nText.\n",
    );
    site.build();
    assert!(site.has("en-gb/a/index.html"), "{:?}", site.output_paths());
}
