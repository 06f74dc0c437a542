// The card among other Yew modules, and as a component of a Yew application.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, event, recording, words } from './card.mjs';
import { complaints, stage } from './harness.mjs';

const { site, driver } = await stage({ '/one.json': JSON.stringify(article('Bài một')) });

const run = (script, ...args) => driver.executeScript(script, ...args);

// A module of its own with its own handlers: around a card, in a card's slot, and beside both.
const NEIGHBOURS = `
  <div id="around"></div>
  <tom-tat id="slotted" src="one.json"><div slot="header" id="inside"></div></tom-tat>
  <div id="beside"></div>
  <script type="module">
    import start, { mount } from '/target/yew/neighbour/tom_tat_yew_neighbour.js';
    await start();
    mount(around, '/one.json');
    mount(inside);
    mount(beside);
    window.mounted = true;
  </script>`;

const open = async () => {
  site.route('/page', recording(NEIGHBOURS));
  await driver.get(`${site.origin}/page`);
  await event(driver, 'within');
  await event(driver, 'slotted');
  await driver.wait(
    () => run(`return window.mounted && document.querySelectorAll('.clicks').length === 3`),
    10_000,
    'the other module did not start',
  );
};

/** What was clicked in a counter: frame and buttons. */
const clicks = (id) => run(`return document.querySelector('#' + arguments[0] + ' .clicks').textContent`, id);
const all = async () => [await clicks('around'), await clicks('inside'), await clicks('beside')];
const settled = (expected) =>
  driver.wait(async () => String(await all()) === String(expected), 3_000).catch(() => {});
const said = (id) => run(`return ${id}.shadowRoot.querySelector('[role=status]').textContent`);
const ticks = (id) => run(`return ${id}.shadowRoot.querySelectorAll('[data-copied]').length`);

for (const [id, expected] of [['within', ['1 0', '0 0', '0 0']], ['slotted', ['0 0', '0 0', '0 0']]]) {
  test(`a click in the card “${id}” is heard by the card, and outside only as a click on it`, async () => {
    await open();
    // A reader's click, not a script's: only that may copy.
    await (await run(`return ${id}.shadowRoot.querySelector('[part=copy]')`)).click();
    await driver.wait(async () => (await ticks(id)) === 1, 5_000, 'no tick');
    assert.equal(await said(id), 'Đã chép 43/CT-TTg');
    await settled(expected);
    assert.deepEqual(await all(), expected);
  });
}

for (const [index, id] of ['around', 'inside', 'beside'].entries()) {
  test(`clicks in another module “${id}” are its own`, async () => {
    await open();
    const before = [await said('within'), await said('slotted')];
    const buttons = await run(`return document.querySelectorAll('#${id} button').length`);
    for (let button = 0; button < buttons; button++)
      await run(`document.querySelectorAll('#${id} button')[${button}].click()`);
    const expected = ['0 0', '0 0', '0 0'];
    expected[index] = `${buttons} ${buttons}`;
    await settled(expected);
    assert.deepEqual(await all(), expected);
    assert.deepEqual([await said('within'), await said('slotted')], before);
    assert.deepEqual([await ticks('within'), await ticks('slotted')], [0, 0]);
  });
}

test('the example application shows both components', async () => {
  for (const file of ['tom_tat_yew_app.js', 'tom_tat_yew_app_bg.wasm'])
    site.route(`/tests/yew/app/pkg/${file}`, { file: `/target/yew/app/${file}` });
  await complaints(driver);
  await driver.get(`${site.origin}/tests/yew/app/index.html`);
  const text = (selector) => run(`return document.querySelector(arguments[0])?.innerText ?? ''`, selector);
  await driver.wait(async () => (await text('#said')) === 'shown', 10_000, 'nothing was shown');
  assert.match(await text('#article-card'), /Nguyễn Văn An/);
  assert.match(await text('#article-card'), /98,5%/);
  assert.match(await text('#facts-card'), /Trần Thị Bình/);
  await run(`document.querySelector('#article-card [part=copy]').click()`);
  await driver.wait(async () => (await text('#said')) === 'copied 43/CT-TTg', 5_000, 'not copied');
  assert.ok(await run(`return document.querySelector('#article-card [data-copied]') !== null`));
  await run(`document.querySelector('#article-card [part=quote-link]').click()`);
  await driver.wait(async () => /^followed \d+$/.test(await text('#said')), 5_000, 'not followed');
  assert.ok(!(await driver.getCurrentUrl()).includes('#'), 'the page was left');
  await run(`document.querySelector('#language').click()`);
  await driver.wait(async () => /Key figures/.test(await text('#article-card')), 5_000, 'not English');
  assert.deepEqual(await complaints(driver), []);
});

test('wasm-pack build --target web at the top makes a module that works', async () => {
  site.route('/page', recording('<div id="host"><div id="mount"></div></div>', { loader: false }));
  await driver.get(`${site.origin}/page`);
  const shown = await driver.executeAsyncScript(`
    const [value, done] = arguments;
    import('/target/yew/plain/tom_tat.js')
      .then(async ({ default: start, Card }) => {
        await start();
        const { title } = await new Card(host, mount).show(value, true);
        done([title, mount.innerText]);
      })
      .catch((error) => done([String(error), '']));`, article('Bài wasm-pack'));
  assert.equal(shown[0], 'Bài wasm-pack');
  assert.match(shown[1], /Nguyễn Văn An/);
});

test('the loader works beside what wasm-pack makes at the top', async () => {
  site.route('/target/yew/plain/tom-tat.js', { file: '/pkg/tom-tat.js' });
  site.route('/page', recording('<tom-tat id="card" src="one.json"></tom-tat>', {
    loader: false,
    head: '<script src="/target/yew/plain/tom-tat.js"></script>',
  }));
  await driver.get(`${site.origin}/page`);
  assert.equal((await event(driver)).title, 'Bài một');
  assert.match(await words(driver), /Bài một/);
});
