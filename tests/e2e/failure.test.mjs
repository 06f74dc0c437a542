// Every failure keeps the fallback, fires `tom-tat:error` with its code, and says what to do.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { STRICT_POLICY, article, event, json, recording, visible, words } from './card.mjs';
import { complaints, root, stage } from './harness.mjs';

const { site, driver } = await stage({ '/one.json': JSON.stringify(article('Bài một')) });

const open = async (body, { headers, ...options } = {}) => {
  site.route('/page', { headers, body: recording(body, options) });
  await driver.get(`${site.origin}/page`);
};

const FALLBACK = '<p id="fallback">Bài viết</p>';
const child = (value) => `<tom-tat id="card">${json(value)}${FALLBACK}</tom-tat>`;
const ENGLISH =
  'The provincial committee met on Friday to discuss the plan for the coming year, and the ' +
  'chairman asked all departments to report on what they had done with the money they received.';

const BAD = {
  'malformed-json': `<tom-tat id="card"><script type="application/json">{"title": </script>${FALLBACK}</tom-tat>`,
  'wrong-type': child({ title: 7, body: 'Sáng 29/4/2022, hội nghị khai mạc.' }),
  'missing-body': child({ title: 'Không có nội dung' }),
  'empty-body': child({ title: 'Trống', body: ' \n ' }),
  'http-status': `<tom-tat id="card" src="gone.json">${FALLBACK}</tom-tat>`,
  'not-readable': `<tom-tat id="card" src="http://127.0.0.1:9/x.json">${FALLBACK}</tom-tat>`,
  'no-source': `<tom-tat id="card">${FALLBACK}</tom-tat>`,
  'too-large': child({ title: 'Quá dài', body: 'Sáng 29/4/2022, hội nghị khai mạc tại tỉnh. '.repeat(70_000) }),
  'not-vietnamese': child({ title: 'A meeting', body: `${ENGLISH} ${ENGLISH}` }),
};

for (const [code, body] of Object.entries(BAD)) {
  test(`bad input: ${code}`, async () => {
    await open(body);
    const seen = await event(driver);
    assert.equal(seen.code, code, seen.message ?? `a card was shown: ${seen.title}`);
    assert.ok(await visible(driver, '#fallback'), 'the fallback is gone');
    assert.equal(await words(driver), null, 'half a card shows');
    const log = (await complaints(driver)).join('\n');
    assert.ok(log.includes(code), `nothing on the console: ${log}`);
  });
}

test('a wrong type names the field, in the language of lang', async () => {
  const wrong = json({ summary: { officials: [{ name: 5 }] } });
  await open(`<tom-tat id="card">${wrong}</tom-tat><tom-tat id="en" lang="en">${wrong}</tom-tat>`);
  assert.match((await event(driver)).message, /Trường “summary\.officials\[0\]\.name” phải là/);
  assert.match((await event(driver, 'en')).message, /Field “summary\.officials\[0\]\.name” must/);
});

test('a source that does not arrive in half a minute is given up', async () => {
  site.route('/never.json', () => new Promise(() => {}));
  // The page's minute is shorter.
  const head = '<script>{ const later = setTimeout; setTimeout = (call, time, ...rest) => later(call, time / 100, ...rest) }</script>';
  await open(`<tom-tat id="card" src="never.json">${FALLBACK}</tom-tat>`, { head });
  const { code, message } = await event(driver);
  assert.equal(code, 'timeout');
  assert.match(message, /30 giây.*never\.json/);
  assert.ok(await visible(driver, '#fallback'), 'the fallback is gone');
});

test('an element of the page that holds more than an article says so', async () => {
  await open(`<tom-tat id="card" for="bai">${FALLBACK}</tom-tat><div id="bai"><h1>Bài dài</h1>${'<p>Sáng 29/4/2022, hội nghị khai mạc.</p>'.repeat(70_000)}</div>`);
  assert.equal((await event(driver)).code, 'too-large');
});

test('for that matches nothing', async () => {
  await open(`<tom-tat id="card" for="#nowhere">${FALLBACK}</tom-tat>`);
  assert.equal((await event(driver)).code, 'no-source');
});

test('of several articles in the page none is guessed', async () => {
  const one = '<article><h2>A</h2><p>Sáng 29/4/2022, hội nghị khai mạc.</p></article>';
  await open(`${one}${one}<tom-tat id="card">${FALLBACK}</tom-tat>`);
  assert.equal((await event(driver)).code, 'no-source');
});

