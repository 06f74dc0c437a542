// The card in any width, with nothing or very much to show, and with words that mean harm.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, event, recording } from './card.mjs';
import { stage } from './harness.mjs';

const { site, driver } = await stage();

const run = (script, ...args) => driver.executeScript(script, ...args);

const WIDTHS = [240, 320, 480, 700, 960, 1200];

/** Shows an article in a column of each width in turn, with everything open. */
const show = async (value) => {
  site.route('/article.json', JSON.stringify(value));
  const body = `<div id="column"><tom-tat id="card" src="article.json" limit="3"
    lookup="/?q={number}"></tom-tat></div>`;
  site.route('/page', recording(body, { head: '<style>body { margin: 0 }</style>' }));
  await driver.get(`${site.origin}/page`);
  const { name, message } = await event(driver);
  assert.equal(name, 'load', message);
};

/** What sticks out of the card, in a column of this width. */
const sticksOut = (width) =>
  run(
    `column.style.width = arguments[0] + 'px';
     for (const details of card.shadowRoot.querySelectorAll('details')) details.open = true;
     const edge = card.getBoundingClientRect().right + 0.5;
     const box = card.shadowRoot.querySelector('[part=root]');
     const scrolls = box.scrollWidth > box.clientWidth ? ['the card scrolls'] : [];
     return [...card.shadowRoot.querySelectorAll('[part~=card] :not([part~=card])')]
       .filter((element) => element.getBoundingClientRect().right > edge)
       .map((element) => element.getAttribute('part') ?? element.localName).concat(scrolls)`,
    width,
  );

const list = (length, make) => Array.from({ length }, (_, index) => make(index));
const NAME = 'Công Tằng Tôn Nữ Huyền Tôn Nữ Thị Thanh Nguyên Phương Thảo';
const POST =
  'Ủy viên Ban Thường vụ Tỉnh ủy, Phó Chủ tịch Thường trực Hội đồng nhân dân tỉnh, Trưởng Đoàn đại biểu Quốc hội';
const official = (name = NAME) => ({ name, positions: [POST, POST], roles: ['chủ trì', 'phát biểu', 'ký'] });
const directive = (index) => ({
  type: 'Nghị quyết liên tịch', number: `${index}/2021/NQLT-CP-UBTVQH-ĐCTUBTWMTTQVN`,
  date: '2021-11-26', issuer: 'Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam', subject: POST,
});
const figure = (index) => ({
  quote: `hơn ${index}.345.678,9 nghìn tỷ đồng`, value: index, unit: 'đồng', label: POST,
});

const CARDS = {
  'an ordinary article': article('Bài thường', { url: '/bai', source: 'Báo tỉnh' }),
  'a day alone': article('Bài chỉ có ngày', {
    summary: { event: { date: '2022-04-29' }, officials: [], directives: [], figures: [] },
  }),
  'no figures': article('Bài không có số', {
    summary: { officials: list(2, () => official()), directives: list(2, directive), figures: [] },
  }),
  'figures only': article('Bài chỉ có số', {
    summary: { event: null, officials: [], directives: [], figures: list(5, figure) },
  }),
  '40 entries a section': article('Bài rất nhiều', {
    summary: {
      officials: list(40, () => official()), directives: list(40, directive), figures: list(40, figure),
    },
  }),
  'words without a space': article('x'.repeat(400), {
    source: 'y'.repeat(200),
    summary: {
      officials: [official('Ủy-ban-'.repeat(40))],
      directives: [{ type: 'z'.repeat(90), number: '9/'.repeat(90), issuer: 'w'.repeat(90) }],
      figures: [{ quote: '9'.repeat(90), value: 9, label: 'v'.repeat(90) }],
    },
  }),
};

for (const [name, value] of Object.entries(CARDS)) {
  test(`room: ${name}, ${WIDTHS[0]} to ${WIDTHS.at(-1)} pixels`, async () => {
    await show(value);
    for (const width of WIDTHS) assert.deepEqual(await sticksOut(width), [], `at ${width}px`);
  });
}

test('room: sections without entries do not show', async () => {
  await show(CARDS['a day alone']);
  assert.equal(await run(`return card.shadowRoot.querySelectorAll('section, dl, ul').length`), 0);
  await show(CARDS['no figures']);
  const titles = await run(
    `return [...card.shadowRoot.querySelectorAll('[part~=section-title]')].map((t) => t.textContent)`);
  assert.deepEqual(titles.map((text) => text.replace(/\s*\d+$/, '')), ['Lãnh đạo', 'Văn bản được dẫn']);
});

