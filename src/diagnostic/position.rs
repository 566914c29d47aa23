//! From bytes to lines and columns: computed only when something is shown.

/// The byte order mark that some editors put first: in no column, and never shown.
const BOM: char = '\u{feff}';

/// The line and the column of a byte, both from 1. A column is a character; a byte
/// order mark at the file's start is none. Beyond the end means the end.
pub fn position(text: &str, offset: usize) -> (usize, usize) {
    let offset = floor(text, offset);
    let before = &text.as_bytes()[..offset];
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    let start = line_start(text, offset);
    let column = text[start..offset].chars().count() + 1;
    (
        line,
        column - usize::from(start == 0 && offset > 0 && text.starts_with(BOM)),
    )
}

/// The bytes of the line around a byte, without its end and without a byte order mark.
pub(super) fn line_around(text: &str, offset: usize) -> std::ops::Range<usize> {
    let offset = floor(text, offset);
    let start = line_start(text, offset);
    let end = text[offset..]
        .find('\n')
        .map_or(text.len(), |at| offset + at);
    let start = if start == 0 && text.starts_with(BOM) {
        BOM.len_utf8()
    } else {
        start
    };
    let end = if text[..end].ends_with('\r') {
        end - 1
    } else {
        end
    };
    start..end.max(start)
}

/// The nearest start of a character at or before a byte.
pub(super) fn floor(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

fn line_start(text: &str, offset: usize) -> usize {
    text[..offset].rfind('\n').map_or(0, |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, needle: &str, expected: (usize, usize)) {
        let offset = text.find(needle).expect("the needle is in the text");
        assert_eq!(position(text, offset), expected);
    }

    #[test]
    fn columns_are_characters() {
        check("abc", "a", (1, 1));
        check("å🌍x", "x", (1, 3));
        check("a\tx", "x", (1, 3));
        check("a\nbc\nåäx\n", "x", (3, 3));
    }

    #[test]
    fn carriage_returns_end_lines_with_their_newline() {
        check("a\r\nb\r\nx", "x", (3, 1));
    }

    #[test]
    fn a_byte_order_mark_is_in_no_column() {
        assert_eq!(position("\u{feff}ab\nc", 0), (1, 1));
        check("\u{feff}ab\nc", "a", (1, 1));
        check("\u{feff}ab\nc", "b", (1, 2));
        check("\u{feff}ab\nc", "c", (2, 1));
    }

    #[test]
    fn any_offset_has_a_position() {
        assert_eq!(position("", 0), (1, 1));
        assert_eq!(position("ab\n", 3), (2, 1));
        assert_eq!(position("ab\n", 99), (2, 1));
        assert_eq!(position("å", 1), (1, 1));
    }

    #[test]
    fn lines_lose_their_ends() {
        let text = "\u{feff}one\r\ntwo\n";
        assert_eq!(&text[line_around(text, 0)], "one");
        assert_eq!(
            &text[line_around(text, text.find("wo").expect("there"))],
            "two"
        );
        assert_eq!(&text[line_around(text, text.len())], "");
        assert_eq!(&"\r"[line_around("\r", 1)], "");
    }
}
