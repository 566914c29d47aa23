//! Pictures as pages and feeds name them: the versions that browsers may choose from, or
//! the one that stands for all.
//!
//! Owns `srcset`, `sizes` and true dimensions. Must never know where a picture is shown.

use crate::parse::document::ImageTarget;
use crate::path::{SourcePath, UrlPath};
use crate::routes::{self, Version};

use super::body::{Linker, Place};

/// What stands for a picture where only one file can be named.
pub(super) struct Single {
    pub(super) url: UrlPath,
    /// In pixels, as shown; unknown of what is no image.
    pub(super) size: Option<(u32, u32)>,
    /// The media type, if it is an image.
    pub(super) mime: Option<&'static str>,
    /// In bytes, where that is known before it is made.
    pub(super) len: Option<u64>,
}

impl<'a> Linker<'a> {
    /// The file of a picture, if the site publishes it or versions of it.
    pub(super) fn picture(&self, target: &ImageTarget) -> Option<SourcePath> {
        routes::image_source(target, self.routes)
    }

    /// The one version that stands for a picture.
    pub(super) fn single(&self, path: &SourcePath) -> Option<Single> {
        if let Some(Version { url, recipe }) = self.routes.pictures.middle(path) {
            return Some(Single {
                url: url.clone(),
                size: Some((recipe.width, recipe.height)),
                mime: Some(recipe.kind.mime()),
                len: None,
            });
        }
        let file = self.files.get(path);
        let image = file.and_then(|file| file.image);
        Some(Single {
            url: self.routes.permalinks.file(path)?,
            size: image.map(|info| (info.width, info.height)),
            mime: image.map(|info| info.format.mime()),
            len: file.map(|file| file.len),
        })
    }

    /// The versions of its own kind that browsers may choose from; none if there is only
    /// one.
    pub(super) fn own_srcset(&self, path: &SourcePath) -> Option<String> {
        let own = self.routes.pictures.own(path);
        (own.len() > 1).then(|| self.srcset(own))
    }

    /// The media type of the versions of another kind, and these.
    pub(super) fn other_srcset(&self, path: &SourcePath) -> Option<(&'static str, String)> {
        let (kind, others) = self.routes.pictures.others(path);
        Some((kind?.mime(), self.srcset(others)))
    }

    fn srcset(&self, versions: &[Version]) -> String {
        let candidates = versions.iter().map(|Version { url, recipe }| {
            format!("{} {}w", self.address(url, Place::Own), recipe.width)
        });
        candidates.collect::<Vec<_>>().join(", ")
    }
}
