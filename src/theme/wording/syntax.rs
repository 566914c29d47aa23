//! What the engine says while it reads a template.
//!
//! Owns the words for what can't stand where it stands.

use super::{Known, Words, kind, names, say};
use crate::diagnostic::template::{names_help, no_field};
use crate::message;
use crate::message::Arg;

/// When a template is read. Places are where the wrong thing stands.
pub(super) const SYNTAX: &[Known] = &[
    ("Unexpected end of input", |_| {
        say(message!("template-ends"))
    }),
    ("Unknown tag", |_| say(message!("template-not-a-tag"))),
    ("Found `<` but expected identifier after it{}", |_| {
        thing("name")
    }),
    ("Found {} but expected one of: {}", |_| thing("value")),
    ("Found {} but expected `/` or `>`", |_| sign(["/", ">"])),
    (
        "Found {} but was expecting `elif`, `else` or `endif`.",
        |_| sign(["elif", "else", "endif"]),
    ),
    ("Found {} but expected `...`, a string, {}", |_| {
        thing("text")
    }),
    ("Found {} but the only types allowed are: {}", |holes| {
        let types = holes[1].replace(" and ", ", ");
        let types = Arg::list(types.split(", "));
        say(message!("template-argument-types", types))
    }),
    (
        "Found {} but `-` can only be followed by an integer or a float",
        |_| thing("number"),
    ),
    (
        "Found {} but component default arguments can only be one of{}",
        default_value,
    ),
    ("Expected \"string\" or {expression} but found {}", |_| {
        say(message!("template-component-value"))
    }),
    ("Found {} but expected {}.", |holes| match holes[1] {
        "identifier" => thing("name"),
        "string" => thing("text"),
        expected => sign([expected]),
    }),
    (
        "Invalid {} should only contain literal values.",
        default_value,
    ),
    (
        "{} was named `{}` in the opening tag, found `{}` as name in the end tag",
        |holes| end_name(holes[1], holes[2]),
    ),
    ("Closing tag '{}' doesn't match opening tag '{}'", |holes| {
        end_name(holes[1], holes[0])
    }),
    ("Unclosed component '{}'", |_| {
        say(message!("template-unclosed-component"))
    }),
    ("Identifiers can only have up to {}", too_complex),
    ("Arrays can have a maximum of {}", too_complex),
    ("The expression is too complex", too_complex),
    ("The template nesting is too deep", too_complex),
    ("Found invalid field of `loop`: {}. Only {}", |holes| {
        let help = names_help(None, names(holes[1]));
        (no_field(holes[0]), Some(help))
    }),
    (
        "Function calls are only allowed at the first element of a chain",
        |_| say(message!("template-call-of-field")),
    ),
    (
        "Keyword argument `{}` is defined more than once",
        argument_twice,
    ),
    (
        "Component argument `{}` is defined more than once",
        argument_twice,
    ),
    (
        "Rest parameter `{}` conflicts with an existing parameter.",
        argument_twice,
    ),
    ("`-` and `not` cannot be used consecutively.", |_| {
        say(message!("template-minus-not"))
    }),
    ("`not` is only valid here as part of `not in`", |_| {
        say(message!("template-not-in"))
    }),
    ("`{}` is not allowed after `~`", |holes| {
        say(message!("template-after-tilde", operator = holes[0]))
    }),
    ("Components with body content must use tag syntax{}", |_| {
        say(message!("template-component-body"))
    }),
    (
        "{} is a reserved keyword of Tera, it cannot be {}",
        |holes| reserved_name(holes[0]),
    ),
    (
        "The name `{}` is reserved for component body content.",
        |holes| reserved_name(holes[0]),
    ),
    (
        "List comprehensions support only a single `for` clause.",
        |_| say(message!("template-one-for")),
    ),
    (
        "Component definitions cannot be written in another tag.",
        |_| only_outermost("component"),
    ),
    ("`extends` cannot be nested in other tags.", |_| {
        only_outermost("extends")
    }),
    ("Blocks cannot be written inside a {}.", |holes| {
        say(message!("template-block-inside", tag = tag_of(holes[0])))
    }),
    (
        "Template already contains a component named `{}`",
        |holes| say(message!("template-component-twice", name = holes[0])),
    ),
    ("Template already contains a block named `{}`", |holes| {
        say(message!("template-block-twice", name = holes[0]))
    }),
    (
        "Rest parameter must be the last parameter in component definition.",
        |_| say(message!("template-rest-last")),
    ),
    (
        "Default value for `{}` has type `{}` but the argument has type `{}`",
        |holes| {
            let (argument, found, expected) = (holes[0], kind(holes[1]), kind(holes[2]));
            say(message!("template-default-type", argument, found, expected))
        },
    ),
    ("Invalid syntax for `set`: {}", |_| {
        let help = message!("template-set-help");
        (message!("template-set"), Some(help))
    }),
    ("Template is already extending `{}`", |_| {
        say(message!("template-extends-twice"))
    }),
    (
        "`extends` needs to be the first tag of the template",
        |_| say(message!("template-extends-first")),
    ),
    ("`{}` cannot be used inside a {}", loop_only),
    ("{} can only be used in a for loop", loop_only),
    ("This content would be ignored: {}", |_| {
        say(message!("template-content-ignored"))
    }),
    ("Invalid float", bad_number),
    ("Invalid Integer", bad_number),
    (
        "String opened with `{}` is missing its closing `{}`",
        unclosed_text,
    ),
    ("unexpected end of string", unclosed_text),
    ("unexpected escape character", |_| {
        say(message!("template-escape"))
    }),
    ("Unexpected character", |_| {
        say(message!("template-character"))
    }),
];

fn too_complex(_: &[&str]) -> Words {
    say(message!("template-too-complex"))
}

fn end_name(start: &str, end: &str) -> Words {
    say(message!("template-end-name", start, end))
}

fn argument_twice(holes: &[&str]) -> Words {
    say(message!("template-argument-twice", argument = holes[0]))
}

fn default_value(_: &[&str]) -> Words {
    say(message!("template-default-value"))
}

fn only_outermost(tag: &str) -> Words {
    say(message!("template-only-outermost", tag))
}

fn reserved_name(name: &str) -> Words {
    say(message!("template-reserved-name", name))
}

fn loop_only(holes: &[&str]) -> Words {
    say(message!("template-loop-only", tag = holes[0]))
}

fn unclosed_text(_: &[&str]) -> Words {
    say(message!("template-unclosed-text"))
}

fn bad_number(_: &[&str]) -> Words {
    say(message!("template-bad-number"))
}

/// What should stand at a place: one of these signs.
fn sign<'a>(signs: impl IntoIterator<Item = &'a str>) -> Words {
    say(message!("template-expected", expected = Arg::any_of(signs)))
}

/// What should stand at a place: a name, a text, a number, a value.
fn thing(thing: &str) -> Words {
    say(message!("template-expected-thing", thing))
}

/// A tag by the engine's name for what it holds.
fn tag_of(name: &str) -> &'static str {
    match name {
        "for loop" => "for",
        "if statement" => "if",
        "`set` block" => "set",
        "filter section" => "filter",
        _ => "component",
    }
}
