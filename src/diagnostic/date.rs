//! Problems of dates in front matter, site.yaml, comments and files' names.
//!
//! Owns one constructor for each place, and the faults that a date may have. Must never
//! know how dates are read.

use super::keys::KeyCodes;
use super::{Diagnostic, Span};
use crate::message;
use crate::message::Message;
use crate::path::SourcePath;

/// Why a text is no date that can be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It has no form of a date.
    Form,
    /// It could be two dates.
    Ambiguous,
    /// Its year is before all blogs.
    Year(i16),
    /// There is no such month.
    Month(i8),
    /// The month has fewer days.
    Day {
        /// The month.
        month: i8,
        /// Its year.
        year: i16,
        /// How many days it has.
        days: i8,
    },
    /// The time of day behind it.
    Time,
    /// It is later than the calendar's end.
    Beyond,
    /// The clocks were put forward past it.
    Skipped,
}

/// What has to be known of a date that may be meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remark {
    /// Nothing.
    None,
    /// It is meant if the day comes first.
    DayFirst,
    /// It is meant if the month comes first.
    MonthFirst,
    /// Its time is only an example.
    ExampleTime,
}

/// A value that is no date; `meant` are the dates that may be, each with a remark.
pub fn bad_date(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    (key, written): (&str, &str),
    fault: &Fault,
    meant: &[(String, Remark)],
) -> Diagnostic {
    let what = message!("date-written", written);
    let bad = Diagnostic::new(codes.bad_date, message(what, fault)).at(file, span);
    if meant.is_empty() {
        let line = format!("{key}: 2021-04-07");
        return bad.help(message!("date-form-help", line));
    }
    meant.iter().fold(bad, |bad, (date, remark)| {
        let line = format!("{key}: {date}");
        bad.help(match remark {
            Remark::None => message!("help-write", line),
            Remark::DayFirst => message!("date-day-first-help", line),
            Remark::MonthFirst => message!("date-month-first-help", line),
            Remark::ExampleTime => message!("date-time-help", line),
        })
    })
}

/// The name of a file that begins with a date that is none.
pub fn bad_date_in_name(
    codes: &KeyCodes,
    file: &SourcePath,
    written: &str,
    fault: &Fault,
) -> Diagnostic {
    let what = message!("date-in-name", written);
    Diagnostic::new(codes.bad_date, message(what, fault))
        .at(file, Span::default())
        .help(message!("date-in-name-help"))
}

/// A date that decides what is published, and isn't there; `# 2027-01-01` is a comment.
pub fn no_date(codes: &KeyCodes, file: &SourcePath, span: Span, key: &str) -> Diagnostic {
    let line = format!("{key}: 2027-01-31");
    Diagnostic::new(codes.unclear_secrecy, message!("date-none", key))
        .at(file, span)
        .help(message!("date-none-help", line))
}

fn message(what: Message, fault: &Fault) -> Message {
    match fault {
        Fault::Form => message!("date-form", what),
        Fault::Ambiguous => message!("date-ambiguous", what),
        Fault::Year(year) => message!("date-year", what, year = year.to_string()),
        Fault::Month(month) => message!("date-month", what, month = month.to_string()),
        Fault::Day { month, year, days } => message!(
            "date-day",
            what,
            month = usize::from(month.unsigned_abs()),
            year = year.to_string(),
            days = days.to_string()
        ),
        Fault::Time => message!("date-time", what),
        Fault::Beyond => message!("date-beyond", what),
        Fault::Skipped => message!("date-skipped", what),
    }
}
