// While a card is on its way: a picture of lines in the room that the page keeps, if nothing else
// stands in it. And what becomes of that room.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, event, recording } from './card.mjs';
import { chromiumOnly, stage } from './harness.mjs';

const { site, driver } = await stage({
  '/one.json': JSON.stringify(article('Bài một')),
  '/never.json': () => new Promise(() => {}),
  '/nothing.json': JSON.stringify(article('Bài không có gì', {
    summary: { event: null, officials: [], directives: [], figures: [] } })),
});

const run = (script, ...args) => driver.executeScript(script, ...args);

const ROOM = '<style>tom-tat { display: block; min-height: 24em }</style>';

const show = async (body, head = ROOM) => {
  site.route('/page', recording(body, { head }));
  await driver.get(`${site.origin}/page`);
};

/** Whether the picture is there, after longer than it takes to come. */
const waiting = async () => {
  await driver.wait(() => run('return !!card.shadowRoot'), 5_000, 'no element');
  await driver.sleep(600);
  return run(`const skeleton = card.shadowRoot.querySelector('[part=skeleton]');
    return !!skeleton && skeleton.getClientRects().length > 0`);
};

test('waiting: lines show in the room that is kept, as high as it is', async () => {
  await show('<tom-tat id="card" src="never.json"></tom-tat>');
  assert.ok(await waiting());
  const [room, lines] = await run(
    `return [card.offsetHeight, card.shadowRoot.querySelector('[part=skeleton]').offsetHeight]`);
  assert.equal(lines, room);
  assert.equal(room, 384);
});

test('waiting: a child of JSON alone is nothing to see', async () => {
  await show('<tom-tat id="card" src="never.json"><script type="text/plain">x</script> </tom-tat>');
  assert.ok(await waiting());
});

const NOT = {
  'where children show': ['<tom-tat id="card" src="never.json"><a href="/bai">Đọc bài</a></tom-tat>', ROOM],
  'where a picture shows': ['<tom-tat id="card" src="never.json"><img alt="" width="9" height="9"></tom-tat>', ROOM],
  'where no room is kept': ['<tom-tat id="card" src="never.json"></tom-tat>', ''],
};

for (const [name, [body, head]] of Object.entries(NOT)) {
  test(`waiting: no lines ${name}`, async () => {
    await show(body, head);
    assert.equal(await waiting(), false);
  });
}

const emulates = chromiumOnly('prefer reduced motion');

test('waiting: no lines for those who do not want things to move', emulates, async () => {
  const features = (value) => driver.sendDevToolsCommand('Emulation.setEmulatedMedia',
    { features: [{ name: 'prefers-reduced-motion', value }] });
  await features('reduce');
  await show('<tom-tat id="card" src="never.json"></tom-tat>');
  assert.equal(await waiting(), false);
  await features('');
});

test('waiting: the card takes the place of the lines', async () => {
  let answer;
  site.route('/late.json', () => new Promise((resolve) => (answer = resolve)));
  await show('<tom-tat id="card" src="late.json"></tom-tat>');
  assert.ok(await waiting());
  answer(JSON.stringify(article('Bài một')));
  assert.equal((await event(driver)).name, 'load');
  assert.equal(await run(`return card.shadowRoot.querySelector('[part=skeleton]')`), null);
});

for (const source of ['gone.json', 'nothing.json']) {
  test(`room: nothing is left of it without a card: ${source}`, async () => {
    await show(`<tom-tat id="card" src="${source}" style="min-height: 300px"></tom-tat>`);
    await event(driver);
    assert.equal(await run('return card.offsetHeight'), 0);
    assert.equal(await run('return card.style.minHeight'), '300px', 'the page’s own style was changed');
    await run(`card.setAttribute('src', 'one.json')`);
    assert.equal((await event(driver, 'card', 1)).name, 'load');
    assert.ok((await run('return card.offsetHeight')) >= 300);
    assert.equal(await run('return getComputedStyle(card).minHeight'), '300px');
  });
}
