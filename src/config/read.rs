//! The YAML of site.yaml into a [`Config`].
//!
//! Owns what each key holds, and its default. Must never know files on disk or the command line.

mod id;
mod images;
mod keys;
mod menu;
mod nested;
mod permalink;
mod statement;
mod timezone;

pub use permalink::PermalinkProblem;

use std::collections::BTreeMap;

use jiff::tz::TimeZone;

use super::{Config, Permalink, TaxonomyPaths};
use crate::decode::yaml::{self, Entry, Kind};
use crate::decode::{Fields, Reader, person};
use crate::diagnostic::keys::{self as key_report, CONFIG};
use crate::diagnostic::values::Form;
use crate::diagnostic::{Parsed, Severity, Span, Spanned, config, site, suggest};
use crate::message;
use crate::parse::RawHtml;
use crate::path::{BaseUrl, SourcePath, nfc};
use crate::placeholder;

use keys::SITE;

/// Reads the text of site.yaml. There is a value even when something is wrong, as long
/// as it is YAML: the rest of a site is checked with it, and the errors stop a build.
pub fn read(path: &SourcePath, text: &str) -> Parsed<Config> {
    // The dates of an accessibility statement are days, in whatever zone.
    let zone = TimeZone::UTC;
    let mut reader = Reader::new(path, text, &CONFIG, &zone);
    let whole = Span::new(0, text.len());
    let document = yaml::read(path, text, whole, &mut reader.diagnostics);
    let mut fields = Fields::open_whole(&mut reader, document.root, &SITE);
    let unreadable = fields.broken;
    fields.broken |= document.partial;
    // What is missing is missing from the file as a whole: its first byte stands for it.
    fields.span = Span::new(0, 0);
    let value = (!unreadable).then(|| decode(&mut reader, &mut fields));
    Parsed {
        value,
        diagnostics: reader.diagnostics,
    }
}

fn decode(reader: &mut Reader<'_>, fields: &mut Fields) -> Config {
    let example = key_report::line_of_words("title", message!("keys-site-example"));
    let title = fields.required_line(reader, "title", example);
    let related = fields.take("related");
    let (responsible, contact) = (fields.take("responsible"), fields.take("contact"));
    let title = title.map(|title| title.value).unwrap_or_default();
    let contact = nested::contact(reader, contact);
    let accessibility = fields.take("accessibility");
    if let (Some(public), None) = (&accessibility, &responsible) {
        reader.report(config::no_responsible(reader.file, public.key_span));
    }
    let base_url = base_url(reader, fields);
    Config {
        source: reader.file.clone(),
        id: id::id(reader, fields, (&title, &base_url)),
        accessibility: statement::statement(reader, accessibility, (&title, contact.as_ref())),
        title,
        description: reader.words(fields.take("description")).unwrap_or_default(),
        base_url,
        language: language(reader, fields),
        timezone: timezone::timezone(reader, fields),
        theme: theme(reader, fields),
        permalink: permalink(reader, fields),
        paginate_by: paginate_by(reader, fields),
        taxonomies: fields
            .take("taxonomies")
            .map_or_else(TaxonomyPaths::default, |entry| {
                nested::taxonomies(reader, entry)
            }),
        feeds: nested::feeds(reader, fields.take("feeds")),
        search: nested::enabled(reader, fields.take("search")),
        archive: nested::enabled(reader, fields.take("archive")),
        related: nested::related(reader, related),
        menu: fields
            .take("menu")
            .map(|entry| menu::menu(reader, entry))
            .unwrap_or_default(),
        responsible: person(reader, responsible),
        contact,
        about: fields
            .take("about")
            .and_then(|about| reader.markdown_block(&about)),
        comments: nested::comments(reader, fields.take("comments")),
        subscribe_email: nested::subscribe(reader, fields.take("subscribe")),
        default_author: fields
            .take("default_author")
            .and_then(|author| reader.line(&author)),
        license: nested::license(reader, fields.take("license")),
        raw_html: fields
            .take("markdown")
            .map_or(RawHtml::Sanitize, |entry| nested::raw_html(reader, entry)),
        severities: severities(reader, fields.take("diagnostics")),
        images: images::images(reader, fields.take("images")),
        trusted_files: trusted_files(reader, fields.take("trusted_files")),
        extra: fields
            .take("extra")
            .map(|extra| reader.free(&extra))
            .unwrap_or_default(),
    }
}

/// `base_url`; the stand-in is a host that never exists.
fn base_url(reader: &mut Reader<'_>, fields: &mut Fields) -> BaseUrl {
    let example = "base_url: https://example.org/";
    let written = fields.required_line(reader, "base_url", example);
    let parsed = written.and_then(|written| match BaseUrl::parse(&written.value) {
        Ok(url) => {
            if placeholder::is_base_url(url.origin()) {
                let (file, span) = (reader.file, written.span);
                reader.report(site::example_address(file, span, &written.value));
            }
            Some(url)
        }
        Err(why) => {
            let meant = meant_base_url(&written.value);
            let meant = meant.map(|meant| format!("base_url: {meant}"));
            let (file, span) = (reader.file, written.span);
            let help = meant.as_deref().unwrap_or(example);
            reader.report(config::bad_base_url(file, span, &written.value, &why, help));
            None
        }
    });
    parsed.unwrap_or_else(|| {
        BaseUrl::parse("https://example.invalid/").expect("a constant that tests read")
    })
}

