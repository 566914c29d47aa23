//! Quotation marks, dashes and spaces as each language sets them.
//!
//! Owns the one function that text passes on its way into HTML, alt texts, titles and
//! summaries. Must never know what is markup; what languages want is in [`crate::locale`].

use std::ops::Range;

use crate::locale::{EmDash, Typography, typography};

/// Sets plain text in the language `lang`: for titles and summaries.
pub fn plain(text: &str, lang: &str) -> String {
    let mut set = String::with_capacity(text.len() + 8);
    let mut flow = Flow::default();
    push(&typography(lang), text, &mut flow, None, &mut set);
    set
}

/// What came before, within one paragraph.
#[derive(Debug, Clone, Copy)]
pub(super) struct Flow {
    /// The last character, a line break at the beginning.
    pub(super) before: char,
    /// A `"` waits for its fellow.
    double_open: bool,
    /// A `'` waits for its fellow.
    single_open: bool,
}

impl Default for Flow {
    fn default() -> Self {
        Self {
            before: '\n',
            double_open: false,
            single_open: false,
        }
    }
}

/// Appends `text` as `style` sets it. `after` is the character that follows in the
/// same paragraph, if any.
pub(super) fn push(
    style: &Typography,
    text: &str,
    flow: &mut Flow,
    after: Option<char>,
    set: &mut String,
) {
    if stays(style, text) {
        set.push_str(text);
    } else {
        Setter {
            style,
            text,
            after,
            flow,
        }
        .run(set);
    }
    if let Some(last) = set.chars().next_back().filter(|_| !text.is_empty()) {
        flow.before = last;
    }
}

/// Whether nothing in a text can have to be changed.
pub(super) fn stays(style: &Typography, text: &str) -> bool {
    // In Hebrew letters these marks stand within words: everything is as typed.
    if style.open_quote == "\"" {
        return true;
    }
    let bytes = text.as_bytes();
    // Written without branches, so that the compiler can look at many bytes at a time.
    let mark = |byte: u8| {
        (byte.wrapping_sub(b'0') < 10)
            | (byte == b'"')
            | (byte == b'\'')
            | (byte == b'-')
            | (byte == 0xc2)
    };
    let marks = bytes
        .iter()
        .map(|byte| u8::from(mark(*byte)))
        .fold(0, u8::max);
    let points = bytes
        .iter()
        .zip(bytes.iter().skip(1))
        .map(|(one, two)| u8::from((*one == b'.') & (*two == b'.')))
        .fold(0, u8::max);
    marks | points == 0
}

/// Bytes at which something may have to be changed.
const INTERESTING: [bool; 256] = {
    let mut table = [false; 256];
    let mut digit = b'0';
    while digit <= b'9' {
        table[digit as usize] = true;
        digit += 1;
    }
    table[b'"' as usize] = true;
    table[b'\'' as usize] = true;
    table[b'-' as usize] = true;
    table[b'.' as usize] = true;
    // The first byte of §.
    table[0xc2] = true;
    table
};

/// A space at which no line ends.
const NO_BREAK: &str = "\u{a0}";

/// Words after which a number follows on the same line.
const BEFORE_NUMBER: &[&str] = &["s", "sid", "kl", "nr", "kap", "art", "p", "pp", "st"];

/// Units that stand on the same line as their number.
const UNITS: &[&str] = &[
    "%", "‰", "°C", "°F", "°", "§", "kr", "tkr", "mkr", "mnkr", "mdkr", "km", "km²", "km/h", "m",
    "m²", "m³", "cm", "mm", "kg", "g", "ha", "l", "dl", "cl", "kWh", "MWh", "GWh", "TWh", "kW",
    "MW", "€", "$", "£",
];

/// What a rule makes of the place that it looked at.
enum Ruled {
    /// Up to this byte everything stays.
    Stays(usize),
    /// These bytes become something else; what stands before them stays.
    Becomes(Range<usize>, &'static str),
}

use Ruled::{Becomes, Stays};

/// One text on its way.
struct Setter<'a> {
    style: &'a Typography,
    text: &'a str,
    after: Option<char>,
    flow: &'a mut Flow,
}

