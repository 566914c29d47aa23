//! The default theme, inside the binary.
//!
//! Owns all of `rust_embed`. The files are embedded in every profile, so that what
//! a program does never depends on where it was built.

use std::sync::Arc;

use rust_embed::RustEmbed;

use super::ThemeFile;
use crate::path::SourcePath;

#[derive(RustEmbed)]
#[folder = "themes/default"]
struct Embedded;

/// The files of the default theme, named as in a site: `themes/default/…`.
pub(super) fn files() -> Vec<ThemeFile> {
    Embedded::iter()
        .filter_map(|name| {
            let file = Embedded::get(&name)?;
            Some(ThemeFile {
                path: SourcePath::new(&format!("themes/default/{name}")),
                bytes: Arc::from(&*file.data),
            })
        })
        .collect()
}
