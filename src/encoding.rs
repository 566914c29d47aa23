//! Windows-1252, in which old systems keep their texts, and the traces that it leaves
//! where UTF-8 was taken for it.
//!
//! Must never know where a text comes from.

/// The characters of the bytes from 0x80 to 0x9f.
const HIGH: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The character of a byte.
pub(crate) fn from_windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9f => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

/// The byte of a character, if it has one beyond ASCII.
fn to_windows_1252(letter: char) -> Option<u8> {
    let high = HIGH.iter().position(|high| *high == letter);
    match (high, u8::try_from(u32::from(letter))) {
        (Some(at), _) => u8::try_from(at + 0x80).ok(),
        (None, Ok(byte)) if byte >= 0xa0 => Some(byte),
        _ => None,
    }
}

/// What a text with `MÃ¤nskliga` in it said before UTF-8 was taken for Windows-1252,
/// once or several times; nothing if it looks sound.
pub(crate) fn repaired(text: &str) -> Option<String> {
    let mut repaired = repaired_once(text)?;
    while let Some(again) = repaired_once(&repaired) {
        repaired = again;
    }
    Some(repaired)
}

fn repaired_once(text: &str) -> Option<String> {
    // What å, ä, ö, é and their capitals begin with, then dashes, quotation marks, € and ™.
    let first = text.find(['Ã', 'Â', 'â'])?;
    let mut repaired = text[..first].to_owned();
    let mut rest = &text[first..];
    let mut found = false;
    while let Some(letter) = rest.chars().next() {
        let (piece, len) = match sequence(rest) {
            Some((meant, len)) => {
                found = true;
                (meant, len)
            }
            None => (letter, letter.len_utf8()),
        };
        repaired.push(piece);
        rest = &rest[len..];
    }
    found.then_some(repaired)
}

/// The character that the first letters stand for, and how many bytes they have.
fn sequence(text: &str) -> Option<(char, usize)> {
    let mut letters = text.chars();
    let first = letters.next()?;
    let second = letters.next()?;
    let bytes = match (first, second) {
        ('Ã' | 'Â', _) => vec![to_windows_1252(first)?, to_windows_1252(second)?],
        ('â', '€' | '‚' | '„') => {
            let third = to_windows_1252(letters.next()?)?;
            vec![0xe2, to_windows_1252(second)?, third]
        }
        _ => return None,
    };
    let meant = std::str::from_utf8(&bytes).ok()?.chars().next()?;
    let read = text.chars().take(bytes.len());
    Some((meant, read.map(char::len_utf8).sum()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What becomes of a text that is read as Windows-1252 although it is UTF-8.
    fn misread(text: &str) -> String {
        text.bytes().map(from_windows_1252).collect()
    }

    #[test]
    fn what_was_misread_is_repaired_whole() {
        for text in [
            "Mänskliga rättigheter – Året 2020. It’s Åsas idé.",
            "“Citat”, ‘citat’, naïve, Ærlig, 3 €, … och »så«",
            "ÖÄÅ ö\u{a0}ä",
        ] {
            let once = misread(text);
            assert_eq!(repaired(&once).as_deref(), Some(text));
        }
        let text = "Mänskliga rättigheter – Året 2020. It’s Åsas idé.";
        let twice = misread(&misread(text));
        assert_eq!(repaired(&twice).as_deref(), Some(text));
    }

    #[test]
    fn sound_texts_are_left_alone() {
        for text in [
            "Mänskliga rättigheter – Året 2020. It’s Åsas idé.",
            "São Tomé, câine, Âge, Ã och â, château «CAFÉ»",
            "â – ä",
            "",
        ] {
            assert_eq!(repaired(text), None, "{text}");
        }
    }
}
