//! The card at publishing time: HTML with declarative shadow DOM, which needs no script.

use super::light;
use crate::card::{Card, CardProps, Options, STYLES};
use crate::summary::{NewsArticle, Summary, for_script};
use clap::Args;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use yew::LocalServerRenderer;
use yew::html::BaseComponent;

/// How cards are to be rendered: the attributes of the element, as options of the command.
#[derive(Args, Debug, Default)]
pub struct Rendering {
    /// Language of the card's own words: vi or en.
    #[arg(long)]
    lang: Option<String>,
    /// How much shows: line, short or full.
    #[arg(long)]
    density: Option<String>,
    /// Sections and their order.
    #[arg(long)]
    show: Option<String>,
    /// Entries before "Xem thêm": one number, or one a section (figures:4 officials:3).
    #[arg(long)]
    limit: Option<String>,
    /// Level of the headline, 2 to 5.
    #[arg(long)]
    heading: Option<String>,
    /// auto, light or dark.
    #[arg(long)]
    theme: Option<String>,
    /// Address that searches for a document, with {number}.
    #[arg(long)]
    lookup: Option<String>,
    /// Address where a wrong fact is told, with {url} and {fact}: https://… or mailto:…
    #[arg(long)]
    report: Option<String>,
    /// Facts that are not to show, with semicolons between.
    #[arg(long)]
    omit: Option<String>,
    /// Plain HTML with classes, without shadow DOM: for posts whose editor takes styles and scripts away. Its
    /// style sheet is pkg/card-light.css.
    #[arg(long, conflicts_with = "stylesheet")]
    light: bool,
    /// A whole page, with the cards of all articles.
    #[arg(long)]
    page: bool,
    /// Address of the style sheet (pkg/card.css), for pages whose CSP forbids inline styles.
    #[arg(long)]
    stylesheet: Option<String>,
    /// Add the facts as JSON-LD.
    #[arg(long)]
    jsonld: bool,
}

impl Rendering {
    /// The card of `summary`, on one line.
    #[must_use]
    pub fn card(&self, summary: &Summary) -> String {
        let options = Options::from_attributes(|name| match name {
            "lang" => self.lang.clone(),
            "density" => self.density.clone(),
            "show" => self.show.clone(),
            "limit" => self.limit.clone(),
            "heading" => self.heading.clone(),
            "lookup" => self.lookup.clone(),
            "report" => self.report.clone(),
            "omit" => self.omit.clone(),
            _ => None,
        });
        let mut summary = summary.clone();
        summary.omit(&options.omit);
        let data = self.jsonld.then(|| linked_data(&summary)).map(|json| {
            format!("<script type=\"application/ld+json\" data-tom-tat-jsonld>{json}</script>")
        });
        let data = data.unwrap_or_default();
        if self.light {
            return light::markup(&summary, options, self.theme.as_deref()) + &data;
        }
        let styles = match &self.stylesheet {
            Some(url) => format!("<link rel=\"stylesheet\" href=\"{}\">", escape(url)),
            // NukeViet's optimiser moves styles to the page's head; the "<" hides this one from it.
            None => format!("<style>/*<*/{STYLES}</style>"),
        };
        let theme = self.theme.as_deref().map(|theme| format!(" theme=\"{}\"", escape(theme)));
        [
            "<tom-tat",
            &theme.unwrap_or_default(),
            "><template shadowrootmode=\"open\">",
            &styles,
            &html(&summary, options).replace('\n', "&#10;"),
            "</template></tom-tat>",
            &data,
        ]
        .concat()
    }
}

/// Before and behind the cards of a page.
impl Rendering {
    /// The head of the page, if it is one.
    #[must_use]
    pub fn head(&self) -> Option<String> {
        let lang = if self.lang.as_deref() == Some("en") { "en" } else { "vi" };
        let styles = if self.light { light::styles() } else { String::new() };
        self.page.then(|| {
            format!(
                "<!doctype html>\n<html lang=\"{lang}\">\n<meta charset=\"utf-8\">\n\
                 <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
                 <title>Tóm tắt</title>\n<style>{PAGE}{styles}</style>\n<main>\n"
            )
        })
    }

    /// The end of the page, if it is one.
    #[must_use]
    pub fn foot(&self) -> Option<String> {
        self.page.then(|| "</main>\n</html>\n".to_owned())
    }
}

/// The page around the cards.
const PAGE: &str = ":root{color-scheme:light dark;font:16px/1.5 \"Noto Sans\",\"Liberation Sans\",Arial,sans-serif}\
    main{max-width:46em;margin:0 auto;padding:24px 16px}main>*{display:block;margin-block-end:24px}";

/// The facts as JSON-LD, on one line.
#[must_use]
pub fn linked_data(summary: &Summary) -> String {
    // Neither map nor key of another type than text: it cannot fail.
    for_script(&serde_json::to_string(&NewsArticle::from(summary)).unwrap_or_default())
}

/// The markup of a card, by the components that the browser renders.
pub(crate) fn html(summary: &Summary, options: Options) -> String {
    let summary = Rc::new(summary.clone());
    let props = CardProps { summary, options, on_follow: None, on_copy: None };
    rendered(LocalServerRenderer::<Card>::with_props(props))
}

/// The markup of any component whose rendering waits for nothing.
pub(crate) fn rendered<C: BaseComponent>(renderer: LocalServerRenderer<C>) -> String {
    block_on(renderer.hydratable(false).render())
}

/// Runs a future that never waits for anything outside of itself.
fn block_on<T>(future: impl Future<Output = T>) -> T {
    let mut future = std::pin::pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
    }
}

fn escape(value: &str) -> String {
    value.replace('&', "&amp;").replace('"', "&quot;").replace('\n', "&#10;")
}
