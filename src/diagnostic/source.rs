//! What can be wrong with the files of a site before anybody looks at their meaning.
//!
//! Owns the `source/…` codes, a constructor each. Must never know who reports.

use std::io;
use std::path::Path;

use super::{Code, Diagnostic, Span, paths, system};
use crate::held;
use crate::message;
use crate::message::{Arg, Message};
use crate::path::{PathProblem, SourcePath, in_shell};

const NO_CONFIG: Code = Code::guard("source/no-config");
const IGNORED_FILE: Code = Code::warning("source/ignored-file");
const OLD_LINE_ENDS: Code = Code::guard("source/old-line-ends");
const NOT_INDEX: Code = Code::warning("source/not-index");
const COPY: Code = Code::warning("source/copy");
const MISNAMED_TEXT: Code = Code::error("source/misnamed-text");
const UNKNOWN_FOLDER: Code = Code::warning("source/unknown-folder");
const LINK_OUTSIDE: Code = Code::guard("source/link-outside");
const LINK_TO_OTHER_KIND: Code = Code::guard("source/link-to-other-kind");
const LINK_LOOP: Code = Code::guard("source/link-loop");
const DANGLING_LINK: Code = Code::warning("source/dangling-link");
const SPECIAL_FILE: Code = Code::warning("source/special-file");
const UNREADABLE: Code = Code::guard("source/unreadable");
const TOO_LARGE: Code = Code::guard("source/too-large");
const NOT_UTF8: Code = Code::guard("source/not-utf8");
const HIDDEN_CHARACTER: Code = Code::error("source/hidden-character");
const NAME_NOT_UTF8: Code = Code::guard("source/name-not-utf8");
const INTERNAL_ERROR: Code = Code::guard("source/internal-error");
const SAME_NAME: Code = Code::guard("source/same-name");
const CASE_COLLISION: Code = Code::guard("source/case-collision");
const UNPORTABLE_NAME: Code = Code::guard("source/unportable-name");

/// Every code of this area.
pub const CODES: &[Code] = &[
    NO_CONFIG,
    IGNORED_FILE,
    OLD_LINE_ENDS,
    NOT_INDEX,
    COPY,
    MISNAMED_TEXT,
    UNKNOWN_FOLDER,
    LINK_OUTSIDE,
    LINK_TO_OTHER_KIND,
    LINK_LOOP,
    DANGLING_LINK,
    SPECIAL_FILE,
    UNREADABLE,
    TOO_LARGE,
    NOT_UTF8,
    HIDDEN_CHARACTER,
    NAME_NOT_UTF8,
    INTERNAL_ERROR,
    SAME_NAME,
    CASE_COLLISION,
    UNPORTABLE_NAME,
];

/// What a link would make of a file, or a file is already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words are in the catalogue")]
pub enum Role {
    Config,
    Post,
    Page,
    Profile,
    Tag,
    Comments,
    Media,
    Static,
    Template,
    Theme,
    /// A file that isn't read.
    Unread,
}

impl Role {
    fn message(self) -> Message {
        match self {
            Self::Config => message!("source-is-config"),
            Self::Post => message!("source-is-post"),
            Self::Page => message!("source-is-page"),
            Self::Profile => message!("source-is-profile"),
            Self::Tag => message!("source-is-tag"),
            Self::Comments => message!("source-is-comments"),
            Self::Media => message!("source-is-media"),
            Self::Static => message!("source-is-static"),
            Self::Template => message!("source-is-template"),
            Self::Theme => message!("source-is-theme"),
            Self::Unread => message!("source-is-unread"),
        }
    }
}

/// What is no regular file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words are in the catalogue")]
pub enum Special {
    Folder,
    Pipe,
    Socket,
    Device,
}

