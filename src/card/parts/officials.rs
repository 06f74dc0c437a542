//! Officials, their posts and what they did.

use super::{Scene, evidence::evidence, section::section};
use crate::card::options::Section;
use crate::card::view::OfficialView;
use yew::prelude::*;

pub(in crate::card) fn officials(scene: &Scene<'_>) -> Html {
    let view = scene.view;
    let title = ("officials", view.options.lang.labels().officials);
    let list = |items: Html| html! { <ul part="officials" role="list">{ items }</ul> };
    let entries = view.officials.iter().map(|entry| official(scene, entry)).collect();
    section(view, Section::Officials, title, entries, list)
}

fn official(scene: &Scene<'_>, official: &OfficialView) -> Html {
    let position = |text: &String| html! { <li part="position">{ text }</li> };
    html! {
        <li part="fact official">
            <p part="official-line">
                <b part="name" lang="vi">{ &official.name }</b>
                { for official.roles.iter().map(|role| html! {
                    <>{ " " }<span part="role">{ *role }</span></>
                }) }
            </p>
            if !official.positions.is_empty() {
                <ul part="positions" role="list" lang="vi">
                    { for official.positions.iter().map(position) }
                </ul>
            }
            { evidence(scene, official.quote.as_ref(), &official.name) }
        </li>
    }
}
