//! Dates, in keys and in names of files.

use super::*;
use crate::message::Language;

#[test]
fn dates() {
    let date = |front: &str| sound(front).placement.date;
    assert_eq!(
        date("date: 2021-04-07").instant.to_string(),
        "2021-04-06T22:00:00Z"
    );
    assert!(!date("date: 2021-04-07").has_time);
    assert_eq!(
        date("date: 2021-12-07 09:30").instant.to_string(),
        "2021-12-07T08:30:00Z"
    );
    assert_eq!(
        date("date: \"2021-04-07\"").civil.to_string(),
        "2021-04-07T00:00:00"
    );
    // Jekyll's form, and an offset other than the zone's.
    assert_eq!(
        date("date: 2021-04-07 09:30:00 +0000").civil.to_string(),
        "2021-04-07T11:30:00"
    );
    assert_eq!(
        date("date: 2021-04-07T23:30:00Z").civil.to_string(),
        "2021-04-08T01:30:00"
    );
    assert_eq!(
        date("date: 2020-02-29").civil.to_string(),
        "2020-02-29T00:00:00"
    );
    // Where the clock is put back, the first of the two hours.
    assert_eq!(date("date: 2021-10-31T02:30").offset_seconds, 7200);
}

#[test]
fn a_day_whose_midnight_is_skipped_begins_when_the_clocks_say_so() {
    let post = |zone: &str, day: &str| {
        let zone = jiff::tz::TimeZoneDatabase::bundled().get(zone);
        let settings = Settings {
            timezone: zone.expect("a bundled zone"),
            ..settings()
        };
        post_with(&file_with(&format!("date: {day}")), &settings)
    };
    for (zone, day) in [
        ("America/Sao_Paulo", "2017-10-15"),
        ("America/Asuncion", "2023-10-01"),
        ("America/Havana", "2024-03-10"),
        ("Asia/Beirut", "2024-03-31"),
        ("Africa/Cairo", "2024-04-26"),
    ] {
        let (post, problems) = post(zone, day);
        assert_eq!(problems, [], "{zone}");
        let date = post.placement.date;
        let told: jiff::Timestamp = date.rfc3339().parse().expect("a time");
        assert_eq!((date.day().as_str(), told), (day, date.instant), "{zone}");
    }
    // It went from one side of the date line to the other.
    let (_, problems) = post("Pacific/Apia", "2011-12-30");
    assert!(
        problems[0].english().message.contains("never existed"),
        "{problems:?}"
    );
    assert_eq!(problems[0].english().help, ["write `date: 2011-12-31`"]);
}

#[test]
fn what_is_not_a_date_gets_a_corrected_line() {
    let bad = |written: &str, help: &str| {
        check(
            &format!("date: {written}"),
            &[&format!("front-matter/bad-date [{written}] -> {help}")],
        );
    };
    for written in [
        "7 april 2021",
        "April 7, 2021",
        "April 7th, 2021",
        "onsdag 7 april 2021",
        "2021/04/07",
        "2021-4-7",
        "7.4.2021",
        "20210407",
        "2021–04–07",
        "7. huhtikuuta 2021",
    ] {
        bad(written, "write `date: 2021-04-07`");
    }
    bad(
        "07/04/2021",
        "write `date: 2021-04-07` if the day comes first; write `date: 2021-07-04` if the month comes first",
    );
    bad("27/04/2021", "write `date: 2021-04-27`");
    bad("2021-13-01", "write `date: 2021-01-13`");
    bad("den 2:a november 2026", "write `date: 2026-11-02`");
    bad("2 nov -26", "write `date: 2026-11-02`");
    bad("261102", "write `date: 2026-11-02`");
    let generic = "write year, month and day, as in `date: 2021-04-07`";
    for written in ["2021-02-30", "1821-04-07", "imorgon", "2021"] {
        bad(written, generic);
    }
    let message = |written: &str| {
        parse(FILE, &file_with(&format!("date: {written}"))).1[0]
            .english()
            .message
    };
    assert_eq!(
        message("2021-02-30"),
        "`2021-02-30` is not a date: February 2021 has 28 days"
    );
    assert_eq!(
        message("07/04/2021"),
        "`07/04/2021` can be read in two ways: which is the day, and which the month?"
    );
    assert_eq!(
        message("1821-04-07"),
        "`1821-04-07` can't be a date here: the year 1821 is before 1900"
    );
}

#[test]
fn a_time_that_can_t_be_read_keeps_its_hour_and_minute() {
    for (written, meant) in [
        ("2026-05-05 09.05", "2026-05-05T09:05"),
        ("2026-05-05 kl 09.05", "2026-05-05T09:05"),
        ("2026-05-05 kl. 9:05", "2026-05-05T09:05"),
        ("2026-05-05, klockan 9.05", "2026-05-05T09:05"),
        ("2026-05-05 9h05", "2026-05-05T09:05"),
        ("2026-05-05 09:05 AM", "2026-05-05T09:05"),
        ("2026-05-05 9:05pm", "2026-05-05T21:05"),
        ("2026-05-05 12:05 a.m.", "2026-05-05T00:05"),
        ("2026-05-05 09:05:00 CEST", "2026-05-05T09:05:00+02:00"),
        (
            "2026-05-05 09:05:00 Europe/Stockholm",
            "2026-05-05T09:05:00+02:00",
        ),
        ("2026-05-05 14:00:00 -4", "2026-05-05T14:00:00-04:00"),
        ("2026-05-05 14:00 +5:30", "2026-05-05T14:00+05:30"),
        ("2026-05-05 14:00 UTC+2", "2026-05-05T14:00+02:00"),
        ("2026-05-05 24:00", "2026-05-06T00:00"),
        ("2026-12-31T24:00:00Z", "2027-01-01T00:00:00Z"),
        ("2026-05-05T23:59:60Z", "2026-05-05T23:59:59Z"),
        ("2021-03-28T02:30", "2021-03-28T03:30"),
        ("5 maj 2026 kl 09.05", "2026-05-05T09:05"),
        ("2026/05/05 18:30", "2026-05-05T18:30"),
        ("May 5, 2026 6:30 PM", "2026-05-05T18:30"),
        ("9999-12-31T23:30", "9999-12-30"),
        ("2026-05-05 kl. 9", "2026-05-05T09:00"),
        ("2026-05-05 9 pm", "2026-05-05T21:00"),
        (
            "Tue, 05 May 2026 09:05:00 +0130",
            "2026-05-05T09:05:00+01:30",
        ),
    ] {
        let said = format!("front-matter/bad-date [{written}] -> write `date: {meant}`");
        check(&format!("date: {written}"), &[&said]);
        // What is advised is read.
        sound(&format!("date: {meant}"));
    }
    check(
        "date: 2021-04-07T25:00",
        &[
            "front-matter/bad-date [2021-04-07T25:00] -> write `date: 2021-04-07T09:30` with the hour and the minute that you mean",
        ],
    );
}

