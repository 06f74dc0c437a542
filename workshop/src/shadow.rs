//! An element with a shadow root of its own, so that no style sheet gets in or out.

use web_sys::{Element, ShadowRootInit, ShadowRootMode};
use yew::prelude::*;

#[derive(Properties, Clone, PartialEq)]
pub(crate) struct ShadowProps {
    /// The element's name.
    pub(crate) tag: &'static str,
    #[prop_or_default]
    pub(crate) class: Classes,
    /// The attributes `theme` and `style`.
    #[prop_or_default]
    pub(crate) theme: Option<String>,
    #[prop_or_default]
    pub(crate) style: Option<String>,
    /// Whether it is a picture only: nothing in it can be reached.
    #[prop_or_default]
    pub(crate) inert: bool,
    pub(crate) children: Html,
}

pub(crate) struct Shadow {
    host: NodeRef,
    /// Where in the shadow root the children go, once that is there.
    mount: Option<Element>,
}

impl Component for Shadow {
    type Message = Element;
    type Properties = ShadowProps;

    fn create(_: &Context<Self>) -> Self {
        Self { host: NodeRef::default(), mount: None }
    }

    fn update(&mut self, _: &Context<Self>, mount: Element) -> bool {
        self.mount = Some(mount);
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let ShadowProps { tag, class, theme, style, inert, children } = ctx.props().clone();
        let portal = self.mount.clone().map(|mount| yew::create_portal(children, mount));
        html! {
            // The portal leaves nothing here; beside the element, that would be made anew.
            <@{tag} ref={self.host.clone()} {class} {theme} {style} {inert}>
                { portal }
            </@>
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
