//! Images built in code: what is removed, what stays, and what is refused.

mod attachment;
mod build;
mod derive;
mod drawings;
mod raster;
mod svg;

use std::borrow::Cow;

use proptest::prelude::*;

use crate::message;
use crate::message::Language;

use super::*;
use build::{contains, every_raster};

/// Cleans, and checks that a second time changes nothing.
fn clean(extension: &str, bytes: &[u8]) -> Vec<u8> {
    let (info, clean) = publishable(extension, bytes).expect("a good image");
    assert_eq!(inspect(extension, bytes), Ok(info));
    let (again, same) = publishable(extension, &clean).expect("a clean image");
    assert_eq!(again, info);
    assert!(
        matches!(same, Cow::Borrowed(_)),
        "{extension}: not idempotent"
    );
    clean.into_owned()
}

#[test]
fn every_truncation_is_an_error_and_never_a_panic() {
    for (extension, bytes) in every_raster() {
        for end in 0..bytes.len() {
            let cut = inspect(extension, &bytes[..end]);
            assert_eq!(cut, Err(Problem::Truncated), "{extension} cut at {end}");
            assert!(publishable(extension, &bytes[..end]).is_err());
        }
    }
    let svg = svg::busy();
    let whole = svg.trim_end().len();
    for end in 0..whole {
        let cut = inspect("svg", &svg.as_bytes()[..end]);
        assert!(cut.is_err(), "svg cut at {end}: {cut:?}");
    }
}

#[test]
fn every_changed_byte_is_harmless() {
    for (extension, bytes) in every_raster() {
        for at in 0..bytes.len() {
            for value in [0x00, 0x7f, 0x80, 0xff] {
                let mut changed = bytes.clone();
                changed[at] = value;
                if let Ok((info, clean)) = publishable(extension, &changed) {
                    assert!(clean.len() <= changed.len() + 64);
                    let again = publishable(extension, &clean).expect("clean stays clean");
                    assert_eq!(again, (info, Cow::Borrowed(&*clean)), "{extension} at {at}");
                }
            }
        }
    }
}

#[test]
fn names_and_bytes_must_agree() {
    for (extension, bytes) in every_raster() {
        let actual = Format::from_extension(extension).expect("known");
        assert_eq!(Format::sniff(&bytes), Some(actual));
        for other in ["txt", "", "bin"] {
            assert_eq!(inspect(other, &bytes), inspect(extension, &bytes));
            assert!(is_image(other, &bytes[..HEAD.min(bytes.len())]));
        }
        for other in [
            "jpg", "jfif", "png", "gif", "webp", "svg", "heic", "avif", "tiff",
        ] {
            if Format::from_extension(other) != Some(actual) {
                let wrong = Problem::WrongExtension { actual };
                assert_eq!(inspect(other, &bytes), Err(wrong));
            }
        }
    }
    let html = b"<!DOCTYPE html><html><svg xmlns='x'/></html>";
    for extension in ["jpg", "png", "gif", "webp", "svg", "pdf"] {
        assert_eq!(inspect(extension, html), Err(Problem::NotAnImage));
    }
    for extension in ["", "txt", "html", "mp4"] {
        assert!(!is_image(extension, html));
    }
    let format = "HEIC";
    let found = inspect("heic", b"");
    assert_eq!(found, Err(Problem::Uncleanable { format }));
    assert_eq!(
        inspect("webp", b"RIFF\x04\0\0\0WAVE"),
        Err(Problem::NotAnImage)
    );
}

#[test]
fn media_types_name_the_charset_of_text() {
    assert_eq!(mime_of("html"), "text/html; charset=utf-8");
    assert_eq!(mime_of("exe"), "application/octet-stream");
    for extension in ["jpg", "jpeg", "png", "gif", "webp", "svg"] {
        let format = Format::from_extension(extension).expect("known");
        assert_eq!(mime_of(extension), format.mime());
    }
}

