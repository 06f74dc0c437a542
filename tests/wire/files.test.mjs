// pkg/files.json: that it lists the folder as it is, and that browsers go by its hashes.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { test } from 'node:test';
import { article, event, recording } from '../e2e/card.mjs';
import { complaints, root, stage } from '../e2e/harness.mjs';

const LIST = 'files.json';
const folder = join(root, 'pkg');
const { version, files } = JSON.parse(await readFile(join(folder, LIST), 'utf8'));
const loader = files.find(({ name }) => name === 'tom-tat.js');

/** As the attribute `integrity` has it. */
const integrity = (bytes) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

/** A page that insists on this hash of the loader. */
const insisting = (hash) =>
  recording('<tom-tat id="card" src="/one.json"></tom-tat>', {
    loader: false,
    head: `<script src="/pkg/tom-tat.js" integrity="${hash}" crossorigin="anonymous"></script>`,
  });

const { site, driver } = await stage({
  '/right': insisting(loader?.integrity),
  '/wrong': insisting(integrity('another file')),
  '/one.json': JSON.stringify(article('Bài một')),
});

test('the list has a version and every file of pkg/, sorted, but itself', async () => {
  const paths = await readdir(folder, { recursive: true });
  const there = paths
    .filter((path) => path !== LIST && statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll(sep, '/'));
  assert.match(version, /^\d+\.\d+\.\d+/);
  assert.deepEqual(files.map(({ name }) => name), there.sort());
});

test('each file has the size and the hash listed', async () => {
  for (const { name, ...listed } of files) {
    const bytes = await readFile(join(folder, name));
    assert.deepEqual(listed, { bytes: bytes.length, integrity: integrity(bytes) }, name);
  }
});

test('a page that insists on the hash gets its card', async () => {
  await driver.get(`${site.origin}/right`);
  assert.equal((await event(driver)).title, 'Bài một');
  assert.deepEqual(await complaints(driver), []);
});

test('a page that insists on another hash runs nothing', async () => {
  await driver.get(`${site.origin}/wrong`);
  const defined = await driver.executeScript("return Boolean(customElements.get('tom-tat'))");
  assert.equal(defined, false);
  assert.match((await complaints(driver)).join('\n'), /integrity/);
});
