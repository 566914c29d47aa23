//! Whom to turn to: of a site, and of a post.
//!
//! Owns the keys of a person. Must never know where one is shown.

use super::yaml::{Entry, Kind};
use super::{Fields, Reader, Schema};

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
        let name = reader.line(&entry)?.value;
        return Some(Person {
            name: Some(name),
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
