//! How a language sets quotation marks and dashes.
//!
//! Owns [`Typography`]. Must never know Markdown: what it is applied to is the
//! business of those who parse.

use super::languages::primary;

/// A language's conventions for running text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Typography {
    /// Before a quotation.
    pub open_quote: &'static str,
    /// After a quotation.
    pub close_quote: &'static str,
    /// Before a quotation in a quotation.
    pub open_single: &'static str,
    /// After a quotation in a quotation, and the apostrophe.
    pub close_single: &'static str,
    /// What `---` and a spaced em dash become.
    pub em_dash: EmDash,
    /// Whether ` - ` between words is a dash that was typed with the nearest key.
    pub spaced_hyphen_is_dash: bool,
    /// Whether a no-break space belongs before `%` and units, and within `kl. 14`.
    pub nbsp_units: bool,
}

/// Whether a language sets off asides with the long dash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EmDash {
    /// No: the en dash with spaces, –.
    SpacedEn,
    /// It stays as it was typed.
    AsIs,
}

/// The conventions of a language, by its tag or its primary subtag.
pub fn typography(lang: &str) -> Typography {
    let lang = lang.to_ascii_lowercase();
    match primary(&lang) {
        "sv" | "fi" | "se" | "smj" | "sma" | "sju" | "sje" | "fit" | "fkv" | "rom" | "rmf"
        | "rmu" | "rmn" | "rmy" | "da" => spaced_dash(["”", "”", "’", "’"]),
        "nb" | "nn" | "no" | "fo" => spaced_dash(["«", "»", "‘", "’"]),
        "is" => spaced_dash(["„", "“", "‚", "‘"]),
        "de" => spaced_dash(["„", "“", "‚", "‘"]),
        "fr" => spaced_dash(["«\u{a0}", "\u{a0}»", "“", "”"]),
        "es" => as_typed(["«", "»", "“", "”"]),
        "ru" | "uk" => as_typed(["«", "»", "„", "“"]),
        "ar" | "fa" | "prs" | "ps" => as_typed(["«", "»", "‹", "›"]),
        // What stands for a quotation mark here may be a gershayim in a word.
        "yi" | "he" => as_typed(["\"", "\"", "'", "'"]),
        _ => as_typed(["“", "”", "‘", "’"]),
    }
}

/// Spaced en dashes, and no-break spaces before units.
const fn spaced_dash(quotes: [&'static str; 4]) -> Typography {
    let [open_quote, close_quote, open_single, close_single] = quotes;
    Typography {
        open_quote,
        close_quote,
        open_single,
        close_single,
        em_dash: EmDash::SpacedEn,
        spaced_hyphen_is_dash: true,
        nbsp_units: true,
    }
}

/// Dashes and spaces as the writer typed them.
const fn as_typed(quotes: [&'static str; 4]) -> Typography {
    let [open_quote, close_quote, open_single, close_single] = quotes;
    Typography {
        open_quote,
        close_quote,
        open_single,
        close_single,
        em_dash: EmDash::AsIs,
        spaced_hyphen_is_dash: false,
        nbsp_units: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(lang: &str) -> String {
        let t = typography(lang);
        format!(
            "{}a {}b{}{}",
            t.open_quote, t.open_single, t.close_single, t.close_quote
        )
    }

    #[test]
    fn quotation_marks_by_language() {
        assert_eq!(quoted("sv"), "”a ’b’”");
        assert_eq!(quoted("sv-FI"), "”a ’b’”");
        assert_eq!(quoted("en"), "“a ‘b’”");
        assert_eq!(quoted("fi"), "”a ’b’”");
        assert_eq!(quoted("nb"), "«a ‘b’»");
        assert_eq!(quoted("de"), "„a ‚b‘“");
        assert_eq!(quoted("yi"), "\"a 'b'\"");
    }

    #[test]
    fn the_long_dash_is_not_swedish() {
        assert_eq!(typography("sv").em_dash, EmDash::SpacedEn);
        assert!(typography("sv").spaced_hyphen_is_dash);
        assert_eq!(typography("en").em_dash, EmDash::AsIs);
        assert!(!typography("en").nbsp_units);
    }
}
