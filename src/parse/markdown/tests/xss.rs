//! Text that tries to run script in a reader's browser.

use super::{Tag, inline_of, parse_with, tags};
use crate::parse::RawHtml;
use crate::parse::document::Body;

/// OWASP's evasion sheet, the CommonMark corpora, and what befell other generators.
const PAYLOADS: &[&str] = &[
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](javascript&colon;alert(1))",
    "[a](&#106;&#97;vascript:alert(1))",
    "[a](&#x6A&#x61vascript:alert(1))",
    "[a](java&Tab;script:alert(1))",
    "[a](java&NewLine;script:alert(1))",
    "[a](<java\tscript:alert(1)>)",
    "[a](&#1;javascript:alert(1))",
    "[a](&nbsp;javascript:alert(1))",
    "[a](java%0ascript:alert(1))",
    "[a](javascript\\:alert(1))",
    "[a](vbscript:msgbox(1))",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "[a](data:text/html,<script>alert(1)</script>)",
    "[a](file:///etc/passwd)",
    "[a](https://x\"onmouseover=\"alert(1))",
    "[a](https://x'onmouseover='alert(1))",
    "[a](x\"onmouseover=\"alert(1).md)",
    "[a](b.md \"x\\\" onmouseover=alert(1) y=\\\"\")",
    "[a](b.md '\"><script>alert(1)</script>')",
    "[a][b]\n\n[b]: javascript:alert(1)",
    "[a]: javascript:alert(1)\n\n[a]",
    "<javascript:alert(1)>",
    "<https://x\"><script>alert(1)</script>",
    "https://x.se/\"onmouseover=\"alert(1)",
    "https://x.se/<script>alert(1)</script>",
    "a@b.se\"><script>alert(1)</script>",
    "![x](javascript:alert(1))",
    "![x\" onerror=\"alert(1)](y.png)",
    "![x](y.png\"onerror=\"alert(1))",
    "![x](y.png \"a\\\" onerror=\\\"alert(1)\")",
    "![x](data:image/svg+xml;base64,PHN2Zz4=)",
    "![\"><script>alert(1)</script>](y.png)",
    "```x\"><script>alert(1)</script>\ny\n```",
    "```js\" onclick=\"alert(1)\ny\n```",
    "`<script>alert(1)</script>`",
    "## a {#x\"onclick=\"alert(1)}",
    "## a {.x\" onclick=\"alert(1)\"}",
    "## <script>alert(1)</script>",
    "[a]{lang=\"x\" onclick=\"alert(1)\"}",
    "[a]{onclick=alert(1)}",
    "::: {lang=en\" onclick=\"alert(1)}\na\n:::",
    "::: {.a onclick=alert(1)}\na\n:::",
    "a[^\"><script>alert(1)</script>]\n\n[^\"><script>alert(1)</script>]: b",
    "| <script>alert(1)</script> |\n|---|\n| \" onx=\" |",
    "| \" onmouseover=\"alert(1) |\n|---|",
    "- [x] <script>alert(1)</script>",
    "<script>alert(1)</script>",
    "<ScRiPt>alert(1)</sCrIpT>",
    "<script\n>alert(1)</script\n>",
    "<script/src=//x.se/y.js></script>",
    "<<script>alert(1)//<</script>",
    "<scr<script>ipt>alert(1)</script>",
    "<script>\n\nalert(1)\n\n</script>",
    "a <script>alert(1)</script> b",
    "<img src=x onerror=alert(1)>",
    "<img src=\"x\" onerror=\"alert(1)\" alt=\"\">",
    "<img/src=x/onerror=alert(1)>",
    "<img src=`javascript:alert(1)`>",
    "<img \"\"\"><script>alert(1)</script>\">",
    "<img src=javascript:alert(1) alt=\"\">",
    "<img src=x:y onerror='a' alt='<script>'>",
    "<img src='x' alt='\" onerror=\"alert(1)'>",
    "<a href=javascript:alert(1)>a</a>",
    "<a href=\"jav&#x09;ascript:alert(1)\">a</a>",
    "<a href=\"jav&#x0A;ascript:alert(1)\">a</a>",
    "<a href=\" &#14;  javascript:alert(1)\">a</a>",
    "<a href=&#0000106&#0000097vascript:alert(1)>a</a>",
    "<a href=\"java&#x0;script:alert(1)\">a</a>",
    "<a href=\"javascript&colon;alert(1)\">a</a>",
    "<a href=\"data:text/html,<script>alert(1)</script>\">a</a>",
    "<a onclick=alert(1) href=b.md>a</a>",
    "<a href='b.md\" onclick=\"alert(1)'>a</a>",
    "<a\nhref=b.md\nonclick=alert(1)>a</a>",
    "<a href=\"b.md\"onclick=\"alert(1)\">a</a>",
    "<a name=x id=\"y\" onfocus=alert(1) autofocus>a</a>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<math href=\"javascript:alert(1)\">x</math>",
    "<iframe src=\"javascript:alert(1)\"></iframe>",
    "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
    "<object data=\"javascript:alert(1)\"></object>",
    "<embed src=\"javascript:alert(1)\">",
    "<form action=\"javascript:alert(1)\"><button>a</button></form>",
    "<button formaction=\"javascript:alert(1)\">a</button>",
    "<input onfocus=alert(1) autofocus>",
    "<input type=\"image\" src=x onerror=alert(1)>",
    "<body onload=alert(1)>",
    "<base href=\"javascript:alert(1)//\">",
    "<meta http-equiv=\"refresh\" content=\"0;url=javascript:alert(1)\">",
    "<link rel=stylesheet href=\"javascript:alert(1)\">",
    "<style>@import 'javascript:alert(1)';</style>",
    "<div style=\"background:url(javascript:alert(1))\">a</div>",
    "<p style=\"width:expression(alert(1))\">a</p>",
    "<table background=\"javascript:alert(1)\"><tr><td>a</td></tr></table>",
    "<video><source onerror=alert(1)></video>",
    "<audio src=x onerror=alert(1)></audio>",
    "<details open ontoggle=alert(1)>a</details>",
    "<marquee onstart=alert(1)>a</marquee>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
    "<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\"></textarea>",
    "<title><img title=\"</title><img src=x onerror=alert(1)>\">",
    "<template><script>alert(1)</script></template>",
    "<xmp><p title=\"</xmp><svg/onload=alert(1)>\">",
    "<!--><img src=x onerror=alert(1)>-->",
    "<!-- --!><img src=x onerror=alert(1)> -->",
    "<!---><script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml <script>alert(1)</script> ?>",
    "<!DOCTYPE x [<!ENTITY y \"<script>alert(1)</script>\">]>",
    "<b title=\"",
    "<div\n\n\" onmouseover=alert(1)>",
    "<p title='a\n\nb' onclick='alert(1)'>c</p>",
    "<div>\n\n- [x] a\n\n<p class=\"\n\n- [x] \" onmouseover=alert(1) x=\"",
    "<q cite=\"javascript:alert(1)\">a</q>",
    "<span class=\"&quot; onclick=alert(1)\">a</span>",
    "<span class='\" onclick=alert(1) \"'>a</span>",
    "<bdo dir=\"rtl\" =\"x\" onclick=alert(1)>a</bdo>",
    "<a/ /href=javascript:alert(1)>b</a>",
    "<a href=\u{b}javascript:alert(1)>b</a>",
    "<a \u{0}href=\"javascript:alert(1)\">b</a>",
    "<p id=\"x\u{0}\" on\u{0}click=alert(1)>a</p>",
    "\\<script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)",
];

