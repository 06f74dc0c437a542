//! How often words stand together, and how firmly.

use super::articles::Token;
use std::collections::{BTreeSet, HashMap};

/// The longest phrase that is counted, in syllables.
pub(super) const LONGEST: usize = 5;

/// Where a phrase was found.
#[derive(Default)]
struct Count {
    times: usize,
    articles: usize,
    /// The last article that was counted, from one.
    last: usize,
    /// How often no further noun can follow: a mark, a number, a function word.
    ends: usize,
}

/// All phrases of small letters in all articles.
pub(super) struct Phrases<'a> {
    counts: HashMap<Vec<&'a str>, Count>,
    words: usize,
}

/// What the articles tell about one phrase.
pub(super) struct Evidence {
    pub(super) articles: usize,
    /// In bits: how much oftener its parts stand together than by chance, at the weakest joint.
    pub(super) cohesion: f64,
    /// In per cent: how often it ends there.
    pub(super) ends: usize,
}

/// The words in small letters at `at`, as many as a phrase may have.
pub(super) fn run(article: &[Token], at: usize) -> Vec<&str> {
    article.iter().skip(at).map_while(Token::small).take(LONGEST).collect()
}

impl<'a> Phrases<'a> {
    pub(super) fn of(articles: &'a [Vec<Token>], closing: &BTreeSet<String>) -> Self {
        let mut counts: HashMap<Vec<&str>, Count> = HashMap::new();
        let mut words = 0;
        for (number, article) in articles.iter().enumerate() {
            for at in 0..article.len() {
                let run = run(article, at);
                words += usize::from(!run.is_empty());
                for length in 1..=run.len() {
                    let count = counts.entry(run[..length].to_vec()).or_default();
                    count.times += 1;
                    count.articles += usize::from(count.last != number + 1);
                    count.last = number + 1;
                    let goes_on = |token: &Token| match token {
                        Token::Word(word) => !closing.contains(word),
                        Token::Capital(_) => true,
                        Token::Number | Token::Mark(_) => false,
                    };
                    count.ends += usize::from(!article.get(at + length).is_some_and(goes_on));
                }
            }
        }
        Self { counts, words }
    }

    /// All phrases in a fixed order.
    pub(super) fn all(&self) -> BTreeSet<&[&'a str]> {
        self.counts.keys().map(Vec::as_slice).collect()
    }

    pub(super) fn evidence(&self, phrase: &[&str]) -> Option<Evidence> {
        let count = self.counts.get(phrase)?;
        let times = |part: &[&str]| self.counts.get(part).map_or(1.0, |count| real(count.times));
        let joint = |at: usize| {
            let (head, rest) = phrase.split_at(at);
            (times(phrase) * real(self.words) / (times(head) * times(rest))).log2()
        };
        let cohesion = (1..phrase.len()).map(joint).fold(f64::INFINITY, f64::min);
        Some(Evidence { articles: count.articles, cohesion, ends: 100 * count.ends / count.times })
    }
}

#[allow(clippy::cast_precision_loss, reason = "no count comes near 2^52")]
fn real(count: usize) -> f64 {
    count as f64
}
