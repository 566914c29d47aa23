//! Drawings: attacks, leftovers and sizes.

use base64::prelude::{BASE64_STANDARD, Engine as _};

use super::build::{gps, jpeg, png};
use super::*;

const NAMESPACE: &str = "xmlns=\"http://www.w3.org/2000/svg\"";

/// A picture as a `data:` address.
pub(super) fn data(mime: &str, bytes: &[u8]) -> String {
    format!("data:{mime};base64,{}", BASE64_STANDARD.encode(bytes))
}

/// A picture with nothing to remove.
fn plain_png() -> String {
    data("image/png", &clean("png", &png(None)))
}

/// A drawing with everything that drawing programs leave behind.
pub(super) fn busy() -> String {
    format!(
        "\u{feff}<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- a private comment -->\n\
         <svg {NAMESPACE} xmlns:xlink=\"http://www.w3.org/1999/xlink\"\n   \
         xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\"\n   \
         xmlns:sodipodi='http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd'\n   \
         width=\"40mm\" height=\"30mm\" sodipodi:docname=\"/home/anna/secret.svg\">\n\
         <title>A &amp; b</title><desc>Map</desc>\
         <metadata id=\"m\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
         <rdf:li rdf:resource=\"https://x.example/\">Anna</rdf:li><!-- in --></rdf:RDF></metadata>\
         <sodipodi:namedview inkscape:zoom=\"1\"><inkscape:grid/></sodipodi:namedview>\
         <?adobe secret?><defs><linearGradient id=\"g\"/></defs>\
         <g inkscape:label=\"Anna\" fill=\"url(#g)\" style=\"stroke: url( '#g' )\">\
         <use xlink:href=\"#g\" inkscape:x='&lt;'/><path d=\"M0 0L1 1\" inkscape:original-d=\"M\"/></g>\
         <image href=\"{}\"/><style>g {{ fill: url(#g) }}</style></svg>\n",
        plain_png()
    )
}

fn drawing(inside: &str) -> String {
    format!(
        "<svg {NAMESPACE} xmlns:xlink=\"http://www.w3.org/1999/xlink\" \
         xmlns:html=\"http://www.w3.org/1999/xhtml\" viewBox=\"0 0 4 3\">{inside}</svg>"
    )
}

#[test]
fn leftovers_go_and_the_drawing_stays() {
    let busy = busy();
    let cleaned = clean("svg", busy.as_bytes());
    let expected = format!(
        "\u{feff}<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\n\
         <svg {NAMESPACE} xmlns:xlink=\"http://www.w3.org/1999/xlink\"\n   \
         width=\"40mm\" height=\"30mm\">\n\
         <title>A &amp; b</title><desc>Map</desc>\
         <defs><linearGradient id=\"g\"/></defs>\
         <g fill=\"url(#g)\" style=\"stroke: url( '#g' )\">\
         <use xlink:href=\"#g\"/><path d=\"M0 0L1 1\"/></g>\
         <image href=\"{}\"/><style>g {{ fill: url(#g) }}</style></svg>\n",
        plain_png()
    );
    assert_eq!(String::from_utf8_lossy(&cleaned), expected);
    let plain = drawing("<path d='M0 0'/>");
    let (info, same) = publishable("svg", plain.as_bytes()).expect("plain");
    assert!(matches!(same, Cow::Borrowed(_)));
    assert_eq!((info.width, info.height, info.animated), (4, 3, false));
}

