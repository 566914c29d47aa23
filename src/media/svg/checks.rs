//! What an element or an attribute may be.
//!
//! Owns the refusals that need no more than a name and a value. Must never know
//! where in the document it stands.

use super::attributes::Attribute;
use super::namespaces::{Namespace, split};
use super::{active, css, shorten};
use crate::media::Problem;

/// Elements that run or load something, in whatever namespace.
const ACTIVE: [&str; 7] = [
    "script",
    "foreignobject",
    "iframe",
    "object",
    "embed",
    "audio",
    "video",
];
/// Refuses elements that run or load something.
pub(super) fn element(namespace: Namespace, local: &str, start: usize) -> Result<(), Problem> {
    let is_active = ACTIVE.iter().any(|name| local.eq_ignore_ascii_case(name));
    if is_active {
        return Err(active(format!("the element `{local}`"), start));
    }
    if namespace == Namespace::Html {
        let what = format!("the HTML element `{}`", shorten(local));
        return Err(active(what, start));
    }
    Ok(())
}

/// Refuses whatever leads out of the file. `local` is in lower case.
pub(super) fn attribute(
    attribute: &Attribute<'_>,
    namespace: Namespace,
    local: &str,
) -> Result<(), Problem> {
    let value = attribute.value.as_ref();
    let name = shorten(attribute.name);
    let refuse = |what: String| Err(active(what, attribute.at));
    if matches!(local, "href" | "src") && !css::is_inside(value) {
        return refuse(format!("`{name}` to `{}`", shorten(value)));
    }
    if css::is_script(value) {
        return refuse(format!("`{}` in `{name}`", shorten(value)));
    }
    if local == "base" && namespace == Namespace::Xml {
        return refuse(format!("the attribute `{name}`"));
    }
    if local == "attributename" {
        let target = split(value.trim()).1.to_ascii_lowercase();
        if is_handler(&target) || matches!(target.as_str(), "href" | "src" | "base") {
            return refuse(format!("an animation of `{}`", shorten(value)));
        }
    }
    match css::active(value) {
        Some(what) => refuse(format!("{what} in `{name}`")),
        None => Ok(()),
    }
}

/// Whether an attribute holds a script: `onload` and its like. No other begins so.
pub(super) fn is_handler(local: &str) -> bool {
    local
        .get(..2)
        .is_some_and(|start| start.eq_ignore_ascii_case("on"))
}
