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

/// The end of the run at `at` that is in normal form as it stands: ASCII, Vietnamese letters, and
/// single spaces between them. Nearly all text is such runs, which are copied as a whole.
fn plain_end(bytes: &[u8], at: usize) -> usize {
    let byte = |index: usize| bytes.get(index).copied().unwrap_or(0);
    let mut end = at;
    let mut solid = at;
    loop {
        end += match byte(end) {
            0x21..=0x7e => 1,
            // U+00C0 to U+01BF, and U+1E80 to U+1EFF.
            0xc3..=0xc6 => 2,
            0xe1 if matches!(byte(end + 1), 0xba | 0xbb) => 3,
            b' ' if end == solid && end > at => {
                end += 1;
                continue;
            }
            _ => return solid,
        };
        solid = end;
    }
}

#[cfg(test)]
mod tests {
    use super::normalise;

    #[test]
    fn spaces_lines_and_invisible_characters() {
        assert_eq!(normalise(" 5\u{a0}\u{2009}tỷ \r\n\n\t đồng \u{feff}"), "5 tỷ\nđồng");
        assert_eq!(normalise("43/CT\u{2011}TTg"), "43/CT-TTg");
        assert_eq!(normalise("Ủy\u{200b} ban\u{202e}"), "Ủy ban");
    }
}
