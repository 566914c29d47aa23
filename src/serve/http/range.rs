//! Parts of a file (RFC 9110, section 14): players ask for them, and Safari plays
//! nothing without.

/// What a `Range` header comes to for a body of a known length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// No range, or one that may be ignored: all of it.
    Whole,
    /// From the first byte up to and without the last; never empty.
    Bytes { start: u64, end: u64 },
    /// A range that lies outside.
    Unsatisfiable,
}

/// Reads a `Range`. One range is answered; several at once, other units and what can't
/// be read are ignored, as the standard allows.
pub(super) fn part(range: Option<&str>, length: u64) -> Part {
    let Some((first, last)) = range.and_then(single) else {
        return Part::Whole;
    };
    let (start, end) = match (first, last) {
        (None, None) => return Part::Whole,
        (None, Some(suffix)) => (length.saturating_sub(suffix), length),
        (Some(first), None) => (first, length),
        (Some(first), Some(last)) if last < first => return Part::Whole,
        (Some(first), Some(last)) => (first, last.saturating_add(1).min(length)),
    };
    match start < end {
        true => Part::Bytes { start, end },
        false => Part::Unsatisfiable,
    }
}

/// `bytes=first-last`, where either may be absent.
fn single(range: &str) -> Option<(Option<u64>, Option<u64>)> {
    let (unit, range) = range.split_once('=')?;
    if !unit.trim().eq_ignore_ascii_case("bytes") {
        return None;
    }
    let (first, last) = range.trim().split_once('-')?;
    Some((number(first)?, number(last)?))
}

/// A number, or nothing; more than a machine can count is as much as it can.
fn number(text: &str) -> Option<Option<u64>> {
    match text {
        "" => Some(None),
        text if text.bytes().all(|byte| byte.is_ascii_digit()) => {
            Some(Some(text.parse().unwrap_or(u64::MAX)))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ranges_are_read_as_the_standard_says() {
        let bytes = |start, end| Part::Bytes { start, end };
        for (range, expected) in [
            ("bytes=0-3", bytes(0, 4)),
            ("bytes=4-", bytes(4, 10)),
            ("bytes=-3", bytes(7, 10)),
            ("bytes=-30", bytes(0, 10)),
            ("bytes=9-9", bytes(9, 10)),
            ("Bytes=2-99999999999999999999999", bytes(2, 10)),
            ("bytes=10-", Part::Unsatisfiable),
            ("bytes=-0", Part::Unsatisfiable),
            ("bytes=99999999999999999999999-", Part::Unsatisfiable),
            ("bytes=5-3", Part::Whole),
            ("bytes=0-1,4-5", Part::Whole),
            ("bytes=-", Part::Whole),
            ("bytes=a-b", Part::Whole),
            ("bytes=+1-2", Part::Whole),
            ("lines=1-2", Part::Whole),
            ("", Part::Whole),
        ] {
            assert_eq!(part(Some(range), 10), expected, "{range}");
        }
        assert_eq!(part(None, 10), Part::Whole);
        assert_eq!(part(Some("bytes=0-"), 0), Part::Unsatisfiable);
    }

    proptest! {
        #[test]
        fn a_part_lies_inside(range in "(bytes=)?[0-9,-]{0,30}", length in 0..100u64) {
            if let Part::Bytes { start, end } = part(Some(&range), length) {
                prop_assert!(start < end && end <= length);
            }
        }
    }
}
