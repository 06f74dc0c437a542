/**
 * `<tom-tat>`: the loader and the element. The only JavaScript written by hand, and all that a
 * page loads before a card nears the viewport; glue and WebAssembly follow from the same folder.
 *
 * A classic script, because a tag in an old CMS is one: `document.currentScript` must be read
 * while it runs, and tells from which folder, with which `?v=…`, the rest is to be loaded.
 */
(() => {
  const NAME = 'tom-tat';
  const script = document.currentScript;
  const { RuntimeError } = self.WebAssembly || {};

  const ATTRIBUTES = 'src for lang show limit theme loading heading lookup jsonld debug'.split(' ');

  /**
   * Turns an inert placeholder (`data-src`, `data-for` …) into an element with attributes. No
   * others than the element's own: sanitizers let through any `data-…`, also `data-onclick`.
   */
  const element = ({ dataset }) => {
    const made = document.createElement(NAME);
    for (const name of ['id', ...ATTRIBUTES])
      if (name in dataset) made.setAttribute(name, dataset[name]);
    return made;
  };

  // The tag itself may be a placeholder, each time it is included.
  if (script && /data-(src|for|tom-tat)/.test(script.getAttributeNames())) script.after(element(script));
  if (customElements.get(NAME)) return;

  const base = script?.src || location.href;
  const file = (name) => {
    const url = new URL(name, base);
    url.search = new URL(base).search;
    return url.href;
  };

  /** What can go wrong before Rust is there to say so: code → Vietnamese, English. */
  const FAULTS = {
    'file-page': [
      'Trang đang mở từ tệp. Hãy mở qua máy chủ web.',
      'The page is opened as a file. Open it through a web server.',
    ],
    'no-wasm': [
      'Trình duyệt không có WebAssembly.',
      'This browser has no WebAssembly.',
    ],
    'glue-not-loaded': [
      'Không tải được $. Hãy tải tệp lên cạnh tom-tat.js và kiểm tra CSP script-src.',
      'Cannot load $. Upload it beside tom-tat.js and check the CSP, script-src.',
    ],
    'wasm-not-loaded': [
      'Không tải được $. Hãy kiểm tra CORS và CSP connect-src.',
      'Cannot load $. Check CORS and the CSP, connect-src.',
    ],
    'wasm-status': [
      'Máy chủ không trả về $, cũng không trả về tom_tat_bg.ico. Hãy tải lên lại cả thư mục.',
      'The server delivers neither $ nor tom_tat_bg.ico. Upload the whole folder again.',
    ],
    'wasm-blocked': [
      "CSP chặn WebAssembly. Hãy thêm 'wasm-unsafe-eval' vào script-src.",
      "The CSP blocks WebAssembly. Add 'wasm-unsafe-eval' to script-src.",
    ],
    'wasm-invalid': [
      '$ hỏng hoặc khác phiên bản. Hãy tải lên lại cả thư mục.',
      '$ is damaged or of another version. Upload the whole folder again.',
    ],
    crash: [
      'Thẻ gặp lỗi nội bộ. Hãy báo nhà phát triển.',
      'The card failed. Please report it.',
    ],
  };
  const fault = (code, subject) => ({ code, subject });

  const GLUE = file('tom_tat.js');
  const WASM = file('tom_tat_bg.wasm');

  /** Whether the page's CSP is what forbids. */
  const blocked = ({ message }) => /CSP|unsafe-eval/.test(message);

  const bytes = (response) => response.arrayBuffer().then((bytes) => WebAssembly.compile(bytes));

  /**
   * The module, compressed inside a file of a kind that every server delivers as it is; compiled
   * while it arrives. Where a proxy has unpacked it, its bytes are the module's.
   */
  const packed = async () => {
    const response = await fetch(file('tom_tat_bg.ico'));
    if (!response.ok) throw response;
    const spare = response.clone();
    const headers = { 'content-type': 'application/wasm' };
    try {
      const body = response.body.pipeThrough(new DecompressionStream('gzip'));
      return await WebAssembly.compileStreaming(new Response(body, { headers }));
    } catch (error) {
      if (blocked(error)) throw error;
      return bytes(spare);
    }
  };

  /** The module as it is: for servers and browsers that have no other. */
  const plain = async () => {
    const response = await fetch(WASM).catch(() => {
      throw fault('wasm-not-loaded', WASM);
    });
    if (!response.ok) throw fault('wasm-status', `${WASM} (HTTP ${response.status})`);
    return bytes(response);
  };

  const compile = () =>
    packed().catch((error) => {
      if (blocked(error)) throw error;
      return plain();
    });

  /** WebKit lets compile what it then refuses to start, so that both tell. */
  const refuse = (error) => {
    const found = blocked(error) ? 'wasm-blocked' : 'wasm-invalid';
    throw fault(error.code || found, error.subject || WASM);
  };

  // A panic leaves the module's memory in an unknown state. The engine is then given up, and its
  // cards start another from the same compiled module; the glue keeps its state in module scope,
  // and a new fragment in its address makes it a new module.
  let engine;
  let engines = 0;
  let compiled;

  const start = async () => {
    if (!RuntimeError) throw fault('no-wasm');
    if (new URL(base).protocol == 'file:') throw fault('file-page');
    const glue = import(engines++ ? `${GLUE}#${engines}` : GLUE).catch(() => {
      throw fault('glue-not-loaded', GLUE);
    });
    compiled ||= compile();
    const [exports, module] = await Promise.all([glue, compiled]);
    // Glue and module of two builds fit each other, but do something else than either.
    const [build] = WebAssembly.Module.customSections(module, 'tom-tat');
    if (new TextDecoder().decode(build) != (exports.build || '')) throw fault('wasm-invalid', WASM);
    await exports.default({ module_or_path: module });
    // What to do with each card where the engine is given up.
    const made = { Card: exports.Card, cards: new Map() };
    // Races with everything that the engine does; a panic in a later task rejects it.
    made.crash = new Promise((_, reject) => (made.stop = reject));
    made.crash.catch(() => {});
    return made;
  };

  /** The engine that runs. One that did not start is forgotten: the next card tries again. */
  const ready = () =>
    (engine ||= start().catch((error) => {
      engine = compiled = undefined;
      refuse(error);
    }));

  let running;
  const give_up = (error) => {
    const dead = running;
    running = engine = undefined;
    dead?.stop(error);
    dead?.cards.forEach((leave) => leave(error));
  };

  /** The card that a reader clicked on, until all that follows from the click is done. */
  let clicked;

  // Most of what an engine does is done in tasks of its own, where nobody but the window hears of
  // a panic. One of somebody else's module is passed over where its trace shows that; browsers
  // cut a trace after ten lines.
  addEventListener('error', ({ error }) => {
    if (!RuntimeError || !(error instanceof RuntimeError)) return;
    const trace = error.stack || GLUE;
    if (clicked || trace.includes(GLUE) || trace.split('\n').length > 10) give_up(error);
  });

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

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    ':host(:not([hidden])){display:block}[role=status]{position:absolute;clip-path:inset(50%)}',
  );

  /** After a crash cards go one by one, so that only the one at fault fails again. */
  let lane = Promise.resolve();

  class TomTat extends HTMLElement {
    static observedAttributes = ATTRIBUTES;

    #article;
    #summary = null;
    // What happens is said here, so that readers who do not see it hear it: it must stay in place.
    #status = document.createElement('div');
    #box = document.createElement('div');
    #slot = document.createElement('slot');
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
      this.#box.addEventListener(
        'click',
        () => {
          clicked = this;
          setTimeout(() => (clicked = undefined));
        },
        true,
      );
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
        const again = (error) => {
          if (!(error instanceof RuntimeError)) throw error;
          return this.#attempt();
        };
        const lonely = () => (lane = lane.catch(() => {}).then(() => this.#attempt().catch(again)));
        const summary = await (alone
          ? lonely()
          : this.#attempt().catch((error) => {
              if (!(error instanceof RuntimeError)) throw error;
              return lonely();
            }));
        if (turn == this.#turn) {
          this.#reread = false;
          this.#summary = summary;
          this.#show(this.#mount);
          this.#tell('load', { summary });
        }
      } catch (error) {
        if (turn == this.#turn) this.#fail(error);
      }
      return this.#summary;
    }

    async #attempt() {
      const used = (running = await ready());
      if (!this.#started) return null;
      this.#calls++;
      try {
        if (this.#engine != used) {
          this.#drop();
          this.#mount = document.createElement('div');
          this.#card = new used.Card(this, this.#mount);
          this.#engine = used;
          used.cards.set(this, (error) => this.#leave(error));
        }
        const shown = this.#card.show(this.#article, this.#reread);
        const summary = await Promise.race([shown, used.crash]);
        // A poisoned engine renders nothing and throws nothing.
        if (summary && !this.#mount.firstChild) throw new RuntimeError('no card');
        return summary;
      } catch (error) {
        if (error instanceof RuntimeError && running == used) give_up(error);
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
      const picture = this.#mount.cloneNode(true);
      if (this.#mount.parentNode) this.#show(picture);
      this.#drop();
      this.#reread = true;
      if (clicked == this) {
        this.#turn++;
        this.#fail(error);
      } else if (!this.#calls) setTimeout(() => this.isConnected && this.#run(true, true));
    }

    #stop() {
      this.#turn++;
      this.#started = false;
      try {
        this.#card?.destroy();
      } catch {
        // Of an engine that was given up; nothing is left to tidy.
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

    #fail(error) {
      const code = error?.code || 'crash';
      const english = /^en/i.test(this.lang);
      const message =
        error?.message && error.code
          ? error.message
          : FAULTS[code][+english].replace('$', error.subject);
      this.#summary = null;
      this.#show(this.#slot);
      if (this.hasAttribute('debug')) {
        const note = document.createElement('p');
        note.part = 'error';
        note.textContent = `${message} [${code}]`;
        this.#box.prepend(note);
      }
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
  new MutationObserver(place).observe(document, { childList: true, subtree: true });
  place();

  // Paper cannot be clicked: print with everything open, then restore.
  let opened = [];
  addEventListener('beforeprint', () => {
    for (const { shadowRoot } of document.querySelectorAll(NAME))
      opened.push(...(shadowRoot?.querySelectorAll('details:not([open])') || []));
    for (const details of opened) details.open = true;
  });
  addEventListener('afterprint', () => {
    for (const details of opened) details.open = false;
    opened = [];
  });
})();
