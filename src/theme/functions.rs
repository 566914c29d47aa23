//! What templates can call.
//!
//! Owns every function and filter that is not the engine's own. None of them can
//! read files, the environment, the network or the clock; the engine's own can't
//! either, and its feature that loads templates from disk is off.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::DateTime;
use tera::value::{Key, ValueKind};
use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use super::assets::Asset;
use super::report::Problem;
use super::signatures::{ASSET, DATE, GET_URL, JOIN_NAMES, MARKDOWN, NUMBER, SLUGIFY, TRANS};
use crate::diagnostic::paths::reason;
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::template as diagnose;
use crate::locale::{self, Locale};
use crate::message;
use crate::message::{Arg, Message};
use crate::path::{BaseUrl, Slug, UrlPath, encode_tail};

/// Makes safe HTML of a line of Markdown in a language, with the addresses of a site.
pub type InlineMarkdown = fn(&str, &str, &BaseUrl) -> String;

/// Registers everything; must come before the templates.
pub(super) fn register(
    tera: &mut Tera,
    locale: &Arc<Locale>,
    assets: &BTreeMap<String, Asset>,
    base_url: &BaseUrl,
    markdown: InlineMarkdown,
) {
    let strings = Arc::clone(locale);
    // As values made once: a page asks for many of them.
    let fixed = fixed_texts(locale).into_iter();
    let fixed: BTreeMap<String, Value> = fixed
        .map(|(key, text)| (key.to_owned(), Value::normal_string(text)))
        .collect();
    tera.register_function(
        TRANS.name,
        move |arguments: Kwargs, state: &State| match fixed_text(&fixed, &arguments) {
            Some(text) => Ok(text),
            None => trans(&strings, &arguments, state),
        },
    );
    let addresses = addresses(assets, base_url);
    tera.register_function(ASSET.name, move |arguments: Kwargs, _: &State| {
        asset(&addresses, &arguments)
    });
    let base = base_url.clone();
    tera.register_function(GET_URL.name, move |arguments: Kwargs, _: &State| {
        get_url(&base, &arguments)
    });

    let dates = Arc::clone(locale);
    tera.register_filter(
        DATE.name,
        move |value: Value, arguments: Kwargs, _: &State| date(&dates, &value, &arguments),
    );
    let numbers = Arc::clone(locale);
    tera.register_filter(NUMBER.name, move |value: Value, _: Kwargs, _: &State| {
        number(&numbers, &value)
    });
    let lists = Arc::clone(locale);
    tera.register_filter(
        JOIN_NAMES.name,
        move |value: Value, _: Kwargs, state: &State| join_names(&lists, &value, state),
    );
    tera.register_filter(SLUGIFY.name, |text: &str, _: Kwargs, _: &State| {
        Slug::from_text(text).map_or_else(String::new, |slug| slug.as_str().to_owned())
    });
    let (language, base) = (locale.language().to_owned(), base_url.clone());
    tera.register_filter(MARKDOWN.name, move |text: &str, _: Kwargs, _: &State| {
        Value::safe_string(&markdown(text, &language, &base))
    });
}

/// What the author of a template reads: the problem, then the way out.
fn problem(message: Message, help: Message) -> Error {
    Problem::new(diagnose::RENDER, message, help).into()
}

/// The texts without placeholders.
pub(super) fn fixed_texts(locale: &Locale) -> BTreeMap<&str, &str> {
    let texts = locale
        .keys()
        .filter_map(|key| Some((key, locale.text(key)?)));
    texts.filter(|(_, text)| !text.contains('{')).collect()
}

/// `trans(key="menu")`: a key alone, of a text without placeholders.
fn fixed_text(texts: &BTreeMap<String, Value>, arguments: &Kwargs) -> Option<Value> {
    let mut arguments = arguments.iter();
    let (Some((name, key)), None) = (arguments.next(), arguments.next()) else {
        return None;
    };
    let key = key.as_str().filter(|_| name.as_str() == Some("key"))?;
    texts.get(key).cloned()
}

/// `trans(key="post_count", count=3)`. Arguments fill the text's placeholders; if
/// one of them is HTML, the whole is, and the rest is escaped.
fn trans(locale: &Locale, arguments: &Kwargs, state: &State) -> TeraResult<Value> {
    let key: &str = arguments.must_get("key")?;
    let count = arguments.get::<u64>("count")?;
    let Some(text) = locale.form(key, count) else {
        let help = diagnose::text_help(key, nearest(key, locale.keys()));
        return Err(Problem::new(diagnose::UNKNOWN_TEXT, diagnose::no_text(key), help).into());
    };
    let is_html = |value: &Value| value.is_string() && value.is_safe();
    let html = state.autoescaping_enabled() && arguments.iter().any(|(_, value)| is_html(value));
    let escape = |text: &str| {
        if html {
            state.escape(text)
        } else {
            Ok(text.to_owned())
        }
    };
    let mut missing = None;
    let filled = locale::fill(&escape(text)?, |name| {
        let value = argument(arguments, name);
        match (value, count) {
            (Some(value), _) if is_html(value) => Some(value.to_string()),
            (Some(value), _) => escape(&value.to_string()).ok(),
            (None, Some(count)) if name == "n" => Some(locale.number(count)),
            (None, _) => {
                missing.get_or_insert_with(|| name.to_owned());
                None
            }
        }
    });
    match missing {
        Some(name) => Err(missing_argument(key, &name)),
        None if html => Ok(Value::safe_string(&filled)),
        None => Ok(Value::normal_string(&filled)),
    }
}

/// An argument that was given and is something.
fn argument<'a>(arguments: &'a Kwargs, name: &str) -> Option<&'a Value> {
    arguments
        .iter()
        .find(|(known, _)| known.as_str() == Some(name))
        .map(|(_, value)| value)
        .filter(|value| !value.is_undefined() && !value.is_none())
}

