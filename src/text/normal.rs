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

/// The normal form of `raw`, which is expected in NFC; the result has no empty lines and no space at the ends of lines.
#[must_use]
pub fn normalise(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut pending = None;
    for c in raw.chars() {
        match fate(c) {
            Fate::Drop => {}
            Fate::Space => pending = pending.or(Some(' ')),
            Fate::Line => pending = Some('\n'),
            Fate::Keep(c) => {
                if let Some(gap) = pending.take()
                    && !text.is_empty()
                {
                    text.push(gap);
                }
                text.push(c);
            }
        }
    }
    text
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
