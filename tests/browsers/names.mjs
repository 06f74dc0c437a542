// Names of the web's and the language's interfaces and their members, as the data has them.
//
// What an object is cannot be told from a script's text. So a member counts as known where ANY interface whose member
// is called so was known to the oldest browsers: `list.at()` of a list that came later than `Array.prototype.at` is not
// found. Members of names that are plain to see (`Object.hasOwn`, `document.fonts`) are looked up exactly.

import { data, entry } from './support.mjs';

const { api, javascript, webassembly } = data;
const { builtins } = javascript;

/** Interfaces that are members of others come by themselves, too: `Intl.Segmenter`, `WebAssembly.Module`. */
const interfaces = [api, builtins, builtins.Intl, builtins.Temporal ?? {}, webassembly.api].flatMap(Object.values);

/** Members and events by name, each with its entries in all the interfaces. */
const index = () => {
  const members = new Map();
  const events = new Map();
  for (const [name, node] of interfaces.flatMap((node) => Object.entries(node ?? {}))) {
    if (!node?.__compat) continue;
    const isEvent = name.endsWith('_event');
    const key = name.replace(/_(event|static)$/, '');
    const map = isEvent ? events : members;
    map.set(key, [...(map.get(key) ?? []), { compat: node.__compat }]);
  }
  return { members, events };
};

const { members, events } = index();

/** Which interface a well-known object is of. */
const OBJECTS = {
  console: 'console',
  crypto: 'Crypto',
  customElements: 'CustomElementRegistry',
  document: 'Document',
  history: 'History',
  localStorage: 'Storage',
  location: 'Location',
  navigator: 'Navigator',
  performance: 'Performance',
  screen: 'Screen',
  sessionStorage: 'Storage',
};

/** What else than the window's own name stands for all that is global. */
export const isGlobalObject = (name) => ['globalThis', 'self', 'window'].includes(name);

/** A name that no script declares. */
export const ofGlobal = (name) => [
  ...[api, api.Window, builtins, webassembly].flatMap((place) => entry(place, name)),
  ...(name === 'WebAssembly' ? entry(webassembly, 'api') : []),
];

export const ofEvent = (name) => events.get(name) ?? [];

/** A member of something unknown, which may be the window; `onload` is in the data as the event only. */
export const ofMember = (name) => {
  const found = [...(members.get(name) ?? []), ...ofGlobal(name)];
  return found.length ? found : ofEvent(name.replace(/^on/, ''));
};

/** A member of an object or a constructor whose global name is plain to see; empty where the data has none. */
export const ofMemberOf = (name, member) => {
  const owner = Object.hasOwn(OBJECTS, name) ? OBJECTS[name] : name;
  const places = owner === 'WebAssembly' ? [webassembly.api] : [builtins[owner], api[owner]];
  return places.flatMap((place) => [member, `${member}_static`].flatMap((spelling) => entry(place, spelling)));
};
