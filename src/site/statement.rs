//! Whether the accessibility statement can still be relied on.
//!
//! Owns the age of an assessment. Must never know what the page says.

use jiff::{ToSpan, Unit};

use crate::config::Config;
use crate::diagnostic::{Diagnostic, config as report};

/// Reports an assessment that is older than twelve months.
pub(super) fn old_assessment(config: &Config, now: jiff::Timestamp) -> Option<Diagnostic> {
    let statement = config.accessibility.as_ref()?;
    let assessed = statement.assessed.civil.date();
    let today = now.to_zoned_datetime(config.timezone.clone()).date();
    if assessed.saturating_add(12.months()) >= today {
        return None;
    }
    let age = assessed.until((Unit::Month, today)).ok()?;
    let (file, span) = (&config.source, statement.assessed.span);
    let date = assessed.to_string();
    Some(report::old_assessment(file, span, &date, age.get_months()))
}
