//! What can be wrong with the files of a site before anybody looks at their meaning.
//!
//! Owns the `source/…` codes, a constructor each. Must never know who reports.

use std::io;
use std::path::Path;

use super::{Code, Diagnostic, Span, system};
use crate::held;
use crate::message;
use crate::message::Message;
use crate::path::{PathProblem, SourcePath, in_shell, shown};

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

/// There is no site here; `found` is another generator's configuration, `above` the
/// way to a folder that is a site.
pub fn no_config(file: &SourcePath, found: Option<&str>, above: Option<&str>) -> Diagnostic {
    let name = file.file_name();
    let diagnostic = Diagnostic::new(NO_CONFIG, format!("there is no `{name}` here")).in_file(file);
    match (found, above) {
        (Some(found), _) if found.to_lowercase().starts_with("site.") => {
            diagnostic.help(format!("rename `{found}` to `{name}`"))
        }
        (Some(found), _) => diagnostic.help(format!(
            "`{found}` is another generator's: write title, base_url and language into `{name}`"
        )),
        (None, Some(above)) => diagnostic.help(format!(
            "there is one in `{above}`: go there, or add `--root {above}`"
        )),
        (None, None) => diagnostic
            .help("go to the folder of your site, or name it: `--root my-site`")
            .help("to begin a new one: `nitton init my-site`"),
    }
}

/// A file or folder that somebody probably expects to be read.
pub fn ignored_file(file: &SourcePath, because: &str, help: impl Into<Message>) -> Diagnostic {
    Diagnostic::new(IGNORED_FILE, format!("`{file}` is not read: {because}"))
        .in_file(file)
        .help(help)
}

/// A text whose lines end with a carriage return alone.
pub fn old_line_ends(file: &SourcePath) -> Diagnostic {
    Diagnostic::new(
        OLD_LINE_ENDS,
        format!("the lines of `{file}` end as on old Macs, with CR alone, so it is one line"),
    )
    .at(file, Span::new(0, 0))
    .help("save it with line ends of Unix (LF) or Windows (CRLF); in most editors the setting is at the bottom of the window")
}

/// A text in a folder of its own that isn't called `index.md`.
pub fn not_index(file: &SourcePath) -> Diagnostic {
    Diagnostic::new(
        NOT_INDEX,
        format!("`{file}` has a folder of its own, but its text isn't `index.md`"),
    )
    .in_file(file)
    .help("rename it to `index.md`: the folder then gives its address and holds its files")
}

/// A document whose name says that it is a copy, of `original` if that is there.
pub fn copy(file: &SourcePath, original: Option<&SourcePath>) -> Diagnostic {
    let of = original.map_or_else(String::new, |original| format!(" of `{original}`"));
    Diagnostic::new(
        COPY,
        format!("`{file}` looks like a copy{of}, and is published beside it"),
    )
    .in_file(file)
    .help("move it out of `content/` if it is one; else give it a name of its own")
}

/// Markdown under a name by which it isn't read, so that a post would be missing.
pub fn misnamed_text(file: &SourcePath, name: &str) -> Diagnostic {
    Diagnostic::new(
        MISNAMED_TEXT,
        format!("`{file}` is a text that isn't read: only files that end in `.md` are"),
    )
    .in_file(file)
    .help(format!("rename it to `{name}`"))
}

/// A folder under `content/` that means nothing.
pub fn unknown_folder(folder: &SourcePath, help: String) -> Diagnostic {
    Diagnostic::new(
        UNKNOWN_FOLDER,
        format!("no posts or pages are read from `{folder}/`"),
    )
    .in_file(folder)
    .help(help)
}

/// A link that would publish what does not belong to the site.
pub fn link_outside(file: &SourcePath, target: &Path) -> Diagnostic {
    let target = shown(target);
    Diagnostic::new(
        LINK_OUTSIDE,
        format!("`{file}` is a link to `{target}`, which is no part of the site"),
    )
    .in_file(file)
    .help("put a copy of what it leads to in its place")
}

