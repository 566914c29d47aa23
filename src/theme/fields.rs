//! A field that a template asks for must exist, also where the engine takes what is
//! missing for false: in `if`, with `and`, `not`, `==`, as an argument.
//!
//! Owns what is put into templates in place of such a path, and what it says. Templates of
//! the program itself are left as they are: a test reads them once.
//! Must never know which fields there are: it looks at the values.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use tera::value::{Key, ValueKind};
use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use super::reads::OwnNames;
use super::report::Problem;
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::template as diagnose;
use crate::message;

/// How the functions' names begin, which no author can guess by mistake.
const NAME: &str = "__field";

/// The paths that templates read, each with the number of its function. A value that is
/// something speaks for itself; only for one that may be missing is the function called.
#[derive(Debug, Default)]
pub(super) struct Paths(BTreeMap<String, usize>);

impl Paths {
    /// What stands in a template instead of a path: `(page?.title or __field0())`.
    pub(super) fn checked(&mut self, path: String) -> String {
        let asked = path.replace('.', "?.").replace("?.[", "?[");
        let next = self.0.len();
        let number = self.0.entry(path).or_insert(next);
        format!("({asked} or {NAME}{number}())")
    }

    /// Registers the functions. `data` are the names that some template gets from the
    /// site.
    pub(super) fn register(self, tera: &mut Tera, data: &[&str], own: OwnNames) {
        let names = Arc::new(Names {
            data: data.iter().map(|name| (*name).to_owned()).collect(),
            own,
        });
        for (path, number) in self.0 {
            let names = Arc::clone(&names);
            tera.register_function(
                format!("{NAME}{number}"),
                move |_: Kwargs, state: &State| read(&path, state, &names),
            );
        }
    }
}

/// The names that there are on some page.
struct Names {
    data: BTreeSet<String>,
    own: OwnNames,
}

/// The value at a path. What is none has no fields, and is still no mistake: it has them
/// on other pages.
fn read(path: &str, state: &State, names: &Names) -> TeraResult<Value> {
    let free = &names.own.free;
    let mut steps = path.split('.');
    let root = steps.next().unwrap_or_default();
    let Some(mut value) = state.get::<Value>(root)? else {
        // Another page gives it.
        let known = names.data.contains(root) || names.own.all.contains(root);
        return match known && root == path {
            true => Ok(Value::undefined()),
            false => Err(no_variable(root, names)),
        };
    };
    let mut is_free = free.contains(root);
    let mut above = root.len();
    for step in steps {
        if value.is_none() || value.is_undefined() {
            return Ok(Value::undefined());
        }
        let index = step
            .strip_prefix('[')
            .and_then(|step| step.strip_suffix(']'));
        let next = match index {
            Some(index) => item(&value, index),
            None => value.as_map().and_then(|map| map.get(&Key::Str(step))),
        };
        value = match next {
            Some(next) => next.clone(),
            None if is_free || index.is_some() => return Ok(Value::undefined()),
            None => return Err(no_field(step, &path[..above], &value)),
        };
        is_free |= free.contains(step);
        above += 1 + step.len();
    }
    Ok(value)
}

/// An item of a list, from its end with a minus.
fn item<'v>(list: &'v Value, index: &str) -> Option<&'v Value> {
    let list = list.as_array()?;
    match index.strip_prefix('-') {
        Some(back) => list.get(list.len().checked_sub(back.parse().ok()?)?),
        None => list.get(index.parse::<usize>().ok()?),
    }
}

fn no_variable(name: &str, names: &Names) -> Error {
    let data = names.data.iter().map(String::as_str);
    let known = data.clone().chain(names.own.all.iter().map(String::as_str));
    let near = nearest(name, known).filter(|near| *near != name);
    let help = diagnose::names_help(near, data);
    Problem::new(diagnose::UNDEFINED, diagnose::no_variable(name), help).into()
}

fn no_field(name: &str, above: &str, value: &Value) -> Error {
    let above = &above.replace(".[", "[");
    let Some(map) = value.as_map() else {
        return without_fields(name, above, value.kind()).into();
    };
    let mut fields: Vec<&str> = map.keys().filter_map(Key::as_str).collect();
    fields.sort_unstable();
    let near = nearest(name, fields.iter().copied());
    let help = diagnose::names_help(near, fields);
    Problem::new(diagnose::UNDEFINED, diagnose::no_field(name), help).into()
}

/// A field of what is no map.
pub(super) fn without_fields(name: &str, above: &str, kind: ValueKind) -> Problem {
    let (kind, help) = match kind {
        ValueKind::None | ValueKind::Undefined => {
            ("nothing", message!("template-ask-first-help", above))
        }
        ValueKind::Array => ("list", message!("template-loop-help", above)),
        ValueKind::String => ("text", message!("help-write", line = above)),
        _ => ("other", message!("help-write", line = above)),
    };
    let message = message!("template-no-fields", kind, above, name);
    Problem::new(diagnose::UNDEFINED, message, help)
}
