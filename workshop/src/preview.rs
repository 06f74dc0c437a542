//! The card as it will show: the very component, in a shadow root of its own, at the place that was chosen.

use crate::snippet;
use crate::state::{Place, State};
use std::rc::Rc;
use tom_tat::article::Article;
use tom_tat::card::{Options, STYLES};
use tom_tat::widget::TomTat;
use web_sys::{Element, ShadowRootInit, ShadowRootMode};
use yew::prelude::*;

#[derive(Properties, Clone)]
pub(crate) struct PreviewProps {
    pub(crate) article: Rc<Article>,
    pub(crate) state: State,
}

impl PartialEq for PreviewProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.article, &other.article) && self.state == other.state
    }
}

/// An element `<tom-tat>`, which nobody defines in this page, with the card in it.
pub(crate) struct Preview {
    host: NodeRef,
    /// Where in its shadow root the card goes, once that is there.
    mount: Option<Element>,
}

impl Component for Preview {
    type Message = Element;
    type Properties = PreviewProps;

    fn create(_: &Context<Self>) -> Self {
        Self { host: NodeRef::default(), mount: None }
    }

    fn update(&mut self, _: &Context<Self>, mount: Element) -> bool {
        self.mount = Some(mount);
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let PreviewProps { article, state } = ctx.props();
        let options = Options::from_attributes(|name| state.attributes.get(name).cloned());
        let theme = match state.place {
            Place::Dark => "dark",
            _ => state.attribute("theme"),
        };
        let theme = Some(theme.to_owned()).filter(|theme| !theme.is_empty());
        // Paper is shown by its own rules, for what is on a screen.
        let styles = match state.place {
            Place::Print => STYLES.replace("@media print", "@media all"),
            _ => STYLES.to_owned(),
        };
        let card = self.mount.clone().map(|mount| {
            let card = html! {
                <><style>{ styles }</style><TomTat article={Rc::clone(article)} {options} /></>
            };
            yew::create_portal(card, mount)
        });
        html! {
            <div class={classes!("stage", format!("stage-{}", state.place.name()))}>
                // The portal leaves nothing here; beside it, the element would be made anew.
                <@{"tom-tat"} ref={self.host.clone()} {theme} style={snippet::tokens(state)}>
                    { card }
                </@>
            </div>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if !first {
            return;
        }
        let mount = || -> Option<Element> {
            let host: Element = self.host.cast()?;
            let root = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).ok()?;
            let mount = gloo::utils::document().create_element("div").ok()?;
            root.append_child(&mount).ok()?;
            Some(mount)
        };
        if let Some(mount) = mount() {
            ctx.link().send_message(mount);
        }
    }
}
