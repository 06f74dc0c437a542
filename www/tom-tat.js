/**
 * `<tom-tat>`: the loader and the element. The only JavaScript written by hand, and all that a
 * page loads before a card nears the viewport; glue and WebAssembly follow from the same folder.
 *
 * It becomes one classic script, because a tag in an old CMS is one, and works as a module, too.
 */
import { inTurn, makeEngines, panicked } from './loader/engine.js';
import { fault, said } from './loader/faults.js';
// In the package for npm this is `www/npm/folder.js` (`package.json`, `imports`).
import { folder, script } from '#folder';

const NAME = 'tom-tat';
const create = (name) => document.createElement(name);

const ATTRIBUTES =
  'src for lang density show limit theme loading base heading lookup report omit jsonld debug'.split(' ');

/**
 * Turns an inert placeholder (`data-src`, `data-for` …) into an element with attributes. No
 * others than the element's own: sanitizers let through any `data-…`, also `data-onclick`. And not
 * `data-base`, from which code would be loaded.
 */
const element = ({ dataset }) => {
  const made = create(NAME);
  for (const name of ['id', ...ATTRIBUTES])
    if (name in dataset && name != 'base') made.setAttribute(name, dataset[name]);
  return made;
};

const HOLDERS =
  '[data-tom-tat]:not([data-tom-tat=on]),script[src*="tom-tat.js"]:is([data-src],[data-for]):not([data-tom-tat=on]),tom-tat-list';

/**
 * What a page set as the property, as text of JSON, so that getters, proxies and cycles fail here, where
 * failing does no harm; what cannot be written is refused as a number would be. Lists are written as they are,
 * whatever `toJSON` an old library gave them (Prototype before 1.7).
 */
const written = (value) => {
  if (value == null || typeof value == 'string') return value;
  const list = function (name, written) {
    return Array.isArray(this[name]) ? this[name] : written;
  };
  try {
    return JSON.stringify(value, list) || NaN;
  } catch {
    return NaN;
  }
};

const isEnglish = ({ lang }) => /^en/i.test(lang);

const holdsFacts = ({ event, officials, directives, figures }) =>
  event || [...officials, ...directives, ...figures].length;

/**
 * Placeholders in and below `root`, for editors that strip unknown tags, and script tags that are such
 * themselves. Each once, as far as the page keeps the mark that they get.
 */
const place = (root) => {
  for (const holder of [root, ...root.querySelectorAll(HOLDERS)]) {
    // A document is no element.
    if (!holder.matches?.(HOLDERS)) continue;
    // A list's own code is loaded with the first one.
    if (holder.localName == `${NAME}-list`) {
      folder.tell(holder.getAttribute('base'));
      import(/* webpackIgnore: true */ /* @vite-ignore */ folder.file('tom-tat-list.js'));
      continue;
    }
    const made = element(holder);
    holder.dataset.tomTat = 'on';
    if (holder.localName == 'script') holder.after(made);
    else {
      made.append(...holder.childNodes);
      holder.append(made);
    }
  }
};

/** Whether a change took text out of an element. */
const loses = (element, { target, removedNodes }) =>
  element.contains(target) && [...removedNodes].some((node) => node.textContent.length > 200);

