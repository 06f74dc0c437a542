// The element in a page: its sources, several at once, changes while it lives.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, event, json, recording, visible, words } from './card.mjs';
import { serve, stage } from './harness.mjs';

const { site, driver } = await stage({
  '/one.json': JSON.stringify(article('Bài một')),
  '/two.json': JSON.stringify(article('Bài hai')),
});

/** Opens a page with this body. */
const open = async (body, options) => {
  site.route('/page', recording(body, options));
  await driver.get(`${site.origin}/page`);
};

const run = (script, ...args) => driver.executeScript(script, ...args);

const TEXT = 'Sáng 29/4/2022, đồng chí Nguyễn Văn An, Chủ tịch UBND tỉnh chủ trì hội nghị ở tỉnh.';
const LINKED = { '@type': 'NewsArticle', headline: 'Bài liên kết', articleBody: TEXT };
const WORDPRESS = { title: { rendered: 'Bài WordPress' }, content: { rendered: `<p>${TEXT}</p>` } };
const FEED = { title: 'Bài nguồn cấp', content_html: `<p>${TEXT}</p>` };

const SOURCES = {
  'child JSON': [`<tom-tat id="card">${json(article('Bài con'))}</tom-tat>`, 'Bài con'],
  'child JSON-LD': [
    `<tom-tat id="card">${json({ '@graph': [LINKED] }, 'application/ld+json')}</tom-tat>`,
    'Bài liên kết',
  ],
  'child WordPress post': [`<tom-tat id="card">${json(WORDPRESS)}</tom-tat>`, 'Bài WordPress'],
  'child JSON Feed item': [`<tom-tat id="card">${json(FEED)}</tom-tat>`, 'Bài nguồn cấp'],
  src: ['<tom-tat id="card" src="one.json"></tom-tat>', 'Bài một'],
  'for, an id': [
    `<div id="x"><h2>Bài trong trang</h2><p>${TEXT}</p></div><tom-tat id="card" for="x"></tom-tat>`,
    'Bài trong trang',
  ],
  'for, a selector': [
    `<div class="x y"><h3>Bài chọn</h3><p>${TEXT}</p></div><tom-tat id="card" for=".x.y"></tom-tat>`,
    'Bài chọn',
  ],
  'JSON-LD of the page': [
    `${json(LINKED, 'application/ld+json')}<tom-tat id="card"></tom-tat>`,
    'Bài liên kết',
  ],
  'the only <article>': [
    `<article><h1>Bài duy nhất</h1><p>${TEXT}</p></article><tom-tat id="card"></tom-tat>`,
    'Bài duy nhất',
  ],
  'the <article> around it': [
    `<article><h2>Bài khác</h2><p>${TEXT}</p></article>
     <article><h2>Bài bao quanh</h2><tom-tat id="card"></tom-tat><p>${TEXT}</p></article>`,
    'Bài bao quanh',
  ],
  'itemprop articleBody': [
    `<h1>Bài có nhãn</h1><div itemprop="articleBody"><p>${TEXT}</p></div>
     <tom-tat id="card"></tom-tat>`,
    'Bài có nhãn',
  ],
  'data-src on a placeholder': [
    '<div data-tom-tat data-src="one.json" data-id="card"></div>',
    'Bài một',
  ],
};

for (const [name, [body, title]] of Object.entries(SOURCES)) {
  test(`source: ${name}`, async () => {
    await open(body);
    const { name, title: seen, message } = await event(driver);
    assert.equal(name, 'load', message);
    assert.equal(seen, title);
    // The page of the article itself has its headline.
    const at_home = /for=|<article|itemprop/.test(body);
    assert.equal(new RegExp(title).test(await words(driver)), !at_home);
  });
}

test('source: the property article, set before the element is defined', async () => {
  await open('<tom-tat id="card" src="two.json"></tom-tat>', {
    loader: false,
    head: `<script>addEventListener('DOMContentLoaded', () => {
      document.getElementById('card').article = ${JSON.stringify(article('Bài thuộc tính'))};
      document.head.append(Object.assign(document.createElement('script'),
        { src: '/pkg/tom-tat.js' }));
    })</script>`,
  });
  assert.equal((await event(driver)).title, 'Bài thuộc tính');
});

test('source: the property article, set later, replaces what was shown', async () => {
  await open('<tom-tat id="card" src="two.json"></tom-tat>');
  await event(driver);
  await run('card.article = arguments[0]', article('Bài thay'));
  assert.equal((await event(driver, 'card', 1)).title, 'Bài thay');
  assert.equal(await run('return card.summary.title'), 'Bài thay');
});

test('the property summary holds Contract 2', async () => {
  await open('<tom-tat id="card" src="one.json"></tom-tat>');
  await event(driver);
  const summary = await run('return card.summary');
  assert.equal(summary.event.date, '2022-04-29');
  assert.equal(summary.url, null);
  assert.deepEqual(summary.officials.map((official) => official.name), [
    'Nguyễn Văn An',
    'Trần Thị Bình',
  ]);
});

