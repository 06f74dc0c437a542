// Every fact leads back to its sentence: on the card, in the page, and at the article's address.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { event, json, recording } from './card.mjs';
import { stage } from './harness.mjs';

const { site, driver } = await stage();

const open = async (body, options) => {
  site.route('/page', recording(body, options));
  await driver.get(`${site.origin}/page`);
  const seen = await event(driver);
  assert.equal(seen.name, 'load', seen.message);
};

const run = (script, ...args) => driver.executeScript(script, ...args);

const SENTENCE =
  'Sáng 29/4/2022, Ủy ban nhân dân tỉnh tổ chức hội nghị tổng kết công tác dân vận của năm.';
const NEXT = 'Các đại biểu thảo luận về những việc phải làm trong năm sau ở từng địa phương.';

const click = (part) =>
  run(
    `const details = card.shadowRoot.querySelector('[part~=when] [part=evidence]');
     details.open = true;
     details.querySelector('[part=' + arguments[0] + ']').click()`,
    part,
  );

/** What is marked in the page, by the Highlight API or by the selection. */
const marked = () =>
  run(`const highlight = globalThis.CSS?.highlights?.get('tom-tat');
       return highlight ? [...highlight].map(String).join('|') : String(getSelection())`);

const IN_PAGE = {
  'plain text': `<p>${SENTENCE} ${NEXT}</p>`,
  'a sentence split over elements': `<p>Sá<b>ng <i>29</i>/</b><a href="#x">4/2022</a>, ${SENTENCE.slice(16)} ${NEXT}</p>`,
  'decomposed letters': `<p>${SENTENCE.normalize('NFD')} ${NEXT.normalize('NFD')}</p>`,
  'no-break spaces and line breaks': `<p>${SENTENCE.replaceAll(' ', '&nbsp;\n ')}</p>`,
};

for (const [name, html] of Object.entries(IN_PAGE)) {
  test(`in the page: ${name}`, async () => {
    await open(`<tom-tat id="card" for="x"></tom-tat><div style="height:3000px"></div>
      <div id="x"><h2>Tổng kết dân vận</h2>${html}</div>`);
    const before = await driver.getCurrentUrl();
    await click('quote-link');
    const text = (await marked()).normalize('NFC').replaceAll(/\s+/g, ' ');
    assert.equal(text, 'Sáng 29/4/2022');
    assert.equal(await driver.getCurrentUrl(), before, 'the page was left');
    await driver.wait(
      () => run(`const { top, bottom } = document.querySelector('#x p').getBoundingClientRect();
                 return top >= 0 && bottom <= innerHeight`),
      5_000,
      'the place was not scrolled to',
    );
  });
}

test('in the page: of equal words those of the fact are marked', async () => {
  await open(`<tom-tat id="card" for="x"></tom-tat>
    <div id="x"><h2>Hội nghị</h2><p id="a">Ảnh chụp 29/4/2022 tại trụ sở.</p>
    <p id="b">${SENTENCE} ${NEXT}</p></div>`);
  await click('quote-link');
  const inside = await run(
    `const [range] = CSS.highlights.get('tom-tat'); return b.contains(range.startContainer)`,
  );
  assert.ok(inside, 'the words were marked elsewhere');
});

test('in the page: without the Highlight API the words are selected', async () => {
  await open(
    `<tom-tat id="card" for="x"></tom-tat><div id="x"><h2>Hội nghị</h2><p>${SENTENCE}</p></div>`,
    { head: '<script>delete globalThis.Highlight</script>' },
  );
  await click('quote-link');
  assert.equal(await run('return String(getSelection())'), 'Sáng 29/4/2022');
});

test('in the page: the page’s own elements stay as they are', async () => {
  await open(
    `<tom-tat id="card" for="x"></tom-tat><div id="x"><h2>Hội nghị</h2><p>${SENTENCE}</p></div>`,
  );
  const before = await run('return x.innerHTML');
  await click('quote-link');
  assert.equal(await run('return x.innerHTML'), before);
});

test('elsewhere: a link with a text fragment', async () => {
  const article = { title: 'Hội nghị', url: 'https://example.com/bai', body: `${SENTENCE} ${NEXT}` };
  await open(`<tom-tat id="card">${json(article)}</tom-tat>`);
  const href = await run(
    `return card.shadowRoot.querySelector('[part~=when] [part=quote-link]').href`,
  );
  assert.match(href, /^https:\/\/example\.com\/bai#:~:text=/);
  assert.match(decodeURIComponent(href), /Sáng 29\/4\/2022,-, Ủy ban/);
});

test('on the card: the whole sentence, folded away, opened by the fact', async () => {
  await open(`<tom-tat id="card">${json({ title: 'Hội nghị', body: `${NEXT} ${SENTENCE} ${NEXT}` })}</tom-tat>`);
  const [quote, open_before, label] = await run(
    `const details = card.shadowRoot.querySelector('[part~=when] [part=evidence]');
     return [details.querySelector('[part=quote]').textContent, details.open,
       details.querySelector('summary').innerText]`,
  );
  assert.equal(quote.trim(), SENTENCE);
  assert.equal(open_before, false);
  assert.equal(label, 'Sáng thứ Sáu, 29/4/2022');
});

test('no address, no link', async () => {
  await open(`<tom-tat id="card">${json({ title: 'Hội nghị', body: SENTENCE })}</tom-tat>`);
  assert.equal(await run(`return card.shadowRoot.querySelectorAll('a').length`), 0);
});
