// The files for NukeViet, as far as they can be tried without it: the block in PHP with small stand-ins, and the
// lines for its templates in pages of its structure, plain and as its optimiser leaves them.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { complaints, root, screenshot, stage } from '../e2e/harness.mjs';
import { ARTICLE, FACTS, FOREIGN } from './articles.mjs';
import { optimised } from './optimiser.mjs';
import { HOME, TEMPLATES, layout } from './pages.mjs';
import { ON_ARTICLE, SOURCE, articlePage, block, form, php, submit } from './site.mjs';

const { files } = JSON.parse(await readFile(join(root, 'pkg/files.json'), 'utf8'));
const { site, driver } = await stage({
  ...Object.fromEntries([{ name: 'files.json' }, ...files].map(({ name }) => [`/tom-tat/${name}`, { file: `/pkg/${name}` }])),
  '/assets/rating.js': '',
  '/assets/rating.css': '',
});
const run = (script, ...args) => driver.executeScript(script, ...args);

const GOOD = { density: 'full', show: 'officials date directives', look: 'blue', theme: 'light', for: '#bai-viet .x > p[title="a"]',
  lookup: 'https://example.gov.vn/van-ban?a=1&so={number}', report: 'mailto:bientap@example.gov.vn?subject={url}', folder: '/the/' };
const NONSENSE = { density: 'huge', show: 'date moon', look: '../evil', theme: 'pink', for: 'a{b}', folder: '../tom-tat',
  lookup: 'javascript:alert(1)//{number}', report: 'data:text/html,x' };
const DEFAULTS = { density: 'short', show: '', look: '', theme: '', lookup: '', report: '', for: 'bai-viet', folder: 'tom-tat/' };

const all = async (ending) => (await readdir(SOURCE, { recursive: true })).filter((name) => name.endsWith(ending)).map((name) => join(SOURCE, name));

test('NukeViet: the syntax of every PHP file', async () => {
  const found = await all('.php');
  assert.ok(found.length > 0);
  for (const file of found) await php(['-l', file]);
});

test('NukeViet: PHP files run only inside NukeViet', async () => {
  for (const file of await all('.php')) assert.equal(await php([file]), 'Stop!!!');
});

test('NukeViet: no template has a brace that NukeViet would take for a variable', async () => {
  for (const file of [...(await all('.tpl')), join(SOURCE, 'detail.tpl.txt')]) {
    const written = (await readFile(file, 'utf8')).split('\n').filter((line) => !/^Trong tệp|^In \.tpl/.test(line));
    assert.doesNotMatch(written.join('\n'), /\{(?:number|url|fact)\}/, file);
  }
});