test('an address with a query is asked for as it is written', async () => {
  const asked = [];
  site.route('/query.json', ({ url }) => (asked.push(url), JSON.stringify(article('Bài có hỏi'))));
  await open('<tom-tat id="card" src="query.json?id=5&amp;k=a%20b"></tom-tat>');
  assert.equal((await event(driver)).title, 'Bài có hỏi');
  assert.deepEqual(asked, ['/query.json?id=5&k=a%20b']);
});

test('refresh() reads again and resolves with the summary', async () => {
  let title = 'Bản đầu';
  site.route('/changing.json', () => JSON.stringify(article(title)));
  await open('<tom-tat id="card" src="changing.json"></tom-tat>');
  await event(driver);
  title = 'Bản sau';
  const summary = await driver.executeAsyncScript(
    'card.refresh().then(arguments[arguments.length - 1])',
  );
  assert.equal(summary.title, 'Bản sau');
});

test('several cards share one engine', async () => {
  site.requests.length = 0;
  await open(
    ['one', 'two', 'one'].map((n, i) => `<tom-tat id="c${i}" src="${n}.json"></tom-tat>`).join(''),
  );
  const titles = [];
  for (const id of ['c0', 'c1', 'c2']) titles.push((await event(driver, id)).title);
  assert.deepEqual(titles, ['Bài một', 'Bài hai', 'Bài một']);
  const engine = site.requests.filter((path) => path.startsWith('/pkg/tom_tat'));
  assert.deepEqual(engine.sort(), ['/pkg/tom_tat.js', '/pkg/tom_tat_bg.ico']);
});

test('nothing but the first script loads before a card nears the viewport', async () => {
  site.requests.length = 0;
  await open('<div style="height:6000px"></div><tom-tat id="card" src="one.json"></tom-tat>');
  await driver.sleep(500);
  const early = site.requests.filter((path) => path !== '/page' && path !== '/favicon.ico');
  assert.deepEqual(early, ['/pkg/tom-tat.js']);
  await run('card.scrollIntoView()');
  assert.equal((await event(driver)).title, 'Bài một');
});

test('loading="eager" does not wait for the viewport', async () => {
  await open(
    '<div style="height:6000px"></div><tom-tat id="card" loading="eager" src="one.json"></tom-tat>',
  );
  assert.equal((await event(driver)).title, 'Bài một');
});

test('attributes change the card in place', async () => {
  await open('<tom-tat id="card" src="one.json"></tom-tat>');
  await event(driver);
  await run(`window.node = card.shadowRoot.querySelector('[part~=card]');
    card.lang = 'en'; card.setAttribute('limit', '1'); card.setAttribute('show', 'figures')`);
  await event(driver, 'card', 1);
  const text = await words(driver);
  assert.match(text, /Key figures/);
  assert.match(text, /Show 2 more/);
  assert.doesNotMatch(text, /Officials/);
  assert.ok(
    await run(`return node === card.shadowRoot.querySelector('[part~=card]')`),
    'the card was built anew instead of changed',
  );
});

test('omit takes single facts off the card, the summary and the JSON-LD, and gives them back', async () => {
  await open('<tom-tat id="card" src="one.json" omit="Trần Thị Bình; 98,5%" jsonld></tom-tat>');
  await event(driver);
  assert.doesNotMatch(await words(driver), /Trần Thị Bình|98,5/);
  const [names, quotes, data] = await run(`return [
    card.summary.officials.map(({ name }) => name), card.summary.figures.map(({ quote }) => quote),
    document.querySelector('[data-tom-tat-jsonld]').textContent]`);
  assert.deepEqual(names, ['Nguyễn Văn An']);
  assert.deepEqual(quotes, ['gần 11 nghìn văn bản', '22 người']);
  assert.doesNotMatch(data, /Trần Thị Bình/);
  await run(`card.removeAttribute('omit')`);
  await event(driver, 'card', 1);
  assert.match(await words(driver), /Trần Thị Bình[^]*98,5|98,5[^]*Trần Thị Bình/);
});

test('a change of language reads nothing again', async () => {
  await open('<tom-tat id="card" src="one.json"></tom-tat>');
  await event(driver);
  site.requests.length = 0;
  await run(`card.lang = 'en'`);
  await event(driver, 'card', 1);
  assert.deepEqual(site.requests, []);
});

test('a change of src shows the other article', async () => {
  await open('<tom-tat id="card" src="one.json"></tom-tat>');
  await event(driver);
  await run(`card.setAttribute('src', 'two.json')`);
  assert.equal((await event(driver, 'card', 1)).title, 'Bài hai');
});

