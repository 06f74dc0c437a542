// What servers, proxies and broken connections make of the files.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { article, event, recording, visible } from './card.mjs';
import { root, stage } from './harness.mjs';
import { matrix } from './hosts.mjs';

const { site, driver } = await stage({ '/one.json': JSON.stringify(article('Bài một')) });
const row = matrix('servers');

const TYPES = {
  'tom-tat.js': 'text/javascript', 'tom_tat.js': 'text/javascript', 'doctor.js': 'text/javascript',
  'tom_tat_bg.ico': 'image/x-icon', 'tom_tat_bg.wasm': 'application/wasm',
};
const file = (name) => readFile(join(root, 'pkg', name));
const CARD = '<tom-tat id="card" src="/one.json" loading="eager"><a id="fallback" href="/bai">Đọc bài</a></tom-tat>';
let count = 0;

/** The card from a folder of its own, some of whose files are answered otherwise; what it tells. */
const open = async (tampered, { base = true } = {}) => {
  const folder = `/server-${count++}`;
  for (const [name, type] of Object.entries(TYPES))
    site.route(`${folder}/${name}`, tampered[name] ?? { headers: { 'content-type': type }, body: await file(name) });
  site.route('/page', recording(CARD, { loader: false, head: `<script src="${folder}/tom-tat.js"></script>` }));
  await driver.get(`${site.origin}/page`);
  return [await event(driver), base && folder];
};

const PAGE = { headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>404</title><p>Không tìm thấy trang' };
// As IIS answers what it has no MIME type for: 404.3, as a page.
const IIS = { status: 404, ...PAGE };
const odd = async (name, type) => ({ headers: { 'content-type': type }, body: await file(name) });
const nosniff = async (name, type) => ({ headers: { 'content-type': type, 'x-content-type-options': 'nosniff' }, body: await file(name) });
const slowly = async (name, type) => {
  const body = await file(name);
  return async () => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    return { headers: { 'content-type': type }, body };
  };
};

const CARDS = {
  '.wasm as application/octet-stream': async () => ({
    'tom_tat_bg.ico': { status: 404 }, 'tom_tat_bg.wasm': await odd('tom_tat_bg.wasm', 'application/octet-stream') }),
  '.wasm and .ico with nosniff and odd types': async () => ({
    'tom_tat_bg.ico': await nosniff('tom_tat_bg.ico', 'application/octet-stream'),
    'tom_tat_bg.wasm': await nosniff('tom_tat_bg.wasm', 'text/plain') }),
  '.wasm not delivered (IIS 404.3)': async () => ({ 'tom_tat_bg.wasm': IIS }),
  '.ico blocked by a content filter': async () => ({ 'tom_tat_bg.ico': { status: 403 } }),
  'a page in the place of .ico': async () => ({ 'tom_tat_bg.ico': PAGE }),
  '.js as application/x-javascript (old servers)': async () => ({
    'tom_tat.js': await odd('tom_tat.js', 'application/x-javascript') }),
  'a slow connection': async () => ({
    'tom_tat.js': await slowly('tom_tat.js', 'text/javascript'),
    'tom_tat_bg.ico': await slowly('tom_tat_bg.ico', 'image/x-icon') }),
  'a connection that breaks in the packed module': async () => ({
    'tom_tat_bg.ico': { headers: { 'content-length': '161000', 'content-type': 'image/x-icon' }, body: 'x', cut: true } }),
};

for (const [name, tampered] of Object.entries(CARDS))
  row(`server: ${name}`, 'imitated', async () => {
    const [seen] = await open(await tampered());
    assert.equal(seen.name, 'load', seen.message);
  });

