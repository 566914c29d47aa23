//! Escaping by context.
//!
//! Owns how text becomes HTML text, an attribute's value, or an address in one.
//! Must never know where the text came from.

/// What a byte needs: nothing, escaping everywhere, escaping in attributes, removal.
const PLAIN: u8 = 0;
const ALWAYS: u8 = 1;
const QUOTE: u8 = 2;
const CONTROL: u8 = 3;

const CLASSES: [u8; 256] = {
    let mut table = [PLAIN; 256];
    let mut control = 0;
    while control < 0x20 {
        table[control] = CONTROL;
        control += 1;
    }
    table[b'\t' as usize] = PLAIN;
    table[b'\n' as usize] = PLAIN;
    table[0x7f] = CONTROL;
    table[b'&' as usize] = ALWAYS;
    table[b'<' as usize] = ALWAYS;
    table[b'>' as usize] = ALWAYS;
    table[b'"' as usize] = QUOTE;
    table
};

/// Appends text between tags. Control characters, which HTML forbids, are left out.
pub(super) fn text(html: &mut String, text: &str) {
    escape(html, text, CONTROL);
}

/// Appends an attribute's value, for between `"`.
pub(super) fn attribute(html: &mut String, value: &str) {
    escape(html, value, QUOTE);
}

/// `QUOTE` itself is the marker for attributes: the class is escaped only there.
fn escape(html: &mut String, text: &str, context: u8) {
    let bytes = text.as_bytes();
    // Most text needs nothing, which is soon seen: the compiler makes this wide.
    if bytes
        .iter()
        .map(|byte| u8::from(may_need(*byte)))
        .fold(0, u8::max)
        == 0
    {
        return html.push_str(text);
    }
    let mut copied = 0;
    for (at, byte) in bytes.iter().enumerate() {
        let class = CLASSES[usize::from(*byte)];
        if class == PLAIN || (class == QUOTE && context != QUOTE) {
            continue;
        }
        html.push_str(&text[copied..at]);
        copied = at + 1;
        html.push_str(match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            0 => "\u{fffd}",
            _ => "",
        });
    }
    html.push_str(&text[copied..]);
}

fn may_need(byte: u8) -> bool {
    (byte < 0x20)
        | (byte == 0x7f)
        | (byte == b'&')
        | (byte == b'<')
        | (byte == b'>')
        | (byte == b'"')
}

/// Appends an external address, for between the quotes of an attribute: whatever
/// an address may not contain is percent-encoded, `%` stays.
pub(super) fn address(html: &mut String, url: &str) {
    for letter in url.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '\'' => html.push_str("%27"),
            '!'..='~'
                if !matches!(letter, '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}') =>
            {
                html.push(letter);
            }
            _ => {
                let mut buffer = [0; 4];
                for byte in letter.encode_utf8(&mut buffer).bytes() {
                    html.push('%');
                    for half in [byte >> 4, byte & 15] {
                        html.push(char::from(b"0123456789ABCDEF"[usize::from(half)]));
                    }
                }
            }
        }
    }
}

/// The value of an attribute as an author wrote it, with its entities, for between `"`.
pub(super) fn with_entities(value: &str) -> String {
    value.replace('"', "&quot;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(f: fn(&mut String, &str), input: &str) -> String {
        let mut html = String::new();
        f(&mut html, input);
        html
    }

    #[test]
    fn each_context_escapes_what_it_must() {
        let nasty = "a<b>&\"'\0\u{1b}\u{7f}\tå";
        assert_eq!(of(text, nasty), "a&lt;b&gt;&amp;\"'\u{fffd}\tå");
        assert_eq!(of(attribute, nasty), "a&lt;b&gt;&amp;&quot;'\u{fffd}\tå");
        assert_eq!(
            of(address, "https://a.se/å ä?a=1&b=%20\"'<"),
            "https://a.se/%C3%A5%20%C3%A4?a=1&amp;b=%20%22%27%3C"
        );
    }
}
