// For readers who hear the card, use no mouse, or do not want things to move.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { article, event, recording } from './card.mjs';
import { browser, chromiumOnly, complaints, serve } from './harness.mjs';

let site;
let driver;

before(async () => {
  const one = article('Bài một', { url: '/bai' });
  // Without an editor's facts the card shows the sentences behind them.
  const body = `${one.body} Hội nghị quán triệt Chỉ thị số 43/CT-TTg ngày 26/11/2021.`;
  site = await serve({
    '/one.json': JSON.stringify(one),
    '/plain.json': JSON.stringify({ ...one, body, summary: undefined }),
  });
  driver = await browser();
});

after(async () => {
  await driver?.quit();
  await site?.close();
});

const run = (script, ...args) => driver.executeScript(script, ...args);

// Everything that the region says, from its first moment on.
const LISTEN = `<script>
  window.said = [];
  addEventListener('DOMContentLoaded', () => customElements.whenDefined('tom-tat').then(() => {
    const region = card.shadowRoot.querySelector('[role=status]');
    window.region = region;
    new MutationObserver(() => said.push(region.textContent))
      .observe(region, { childList: true, characterData: true, subtree: true });
  }));
</script>`;

const open = async (attributes = 'src="one.json"', head = '', name = 'load') => {
  const body = `<tom-tat id="card" loading="eager" ${attributes}></tom-tat>`;
  site.route('/page', recording(body, { head: LISTEN + head }));
  await driver.get(`${site.origin}/page`);
  const seen = await event(driver);
  assert.equal(seen.name, name, seen.message);
  return seen;
};

const said = () => run('return said');

test('the card is announced once, and in place', async () => {
  await open();
  const words = ['Đã tóm tắt bài viết: 3 con số, 2 lãnh đạo, 1 văn bản'];
  assert.deepEqual(await said(), words);
  assert.ok(await run('return region.isConnected && region === card.shadowRoot.firstChild'));
  await run(`card.setAttribute('limit', '1')`);
  await event(driver, 'card', 1);
  assert.deepEqual(await said(), words, 'a change of looks was announced');
});

test('the announcement counts right in English', async () => {
  await open('src="one.json" lang="en" show="officials directives"');
  assert.deepEqual(await said(), ['Article summarised: 2 officials, 1 document']);
});

test('a failure is announced', async () => {
  assert.equal((await open('src="gone.json"', '', 'error')).code, 'http-status');
  assert.deepEqual(await said(), ['Không có tóm tắt']);
});

test('the region is not seen', async () => {
  await open();
  const [width, height] = await run(
    'const box = region.getBoundingClientRect(); return [box.width, box.height]');
  assert.ok(width <= 1 && height <= 1, `${width}×${height}`);
});

const button = () => run(`return card.shadowRoot.querySelector('[part=copy]')`);


/** What the keyboard pastes into a field. */
const pasted = async () => {
  await run(`const field = document.createElement('textarea');
    field.id = 'field'; field.style.userSelect = 'text'; document.body.prepend(field); field.focus()`);
  await driver.actions().keyDown(Key.CONTROL).sendKeys('v').keyUp(Key.CONTROL).perform();
  return run('return field.value');
};

// What pages do against being copied from, or to have their name in what is copied.
const PAGES = {
  'a plain page': '',
  'a page that lets nothing be selected': '<style>* { user-select: none; -webkit-user-select: none }</style>',
  'a page that hides preformatted text': '<style>pre { display: none !important }</style>',
  'a page that prevents copying': `<script>
    for (const target of [window, document])
      target.addEventListener('copy', (event) => event.preventDefault());
  </script>`,
  'a page that adds to what is copied': `<script>
    document.addEventListener('copy', (event) => {
      event.clipboardData.setData('text/plain', getSelection() + ' – Nguồn: trang này');
      event.preventDefault();
    });
  </script>`,
};

for (const [name, head] of Object.entries(PAGES)) {
  test(`the button copies the number and says so: ${name}`, async () => {
    // Each page its own number, for the clipboard still holds the one before.
    const number = `${Object.keys(PAGES).indexOf(name) + 50}/CT-TTg`;
    const summary = { directives: [{ type: 'Chỉ thị', number }] };
    site.route('/number.json', JSON.stringify(article('Một văn bản', { summary })));
    await open('src="number.json"', head);
    await (await button()).click();
    assert.equal((await said()).at(-1), `Đã chép ${number}`);
    assert.ok(await run(`return card.shadowRoot.querySelector('[data-copied]') !== null`));
    assert.equal(await run(`return document.querySelectorAll('body > pre').length`), 0);
    assert.equal(await pasted(), number);
  });
}

