//! Every pair of colours that the default theme sets against each other can be told
//! apart: computed from the tokens of its style sheet by the formula of WCAG 2.2.

use std::collections::BTreeMap;

const STYLE: &str = include_str!("../../themes/default/assets/style.css");

/// What lies on what, and the least ratio. Links also differ from the text around
/// them, so that nobody has to see the line below them.
const PAIRS: &[(&str, &str, f64)] = &[
    ("ink", "ground", 12.0),
    ("ink", "raised", 10.0),
    ("title", "ground", 10.0),
    ("title", "raised", 10.0),
    ("quiet", "ground", 5.5),
    ("quiet", "raised", 5.5),
    ("link", "ground", 4.5),
    ("link", "raised", 4.5),
    ("link", "ink", 3.0),
    ("visited", "ground", 4.5),
    ("visited", "raised", 4.5),
    // Buttons: the ground's colour on the title's, also when pointed at.
    ("ground", "title", 7.0),
    // The band, the foot, a monogram.
    ("on-night", "night", 10.0),
    ("on-night-quiet", "night", 5.5),
    // What is no text: rings, lines of fields, marks.
    ("focus", "ground", 3.0),
    ("focus", "raised", 3.0),
    ("accent", "ground", 3.0),
    ("accent", "raised", 3.0),
    ("rule-strong", "ground", 3.0),
    ("glow", "night", 3.0),
];

/// The colours that a block of declarations gives its tokens.
fn tokens(block: &str) -> BTreeMap<&str, [u8; 3]> {
    let mut tokens = BTreeMap::new();
    for declaration in block.split(';') {
        let Some((name, value)) = declaration
            .rsplit_once("--")
            .and_then(|(_, d)| d.split_once(':'))
        else {
            continue;
        };
        let digits = value.trim().strip_prefix('#').filter(|hex| hex.len() == 6);
        let Some(digits) = digits else { continue };
        let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).expect("hex digits");
        tokens.insert(name.trim(), [part(0), part(2), part(4)]);
    }
    tokens
}

/// The text between the braces after `start`.
fn block<'a>(css: &'a str, start: &str) -> &'a str {
    let from = css
        .find(start)
        .unwrap_or_else(|| panic!("no {start} in the style sheet"));
    let open = from + css[from..].find('{').expect("a block");
    let close = open + css[open..].find('}').expect("the end of a block");
    &css[open + 1..close]
}

fn luminance([red, green, blue]: [u8; 3]) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Light, and dark with what it takes over from light.
fn schemes() -> [(&'static str, BTreeMap<&'static str, [u8; 3]>); 2] {
    let (_, layer) = STYLE
        .split_once("@layer tokens {")
        .expect("the layer of tokens");
    let light = tokens(block(layer, ":root"));
    let (_, dark) = layer
        .split_once("@media (prefers-color-scheme: dark)")
        .expect("a dark scheme");
    let mut all = light.clone();
    all.extend(tokens(block(dark, ":root")));
    [("light", light), ("dark", all)]
}

#[test]
fn the_formula_is_that_of_wcag() {
    assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 0.001);
    let grey = contrast([0x76; 3], [255; 3]);
    assert!((4.54..4.55).contains(&grey), "{grey}");
}

#[test]
fn every_pair_of_colours_can_be_told_apart() {
    let mut weak = Vec::new();
    for (scheme, colours) in schemes() {
        for (upper, lower, least) in PAIRS {
            let colour = |name: &str| {
                *colours
                    .get(name)
                    .unwrap_or_else(|| panic!("no colour --{name} in {scheme}"))
            };
            let ratio = contrast(colour(upper), colour(lower));
            if ratio < *least {
                weak.push(format!(
                    "{scheme}: {upper} on {lower} is {ratio:.2}, not {least}"
                ));
            }
        }
    }
    assert!(weak.is_empty(), "{}", weak.join("\n"));
}

#[test]
fn no_colour_is_written_but_as_a_token() {
    let (_, rest) = STYLE
        .split_once("@layer base {")
        .expect("the layer after tokens");
    let (screen, _) = rest
        .split_once("@layer print")
        .expect("the layer for paper");
    let loose: Vec<&str> = screen
        .lines()
        .filter(|line| line.contains(": #") || line.contains("rgb(") || line.contains("hsl("))
        .collect();
    assert!(loose.is_empty(), "{loose:?}");
    // And every token that is a colour is in a pair, or only a decoration.
    let decoration = ["rule", "night-rule"];
    for (_, colours) in schemes() {
        for name in colours.keys().filter(|name| !decoration.contains(name)) {
            let used = PAIRS
                .iter()
                .any(|(upper, lower, _)| upper == name || lower == name);
            assert!(used, "--{name} is in no pair");
        }
    }
}
