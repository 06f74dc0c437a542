/**
 * `<tom-tat>`: the loader and the element. The only JavaScript written by hand, and all that a
 * page loads before a card nears the viewport; glue and WebAssembly follow from the same folder.
 *
 * It becomes one classic script, because a tag in an old CMS is one: `document.currentScript` must
 * be read while it runs, and tells from which folder, with which `?v=…`, the rest is to be loaded.
 */
import { inTurn, makeEngines, panicked } from './loader/engine.js';
import { said } from './loader/faults.js';

const NAME = 'tom-tat';
const script = document.currentScript;
const base = script?.src || location.href;
const create = (name) => document.createElement(name);

const ATTRIBUTES = 'src for lang density show limit theme loading heading lookup report omit jsonld debug'.split(' ');

/**
 * Turns an inert placeholder (`data-src`, `data-for` …) into an element with attributes. No
 * others than the element's own: sanitizers let through any `data-…`, also `data-onclick`.
 */
const element = ({ dataset }) => {
  const made = create(NAME);
  for (const name of ['id', ...ATTRIBUTES])
    if (name in dataset) made.setAttribute(name, dataset[name]);
  return made;
};

const file = (name) => {
  const url = new URL(name, base);
  url.search = new URL(base).search;
  return url.href;
};

const isEnglish = ({ lang }) => /^en/i.test(lang);

const holdsFacts = ({ event, officials, directives, figures }) =>
  event || officials.length || directives.length || figures.length;

/** Whether a change of the page took the article away, or text out of it. */
const replaces = ({ target, removedNodes }, source) =>
  source &&
  (!source.isConnected ||
    (source.contains(target) && [...removedNodes].some((node) => node.textContent.length > 200)));

