/**
 * What the glue asks of objects by `instanceof`, told by the objects themselves: old libraries put
 * functions of their own in the place of the page's constructors (MooTools, Prototype).
 */
const like = (value) => Object.defineProperty(() => {}, Symbol.hasInstance, { value });

const { getPrototypeOf } = Object;
const element = getPrototypeOf(HTMLElement.prototype);

export const Window = like((value) => value === self);
export const Element = Object.assign(like((value) => value?.nodeType == 1), { prototype: element });
export const ShadowRoot = like((value) => value?.nodeType == 11 && !!value.host);
export const Response = like((value) => typeof value?.arrayBuffer == 'function' && 'ok' in value);

// Of these only the prototypes are asked for (`src/embed/node.rs`).
export const Node = { prototype: getPrototypeOf(element) };
export const Document = { prototype: getPrototypeOf(getPrototypeOf(document)) };

/** An address for `fetch`, which takes the text of what is no request of its own. */
export class Request {
  constructor(address) {
    this.address = new URL(address, document.baseURI).href;
  }

  toString() {
    return this.address;
  }
}
