/** Attribute values that the card passes over in silence: each named, with what is allowed. */

const isWhole = (text) => /^\d+$/.test(text.trim());
const words = (text) => text.split(/[\s,]+/).filter(Boolean);
const SECTIONS = ['title', 'lead', 'date', 'event', 'figures', 'officials', 'directives'];
const LISTS = ['figures', 'officials', 'directives'];
const isLink = (text) => /^(https?:\/\/|\/)/.test(text);

const limits = (text) =>
  words(text).every((word) => {
    const [number, list] = word.split(':').reverse();
    return isWhole(number) && (list === undefined || LISTS.includes(list));
  });

/** Attribute → whether a value is read, and what may stand there. */
const ALLOWED = {
  lang: [(text) => /^(vi|en)\b/i.test(text), 'vi, en'],
  density: [(text) => ['line', 'short', 'full'].includes(text), 'line, short, full'],
  theme: [(text) => ['auto', 'light', 'dark'].includes(text), 'auto, light, dark'],
  loading: [(text) => ['lazy', 'eager'].includes(text), 'lazy, eager'],
  heading: [(text) => /^\s*[2-5]\s*$/.test(text), '2, 3, 4, 5'],
  show: [(text) => words(text).length > 0 && words(text).every((word) => SECTIONS.includes(word)), SECTIONS.join(' ')],
  limit: [(text) => words(text).length > 0 && limits(text), '3 · figures:4 officials:3'],
  lookup: [(text) => isLink(text) && text.includes('{number}'), 'https://…{number}'],
  report: [(text) => isLink(text) || text.startsWith('mailto:'), 'mailto:… · https://…{url}{fact}'],
};

/** What is wrong with the attributes of `element`, a sentence each, in English or Vietnamese. */
export const attributes = (element, english) =>
  Object.entries(ALLOWED)
    .filter(([name, [reads]]) => element.hasAttribute(name) && !reads(element.getAttribute(name)))
    .map(([name, [, allowed]]) => {
      const given = `${name}="${element.getAttribute(name)}"`;
      return english ? `${given} is not read. Allowed: ${allowed}` : `${given} không đọc được. Có thể ghi: ${allowed}`;
    });
