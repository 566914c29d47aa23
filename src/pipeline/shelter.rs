//! The last net: no input should make anything panic, but if one does, it costs that one
//! file, and the preview goes on with the last good site.
//!
//! Owns what becomes of a panic. Must never know what is parsed.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::diagnostic::{Parsed, source};
use crate::path::SourcePath;

/// What `parse` makes of a file; nothing and an error if it panics. What it leaves behind
/// then is never looked at, so it can't be half-made.
pub(super) fn sheltered<T>(file: &SourcePath, parse: impl FnOnce() -> Parsed<T>) -> Parsed<T> {
    caught(parse).unwrap_or_else(|words| Parsed {
        value: None,
        diagnostics: vec![source::internal_error(file, &words)],
    })
}

/// What `work` gives, or what its panic says.
pub(crate) fn caught<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|panic| words(&*panic).to_owned())
}

/// What a panic says.
fn words(panic: &(dyn Any + Send)) -> &str {
    let owned = panic.downcast_ref::<String>().map(String::as_str);
    let literal = || panic.downcast_ref::<&str>().copied();
    owned.or_else(literal).unwrap_or("a panic without words")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_costs_one_file_and_says_what_it_was() {
        let file = SourcePath::new("content/posts/a.md");
        let byte = "å".len() - 1;
        let parsed = sheltered(&file, || Parsed {
            value: Some("å"[byte..].len()),
            diagnostics: Vec::new(),
        });
        assert_eq!(parsed.value, None);
        let [problem] = &parsed.diagnostics[..] else {
            panic!("one problem: {parsed:?}");
        };
        assert!(problem.is_error() && problem.code.guarded);
        assert_eq!(problem.file, Some(file));
        assert!(
            problem.english().message.contains("char boundary"),
            "{problem:?}"
        );
    }
}