#[test]
fn every_problem_has_a_code_a_place_and_a_way_out() {
    use crate::diagnostic::{Span, media};
    let file = crate::path::SourcePath::new("content/posts/a/map.svg");
    let problems = [
        Problem::NotAnImage,
        Problem::WrongExtension {
            actual: Format::Png,
        },
        Problem::Uncleanable { format: "AVIF" },
        Problem::Truncated,
        Problem::TooLarge {
            width: 30_000,
            height: 2,
        },
        Problem::Malformed(message!("media-empty")),
        Problem::SvgActive {
            what: media::Active::Element("script".to_owned()),
            offset: 7,
        },
    ];
    let inner = problem(
        &file,
        &Problem::Embedded {
            problem: Box::new(Problem::Uncleanable { format: "HEIC" }),
            offset: 9,
        },
    );
    assert_eq!(inner.span, Some(Span::new(9, 10)));
    assert!(
        inner
            .english()
            .message
            .starts_with("a file embedded in `map.svg` is an image")
    );
    for (problem, code) in problems.iter().zip(media::CODES) {
        let found = super::problem(&file, problem);
        assert_eq!(found.code, *code);
        assert_eq!(found.file.as_ref(), Some(&file));
        assert!(!found.english().help.is_empty() && !found.english().message.ends_with('.'));
    }
    let in_swedish = |problem| {
        super::problem(&file, problem)
            .in_words(Language::Swedish)
            .message
    };
    assert_eq!(
        in_swedish(&problems[4]),
        "bilden `map.svg` är 30\u{a0}000 × 2 bildpunkter, mer än webbläsare kan visa"
    );
    assert_eq!(
        in_swedish(&problems[6]),
        "teckningen `map.svg` har elementet `script`, som skulle kunna köra, hämta eller länka till något"
    );
    let last = problem(&file, &problems[6]);
    assert!(last.code.guarded);
    assert_eq!(last.span, Some(Span::new(7, 8)));
    assert!(problem(&file, &problems[1]).english().help[0].contains("`map.png`"));
}

/// Beginnings that get random bytes past the first door.
fn beginnings() -> Vec<&'static [u8]> {
    vec![
        b"",
        b"\xff\xd8\xff",
        b"\xff\xd8\xff\xe1\0\x20Exif\0\0MM\0\x2a\0\0\0\x08",
        b"\x89PNG\r\n\x1a\n",
        b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0....",
        b"GIF89a",
        b"GIF89a\x01\0\x01\0\0\0\0",
        b"RIFF\x40\0\0\0WEBP",
        b"RIFF\x40\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0\xff\0\0\xff\0\0ANMF",
        b"<svg",
        b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'>",
        b"<svg xmlns='http://www.w3.org/2000/svg' style='",
    ]
}

proptest! {
    #[test]
    fn no_bytes_panic(
        beginning in prop::sample::select(beginnings()),
        rest in prop::collection::vec(any::<u8>(), 0..300),
    ) {
        let bytes = [beginning, &rest].concat();
        for extension in ["jpg", "png", "gif", "webp", "svg", "x"] {
            if let Ok((info, clean)) = publishable(extension, &bytes) {
                prop_assert_eq!(publishable(extension, &clean), Ok((info, Cow::Borrowed(&*clean))));
            }
        }
    }

    #[test]
    fn no_markup_panics(rest in "[<>/!?&;:#=\"' a-eå\\-\\[\\]@\\\\(){}]{0,120}") {
        let head = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:a='urn:a' viewBox='0 0 1 1'>";
        for text in [format!("<svg {rest}"), format!("{head}{rest}</svg>"), format!("{head}<style>{rest}</style></svg>")] {
            if let Ok((info, clean)) = publishable("svg", text.as_bytes()) {
                prop_assert_eq!(publishable("svg", &clean), Ok((info, Cow::Borrowed(&*clean))));
            }
        }
    }
}

#[test]
fn nothing_private_survives_in_any_format() {
    for (extension, mut bytes) in every_raster() {
        bytes.extend(b"TRAILING");
        let cleaned = clean(extension, &bytes);
        for secret in build::SECRETS.into_iter().chain([&b"TRAILING"[..]]) {
            assert!(contains(&bytes, secret), "{extension} lacks the bait");
            assert!(
                !contains(&cleaned, secret),
                "{extension} leaks {}",
                String::from_utf8_lossy(secret)
            );
        }
    }
}