test('an attribute that makes the source fail brings the fallback back', async () => {
  await open(`<tom-tat id="card" src="one.json">${FALLBACK}</tom-tat>`);
  await event(driver);
  await driver.executeScript(`card.setAttribute('src', 'gone.json')`);
  assert.equal((await event(driver, 'card', 1)).code, 'http-status');
  assert.ok(await visible(driver, '#fallback'), 'the fallback did not come back');
  assert.equal(await driver.executeScript('return card.summary'), null);
});

test('debug shows the message in the card’s place, and only debug does', async () => {
  await open(`<tom-tat id="card" debug src="gone.json"></tom-tat>
    <tom-tat id="quiet" src="gone.json"></tom-tat>`);
  await event(driver);
  await event(driver, 'quiet');
  const shown = (id) =>
    driver.executeScript(`return ${id}.shadowRoot.querySelector('[part=error]')?.textContent`);
  assert.match(await shown('card'), /HTTP 404.*\[http-status\]/);
  assert.equal(await shown('quiet'), null);
});

test('what debug shows stays, also where room is kept for a card', async () => {
  await open('<tom-tat id="card" debug src="gone.json"></tom-tat>', { head: '<style>tom-tat { min-height: 100px }</style>' });
  await event(driver);
  await driver.sleep(500);
  assert.match(await driver.executeScript(`return card.shadowRoot.querySelector('div + div').innerText`), /HTTP 404/);
});

// What keeps the engine from starting.
const KINDS = {
  'tom-tat.js': 'text/javascript',
  'tom_tat.js': 'text/javascript',
  'doctor.js': 'text/javascript',
  'tom_tat_bg.ico': 'image/x-icon',
  'tom_tat_bg.wasm': 'application/wasm',
};
const copy = async (folder, tamper) => {
  for (const [file, kind] of Object.entries(KINDS))
    site.route(`/${folder}/${file}`, tamper[file] ??
      { body: await readFile(join(root, 'pkg', file)), headers: { 'content-type': kind } });
  return { loader: false, head: `<script src="/${folder}/tom-tat.js"></script>` };
};

const PAGE = '<!doctype html><p>Trang chủ';

const LOADER = {
  'glue-not-loaded': { 'tom_tat.js': { status: 404 } },
  'wasm-status': { 'tom_tat_bg.ico': { status: 404 }, 'tom_tat_bg.wasm': { status: 404 } },
  'wasm-invalid': { 'tom_tat_bg.ico': PAGE, 'tom_tat_bg.wasm': PAGE },
};

for (const [code, tamper] of Object.entries(LOADER)) {
  test(`engine: ${code}`, async () => {
    const options = await copy(code, tamper);
    await open(`<tom-tat id="card" src="one.json">${FALLBACK}</tom-tat>
      <tom-tat id="en" lang="en" src="one.json"></tom-tat>`, options);
    const seen = await event(driver);
    assert.equal(seen.code, code);
    assert.match(seen.message, /Hãy|Kiểm tra/);
    assert.match((await event(driver, 'en')).message, /Upload/);
    assert.ok(await visible(driver, '#fallback'), 'the fallback is gone');
  });
}

for (const [code, file] of [['wasm-status', 'tom_tat_bg.wasm'], ['glue-not-loaded', 'tom_tat.js']]) {
  test(`engine: after ${code} the next attempt loads it again`, async () => {
    const options = await copy(`again-${code}`, {});
    site.route(`/again-${code}/tom_tat_bg.ico`, { status: 503 });
    site.route(`/again-${code}/${file}`, { status: 503 });
    await open(`<tom-tat id="card" src="one.json">${FALLBACK}</tom-tat>`, options);
    assert.equal((await event(driver)).code, code);
    await copy(`again-${code}`, {});
    await driver.executeScript('card.refresh()');
    assert.equal((await event(driver, 'card', 1)).title, 'Bài một');
    assert.match(await words(driver), /Bài một/);
  });
}

test('engine: an element that is inserted again tries again', async () => {
  const options = await copy('inserted', {});
  site.route('/inserted/tom_tat_bg.ico', { status: 503 });
  site.route('/inserted/tom_tat_bg.wasm', { status: 503 });
  await open(`<tom-tat id="card" src="one.json">${FALLBACK}</tom-tat>`, options);
  assert.equal((await event(driver)).code, 'wasm-status');
  await copy('inserted', {});
  await driver.executeScript(
    'const { parentNode } = card, element = card; element.remove(); setTimeout(() => parentNode.append(element))',
  );
  assert.equal((await event(driver, 'card', 1)).title, 'Bài một');
});