/// There is no site here; `found` is another generator's configuration, `above` the
/// way to a folder that is a site.
pub fn no_config(file: &SourcePath, found: Option<&str>, above: Option<&str>) -> Diagnostic {
    let name = file.file_name();
    let diagnostic = Diagnostic::new(NO_CONFIG, message!("source-no-config", name)).in_file(file);
    match (found, above) {
        (Some(found), _) if found.to_lowercase().starts_with("site.") => {
            diagnostic.help(message!("source-no-config-help-rename", found, name))
        }
        (Some(found), _) => diagnostic.help(message!("source-no-config-help-other", found, name)),
        (None, Some(above)) => diagnostic.help(message!("source-no-config-help-above", above)),
        (None, None) => diagnostic
            .help(message!("source-no-config-help"))
            .help(message!("source-no-config-help-2")),
    }
}

/// A file or folder that somebody probably expects to be read; `reason` is a clause.
pub fn ignored_file(file: &SourcePath, reason: Message, help: Message) -> Diagnostic {
    Diagnostic::new(IGNORED_FILE, message!("source-ignored", file, reason))
        .in_file(file)
        .help(help)
}

/// A text whose lines end with a carriage return alone.
pub fn old_line_ends(file: &SourcePath) -> Diagnostic {
    Diagnostic::new(OLD_LINE_ENDS, message!("source-old-line-ends", file))
        .at(file, Span::new(0, 0))
        .help(message!("source-old-line-ends-help"))
}

/// A text in a folder of its own that isn't called `index.md`.
pub fn not_index(file: &SourcePath) -> Diagnostic {
    Diagnostic::new(NOT_INDEX, message!("source-not-index", file))
        .in_file(file)
        .help(message!("source-not-index-help"))
}

/// A document whose name says that it is a copy, of `original` if that is there.
pub fn copy(file: &SourcePath, original: Option<&SourcePath>) -> Diagnostic {
    let message = match original {
        Some(original) => message!("source-copy-of", file, original),
        None => message!("source-copy", file),
    };
    Diagnostic::new(COPY, message)
        .in_file(file)
        .help(message!("source-copy-help"))
}

/// Markdown under a name by which it isn't read, so that a post would be missing.
pub fn misnamed_text(file: &SourcePath, name: &str) -> Diagnostic {
    Diagnostic::new(MISNAMED_TEXT, message!("source-misnamed-text", file))
        .in_file(file)
        .help(message!("source-misnamed-text-help", name))
}

/// A folder under `content/` that means nothing: `meant` is the one that was, if that is
/// plain, and `known` are all.
pub fn unknown_folder(folder: &SourcePath, meant: Option<&str>, known: &[&str]) -> Diagnostic {
    let help = match meant {
        Some(meant) => {
            let folder = format!("content/{meant}");
            message!("ignored-folder-help-move", folder)
        }
        None => {
            let folders = Arg::all_of(known.iter());
            message!("source-unknown-folder-help", folders)
        }
    };
    Diagnostic::new(UNKNOWN_FOLDER, message!("source-unknown-folder", folder))
        .in_file(folder)
        .help(help)
}

/// A link that would publish what does not belong to the site.
pub fn link_outside(file: &SourcePath, target: &Path) -> Diagnostic {
    Diagnostic::new(LINK_OUTSIDE, message!("source-link-outside", file, target))
        .in_file(file)
        .help(message!("source-link-outside-help"))
}

/// A link by which `target`, which is one thing, would be another thing as well.
pub fn link_to_other_kind(
    file: &SourcePath,
    target: &SourcePath,
    is: Role,
    would_be: Role,
) -> Diagnostic {
    let (is, would_be) = (is.message(), would_be.message());
    let message = message!("source-link-to-other-kind", file, target, is, would_be);
    Diagnostic::new(LINK_TO_OTHER_KIND, message)
        .in_file(file)
        .help(message!("source-link-to-other-kind-help"))
}

/// A link that leads back to a folder that it lies in, or to itself.
pub fn link_loop(file: &SourcePath, to: Option<&SourcePath>) -> Diagnostic {
    let message = match to {
        Some(to) => message!("source-link-loop-to", file, to),
        None => message!("source-link-loop", file),
    };
    Diagnostic::new(LINK_LOOP, message)
        .in_file(file)
        .help(message!("source-link-loop-help"))
}

