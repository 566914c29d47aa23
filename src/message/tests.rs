//! That nothing can be missing when it is asked for, and how words come out.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use walkdir::WalkDir;

use super::*;
use crate::message;

/// The placeholders of each key.
type Keys = BTreeMap<String, BTreeSet<String>>;

fn keys(language: Language) -> Keys {
    let source = catalogue::source(language);
    let resource = fluent_syntax::parser::parse(source).unwrap_or_else(|(_, errors)| {
        let places = errors.iter().map(|error| {
            let line = source[..error.pos.start].lines().count();
            format!("messages/{}.ftl:{line}: {error}", language.code())
        });
        panic!("{}", places.collect::<Vec<_>>().join("\n"))
    });
    let mut keys = Keys::new();
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                let key = message.id.name.to_owned();
                let value = message.value.as_ref().expect("an entry has a value");
                assert!(
                    message.attributes.is_empty(),
                    "{key}: attributes are not read"
                );
                let mut names = BTreeSet::new();
                placeholders(value, &mut names);
                assert!(
                    keys.insert(key.clone(), names).is_none(),
                    "{key} stands twice"
                );
            }
            Entry::Term(_) | Entry::Junk { .. } => panic!("terms are not read"),
            _ => {}
        }
    }
    keys
}

fn placeholders(pattern: &Pattern<&str>, names: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else {
            continue;
        };
        match expression {
            Expression::Inline(inline) => name_of(inline, names),
            Expression::Select { selector, variants } => {
                name_of(selector, names);
                for variant in variants {
                    placeholders(&variant.value, names);
                }
            }
        }
    }
}

fn name_of(inline: &InlineExpression<&str>, names: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            names.insert(id.name.to_owned());
        }
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        other => panic!("only placeholders and literals are read: {other:?}"),
    }
}

/// Every use of `message!` in the sources: where it is, its key and its names.
fn uses() -> Vec<(String, String, BTreeSet<String>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut uses = Vec::new();
    for entry in WalkDir::new(root.join("src")).sort_by_file_name() {
        let entry = entry.expect("the sources can be read");
        let place = entry
            .path()
            .strip_prefix(root)
            .expect("it is inside")
            .to_owned();
        if place.extension().is_none_or(|extension| extension != "rs") || is_own(&place) {
            continue;
        }
        let text = fs::read_to_string(entry.path()).expect("a source is text");
        for (at, _) in text.match_indices("message!(") {
            let line = text[..at].lines().count();
            let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
            if text[start..at].trim_start().starts_with("//") {
                continue;
            }
            let place = format!("{}:{line}", place.display());
            let arguments = arguments(&text[at + "message!(".len()..]);
            let mut arguments = arguments.iter().map(|argument| argument.trim());
            let key = arguments.next().unwrap_or_default();
            let key = key.strip_prefix('"').and_then(|key| key.strip_suffix('"'));
            let key = key.unwrap_or_else(|| panic!("{place}: the key is no literal"));
            let names = arguments.filter(|argument| !argument.is_empty());
            let names = names.map(|argument| {
                let name = argument.split('=').next().unwrap_or_default();
                name.trim().to_owned()
            });
            uses.push((place, key.to_owned(), names.collect()));
        }
    }
    uses
}

/// Files of this module, whose uses are the macro's own and those of these tests.
fn is_own(place: &Path) -> bool {
    place.starts_with("src/message")
}

/// What stands between commas up to the parenthesis that closes; texts and characters
/// count as one.
fn arguments(text: &str) -> Vec<String> {
    let (mut all, mut current, mut depth) = (Vec::new(), String::new(), 0);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            ')' if depth == 0 => break,
            ',' if depth == 0 => {
                all.push(std::mem::take(&mut current));
                continue;
            }
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            '"' => {
                current.push(letter);
                while let Some(inside) = letters.next() {
                    current.push(inside);
                    match inside {
                        '\\' => current.extend(letters.next()),
                        '"' => break,
                        _ => {}
                    }
                }
                continue;
            }
            '\'' => {
                // A character, or the beginning of a lifetime.
                current.push(letter);
                let inside = letters.next();
                current.extend(inside);
                if inside == Some('\\') {
                    current.extend(letters.next());
                }
                current.extend(letters.next_if_eq(&'\''));
                continue;
            }
            _ => {}
        }
        current.push(letter);
    }
    all.push(current);
    all
}

