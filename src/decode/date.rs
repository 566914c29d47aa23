//! Dates: what one is once it has been read.
//!
//! Owns how machines read it. Must never know a language's words for it.

mod time_of_day;
mod written;

pub use written::{DateProblem, Moment, parse_moment};

use crate::diagnostic::Span;

/// A date as it was written, in the site's time zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Date {
    /// Civil date and time in the site's zone; the day's first moment where no time was
    /// written, which is not midnight where the clocks were put forward at midnight.
    pub civil: jiff::civil::DateTime,
    /// The instant.
    pub instant: jiff::Timestamp,
    /// The offset from UTC at that instant, in seconds.
    pub offset_seconds: i32,
    /// Whether a time of day was written.
    pub has_time: bool,
    /// Where it was written.
    pub span: Span,
}

impl Date {
    /// `2021-04-09`, the civil day (ISO 8601).
    pub fn day(&self) -> String {
        let mut text = String::with_capacity(10);
        self.push_day(&mut text);
        text
    }

    /// The day, or the instant with its offset where a time was written (ISO 8601).
    pub fn iso(&self) -> String {
        match self.has_time {
            true => self.rfc3339(),
            false => self.day(),
        }
    }

    /// `2021-04-09T08:30:00+02:00`, with the offset of the site's zone at that instant.
    pub fn rfc3339(&self) -> String {
        let mut text = String::with_capacity(25);
        self.push_day(&mut text);
        let clock = [self.civil.hour(), self.civil.minute(), self.civil.second()];
        for (before, number) in ['T', ':', ':'].into_iter().zip(clock) {
            text.push(before);
            push_digits(&mut text, number.unsigned_abs().into(), 2);
        }
        let minutes = self.offset_seconds / 60;
        text.push(if minutes < 0 { '-' } else { '+' });
        push_digits(&mut text, minutes.unsigned_abs() / 60, 2);
        text.push(':');
        push_digits(&mut text, minutes.unsigned_abs() % 60, 2);
        text
    }

    /// By hand: a page has a dozen dates, and formatting each at large shows in a build.
    /// Years have four digits: of others front matter makes no date.
    fn push_day(&self, text: &mut String) {
        let day = self.civil.date();
        push_digits(text, day.year().unsigned_abs().into(), 4);
        text.push('-');
        push_digits(text, day.month().unsigned_abs().into(), 2);
        text.push('-');
        push_digits(text, day.day().unsigned_abs().into(), 2);
    }
}

/// The last digits of a number, with zeros before it.
fn push_digits(text: &mut String, number: u32, digits: u32) {
    let digit = |at: u32| b'0' + (number / 10_u32.pow(at) % 10) as u8;
    text.extend((0..digits).rev().map(|at| char::from(digit(at))));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_as_machines_read_them() {
        for (civil, offset_seconds, day, instant) in [
            (
                "2021-04-09T08:30:05",
                7200,
                "2021-04-09",
                "2021-04-09T08:30:05+02:00",
            ),
            (
                "1900-12-31T00:00:00",
                -12_600,
                "1900-12-31",
                "1900-12-31T00:00:00-03:30",
            ),
            (
                "9999-01-01T23:59:59",
                0,
                "9999-01-01",
                "9999-01-01T23:59:59+00:00",
            ),
        ] {
            let mut date = Date {
                civil: civil.parse().expect("a civil date"),
                instant: jiff::Timestamp::UNIX_EPOCH,
                offset_seconds,
                has_time: false,
                span: Span::default(),
            };
            assert_eq!(date.civil.date().to_string(), day, "as the library has it");
            assert_eq!((date.day().as_str(), date.iso().as_str()), (day, day));
            assert_eq!(date.rfc3339(), instant);
            date.has_time = true;
            assert_eq!(date.iso(), instant);
        }
    }
}
