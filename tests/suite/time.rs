//! Promise: a site follows from its files and from "now"; which builds came before, and
//! when, doesn't show.

use crate::dice::Dice;
use crate::site::{NOW, Site, tree};

/// Days and times at which things happen, in the site's zone.
const DATES: [&str; 8] = [
    "2024-05-30",
    "2024-06-01",
    "2024-06-01T10:00",
    "2024-06-02",
    "2024-06-02T23:30",
    "2024-06-04",
    "2024-06-04T00:00",
    "2024-06-05",
];

/// Instants on both sides of each of them, in no order.
const TIMES: [&str; 20] = [
    "2024-06-02T00:00:00+02:00",
    "2024-05-29T12:00:00+02:00",
    "2024-06-04T23:59:59+02:00",
    "2024-05-30T00:00:00+02:00",
    "2024-06-05T23:59:59+02:00",
    "2024-06-01T09:59:59+02:00",
    "2024-06-06T00:00:00+02:00",
    "2024-05-30T23:59:59+02:00",
    "2024-06-02T23:30:00+02:00",
    "2024-05-29T23:59:59+02:00",
    "2024-06-01T00:00:00+02:00",
    "2024-06-03T00:00:00+02:00",
    "2024-05-31T00:00:00+02:00",
    "2024-06-02T23:29:59+02:00",
    "2024-06-05T00:00:00+02:00",
    "2024-06-01T10:00:00+02:00",
    "2024-06-03T23:59:59+02:00",
    "2024-05-31T23:59:59+02:00",
    "2024-06-04T00:00:00+02:00",
    "2024-06-01T23:59:59+02:00",
];

fn date(dice: &mut Dice) -> &'static str {
    dice.pick(&DATES).expect("some")
}

/// Some of these lines, with dates in them.
fn lines(dice: &mut Dice, lines: &[&str]) -> String {
    let mut text = String::new();
    for line in lines {
        if dice.below(3) == 0 {
            let mut line = (*line).to_owned();
            while line.contains("DATE") {
                line = line.replacen("DATE", date(dice), 1);
            }
            text.push_str(&line);
            text.push('\n');
        }
    }
    text
}

/// A site with dates in every field that can have one.
fn site(dice: &mut Dice) -> Site {
    let site = Site::new("");
    for number in 0..7 {
        let first = match dice.below(6) {
            0 => "draft: true\n".to_owned(),
            _ => format!("date: {}\n", date(dice)),
        };
        let others = [
            "publish_date: DATE",
            "expires: DATE",
            "updated: DATE",
            "corrections: [{date: DATE, text: Rättat.}, {date: DATE, text: Också.}]",
            "cta: {text: Svara, url: https://svar.example.se/, deadline: DATE}",
            "comments: {state: closed, closed_on: DATE}",
        ];
        let others = lines(dice, &others);
        let text =
            format!("---\ntitle: Inlägg {number}\nauthor: asa\n{first}{others}---\n\nText.\n");
        site.write(&format!("content/posts/{number}.md"), text);
        let others = [
            "publish_date: DATE",
            "expires: DATE",
            "updated: DATE",
            "valid_until: DATE",
        ];
        let others = lines(dice, &others);
        let text = format!("---\ntitle: Sida {number}\n{others}---\n\nText.\n");
        site.write(&format!("content/pages/{number}.md"), text);
    }
    site
}

#[test]
fn a_build_at_another_time_is_a_fresh_build_of_that_time() {
    for seed in 0..4 {
        let mut dice = Dice(seed);
        let site = site(&mut dice);
        let flags: &[&str] = match seed {
            0 => &[],
            1 => &["--drafts"],
            2 => &["--future"],
            _ => &["--expired", "--drafts"],
        };
        let mut differ = 0;
        for (step, now) in TIMES.into_iter().enumerate() {
            let before = site.output();
            let build = |to: &str| {
                let args = [&["build", "--now", now, "--output-dir", to], flags].concat();
                let run = site.run(&args);
                assert_eq!(run.code, 0, "seed {seed}, {now}: {}", run.stderr);
            };
            build("public");
            let fresh = format!("fresh-{step}");
            build(&fresh);
            let mut fresh = tree(&site.path().join(fresh));
            fresh.retain(|path, _| !path.starts_with(".nitton"));
            let wrong: Vec<&String> = fresh
                .iter()
                .filter(|(path, bytes)| site.output().get(*path) != Some(bytes))
                .map(|(path, _)| path)
                .collect();
            assert!(wrong.is_empty(), "seed {seed}, {now}: {wrong:?}");
            assert_eq!(site.output().len(), fresh.len(), "seed {seed}, {now}");
            differ += usize::from(before != fresh);
        }
        assert!(
            differ > TIMES.len() / 2,
            "seed {seed}: dates decide something"
        );
    }
}

#[test]
fn a_build_before_the_next_date_renders_nothing() {
    let site = Site::new("");
    site.write(
        "content/posts/a.md",
        "---\ntitle: A\ndate: 2024-05-17\nauthor: asa\nupdated: 2024-06-05\n---\n\nText.\n",
    );
    site.run(&["build", "--now", NOW]);
    let record = || {
        tree(site.path())
            .into_iter()
            .filter(|(path, _)| path.contains("nitton"))
    };
    let before: Vec<_> = record().collect();
    site.run(&["build", "--now", "2024-06-04T23:59:59+02:00"]);
    assert_eq!(record().collect::<Vec<_>>(), before, "the same interval");
    site.run(&["build", "--now", "2024-06-05"]);
    assert_ne!(record().collect::<Vec<_>>(), before);
}
