// The pages of `tests/pages` in a browser: what of each is right, and that the command says the same.
// Of the real pages, where their folder is beside the repository, only that both say the same.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { root, serve } from './harness.mjs';
import { built, told } from './pages/command.mjs';
import { expected, misses } from './pages/expected.mjs';
import { folder as real, gold, offline, outcome, skip } from './pages/read.mjs';

const fixtures = join(root, 'tests', 'pages');

let command;
let site;
let driver;

before(async () => {
  command = await built();
  site = await serve();
  driver = await offline();
});

after(async () => {
  await driver?.quit();
  await site?.close();
});

/** A page as it is in the folder, read in the browser. */
async function read(folder, file, selector) {
  const html = await readFile(join(folder, file), 'utf8');
  const target = selector ?? expected(html).for;
  const seen = await outcome({ site, driver }, `/${file}`, html, target);
  return { file, target, expected: expected(html), path: join(folder, file), seen };
}

/** The address is the page's own in a browser; a file has none. */
const comparable = ({ code, summary }) => ({ code, summary: summary && { ...summary, url: null } });

/** Where the command says something else of a page, in words. */
async function difference({ file, target, path, seen }) {
  const [here, there] = [seen, await told(command, path, target)].map(comparable);
  const place = `${file} (${target === undefined ? 'found' : `for=${target}`})`;
  if (here.code !== there.code) return [`${place}: ${here.code} here, ${there.code} by the command`];
  try {
    assert.deepEqual(here.summary, there.summary);
    return [];
  } catch ({ message }) {
    return [`${place}: ${message}`];
  }
}

const none = (wrong) => assert.equal(wrong.length, 0, `${wrong.length} are wrong\n${wrong.join('\n')}`);

test('the pages give what their comments say, and the command says the same', async (t) => {
  const wrong = [];
  const different = [];
  for (const file of (await readdir(fixtures)).sort()) {
    const page = await read(fixtures, file);
    wrong.push(...misses(page.expected, page.seen).map((miss) => `${file}  ${miss}`));
    different.push(...(await difference(page)));
  }
  await t.test('comments', () => none(wrong));
  await t.test('command', () => none(different));
});

test('of real pages browser and command say the same', { skip }, async () => {
  const different = [];
  for (const { file, for: selector } of await gold())
    for (const target of [selector, undefined])
      different.push(...(await difference(await read(real, file, target))));
  none(different);
});