/// A link by which `target`, which is one thing, would be another thing as well.
pub fn link_to_other_kind(
    file: &SourcePath,
    target: &SourcePath,
    is: &str,
    would_be: &str,
) -> Diagnostic {
    Diagnostic::new(
        LINK_TO_OTHER_KIND,
        format!("`{file}` is a link that would make `{target}`, which is {is}, {would_be} as well"),
    )
    .in_file(file)
    .help("put a copy of what is meant to be published in its place, or remove the link")
}

/// A link that leads back to a folder that it lies in, or to itself.
pub fn link_loop(file: &SourcePath, to: Option<&SourcePath>) -> Diagnostic {
    let message = match to {
        Some(to) => format!("`{file}` is a link to `{to}`, in which it lies: this has no end"),
        None => format!("`{file}` is a link that leads in a circle"),
    };
    Diagnostic::new(LINK_LOOP, message)
        .in_file(file)
        .help("remove the link")
}

/// Links to folders with links to folders with links to folders.
pub fn too_many_links(file: &SourcePath) -> Diagnostic {
    Diagnostic::new(
        LINK_LOOP,
        format!("`{file}` is a link to a folder behind two other links to folders"),
    )
    .in_file(file)
    .help("link to the folder directly, or put a copy in its place")
}

/// A link that leads nowhere.
pub fn dangling_link(file: &SourcePath, target: &Path) -> Diagnostic {
    let target = shown(target);
    Diagnostic::new(
        DANGLING_LINK,
        format!("`{file}` is a link to `{target}`, which does not exist"),
    )
    .in_file(file)
    .help("remove the link, or put a file in its place")
}

/// A pipe, a socket, a device, a folder: `what` with its article.
pub fn special_file(file: &SourcePath, what: &str) -> Diagnostic {
    Diagnostic::new(SPECIAL_FILE, format!("`{file}` is {what}, not a file"))
        .in_file(file)
        .help("remove it, or put a file in its place")
}

/// A file that can't be read.
pub fn unreadable(file: &SourcePath, error: &io::Error) -> Diagnostic {
    let reason = system::reason(error);
    let message = message!("source-unreadable", file, reason);
    let diagnostic = Diagnostic::new(UNREADABLE, message).in_file(file);
    match error.kind() {
        _ if held::is_held(error) => diagnostic.help("another program has it open: close it there"),
        io::ErrorKind::PermissionDenied => diagnostic.help(allow_reading(file, cfg!(windows))),
        io::ErrorKind::NotADirectory => {
            diagnostic.help("rename the file, and make a folder of this name")
        }
        _ => diagnostic.help("see whether it opens in an editor, and build again"),
    }
}

/// Whether a diagnostic is [`unreadable`].
pub fn is_unreadable(diagnostic: &Diagnostic) -> bool {
    diagnostic.code == UNREADABLE
}

/// How to get at a file that others can read.
fn allow_reading(file: &SourcePath, on_windows: bool) -> String {
    match on_windows {
        true => "allow yourself to read it: its Properties in the Explorer, Security".to_owned(),
        false => {
            let file = in_shell(Path::new(file.as_str()));
            format!("allow yourself to read it: `chmod u+r {file}`")
        }
    }
}

/// A text beyond the limit.
pub fn too_large(file: &SourcePath, len: u64, limit: u64) -> Diagnostic {
    let mib = |bytes: u64| bytes.div_ceil(1 << 20);
    Diagnostic::new(
        TOO_LARGE,
        format!(
            "`{file}` has {} MiB, and texts may have {} MiB",
            mib(len),
            limit >> 20
        ),
    )
    .in_file(file)
    .help("divide the text; save embedded images as files of their own")
}

/// A text that is not UTF-8; `line` is the first such line, by number and as it reads
/// in `encoding`. Its text can't be shown, so the message says where it is.
pub fn not_utf8(
    file: &SourcePath,
    span: Span,
    encoding: &str,
    line: Option<(usize, &str)>,
) -> Diagnostic {
    let place = line.map_or_else(String::new, |(number, _)| {
        format!(" (line {number}, byte {})", span.start)
    });
    let message = format!("`{file}` is not UTF-8{place}: it looks like {encoding}");
    let mut diagnostic = Diagnostic::new(NOT_UTF8, message).at(file, span);
    if let Some((_, line)) = line {
        let shown: String = line.chars().filter(|c| !c.is_control()).take(120).collect();
        diagnostic = diagnostic.help(format!("read as {encoding} the line is: {}", shown.trim()));
    }
    diagnostic.help("open the file in your editor and save it with the encoding UTF-8")
}

