//! The workshop: what is chosen, what was read, and what shows.

use crate::address;
use crate::browser;
use crate::controls::{Choice, Token};
use crate::input::{self, Edits, Failure};
use crate::portal;
use crate::reading::Reading;
use crate::snippet::TARGETS;
use crate::state::{Place, Source, State};
use crate::words::Words;
use gloo::history::{BrowserHistory, History, HistoryListener};
use gloo::timers::callback::Timeout;
use web_sys::File;
use yew::prelude::*;

/// How long somebody has to pause in writing before the article is read again, in milliseconds.
const PAUSE: u32 = 300;

pub(crate) enum Message {
    /// The address says this.
    Read(State),
    /// Somebody wrote into the field.
    Typed(String),
    Open(Source),
    /// What a source gave, and the number of the request.
    Loaded(u32, Result<String, Failure>),
    Dropped(File),
    Choose(Choice),
    Place(Place),
    English(bool),
    Edit(Edits),
    Target(String),
    /// The gallery of themes was opened or closed.
    Gallery(bool),
    /// The page of the portal is there.
    Portal,
    Copy(String),
    Copied(bool),
    Save(String),
    Tokens(Vec<Token>),
    /// The address was made; `None` where it would be too long.
    Written(Option<String>),
}

pub(crate) struct App {
    pub(crate) state: State,
    pub(crate) text: String,
    pub(crate) reading: Option<Result<Reading, Failure>>,
    pub(crate) edits: Edits,
    pub(crate) target: &'static str,
    /// Whether the gallery of themes is open.
    pub(crate) gallery: bool,
    pub(crate) tokens: Vec<Token>,
    notice: Option<[&'static str; 2]>,
    /// The number of the last request: what comes back late changes nothing.
    request: u32,
    pause: Option<Timeout>,
    history: BrowserHistory,
    /// The address that was written last: hearing of it is no news.
    own: Option<String>,
    _listener: HistoryListener,
}

fn fragment() -> String {
    gloo::utils::window().location().hash().unwrap_or_default()
}

impl Component for App {
    type Message = Message;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let link = ctx.link().clone();
        let read = move || {
            link.send_future(async { Message::Read(address::read(&fragment()).await) });
        };
        read();
        let history = BrowserHistory::new();
        let listener = history.listen(read);
        ctx.link().send_future(async { Message::Tokens(browser::tokens().await) });
        Self {
            state: State::default(),
            text: String::new(),
            reading: None,
            edits: Edits::default(),
            target: TARGETS[0].name,
            gallery: false,
            tokens: Vec::new(),
            notice: None,
            request: 0,
            pause: None,
            history,
            own: None,
            _listener: listener,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Read(state) => {
                if self.own.as_deref() == Some(&fragment()) && self.reading.is_some() {
                    return false;
                }
                if self.state.source != state.source {
                    self.edits = Edits::default();
                }
                self.state = state;
                self.open(ctx);
            }
            Message::Typed(text) => {
                self.text = text;
                let link = ctx.link().clone();
                let text = self.text.clone();
                self.pause = Some(Timeout::new(PAUSE, move || {
                    let address = input::is_address(&text);
                    let source = if address {
                        Source::Address(text.trim().to_owned())
                    } else {
                        Source::Text(text)
                    };
                    link.send_message(Message::Open(source));
                }));
                return false;
            }
            Message::Open(source) => {
                self.state.source = source;
                self.edits = Edits::default();
                self.open(ctx);
                self.write(ctx);
            }
            Message::Loaded(request, text) => {
                if request != self.request {
                    return false;
                }
                self.reading = Some(text.and_then(|text| {
                    let article = input::article(&text);
                    self.text = text;
                    Reading::of(article?, &self.edits)
                }));
            }
            Message::Dropped(file) => self.take_in(ctx, file),
            Message::Choose(choice) => {
                self.choose(choice);
                self.write(ctx);
            }
            Message::Place(place) => {
                self.state.place = place;
                self.write(ctx);
            }
            Message::English(english) => {
                self.state.english = english;
                self.write(ctx);
            }
            Message::Edit(edits) => {
                self.edits = edits;
                if let Some(Ok(reading)) = &self.reading {
                    self.reading = Some(reading.edited(&self.edits));
                }
                if !self.edits.is_empty() {
                    self.target = "json";
                }
            }
            Message::Target(name) => {
                self.target =
                    TARGETS.iter().find(|each| each.name == name).map_or("auto", |each| each.name);
            }
            Message::Gallery(open) => self.gallery = open,
            // What it is given is done after rendering.
            Message::Portal => {}
            Message::Copy(text) => {
                ctx.link().send_future(async { Message::Copied(browser::copy(text).await) });
            }
            Message::Copied(done) => {
                self.notice = Some(if done {
                    ["Đã chép.", "Copied."]
                } else {
                    [
                        "Trình duyệt không cho chép. Hãy chọn chữ rồi chép.",
                        "The browser refuses. Select the text and copy it.",
                    ]
                });
            }
            Message::Save(json) => browser::save(&json),
            Message::Tokens(tokens) => self.tokens = tokens,
            Message::Written(Some(address)) => {
                self.own = Some(address.clone());
                self.history.replace(address);
                self.notice = None;
            }
            Message::Written(None) => {
                self.notice = Some([
                    "Bài quá dài để ghi vào địa chỉ: hãy gửi tệp JSON thay cho liên kết.",
                    "The article is too long for the address: send the JSON file in its place.",
                ]);
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let words = Words { english: self.state.english };
        html! {
            <div class="workshop">
                { self.switch(ctx, words) }
                <div class="steps">
                    { self.article(ctx, words) }
                    { self.facts(ctx, words) }
                    { self.looks(ctx, words) }
                    <section aria-labelledby="step-take">
                        <h2 id="step-take">{ words.of("4. Mang về", "4. Take it home") }</h2>
                        { self.take(ctx, words) }
                    </section>
                </div>
                <div class="look">{ self.preview(ctx, words) }</div>
                <p class="notice" role="status">{ self.notice.map(|notice| words.of(notice[0], notice[1])) }</p>
            </div>
        }
    }

    fn rendered(&mut self, _: &Context<Self>, _first: bool) {
        let root = gloo::utils::document().document_element();
        if let Some(root) = root {
            let _ = root.set_attribute("lang", if self.state.english { "en" } else { "vi" });
        }
        if self.state.place == Place::Portal
            && let Some(Ok(reading)) = &self.reading
        {
            portal::fill(&reading.article, &reading.json, &self.state);
        }
    }
}

impl App {
    /// Reads the source of the state.
    fn open(&mut self, ctx: &Context<Self>) {
        self.request += 1;
        let (request, source) = (self.request, self.state.source.clone());
        ctx.link().send_future(async move { Message::Loaded(request, input::text(&source).await) });
    }