const define = () => {
  const engines = makeEngines(base, file);

  /** Resolves once the page is parsed: only then are an element's children all there. */
  const parsed = new Promise((resolve) => {
    if (document.readyState == 'loading') document.addEventListener('DOMContentLoaded', resolve);
    else resolve();
  });

  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) target.refresh();
    },
    { rootMargin: '1000px' },
  );

  const styles = (css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  };
  // On paper no room is kept for a card that is not there.
  const sheet = styles(
    ':host(:not([hidden])){display:block}' +
      ':host>div+div{min-height:inherit}' +
      '[role=status]{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}' +
      '[part=skeleton]{box-sizing:border-box;min-height:inherit;padding:1em;opacity:.06;' +
      'animation:a 1s ease-in-out infinite alternate;' +
      'background:repeating-linear-gradient(currentColor 0 .7em,#0000 0 1.5em)content-box}' +
      '@keyframes a{to{opacity:.14}}' +
      '@media(prefers-reduced-motion){[part=skeleton]{display:none}}' +
      '@media print{:host{min-height:0!important}[part=skeleton]{display:none}}',
  );
  // Where there will be no card, nothing is left of the room that the page reserves for it.
  const roomless = styles(':host{min-height:0!important}');

  // Where in the page each card's article stands.
  const sources = new Map();

  class TomTat extends HTMLElement {
    static observedAttributes = ATTRIBUTES;

    #article;
    #summary = null;
    // What happens is said here, so that readers who do not see it hear it: it must stay in place.
    #status = create('div');
    #box = create('div');
    #slot = create('slot');
    #mount;
    #card;
    #engine;
    #turn = 0;
    #started;
    #reread;
    // Calls under way, which see for themselves that an engine was given up.
    #calls = 0;

    constructor() {
      super();
      // A shadow root that is already there was rendered at publishing time: leave it alone.
      if (this.shadowRoot) return;
      const root = this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [sheet];
      this.#status.setAttribute('role', 'status');
      root.append(this.#status, this.#box);
      this.#show(this.#slot);
      const click = () => {
        engines.clicked = this;
        setTimeout(() => (engines.clicked = undefined));
      };
      this.#box.addEventListener('click', click, true);
    }

    get article() {
      return this.#article;
    }

    set article(value) {
      this.#article = value;
      if (this.#started) this.refresh();
    }

    get summary() {
      return this.#summary;
    }

    connectedCallback() {
      if (!this.#box.parentNode) return;
      if (Object.hasOwn(this, 'article')) {
        const { article } = this;
        delete this.article;
        this.#article = article;
      }
      if (this.#card) return;
      if (this.getAttribute('loading') == 'eager') this.refresh();
      else near.observe(this);
    }

    disconnectedCallback() {
      near.unobserve(this);
      // Moving an element disconnects and connects it in one go: keep its card then.
      queueMicrotask(() => this.isConnected || this.#stop());
    }

    attributeChangedCallback(name) {
      if (name == 'loading') this.connectedCallback();
      else if (this.#started) this.#run(name == 'src' || name == 'for');
    }

    /** Reads the source again. Resolves with the summary, or with null where there is no card. */
    refresh() {
      return this.#run(true);
    }

    async #run(reread, alone) {
      if (!this.#box.parentNode) return null;
      near.unobserve(this);
      this.#started = true;
      this.#reread ||= reread;
      const turn = ++this.#turn;
      setTimeout(() => turn == this.#turn && this.#reread && this.#wait(), 300);
      await parsed;
      if (turn != this.#turn) return this.#summary;
      // Rendered at publishing time, but inserted by a script or in a browser that knows no
      // declarative shadow DOM: its root is attached here, and left alone from then on.
      const published = this.querySelector(':scope>template[shadowrootmode]');
      if (published) {
        this.shadowRoot.replaceChildren(published.content);
        return null;
      }
      try {
        const summary = await this.#persist(turn, alone);
        // Null where something newer has begun.
        if (turn == this.#turn && summary) {
          this.#reread = false;
          this.#summary = summary;
          // Read again once the article that stands there was replaced by a script.
          sources.set(this, this.#mount.source);
          if (holdsFacts(summary)) {
            this.#keepRoom(true);
            this.#show(this.#mount);
            this.#tell('load', { summary });
          } else {
            // What stands inside the element stays.
            this.#fallBack();
            this.#note(isEnglish(this) ? 'No facts found in the article' : 'Không thấy dữ kiện nào trong bài', 'empty');
            this.#tell('empty', { summary });
          }
        }
      } catch (error) {
        if (turn == this.#turn) this.#fail(error);
      }
      return this.#summary;
    }

    /** Tries once beside the others, and twice alone: a panic may be another card's. */
    #persist(turn, alone) {
      const attempt = () => this.#attempt(turn);
      const orElse = (next) => (error) => {
        if (!panicked(error)) throw error;
        return next();
      };
      const lonely = () => inTurn(() => attempt().catch(orElse(attempt)));
      return alone ? lonely() : attempt().catch(orElse(lonely));
    }

    async #attempt(turn) {
      const used = await engines.ready();
      if (!this.#started || turn != this.#turn) return null;
      this.#calls++;
      try {
        if (this.#engine != used) {
          this.#drop();
          this.#mount = create('div');
          this.#card = new used.Card(this, this.#mount);
          this.#engine = used;
          used.cards.set(this, (error) => this.#leave(error));
        }
        const show = () => this.#card.show(this.#article, this.#reread);
        const summary = await engines.call(used, show);
        // A poisoned engine renders nothing and throws nothing.
        if (summary && !this.#mount.firstChild) throw new WebAssembly.RuntimeError('no card');
        return summary;
      } catch (error) {
        if (panicked(error)) engines.give_up(used, error);
        throw error;
      } finally {
        this.#calls--;
      }
    }

    /**
     * The engine was given up: what the card shows stays, as a picture of it that calls nothing,
     * until another engine has made it anew. Cards under way go first: one of them is at fault.
     */
    #leave(error) {
      const shown = this.#mount.parentNode;
      if (shown) this.#show(this.#mount.cloneNode(true));
      this.#drop();
      this.#reread = true;
      if (engines.clicked == this) {
        this.#turn++;
        this.#fail(error);
      } else if (shown && !this.#calls && !engines.plenty)
        setTimeout(() => this.isConnected && this.#run(true, true));
    }

    #stop() {
      sources.delete(this);
      this.#turn++;
      this.#started = false;
      try {
        this.#card?.destroy();
      } catch (error) {
        if (panicked(error)) engines.give_up(this.#engine, error);
      }
      this.#drop();
      this.#show(this.#slot);
    }

    /** Forgets the card. One of an engine that was given up leaves its JSON-LD in the page. */
    #drop() {
      this.#mount?.linked?.remove();
      this.#engine?.cards.delete(this);
      this.#engine = this.#card = undefined;
    }

    #show(...nodes) {
      this.#box.replaceChildren(...nodes);
    }

    #fallBack() {
      this.#keepRoom(false);
      this.#show(this.#slot);
    }

    #keepRoom(keep) {
      const { shadowRoot } = this;
      const others = shadowRoot.adoptedStyleSheets.filter((sheet) => sheet != roomless);
      shadowRoot.adoptedStyleSheets = others.concat(keep ? [] : roomless);
    }

    /** Shows that something is coming, where the page keeps room for it and nothing stands in it. */
    #wait() {
      const filled = this.querySelector(':scope>:not(script)') || this.innerText.trim();
      if (filled || !this.#slot.isConnected || !this.offsetHeight) return;
      const skeleton = create('div');
      skeleton.part = 'skeleton';
      this.#show(this.#slot, skeleton);
    }

    #note(text, code) {
      if (!this.hasAttribute('debug')) return;
      const note = create('p');
      note.part = 'error';
      note.textContent = `${text} [${code}]`;
      this.#box.prepend(note);
    }

    #fail(error) {
      const english = isEnglish(this);
      const { code, message } = said(error, english);
      this.#summary = null;
      this.#fallBack();
      this.#note(message, code);
      this.#status.textContent = english ? 'No summary' : 'Không tóm tắt được bài viết';
      console.error(`<${NAME}> ${code}: ${message}`, this, error);
      this.#tell('error', { code, message });
    }

    #tell(name, detail) {
      this.dispatchEvent(
        new CustomEvent(`${NAME}:${name}`, { detail, bubbles: true, composed: true }),
      );
    }
  }
  customElements.define(NAME, TomTat);

  /** Placeholders, for editors that strip unknown tags; also those that are added later. */
  const place = () => {
    for (const holder of document.querySelectorAll('[data-tom-tat]:not(script,[data-tom-tat=on])')) {
      const made = element(holder);
      made.append(...holder.childNodes);
      holder.dataset.tomTat = 'on';
      holder.append(made);
    }
  };
  new MutationObserver((changes) => {
    place();
    for (const [card, source] of sources)
      if (changes.some((change) => replaces(change, source))) {
        sources.delete(card);
        // Once all is in place.
        setTimeout(() => card.isConnected && card.refresh(), 300);
      }
  }).observe(document, { childList: true, subtree: true });
  place();

  // Paper cannot be clicked: what is folded away opens, except beside its article.
  let opened = [];
  const FOLDED = '[part~=card]:not([part~=home]) [part=more]:not([open])';
  addEventListener('beforeprint', () => {
    for (const { shadowRoot } of document.querySelectorAll(NAME))
      opened.push(...(shadowRoot?.querySelectorAll(FOLDED) || []));
    for (const details of opened) details.open = true;
  });
  addEventListener('afterprint', () => {
    for (const details of opened) details.open = false;
    opened = [];
  });
};

// The tag itself may be a placeholder, each time it is included.
if (script && /data-(src|for|tom-tat)/.test(script.getAttributeNames())) script.after(element(script));
if (!customElements.get(NAME)) define();