#[test]
fn every_key_is_in_every_language_with_the_same_placeholders() {
    let english = keys(Language::English);
    for language in Language::ALL {
        let other = keys(language);
        for (key, names) in &english {
            assert_eq!(other.get(key), Some(names), "{key} in {}", language.code());
        }
        for key in other.keys() {
            assert!(
                english.contains_key(key),
                "{key} is only in {}",
                language.code()
            );
        }
    }
}

#[test]
fn every_message_of_the_code_is_in_the_catalogue_with_its_arguments() {
    let keys = keys(Language::English);
    let uses = uses();
    assert!(!uses.is_empty());
    let wrong = uses
        .iter()
        .filter_map(|(place, key, names)| match keys.get(key) {
            None => Some(format!("{place}: there is no `{key}`")),
            Some(known) if known != names => Some(format!(
                "{place}: `{key}` has the placeholders {known:?}, and is given {names:?}"
            )),
            Some(_) => None,
        });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_key_of_the_catalogue_is_used() {
    let used: BTreeSet<String> = uses().into_iter().map(|(_, key, _)| key).collect();
    let own = ["foreign", "list-and", "list-or"];
    let of_help = crate::cli::help_keys(Language::English);
    let unused = keys(Language::English).into_keys().filter(|key| {
        !used.contains(key) && !of_help.contains(key) && !own.contains(&key.as_str())
    });
    assert_eq!(unused.collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn words_have_the_forms_and_numbers_of_their_language() {
    let files = |count: usize, language| message!("count-files", count).text(language);
    assert_eq!(files(1, Language::English), "1 file");
    assert_eq!(files(0, Language::English), "0 files");
    assert_eq!(files(12_345, Language::English), "12,345 files");
    assert_eq!(files(1, Language::Swedish), "1 fil");
    assert_eq!(files(2, Language::Swedish), "2 filer");
    assert_eq!(
        files(1_234_567, Language::Swedish),
        "1\u{a0}234\u{a0}567 filer"
    );
    assert_eq!(files(9999, Language::Swedish), "9999 filer");
}

#[test]
fn several_are_joined_as_their_language_does() {
    let text = |names: Arg, language| message!("help-did-you-mean", names).text(language);
    let three = || Arg::any_of(["a", "b", "c"]);
    assert_eq!(
        text(three(), Language::English),
        "did you mean `a`, `b` or `c`?"
    );
    assert_eq!(
        text(three(), Language::Swedish),
        "menade du `a`, `b` eller `c`?"
    );
    assert_eq!(
        text(Arg::any_of(["a"]), Language::English),
        "did you mean `a`?"
    );
    assert_eq!(
        text(Arg::all_of(["a", "b"]), Language::Swedish),
        "menade du `a` och `b`?"
    );
}

#[test]
fn what_is_put_in_comes_out_as_it_is() {
    let text = "{ $x } \"å\" \u{202e}\n  = {{ y }}";
    assert_eq!(Message::foreign(text).text(Language::Swedish), text);
}

#[test]
fn places_on_this_computer_can_be_left_out() {
    let place = Path::new("/home/anna/blogg");
    let inner = Message {
        key: "foreign".into(),
        args: vec![("text".into(), place.into())],
    };
    let outer = message!("help-write", line = inner);
    let words = format!("write `{}`", crate::path::shown(place));
    assert_eq!(outer.text(Language::English), words);
    assert_eq!(outer.without_places().text(Language::English), "write `…`");
}

#[test]
fn a_language_is_found_in_what_systems_and_browsers_say() {
    let of = |locale| Language::from_locale(locale).map(Language::code);
    assert_eq!(of("sv_SE.UTF-8"), Some("sv"));
    assert_eq!(of("SV"), Some("sv"));
    assert_eq!(of("en-GB"), Some("en"));
    assert_eq!(
        (of("C"), of(""), of("svx"), of("\u{e5}")),
        (None, None, None, None)
    );
    let accepted = |header| Language::from_accept(header).code();
    assert_eq!(accepted("sv-SE,sv;q=0.9,en;q=0.8"), "sv");
    assert_eq!(accepted("en;q=0.3, sv;q=0.5"), "sv");
    assert_eq!(accepted("fi, en, sv"), "en");
    assert_eq!(accepted("sv;q=0, de"), "en");
    assert_eq!(accepted(";;,q=å,"), "en");
}
