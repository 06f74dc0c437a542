//! The whole widget as a Yew component: an article goes in, its card comes out.

use crate::article::Article;
use crate::card::{Card, Copying, Options, Place};
use crate::extract::extract;
use crate::problem::Problem;
use crate::summary::Summary;
use std::rc::Rc;
use yew::prelude::*;

/// What was read of an article: its facts, or why there are none.
pub type Reading = Result<Rc<Summary>, Problem>;

/// Properties of a [`TomTat`].
#[derive(Properties, Clone, Default)]
pub struct TomTatProps {
    /// The article. Compared by identity: another `Rc` is read anew.
    pub article: Rc<Article>,
    /// How its card is to be shown.
    #[prop_or_default]
    pub options: Options,
    /// As in [`CardProps`](crate::card::CardProps).
    #[prop_or_default]
    pub on_follow: Option<Callback<Place, bool>>,
    /// As in [`CardProps`](crate::card::CardProps).
    #[prop_or_default]
    pub on_copy: Option<Callback<Copying>>,
    /// Called once the card of an article is there, or the fallback.
    #[prop_or_default]
    pub on_shown: Option<Callback<Reading>>,
    /// Another number has `on_shown` called once more, after that rendering.
    #[prop_or_default]
    pub turn: u32,
    /// The fallback: what shows where the article cannot be read.
    #[prop_or_default]
    pub children: Html,
}

impl PartialEq for TomTatProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.article, &other.article)
            && self.options == other.options
            && self.on_follow == other.on_follow
            && self.on_copy == other.on_copy
            && self.on_shown == other.on_shown
            && self.turn == other.turn
            && self.children == other.children
    }
}

/// Reads an article and shows the card of its facts; the children where it cannot be read.
///
/// The card's style sheet is [`STYLES`](crate::card::STYLES), for a shadow root or a whole page.
///
/// ```
/// use tom_tat::{article::Article, card::Options, widget::TomTat};
/// use yew::prelude::*;
///
/// #[component]
/// fn News() -> Html {
///     let article = use_memo((), |()| Article {
///         title: Some("Tổng kết công tác dân vận".to_owned()),
///         body: "Sáng 29/4/2022, UBND tỉnh tổ chức hội nghị tổng kết.".to_owned(),
///         ..Article::default()
///     });
///     let options = Options { heading: 2, ..Options::default() };
///     html! { <TomTat {article} {options}><a href="/bai">{ "Đọc bài viết" }</a></TomTat> }
/// }
/// ```
pub struct TomTat {
    reading: Reading,
    /// Whether somebody is still to be told what was read.
    untold: bool,
}

impl Component for TomTat {
    type Message = ();
    type Properties = TomTatProps;

    fn create(ctx: &Context<Self>) -> Self {
        Self { reading: read(ctx.props()), untold: true }
    }

    fn changed(&mut self, ctx: &Context<Self>, before: &TomTatProps) -> bool {
        let props = ctx.props();
        let omits = &props.options.omit;
        let other = !Rc::ptr_eq(&props.article, &before.article) || *omits != before.options.omit;
        if other {
            self.reading = read(props);
        }
        self.untold |= other || props.turn != before.turn;
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        match &self.reading {
            Ok(summary) => html! {
                <Card
                    summary={Rc::clone(summary)}
                    options={props.options.clone()}
                    on_follow={props.on_follow.clone()}
                    on_copy={props.on_copy.clone()}
                />
            },
            Err(_) => props.children.clone(),
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        if std::mem::take(&mut self.untold)
            && let Some(on_shown) = &ctx.props().on_shown
        {
            on_shown.emit(self.reading.clone());
        }
    }
}

fn read(props: &TomTatProps) -> Reading {
    let mut summary = extract(&props.article)?;
    summary.omit(&props.options.omit);
    Ok(Rc::new(summary))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{TomTat, TomTatProps};
    use crate::article::{Article, Json};
    use crate::card::Options;
    use crate::native::Native;
    use crate::native::render::rendered;
    use std::rc::Rc;
    use yew::{LocalServerRenderer, html};

    fn shown(json: &str) -> String {
        let json: Json = serde_json::from_str(json).unwrap();
        let article = Rc::new(Article::read(&json, &Native).unwrap());
        rendered(LocalServerRenderer::<TomTat>::with_props(TomTatProps {
            article,
            options: Options::default(),
            on_follow: None,
            on_copy: None,
            on_shown: None,
            turn: 0,
            children: html! { <p>{ "Đọc bài viết" }</p> },
        }))
    }

    #[test]
    fn an_article_becomes_its_card() {
        let html = shown(
            r#"{"body": "Sáng 3/7/2020, đồng chí Lý Thị Bình, Giám đốc Sở Y tế chủ trì họp."}"#,
        );
        assert!(html.contains(r#"<b part="name whole">Lý Thị Bình</b>"#), "{html}");
        assert!(!html.contains("Đọc bài viết"), "{html}");
    }

    #[test]
    fn an_article_that_cannot_be_read_shows_the_children() {
        let html = shown(r#"{"body": "The provincial committee held a conference on Monday."}"#);
        assert_eq!(html, "<p>Đọc bài viết</p>");
    }
}
