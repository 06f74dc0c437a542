// Numbers, names and numbers of documents in any width and size: what belongs together stays together.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { viewport } from '../e2e/engines.mjs';
import { browser, page, serve } from '../e2e/harness.mjs';

const WIDTHS = [200, 240, 320, 390, 560, 720, 1000, 1280, 1600];
const SIZES = [12, 14, 16, 20, 24];

const figure = (quote, unit) => ({ quote, value: 1, unit, label: 'tổng vốn đầu tư của các dự án trong năm' });
const ARTICLE = {
  title: 'Đoàn công tác làm việc với Ban Thường vụ',
  source: 'Báo tỉnh',
  published: '2022-04-30',
  url: '/bai',
  summary: {
    event: { date: '2022-04-26', end: '2022-04-29' },
    officials: [
      { name: 'Nguyễn Thị Phương', positions: ['Phó Chủ tịch Ủy ban nhân dân tỉnh'], roles: ['chủ trì'] },
      { name: 'Lê Văn An', positions: ['Giám đốc Sở Nông nghiệp và Phát triển nông thôn'] },
    ],
    directives: [{ type: 'Quyết định', number: '1719/QĐ-TTg', subject: 'phát triển kinh tế' }],
    figures: [
      figure('123.456.789.012.345 đồng', 'đồng'),
      figure('gần 21.245,7 nghìn tỷ đồng', 'đồng'),
      figure('98,5%', '%'),
    ],
  },
};

let site;
let driver;

before(async () => {
  site = await serve({ '/article.json': JSON.stringify(ARTICLE) });
  driver = await browser({ args: ['--hide-scrollbars'] });
});

after(async () => {
  await driver?.quit();
  await site?.close();
});

const run = (script, ...args) => driver.executeScript(script, ...args);

/** Shows the card, everything of it, in a page of this size of type. */
const show = async (density, { scale = 1 } = {}) => {
  const head = '<style>body { margin: 0; font: 16px/1.5 sans-serif }</style>';
  const card = `<tom-tat id="card" src="article.json" density="${density}" loading="eager"></tom-tat>`;
  site.route('/page', page(`<div id="column">${card}</div>`, { head }));
  await viewport(driver, 1600, 900, scale);
  await driver.get(`${site.origin}/page`);
  await driver.wait(() => run('return !!card.summary'), 10_000, 'no card');
};

/** In a column of each width, with each size of type: whatever of these parts stands on two lines. */
const broken = (parts, widths = WIDTHS) =>
  run(
    `const [parts, widths, sizes] = arguments;
     const found = [];
     let seen = 0;
     for (const width of widths) for (const size of sizes) {
       column.style.width = width + 'px';
       column.style.fontSize = size + 'px';
       for (const part of parts)
         for (const element of card.shadowRoot.querySelectorAll('[part~="' + part + '"]')) {
           const range = document.createRange();
           range.selectNodeContents(element);
           const boxes = [...range.getClientRects()].filter((box) => box.width);
           if (!boxes.length) continue;
           seen++;
           // Of one line are boxes that overlap in height.
           const top = Math.max(...boxes.map((box) => box.top));
           const bottom = Math.min(...boxes.map((box) => box.bottom));
           const edge = card.getBoundingClientRect();
           const out = boxes.some((box) => box.right > edge.right + 0.5 || box.left < edge.left - 0.5);
           if (top >= bottom || out)
             found.push([part, element.textContent, width, size, out ? 'sticks out' : 'breaks'].join(' '));
         }
     }
     return { found, seen };`,
    parts, widths, SIZES,
  );

test('type: the measure sees what stands on two lines', async () => {
  await show('full');
  assert.ok((await broken(['figure-label'])).found.some((words) => words.endsWith('breaks')));
});

for (const density of ['short', 'full']) {
  test(`type: a number never breaks, ${density}`, async () => {
    await show(density);
    const { found, seen } = await broken(['number']);
    assert.deepEqual(found, []);
    assert.equal(seen, 3 * WIDTHS.length * SIZES.length);
  });
}

