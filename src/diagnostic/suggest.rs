//! Did you mean …?
//!
//! Owns the choice of the nearest known name. Must never know what the names are for.

/// Names this close are taken for each other's misspellings.
const EDITS: usize = 2;

/// How many names a word is compared with at most, so that thousands of words that
/// nobody knows are still answered at once.
pub const MOST_COMPARED: usize = 128;

/// The known name nearest to `word` within two edits (a swap of neighbours is one), or
/// one that differs in case, marks or `-` against `_` only. Short words must
/// share at least half of their letters. For a few names and one word; [`Names`]
/// answers many.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = Folded::new(word);
    let known = known.into_iter().map(|name| (Folded::new(name), name));
    known
        .filter_map(|(folded, name)| Some((word.distance(&folded)?, name)))
        .min()
        .map(|(_, name)| name)
}

/// Whether a word is a name with one slip of the finger in it, the first letter being
/// right; short words are others' words.
pub fn is_one_slip(word: &str, name: &str) -> bool {
    let (word, name) = (Folded::new(word), Folded::new(name));
    let first = |folded: &Folded| folded.text.chars().next();
    let is_long = word.letters.min(name.letters) >= 5;
    match word.distance(&name) {
        Some(0) => true,
        Some(1) => is_long && first(&word) == first(&name),
        _ => false,
    }
}

/// Known names, indexed for many words.
#[derive(Debug)]
pub struct Names<'a> {
    /// By their letters.
    forward: Vec<(Folded, &'a str)>,
    /// Their places in `forward`, by their letters from the last to the first.
    backward: Vec<(String, usize)>,
}

impl<'a> Names<'a> {
    /// Indexes `known`.
    pub fn new(known: impl IntoIterator<Item = &'a str>) -> Self {
        let known = known.into_iter().map(|name| (Folded::new(name), name));
        let mut forward: Vec<_> = known.collect();
        forward.sort_unstable_by(|a, b| (&a.0.text, a.1).cmp(&(&b.0.text, b.1)));
        let turned = forward.iter().enumerate();
        let mut backward: Vec<_> = turned
            .map(|(at, (folded, _))| (folded.text.chars().rev().collect(), at))
            .collect();
        backward.sort_unstable();
        Self { forward, backward }
    }

    /// As [`nearest`]; of many names, those are compared that share the longest
    /// beginning or the longest end with `word`, [`MOST_COMPARED`] at most.
    pub fn nearest(&self, word: &str) -> Option<&'a str> {
        let word = Folded::new(word);
        let compared = self.candidates(&word.text).into_iter();
        compared
            .filter_map(|at| {
                let (folded, name) = &self.forward[at];
                Some((word.distance(folded)?, *name))
            })
            .min()
            .map(|(_, name)| name)
    }

    fn candidates(&self, word: &str) -> Vec<usize> {
        if self.forward.len() <= MOST_COMPARED {
            return (0..self.forward.len()).collect();
        }
        let turned: String = word.chars().rev().collect();
        let forward = self
            .forward
            .partition_point(|(known, _)| *known.text < *word);
        let backward = self.backward.partition_point(|(known, _)| *known < turned);
        let around = |at: usize| {
            let start = at.saturating_sub(MOST_COMPARED / 4);
            start..(at + MOST_COMPARED / 4).min(self.forward.len())
        };
        let ends = around(backward).map(|at| self.backward[at].1);
        around(forward).chain(ends).collect()
    }
}

/// A name as names are compared.
#[derive(Debug)]
struct Folded {
    text: String,
    letters: usize,
}

impl Folded {
    fn new(name: &str) -> Self {
        let text = fold(name);
        let letters = text.chars().count();
        Self { text, letters }
    }

    /// How many edits lie between the two, if they are few.
    fn distance(&self, other: &Self) -> Option<usize> {
        if self.letters.abs_diff(other.letters) > EDITS {
            return None;
        }
        let distance = edits(&self.text, &other.text)?;
        let letters = self.letters.min(other.letters);
        (distance == 0 || (distance <= EDITS && distance * 2 < letters)).then_some(distance)
    }
}

/// Between the first and the last letter that differ there may be so many: comparing them
/// costs the square.
const MOST_LETTERS: usize = 64;

/// How many edits lie between two texts; `None` if nobody can tell quickly.
fn edits(one: &str, other: &str) -> Option<usize> {
    let same = |(a, b): &(char, char)| a == b;
    let before = one.chars().zip(other.chars()).take_while(same);
    let before: usize = before.map(|(letter, _)| letter.len_utf8()).sum();
    let (one, other) = (&one[before..], &other[before..]);
    let after = one.chars().rev().zip(other.chars().rev()).take_while(same);
    let after: usize = after.map(|(letter, _)| letter.len_utf8()).sum();
    let (one, other) = (&one[..one.len() - after], &other[..other.len() - after]);
    let is_short = one.len().max(other.len()) <= 4 * MOST_LETTERS
        && one.chars().count().max(other.chars().count()) <= MOST_LETTERS;
    is_short.then(|| strsim::damerau_levenshtein(one, other))
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
    #[test]
    fn an_index_finds_what_a_search_of_all_finds() {
        let known: Vec<String> = (0..2000)
            .map(|n| format!("{:x}-lind-{n}", n * 7919))
            .collect();
        let names = Names::new(known.iter().map(String::as_str));
        for name in known.iter().step_by(97) {
            let shouted = name.to_uppercase();
            assert_eq!(names.nearest(&shouted), Some(name.as_str()));
            for (from, to) in [("-lind", "-ind"), ("-lind", "-lidn"), ("-lind", "-linndd")] {
                let word = name.replace(from, to);
                assert_eq!(names.nearest(&word), Some(name.as_str()), "{word}");
            }
        }
        assert_eq!(names.nearest("nobody"), None);
    }

    #[test]
    fn long_words_are_compared_where_they_differ() {
        let long = "x".repeat(100_000);
        let (a, b) = (format!("{long}ab{long}"), format!("{long}ba{long}"));
        assert_eq!(nearest(&a, [b.as_str()]), Some(b.as_str()));
        let other = "y".repeat(200_002);
        assert_eq!(nearest(&a, [other.as_str()]), None);
        for (one, two) in [
            ("titel", "title"),
            ("abcd", "bacd"),
            ("aab", "aba"),
            ("aa", "a"),
            ("", "ab"),
            ("åäö", "åö"),
        ] {
            assert_eq!(edits(one, two), Some(strsim::damerau_levenshtein(one, two)));
        }
    }

    #[test]
    fn a_word_is_compared_with_few_of_many_names() {
        for count in [100, 1_000, 10_000] {
            let known: Vec<String> = (0..count).map(|n| format!("author-{n:05}")).collect();
            let names = Names::new(known.iter().map(String::as_str));
            let compared = names.candidates("author-x0500").len();
            assert!(compared <= MOST_COMPARED, "{compared} of {count}");
        }
    }
}
