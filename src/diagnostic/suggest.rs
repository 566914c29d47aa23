//! Did you mean …?
//!
//! Owns the choice of the nearest known name. Must never know what the names are for.

/// Names this close are taken for each other's misspellings.
const EDITS: usize = 2;

/// The known name nearest to `word` within two edits (a swap of neighbours is one), or
/// one that differs in case, marks or `-` against `_` only. Short words must
/// share at least half of their letters.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = fold(word);
    known
        .into_iter()
        .filter_map(|name| {
            let distance = strsim::damerau_levenshtein(&folded, &fold(name));
            let letters = name.chars().count().min(word.chars().count());
            (distance == 0 || (distance <= EDITS && distance * 2 < letters))
                .then_some((distance, name))
        })
        .min()
        .map(|(_, name)| name)
}

/// `` (did you mean `x`?)`` or nothing: for the end of a message.
pub fn did_you_mean(nearest: Option<&str>) -> String {
    nearest.map_or_else(String::new, |name| format!(" (did you mean `{name}`?)"))
}

/// Lower case, without the marks that Swedish keyboards lose, `_` for `-` and spaces.
fn fold(word: &str) -> String {
    crate::path::nfc(word)
        .chars()
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'å' | 'ä' | 'á' | 'à' => 'a',
            'ö' | 'ø' | 'ó' => 'o',
            'é' | 'è' | 'ë' => 'e',
            'ü' => 'u',
            '-' | ' ' => '_',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_nearest_name_and_no_far_one() {
        let known = ["title", "date", "draft", "tags", "publish_date", "id"];
        let check = |word, expected| assert_eq!(nearest(word, known), expected, "{word}");
        check("titel", Some("title"));
        check("drafts", Some("draft"));
        check("Date", Some("date"));
        check("publish-date", Some("publish_date"));
        check("tgas", Some("tags"));
        check("weight", None);
        check("ad", None);
        check("ok", None);
    }
}
