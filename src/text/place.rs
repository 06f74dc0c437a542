//! Places: byte offsets into UTF-16 offsets, in constant time each.

/// Every so many bytes the UTF-16 offset is kept.
const STEP: usize = 128;

/// An index over a text that maps byte offsets to UTF-16 code units.
pub struct Places<'a> {
    source: &'a str,
    /// UTF-16 length of the text before the first character at or after byte `n * STEP`, with
    /// that character's byte offset.
    marks: Vec<(usize, usize)>,
}

impl<'a> Places<'a> {
    /// Walks `source` once.
    #[must_use]
    pub fn new(source: &'a str) -> Self {
        let bytes = source.as_bytes();
        let mut marks = Vec::with_capacity(bytes.len() / STEP + 1);
        let mut units = 0;
        for (index, step) in bytes.chunks(STEP).enumerate() {
            // A step may begin inside a character, whose first byte has counted it already.
            let cut = step.iter().take_while(|byte| is_continuation(**byte)).count();
            marks.push((index * STEP + cut, units));
            units += units_in(step);
        }
        Self { source, marks }
    }

    /// UTF-16 offset of the character at `byte`, a character boundary of the text.
    #[must_use]
    pub fn utf16(&self, byte: usize) -> usize {
        let index = (byte / STEP).min(self.marks.len().saturating_sub(1));
        let mark = self.marks[..self.marks.len().min(index + 1)]
            .iter()
            .rev()
            .find(|(at, _)| *at <= byte)
            .copied();
        let (at, units) = mark.unwrap_or((0, 0));
        units + units_in(&self.source.as_bytes()[at..byte])
    }
}

/// How many UTF-16 units the characters have whose first bytes are among `bytes`, at most `STEP`:
/// one each, those beyond the BMP two.
fn units_in(bytes: &[u8]) -> usize {
    let count = |byte: &u8| u8::from(!is_continuation(*byte)) + u8::from(*byte >= 0xf0);
    usize::from(bytes.iter().map(count).sum::<u8>())
}

fn is_continuation(byte: u8) -> bool {
    byte & 0xc0 == 0x80
}

#[cfg(test)]
mod tests {
    use super::Places;

    #[test]
    fn offsets_agree_with_counting() {
        let text = "Đồng chí 😀 Trần ".repeat(60);
        let places = Places::new(&text);
        for (byte, _) in text.char_indices() {
            assert_eq!(places.utf16(byte), text[..byte].encode_utf16().count());
        }
        assert_eq!(places.utf16(text.len()), text.encode_utf16().count());
    }
}
