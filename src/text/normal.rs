//! Normal form of the text: one kind of space, no invisible characters, a line feed per block.

/// What becomes of a character.
enum Fate {
    Keep(char),
    Space,
    Line,
    Drop,
}

/// Zero-width and bidirectional controls vanish, every space becomes one space, U+2010 and
/// U+2011 become the hyphen-minus; NFKC would leave them as they are.
fn fate(c: char) -> Fate {
    match c {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Fate::Line,
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}' => Fate::Drop,
        '\u{2010}' | '\u{2011}' => Fate::Keep('-'),
        c if c.is_whitespace() => Fate::Space,
        c if c.is_control() => Fate::Drop,
        c => Fate::Keep(c),
    }
}

/// What of a character counts when texts are compared: white space and invisible characters do
/// not, and all hyphens are one.
#[must_use]
pub fn essence(c: char) -> Option<char> {
    match fate(c) {
        Fate::Keep(kept) => Some(kept),
        Fate::Space | Fate::Line | Fate::Drop => None,
    }
}

/// The normal form of `raw`, which is expected in NFC; the result has no empty lines and no space
/// at the ends of lines.
#[must_use]
pub fn normalise(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut pending = None;
    let mut at = 0;
    while let Some(c) = raw[at..].chars().next() {
        let end = plain_end(raw.as_bytes(), at);
        let piece = match fate(c) {
            _ if end > at => &raw[at..end],
            Fate::Drop => "",
            Fate::Space => {
                pending = pending.or(Some(' '));
                ""
            }
            Fate::Line => {
                pending = Some('\n');
                ""
            }
            Fate::Keep(kept) if kept == c => &raw[at..at + c.len_utf8()],
            Fate::Keep(_) => "-",
        };
        if let Some(gap) = pending.filter(|_| !piece.is_empty()) {
            pending = None;
            if !text.is_empty() {
                text.push(gap);
            }
        }
        text.push_str(piece);
        at = end.max(at + c.len_utf8());
    }
    text
}

/// So many bytes are looked at together.
const STEP: usize = 16;

/// The end of the run at `at` that is in normal form as it stands: ASCII, Vietnamese letters, and
/// single spaces between them. Nearly all text is such runs, which are copied as a whole.
fn plain_end(bytes: &[u8], at: usize) -> usize {
    if bytes[at] == b' ' {
        return at;
    }
    let mut end = at;
    // Each byte with the two behind it: without branches, so that the compiler takes many at a
    // time.
    while let Some(step) = bytes.get(end..end + STEP + 2) {
        let next = step[1..].iter().zip(&step[2..]);
        let plain =
            |plain, (byte, next): (&u8, (&u8, &u8))| plain & stands(*byte, *next.0, *next.1);
        if !step[..STEP].iter().zip(next).fold(true, plain) {
            break;
        }
        end += STEP;
    }
    let byte = |index: usize| bytes.get(index).copied().unwrap_or(b' ');
    while end < bytes.len() && stands(bytes[end], byte(end + 1), byte(end + 2)) {
        end += 1;
    }
    // What stands behind a last space decides whether it stays.
    if end > at && bytes[end - 1] == b' ' { end - 1 } else { end }
}

/// Whether `byte` is part of a text in normal form with the two behind it, or may not be.
#[inline]
fn stands(byte: u8, second: u8, third: u8) -> bool {
    let ascii = (0x20..=0x7e).contains(&byte) & !((byte == b' ') & (second == b' '));
    // Inner bytes, and those before U+00C0 to U+01BF.
    let latin = (0x80..=0xc6).contains(&byte) & (byte != 0xc2);
    // U+1E80 to U+1EFF.
    let marked = (byte == 0xe1) & (second & !1 == 0xba);
    // The dashes and quotation marks behind U+2011.
    let mark = (byte == 0xe2) & (second == 0x80) & (0x92..=0xa7).contains(&third);
    ascii | latin | marked | mark
}

#[cfg(test)]
mod tests {
    use super::{Fate, essence, fate, normalise};

    #[test]
    fn spaces_lines_and_invisible_characters() {
        assert_eq!(normalise(" 5\u{a0}\u{2009}tỷ \r\n\n\t đồng \u{feff}"), "5 tỷ\nđồng");
        assert_eq!(normalise("43/CT\u{2011}TTg"), "43/CT-TTg");
        assert_eq!(normalise("Ủy\u{200b} ban\u{202e}"), "Ủy ban");
    }

    #[test]
    fn what_counts_is_the_same_before_and_after() {
        let raw = "Ủy\u{200b} ban\u{a0}\r\n43/CT\u{2011}\u{61c}TTg\u{34f} 😀";
        let essences = |text: &str| text.chars().filter_map(essence).collect::<String>();
        assert_eq!(essences(raw), "Ủyban43/CT-TTg😀");
        assert_eq!(essences(&normalise(raw)), essences(raw));
    }

    /// As [`normalise`], without runs.
    fn by_characters(raw: &str) -> String {
        let mut text = String::new();
        let mut pending = "";
        for c in raw.chars() {
            let kept = match fate(c) {
                Fate::Drop => continue,
                Fate::Space if pending.is_empty() => {
                    pending = " ";
                    continue;
                }
                Fate::Space => continue,
                Fate::Line => {
                    pending = "\n";
                    continue;
                }
                Fate::Keep(kept) => kept,
            };
            if !text.is_empty() {
                text.push_str(pending);
            }
            pending = "";
            text.push(kept);
        }
        text
    }

    #[test]
    fn a_long_line_is_what_its_characters_are_one_by_one() {
        let line =
            "Ủy ban  nhân dân tỉnh \u{1680}họp\u{180e} bàn “kế  hoạch” \u{200b} năm\n Ở \u{a0}";
        let text = line.repeat(5);
        for (start, _) in line.char_indices() {
            assert_eq!(normalise(&text[start..]), by_characters(&text[start..]));
        }
    }
}
