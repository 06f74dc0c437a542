//! The card at publishing time: HTML with declarative shadow DOM, which needs no script.

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
        let styles = match &self.stylesheet {
            Some(url) => format!("<link rel=\"stylesheet\" href=\"{}\">", escape(url)),
            // NukeViet's optimiser moves styles to the page's head; the "<" hides this one from it.
            None => format!("<style>/*<*/{STYLES}</style>"),
        };
        let theme = self.theme.as_deref().map(|theme| format!(" theme=\"{}\"", escape(theme)));
        let data = self.jsonld.then(|| linked_data(&summary)).map(|json| {
            format!("<script type=\"application/ld+json\" data-tom-tat-jsonld>{json}</script>")
        });
        [
            "<tom-tat",
            &theme.unwrap_or_default(),
            "><template shadowrootmode=\"open\">",
            &styles,
            &html(&summary, options).replace('\n', "&#10;"),
            "</template></tom-tat>",
            &data.unwrap_or_default(),
        ]
        .concat()
    }
}

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
