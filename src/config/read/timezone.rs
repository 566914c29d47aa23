//! `timezone` of site.yaml.
//!
//! Owns the search for the zone that somebody meant. Must never know the machine's own
//! zone, nor its database of zones.

use jiff::tz::{TimeZone, TimeZoneDatabase};

use crate::decode::{Fields, Reader};
use crate::diagnostic::{config, suggest};

/// `timezone`, from the zones that are built in: never the machine's.
pub(super) fn timezone(reader: &mut Reader<'_>, fields: &mut Fields) -> TimeZone {
    let name = fields.take("timezone");
    let name = name.and_then(|zone| reader.filled_line(&zone, "timezone: Europe/Stockholm"));
    let wanted = name.as_ref().map_or("Europe/Stockholm", |name| &name.value);
    let database = TimeZoneDatabase::bundled();
    if let Ok(zone) = database.get(wanted) {
        return zone;
    }
    if let Some(name) = name {
        let near = nearest_zone(&database, &name.value);
        let bad = config::bad_timezone(reader.file, name.span, &name.value, near.as_deref());
        reader.report(bad);
    }
    database.get("Europe/Stockholm").unwrap_or(TimeZone::UTC)
}

/// A zone with a similar name, or the one of the city.
fn nearest_zone(database: &TimeZoneDatabase, written: &str) -> Option<String> {
    let names: Vec<String> = database
        .available()
        .map(|name| name.as_str().to_owned())
        .collect();
    let whole = suggest::nearest(written, names.iter().map(String::as_str));
    let city = |name: &str| name.rsplit('/').next().unwrap_or_default().to_lowercase();
    let wanted = city(written).replace(' ', "_");
    let same = || {
        names
            .iter()
            .find(|name| city(name) == wanted)
            .map(String::as_str)
    };
    let close = || {
        let cities: Vec<String> = names.iter().map(|name| city(name)).collect();
        let near = suggest::nearest(&wanted, cities.iter().map(String::as_str))?.to_owned();
        names
            .iter()
            .find(|name| city(name) == near)
            .map(String::as_str)
    };
    let by_word = || match wanted.as_str() {
        "sweden" | "sverige" | "cet" | "cest" | "svensk" => Some("Europe/Stockholm"),
        "finland" => Some("Europe/Helsinki"),
        _ => None,
    };
    whole
        .or_else(by_word)
        .or_else(same)
        .or_else(close)
        .map(str::to_owned)
}
