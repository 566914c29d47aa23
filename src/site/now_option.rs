//! What counts as now, as the option `--now` says it.
//!
//! Owns the meaning of a day or a time without an offset: it is the site's. Must never
//! read the clock.

use std::ops::RangeInclusive;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

/// Why a text is no time that can be now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoTime {
    /// It is no time at all.
    Unreadable,
    /// It lies before or after all dates of a blog.
    OutOfRange,
}

/// A moment that is perhaps only known once the site's time zone is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Now {
    /// An instant, the same everywhere.
    Instant(Timestamp),
    /// A civil time of the site; a day alone begins at midnight.
    Civil(DateTime),
}

impl Now {
    /// The years that can be now: those of front matter, but for the last one, of which
    /// people say "never".
    pub const YEARS: RangeInclusive<i16> = 1900..=9998;

    /// Reads `2026-11-23`, `2026-11-23T08:00` (the site's time) and
    /// `2026-11-23T08:00+01:00` (RFC 3339, seconds may be left out).
    pub fn parse(text: &str) -> Result<Self, NoTime> {
        let now = Self::read(text).ok_or(NoTime::Unreadable)?;
        let year = match now {
            Self::Instant(instant) => TimeZone::UTC.to_datetime(instant).year(),
            Self::Civil(civil) => civil.year(),
        };
        Self::YEARS
            .contains(&year)
            .then_some(now)
            .ok_or(NoTime::OutOfRange)
    }

    /// So many seconds after the beginning of 1970.
    pub fn from_second(seconds: i64) -> Result<Self, NoTime> {
        let instant = Timestamp::from_second(seconds).map_err(|_| NoTime::OutOfRange)?;
        Self::parse(&instant.to_string())
    }

    fn read(text: &str) -> Option<Self> {
        if let Ok(instant) = text.parse() {
            return Some(Self::Instant(instant));
        }
        // An offset or a zone that made no instant must not be dropped in silence.
        let time = text
            .split_once(['T', 't', ' '])
            .map_or("", |(_, time)| time);
        let plain = !text.contains('[') && !time.contains(['+', '-', 'Z', 'z']);
        let civil = text.parse().ok().filter(|_| plain);
        civil.map(Self::Civil)
    }

    /// The instant in a site of this zone.
    pub fn instant(self, zone: &TimeZone) -> Timestamp {
        match self {
            Self::Instant(instant) => instant,
            Self::Civil(civil) => (zone.to_timestamp(civil))
                .expect("the years that are read lie far from the ends of time"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_outside_of_all_dates_is_no_now() {
        let zone = jiff::tz::TimeZoneDatabase::bundled();
        for name in ["UTC", "Pacific/Kiritimati", "Pacific/Midway"] {
            let zone = zone.get(name).expect("a bundled zone");
            for text in ["1900-01-01", "9998-12-31T23:59:59", "9998-12-31T23:59:59Z"] {
                Now::parse(text).expect("in range").instant(&zone);
            }
        }
        for text in [
            "1800-01-01",
            "1899-12-31T23:59:59Z",
            "9999-01-01",
            "9999-12-31",
            "-000001-01-01",
        ] {
            assert_eq!(Now::parse(text), Err(NoTime::OutOfRange), "{text}");
        }
        for seconds in [i64::MIN, -3_000_000_000_000, 300_000_000_000, i64::MAX] {
            assert_eq!(
                Now::from_second(seconds),
                Err(NoTime::OutOfRange),
                "{seconds}"
            );
        }
        assert!(Now::from_second(0).is_ok());
    }

    #[test]
    fn what_has_no_offset_is_the_sites_time() {
        let zone = jiff::tz::TimeZoneDatabase::bundled();
        let zone = zone.get("Europe/Stockholm").expect("a bundled zone");
        let at = |text: &str| {
            Now::parse(text)
                .ok()
                .map(|now| now.instant(&zone).to_string())
        };
        let is = |text: &str| Some(text.to_owned());
        assert_eq!(at("2024-06-01"), is("2024-05-31T22:00:00Z"));
        assert_eq!(at("2024-01-01"), is("2023-12-31T23:00:00Z"));
        assert_eq!(at("2024-06-01T08:30"), is("2024-06-01T06:30:00Z"));
        assert_eq!(at("2024-06-01 08:30:15"), is("2024-06-01T06:30:15Z"));
        assert_eq!(at("2024-06-01T08:30:00Z"), is("2024-06-01T08:30:00Z"));
        assert_eq!(at("2024-06-01T08:30:00+02:00"), is("2024-06-01T06:30:00Z"));
        // The hour that the clocks skip.
        assert_eq!(at("2024-03-31T02:30"), is("2024-03-31T01:30:00Z"));
        for wrong in [
            "",
            "igår",
            "2024-02-30",
            "2024-06-01T25:00",
            "2024-06-01T08:30[America/New_York]",
            "2024-06-01T08:30+99:00",
        ] {
            assert_eq!(at(wrong), None, "{wrong}");
        }
    }
}
