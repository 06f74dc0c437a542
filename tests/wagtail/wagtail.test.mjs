// The app in a Wagtail site: as editors use it, as readers see it, as webmasters set it up.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { browser, complaints, screenshot } from '../e2e/harness.mjs';
import { people } from './people.mjs';
import { log, manage, render, wagtail } from './site.mjs';

const { origin, pages, names } = await wagtail();
const driver = await browser();
after(() => driver.quit());
const { run, open, cards, be, wait, submit, width: at } = people(driver, origin);

const BODY = [
  'Sáng 27/11, đồng chí Nguyễn Văn An, Chủ tịch UBND tỉnh chủ trì hội nghị tổng kết công tác dân vận.',
  'Hội nghị đánh giá việc thực hiện Chỉ thị số 43/CT-TTg. Trong năm, 98,5% hồ sơ được giải quyết đúng hạn.',
];
const source = async (path) => (await fetch(origin + path)).text();
const stated = (html) => JSON.parse(/<script type="application\/json"[^>]*>(.*?)<\/script>/s.exec(html)[1]);
const summary = () => run(`return document.querySelector('tom-tat').summary`);
const add = `/admin/pages/add/news/articlepage/${pages.shelf.id}/`;
const edit = (page) => `/admin/pages/${page.id}/edit/`;

/** Adds a block of the StreamField below the others, by the name that the editor reads. */
async function block(name) {
  await wait(`return !!document.querySelector('.c-sf-add-button')`, 'no button for blocks');
  await run(`[...document.querySelectorAll('.c-sf-add-button')].at(-1).click()`);
  await wait(`const option = [...document.querySelectorAll('[role=option]')].find(({ innerText }) => innerText.includes('${name}'));
    option?.click(); return !!option`, `no block “${name}”`);
  await wait(`return !document.querySelector('[role=option]')`, 'the choice of blocks stays open');
}

const field = (name, value) => run(`const field = document.querySelector('[name="' + arguments[0] + '"]');
  field.value = arguments[1]; field.dispatchEvent(new Event('input', { bubbles: true })); field.dispatchEvent(new Event('change', { bubbles: true }))`, name, value);

/** Pastes HTML into the last rich text. */
const paste = (html, text) => run(`const editor = [...document.querySelectorAll('.public-DraftEditor-content')].at(-1); editor.focus();
  const clipboardData = new DataTransfer(); clipboardData.setData('text/html', arguments[0]); clipboardData.setData('text/plain', arguments[1]);
  editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))`, html, text);

const text = async (html, mark) => {
  await block('Văn bản');
  await wait(`return !!document.querySelector('.public-DraftEditor-content')`, 'no rich text');
  await paste(html, mark);
  await wait(`return document.body.innerText.includes('${mark}')`, 'nothing is pasted');
  // The form has it a moment later.
  await driver.sleep(500);
};
const paragraphs = BODY.map((words) => `<p>${words}</p>`).join('');

const publish = () => submit(`document.querySelector('[name=action-publish]').click()`);

/** Is a reader from now on; what Wagtail's own pages complained of is theirs. */
const read = async () => {
  await run('window.onbeforeunload = null');
  await be();
  await open('/');
  await complaints(driver);
};

