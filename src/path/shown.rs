//! Paths on disk as people read and type them.
//!
//! Owns the two forms in which a path leaves the program: in words and links, and on a
//! command line. Must never know where they are shown.

use std::path::Path;

/// A path as the user knows it: on Windows without the `\\?\` that canonical paths have,
/// which few programs understand, and with one sort of separator.
#[expect(clippy::disallowed_methods, reason = "this is the place")]
pub fn shown(path: &Path) -> String {
    let text = path.display().to_string();
    match cfg!(windows) {
        true => on_windows(&text),
        false => text,
    }
}

/// A path as it is typed on a command line.
pub fn in_shell(path: &Path) -> String {
    quoted(&shown(path), cfg!(windows))
}

fn on_windows(path: &str) -> String {
    let path = path.replace('/', r"\");
    match path.strip_prefix(r"\\?\UNC\") {
        Some(share) => format!(r"\\{share}"),
        None => path.strip_prefix(r"\\?\").unwrap_or(&path).to_owned(),
    }
}

/// In the quotes of the system's shells, unless it needs none.
fn quoted(path: &str, on_windows: bool) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "/.-_:".contains(c) || on_windows && c == '\\';
    // What begins with a hyphen would be an option.
    let path = match path.starts_with('-') {
        true => format!(".{}{path}", if on_windows { '\\' } else { '/' }),
        false => path.to_owned(),
    };
    match on_windows {
        _ if !path.is_empty() && path.chars().all(is_plain) => path,
        // A backslash before the quotation mark would make it a part of the path.
        true => format!("\"{}\"", path.trim_end_matches('\\')),
        false => format!("'{}'", path.replace('\'', r"'\''")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_of_windows_is_shown_as_its_explorer_shows_it() {
        for (path, shown) in [
            (r"\\?\C:\users\Åsa\blogg", r"C:\users\Åsa\blogg"),
            (
                r"\\?\C:\blogg\public\posts/a/index.html",
                r"C:\blogg\public\posts\a\index.html",
            ),
            (r"\\?\C:\", r"C:\"),
            (r"\\?\UNC\server\share\blogg", r"\\server\share\blogg"),
            (r"\\server\share", r"\\server\share"),
            (r"min blogg\content/posts", r"min blogg\content\posts"),
            ("public", "public"),
        ] {
            assert_eq!(on_windows(path), shown);
        }
    }

    #[test]
    fn a_path_is_one_word_of_a_command_line_whatever_is_in_it() {
        for (path, unix, windows) in [
            ("blogg", "blogg", "blogg"),
            ("å/ä.b_c-d", "å/ä.b_c-d", "å/ä.b_c-d"),
            ("min blogg", "'min blogg'", "\"min blogg\""),
            ("it's", r"'it'\''s'", "\"it's\""),
            ("$HOME`x`", "'$HOME`x`'", "\"$HOME`x`\""),
            (r"min blogg\", r"'min blogg\'", "\"min blogg\""),
            (r"C:\b", r"'C:\b'", r"C:\b"),
            ("-x", "./-x", r".\-x"),
            ("", "''", "\"\""),
        ] {
            assert_eq!(quoted(path, false), unix);
            assert_eq!(quoted(path, true), windows);
        }
    }
}
