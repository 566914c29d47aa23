//! The one door from front matter to Markdown and typography.

pub(super) use super::markdown::{body, inline};
pub(super) use super::typography::plain;

/// The letters that an entity of HTML stands for: `é` of `&eacute;`.
pub(super) fn entity(written: &str) -> Option<String> {
    match pulldown_cmark::Parser::new(written).nth(1)? {
        pulldown_cmark::Event::Text(letters) if *letters != *written => Some(letters.into_string()),
        _ => None,
    }
}
