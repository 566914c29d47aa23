//! The one door from front matter to Markdown and typography.

pub(super) use super::markdown::{body, inline};
pub(super) use super::typography::plain;
