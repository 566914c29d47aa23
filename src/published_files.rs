//! What is known of files that are published as they are: size, dimensions, type.
//!
//! Owns the look into every published image, so that rendering can state true
//! dimensions and lengths without touching the disk. Must never know pages.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;
use xxhash_rust::xxh3::xxh3_128;

use crate::config::Config;
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::{Diagnostic, media as report, source as source_report, system};
use crate::media::{self, Attachment, ImageInfo, Problem};
use crate::message;
use crate::path::SourcePath;
use crate::sources::{Kind, LARGE, Sources, Stat};

/// A published file as it will be written: images, those in style sheets too, without
/// their metadata.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedFile {
    /// Dimensions and format, if it is an image.
    pub image: Option<ImageInfo>,
    /// Length in bytes, as published.
    pub len: u64,
    /// What browsers make of it, if it is none.
    attachment: Attachment,
}

/// All published files beside documents and under `static/`.
#[derive(Debug, Default)]
pub struct PublishedFiles(BTreeMap<SourcePath, Look>);

/// What was seen in a file.
#[derive(Debug, Clone)]
struct Look {
    /// Its state on disk, by which an unchanged file is known.
    state: (Option<Stat>, u128),
    file: Result<PublishedFile, Faulty>,
    /// What tells its bytes from others, once somebody has asked for it.
    hash: OnceLock<u128>,
}

/// A file that can't be published as it is.
#[derive(Debug, Clone)]
struct Faulty {
    problem: Box<Diagnostic>,
    /// What is in it, where that can be shown: drawings and style sheets are texts.
    text: Option<Arc<str>>,
}

impl PublishedFiles {
    /// Looks into every file under `static/` and those of `media`, unless it was looked
    /// into before and is the same.
    pub fn inspect(
        media: &BTreeSet<SourcePath>,
        sources: &Sources,
        before: Option<&Self>,
    ) -> (Self, Vec<Diagnostic>) {
        let statics = sources.iter_kind(Kind::Static).map(|file| &file.path);
        let paths: Vec<&SourcePath> = statics.chain(media).collect();
        let looked = paths.into_par_iter().map(|path| {
            let state = sources.get(path).map(|file| (file.stat, file.hash));
            let state = state.unwrap_or_default();
            let known = before.and_then(|before| before.0.get(path));
            let look = match known.filter(|known| state.0.is_some() && known.state == state) {
                Some(known) => known.clone(),
                None => look(path, state, sources),
            };
            (path.clone(), look)
        });
        let files = Self(looked.collect());
        let problems = files.0.values().filter_map(|look| look.file.as_ref().err());
        let problems = problems.map(|faulty| (*faulty.problem).clone()).collect();
        (files, problems)
    }

    /// Whether these are the same images as others, byte for byte.
    pub fn has_images_of(&self, other: &Self) -> bool {
        self.images().eq(other.images())
    }

    /// The images among them.
    pub fn image_paths(&self) -> impl Iterator<Item = &SourcePath> {
        self.images().map(|(path, _)| path)
    }

    fn images(&self) -> impl Iterator<Item = (&SourcePath, Option<&u128>)> {
        let images = self.0.iter().filter(|(_, look)| {
            let file = look.file.as_ref();
            file.is_ok_and(|file| file.image.is_some())
        });
        images.map(|(path, look)| (path, look.hash.get()))
    }

    /// What is known of a file.
    pub fn get(&self, path: &SourcePath) -> Option<&PublishedFile> {
        self.0.get(path)?.file.as_ref().ok()
    }

    /// A number that tells a file's bytes as they are published from others. They are read
    /// once for it, and again only when the file is another one; of a file that is
    /// [copied](is_copied) its state tells enough, so that a long film begins at once.
    pub fn hash(&self, path: &SourcePath, sources: &Sources) -> Option<u128> {
        let look = self.0.get(path)?;
        if let Some(hash) = look.hash.get() {
            return Some(*hash);
        }
        let hash = match look.state.0 {
            Some(stat) if is_copied(path, sources).ok()? => stat.tag(),
            _ => xxh3_128(&published(path, sources).ok()?),
        };
        Some(*look.hash.get_or_init(|| hash))
    }

    /// Reports files that browsers would run and that nobody trusts, and names in
    /// `trusted_files` that nothing has.
    pub fn check_trust(&self, config: &Config) -> Vec<Diagnostic> {
        let trusts_others = !config.trusted_files.is_empty();
        let untrusted = self.0.keys().filter(|path| self.is_untrusted(path, config));
        let mut problems: Vec<_> = untrusted
            .map(|path| match self.attachment(path) {
                Attachment::Unknown => report::unknown_kind(path, trusts_others),
                Attachment::Remote => report::remote_file(path, trusts_others),
                _ => report::active_file(path, trusts_others),
            })
            .collect();
        let names = || {
            let files = self.0.keys().map(SourcePath::as_str);
            files.filter_map(|file| file.strip_prefix("static/"))
        };
        for trusted in &config.trusted_files {
            let name = trusted.value.as_str();
            let is_there = |file: &str| {
                file.strip_prefix(name)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            };
            if name.is_empty() || !names().any(is_there) {
                let (file, near) = (&config.source, nearest(name, names()));
                problems.push(report::trusted_missing(file, trusted.span, name, near));
            }
        }
        problems
    }