impl Setter<'_> {
    fn run(mut self, set: &mut String) {
        let bytes = self.text.as_bytes();
        let units = self.style.nbsp_units;
        let mut copied = 0;
        let mut at = 0;
        while let Some(skip) = bytes[at..]
            .iter()
            .position(|b| INTERESTING[usize::from(*b)])
        {
            at += skip;
            let ruled = match bytes[at] {
                // A mark directly before this one counts as what it has become.
                b'"' | b'\'' if copied == at && at > 0 => self.quote(at, set.chars().next_back()),
                b'"' | b'\'' => self.quote(at, None),
                b'-' => self.dash(at),
                b'.' => self.point(at),
                0xc2 if units => self.section(at),
                0xc2 => Stays(at + 2),
                _ if units => self.number(at),
                _ => Stays(at + 1),
            };
            at = match ruled {
                Stays(end) => end,
                Becomes(place, with) => {
                    set.push_str(&self.text[copied..place.start]);
                    set.push_str(with);
                    copied = place.end;
                    place.end
                }
            };
        }
        set.push_str(&self.text[copied..]);
    }

    /// The character before `at`.
    fn previous(&self, at: usize) -> char {
        let before = self.text[..at].chars().next_back();
        before.unwrap_or(self.flow.before)
    }

    /// The character from `at` on.
    fn next(&self, at: usize) -> Option<char> {
        self.text[at..].chars().next().or(self.after)
    }

    /// A quotation mark behind what a rule has `set`, if one has.
    fn quote(&mut self, at: usize, set: Option<char>) -> Ruled {
        let double = self.text.as_bytes()[at] == b'"';
        let previous = set.unwrap_or_else(|| self.previous(at));
        let next = self.next(at + 1);
        let opens = self.opens(previous) && next.is_some_and(|c| !c.is_whitespace());
        let pending = if double {
            &mut self.flow.double_open
        } else {
            &mut self.flow.single_open
        };
        // 6" and 5' are inches and feet, unless something was opened.
        if previous.is_ascii_digit() && !*pending && !next.is_some_and(char::is_alphabetic) {
            return Stays(at + 1);
        }
        let pair = if double {
            [self.style.open_quote, self.style.close_quote]
        } else {
            [self.style.open_single, self.style.close_single]
        };
        let inside_word = previous.is_alphanumeric() && next.is_some_and(char::is_alphanumeric);
        // ’90-talet begins with an apostrophe, James’ ends with one.
        let decade = next.is_some_and(|c| c.is_ascii_digit());
        let apostrophe = !double && (inside_word || decade || !opens && !*pending);
        let glyph = if apostrophe {
            "’"
        } else {
            *pending = opens;
            pair[usize::from(!opens)]
        };
        Becomes(at..at + 1, glyph)
    }

    /// Whether a quotation mark after this character opens a quotation.
    fn opens(&self, previous: char) -> bool {
        previous.is_whitespace()
            || matches!(previous, '(' | '[' | '{' | '/' | '-' | '–' | '—')
            || self.style.open_quote.ends_with(previous)
            || self.style.open_single.ends_with(previous)
    }

    fn dash(&self, at: usize) -> Ruled {
        let bytes = self.text.as_bytes();
        let length = bytes[at..].iter().take_while(|b| **b == b'-').count();
        let end = at + length;
        let previous = self.previous(at);
        let next = self.next(end);
        let space_before = previous.is_whitespace();
        let space_after = next.is_none_or(char::is_whitespace);
        match length {
            1 if previous == ' ' && next == Some(' ') && self.is_between_words(at) => {
                Becomes(at..end, "–")
            }
            // `--flag` is no dash.
            2 | 3 if space_before && !space_after => Stays(end),
            2 => Becomes(at..end, "–"),
            3 if self.style.em_dash == EmDash::SpacedEn => {
                let dash = match (space_before, space_after) {
                    (true, _) => "–",
                    (false, true) => " –",
                    (false, false) => " – ",
                };
                Becomes(at..end, dash)
            }
            3 => Becomes(at..end, "—"),
            _ => Stays(end),
        }
    }

    /// Whether a hyphen with spaces around it is a dash that was typed with the nearest key.
    fn is_between_words(&self, at: usize) -> bool {
        let (before, after) = (&self.text[..at], &self.text[at + 1..]);
        self.style.spaced_hyphen_is_dash
            && (!before.trim_end().is_empty() || !self.flow.before.is_whitespace())
            && (!after.trim_start().is_empty() || self.after.is_some())
    }

    fn point(&self, at: usize) -> Ruled {
        let bytes = self.text.as_bytes();
        let length = bytes[at..].iter().take_while(|b| **b == b'.').count();
        if length == 3 {
            return Becomes(at..at + 3, "…");
        }
        let number_follows = self.style.nbsp_units
            && length == 1
            && bytes.get(at + 1) == Some(&b' ')
            && bytes.get(at + 2).is_some_and(u8::is_ascii_digit);
        if number_follows && is_before_number(&self.text[..at]) {
            return Becomes(at + 1..at + 2, NO_BREAK);
        }
        Stays(at + length)
    }

    /// `§ 3`; other characters that begin with the same byte pass.
    fn section(&self, at: usize) -> Ruled {
        let Some(rest) = self.text[at..].strip_prefix("§ ") else {
            return Stays(at + 2);
        };
        let space = at + 2..at + 3;
        match rest.as_bytes().first() {
            Some(first) if first.is_ascii_digit() => Becomes(space, NO_BREAK),
            _ => Stays(space.end),
        }
    }

    fn number(&self, at: usize) -> Ruled {
        let bytes = self.text.as_bytes();
        let digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
        let mut end = at;
        while digit(end) || (matches!(bytes.get(end), Some(b'.' | b',')) && digit(end + 1)) {
            end += 1;
        }
        if bytes.get(end) != Some(&b' ') {
            return Stays(end);
        }
        let rest = &self.text[end + 1..];
        let group = end - at <= 3
            && !self.previous(at).is_alphanumeric()
            && rest.len() >= 3
            && rest.bytes().take_while(u8::is_ascii_digit).count() == 3
            && !rest[3..].starts_with(['.', ':', '–', '-']);
        if group || begins_with_unit(rest) {
            return Becomes(end..end + 1, NO_BREAK);
        }
        Stays(end)
    }
}

