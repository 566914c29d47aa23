//! What the engine says while it renders a page.
//!
//! Owns the words for what a value is not, and what can't be done with it.

use super::{Known, Words, kind, names, say, value};
use crate::diagnostic::template::no_field;
use crate::message;
use crate::message::{Arg, Message};

/// When a page is rendered.
pub(super) const RENDERING: &[Known] = &[
    (
        "Invalid type for the value, expected `{}` but got `{}`",
        |holes| wrong_type(holes[0], holes[1]),
    ),
    ("pluralize filter requires an integer, got `{}`", |holes| {
        wrong_type("integer", holes[0])
    }),
    ("Missing keyword argument `{}`", missing),
    ("Argument `{}` (type: `{}`) missing.", missing),
    ("Argument `{}` missing.", missing),
    ("Implicit argument `{}`{}", missing),
    (
        "Component argument `{}` (type: `{}`) does not match expected type: `{}`",
        |holes| {
            let (argument, found, expected) = (holes[0], kind(holes[1]), kind(holes[2]));
            say(message!(
                "template-component-type",
                argument,
                found,
                expected
            ))
        },
    ),
    (
        "Unknown argument(s) {} in component call.{}",
        unknown_arguments,
    ),
    ("Value `{}` is out of range for `{}`", out_of_range),
    ("Number `{}` is out of range for i128", out_of_range),
    ("Cannot compare `{}` with `{}`", cannot_compare),
    (
        "Cannot sort: `{}` and `{}` are not comparable",
        cannot_compare,
    ),
    (
        "Math operations can only be done on numbers, found `{}`",
        no_arithmetic,
    ),
    (
        "Only numbers can be used in arithmetic. This is a `{}`",
        no_arithmetic,
    ),
    ("Only numbers can be negated. This is a `{}`", no_arithmetic),
    (
        "This filter can only be used on a number, received `{}`.",
        no_arithmetic,
    ),
    ("Cannot divide by 0", |_| {
        say(message!("template-divided-by-zero"))
    }),
    ("Unable to perform {}", overflow),
    ("Operand `{}` is out of range{}", overflow),
    ("Exponent {} is out of range{}", overflow),
    ("Cannot negate {}: result would overflow i128", overflow),
    ("Errored while getting absolute value{}", overflow),
    (
        "Function `range` was called with arguments that overflow i128",
        overflow,
    ),
    ("Cannot index into an undefined value", no_value),
    ("Cannot slice an undefined value", no_value),
    ("Index expression is undefined", no_value),
    ("Slice {} is undefined", no_value),
    ("Tried to escape an undefined value", no_value),
    ("Slice {} must be an integer, got `{}`", not_an_index),
    ("{} index must be an integer, got `{}`.", not_an_index),
    (
        "Map keys must be strings, integers, or bools, got `{}`.",
        |holes| of_kind(holes[0], |found| message!("template-not-a-key", found)),
    ),
    ("Not a valid key type", |_| {
        say(message!("template-not-a-key", found = kind("other")))
    }),
    ("Slicing step cannot be 0", step_of_zero),
    (
        "Function `range` was called with a `step_by` argument of 0",
        step_of_zero,
    ),
    (
        "Slicing can only be used on arrays or strings, not on `{}`.",
        |holes| of_kind(holes[0], |found| message!("template-no-parts", found)),
    ),
    ("Iteration not possible on type `{}`", |holes| {
        of_kind(holes[0], |found| message!("template-cannot-loop", found))
    }),
    (
        "Key/value iteration is not possible on type `{}`, only on maps.",
        |holes| {
            of_kind(holes[0], |found| {
                message!("template-cannot-loop-pairs", found)
            })
        },
    ),
    (
        "`+` requires both operands to be numbers, found `{}` and `{}`",
        |holes| {
            let (first, second) = (kind(holes[0]), kind(holes[1]));
            let help = message!("template-plus-help");
            (message!("template-plus", first, second), Some(help))
        },
    ),
    ("Spread operator requires a{}, found `{}`", |holes| {
        of_kind(holes[1], |found| message!("template-cannot-spread", found))
    }),
    ("super() called outside of a block", |_| {
        say(message!("template-super-outside"))
    }),
    ("Tried to use super() in the top level block", |_| {
        say(message!("template-super-first"))
    }),
    (
        "`in` cannot be used on a container of type `{}`{}",
        |holes| {
            of_kind(holes[0], |found| {
                message!("template-contains-nothing", found)
            })
        },
    ),
    (
        "Value `{}` is not a container; cannot check for containment",
        |holes| {
            let found = value(holes[0]);
            say(message!("template-contains-nothing", found))
        },
    ),
    (
        "Maximum render recursion depth for components exceeded{}",
        |_| say(message!("template-endless-components")),
    ),
    (
        "The `indentation` argument must contain exactly one character",
        |_| say(message!("template-indentation")),
    ),
    ("int filter `base` must be between 2 and 36, got {}", |_| {
        say(message!("template-number-base"))
    }),
    (
        "The float {} cannot be converted to an int{}",
        no_whole_number,
    ),
    (
        "The string `{}` cannot be converted to an int in base {}",
        no_whole_number,
    ),
    ("Value of type {} cannot be converted to an int", |holes| {
        of_kind(holes[0], |value| {
            message!("template-not-a-whole-number", value)
        })
    }),
    ("The string `{}` cannot be converted to a float", |holes| {
        say(message!("template-not-a-number", value = value(holes[0])))
    }),
    ("Value of type {} cannot be converted to a float", |holes| {
        of_kind(holes[0], |value| message!("template-not-a-number", value))
    }),
    ("Value `{}` is a float; cannot {}", no_whole_number),
    ("Value of type {} has no length", |holes| {
        of_kind(holes[0], |found| message!("template-no-length", found))
    }),
    ("Value of type {} cannot be reversed", |holes| {
        of_kind(holes[0], |found| message!("template-cannot-reverse", found))
    }),
    ("Invalid argument for `method`: {}. {}", |holes| {
        let help = message!("template-round-help");
        (message!("template-round", method = holes[0]), Some(help))
    }),
    (
        "Value at index {} (a {}) does not have an attribute at path: {}",
        item_without_field,
    ),
    (
        "Map does not have a key {} and no default values were defined",
        |holes| say(no_field(holes[0])),
    ),
    (
        "Function `range` was called with a `start` argument greater than the `end` one",
        |_| say(message!("template-range-order")),
    ),
    (
        "Function `range` would produce {} elements, which exceeds the limit of {}",
        |holes| {
            let (count, limit) = (holes[0], holes[1]);
            say(message!("template-range-length", count, limit))
        },
    ),
];

