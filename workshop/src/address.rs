//! The state as the fragment of the page's address, and back.

use crate::pack;
use crate::state::{LOOKS, Place, SAMPLES, Source, State};
use web_sys::UrlSearchParams;

/// Attributes of the element that the workshop sets.
pub(crate) const ATTRIBUTES: [&str; 9] =
    ["density", "show", "limit", "lang", "theme", "heading", "lookup", "report", "omit"];

/// Longest address that servers, mail and chats pass on, in characters.
pub(crate) const LONGEST: usize = 16_000;

/// The fragment, with its `#`; `None` where the article makes it too long to be shared.
pub(crate) async fn write(state: &State) -> Option<String> {
    let params = UrlSearchParams::new().ok()?;
    match &state.source {
        Source::Sample(name) if name == SAMPLES[0].0 => {}
        Source::Sample(name) => params.append("sample", name),
        Source::Address(address) => params.append("src", address),
        Source::Text(text) => params.append("text", &pack::pack(text).await?),
    }
    for (name, value) in &state.attributes {
        params.append(name, value);
    }
    for (name, value) in &state.tokens {
        params.append(name, value);
    }
    if let Some(look) = &state.look {
        params.append("look", look);
    }
    if state.place != Place::default() {
        params.append("place", state.place.name());
    }
    if state.english {
        params.append("ui", "en");
    }
    let query = String::from(params.to_string());
    (query.len() <= LONGEST).then(|| ["#", &query].concat())
}

/// Reads a fragment. What is not known, or says nonsense, counts as absent.
pub(crate) async fn read(fragment: &str) -> State {
    let mut state = State::default();
    let query = fragment.strip_prefix('#').unwrap_or(fragment);
    let Ok(params) = UrlSearchParams::new_with_str(query) else { return state };
    let sample = params.get("sample").filter(|name| SAMPLES.iter().any(|(known, _)| known == name));
    if let Some(address) = params.get("src") {
        state.source = Source::Address(address);
    } else if let Some(name) = sample {
        state.source = Source::Sample(name);
    }
    if let Some(packed) = params.get("text")
        && let Some(text) = pack::unpack(&packed).await
    {
        state.source = Source::Text(text);
    }
    for name in ATTRIBUTES {
        State::set(&mut state.attributes, name, params.get(name).unwrap_or_default());
    }
    for entry in params.keys() {
        let name = entry.ok().and_then(|name| name.as_string()).unwrap_or_default();
        if name.starts_with("--tom-tat-") {
            State::set(&mut state.tokens, &name, params.get(&name).unwrap_or_default());
        }
    }
    state.look = params.get("look").filter(|look| LOOKS.iter().any(|(known, _)| known == look));
    state.place = Place::from_name(&params.get("place").unwrap_or_default());
    state.english = params.get("ui").as_deref() == Some("en");
    state
}