/// Links to folders with links to folders with links to folders.
pub fn too_many_links(file: &SourcePath) -> Diagnostic {
    Diagnostic::new(LINK_LOOP, message!("source-too-many-links", file))
        .in_file(file)
        .help(message!("source-too-many-links-help"))
}

/// A link that leads nowhere.
pub fn dangling_link(file: &SourcePath, target: &Path) -> Diagnostic {
    Diagnostic::new(
        DANGLING_LINK,
        message!("source-dangling-link", file, target),
    )
    .in_file(file)
    .help(message!("source-dangling-link-help"))
}

/// A pipe, a socket, a device, a folder.
pub fn special_file(file: &SourcePath, what: Special) -> Diagnostic {
    let what = match what {
        Special::Folder => message!("source-is-folder"),
        Special::Pipe => message!("source-is-pipe"),
        Special::Socket => message!("source-is-socket"),
        Special::Device => message!("source-is-device"),
    };
    Diagnostic::new(SPECIAL_FILE, message!("source-special-file", file, what))
        .in_file(file)
        .help(message!("source-special-file-help"))
}

/// A file that can't be read.
pub fn unreadable(file: &SourcePath, error: &io::Error) -> Diagnostic {
    let reason = system::reason(error);
    let message = message!("source-unreadable", file, reason);
    let help = match error.kind() {
        _ if held::is_held(error) => message!("source-unreadable-help-held"),
        io::ErrorKind::PermissionDenied => allow_reading(file, cfg!(windows)),
        io::ErrorKind::NotADirectory => message!("source-unreadable-help-folder"),
        _ => message!("source-unreadable-help"),
    };
    Diagnostic::new(UNREADABLE, message)
        .in_file(file)
        .help(help)
}

/// Whether a diagnostic is [`unreadable`].
pub fn is_unreadable(diagnostic: &Diagnostic) -> bool {
    diagnostic.code == UNREADABLE
}

/// How to get at a file that others can read.
fn allow_reading(file: &SourcePath, on_windows: bool) -> Message {
    match on_windows {
        true => message!("source-unreadable-help-windows"),
        false => {
            let file = in_shell(Path::new(file.as_str()));
            message!("source-unreadable-help-allow", file)
        }
    }
}

/// A text beyond the limit.
pub fn too_large(file: &SourcePath, len: u64, limit: u64) -> Diagnostic {
    let mib = |bytes: u64| usize::try_from(bytes.div_ceil(1 << 20)).unwrap_or(usize::MAX);
    let (size, limit) = (mib(len), mib(limit));
    Diagnostic::new(TOO_LARGE, message!("source-too-large", file, size, limit))
        .in_file(file)
        .help(message!("source-too-large-help"))
}

/// A text that is not UTF-8; `line` is the first such line, by number and as it reads
/// in `encoding`. Its text can't be shown, so the message says where it is.
pub fn not_utf8(
    file: &SourcePath,
    span: Span,
    encoding: &str,
    line: Option<(usize, &str)>,
) -> Diagnostic {
    let message = match line {
        None => message!("source-not-utf8", file, encoding),
        Some((line, _)) => {
            let (line, byte) = (line.to_string(), span.start.to_string());
            message!("source-not-utf8-at", file, line, byte, encoding)
        }
    };
    let mut diagnostic = Diagnostic::new(NOT_UTF8, message).at(file, span);
    if let Some((_, line)) = line {
        let shown: String = line.chars().filter(|c| !c.is_control()).take(120).collect();
        let text = shown.trim();
        diagnostic = diagnostic.help(message!("source-not-utf8-help-line", encoding, text));
    }
    diagnostic.help(message!("source-not-utf8-help"))
}

/// A character that hides what a text says; `count` of its sort are in the file.
pub fn hidden_character(file: &SourcePath, span: Span, letter: char, count: usize) -> Diagnostic {
    let message = match letter {
        '\0' => message!("source-hidden-null"),
        _ => {
            let number = format!("{:04X}", u32::from(letter));
            let more = count.saturating_sub(1);
            message!("source-hidden-direction", number, more)
        }
    };
    Diagnostic::new(HIDDEN_CHARACTER, message)
        .at(file, span)
        .help(message!("source-hidden-help"))
}