test('copying leaves the reader’s selection as it was', async () => {
  await open();
  await run(`const p = document.createElement('p'); p.textContent = 'Chữ đã chọn';
    document.body.append(p); getSelection().selectAllChildren(p);
    card.shadowRoot.querySelector('[part=copy]').click()`);
  assert.equal(await run('return String(getSelection())'), 'Chữ đã chọn');
});

test('a page without a selection is left without the helper’s element', async () => {
  await open('src="one.json"', '<script>window.getSelection = () => null</script>');
  await (await button()).click();
  assert.equal(await run(`return document.querySelectorAll('body > pre').length`), 0);
});

test('only the number that was copied last has the tick', async () => {
  const two = article('Hai văn bản');
  two.summary = { ...two.summary, directives: [
    { type: 'Chỉ thị', number: '43/CT-TTg' }, { type: 'Chỉ thị', number: '44/CT-TTg' }] };
  site.route('/two.json', JSON.stringify(two));
  await open('src="two.json"');
  for (const number of ['43/CT-TTg', '44/CT-TTg']) {
    await (await run(`return card.shadowRoot.querySelector('[data-copy="' + arguments[0] + '"]')`, number)).click();
    const ticked = `return [...card.shadowRoot.querySelectorAll('[data-copied]')].map(({ dataset }) => dataset.copy)`;
    await driver.wait(async () => (await run(ticked)).includes(number), 5_000, 'no tick');
    assert.deepEqual(await run(ticked), [number]);
  }
});

test('the tick goes with its card: neither the next article nor the next card has it', async () => {
  const ticks = () => run(`return card.shadowRoot.querySelectorAll('[data-copied]').length`);
  await open('src="two.json"');
  await (await button()).click();
  await driver.wait(async () => (await ticks()) === 1, 5_000, 'no tick');
  await run('card.refresh()');
  await event(driver, 'card', 1);
  assert.equal(await ticks(), 0, 'the next article');
  await (await button()).click();
  await driver.wait(async () => (await ticks()) === 1, 5_000, 'no tick');
  // In one go, so that nothing is rendered in between.
  await run(`const next = card.cloneNode(); card.replaceWith(next); next.refresh()`);
  await event(driver, 'card', 2);
  assert.equal(await ticks(), 0, 'the next card');
});

test('what a host puts into a slot is no button of the card', async () => {
  await open();
  await run(`card.innerHTML = '<p slot="header" data-copy="x"><b id="own">Của trang</b></p>'`);
  const before = await said();
  await run('return own').then((own) => own.click());
  assert.deepEqual(await said(), before);
  assert.equal(await run(`return document.querySelector('[data-copied]')`), null);
});

test('a clipboard that refuses is not said to have been written', async () => {
  await open('src="one.json"', `<script>
    document.execCommand = () => false;
    Object.defineProperty(navigator, 'clipboard',
      { value: { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) } });
  </script>`);
  await complaints(driver);
  await (await button()).click();
  await driver.wait(async () => /chép/.test((await said()).at(-1)), 5_000, 'nothing was said');
  assert.match((await said()).at(-1), /^Không chép được\. Hãy chọn/);
  assert.equal(await run(`return card.shadowRoot.querySelector('[data-copied]')`), null);
  assert.deepEqual(await complaints(driver), []);
});

test('where the old way of copying is gone, the clipboard is used', async () => {
  await open('src="one.json"', `<script>
    document.execCommand = undefined;
    window.copied = [];
    Object.defineProperty(navigator, 'clipboard',
      { value: { writeText: (text) => Promise.resolve(copied.push(text)) } });
  </script>`);
  await (await button()).click();
  assert.deepEqual(await run('return copied'), ['43/CT-TTg']);
  assert.equal((await said()).at(-1), 'Đã chép 43/CT-TTg');
});

