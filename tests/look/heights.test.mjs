// A card is compact: its heights over the articles of the shared corpus, where that is there.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { viewport } from '../e2e/engines.mjs';
import { browser, page, root, serve } from '../e2e/harness.mjs';

const corpus = join(process.env.TOM_TAT_SHARED ?? join(root, '../shared'), 'corpus');

/** All articles of the corpus, as JSON. */
const articles = async () => {
  const texts = [];
  for (const folder of ['articles', 'more/articles']) {
    const path = join(corpus, folder);
    for (const file of (await readdir(path).catch(() => [])).sort())
      texts.push(await readFile(join(path, file), 'utf8'));
  }
  return texts;
};

const texts = await articles();
const skip = texts.length === 0 && `${corpus} is not there`;

let site;
let driver;

before(async () => {
  if (skip) return;
  const routes = texts.map((text, index) => [`/${index}.json`, text]);
  site = await serve(Object.fromEntries(routes));
  driver = await browser({ args: ['--hide-scrollbars'] });
});

after(async () => {
  await driver?.quit();
  await site?.close();
});

/** The heights of all cards of this density at 390 px and 16 px type, in ascending order. */
const heights = async (density) => {
  const cards = texts.map((_, index) =>
    `<tom-tat src="${index}.json" density="${density}" loading="eager"></tom-tat>`);
  const head = `<style>body { margin: 0; font: 16px/1.5 sans-serif }</style>
    <script>window.done = 0; for (const name of ['load', 'empty', 'error'])
      document.addEventListener('tom-tat:' + name, () => done++)</script>`;
  site.route('/page', page(cards.join(''), { head }));
  await viewport(driver, 390, 900);
  await driver.get(`${site.origin}/page`);
  await driver.wait(() => driver.executeScript(`return done == ${texts.length}`), 20_000, 'cards are missing');
  const found = await driver.executeScript(
    `return [...document.querySelectorAll('tom-tat')].map((card) => card.offsetHeight)`);
  return found.filter(Boolean).sort((a, b) => a - b);
};

/** The height that this share of the cards does not exceed. */
const quantile = (sorted, share) => sorted[Math.ceil(sorted.length * share) - 1];

const figures = (sorted) => [0.5, 0.9, 1].map((share) => quantile(sorted, share));

test('heights: what a reader takes in at a glance', { skip }, async (context) => {
  const [median, most, all] = figures(await heights('short'));
  context.diagnostic(`short: median ${median}, nine of ten ${most}, all ${all} px`);
  assert.ok(median <= 420, `the median is ${median} px`);
  assert.ok(most <= 520, `nine of ten are ${most} px high`);
});

test('heights: two lines', { skip }, async (context) => {
  const [median, most, all] = figures(await heights('line'));
  context.diagnostic(`line: median ${median}, nine of ten ${most}, all ${all} px`);
  assert.ok(median <= 64, `the median is ${median} px`);
});

test('heights: everything', { skip }, async (context) => {
  const [median, most, all] = figures(await heights('full'));
  context.diagnostic(`full: median ${median}, nine of ten ${most}, all ${all} px`);
  assert.ok(median <= 900, `the median is ${median} px`);
});
