// The doctor: a failure on its server, the line that the doctor gives, and the same server with that line.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { article, event, recording } from './card.mjs';
import { browser, root, serve } from './harness.mjs';

let site;
let driver;
const run = (script, ...args) => driver.executeScript(script, ...args);
const file = (name) => readFile(join(root, 'pkg', name));

before(async () => {
  site = await serve({ '/one.json': JSON.stringify(article('Bài một')) });
  driver = await browser();
});

after(async () => {
  await driver?.quit();
  await site?.close();
});

/** Opens the doctor's page; what it says, once it has tried everything. */
const examine = async () => {
  await driver.get(`${site.origin}/pkg/doctor.html`);
  await driver.wait(() => run(`return 'done' in document.body.dataset && !!document.querySelector('#trial li')`),
    15_000, 'the doctor does not come to an end');
  return run(`return [...document.querySelectorAll('li')].map((item) => ({
    good: item.className === 'good', text: item.firstChild.data,
    lines: Object.fromEntries([...item.querySelectorAll('pre')].map((line) => [line.dataset.place, line.textContent])) }))`);
};

/** Examines this page of the server by the doctor's form. */
const examinePage = async (path) => {
  await examine();
  await run(`document.getElementById('address').value = arguments[0]; document.querySelector('#ask button').click()`, path);
  await driver.wait(() => run(`return !!document.querySelector('#page .good, #page .bad')`), 15_000, 'nothing about the page');
  return run(`const item = document.querySelector('#page li'); return { good: item.className === 'good', text: item.textContent,
    line: item.querySelector('pre')?.textContent }`);
};

test('doctor: a server where all is well', async () => {
  const said = await examine();
  assert.deepEqual(said.filter(({ good }) => !good), []);
  assert.equal(said.length, 6);
});

test('doctor: one form of the module does, whichever arrives', async () => {
  for (const [gone, there] of [['ico', 'wasm'], ['wasm', 'ico']]) {
    site.route(`/pkg/tom_tat_bg.${gone}`, { status: 404 });
    const said = await examine();
    assert.deepEqual(said.filter(({ good }) => !good), []);
    assert.match(said.find(({ text }) => text.startsWith(`tom_tat_bg.${gone}`)).text, new RegExp(`không cần.*${there}`));
    const type = gone === 'wasm' ? 'application/wasm' : 'image/x-icon';
    site.route(`/pkg/tom_tat_bg.${gone}`, { file: true, headers: { 'content-type': type } });
  }
});

/** The type that a line gives files of this extension, whatever server it is for. */
const typeIn = (line, extension) =>
  [
    `mimeMap fileExtension="\\.${extension}" mimeType="([^"]+)"`,
    `types \\{ (\\S+) ${extension}; \\}`,
    `AddType (\\S+) \\.${extension}$`,
  ].map((pattern) => new RegExp(pattern, 'm').exec(line)?.[1]).find(Boolean);

for (const place of ['web.config', 'nginx', '.htaccess']) {
  test(`doctor: glue of the wrong type, mended in ${place}`, async () => {
    site.route('/pkg/tom_tat.js', { headers: { 'content-type': 'text/plain' }, body: await file('tom_tat.js') });
    const bad = (await examine()).find(({ good }) => !good);
    assert.match(bad.text, /tom_tat\.js.*text\/plain/);
    const type = typeIn(bad.lines[place], 'js');
    site.route('/pkg/tom_tat.js', { headers: { 'content-type': type }, body: await file('tom_tat.js') });
    assert.deepEqual((await examine()).filter(({ good }) => !good), []);
  });

  test(`doctor: a server that does not deliver .wasm, mended in ${place}`, async () => {
    // As IIS does; the packed form is kept back by a filter.
    site.route('/pkg/tom_tat_bg.ico', { status: 403 });
    site.route('/pkg/tom_tat_bg.wasm', { status: 404, headers: { 'content-type': 'text/html' }, body: '<h1>404.3' });
    const said = await examine();
    const bad = said.find(({ good, text }) => !good && text.startsWith('tom_tat_bg.wasm'));
    assert.match(said.at(-1).text, /\[wasm-status\]/);
    const type = typeIn(bad.lines[place], 'wasm');
    site.route('/pkg/tom_tat_bg.wasm', { headers: { 'content-type': type }, body: await file('tom_tat_bg.wasm') });
    assert.ok((await examine()).at(-1).good, 'there is still no card');
    site.route('/pkg/tom_tat_bg.ico', { file: true, headers: { 'content-type': 'image/x-icon' } });
  });
}

