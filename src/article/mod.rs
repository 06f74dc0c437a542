//! Contract 1: article JSON, what goes in.
//!
//! Recognised by shape: the plain form, schema.org `NewsArticle` JSON-LD (also inside `@graph`),
//! a WordPress REST post and a JSON Feed item. Unknown fields are ignored; a known field of the
//! wrong type is refused with its path. No DOM here: what needs a parser or a Unicode table is
//! asked of the [`Platform`].

mod curated;
mod fields;
mod json;
mod limits;
mod shape;

pub use curated::Curated;
pub use json::Json;
pub use limits::check_source;
pub(crate) use limits::{NODES, check_entries, is_too_long, too_long};
pub(crate) use shape::{address, joined, line, linked_day};

use crate::problem::{Code, Problem};
use crate::summary::Day;
use crate::text::normalise;
use std::borrow::Cow;

/// What only the surroundings can do: the browser, or native libraries.
pub trait Platform {
    /// Unicode NFC.
    fn nfc(&self, text: &str) -> String;
    /// HTML to text, by [`page::text`](crate::page::text).
    ///
    /// # Errors
    /// `too-large`, and `not-readable` where the page forbids to parse it.
    fn html_to_text(&self, html: &str) -> Result<String, Problem>;
    /// JSON text as a value; `None` where it is none.
    fn json(&self, text: &str) -> Option<Json>;
}

/// An article as the extractor takes it: every string in NFC, the body as plain text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Article {
    /// Headline.
    pub title: Option<String>,
    /// Address.
    pub url: Option<String>,
    /// Newspaper or portal.
    pub source: Option<String>,
    /// Day of publication.
    pub published: Option<Day>,
    /// Plain text, a line feed between blocks; empty where only a curated summary came.
    pub body: String,
    /// Facts that an editor supplied.
    pub curated: Curated,
    /// Names, numbers and quotes of facts that an editor took back.
    pub omit: Vec<String>,
}

impl Article {
    /// Reads Contract 1 or one of the other recognised shapes.
    ///
    /// # Errors
    /// `wrong-type` with the field's path, `missing-body` where there is neither `body` nor
    /// `summary`, `empty-body` where `body` holds no text, `too-large`.
    pub fn read(json: &Json, platform: &dyn Platform) -> Result<Self, Problem> {
        let article = Self::recognised(json, false, platform)?;
        if article.body.is_empty() && article.curated.is_empty() {
            return Err(Problem::new(
                Code::EmptyBody,
                "Nội dung bài viết trống. Hãy điền văn bản hoặc HTML của bài vào trường “body”.",
                "The article's body is empty. Put the article's text or HTML into “body”.",
            )
            .at("body"));
        }
        Ok(article)
    }

    /// What the JSON states, be it without a text: to complete an article that stands in a page.
    ///
    /// # Errors
    /// As [`Self::read`], but for those of a missing text in the plain form.
    pub fn stated(json: &Json, platform: &dyn Platform) -> Result<Self, Problem> {
        Self::recognised(json, true, platform)
    }

    fn recognised(json: &Json, bare: bool, platform: &dyn Platform) -> Result<Self, Problem> {
        let mut article = shape::recognise(json, bare, platform)?;
        article.title = article.title.filter(|title| !title.is_empty());
        if article.body.trim().is_empty() {
            article.body.clear();
        }
        Ok(article)
    }

    /// This article with the text of `page`, and with what that has and this does not state.
    #[must_use]
    pub fn completed(self, page: Self) -> Self {
        Self {
            title: self.title.or(page.title),
            url: self.url.or(page.url),
            source: self.source.or(page.source),
            published: self.published.or(page.published),
            body: page.body,
            ..self
        }
    }

    /// The text that evidence counts in: [`Self::raw`] in normal form.
    #[must_use]
    pub fn source_text(&self) -> String {
        normalise(&self.raw())
    }

    /// Title, line feed, body.
    #[must_use]
    pub fn raw(&self) -> Cow<'_, str> {
        match &self.title {
            Some(title) => Cow::Owned([title, "\n", &self.body].concat()),
            None => Cow::Borrowed(&self.body),
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
