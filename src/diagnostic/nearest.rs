//! "Did you mean": the known word that is nearest to an unknown one.

/// The nearest of the known words, if it is near: at most a third of the letters
/// differ, or one. Ties go to the first in alphabetical order.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let lower = word.to_lowercase();
    let limit = (lower.chars().count() / 3).clamp(1, 4);
    known
        .into_iter()
        .map(|candidate| {
            let distance = strsim::damerau_levenshtein(&lower, &candidate.to_lowercase());
            (distance, candidate)
        })
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn near_words_are_found_and_far_ones_are_not() {
        let known = ["reading_time", "readings", "home"];
        assert_eq!(nearest("reading_tme", known), Some("reading_time"));
        assert_eq!(nearest("Home", known), Some("home"));
        assert_eq!(nearest("hoem", known), Some("home"));
        assert_eq!(nearest("subscribe", known), None);
        assert_eq!(nearest("ab", ["cd"]), None);
    }
}