/// A character that hides what a text says; `count` of its sort are in the file.
pub fn hidden_character(file: &SourcePath, span: Span, letter: char, count: usize) -> Diagnostic {
    let what = match letter {
        '\0' => "a NUL, which no text has,",
        _ => "an invisible character that changes the order in which text is shown",
    };
    let rest = match count {
        1 => String::new(),
        n => format!(", and {} more in this file", n - 1),
    };
    Diagnostic::new(
        HIDDEN_CHARACTER,
        format!("{what} is hidden here (U+{:04X}){rest}", u32::from(letter)),
    )
    .at(file, span)
    .help("delete it; for text in another direction write `[…]{lang=…}` or `::: {lang=…}`")
}

/// A name that is not UTF-8; `file` is what could be read of it.
pub fn name_not_utf8(file: &SourcePath) -> Diagnostic {
    Diagnostic::new(NAME_NOT_UTF8, format!("the name of `{file}` is not UTF-8"))
        .in_file(file)
        .help("rename it; `convmv -f latin1 -t utf8` renames many")
}

/// A bug in nitton that this file brings to light; `words` are those of the panic.
pub fn internal_error(file: &SourcePath, words: &str) -> Diagnostic {
    Diagnostic::new(
        INTERNAL_ERROR,
        format!("internal error in `{file}`: {words}"),
    )
    .in_file(file)
    .help("this is a bug in nitton: please report it, with these words and the file")
    .help("until it is fixed, change back what you wrote last in this file")
}

/// A bug in nitton that shows while one address of the site is made; `words` are those of
/// the panic.
pub fn internal_error_at(address: &str, words: &str) -> Diagnostic {
    Diagnostic::new(
        INTERNAL_ERROR,
        format!("internal error while making `{address}`: {words}"),
    )
    .help("this is a bug in nitton: please report it, with these words and the site")
    .help("until it is fixed, change back what you wrote last")
}

/// Two files that are one once å is one letter.
pub fn same_name(file: &SourcePath) -> Diagnostic {
    Diagnostic::new(
        SAME_NAME,
        format!(
            "two files are called `{file}`: in one name a letter and its accent are two characters"
        ),
    )
    .in_file(file)
    .label(
        file,
        None,
        "the other has the same name with the letter as one character",
    )
    .help("compare the two, and delete or rename one")
}

/// Two names that are one on most computers.
pub fn case_collision(file: &SourcePath, other: &SourcePath) -> Diagnostic {
    Diagnostic::new(
        CASE_COLLISION,
        format!("`{file}` and `{other}` differ only in upper and lower case, and are one on many computers"),
    )
    .in_file(file)
    .label(other, None, "the other")
    .help("rename one of them; small letters are the safest")
}

/// A name that can't be a file on every system.
pub fn unportable_name(file: &SourcePath, problem: PathProblem) -> Diagnostic {
    Diagnostic::new(
        UNPORTABLE_NAME,
        format!(
            "the name of `{}` can't be published: {problem}",
            file.as_str().escape_debug()
        ),
    )
    .in_file(file)
    .help("rename it with letters, digits, `-` and `_`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(not(windows))]
    #[test]
    fn advice_on_a_file_can_be_pasted_whatever_its_name() {
        let error = io::Error::from(io::ErrorKind::PermissionDenied);
        let found = unreadable(&SourcePath::new("content/posts/min text.md"), &error);
        let help = "allow yourself to read it: `chmod u+r 'content/posts/min text.md'`";
        assert_eq!(found.english().help, [help]);
    }

    #[test]
    fn no_command_of_unix_is_advised_on_windows() {
        let help = allow_reading(&SourcePath::new("content/posts/a.md"), true);
        assert!(!help.contains("chmod"), "{help}");
    }
}
