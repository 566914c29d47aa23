//! Dates in words.
//!
//! Owns [`Calendar`]: names of months and weekdays, and the patterns in which a
//! language writes a date. Must never know the clock or a time zone.

use jiff::civil::DateTime;

/// A language's names and patterns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Calendar {
    /// Standing alone.
    pub(crate) months: Vec<String>,
    /// Beside a day, where a language then uses another form.
    pub(crate) months_in_date: Vec<String>,
    /// Abbreviated.
    pub(crate) months_short: Vec<String>,
    /// From Monday.
    pub(crate) weekdays: Vec<String>,
    /// From Monday, abbreviated.
    pub(crate) weekdays_short: Vec<String>,
    /// In running text.
    pub(crate) date_long: String,
    /// In lists.
    pub(crate) date_short: String,
    /// With the time of day.
    pub(crate) date_time: String,
}

impl Calendar {
    /// The name of a month that stands alone; empty for a number that is none.
    pub(crate) fn month_name(&self, month: i8) -> &str {
        name(&self.months, month)
    }

    /// Writes a date by a pattern of strftime, with this language's names.
    /// An unknown conversion is an error that says so.
    pub(crate) fn format(&self, date: DateTime, pattern: &str) -> Result<String, String> {
        let with_day = ["%d", "%-d", "%e", "%_d"]
            .iter()
            .any(|conversion| pattern.contains(conversion));
        let mut localised = String::with_capacity(pattern.len() + 16);
        let mut rest = pattern;
        while let Some(at) = rest.find('%') {
            localised.push_str(&rest[..at]);
            let conversion: String = rest[at..].chars().take(2).collect();
            let words = match conversion.as_str() {
                "%B" if with_day => name(&self.months_in_date, date.month()),
                "%B" => name(&self.months, date.month()),
                "%b" | "%h" => name(&self.months_short, date.month()),
                "%A" => name(&self.weekdays, date.weekday().to_monday_one_offset()),
                "%a" => name(&self.weekdays_short, date.weekday().to_monday_one_offset()),
                _ => "",
            };
            if words.is_empty() {
                localised.push_str(&conversion);
            } else {
                localised.push_str(&words.replace('%', "%%"));
            }
            rest = &rest[at + conversion.len()..];
        }
        localised.push_str(rest);
        jiff::fmt::strtime::format(&localised, date)
            .map_err(|error| format!("`{pattern}` is not a pattern for dates: {error}"))
    }
}

/// The name with a number from 1.
fn name(names: &[String], number: i8) -> &str {
    usize::try_from(number - 1)
        .ok()
        .and_then(|index| names.get(index))
        .map_or("", String::as_str)
}
