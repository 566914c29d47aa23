//! One file's facts: front matter and Markdown into documents.
//!
//! Owns the keys of documents, and Markdown. Must never know any other file, URLs of
//! others, or the theme. Parsing can't fail: it returns what it could make, and
//! diagnostics.

pub mod comments;
pub mod document;
pub mod fence;
pub mod front_matter;
pub mod markdown;
pub mod page;
pub mod post;
pub mod profile;
mod sanitize;
pub mod settings;
#[cfg(test)]
pub(crate) mod testing;
mod text;
pub mod typography;

pub use comments::comments;
pub use page::page;
pub use post::post;
pub use profile::profile;
pub use settings::{Labels, RawHtml, Settings};
