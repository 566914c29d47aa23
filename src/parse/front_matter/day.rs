//! The day of a post.
//!
//! Owns what is said where front matter and the file's name don't give one, or two. Must
//! never read the clock.

use super::places::odd_date;
use crate::decode::yaml::{Entry, Kind};
use crate::decode::{Date, Fields, Reader};
use crate::diagnostic::{Span, front_matter, keys};

/// `date`, else the date in the name. A draft may go without: its day has not come.
pub fn day(
    reader: &mut Reader<'_>,
    fields: &mut Fields,
    name_date: Option<&str>,
    draft: bool,
) -> Option<Date> {
    let entry = fields.take("date");
    let (entry, empty) = match entry {
        Some(entry) if matches!(entry.value.kind, Kind::Null) => (None, Some(entry.key_span)),
        entry => (entry, None),
    };
    match (&entry, name_date) {
        (Some(entry), name) => {
            let date = reader.date(entry)?;
            check_name(reader, entry, name);
            Some(date)
        }
        (None, Some(date)) => reader.date_of_name(date),
        (None, None) => {
            if !fields.broken && !draft {
                let (codes, file) = (reader.codes, reader.file);
                let meant = odd_date(reader.file);
                let day = meant.as_ref().map_or("2021-04-07", |(day, _)| day);
                let example = format!("date: {day}");
                let example = example.as_str();
                let missing = match empty {
                    Some(place) => keys::empty_value(codes, file, place, "date", example),
                    None => keys::missing_key(codes, file, fields.span, "date", example),
                };
                let name = meant.as_ref().and_then(|(_, name)| name.as_deref());
                reader.report(missing.help(front_matter::day_in_name(day, name)));
            }
            None
        }
    }
}

/// A day long ago, for what has no date.
pub fn no_date() -> Date {
    Date {
        civil: jiff::civil::date(1970, 1, 1).at(0, 0, 0, 0),
        instant: jiff::Timestamp::UNIX_EPOCH,
        offset_seconds: 0,
        has_time: false,
        span: Span::default(),
    }
}

/// Warns of a day that isn't that of the file's name.
fn check_name(reader: &mut Reader<'_>, entry: &Entry, name_date: Option<&str>) {
    let Some(named) = name_date else {
        let no_slug = |_: &_| !reader.text.contains("\nslug:");
        if let Some((day, name)) = odd_date(reader.file).filter(no_slug) {
            let name = name.as_deref();
            reader.report(front_matter::date_in_slug(reader.file, &day, name));
        }
        return;
    };
    let written = entry.value.as_text().and_then(|text| text.get(..10));
    if let Some(written) = written.filter(|written| *written != named) {
        let (file, span) = (reader.file, entry.value.span);
        reader.report(front_matter::other_day(
            file, span, &entry.key, written, named,
        ));
    }
}