test('Wagtail: an editor adds the block, sees it in the preview, and readers have the card', async () => {
  await be('bientap');
  await open(add);
  await field('title', 'Tổng kết công tác “dân vận”');
  await field('date', '2026-11-28');
  await block('Thẻ tóm tắt');
  await wait(`return !!document.querySelector('[name=body-0-value-show]')`, 'the block has no fields');
  const words = await run(`return document.body.innerText`);
  for (const label of ['Mật độ', 'Các mục, theo thứ tự', 'Dữ kiện gỡ bỏ']) assert.ok(words.includes(label), `${label} is not in ${words}`);
  await text(paragraphs, '98,5%');
  await screenshot(driver, 'wagtail-editor-1280');
  await run(`document.querySelector('[data-side-panel-toggle=preview]').click()`);
  const preview = `[...document.querySelectorAll('[data-side-panel=preview] iframe')].map(({ contentDocument }) => contentDocument?.querySelector('tom-tat')).find(Boolean)`;
  await wait(`return /98,5%/.test(${preview}.shadowRoot.querySelector('[part~=card]').innerText)`, 'no card in the preview');
  assert.equal(await run(`return ${preview}.summary.published`), '2026-11-28');
  // The panel slides in.
  await driver.sleep(500);
  await screenshot(driver, 'wagtail-preview-1280');
  await publish();
  await read();
  await open('/kho/tổng-kết-công-tác-dân-vận/');
  const [card, ...others] = await cards();
  assert.equal(others.length, 0, 'more than one card');
  for (const fact of ['27/11/2026', 'Nguyễn Văn An', 'Chủ tịch UBND tỉnh', '43/CT-TTg', '98,5%']) assert.ok(card.includes(fact), `${fact} is not on the card: ${card}`);
  const { title, url, published, source } = await summary();
  assert.deepEqual({ title, url: decodeURI(url), published, source }, {
    title: 'Tổng kết công tác “dân vận”', url: '/kho/tổng-kết-công-tác-dân-vận/', published: '2026-11-28', source: 'Cổng thông tin' });
  for (const width of [390, 1280]) {
    await at(width);
    assert.ok(await run('return document.documentElement.scrollWidth <= innerWidth + 1'), `the page scrolls sideways at ${width} px`);
    await screenshot(driver, `wagtail-page-${width}`);
  }
  assert.deepEqual(await complaints(driver), []);
});

test('Wagtail: ten cards in a list, each of its own article', async () => {
  await open('/');
  const words = await cards();
  assert.equal(words.length, 10);
  const titles = await run(`return [...document.querySelectorAll('section')].map((section) => [section.querySelector('h2').innerText, section.querySelector('tom-tat').summary])`);
  titles.forEach(([title, one], index) => {
    assert.equal(one.title, title);
    assert.ok(words[index].includes(names[index]), `no ${names[index]} in ${words[index]}`);
    assert.doesNotMatch(words[index], new RegExp(names.filter((name) => name !== names[index]).join('|')));
  });
  for (const width of [390, 1280]) {
    await at(width);
    await run('scrollTo(0, 0)');
    await screenshot(driver, `wagtail-list-${width}`);
  }
  assert.deepEqual(await complaints(driver), []);
});

test('Wagtail: one script, of a version, and under a name that may be hashed', async () => {
  const tags = (await source('/')).match(/<script[^>]* src=[^>]*>/g);
  assert.equal(tags.length, 1, String(tags));
  assert.match(tags[0], /^<script src="\/static\/tom-tat\/tom-tat\.[0-9a-f]{12}\.js\?v=[0-9a-f]{8}" async>$/);
  const loaded = await run(`return performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => /tom.tat.*(js|ico|wasm)/.test(name))`);
  assert.ok(loaded.length > 1 && loaded.every((address) => /\?v=[0-9a-f]{8}$/.test(address)), String(loaded));
});

test('Wagtail: nothing of an article that readers may not see, and no card within a card', async () => {
  const list = await source('/kho/');
  assert.match(list, /Bài kín/);
  assert.doesNotMatch(list, /Cao Văn Kín/);
  const bodies = [...list.matchAll(/<script type="application\/json"[^>]*>.*?<\/script>/gs)].map(([script]) => stated(script).body);
  assert.ok(bodies.length >= 3);
  for (const body of bodies) assert.doesNotMatch(body, /tom-tat/);
});