test('where nothing can be copied, the reader is told what to do', async () => {
  await open('src="one.json"', `<script>
    document.execCommand = () => false;
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  </script>`);
  await (await button()).click();
  assert.match((await said()).at(-1), /^Không chép được\. Hãy chọn/);
  assert.equal(await run(`return card.shadowRoot.querySelector('[data-copied]')`), null);
});

test('the button is named by what it copies', async () => {
  await open();
  assert.equal(await (await button()).getAccessibleName(), 'Chép số hiệu 43/CT-TTg');
});

test('what can be pressed says once what it is', chromiumOnly('show its accessibility tree'), async () => {
  await open('src="plain.json"');
  const { nodes } = await driver.sendAndGetDevToolsCommand('Accessibility.getFullAXTree', {});
  const pressed = nodes.filter(({ role, name }) => /^(button|DisclosureTriangle)/.test(role?.value) && name?.value);
  assert.ok(pressed.length > 2, `only ${pressed.length}`);
  for (const { name, description } of pressed)
    assert.ok(!description?.value, `“${name.value}” is described as “${description?.value}”`);
});

test('what can be pressed is at least 24 pixels high and wide', async () => {
  await open('src="plain.json" lookup="https://example.com/{number}" limit="1"');
  const [count, small] = await run(`
    for (const details of card.shadowRoot.querySelectorAll('details')) details.open = true;
    const all = [...card.shadowRoot.querySelectorAll('a, button, summary')];
    return [all.length, all.map((element) => [element.getAttribute('part'), element.getBoundingClientRect()])
      .filter(([part, { width, height }]) => width < 24 || height < 24)
      .map(([part, { width, height }]) => part + ' ' + width + '×' + height)]`);
  assert.ok(count > 4, `only ${count} were measured`);
  assert.deepEqual(small, []);
});

test('the Tab key goes through the card in the order of reading, with a ring to see', async () => {
  await open('src="one.json" lookup="https://example.com/{number}" limit="1"');
  const expected = await run(
    `return [...card.shadowRoot.querySelectorAll('a, button, summary')]
      .filter((element) => element.checkVisibility?.() ?? element.getClientRects().length)
      .map((element) => element.getAttribute('part'))`);
  await run(`const start = document.createElement('button'); document.body.prepend(start); start.focus()`);
  const reached = [];
  for (let step = 0; step < expected.length; step++) {
    await driver.actions().sendKeys(Key.TAB).perform();
    const [part, ring] = await run(`const { activeElement } = card.shadowRoot;
      return activeElement ? [activeElement.getAttribute('part'),
        getComputedStyle(activeElement).outlineStyle + getComputedStyle(activeElement).outlineWidth] : []`);
    reached.push(part);
    assert.equal(ring, 'solid2px', `no ring around ${part}`);
  }
  assert.ok(expected.length > 4, `only ${expected}`);
  assert.deepEqual(reached, expected);
});

for (const [wish, behavior] of [['reduce', 'auto'], ['no-preference', 'smooth']]) {
  test(`prefers-reduced-motion: ${wish} scrolls ${behavior}`, async () => {
    const text = 'Sáng 29/4/2022, Ủy ban nhân dân tỉnh tổ chức hội nghị tổng kết công tác dân vận.';
    site.route('/page', recording(
      `<tom-tat id="card" for="x"></tom-tat><div id="x"><h2>Hội nghị</h2><p>${text}</p></div>`,
      { head: `<script>
          window.matchMedia = (query) => ({ matches: '${wish}' === 'reduce' && query.includes('reduce') });
          Element.prototype.scrollIntoView = (options) => (window.scrolled = options.behavior ?? 'auto');
        </script>` },
    ));
    await driver.get(`${site.origin}/page`);
    await event(driver);
    await run(`const details = card.shadowRoot.querySelector('[part~=when] [part=evidence]');
      details.open = true; details.querySelector('[part=quote-link]').click()`);
    assert.equal(await run('return scrolled'), behavior);
  });
}

test('the heading attribute sets the levels', async () => {
  await open('src="one.json" heading="2"');
  const levels = await run(`return [...card.shadowRoot.querySelectorAll('h1,h2,h3,h4,h5,h6')]
    .map((heading) => heading.localName + ' ' + heading.part[0])`);
  assert.deepEqual(levels, ['h2 title', ...Array(3).fill('h3 section-title')]);
});
