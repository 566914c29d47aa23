//! The order of the stages, from files to a site that can be rendered.
//!
//! Owns which stage feeds which, and what goes on when one finds errors: everything
//! that can still be looked at is looked at, so that all problems are told at once.
//! Must never know the command line or the output.

use std::path::PathBuf;
use std::sync::Arc;

use rayon::prelude::*;

use crate::assets::Assets;
use crate::config::{self, Config, RawHtml};
use crate::diagnostic::{self, Diagnostic, Parsed, Severity, Span};
use crate::parse::document::{HoleKind, LinkTarget, TermKind};
use crate::parse::{self, Settings};
use crate::path::{BaseUrl, SourcePath, UrlPath, encode_fragment};
use crate::render::{Renderer, Values};
use crate::routes::{self, Routes};
use crate::site::{Documents, Include, Now, Site};
use crate::sources::{Content, Kind, LoadOptions, SourceError, SourceFile, Sources};
use crate::theme::{self, Theme, ThemeFile};

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
    /// Withheld documents that are wanted all the same.
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
    /// configuration or theme.
    pub ready: Option<Ready>,
    /// Everything found so far, sorted, with the site's severities.
    pub diagnostics: Vec<Diagnostic>,
}

/// What [`Renderer`] is made from.
#[derive(Debug)]
pub struct Ready {
    /// The site.
    pub site: Site,
    /// Its URLs.
    pub routes: Routes,
    /// Its published files.
    pub assets: Assets,
    /// Its theme.
    pub theme: Theme,
    /// What its pages share, made as they are rendered.
    pub values: Values,
}

impl Ready {
    /// A renderer of this site.
    pub fn renderer(&self) -> Renderer<'_> {
        Renderer::new(
            &self.site,
            &self.routes,
            &self.assets,
            &self.theme,
            &self.values,
        )
    }
}

impl Loaded {
    /// The text of a file, for excerpts in diagnostics.
    pub fn text(&self, path: &SourcePath) -> Option<&str> {
        self.sources.text(path).or_else(|| {
            self.ready
                .as_ref()
                .and_then(|ready| ready.theme.source(path))
        })
    }

    /// Whether anything stops a build.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::is_error)
    }
}

/// Reads, parses and assembles a site.
pub fn load(options: &Options) -> Result<Loaded, SourceError> {
    let load = LoadOptions {
        config: options.config.clone(),
        output: options.output.clone(),
    };
    let Parsed {
        value,
        mut diagnostics,
    } = Sources::load(&options.root, &load)?;
    let sources = value.unwrap_or_default();
    let config = read_config(&sources, options, &mut diagnostics);
    let language = config
        .as_ref()
        .map_or("sv", |config| config.language.as_str())
        .to_owned();
    let theme = config
        .as_ref()
        .map(|config| load_theme(&sources, config, &mut diagnostics));
    let settings = settings(config.as_ref(), theme.as_ref(), language);
    let documents = parse_all(&sources, &settings, &mut diagnostics);
    let mut severities = Default::default();
    let mut ready = None;
    if let (Some(config), Some(theme)) = (config, theme) {
        severities = config.severities.clone();
        let config = Arc::new(config);
        ready = Some(assemble(
            config,
            theme,
            &documents,
            &sources,
            options,
            &mut diagnostics,
        ));
    }
    diagnostic::apply(&mut diagnostics, &severities);
    if let Some(ready) = &ready {
        spare_withheld(&ready.site, &mut diagnostics);
    }
    diagnostic::sort(&mut diagnostics);
    Ok(Loaded {
        sources,
        ready,
        diagnostics,
    })
}