test('Wagtail: the rich text removes a pasted card, and the page is unharmed', async () => {
  await be('bientap');
  await open(add);
  await field('title', 'Dán mã');
  await field('date', '2026-11-28');
  await text(`<p>Đoạn trước.</p><tom-tat for="x">Chữ trong thẻ</tom-tat><div data-tom-tat></div><script>window.pasted = 1</script>${paragraphs}`, '98,5%');
  await publish();
  await read();
  await open('/kho/dán-mã/');
  const html = await source('/kho/d%C3%A1n-m%C3%A3/');
  assert.doesNotMatch(html, /<tom-tat|data-tom-tat|<script>/);
  for (const words of ['Đoạn trước.', ...BODY]) assert.ok(html.includes(words), `“${words}” is gone`);
  assert.deepEqual(await complaints(driver), []);
});

for (const path of [pages.nasty.path, '/kho/'])
  test(`Wagtail: a title of tags and quotes is harmless in ${path === '/kho/' ? 'a list' : 'its page'}`, async () => {
    await open(path);
    const [card] = await cards();
    assert.match(card, /Nguyễn Văn An/);
    assert.equal((await summary()).title, pages.nasty.title);
    assert.equal(await run(`return [...document.scripts].some(({ text }) => text === 'alert(1)')`), false);
    assert.deepEqual(await complaints(driver), []);
  });

test('Wagtail: nonsense in the block is named, and nothing is lost', async () => {
  await be('bientap');
  await open(edit(pages.bare));
  await wait(`return !!document.querySelector('[name=body-0-value-show]')`, 'no block');
  await field('title', 'Lời chào mới');
  await field('body-0-value-show', 'date figure');
  await field('body-0-value-omit', '<b>98,5%</b>');
  await field('body-0-value-density', 'full');
  await publish();
  await wait(`return !!document.querySelector('[data-contentpath=show] .w-field__errors')?.innerText.trim()`, 'no error');
  const errors = (name) => run(`return document.querySelector('[data-contentpath=${name}] .w-field__errors').innerText`);
  assert.match(await errors('show'), /“figure” không phải tên mục; có phải là “figures”\? Chỉ nhận: title, lead, date/);
  assert.match(await errors('omit'), /đúng như trên thẻ, không có HTML/);
  const kept = await run(`return ['title', 'body-0-value-show', 'body-0-value-omit', 'body-0-value-density'].map((name) => document.querySelector('[name="' + name + '"]').value)`);
  assert.deepEqual(kept, ['Lời chào mới', 'date figure', '<b>98,5%</b>', 'full']);
  await run(`document.querySelector('[data-contentpath=show]').scrollIntoView({ block: 'center' })`);
  await screenshot(driver, 'wagtail-errors-1280');
});

test('Wagtail: the fields of the block reach the card', async () => {
  await be('bientap');
  await open(edit(pages.block));
  await wait(`return !!document.querySelector('[name=body-0-value-show]')`, 'no block');
  await field('body-0-value-density', 'full');
  await field('body-0-value-show', 'directives officials');
  await field('body-0-value-omit', 'Nguyễn Văn An; 71%');
  await publish();
  await read();
  await open(pages.block.path);
  const [card] = await cards();
  assert.match(card, /43\/CT-TTg/);
  assert.doesNotMatch(card, /98,5%|Nguyễn Văn An|27\/11/);
  assert.ok(await run(`return document.querySelector('tom-tat').matches('[density=full]')`));
});

test('Wagtail: the tag in a template, for a page of rich text and in the list', async () => {
  await open(pages.note.path);
  const [words] = await cards();
  assert.match(words, /27\/11\/2026/);
  assert.match(words, /Ghi nhanh/);
  const { title, url, published } = await summary();
  assert.deepEqual({ title, url, published }, { title: 'Ghi nhanh', url: pages.note.path, published: '2026-11-28' });
  assert.equal(stated(await source(pages.note.path)).published, '2026-11-28T01:30:00+07:00');
  assert.ok((await source('/kho/')).includes('"title": "Ghi nhanh"'), 'no card in the list');
  assert.deepEqual(await complaints(driver), []);
});

