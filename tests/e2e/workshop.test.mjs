// The product page: somebody tries the card, corrects a fact, chooses looks, and takes the snippet home.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { article, event, recording, words } from './card.mjs';
import { chromiumOnly, complaints, root, serve, stage } from './harness.mjs';

const { site, driver } = await stage();
const run = (script, ...args) => driver.executeScript(script, ...args);

/** The words of the card that is looked at; empty where there is none. */
const card = () => run(`return document.querySelector('.stage tom-tat')?.shadowRoot
  ?.querySelector('[part~=card]')?.innerText ?? ''`);
const shows = async (pattern, what = String(pattern)) => {
  let seen = '';
  await driver.wait(async () => pattern.test((seen = await card())), 10_000, `the card does not show ${what}`)
    .catch((error) => { throw new Error(`${error.message}: ${seen}`); });
};
const failure = (pattern) =>
  driver.wait(async () => pattern.test(await run(`return document.querySelector('[role=alert]')?.innerText ?? ''`)),
    10_000, `no failure ${pattern}`);

const open = async (hash = '') => {
  await driver.get('about:blank');
  await driver.get(`${site.origin}/index.html${hash}`);
  await driver.wait(() => run(`return !!document.querySelector('#article')`), 10_000, 'no workshop');
};

/** Puts a text into the field, as pasting does. */
const paste = (text) => run(`const field = document.querySelector('#article');
  field.value = arguments[0]; field.dispatchEvent(new InputEvent('input', { bubbles: true }))`, text);

/** Chooses a value of a control by its name. */
const choose = (name, value) => run(`const control = document.querySelector('[name="' + arguments[0] + '"]');
  control.value = arguments[1]; control.dispatchEvent(new Event('change', { bubbles: true }))`, name, value);

/** Chooses a theme by its picture. */
const theme = async (name) => {
  await run(`document.querySelector('#step-look').parentNode.querySelector('details').open = true`);
  await driver.wait(() => run(`return !!document.querySelector('.gallery input')`), 5_000, 'no gallery');
  await run(`document.querySelector('.gallery input[value="' + arguments[0] + '"]').click()`, name);
};

const snippet = () => run(`return document.querySelector('#snippet').innerText`);
const SENTENCE = 'Sáng 29/4/2022, đồng chí Nguyễn Văn An, Chủ tịch UBND tỉnh chủ trì hội nghị, trao 350 suất quà.';

test('workshop: a sample shows its card at once, and nothing comes from elsewhere', async () => {
  site.requests.length = 0;
  await open();
  await shows(/Trần Văn Hiệp/);
  assert.ok(site.requests.every((path) => path.startsWith('/')), site.requests.join(' '));
  assert.deepEqual(await complaints(driver), []);
  const loaded = await run(`return performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin)`);
  assert.deepEqual([...new Set(loaded)], [site.origin]);
});

test('workshop: five samples', async () => {
  await open();
  for (const [name, pattern] of [['Đồng Tháp', /3\/7\/2020/], ['Cao Bằng', /Triệu Đình Lê/], ['Thái Nguyên', /190/], ['Kon Tum', /A Pớt/]]) {
    await run(`[...document.querySelectorAll('button')].find(({ innerText }) => innerText === arguments[0]).click()`, name);
    await shows(pattern, name);
  }
});

const PASTED = {
  'plain text': `Hội nghị dân vận\n${SENTENCE}`,
  'a piece of HTML': `<p>${SENTENCE}</p>`,
  'a page': `<!doctype html><title>Tin</title><article><h1>Hội nghị dân vận</h1><p>${SENTENCE}</p></article>`,
  JSON: JSON.stringify({ title: 'Hội nghị dân vận', body: SENTENCE }),
  'a WordPress post': JSON.stringify({ title: { rendered: 'Hội nghị' }, content: { rendered: `<p>${SENTENCE}</p>` } }),
};
for (const [name, text] of Object.entries(PASTED))
  test(`workshop: ${name} is pasted`, async () => {
    await open();
    await shows(/Trần Văn Hiệp/);
    await paste(text);
    await shows(/Nguyễn Văn An/);
    assert.match(await card(), /350/);
  });

