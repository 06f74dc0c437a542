//! Blocks and sentences as ranges of tokens.

use super::letter::is_letter;
use super::token::{Kind, Token};
use std::ops::Range;

/// Abbreviations that are written with a full stop before a name. Single capitals (`Q.`, `P.`, `H.`)
/// are some in any case.
const ABBREVIATIONS: [&str; 38] = [
    "TS", "Ts", "TSKH", "PGS", "Pgs", "GS", "Gs", "ThS", "Ths", "CN", "BS", "Bs", "BSCK", "BSCKI",
    "BSCKII", "CKI", "CKII", "KS", "Ks", "KTS", "LS", "Ls", "NSND", "NSƯT", "NSUT", "NGND", "NGƯT",
    "TTƯT", "Đ/c", "Đ/C", "đ/c", "TP", "Tp", "TX", "Tx", "TT", "Tr", "St",
];

/// The runs of tokens between breaks, and the sentences in them; `stops` are the tokens that may
/// end one. A block is cut at full stops,
/// question and exclamation marks and ellipses that a new sentence follows. A stop after a single
/// capital or a known abbreviation (`TS. Nguyễn`, `TP. Huế`, `P.L`) ends nothing.
pub(super) fn blocks_and_sentences(
    source: &str,
    tokens: &[Token],
    stops: &[usize],
) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
    let (mut blocks, mut sentences) = (Vec::new(), Vec::new());
    let mut block = 0;
    let mut start = 0;
    for index in stops.iter().copied().chain([tokens.len()]) {
        let breaks = tokens.get(index).is_none_or(|token| token.shape.kind() == Kind::Break);
        let end = if breaks { index } else { sentence_end(source, tokens, index).max(start) };
        if end > start {
            sentences.push(start..end);
            start = end;
        }
        if breaks {
            blocks.extend((index > block).then_some(block..index));
            (block, start) = (index + 1, index + 1);
        }
    }
    (blocks, sentences)
}

/// The end of the sentence that the stop at `index` ends, with the closing quotation mark or
/// bracket that still belongs to it; 0 where it ends none.
fn sentence_end(source: &str, tokens: &[Token], index: usize) -> usize {
    if !ends_sentence(source, tokens, index) {
        return 0;
    }
    let closing = |token: &&Token| is_mark(token, &['”', '"', ')', '»']);
    index + 1 + tokens[index + 1..].iter().take_while(closing).count()
}

fn is_mark(token: &Token, marks: &[char]) -> bool {
    !token.shape.is_spaced() && marks.contains(&token.mark)
}

fn ends_sentence(source: &str, tokens: &[Token], index: usize) -> bool {
    let token = &tokens[index];
    let Some(next) = tokens.get(index + 1).filter(|next| next.shape.kind() != Kind::Break) else {
        return true;
    };
    let starts_anew = next.shape.is_capital() || next.shape.kind() != Kind::Word;
    match token.mark {
        '.' => {
            let quote = is_mark(next, &['”', '"', ')']);
            (next.shape.is_spaced() || quote)
                && starts_anew
                && !ends_abbreviation(source, tokens, index)
        }
        '…' => next.shape.is_spaced() && next.shape.is_capital(),
        _ => next.shape.is_spaced(),
    }
}

/// Whether the full stop at `index` belongs to a single capital or a known abbreviation.
fn ends_abbreviation(source: &str, tokens: &[Token], index: usize) -> bool {
    let Some(before) = index.checked_sub(1).map(|before| &tokens[before]) else { return false };
    let word = &source[before.start as usize..before.end as usize];
    let initial = before.shape.is_capital() && word.chars().nth(1).is_none();
    // Some are several tokens: `Đ/c`.
    let head = &source[..before.end as usize];
    let known = |abbreviation: &&str| {
        head.strip_suffix(abbreviation).is_some_and(|rest| !rest.ends_with(is_letter))
    };
    !tokens[index].shape.is_spaced() && (initial || ABBREVIATIONS.iter().any(known))
}

#[cfg(test)]
mod tests {
    use crate::text::{Text, Vocabulary};

    fn cut(text: &str) -> Vec<String> {
        let text = Text::new(text, &Vocabulary::default());
        text.sentences.iter().map(|s| text.slice(s.clone()).to_owned()).collect()
    }

    #[test]
    fn stops_that_end_a_sentence_and_stops_that_do_not() {
        assert_eq!(cut("TS. An dự. Ông nói 1.234 lượt."), ["TS. An dự.", "Ông nói 1.234 lượt."]);
        assert_eq!(cut("Dòng một\nTP. Huế… còn nữa"), ["Dòng một", "TP. Huế… còn nữa"]);
        assert_eq!(cut("“Làm ngay.” Hội nghị kết thúc."), ["“Làm ngay.”", "Hội nghị kết thúc."]);
    }

    #[test]
    fn abbreviations_before_a_name_end_no_sentence() {
        for whole in [
            "Tại Tp. Huế, Q. Hai Bà Trưng, P. An Hải Bắc, H. Thái Thụy, X. Tân An và TT. Phú Xuyên.",
            "Tại TP.An Hà, Q.Hai Bà, P.An Khê và Tx. Sông Hinh.",
            "Cùng dự có PGS. TS. An, GS.TS. Bình, ThS. Chi, Ths. Dung và BSCKII. Giang.",
            "Gồm KS. An, LS. Bình, CN. Chi, NSND. Dung, NSƯT. Giang, Đ/c. Hà và các đ/c. Khánh.",
        ] {
            assert_eq!(cut(whole), [whole]);
        }
    }

    #[test]
    fn words_that_end_like_abbreviations_end_a_sentence() {
        for word in ["UBND", "ĐTS", "điểm c", "NTP", "USD"] {
            let first = format!("Nêu rõ {word}.");
            assert_eq!(cut(&format!("{first} Ông nói.")), [&*first, "Ông nói."]);
        }
    }
}
