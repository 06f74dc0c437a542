//! Text: normal form, tokens, sentences, places. Knows nothing of what the words mean.

mod fold;
mod letter;
mod normal;
mod place;
mod sentence;
mod token;
mod vocabulary;
mod word;

pub use fold::{fold, fold_mark, key_of, key_of_letters};
pub use letter::{is_capital, is_letter, lower, upper};
pub use normal::{essence, normalise};
pub use place::Places;
pub use token::{Kind, Shape, Token};
pub use vocabulary::{Syllable, UNKNOWN, Vocabulary};
pub use word::{is_apostrophe, is_dash};

use std::ops::Range;
use std::sync::Arc;
use token::Marked;

/// An article's text in normal form, cut into tokens and sentences once.
///
/// Blocks (paragraphs, captions, headings) are lines: they are separated by one `\n`.
#[derive(Debug)]
pub struct Text {
    /// The normalised text. All byte offsets refer to it.
    pub source: Arc<str>,
    /// All tokens in order; `Kind::Break` stands between blocks.
    pub tokens: Vec<Token>,
    /// The numbers among the tokens, by index.
    pub numbers: Vec<usize>,
    /// The marks among the tokens that stand before links (`»`, `►`), by index.
    pub links: Vec<usize>,
    /// Token ranges of the sentences in order, without the breaks between blocks.
    pub sentences: Vec<Range<usize>>,
    /// Token ranges of the blocks in order.
    pub blocks: Vec<Range<usize>>,
}

impl Text {
    /// Normalises and cuts `raw`, which is expected in NFC; its words are numbered by `vocabulary`.
    #[must_use]
    pub fn new(raw: &str, vocabulary: &Vocabulary) -> Self {
        let source: Arc<str> = normalise(raw).into();
        let (tokens, marked) = token::tokenise(&source, vocabulary);
        let (blocks, sentences) = sentence::blocks_and_sentences(&source, &tokens, &marked.stops);
        let Marked { numbers, links, .. } = marked;
        Self { source, tokens, numbers, links, sentences, blocks }
    }

    /// The characters of token `index`; none behind the end of the text.
    #[must_use]
    pub fn word(&self, index: usize) -> &str {
        self.tokens
            .get(index)
            .map_or("", |token| &self.source[token.start as usize..token.end as usize])
    }

    /// The characters from the first to the last token of `range`; empty for an empty range.
    #[must_use]
    pub fn slice(&self, range: Range<usize>) -> &str {
        &self.source[self.bytes(range)]
    }

    /// Byte range of a range of tokens; empty where there is none.
    #[must_use]
    pub fn bytes(&self, range: Range<usize>) -> Range<usize> {
        match self.tokens.get(range) {
            Some([only]) => only.start as usize..only.end as usize,
            Some([first, .., last]) => first.start as usize..last.end as usize,
            _ => 0..0,
        }
    }
}