    /// Writes the state into the address.
    fn write(&self, ctx: &Context<Self>) {
        let state = self.state.clone();
        ctx.link().send_future(async move { Message::Written(address::write(&state).await) });
    }

    fn choose(&mut self, choice: Choice) {
        let state = &mut self.state;
        match choice {
            Choice::Attribute(name, value) => State::set(&mut state.attributes, name, value),
            Choice::Token(name, value) => State::set(&mut state.tokens, &name, value),
            Choice::Look(look) => state.look = look,
            Choice::Reset => {
                state.attributes.clear();
                state.tokens.clear();
                state.look = None;
            }
        }
    }

    /// Reads a file that was dropped or chosen, unless it is too large to be an article.
    fn take_in(&mut self, ctx: &Context<Self>, file: File) {
        if file.size() > input::MOST_BYTES {
            let megabytes = (file.size() / 1e6).round();
            self.reading = Some(Err(Failure::new(
                "too-large",
                format!(
                    "Tệp {megabytes} MB quá lớn cho một bài viết (nhiều nhất 20 MB). Hãy chọn tệp của riêng bài."
                ),
                format!(
                    "The file of {megabytes} MB is too large for an article (20 MB at most). Choose the article's own."
                ),
            )));
            return;
        }
        let blob = gloo::file::Blob::from(file);
        ctx.link().send_future(async move {
            // A file that cannot be read has no text to lose.
            let text = gloo::file::futures::read_as_text(&blob).await.unwrap_or_default();
            Message::Open(Source::Text(text))
        });
    }
}
