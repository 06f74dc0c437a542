//! A place in the article, which knows its text.

use serde::{Serialize, Serializer};
use std::ops::Range;
use std::sync::Arc;

/// So many characters of the text are told before and behind the words of a place.
const CONTEXT: usize = 32;

/// A place in the article: a W3C Web Annotation selector, quote and position in one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    text: Arc<str>,
    /// Byte range in `text`, on boundaries of characters.
    bytes: Range<usize>,
    /// Byte range of the sentence around it.
    sentence: Range<usize>,
    /// Start in UTF-16 code units of the normalised text (title, line feed, body).
    pub start: usize,
    /// End, exclusive, in the same units.
    pub end: usize,
}

impl Evidence {
    /// The place of the bytes `bytes` of `text`, which are the UTF-16 units `units`, in the
    /// sentence of the bytes `sentence`.
    pub(crate) fn new(
        text: &Arc<str>,
        bytes: Range<usize>,
        units: Range<usize>,
        sentence: Range<usize>,
    ) -> Self {
        let sentence = sentence.start.min(bytes.start)..sentence.end.max(bytes.end);
        Self { text: Arc::clone(text), bytes, sentence, start: units.start, end: units.end }
    }

    /// The words at the place.
    #[must_use]
    pub fn exact(&self) -> &str {
        &self.text[self.bytes.clone()]
    }

    /// Their sentence up to them.
    #[must_use]
    pub fn before(&self) -> &str {
        &self.text[self.sentence.start..self.bytes.start]
    }

    /// The rest of their sentence.
    #[must_use]
    pub fn behind(&self) -> &str {
        &self.text[self.bytes.end..self.sentence.end]
    }

    /// What stands between these words and `later` ones of the same sentence.
    #[must_use]
    pub fn up_to(&self, later: &Self) -> Option<&str> {
        let together = self.sentence == later.sentence && Arc::ptr_eq(&self.text, &later.text);
        self.text.get(self.bytes.end..later.bytes.start).filter(|_| together)
    }

    /// Up to 32 characters before them.
    #[must_use]
    pub fn prefix(&self) -> &str {
        let before = &self.text[..self.bytes.start];
        let first = before.char_indices().rev().nth(CONTEXT - 1);
        &before[first.map_or(0, |(at, _)| at)..]
    }

    /// Up to 32 characters behind them.
    #[must_use]
    pub fn suffix(&self) -> &str {
        let behind = &self.text[self.bytes.end..];
        let end = behind.char_indices().nth(CONTEXT);
        &behind[..end.map_or(behind.len(), |(at, _)| at)]
    }
}

/// A place in the article: a W3C Web Annotation selector, quote and position in one.
#[derive(Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
struct Selector<'a> {
    /// The words at the place.
    exact: &'a str,
    /// Up to 32 characters before them.
    prefix: &'a str,
    /// Up to 32 characters after them.
    suffix: &'a str,
    /// Start in UTF-16 code units of the normalised text (title, line feed, body).
    start: usize,
    /// End, exclusive, in the same units.
    end: usize,
}

impl Serialize for Evidence {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { start, end, .. } = *self;
        let (exact, prefix, suffix) = (self.exact(), self.prefix(), self.suffix());
        Selector { exact, prefix, suffix, start, end }.serialize(serializer)
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for Evidence {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Evidence".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Selector::json_schema(generator)
    }
}