test('workshop: a REST address is pasted', async () => {
  site.route('/wp-json/wp/v2/posts/1', PASTED['a WordPress post']);
  await open();
  await paste(`${site.origin}/wp-json/wp/v2/posts/1`);
  await shows(/Nguyễn Văn An/);
  await choose('target', 'src');
  assert.match(await snippet(), /src="http:[^"]+posts\/1"/);
});

test('workshop: a fact is corrected, one is taken off, and the JSON says so', async () => {
  await open();
  await paste(PASTED.JSON);
  await shows(/Nguyễn Văn An/);
  await run(`document.querySelector('#step-facts').parentNode.querySelector('details').open = true`);
  const sentences = () => run(`return [...document.querySelectorAll('.facts blockquote')].map(({ innerText }) => innerText)`);
  for (const sentence of await sentences()) assert.equal(sentence, SENTENCE);
  await run(`const post = [...document.querySelectorAll('.facts input')].find(({ value }) => value === 'Chủ tịch UBND tỉnh');
    post.value = 'Phó Chủ tịch UBND tỉnh'; post.dispatchEvent(new Event('change', { bubbles: true }))`);
  await shows(/Phó Chủ tịch UBND tỉnh/);
  await run(`document.querySelector('.off[aria-label*="350"]').click()`);
  await driver.wait(async () => !/350/.test(await card()), 5_000, 'the figure stays');
  const json = JSON.parse(await run(`return document.querySelector('#json').textContent`));
  assert.deepEqual(json.summary.officials.map(({ positions }) => positions), [['Phó Chủ tịch UBND tỉnh']]);
  assert.deepEqual(json.summary.figures, []);
  assert.equal(json.summary.directives, undefined, 'what nobody touched is still read from the article');
  assert.equal(json.body, SENTENCE);
  assert.deepEqual(await sentences(), [SENTENCE, SENTENCE], 'a corrected fact loses its sentence');
  // The lines to paste carry it, and give the same card.
  await driver.wait(async () => /Phó Chủ tịch/.test(await snippet()), 5_000, 'the snippet does not carry it');
  const lines = (await snippet()).replaceAll('/tom-tat/', '/pkg/').replace('<tom-tat', '<tom-tat id="card"');
  site.route('/page', recording(lines, { loader: false }));
  await driver.get(`${site.origin}/page`);
  assert.equal((await event(driver)).name, 'load');
  assert.match(await words(driver), /Phó Chủ tịch UBND tỉnh/);
  assert.doesNotMatch(await words(driver), /350/);
});

test('workshop: beside an article in the page, the lines carry the corrected facts alone', async () => {
  await open();
  await paste(PASTED.JSON);
  await shows(/Nguyễn Văn An/);
  await run(`const post = [...document.querySelectorAll('.facts input')].find(({ value }) => value === 'Chủ tịch UBND tỉnh');
    post.value = 'Phó Chủ tịch UBND tỉnh'; post.dispatchEvent(new Event('change', { bubbles: true }))`);
  await shows(/Phó Chủ tịch UBND tỉnh/);
  await choose('target', 'for');
  await driver.wait(async () => /Phó Chủ tịch/.test(await snippet()), 5_000, 'the snippet does not carry it');
  assert.doesNotMatch(await snippet(), /350/, 'the article is written out');
  const lines = (await snippet()).replaceAll('/tom-tat/', '/pkg/').replace('<tom-tat', '<tom-tat id="card"');
  site.route('/page', recording(`${lines}<div id="bai-viet"><h1>Hội nghị dân vận</h1><p>${SENTENCE}</p></div>`, { loader: false }));
  await driver.get(`${site.origin}/page`);
  assert.equal((await event(driver)).name, 'load');
  assert.match(await words(driver), /Phó Chủ tịch UBND tỉnh/);
  assert.match(await words(driver), /350/, 'the other facts are read from the page');
});

