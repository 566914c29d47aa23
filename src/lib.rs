//! nitton: a static site generator for blogs on human rights.
//!
//! A site is a pure function from URL to bytes. The modules stand in the order
//! in which data flows: [`sources`] reads, [`parse`] understands one file,
//! [`site`] assembles, [`routes`] names every URL, [`render`] makes bytes,
//! [`output`] writes them. Nothing in this line prints, and only its two ends
//! touch the disk. [`cli`] stands beside the line and calls it.

// A function has one subject (the limit is in clippy.toml); a test may be a long table.
#![cfg_attr(not(test), warn(clippy::too_many_lines, clippy::disallowed_methods))]

pub mod cli;
pub mod config;
pub mod css;
pub mod decode;
pub mod diagnostic;
mod encoding;
mod file_id;
mod held;
pub mod locale;
pub mod media;
pub mod message;
pub mod output;
mod parallel;
pub mod parse;
pub mod path;
pub mod pipeline;
mod placeholder;
pub mod published_files;
pub mod render;
pub mod routes;
pub mod search;
pub mod serve;
pub mod site;
pub mod sources;
pub mod store;
mod table;
pub mod theme;
pub mod versions;
