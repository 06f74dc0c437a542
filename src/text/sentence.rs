//! Blocks and sentences as ranges of tokens.

use super::token::{Kind, Token};
use std::ops::Range;

/// Abbreviations that are written with a full stop before a name.
const ABBREVIATIONS: [&str; 16] = [
    "TS", "PGS", "GS", "ThS", "Ths", "BS", "BSCK", "KS", "LS", "CN", "TP", "Tp", "TX", "TT", "Tr",
    "St",
];

/// The runs of tokens between breaks.
pub(super) fn blocks(tokens: &[Token]) -> Vec<Range<usize>> {
    let mut blocks = Vec::new();
    let mut start = 0;
    for (index, token) in tokens.iter().enumerate() {
        if token.kind == Kind::Break {
            blocks.push(start..index);
            start = index + 1;
        }
    }
    blocks.push(start..tokens.len());
    blocks.retain(|block| !block.is_empty());
    blocks
}

/// Cuts each block at full stops, question and exclamation marks and ellipses that a new
/// sentence follows. A stop after a single capital or a known abbreviation (`TS. Nguyễn`,
/// `TP. Huế`, `P.L`) ends nothing.
pub(super) fn sentences(
    source: &str,
    tokens: &[Token],
    blocks: &[Range<usize>],
) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    for block in blocks {
        let mut start = block.start;
        for index in block.clone() {
            if ends_sentence(source, tokens, index, block.end) {
                // A closing quotation mark or bracket still belongs to the sentence.
                let mut end = index + 1;
                while end < block.end && is_mark(&tokens[end], &['”', '"', ')', '»']) {
                    end += 1;
                }
                if end > start {
                    sentences.push(start..end);
                    start = end;
                }
            }
        }
        if start < block.end {
            sentences.push(start..block.end);
        }
    }
    sentences
}

fn is_mark(token: &Token, marks: &[char]) -> bool {
    token.kind == Kind::Mark && !token.spaced && marks.contains(&token.mark)
}

fn ends_sentence(source: &str, tokens: &[Token], index: usize, end: usize) -> bool {
    let token = &tokens[index];
    if !matches!(token.mark, '.' | '!' | '?' | '…') {
        return false;
    }
    let Some(next) = tokens[..end].get(index + 1) else { return true };
    let starts_anew = next.capital || next.kind != Kind::Word;
    match token.mark {
        '.' => {
            let abbreviation = index > 0 && {
                let before = &tokens[index - 1];
                let word = &source[before.start as usize..before.end as usize];
                let initial = before.capital && word.chars().nth(1).is_none();
                !token.spaced && (initial || ABBREVIATIONS.contains(&word))
            };
            let quote = is_mark(next, &['”', '"', ')']);
            (next.spaced || quote) && starts_anew && !abbreviation
        }
        '…' => next.spaced && next.capital,
        _ => next.spaced,
    }
}

#[cfg(test)]
mod tests {
    use crate::text::Text;

    fn cut(text: &str) -> Vec<String> {
        let text = Text::new(text);
        text.sentences.iter().map(|s| text.slice(s.clone()).to_owned()).collect()
    }

    #[test]
    fn stops_that_end_a_sentence_and_stops_that_do_not() {
        assert_eq!(cut("TS. An dự. Ông nói 1.234 lượt."), ["TS. An dự.", "Ông nói 1.234 lượt."]);
        assert_eq!(cut("Dòng một\nTP. Huế… còn nữa"), ["Dòng một", "TP. Huế… còn nữa"]);
        assert_eq!(cut("“Làm ngay.” Hội nghị kết thúc."), ["“Làm ngay.”", "Hội nghị kết thúc."]);
    }
}
