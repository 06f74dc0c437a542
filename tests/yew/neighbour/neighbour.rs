//! Test: a Yew module of somebody else's in the page of a card. It counts clicks, and counts its
//! handlers from the same number as the card's module does.

#![cfg(target_arch = "wasm32")]

use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::prelude::*;

/// More handlers than a card has, so that each number of the card's is one of ours, too.
const BUTTONS: usize = 40;

#[derive(Properties, PartialEq)]
struct Props {
    /// Address of the article of a card that stands inside; none without.
    src: Option<String>,
}

/// Buttons in a frame; shows how often the frame and how often all buttons were clicked.
#[component]
fn Counter(props: &Props) -> Html {
    let frame = use_state(|| 0);
    let buttons = use_state(|| 0);
    let count = |state: &UseStateHandle<u32>| {
        let state = state.clone();
        move |_: MouseEvent| state.set(*state + 1)
    };
    html! {
        <div class="frame" onclick={count(&frame)}>
            <output class="clicks">{ format!("{} {}", *frame, *buttons) }</output>
            { for (0..BUTTONS).map(|_| html! { <button onclick={count(&buttons)}>{ "+" }</button> }) }
            if let Some(src) = &props.src {
                <tom-tat id="within" src={src.clone()} />
            }
        </div>
    }
}

/// Mounts the counter into `root`, with a card of the article at `src` inside it.
#[wasm_bindgen]
pub fn mount(root: Element, src: Option<String>) {
    yew::Renderer::<Counter>::with_root_and_props(root, Props { src }).render();
}