/** The code, what the message has to say, and what it must not. */
const FAILURES = {
  'glue missing': [{ 'tom_tat.js': { status: 404 } }, 'glue-not-loaded', /HTTP 404/, /CSP/],
  'glue missing, answered by a page with status 200': [{ 'tom_tat.js': PAGE }, 'glue-not-loaded', /trang web/, /CSP/],
  'glue as text/plain': [{ 'tom_tat.js': await odd('tom_tat.js', 'text/plain') }, 'glue-not-loaded', /text\/plain/, /CSP/],
  'glue as text/plain, nosniff': [{ 'tom_tat.js': await nosniff('tom_tat.js', 'text/plain') }, 'glue-not-loaded', /text\/plain/, /CSP/],
  'glue damaged': [{ 'tom_tat.js': { headers: { 'content-type': 'text/javascript' }, body: 'export {' } }, 'glue-not-loaded', /hỏng/, /CSP|HTTP/],
  'module missing in both forms (IIS)': [{ 'tom_tat_bg.ico': IIS, 'tom_tat_bg.wasm': IIS }, 'wasm-status', /HTTP 404/, /CSP/],
  'module damaged in both forms': [{ 'tom_tat_bg.ico': PAGE, 'tom_tat_bg.wasm': PAGE }, 'wasm-invalid', /hỏng/, /CSP/],
  'all files but the loader missing': [
    { 'tom_tat.js': { status: 404 }, 'doctor.js': { status: 404 }, 'tom_tat_bg.ico': { status: 404 }, 'tom_tat_bg.wasm': { status: 404 } },
    'glue-not-loaded', /cả thư mục/, /CSP/],
};

for (const [name, [tampered, code, says, never]] of Object.entries(FAILURES))
  row(`server: ${name}`, 'imitated', async () => {
    const [seen, folder] = await open(tampered);
    assert.equal(seen.code, code, seen.message);
    assert.match(seen.message, says);
    assert.doesNotMatch(seen.message, never, 'a guess');
    assert.ok(seen.message.includes(folder), seen.message);
    assert.ok(await visible(driver, '#fallback'));
    return `says: ${code}`;
  });

row('server: glue and module of two versions', 'imitated', async () => {
  const glue = (await file('tom_tat.js')).toString().replace(/"[0-9a-f]{16}"/, '"0123456789abcdef"');
  const [seen] = await open({ 'tom_tat.js': { headers: { 'content-type': 'text/javascript' }, body: glue } });
  assert.equal(seen.code, 'wasm-invalid');
  assert.match(seen.message, /khác phiên bản/);
  return 'says: wasm-invalid';
});

row('browser without WebAssembly (Lockdown Mode, Tor)', 'imitated', async () => {
  site.route('/page', recording(CARD, { head: '<script>delete window.WebAssembly</script>' }));
  await driver.get(`${site.origin}/page`);
  const seen = await event(driver);
  assert.equal(seen.code, 'no-wasm');
  assert.match(seen.message, /WebAssembly/);
  assert.ok(await visible(driver, '#fallback'));
  return 'says: no-wasm';
});

const value = (attributes) => `<tom-tat id="card" src="/one.json" debug ${attributes}></tom-tat>`;

for (const attributes of ['limit="-1"', 'show="abc"', 'lang="fr"', 'heading="9"', 'theme="x"', 'density="small"', 'loading="soon"', 'lookup="x"', 'report="javascript:x"'])
  row(`debug names ${attributes}`, 'real', async () => {
    site.route('/page', recording(value(attributes)));
    await driver.get(`${site.origin}/page`);
    assert.equal((await event(driver)).name, 'load');
    const notes = await driver.executeScript(
      `return [...card.shadowRoot.querySelectorAll('[part=error]')].map((note) => note.textContent)`);
    assert.equal(notes.length, 1, `${notes}`);
    assert.ok(notes[0].includes(attributes), notes[0]);
    return 'card, and a word';
  });

row('debug by the address of the page: ?tom-tat-debug', 'real', async () => {
  site.route('/page', recording(value('limit="-1"').replace(' debug', '')));
  await driver.get(`${site.origin}/page?tom-tat-debug`);
  await event(driver);
  assert.equal(await driver.executeScript(`return card.shadowRoot.querySelectorAll('[part=error]').length`), 1);
  return 'card, and a word';
});

row('values that are right give no word', 'real', async () => {
  site.route('/page', recording(value(
    'limit="figures:4 officials:3" show="title, date figures" lang="en-GB" heading="2" theme="dark" density="full" lookup="/?q={number}" report="mailto:a@b.vn"')));
  await driver.get(`${site.origin}/page`);
  await event(driver);
  assert.equal(await driver.executeScript(`return card.shadowRoot.querySelectorAll('[part=error]').length`), 0);
});