test('engine: wasm-blocked by the CSP of the page', async () => {
  const nonce = `script-src 'self' 'unsafe-inline'; default-src 'self'`;
  await open(`<tom-tat id="card" src="one.json">${FALLBACK}</tom-tat>`, {
    headers: { 'content-security-policy': nonce },
  });
  const seen = await event(driver);
  assert.equal(seen.code, 'wasm-blocked');
  assert.match(seen.message, /wasm-unsafe-eval/);
});

const file = (name) => readFile(join(root, 'pkg', name));
const odd = { 'content-type': 'application/octet-stream' };
const module = { body: await file('tom_tat_bg.wasm'), headers: odd };

// What servers and what stands before them make of the module's two files.
const SERVERS = {
  'a server that knows no .wasm': [{ 'tom_tat_bg.wasm': { status: 404 } }, ['ico']],
  'a server that knows neither MIME type': [
    { 'tom_tat_bg.ico': { body: await file('tom_tat_bg.ico'), headers: odd }, 'tom_tat_bg.wasm': module },
    ['ico'],
  ],
  'a proxy that unpacks': [{ 'tom_tat_bg.ico': module }, ['ico']],
  'a server that compresses once more': [
    { 'tom_tat_bg.ico': {
      body: gzipSync(await file('tom_tat_bg.ico')),
      headers: { 'content-type': 'image/x-icon', 'content-encoding': 'gzip' },
    } },
    ['ico'],
  ],
  'a folder without the packed module': [{ 'tom_tat_bg.ico': { status: 404 } }, ['ico', 'wasm']],
  'a page in the packed module’s place': [{ 'tom_tat_bg.ico': PAGE }, ['ico', 'wasm']],
  'a packed module that is cut off': [
    { 'tom_tat_bg.ico': (await file('tom_tat_bg.ico')).subarray(0, 90_000) },
    ['ico', 'wasm'],
  ],
};

for (const [name, [tamper, asked]] of Object.entries(SERVERS)) {
  test(`engine: ${name}`, async () => {
    const folder = `server-${Object.keys(SERVERS).indexOf(name)}`;
    const options = await copy(folder, tamper);
    await complaints(driver);
    site.requests.length = 0;
    await open('<tom-tat id="card" src="one.json"></tom-tat>', options);
    assert.equal((await event(driver)).title, 'Bài một');
    const modules = site.requests.filter((path) => path.includes('_bg.'));
    assert.deepEqual(modules, asked.map((kind) => `/${folder}/tom_tat_bg.${kind}`));
    // Browsers report a missing file themselves.
    const told = (await complaints(driver)).filter((text) => !/404/.test(text));
    assert.deepEqual(told, []);
  });
}

test('engine: without DecompressionStream the plain module is taken', async () => {
  site.requests.length = 0;
  await open('<tom-tat id="card" src="one.json"></tom-tat>', {
    head: '<script>delete window.DecompressionStream</script>',
  });
  assert.equal((await event(driver)).title, 'Bài một');
  const modules = site.requests.filter((path) => path.includes('_bg.'));
  assert.deepEqual(modules, ['/pkg/tom_tat_bg.wasm']);
});

test('engine: old copies in the browser’s cache are passed by', async () => {
  const glue = (await file('tom_tat.js')).toString();
  const old = glue.replace(/"[0-9a-f]{16}"/, '"0123456789abcdef"');
  const keep = { 'content-type': 'text/javascript', 'cache-control': 'max-age=3600' };
  let body = old;
  const options = await copy('upgraded', { 'tom_tat.js': () => ({ body, headers: keep }) });
  // The old glue gets into the cache beside a module that is new already.
  await open(`<script type="module">import '/upgraded/tom_tat.js'; window.kept = true</script>`, { loader: false });
  await driver.wait(() => driver.executeScript('return window.kept'), 10_000, 'the glue did not load');
  body = glue;
  await open(`<tom-tat id="card" src="one.json">${FALLBACK}</tom-tat>`, options);
  assert.equal((await event(driver)).title, 'Bài một');
});

/** The module with the mark of another build, which stands behind its code. */
const ofEarlierBuild = async (now) => {
  const earlier = await file('tom_tat_bg.wasm');
  earlier.write('0123456789abcdef', earlier.lastIndexOf(now));
  return earlier;
};

