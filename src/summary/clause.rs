//! The clause beside a figure, as far as a card has room for it.

/// The end of words that are longer than two lines: from a comma on where there is one, else from a word.
pub(super) fn end(words: &str) -> String {
    /// In bytes; a character of Vietnamese has one and a half.
    const LINES: usize = 90;
    let bytes = words.as_bytes();
    let Some(start) = bytes.len().checked_sub(LINES) else { return words.to_owned() };
    // Signs of one byte, behind which a character begins.
    let behind = |sign: &dyn Fn(usize) -> bool, last: usize| (start..last).find(|&at| sign(at));
    let comma = behind(&|at| bytes[at] == b' ' && bytes[at - 1] == b',', bytes.len() - LINES / 3);
    let near = comma.or_else(|| behind(&|at| bytes[at] == b' ', bytes.len()));
    ["…", &words[near.unwrap_or(0)..]].concat()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::end;

    #[test]
    fn short_words_stay() {
        let words = "Trong năm, tỷ lệ hồ sơ giải quyết đúng hạn đạt";
        assert_eq!(end(words), words);
        assert_eq!(end(""), "");
    }

    #[test]
    fn of_long_words_those_next_to_the_figure_stay() {
        let document =
            "Theo Quyết định số 1284/QĐ-UBND ngày 15/9/2026 của Chủ tịch UBND tỉnh Sơn Hà";
        assert_eq!(
            end(&format!("{document}, công trình có tổng mức đầu tư")),
            "… công trình có tổng mức đầu tư"
        );
        let near = end(&format!("{document} với tổng mức đầu tư"));
        assert!(near.starts_with("… ") && near.ends_with(" với tổng mức đầu tư"), "{near}");
        assert!(near.len() < 100, "{near}");
        // A comma right before the figure leaves too little.
        assert!(end(&format!("{document} công bố hôm qua, đạt")).contains("hôm qua"));
    }

    #[test]
    fn one_word_is_not_cut() {
        let word = "ố".repeat(100);
        assert_eq!(end(&word), ["…", &word].concat());
    }
}
