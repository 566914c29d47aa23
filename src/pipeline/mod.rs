//! The order of the stages, from files to a site that can be rendered.
//!
//! Owns which stage feeds which, and what goes on when one finds errors: everything
//! that can still be looked at is looked at, so that all problems are reported at once.
//! Must never know the command line or the output.

mod documents;
mod inline;
mod inputs;
mod labels;
pub(crate) mod shelter;
mod style;
mod unpublished;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use crate::config::{self, Config};
use crate::diagnostic::{self, Diagnostic, Severity};
use crate::parse::{RawHtml, Settings};
use crate::path::{BaseUrl, SourcePath};
use crate::published_files::PublishedFiles;
use crate::render::{Renderer, Values};
use crate::routes::{self, Routes};
use crate::site::{Include, Interval, Now, Site};
use crate::sources::{Changes, Kind, LoadOptions, SourceError, Sources};
use crate::theme::Theme;

use documents::ParsedDocuments;
use labels::labels;
use style::Style;

/// What a command wants of the pipeline.
#[derive(Debug, Clone)]
pub struct Options {
    /// The site's folder.
    pub root: PathBuf,
    /// The configuration, relative to the root or absolute.
    pub config: PathBuf,
    /// The output folder, which is no source.
    pub output: PathBuf,
    /// In place of the configured `base_url`.
    pub base_url: Option<BaseUrl>,
    /// Unpublished documents that are wanted all the same.
    pub include: Include,
    /// "Now".
    pub now: Now,
}

/// A site with everything that rendering needs.
#[derive(Debug)]
pub struct Loaded {
    /// All files.
    pub sources: Sources,
    /// The assembled site and its surroundings; absent when there is no usable
    /// configuration.
    pub ready: Option<Ready>,
    /// Everything found so far, sorted, with the site's severities.
    pub diagnostics: Vec<Diagnostic>,
    /// Files that differ from those of the load before.
    pub changed: Vec<SourcePath>,
    previous: Previous,
}

/// What a load leaves to the next one.
#[derive(Debug, Default)]
struct Previous {
    /// The configuration as it was read, whatever is wrong with it.
    read: Option<Arc<ReadConfig>>,
    /// The last configuration without errors.
    config: Option<Arc<Config>>,
    documents: ParsedDocuments,
    style: Option<Style>,
    /// The last theme without errors.
    good_style: Option<Style>,
}

/// A configuration with what it was read from: the same means the same.
#[derive(Debug)]
struct ReadConfig {
    path: SourcePath,
    hash: u128,
    base_url: Option<BaseUrl>,
    config: Option<Arc<Config>>,
    diagnostics: Vec<Diagnostic>,
}

/// What [`Renderer`] is made from.
#[derive(Debug)]
pub struct Ready {
    /// The site.
    pub site: Site,
    /// Its URLs.
    pub routes: Arc<Routes>,
    /// Its published files.
    pub files: PublishedFiles,
    /// Its theme.
    pub theme: Arc<Theme>,
    /// What its pages share, made as they are rendered.
    pub values: Values,
}

impl Ready {
    /// A renderer of this site.
    pub fn renderer(&self) -> Renderer<'_> {
        Renderer::new(
            &self.site,
            &self.routes,
            &self.files,
            &self.theme,
            &self.values,
        )
    }
}

impl Loaded {
    /// The text of a file, for excerpts in diagnostics.
    pub fn text(&self, path: &SourcePath) -> Option<&str> {
        let theme = || self.previous.style.as_ref()?.theme.source(path);
        let drawing = || self.ready.as_ref()?.files.text(path);
        self.sources.text(path).or_else(theme).or_else(drawing)
    }

    /// In which interval the same files make the same site.
    pub fn holds(&self) -> Interval {
        let site = self.ready.as_ref().map(|ready| &ready.site);
        site.map_or(Interval::ALWAYS, |site| site.holds)
    }

