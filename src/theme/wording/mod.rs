//! What the engine says, in our words.
//!
//! Owns which of the engine's texts means what: they are all that it gives, and English.
//! Must never know where in a template something stands.

mod rendering;
mod syntax;

use self::rendering::RENDERING;
use self::syntax::SYNTAX;
use crate::message;
use crate::message::{Arg, Message};

/// What is wrong, and what to do about it where that is not plain.
type Words = (Message, Option<Message>);

/// A text of the engine, with `{}` for what it puts in, and ours for it.
type Known = (&'static str, fn(&[&str]) -> Words);

/// What a text of the engine means; `None` if it is not known here.
pub(super) fn words(text: &str) -> Option<Words> {
    let mut known = RENDERING.iter().chain(SYNTAX);
    known.find_map(|(pattern, words)| Some(words(&holes(pattern, text)?)))
}

/// What stands in a text for each `{}` of a pattern.
fn holes<'t>(pattern: &str, text: &'t str) -> Option<Vec<&'t str>> {
    let mut parts = pattern.split("{}");
    let mut rest = text.strip_prefix(parts.next()?)?;
    let mut holes = Vec::new();
    let mut parts = parts.peekable();
    while let Some(part) = parts.next() {
        let end = match parts.peek() {
            Some(_) => rest.find(part)?,
            None => rest.strip_suffix(part)?.len(),
        };
        holes.push(&rest[..end]);
        rest = &rest[end + part.len()..];
    }
    rest.is_empty().then_some(holes)
}

const fn say(message: Message) -> Words {
    (message, None)
}

/// A kind of value by the engine's name for it, which is Rust's for some.
fn kind(name: &str) -> Message {
    let kind = match name {
        "string" | "&str" | "String" | "StringInput" => "text",
        "u8" | "u16" | "u32" | "u64" | "u128" | "usize" | "i8" | "i16" | "i32" | "i64" | "i128"
        | "isize" | "integer" => "whole-number",
        "f32" | "f64" | "float" | "number" | "Number" => "number",
        "array" | "Vec<Value>" | "&[Value]" => "list",
        "map/struct" | "map" | "Map" => "map",
        "bool" => "bool",
        "none" | "undefined" => "nothing",
        _ => "other",
    };
    message!("template-kind", kind)
}

/// A value as it is written.
fn value(written: &str) -> Arg {
    Arg::from(format!("`{written}`"))
}

/// The names between backticks, in order: the engine has them in none.
fn names(list: &str) -> Vec<&str> {
    let mut names: Vec<&str> = list.split('`').skip(1).step_by(2).collect();
    names.sort_unstable();
    names
}

#[cfg(test)]
mod tests {
    use tera::{Context, Tera, Value};

    use super::*;
    use crate::message::Language;
    use crate::theme::report::reports;

    #[test]
    fn every_text_of_the_engine_has_words_in_every_language() {
        for (pattern, words) in RENDERING.iter().chain(SYNTAX) {
            let text = pattern.replace("{}", "`x`");
            let found = holes(pattern, &text).expect(pattern);
            let (message, help) = words(&found);
            for language in Language::ALL {
                assert_ne!(message.text(language), "", "{pattern}");
                let help = help.as_ref().map(|help| help.text(language));
                assert_ne!(help.as_deref(), Some(""), "{pattern}");
            }
        }
    }

