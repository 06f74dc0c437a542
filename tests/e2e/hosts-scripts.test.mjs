// How the script reaches the page: by tags, loaders, optimisers and libraries that move it.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { article, event, recording, visible } from './card.mjs';
import { complaints, root, stage } from './harness.mjs';
import { matrix } from './hosts.mjs';

const LOADER = await readFile(join(root, 'pkg/tom-tat.js'), 'utf8');
const library = (path) => readFile(join(root, 'node_modules', path), 'utf8');
const [jquery1, jquery3, turbolinks, htmx, pjax] = await Promise.all(
  ['jquery1/jquery.js', 'jquery3/dist/jquery.js', 'turbolinks/dist/turbolinks.js', 'htmx.org/dist/htmx.js',
    'jquery-pjax/jquery.pjax.js'].map(library));

const { site, driver } = await stage({
  '/one.json': JSON.stringify(article('Bài một')),
  '/jquery1.js': jquery1,
  '/jquery3.js': jquery3,
  '/turbolinks.js': turbolinks,
  '/htmx.js': htmx,
  '/pjax.js': pjax,
});
const row = matrix('scripts');
const run = (script, ...args) => driver.executeScript(script, ...args);

const CARD = '<tom-tat id="card" src="/one.json" loading="eager"><a id="fallback" href="/bai">Đọc bài</a></tom-tat>';
const ARTICLE = `<div id="bai"><h1>Bài trong trang</h1><p>Sáng 29/4/2022, ông Hà Văn Bảy, Giám đốc Sở Y tế dự hội nghị
  tổng kết công tác dân vận của tỉnh.</p></div>`;

const open = async (body, { head = '', path = '/page' } = {}) => {
  site.route(path, recording(body, { loader: false, head }));
  await driver.get(site.origin + path);
};

/** The card is there, and nobody complained. */
const shows = async (title = 'Bài một') => {
  const seen = await event(driver);
  assert.equal(seen.name, 'load', seen.message);
  assert.equal(seen.title, title);
};

const cards = () => run(`return document.querySelectorAll('tom-tat').length`);
const settle = () => driver.sleep(500);

const TAGS = {
  'async': '<script src="/pkg/tom-tat.js" async></script>',
  'defer': '<script src="/pkg/tom-tat.js" defer></script>',
  'with ?v=1': '<script src="/pkg/tom-tat.js?v=1"></script>',
  'twice': '<script src="/pkg/tom-tat.js"></script><script src="/pkg/tom-tat.js?v=2" async></script>',
  'type=module': '<script src="/pkg/tom-tat.js" type="module"></script>',
  'import in a module': `<script type="module">import '/pkg/tom-tat.js';</script>`,
  'import() in a script': `<script>import('/pkg/tom-tat.js')</script>`,
  'document.write': `<script>document.write('<script src="/pkg/tom-tat.js"><\\/script>')</script>`,
  'injected later': `<script>setTimeout(() => {
    const script = document.createElement('script'); script.src = '/pkg/tom-tat.js'; document.head.append(script) }, 200)</script>`,
};

for (const [name, tag] of Object.entries(TAGS))
  row(`script ${name}`, 'real', async () => {
    await complaints(driver);
    await open(CARD, { head: tag });
    await shows();
    assert.deepEqual(await complaints(driver), []);
  });

row('script below <base href>', 'real', async () => {
  await open(CARD, { head: '<base href="/elsewhere/"><script src="/pkg/tom-tat.js"></script>' });
  await shows();
});

const inline = (more = '') => `<script${more}>${LOADER.replaceAll('</script', '<\\/script')}</script>`;

row('script written into the page, base on the element', 'real', async () => {
  await open(CARD.replace('<tom-tat', '<tom-tat base="/pkg/"'), { head: inline() });
  await shows();
});

row('script written into the page, data-base on the script', 'real', async () => {
  await open(CARD, { head: inline(' data-base="/pkg"') });
  await shows();
});

