//! An article that was read, and what is made of it.

use crate::input::{self, Edits, Failure, Plain};
use std::rc::Rc;
use tom_tat::article::Article;
use tom_tat::extract::extract;
use tom_tat::summary::Summary;

/// Made anew where the article or its corrections change.
pub(crate) struct Reading {
    /// As it came.
    original: Rc<Article>,
    /// What was found in it.
    found: Rc<Summary>,
    /// With the corrected facts.
    pub(crate) article: Rc<Article>,
    pub(crate) summary: Rc<Summary>,
    pub(crate) json: String,
    /// The corrected facts alone, as JSON; `None` where nothing was corrected.
    pub(crate) corrections: Option<String>,
}

impl Reading {
    pub(crate) fn of(article: Rc<Article>, edits: &Edits) -> Result<Self, Failure> {
        let found = Rc::new(extract(&article)?);
        let json = input::to_json(&Plain::of(&article, &Edits::default()));
        let (original, summary) = (Rc::clone(&article), Rc::clone(&found));
        let reading = Self { original, found, article, summary, json, corrections: None };
        if edits.is_empty() { Ok(reading) } else { reading.edited(edits) }
    }

    /// The same with corrected facts, read as the element would, so that what shows is what is handed out.
    pub(crate) fn edited(&self, edits: &Edits) -> Result<Self, Failure> {
        let (original, found) = (Rc::clone(&self.original), Rc::clone(&self.found));
        let plain = Plain::of(&original, edits);
        let json = input::to_json(&plain);
        let article = if edits.is_empty() {
            Rc::clone(&original)
        } else {
            Rc::new(tom_tat::embed::read_article(&input::to_js(&plain))?)
        };
        // The list of facts keeps the sentences, which corrected facts have no more.
        let mut summary = Summary::clone(&found);
        edits.apply(&mut summary);
        let corrections = (!edits.is_empty()).then(|| input::corrections(edits));
        Ok(Self { original, found, article, summary: Rc::new(summary), json, corrections })
    }
}
