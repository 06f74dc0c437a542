// `<tom-tat-list>`: several cards from one feed.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { STRICT_POLICY, article, recording, visible } from './card.mjs';
import { complaints, serve, stage } from './harness.mjs';

const { site, driver } = await stage();
const run = (script, ...args) => driver.executeScript(script, ...args);

const TITLES = ['Họp dân vận', 'Khánh thành cầu', 'Trao quà Tết'];
const BODY = '<p>Sáng 29/4/2022, đồng chí Nguyễn Văn An, Chủ tịch UBND tỉnh chủ trì hội nghị.</p>';
const path = (number) => `/tin/${number + 1}`;

const escaped = (html) => html.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const rss = (items) => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Tin tỉnh</title><link>https://example.com/</link>${items.join('')}</channel></rss>`;

/** The three articles, as each kind of feed has them. */
const FEEDS = {
  'a WordPress list': JSON.stringify(TITLES.map((title, number) => ({
    title: { rendered: title }, link: path(number), date: '2022-04-29T10:00:00', content: { rendered: BODY } }))),
  'a list of articles': JSON.stringify(TITLES.map((title, number) => article(title, { url: path(number) }))),
  'JSON Feed': JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Tin',
    items: TITLES.map((title, number) => ({ id: String(number), title, url: path(number), content_html: BODY })) }),
  'RSS 2.0': rss(TITLES.map((title, number) => `<item><title>${title}</title><link>${path(number)}</link>
    <description>Tóm lược</description><content:encoded><![CDATA[${BODY}]]></content:encoded></item>`)),
  'RSS 2.0 with descriptions only': rss(TITLES.map((title, number) => `<item><title><![CDATA[${title}]]></title>
    <link>${path(number)}</link><description>${escaped(BODY)}</description></item>`)),
  'RSS 1.0': `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
    <channel><title>Tin</title></channel>${TITLES.map((title, number) => `<item><title>${title}</title>
    <link>${path(number)}</link><description>${escaped(BODY)}</description></item>`).join('')}</rdf:RDF>`,
  Atom: `<feed xmlns="http://www.w3.org/2005/Atom"><title>Tin</title>${TITLES.map((title, number) => `<entry>
    <title type="html">${title}</title><link rel="self" href="/x"/><link href="${path(number)}"/>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${BODY}</div></content></entry>`).join('')}</feed>`,
};

const FALLBACK = '<a id="fallback" href="/tin">Mọi tin</a>';
const list = (attributes = 'src="/feed"') =>
  `<tom-tat-list id="list" density="line" ${attributes}>${FALLBACK}</tom-tat-list>`;

// What lists tell is kept apart from what their cards tell.
const LISTEN = `<script>
  window.told = [];
  for (const name of ['tom-tat-list:load', 'tom-tat:error'])
    document.addEventListener(name, ({ target, detail }) =>
      target.id === 'list' && told.push({ name, code: detail.code, message: detail.message, count: detail.count }));
</script>`;

const open = async (body, { headers, head = '', feed = FEEDS['a WordPress list'] } = {}) => {
  site.route('/feed', feed);
  const html = recording(body, { head: LISTEN + head });
  const nonced = headers ? html.replaceAll('<script>', '<script nonce="n">') : html;
  site.route('/page', { headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body: nonced });
  await driver.get(`${site.origin}/page`);
};

const told = (after = 0) =>
  driver.wait(() => run('return told[arguments[0]]', after), 10_000, 'the list tells nothing');

/** Headline and words of each item, once all cards show. */
const cards = async (count) => {
  const read = `return [...document.querySelectorAll('#list > [slot=cards]')].map((item) => {
    const words = item.querySelector('tom-tat').shadowRoot?.querySelector('[part~=card]')?.innerText;
    return words ? item.innerText + words : null;
  })`;
  await driver.wait(async () => {
    const texts = await run(read);
    return texts.length === count && texts.every(Boolean);
  }, 10_000, `not ${count} cards`);
  return run(read);
};

for (const [name, feed] of Object.entries(FEEDS))
  test(`list: ${name}`, async () => {
    await open(list(), { feed });
    assert.deepEqual(await told(), { name: 'tom-tat-list:load', count: 3, code: null, message: null });
    const texts = await cards(3);
    for (const [number, title] of TITLES.entries()) {
      assert.ok(texts[number].includes(title), texts[number]);
      assert.ok(texts[number].includes('29/4'), texts[number]);
    }
    assert.equal(await visible(driver, '#fallback'), false);
    assert.equal(await run(`return document.querySelector('#list > :nth-of-type(2) > a').pathname`), '/tin/2');
    assert.deepEqual(await complaints(driver), []);
  });

test('list: a day by the clock of Vietnam', async () => {
  const body = 'Sáng nay, đồng chí Nguyễn Văn An, Chủ tịch UBND tỉnh chủ trì hội nghị.';
  await open(list(), { feed: rss([`<item><title>Họp</title><link>/1</link><description>${body}</description>
    <pubDate>Thu, 28 Apr 2022 23:30:00 GMT</pubDate></item>`]) });
  assert.match((await cards(1))[0], /29\/4/);
});

