//! The languages that nitton speaks.
//!
//! Owns how one is asked for: by its code, or by a system's or browser's preferences. Must
//! never know what is said. A site's language is another matter: `locale`.

/// A language of the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// The source of all translations, and what is spoken where no other is understood.
    #[default]
    English,
    /// Swedish.
    Swedish,
}

impl Language {
    /// All that there are.
    pub const ALL: [Self; 2] = [Self::English, Self::Swedish];

    /// Its code, as in `--lang` and `messages/`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Swedish => "sv",
        }
    }

    /// The language of exactly this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|language| language.code() == code)
    }

    /// The language of a locale as systems write it: `sv_SE.UTF-8`, `sv-SE`, `C`.
    pub fn from_locale(locale: &str) -> Option<Self> {
        let end = locale.find(['_', '-', '.', '@']).unwrap_or(locale.len());
        Self::from_code(&locale[..end].to_ascii_lowercase())
    }

    /// The best one for `Accept-Language` (RFC 9110 §12.5.4).
    pub fn from_accept(header: &str) -> Self {
        let ranges = header.split(',').map(|range| {
            let (tag, weight) = range.split_once(';').unwrap_or((range, ""));
            let weight = weight.trim().strip_prefix("q=").map(str::parse);
            (
                tag.trim(),
                weight.map_or(1.0, |weight| weight.unwrap_or(0.0)),
            )
        });
        let known = ranges.filter_map(|(tag, weight): (_, f64)| {
            Some((Self::from_locale(tag)?, weight)).filter(|(_, weight)| *weight > 0.0)
        });
        // The first of equals: what comes first is liked best.
        let best = known.reduce(|best, other| if other.1 > best.1 { other } else { best });
        best.map_or(Self::default(), |(language, _)| language)
    }
}