test('doctor: a CSP without WebAssembly, mended by the line', async () => {
  const policy = (value) => site.route('/pkg/doctor.html', {
    file: true, headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': value } });
  policy(`script-src 'self'`);
  const bad = (await examine()).at(-1);
  assert.match(bad.text, /\[wasm-blocked\]/);
  policy(bad.lines.CSP);
  assert.ok((await examine()).at(-1).good);
  site.route('/pkg/doctor.html', { file: true, headers: { 'content-type': 'text/html; charset=utf-8' } });
});

test('doctor: a page whose CSP forbids the module, mended by the line', async () => {
  const body = recording('<tom-tat id="card" src="/one.json"></tom-tat>').replaceAll('<script>', '<script nonce="n">');
  const policy = (value) => site.route('/page', { headers: { 'content-security-policy': value }, body });
  const scripts = `script-src 'self' 'nonce-n' 'wasm-unsafe-eval'`;
  policy(`${scripts}; connect-src 'none'`);
  const bad = await examinePage('/page');
  assert.match(bad.text, /\[wasm-not-loaded\]/);
  assert.equal(bad.line, `connect-src 'self'`);
  policy(`${scripts}; ${bad.line}`);
  const good = await examinePage('/page');
  assert.ok(good.good, good.text);
});

test('doctor: a page with the script written into it, mended by the line', async () => {
  const loader = `<script>${(await file('tom-tat.js')).toString().replaceAll('</script', '<\\/script')}</script>`;
  const page = (tag) => site.route('/page', recording(`${tag}</tom-tat>`, { loader: false, head: loader })
    .replace(tag, tag.replace('>', ' id="card" src="/one.json">')));
  page('<tom-tat>');
  const bad = await examinePage('/page');
  assert.match(bad.text, /\[no-base\]/);
  page(bad.line);
  const good = await examinePage('/page');
  assert.ok(good.good, good.text);
});

test('doctor: a page without the script gets the line', async () => {
  site.route('/page', recording('<article><h1>Bài</h1><p>Sáng 29/4/2022, ông Hà Văn Bảy, Giám đốc Sở Y tế dự họp.</p></article>', { loader: false }));
  const bad = await examinePage('/page');
  site.route('/page', recording(`<article><h1>Bài</h1><p>Sáng 29/4/2022, ông Hà Văn Bảy, Giám đốc Sở Y tế dự họp.</p></article>${bad.line}`, { loader: false }));
  const good = await examinePage('/page');
  assert.ok(good.good, good.text);
});

test('doctor: files on another origin without CORS, mended by the line that debug shows', async () => {
  const other = await serve();
  after(() => other.close());
  const allow = async (headers) => {
    for (const name of ['tom-tat.js', 'tom_tat.js', 'tom_tat_bg.ico'])
      other.route(`/pkg/${name}`, { headers: {
        'content-type': name.endsWith('js') ? 'text/javascript' : 'image/x-icon', ...headers }, body: await file(name) });
    // The doctor himself may be asked from anywhere.
    other.route('/pkg/doctor.js', { headers: { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' }, body: await file('doctor.js') });
  };
  await allow({});
  site.route('/page', recording('<tom-tat id="card" src="/one.json" debug></tom-tat>',
    { loader: false, head: `<script src="${other.origin}/pkg/tom-tat.js"></script>` }));
  await driver.get(`${site.origin}/page`);
  assert.match((await event(driver)).message, /CORS/);
  const notes = await run(`return [...card.shadowRoot.querySelectorAll('[part=error]')].map((note) => note.textContent).join('\\n')`);
  const [, name, value] = /Header set (\S+) "([^"]+)"/.exec(notes);
  await allow({ [name.toLowerCase()]: value });
  await driver.get(`${site.origin}/page`);
  assert.equal((await event(driver)).name, 'load');
});

test('doctor: speaks English', async () => {
  await examine();
  await run(`document.getElementById('language').click()`);
  await driver.wait(() => run(`return /arrives/.test(document.getElementById('files').textContent)`), 5_000);
  assert.equal(await run('return document.documentElement.lang'), 'en');
});