    /// Whether a file could do in browsers what nobody has allowed it.
    pub fn is_untrusted(&self, path: &SourcePath, config: &Config) -> bool {
        self.attachment(path) != Attachment::Harmless && !config.trusts(path)
    }

    fn attachment(&self, path: &SourcePath) -> Attachment {
        self.get(path)
            .map_or(Attachment::Harmless, |file| file.attachment)
    }

    /// The text of a drawing in which a problem was found, for excerpts.
    pub fn text(&self, path: &SourcePath) -> Option<&str> {
        self.0.get(path)?.file.as_ref().err()?.text.as_deref()
    }
}

/// Whether a file is published as it is, and so large that it is better copied in
/// pieces than held in memory.
pub fn is_copied(path: &SourcePath, sources: &Sources) -> io::Result<bool> {
    let large = sources.get(path).is_some_and(|file| file.len >= LARGE);
    Ok(large && !is_cleaned(path, &sources.head(path, media::HEAD)?))
}

/// A file's bytes as they are published.
pub fn published(path: &SourcePath, sources: &Sources) -> io::Result<Vec<u8>> {
    let bytes = sources.read(path)?;
    let clean = match cleaned(path, &bytes) {
        Ok((_, Cow::Borrowed(_))) => None,
        Ok((_, Cow::Owned(clean))) => Some(clean),
        Err(_) => {
            let reason = message!("file-changed-meanwhile");
            return Err(system::error(io::ErrorKind::InvalidData, reason));
        }
    };
    Ok(clean.unwrap_or(bytes))
}

/// Whether metadata may be in a file that begins so. A photo without an extension, or
/// under another one, holds its place as well.
fn is_cleaned(path: &SourcePath, head: &[u8]) -> bool {
    let extension = path.extension();
    extension == "css" || media::is_image(&extension, head)
}

/// What is published of a file, and what it is if it is an image.
fn cleaned<'a>(
    path: &SourcePath,
    bytes: &'a [u8],
) -> Result<(Option<ImageInfo>, Cow<'a, [u8]>), Problem> {
    let extension = path.extension();
    if media::is_image(&extension, bytes) {
        let (facts, clean) = media::publishable(&extension, bytes)?;
        return Ok((Some(facts), clean));
    }
    let clean = match extension.as_str() {
        "css" => media::publishable_sheet(bytes)?,
        _ => Cow::Borrowed(bytes),
    };
    Ok((None, clean))
}

/// Looks into a file of this state.
fn look(path: &SourcePath, state: (Option<Stat>, u128), sources: &Sources) -> Look {
    let hash = OnceLock::new();
    Look {
        state,
        file: inspect(path, sources, &hash),
        hash,
    }
}

/// What is in a file; sets the hash of what is published of it where all of it was read.
fn inspect(
    path: &SourcePath,
    sources: &Sources,
    hash: &OnceLock<u128>,
) -> Result<PublishedFile, Faulty> {
    let unreadable = |error: io::Error| Faulty {
        problem: Box::new(source_report::unreadable(path, &error)),
        text: None,
    };
    let head = sources.head(path, media::HEAD).map_err(unreadable)?;
    let attachment = |all: &dyn Fn() -> io::Result<Vec<u8>>| {
        media::attachment(path.file_name(), &head, all).map_err(unreadable)
    };
    if !is_cleaned(path, &head) {
        return Ok(PublishedFile {
            image: None,
            len: sources.get(path).map_or(0, |file| file.len),
            attachment: attachment(&|| sources.read(path))?,
        });
    }
    let bytes = sources.read(path).map_err(unreadable)?;
    let (image, clean) = cleaned(path, &bytes).map_err(|problem| faulty(path, &bytes, &problem))?;
    hash.get_or_init(|| xxh3_128(&clean));
    Ok(PublishedFile {
        image,
        len: clean.len() as u64,
        attachment: match image {
            Some(_) => Attachment::Harmless,
            None => attachment(&|| Ok(clean.to_vec()))?,
        },
    })
}

fn faulty(path: &SourcePath, bytes: &[u8], problem: &Problem) -> Faulty {
    let is_at_a_place = matches!(
        problem,
        Problem::SvgActive { .. } | Problem::Embedded { .. }
    );
    let text = || std::str::from_utf8(bytes).ok().map(Arc::from);
    Faulty {
        problem: Box::new(media::problem(path, problem)),
        text: is_at_a_place.then(text).flatten(),
    }
}
