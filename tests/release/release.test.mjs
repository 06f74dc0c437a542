// The zip and the npm package, as those use them who get them. `cargo xtask test release` makes both
// twice before: in `dist/`, and in `target/packages/again/`.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { before, test } from 'node:test';
import { complaints, page, root, stage } from '../e2e/harness.mjs';
import * as parts from './parts.mjs';

const { ZIP, PLUGIN, TGZ, version } = parts;
const BODY =
  'Sáng 29/4/2022, ông Hà Văn Bảy, Giám đốc Sở Y tế dự hội nghị tổng kết công tác dân vận, trao 20 xe đạp.';
const { site, driver } = await stage();

let folder;
let bare;
before(async () => {
  folder = await parts.unzipped();
  bare = await parts.project('bare');
});

const hash = (kind, form) => (bytes) => createHash(kind).update(bytes).digest(form);
const sha256 = hash('sha256', 'hex');
const sha384 = hash('sha384', 'base64');

/** The names and hashes of a list of checksums. */
const sums = (text) => text.trim().split('\n').map((line) => line.split('  ').reverse());

/** Opens an address; the words of its card, where nothing is complained of. */
const opened = async (address) => {
  await complaints(driver);
  await driver.get(address);
  const words = await parts.card(driver);
  assert.deepEqual(await complaints(driver), [], 'there is a card, but the page complains');
  return words;
};

test('made twice, zip, package and checksums are the same bytes', async () => {
  const [first, second] = [await parts.made(), await parts.made(true)];
  assert.deepEqual([...first.keys()], [...second.keys()]);
  for (const [name, bytes] of first) assert.ok(bytes.equals(second.get(name)), `${name} came out otherwise`);
});

test('the names say the version, and the checksums are right', async (context) => {
  const files = await parts.made();
  assert.deepEqual([...files.keys()], ['SHA256SUMS', TGZ, ZIP, PLUGIN]);
  const listed = sums(files.get('SHA256SUMS').toString());
  assert.deepEqual(listed, [TGZ, ZIP, PLUGIN].map((name) => [name, sha256(files.get(name))]));
  for (const [name, bytes] of files) context.diagnostic(`${name}: ${bytes.length} bytes`);
});

test('every file of the zip has the hash that SHA256SUMS says', async () => {
  const there = (await parts.entries()).map(({ name, bytes }) => [name.replace('tom-tat/', ''), sha256(bytes)]);
  const listed = sums(await readFile(join(folder, 'SHA256SUMS'), 'utf8'));
  assert.deepEqual(listed, there.filter(([name]) => name !== 'SHA256SUMS'));
});

test('the files of pkg/ have the hash that files.json says', async () => {
  const list = JSON.parse(await readFile(join(folder, 'files.json'), 'utf8'));
  assert.equal(list.version, version);
  for (const { name, integrity } of list.files)
    assert.equal(`sha384-${sha384(await readFile(join(folder, name)))}`, integrity, name);
});

test('all files of the zip have one time, readable rights, and a place in its folder', async () => {
  const entries = await parts.entries();
  assert.equal(new Set(entries.map(({ date }) => date.getTime())).size, 1);
  assert.deepEqual([...new Set(entries.map(({ mode }) => mode & 0o777))], [0o644]);
  assert.deepEqual(entries.filter(({ name }) => !name.startsWith('tom-tat/')), []);
});

test('nothing in the packages tells of the machine that made them', async () => {
  for (const base of [folder, join(bare, 'node_modules', 'tom-tat')])
    for (const [name, bytes] of await parts.files(base))
      for (const private_ of [root, homedir() + '/.', '/registry/src/'])
        assert.ok(!bytes.includes(private_), `${name} names ${private_}`);
});

