//! What is printed, and where: results on standard output, everything else on
//! standard error. The only module that prints.

use std::io::{IsTerminal, Write};

use crate::diagnostic::{self, Diagnostic, human, json};
use crate::message;
use crate::message::{Language, Message};
use crate::path::SourcePath;
use crate::pipeline::Loaded;

use super::{Color, Exit, Format};

/// The terminal, or what stands in its place.
pub(super) struct Terminal {
    /// Whether somebody looks who sees a line that is written anew.
    is_lively: bool,
    look: human::Options,
    quiet: bool,
    verbose: bool,
}

impl Terminal {
    pub(super) fn new(color: Color, quiet: bool, verbose: bool, language: Language) -> Self {
        let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let is_lively = std::io::stderr().is_terminal() && takes_escapes();
        Self {
            is_lively: is_lively && !quiet,
            look: human::Options {
                colour: is_coloured(color, is_lively, no_color),
                language,
                ..human::Options::default()
            },
            quiet,
            verbose,
        }
    }

    /// Whether a line may be written anew, to show how far a task has come.
    pub(super) fn is_lively(&self) -> bool {
        self.is_lively
    }

    /// The language of all words.
    pub(super) fn language(&self) -> Language {
        self.look.language
    }

    /// A line of the result.
    pub(super) fn result(&self, line: &Message) {
        if !self.quiet {
            self.data(&line.text(self.language()));
        }
    }

    /// What was asked for, also when quiet.
    pub(super) fn data(&self, text: &str) {
        // A reader that closed the pipe has read enough.
        let _ = writeln!(std::io::stdout().lock(), "{text}");
    }

    /// A line for those who want to know everything.
    pub(super) fn detail(&self, line: &Message) {
        if self.verbose {
            self.aside(line);
        }
    }

    /// A line beside the result.
    pub(super) fn note(&self, line: &Message) {
        if !self.quiet {
            self.aside(line);
        }
    }

    /// All diagnostics: for people on standard error, as JSON on standard output.
    pub(super) fn diagnostics(&self, loaded: &Loaded, format: Format) {
        let source = |path: &SourcePath| loaded.text(path);
        match format {
            Format::Json => self.data(&json::render(&loaded.diagnostics, &source)),
            Format::Human => self.report(&loaded.diagnostics, &source),
        }
    }

    /// Diagnostics for people, on standard error.
    pub(super) fn report<'a>(
        &self,
        diagnostics: &[Diagnostic],
        source: &dyn Fn(&SourcePath) -> Option<&'a str>,
    ) {
        let shown: Vec<Diagnostic> = (diagnostics.iter())
            .filter(|one| !self.quiet || one.is_error())
            .cloned()
            .collect();
        let (shown, folded) = match self.verbose {
            true => (shown, Vec::new()),
            false => diagnostic::fold(shown),
        };
        let mut text = human::render(&shown, source, &self.look);
        text.extend(
            folded
                .iter()
                .map(|line| format!("{}\n\n", line.text(self.look.language))),
        );
        let _ = std::io::stderr().lock().write_all(text.as_bytes());
    }

    /// The end of a command that the content's errors stopped.
    pub(super) fn failed(&self, diagnostics: &[Diagnostic], strict: bool, format: Format) -> Exit {
        if format == Format::Human {
            let summary = diagnostic::summary(diagnostics);
            let is_strict = strict && !diagnostics.iter().any(Diagnostic::is_error);
            self.error(&match is_strict {
                true => message!("build-failed-strict", summary),
                false => message!("build-failed", summary),
            });
        }
        Exit::Content
    }

    /// Something that the user should know, also when quiet.
    pub(super) fn warning(&self, message: &Message) {
        self.aside(&message!("cli-warning", message = message.clone()));
    }

    pub(super) fn usage(&self, message: &Message) -> Exit {
        self.error(message);
        Exit::Usage
    }

    pub(super) fn environment(&self, message: &Message) -> Exit {
        self.error(message);
        Exit::Environment
    }

    fn error(&self, message: &Message) {
        self.aside(&message!("cli-error", message = message.clone()));
    }

    fn aside(&self, line: &Message) {
        let line = line.text(self.language());
        let _ = writeln!(std::io::stderr().lock(), "{line}");
    }
}

/// Whether the terminal takes escapes for what they are. Windows' console does once it is
/// asked to, unless it is older than Windows 10; other terminals on Windows are none.
#[cfg(windows)]
fn takes_escapes() -> bool {
    let console = winapi_util::console::Console::stderr();
    console.map_or(true, |mut console| {
        console.set_virtual_terminal_processing(true).is_ok()
    })
}

#[cfg(not(windows))]
fn takes_escapes() -> bool {
    true
}

fn is_coloured(color: Color, is_lively: bool, no_color: bool) -> bool {
    match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => is_lively && !no_color,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_go_where_escapes_are_understood_and_wanted() {
        for (color, is_lively, no_color, expected) in [
            (Color::Auto, true, false, true),
            (Color::Auto, true, true, false),
            (Color::Auto, false, false, false),
            (Color::Always, false, true, true),
            (Color::Never, true, false, false),
        ] {
            assert_eq!(is_coloured(color, is_lively, no_color), expected);
        }
    }
}