fn is_before_number(text: &str) -> bool {
    BEFORE_NUMBER.iter().any(|word| {
        text.len() >= word.len()
            && text.is_char_boundary(text.len() - word.len())
            && text[text.len() - word.len()..].eq_ignore_ascii_case(word)
            && !text[..text.len() - word.len()].ends_with(|c: char| c.is_alphanumeric() || c == '.')
    })
}

fn begins_with_unit(rest: &str) -> bool {
    let end = rest
        .find(|c: char| {
            c.is_whitespace()
                || matches!(
                    c,
                    '.' | ',' | ';' | ':' | '!' | '?' | ')' | '–' | '-' | '"' | '”'
                )
        })
        .unwrap_or(rest.len());
    end > 0 && end <= 5 && UNITS.contains(&&rest[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lang: &str, text: &str, expected: &str) {
        // A no-break space is shown as `~`.
        assert_eq!(plain(text, lang).replace('\u{a0}', "~"), expected);
    }

    #[test]
    fn quotation_marks_follow_the_language() {
        let text = r#""Det är 'rätt'", sa hon"#;
        check("sv", text, "”Det är ’rätt’”, sa hon");
        check("fi-FI", text, "”Det är ’rätt’”, sa hon");
        check("en-GB", text, "“Det är ‘rätt’”, sa hon");
        check("nb", text, "«Det är ‘rätt’», sa hon");
        check("de", text, "„Det är ‚rätt‘“, sa hon");
        check("fr", text, "«~Det är “rätt”~», sa hon");
        check("yi", text, text);
        check("he", text, text);
        check("en", r#""'Quoted' inside""#, "“‘Quoted’ inside”");
        check("en", r#"("so")"#, "(“so”)");
        check("en", r#""I said 'no.'""#, "“I said ‘no.’”");
    }

    #[test]
    fn apostrophes_are_no_quotation_marks() {
        check("sv", "'90-talet och it's", "’90-talet och it’s");
        check(
            "en",
            "it's the '90s, James' house",
            "it’s the ’90s, James’ house",
        );
        check("de", "geht's", "geht’s");
        check("fr", "l'homme d'aujourd'hui", "l’homme d’aujourd’hui");
    }

    #[test]
    fn inches_and_feet_stay() {
        check(
            "en",
            r#"a 6" nail of 5' length"#,
            r#"a 6" nail of 5' length"#,
        );
        check("sv", r#""år 1995""#, "”år 1995”");
    }

    #[test]
    fn dashes() {
        check("sv", "Malmö -- Lund", "Malmö – Lund");
        check("sv", "1995--2000", "1995–2000");
        check("sv", "ja---nej", "ja – nej");
        check("sv", "ja --- nej", "ja – nej");
        check("sv", "Lund - Malmö", "Lund – Malmö");
        check("sv", "råd- och stöd", "råd- och stöd");
        check("sv", "e-post", "e-post");
        check("en", "so - it - stays", "so - it - stays");
        check("en", "yes---no, 1995--2000", "yes—no, 1995–2000");
        check("sv", "-- Hej, sa hon", "– Hej, sa hon");
        check("sv", "skriv --strict", "skriv --strict");
        check("sv", "----", "----");
        check("sv", "minst -5 grader", "minst -5 grader");
    }

    #[test]
    fn ellipsis() {
        check("sv", "kanske...", "kanske…");
        check("sv", "kanske....", "kanske....");
    }

    #[test]
    fn spaces_that_do_not_break() {
        check("sv", "25 % av 300 000 kr", "25~% av 300~000~kr");
        check("sv", "5 km, 3,5 kg och 20 °C.", "5~km, 3,5~kg och 20~°C.");
        check("sv", "200 m² eller 3 ‰", "200~m² eller 3~‰");
        check("sv", "s. 11, kl. 14.30 och § 3", "s.~11, kl.~14.30 och §~3");
        check(
            "sv",
            "2 kap. 3 § regeringsformen",
            "2 kap.~3~§ regeringsformen",
        );
        check("sv", "år 2021 300 personer", "år 2021 300 personer");
        check("sv", "5 kronor, 3 måndagar", "5 kronor, 3 måndagar");
        check("sv", "Hon sa ja. 11 personer", "Hon sa ja. 11 personer");
        check("sv", "10 mars", "10 mars");
    }

    #[test]
    fn text_is_left_alone_twice() {
        for text in [
            "”Det är ’rätt’” – 25\u{a0}% …",
            "1995–2000, s.\u{a0}11 och §\u{a0}3",
        ] {
            assert_eq!(plain(text, "sv"), text);
        }
    }
}