/// The address of a site that may be meant: with its scheme, and without a file's name.
fn meant_base_url(written: &str) -> Option<String> {
    // `htps://` is a slip; `ftp://` is no other name for a site either.
    let whole = match written.split_once("://") {
        Some(("http" | "https", _)) => written.to_owned(),
        Some((_, rest)) => format!("https://{rest}"),
        None => format!("https://{}", written.trim_start_matches('/')),
    };
    let whole = whole.split(['?', '#']).next().unwrap_or_default();
    let folder = whole.rsplit_once('/').map_or(whole, |(folder, _)| folder);
    let usable = |address: &&str| BaseUrl::parse(address).is_ok();
    let meant = [whole, folder].into_iter().find(usable)?;
    Some(format!("{}/", meant.trim_end_matches('/')))
}

fn language(reader: &mut Reader<'_>, fields: &mut Fields) -> String {
    let entry = fields.take("language");
    let language = entry.and_then(|language| {
        reader.filled_line(&language, "language: sv")?;
        reader.language(&language)
    });
    language.map_or_else(|| "sv".to_owned(), |language| language.value)
}

fn theme(reader: &mut Reader<'_>, fields: &mut Fields) -> Spanned<String> {
    let default = || Spanned::new("default".to_owned(), Span::default());
    let written = fields.take("theme");
    let written = written.and_then(|theme| reader.filled_line(&theme, "theme: default"));
    let Some(theme) = written else {
        return default();
    };
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    if theme.value.chars().all(plain) && !theme.value.starts_with('.') {
        return theme;
    }
    reader.report(config::bad_theme(reader.file, theme.span, &theme.value));
    default()
}

fn permalink(reader: &mut Reader<'_>, fields: &mut Fields) -> Permalink {
    let entry = fields.take("permalink");
    let example = "permalink: /{year}/{month}/{slug}/";
    let written = entry.and_then(|entry| reader.filled_line(&entry, example));
    let Some(written) = written else {
        return Permalink::default();
    };
    written
        .value
        .parse()
        .unwrap_or_else(|problem: PermalinkProblem| {
            let (file, span, text) = (reader.file, written.span, &written.value);
            let (reason, meant) = (problem.message(text), problem.meant(text));
            reader.report(config::bad_permalink(file, span, reason, &meant));
            Permalink::default()
        })
}

fn paginate_by(reader: &mut Reader<'_>, fields: &mut Fields) -> usize {
    let entry = fields.take("paginate_by");
    let count = entry.and_then(|entry| reader.count(&entry, 1, 1_000));
    count.unwrap_or(10)
}

/// `diagnostics: {link/missing-page: warn}`.
fn severities(
    reader: &mut Reader<'_>,
    entry: Option<Entry>,
) -> BTreeMap<&'static str, Option<Severity>> {
    let mut severities = BTreeMap::new();
    let Some(entry) = entry else {
        return severities;
    };
    let Kind::Map(entries) = &entry.value.kind else {
        if !matches!(entry.value.kind, Kind::Null | Kind::Broken) {
            reader.wrong_type(&entry, Form::Map, "diagnostics: {link/missing-page: warn}");
        }
        return severities;
    };
    for setting in entries {
        let Some(code) = crate::diagnostic::codes().find(|code| code.name == setting.key) else {
            let known = crate::diagnostic::codes().map(|code| code.name);
            let near = suggest::nearest(&setting.key, known);
            let unknown = config::unknown_code(reader.file, setting.key_span, &setting.key, near);
            reader.report(unknown);
            continue;
        };
        let severity = match reader.choice(setting, &["allow", "warn", "deny"]) {
            Some("allow") => None,
            Some("warn") => Some(Severity::Warning),
            Some(_) => Some(Severity::Error),
            None => continue,
        };
        if code.guarded && severity != Some(Severity::Error) {
            let (file, span) = (reader.file, setting.key_span);
            reader.report(config::guarded_code(file, span, &setting.key));
            continue;
        }
        severities.insert(code.name, severity);
    }
    severities
}

/// `trusted_files: [google123.html, kartan/]`.
fn trusted_files(reader: &mut Reader<'_>, entry: Option<Entry>) -> Vec<Spanned<String>> {
    let plain = |written: Spanned<String>| {
        let name = written.value.trim_start_matches("./").trim_matches('/');
        let name = name.strip_prefix("static/").unwrap_or(name);
        Spanned::new(nfc(name).into_owned(), written.span)
    };
    let names = entry.map(|entry| reader.texts(&entry, false));
    names.into_iter().flatten().map(plain).collect()
}

#[cfg(test)]
mod tests;
