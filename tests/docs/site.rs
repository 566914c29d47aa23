//! A small site that uses everything that templates can show.

use std::path::{Path, PathBuf};
use std::process::Command;

/// A site in a folder that disappears with it.
pub(crate) struct Site {
    folder: tempfile::TempDir,
}

impl Site {
    /// Writes the site, and further files over it.
    pub(crate) fn new(files: &[(String, String)]) -> Self {
        let site = Self {
            folder: tempfile::tempdir().expect("a folder for the site"),
        };
        for (path, text) in FILES {
            site.write(path, text);
        }
        for number in 1..=9 {
            let text = format!(
                "---\ntitle: Inlägg {number}\ndate: 2022-0{number}-01\nauthors: [asa]\nnetworks: [natet]\ntags: [unga]\n---\n\nText.\n"
            );
            site.write(&format!("content/posts/inlagg-{number}.md"), &text);
        }
        for (path, text) in files {
            site.write(path, text);
        }
        site
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("every file lies in a folder"))
            .expect("folders of the site");
        std::fs::write(path, text).expect("files of the site");
    }

    /// Builds the site, without a warning, and returns its HTML files.
    #[track_caller]
    pub(crate) fn build(&self) -> Vec<(PathBuf, String)> {
        let mut command = Command::new(env!("CARGO_BIN_EXE_nitton"));
        command
            .args([
                "build",
                "--strict",
                "--quiet",
                "--now",
                "2026-11-23",
                "--root",
            ])
            .arg(self.folder.path());
        let output = command.output().expect("the program runs");
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        let mut pages = Vec::new();
        collect(&self.folder.path().join("public"), &mut pages);
        assert!(pages.len() > 20, "only {} pages were built", pages.len());
        pages
    }
}

fn collect(folder: &Path, pages: &mut Vec<(PathBuf, String)>) {
    for entry in std::fs::read_dir(folder).expect("the output can be read") {
        let path = entry.expect("the output can be read").path();
        if path.is_dir() {
            collect(&path, pages);
        } else if path
            .extension()
            .is_some_and(|extension| extension == "html")
        {
            let text = super::read_file(&path);
            pages.push((path, text));
        }
    }
}

const FILES: &[(&str, &str)] = &[
    (
        "site.yaml",
        r#"title: Provbloggen
description: Om allt
base_url: https://blogg.example.se/
paginate_by: 1
menu: [{title: Om, url: /om/}, {title: SKR, url: "https://skr.se/"}]
responsible: {name: Åsa, role: Chef, email: asa@example.se, phone: 08-465 004 19}
contact: {email: redaktionen@example.se}
about: pages/om.md
comments: {default: mailto, rules: pages/regler.md, max_length: 900, email: k@example.se}
subscribe: {email: p@example.se}
license: {name: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/"}
accessibility:
  actor: Provkommunen
  conformity: partial
  standard: WCAG 2.1
  assessed: 2026-10-01
  method: external
  assessor: Granskarna
  updated: 2026-10-02
  report_url: /om/
  reply: i dag
  problems: [{text: Det ena., reason: För att., criterion: WCAG 1.1.1, affects: [no-vision], fixed_by: 2027-01-01}]
  burden: [{text: Det andra., reason: För dyrt., affects: [cognition]}]
  exempt: [{text: Det tredje., affects: [reach]}]
extra: {colour: plum}
"#,
    ),
    (
        "content/pages/om.md",
        "---\ntitle: Om bloggen\nsummary: Kort om den.\nupdated: 2021-05-01\nlang: en\nimage: {src: ../posts/bild.svg, alt: En ruta}\nextra: {a: 1}\n---\n\n## One\n\n### Two\n\nText.\n",
    ),
    (
        "content/pages/regler.md",
        "---\ntitle: Regler\n---\n\nText.\n",
    ),
    (
        "content/authors/asa.md",
        "---\nname: Åsa Ekmark\nrole: Utredare\norganisation: Kommunen\nshort: Skriver om allt.\nimage: {src: ../posts/bild.svg, alt: En ruta, caption: Under, credit: Åsa}\nemail: asa@example.se\nphone: 08-465 004 19\npublic_contact: true\nurl: https://example.se/asa\nlang: en\nextra: {b: 2}\n---\n\nBiography.\n",
    ),
    (
        "content/networks/natet.md",
        "---\nname: Nätet\nperiod: {from: 2021, to: 2024}\npartnerships: [{partners: [Piteå, Chinsali], countries: [Sverige, Zambia], themes: [jämställdhet]}]\n---\n\nText.\n",
    ),
    (
        "content/posts/bild.svg",
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30" viewBox="0 0 40 30"><path d="M0 0h40v30z"/></svg>"#,
    ),
    (
        "content/posts/2021-04-07-ett.md",
        r#"---
title: Everything
authors: [asa, Kim Plain]
networks: [natet]
tags: [unga, demokrati]
summary: The lead.
updated: 2021-04-12
lang: en
translation_key: allt
image: {src: bild.svg, alt: En ruta, caption: Under, credit: Åsa}
comments: archived
corrections: [{date: 2021-04-12, text: "**Wrong** became right."}]
cta: {text: Anmäl dig, url: "mailto:namn@example.se", deadline: 2021-10-01}
responsible: {name: Kim, role: Chef}
contact: {email: kim@example.se}
aliases: [/gammal/]
extra: {c: 3}
---

## One

### Two

Text.
"#,
    ),
    (
        "content/posts/2021-04-07-ett.comments.yaml",
        "- {name: Läsare, date: 2021-04-08, text: Tack!}\n",
    ),
    (
        "content/posts/2020-03-02-allt.md",
        "---\ntitle: Allt\nauthors: [asa]\ntranslation_key: allt\ntags: [unga]\ncomments: {state: closed, closed_on: 2021-01-01}\n---\n\nText.\n",
    ),
    (
        "content/posts/2019-03-02-samtal.md",
        "---\ntitle: Samtal\nauthors: [asa]\ntags: [unga]\ncomments: {state: thread, thread: \"https://example.se/t\"}\n---\n\nText.\n",
    ),
];

/// The site's configuration.
pub(crate) fn config() -> &'static str {
    FILES[0].1
}
