//! Which characters are pictures: only around them may a joiner or a picture selector stay.

/// Unicode's Extended_Pictographic property, version 16, as first and last of each run.
const PICTOGRAPHS: [(u32, u32); 78] = [
    (0xa9, 0xa9),
    (0xae, 0xae),
    (0x203c, 0x203c),
    (0x2049, 0x2049),
    (0x2122, 0x2122),
    (0x2139, 0x2139),
    (0x2194, 0x2199),
    (0x21a9, 0x21aa),
    (0x231a, 0x231b),
    (0x2328, 0x2328),
    (0x2388, 0x2388),
    (0x23cf, 0x23cf),
    (0x23e9, 0x23f3),
    (0x23f8, 0x23fa),
    (0x24c2, 0x24c2),
    (0x25aa, 0x25ab),
    (0x25b6, 0x25b6),
    (0x25c0, 0x25c0),
    (0x25fb, 0x25fe),
    (0x2600, 0x2605),
    (0x2607, 0x2612),
    (0x2614, 0x2685),
    (0x2690, 0x2705),
    (0x2708, 0x2712),
    (0x2714, 0x2714),
    (0x2716, 0x2716),
    (0x271d, 0x271d),
    (0x2721, 0x2721),
    (0x2728, 0x2728),
    (0x2733, 0x2734),
    (0x2744, 0x2744),
    (0x2747, 0x2747),
    (0x274c, 0x274c),
    (0x274e, 0x274e),
    (0x2753, 0x2755),
    (0x2757, 0x2757),
    (0x2763, 0x2767),
    (0x2795, 0x2797),
    (0x27a1, 0x27a1),
    (0x27b0, 0x27b0),
    (0x27bf, 0x27bf),
    (0x2934, 0x2935),
    (0x2b05, 0x2b07),
    (0x2b1b, 0x2b1c),
    (0x2b50, 0x2b50),
    (0x2b55, 0x2b55),
    (0x3030, 0x3030),
    (0x303d, 0x303d),
    (0x3297, 0x3297),
    (0x3299, 0x3299),
    (0x1f000, 0x1f0ff),
    (0x1f10d, 0x1f10f),
    (0x1f12f, 0x1f12f),
    (0x1f16c, 0x1f171),
    (0x1f17e, 0x1f17f),
    (0x1f18e, 0x1f18e),
    (0x1f191, 0x1f19a),
    (0x1f1ad, 0x1f1e5),
    (0x1f201, 0x1f20f),
    (0x1f21a, 0x1f21a),
    (0x1f22f, 0x1f22f),
    (0x1f232, 0x1f23a),
    (0x1f23c, 0x1f23f),
    (0x1f249, 0x1f3fa),
    (0x1f400, 0x1f53d),
    (0x1f546, 0x1f64f),
    (0x1f680, 0x1f6ff),
    (0x1f774, 0x1f77f),
    (0x1f7d5, 0x1f7ff),
    (0x1f80c, 0x1f80f),
    (0x1f848, 0x1f84f),
    (0x1f85a, 0x1f85f),
    (0x1f888, 0x1f88f),
    (0x1f8ae, 0x1f8ff),
    (0x1f90c, 0x1f93a),
    (0x1f93c, 0x1f945),
    (0x1f947, 0x1faff),
    (0x1fc00, 0x1fffd),
];

/// The flags that are written as a black one with tags: England, Scotland and Wales. Others would hide words in tags.
const FLAGS_OF_TAGS: [&str; 3] = [
    "\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
    "\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
    "\u{1f3f4}\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}",
];

/// The flag of tags that the text begins with; empty when it begins with none.
pub(super) fn flag_of_tags(text: &str) -> &'static str {
    FLAGS_OF_TAGS
        .into_iter()
        .find(|flag| text.starts_with(flag))
        .unwrap_or_default()
}

/// Whether the character goes on with a flag of tags that the text ends in the middle of.
pub(super) fn goes_on_a_flag(before: &str, c: char) -> bool {
    FLAGS_OF_TAGS.iter().any(|flag| {
        flag.char_indices()
            .skip(1)
            .any(|(at, tag)| tag == c && before.ends_with(&flag[..at]))
    })
}

/// Whether the character is a picture by itself.
pub(super) fn is_pictograph(c: char) -> bool {
    let code = u32::from(c);
    let run = PICTOGRAPHS.partition_point(|&(_, last)| last < code);
    PICTOGRAPHS
        .get(run)
        .is_some_and(|&(first, _)| first <= code)
}

/// Whether U+FE0F after it means "as a picture": pictures, and the bases of keycaps.
pub(super) fn takes_selector(c: char) -> bool {
    matches!(c, '0'..='9' | '#' | '*') || is_pictograph(c)
}

/// Whether a joiner may stand behind it: a picture, its selector, or its skin tone.
pub(super) fn may_be_joined(c: char) -> bool {
    matches!(c, '\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}') || is_pictograph(c)
}