/// What is inside a drawing, and the part at which the problem is reported.
const ATTACKS: &[(&str, &str)] = &[
    ("<script>alert(1)</script>", "<script"),
    ("<script/>", "<script"),
    ("<g><SCRIPT/></g>", "<SCRIPT"),
    ("<html:script/>", "<html:script"),
    (
        "<s:script xmlns:s='http://www.w3.org/2000/svg'/>",
        "<s:script",
    ),
    ("<g onload='x()'/>", "onload"),
    ("<g ONCLICK = \"x()\"/>", "ONCLICK"),
    ("<g\tid='a'\nonbegin='x()'></g>", "onbegin"),
    ("<foreignObject/>", "<foreign"),
    (
        "<foreignObject requiredExtensions='http://www.w3.org/1999/xhtml'/>",
        "<foreign",
    ),
    ("<foreignobject><b/></foreignobject>", "<foreign"),
    ("<html:p>text</html:p>", "<html:p"),
    ("<p xmlns='http://www.w3.org/1999/xhtml'/>", "<p"),
    ("<iframe src='#a'/>", "<iframe"),
    ("<a href='https://example.org/'><path/></a>", "href"),
    ("<a xlink:href='javascript:alert(1)'/>", "xlink:href"),
    ("<a href=' java&#10;script:x'/>", "href"),
    ("<a href='&#x6a;avascript:x'/>", "href"),
    ("<a href='data:image/png;base64,AAAA'/>", "href"),
    ("<use href='other.svg#a'/>", "href"),
    ("<use href='data:image/svg+xml,x#a'/>", "href"),
    ("<use href='//example.org/a.svg#b'/>", "href"),
    ("<use href='/\\example.org/a.svg#b'/>", "href"),
    ("<image href='data:text/html,x'/>", "href"),
    (
        "<x:image xmlns:x='http://www.w3.org/2000/svg' xlink:href='a.png'/>",
        "xlink:href",
    ),
    (
        "<image href='data:image/svg+xml,%3Csvg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\">%3Cscript/>%3C/svg>'/>",
        "href",
    ),
    ("<g xml:base='https://example.org/'/>", "xml:base"),
    ("<animate attributeName='href' to='#a'/>", "attributeName"),
    ("<set attributeName='xlink:href' to='#a'/>", "attributeName"),
    ("<set attributeName='onclick' to='x()'/>", "attributeName"),
    ("<set attributeName='fill' to='javascript:x'/>", "to="),
    (
        "<set attributeName='fill' to='url(https://e.org/#a)'/>",
        "https",
    ),
    ("<g style='fill: url(https://e.org/a)'/>", "https"),
    ("<g style='fill: URL( \"https://e.org/a\" )'/>", "https"),
    ("<g style='fill: u\\72l(https://e.org/a)'/>", "https"),
    ("<g style='fill: \\75 rl(//e.org)'/>", "//e"),
    ("<g style='fill: url(\\2f/e.org)'/>", "\\2f"),
    ("<g style='fill: &#117;rl(//e.org)'/>", "style"),
    ("<g style='fill: url(#a), url(a.svg#b)'/>", "a.svg"),
    ("<g style='fill: url(data:image/svg+xml,x)'/>", "data"),
    ("<g style='x: image-set(\"a.png\" 1x)'/>", "a.png"),
    ("<g style='x: image-set(var(--x) 1x)'/>", "var"),
    ("<g fill='url(a.svg#b)'/>", "a.svg"),
    ("<g filter='url(//e.org/#b)'/>", "//e"),
    ("<style>@import 'a.css';</style>", "a.css"),
    ("<style>@import url(data:text/css,x);</style>", "data:"),
    ("<style>@\\69mport 'a.css';</style>", "a.css"),
    ("<style>g { fill: url(a.svg) }</style>", "a.svg"),
    ("<style>\n\ng { }\ng { fill: url(a.svg) }</style>", "a.svg"),
    ("<style>g { fill: u<!-- x -->rl(a.svg) }</style>", "a.svg"),
    ("<style>g { fill: u<![CDATA[rl(a.svg)]]> }</style>", "a.svg"),
    ("<style>g { fill: &#x75;rl(a.svg) }</style>", "a.svg"),
    ("<style>u<g/>rl(a)</style>", "<g"),
    (
        "<style>@font-face { src: url(https://e.org/f.woff2) }</style>",
        "https",
    ),
    ("<g>&secret;</g>", "&secret;"),
    ("<g id='&nbsp;'/>", "id="),
    ("<?xml-stylesheet href='a.css'?>", "<?xml-s"),
    ("<!DOCTYPE svg>", "<!DOCTYPE"),
];

#[test]
fn the_document_type_that_drawing_programs_write_is_left_out() {
    let text = format!(
        "<?xml version='1.0' encoding='utf-8'?><!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \
         \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\"><svg {NAMESPACE} viewBox='0 0 1 1'/>"
    );
    let bytes = publishable("svg", text.as_bytes()).expect("a drawing");
    assert_eq!(
        String::from_utf8(bytes.1.to_vec()).expect("text"),
        format!("<?xml version='1.0' encoding='utf-8'?><svg {NAMESPACE} viewBox='0 0 1 1'/>")
    );
}