    /// Mistakes of which the engine says something, in our words.
    const MISTAKES: &[(&str, &str, &str)] = &[
        (
            "{{ 1 < 'a' }}",
            "a whole number can't be compared with a text",
            "ett heltal går inte att jämföra med en text",
        ),
        (
            "{{ 1 | upper }}",
            "this is a whole number, but a text is needed here",
            "det här är ett heltal, men här behövs en text",
        ),
        (
            "{{ 'a' * 2 }}",
            "only numbers can be used in arithmetic, and this is a text",
            "det går bara att räkna med tal, men det här är en text",
        ),
        (
            "{{ 'a' + 2 }}",
            "`+` adds numbers, but this is a text and a whole number",
            "`+` lägger ihop tal, men det här är en text och ett heltal",
        ),
        (
            "{{ n / 0 }}",
            "a number can't be divided by 0",
            "det går inte att dividera med 0",
        ),
        (
            "{% for a in n %}{% endfor %}",
            "a whole number can't be looped over",
            "ett heltal går inte att gå igenom med `for`",
        ),
        (
            "{% for a, b in list %}{% endfor %}",
            "only a map has names and values to loop over, and this is a list",
            "bara ett objekt har namn och värden att gå igenom, men det här är en lista",
        ),
        (
            "{{ list['a'] }}",
            "a position in a list or a text is a whole number, and this is a text",
            "en plats i en lista eller en text anges med ett heltal, men det här är en text",
        ),
        (
            "{% for a in nothing %}{% endfor %}",
            "this has no value",
            "det här har inget värde",
        ),
        (
            "{{ n | length }}",
            "a whole number has no length",
            "ett heltal har ingen längd",
        ),
        (
            "{{ 'a' | int }}",
            "`a` is not a whole number",
            "`a` är inget heltal",
        ),
        (
            "{{ 1.5 | round(method='up') }}",
            "`up` is not a way to round",
            "`up` är inget sätt att avrunda",
        ),
        (
            "{{ range(end=1000000) | length }}",
            "`range` would give 1000000 numbers, more than 100000",
            "`range` skulle ge 1000000 tal, fler än 100000",
        ),
        (
            "{{ 1 in n }}",
            "only a list, a map or a text can contain something, and this is a whole number",
            "bara en lista, ett objekt eller en text kan innehålla något, men det här är ett heltal",
        ),
        (
            "{{ [[1]] | sort(attribute='x') }}",
            "an item of the list has no field `x`",
            "något i listan saknar fältet `x`",
        ),
        (
            "{{ n[1:2] }}",
            "only a list or a text has parts, and this is a whole number",
            "det går bara att ta delar av en lista eller en text, men det här är ett heltal",
        ),
        (
            "{% component c(a: string) %}{% endcomponent c %}{{ <c a={1} /> }}",
            "`a` is a whole number, and the component takes a text for it",
            "`a` är ett heltal, men komponenten vill ha en text",
        ),
        (
            "{% component c(a) %}{% endcomponent c %}{{ <c /> }}",
            "`a` is missing here",
            "`a` saknas här",
        ),
        (
            "{% component c(a) %}{% endcomponent c %}{{ <c a={1} c={1} b={1} /> }}",
            "the component takes no `b` or `c`",
            "komponenten tar inte emot `b` eller `c`",
        ),
        (
            "{{ super() }}",
            "`super()` works only inside a block",
            "`super()` fungerar bara i ett block",
        ),
        (
            "{{ a.b() }}",
            "a field can't be called like a function",
            "ett fält går inte att anropa som en funktion",
        ),
        (
            "{{ loop.x }}{% for a in list %}{{ loop.x }}{% endfor %}",
            "there is no field `x`",
            "det finns inget fält `x`",
        ),
        (
            "{% set loop = 1 %}",
            "`loop` has a meaning of its own in templates, so nothing else can be called that",
            "`loop` har en egen betydelse i mallar, så inget annat kan heta så",
        ),
        (
            "{% block a %}{% endblock b %}",
            "this closes `b`, and what is open is called `a`",
            "det här stänger `b`, men det som är öppet heter `a`",
        ),
        (
            "{% block a %}{% endblock %}{% block a %}{% endblock %}",
            "the block `a` is defined twice in this template",
            "blocket `a` är definierat två gånger i den här mallen",
        ),
        (
            "{{ 1 + }}",
            "a value should be here",
            "här ska ett värde stå",
        ),
        (
            "{{ f(1) }}",
            "a name should be here",
            "här ska ett namn stå",
        ),
        (
            "{% include x %}",
            "a text in quotation marks should be here",
            "här ska en text inom citattecken stå",
        ),
        (
            "{{ f(a=1, a=2) }}",
            "`a` is given twice",
            "`a` står två gånger",
        ),
        (
            "{% break %}",
            "`break` works only in a `for`",
            "`break` fungerar bara i ett `for`",
        ),
        (
            "{{ 'a }}",
            "this text has no closing quotation mark",
            "den här texten saknar sitt sista citattecken",
        ),
        (
            "{{ a ; b }}",
            "this character is not allowed here",
            "det här tecknet får inte stå här",
        ),
        (
            "x{% extends 'a' %}",
            "`extends` must be the first tag of the template",
            "`extends` ska vara den första taggen i mallen",
        ),
        (
            "{% for a in list %}{% block b %}{% endblock %}{% endfor %}",
            "a block can't be inside `for`",
            "ett block kan inte stå i ett `for`",
        ),
    ];

    #[test]
    fn what_the_engine_says_of_a_mistake_is_in_our_words() {
        let mut context = Context::new();
        context.insert_value("n", Value::from(3_u64));
        context.insert_value("nothing", Value::none());
        context.insert_value("list", Value::from(vec![Value::from(1_u64)]));
        for (template, english, swedish) in MISTAKES {
            let mut tera = Tera::new();
            let added = tera.add_raw_template("x", template);
            let error = added
                .err()
                .or_else(|| tera.render("x", &context).err())
                .unwrap_or_else(|| panic!("{template}: no error"));
            let report = reports(&error, |_| Some(template)).remove(0);
            let (message, _) = words(&report.message)
                .unwrap_or_else(|| panic!("{template}: {} is not known", report.message));
            let both = Language::ALL.map(|language| message.text(language));
            assert_eq!(both, [*english, *swedish], "{template}");
        }
    }
}
