// The attribute `jsonld`: facts for search engines, as long as the card stands.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { STRICT_POLICY, article, event, json, recording } from './card.mjs';
import { complaints, stage } from './harness.mjs';

const { site, driver } = await stage({
  '/one.json': JSON.stringify(article('Bài <một>', { url: '/bai' })),
  '/two.json': JSON.stringify(article('Bài hai')),
});

const run = (script, ...args) => driver.executeScript(script, ...args);

const open = async (body, { headers, ...options } = {}) => {
  site.route('/page', { headers, body: recording(body, options) });
  await driver.get(`${site.origin}/page`);
  await event(driver);
};

/** What the card put into the page's head. */
const added = async () =>
  (await run(`return [...document.head.querySelectorAll('[data-tom-tat-jsonld]')]
    .map((script) => script.type + ' ' + script.textContent)`)).map((text) => {
    assert.match(text, /^application\/ld\+json \{/);
    return JSON.parse(text.slice(text.indexOf('{')));
  });

const CARD = '<tom-tat id="card" src="one.json" jsonld></tom-tat>';

test('jsonld adds the facts once', async () => {
  await open(CARD);
  const [data, ...more] = await added();
  assert.deepEqual(more, []);
  assert.equal(data['@type'], 'NewsArticle');
  assert.equal(data.headline, 'Bài <một>');
  assert.deepEqual(
    data.mentions.filter((thing) => thing['@type'] === 'QuantitativeValue').map(({ value }) => value),
    [98.5, 11000, 22],
  );
  assert.equal(data.citation[0].legislationIdentifier, '43/CT-TTg');
});

test('without jsonld nothing is added', async () => {
  await open('<tom-tat id="card" src="one.json"></tom-tat>');
  assert.deepEqual(await added(), []);
});

test('jsonld follows the attribute, the article and the element', async () => {
  await open(CARD);
  await run(`card.setAttribute('src', 'two.json')`);
  await event(driver, 'card', 1);
  assert.deepEqual((await added()).map(({ headline }) => headline), ['Bài hai']);
  await run(`card.removeAttribute('jsonld')`);
  await event(driver, 'card', 2);
  assert.deepEqual(await added(), []);
  await run(`card.setAttribute('jsonld', '')`);
  await event(driver, 'card', 3);
  assert.equal((await added()).length, 1);
  await run('card.remove()');
  await driver.wait(async () => (await added()).length === 0, 5_000, 'it outlived the card');
});

test('jsonld goes with a source that fails', async () => {
  await open(CARD);
  await run(`card.setAttribute('src', 'gone.json')`);
  assert.equal((await event(driver, 'card', 1)).code, 'http-status');
  assert.deepEqual(await added(), []);
});

const DATA = (type) => json({ '@graph': [{ '@type': type, headline: 'Của trang' }] }, 'application/ld+json');
const ITEM = (type) => `<div itemscope itemtype="https://schema.org/${type}"><p itemprop="headline">A</p></div>`;
for (const [how, own] of Object.entries({
  'JSON-LD NewsArticle': DATA('NewsArticle'),
  'JSON-LD Article': DATA('Article'),
  'JSON-LD BlogPosting': DATA(['BlogPosting']),
  'microdata Article': ITEM('Article'),
  'microdata NewsArticle': ITEM('NewsArticle'),
  'microdata BlogPosting': ITEM('BlogPosting'),
})) {
  test(`a page that describes its article itself is left alone: ${how}`, async () => {
    await open(own + CARD);
    assert.equal(await run('return seen[0].name'), 'load');
    assert.deepEqual(await added(), []);
  });
}

test('a page that describes something else gets the facts', async () => {
  await open(DATA('Organization') + ITEM('BreadcrumbList') + CARD);
  assert.equal((await added()).length, 1);
});

// Stands for a panic while the property `armed` is set.
const BOMB = `<script>
  const { normalize } = String.prototype;
  String.prototype.normalize = function (form) {
    if (window.armed && this.includes('BÙM')) throw new WebAssembly.RuntimeError('unreachable');
    return normalize.call(this, form);
  };
</script>`;

test('jsonld goes with an engine that is given up', async () => {
  await open(CARD, { head: BOMB });
  await run('window.armed = true; card.article = arguments[0]', article('BÙM'));
  assert.equal((await event(driver, 'card', 1)).code, 'crash');
  assert.deepEqual(await added(), [], 'it stayed behind');
  await run('window.armed = false; card.refresh()');
  assert.equal((await event(driver, 'card', 2)).title, 'BÙM');
  assert.deepEqual((await added()).map(({ headline }) => headline), ['BÙM']);
});

test('jsonld does not double where another card broke the engine', async () => {
  await open(`${CARD}<tom-tat id="bad" src="two.json"></tom-tat>`, { head: BOMB });
  await event(driver, 'bad');
  await run('window.armed = true; bad.article = arguments[0]', article('BÙM'));
  assert.equal((await event(driver, 'bad', 1)).code, 'crash');
  await run('card.refresh()');
  assert.equal((await event(driver, 'card', 1)).name, 'load');
  assert.equal((await added()).length, 1);
  await run('bad.refresh().catch(() => {})');
  await event(driver, 'bad', 2);
  await run('card.remove()');
  await driver.wait(async () => (await added()).length === 0, 5_000, 'it outlived the card');
});

test('two cards describe two articles', async () => {
  await open(`${CARD}<tom-tat id="other" src="two.json" jsonld></tom-tat>`);
  await event(driver, 'other');
  const headlines = (await added()).map(({ headline }) => headline);
  assert.deepEqual(headlines.sort(), ['Bài <một>', 'Bài hai']);
});

test('jsonld is allowed by the strictest CSP, Trusted Types enforced', async () => {
  await complaints(driver);
  const body = recording(CARD).replaceAll('<script>', '<script nonce="n">');
  site.route('/page', { headers: { 'content-security-policy': STRICT_POLICY }, body });
  await driver.get(`${site.origin}/page`);
  assert.equal((await event(driver)).name, 'load');
  assert.equal((await added()).length, 1);
  const blocked = (await complaints(driver)).filter((text) => !/favicon/.test(text));
  assert.deepEqual(blocked, []);
});
