//! A site in a language that the built-in theme does not know is made by adding one
//! file of strings.

use super::site::Site;

const ENGLISH: &str = include_str!("../../themes/default/strings/en.yaml");

/// The English strings with these lines instead of theirs, and further ones at the end.
fn translated(lines: &[&str]) -> String {
    let key = |line: &str| line.split(':').next().unwrap_or_default().to_owned();
    let mut text: String = ENGLISH
        .lines()
        .filter(|line| line.starts_with(' ') || !lines.iter().any(|own| key(own) == key(line)))
        .map(|line| format!("{line}\n"))
        .collect();
    for line in lines {
        text.push_str(line);
        text.push('\n');
    }
    text
}

/// A site in a language, with one post of each author given.
fn site(language: &str, authors: &[&str]) -> Site {
    let site = Site::bare("");
    site.write(
        "site.yaml",
        format!("title: Blog\nbase_url: https://blogg.example.se/\nlanguage: {language}\ncontact: {{email: a@example.se, phone: 08-465 004 19}}\n"),
    );
    for (number, author) in authors.iter().enumerate() {
        site.write(
            &format!("content/posts/2021-04-0{}-p.md", number + 1),
            format!(
                "---\ntitle: Post {number}\nslug: p{number}\nauthors: [{author}]\n---\n\nText.\n"
            ),
        );
    }
    site
}

#[test]
fn finnish_is_there() {
    let site = site("fi", &["Äijä", "Zaida", "Aino"]);
    site.build();
    let start = site.read("index.html");
    assert!(start.contains("<html lang=\"fi\" dir=\"ltr\">"));
    assert!(start.contains("3. huhtikuuta 2021"));
    assert!(site.has("kirjoittajat/index.html") && site.has("haku/index.html"));
    assert!(!start.contains("Subscribe") && !start.contains("Prenumerera"));
}

#[test]
fn north_sami_is_made_by_one_file() {
    let site = site("se", &["Šuvri", "Sárá", "Áile", "Anne", "Ŋuhcá", "Nils"]);
    site.write(
        "themes/default/strings/se.yaml",
        translated(&[
            "months: [ođđajagemánnu, guovvamánnu, njukčamánnu, cuoŋománnu, miessemánnu, geassemánnu, suoidnemánnu, borgemánnu, čakčamánnu, golggotmánnu, skábmamánnu, juovlamánnu]",
            "months_in_date: [ođđajagemánu, guovvamánu, njukčamánu, cuoŋománu, miessemánu, geassemánu, suoidnemánu, borgemánu, čakčamánu, golggotmánu, skábmamánu, juovlamánu]",
            "date_long: \"%B %-d. b. %Y\"",
            "authors: Čállit",
            "post_count: {one: \"{n} okta\", two: \"{n} guokte\", other: \"{n} eambbo\"}",
        ]),
    );
    site.write(
        "content/posts/2021-04-08-q.md",
        "---\ntitle: Q\nauthors: [Nils]\n---\n\nText.\n",
    );
    site.build();
    let start = site.read("index.html");
    assert!(start.contains("<html lang=\"se\" dir=\"ltr\">"));
    assert!(
        start.contains("cuoŋománu 8. b. 2021"),
        "the genitive in a date"
    );
    assert!(site.read("archive/index.html").contains("cuoŋománnu"));
    let authors = site.read("authors/index.html");
    assert!(authors.contains("<h1>Čállit</h1>"));
    assert!(authors.contains("1 okta") && authors.contains("2 guokte"));
    assert!(site.read("archive/index.html").contains("7 eambbo"));
    let letters: Vec<&str> = authors
        .split("<h2>")
        .skip(1)
        .filter_map(|rest| rest.split("</h2>").next())
        .collect();
    assert!(
        letters.starts_with(&["A", "Á", "N", "Ŋ", "S", "Š"]),
        "{letters:?}"
    );
}

#[test]
fn yiddish_is_made_by_one_file_and_runs_from_right_to_left() {
    let site = site("yi", &["שרה"]);
    site.write(
        "themes/default/strings/yi.yaml",
        // Neither name nor direction: both are known.
        translated(&[
            "months: [יאַנואַר, פֿעברואַר, מערץ, אַפּריל, מײַ, יוני, יולי, אויגוסט, סעפּטעמבער, אָקטאָבער, נאָוועמבער, דעצעמבער]",
            "date_long: \"%-dטן %B %Y\"",
            "authors: מחברים",
        ])
        .replace("name: English\ndirection: ltr\n", ""),
    );
    site.build();
    let start = site.read("index.html");
    assert!(start.contains("<html lang=\"yi\" dir=\"rtl\">"));
    assert!(start.contains("1טן אַפּריל 2021"));
    assert!(site.read("authors/index.html").contains("<h1>מחברים</h1>"));
    // What is written with Latin letters and digits keeps its order.
    assert!(start.contains("dir=\"ltr\" href=\"tel:08-46500419\""));
    assert!(start.contains("href=\"mailto:a@example.se\" dir=\"ltr\""));
}

#[test]
fn every_national_minority_language_is_named_and_needs_no_more_than_its_file() {
    for (language, direction) in [
        ("fit", "ltr"),
        ("smj", "ltr"),
        ("sma", "ltr"),
        ("sje", "ltr"),
        ("sju", "ltr"),
        ("rom", "ltr"),
        ("rmy", "ltr"),
        ("yi", "rtl"),
    ] {
        let site = site(language, &["Åsa"]);
        let own = translated(&["home: HEIMA"]).replace("name: English\ndirection: ltr\n", "");
        site.write(&format!("themes/default/strings/{language}.yaml"), own);
        site.build();
        let post = site.read("2021/04/p0/index.html");
        let html = format!("<html lang=\"{language}\" dir=\"{direction}\">");
        assert!(post.contains(&html) && post.contains("HEIMA"), "{language}");
    }
}
