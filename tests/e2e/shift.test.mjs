// A card that appears moves nothing that a reader sees.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, event, recording } from './card.mjs';
import { chromiumOnly, stage } from './harness.mjs';

const { site, driver } = await stage({
  // Late enough for the page to be painted without the card.
  '/slow.json': async () => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    return JSON.stringify(article('Bài một'));
  },
});

const OBSERVE = `<script>
  window.shift = 0;
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) shift += value;
  }).observe({ type: 'layout-shift', buffered: true });
</script>`;
const only = chromiumOnly('measure layout shifts (the layout-shift entries of PerformanceObserver)');

const shift = async (body, head = '') => {
  site.route('/page', recording(body, { head: OBSERVE + head }));
  await driver.get(`${site.origin}/page`);
  await driver.executeScript('window.card?.scrollIntoView({ block: "center" })');
  assert.equal((await event(driver)).name, 'load');
  await driver.sleep(300);
  return driver.executeScript('return shift');
};

const TEXT = `<p>${'Tin trong tỉnh. '.repeat(60)}</p>`;

test('shift: the measure sees a card that has no room', only, async () => {
  assert.ok((await shift(`<tom-tat id="card" src="slow.json"></tom-tat>${TEXT}`)) > 0.01);
});

// As the README has it, in the page's own style sheet: the element's comes after the first paint.
const RESERVED = `<style>
  tom-tat { display: block; min-height: 24em }
  tom-tat[density=line] { min-height: 60px }
  tom-tat[density=full] { min-height: 36em }
</style>`;

for (const density of ['line', 'short', 'full'])
  test(`shift: none where room is reserved, ${density}`, only, async () => {
    const card = `<tom-tat id="card" src="slow.json" density="${density}"></tom-tat>`;
    assert.equal(await shift(`${TEXT}${card}${TEXT}`, RESERVED), 0);
  });

test('shift: none where the card loads before it is reached', only, async () => {
  const far = TEXT.repeat(40);
  site.route('/page', recording(
    `${far}<tom-tat id="card" src="slow.json"></tom-tat>${far}`, { head: OBSERVE }));
  await driver.get(`${site.origin}/page`);
  // A brisk scroll: some 1,500 pixels a second.
  const near = 'return card.getBoundingClientRect().top < innerHeight / 2';
  while (!(await driver.executeScript(near))) {
    await driver.executeScript('scrollBy(0, 100)');
    await driver.sleep(60);
  }
  assert.equal((await event(driver)).name, 'load');
  assert.equal(await driver.executeScript('return shift'), 0);
});
