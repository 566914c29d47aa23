//! Themes: templates and how they override each other, assets, functions.
//!
//! Owns all of `tera`, and the default theme inside the binary. Must never know
//! posts: what templates get is made in `render::view`.
//!
//! A template is looked for by its name in this order: the site's
//! `templates/post.html`; the theme's `themes/<theme>/templates/post.html`, which
//! is also called `<theme>/post.html`; the built-in one, which is also called
//! `default/post.html`. A file of a site's own `themes/default/` takes the place of
//! the built-in file of the same name. So `templates/post.html` may say
//! `{% extends "default/post.html" %}` and override one block.

mod assets;
mod balance;
mod embedded;
mod engine;
mod errors;
mod fields;
mod fold;
mod functions;
mod includes;
mod layers;
mod manifest;
mod outline;
mod reads;
mod report;
mod signatures;
mod structure;
mod tokens;
mod unused;
mod wording;

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

use tera::Tera;

use self::errors::ByName;
use self::layers::Layers;
use self::manifest::Settings;
use self::reads::OwnNames;
use self::structure::Structure;
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::{Diagnostic, Parsed, Spanned, template as diagnose, theme as theme_report};
use crate::locale::Locale;
use crate::message;
use crate::path::{BaseUrl, SourcePath};

pub use self::assets::{Asset, Rooted};
pub use self::functions::InlineMarkdown;
pub use tera::value::Key;
pub use tera::{Context, Map, Value};

/// A file below `templates/` or `themes/`.
#[derive(Debug, Clone)]
pub struct ThemeFile {
    /// Where it lies in the site.
    pub path: SourcePath,
    /// What is in it.
    pub bytes: Arc<[u8]>,
}

impl ThemeFile {
    /// From a text.
    pub fn new(path: SourcePath, text: &str) -> Self {
        Self {
            path,
            bytes: Arc::from(text.as_bytes()),
        }
    }

    /// Its text; `None` if it is not UTF-8, which was reported when it was read.
    fn text(&self) -> Option<Arc<str>> {
        std::str::from_utf8(&self.bytes).ok().map(Arc::from)
    }
}

/// What of a site's configuration a theme depends on.
#[derive(Debug, Clone, Copy)]
pub struct Options<'a> {
    /// `theme`.
    pub theme: &'a Spanned<String>,
    /// The file in which it is written.
    pub config: &'a SourcePath,
    /// `language`.
    pub language: &'a str,
    /// `base_url`.
    pub base_url: &'a BaseUrl,
    /// The filter `markdown`.
    pub markdown: InlineMarkdown,
    /// The names of all that templates get from the site, each on some page.
    pub data: &'a [&'a str],
}

/// A path of the site that a file names.
pub type Named = (SourcePath, Spanned<String>);

/// A theme, ready to render.
#[derive(Debug)]
pub struct Theme {
    tera: Engine,
    templates: ByName,
    /// Of the layers below the site's own templates, in order.
    prefixes: Vec<String>,
    locale: Arc<Locale>,
    /// How wide it shows pictures, by their role.
    image_sizes: BTreeMap<String, String>,
    /// In the order of their paths below `assets/`.
    assets: Vec<(String, Asset)>,
    rooted: Vec<Rooted>,
    /// Paths of the site that its templates name.
    addresses: Vec<Named>,
    /// What was wrong with names and calls when the templates were read.
    reported: Vec<Diagnostic>,
    whole: bool,
}

/// The template engine, which has no words for itself.
struct Engine(Tera);

impl std::fmt::Debug for Engine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Tera")
    }
}

impl Theme {
    /// Loads a site's theme. `files` holds everything below its `templates/` and
    /// `themes/`; what it lacks comes from the default theme in the binary.
    ///
    /// There is always a theme; if its templates have errors it can't render
    /// ([`Theme::is_whole`]).
    pub fn load(files: &[ThemeFile], options: Options<'_>) -> Parsed<Self> {
        load(files, &embedded::files(), options)
    }

    /// Renders a template to the end of `out`, which is left as it was on an error.
    /// The error names the page by `current.path` of the context.
    pub fn render(
        &self,
        template: &str,
        context: &Context,
        out: &mut Vec<u8>,
    ) -> Result<(), Box<Diagnostic>> {
        let start = out.len();
        let limited = Limited {
            out,
            left: MAX_PAGE,
        };
        self.tera
            .0
            .render_to(template, context, limited)
            .map_err(|error| {
                out.truncate(start);
                Box::new(self.diagnostic(&error, template, context))
            })
    }

    /// Whether its templates could be read. If not, their errors are reported already, and
    /// rendering would only say that there are no templates.
    pub fn is_whole(&self) -> bool {
        self.whole
    }

    /// Whether there is a template of this name.
    pub fn has_template(&self, name: &str) -> bool {
        self.tera.0.contains_template(name)
    }

    /// What is published with the theme, in the order of the paths in `assets/`.
    pub fn assets(&self) -> impl Iterator<Item = &Asset> {
        self.assets.iter().map(|(_, asset)| asset)
    }

    /// One of [`Theme::assets`], by its place.
    pub fn asset_at(&self, index: usize) -> Option<&Asset> {
        self.assets.get(index).map(|(_, asset)| asset)
    }

    /// An asset by its path in `assets/`.
    pub fn asset(&self, path: &str) -> Option<&Asset> {
        let found = self
            .assets
            .binary_search_by(|(known, _)| known.as_str().cmp(path));
        found.ok().and_then(|index| self.asset_at(index))
    }

    /// What style sheets refer to by a path of the site.
    pub fn rooted(&self) -> &[Rooted] {
        &self.rooted
    }

