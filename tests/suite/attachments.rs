//! Promise: nothing runs on the site's own address that the site doesn't trust.

use crate::site::{NOW, Site};

const XHTML: &str = "<html xmlns=\"http://www.w3.org/1999/xhtml\"><script>x</script></html>";

#[test]
fn files_that_run_script_are_refused_beside_posts_and_under_static() {
    let site = Site::new("");
    site.post(
        "x.md",
        "[a](a.xml) [b](b.xht) [c](c.svgz) [d](d.foo) [e](e.csv) [f](f.pdf) [g](g.kml) [h](h.exe)",
    );
    for name in ["a.xml", "b.xht", "c.svgz", "d.foo", "e.csv"] {
        site.write(&format!("content/posts/{name}"), XHTML);
    }
    site.write("content/posts/f.pdf", "%PDF-1.7")
        .write("content/posts/g.kml", "<kml><name>Karta</name></kml>")
        .write("content/posts/h.exe", "MZ")
        .write("content/posts/nobody-links.html", XHTML)
        .write(
            "static/google1.html",
            "google-site-verification: google1.html",
        )
        .write("static/kartan/index.html", "<!doctype html>")
        .write("static/kartan/karta.js", "x()")
        .write("static/fonter.css", "@import 'https://fonts.example/x';")
        .write("static/egen.css", "a { b: url(boken.epub) }")
        .write("static/BingSiteAuth.xml", "<users><user>1</user></users>")
        .write(
            "static/.well-known/security.txt",
            "Contact: mailto:a@example.se",
        )
        .write("static/CNAME", "blogg.example.se")
        .write("static/boken.epub", "PK");
    site.fails(&[
        "file/active content/posts/a.xml",
        "file/active content/posts/b.xht",
        "file/active content/posts/c.svgz",
        "file/active content/posts/d.foo",
        "file/active content/posts/e.csv",
        "file/unknown-kind content/posts/h.exe",
        "file/remote static/fonter.css",
        "file/active static/google1.html",
        "file/active static/kartan/index.html",
        "file/active static/kartan/karta.js",
    ]);
    let run = site.run(&["build", "--now", NOW]);
    assert!(
        run.stderr
            .contains("write in `site.yaml`: `trusted_files: [\"google1.html\"]`"),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr.contains("move it to `static/`, and write"),
        "{}",
        run.stderr
    );
    let help = "move it to `static/` and add `nobody-links.html` to `trusted_files`";
    assert!(run.stderr.contains(help), "{}", run.stderr);
}

#[test]
fn a_site_may_trust_files_under_static_and_no_others() {
    let site = Site::new("");
    site.post("x.md", "[a](a.js)");
    site.write("content/posts/a.js", XHTML)
        .write(
            "static/google1.html",
            "google-site-verification: google1.html",
        )
        .write("static/kartan/index.html", "<!doctype html>")
        .write("static/kartan/karta.js", "x()");
    let config = "title: Provblogg\nbase_url: https://blogg.example.se/\ndefault_author: Anna\n";
    site.write(
        "site.yaml",
        format!("{config}trusted_files: [google1.html, static/kartan/, a.js, gogle2.html]\n"),
    );
    site.fails(&[
        "file/active content/posts/a.js",
        "file/trusted-missing site.yaml:4:47",
        "file/trusted-missing site.yaml:4:53",
    ]);
    let run = site.run(&["build", "--now", NOW]);
    assert!(
        run.stderr.contains("did you mean `google1.html`?"),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr.contains("add `a.js` to `trusted_files`"),
        "{}",
        run.stderr
    );
    site.remove("content/posts/a.js");
    site.post("x.md", "Text.");
    site.write(
        "site.yaml",
        format!("{config}trusted_files: [google1.html, static/kartan/]\n"),
    );
    site.build();
    for file in ["google1.html", "kartan/index.html", "kartan/karta.js"] {
        assert!(site.has(file), "{file}");
    }
}

/// Where all HTML is allowed, what browsers load with it is published, or missed.
#[test]
fn files_that_html_loads_are_published_or_reported() {
    let site = Site::new("");
    site.write(
        "site.yaml",
        "title: Provblogg\nbase_url: https://blogg.example.se/\ndefault_author: Anna\nmarkdown: {raw_html: allow}\n",
    );
    site.post(
        "x.md",
        "<video controls>\n<source src=\"f.mp4\">\n<track src=\"g.vtt\">\n</video>",
    );
    site.write("content/posts/f.mp4", "film");
    let run = site.run(&["build", "--now", NOW]);
    assert!(
        run.stderr
            .contains("there is no file `content/posts/g.vtt`"),
        "{}",
        run.stderr
    );
    site.write("content/posts/g.vtt", "WEBVTT\n");
    site.build();
    for name in ["/f.mp4", "/g.vtt"] {
        assert!(
            site.output_paths().iter().any(|path| path.ends_with(name)),
            "{name}"
        );
    }
}