test('engine: a packed module that an earlier build has left behind', async () => {
  const now = (await file('tom_tat.js')).toString().match(/"([0-9a-f]{16})"/)[1];
  const options = await copy('left', { 'tom_tat_bg.ico': gzipSync(await ofEarlierBuild(now)) });
  site.requests.length = 0;
  await open(`<tom-tat id="card" src="one.json">${FALLBACK}</tom-tat>`, options);
  assert.equal((await event(driver)).title, 'Bài một');
  assert.ok(site.requests.includes('/left/tom_tat_bg.wasm'), 'the module was taken for a present one');
});

test('engine: an upgrade where the cache has the old packed module and the server no other', async () => {
  const now = (await file('tom_tat.js')).toString().match(/"([0-9a-f]{16})"/)[1];
  const keep = { 'content-type': 'image/x-icon', 'cache-control': 'max-age=3600' };
  let body = gzipSync(await ofEarlierBuild(now));
  const options = await copy('iis', {
    'tom_tat_bg.ico': () => ({ body, headers: keep }), 'tom_tat_bg.wasm': { status: 404 } });
  await open(`<script>fetch('/iis/tom_tat_bg.ico').then((answer) => answer.blob()).then(() => (window.kept = true))</script>`,
    { loader: false });
  await driver.wait(() => driver.executeScript('return window.kept'), 10_000, 'the module did not load');
  body = await file('tom_tat_bg.ico');
  await open(`<tom-tat id="card" src="one.json">${FALLBACK}</tom-tat>`, options);
  const seen = await event(driver);
  assert.equal(seen.title, 'Bài một', seen.message);
});

test('engine: a browser without WebAssembly', async () => {
  await open(`<tom-tat id="card" src="one.json">${FALLBACK}</tom-tat>`, {
    head: '<script>delete window.WebAssembly</script>',
  });
  const seen = await event(driver);
  assert.equal(seen.code, 'no-wasm');
  assert.ok(await visible(driver, '#fallback'), 'the fallback is gone');
});

test('engine: a connection that breaks while the module arrives', async () => {
  const headers = { 'content-length': '300000', 'content-type': 'application/wasm' };
  const cut = { headers, body: 'x', cut: true };
  const options = await copy('cut', { 'tom_tat_bg.ico': { status: 404 }, 'tom_tat_bg.wasm': cut });
  await open(`<tom-tat id="card" src="one.json">${FALLBACK}</tom-tat>`, options);
  const seen = await event(driver);
  assert.equal(seen.code, 'wasm-not-loaded');
  assert.ok(await visible(driver, '#fallback'), 'the fallback is gone');
});

test('engine: glue and module of two builds are refused', async () => {
  const glue = (await file('tom_tat.js')).toString();
  const other = glue.replace(/"[0-9a-f]{16}"/, '"0123456789abcdef"');
  assert.notEqual(other, glue, 'the glue has no name of its build');
  const options = await copy('builds', { 'tom_tat.js': other });
  await open(`<tom-tat id="card" src="one.json">${FALLBACK}</tom-tat>`, options);
  const seen = await event(driver);
  assert.equal(seen.code, 'wasm-invalid');
  assert.match(seen.message, /khác phiên bản/);
  assert.ok(await visible(driver, '#fallback'), 'the fallback is gone');
});

test('works under the strictest CSP that is documented, Trusted Types enforced', async () => {
  const html = { title: 'Bài HTML', body: `<p>${'Sáng 29/4/2022, hội nghị dân vận của tỉnh khai mạc. '.repeat(3)}</p>` };
  const body = recording(`<tom-tat id="card"></tom-tat>`).replaceAll('<script>', '<script nonce="n">');
  site.route('/page', { headers: { 'content-security-policy': STRICT_POLICY }, body });
  await driver.get(`${site.origin}/page`);
  await driver.executeScript('card.article = arguments[0]', html);
  await driver.wait(
    () => driver.executeScript(`return seen.some(({ title }) => title === 'Bài HTML')`),
    10_000,
    'no card of HTML',
  );
  // The page's icon, which some engines ask for by themselves, is none of the card's.
  const blocked = (await complaints(driver)).filter(
    (text) => /Refused|violates/.test(text) && !/favicon/.test(text),
  );
  assert.deepEqual(blocked, []);
});