#[test]
fn whatever_runs_loads_or_links_is_refused_in_its_place() {
    for (attack, place) in ATTACKS {
        let text = drawing(attack);
        let body = text.find(attack).expect("there");
        let at = body + attack.find(place).expect("there");
        match publishable("svg", text.as_bytes()) {
            Err(Problem::SvgActive { what, offset }) => {
                assert_eq!(offset, at, "{attack}: {what:?}");
            }
            other => panic!("{attack}: {other:?}"),
        }
    }
    let laughs = format!(
        "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a 'aaa'><!ENTITY b '&a;&a;'>]>\
         <svg {NAMESPACE} viewBox='0 0 1 1'>&b;</svg>"
    );
    let found = inspect("svg", laughs.as_bytes());
    assert!(
        matches!(found, Err(Problem::SvgActive { offset: 21, .. })),
        "{found:?}"
    );
}

#[test]
fn what_only_looks_dangerous_is_fine() {
    let webp = data("image/webp", &clean("webp", &build::webp(None)));
    let jpg = data("IMAGE/JPG", &clean("jpg", &jpeg(None)));
    for fine in [
        "<title>javascript: and url(https://e.org) and &lt;script></title>",
        "<text>onload=\"x\" &#8211; <![CDATA[<script>]]></text>",
        "<a href='#part'/>",
        "<use href=''/>",
        "<g style='fill: url(about:blank)'/>",
        "<g style='fill: url(&quot;#a&quot;); font: 1px \"a\\41\"'/>",
        "<g transform='rotate(3)' fill='url( #a )' class='only once'/>",
        "<g aria-label='see url(https://e.org)'/>",
        "<style type='text/css'>@media print { g { fill: url('#a') } }</style>",
        "<style>@namespace svg url(http://www.w3.org/2000/svg);</style>",
        "<style>/**/g { content: \"url(https://e.org)\" }</style>",
        "<symbol id='onion'/>",
        &format!("<image href='{webp}'/>"),
        &format!("<image xlink:href=' {jpg}'/>"),
        "<style>@font-face { src: url(data:font/woff2;base64,d09GMg==) format(\"woff2\") }</style>",
        "<style>@font-face { src: url(data:application/octet-stream;base64,AAEAAA==) }</style>",
    ] {
        let text = drawing(fine);
        let found = publishable("svg", text.as_bytes());
        assert!(
            matches!(found, Ok((_, Cow::Borrowed(_)))),
            "{fine}: {found:?}"
        );
    }
}

#[test]
fn what_browsers_do_not_draw_goes() {
    for (written, left) in [
        ("<metadata><script/></metadata>", ""),
        ("<metadata onload='x()'/>", ""),
        ("<g content='&lt;mxfile host=&quot;x&quot;/>'/>", "<g/>"),
        ("<g data-x='JavaScript:x' data-name='/home/anna'/>", "<g/>"),
        (
            "<g inkscape_path='/home/anna/x.svg' id='a'/>",
            "<g id='a'/>",
        ),
        ("<image src='https://example.org/a.png'/>", "<image/>"),
        ("<desc>from file:///home/anna/x.dwg</desc>", ""),
        (
            "<title id='t' data-x='1'>C:\\Users\\anna\\x.vsd</title>",
            "",
        ),
        (
            "<desc>A map<!-- of --> of Oslo</desc>",
            "<desc>A map of Oslo</desc>",
        ),
        ("<g>stray /home/anna &#65; text</g>", "<g></g>"),
        (
            "<style>a { b: c } /* /home/anna */ d { }</style>",
            "<style>a { b: c } /**/ d { }</style>",
        ),
        (
            "<style>a > b { c: '&lt;' }<!-- x --></style>",
            "<style>a > b { c: '&lt;' }</style>",
        ),
        (
            "<style>/* x */ a > b { c: '&lt;' }</style>",
            "<style>/**/ a &gt; b { c: '&lt;' }</style>",
        ),
        (
            "<g style='fill: red /* /home/anna */'/>",
            "<g style=\"fill: red /**/\"/>",
        ),
        (
            "<flowRoot><flowPara>hidden</flowPara></flowRoot><mesh/>",
            "",
        ),
        ("<g xmlns=''><secret/></g>", ""),
        (
            "<a xlink:href='#a' xlink:title='/home/anna' target='_top'/>",
            "<a xlink:href='#a'/>",
        ),
        (
            "<switch><foreignObject requiredExtensions='http://ns.adobe.com/AdobeIllustrator/10.0/'>\
             <b onload='x'/></foreignObject><g/></switch>",
            "<switch><g/></switch>",
        ),
    ] {
        let cleaned = clean("svg", drawing(written).as_bytes());
        assert_eq!(
            String::from_utf8_lossy(&cleaned),
            drawing(left),
            "{written}"
        );
    }
}