for (const version of ['4.5', '4.6', '4.6 with the block’s words'])
  test(`NukeViet ${version}: the form of the block manager`, async () => {
    const request = { version: version.slice(0, 3), loaded: version.length > 3 };
    const html = await form(request);
    for (const name of Object.keys(DEFAULTS)) assert.match(html, new RegExp(`name="config_${name}"`));
    for (const words of ['Mật độ:', '>Sáng tối:', 'Địa chỉ tra văn bản', 'value="bai-viet"', 'value="tom-tat/"', '<option value="short" selected'])
      assert.ok(html.includes(words), `${words} is missing: ${html}`);
    assert.doesNotMatch(html, /alert|%s|_help/);
    assert.match(await form({ ...request, interface: 'en' }), /Address that looks up documents/);
    assert.match(await form({ ...request, data: GOOD }), /value="#bai-viet \.x &gt; p&#91;title=&quot;a&quot;&#93;"/);
    assert.match(await form({ ...request, data: GOOD }), /so=&#123;number&#125;/);
  });

test('NukeViet: the INI file knows every setting, in both languages', async () => {
  const ini = await readFile(join(SOURCE, 'themes/default/blocks/global.tom_tat.ini'), 'utf8');
  const names = (tag) => [...ini.match(new RegExp(`<${tag}>(.*?)</${tag}>`, 's'))[1].matchAll(/<(\w+)>/g)].map(([, name]) => name);
  assert.deepEqual(names('config'), Object.keys((await submit(DEFAULTS)).config));
  assert.deepEqual(names('vi'), names('en'));
});

test('NukeViet: what is posted is kept, and nonsense is named and counts as the default', async () => {
  assert.deepEqual(await submit(GOOD), { error: [], config: GOOD });
  assert.deepEqual(await submit({ ...DEFAULTS, folder: 'https://tep.example.gov.vn/tom-tat' }),
    { error: [], config: { ...DEFAULTS, folder: 'https://tep.example.gov.vn/tom-tat/' } });
  for (const version of ['4.5', '4.6']) {
    const { config, error } = await submit(NONSENSE, { version });
    assert.deepEqual(config, DEFAULTS);
    assert.equal(error.length, Object.keys(NONSENSE).length, error.join('\n'));
    assert.match(error.join('\n'), /Mục “Các mục, theo thứ tự” không dùng được giá trị “date moon”/);
    assert.match(error.join('\n'), /javascript:alert\(1\)/);
  }
});

test('NukeViet: stored nonsense is named in the form, inert', async () => {
  const html = await form({ data: { ...NONSENSE, show: '<img src=x onerror=alert(1)>', look: ['x'] } });
  assert.equal(html.match(/alert-warning/g).length, Object.keys(NONSENSE).length);
  assert.doesNotMatch(html, /<img/);
  assert.match(html, /<option value="short" selected/);
  for (const data of [false, null, 'x', 5, []]) assert.doesNotMatch(await form({ data }), /alert/);
});

test('NukeViet: the block of an article', async () => {
  const html = await block(GOOD);
  for (const part of ['src="/the/tom-tat.js" async', 'href="/the/themes/blue.css"', ' density="full"', ' theme="light"',
    ' show="officials date directives"', 'so=&#123;number&#125;"', 'a=1&amp;so', ' data-show="inline">'])
    assert.ok(html.includes(part), `${part} is missing: ${html}`);
  assert.deepEqual(JSON.parse(html.match(/inline">(.*)<\/script>/)[1]),
    { title: ARTICLE.title, url: ARTICLE.link, published: '2026-11-28T08:51:00+07:00', source: FACTS.source });
  assert.match(await block({}, ON_ARTICLE, { base: '/cong/' }), /src="\/cong\/tom-tat\/tom-tat\.js"/);
  assert.match(await block({}, ON_ARTICLE, { theme: 'mobile_default' }), /<tom-tat for="bai-viet"/);
  assert.doesNotMatch(await block({ for: '' }), / for=|application\/json/);
});

test('NukeViet: the block takes nonsense for its defaults', async () => {
  const usual = await block(DEFAULTS);
  for (const data of [NONSENSE, false, null, 'x', { density: ['x'], show: '\u0000', for: 'x'.repeat(201) }]) assert.equal(await block(data), usual);
});

test('NukeViet: a title cannot leave the JSON, nor be taken for a variable or a position', async () => {
  const title = 'Họp </script><b>“A & B”</b> {FOLDER} {|js_0|} [TOP] \\u003c $1 \'"';
  const escaped = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const html = await block({}, { ...ON_ARTICLE, news_contents: { title: escaped } });
  assert.equal(html.match(/<\/script>/g).length, 2);
  assert.doesNotMatch(html, /<b>|\[TOP\]|\{\|/);
  assert.equal(JSON.parse(html.match(/inline">(.*)<\/script>/)[1]).title, title);
});

test('NukeViet: the block prints nothing where there is no article, and nothing without the card', async () => {
  const elsewhere = {
    'the home page': {},
    'a list of news': { op: 'viewcat' },
    'another module': { module_info: { module_file: 'page' } },
    'an article that the reader may not see': { publtime: 0 },
    'no article': { news_contents: false },
  };
  for (const [name, globals] of Object.entries(elsewhere))
    assert.equal(await block({}, name === 'the home page' ? {} : { ...ON_ARTICLE, ...globals }), '', name);
  assert.equal(await block({ folder: 'khac/' }), '');
  assert.match(await form({ data: { ...DEFAULTS, folder: 'khac/' } }), /Không thấy tệp “khac\/tom-tat\.js”/);
});

/** Opens a page and waits for its card; the words on it. */
async function card(page, headers = {}) {
  site.route('/bai', { headers, body: page });
  await driver.get(`${site.origin}/bai`);
  await driver.wait(() => run(`return !!document.querySelector('tom-tat')?.shadowRoot?.querySelector('[part~=card]')`), 15_000, 'no card');
  return run(`return document.querySelector('tom-tat').shadowRoot.querySelector('[part~=card]').innerText`);
}

/** Opens a page and compares what its card has with what is right, but for these facts. */
async function right(page, except = []) {
  const words = await card(page);
  const summary = await run(`return document.querySelector('tom-tat').summary`);
  assert.equal(await run(`return document.querySelectorAll('tom-tat').length`), 1);
  const known = {
    title: summary.title, published: summary.published.slice(0, 10), source: summary.source, event: summary.event.date,
    officials: summary.officials.map(({ name, positions }) => [name, ...positions]),
    directives: summary.directives.map(({ number }) => number),
    figures: summary.figures.map(({ quote }) => quote),
  };
  for (const [name, fact] of Object.entries(FACTS)) if (!except.includes(name)) assert.deepEqual(known[name], fact);
  for (const fact of ['27/11/2026', 'Lê Thị Minh Hằng', 'Giám đốc Sở Nông nghiệp và Môi trường', '215/KH-UBND', '92,5%'])
    assert.ok(words.includes(fact), `${fact} is not on the card: ${words}`);
  assert.doesNotMatch(words + JSON.stringify(summary), FOREIGN);
  assert.deepEqual(await complaints(driver), []);
}

const AS = { 'as it is': (page) => page, 'by the optimiser': optimised };

for (const theme of Object.keys(TEMPLATES))
  for (const [state, pass] of Object.entries(AS))
    test(`NukeViet: the lines in ${theme}, ${state}`, async () => right(pass(await articlePage(theme, 'cach-a'))));

for (const theme of ['default', 'mobile_default'])
  for (const [state, pass] of Object.entries(AS)) {
    test(`NukeViet: the block in a column, the article marked in ${theme}, ${state}`, async () =>
      right(pass(await articlePage(theme, 'cach-b', { block: await block({}, ON_ARTICLE, { theme }) }))));

    test(`NukeViet: the block above the article, nothing changed in ${theme}, ${state}`, async () =>
      right(pass(await articlePage(theme, '', { above: await block({ for: '' }, ON_ARTICLE, { theme }) }))));
  }

test('NukeViet: the optimiser moves scripts, but not what is marked', async () => {
  const page = await articlePage('default', 'cach-b', { above: await block({ look: 'blue' }) });
  const moved = optimised(page);
  assert.ok(moved.indexOf('/tom-tat/tom-tat.js') > moved.indexOf('</footer>'));
  assert.ok(moved.indexOf('themes/blue.css') < moved.indexOf('</head>'));
  assert.match(moved, /<tom-tat[^>]*><script type="application\/json">\{/);
  assert.match(optimised(page.replaceAll(' data-show="inline"', '')), /<tom-tat[^>]*><\/tom-tat>/);
  await right(moved);
  assert.equal(await run(`return getComputedStyle(document.querySelector('tom-tat')).getPropertyValue('--tom-tat-radius').trim()`), '6px');
});

for (const [state, pass] of Object.entries(AS))
  test(`NukeViet: addresses and JSON in the template arrive whole, ${state}`, async () => {
    await right(pass(await articlePage('default', 'cach-a-du')));
    const links = await run(`return [...document.querySelector('tom-tat').shadowRoot.querySelectorAll('a')].map(({ href }) => href)`);
    assert.ok(links.includes('https://example.gov.vn/van-ban?so=215%2FKH%2DUBND'), links.join('\n'));
    assert.ok(links.some((link) => link.startsWith('mailto:bientap@example.gov.vn?subject=http') && /body=[^{]/.test(link)), links.join('\n'));
    await right(pass(await articlePage('default', 'cach-a-bien-tap')));
  });

test('NukeViet: the day comes from the block, whatever the page says', async () => {
  const page = await articlePage('default', 'cach-b', { above: await block(), meta: '' });
  await right(page.replace(ARTICLE.shown, ''));
});

test('NukeViet: the home page has nothing of the block', async () => {
  const page = layout(HOME, { block: await block({}, { module_info: { module_file: 'news' }, op: 'main' }), title: 'Trang chủ' });
  assert.doesNotMatch(page, /tom-tat/);
});

test('NukeViet: a hardened CSP with the word in its quotes', async () => {
  const headers = { 'content-security-policy':
    `default-src 'self';script-src 'self' 'wasm-unsafe-eval';style-src 'self' 'unsafe-inline';connect-src 'self';` };
  assert.match(await card(optimised(await articlePage('default', 'cach-a')), headers), /Lê Thị Minh Hằng/);
});

test('NukeViet: how it looks, and no page scrolls sideways', async () => {
  const looks = {
    'default-1280': [1280, await articlePage('default', 'cach-a')],
    'block-1280': [1280, await articlePage('default', 'cach-b', { block: await block({ look: 'blue' }) })],
    'default-390': [390, await articlePage('mobile_default', 'cach-a')],
  };
  for (const [name, [width, page]] of Object.entries(looks)) {
    await driver.sendDevToolsCommand('Emulation.setDeviceMetricsOverride', { width, height: 900, deviceScaleFactor: 1, mobile: width < 500 });
    await card(optimised(page));
    assert.ok(await run('return document.documentElement.scrollWidth <= innerWidth + 1'), `${name} scrolls sideways`);
    await screenshot(driver, `nukeviet-${name}`);
  }
});

test('NukeViet: the guide names every setting and every part of the instructions', async () => {
  const [guide, ini, instructions] = await Promise.all(['HUONG-DAN.md', 'themes/default/blocks/global.tom_tat.ini', 'detail.tpl.txt']
    .map((name) => readFile(join(SOURCE, name), 'utf8')));
  for (const name of Object.keys(DEFAULTS)) assert.ok(guide.includes(`| ${ini.match(new RegExp(`<${name}>(.+)</${name}>\\s*<${name}_help>`))[1]} |`), name);
  for (const [, name] of instructions.matchAll(/^@@ ([\w-]+):/gm)) assert.ok(guide.includes(`\`${name}\``), name);
});