test('list: a screen reader hears a list of articles', async () => {
  await open(list());
  await cards(3);
  const roles = await run(`return [list.role ?? list.getAttribute('role'),
    ...[...list.querySelectorAll(':scope > div')].map((card) => card.getAttribute('role'))]`);
  assert.deepEqual(roles, ['list', 'listitem', 'listitem', 'listitem']);
});

test('list: as many cards as asked for, and as the feed has', async () => {
  await open(list('src="/feed" count="2"'));
  await cards(2);
  await run(`list.setAttribute('count', '50')`);
  assert.equal((await told(1)).count, 3);
  await cards(3);
  await run(`list.setAttribute('count', 'nhiều')`);
  assert.equal((await told(2)).count, 3);
});

test('list: attributes reach each card, also later', async () => {
  await open(list('src="/feed" lang="en" heading="4"'));
  assert.match((await cards(3))[0], /29 April/);
  await run(`list.setAttribute('lang', 'vi'); list.removeAttribute('heading')`);
  await driver.wait(async () => /29\/4/.test((await cards(3))[0]), 5_000, 'still English');
  assert.equal(await run(`return list.querySelector('tom-tat').hasAttribute('heading')`), false);
});

test('list: in other densities the headline is the card’s own', async () => {
  await open(list());
  await cards(3);
  await run(`list.setAttribute('density', 'short')`);
  const texts = await cards(3);
  for (const [number, title] of TITLES.entries()) assert.equal(texts[number].split(title).length, 2, texts[number]);
});

test('list: another source takes the place of the first', async () => {
  await open(list());
  await cards(3);
  site.route('/other', JSON.stringify([article('Tin khác')]));
  await run(`list.setAttribute('src', '/other')`);
  assert.match((await cards(1))[0], /Tin khác/);
});

test('list: inserted by a script, twice, and taken away', async () => {
  site.requests.length = 0;
  await open('<div id="place"></div>');
  await driver.wait(() => run(`return !!customElements.get('tom-tat')`), 5_000, 'no element');
  assert.deepEqual(site.requests.filter((each) => each.includes('list')), [], 'loaded without a list');
  await run('place.innerHTML = arguments[0]', list());
  await cards(3);
  await run('const kept = list; kept.remove(); place.append(kept)');
  assert.equal((await cards(3)).length, 3);
});

test('list: only cards near the viewport are made', async () => {
  const many = Array.from({ length: 60 }, (_, number) => article(`Tin ${number}`));
  await open(`<style>tom-tat { display: block; min-height: 300px }</style>${list('src="/feed" count="60"')}`,
    { feed: JSON.stringify(many) });
  await told();
  await driver.wait(() => run(`return seen.length > 2`), 5_000, 'no card');
  await driver.sleep(500);
  const made = await run('return seen.length');
  assert.ok(made < 20, `${made} of 60 cards were made at once`);
});

test('list: an article without a fact shows its headline', async () => {
  await open(list(), { feed: JSON.stringify([{ title: 'Thơ xuân', url: '/tho', body: 'Hoa đào nở trắng bên suối vắng.' }]) });
  await told();
  await driver.wait(() => run(`return seen.some(({ name }) => name === 'empty')`), 5_000, 'not empty');
  assert.equal(await visible(driver, '#list > div > a'), true);
});

test('list: RSS where Trusted Types are enforced', async () => {
  const headers = { 'content-security-policy': `${STRICT_POLICY} tom-tat-list` };
  await open(list(), { feed: FEEDS['RSS 2.0'], headers });
  assert.equal((await cards(3)).length, 3);
});

const other = await serve();
other.route('/feed', FEEDS['RSS 2.0']);
test.after(() => other.close());

/** What may go wrong: the feed, its attributes, and the code that is told. */
const WRONG = {
  'no source': ['', '', 'no-source'],
  'an address that answers 404': [{ status: 404, body: '' }, 'src="/feed"', 'http-status'],
  'a web page': ['<!doctype html><title>Tin</title><p>Tin tỉnh</p>', 'src="/feed"', 'not-a-feed'],
  'a single article': [JSON.stringify(article('Một')), 'src="/feed"', 'not-a-feed'],
  'JSON that is cut': ['[{"title": "M', 'src="/feed"', 'not-a-feed'],
  'broken XML': ['<rss><channel><item>', 'src="/feed"', 'malformed-xml'],
  'an empty list': ['[]', 'src="/feed"', 'empty-list'],
  'another origin without CORS': ['', `src="${other.origin}/feed"`, 'not-readable'],
};

for (const [name, [feed, attributes, code]] of Object.entries(WRONG))
  test(`list: ${name} leaves what stands inside, and says so`, async () => {
    await open(list(`debug ${attributes}`), { feed });
    const seen = await told();
    assert.deepEqual([seen.name, seen.code], ['tom-tat:error', code], seen.message);
    assert.equal(await visible(driver, '#fallback'), true);
    const note = await run(`return list.shadowRoot.querySelector('[part=error]').textContent`);
    assert.equal(note, `${seen.message} [${code}]`);
    assert.doesNotMatch(seen.message, /[$%]/);
  });
