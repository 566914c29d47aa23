//! What is known of files that are published as they are: size, dimensions, type.
//!
//! Owns the look into every published image, so that rendering can state true
//! dimensions and lengths without touching the disk. Must never know pages.

use std::collections::BTreeMap;
use std::io;

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, media as report, source as source_report};
use crate::media::{self, Facts, Format};
use crate::path::SourcePath;
use crate::routes::{Route, Routes};
use crate::sources::Sources;

/// A published file as it will be written: images without their metadata.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// Dimensions and format, if it is an image.
    pub facts: Option<Facts>,
    /// Length in bytes, as published.
    pub len: u64,
}

/// All published files beside documents and under `static/`.
#[derive(Debug, Default)]
pub struct Assets(BTreeMap<SourcePath, Asset>);

impl Assets {
    /// Looks into every file that `routes` publishes.
    pub fn inspect(routes: &Routes, sources: &Sources) -> (Self, Vec<Diagnostic>) {
        let paths: Vec<&SourcePath> = (routes.entries.iter())
            .filter_map(|entry| match &entry.route {
                Route::Media(path) | Route::Static(path) => Some(path),
                _ => None,
            })
            .collect();
        let looked: Vec<Result<(SourcePath, Asset), Box<Diagnostic>>> = paths
            .into_par_iter()
            .map(|path| Ok((path.clone(), inspect(path, sources)?)))
            .collect();
        let mut assets = BTreeMap::new();
        let mut diagnostics = Vec::new();
        for result in looked {
            match result {
                Ok((path, asset)) => {
                    assets.insert(path, asset);
                }
                Err(diagnostic) => diagnostics.push(*diagnostic),
            }
        }
        (Self(assets), diagnostics)
    }

    /// What is known of a file.
    pub fn get(&self, path: &SourcePath) -> Option<&Asset> {
        self.0.get(path)
    }
}

/// A file's bytes as they are published.
pub fn published(path: &SourcePath, sources: &Sources) -> io::Result<Vec<u8>> {
    let bytes = sources.read(path)?;
    let extension = path.extension();
    if Format::from_extension(&extension).is_none() {
        return Ok(bytes);
    }
    match media::publishable(&extension, &bytes) {
        Ok((_, clean)) => Ok(clean.into_owned()),
        Err(_) => Err(io::Error::new(
            io::ErrorKind::InvalidData,
            "the image changed while the site was built",
        )),
    }
}

fn inspect(path: &SourcePath, sources: &Sources) -> Result<Asset, Box<Diagnostic>> {
    let extension = path.extension();
    if Format::from_extension(&extension).is_none() {
        let len = sources.get(path).map_or(0, |file| file.len);
        return Ok(Asset { facts: None, len });
    }
    let bytes = sources
        .read(path)
        .map_err(|error| Box::new(source_report::unreadable(path, &error)))?;
    match media::publishable(&extension, &bytes) {
        Ok((facts, clean)) => Ok(Asset {
            facts: Some(facts),
            len: clean.len() as u64,
        }),
        Err(problem) => Err(Box::new(report::problem(path, &problem))),
    }
}
