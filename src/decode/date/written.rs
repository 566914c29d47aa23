//! Dates as people write them.
//!
//! Owns the form `2021-04-07`, with a time and an offset if wanted, and the guess at
//! what another form means. Must never read the clock or the machine's zone.

use jiff::civil::{Date, DateTime, date};
use jiff::tz::TimeZone;

use super::time_of_day::with_time;
use crate::diagnostic::date::{Fault, Remark};

/// A moment in the site's zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// Civil date and time in the site's zone.
    pub civil: DateTime,
    /// The instant.
    pub instant: jiff::Timestamp,
    /// Offset from UTC in seconds.
    pub offset_seconds: i32,
    /// Whether a time of day was written.
    pub has_time: bool,
}

/// Why a text is not a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateProblem {
    /// What is wrong.
    pub fault: Fault,
    /// Dates that may be meant, with a remark on each.
    pub meant: Vec<(String, Remark)>,
}

impl DateProblem {
    fn new(fault: Fault) -> Self {
        Self {
            fault,
            meant: Vec::new(),
        }
    }

    /// The same with the date that is meant.
    fn meant(fault: Fault, date: String) -> Self {
        Self {
            fault,
            meant: vec![(date, Remark::None)],
        }
    }
}

/// Reads `2021-04-07`, `2021-04-07T09:30[:00[.5]]` or with a space for `T`, and with
/// an offset (`Z`, `+02:00`, ` +0200`) if wanted; without one it is the zone's time.
pub fn parse_moment(written: &str, zone: &TimeZone) -> Result<Moment, DateProblem> {
    let text = written.trim();
    let Some((year, month, day, rest)) = iso_date(text) else {
        return Err(guess(text));
    };
    check_date(year, month, day)?;
    let time = match rest.strip_prefix(['T', 't', ' ']) {
        None if rest.is_empty() => None,
        Some(time) => {
            let time = time.trim();
            Some(parse_time(time).ok_or_else(|| bad_time(date(year, month, day), time))?)
        }
        None => return Err(guess(text)),
    };
    let (hour, minute, second, offset) = time.unwrap_or((0, 0, 0, None));
    let out_of_range = |_| DateProblem::meant(Fault::Beyond, LAST.to_owned());
    let day = date(year, month, day);
    let civil = day.at(hour, minute, second, 0);
    let moment = |instant: jiff::Timestamp| Moment {
        civil: zone.to_datetime(instant),
        instant,
        offset_seconds: zone.to_offset(instant).seconds(),
        has_time: time.is_some(),
    };
    if let Some(seconds) = offset {
        let utc = TimeZone::UTC.to_timestamp(civil).map_err(out_of_range)?;
        let instant = jiff::Timestamp::from_second(utc.as_second() - i64::from(seconds))
            .map_err(out_of_range)?;
        return Ok(moment(instant));
    }
    let instant = zone.to_timestamp(civil).map_err(out_of_range)?;
    let found = moment(instant);
    // A day whose midnight is skipped begins later.
    let is_there = match time {
        Some(_) => found.civil == civil,
        None => found.civil.date() == day,
    };
    if is_there {
        return Ok(found);
    }
    let format = if time.is_some() {
        "%Y-%m-%dT%H:%M"
    } else {
        "%Y-%m-%d"
    };
    let meant = found.civil.strftime(format).to_string();
    Err(DateProblem::meant(Fault::Skipped, meant))
}

/// `2021-04-07` at the beginning, and what follows.
fn iso_date(text: &str) -> Option<(i16, i8, i8, &str)> {
    let head = text.get(..10)?;
    let bytes = head.as_bytes();
    if bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    Some((
        digits(&head[..4])?.try_into().ok()?,
        digits(&head[5..7])?.try_into().ok()?,
        digits(&head[8..])?.try_into().ok()?,
        &text[10..],
    ))
}

/// A number of digits only.
fn digits(text: &str) -> Option<u32> {
    let all = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    all.then(|| text.parse().ok()).flatten()
}

fn check_date(year: i16, month: i8, day: i8) -> Result<(), DateProblem> {
    if !(1900..=9999).contains(&year) {
        return Err(DateProblem::new(Fault::Year(year)));
    }
    if !(1..=12).contains(&month) {
        let fault = Fault::Month(month);
        let is_turned = (1..=12).contains(&day) && (1..=31).contains(&month);
        return Err(match is_turned {
            true => DateProblem::meant(fault, date(year, day, month).to_string()),
            false => DateProblem::new(fault),
        });
    }
    let days = date(year, month, 1).days_in_month();
    if !(1..=days).contains(&day) {
        return Err(DateProblem::new(Fault::Day { month, year, days }));
    }
    Ok(())
}

fn bad_time(day: Date, time: &str) -> DateProblem {
    DateProblem {
        fault: Fault::Time,
        meant: vec![match with_time(day, time) {
            Some(meant) => (meant, Remark::None),
            None => (format!("{day}T09:30"), Remark::ExampleTime),
        }],
    }
}

/// A day that is one in every zone.
const LAST: &str = "9999-12-30";

type Time = (i8, i8, i8, Option<i32>);

/// `09:30`, `09:30:15.5`, and an offset.
fn parse_time(text: &str) -> Option<Time> {
    let clock_end = text
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.')))
        .unwrap_or(text.len());
    let (clock, offset) = text.split_at(clock_end);
    let mut parts = clock.split(':');
    let hour = digits(parts.next()?).filter(|&h| h < 24)?;
    let minute = digits(parts.next()?).filter(|&m| m < 60)?;
    let second = match parts.next() {
        None => 0,
        Some(second) => {
            let whole = second.split_once('.').map_or(second, |(whole, _)| whole);
            digits(whole).filter(|&s| s < 60)?
        }
    };
    if parts.next().is_some() {
        return None;
    }
    let offset = match offset.trim() {
        "" => None,
        "Z" | "z" | "UTC" | "GMT" => Some(0),
        offset => Some(parse_offset(offset)?),
    };
    let narrow = |n: u32| i8::try_from(n).ok();
    Some((narrow(hour)?, narrow(minute)?, narrow(second)?, offset))
}

