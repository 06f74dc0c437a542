// What the tests of hostile articles share: the payloads, cards made of them, and a judge in the page.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { page, root } from './harness.mjs';

/** “{U+202E}” and “{1000 × <b>}” as what they stand for. */
const spelled = (line) =>
  line
    .replace(/\{U\+([0-9A-F]{4,6})\}/g, (_, code) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/\{(\d+) × ([^}]*)\}/g, (_, count, words) => words.repeat(count));

/** The lines of tests/malice/payloads.txt: `{ kind, line, words }`. */
export const payloads = [];
for (const line of readFileSync(join(root, 'tests/malice/payloads.txt'), 'utf8').split('\n')) {
  const kind = /^## ([\w-]+)/.exec(line)?.[1];
  if (kind) payloads.kind = kind;
  else if (line && !/^#( |$)/.test(line)) payloads.push({ kind: payloads.kind, line, words: spelled(line) });
}

/** Payloads of any kind but these. */
export const except = (...kinds) => payloads.filter(({ kind }) => !kinds.includes(kind));

/** How a card shows words: in one line, in normal form, without halves of letters. */
export const shown = (words) =>
  words.toWellFormed().split(/\p{White_Space}+/u).filter(Boolean).join(' ').normalize('NFC');

export const escaped = (words) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** JSON for inside a page, where no letter of it may be markup. */
export const inScript = (value) =>
  `<script type="application/json">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`;

/** A sentence with facts and the payload in it. */
export const sentence = (words) =>
  `Sáng 29/4/2022, đồng chí Nguyễn Văn An, Chủ tịch UBND tỉnh chủ trì hội nghị theo Chỉ thị số 43/CT-TTg ${words} và trao 350 suất quà.`;

/** Every field of the payload, so that it goes straight to the card. */
export const curated = (words, more) => ({
  title: words, url: words, source: words, author: words, lang: words,
  summary: {
    lead: words,
    event: { date: '2022-04-29' },
    officials: [{ name: words, aliases: [words], positions: [words], roles: ['ký'] }],
    directives: [{ type: words, number: words, name: words, issuer: words, subject: words }],
    figures: [{ quote: `7 ${words}`, value: 7, unit: words, label: words, context: { before: words, after: words } }],
  },
  ...more,
});

/** The text of each part of a card of `curated(words)`. */
export const parts = (words) => {
  const names = ['title', 'source', 'lead', 'name', 'positions', 'document-type', 'document-number',
    'document-name', 'issuer', 'subject', 'figure-label'];
  return Object.fromEntries(names.map((name) => [name, shown(words)]));
};

export const ALL = { density: 'full', show: 'title lead date figures officials directives' };

/** Harmless cards, which show what elements and attributes a card has of its own. */
const model = { ...curated('chữ'), url: '/bai', body: sentence('chữ') };
const read = { title: 'Bài', url: '/bai', body: sentence('chữ') };
export const MODELS = ['line', 'short', 'full'].flatMap((density) =>
  [model, read].map((property) => ({
    property,
    attributes: { ...ALL, density, lookup: '/?q={number}', report: '/?q={fact}', debug: '', limit: density == 'short' ? '0' : '9' },
  })));

/** A page that notices what is run, and makes cards of the specifications at `/cards.json`. */
export const malicious = (body = '') => page(`<main id="place"></main>${body}`, { head: `<script>${WATCH}</script>` });

const WATCH = String.raw`
  const harmed = [];
  const harm = window.harm = () => harmed.push(new Error().stack);
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) window[name] = harm;
  performance.setResourceTimingBufferSize(10000);
  const natures = () => [Object, Array, Function, String, Element, Promise]
    .flatMap(({ name, prototype }) => Reflect.ownKeys(prototype).map((key) => name + ' ' + String(key)));
  const naturally = natures();
  // A walk through nodes whose names are overridden may never end: it is stopped where a test says so.
  let steps = Infinity;
  const { get } = Object.getOwnPropertyDescriptor(Node.prototype, 'parentNode');
  Object.defineProperty(Node.prototype, 'parentNode', { get() {
    if (--steps < 0) throw new Error('walks forever');
    return get.call(this);
  } });
  const outcomes = new Map();
  for (const name of ['load', 'empty', 'error'])
    addEventListener('tom-tat:' + name, ({ target, detail }) => {
      outcomes.set(target, detail.code ?? name);
      arrived?.();
    });
  let arrived;

  // What a page's own sanitizer would let through, names and ids among it.
  const FORBIDDEN = 'script,style,link,meta,base,iframe,frame,object,embed,template,svg,math,noscript,title,plaintext,audio,video,[srcdoc]';
  const LINKS = /^(src|srcset|data|action|formaction|href|xlink:href|background|poster|style)$/;
  const sanitized = (html) => {
    // Not by its name, which a form may have, too.
    const [body] = new DOMParser().parseFromString(html, 'text/html').getElementsByTagName('body');
    for (const element of body.querySelectorAll(FORBIDDEN)) element.remove();
    for (const element of body.querySelectorAll('*'))
      for (const name of Element.prototype.getAttributeNames.call(element))
        if (/^on/.test(name) || LINKS.test(name)) Element.prototype.removeAttribute.call(element, name);
    return body.childNodes;
  };

  const make = ({ attributes = {}, property, text, html }, index) => {
    const card = document.createElement('tom-tat');
    card.setAttribute('loading', 'eager');
    for (const [name, value] of Object.entries(attributes)) card.setAttribute(name, value);
    if (property !== undefined) card.article = property;
    if (text ?? html) {
      const article = document.createElement('article');
      article.id = 'article-' + index;
      card.setAttribute('for', article.id);
      const heading = document.createElement('h1');
      heading.textContent = text ? text[0] : 'Một bài viết nào đó của tỉnh';
      article.append(heading, ...(html ? sanitized(html) : text.slice(1).map((words) => {
        const p = document.createElement('p');
        p.textContent = words;
        return p;
      })));
      place.append(article);
    }
    place.append(card);
    return card;
  };

  const own = new Set();
  const names = ({ localName, namespaceURI, attributes }) =>
    [namespaceURI + ' ' + localName, ...[...attributes].map(({ name }) => localName + ' ' + name)];
  const inside = (card) => [...card.shadowRoot.querySelectorAll('*')];

  /** What is wrong with a card. */
  const judge = (card, { expects = {} }) => {
    const code = outcomes.get(card);
    const wrong = code && code != 'crash' ? [] : [code ?? 'no event'];
    for (const element of inside(card)) {
      for (const name of names(element)) if (!own.has(name)) wrong.push('has ' + name);
      const href = element.getAttribute('href');
      // An address without a scheme is none at all.
      if (href != null && !/^(https?|mailto)?:$/.test(element.protocol)) wrong.push('leads to ' + href);
    }
    if (code == 'load')
      for (const [part, text] of Object.entries(expects)) {
        const is = card.shadowRoot.querySelector('[part~="' + part + '"]')?.textContent;
        if (is != text) wrong.push(part + ' is ' + is);
      }
    return { code, wrong: wrong.map((text) => text.slice(0, 200)) };
  };

  const within = (time, condition) => new Promise((resolve) => {
    const later = setTimeout(resolve, time);
    (arrived = () => condition() && (clearTimeout(later), resolve()))();
  });

  /** Makes the cards, or takes those that stand in the page; what came of each, and what of the page. */
  const run = async (done) => {
    const { models, cards, patience, most } = await (await fetch('/cards.json')).json();
    const learnt = models.map(make);
    await within(10000, () => learnt.every((card) => outcomes.has(card)));
    for (const card of learnt) inside(card).flatMap(names).forEach((name) => own.add(name));
    for (const card of learnt) card.remove();
    const there = [...document.getElementsByTagName('tom-tat')];
    steps = most ?? Infinity;
    const tested = there.length ? there : cards.map(make);
    await within(patience, () => tested.every((card) => outcomes.has(card)));
    // Handlers of a picture that is not there come late.
    await new Promise((resolve) => setTimeout(resolve, 100));
    const linked = [...document.querySelectorAll('script[data-tom-tat-jsonld]')].map((script) => script.textContent);
    const { head } = Object.getOwnPropertyDescriptors(Document.prototype);
    done({
      results: tested.map((card, index) => judge(card, cards[index])),
      seen: tested.map((card) => card.shadowRoot.querySelector('[part~=card]')?.textContent ?? ''),
      linked,
      page: [
        ...harmed.map((stack) => 'was run: ' + stack),
        ...(window.harm == harm ? [] : ['harm was set']),
        ...natures().filter((key) => !naturally.includes(key)).map((key) => 'polluted ' + key),
        ...performance.getEntriesByType('resource').map(({ name }) => name)
          .filter((name) => /^(https?|wss?):/.test(name) && !name.startsWith(origin + '/')).map((name) => 'asked for ' + name),
        ...[...head.get.call(document).children].filter((child) =>
          !child.matches('meta,title,script[data-tom-tat-jsonld],script:not([type])')).map((child) => 'in the head: ' + child.outerHTML),
        ...linked.filter((text) => /<|[\u2028\u2029]/.test(text)).map((text) => 'could end a script: ' + text),
      ],
    });
  };
  // Firefox's driver sees nothing else of a page.
  Object.assign(window, { run, within, outcomes, harmed });`;