row('script written into the page, no base', 'real', async () => {
  await open(CARD, { head: inline() });
  const { code, message } = await event(driver);
  assert.equal(code, 'no-base');
  assert.match(message, /base="/);
  assert.ok(await visible(driver, '#fallback'));
  return 'says: no-base';
});

// As Autoptimize does: scripts become one file of another name in another folder.
const JOINED = '/wp-content/cache/autoptimize/js/autoptimize_1f2e3d.js';

row('script joined with others (Autoptimize), base on the element', 'imitated', async () => {
  site.route(JOINED, { body: `${jquery3};${LOADER}`, headers: { 'content-type': 'text/javascript' } });
  await open(CARD.replace('<tom-tat', '<tom-tat base="/pkg"'), { head: `<script defer src="${JOINED}"></script>` });
  await shows();
});

row('script joined with others (Autoptimize), no base', 'imitated', async () => {
  site.route(JOINED, { body: `${jquery3};${LOADER}`, headers: { 'content-type': 'text/javascript' } });
  await open(CARD, { head: `<script defer src="${JOINED}"></script>` });
  const { code, message } = await event(driver);
  assert.equal(code, 'no-base');
  assert.ok(message.includes('/wp-content/cache/autoptimize/js/'), message);
  return 'says: no-base';
});

row('script delayed until somebody moves (WP Rocket)', 'imitated', async () => {
  const delay = `<script>addEventListener('keydown', () => {
    for (const old of document.querySelectorAll('script[type=rocketlazyloadscript]')) {
      const script = document.createElement('script');
      for (const { name, value } of old.attributes)
        if (name !== 'type') script.setAttribute(name.replace('data-rocket-', ''), value);
      old.replaceWith(script);
    } }, { once: true })</script>`;
  const tag = '<script type="rocketlazyloadscript" data-rocket-type="text/javascript" data-rocket-src="/pkg/tom-tat.js" async></script>';
  await open(CARD, { head: delay + tag });
  await run(`dispatchEvent(new Event('keydown'))`);
  await shows();
});

row('script held back and run again (Rocket Loader)', 'imitated', async () => {
  const rocket = `<script>addEventListener('load', () => {
    for (const held of document.querySelectorAll('script[type$="-text/javascript"]')) {
      const script = document.createElement('script');
      for (const { name, value } of held.attributes) script.setAttribute(name, value);
      script.type = 'text/javascript';
      held.parentNode.insertBefore(script, held);
      held.remove();
    } })</script>`;
  const tag = '<script src="/pkg/tom-tat.js" type="8a1b2c3d-text/javascript"></script>';
  await open(CARD, { head: tag + rocket });
  await shows();
});

for (const version of ['1', '3'])
  row(`tag inserted by jQuery ${version === '1' ? '1.9' : '3.7'}: $(x).html('<script data-for>')`, 'real', async () => {
    await open(`${ARTICLE}<div id="place"></div>`, { head: `<script src="/jquery${version}.js"></script>` });
    await run(`$('#place').html('<script src="/pkg/tom-tat.js" data-for="bai" data-id="card"></scr' + 'ipt>')`);
    await shows('Bài trong trang');
    await settle();
    assert.equal(await cards(), 1);
  });

const SELF = `${ARTICLE}<div><script src="/pkg/tom-tat.js" data-for="bai" data-id="card"></script></div>`;

row('script tag as placeholder', 'real', async () => {
  await open(SELF);
  await shows('Bài trong trang');
  assert.equal(await cards(), 1);
});

row('body written anew with its scripts made again', 'imitated', async () => {
  await open(SELF);
  await shows('Bài trong trang');
  await run(`document.body.innerHTML = document.body.innerHTML;
    for (const old of document.body.querySelectorAll('script')) {
      const script = document.createElement('script');
      for (const { name, value } of old.attributes) script.setAttribute(name, value);
      old.replaceWith(script);
    }`);
  await settle();
  assert.equal(await cards(), 1);
  assert.equal((await event(driver, 'card', 1)).title, 'Bài trong trang');
});

row('Turbolinks 5: to another page and back', 'real', async () => {
  const head = '<script src="/turbolinks.js"></script>';
  site.route('/other', recording(`<p id="other">Trang khác</p>`, { loader: false, head }));
  await open(`${SELF}<a id="go" href="/other">Sang</a>`, { head });
  await shows('Bài trong trang');
  await run('go.click()');
  await driver.wait(() => run('return !!document.getElementById("other")'), 5_000, 'no other page');
  await run('history.back()');
  await driver.wait(() => run('return !!document.getElementById("bai")'), 5_000, 'not back');
  await settle();
  assert.equal(await cards(), 1);
  await driver.wait(() => run(`return !!document.querySelector('tom-tat').summary`), 5_000, 'no card');
});

row('htmx 2: the article swapped in', 'real', async () => {
  site.route('/part', SELF);
  await open('<div id="place" hx-get="/part" hx-trigger="go">Chờ</div>',
    { head: '<script src="/htmx.js"></script><script src="/pkg/tom-tat.js"></script>' });
  await run(`htmx.trigger('#place', 'go')`);
  await shows('Bài trong trang');
  await settle();
  assert.equal(await cards(), 1);
});

row('pjax 2: the article swapped in', 'real', async () => {
  site.route('/part', `<title>Bài</title>${ARTICLE}<div data-tom-tat data-for="bai" data-id="card"></div>`);
  await open('<div id="place"></div>',
    { head: '<script src="/jquery3.js"></script><script src="/pjax.js"></script><script src="/pkg/tom-tat.js"></script>' });
  await run(`$.pjax({ url: '/part', container: '#place' })`);
  await shows('Bài trong trang');
  assert.equal(await cards(), 1);
});
