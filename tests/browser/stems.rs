//! The script of the search page stems as the index does, over whole word lists.
//!
//! The lists are the system's (`wswedish` and `wamerican` of Debian): they are neither
//! downloaded nor copied. Every stemmer reads both, the Finnish one too, for which there
//! is no list: what is compared is two programs, and any word will do.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use libtest_mimic::{Failed, Trial};
use nitton::search::{Language, Stems, key};

use super::Tools;

/// Where Debian's packages put the words, and the least that a whole list has.
const LISTS: [(&str, &str, usize); 2] = [
    ("/usr/share/dict/swedish", "wswedish", 100_000),
    ("/usr/share/dict/american-english", "wamerican", 60_000),
];

/// Endings that make the Finnish rules meet what a Swedish list never shows them.
const FINNISH: &str = "a ä ta tä tta ttä lla llä lta ltä lle ssa ssä sta stä na nä ksi ine den \
    iden tten itten siin isiin seen aseen hen ehen hin ihin han ahan hän ähän hon ohon hön öhön \
    n aan een iin ien t at et ni ini nsa nsä mme nne si lleen llaan ssään kse kseni kin kaan kään \
    ko kö pa pä sti mpi mpa mma immat ommat eja ejä oja ja jä uja jo ill att okk";

/// Whether there are lists, or what to do to get them.
pub(super) fn lists() -> Result<(), String> {
    for (list, package, _) in LISTS {
        if !Path::new(list).is_file() {
            return Err(format!("there is no {list}; install {package}"));
        }
    }
    Ok(())
}

pub(super) fn trial(tools: Result<Tools, String>) -> Trial {
    match tools {
        Ok(tools) => Trial::test("stems", move || compare(&tools)),
        Err(_) => Trial::test("stems", || Ok(())).with_ignored_flag(true),
    }
}

fn compare(tools: &Tools) -> Result<(), Failed> {
    let mut words = Vec::new();
    for (list, _, least) in LISTS {
        let own = read(list)?;
        if own.len() < least {
            return Err(format!("{list} has only {} words", own.len()).into());
        }
        words.extend(own);
    }
    words.sort();
    words.dedup();
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
        true => Ok(()),
        false => Err(said.into()),
    }
}

/// All words of a list in lower case. Older packages write it in Latin-1.
fn read(list: &str) -> Result<Vec<String>, Failed> {
    let bytes = fs::read(list)?;
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
