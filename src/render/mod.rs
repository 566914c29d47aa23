//! The bytes behind each URL: `render(route, site) → bytes`.
//!
//! Owns one file a kind of output. Pure: no disk, no clock, no HTTP. Whoever calls
//! decides which URLs are wanted; nothing is remembered between calls but values
//! that belong to this one [`Site`].

mod body;
mod feed;
mod html;
mod json_ld;
mod manifest;
mod opml;
mod picture;
mod search;
mod sitemap;
mod view;

use crate::diagnostic::Diagnostic;
use crate::media::derive::Recipe;
use crate::path::SourcePath;
use crate::published_files::PublishedFiles;
use crate::routes::{Entry, Route, Routes};
use crate::site::Site;
use crate::theme::Theme;

use body::Linker;
use view::{Maker, Shared};

pub use view::{TEMPLATE_DATA, Values};

/// What is behind a URL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rendered {
    /// These bytes.
    Bytes(Vec<u8>),
    /// This version of a picture of the site.
    Version(SourcePath, Recipe),
    /// The bytes of a file of the site, as [`crate::published_files::published`] gives them.
    File(SourcePath),
}

/// Renders the URLs of one site.
#[derive(Clone, Copy)]
pub struct Renderer<'a> {
    theme: &'a Theme,
    maker: Maker<'a>,
    shared: Shared<'a>,
}

impl<'a> Renderer<'a> {
    /// A renderer of a site. `values` belong to this site: [`Values::new`]. Costs
    /// nothing; what pages share is made when the first of them is rendered.
    pub fn new(
        site: &'a Site,
        routes: &'a Routes,
        files: &'a PublishedFiles,
        theme: &'a Theme,
        values: &'a Values,
    ) -> Self {
        let maker = Maker {
            linker: Linker {
                site,
                routes,
                files,
                sizes: theme.image_sizes(),
            },
            locale: theme.locale(),
        };
        Self {
            theme,
            maker,
            shared: Shared { maker, values },
        }
    }

    /// What is behind an entry of the route table. The only errors are those of
    /// templates.
    pub fn render(&self, entry: &Entry) -> Result<Rendered, Box<Diagnostic>> {
        let bytes = match &entry.route {
            Route::Media(path) | Route::Static(path) => return Ok(Rendered::File(path.clone())),
            Route::Version(path, recipe) => return Ok(Rendered::Version(path.clone(), *recipe)),
            Route::ThemeAsset(index) => self
                .theme
                .asset_at(*index)
                .map_or_else(Vec::new, |asset| asset.bytes.to_vec()),
            Route::Feed(scope, format) => feed::render(
                &self.maker,
                self.theme,
                &self.shared.values.fragments,
                *scope,
                *format,
            ),
            Route::Opml => opml::render(&self.maker),
            Route::Sitemap => sitemap::render(&self.maker),
            Route::SitemapPart(part) => sitemap::part(&self.maker, *part),
            Route::SearchFile(file) => {
                let search = &self.shared.values.search;
                search
                    .get_or_init(|| search::Search::new(&self.maker))
                    .render(&self.maker, *file)
            }
            Route::Manifest => manifest::render(&self.maker, self.theme),
            Route::Robots => sitemap::robots(&self.maker),
            _ => html::render(self, entry)?,
        };
        Ok(Rendered::Bytes(bytes))
    }
}
