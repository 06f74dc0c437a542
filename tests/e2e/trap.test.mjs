// A panic, which leaves an engine in the middle of its work, costs the card that it happens in and
// no other; the page goes on.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, event, json, recording, visible, words } from './card.mjs';
import { stage } from './harness.mjs';

const { site, driver } = await stage();

const run = (script, ...args) => driver.executeScript(script, ...args);

const FALLBACK = '<p id="fallback">Bài viết</p>';

/** A card of this title, whose document has this number. */
const card = (id, title, number = '43/CT-TTg') => {
  const value = article(title);
  value.summary = { ...value.summary, directives: [{ type: 'Chỉ thị', number }] };
  return `<tom-tat id="${id}">${json(value)}${id === 'bad' ? FALLBACK : ''}</tom-tat>`;
};

// Stands for a panic: what the engine calls of the page throws what a panic throws, wherever the
// words of `window.bomb` are written.
const BOMB = `<script>
  const blow = (text) => {
    if (window.bomb && String(text).includes(bomb)) throw new WebAssembly.RuntimeError('unreachable');
  };
  for (const [owner, name] of [[String.prototype, 'normalize'], [Document.prototype, 'createTextNode']]) {
    const plain = owner[name];
    owner[name] = function (...values) {
      blow(name == 'normalize' ? this : values[0]);
      return plain.apply(this, values);
    };
  }
  for (const name of ['textContent', 'nodeValue']) {
    const { get, set } = Object.getOwnPropertyDescriptor(Node.prototype, name);
    Object.defineProperty(Node.prototype, name, { get, set(value) { blow(value); set.call(this, value); } });
  }
</script>`;

const open = async (bomb, cards) => {
  site.route('/page', recording(cards, { head: `${BOMB}<script>window.bomb = ${JSON.stringify(bomb)}</script>` }));
  await driver.get(`${site.origin}/page`);
};

const failed = async (after = 0) => {
  assert.equal((await event(driver, 'bad', after)).code, 'crash');
  assert.ok(await visible(driver, '#fallback'), 'the fallback of the broken card is not there');
  assert.equal(await words(driver, 'bad'), null, 'the broken card shows beside its fallback');
};

const works = async (id, title) => {
  assert.match(await words(driver, id), new RegExp(title));
  await (await run(`return ${id}.shadowRoot.querySelector('[part=copy]')`)).click();
  const ticks = () => run(`return ${id}.shadowRoot.querySelectorAll('[data-copied]').length`);
  await driver.wait(async () => (await ticks()) === 1, 5_000, `${id} does not copy`);
};

const later = async () => {
  await run(`const late = document.createElement('tom-tat'); late.id = 'late';
    late.article = arguments[0]; document.body.prepend(late)`, article('Bài mới'));
  assert.equal((await event(driver, 'late')).title, 'Bài mới');
  await works('late', 'Bài mới');
};

const heals = async () => {
  const count = await run(`return seen.filter(({ id }) => id == 'bad').length`);
  await run('window.bomb = undefined; bad.refresh()');
  assert.equal((await event(driver, 'bad', count)).name, 'load');
  await works('bad', 'Bài');
};

test('a panic while reading', async () => {
  await open('BÙM', card('c1', 'Bài trước') + card('bad', 'Bài BÙM') + card('c2', 'Bài sau'));
  await failed();
  assert.equal((await event(driver, 'c1')).title, 'Bài trước');
  assert.equal((await event(driver, 'c2')).title, 'Bài sau');
  await works('c1', 'Bài trước');
  await works('c2', 'Bài sau');
  await later();
  await heals();
});

test('a panic while rendering', async () => {
  await open('13/BÙM', card('c1', 'Bài trước') + card('bad', 'Bài xấu', '13/BÙM') + card('c2', 'Bài sau'));
  await failed();
  assert.equal((await event(driver, 'c1')).title, 'Bài trước');
  assert.equal((await event(driver, 'c2')).title, 'Bài sau');
  await works('c1', 'Bài trước');
  await works('c2', 'Bài sau');
  await later();
  await heals();
});

test('a panic while updating', async () => {
  await open('Key figures', card('c1', 'Bài trước') + card('bad', 'Bài xấu') + card('c2', 'Bài sau'));
  for (const id of ['c1', 'bad', 'c2']) assert.equal((await event(driver, id)).name, 'load');
  await run(`bad.lang = 'en'`);
  await failed(1);
  // Those that were at rest are made anew on another engine.
  for (const [id, title] of [['c1', 'Bài trước'], ['c2', 'Bài sau']]) {
    assert.equal((await event(driver, id, 1)).title, title);
    await works(id, title);
  }
  await later();
  await heals();
});

test('a panic in an event handler', async () => {
  await open('chép 13/BÙM', card('c1', 'Bài trước') + card('bad', 'Bài xấu', '13/BÙM') + card('c2', 'Bài sau'));
  for (const id of ['c1', 'bad', 'c2']) assert.equal((await event(driver, id)).name, 'load');
  await (await run(`return bad.shadowRoot.querySelector('[part=copy]')`)).click();
  await failed(1);
  for (const [id, title] of [['c1', 'Bài trước'], ['c2', 'Bài sau']]) {
    assert.equal((await event(driver, id, 1)).title, title);
    await works(id, title);
  }
  await later();
  await heals();
});

test('until it is made anew, a card whose engine was given up looks as before', async () => {
  await open('chép 13/BÙM', card('c1', 'Bài trước') + card('bad', 'Bài xấu', '13/BÙM'));
  for (const id of ['c1', 'bad']) await event(driver, id);
  await run(`window.looks = [];
    const look = () => looks.push(c1.shadowRoot.querySelector('[part=card]')?.innerText ?? '(nothing)');
    look();
    const { body } = document;
    addEventListener('error', () => setTimeout(look));
    document.addEventListener('tom-tat:load', look)`);
  await (await run(`return bad.shadowRoot.querySelector('[part=copy]')`)).click();
  await event(driver, 'c1', 1);
  const looks = await run('return looks');
  assert.ok(looks.length > 2, `seen only ${looks.length} times`);
  assert.deepEqual(new Set(looks), new Set(looks.slice(0, 1)));
});

test('a panic of somebody else’s module leaves the cards alone', async () => {
  await open(undefined, card('c1', 'Bài trước'));
  await event(driver, 'c1');
  await run(`window.node = c1.shadowRoot.querySelector('[part=card]');
    setTimeout(() => { throw new WebAssembly.RuntimeError('theirs'); })`);
  await driver.sleep(300);
  assert.ok(await run(`return node === c1.shadowRoot.querySelector('[part=card]')`), 'the card was made anew');
  await works('c1', 'Bài trước');
});
