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

// Words that blow up while a card is made, and the card that has them.
const MAKING = {
  reading: ['BÙM', card('bad', 'Bài BÙM')],
  rendering: ['13/BÙM', card('bad', 'Bài xấu', '13/BÙM')],
};

for (const [when, [bomb, bad]] of Object.entries(MAKING)) {
  test(`a panic while ${when}`, async () => {
    await open(bomb, card('c1', 'Bài trước') + bad + card('c2', 'Bài sau'));
    await failed();
    for (const [id, title] of [['c1', 'Bài trước'], ['c2', 'Bài sau']]) {
      assert.equal((await event(driver, id)).title, title);
      await works(id, title);
    }
    await later();
    await heals();
  });
}

// Words that blow up once all cards are there, the number of the card's document, and what brings
// them up. Cards at rest are then made anew on another engine.
const LATER = {
  'while updating': ['Key figures', '43/CT-TTg', () => run(`bad.lang = 'en'`)],
  'in an event handler': ['chép 13/BÙM', '13/BÙM', async () =>
    (await run(`return bad.shadowRoot.querySelector('[part=copy]')`)).click()],
};

for (const [when, [bomb, number, act]] of Object.entries(LATER)) {
  test(`a panic ${when}`, async () => {
    await open(bomb, card('c1', 'Bài trước') + card('bad', 'Bài xấu', number) + card('c2', 'Bài sau'));
    for (const id of ['c1', 'bad', 'c2']) assert.equal((await event(driver, id)).name, 'load');
    await act();
    await failed(1);
    for (const [id, title] of [['c1', 'Bài trước'], ['c2', 'Bài sau']]) {
      assert.equal((await event(driver, id, 1)).title, title);
      await works(id, title);
    }
    await later();
    await heals();
  });
}

test('until it is made anew, a card whose engine was given up looks as before', async () => {
  await open('chép 13/BÙM', card('c1', 'Bài trước') + card('bad', 'Bài xấu', '13/BÙM'));
  for (const id of ['c1', 'bad']) await event(driver, id);
  await run(`window.looks = [];
    const look = () => looks.push(c1.shadowRoot.querySelector('[part~=card]')?.innerText ?? '(nothing)');
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

test('a panic of Yew’s own, which nothing of the page throws', async () => {
  // Yew takes for granted that a node can be put in its place: it panics where that fails.
  const head = `<script>
    const { insertBefore } = Node.prototype;
    Node.prototype.insertBefore = function (node, next) {
      if (node.textContent?.includes('13/BÙM') && window.armed) throw new Error('not here');
      return insertBefore.call(this, node, next);
    };
    window.armed = true;
    window.traps = [];
    addEventListener('error', ({ error }) => traps.push(String(error)));
  </script>`;
  const cards = card('c1', 'Bài trước') + card('bad', 'Bài xấu', '13/BÙM') + card('c2', 'Bài sau');
  site.route('/page', recording(cards, { head }));
  await driver.get(`${site.origin}/page`);
  await failed();
  assert.match((await run('return traps')).join(), /RuntimeError/);
  assert.equal((await event(driver, 'c1')).title, 'Bài trước');
  assert.equal((await event(driver, 'c2')).title, 'Bài sau');
  await works('c1', 'Bài trước');
  await run('window.armed = false');
  await later();
  await heals();
});

test('a change while a card waits for its turn is what shows in the end', async () => {
  site.route('/two.json', JSON.stringify(article('Bài hai')));
  await open('BÙM', card('bad', 'Bài BÙM') + card('moved', 'Bài một'));
  await run(`moved.refresh(); moved.article = undefined; moved.textContent = ''; moved.setAttribute('src', 'two.json')`);
  await failed();
  const shown = () => run(`return moved.summary?.title === 'Bài hai'`);
  await driver.wait(shown, 10_000, 'the change was lost');
  assert.match(await words(driver, 'moved'), /Bài hai/);
  const empty = await run(`return seen.filter(({ name, title }) => name == 'load' && !title).length`);
  assert.equal(empty, 0, 'a card was said to be there without a summary');
});

test('an article that never arrives holds up no other card', async () => {
  site.route('/never.json', () => new Promise(() => {}));
  const slow = '<tom-tat id="slow" src="never.json"></tom-tat>';
  await open('Key figures', card('c1', 'Bài trước') + card('bad', 'Bài xấu') + slow);
  for (const id of ['c1', 'bad']) await event(driver, id);
  await run(`bad.lang = 'en'`);
  const crashed = () => run(`return seen.some(({ id, code }) => id == 'bad' && code == 'crash')`);
  await driver.wait(crashed, 15_000, 'nothing was said');
  const anew = () => run(`return seen.filter(({ id }) => id == 'c1').length > 1`);
  await driver.wait(anew, 15_000, 'not made anew');
  await works('c1', 'Bài trước');
});

for (const [kind, depth] of [['shallow', 2], ['deep', 30]]) {
  test(`a ${kind} panic of somebody else’s module leaves the cards alone`, async () => {
    await open(undefined, card('c1', 'Bài trước'));
    await event(driver, 'c1');
    await run(`window.node = c1.shadowRoot.querySelector('[part~=card]');
      const trap = (depth) => {
        if (depth) return trap(depth - 1) + 1;
        throw new WebAssembly.RuntimeError('theirs');
      };
      setTimeout(() => trap(${depth}))`);
    await driver.sleep(300);
    const same = `return node === c1.shadowRoot.querySelector('[part~=card]')`;
    assert.ok(await run(same), 'the card was made anew');
    await works('c1', 'Bài trước');
  });
}

test('a card that had failed is not tried again because another one panics', async () => {
  const broken = '<tom-tat id="c1"><script type="application/json">{</script></tom-tat>';
  await open('Key figures', broken + card('bad', 'Bài xấu'));
  assert.equal((await event(driver, 'c1')).code, 'malformed-json');
  await event(driver, 'bad');
  await run(`bad.lang = 'en'`);
  await failed(1);
  await driver.sleep(300);
  assert.equal(await run(`return seen.filter(({ id }) => id == 'c1').length`), 1);
});
