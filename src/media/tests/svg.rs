//! Drawings: attacks, leftovers and sizes.

use super::*;

const NAMESPACE: &str = "xmlns=\"http://www.w3.org/2000/svg\"";

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
         <image href=\"data:image/png;base64,AAAA\"/><style>g {{ fill: url(#g) }}</style></svg>\n"
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
         <image href=\"data:image/png;base64,AAAA\"/><style>g {{ fill: url(#g) }}</style></svg>\n"
    );
    assert_eq!(String::from_utf8_lossy(&cleaned), expected);
    let plain = drawing("<path d='M0 0'/>");
    let (facts, same) = publishable("svg", plain.as_bytes()).expect("plain");
    assert!(matches!(same, Cow::Borrowed(_)));
    assert_eq!((facts.width, facts.height, facts.animated), (4, 3, false));
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
    ("<metadata><script/></metadata>", "<script"),
    ("<g onload='x()'/>", "onload"),
    ("<g ONCLICK = \"x()\"/>", "ONCLICK"),
    ("<g\tid='a'\nonbegin='x()'></g>", "onbegin"),
    ("<metadata onload='x()'/>", "onload"),
    ("<foreignObject/>", "<foreign"),
    ("<foreignobject><b/></foreignobject>", "<foreign"),
    ("<html:p>text</html:p>", "<html:p"),
    ("<p xmlns='http://www.w3.org/1999/xhtml'/>", "<p"),
    ("<iframe src='#a'/>", "<iframe"),
    ("<a href='https://example.org/'><path/></a>", "href"),
    ("<a xlink:href='javascript:alert(1)'/>", "xlink:href"),
    ("<a href=' java&#10;script:x'/>", "href"),
    ("<a href='&#x6a;avascript:x'/>", "href"),
    ("<use href='other.svg#a'/>", "href"),
    ("<use href=''/>", "href"),
    ("<use href='//example.org/a.svg#b'/>", "href"),
    ("<image href='data:image/svg+xml,%3Csvg/%3E'/>", "href"),
    ("<image href='data:text/html,x'/>", "href"),
    ("<image href='data:image/pngx,x'/>", "href"),
    ("<image src='https://example.org/a.png'/>", "src"),
    (
        "<x:image xmlns:x='http://www.w3.org/2000/svg' xlink:href='a.png'/>",
        "xlink:href",
    ),
    ("<g xml:base='https://example.org/'/>", "xml:base"),
    ("<g data-x='JavaScript:x'/>", "data-x"),
    ("<g data-x=' data:text/html,x'/>", "data-x"),
    ("<animate attributeName='href' to='#a'/>", "attributeName"),
    ("<set attributeName='xlink:href' to='#a'/>", "attributeName"),
    ("<set attributeName='onclick' to='x()'/>", "attributeName"),
    (
        "<set attributeName='fill' to='url(https://e.org/#a)'/>",
        "to=",
    ),
    ("<g style='fill: url(https://e.org/a)'/>", "style"),
    ("<g style='fill: URL( \"https://e.org/a\" )'/>", "style"),
    ("<g style='fill: u\\72l(https://e.org/a)'/>", "style"),
    ("<g style='fill: \\75 rl(//e.org)'/>", "style"),
    ("<g style='fill: &#117;rl(//e.org)'/>", "style"),
    ("<g style='fill: url(#a), url(a.svg#b)'/>", "style"),
    ("<g style='fill: url(data:image/svg+xml,x)'/>", "style"),
    ("<g style='x: image-set(\"a.png\" 1x)'/>", "style"),
    ("<g fill='url(a.svg#b)'/>", "fill"),
    ("<g filter='url(//e.org/#b)'/>", "filter"),
    ("<style>@import 'a.css';</style>", "<style"),
    ("<style>@\\69mport 'a.css';</style>", "<style"),
    ("<style>g { fill: url(a.svg) }</style>", "<style"),
    ("<style>g { fill: u<!-- x -->rl(a.svg) }</style>", "<style"),
    (
        "<style>g { fill: u<![CDATA[rl(a.svg)]]> }</style>",
        "<style",
    ),
    ("<style>g { fill: &#x75;rl(a.svg) }</style>", "<style"),
    ("<style>u<g/>rl(a)</style>", "<g"),
    (
        "<style>@font-face { src: url(https://e.org/f.woff2) }</style>",
        "<style",
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
                assert_eq!(offset, at, "{attack}: {what}");
                assert!(!what.is_empty());
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
    for fine in [
        "<title>javascript: and url(https://e.org) and &lt;script></title>",
        "<text>onload=\"x\" &#8211; <![CDATA[<script>]]></text>",
        "<a href='#part'/>",
        "<image href='data:image/webp,AA'/>",
        "<image xlink:href=' DATA:image/JPEG;base64,AA'/>",
        "<g style='fill: url(&quot;#a&quot;); font: 1px \"a\\41\"'/>",
        "<g transform='rotate(3)' fill='url( #a )' class='only once'/>",
        "<style type='text/css'>@media print { g { fill: url('#a') } }</style>",
        "<symbol id='onion'/>",
    ] {
        let found = inspect("svg", drawing(fine).as_bytes());
        assert!(found.is_ok(), "{fine}: {found:?}");
    }
}

#[test]
fn movement_is_seen() {
    for moving in [
        "<animate attributeName='x'/>",
        "<style>@keyframes a {}</style>",
    ] {
        let facts = inspect("svg", drawing(moving).as_bytes()).expect("good");
        assert!(facts.animated, "{moving}");
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
        let facts = inspect("svg", text.as_bytes()).expect(attributes);
        assert_eq!((facts.width, facts.height), (width, height), "{attributes}");
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