const define = () => {
  const engines = makeEngines(folder);

  /** While the page is being parsed, a promise of its end: only then are an element's children all there. */
  const parsed =
    document.readyState == 'loading' &&
    new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve));

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
      '@media print{:host{min-height:0!important}}' +
      '@media print,(prefers-reduced-motion){[part=skeleton]{display:none}}',
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
      this.#show(this.#slot);
      this.#box.addEventListener(
        'click',
        () => {
          engines.clicked = this;
          setTimeout(() => (engines.clicked = undefined));
        },
        true,
      );
      // The parser may be about to attach the root of a card rendered at publishing time.
      if (parsed) parsed.then(() => this.#attach());
      else this.#attach();
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
      // A clone gets its attributes before it has a place.
      if (!this.isConnected) return;
      if (name == 'loading') this.connectedCallback();
      else if (this.#started) this.#run(name == 'src' || name == 'for');
    }

    /** Reads the source again. Resolves with the summary, or with null where there is no card. */
    refresh() {
      return this.#run(true);
    }

    async #run(reread, alone) {
      near.unobserve(this);
      this.#started = true;
      this.#reread ||= reread;
      const turn = ++this.#turn;
      setTimeout(() => turn == this.#turn && this.#reread && this.#wait(), 300);
      await parsed;
      if (turn != this.#turn || !this.#box.parentNode) return this.#summary;
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
            await this.#note();
            this.#tell('load', { summary });
          } else {
            // What stands inside the element stays.
            this.#fallBack();
            await this.#note(isEnglish(this) ? 'No facts' : 'Bài không có dữ kiện', 'empty');
            this.#tell('empty', { summary });
          }
        }
      } catch (error) {
        if (turn == this.#turn) await this.#fail(error);
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
      folder.tell(this.getAttribute('base'));
      const used = await engines.ready();
      if (turn != this.#turn) return null;
      this.#calls++;
      try {
        if (this.#engine != used) {
          this.#drop();
          this.#mount = create('div');
          this.#card = new used.Card(this, this.#mount);
          this.#engine = used;
          used.cards.set(this, (error) => this.#leave(error));
        }
        const show = () => this.#card.show(written(this.#article), this.#reread);
        const summary = await engines.call(used, show);
        // A poisoned engine renders nothing and throws nothing.
        if (summary && !this.#mount.firstChild.firstChild) throw new WebAssembly.RuntimeError('no card');
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
      if (engines.clicked == this) this.#fail(error);
      else if (shown && !this.#calls && !engines.plenty)
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

    #attach() {
      // A shadow root that is already there was rendered at publishing time: leave it alone.
      if (this.shadowRoot) return;
      const root = this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [sheet];
      this.#status.setAttribute('role', 'status');
      root.append(this.#status, this.#box);
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
      this.#attach();
      const filled = this.querySelector(':scope>:not(script)') || this.innerText.trim();
      if (filled || !this.#slot.isConnected || !this.offsetHeight) return;
      const skeleton = create('div');
      skeleton.part = 'skeleton';
      this.#show(this.#slot, skeleton);
    }

    /** For whoever sets the card up: in its place, with what else its attributes say wrong. */
    async #note(text, code, lines = []) {
      if (!this.hasAttribute('debug') && !/[?&]tom-tat-debug/.test(location.search)) return;
      const doctor = await import(/* webpackIgnore: true */ /* @vite-ignore */ folder.file('doctor.js')).catch(() => {});
      const wrong = doctor?.attributes(this, isEnglish(this)) || [];
      const show = (words) => {
        const note = create('p');
        note.part = 'error';
        note.textContent = words;
        this.#box.prepend(note);
      };
      for (const words of wrong) show(words);
      for (const { place, line } of lines) show(`${place}: ${line}`);
      if (text) show(`${text} [${code}]`);
    }

    async #fail(error) {
      const english = isEnglish(this);
      // Nothing is waited for any more.
      const turn = ++this.#turn;
      this.#summary = null;
      this.#fallBack();
      if (/loaded|status|invalid/.test(error.code) && !error.message && !folder.known)
        error = fault('no-base', folder.file('.'));
      const { code, message, lines } = await said(error, english, folder);
      if (turn != this.#turn) return;
      await this.#note(message, code, lines);
      this.#status.textContent = english ? 'No summary' : 'Không có tóm tắt';
      console.error(`<${NAME}> ${code}: ${message}`, this, error);
      this.#tell('error', { code, message, lines });
    }

    #tell(name, detail) {
      this.dispatchEvent(
        new CustomEvent(`${NAME}:${name}`, { detail, bubbles: true, composed: true }),
      );
    }
  }
  customElements.define(NAME, TomTat);

  // A busy page changes all the time: only what was added is looked at, and what was taken away.
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes) if (node.querySelectorAll) place(node);
    for (const [card, source] of sources)
      if (!source?.isConnected || changes.some((change) => loses(source, change))) {
        sources.delete(card);
        // Once all is in place.
        if (source) setTimeout(() => card.isConnected && card.refresh(), 300);
      }
  }).observe(document, { childList: true, subtree: true });

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

// Its tag is told from others by its address; where the page gave it another one, it is marked as it runs.
if (script && /data-(src|for|tom-tat)/.test(script.getAttributeNames()))
  script.dataset.tomTat ||= '';
if (!customElements.get(NAME)) define();
place(document);