/// `+02:00`, `+0200`, `+02`.
fn parse_offset(text: &str) -> Option<i32> {
    let sign = match text.chars().next()? {
        '+' => 1,
        '-' => -1,
        _ => return None,
    };
    let rest: String = text[1..].chars().filter(|&c| c != ':').collect();
    let (hours, minutes) = match rest.len() {
        2 => (digits(&rest)?, 0),
        4 => (digits(rest.get(..2)?)?, digits(rest.get(2..)?)?),
        _ => return None,
    };
    let seconds = i32::try_from(hours * 3600 + minutes * 60).ok()?;
    (hours < 24 && minutes < 60).then_some(sign * seconds)
}

/// Beginnings of the names of months: Swedish, English, Norwegian, Danish, Finnish, German.
const MONTHS: [&[&str]; 12] = [
    &["jan", "tammi"],
    &["feb", "helmi"],
    &["mar", "mär", "maalis"],
    &["apr", "huhti"],
    &["maj", "may", "mai", "touko"],
    &["jun", "kesä"],
    &["jul", "heinä"],
    &["aug", "elo"],
    &["sep", "syys"],
    &["okt", "oct", "loka"],
    &["nov", "marras"],
    &["dec", "des", "dez", "joulu"],
];

/// A part of a date in free form.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Token {
    Number(u32, usize),
    Month(i8),
}

/// What another form may mean.
fn guess(text: &str) -> DateProblem {
    let mut problem = DateProblem::new(Fault::Form);
    let separator = text.chars().find(|c| !c.is_alphanumeric());
    let (text, time) = split_time(text);
    for (year, month, day, remark) in readings(&tokens(text), separator) {
        let numbers = (i16::try_from(year), i8::try_from(month), i8::try_from(day));
        if let (Ok(year), Ok(month), Ok(day)) = numbers
            && check_date(year, month, day).is_ok()
        {
            let day = date(year, month, day);
            let meant = time.and_then(|time| with_time(day, time));
            problem
                .meant
                .push((meant.unwrap_or(day.to_string()), remark));
        }
    }
    match &mut problem.meant[..] {
        [_, _] => problem.fault = Fault::Ambiguous,
        [(_, remark)] => *remark = Remark::None,
        _ => {}
    }
    problem
}

/// A date and the time of day behind it, if there is one: it has a colon, or a word
/// before it.
fn split_time(text: &str) -> (&str, Option<&str>) {
    let digit = |c: char| c.is_ascii_digit();
    // `den 2:a` is a day.
    let ordinal = [":a ", ":e "].iter().any(|end| text.contains(end));
    let colon = Some(text)
        .filter(|_| !ordinal)
        .and_then(|text| text.find(':'))
        .and_then(|at| text[..at].rfind(|c: char| !digit(c)));
    let word = [" kl", " at "].iter().find_map(|word| text.find(word));
    match word.or(colon).filter(|&at| at > 0) {
        Some(at) => (&text[..at], Some(&text[at..])),
        None => (text, None),
    }
}

/// Year, month, day, and under which condition.
type Reading = (u32, u32, u32, Remark);

/// The ways in which the parts of a date can be read; not all of them are dates.
fn readings(tokens: &[Token], separator: Option<char>) -> Vec<Reading> {
    use Token::{Month, Number};
    let number = |month: i8| u32::from(month.unsigned_abs());
    match *tokens {
        [Number(d, 1 | 2), Month(m), Number(y, 4)]
        | [Month(m), Number(d, 1 | 2), Number(y, 4)]
        | [Number(y, 4), Month(m), Number(d, 1 | 2)] => vec![(y, number(m), d, Remark::None)],
        [Number(y, 4), Number(m, _), Number(d, _)] => vec![(y, m, d, Remark::None)],
        [Number(d, 1 | 2), Number(m, 1 | 2), Number(y, 4)] if separator == Some('.') || d == m => {
            vec![(y, m, d, Remark::None)]
        }
        [Number(a, 1 | 2), Number(b, 1 | 2), Number(y, 4)] => {
            vec![(y, b, a, Remark::DayFirst), (y, a, b, Remark::MonthFirst)]
        }
        [Number(y, 2), Number(m, 2), Number(d, 2)] => vec![(2000 + y, m, d, Remark::None)],
        [Number(d, 1 | 2), Month(m), Number(y, 2)] => vec![(2000 + y, number(m), d, Remark::None)],
        [Number(all, 6)] => vec![(
            2000 + all / 10_000,
            all / 100 % 100,
            all % 100,
            Remark::None,
        )],
        [Number(all, 8)] => vec![(all / 10_000, all / 100 % 100, all % 100, Remark::None)],
        _ => Vec::new(),
    }
}

/// Numbers and months of a text; names of days and small words are passed over.
fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        let lower = word.to_lowercase();
        // What is left of `2:a`.
        if matches!(lower.as_str(), "a" | "e") {
            continue;
        }
        let number = lower.trim_end_matches(|c: char| c.is_alphabetic());
        if let Some(value) = digits(number) {
            found.push(Token::Number(value, number.len()));
        } else if let Some(index) = MONTHS
            .iter()
            .position(|names| names.iter().any(|name| lower.starts_with(name)))
        {
            found.push(Token::Month(i8::try_from(index + 1).unwrap_or(1)));
        }
        if found.len() == 3 {
            break;
        }
    }
    found
}