fn read_config(
    sources: &Sources,
    options: &Options,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Config> {
    let file = sources.iter_kind(Kind::Config).next()?;
    let text = sources.text(&file.path)?;
    let parsed = config::read(&file.path, text);
    diagnostics.extend(parsed.diagnostics);
    let mut config = parsed.value?;
    if let Some(base_url) = &options.base_url {
        config.base_url = base_url.clone();
    }
    Some(config)
}

fn settings(config: Option<&Config>, theme: Option<&Theme>, language: String) -> Settings {
    Settings {
        labels: theme
            .map(|theme| theme.locale().labels())
            .unwrap_or_default(),
        timezone: config.map_or(jiff::tz::TimeZone::UTC, |config| config.timezone.clone()),
        raw_html: config.map_or(RawHtml::Sanitize, |config| config.raw_html),
        base_url: config.map(|config| config.base_url.clone()),
        default_author: config
            .and_then(|config| config.default_author.as_ref())
            .map(|author| author.value.clone()),
        language,
    }
}

fn load_theme(sources: &Sources, config: &Config, diagnostics: &mut Vec<Diagnostic>) -> Theme {
    let files = [Kind::Template, Kind::Theme]
        .into_iter()
        .flat_map(|kind| sources.iter_kind(kind));
    let files = files.filter_map(|file| {
        let bytes = match &file.content {
            Content::Text(text) => text.as_bytes().into(),
            Content::Bytes(bytes) => bytes.clone(),
            Content::OnDisk => return None,
        };
        Some(ThemeFile {
            path: file.path.clone(),
            bytes,
        })
    });
    let files: Vec<ThemeFile> = files.collect();
    let site_file = sources
        .iter_kind(Kind::Config)
        .next()
        .map_or_else(|| SourcePath::new("site.yaml"), |file| file.path.clone());
    let options = theme::Options {
        theme: &config.theme,
        config: &site_file,
        language: &config.language,
        base_url: &config.base_url,
        markdown: inline_markdown,
    };
    let Parsed {
        value,
        diagnostics: found,
    } = Theme::load(&files, options);
    diagnostics.extend(found);
    value.expect("a theme is always loaded: what the site's own lacks is in the binary")
}

/// The filter `markdown` of templates: one line, cleaned as a post is. Links by path
/// get the base path; links by file belong to documents and lead to the start page.
fn inline_markdown(text: &str, base: &BaseUrl) -> String {
    let settings = Settings {
        language: String::from("en"),
        timezone: jiff::tz::TimeZone::UTC,
        raw_html: RawHtml::Sanitize,
        default_author: None,
        base_url: None,
        labels: parse::Labels::default(),
    };
    let file = SourcePath::new("templates");
    let (body, _) = parse::markdown::inline(&file, text, Span::default(), "", &settings);
    let mut html = String::with_capacity(body.html.len());
    let mut from = 0;
    for hole in &body.holes {
        let at = hole.at as usize;
        html.push_str(&body.html[from..at]);
        from = at;
        let HoleKind::Href(index) = hole.kind else {
            continue;
        };
        let (path, fragment) = match &body.links[index as usize].target {
            LinkTarget::Fragment(fragment) => (None, Some(fragment)),
            LinkTarget::File { fragment, .. } => (Some("/"), fragment.as_ref()),
            LinkTarget::Rooted { path, fragment, .. } => (Some(path.as_str()), fragment.as_ref()),
        };
        let url = path.map(|path| UrlPath::new(path).unwrap_or_else(|_| UrlPath::root()));
        html.push_str(&url.map_or_else(String::new, |url| base.href(&url)));
        html.extend(fragment.map(|fragment| format!("#{}", encode_fragment(fragment))));
    }
    html.push_str(&body.html[from..]);
    html
}

/// Parses every document, in parallel; the result is in the order of paths.
fn parse_all(
    sources: &Sources,
    settings: &Settings,
    diagnostics: &mut Vec<Diagnostic>,
) -> Documents {
    let of_kinds = || {
        Kind::DOCUMENTS
            .into_iter()
            .flat_map(|kind| sources.iter_kind(kind))
    };
    let files: Vec<(&SourceFile, &str)> = of_kinds()
        .filter_map(|file| Some((file, sources.text(&file.path)?)))
        .collect();
    enum Document {
        Post(Arc<parse::document::Post>),
        Page(Arc<parse::document::Page>),
        Profile(Arc<parse::document::Profile>),
        Broken(SourcePath),
    }
    let parsed: Vec<(Document, Vec<Diagnostic>)> = files
        .par_iter()
        .map(|&(file, text)| {
            let path = &file.path;
            let broken = || Document::Broken(path.clone());
            match file.kind {
                Kind::Page => {
                    let Parsed { value, diagnostics } = parse::page(path, text, settings);
                    (
                        value.map_or_else(broken, |page| Document::Page(Arc::new(page))),
                        diagnostics,
                    )
                }
                Kind::Author | Kind::Network | Kind::Tag => {
                    let kind = match file.kind {
                        Kind::Author => TermKind::Author,
                        Kind::Network => TermKind::Network,
                        _ => TermKind::Tag,
                    };
                    let Parsed { value, diagnostics } = parse::profile(kind, path, text, settings);
                    (
                        value.map_or_else(broken, |profile| Document::Profile(Arc::new(profile))),
                        diagnostics,
                    )
                }
                _ => {
                    let comments = comments_of(path);
                    let comments = sources.text(&comments).map(|text| (&comments, text));
                    let Parsed { value, diagnostics } = parse::post(path, text, comments, settings);
                    (
                        value.map_or_else(broken, |post| Document::Post(Arc::new(post))),
                        diagnostics,
                    )
                }
            }
        })
        .collect();
    let unread = of_kinds().filter(|file| sources.text(&file.path).is_none());
    let mut documents = Documents {
        broken: unread.map(|file| file.path.clone()).collect(),
        ..Documents::default()
    };
    for (document, found) in parsed {
        diagnostics.extend(found);
        match document {
            Document::Post(post) => documents.posts.push(post),
            Document::Page(page) => documents.pages.push(page),
            Document::Profile(profile) => documents.profiles.push(profile),
            Document::Broken(path) => documents.broken.push(path),
        }
    }
    documents
}

/// Where the archived comments of a post lie.
fn comments_of(post: &SourcePath) -> SourcePath {
    let path = post.as_str();
    SourcePath::new(&format!(
        "{}.comments.yaml",
        path.strip_suffix(".md").unwrap_or(path)
    ))
}

fn assemble(
    config: Arc<Config>,
    theme: Theme,
    documents: &Documents,
    sources: &Sources,
    options: &Options,
    diagnostics: &mut Vec<Diagnostic>,
) -> Ready {
    let now = options.now.instant(&config.timezone);
    let (site, found) = Site::assemble(config, documents, theme.locale(), now, options.include);
    diagnostics.extend(found);
    let assets: Vec<_> = theme.assets().map(|asset| asset.url.clone()).collect();
    let (routes, found) = Routes::build(&site, sources, &assets, theme.locale().words());
    diagnostics.extend(found);
    diagnostics.extend(routes::check(&site, &routes, sources));
    if let Some(file) = sources.iter_kind(Kind::Config).next() {
        diagnostics.extend(routes::check_config(&site, &routes, &file.path));
    }
    let (assets, found) = Assets::inspect(&routes, sources);
    diagnostics.extend(found);
    Ready {
        values: Values::new(&site),
        site,
        routes,
        assets,
        theme,
    }
}

/// Errors in what is not published don't stop the rest: they become warnings.
fn spare_withheld(site: &Site, diagnostics: &mut [Diagnostic]) {
    for diagnostic in diagnostics {
        let withheld = |file: &SourcePath| {
            site.withheld
                .binary_search_by(|other| other.source.cmp(file))
                .is_ok()
        };
        if !diagnostic.code.guarded && diagnostic.file.as_ref().is_some_and(withheld) {
            diagnostic.severity = Severity::Warning;
        }
    }
}
