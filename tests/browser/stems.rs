//! The script of the search page stems as the index does, over a whole word list.
//!
//! The list is the system's (`wswedish` of Debian): it is neither downloaded nor
//! copied. Every stemmer reads it, Finnish and English ones too: what is compared is
//! two programs, and any word will do.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use libtest_mimic::{Failed, Trial};
use nitton::search::{Language, Stems, key};

use super::Tools;

/// Where Debian's packages put the words.
const LIST: &str = "/usr/share/dict/swedish";

/// Endings that make the Finnish rules meet what a Swedish list never shows them.
const FINNISH: &str = "a ä ta tä tta ttä lla llä lta ltä lle ssa ssä sta stä na nä ksi ine den \
    iden tten itten siin isiin seen aseen hen ehen hin ihin han ahan hän ähän hon ohon hön öhön \
    n aan een iin ien t at et ni ini nsa nsä mme nne si lleen llaan ssään kse kseni kin kaan kään \
    ko kö pa pä sti mpi mpa mma immat ommat eja ejä oja ja jä uja jo ill att okk";

/// Whether there is a list, or what to do to get one.
pub(super) fn list() -> Result<(), String> {
    match Path::new(LIST).is_file() {
        true => Ok(()),
        false => Err(format!("there is no {LIST}; install wswedish")),
    }
}

pub(super) fn trial(tools: Result<Tools, String>) -> Trial {
    match tools {
        Ok(tools) => Trial::test("stems", move || compare(&tools)),
        Err(_) => Trial::test("stems", || Ok(())).with_ignored_flag(true),
    }
}

fn compare(tools: &Tools) -> Result<(), Failed> {
    let words = words()?;
    let stems = Stems::default();
    let mut lines = String::new();
    let mut add = |code: &str, word: &str| {
        let stem = stems.stem(word, Language::of(code));
        lines.push_str(&format!("{code} {word} {stem} {}\n", key(&stem)));
    };
    for word in &words {
        for code in ["sv", "en", "fi"] {
            add(code, word);
        }
    }
    for word in words.iter().step_by(97) {
        for ending in FINNISH.split_whitespace() {
            add("fi", &format!("{word}{ending}"));
        }
        for ending in [
            "ingly", "edly", "ational", "fulness", "ies", "eed", "ying", "yly",
        ] {
            add("en", &format!("{word}{ending}"));
        }
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/stems.mjs");
    let mut node = Command::new(&tools.node)
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    node.stdin
        .take()
        .ok_or("no way to write to Node.js")?
        .write_all(lines.as_bytes())?;
    let output = node.wait_with_output()?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    match output.status.success() {
        true if words.len() > 100_000 => Ok(()),
        true => Err(format!("{LIST} has only {} words", words.len()).into()),
        false => Err(said.into()),
    }
}

/// All words of the list in lower case. Older packages write it in Latin-1.
fn words() -> Result<Vec<String>, Failed> {
    let bytes = fs::read(LIST)?;
    let text = String::from_utf8(bytes)
        .unwrap_or_else(|error| error.as_bytes().iter().map(|&byte| byte as char).collect());
    let words = text
        .split(|letter: char| !letter.is_alphabetic())
        .filter(|word| !word.is_empty());
    let mut words: Vec<String> = words.map(str::to_lowercase).collect();
    words.sort();
    words.dedup();
    Ok(words)
}
