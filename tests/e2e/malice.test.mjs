// Articles that mean harm, through every source and every field: nothing of them runs, leads elsewhere or adds
// an element; it shows as text, or is refused with a code.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { browser, serve } from './harness.mjs';
import { ALL, MODELS, curated, escaped, except, inScript, malicious, parts, payloads, sentence, shown } from './malice.mjs';

const site = await serve();
let driver = await browser();
after(async () => {
  await driver.quit();
  await site.close();
});

/** What the page itself asks for. */
const EXPECTED = /^\/(page|cards\.json|favicon\.ico|article\/\d+|pkg\/[\w-]+\.(js|ico|wasm))$/;

/** Shows a card of each specification; fails where one, or the page, is not as it should be. */
const show = async (cards, { body, patience = 15_000, most } = {}) => {
  site.requests.length = 0;
  site.route('/cards.json', JSON.stringify({ models: MODELS, cards, patience, most }));
  site.route('/page', malicious(body));
  await driver.get(`${site.origin}/page`);
  const told = await driver.executeAsyncScript('window.run(arguments[0])');
  const wrong = told.results.flatMap(({ wrong }, index) => wrong.map((text) => `${cards[index].line}: ${text}`));
  assert.deepEqual(wrong.slice(0, 20), []);
  assert.deepEqual(told.page, []);
  assert.deepEqual(site.requests.filter((path) => !EXPECTED.test(path)), [], 'asked for something else');
  return told;
};

/** A specification for each payload. */
const each = (list, make) => list.map(({ line, words }, index) => ({ line, ...make(words, index) }));

const WORDS = except('json', 'clobber');
const LINKS = { lookup: 'https://example.com/?q={number}', report: 'mailto:a@example.com' };

/** How many cards quote the words of their payload. */
const quoting = (seen, list) => seen.filter((text, index) => text.includes(shown(list[index].words))).length;

test('malice: there are at least 150 payloads, each once', () => {
  const lines = new Set(payloads.map(({ line }) => line));
  assert.ok(lines.size >= 150, `${lines.size}`);
  assert.equal(lines.size, payloads.length);
});

test('malice: in every curated field, by the property, with JSON-LD', async () => {
  const list = except('json');
  const cards = each(list, (words) => ({
    property: curated(words), attributes: { ...ALL, ...LINKS, jsonld: '' }, expects: parts(words),
  }));
  const { results, linked } = await show(cards);
  assert.deepEqual(results.filter(({ code }) => code !== 'load'), []);
  const headlines = linked.map((text) => JSON.parse(text).headline ?? '');
  assert.deepEqual(headlines.sort(), list.map(({ words }) => shown(words)).sort());
});

test('malice: in every curated field, in a child script of the page', async () => {
  const cards = each(except('json'), (words) => ({ expects: parts(words) }));
  const attributes = 'loading="eager" density="full" show="title lead date figures officials directives"';
  const body = except('json').map(({ words }) => `<tom-tat ${attributes}>${inScript(curated(words))}</tom-tat>`);
  const { results } = await show(cards, { body: body.join('\n') });
  assert.deepEqual(results.filter(({ code }) => code !== 'load'), []);
});

test('malice: in every curated field beside a body, from an address', async () => {
  const cards = each(WORDS, (words, index) => {
    site.route(`/article/${index}`, JSON.stringify(curated(words, { body: sentence(words) })));
    return { attributes: { ...ALL, ...LINKS, src: `/article/${index}` }, expects: parts(words) };
  });
  await show(cards);
});

// The body as HTML, and once more as what HTML shows of it.
const html = (words) => `<p>${sentence('')}</p>${words}<p>${sentence(escaped(words))}</p>`;
const SHAPES = {
  'plain JSON': (words) => ({ title: words, url: words, body: html(words) }),
  'plain JSON without a tag': (words) => ({ title: words, url: words, body: sentence(escaped(words)) }),
  'JSON-LD': (words) => ({
    '@graph': [{ '@type': 'NewsArticle', headline: words, url: words, publisher: { name: words }, articleBody: html(words) }],
  }),
  'a post of WordPress': (words) => ({
    title: { rendered: words }, link: words, content: { rendered: html(words) },
  }),
  'an item of JSON Feed': (words) => ({ title: words, url: words, content_html: html(words) }),
};

for (const [name, shape] of Object.entries(SHAPES))
  test(`malice: in the body of ${name}`, async () => {
    await show(each(WORDS, (words) => ({ property: shape(words), attributes: { ...ALL, ...LINKS } })));
  });

test('malice: in the page’s own article, as text', async () => {
  const cards = each(WORDS, (words) => ({
    text: [words, sentence(''), sentence(words)], attributes: { ...ALL, ...LINKS, jsonld: '' },
  }));
  const { seen } = await show(cards);
  const count = quoting(seen, WORDS);
  assert.ok(count > WORDS.length / 2, `only ${count} of ${WORDS.length} show`);
});

