const { currentScript } = document;

/**
 * The tag that runs this script; none where a module, an optimiser or another script does. A picture of that
 * name, which sanitizers let through, takes its place in the document.
 */
export const script = currentScript?.localName === 'script' ? currentScript : null;

/** How this file is called wherever nobody joined it with others or copied it into the page. */
const OURS = /^https?:.*\btom-tat[^/]*\.js/;

/** The address that runs, as a trace tells it: all that a module without a tag has. */
const running = () => /https?:[^\s()]*?tom-tat[^\s()/:]*\.js[^\s():]*/.exec(new Error().stack)?.[0];

const tag = document.querySelector('script[src*="tom-tat.js"]');

/** This script's own address; undefined where it has none. */
const own = [script?.src, running(), tag?.src].find((address) => OURS.test(address));

// Only script tags and, where none tells it, our own element are asked for the folder: whoever names it can run
// code, and sanitizers let through any `data-…`.
let told = script?.dataset.base;

/** The folder of the other files. */
export const folder = {
  /** Takes the attribute `base` of an element, where the folder is not known; the first one counts. */
  tell(base) {
    if (!folder.known) told = base;
  },

  /** What tells the folder; without it, it is a guess. */
  get known() {
    return told || own;
  },

  /** The address of a file in it, with the `?v=…` of this script. */
  file(name) {
    const base = told ? new URL(told.replace(/\/?$/, '/'), document.baseURI) : own || script?.src || document.baseURI;
    const url = new URL(name, base);
    url.search = own ? new URL(own).search : '';
    return url.href;
  },
};
