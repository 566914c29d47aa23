//! Whom to turn to: of a site, and of a post.
//!
//! Owns the keys of a person. Must never know where one is shown.

use super::yaml::{Entry, Kind};
use super::{Fields, Reader, Schema};
use crate::diagnostic::address::Fault;

/// A person or function to turn to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Person {
    /// Name.
    pub name: Option<String>,
    /// Role.
    pub role: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Telephone, as written.
    pub phone: Option<String>,
}

/// A person, or only a name.
pub fn person(reader: &mut Reader<'_>, entry: Option<Entry>) -> Option<Person> {
    let entry = entry?;
    if entry.value.as_text().is_some() {
        let line = reader.line(&entry)?;
        if let Some(email) = email_without_at(&line.value) {
            let meant = format!("{}: {email}", entry.key);
            reader.bad_address(&line, &Fault::NoMailbox, &meant);
            return None;
        }
        return Some(Person {
            name: Some(line.value),
            ..Person::default()
        });
    }
    if matches!(entry.value.kind, Kind::Null | Kind::Broken) {
        return None;
    }
    let mut fields = Fields::open(reader, entry.value, &PERSON, &entry.key);
    let person = Person {
        name: reader.words(fields.take("name")),
        role: reader.words(fields.take("role")),
        email: fields.take("email").and_then(|email| reader.email(&email)),
        phone: reader.words(fields.take("phone")),
    };
    (person != Person::default()).then_some(person)
}

/// `redaktionen@kommunen.se` for `redaktionen kommunen.se` and `redaktionen(at)kommunen.se`.
pub(super) fn email_without_at(text: &str) -> Option<String> {
    let marks = ["(at)", "[at]", "(a)", " at ", " på ", " "];
    let (name, host) = marks.iter().find_map(|mark| text.split_once(mark))?;
    let (name, host) = (name.trim(), host.trim());
    let plain = |part: &str| !part.is_empty() && !part.contains([' ', '@', '/', ':']);
    let named = host.rsplit_once('.').is_some_and(|(before, end)| {
        !before.is_empty()
            && (2..=4).contains(&end.len())
            && end.bytes().all(|b| b.is_ascii_lowercase())
    });
    (plain(name) && plain(host) && named).then(|| format!("{name}@{host}"))
}

const PERSON: Schema = Schema {
    keys: &["name", "role", "email", "phone"],
    aliases: &[],
    renamed: &[
        ("namn", "name"),
        ("roll", "role"),
        ("titel", "role"),
        ("title", "role"),
        ("epost", "email"),
        ("e-post", "email"),
        ("mail", "email"),
        ("mejl", "email"),
        ("telefon", "phone"),
        ("tel", "phone"),
    ],
    foreign: &[],
    secret: &[],
};
