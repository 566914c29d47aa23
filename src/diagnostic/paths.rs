//! Why a path can't be used.
//!
//! Owns the reason as a part of other messages: `… is not a path of the site: <reason>`.

use crate::message;
use crate::message::Message;
use crate::path::PathProblem;

/// The reason in words that follow a colon.
pub fn reason(problem: PathProblem) -> Message {
    match problem {
        PathProblem::Empty => message!("path-empty"),
        PathProblem::Traversal => message!("path-traversal"),
        PathProblem::Character(letter) => {
            message!("path-character", character = visible(letter))
        }
        PathProblem::Reserved => message!("path-reserved"),
        PathProblem::TooLong => message!("path-too-long"),
        PathProblem::Encoded => message!("path-encoded"),
        PathProblem::Hidden => message!("path-hidden"),
    }
}

/// A character as it is, or by its number where nothing would be seen.
fn visible(letter: char) -> String {
    let is_seen = letter.escape_debug().count() == 1 || matches!(letter, '\\' | '"' | '\'');
    match is_seen && !letter.is_whitespace() {
        true => letter.to_string(),
        false => format!("U+{:04X}", u32::from(letter)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::Language;

    #[test]
    fn a_character_is_shown_or_numbered() {
        let words = |letter, language| reason(PathProblem::Character(letter)).text(language);
        assert_eq!(
            words('\\', Language::English),
            "it contains `\\`, which can't be used in addresses and file names"
        );
        assert_eq!(
            words('\u{202e}', Language::Swedish),
            "tecknet `U+202E` går inte att använda i adresser och filnamn"
        );
    }
}
