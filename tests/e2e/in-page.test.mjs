// The article that stands in the page: replaced by a script, in one long element, in strange pages.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { event, recording } from './card.mjs';
import { stage } from './harness.mjs';

const { site, driver } = await stage();

const open = async (body, options) => {
  site.route('/page', recording(body, options));
  await driver.get(`${site.origin}/page`);
};

const run = (script, ...args) => driver.executeScript(script, ...args);

const SENTENCE = 'Sáng 29/4/2022, bà Trần Thị Mai, Giám đốc Sở Y tế phát biểu tại hội nghị của ngành.';
const OTHER = 'Chiều 3/5/2022, ông Lê Văn Sáu, Giám đốc Sở Nội vụ phát biểu tại cuộc họp của sở.';
const FILLER = 'Các đại biểu trao đổi về những việc còn chậm và cách làm hay của từng địa phương. ';

const story = (title, text) => `<h1>${title}</h1><div id="body"><p>${text}</p><p>${FILLER}</p></div>`;

const names = () => run('return card.summary.officials.map(({ name }) => name).join()');

/** How a script puts another article into the page: each kind as pages do it. */
const REPLACED = {
  'with its element': `story.innerHTML = arguments[0]`,
  'within its element': `story.querySelector('h1').textContent = 'Cuộc họp của sở';
    document.getElementById('body').innerHTML = new DOMParser()
      .parseFromString(arguments[0], 'text/html').getElementById('body').innerHTML`,
};

for (const [name, script] of Object.entries(REPLACED)) {
  test(`an article that a script replaces ${name} is read anew`, async () => {
    const long = `${SENTENCE} ${FILLER.repeat(3)}`;
    await open(`<main id="story">${story('Hội nghị của ngành', long)}</main>
      <tom-tat id="card" for="body" loading="eager"></tom-tat>`);
    assert.equal((await event(driver)).name, 'load');
    assert.equal(await names(), 'Trần Thị Mai');
    await run(script, story('Cuộc họp của sở', OTHER));
    assert.equal((await event(driver, 'card', 1)).title, 'Cuộc họp của sở');
    assert.equal(await names(), 'Lê Văn Sáu');
  });
}

test('of several that for names, each card reads the one around it', async () => {
  const item = (id, text) => `<div class="bai"><tom-tat id="${id}" for=".bai" loading="eager"></tom-tat>${story('Tin', text)}</div>`;
  await open(item('card', SENTENCE) + item('other', OTHER));
  await event(driver);
  await event(driver, 'other');
  assert.equal(await names(), 'Trần Thị Mai');
  assert.equal(await run('return other.summary.officials.map(({ name }) => name).join()'), 'Lê Văn Sáu');
});

const STATED = { title: 'Đầu đề của cổng', url: '/bai-1', published: '2022-05-02',
  summary: { officials: [{ name: 'Lê Văn Sáu', positions: ['Giám đốc Sở Nội vụ'] }] } };
const completing = (json, attributes = 'for="body"') => `<tom-tat id="card" ${attributes} show="title date officials">
  <script type="application/json">${JSON.stringify(json)}</script></tom-tat>`;

test('JSON without a text completes the article that for names', async () => {
  const text = '<h1>Đầu đề của trang</h1><div id="body"><p>Sáng 29/4, xã tặng 20 suất quà. ' + FILLER + '</p></div>';
  await open(completing(STATED) + text);
  assert.equal((await event(driver)).name, 'load');
  const summary = await run('return card.summary');
  assert.equal(summary.title, 'Đầu đề của cổng');
  assert.equal(summary.url, '/bai-1');
  assert.equal(summary.event.date, '2022-04-29', 'the year is that of the day stated');
  assert.equal(await names(), 'Lê Văn Sáu');
  assert.deepEqual(summary.figures.map(({ quote }) => quote), ['20 suất quà'], 'what is not stated is read');
  assert.deepEqual(summary.curated, ['officials']);
  // Its facts still lead into the article of the page.
  await run(`card.shadowRoot.querySelector('summary').click()`);
  await run(`card.shadowRoot.querySelector('[part="evidence"][open] a').click()`);
  assert.match(await run('return [...CSS.highlights.values()].flatMap((one) => [...one]).map(String).join()'), /29\/4/);
});

test('JSON without a text may be another article’s where for names none', async () => {
  await open(completing({ title: 'Bài khác' }, '') + story('Hội nghị của ngành', SENTENCE));
  assert.match((await event(driver)).message, /“body”/);
  await open(completing(STATED, '') + story('Hội nghị của ngành', SENTENCE));
  await event(driver);
  assert.equal(await run('return card.summary.event'), null);
});

test('what else changes in the page reads nothing again', async () => {
  await open(`<main id="story">${story('Hội nghị của ngành', SENTENCE)}</main><aside id="clock"></aside>
    <tom-tat id="card" for="body" loading="eager"></tom-tat>`);
  await event(driver);
  await run(`clock.innerHTML = '<p>${FILLER}</p>'; clock.innerHTML = ''; story.append('…')`);
  await new Promise((resolve) => setTimeout(resolve, 800));
  assert.equal(await run('return seen.length'), 1);
});