test('type: a number never breaks at 200 %', async () => {
  await show('short', { scale: 2 });
  const { found, seen } = await broken(['number'], [200, 320, 640]);
  assert.deepEqual(found, []);
  assert.equal(seen, 3 * 3 * SIZES.length);
});

// A name of 17 letters at 24 px is wider than a column of 200.
test('type: names and numbers of documents stay together where they fit', async () => {
  await show('full');
  const { found, seen } = await broken(['name', 'document-number', 'role'], WIDTHS.slice(3));
  assert.deepEqual(found, []);
  assert.ok(seen > 100, `only ${seen}`);
});

test('type: nothing is smaller than 12 px', async () => {
  for (const density of ['line', 'short', 'full']) {
    await show(density);
    const [count, small] = await run(
      `const found = [];
       let count = 0;
       for (const size of arguments[0]) {
         column.style.fontSize = size + 'px';
         for (const element of card.shadowRoot.querySelectorAll('[part~=card] *')) {
           if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
           count++;
           const { fontSize } = getComputedStyle(element);
           if (parseFloat(fontSize) < 12) found.push(element.getAttribute('part') + ' ' + fontSize + ' in ' + size);
         }
       }
       return [count, found]`, SIZES);
    assert.deepEqual(small, [], density);
    assert.ok(count >= 10, `only ${count} in ${density}`);
  }
});

test('type: a card has four sizes', async () => {
  await show('full');
  const sizes = await run(
    `return [...new Set([...card.shadowRoot.querySelectorAll('[part~=card], [part~=card] *')]
      .filter((element) => element.getClientRects().length && !element.matches('[part~=long]'))
      .map((element) => getComputedStyle(element).fontSize))]`);
  assert.equal(sizes.length, 4, `${sizes}`);
});

const PLACES = {
  'a row of flex items': `<div style="display:flex;width:600px"><div style="flex:1 1 260px">Tin</div>
    <tom-tat id="card" src="article.json" loading="eager"></tom-tat></div>`,
  'a narrow row': `<div style="display:flex;width:300px"><tom-tat id="card" src="article.json"
    loading="eager"></tom-tat><p style="width:80px;flex:none">Tin</p></div>`,
  'a cell of a table': `<table style="width:500px;table-layout:auto"><tr><td>${'Tin trong tỉnh '.repeat(30)}</td>
    <td><tom-tat id="card" src="article.json" loading="eager"></tom-tat></td></tr></table>`,
  'a grid': `<div style="display:grid;grid-template-columns:auto 120px;width:320px">
    <tom-tat id="card" src="article.json" loading="eager"></tom-tat><p>Tin</p></div>`,
  'a float': `<div style="width:700px"><div style="float:right"><tom-tat id="card" src="article.json"
    loading="eager"></tom-tat></div>${'Tin trong tỉnh '.repeat(60)}</div>`,
};

for (const [name, html] of Object.entries(PLACES)) {
  test(`type: the card shrinks with its place: ${name}`, async () => {
    site.route('/page', page(`<div id="place">${html}</div>`));
    await viewport(driver, 1000, 900);
    await driver.get(`${site.origin}/page`);
    await driver.wait(() => run('return !!card.summary'), 10_000, 'no card');
    const [width, over] = await run(
      `const place = document.querySelector('#place > *');
       return [card.offsetWidth, place.scrollWidth - place.clientWidth]`);
    assert.ok(over <= 1, `it makes the place ${over} px wider`);
    assert.ok(width >= 150 && width <= 480, `it is ${width} px wide`);
  });
}

test('type: in a column of no width the card still can be read', async () => {
  site.route('/page', page(`<div style="width:0">
    <tom-tat id="card" src="article.json" loading="eager"></tom-tat></div>`));
  await driver.get(`${site.origin}/page`);
  await driver.wait(() => run('return !!card.summary'), 10_000, 'no card');
  const [width, height] = await run('return [card.offsetWidth, card.offsetHeight]');
  assert.ok(width >= 150 && height < 1200, `${width}×${height}`);
});