    /// Whether anything stops a build.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::is_error)
    }

    /// Whether a build stops for a problem; a `strict` one does for warnings too, but not
    /// for those of what is not published.
    pub fn stops(&self, found: &Diagnostic, strict: bool) -> bool {
        let site = self.ready.as_ref().map(|ready| &ready.site);
        let is_published = || {
            let file = found.file.as_ref().zip(site);
            file.is_none_or(|(file, site)| !unpublished::is_unpublished(site, file))
        };
        found.is_error() || strict && is_published()
    }

    /// Follows every link, and gives all diagnostics with what that has found.
    pub fn checked(&self) -> Vec<Diagnostic> {
        let Some(ready) = &self.ready else {
            return self.diagnostics.clone();
        };
        let mut found = routes::check(
            &ready.site,
            &ready.routes,
            &self.sources,
            ready.theme.addresses(),
        );
        if let Some(file) = self.sources.iter_kind(Kind::Config).next() {
            let (links, problems) = inline::texts(&ready.site.config);
            found.extend(problems);
            found.extend(routes::check_config(
                &ready.site,
                &ready.routes,
                &file.path,
                &links,
            ));
        }
        apply_severities(&mut found, ready);
        found.extend_from_slice(&self.diagnostics);
        diagnostic::sort(&mut found);
        found
    }
}

/// Reads, parses, assembles and checks a site.
pub fn load(options: &Options) -> Result<Loaded, SourceError> {
    let mut loaded = load_unchecked(options)?;
    loaded.diagnostics = loaded.checked();
    Ok(loaded)
}

/// The same, but that no link is followed yet ([`Loaded::checked`]).
pub fn load_unchecked(options: &Options) -> Result<Loaded, SourceError> {
    let found = Sources::load(&options.root, &options.sources())?;
    let sources = found.value.unwrap_or_default();
    Ok(make(options, (sources, None), found.diagnostics, None))
}

/// The site again after `changes`: the same as a fresh [`load`] but that its links are
/// not followed yet ([`Loaded::checked`]), and that what an error left nothing of is
/// as it was before. `None` if nothing is different at all.
pub fn reload(
    options: &Options,
    before: &Loaded,
    changes: &Changes,
) -> Result<Option<Loaded>, SourceError> {
    let update = (before.sources).update(&options.root, &options.sources(), changes)?;
    if !update.differs {
        return Ok(None);
    }
    let sources = (update.sources, Some(&*update.changed));
    let mut loaded = make(options, sources, update.diagnostics, Some(before));
    loaded.changed = update.changed;
    Ok(Some(loaded))
}

/// The same files at another time.
pub fn at(options: &Options, before: &Loaded) -> Loaded {
    let sources = before.sources.clone();
    let diagnostics = sources.diagnostics();
    make(options, (sources, Some(&[])), diagnostics, Some(before))
}

impl Options {
    fn sources(&self) -> LoadOptions {
        LoadOptions {
            config: self.config.clone(),
            output: self.output.clone(),
        }
    }
}

/// Makes a site of `sources`, of which it is known what has changed since `before`.
fn make(
    options: &Options,
    (sources, changed): (Sources, Option<&[SourcePath]>),
    mut diagnostics: Vec<Diagnostic>,
    before: Option<&Loaded>,
) -> Loaded {
    let nothing = Previous::default();
    let previous = before.map_or(&nothing, |before| &before.previous);
    let read = read_config(&sources, options, previous);
    let (config, good_config) = choose_config(read.as_deref(), previous, &mut diagnostics);
    let severities = config.as_ref().map(|config| config.severities.clone());
    let severities = severities.unwrap_or_default();
    let stop = |found: &[Diagnostic]| has_errors(found, &severities);
    let style = config.as_ref().map(|config| {
        let style = style::load(&sources, config, previous.style.as_ref());
        diagnostics.extend_from_slice(&style.diagnostics);
        style
    });
    let good_style = style.clone().filter(|style| !stop(&style.diagnostics));
    let good_style = good_style.or_else(|| previous.good_style.clone());
    let theme = good_style.as_ref().or(style.as_ref());
    let theme = theme.map(|style| style.theme.clone());
    let settings = settings(config.as_deref(), theme.as_deref());
    let parsed = documents::parse(&sources, &settings, &previous.documents, changed);
    let documents = parsed.documents(&stop, &mut diagnostics);
    let ready = config.clone().zip(theme).map(|(config, theme)| {
        let now = options.now.instant(&config.timezone);
        let old = before.and_then(|before| Some((&before.sources, before.ready.as_ref()?)));
        let old_site = old.map(|(_, ready)| &ready.site);
        let locale = theme.locale();
        let (site, found) =
            Site::assemble(config, &documents, locale, now, options.include, old_site);
        diagnostics.extend(found);
        let media = routes::media(&site, &sources);
        let old_files = old.map(|(_, old)| &old.files);
        let (files, found) = PublishedFiles::inspect(&media, &sources, old_files);
        diagnostics.extend(found);
        let (routes, found) = routes(&site, &sources, (&media, &files), &theme, old);
        diagnostics.extend(found);
        diagnostics.extend(style::check(&theme, &routes));
        diagnostics.extend(files.check_trust(&site.config));
        Ready {
            values: Values::new(&site),
            site,
            routes,
            files,
            theme,
        }
    });
    if let Some(ready) = &ready {
        apply_severities(&mut diagnostics, ready);
    }
    diagnostic::sort(&mut diagnostics);
    Loaded {
        sources,
        ready,
        diagnostics,
        changed: Vec::new(),
        previous: Previous {
            read,
            config: good_config,
            documents: parsed,
            style,
            good_style,
        },
    }
}