fn out_of_range(holes: &[&str]) -> Words {
    say(message!("template-out-of-range", number = holes[0]))
}

fn step_of_zero(_: &[&str]) -> Words {
    say(message!("template-step-of-zero"))
}

fn wrong_type(expected: &str, found: &str) -> Words {
    let expected = kind(expected);
    of_kind(found, |found| {
        message!("template-wrong-type", expected, found)
    })
}

fn no_arithmetic(holes: &[&str]) -> Words {
    of_kind(holes[0], |found| message!("template-no-arithmetic", found))
}

fn overflow(_: &[&str]) -> Words {
    say(message!("template-overflow"))
}

/// What is wrong with a kind of value; of none, only that it is none.
fn of_kind(name: &str, wrong: impl FnOnce(Message) -> Message) -> Words {
    match name {
        "none" | "undefined" => no_value(&[]),
        _ => say(wrong(kind(name))),
    }
}

fn no_value(_: &[&str]) -> Words {
    say(message!("template-no-value"))
}

fn not_an_index(holes: &[&str]) -> Words {
    of_kind(holes[1], |found| message!("template-not-an-index", found))
}

fn no_whole_number(holes: &[&str]) -> Words {
    say(message!(
        "template-not-a-whole-number",
        value = value(holes[0])
    ))
}

fn cannot_compare(holes: &[&str]) -> Words {
    let (first, second) = (kind(holes[0]), kind(holes[1]));
    say(message!("template-cannot-compare", first, second))
}

fn item_without_field(holes: &[&str]) -> Words {
    say(message!("template-item-without-field", name = holes[2]))
}

fn missing(holes: &[&str]) -> Words {
    say(message!("template-missing", argument = holes[0]))
}

fn unknown_arguments(holes: &[&str]) -> Words {
    let arguments = Arg::any_of(names(holes[0]));
    let possible = names(holes[1]);
    let help = match possible.is_empty() {
        true => message!("template-no-arguments-help"),
        false => message!("template-arguments-help", names = Arg::list(possible)),
    };
    let message = message!("template-component-argument", arguments);
    (message, Some(help))
}
