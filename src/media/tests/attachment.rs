//! Files that are no images.

use super::*;

fn kind(name: &str, content: &[u8]) -> Attachment {
    let head = &content[..content.len().min(HEAD)];
    attachment(name, head, || Ok::<_, ()>(content.to_vec())).expect("always read")
}

#[test]
fn what_browsers_run_is_seen_by_name_and_by_content() {
    let xhtml = b"<html xmlns=\"http://www.w3.org/1999/xhtml\"><script>x</script></html>";
    for name in [
        "a.html",
        "a.HTM",
        "a.xhtml",
        "a.xht",
        "a.shtml",
        "a.php",
        "a.js",
        "a.mjs",
        "a.svgz",
        "a.xsl",
        "a.hta",
        "a.mht",
        "a.swf",
        "a.html.gz",
        "a.svgz.br",
        "a.xml.gz",
        "a.wasm",
    ] {
        assert_eq!(kind(name, b"x"), Attachment::Active, "{name}");
    }
    for name in [
        "a.xml",
        "a.rdf",
        "a.rss",
        "a.kml",
        "a.foo",
        "a",
        "CNAME",
        "a.csv",
        "a.json",
        "a.vtt",
        "a.pdf",
        "a.ics",
        "LICENSE-2.0",
    ] {
        assert_eq!(kind(name, xhtml), Attachment::Active, "{name}");
    }
    for markup in [
        &b"\xef\xbb\xbf \n<!DOCTYPE html>"[..],
        b"<!-- x --><script>",
        b"\xff\xfe<\0h\0t\0m\0l\0>\0",
        b"\0<\0?\0x\0m\0l",
        b"<script>",
    ] {
        assert_eq!(kind("a.csv", markup), Attachment::Active, "{markup:?}");
        assert_eq!(kind("a.xml", markup), Attachment::Active, "{markup:?}");
    }
    for xml in [
        "",
        "text",
        "<a><html xmlns='http://www.w3.org/1999/xhtml'/></a>",
        "<a xmlns:h='http://www.w3.org/1999/xhtm&#108;'/>",
        "<a xmlns:h=\"http://www.w3.org/2000/svg\" ><h:script/></a>",
        "<?xml-stylesheet href='a.xsl'?><a/>",
        "<!DOCTYPE a [<!ENTITY b 'x'>]><a/>",
        "<?xml version='1.0' encoding='utf-7'?><a/>",
        "<a><b></a>",
        "<a",
        "<a>",
        "<a b=1/>",
    ] {
        assert_eq!(kind("a.xml", xml.as_bytes()), Attachment::Active, "{xml}");
    }
}

#[test]
fn a_style_sheet_asks_nobody_else() {
    for css in [
        "@import 'https://fonts.example/x';",
        "a { b: u\\72l(//e.org) }",
        "a { b: image-set(var(--x) 1x) }",
        "@import url(data:text/css,x);",
    ] {
        assert_eq!(kind("a.css", css.as_bytes()), Attachment::Remote, "{css}");
    }
    for css in [
        "@import 'b.css';",
        "a { b: url(/c.png), url(data:,), url(#d) }",
        "<a>",
    ] {
        assert_eq!(kind("a.css", css.as_bytes()), Attachment::Harmless, "{css}");
    }
}

#[test]
fn what_sites_offer_is_harmless() {
    for name in [
        "rapport.pdf",
        "Protokoll 2018:1937.PDF",
        "a.docx",
        "a.odt",
        "a.xls",
        "a.zip",
        "a.tar.gz",
        "a.csv.gz",
        "a.mp4",
        "a.mp3",
        "a.woff2",
        "a.ics",
        "a.vcf",
        "a.epub",
        "a.json",
        "a.csv",
        "a.txt",
        "a.7z",
        "CNAME",
        "_redirects",
        "security.txt",
        "LICENSE-2.0",
        "a.geojson",
    ] {
        assert_eq!(kind(name, b"a < b\n"), Attachment::Harmless, "{name}");
    }
    assert_eq!(kind("a.txt", b"<b>"), Attachment::Harmless);
    for xml in [
        "<?xml version=\"1.0\"?>\n<users><user>1A2B</user></users>",
        "\u{feff}<kml xmlns=\"http://www.opengis.net/kml/2.2\"><name>x &amp; y</name></kml>",
        "<!DOCTYPE plist PUBLIC \"-//x\" \"http://x\"><plist><a b='http://www.w3.org/2000/svg'/></plist>",
    ] {
        assert_eq!(kind("a.xml", xml.as_bytes()), Attachment::Harmless, "{xml}");
        assert_eq!(kind("a.kml", xml.as_bytes()), Attachment::Harmless, "{xml}");
    }
    for name in ["a.exe", "a.foo", "a.html.sv"] {
        assert_eq!(kind(name, b"MZ"), Attachment::Unknown, "{name}");
    }
}
