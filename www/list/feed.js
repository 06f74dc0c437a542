/** Feeds: each article as Contract 1 has it, with the headline and the address to show meanwhile. */
import { problem } from './problems.js';

/** What parses XML where Trusted Types are enforced; only ever given to a parser that runs nothing. */
let policy;

const parse = (text) => {
  const { trustedTypes } = self;
  try {
    policy ||= trustedTypes?.createPolicy('tom-tat-list', { createHTML: (html) => html });
    return new DOMParser().parseFromString(policy?.createHTML(text) ?? text, 'application/xml');
  } catch {
    throw problem('trusted-types');
  }
};

/** The text of HTML, as a headline needs it; undefined where there is none. */
const plain = (html) => {
  const words = html?.replace(/<[^>]*>/g, '').trim();
  if (!words) return undefined;
  const names = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', hellip: '…', ndash: '–', mdash: '—' };
  return words.replace(/&(#x?)?(\w+);/gi, (whole, number, name) => {
    if (!number) return names[name] ?? whole;
    const code = Number.parseInt(name, number == '#' ? 10 : 16);
    return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : whole;
  });
};

/** An address of the feed, made whole; undefined where it leads to no page. */
const absolute = (address, feed) => {
  try {
    const { href, protocol } = new URL(address, feed);
    return /^https?:$/.test(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
};

const entry = (article, title, address, feed) => {
  const url = address && absolute(address.trim(), feed);
  return { article, title: plain(title) ?? url ?? '…', url };
};

/**
 * A day as RSS writes it ("Fri, 03 Jul 2020 06:00:00 +0700"), by Vietnam's clock; one that is not of that form
 * is left as it stands.
 */
const day = (text) => {
  const time = /^\w{3}, |^\d{1,2} \w{3} /.test(text ?? '') ? Date.parse(text) : NaN;
  if (Number.isNaN(time)) return text;
  return new Date(time + 7 * 3_600_000).toISOString().replace('.000Z', '+07:00');
};

const fromJson = (json, feed) => {
  const items = Array.isArray(json) ? json : json?.items;
  if (!Array.isArray(items)) throw problem('not-a-feed', feed);
  const isArticle = (item) => item && typeof item == 'object' && !Array.isArray(item);
  return items.filter(isArticle).map((item) => {
    const title = item.title?.rendered ?? item.title;
    const address = item.link ?? item.url;
    return entry(item, typeof title == 'string' ? title : '', typeof address == 'string' ? address : '', feed);
  });
};

/** The children of an item by their names without prefix. */
const parts = (item) => {
  const first = {};
  for (const child of item.children) first[child.nodeName] ??= child;
  return (...names) => names.map((name) => first[name]).find((found) => found?.textContent.trim());
};

/** The text of an element; of Atom's `type="xhtml"` the markup. */
const content = (element) =>
  element?.getAttribute('type') == 'xhtml' ? element.innerHTML : element?.textContent;

const fromXml = (text, feed) => {
  const document = parse(text);
  const isFeed = document.querySelector('rss, feed, channel') || /<(rss|feed|channel)\b/.test(text.slice(0, 2000));
  if (!isFeed) throw problem('not-a-feed', feed);
  const broken = document.querySelector('parsererror');
  if (broken) throw problem('malformed-xml', feed, broken.textContent.trim().replace(/\s+/g, ' ').slice(0, 200));
  const items = [...document.querySelectorAll('item, entry')];
  return items.map((item) => {
    const part = parts(item);
    const links = [...item.children].filter(({ localName }) => localName == 'link');
    const link = links.find((each) => /^(alternate)?$/.test(each.getAttribute('rel') ?? '')) ?? links[0];
    const title = content(part('title'));
    const address = link?.getAttribute('href') ?? link?.textContent ?? '';
    const found = entry(undefined, title, address, feed);
    found.article = {
      title: plain(title),
      url: found.url,
      published: day(part('pubDate', 'published', 'dc:date', 'updated')?.textContent.trim()),
      body: content(part('content:encoded', 'content', 'description', 'summary')) ?? '',
    };
    return found;
  });
};

/** The articles of a feed's text, in its order; `feed` is the address that it came from. */
export const articles = (text, feed) => {
  const start = text.trimStart();
  if (start.startsWith('<')) return fromXml(start, feed);
  let json;
  try {
    json = JSON.parse(text);
  } catch {
    throw problem('not-a-feed', feed);
  }
  return fromJson(json, feed);
};