/// All addresses, from the load before where they are the same.
fn routes(
    site: &Site,
    sources: &Sources,
    files: (&BTreeSet<SourcePath>, &PublishedFiles),
    theme: &Theme,
    before: Option<(&Sources, &Ready)>,
) -> (Arc<Routes>, Vec<Diagnostic>) {
    let urls =
        |theme: &Theme| -> Vec<_> { theme.assets().map(|asset| asset.url.clone()).collect() };
    let (assets, words) = (urls(theme), theme.locale().words());
    let kept = before.filter(|(_, ready)| files.1.has_images_of(&ready.files));
    let kept = kept.and_then(|(old, ready)| {
        let (old_assets, old_words) = (urls(&ready.theme), ready.theme.locale().words());
        let then = (&ready.site, old, &*old_assets, old_words);
        routes::reuse(&ready.routes, then, (site, sources, &assets, words))
    });
    let old = before.map(|(_, ready)| (&ready.site, &*ready.routes));
    kept.unwrap_or_else(|| {
        let (routes, found) = Routes::build(site, sources, files, &assets, words, old);
        (Arc::new(routes), found)
    })
}

/// Whether the site counts any of these as an error.
fn has_errors(found: &[Diagnostic], severities: &BTreeMap<&'static str, Option<Severity>>) -> bool {
    let mut found = found.to_vec();
    diagnostic::apply(&mut found, severities);
    found.iter().any(Diagnostic::is_error)
}

/// Gives diagnostics the site's severities.
fn apply_severities(diagnostics: &mut Vec<Diagnostic>, ready: &Ready) {
    diagnostic::apply(diagnostics, &ready.site.config.severities);
    unpublished::lower(&ready.site, diagnostics);
}

/// The configuration as it stands in its file.
fn read_config(
    sources: &Sources,
    options: &Options,
    previous: &Previous,
) -> Option<Arc<ReadConfig>> {
    let file = sources.iter_kind(Kind::Config).next()?;
    let text = file.text()?;
    let same = |read: &&Arc<ReadConfig>| {
        (&read.path, read.hash, &read.base_url) == (&file.path, file.hash, &options.base_url)
    };
    if let Some(read) = previous.read.as_ref().filter(same) {
        return Some(read.clone());
    }
    let parsed = shelter::sheltered(&file.path, || config::read(&file.path, text));
    let config = parsed.value.map(|mut config| {
        if let Some(base_url) = &options.base_url {
            config.base_url = base_url.clone();
        }
        Arc::new(config)
    });
    Some(Arc::new(ReadConfig {
        path: file.path.clone(),
        hash: file.hash,
        base_url: options.base_url.clone(),
        config,
        diagnostics: parsed.diagnostics,
    }))
}

/// The configuration to go on with, and the last one without errors: a build with
/// errors in it would stop, so what was good stays.
fn choose_config(
    read: Option<&ReadConfig>,
    previous: &Previous,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Option<Arc<Config>>, Option<Arc<Config>>) {
    let before = previous.config.clone();
    let Some(read) = read else {
        return (before.clone(), before);
    };
    diagnostics.extend_from_slice(&read.diagnostics);
    let is_sound = |config: &Arc<Config>| !has_errors(&read.diagnostics, &config.severities);
    let good = read.config.clone().filter(is_sound).or(before);
    (good.clone().or(read.config.clone()), good)
}

fn settings(config: Option<&Config>, theme: Option<&Theme>) -> Settings {
    Settings {
        labels: theme
            .map(|theme| labels(theme.locale()))
            .unwrap_or_default(),
        timezone: config.map_or(jiff::tz::TimeZone::UTC, |config| config.timezone.clone()),
        raw_html: config.map_or(RawHtml::Sanitize, |config| config.raw_html),
        base_url: config.map(|config| config.base_url.clone()),
        // Without a configuration nobody knows that there is none.
        default_author: config.is_none_or(|config| config.default_author.is_some()),
        language: config.map_or_else(|| "sv".to_owned(), |config| config.language.clone()),
    }
}