test('in a body that is one element the words are in view, below a fixed header', async () => {
  const lines = `${FILLER}<br>`.repeat(150);
  await open(`<header style="position:fixed;top:0;left:0;right:0;height:120px;background:#eee"></header>
    <h1>Hội nghị của ngành</h1><tom-tat id="card" for="body" loading="eager"></tom-tat>
    <div id="body" style="max-width:40em">${lines}${SENTENCE}<br>${lines}</div>`);
  await event(driver);
  await run(`card.shadowRoot.querySelector('[part~=official] [part=evidence]').open = true;
    card.shadowRoot.querySelector('[part~=official] [part=quote-link]').click()`);
  await driver.wait(
    () => run(`const marks = globalThis.CSS?.highlights?.get('tom-tat');
      const range = marks ? [...marks][0] : getSelection().getRangeAt(0);
      const { top, bottom } = range.getBoundingClientRect();
      return top > 120 && bottom < innerHeight`),
    5_000,
    'the words are out of view',
  );
});

/** Ids and selectors as CMSs make them. */
const TARGETS = {
  'an id with a colon and a digit first': ['id="1:noi-dung"', '1:noi-dung'],
  'an id with a dot': ['id="bai.viet"', 'bai.viet'],
  'an id with a sharp before it': ['id="bai"', '#bai'],
  'a selector': ['class="noi-dung"', '.noi-dung'],
  'an id that is there twice': ['id="bai"><p>Bản in</p></div><div id="khac"', 'bai'],
};

for (const [name, [attribute, target]] of Object.entries(TARGETS)) {
  test(`for: ${name}`, async () => {
    await open(`<h1>Hội nghị của ngành</h1><tom-tat id="card" for="${target}" loading="eager"></tom-tat>
      <div ${attribute}><p>${SENTENCE}</p></div>`);
    const seen = await event(driver);
    // Of two with one id the first is named, as everywhere in the browser: here a line without facts.
    assert.equal(seen.name, name.includes('twice') ? 'empty' : 'load', seen.message);
  });
}

for (const target of ['[[', 'p{', '3px solid', '::before', '>']) {
  test(`for=“${target}” is no selector: said so, by its name`, async () => {
    await open(`<p>${SENTENCE}</p><tom-tat id="card" for="${target}" loading="eager"></tom-tat>`);
    const { code, message } = await event(driver);
    assert.equal(code, 'no-source');
    assert.ok(message.includes(target), message);
  });
}

test('an article in a frame is none of this page', async () => {
  await open(`<iframe id="body" srcdoc="<h1>Hội nghị</h1><p>${SENTENCE}</p>"></iframe>
    <tom-tat id="card" for="body" loading="eager"></tom-tat>`);
  assert.equal((await event(driver)).code, 'empty-body');
});

/** Pages that are large or deep; each must give its card, and soon. */
const LARGE = {
  'two million characters': FILLER.repeat(24_000),
  'ten thousand boxes in each other': '<div>'.repeat(10_000) + '</div>'.repeat(10_000),
  'ten thousand boxes beside each other': `<div class="related"><a href="/x">${FILLER}</a></div>`.repeat(10_000),
  'ten thousand lists of related articles in each other': '<ul class="related">'.repeat(10_000),
};

for (const [name, html] of Object.entries(LARGE)) {
  test(`a page with ${name}`, async () => {
    await open(`<h1>Hội nghị của ngành</h1><tom-tat id="card" for="body" loading="eager"></tom-tat>
      <div id="body"><p>${SENTENCE}</p>${html}</div>`);
    const seen = await event(driver);
    assert.equal(seen.name, 'load', seen.message);
    assert.equal(await names(), 'Trần Thị Mai');
  });
}

/** What an address gives that is no article's JSON, and what the message must name. */
const ANSWERS = {
  'a page': ['<!doctype html><title>Tin</title>', 'malformed-json', /HTML/],
  'a feed': ['<?xml version="1.0"?><rss version="2.0"></rss>', 'malformed-json', /RSS/],
  'a REST list of posts': [
    JSON.stringify([1, 2].map((id) => ({ id, content: { rendered: SENTENCE } }))),
    'wrong-type',
    /2 bài.*posts\/ID/,
  ],
};

for (const [name, [body, code, words]] of Object.entries(ANSWERS)) {
  test(`src gives ${name}: said so`, async () => {
    site.route('/answer', body);
    await open('<tom-tat id="card" src="/answer" loading="eager"></tom-tat>');
    const seen = await event(driver);
    assert.equal(seen.code, code, seen.message);
    assert.match(seen.message, words);
  });
}

test('src gives a REST list of one post: its card', async () => {
  const post = { title: { rendered: 'Hội nghị' }, content: { rendered: `<p>${SENTENCE}</p>` } };
  site.route('/answer', JSON.stringify([post]));
  await open('<tom-tat id="card" src="/answer" loading="eager"></tom-tat>');
  assert.equal((await event(driver)).title, 'Hội nghị');
});
