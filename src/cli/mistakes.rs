//! What is wrong with the arguments, in words of the catalogue.
//!
//! Owns what each of clap's errors means to whoever typed it. Must never know how
//! arguments are defined.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::message;
use crate::message::{Arg, Language, Message};

/// What is wrong, how to write it, and where more is said: the lines after `error: `.
/// There are the `commands`.
pub(super) fn words(error: &Error, commands: &[&str], language: Language) -> String {
    let mut lines = vec![problem(error).text(language)];
    lines.extend(advice(error, commands).map(|advice| advice.text(language)));
    let usage = error.get(ContextKind::Usage).map(ToString::to_string);
    if let Some((_, usage)) = usage.as_deref().and_then(|usage| usage.split_once(':')) {
        let (usage, line) = (usage.trim(), message!("cli-usage"));
        lines.push(format!("\n{} {usage}", line.text(language)));
    }
    lines.push(message!("cli-mistake-more").text(language));
    lines.join("\n")
}

fn problem(error: &Error) -> Message {
    let text = |kind| one(error, kind);
    let arg = text(ContextKind::InvalidArg);
    let value = text(ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => {
            message!("cli-mistake-no-value", arg)
        }
        ErrorKind::InvalidValue => {
            let choices = Arg::any_of(all(error, ContextKind::ValidValue));
            message!("cli-mistake-choice", arg, value, choices)
        }
        ErrorKind::ValueValidation => invalid(arg, value),
        ErrorKind::UnknownArgument => message!("cli-mistake-argument", arg),
        ErrorKind::InvalidSubcommand => {
            let command = text(ContextKind::InvalidSubcommand);
            message!("cli-mistake-command", command)
        }
        ErrorKind::MissingSubcommand => {
            let commands = Arg::any_of(all(error, ContextKind::ValidSubcommand));
            message!("cli-mistake-no-command", commands)
        }
        ErrorKind::MissingRequiredArgument => {
            let missing = Arg::all_of(all(error, ContextKind::InvalidArg));
            message!("cli-mistake-missing", missing)
        }
        ErrorKind::TooManyValues => message!("cli-mistake-needless-value", arg, value),
        ErrorKind::ArgumentConflict => match all(error, ContextKind::PriorArg) {
            others if others.is_empty() || others == [arg.as_str()] => {
                message!("cli-mistake-twice", arg)
            }
            others => message!("cli-mistake-conflict", arg, others = Arg::all_of(others)),
        },
        ErrorKind::InvalidUtf8 => message!("cli-mistake-encoding"),
        // What can't happen with these arguments: in clap's own words.
        _ => Message::foreign(error.kind().to_string()),
    }
}

/// A value that is none for its argument, and what would be one.
fn invalid(arg: String, value: String) -> Message {
    match arg.split(' ').next().unwrap_or_default() {
        "--port" => message!("cli-mistake-port", arg, value),
        "--interface" => message!("cli-mistake-interface", arg, value),
        "--poll" => message!("cli-mistake-poll", arg, value),
        _ => message!("cli-mistake-value", arg, value),
    }
}

fn advice(error: &Error, commands: &[&str]) -> Option<Message> {
    let kinds = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ];
    let mut names = kinds.into_iter().map(|kind| all(error, kind));
    if let Some(names) = names.find(|names| !names.is_empty()) {
        let names = Arg::any_of(names);
        return Some(message!("help-did-you-mean", names));
    }
    if error.kind() == ErrorKind::InvalidSubcommand {
        let commands = Arg::any_of(commands);
        return Some(message!("cli-mistake-commands", commands));
    }
    let arg = one(error, ContextKind::InvalidArg);
    let is_argument = error.kind() == ErrorKind::UnknownArgument && arg.starts_with('-');
    let could_be_value = is_argument && error.get(ContextKind::Suggested).is_some();
    could_be_value.then(|| message!("cli-mistake-dashes", arg))
}

fn one(error: &Error, kind: ContextKind) -> String {
    all(error, kind).into_iter().next().unwrap_or_default()
}

fn all(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    }
}
