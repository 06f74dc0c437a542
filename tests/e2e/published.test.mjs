// Cards that the command renders at publishing time: no script, no request, the same look.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { event, recording } from './card.mjs';
import { browser, chromiumOnly, complaints, page, root, serve } from './harness.mjs';

let site;
let driver;
let folder;

before(async () => {
  site = await serve();
  driver = await browser();
  folder = mkdtempSync(join(tmpdir(), 'tom-tat-'));
});

after(async () => {
  await driver?.quit();
  await site?.close();
  rmSync(folder, { recursive: true });
});

const run = (script, ...args) => driver.executeScript(script, ...args);

const ARTICLE = {
  ...JSON.parse(readFileSync(join(root, 'www/articles/lam-dong.json'))),
  url: '/bai-viet',
};

/** What `tom-tat render` prints for the article. */
const rendered = (...options) => {
  const file = join(folder, 'article.json');
  writeFileSync(file, JSON.stringify(ARTICLE));
  const target = process.env.CARGO_TARGET_DIR ?? join(root, 'target');
  return execFileSync(join(target, 'debug', 'tom-tat'), ['render', file, ...options], { encoding: 'utf8' });
};

const published = (...options) =>
  rendered(...options).replace('<tom-tat', '<tom-tat id="published"');

test('published: the card shows without any script', async () => {
  site.requests.length = 0;
  site.route('/page', page(published('--limit', '2'), { loader: false }));
  await driver.get(`${site.origin}/page`);
  const text = await run('return published.shadowRoot.querySelector("[part~=card]").innerText');
  assert.match(text, /Trần Văn Hiệp/);
  assert.match(text, /33\/CT-TTg/);
  await run(`published.shadowRoot.querySelector('[part=evidence-toggle]').click()`);
  assert.ok(await run(`return published.shadowRoot.querySelector('[part=quote]').offsetHeight > 10`));
  assert.deepEqual(site.requests.filter((path) => path !== '/favicon.ico'), ['/page']);
});

test('published: on paper the card shows what is folded away', chromiumOnly('show a page as it is printed'), async () => {
  site.route('/page', page(published('--limit', '1'), { loader: false }));
  await driver.get(`${site.origin}/page`);
  const folded = () => run(`return published.shadowRoot.querySelector('[part=rest]').checkVisibility()`);
  assert.equal(await folded(), false);
  await driver.sendDevToolsCommand('Emulation.setEmulatedMedia', { media: 'print' });
  assert.equal(await folded(), true);
  await driver.sendDevToolsCommand('Emulation.setEmulatedMedia', { media: '' });
});

test('published: the element leaves the card alone and loads nothing for it', async () => {
  site.requests.length = 0;
  site.route('/page', page(published()));
  await driver.get(`${site.origin}/page`);
  await driver.wait(() => run(`return !!customElements.get('tom-tat')`), 5_000, 'no element');
  const before = await run('return published.shadowRoot.innerHTML');
  assert.equal(await run('return published.refresh().then((summary) => summary === null)'), true);
  await driver.sleep(300);
  assert.equal(await run('return published.shadowRoot.innerHTML'), before);
  const loaded = site.requests.filter((path) => path.startsWith('/pkg/'));
  assert.deepEqual(loaded, ['/pkg/tom-tat.js']);
});

test('published: a loader that runs before the card is parsed leaves the root to the parser', async () => {
  const head = '<script src="/pkg/tom-tat.js"></script>';
  site.route('/page', page(published(), { loader: false, head }));
  await driver.get(`${site.origin}/page`);
  assert.match(await run('return published.shadowRoot.querySelector("[part~=card]").innerText'), /Trần Văn Hiệp/);
  assert.equal(await run('return published.querySelector("template")'), null, 'the parser was refused');
  assert.deepEqual(await complaints(driver), []);
});

test('published: NukeViet moves style sheets to the head, but not those of the card', async () => {
  // As its optimiser does: of every style without "<", wherever it stands, only the text is kept.
  const moved = page(published(), { loader: false }).replace(/<style[^>]*>[^<]*<\/style>/gi, '');
  site.route('/page', moved);
  await driver.get(`${site.origin}/page`);
  assert.equal(await run(`const card = published.shadowRoot.querySelector('[part~=card]');
    return getComputedStyle(card).borderTopWidth`), '2px');
});

test('published: it is the card that the browser would make', async () => {
  const live = `<tom-tat id="card" heading="2" limit="2"><script type="application/json">${
    JSON.stringify(ARTICLE)}</script></tom-tat>`;
  site.route('/page', recording(live + published('--heading', '2', '--limit', '2')));
  await driver.get(`${site.origin}/page`);
  await event(driver);
  const markup = (id) =>
    run(
      `const card = document.getElementById(arguments[0]).shadowRoot.querySelector('[part=root]')
         .cloneNode(true);
       for (const button of card.querySelectorAll('[part=copy]')) button.remove();
       return card.innerHTML.replace(/\\s+/g, ' ').replace(/> </g, '><')
         .replace(/<(\\w+)((?: [\\w-]+="[^"]*")*)>/g, (_, name, attributes) => '<' + name + ' ' +
           (attributes.match(/[\\w-]+="[^"]*"/g) ?? []).sort().join(' ') + '>')`,
      id,
    );
  const [first, second] = [await markup('card'), await markup('published')];
  assert.ok(first.length > 3000, first);
  const strip = (html) => html.replaceAll(/ +</g, '<').replaceAll(/> +/g, '>');
  assert.equal(strip(second), strip(first));
});

test('published: a card that a script inserts shows all the same', async () => {
  site.requests.length = 0;
  site.route('/page', recording('<div id="place"></div>'));
  await driver.get(`${site.origin}/page`);
  await driver.wait(() => run(`return !!customElements.get('tom-tat')`), 5_000, 'no element');
  await run('place.innerHTML = arguments[0]', published());
  await driver.wait(
    () => run('return published.shadowRoot.querySelector("[part~=card]") !== null'), 5_000, 'no card');
  assert.match(await run('return published.shadowRoot.querySelector("[part~=card]").innerText'), /Trần Văn Hiệp/);
  assert.ok(await run(`const list = published.shadowRoot.querySelector('[role=list]');
    return getComputedStyle(list).position !== 'absolute'`), 'the style of the region reaches the card');
  assert.equal(await run('return published.refresh().then((summary) => summary === null)'), true);
  await run('const card = published; card.remove(); place.append(card)');
  await driver.sleep(300);
  assert.match(await run('return published.shadowRoot.querySelector("[part~=card]").innerText'), /Trần Văn Hiệp/);
  assert.deepEqual(await run('return seen'), []);
  assert.deepEqual(site.requests.filter((path) => path.startsWith('/pkg/')), ['/pkg/tom-tat.js']);
});

test('published: under a CSP without inline styles, by a style sheet of its own', async () => {
  const csp = `default-src 'none'; style-src 'self'`;
  const body = page(published('--stylesheet', '/pkg/card.css'), { loader: false });
  site.route('/page', { headers: { 'content-security-policy': csp }, body });
  await driver.get(`${site.origin}/page`);
  await driver.wait(
    () => run(`const card = published.shadowRoot.querySelector('[part~=card]');
      return getComputedStyle(card).borderTopWidth === '2px'`),
    5_000,
    'the style sheet does not reach the card',
  );
});
