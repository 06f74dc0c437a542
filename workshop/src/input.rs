//! Text of any kind into an article: JSON, a page or a piece of HTML, an address, plain words.

use crate::state::Source;
use gloo::net::http::Request;
use serde::Serialize;
use std::rc::Rc;
use tom_tat::article::Article;
use tom_tat::embed::{read_article, read_page};
use tom_tat::problem::Problem;
use tom_tat::summary::{Day, Directive, Event, Figure, Official, Summary};
use wasm_bindgen::JsValue;

/// More than this is refused before it is read, in bytes.
pub(crate) const MOST_BYTES: f64 = 20_000_000.0;

/// What kept the article from being read, in Vietnamese and English.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Failure {
    pub(crate) code: String,
    pub(crate) words: [String; 2],
}

impl Failure {
    pub(crate) fn new(code: &str, vi: impl Into<String>, en: impl Into<String>) -> Self {
        Self { code: code.to_owned(), words: [vi.into(), en.into()] }
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        let words = ["vi", "en"].map(|lang| problem.message(lang).to_owned());
        Self { code: problem.code.as_str().to_owned(), words }
    }
}

/// The text that a source stands for.
pub(crate) async fn text(source: &Source) -> Result<String, Failure> {
    match source {
        Source::Text(text) => Ok(text.clone()),
        Source::Sample(name) => fetch(&["www/articles/", name, ".json"].concat()).await,
        Source::Address(address) => fetch(address).await,
    }
}

async fn fetch(address: &str) -> Result<String, Failure> {
    let lost = |_| {
        Failure::new(
            "not-readable",
            format!(
                "Không tải được {address}. Hãy kiểm tra địa chỉ; máy chủ khác phải cho phép (CORS). \
                 Hoặc dán thẳng nội dung vào ô."
            ),
            format!(
                "Cannot fetch {address}. Check the address; another server has to allow it (CORS). \
                 Or paste the text itself."
            ),
        )
    };
    let answer = Request::get(address).send().await.map_err(lost)?;
    if !answer.ok() {
        let status = answer.status();
        return Err(Failure::new(
            "http-status",
            format!("Máy chủ trả lời HTTP {status} cho {address}. Hãy kiểm tra địa chỉ."),
            format!("The server answers HTTP {status} for {address}. Check the address."),
        ));
    }
    answer.text().await.map_err(lost)
}

/// Whether somebody pasted an address and nothing else.
pub(crate) fn is_address(text: &str) -> bool {
    let text = text.trim();
    let starts = ["https://", "http://", "/", "./"].iter().any(|start| text.starts_with(start));
    starts && !text.contains(char::is_whitespace)
}

/// The article of a text.
pub(crate) fn article(text: &str) -> Result<Rc<Article>, Failure> {
    let start = text.trim_start();
    if start.starts_with(['{', '[']) {
        return Ok(Rc::new(read_article(&text.into())?));
    }
    if start.starts_with('<') {
        let page = read_page(text);
        // A piece of a page has neither headline nor article around it.
        return page.or_else(|_| body(None, text)).map(Rc::new).map_err(Failure::from);
    }
    // In what people copy, the first line is the headline, if it is short and no sentence.
    let (first, rest) = start.split_once('\n').unwrap_or((start, ""));
    let headline = !rest.trim().is_empty() && first.len() < 250 && !first.trim_end().ends_with('.');
    let (title, words) = if headline { (Some(first.trim()), rest) } else { (None, start) };
    Ok(Rc::new(body(title, words)?))
}

fn body(title: Option<&str>, body: &str) -> Result<Article, Problem> {
    let json = Plain { title, body, ..Plain::default() };
    read_article(&to_js(&json))
}

/// Contract 1, as the workshop hands it out.
#[derive(Serialize, Default)]
pub(crate) struct Plain<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) source: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) published: Option<Day>,
    pub(crate) body: &'a str,
    #[serde(skip_serializing_if = "Edits::is_empty")]
    pub(crate) summary: Edits,
}

/// Facts that somebody corrected: each list that is there replaces the extracted one.
#[derive(Serialize, Default, Clone, PartialEq, Debug)]
pub(crate) struct Edits {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) event: Option<Option<Event>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) officials: Option<Vec<Official>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) directives: Option<Vec<Directive>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) figures: Option<Vec<Figure>>,
}

impl Edits {
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Puts the corrected facts in the place of the extracted ones.
    pub(crate) fn apply(&self, summary: &mut Summary) {
        fn replace<T: Clone>(from: &Option<T>, to: &mut T) {
            if let Some(value) = from {
                to.clone_from(value);
            }
        }
        replace(&self.event, &mut summary.event);
        replace(&self.officials, &mut summary.officials);
        replace(&self.directives, &mut summary.directives);
        replace(&self.figures, &mut summary.figures);
    }

    /// The same without places in the article: what an editor says needs none.
    fn bare(&self) -> Self {
        let mut bare = self.clone();
        bare.event.iter_mut().flatten().for_each(|fact| fact.evidence.clear());
        bare.officials.iter_mut().flatten().for_each(|fact| fact.evidence.clear());
        bare.directives.iter_mut().flatten().for_each(|fact| fact.evidence.clear());
        bare.figures.iter_mut().flatten().for_each(|fact| fact.evidence.clear());
        bare
    }
}

impl<'a> Plain<'a> {
    /// The article with the corrected facts in the place of the extracted ones.
    pub(crate) fn of(article: &'a Article, edits: &Edits) -> Self {
        Self {
            title: article.title.as_deref(),
            url: article.url.as_deref(),
            source: article.source.as_deref(),
            published: article.published,
            body: &article.body,
            summary: edits.bare(),
        }
    }
}

/// The corrected facts alone, for an article that stands in the page.
pub(crate) fn corrections(edits: &Edits) -> String {
    #[derive(Serialize)]
    struct Corrections {
        summary: Edits,
    }
    to_json(&Corrections { summary: edits.bare() })
}

/// A value as JavaScript has it after `JSON.parse`.
pub(crate) fn to_js(value: &impl Serialize) -> JsValue {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&serializer).unwrap_or(JsValue::NULL)
}

/// A value as JSON, a field a line.
pub(crate) fn to_json(value: &impl Serialize) -> String {
    let text =
        js_sys::JSON::stringify_with_replacer_and_space(&to_js(value), &JsValue::NULL, &2.into());
    text.map(String::from).unwrap_or_default()
}
