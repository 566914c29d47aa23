//! What can be wrong with a theme's strings.

use super::{Code, Diagnostic, Span};
use crate::path::SourcePath;

/// The file is not YAML, or not a list of keys.
pub const SYNTAX: Code = Code::error("locale/syntax");
/// A key that is nearly a known one.
pub const UNKNOWN_KEY: Code = Code::warning("locale/unknown-key");
/// A value of the wrong kind.
pub const BAD_VALUE: Code = Code::error("locale/bad-value");
/// A placeholder that nothing fills in.
pub const PLACEHOLDER: Code = Code::error("locale/unknown-placeholder");
/// A language lacks texts.
pub const MISSING: Code = Code::warning("locale/missing-text");
/// A language has no texts.
pub const NO_STRINGS: Code = Code::warning("locale/no-strings");

/// Every code of this area.
pub const CODES: &[Code] = &[
    SYNTAX,
    UNKNOWN_KEY,
    BAD_VALUE,
    PLACEHOLDER,
    MISSING,
    NO_STRINGS,
];

/// The file could not be read as YAML.
pub fn syntax(file: &SourcePath, span: Span, message: &str) -> Diagnostic {
    Diagnostic::new(SYNTAX, format!("the strings can't be read: {message}"))
        .at(file, span)
        .help("write one `key: text` on each line, and the text in quotation marks if it holds `:`, `#` or `{`")
}

/// A key that nothing asks for, and that looks like one that something does.
pub fn unknown_key(file: &SourcePath, span: Span, key: &str, nearest: &str) -> Diagnostic {
    Diagnostic::new(UNKNOWN_KEY, format!("nitton has no text `{key}`"))
        .at(file, span)
        .help(format!("did you mean `{nearest}`?"))
}

/// A value that does not suit its key.
pub fn bad_value(
    file: &SourcePath,
    span: Span,
    key: &str,
    problem: &str,
    help: &str,
) -> Diagnostic {
    Diagnostic::new(BAD_VALUE, format!("`{key}` {problem}"))
        .at(file, span)
        .help(help)
}

/// A name in braces that the text's key does not know.
pub fn unknown_placeholder(
    file: &SourcePath,
    span: Span,
    key: &str,
    name: &str,
    known: &[&str],
    nearest: Option<&str>,
) -> Diagnostic {
    let diagnostic = Diagnostic::new(
        PLACEHOLDER,
        format!("readers would see `{{{name}}}`: the text `{key}` has no such placeholder"),
    )
    .at(file, span);
    match (nearest, known) {
        (Some(nearest), _) => diagnostic.help(format!("did you mean `{{{nearest}}}`?")),
        (None, []) => diagnostic.help("this text has no placeholders: write it without braces"),
        (None, known) => {
            let known: Vec<String> = known.iter().map(|name| format!("`{{{name}}}`")).collect();
            diagnostic.help(format!("this text knows {}", known.join(", ")))
        }
    }
}

/// Texts that the site's language lacks.
pub fn missing(file: &SourcePath, keys: &[&str]) -> Diagnostic {
    let list: Vec<String> = keys.iter().map(|key| format!("`{key}`")).collect();
    let message = match keys {
        [key] => format!("the text `{key}` is missing: readers see it in English"),
        _ => format!(
            "{} texts are missing, readers see them in English: {}",
            keys.len(),
            list.join(", ")
        ),
    };
    Diagnostic::new(MISSING, message)
        .in_file(file)
        .help("add them to this file")
}

/// The site's language has no texts at all.
pub fn no_strings(language: &str, path: &str, known: &[&str]) -> Diagnostic {
    Diagnostic::new(
        NO_STRINGS,
        format!("the theme has no texts in the language `{language}`: readers see English"),
    )
    .help(format!("write them in `{path}`, key by key as in English"))
    .help(format!("the theme has {}", known.join(", ")))
}
