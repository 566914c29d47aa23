//! How a language sets quotation marks and dashes.
//!
//! Owns [`Typography`]. Must never know Markdown: what it is applied to is the
//! business of those who parse.

use super::languages::{general_tags, primary};

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
        "en" => as_typed(["“", "”", "‘", "’"]),
        _ => as_typed(delimiters(&lang)),
    }
}

/// The quotation marks of other languages; those of the keyboard where nobody knows any.
fn delimiters(lang: &str) -> [&'static str; 4] {
    let of_tag = |tag: &str| {
        let has = |(_, tags): &&([&str; 4], &str)| tags.split(' ').any(|known| known == tag);
        DELIMITERS.iter().find(has).map(|(marks, _)| *marks)
    };
    let found = general_tags(lang).find_map(of_tag);
    found.unwrap_or(["\"", "\"", "'", "'"])
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

/// The quotation marks of languages: `delimiters.json` in CLDR 48.2 (Unicode License V3).
const DELIMITERS: &[([&str; 4], &str)] = &[
    (
        ["“", "”", "‘", "’"],
        "aa ab af ak an ann apc arn as asa az ba bal bem bew bez bgc bgn bho blt bn bo \
            bqi brx bss byn cad cch ccp ce ceb cgg cho chr cic ckb co cop csw cu cy dav dje \
            doi dv dz ebu ee fil frr fy ga gaa gd gez gl gn gu guz gv ha haw hi hnj id ig ii \
            io iu jbo jmc jv kaa kaj kam kcg kde kea kek ken kgp khq ki kl kln km kn ko kok \
            kpe ks ksb ku kw kxv la lg lkt lmo ln lo lrc ltg lu luo lv lzz mai mas mdf mer \
            mfe mgh mgo mhn mi mic ml mn mni moh mr ms mt mus mww my myv naq nd ne nqo nr \
            nso nus nv ny nyn oka om or osa pa pap pcm pi pis pt qu quc raj rhg rif rof rwk \
            sa saq sat sbp scn sd seh ses shn si sid skr smn sms so sq ss ssy su suz sw ta \
            te teo tg th tig to tok tpi tr trv trw ts tt twq tzm vai ve vec vi vmw vo vun wa \
            wal wbp wo xh xnr xog yo yrl za zh zu bm-nkoo ff-adlm uz-arab uz-cyrl",
    ),
    (
        ["«", "»", "“", "”"],
        "ast blo bm br ca cv dyo el eu ewo ie it kab kk lij mg mua nnh pms sc sg ti pt-ao \
            pt-ch pt-cv pt-gq pt-gw pt-lu pt-mo pt-mz pt-pt pt-st pt-tl",
    ),
    (
        ["„", "“", "‚", "‘"],
        "cs dsb et hr hsb ksh lb luy mk nds sk sl bs-cyrl",
    ),
    (
        ["«", "»", "‹", "›"],
        "am gsw jgo kkj mzn rm sdh wae az-arab az-cyrl",
    ),
    (["«", "»", "„", "“"], "bas be bua ky os sah tyv"),
    (["„", "“", "„", "“"], "bg lt prg sgs"),
    (["«", "»", "‘", "’"], "dua ksf rw el-polyton"),
    (["‘", "’", "“", "”"], "fur ia tn ti-er"),
    (["«", "»", "«", "»"], "ht hy oc yav"),
    (["”", "“", "’", "‘"], "lld syr ur ms-arab"),
    (["「", "」", "『", "』"], "ja yue zh-hant"),
    (["”", "”", "’", "’"], "lag rn sn"),
    (["„", "”", "«", "»"], "nmg pl ro"),
    (["„", "”", "‚", "’"], "agq ff"),
    (["„", "”", "»", "«"], "hu szl"),
    (["«", "»", "„", "”"], "shi zgh"),
    (["»", "«", "›", "‹"], "ug kk-arab"),
    (["„", "”", "‘", "’"], "bs"),
    (["“", "”", "«", "»"], "eo"),
    (["„", "“", "«", "»"], "ka"),
    (["‘", "’", "‘", "’"], "nl"),
    (["„", "”", "’", "’"], "sr"),
    (["“", "’", "“", "”"], "st"),
    (["“", "”", "“", "”"], "tk"),
    (["“", "”", "’", "‘"], "uz"),
];

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
        assert_eq!(quoted("cs"), "„a ‚b‘“");
        assert_eq!(quoted("pl"), "„a «b»”");
        assert_eq!(quoted("hu-HU"), "„a »b«”");
        assert_eq!(quoted("el"), "«a “b”»");
        assert_eq!(quoted("ja"), "「a 『b』」");
        assert_eq!(quoted("tlh"), "\"a 'b'\"");
    }

    #[test]
    fn the_long_dash_is_not_swedish() {
        assert_eq!(typography("sv").em_dash, EmDash::SpacedEn);
        assert!(typography("sv").spaced_hyphen_is_dash);
        assert_eq!(typography("en").em_dash, EmDash::AsIs);
        assert!(!typography("en").nbsp_units);
    }
}
