//! Dates, in keys and in names of files.

use super::*;

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
    let generic = "write year, month and day, as in `date: 2021-04-07`";
    for written in [
        "2021-02-30",
        "1821-04-07",
        "imorgon",
        "2021",
        "2021-03-28T02:30",
    ] {
        bad(written, generic);
    }
    bad("2021-04-07T25:00", "write `date: 2021-04-07T09:30`");
    let message = |written: &str| {
        parse(FILE, &file_with(&format!("date: {written}"))).1[0]
            .message
            .clone()
    };
    assert_eq!(
        message("2021-02-30"),
        "`2021-02-30` is not a date: February 2021 has 28 days"
    );
    assert_eq!(
        message("07/04/2021"),
        "`07/04/2021` is ambiguous: which is the day, and which the month?"
    );
    assert_eq!(
        message("1821-04-07"),
        "`1821-04-07` is not a date of this blog: the year 1821 is before 1900"
    );
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
        diagnostics[0].message,
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
