/**
 * `<tom-tat-list>`: a card for each article of a feed. Loaded by the loader once such an element is there.
 *
 * The cards stand in the page itself, so that its themes reach them. The headline is a link: above a card of
 * density "line", which has none; inside any other, where it shows until the card is there.
 */
import { articles } from './feed.js';
import { problem } from './problems.js';

const NAME = 'tom-tat-list';

/** How many cards there are, where nothing else is asked for. */
const COUNT = 10;

/** A feed that takes longer is given up, in milliseconds. */
const PATIENCE = 30_000;

/** What is handed on to each card. */
const FOR_CARDS = ['lang', 'density', 'show', 'limit', 'theme', 'loading', 'base', 'heading', 'lookup', 'report', 'debug'];

/**
 * Two lines below a headline need no box of their own; a hairline parts the articles. A theme's tokens stand at the
 * cards themselves and count more than these.
 */
const STYLES = `
  :host(:not([hidden])) { display: block }
  ::slotted([role=listitem]) { display: block; margin-block-end: .75em }
  :host([density=line]) ::slotted([role=listitem]) {
    margin: 0;
    padding-block: .6em;
    border-block-end: 1px solid rgb(128 128 128 / .32);
    --tom-tat-background: none;
    --tom-tat-border: 0;
    --tom-tat-border-top: 0;
    --tom-tat-padding: 0;
    --tom-tat-margin: 0;
  }
`;

const isEnglish = ({ lang }) => /^en/i.test(lang);

/** The feed's text and the address that it came from in the end. */
const load = async (address) => {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE);
  const { signal } = patience;
  try {
    const response = await fetch(address, { signal });
    if (!response.ok) throw problem('http-status', address, response.status);
    return { text: await response.text(), address: response.url };
  } catch (error) {
    if (error.code in { 'http-status': 0 }) throw error;
    throw problem(signal.aborted ? 'timeout' : 'not-readable', address);
  } finally {
    clearTimeout(timer);
  }
};

class TomTatList extends HTMLElement {
  static observedAttributes = ['src', 'count', ...FOR_CARDS];

  #turn = 0;
  #found;
  #cards = [];
  #fallback = document.createElement('slot');

  constructor() {
    super();
    const cards = document.createElement('slot');
    cards.name = 'cards';
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    root.append(cards, this.#fallback);
  }

  connectedCallback() {
    if (!this.#cards.length) this.refresh();
  }

  attributeChangedCallback(name, before, now) {
    if (!this.isConnected || before === now) return;
    if (name == 'src' || name == 'count') this.refresh();
    else if (name == 'density' && this.#found) this.#show();
    else for (const card of this.#cards) this.#dress(card, name);
  }

  /** Reads the feed again. Resolves with the number of its cards, or with null where there are none. */
  async refresh() {
    const turn = ++this.#turn;
    try {
      const found = await this.#read();
      if (turn != this.#turn) return null;
      this.#found = found;
      this.#show();
      this.#tell(`${NAME}:load`, { count: found.length });
      return found.length;
    } catch (error) {
      if (turn == this.#turn) this.#fail(error);
      return null;
    }
  }

  async #read() {
    const given = this.getAttribute('src');
    if (!given) throw problem('no-source');
    const { text, address } = await load(new URL(given, document.baseURI).href);
    const found = articles(text, address);
    if (!found.length) throw problem('empty-list', address);
    const count = Number.parseInt(this.getAttribute('count'), 10);
    return found.slice(0, count > 0 ? count : COUNT);
  }

  #show() {
    for (const before of this.querySelectorAll(':scope > [slot=cards]')) before.remove();
    this.#cards = [];
    const items = this.#found.map((entry) => this.#item(entry));
    this.#fallback.remove();
    if (!this.hasAttribute('role')) this.setAttribute('role', 'list');
    this.append(...items);
  }

  #item({ article, title, url }) {
    const item = document.createElement('div');
    item.slot = 'cards';
    item.setAttribute('role', 'listitem');
    const headline = document.createElement(url ? 'a' : 'span');
    headline.textContent = title;
    if (url) headline.href = url;
    const card = document.createElement('tom-tat');
    for (const name of FOR_CARDS) this.#dress(card, name);
    card.article = article;
    this.#cards.push(card);
    if (this.getAttribute('density') == 'line') item.append(headline);
    else card.append(headline);
    item.append(card);
    return item;
  }

  /** Gives a card an attribute of the list. */
  #dress(card, name) {
    if (this.hasAttribute(name)) card.setAttribute(name, this.getAttribute(name));
    else card.removeAttribute(name);
  }

  /** What stands inside the element shows, and the page is told. Cards that are there stay. */
  #fail(error) {
    const { code, words } = error.words ? error : problem('crash');
    const message = words[+isEnglish(this)];
    console.error(`<${NAME}> ${code}: ${message}`, this, error);
    this.#tell('tom-tat:error', { code, message, lines: [] });
    if (!this.hasAttribute('debug') && !/[?&]tom-tat-debug/.test(location.search)) return;
    const note = document.createElement('p');
    note.part = 'error';
    note.textContent = `${message} [${code}]`;
    for (const before of this.shadowRoot.querySelectorAll('[part=error]')) before.remove();
    this.shadowRoot.prepend(note);
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

if (!customElements.get(NAME)) customElements.define(NAME, TomTatList);