    /// The paths of the site that templates name, each with its file.
    pub fn addresses(&self) -> &[Named] {
        &self.addresses
    }

    /// How wide pictures are shown, by their role: what `sizes` of HTML takes.
    pub fn image_sizes(&self) -> &BTreeMap<String, String> {
        &self.image_sizes
    }

    /// The site's language.
    pub fn locale(&self) -> &Arc<Locale> {
        &self.locale
    }

    /// The text of a template, for diagnostics about files that are in the binary only.
    pub fn source(&self, path: &SourcePath) -> Option<&str> {
        self.templates
            .values()
            .find(|template| template.path == *path)
            .map(|template| &*template.text)
    }

    /// The first thing that an error of the engine says.
    fn diagnostic(&self, error: &tera::Error, template: &str, context: &Context) -> Diagnostic {
        let page = context
            .get("current")
            .and_then(|current| current.get_from_path("path"))
            .and_then(Value::as_str);
        let file = std::iter::once("")
            .chain(self.prefixes.iter().map(String::as_str))
            .find_map(|prefix| self.templates.get(&format!("{prefix}{template}")))
            .map(|template| &template.path);
        let first = errors::diagnostics(error, &self.templates, Some(context))
            .into_iter()
            .next()
            .unwrap_or_else(|| Diagnostic::new(diagnose::RENDER, message!("template-failed")));
        let first = errors::in_template(first, file);
        // The same again, which is shown once, and not what followed from it.
        let reported = self.reported.iter().find(|known| known.overlaps(&first));
        reported.map_or_else(|| errors::on_page(first, page), Diagnostic::clone)
    }
}

/// The built-in words of a language; English for one that has none.
pub fn built_in_locale(language: &str) -> Locale {
    let strings = layers::layers(layers::DEFAULT, &[], &embedded::files(), &mut Vec::new()).strings;
    Locale::load(language, &strings)
        .value
        .expect("Locale::load always gives a locale")
}

/// Loads a theme over given built-in files.
fn load(site: &[ThemeFile], built_in: &[ThemeFile], options: Options<'_>) -> Parsed<Theme> {
    let mut diagnostics = Vec::new();
    let theme = choose_theme(site, options, &mut diagnostics);
    let layers = layers::layers(theme, site, built_in, &mut diagnostics);
    let settings = settings(theme, &layers, &mut diagnostics);
    let mut locale = Locale::load(options.language, &layers.strings);
    diagnostics.append(&mut locale.diagnostics);
    let locale = Arc::new(locale.value.expect("Locale::load always gives a locale"));
    let assets::Published { assets, rooted } = assets::publish(
        &layers.assets,
        &settings.root_files,
        options.base_url,
        &mut diagnostics,
    );

    let mut tera = Tera::new();
    functions::register(
        &mut tera,
        &locale,
        &assets,
        options.base_url,
        options.markdown,
    );
    let structure = Structure::new(&layers.templates, theme);
    let own_names = OwnNames::of(structure.iter().map(|read| read.tags()));
    let (templates, paths) = engine::folded(&structure, &locale, built_in);
    paths.register(&mut tera, options.data, own_names);
    let mut reported = Vec::new();
    engine::check_names(&structure, &locale, &layers, &mut reported);
    diagnostics.extend_from_slice(&reported);
    diagnostics.extend(unused::misplaced(site, theme));
    diagnostics.extend(unused::templates(&structure, built_in));
    let faults = engine::add_templates(&mut tera, theme, &structure, &templates);
    let addresses = structure.addresses().collect();
    let whole = faults.is_empty();
    diagnostics.extend(faults);
    Parsed {
        value: Some(Theme {
            whole,
            tera: Engine(tera),
            templates,
            prefixes: structure::prefixes(theme),
            locale,
            image_sizes: settings.image_sizes,
            assets: assets.into_iter().collect(),
            rooted,
            addresses,
            reported,
        }),
        diagnostics,
    }
}

/// The theme that is asked for, or the default where there is none of its name.
fn choose_theme<'a>(
    site: &[ThemeFile],
    options: Options<'a>,
    diagnostics: &mut Vec<Diagnostic>,
) -> &'a str {
    let Spanned { value: theme, span } = options.theme;
    let themes = layers::themes(site);
    if themes.contains(&theme.as_str()) {
        return theme;
    }
    let nearest = nearest(theme, themes);
    diagnostics.push(theme_report::no_theme(
        options.config,
        *span,
        theme,
        nearest,
    ));
    layers::DEFAULT
}

/// What the theme and the one below it say of themselves; the theme's own word counts.
fn settings(theme: &str, layers: &Layers, diagnostics: &mut Vec<Diagnostic>) -> Settings {
    let own = format!("themes/{theme}/theme.yaml");
    if !layers
        .manifests
        .iter()
        .any(|file| file.path.as_str() == own)
    {
        diagnostics.push(theme_report::no_manifest(&SourcePath::new(&own), theme));
    }
    let mut settings = Settings::default();
    for file in &layers.manifests {
        let own = manifest::read(file, &layers.assets, diagnostics);
        settings.root_files.extend(own.root_files);
        for (role, sizes) in own.image_sizes {
            settings.image_sizes.entry(role).or_insert(sizes);
        }
    }
    settings
}

/// The largest page, in bytes: what is larger comes of a loop that went wrong.
const MAX_PAGE: usize = 64 << 20;

/// Writes to a vector until it has grown too much.
struct Limited<'a> {
    out: &'a mut Vec<u8>,
    left: usize,
}

impl io::Write for Limited<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.left = self
            .left
            .checked_sub(bytes.len())
            .ok_or(io::ErrorKind::FileTooLarge)?;
        self.out.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests;