/// A placeholder that nothing fills in.
fn missing_argument(key: &str, name: &str) -> Error {
    let argument = if name == "n" { "count" } else { name };
    let line = format!("trans(key=\"{key}\", {argument}=…)");
    problem(
        message!("template-text-needs", key, argument),
        message!("help-write", line),
    )
}

/// What `asset` returns, by path.
fn addresses(assets: &BTreeMap<String, Asset>, base_url: &BaseUrl) -> BTreeMap<String, Value> {
    let value = |asset: &Asset| {
        let fields = [
            ("url", base_url.href(&asset.url)),
            ("integrity", asset.integrity.clone()),
        ];
        Value::from(
            fields
                .into_iter()
                .map(|(key, value)| (Key::from(key), Value::from(value)))
                .collect::<tera::Map>(),
        )
    };
    assets
        .iter()
        .map(|(path, asset)| (path.clone(), value(asset)))
        .collect()
}

/// `asset(path="style.css")` → `{url, integrity}`.
fn asset(addresses: &BTreeMap<String, Value>, arguments: &Kwargs) -> TeraResult<Value> {
    let path: &str = arguments.must_get("path")?;
    addresses.get(path).cloned().ok_or_else(|| {
        let known = addresses.keys().map(String::as_str);
        let help = diagnose::asset_help(path, nearest(path, known));
        Problem::new(diagnose::UNKNOWN_ASSET, diagnose::no_asset(path), help).into()
    })
}

/// `get_url(path="/om/")` → with the base path, percent-encoded.
fn get_url(base_url: &BaseUrl, arguments: &Kwargs) -> TeraResult<String> {
    let path: &str = arguments.must_get("path")?;
    let tail = path.find(['?', '#']).unwrap_or(path.len());
    let (name, tail) = path.split_at(tail);
    match UrlPath::parse_link(name) {
        Ok(url) => Ok(base_url.href(&url) + &encode_tail(tail)),
        Err(_) if !path.starts_with('/') => Err(problem(
            message!("template-path-relative", path),
            message!("template-path-relative-help"),
        )),
        Err(why) => Err(problem(
            message!("template-path", path, reason = reason(why)),
            message!("template-path-help"),
        )),
    }
}

/// `date(format="%-d %B %Y")`, or in the language's long form without a format.
fn date(locale: &Locale, value: &Value, arguments: &Kwargs) -> TeraResult<String> {
    let iso = value
        .as_map()
        .and_then(|map| map.get(&Key::Str("iso")))
        .unwrap_or(value);
    let date = iso.as_str().and_then(civil).ok_or_else(|| {
        problem(
            match shown(value) {
                Some(value) => message!("template-not-a-date", value),
                None => message!("template-no-value"),
            },
            message!("template-not-a-date-help"),
        )
    })?;
    match arguments.get::<&str>("format")? {
        None => Ok(locale.date_long(date.date())),
        Some(format) => locale
            .date(date, format)
            .map_err(|error| problem(error.message(), message!("template-date-format-help"))),
    }
}

/// A value in a message: what it is, where it would be long; `None` if it is nothing.
fn shown(value: &Value) -> Option<Arg> {
    let kind = match value.kind() {
        ValueKind::Map => "map",
        ValueKind::Array => "list",
        ValueKind::None | ValueKind::Undefined => return None,
        _ => return Some(Arg::from(format!("`{value}`"))),
    };
    Some(Arg::from(message!("template-kind", kind)))
}

/// The civil date and time of an ISO date, with or without time and offset.
fn civil(iso: &str) -> Option<DateTime> {
    let until_offset = iso.get(..19).unwrap_or(iso);
    until_offset.parse().ok()
}

/// `number`: groups of three, the language's decimal mark.
fn number(locale: &Locale, value: &Value) -> TeraResult<String> {
    let whole = value
        .as_u64()
        .or_else(|| Some(value.as_i64()?.unsigned_abs()));
    match (whole, value.as_f64()) {
        // The sign is the one that decimals get (U+2212).
        (Some(n), _) if value.as_u64().is_none() => Ok(format!("−{}", locale.number(n))),
        (Some(n), _) => Ok(locale.number(n)),
        (None, Some(n)) if value.is_number() => Ok(locale.decimal(n)),
        _ => Err(problem(
            match shown(value) {
                Some(value) => message!("template-not-a-number", value),
                None => message!("template-no-value"),
            },
            message!("template-not-a-number-help"),
        )),
    }
}

/// `join_names`: `A, B och C`, of texts or of things with a `name`. If one of them
/// is HTML, the whole is, and the rest is escaped.
fn join_names(locale: &Locale, value: &Value, state: &State) -> TeraResult<Value> {
    let refused = || {
        problem(
            message!("template-not-names"),
            message!("template-not-names-help"),
        )
    };
    let named = |item: &Value| -> Option<Value> {
        let name = item.as_map().and_then(|map| map.get(&Key::Str("name")));
        Some(name.unwrap_or(item).clone()).filter(Value::is_string)
    };
    let items = value.as_array().ok_or_else(refused)?;
    let names: Option<Vec<Value>> = items.iter().map(named).collect();
    let names = names.ok_or_else(refused)?;
    if state.autoescaping_enabled() && names.iter().any(Value::is_safe) {
        let names: TeraResult<Vec<String>> = names
            .iter()
            .map(|name| state.escape_if_needed(name))
            .collect();
        return Ok(Value::safe_string(&locale.join(&names?)));
    }
    let names: Vec<&str> = names.iter().filter_map(Value::as_str).collect();
    Ok(Value::normal_string(&locale.join(&names)))
}