test('Wagtail: an article without facts has no card and no error', async () => {
  await read();
  await open(pages.bare.path);
  assert.deepEqual(await cards(), ['']);
  assert.equal(await run(`return document.querySelector('tom-tat').getBoundingClientRect().height`), 0);
  assert.match(await run('return document.body.innerText'), /Chào mừng quý vị/);
  assert.deepEqual(await complaints(driver), []);
});

for (const [who, name] of [['a guest of the admin', 'khach'], ['a user without the admin', 'docgia'], ['nobody', undefined]])
  test(`Wagtail: ${who} cannot edit`, async () => {
    await be(name);
    await open(edit(pages.plain));
    assert.equal(await run(`return document.querySelector('[name=title]')`), null, 'the editor opens');
    const token = (await driver.manage().getCookies()).find((cookie) => cookie.name === 'csrftoken')?.value ?? '';
    const refused = await driver.executeAsyncScript(`const [path, csrfmiddlewaretoken, done] = arguments;
      const body = new URLSearchParams({ csrfmiddlewaretoken, title: 'Đã sửa', slug: 'sua', date: '2026-11-28', 'body-count': 0, 'action-publish': 1 });
      fetch(path, { method: 'POST', body, redirect: 'manual' }).then(({ type, status }) => done(type === 'opaqueredirect' || status === 403))`, edit(pages.plain), token);
    assert.ok(refused, 'the page takes it');
    assert.match(await source(pages.plain.path), /<h1>Bài không thẻ<\/h1>/);
  });

test('Wagtail: what is wrong in the settings is named at the start', async () => {
  const fault = async (settings) => manage(['check'], { settings }).catch(({ stderr }) => stderr);
  assert.match(await fault({ FOLDR: 'x' }), /“FOLDR” không phải tên cài đặt; có phải là “FOLDER”\?/);
  const several = await fault({ BODY: 'body', ATTRIBUTES: { density: 'huge', jsonld: 'yes', lookup: '/x' } });
  for (const words of ['“BODY” phải là tuple', '“huge” không phải density', '“jsonld” là True hoặc False', '“lookup” là địa chỉ có {number}'])
    assert.ok(several.includes(words), `${words} is not in ${several}`);
  assert.match(await fault({ FOLDER: 'nowhere/' }), /Không thấy “nowhere\/tom-tat\.js”.*\s+HINT: Hãy chép/);
});

test('Wagtail: the tag takes the attributes of a card, and names those that it does not know', async () => {
  const [plain, wrong, other, marked, none] = await render([
    '{% tom_tat article density="full" heading=2 omit="98,5%" %}', '{% tom_tat article densty="full" %}',
    '{% tom_tat article show="date money" %}', '{% tom_tat_script nonce="abc" %}', '{% tom_tat "x" %}',
  ], { ATTRIBUTES: { lookup: 'https://example.gov.vn/?q={number}', jsonld: true }, BODY: ['title', 'body'] });
  assert.match(plain, /^<tom-tat density="full" heading="2" lookup="https:\/\/example\.gov\.vn\/\?q={number}" omit="98,5%" show="date figures officials directives"><script/);
  assert.equal(stated(plain).body.replace(/<div.*/s, ''), '<p>Tổng kết công tác dân vận</p>');
  assert.match(wrong, /TemplateSyntaxError.*“densty” không phải thuộc tính; có phải là “density”\?/);
  assert.match(other, /“money” không phải tên mục/);
  assert.match(marked, / async nonce="abc"><\/script>$/);
  assert.match(none, /'x' is no page/);
});

test('Wagtail: every word is in Vietnamese', async () => assert.equal(await manage(['words']), ''));

test('Wagtail: the server met with no exception', async () => assert.doesNotMatch(await log(), /Traceback|^(ERROR|CRITICAL)|tom_tat/m));