/// Names what could run. None of the elements that change how a browser reads on is
/// harmless, so that its tokenizer shows all that it would see.
fn dangers(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    for tag in tags(html) {
        let Tag::Start(element, attributes) = tag else {
            continue;
        };
        let harmless = [
            "a",
            "abbr",
            "article",
            "aside",
            "b",
            "bdo",
            "blockquote",
            "br",
            "code",
            "dd",
            "del",
            "details",
            "div",
            "dl",
            "dt",
            "em",
            "figcaption",
            "figure",
            "h2",
            "h3",
            "hr",
            "i",
            "img",
            "input",
            "li",
            "ol",
            "p",
            "pre",
            "q",
            "section",
            "span",
            "strong",
            "summary",
            "sup",
            "table",
            "tbody",
            "td",
            "th",
            "thead",
            "tr",
            "u",
            "ul",
        ];
        if !harmless.contains(&element.as_str()) {
            found.push(format!("<{element}>"));
        }
        for (name, value) in attributes {
            let known = [
                "alt",
                "aria-label",
                "checked",
                "class",
                "dir",
                "disabled",
                "href",
                "id",
                "lang",
                "open",
                "role",
                "scope",
                "src",
                "start",
                "tabindex",
                "title",
                "type",
            ];
            let address = name == "href" || name == "src";
            let safe =
                value.is_empty() || value.starts_with("https://") || value.starts_with("mailto:");
            if !known.contains(&name.as_str()) || address && !safe {
                found.push(format!("{name}={value}"));
            }
        }
    }
    found
}

#[track_caller]
fn assert_harmless(text: &str, body: &Body) {
    assert_eq!(dangers(&body.html), [""; 0], "{text:?}\n{}", body.html);
    for heading in &body.headings {
        assert_eq!(dangers(&heading.html), [""; 0], "{text:?}");
    }
}

#[test]
fn nothing_runs() {
    for text in PAYLOADS {
        for mode in [RawHtml::Sanitize, RawHtml::Escape] {
            for lang in ["sv", "en"] {
                let (body, _) = parse_with(mode, lang, text);
                assert_harmless(text, &body);
            }
        }
        assert_harmless(text, &inline_of(text).0);
    }
}

/// The pieces of two payloads could open what the other closes.
#[test]
fn nothing_runs_in_pairs() {
    for first in PAYLOADS.iter().filter(|text| text.contains('<')) {
        for second in PAYLOADS {
            let text = format!("{first}\n\n{second}");
            assert_harmless(&text, &parse_with(RawHtml::Sanitize, "sv", &text).0);
        }
    }
}

/// The test would see it if something ran.
#[test]
fn dangers_are_seen() {
    for html in [
        "<script>x</script>",
        "<p onclick=x>",
        "<a href=\"javascript:x\">y</a>",
        "<svg></svg>",
        "<img src=\"//x\">",
        "<p style=\"x\">",
    ] {
        assert_eq!(dangers(html).len(), 1, "{html}");
    }
}
