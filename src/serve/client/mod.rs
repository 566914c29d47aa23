//! What the preview sends to the browser besides the site: a script for the page, one
//! for the worker behind it, and the looks of its messages.
//!
//! Owns these files. None of them can get into a build: they are not in the theme.

/// The page's script, in a scope of its own.
pub(super) const PAGE: &str = concat!(
    "(() => {\n\"use strict\";\n",
    include_str!("align.js"),
    include_str!("patch.js"),
    include_str!("files.js"),
    include_str!("overlay.js"),
    include_str!("page.js"),
    "})();\n"
);

/// The worker's script: one for all tabs.
pub(super) const WORKER: &str = include_str!("worker.js");

/// The looks of the overlay and the badge.
pub(super) const STYLE: &str = include_str!("overlay.css");