#[test]
fn the_last_day_of_all_is_never() {
    for line in [
        "expires: 9999-12-31",
        "expires: 9999-12-31T23:59:59",
        "expiryDate: \"9999-12-31\"",
    ] {
        let placement = sound(line).placement;
        assert_eq!(
            (placement.expires, placement.draft),
            (None, false),
            "{line}"
        );
    }
    assert!(sound("expires: 9999-12-30").placement.expires.is_some());
    // What is never to be published stays unpublished.
    let (post, _) = parse(FILE, &file_with("publish_date: 9999-12-31"));
    assert!(post.placement.draft);
}

#[test]
fn the_date_may_stand_in_the_name() {
    let text = "---\ntitle: T\nauthor: x\n---\n";
    for file in [
        "content/posts/2021-04-07-a.md",
        "content/posts/2021-04-07-a/index.md",
    ] {
        let (post, diagnostics) = parse(file, text);
        assert_eq!(post.placement.date.civil.to_string(), "2021-04-07T00:00:00");
        assert!(diagnostics.is_empty());
    }
    let (_, diagnostics) = parse("content/posts/2021-02-30-a.md", text);
    assert_eq!(
        diagnostics[0].english().message,
        "`2021-02-30` in the file's name is not a date: February 2021 has 28 days"
    );
    let (post, _) = parse(
        "content/posts/2021-04-07-a.md",
        &file_with("date: 2020-01-01"),
    );
    assert_eq!(post.placement.date.civil.year(), 2020, "the key counts");
}

#[test]
fn dates_in_the_wrong_order_are_mentioned() {
    check(
        "updated: 2020-01-01",
        &[
            "warning front-matter/date-order [2020-01-01] -> correct one of them, or remove `updated`",
        ],
    );
    check(
        "expires: 2020-01-01",
        &[
            "warning front-matter/date-order [2020-01-01] -> correct one of them: like this, the post is never published",
        ],
    );
}

/// A date in a file's name is read in one form; others are said in that form.
#[test]
fn dates_of_names_in_other_forms() {
    for name in ["2026_11_02_x", "20261102-x", "02-11-2026-x", "2026.11.02 x"] {
        let file = format!("content/posts/{name}.md");
        let (_, diagnostics) = parse(&file, "---\ntitle: T\nauthor: x\n---\nText\n");
        let help = &diagnostics[0].english().help;
        assert_eq!(help[0], "add `date: 2026-11-02`", "{name}");
        assert!(help[1].contains("`2026-11-02-x.md`"), "{name}: {help:?}");
        let (_, diagnostics) = parse(&file, &file_with("date: 2026-11-02"));
        let codes: Vec<&str> = diagnostics.iter().map(|d| d.code.name).collect();
        assert_eq!(codes, ["front-matter/slug-changed"], "{name}");
        let (_, diagnostics) = parse(&file, &file_with("date: 2026-11-02\nslug: x"));
        assert_eq!(diagnostics, [], "{name}");
    }
    for name in ["2026", "1-2-3 x", "112-x", "20261399-x", "agenda-2030"] {
        let file = format!("content/posts/{name}.md");
        assert_eq!(parse(&file, &file_with("")).1, [], "{name}");
    }
}

/// The day of the file's name is not another one.
#[test]
fn days_that_contradict_the_name() {
    let of = |date: &str| {
        let text = file_with(&format!("date: {date}"));
        let file = "content/posts/2026-11-02-x.md";
        let (_, diagnostics) = parse(file, &text);
        brief(&SourcePath::new(file), &text, &diagnostics)
    };
    let found = of("2026-11-03");
    assert_eq!(found.len(), 1);
    assert!(
        found[0].starts_with("warning front-matter/date-order [2026-11-03]"),
        "{found:?}"
    );
    assert_eq!(of("2026-11-02"), [""; 0]);
    assert_eq!(of("2026-11-02T23:30:00-08:00"), [""; 0]);
    assert_eq!(of("2026-11-31").len(), 1);
}

#[test]
fn a_day_that_is_none_is_named_in_the_reader_s_language() {
    let (_, problems) = post_with(&file_with("date: 2021-04-31"), &settings());
    let said = |language| problems[0].in_words(language).message;
    assert_eq!(
        said(Language::English),
        "`2021-04-31` is not a date: April 2021 has 30 days"
    );
    assert_eq!(
        said(Language::Swedish),
        "`2021-04-31` är inget datum: april 2021 har 30 dagar"
    );
}