test('the licences name each crate of the module once, and hold their texts', async () => {
  const text = await readFile(join(folder, 'THIRD-PARTY.txt'), 'utf8');
  for (const name of ['yew', 'gloo', 'serde', 'wasm-bindgen', 'talc'])
    assert.equal(text.match(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+$`, 'gm'))?.length, 1, name);
  assert.match(text, /Apache License/);
  assert.match(text, /Permission is hereby granted, free of charge/);
});

/** What the guide shows in a box, as a webmaster copies it. */
const copied = async (id) => {
  await driver.get(`${site.origin}/tom-tat/HUONG-DAN.html`);
  return driver.executeScript('return document.getElementById(arguments[0]).textContent', id);
};

const around = (snippet) =>
  page(`${snippet}<article><h1>Hội nghị dân vận</h1><p>${BODY}</p></article>`, { loader: false });

test('a page with the two lines of the guide has a card', async () => {
  await parts.mount(site, '/tom-tat/', folder);
  site.route('/bai', around(await copied('snippet')));
  assert.match(await opened(`${site.origin}/bai`), /Hà Văn Bảy/);
});

test('an old template has a card by the lines of the guide for it', async () => {
  await parts.mount(site, '/tom-tat/', folder);
  const lines = (await copied('old')).replace('(đầu đề)', 'Hội nghị dân vận')
    .replace('(ngày đăng, đoạn mở đầu, thân bài)', `<span>Cập nhật: 14/10/2025 08:35</span> <p>Sáng 13/10, tỉnh họp. ${BODY}</p>`);
  site.route('/bai-cu', page(`<table><tr><td>${lines}</td></tr></table>`, { loader: false }));
  assert.match(await opened(`${site.origin}/bai-cu`), /13\/10\/2025/);
});

test('the theme and the room of the guide are read', async () => {
  await parts.mount(site, '/tom-tat/', folder);
  site.route('/bai-dep', around(`${await copied('look')}${await copied('snippet')}`));
  assert.match(await opened(`${site.origin}/bai-dep`), /Hà Văn Bảy/);
  const height = 'return document.querySelector("tom-tat").getBoundingClientRect().height';
  assert.ok((await driver.executeScript(height)) >= 18 * 16, 'no room is kept');
  const accent = 'return getComputedStyle(document.querySelector("tom-tat")).getPropertyValue("--tom-tat-accent")';
  assert.notEqual(await driver.executeScript(accent), '', 'no theme');
});

test('a page with the line of the guide that insists on a hash has a card', async () => {
  await parts.mount(site, '/tom-tat/', folder);
  const line = await copied('sri');
  assert.ok(line.includes(`?v=${version}"`), line);
  site.route('/bai-sri', around(`${line}<div data-tom-tat></div>`));
  assert.match(await opened(`${site.origin}/bai-sri`), /Hà Văn Bảy/);
});

/** The same file of another build: of the same length, with another mark. */
const another = async (name) => {
  const read = (name) => readFile(join(folder, name));
  const [, mark] = /="([0-9a-f]{16})"/.exec(await read('tom_tat.js'));
  const packed = name.endsWith('.ico');
  const bytes = packed ? gunzipSync(await read(name)) : await read(name);
  const at = bytes.indexOf(mark);
  assert.ok(at > 0, `${name} bears no mark of its build`);
  bytes.fill('0', at, at + mark.length);
  return packed ? gzipSync(bytes) : bytes;
};

// How often the server is asked: once before the upgrade; then the cache answers until the mark is noticed, and
// the glue is fetched past it and run from there. Of the module the form that is not packed is taken then.
for (const [name, times] of [['tom_tat.js', 3], ['tom_tat_bg.ico', 1]]) {
  test(`an upgrade gets past an old ${name} in the browser's cache`, async () => {
    const path = `/upgrade-of-${name}/`;
    await parts.mount(site, path, folder);
    const type = name.endsWith('.js') ? 'text/javascript' : 'image/x-icon';
    const headers = { 'content-type': type, 'cache-control': 'max-age=31536000' };
    site.route(path + name, { headers, body: await another(name) });
    await driver.get(`${site.origin}${path}HUONG-DAN.html`);
    await driver.executeAsyncScript('fetch(arguments[0]).then((answer) => answer.blob()).then(arguments[1])', name);
    await parts.mount(site, path, folder);
    site.route(`${path}page`, around(`<script src="tom-tat.js" async></script><div data-tom-tat></div>`));
    assert.match(await opened(`${site.origin}${path}page`), /Hà Văn Bảy/);
    const asked = site.requests.filter((one) => one === path + name).length;
    assert.equal(asked, times, 'the old copy did not come from the cache');
  });
}

test('the doctor finds nothing wrong with the unpacked folder', async () => {
  await parts.mount(site, '/tom-tat/', folder);
  await driver.get(`${site.origin}/tom-tat/doctor.html`);
  const done = `return 'done' in document.body.dataset && !!document.querySelector('#trial li')`;
  await driver.wait(() => driver.executeScript(done), 20_000, 'the doctor does not come to an end');
  const said = await driver.executeScript(
    `return [...document.querySelectorAll('li')].map(({ className, textContent }) => [className, textContent])`);
  assert.equal(said.length, 6);
  assert.deepEqual(said.filter(([name]) => name !== 'good'), []);
});

test('every file that package.json names is in the package', async () => {
  const base = join(bare, 'node_modules', 'tom-tat');
  const named = JSON.parse(await readFile(join(base, 'package.json'), 'utf8'));
  assert.equal(named.version, version);
  const targets = Object.values(named.exports).flatMap((to) => (typeof to === 'string' ? to : Object.values(to)));
  const licences = ['LICENSE-MIT', 'LICENSE-APACHE', 'THIRD-PARTY.txt', 'README.md'];
  for (const name of [named.main, named.module, named.types, named.customElements, ...targets, ...licences])
    assert.ok(existsSync(join(base, name.replace('*', 'blue.css'))), `${name} is missing`);
});

test('each call of import() in the package tells bundlers to leave it', async () => {
  const text = await readFile(join(bare, 'node_modules', 'tom-tat', 'index.js'), 'utf8');
  const calls = text.match(/\bimport\(/g);
  const told = text.match(/\bimport\(\s*\/\* webpackIgnore: true \*\/\s*\/\* @vite-ignore \*\//g);
  assert.equal(told?.length, calls.length);
});

test('a page without a bundler that imports the package has a card', async () => {
  await parts.mount(site, '/node_modules/tom-tat/', join(bare, 'node_modules', 'tom-tat'));
  const line = `<script type="module">import '/node_modules/tom-tat/index.js'</script><tom-tat></tom-tat>`;
  site.route('/module', around(line));
  assert.match(await opened(`${site.origin}/module`), /Hà Văn Bảy/);
});

for (const resolution of ['bundler', 'nodenext']) {
  test(`the types come with import 'tom-tat' (${resolution})`, async () => {
    const project = await parts.project(`types-${resolution}`);
    const module = resolution === 'bundler' ? 'es2022' : resolution;
    const compilerOptions = { strict: true, noEmit: true, target: 'es2022', module, moduleResolution: resolution, types: [] };
    await writeFile(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['use.ts'] }));
    await writeFile(join(project, 'use.ts'), `
      import 'tom-tat';
      import type { Summary } from 'tom-tat';
      const card = document.createElement('tom-tat');
      card.article = { body: '…' };
      export const made: Promise<Summary | null> = card.refresh();
      // @ts-expect-error Types that allow everything would pass as well.
      card.article = 1;
    `);
    await parts.run(project, process.execPath, join(root, 'node_modules/typescript/bin/tsc'), '--project', '.');
  });
}

/** What the project with Vite shows at this address: a card, and a list of one. */
const showsBoth = async (address) => {
  assert.match(await opened(address), /Hà Văn Bảy/);
  assert.match(await parts.card(driver, 'tom-tat-list tom-tat'), /30 xe đạp/);
};

for (const [where, path, args] of [
  ['at the top of a site', '/', []],
  ['in a sub folder', '/tin/bai/', ['--base=./']],
]) {
  test(`what Vite builds has a card ${where}`, async () => {
    const project = await parts.viteProject();
    await parts.vite(project, 'build', '--emptyOutDir', ...args);
    await parts.mount(site, path, join(project, 'dist'));
    const asked = site.requests.length;
    await showsBoth(`${site.origin}${path}`);
    assert.deepEqual(site.requests.slice(asked).filter((one) => !one.startsWith(path)), [], 'asked for elsewhere');
  });
}

test(`Vite's development server gives a card`, async () => {
  const server = await parts.viteServer(await parts.viteProject());
  try {
    await showsBoth(server.address);
  } finally {
    await server.stop();
  }
});
