//! What time it is for a site, and how long that makes no difference.
//!
//! Owns every comparison of a date with now: each one narrows the interval in which its
//! answer stays the same, so that no date can decide anything unseen. Must never know
//! what a date belongs to, nor read the machine's clock.

use jiff::Timestamp;
use jiff::civil;
use jiff::tz::TimeZone;

use crate::diagnostic::Span;
use crate::parse::document::Date;

/// A span of time in which no date comes that decides anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    from: Timestamp,
    /// The first instant after it; the end of time if there is none.
    until: Timestamp,
}

impl Interval {
    /// All of time.
    pub const ALWAYS: Self = Self {
        from: Timestamp::MIN,
        until: Timestamp::MAX,
    };

    /// When it begins.
    pub fn from(self) -> Timestamp {
        self.from
    }

    /// The first instant that is not in it; `None` if it never ends.
    pub fn until(self) -> Option<Timestamp> {
        Some(self.until).filter(|until| *until < Timestamp::MAX)
    }

    /// Whether an instant lies in it.
    pub fn contains(self, instant: Timestamp) -> bool {
        self.from <= instant && self.until().is_none_or(|until| instant < until)
    }

    /// What lies in both.
    pub fn and(self, other: Self) -> Self {
        Self {
            from: self.from.max(other.from),
            until: self.until.min(other.until),
        }
    }
}

/// Now, for those who compare dates with it. What it answered holds in its interval.
#[derive(Debug, Clone)]
pub(super) struct Clock<'a> {
    now: Timestamp,
    zone: &'a TimeZone,
    holds: Interval,
}

impl<'a> Clock<'a> {
    /// A clock of the site's zone that was asked nothing yet.
    pub(super) fn new(now: Timestamp, zone: &'a TimeZone) -> Self {
        Self {
            now,
            zone,
            holds: Interval::ALWAYS,
        }
    }

    /// The same time, for other questions.
    pub(super) fn again(&self) -> Self {
        Self::new(self.now, self.zone)
    }

    /// Takes in answers that were given elsewhere.
    pub(super) fn narrow(&mut self, holds: Interval) {
        self.holds = self.holds.and(holds);
    }

    /// In which interval all answers so far are the same.
    pub(super) fn holds(&self) -> Interval {
        self.holds
    }

    /// Whether a date's first instant has come.
    pub(super) fn has_come(&mut self, date: &Date) -> bool {
        self.has_passed(date.instant)
    }

    /// Whether a date is over: its instant, or the whole of its day where no time was
    /// written.
    pub(super) fn is_over(&mut self, date: &Date) -> bool {
        match date.has_time {
            true => self.has_passed(date.instant),
            false => self.is_day_over(date.civil.date()),
        }
    }

    /// Whether the whole of a day is over.
    pub(super) fn is_day_over(&mut self, day: civil::Date) -> bool {
        let end = self.midnight_after(day);
        self.has_passed(end)
    }

    /// The current day, as a date.
    pub(super) fn today(&mut self) -> Date {
        let day = self.zone.to_datetime(self.now).date();
        let begin = day.to_zoned_datetime(self.zone.clone());
        // Only the first day of all has no beginning.
        let instant = begin.map_or(Timestamp::MIN, |begin| begin.timestamp());
        self.has_passed(instant);
        self.is_day_over(day);
        Date {
            civil: self.zone.to_datetime(instant),
            instant,
            offset_seconds: self.zone.to_offset(instant).seconds(),
            has_time: false,
            span: Span::default(),
        }
    }

    fn midnight_after(&self, day: civil::Date) -> Timestamp {
        let next = day
            .tomorrow()
            .and_then(|day| day.to_zoned_datetime(self.zone.clone()));
        // The last day that can be written never ends.
        next.map_or(Timestamp::MAX, |midnight| midnight.timestamp())
    }

    fn has_passed(&mut self, instant: Timestamp) -> bool {
        let has_passed = instant <= self.now;
        match has_passed {
            true => self.holds.from = self.holds.from.max(instant),
            false => self.holds.until = self.holds.until.min(instant),
        }
        has_passed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(zone: &TimeZone, text: &str, has_time: bool) -> Date {
        let civil: civil::DateTime = text.parse().expect("a civil time");
        let instant = zone.to_timestamp(civil).expect("in range");
        Date {
            civil,
            instant,
            offset_seconds: zone.to_offset(instant).seconds(),
            has_time,
            span: Span::default(),
        }
    }

    #[test]
    fn each_answer_narrows_the_interval_in_which_it_stays() {
        let zone = jiff::tz::TimeZoneDatabase::bundled();
        let zone = zone.get("Europe/Stockholm").expect("a bundled zone");
        let now = "2026-11-30T12:00:00Z".parse().expect("a time");
        let mut clock = Clock::new(now, &zone);
        let limits = |clock: &Clock<'_>| {
            let holds = clock.holds();
            (
                holds.from().to_string(),
                holds.until().map(|end| end.to_string()),
            )
        };
        assert_eq!(clock.holds(), Interval::ALWAYS);
        assert!(clock.has_come(&date(&zone, "2026-11-01T00:00", false)));
        assert!(!clock.is_over(&date(&zone, "2026-12-05T00:00", false)));
        let (from, until) = limits(&clock);
        assert_eq!(from, "2026-10-31T23:00:00Z");
        assert_eq!(
            until.as_deref(),
            Some("2026-12-05T23:00:00Z"),
            "its whole day"
        );
        assert!(!clock.has_come(&date(&zone, "2026-12-05T00:00", false)));
        assert!(
            clock.is_over(&date(&zone, "2026-11-30T13:00", true)),
            "this instant"
        );
        let (from, until) = limits(&clock);
        assert_eq!(from, "2026-11-30T12:00:00Z");
        assert_eq!(until.as_deref(), Some("2026-12-04T23:00:00Z"));
        let holds = clock.holds();
        assert!(
            holds.contains(now) && !holds.contains("2026-12-04T23:00:00Z".parse().expect("a time"))
        );
        assert_eq!(clock.today().day(), "2026-11-30");
        assert_eq!(limits(&clock).1.as_deref(), Some("2026-11-30T23:00:00Z"));
    }

    #[test]
    fn a_day_whose_midnight_is_skipped_begins_when_the_clocks_say_so() {
        let zone = jiff::tz::TimeZoneDatabase::bundled();
        let zone = zone.get("America/Sao_Paulo").expect("a bundled zone");
        let now = "2017-10-15T12:00:00Z".parse().expect("a time");
        let today = Clock::new(now, &zone).today();
        assert_eq!(today.rfc3339(), "2017-10-15T01:00:00-02:00");
        assert_eq!(today.instant.to_string(), "2017-10-15T03:00:00Z");
    }

    #[test]
    fn the_last_day_never_ends() {
        let now = "2026-11-30T12:00:00Z".parse().expect("a time");
        let zone = TimeZone::UTC;
        let mut clock = Clock::new(now, &zone);
        assert!(!clock.is_day_over(civil::date(9999, 12, 31)));
        assert_eq!(clock.holds().until(), None);
    }
}