test('malice: in the page’s own article, as HTML that a sanitizer let through', async () => {
  await show(each(WORDS, (words) => ({ html: html(words), attributes: { ...ALL, ...LINKS } })));
});

test('malice: in every attribute', async () => {
  const property = { title: 'Bài', url: '/bai', body: sentence('') };
  const NAMES = ['report', 'omit', 'show', 'lang', 'heading', 'limit', 'theme', 'density', 'debug'];
  const named = (words) => Object.fromEntries(NAMES.map((name) => [name, words]));
  const own = each(WORDS, (words) => ({ property, attributes: { ...named(words), lookup: `${words}{number}` } }));
  const targets = each(WORDS, (words) => ({ attributes: { for: words, debug: '' } }));
  await show([...own, ...targets]);
});

test('malice: in the attribute src, wherever it is no address of the web', async () => {
  const elsewhere = ({ words }) =>
    URL.canParse(words, site.origin) && !/^https?:/.test(new URL(words, site.origin).protocol);
  const list = WORDS.filter(elsewhere);
  assert.ok(list.length > 10, `${list.length}`);
  const { results } = await show(each(list, (words) => ({ attributes: { src: words, debug: '' } })));
  assert.deepEqual([...new Set(results.map(({ code }) => code))].sort(), ['malformed-json', 'not-readable']);
});

test('malice: whole articles of JSON, by property, child script and address', async () => {
  const list = payloads.filter(({ kind }) => kind === 'json');
  await show(each(list, (words) => ({ property: words, attributes: ALL })));
  await show(each(list, (words, index) => {
    site.route(`/article/${index}`, { headers: { 'content-type': 'application/json' }, body: words });
    return { attributes: { ...ALL, src: `/article/${index}` } };
  }));
  const inPage = list.filter(({ words }) => !/<\/|<script|<!--/.test(words));
  const body = inPage.map(({ words }) => `<tom-tat loading="eager"><script type="application/ld+json">${words}</script></tom-tat>`);
  await show(each(inPage, () => ({})), { body: body.join('') });
});

// Forms give out their fields where a script asks for their own properties, and documents their pictures.
const CLOBBER = payloads.filter(({ kind }) => kind === 'clobber');
const FATAL = /nextSibling|localName|textContent|nodeValue/;

const clobbering = (list) => [
  ...each(list, (words) => ({ property: { body: html(words) }, attributes: ALL })),
  ...each(list, (words) => ({ html: html(words), attributes: ALL })),
];

test('malice: names in HTML that override the browser’s take nothing off the card', async () => {
  const cards = clobbering(CLOBBER.filter(({ line }) => !FATAL.test(line)));
  const { results } = await show(cards);
  assert.deepEqual(cards.filter((_, index) => results[index].code !== 'load'), []);
});

for (const { line, words } of CLOBBER.filter(({ line }) => FATAL.test(line)))
  test(`malice: ${line} neither stops the page nor the card`, async () => {
    const { results } = await show(clobbering([{ line, words }]), { patience: 1_000, most: 20_000 });
    assert.deepEqual(results.filter(({ code }) => code !== 'load'), []);
  });

// What a sanitizer may let through, and what would then tell the loader where the other files are.
const CARD = `<article id="bai">${sentence('')}</article><div data-tom-tat data-for="bai" data-loading="eager"></div>`;
for (const markup of [
  '<img name="currentScript" src="/harm/tom-tat.js">',
  '<img name="currentScript" data-base="/harm/">',
  '<form name="currentScript" data-base="/harm/"></form>',
  '<object name="currentScript" data-base="/harm/"></object>',
  '<div data-tom-tat data-base="/harm/" data-for="bai" data-loading="eager"></div>',
])
  test(`malice: ${markup} has no code loaded from its folder`, async () => {
    site.requests.length = 0;
    for (const file of ['tom-tat.js', 'tom_tat.js', 'doctor.js']) site.route(`/harm/${file}`, 'harm()');
    const body = `${markup}${CARD}<script src="/pkg/tom-tat.js"></script>`;
    site.route('/page', malicious(body).replace('<script src="/pkg/tom-tat.js" async></script>', ''));
    await driver.get(`${site.origin}/page`);
    await driver.executeAsyncScript('window.within(2000, () => window.outcomes.size).then(arguments[0])');
    assert.deepEqual(site.requests.filter((path) => /^\/harm\/(tom_tat|doctor)/.test(path)), []);
    assert.deepEqual(await driver.executeScript('return [window.harmed.length, ...window.outcomes.values()].slice(0, 2)'), [0, 'load']);
  });