#[test]
fn embedded_photos_lose_what_files_lose() {
    let photo = jpeg(Some(gps(6, true)));
    let dirty = data("image/jpeg", &photo);
    let pure = data("image/jpeg", &clean("jpg", &photo));
    let inner = drawing(&format!("<image href='{dirty}'/>"));
    let pure_inner = drawing(&format!("<image href=\"{pure}\"/>"));
    for (written, left) in [
        (
            format!("<image href='{dirty}'/>"),
            format!("<image href=\"{pure}\"/>"),
        ),
        (
            format!("<feImage xlink:href='{dirty}'/>"),
            format!("<feImage xlink:href=\"{pure}\"/>"),
        ),
        (
            format!("<g style='fill: url(\"{dirty}\")'/>"),
            format!("<g style=\"fill: url(&quot;{pure}&quot;)\"/>"),
        ),
        (
            format!("<style>g {{ fill: image-set('{dirty}' 1x) }}</style>"),
            format!("<style>g {{ fill: image-set('{pure}' 1x) }}</style>"),
        ),
        (
            format!(
                "<image href='{}'/>",
                dirty.replace("jpeg;", "png;name=/home/anna.jpg;")
            ),
            format!("<image href=\"{pure}\"/>"),
        ),
        (
            format!(
                "<image href='{}'/>",
                data("image/svg+xml", inner.as_bytes())
            ),
            format!(
                "<image href=\"{}\"/>",
                data("image/svg+xml", pure_inner.as_bytes())
            ),
        ),
    ] {
        let cleaned = clean("svg", drawing(&written).as_bytes());
        assert_eq!(String::from_utf8_lossy(&cleaned), drawing(&left));
    }
}

#[test]
fn embedded_pictures_that_cannot_be_cleaned_are_refused_in_their_place() {
    let heic = data("image/heic", b"\0\0\0\x18ftypheic\0\0\0\0heicmif1");
    let cut = data("image/jpeg", &jpeg(None)[..50]);
    let mut bomb = png(None);
    bomb[16] = 0x7f;
    let bomb = data("image/png", &bomb);
    for (url, expected) in [
        (&heic, Problem::Uncleanable { format: "HEIC" }),
        (&cut, Problem::Truncated),
        (
            &bomb,
            Problem::TooLarge {
                width: 0x7f00_0028,
                height: 30,
            },
        ),
    ] {
        for (text, place) in [
            (format!("<image href='{url}'/>"), "href"),
            (
                format!("<style>\ng {{ fill: url({url}) }}</style>"),
                "data:",
            ),
        ] {
            let text = drawing(&text);
            let expected = Problem::Embedded {
                problem: Box::new(expected.clone()),
                offset: text.find(place).expect("there"),
            };
            assert_eq!(publishable("svg", text.as_bytes()), Err(expected));
        }
    }
    let mut nested = drawing("");
    for _ in 0..6 {
        nested = drawing(&format!(
            "<image href='{}'/>",
            data("image/svg+xml", nested.as_bytes())
        ));
    }
    assert!(matches!(
        inspect("svg", nested.as_bytes()),
        Err(Problem::Embedded { .. })
    ));
}

#[test]
fn namespaces_may_be_named_by_entities() {
    let written = "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://x/svg11.dtd\" [\n\t\
         <!ENTITY ns_svg \"http://www.w3.org/2000/svg\">\n\
         <!ENTITY ns_ai 'http://ns.adobe.com/AdobeIllustrator/10.0/'>\n]>\
         <svg xmlns=\"&ns_svg;\" xmlns:i=\"&ns_ai;\" i:viewOrigin=\"1 2\" viewBox='0 0 1 1'>\
         <switch><foreignObject requiredExtensions=\"&ns_ai;\"/><g i:layer='x'/></switch></svg>";
    let cleaned = clean("svg", written.as_bytes());
    assert_eq!(
        String::from_utf8_lossy(&cleaned),
        format!("<svg {NAMESPACE} viewBox='0 0 1 1'><switch><g/></switch></svg>")
    );
    for refused in [
        written.replace("i:viewOrigin", "id=\"&ns_ai;\" i:viewOrigin"),
        written.replace("<g i:", "&ns_ai;<g i:"),
        written.replace("'http://ns.adobe.com/AdobeIllustrator/10.0/'", "'&ns_svg;'"),
        written.replace("'http://ns.adobe.com/AdobeIllustrator/10.0/'", "SYSTEM 'x'"),
        written.replace("<!ENTITY ns_ai", "<!ATTLIST svg onload"),
        written.replace("<!ENTITY ns_ai", "<!ENTITY % ns_ai"),
    ] {
        let found = publishable("svg", refused.as_bytes());
        assert!(
            matches!(found, Err(Problem::SvgActive { .. })),
            "{refused}: {found:?}"
        );
    }
}