test('workshop: looks are chosen, kept in the address, and come back with it', async () => {
  await open();
  await choose('density', 'line');
  await choose('lang', 'en');
  await theme('band');
  await choose('--tom-tat-accent', '#aa0000');
  await driver.wait(async () => /accent/.test(await run('return location.hash')), 5_000, 'not in the address');
  await shows(/29 April/);
  const expected = /density="line".*lang="en"/;
  assert.match(await snippet(), expected);
  assert.match(await snippet(), /themes\/band\.css[^]*--tom-tat-accent: #aa0000;/);
  const address = await run('return location.hash');
  await open(address);
  await shows(/29 April/);
  assert.match(await snippet(), expected);
  assert.equal(await run(`return document.querySelector('[name=density]').value`), 'line');
  assert.equal(await run(`return document.querySelector('.stage tom-tat').style.getPropertyValue('--tom-tat-accent').trim()`), '#aa0000');
});

test('workshop: the gallery shows the article at hand in every theme', async () => {
  await open();
  await paste(PASTED.JSON);
  await shows(/Nguyễn Văn An/);
  await theme('newspaper');
  const pictures = () => run(`return [...document.querySelectorAll('.picture')].map(({ shadowRoot }) => {
    const card = shadowRoot.querySelector('tom-tat').shadowRoot.querySelector('[part~=card]');
    return { file: shadowRoot.querySelector('link')?.getAttribute('href') ?? '', words: card.innerText,
      look: Object.values(['fontFamily', 'backgroundColor', 'borderColor', 'color', 'padding', 'fontSize'].map((name) => getComputedStyle(card)[name])).join() };
  })`);
  await driver.wait(async () => new Set((await pictures()).map(({ look }) => look)).size >= 9, 5_000,
    'themes look alike').catch(async (error) => { throw new Error(`${error.message}: ${JSON.stringify(await pictures(), null, 1)}`); });
  const seen = await pictures();
  for (const { words } of seen) assert.match(words, /Nguyễn Văn An/);
  const files = (await readdir(join(root, 'www/themes'))).map((file) => `pkg/themes/${file}`);
  assert.deepEqual(seen.map(({ file }) => file).sort(), ['', ...files].sort());
  const titles = await run(`return [...document.querySelectorAll('.gallery label')].map(({ innerText }) => innerText.trim())`);
  await driver.get(`${site.origin}/www/themes.html`);
  const named = await run(`return [...document.querySelectorAll('h2')].map(({ innerText }) => innerText)`);
  assert.deepEqual(titles.slice(1).sort(), named.slice(1).sort(), 'themes.html calls them otherwise');
});

test('workshop: a pasted article is shared by the address', async () => {
  await open();
  await paste(PASTED['plain text']);
  await driver.wait(async () => /text=/.test(await run('return location.hash')), 5_000, 'not in the address');
  await open(await run('return location.hash'));
  await shows(/Nguyễn Văn An/);
  assert.equal(await run(`return document.querySelector('#article').value`), PASTED['plain text']);
});

test('workshop: nonsense in the address counts as absent', async () => {
  await open('#sample=../../etc&density=big&look=%3Cscript%3E&place=moon&text=%FF%00!!&--tom-tat-x=1;}body{display:none&limit=%22%3E');
  await shows(/Trần Văn Hiệp/);
  assert.notEqual(await run('return getComputedStyle(document.body).display'), 'none');
  assert.doesNotMatch(await snippet(), /[{][^}]*[{]/);
});

test('workshop: the lines for each place and CMS give a card there', async () => {
  site.route('/bai-viet.json', PASTED.JSON);
  site.route('/wp-json/wp/v2/posts', `[${PASTED['a WordPress post']}]`);
  await open();
  await shows(/Trần Văn Hiệp/);
  const names = await run(`return [...document.querySelector('[name=target]').options].map(({ value }) => value)`);
  assert.ok(names.length >= 10, names.join(' '));
  const lines = {};
  for (const name of names) {
    await choose('target', name);
    lines[name] = await snippet();
  }
  const text = `<article id="bai-viet"><h1>Hội nghị dân vận</h1><p>${SENTENCE}</p></article>`;
  for (const [name, line] of Object.entries(lines)) {
    // The script of a post stands in the theme.
    const script = line.includes('<script src') ? '' : '<script src="/pkg/tom-tat.js"></script>';
    site.route('/page', recording(script + line.replaceAll('/tom-tat/', '/pkg/') + text, { loader: false }));
    await driver.get(`${site.origin}/page`);
    await driver.wait(() => run(`return seen.some(({ name }) => name === 'load')`), 10_000, `no card by the lines for ${name}: ${line}`);
  }
});

const PLACES = { sidebar: 300, phone: 390 };
for (const [place, width] of Object.entries(PLACES))
  test(`workshop: seen in: ${place}`, async () => {
    await open(`#place=${place}`);
    await shows(/Trần Văn Hiệp/);
    assert.equal(await run(`return document.querySelector('.stage').offsetWidth`), width);
    assert.ok(await run(`return document.documentElement.scrollWidth <= innerWidth`), 'the page scrolls sideways');
  });

test('workshop: seen in the dark and on paper', async () => {
  await open('#place=dark');
  await shows(/Trần Văn Hiệp/);
  assert.equal(await run(`return document.querySelector('.stage tom-tat').getAttribute('theme')`), 'dark');
  await open('#place=print&sample=cao-bang');
  await shows(/2\.238/, 'what is folded away elsewhere');
});

test('workshop: seen in the portal, with the article of the workshop', async () => {
  await open('#place=portal&sample=dong-thap&density=line&look=newspaper');
  const portal = (script) => run(`const page = document.querySelector('#portal')?.contentDocument; ${script}`);
  await driver.wait(() => portal(`return /Đồng Tháp/.test(page?.querySelector('#tin-chinh > h2')?.innerText) &&
    /3.7.2020/.test(page.querySelector('tom-tat').shadowRoot?.querySelector('[part~=line]')?.innerText)`), 15_000, 'not in the portal');
  await driver.wait(() => portal(`return /Noto Serif/.test(page.defaultView.getComputedStyle(page.querySelector('#tin-chinh tom-tat')).getPropertyValue('--tom-tat-font'))`), 5_000, 'not in the theme');
});

test('workshop: in English by a button, and the address says so', async () => {
  await open();
  await run(`document.querySelector('.switch').click()`);
  await driver.wait(async () => (await run('return document.documentElement.lang')) === 'en', 5_000, 'not English');
  assert.match(await run('return document.body.innerText'), /Take it home/);
  assert.match(await run(`return document.querySelector('h1:not(:is([hidden]))') && document.body.innerText`), /A summary card for each article/);
  await driver.wait(async () => /ui=en/.test(await run('return location.hash')), 5_000, 'not in the address');
});

const other = await serve();
other.route('/bai.json', PASTED.JSON);
test.after(() => other.close());

const WRONG = {
  'an address that answers 404': ['/khong-co.json', /HTTP 404.*\[http-status\]/],
  'another server without CORS': [`${other.origin}/bai.json`, /CORS.*\[not-readable\]/],
  'JSON that is cut': ['{"title": "Một', /\[malformed-json\]/],
  'an English text': ['The provincial committee held a conference on Monday morning.', /\[not-vietnamese\]/],
};
for (const [name, [text, pattern]] of Object.entries(WRONG))
  test(`workshop: ${name} is told, and the text stays`, async () => {
    await open();
    await shows(/Trần Văn Hiệp/);
    await paste(text);
    await failure(pattern);
    assert.equal(await run(`return document.querySelector('#article').value`), text);
    await paste(SENTENCE);
    await shows(/Nguyễn Văn An/);
    assert.equal(await run(`return document.querySelector('[role=alert]')`), null);
  });

test('workshop: a file is dropped; one of 50 MB is refused before it is read', async () => {
  await open();
  const drop = (make) => run(`const data = new DataTransfer(); data.items.add(${make});
    document.querySelector('#article').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))`);
  await drop(`new File(['Hội nghị\\n${SENTENCE}'], 'bai.txt')`);
  await shows(/Nguyễn Văn An/);
  await drop(`new File([new Uint8Array(50_000_000)], 'phim.mp4')`);
  await failure(/50 MB.*\[too-large\]/);
});

test('workshop: by keyboard alone', chromiumOnly('press keys in the same way'), async () => {
  await open();
  await shows(/Trần Văn Hiệp/);
  const reached = new Set();
  await run(`document.querySelector('#step-look').parentNode.querySelector('details').open = true`);
  for (let turn = 0; turn < 60; turn++) {
    await driver.actions().sendKeys(Key.TAB).perform();
    reached.add(await run(`const e = document.activeElement; return e.name || e.id || e.innerText?.slice(0, 20) || e.localName`));
  }
  for (const name of ['article', 'Đồng Tháp', 'density', 'look', 'show', 'target', 'Chép', 'place'])
    assert.ok(reached.has(name), `${name} is not reached: ${[...reached].join(', ')}`);
});

test('workshop: it is small, and loaded by no card', async () => {
  const { length } = await readFile(join(root, 'www/workshop/workshop_bg.wasm'));
  assert.ok(length < 600_000, `${length} bytes`);
});
