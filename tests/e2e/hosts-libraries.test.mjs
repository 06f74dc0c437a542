// Beside old libraries, and in pages whose scripts replace or add to what the browser has.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { article, recording } from './card.mjs';
import { root, stage } from './harness.mjs';
import { matrix } from './hosts.mjs';

const library = (path) => readFileSync(join(root, 'node_modules', path), 'utf8');
const { site, driver } = await stage({
  '/one.json': JSON.stringify(article('Bài một', { url: '/bai' })),
  '/jquery1.js': library('jquery1/jquery.js'),
  '/jquery3.js': library('jquery3/dist/jquery.js'),
  '/bootstrap3.js': library('bootstrap3/dist/js/bootstrap.js'),
});
const row = matrix('libraries');
const run = (script, ...args) => driver.executeScript(script, ...args);

const ARTICLE = `<div id="bai"><h1>Bài trong trang</h1><p>Sáng 29/4/2022, ông Hà Văn Bảy, Giám đốc Sở Y tế dự hội nghị
  tổng kết công tác dân vận của tỉnh, trao 20 xe đạp.</p></div>`;
const CARDS = `<tom-tat id="card" for="bai" loading="eager"></tom-tat>
  <tom-tat id="other" src="/one.json" loading="eager"></tom-tat>
  <tom-tat id="set" loading="eager"></tom-tat>${ARTICLE}`;

/** What the card with this id told: `load` and its title, or `error` and the message; as text, for drivers trip over patches. */
const told = (id) =>
  driver.wait(() => run(
    `const one = seen.filter(({ id }) => id === arguments[0])[0];
     return one && one.name + ': ' + (one.title || one.message)`, id), 10_000, `nothing of #${id}`);

const FACTS = { officials: [{ name: 'Nguyễn Văn An', positions: ['Chủ tịch UBND tỉnh'] }, { name: 'Lê Thị Bình' }] };

/** In a page with this head: cards of the page, of JSON and of a property; a fact leads to its words. */
const works = async (head) => {
  const body = recording(CARDS, { loader: false, head: `${head}<script src="/pkg/tom-tat.js"></script>` });
  site.route('/page', body);
  await driver.get(`${site.origin}/page`);
  assert.equal(await told('card'), 'load: Bài trong trang');
  assert.equal(await told('other'), 'load: Bài một');
  await run('set.article = JSON.parse(arguments[0])', JSON.stringify(article('Bài được đặt', { summary: FACTS })));
  await driver.wait(() => run(`return set.summary?.title === 'Bài được đặt'`), 5_000, 'no card of the property');
  assert.equal(await run('return String(set.summary.officials.length)'), '2');
  assert.equal(await run(`return set.summary.officials[0].positions.join('|')`), 'Chủ tịch UBND tỉnh');
  await run(`const details = card.shadowRoot.querySelector('[part~=when] [part=evidence]');
    details.open = true; details.querySelector('[part=quote-link]').click()`);
  assert.equal(await run('return location.hash'), '', 'the link left its page instead of marking the words');
};

const DEBIAN = {
  'MooTools 1.4': ['/usr/share/javascript/mootools/mootools.js', '/usr/share/javascript/mootools/mootools-more.js'],
  'Prototype 1.7': ['/usr/share/javascript/prototype/prototype.js'],
};

for (const [name, files] of Object.entries(DEBIAN)) {
  const skip = !files.every(existsSync) && 'its Debian package is not installed';
  row(name, 'real', async () => {
    const tags = files.map((file, index) => {
      site.route(`/library-${index}.js`, readFileSync(file, 'utf8'));
      return `<script src="/library-${index}.js"></script>`;
    });
    await works(tags.join(''));
  }, { skip });
}

row('jQuery 1.9 and Bootstrap 3', 'real', () =>
  works('<script src="/jquery1.js"></script><script src="/bootstrap3.js"></script>'));
row('jQuery 3.7, noConflict', 'real', () =>
  works('<script src="/jquery3.js"></script><script>window.$ = function () {}; jQuery.noConflict(true)</script>'));

const PATCHES = {
  'Window = function () {} (MooTools 1.1 to 1.3)': 'Window = function () {}',
  'Element = function () {} (MooTools 1.1 to 1.3)': 'Element = function () {}; Document = function () {}',
  'Node, Event and HTMLDocument replaced': 'Node = function () {}; Event = function () {}; HTMLDocument = function () {}',
  'JSON replaced by an old one': `const real = JSON; JSON = { parse: (text) => real.parse(text), stringify: (value) => real.stringify(value) };
    JSON.toString = null`,
  'Array.prototype.toJSON (Prototype before 1.7)': `Array.prototype.toJSON = function () { return '[' + this.join(', ') + ']' };
    Object.prototype.toJSON = undefined`,
  'Object.prototype with enumerable additions': `Object.prototype.extend = function () {}; Object.prototype.cache = 'only-if-cached';
    Object.prototype.keys = function () {}; Object.prototype.toJSON = undefined`,
  'Array.prototype with enumerable additions': `Array.prototype.contains = function () {}; Array.prototype.include = 1;
    Array.from = function (list) { return [].slice.call(list) }`,
  'Function.prototype.bind of an old library': `Function.prototype.bind = function (self) { const work = this; const first = [].slice.call(arguments, 1);
    return function () { return work.apply(self, first.concat([].slice.call(arguments))) } }`,
  'fetch replaced': `const real = fetch; window.fetch = function (address, options) { return real.call(window, address, options) }`,
  'fetch replaced by one that knows text only': `const real = fetch; window.fetch = (address, options) => real(String(address.url || address), options)`,
  'Promise replaced': `const Real = Promise; window.Promise = class extends Real {}`,
  'String.prototype with old helpers': `String.prototype.trim = function () { return this.replace(/^\\s+|\\s+$/g, '') };
    String.prototype.startsWith = function (word) { return this.indexOf(word) === 0 }`,
  'console taken away': `window.console = { log() {} }`,
  'requestAnimationFrame and setTimeout wrapped': `const real = setTimeout; window.setTimeout = (work, time) => real(() => work(), time);
    window.requestAnimationFrame = (work) => real(work, 16)`,
  'appendChild and insertBefore wrapped': `for (const name of ['appendChild', 'insertBefore']) { const real = Node.prototype[name];
    Node.prototype[name] = function (...nodes) { return real.apply(this, nodes) } }`,
  'addEventListener wrapped (Zone.js)': `const real = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function (name, work, options) {
      return real.call(this, name, typeof work === 'function' ? function (event) { return work.call(this, event) } : work, options) }`,
  'document.createElement wrapped': `const real = document.createElement; document.createElement = function (name, options) {
    return real.call(document, name, options) }`,
};

for (const [name, patch] of Object.entries(PATCHES))
  row(name, 'imitated', () => works(`<script>{ ${patch} }</script>`));
