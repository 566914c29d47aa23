//! The command line's definition in the words of a language.
//!
//! Owns the keys of the catalogue that stand for commands, arguments, what they take and
//! what can be chosen, and clap's own words around them. Must never know what an argument
//! does.

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, Command, CommandFactory};

use super::Cli;
use crate::message;
use crate::message::{Arg as Words, Language, Message, named};

/// The definition whose help and usage are in a language.
pub(super) fn command(language: Language) -> Command {
    let help = Help {
        language,
        named: &|key| named(key, language),
    };
    help.whole()
}

/// The definition for completions, in which what can be chosen has its words. Its
/// arguments can't be read into [`Cli`].
pub(super) fn for_completions(language: Language) -> Command {
    let help = Help {
        language,
        named: &|key| named(key, language),
    };
    help.with_choices(command(language))
}

struct Help<'a> {
    language: Language,
    /// The text of a key, if there is one.
    named: &'a dyn Fn(&str) -> Option<String>,
}

impl Help<'_> {
    fn whole(&self) -> Command {
        // An argument with a long help is what makes `--help` long; it gets its words below.
        let mut command = Cli::command().mut_args(|arg| arg.long_help(""));
        // Now there are clap's own arguments, too, and every command knows its usage.
        command.build();
        self.command(command)
    }

    fn text(&self, message: &Message) -> String {
        message.text(self.language)
    }

    /// The text of a key for one command, or for all.
    fn of(&self, kind: &str, command: &str, name: &str) -> Option<String> {
        let of_command = format!("cli-{kind}-{command}-{name}");
        (self.named)(&of_command).or_else(|| (self.named)(&format!("cli-{kind}-{name}")))
    }

    /// The text of a key that must be there; a test says that it is.
    fn must(&self, key: String) -> String {
        (self.named)(&key).unwrap_or(key)
    }

    fn command(&self, command: Command) -> Command {
        let name = command.get_name().to_owned();
        let about = self.must(format!("cli-about-{name}"));
        let mut place = 0;
        let mut command = command
            .about(about)
            .subcommand_help_heading(self.text(&message!("cli-commands")))
            .subcommand_value_name(self.text(&message!("cli-value-command")))
            .mut_args(|arg| {
                place += 1;
                self.arg(arg.display_order(place), &name)
            });
        if name == "nitton" {
            command = command.after_help(self.text(&message!("cli-after-help")));
        }
        let heading = self.text(&message!("cli-usage"));
        let style = *command.get_styles().get_usage();
        let usage = command.render_usage().ansi().to_string();
        let usage = usage.split_once("Usage:").map_or("", |(_, usage)| usage);
        let options = self.text(&message!("cli-usage-options"));
        let usage = usage.replace("[OPTIONS]", &options);
        command
            .override_usage(usage.trim_start_matches("\u{1b}[0m").trim_start().to_owned())
            .help_template(format!(
                "{{before-help}}{{about-with-newline}}\n{style}{heading}{style:#} {{usage}}\n\n{{all-args}}{{after-help}}"
            ))
            .mut_subcommands(|command| self.command(command))
    }

    fn arg(&self, arg: Arg, command: &str) -> Arg {
        let id = arg.get_id().as_str().replace('_', "-");
        let heading = match arg.is_positional() {
            true => message!("cli-arguments"),
            false => message!("cli-options"),
        };
        let takes_value = arg.get_action().takes_values();
        let short = self.of("arg", command, &id);
        let mut short = short.unwrap_or_else(|| format!("cli-arg-{id}"));
        let mut long = self.of("arg-long", command, &id);
        let choices = match takes_value {
            true => self.choices(&arg, command, &id),
            false => Vec::new(),
        };
        let names: Vec<String> = choices.iter().map(|(name, _)| name.clone()).collect();
        if choices.iter().any(|(_, words)| words.is_some()) {
            long = Some(format!("{short}\n\n{}", self.list(&choices)));
        }
        if !names.is_empty() {
            let names = Words::List(names.iter().map(Words::from).collect());
            let choices = self.text(&message!("cli-choices", names));
            short = format!("{short} {choices}");
        }
        if let (true, [value]) = (takes_value, arg.get_default_values()) {
            let value = value.to_string_lossy().into_owned();
            let default = self.text(&message!("cli-default", value));
            short = format!("{short} {default}");
            long = long.map(|long| format!("{long}\n\n{default}"));
        }
        let names = arg.get_value_names().unwrap_or_default();
        let value = names.first().filter(|_| takes_value);
        let value = value.map(|name| self.must(format!("cli-value-{}", name.to_lowercase())));
        let arg = match value {
            Some(value) => arg.value_name(value),
            None => arg,
        };
        arg.long_help(long.unwrap_or_else(|| short.clone()))
            .help(short)
            .help_heading(self.text(&heading))
            .hide_default_value(true)
            .hide_possible_values(true)
    }

    /// What can be chosen for an argument, and what each means, if that needs words.
    fn choices(&self, arg: &Arg, command: &str, id: &str) -> Vec<(String, Option<String>)> {
        let choice = |value: PossibleValue| {
            let name = value.get_name().to_owned();
            let words = self.of("choice", command, &format!("{id}-{name}"));
            (name, words)
        };
        arg.get_possible_values().into_iter().map(choice).collect()
    }

    fn list(&self, choices: &[(String, Option<String>)]) -> String {
        let width = choices.iter().map(|(name, _)| name.len()).max();
        let width = width.unwrap_or(0) + 1;
        let mut list = self.text(&message!("cli-choices-list"));
        for (name, words) in choices {
            let (name, words) = (format!("{name}:"), words.as_deref().unwrap_or_default());
            list.push_str(&format!("\n- {name:<width$} {words}"));
        }
        list
    }

    fn with_choices(&self, command: Command) -> Command {
        let name = command.get_name().to_owned();
        let with_words = |arg: Arg| {
            let id = arg.get_id().as_str().replace('_', "-");
            let choices = match arg.get_action().takes_values() {
                true => self.choices(&arg, &name, &id),
                false => Vec::new(),
            };
            let choices = choices.into_iter().map(|(name, words)| match words {
                Some(words) => PossibleValue::new(name).help(words),
                None => PossibleValue::new(name),
            });
            let choices: Vec<PossibleValue> = choices.collect();
            match choices.is_empty() {
                true => arg,
                false => arg.value_parser(PossibleValuesParser::new(choices)),
            }
        };
        let command = command.mut_args(with_words);
        command.mut_subcommands(|command| self.with_choices(command))
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use std::cell::RefCell;
    use std::collections::BTreeSet;

    use super::*;

    /// The keys that stand for something of the definition.
    pub(crate) fn keys(language: Language) -> BTreeSet<String> {
        let found = RefCell::new(BTreeSet::new());
        let help = Help {
            language,
            named: &|key| {
                let text = named(key, language)?;
                found.borrow_mut().insert(key.to_owned());
                Some(text)
            },
        };
        help.whole();
        found.into_inner()
    }

    fn each(command: &Command, check: &mut dyn FnMut(&Command)) {
        check(command);
        command.get_subcommands().for_each(|one| each(one, check));
    }

    #[test]
    fn every_command_and_argument_has_its_words_in_every_language() {
        for language in Language::ALL {
            each(&command(language), &mut |command| {
                let mut texts = vec![command.get_about().expect("set above").to_string()];
                for arg in command.get_arguments() {
                    texts.extend(arg.get_help().map(ToString::to_string));
                    texts.extend(arg.get_long_help().map(ToString::to_string));
                    texts.push(arg.to_string());
                }
                for text in texts {
                    let name = command.get_name();
                    assert!(
                        !text.contains("cli-"),
                        "{name} in {}: {text}",
                        language.code()
                    );
                }
            });
        }
    }

    #[test]
    fn no_word_of_clap_is_left_in_swedish() {
        each(&command(Language::Swedish), &mut |command| {
            let mut command = command.clone();
            let help = command.render_help().to_string() + &command.render_long_help().to_string();
            for word in [
                "Usage",
                "Options",
                "Arguments",
                "Commands",
                "default",
                "possible",
                "Possible",
                "Print",
                "OPTIONS",
                "COMMAND",
                "see",
                "help of",
            ] {
                assert!(!help.contains(word), "{word}:\n{help}");
            }
        });
    }
}