/// A name that is not UTF-8; `file` is what could be read of it.
pub fn name_not_utf8(file: &SourcePath) -> Diagnostic {
    Diagnostic::new(NAME_NOT_UTF8, message!("source-name-not-utf8", file))
        .in_file(file)
        .help(message!("source-name-not-utf8-help"))
}

/// A bug in nitton that this file brings to light; `words` are those of the panic.
pub fn internal_error(file: &SourcePath, words: &str) -> Diagnostic {
    let message = message!("source-internal-error", file, words);
    Diagnostic::new(INTERNAL_ERROR, message)
        .in_file(file)
        .help(message!("source-internal-error-help"))
        .help(message!("source-internal-error-help-2"))
}

/// A bug in nitton that shows while one address of the site is made; `words` are those of
/// the panic.
pub fn internal_error_at(address: &str, words: &str) -> Diagnostic {
    let message = message!("source-internal-error-at", address, words);
    Diagnostic::new(INTERNAL_ERROR, message)
        .help(message!("source-internal-error-at-help"))
        .help(message!("source-internal-error-at-help-2"))
}

/// Two files that are one once å is one letter.
pub fn same_name(file: &SourcePath) -> Diagnostic {
    Diagnostic::new(SAME_NAME, message!("source-same-name", file))
        .in_file(file)
        .label(file, None, message!("source-same-name-label"))
        .help(message!("source-same-name-help"))
}

/// Two names that are one on most computers.
pub fn case_collision(file: &SourcePath, other: &SourcePath) -> Diagnostic {
    Diagnostic::new(
        CASE_COLLISION,
        message!("source-case-collision", file, other),
    )
    .in_file(file)
    .label(other, None, message!("source-case-collision-label"))
    .help(message!("source-case-collision-help"))
}

/// A name that can't be a file on every system.
pub fn unportable_name(path: &SourcePath, problem: PathProblem) -> Diagnostic {
    let file = path.as_str().escape_debug().to_string();
    let problem = paths::reason(problem);
    let message = message!("source-unportable-name", file, problem);
    Diagnostic::new(UNPORTABLE_NAME, message)
        .in_file(path)
        .help(message!("source-unportable-name-help"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::Language;

    #[cfg(not(windows))]
    #[test]
    fn advice_on_a_file_can_be_pasted_whatever_its_name() {
        let error = io::Error::from(io::ErrorKind::PermissionDenied);
        let found = unreadable(&SourcePath::new("content/posts/min text.md"), &error);
        let help = "give yourself the right to read it: `chmod u+r 'content/posts/min text.md'`";
        assert_eq!(found.english().help, [help]);
    }

    #[test]
    fn no_command_of_unix_is_advised_on_windows() {
        let help = allow_reading(&SourcePath::new("content/posts/a.md"), true);
        assert_eq!(help.key, "source-unreadable-help-windows");
    }

    #[test]
    fn files_are_spoken_of_in_swedish() {
        let file = SourcePath::new("content/posts/a.md");
        let words = |found: Diagnostic| found.in_words(Language::Swedish).message;
        let hidden = |count| words(hidden_character(&file, Span::new(0, 3), '\u{202e}', count));
        let start = "här döljer sig ett osynligt tecken som ändrar i vilken ordning texten visas";
        assert_eq!(hidden(1), format!("{start} (U+202E)"));
        assert_eq!(
            hidden(3),
            format!("{start} (U+202E), och 2 till i den här filen")
        );
        let found = unknown_folder(&SourcePath::new("content/x"), None, &["posts", "tags"]);
        let help =
            "flytta inläggen till `content/posts/`; de mappar som läses är `posts` och `tags`";
        assert_eq!(found.in_words(Language::Swedish).help, [help]);
    }
}