#[test]
fn movement_is_seen() {
    for moving in [
        "<animate attributeName='x'/>",
        "<style>@keyframes a {}</style>",
    ] {
        let info = inspect("svg", drawing(moving).as_bytes()).expect("good");
        assert!(info.animated, "{moving}");
    }
}

#[test]
fn sizes_come_from_lengths_or_the_view_box() {
    for (attributes, width, height) in [
        ("width='40' height='30px'", 40, 30),
        ("width='1in' height='2.54cm'", 96, 96),
        ("width='72pt' height='6pc'", 96, 96),
        ("width='25.4mm' height=' 101.6Q '", 96, 96),
        ("width='1e2' height='.4'", 100, 1),
        ("width='100%' height='2em' viewBox='0 0 7 8'", 7, 8),
        ("width='20' viewBox='0,0 , 10,5'", 20, 10),
        ("height='20' viewBox='-5 -5 10 5'", 40, 20),
        ("viewBox='0 0 10.6 5.4'", 11, 5),
    ] {
        let text = format!("<svg {NAMESPACE} {attributes}/>");
        let info = inspect("svg", text.as_bytes()).expect(attributes);
        assert_eq!((info.width, info.height), (width, height), "{attributes}");
    }
    for attributes in [
        "",
        "width='40'",
        "viewBox='0 0 1'",
        "viewBox='0 0 0 1'",
        "width='NaN' height='inf'",
        "width='0' height='3'",
        "width='-4' height='3'",
    ] {
        let text = format!("<svg {NAMESPACE} {attributes}/>");
        let found = inspect("svg", text.as_bytes());
        assert!(
            matches!(found, Err(Problem::Malformed(_))),
            "{attributes}: {found:?}"
        );
    }
    let huge = format!("<svg {NAMESPACE} width='1e999' height='3'/>");
    let too_large = Problem::TooLarge {
        width: u32::MAX,
        height: 3,
    };
    assert_eq!(inspect("svg", huge.as_bytes()), Err(too_large));
}

#[test]
fn broken_documents_are_refused() {
    for broken in [
        "<svg viewBox='0 0 1 1'/>".to_owned(),
        drawing("<inkscape:x/>"),
        drawing("<g inkscape:x='1'/>"),
        drawing("<g a='1' a='2'/>"),
        drawing("<g a=1/>"),
        drawing("<g a='1'b='2'/>"),
        drawing("<g a='<'/>"),
        drawing("<g></h>"),
        drawing("<g/ onload='x'>"),
        drawing("<!-- a -- b -->"),
        drawing("") + "<g/>",
        drawing("") + "text",
        format!(
            "<?xml version='1.0' encoding='ISO-2022-JP'?>{}",
            drawing("")
        ),
        format!(" <?xml version='1.0'?>{}", drawing("")),
    ] {
        let found = inspect("svg", broken.as_bytes());
        assert!(
            matches!(found, Err(Problem::Malformed(_))),
            "{broken}: {found:?}"
        );
    }
    let mut latin = drawing("<title>x</title>").into_bytes();
    let at = latin.iter().position(|&byte| byte == b'x').expect("there");
    latin[at] = 0xe5;
    assert!(matches!(inspect("svg", &latin), Err(Problem::Malformed(_))));
    for cut in [
        "",
        " ",
        "\u{feff}",
        "<",
        "<sv",
        "<?xml version='1.0'?>",
        "<!-- a",
    ] {
        assert_eq!(
            inspect("svg", cut.as_bytes()),
            Err(Problem::Truncated),
            "{cut}"
        );
    }
}

#[test]
fn deep_and_wide_documents_take_linear_time() {
    let deep = drawing(&format!(
        "{}{}",
        "<g>".repeat(50_000),
        "</g>".repeat(50_000)
    ));
    assert!(inspect("svg", deep.as_bytes()).is_ok());
    let wide: String = (0..50_000)
        .map(|n| format!(" xmlns:p{n}='urn:{n}' p{n}:a=''"))
        .collect();
    let wide = drawing(&format!("<g{wide}/>"));
    let cleaned = clean("svg", wide.as_bytes());
    assert_eq!(String::from_utf8_lossy(&cleaned), drawing("<g/>"));
}
