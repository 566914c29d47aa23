//! The language of the words on the terminal.
//!
//! Owns where it comes from: `--lang`, else `NITTON_LANG`, else the system's, else
//! English. It is known before the arguments are read, since their own mistakes are
//! reported in it. Must never know what is said.

use std::ffi::OsString;

use crate::message::Language;

/// What systems know as the language of messages (POSIX, XBD 8.2), the strongest first.
const VARIABLES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// The language of these arguments on this computer.
pub(super) fn of(args: &[OsString]) -> Language {
    let variable = |name: &str| std::env::var(name).ok();
    chosen(args, &variable, users).unwrap_or_default()
}

fn chosen(
    args: &[OsString],
    variable: &dyn Fn(&str) -> Option<String>,
    users: fn() -> Option<String>,
) -> Option<Language> {
    if let Some(language) = asked_for(args) {
        return Some(language);
    }
    let own = variable("NITTON_LANG").and_then(|text| Language::from_locale(&text));
    if own.is_some() {
        return own;
    }
    // The strongest that is set decides, also where it names no language of ours.
    let set = |name: &&str| variable(name).filter(|text| !text.is_empty());
    let locale = VARIABLES.iter().find_map(set).or_else(users)?;
    Language::from_locale(&locale)
}

/// `--lang sv` or `--lang=sv`; whether it is a language of ours is checked with all else.
fn asked_for(args: &[OsString]) -> Option<Language> {
    let mut args = args.iter().skip(1).filter_map(|arg| arg.to_str());
    let mut args = std::iter::from_fn(|| args.next().filter(|arg| *arg != "--"));
    while let Some(arg) = args.next() {
        let code = match arg.strip_prefix("--lang") {
            Some("") => args.next(),
            Some(rest) => rest.strip_prefix('='),
            None => None,
        };
        if let Some(language) = code.and_then(Language::from_code) {
            return Some(language);
        }
    }
    None
}

/// What the user has set where that is no variable.
#[cfg(any(windows, target_os = "macos"))]
fn users() -> Option<String> {
    sys_locale::get_locale()
}

#[cfg(not(any(windows, target_os = "macos")))]
fn users() -> Option<String> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(args: &str, variables: &[(&str, &str)], expected: Option<Language>) {
        let args: Vec<OsString> = args.split(' ').map(OsString::from).collect();
        let variable = |name: &str| {
            let mut found = variables.iter().filter(|(known, _)| *known == name);
            found.next().map(|(_, value)| (*value).to_owned())
        };
        let found = chosen(&args, &variable, || None);
        assert_eq!(found, expected, "{args:?} {variables:?}");
    }

    #[test]
    fn what_is_nearest_decides() {
        const SV: Option<Language> = Some(Language::Swedish);
        const EN: Option<Language> = Some(Language::English);
        let all = [
            ("NITTON_LANG", "en"),
            ("LC_ALL", "C"),
            ("LC_MESSAGES", "en_GB"),
            ("LANG", "sv_SE.UTF-8"),
        ];
        check("nitton build --lang sv", &all, SV);
        check("nitton --lang=sv build", &all, SV);
        check("nitton build", &all, EN);
        check("nitton build", &all[1..], None);
        check("nitton build", &all[2..], EN);
        check("nitton build", &all[3..], SV);
        check("nitton build", &[], None);
        // What is empty is not set; what can't be read is passed over.
        check("nitton", &[("LC_ALL", ""), ("LANG", "sv")], SV);
        check("nitton", &[("NITTON_LANG", "de"), ("LANG", "sv")], SV);
        check("nitton", &[("LANG", "de_DE.UTF-8")], None);
        // A title is no option.
        check("nitton new post -- --lang sv", &[], None);
        check("nitton build --lang de", &[("LANG", "sv")], SV);
        check("nitton build --language sv --lang", &[], None);
    }

    #[test]
    fn where_no_variable_says_it_the_user_has_set_it() {
        let args = ["nitton".into()];
        let found = |variable: &dyn Fn(&str) -> Option<String>| {
            chosen(&args, variable, || Some("sv-SE".into()))
        };
        assert_eq!(found(&|_| None), Some(Language::Swedish));
        assert_eq!(found(&|_| Some("C".into())), None);
    }
}
