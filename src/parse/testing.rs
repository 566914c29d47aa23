//! What the tests of parsing share: settings, and diagnostics as short text.

use super::settings::{Labels, RawHtml, Settings};

pub(crate) use crate::decode::testing::{assert_spans, brief};

/// A Swedish site whose posts name their authors.
pub(crate) fn settings() -> Settings {
    Settings {
        language: "sv".into(),
        timezone: jiff::tz::TimeZoneDatabase::bundled()
            .get("Europe/Stockholm")
            .expect("the zone is built in"),
        raw_html: RawHtml::Sanitize,
        default_author: false,
        base_url: None,
        labels: Labels::default(),
    }
}
