//! One file's facts: front matter and Markdown into documents.
//!
//! Owns all of `serde_yaml` and `pulldown-cmark`. Must never know any other file,
//! URLs of others, or the theme. Parsing can't fail: it returns what it could make,
//! and diagnostics.

pub mod document;
pub mod fence;
pub mod settings;
pub mod yaml;

pub use settings::{Labels, Settings};