test('room: an article without a fact keeps its fallback and takes no room', async () => {
  const nothing = { summary: { event: null, officials: [], directives: [], figures: [] } };
  site.route('/article.json', JSON.stringify(article('Bài không có gì', nothing)));
  const body = `<tom-tat id="card" src="article.json" debug><i id="fallback">Đọc bài</i></tom-tat>`;
  const head = '<style>tom-tat { display: block; min-height: 30em }</style>';
  site.route('/page', recording(body, { head }));
  await driver.get(`${site.origin}/page`);
  assert.equal((await event(driver)).name, 'empty');
  const [height, title, note, fallback] = await run(
    `return [card.offsetHeight, card.summary.title,
       card.shadowRoot.querySelector('[part=error]').textContent, fallback.offsetHeight]`);
  assert.ok(height < 200, `${height} px high`);
  assert.ok(fallback > 0, 'the fallback shows');
  assert.equal(title, 'Bài không có gì');
  assert.match(note, /Bài không có dữ kiện/);
});

test('room: of 40 entries three show, and those of all sections are folded away together', async () => {
  await show(CARDS['40 entries a section']);
  const labels = await run(
    `return [...card.shadowRoot.querySelectorAll('[part=more-toggle]')].map((t) => t.textContent)`);
  assert.deepEqual(labels, ['Xem thêm 111']);
});

test('room: the layout goes by the card’s own width', async () => {
  await show(CARDS['an ordinary article']);
  const columns = (width) =>
    run(`column.style.width = arguments[0] + 'px';
      return getComputedStyle(card.shadowRoot.querySelector('[part~=body]')).gridTemplateColumns
        .split(' ').length`, width);
  assert.deepEqual([await columns(400), await columns(900)], [1, 2]);
});

test('room: at a glance a person and a document take two lines', async () => {
  await show(article('Bài', { summary: {
    officials: [official('Nguyễn Thị Phương')],
    directives: [{ ...directive(1), number: '1719/QĐ-TTg' }],
  } }));
  const lines = await run(
    `column.style.width = '390px';
     return ['official-line', 'document'].map((part) => {
       const element = card.shadowRoot.querySelector('[part=' + part + ']');
       return element.getBoundingClientRect().height / parseFloat(getComputedStyle(element).lineHeight);
     })`);
  for (const count of lines) assert.ok(Math.abs(count - 2) < 0.2, `${count} lines`);
});

// Fields of an editor, so that every word goes straight to the card.
const HARM = {
  'HTML and scripts': '<img src=x onerror="window.harm=1"><script>window.harm=1</script>&lt;b&gt;',
  'a bidirectional override': 'abc\u202Efed\u202Dxyz\u2066',
  '10,000 characters': 'Xã Tân Hội '.repeat(910),
};

for (const [name, words] of Object.entries(HARM)) {
  test(`harm: ${name}`, async () => {
    const shown = words.trim();
    await show(article(words, {
      source: words,
      summary: {
        officials: [{ name: words, positions: [words] }],
        directives: [{ type: words, number: words, name: words, issuer: words, subject: words }],
        figures: [{ quote: `7 ${words}`, value: 7, unit: words, label: words }],
      },
    }));
    const { texts, after } = await run(
      `const parts = ['title', 'source', 'name', 'positions', 'document-type', 'document-number',
         'issuer', 'subject', 'figure-label', 'unit'];
       return {
         texts: parts.map((part) =>
           [part, card.shadowRoot.querySelector('[part~="' + part + '"]').textContent]),
         after: card.shadowRoot.querySelector('[part=provenance]').textContent,
       }`);
    for (const [part, text] of texts) assert.equal(text, shown, part);
    assert.equal(after, 'Trích tự động, có biên tập');
    assert.equal(await run('return window.harm'), null);
    assert.equal(await run(`return card.shadowRoot.querySelectorAll('img, script').length`), 0);
    assert.deepEqual(await sticksOut(320), []);
  });
}

test('harm: an override ends with its word', async () => {
  await show(article('Bài', { summary: { officials: [{ name: 'abc\u202Edef', roles: ['ký'] }] } }));
  const [name, role] = await run(
    `return ['name', 'role'].map((part) =>
       card.shadowRoot.querySelector('[part~=' + part + ']').getBoundingClientRect().toJSON())`);
  assert.ok(role.left >= name.right, 'what follows the name was turned around, too');
});
