// What must be said alike in several files of the plugin.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../e2e/harness.mjs';

const folder = join(root, 'integrations/wordpress/tom-tat');
const read = (...path) => readFileSync(join(...path), 'utf8');
const sources = ['tom-tat.php', ...readdirSync(join(folder, 'includes')).map((name) => `includes/${name}`)];
const php = sources.map((name) => read(folder, name)).join('\n');

test('WordPress: one version everywhere', () => {
  const [, version] = /\[workspace\.package\]\nversion = "([^"]+)"/.exec(read(root, 'Cargo.toml'));
  assert.equal(/^ \* Version: +(\S+)$/m.exec(php)[1], version);
  assert.equal(/const VERSION = '([^']+)'/.exec(php)[1], version);
  assert.equal(/^Stable tag: (\S+)$/m.exec(read(folder, 'readme.txt'))[1], version);
});

test('WordPress: every word has a Vietnamese one, and none is left over', () => {
  const said = [...php.matchAll(/__\( '((?:[^'\\]|\\.)+)', 'tom-tat' \)/g)].map(([, words]) => words);
  const [, description] = /^ \* Description: +(.+)$/m.exec(php);
  const catalogue = [...read(folder, 'languages/tom-tat-vi.po').matchAll(/^msgid "(.+)"\nmsgstr "(.*)"$/gm)];
  assert.deepEqual(catalogue.map(([, words]) => words).sort(), [...new Set([...said, description])].sort());
  for (const [, words, translated] of catalogue) assert.ok(translated, `“${words}” has no translation`);
  const places = (words) => (words.match(/%s|\{\w+\}/g) ?? []).sort().join();
  for (const [, words, translated] of catalogue) assert.equal(places(translated), places(words), words);
});

test('WordPress: each theme has a name and a picture', () => {
  const themes = readdirSync(join(root, 'www/themes')).map((name) => name.replace('.css', ''));
  const titles = [...php.matchAll(/^\t\t'([\w-]*)' +=> __\( '[^']+', 'tom-tat' \),$/gm)].map(([, name]) => name);
  for (const theme of themes) assert.ok(titles.includes(theme), `${theme} has no name`);
  assert.deepEqual(readdirSync(join(folder, 'pictures')).sort(), [...themes, 'page'].map((name) => `${name}.webp`).sort());
});

test('WordPress: attributes that authors may write are the element’s', () => {
  const { modules } = JSON.parse(read(root, 'pkg/custom-elements.json'));
  const known = modules.flatMap(({ declarations }) => declarations).flatMap(({ attributes }) => attributes ?? []).map(({ name }) => name);
  const [, list] = /const AUTHORS = array\(([^;]+)\);/.exec(php);
  const allowed = [...list.matchAll(/'([\w-]+)'/g)].map(([, name]) => name);
  assert.deepEqual(allowed.filter((name) => ![...known, 'class', 'id'].includes(name)), []);
  assert.ok(!allowed.includes('base'), 'a folder of scripts');
});
