//! Whether the accessibility statement can still be relied on.
//!
//! Owns the age of an assessment. Must never know what the page says.

use jiff::ToSpan;

use super::clock::Clock;
use crate::config::Config;
use crate::diagnostic::{Diagnostic, config as report};

/// Reports an assessment that is older than twelve months.
pub(super) fn old_assessment(config: &Config, clock: &mut Clock<'_>) -> Option<Diagnostic> {
    let assessed = &config.accessibility.as_ref()?.assessed;
    let day = assessed.civil.date();
    let is_old = clock.is_day_over(day.saturating_add(12.months()));
    is_old.then(|| report::old_assessment(&config.source, assessed.span, &day.to_string()))
}
