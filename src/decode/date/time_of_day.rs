//! A time of day as people write it, for advice.
//!
//! Owns what another form than `09:30` means. Must never read the clock or the machine's
//! zone.

use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone, TimeZoneDatabase};

/// The date and the time that `text`, which follows the date, means; in the form that
/// is read.
pub(super) fn with_time(date: Date, text: &str) -> Option<String> {
    let words = text.trim_start_matches(['T', 't', ',', ' ']);
    let words = words.to_lowercase();
    let words = ["klockan", "kl.", "kl", "at"]
        .iter()
        .find_map(|word| words.strip_prefix(word))
        .unwrap_or(&words)
        .trim_start();
    let (mut hour, words) = number(words)?;
    let (minute, words) = match words.strip_prefix([':', '.', 'h']) {
        Some(minute) => number(minute)?,
        // `kl. 9`, `9 am`.
        None => (0, words),
    };
    let (second, words) = match words.strip_prefix([':', '.']).and_then(number) {
        Some((second, words)) => (Some(second), words),
        None => (None, words),
    };
    let fraction = words.trim_start_matches(|c: char| c == '.' || c == ',' || c.is_ascii_digit());
    let mut zone = fraction.trim();
    for (mark, noon) in [("a.m.", 0), ("p.m.", 12), ("am", 0), ("pm", 12)] {
        if let Some(rest) = zone.strip_prefix(mark) {
            // Midnight is 12 AM, noon is 12 PM.
            hour = (1..=12).contains(&hour).then(|| hour % 12 + noon)?;
            zone = rest.trim();
            break;
        }
    }
    // 24:00 is the midnight that ends the day; 23:59:60 is a second put in.
    let date = match (hour, minute) {
        (24, 0) => date.tomorrow().ok()?,
        _ => date,
    };
    let second = second.map(|second| second.min(59));
    let time = date.at(hour % 24, minute, second.unwrap_or(0), 0);
    if hour > 24 || hour == 24 && minute > 0 || minute > 59 {
        return None;
    }
    let offset = offset(zone, time)?;
    let shown = match second {
        Some(_) => time.strftime("%Y-%m-%dT%H:%M:%S"),
        None => time.strftime("%Y-%m-%dT%H:%M"),
    };
    Some(format!("{shown}{offset}"))
}

/// One or two digits, and what follows.
fn number(text: &str) -> Option<(i8, &str)> {
    let end = text.bytes().take_while(u8::is_ascii_digit).count();
    let number = text.get(..end.min(3))?.parse().ok()?;
    (end <= 2).then(|| (number, &text[end..]))
}

/// `+02:00` for what stands behind a time; nothing for nothing.
fn offset(zone: &str, time: DateTime) -> Option<String> {
    let hours = match zone {
        "" => return Some(String::new()),
        "z" | "utc" | "gmt" | "wet" => 0,
        "cet" | "met" | "bst" | "west" | "mez" => 1,
        "cest" | "mest" | "eet" | "mesz" | "sast" | "cat" => 2,
        "eest" | "msk" | "eat" => 3,
        "edt" => -4,
        "est" | "cdt" => -5,
        "cst" | "mdt" => -6,
        "mst" | "pdt" => -7,
        "pst" => -8,
        _ => return numeric(zone).or_else(|| named(zone, time)),
    };
    Some(match hours {
        0 => "Z".to_owned(),
        hours => format!("{hours:+03}:00"),
    })
}

/// `-4`, `+5:30`, `utc+2`.
fn numeric(zone: &str) -> Option<String> {
    let zone = ["utc", "gmt"]
        .iter()
        .find_map(|name| zone.strip_prefix(name))
        .unwrap_or(zone)
        .trim_start();
    let sign = zone.chars().next().filter(|c| matches!(c, '+' | '-'))?;
    // `+0100` is read as it is; here it stands behind a day in words.
    let digits = &zone[1..];
    let (digits, joined) = match digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit()) {
        true => digits.split_at(2),
        false => (digits, ""),
    };
    let (hours, rest) = number(digits)?;
    let minutes = match rest.strip_prefix([':', '.']) {
        Some(minutes) => number(minutes).filter(|(_, rest)| rest.is_empty())?.0,
        None if !joined.is_empty() => number(joined)?.0,
        None if rest.is_empty() => 0,
        None => return None,
    };
    (hours < 24 && minutes < 60).then(|| format!("{sign}{hours:02}:{minutes:02}"))
}

/// `europe/stockholm`: the zone's offset at that time.
fn named(zone: &str, time: DateTime) -> Option<String> {
    let zone: TimeZone = TimeZoneDatabase::bundled().get(zone).ok()?;
    let instant = zone.to_ambiguous_timestamp(time).compatible().ok()?;
    let offset: Offset = zone.to_offset(instant);
    let minutes = offset.seconds() / 60;
    let sign = if minutes < 0 { '-' } else { '+' };
    let minutes = minutes.abs();
    Some(format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60))
}
