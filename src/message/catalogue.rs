//! The texts of every language, from `messages/*.ftl`, which are in the program.
//!
//! Owns how a message becomes words: placeholders, plurals, numbers. That each key is in
//! each language, with the same placeholders, is held by tests, so that nothing can be
//! missing when it is asked for. Must never know who reads the words.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use super::{Arg, Language, Message};
use crate::path::shown;

type Bundle = FluentBundle<FluentResource>;

static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::English));
static SWEDISH: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::Swedish));

/// The texts of a language, as they stand in their file.
pub(super) const fn source(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("../../messages/en.ftl"),
        Language::Swedish => include_str!("../../messages/sv.ftl"),
    }
}

fn bundle(language: Language) -> Bundle {
    let tag = language.code().parse().expect("a language tag");
    let mut bundle = Bundle::new_concurrent(vec![tag]);
    // No marks of direction around what is put in: terminals show them as boxes.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::English => |value, _| number(value, Language::English),
        Language::Swedish => |value, _| number(value, Language::Swedish),
    }));
    let resource = FluentResource::try_new(source(language).to_owned());
    // Entries that can't be read are left out; a test says that there are none.
    let resource = resource.unwrap_or_else(|(resource, _)| resource);
    bundle.add_resource_overriding(resource);
    bundle
}

/// The text of a key without placeholders, if there is one.
pub(super) fn named(key: &str, language: Language) -> Option<String> {
    let bundle = of(language);
    let pattern = bundle.get_message(key)?.value()?;
    let words = bundle.format_pattern(pattern, None, &mut Vec::new());
    Some(words.into_owned())
}

fn of(language: Language) -> &'static Bundle {
    match language {
        Language::English => &ENGLISH,
        Language::Swedish => &SWEDISH,
    }
}

/// The words of a message.
pub(super) fn text(message: &Message, language: Language) -> String {
    let bundle = of(language);
    let pattern = bundle
        .get_message(&message.key)
        .and_then(|entry| entry.value());
    let Some(pattern) = pattern else {
        return message.key.clone().into_owned();
    };
    let mut args = FluentArgs::with_capacity(message.args.len());
    for (name, arg) in &message.args {
        match arg {
            // Which form follows from a number, only Fluent knows.
            Arg::Number(number) => args.set(&**name, *number),
            arg => args.set(&**name, words(arg, language)),
        }
    }
    let mut errors = Vec::new();
    let words = bundle.format_pattern(pattern, Some(&args), &mut errors);
    debug_assert!(errors.is_empty(), "{}: {errors:?}", message.key);
    words.into_owned()
}

/// A number as Fluent puts it in.
fn number(value: &FluentValue<'_>, language: Language) -> Option<String> {
    match value {
        FluentValue::Number(number) => {
            Some(with_separators(&number.as_string(), separator(language)))
        }
        _ => None,
    }
}

/// What stands for a placeholder.
fn words(arg: &Arg, language: Language) -> String {
    let all = |args: &[Arg]| args.iter().map(|arg| words(arg, language)).collect();
    match arg {
        Arg::Text(text) => text.clone(),
        Arg::Number(number) => with_separators(&number.to_string(), separator(language)),
        Arg::Place(place) => shown(place),
        Arg::Message(message) => text(message, language),
        Arg::List(args) => {
            let all: Vec<String> = all(args);
            all.join(", ")
        }
        Arg::AnyOf(args) => joined(all(args), "list-or", language),
        Arg::AllOf(args) => joined(all(args), "list-and", language),
    }
}

/// `a`, `a or b`, `a, b or c`, with the word of a key.
fn joined(mut all: Vec<String>, key: &'static str, language: Language) -> String {
    let last = all.pop().unwrap_or_default();
    if all.is_empty() {
        return last;
    }
    let args = vec![
        ("first".into(), Arg::Text(all.join(", "))),
        ("last".into(), Arg::Text(last)),
    ];
    let key = key.into();
    text(&Message { key, args }, language)
}

const fn separator(language: Language) -> &'static str {
    match language {
        Language::English => ",",
        Language::Swedish => "\u{a0}",
    }
}

/// Ten thousand and more in groups of three digits.
fn with_separators(digits: &str, separator: &str) -> String {
    if digits.len() < 5 {
        return digits.to_owned();
    }
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push_str(separator);
        }
        text.push(digit);
    }
    text
}
