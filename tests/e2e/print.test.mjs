// On paper: short beside its article, whole where it stands alone, and never a gap.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, event, recording } from './card.mjs';
import { chromiumOnly, stage } from './harness.mjs';

const { site, driver } = await stage({
  '/one.json': JSON.stringify(article('Bài một', { url: 'https://example.com/bai' })),
  '/never.json': () => new Promise(() => {}),
});

const run = (script, ...args) => driver.executeScript(script, ...args);

const SENTENCE =
  'Sáng 29/4/2022, ông Hà Văn Bảy, Giám đốc Sở Y tế và bà Tô Thị Hiền, Chủ tịch UBND huyện dự lễ trao 20 xe đạp.';
const AT_HOME = `<tom-tat id="card" for="x" limit="1"></tom-tat>
  <div id="x"><h2>Lễ trao quà</h2><p>${SENTENCE}</p></div>`;

const open = async (body, head = '') => {
  site.route('/page', recording(body, { head }));
  await driver.get(`${site.origin}/page`);
  const { name, message } = await event(driver);
  assert.equal(name, 'load', message);
};

const opened = () =>
  run(`return [...card.shadowRoot.querySelectorAll('details[open]')].map((one) => one.getAttribute('part'))`);

test('print: alone, what is folded away opens, and closes again', async () => {
  await open('<tom-tat id="card" src="one.json" limit="1"></tom-tat>');
  await run(`dispatchEvent(new Event('beforeprint'))`);
  assert.deepEqual(await opened(), ['more']);
  await run(`dispatchEvent(new Event('afterprint'))`);
  assert.deepEqual(await opened(), []);
});

test('print: beside its article the card stays closed', async () => {
  await open(AT_HOME);
  await run(`dispatchEvent(new Event('beforeprint'))`);
  assert.deepEqual(await opened(), []);
});

const paper = chromiumOnly('show a page as it is printed');

/** Shows the page as on paper while `work` is done. */
const onPaper = async (work) => {
  await driver.sendDevToolsCommand('Emulation.setEmulatedMedia', { media: 'print' });
  try {
    return await work();
  } finally {
    await driver.sendDevToolsCommand('Emulation.setEmulatedMedia', { media: '' });
  }
};

/** The parts that take room. */
const parts = () =>
  run(`return [...card.shadowRoot.querySelectorAll('[part]')]
    .filter((element) => element.getClientRects().length).flatMap((element) => [...element.part])`);

test('print: no sentence and nothing to press, also where the reader had opened it', paper, async () => {
  await open(AT_HOME);
  await run(`for (const details of card.shadowRoot.querySelectorAll('details')) details.open = true`);
  const onScreen = await parts();
  const printed = await onPaper(parts);
  for (const part of ['quote', 'quote-actions', 'more-toggle', 'rest']) {
    assert.ok(onScreen.includes(part), `${part} was never there`);
    assert.ok(!printed.includes(part), `${part} is printed`);
  }
  assert.ok(printed.includes('figure-label') || !onScreen.includes('figure-label'));
  assert.ok(printed.includes('name'));
});

test('print: alone, with the address', paper, async () => {
  await open('<tom-tat id="card" src="one.json"></tom-tat>');
  const address = await onPaper(() =>
    run(`return getComputedStyle(card.shadowRoot.querySelector('[part=read]'), '::after').content`));
  assert.match(address, /https:\/\/example\.com\/bai/);
});

test('print: black on white, whatever the theme', paper, async () => {
  const dark = `<link rel="stylesheet" href="/pkg/themes/dark.css"><link rel="stylesheet" href="/pkg/themes/band.css">`;
  await open('<tom-tat id="card" src="one.json" theme="dark"></tom-tat>', dark);
  const inks = await onPaper(() => run(
    `const found = {};
     for (const element of card.shadowRoot.querySelectorAll('[part~=card], [part~=card] *')) {
       const { color, backgroundColor } = getComputedStyle(element);
       found[color] = element.getAttribute('part');
       if (backgroundColor !== 'rgba(0, 0, 0, 0)') found[backgroundColor] = element.getAttribute('part');
     }
     return found`));
  assert.deepEqual(Object.keys(inks), ['rgb(0, 0, 0)'], JSON.stringify(inks));
});

test('print: at once, the fallback without the room for the card', paper, async () => {
  site.route('/page', recording(
    '<tom-tat id="card" src="never.json" loading="eager"><a href="/bai">Đọc bài viết</a></tom-tat>',
    { head: '<style>tom-tat { display: block; min-height: 24em }</style>' }));
  await driver.get(`${site.origin}/page`);
  await driver.wait(() => run(`return customElements.get('tom-tat') && card.shadowRoot !== null`), 5_000);
  const height = () => run('return card.offsetHeight');
  assert.ok((await height()) >= 384, 'the room is kept on the screen');
  const printed = await onPaper(height);
  assert.ok(printed > 10 && printed < 60, `${printed} px on paper`);
});
