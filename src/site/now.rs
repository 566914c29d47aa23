//! What counts as now, as somebody said it.
//!
//! Owns the meaning of a day or a time without an offset: it is the site's. Must never
//! read the clock.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

/// A moment that is perhaps only known once the site's time zone is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Now {
    /// An instant, the same everywhere.
    Instant(Timestamp),
    /// A civil time of the site; a day alone begins at midnight.
    Civil(DateTime),
}

impl Now {
    /// Reads `2026-11-23`, `2026-11-23T08:00` (the site's time) and
    /// `2026-11-23T08:00+01:00` (RFC 3339, seconds may be left out).
    pub fn parse(text: &str) -> Option<Self> {
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
            // Fails only at the ends of time, some ten thousand years away.
            Self::Civil(civil) => zone.to_timestamp(civil).unwrap_or(Timestamp::UNIX_EPOCH),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_offset_is_the_sites_time() {
        let zone = jiff::tz::TimeZoneDatabase::bundled();
        let zone = zone.get("Europe/Stockholm").expect("a bundled zone");
        let at = |text: &str| Now::parse(text).map(|now| now.instant(&zone).to_string());
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
