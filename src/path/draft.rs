//! Names that say that something isn't finished.
//!
//! Owns the words. Must never know what becomes of such files.

/// Folders of what is not to be published.
const FOLDERS: [&str; 14] = [
    "confidential",
    "draft",
    "drafts",
    "hemlig",
    "hemliga",
    "hemligt",
    "opublicerade",
    "opublicerat",
    "papperskorg",
    "privat",
    "private",
    "trash",
    "unpublished",
    "utkast",
];

/// The part of a path below the site's own folders that speaks of a draft: a folder
/// (`drafts/`), an ending before the extension (`x.draft.md`), or a word in capitals
/// (`UTKAST x.md`). A draft that a text is about is no such word: `utkast-till-lag.md`.
pub fn draft_part(path: &str) -> Option<&str> {
    let mut parts = path.split('/');
    let file = parts.next_back()?;
    let is_marked = |name: &&str| {
        let mut endings = name.split('.').skip(1);
        endings.any(is_folder_of_drafts) || has_shouted_word(name)
    };
    let found = parts.find(|part| is_folder_of_drafts(part) || is_marked(part));
    found.or_else(|| Some(file).filter(is_marked))
}

fn is_folder_of_drafts(name: &str) -> bool {
    let bare = name.trim_start_matches(['_', '.']);
    let longest = 12;
    bare.len() <= longest && FOLDERS.contains(&&*super::lower(bare))
}

fn has_shouted_word(name: &str) -> bool {
    let mut words = name.split(|letter: char| !letter.is_alphanumeric());
    words.any(|word| matches!(word, "UTKAST" | "DRAFT" | "HEMLIG" | "HEMLIGT"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_speak_of_drafts_in_three_ways() {
        for (path, part) in [
            ("drafts/a.md", "drafts"),
            ("2021/_Drafts/a.md", "_Drafts"),
            ("utkast/2021/a.md", "utkast"),
            ("plan/x.draft.md", "x.draft.md"),
            ("x.utkast.pdf", "x.utkast.pdf"),
            ("UTKAST x.md", "UTKAST x.md"),
            ("2021-04-07-UTKAST_plan.md", "2021-04-07-UTKAST_plan.md"),
            ("[DRAFT] plan/index.md", "[DRAFT] plan"),
            ("2021/plan.draft/index.md", "plan.draft"),
        ] {
            assert_eq!(draft_part(path), Some(part), "{path}");
        }
        for path in [
            "utkast.md",
            "utkast-till-lag.md",
            "draft-law.md",
            "Utkast till lag/index.md",
            "drafting/a.md",
            "x.md",
        ] {
            assert_eq!(draft_part(path), None, "{path}");
        }
    }
}
