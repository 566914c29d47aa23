//! Colour profiles: what colours need of them, and nothing else.
//!
//! Owns reading a profile and rewriting it: its header without whose it is, and the
//! tags by which browsers turn numbers into colours, each checked to its last byte.
//! Must never know which image it belongs to.

const HEADER: usize = 128;
const ENTRY: usize = 12;
/// What a profile may weigh: those of printing presses have tables of half a megabyte.
pub(super) const MAX_LENGTH: usize = 4 << 20;
/// The white of the space in which profiles meet, as every header says.
const D50: [u8; 12] = *b"\0\0\xf6\xd6\0\x01\0\0\0\0\xd3\x2d";

/// The tags that are kept, in the order in which they are written.
const TAGS: [&[u8; 4]; 12] = [
    b"wtpt", b"bkpt", b"chad", b"cicp", b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC", b"bTRC",
    b"kTRC", b"A2B0",
];

/// A profile that says nothing but colours; none if it isn't one that browsers use.
pub(super) fn clean(profile: &[u8]) -> Option<Vec<u8>> {
    let header: &[u8; HEADER] = profile.get(..HEADER)?.try_into().ok()?;
    let length = usize::try_from(u32_at(profile, 0)?).ok()?;
    let profile = profile.get(..length).filter(|_| length <= MAX_LENGTH)?;
    let tags = tags(profile)?;
    let is_v4 = header[8] >= 4;
    let mut parts: Vec<([u8; 4], Vec<u8>)> =
        vec![(*b"desc", description(is_v4)), (*b"cprt", copyright(is_v4))];
    for name in TAGS {
        let found = tags.iter().find(|(tag, _)| tag == name);
        if let Some(data) = found.and_then(|(_, data)| element(name, data)) {
            parts.push((*name, data));
        }
    }
    let has = |name: &[u8; 4]| parts.iter().any(|(tag, _)| tag == name);
    let space = header.get(16..20)?;
    let is_usable = has(b"A2B0")
        || match space {
            b"RGB " => [b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC", b"bTRC"]
                .into_iter()
                .all(has),
            b"GRAY" => has(b"kTRC"),
            _ => false,
        };
    (is_usable && header.get(36..40)? == b"acsp").then(|| write(header, &parts))
}

/// The names of the tags and what is in them; none if one lies outside of the profile.
fn tags(profile: &[u8]) -> Option<Vec<([u8; 4], &[u8])>> {
    let count = usize::try_from(u32_at(profile, HEADER)?).ok()?;
    let table = profile.get(HEADER + 4..)?;
    let table = table.get(..count.checked_mul(ENTRY)?)?;
    let entry = |entry: &[u8]| {
        let start = usize::try_from(u32_at(entry, 4)?).ok()?;
        let length = usize::try_from(u32_at(entry, 8)?).ok()?;
        let data = profile.get(start..start.checked_add(length)?)?;
        Some((entry.get(..4)?.try_into().ok()?, data))
    };
    table.chunks_exact(ENTRY).map(entry).collect()
}

/// What is in a tag, up to where its own numbers say that it ends.
fn element(name: &[u8; 4], data: &[u8]) -> Option<Vec<u8>> {
    let kind = data.get(..4)?;
    let length = match (name, kind) {
        (b"wtpt" | b"bkpt" | b"rXYZ" | b"gXYZ" | b"bXYZ", b"XYZ ") => 20,
        (b"chad", b"sf32") => 8 + 9 * 4,
        (b"cicp", b"cicp") => 12,
        (b"rTRC" | b"gTRC" | b"bTRC" | b"kTRC", b"curv") => {
            12 + 2 * usize::try_from(u32_at(data, 8)?).ok()?
        }
        (b"rTRC" | b"gTRC" | b"bTRC" | b"kTRC", b"para") => {
            let count = match data.get(8..10)? {
                [0, 0] => 1,
                [0, 1] => 3,
                [0, 2] => 4,
                [0, 3] => 5,
                [0, 4] => 7,
                _ => return None,
            };
            12 + 4 * count
        }
        (b"A2B0", b"mft1" | b"mft2") => table_length(data)?,
        // The newer kind lies in parts, and between them could be anything: `mAB `.
        _ => return None,
    };
    let mut element = data.get(..length)?.to_vec();
    // Reserved.
    element[4..8].fill(0);
    if kind == b"para" {
        element[10..12].fill(0);
    }
    Some(element)
}

/// The length of a table of colours of the older kinds.
fn table_length(data: &[u8]) -> Option<usize> {
    let [inputs, outputs, grid] = data.get(8..11)?.try_into().ok()?;
    let (inputs, outputs) = (usize::from(inputs), usize::from(outputs));
    let points = usize::from(grid).checked_pow(u32::try_from(inputs).ok()?)?;
    let points = points.checked_mul(outputs)?;
    if data.starts_with(b"mft1") {
        return points.checked_add(48 + 256 * (inputs + outputs));
    }
    let entries = |at: usize| {
        Some(usize::from(u16::from_be_bytes(
            data.get(at..at + 2)?.try_into().ok()?,
        )))
    };
    let curves = entries(48)? * inputs + entries(50)? * outputs;
    points.checked_add(curves)?.checked_mul(2)?.checked_add(52)
}

/// Header, tags and what is in them, without whose it is and when it was made.
fn write(header: &[u8; HEADER], parts: &[([u8; 4], Vec<u8>)]) -> Vec<u8> {
    let mut profile = vec![0; HEADER];
    // Version, class, space, and the space in which it meets others.
    profile[8..10].copy_from_slice(&header[8..10]);
    profile[12..24].copy_from_slice(&header[12..24]);
    profile[36..40].copy_from_slice(b"acsp");
    // The intent.
    profile[67] = header[67] & 3;
    profile[68..80].copy_from_slice(&D50);
    profile.extend(to_u32(parts.len()));
    let mut data: Vec<u8> = Vec::new();
    let first = HEADER + 4 + parts.len() * ENTRY;
    let mut places: Vec<(&[u8], usize)> = Vec::new();
    for (name, element) in parts {
        // Three channels often have one curve.
        let known = places.iter().find(|(known, _)| known == element);
        let start = known.map_or(first + data.len(), |(_, start)| *start);
        if known.is_none() {
            places.push((element, start));
            data.extend_from_slice(element);
            data.resize(data.len().next_multiple_of(4), 0);
        }
        profile.extend_from_slice(name);
        profile.extend(to_u32(start));
        profile.extend(to_u32(element.len()));
    }
    profile.extend(data);
    let length = to_u32(profile.len());
    profile[..4].copy_from_slice(&length);
    profile
}

/// A description that is required, and says nothing.
fn description(is_v4: bool) -> Vec<u8> {
    if is_v4 {
        return text_v4();
    }
    let mut element = b"desc\0\0\0\0\0\0\0\x01".to_vec();
    element.resize(90, 0);
    element
}

/// A copyright, likewise.
fn copyright(is_v4: bool) -> Vec<u8> {
    if is_v4 {
        return text_v4();
    }
    b"text\0\0\0\0\0".to_vec()
}

fn text_v4() -> Vec<u8> {
    b"mluc\0\0\0\0\0\0\0\x01\0\0\0\x0cenUS\0\0\0\x02\0\0\0\x1c\0 ".to_vec()
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_be_bytes(bytes.try_into().ok()?))
}

/// Lengths are below [`MAX_LENGTH`] and the little that is rewritten.
fn to_u32(length: usize) -> [u8; 4] {
    u32::try_from(length).unwrap_or(u32::MAX).to_be_bytes()
}