test('of two changes the later one wins, whichever answer comes first', async () => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  site.route('/slow.json', async () => (await held, JSON.stringify(article('Bài chậm'))));
  await open('<tom-tat id="card" src="slow.json"></tom-tat>');
  await driver.wait(() => site.requests.includes('/slow.json'), 10_000, 'slow.json not asked for');
  await run(`card.setAttribute('src', 'two.json')`);
  assert.equal((await event(driver)).title, 'Bài hai');
  release();
  await driver.sleep(300);
  assert.match(await words(driver), /Bài hai/);
});

test('the fallback stays until the card is there, and goes then', async () => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  site.route('/held.json', async () => (await held, JSON.stringify(article('Bài chờ'))));
  await open('<tom-tat id="card" src="held.json"><p id="fallback">Đang tải</p></tom-tat>');
  await driver.wait(() => site.requests.includes('/held.json'), 10_000, 'held.json not asked for');
  assert.ok(await visible(driver, '#fallback'), 'the fallback vanished before the card was there');
  release();
  await event(driver);
  assert.ok(!(await visible(driver, '#fallback')), 'the fallback shows besides the card');
});

test('a card that is inserted late, moved and removed', async () => {
  await open('<div id="a"></div><div id="b"></div>');
  await run(`const late = document.createElement('tom-tat');
    late.id = 'card'; late.setAttribute('src', 'one.json'); a.append(late)`);
  await event(driver);
  await run('window.node = card; b.append(card)');
  await driver.sleep(100);
  assert.match(await words(driver), /Bài một/, 'the card went when it was moved');
  assert.equal(await run('return seen.length'), 1, 'moving built the card again');
  await run('node.remove()');
  await driver.sleep(100);
  assert.equal(await run(`return node.shadowRoot.querySelectorAll('[part~=card]').length`), 0);
  await run('a.append(node)');
  assert.equal((await event(driver, 'card', 1)).title, 'Bài một');
});

test('a placeholder that is added later becomes a card', async () => {
  await open('<div id="a"></div>');
  await run(`a.innerHTML = '<p data-tom-tat data-src="two.json" data-id="card">x</p>'`);
  assert.equal((await event(driver)).title, 'Bài hai');
});

test('a placeholder gives the card no attributes but its own', async () => {
  await open(`<div data-tom-tat data-src="one.json" data-id="card" data-onclick="window.hit = 1"
    data-style="position:fixed" data-tabindex="0" data-autofocus data-onfocus="window.hit = 1"></div>`);
  assert.equal((await event(driver)).title, 'Bài một');
  assert.deepEqual(await run('return card.getAttributeNames().sort()'), ['id', 'src']);
});

test('a canonical address that is a script is not taken', async () => {
  await open(`<tom-tat id="card" for="x"></tom-tat><div id="x"><h2>Hội nghị</h2><p>${TEXT}</p></div>`, {
    head: '<link rel="canonical" href="javascript:alert(1)">',
  });
  const { name, message } = await event(driver);
  assert.equal(name, 'load', message);
  assert.equal(await run('return card.summary.url'), `${site.origin}/page`);
  assert.doesNotMatch(await run('return card.shadowRoot.innerHTML'), /javascript:/);
});

test('a script tag with data-src makes a card in its place, each time', async () => {
  const tag = (n, id) =>
    `<script src="/pkg/tom-tat.js?v=3" data-src="${n}.json" data-id="${id}"></script>`;
  await open(`<p id="p">a</p>${tag('one', 'c1')}<p>b</p>${tag('two', 'c2')}`, { loader: false });
  assert.equal((await event(driver, 'c1')).title, 'Bài một');
  assert.equal((await event(driver, 'c2')).title, 'Bài hai');
  assert.equal(await run(`return c1.previousElementSibling.dataset.id`), 'c1');
});

test('the script included five times does nothing five times', async () => {
  await open(
    '<script src="/pkg/tom-tat.js"></script>'.repeat(5) +
      '<tom-tat id="card" src="one.json"></tom-tat>',
  );
  await event(driver);
  await driver.sleep(200);
  assert.equal(await run('return seen.length'), 1);
});

test('works from another folder and another origin', async () => {
  const other = await serve({});
  for (const file of ['tom-tat.js', 'tom_tat.js', 'tom_tat_bg.ico', 'tom_tat_bg.wasm'])
    other.route(`/pkg/${file}`, { headers: { 'access-control-allow-origin': '*' }, file: true });
  try {
    await open(
      `<script src="${other.origin}/pkg/tom-tat.js?v=7"></script>
       <tom-tat id="card" src="one.json"></tom-tat>`,
      { loader: false },
    );
    assert.equal((await event(driver)).title, 'Bài một');
  } finally {
    await other.close();
  }
});

test('a card rendered at publishing time is left alone and loads nothing', async () => {
  site.requests.length = 0;
  await open(
    `<tom-tat id="card" src="one.json"><template shadowrootmode="open"
       ><article part="card">Có sẵn</article></template></tom-tat>`,
  );
  await driver.sleep(500);
  assert.equal(await words(driver), 'Có sẵn');
  assert.deepEqual(site.requests.filter((path) => path.includes('_bg.')), [], 'wasm was loaded');
});
