// The card is a guest: what it finds in a page is the same when it is there.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, event, recording } from './card.mjs';
import { stage } from './harness.mjs';

const { site, driver } = await stage({ '/one.json': JSON.stringify(article('Bài một', { url: '/bai', summary: undefined })) });
const run = (script, ...args) => driver.executeScript(script, ...args);

/** Everything that a page could notice of others: its globals, and the functions of what the browser has. */
const SNAPSHOT = `<script>
  window.snapshot = () => {
    const names = new Map();
    for (const name of Object.getOwnPropertyNames(window)) {
      if (/^(webkit|ret_nodes|snapshot|before|seen|complaints|complain|card|event|[$]cdc|[$]chrome)/.test(name)) continue;
      names.set(name, 0);
      const value = Object.getOwnPropertyDescriptor(window, name)?.value;
      if (typeof value !== 'function' && !/^(JSON|Math|Reflect|console)$/.test(name)) continue;
      for (const owner of [value, value.prototype].filter(Boolean))
        for (const key of Reflect.ownKeys(owner)) {
          const { value: part, get, set } = Object.getOwnPropertyDescriptor(owner, key);
          names.set(name + '.' + String(key), [part, get, set].filter((one) => typeof one === 'function'));
        }
    }
    return names;
  };
  window.before = snapshot();
</script>`;

const open = async (body = '', head = '') => {
  site.requests.length = 0;
  site.route('/page', recording(
    `<tom-tat id="card" src="/one.json" loading="eager" jsonld></tom-tat>${body}`, { head: head + SNAPSHOT }));
  await driver.get(`${site.origin}/page`);
  assert.equal((await event(driver)).name, 'load');
};

test('guest: no global is added, none is patched', async () => {
  await open();
  const changed = await run(
    `const now = snapshot();
     const same = (a, b) => a === b || (a.length === b.length && a.every((one, index) => one === b[index]));
     return [...now].filter(([name, parts]) => !before.has(name) || !same(before.get(name), parts)).map(([name]) => name)
       .concat([...before.keys()].filter((name) => !now.has(name)))`);
  assert.deepEqual(changed, []);
  assert.ok((await run('return before.size')) > 3000, 'the snapshot is too small');
});

test('guest: the measure sees a global and a patch', async () => {
  await open();
  await run('window.leaked = 1; Element.prototype.append = function () {}');
  const changed = await run(
    `const now = snapshot();
     return [...now].filter(([name, parts]) => !before.has(name) || String(before.get(name)) !== String(parts)).map(([name]) => name)`);
  assert.deepEqual(changed.sort(), ['Element.append', 'leaked']);
});

test('guest: nothing is loaded but its own files and its article', async () => {
  await open();
  const expected = ['/page', '/pkg/tom-tat.js', '/one.json', '/pkg/tom_tat.js', '/pkg/tom_tat_bg.ico'];
  const loaded = site.requests.filter((path) => !path.includes('favicon'));
  assert.deepEqual([...loaded].sort(), [...expected].sort());
  const names = await run(`return performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin)`);
  assert.deepEqual([...new Set(names)], [site.origin]);
});

test('guest: nothing is stored', async () => {
  await open();
  const kept = await driver.executeAsyncScript(
    `const done = arguments[arguments.length - 1];
     (async () => [localStorage.length, sessionStorage.length, document.cookie,
       (await indexedDB.databases?.())?.length ?? 0, (await globalThis.caches?.keys?.())?.length ?? 0,
       (await navigator.serviceWorker?.getRegistrations?.())?.length ?? 0])().then(done, (error) => done(String(error)))`);
  assert.deepEqual(kept, [0, 0, '', 0, 0, 0]);
});

test('guest: events of the page reach the page, once, and are not prevented', async () => {
  await open('<button id="own">Của trang</button>', `<script>
    window.heard = [];
    for (const name of ['click', 'keydown', 'submit', 'scroll', 'error', 'toggle'])
      addEventListener(name, (event) => heard.push(name + (event.defaultPrevented ? ' prevented' : '')), true);
  </script>`);
  const heard = await run(
    `heard.length = 0;
     own.click();
     own.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
     dispatchEvent(new ErrorEvent('error', { error: new Error('of the page') }));
     card.shadowRoot.querySelector('summary').click();
     return heard`);
  assert.deepEqual(heard.slice(0, 4), ['click', 'keydown', 'error', 'click']);
});

test('guest: focus, selection, history and title stay as they are', async () => {
  await open('<input id="field" autofocus value="tìm kiếm"><p id="words">Chữ đã chọn</p>', `<script>
    addEventListener('DOMContentLoaded', () => { field.focus(); field.setSelectionRange(2, 4) })</script>`);
  const state = await run(
    `return [document.activeElement.id, field.selectionStart, field.selectionEnd, history.length, document.title,
       document.documentElement.getAttributeNames().join(), document.body.getAttributeNames().join(), scrollY]`);
  const plain = ['field', 2, 4];
  assert.deepEqual(state.slice(0, 3), plain);
  assert.deepEqual(state.slice(4), ['tom-tat', 'lang', '', 0]);
});

test('guest: in a busy page only what changes is looked at', async () => {
  await open(`<div id="busy">${'<p>Tin</p>'.repeat(500)}</div>`);
  const asked = await driver.executeAsyncScript(
    `const done = arguments[arguments.length - 1];
     let nodes = 0;
     for (const owner of [Document.prototype, Element.prototype]) {
       const real = owner.querySelectorAll;
       owner.querySelectorAll = function (selector) {
         nodes += this.getElementsByTagName('*').length;
         return real.call(this, selector);
       };
     }
     let count = 0;
     const step = () => {
       for (let turn = 0; turn < 20; turn++) {
         const line = document.createElement('p');
         line.textContent = 'Tin ' + count++;
         busy.append(line);
         busy.firstChild.remove();
       }
       if (count < 1000) setTimeout(step); else setTimeout(() => done(nodes), 50);
     };
     step();`);
  assert.ok(asked <= 1000, `${asked} elements were looked through for 1000 that were added`);
});
