// The pages for people: each of their blocks does what the page says it does, and their tables are the manifest's.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { blocks, styles } from '../docs/blocks.mjs';
import { filled, manifest, pages } from '../docs/tables.mjs';
import { complaints, page, root, stage } from './harness.mjs';

const read = (path) => readFileSync(join(root, path), 'utf8');
const texts = new Map([...pages(), 'README.md'].map((path) => [path, read(path)]));
const all = [...texts].flatMap(([path, text]) => blocks(path, text));
const of = (lang) => all.filter((block) => block.lang === lang);

/** What the pages take for granted: the folder, an article's JSON, a REST post, a picture. */
const TITLE = 'Hội nghị tổng kết công tác dân vận';
const BODY = `<p>Sáng 29/4/2022, Ủy ban nhân dân tỉnh tổ chức hội nghị tổng kết thực hiện Chỉ thị số 43/CT-TTg
  ngày 26/11/2021 của Thủ tướng Chính phủ. Đồng chí Nguyễn Văn An, Chủ tịch UBND tỉnh chủ trì hội nghị.</p>
  <p>Đến nay, 98,5% hồ sơ được giải quyết đúng hạn; tỉnh trao 20 xe đạp cho học sinh.</p>`;
const ARTICLE = `<h1>${TITLE}</h1>${BODY}`;
const FILES = JSON.parse(read('pkg/files.json')).files.map(({ name }) => name);

const { site, driver } = await stage({
  ...Object.fromEntries(FILES.map((name) => [`/tom-tat/${name}`, { file: `/pkg/${name}` }])),
  '/bai-viet.json': JSON.stringify({ title: TITLE, url: '/bai-viet', published: '2022-04-29', body: BODY }),
  '/wp-json/wp/v2/posts/1': {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      id: 1, date: '2022-04-29T10:00:00', link: '/bai-viet', title: { rendered: TITLE }, content: { rendered: BODY } }),
  },
  '/bieu-trung.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32"><circle cx="16" cy="16" r="16"/></svg>',
});

const run = (script, ...args) => driver.executeScript(script, ...args);

/** Keeps with each card what it told last. */
const RECORDER = `<script>
  for (const name of ['load', 'empty', 'error'])
    document.addEventListener('tom-tat:' + name, ({ target, detail }) =>
      target.told = name + (detail.code ? ' ' + detail.code + ': ' + detail.message : ''));
</script>`;
const LOADER = '<script src="/tom-tat/tom-tat.js" async></script>';

const open = async (body, { loader = true } = {}) => {
  site.route('/page', page(body, { loader: false, head: RECORDER + (loader ? LOADER : '') }));
  await complaints(driver);
  await driver.get(`${site.origin}/page`);
};

/** What each card of the page told, once all have told something. */
const told = async () => {
  const ask = `return [...document.querySelectorAll('tom-tat')].map((card) => card.told ?? null)`;
  const done = async () => {
    const words = await run(ask);
    return words.length > 0 && words.every(Boolean) && words;
  };
  return driver.wait(done, 8_000).catch(async () => (await run(ask)).concat('silence'));
};

test('docs: the tables are what the manifest says', () => {
  for (const [path, text] of texts)
    assert.equal(filled(text), text, `${path}: run node tests/docs/tables.mjs --write`);
});

test('docs: the webmaster’s table has every code', () => {
  const [, union] = /export type ErrorCode =([^;]+);/.exec(read('www/tom-tat.d.ts'));
  const table = texts.get('docs/quan-tri-trang.md');
  for (const [, code] of union.matchAll(/'([\w-]+)'/g))
    assert.ok(table.includes(`| \`${code}\` |`), `docs/quan-tri-trang.md has no row for ${code}`);
});

test('docs: links lead to files and headings that are there', () => {
  // As GitHub makes them of headings.
  const anchor = (heading) => heading.toLowerCase().replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '').trim().replaceAll(' ', '-');
  const anchors = (text) => [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchor(heading));
  for (const [path, text] of texts)
    for (const [, target] of text.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)) {
      const [file, fragment] = target.split('#');
      const other = file ? join(path, '..', file) : path;
      const found = texts.get(other) ?? read(other);
      assert.ok(!fragment || anchors(found).includes(decodeURIComponent(fragment)), `${path}: no heading for ${target}`);
    }
});

for (const { code, place, card } of of('html').filter((block) => block.code.includes('tom-tat')))
  test(`docs: HTML at ${place}`, { skip: !card && 'gives no card' }, async () => {
    // Where a page shows the place of an article, there is one; where it shows none, it stands below.
    const own = /id="bai-viet"|<article/.test(code);
    const body = code.replace(/(id="bai-viet"[^>]*>\s*)…/, (_, tag) => tag + ARTICLE);
    await open(own ? body : `${body}<article id="bai-viet">${ARTICLE}</article>`, { loader: !/<script[^>]*tom-tat\.js/.test(code) });
    assert.deepEqual(new Set(await told()), new Set(['load']), place);
    assert.deepEqual(await complaints(driver), [], place);
    const known = [...manifest.attributes.map(({ name }) => name), 'id', 'class', 'hidden', 'slot'];
    const written = await run(`return [...document.querySelectorAll('tom-tat:not(tom-tat-list *)')].flatMap((card) => card.getAttributeNames())`);
    assert.deepEqual(written.filter((name) => !known.includes(name)), [], `${place}: attributes that do not exist`);
  });

const SHAPES = ['body', 'summary', 'content', 'content_html', 'content_text', 'articleBody'];

for (const { code, place } of of('json'))
  test(`docs: JSON at ${place}`, async () => {
    let value;
    assert.doesNotThrow(() => (value = JSON.parse(code)), place);
    if (!SHAPES.some((name) => name in value)) return;
    await open('<tom-tat id="the" loading="eager" hidden></tom-tat>');
    await run('document.getElementById("the").article = arguments[0]', value);
    // The element may have told of the page before that it is none.
    const shown = () => run('return document.getElementById("the").told === "load"');
    await driver.wait(shown, 8_000).catch(async () => assert.fail(`${place}: ${await told()}`));
  });

test('docs: the summary shown is that of the article shown', async () => {
  const values = of('json').filter(({ place }) => place.startsWith('docs/lap-trinh.md')).map(({ code }) => JSON.parse(code));
  const at = values.findIndex(({ lead }) => lead);
  await open('<tom-tat id="the" loading="eager"></tom-tat>');
  await run('document.getElementById("the").article = arguments[0]', values[at - 1]);
  await driver.wait(() => run('return document.getElementById("the").told === "load"'), 8_000, 'no card');
  assert.deepEqual(await run('return document.getElementById("the").summary'), values[at]);
});

test('docs: TypeScript is right', () => {
  const folder = mkdtempSync(join(root, 'target/docs-types-'));
  try {
    // As somebody has it: the folder beside his own module.
    cpSync(join(root, 'pkg/tom-tat.d.ts'), join(folder, 'tom-tat/tom-tat.d.ts'));
    const blocks = [...of('ts'), ...of('js')];
    const reference = '/// <reference path="./tom-tat/tom-tat.d.ts" />\n';
    const files = blocks.map(({ code }, index) => [join(folder, `${index}.ts`), `${reference}${code}\nexport {};\n`]);
    for (const [file, code] of files) writeFileSync(file, code);
    const options = ['--noEmit', '--strict', '--target', 'es2022', '--module', 'esnext', '--moduleResolution', 'bundler', '--lib', 'es2022,dom,dom.iterable'];
    const { status, stdout } = spawnSync(join(root, 'node_modules/.bin/tsc'), [...options, ...files.map(([file]) => file)], { encoding: 'utf8' });
    const told = stdout.replace(/[^\s]*?(\d+)\.ts\b/g, (_, index) => blocks[index].place);
    assert.equal(status, 0, told);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

for (const { code, place } of of('js'))
  test(`docs: JavaScript at ${place}`, async () => {
    const script = `<script type="module">\n${code}\nwindow.done = true;\n</script>`;
    await open(`<tom-tat id="the" for="bai-viet"></tom-tat><article id="bai-viet">${ARTICLE}</article>${script}`);
    const done = await driver.wait(() => run('return window.done'), 8_000).catch(() => false);
    assert.ok(done, `${place}: ${await complaints(driver)}`);
    // What it listens to comes later.
    await told();
    await driver.sleep(200);
    assert.deepEqual(await complaints(driver), [], place);
  });

for (const { code, place } of of('css'))
  test(`docs: CSS at ${place}`, async () => {
    await open('', { loader: false });
    const { rules, declarations } = styles(code);
    const parsed = await run(
      `const sheet = new CSSStyleSheet();
       sheet.replaceSync(arguments[0]);
       const count = (list) => [...list].reduce((sum, rule) => sum + 1 + count(rule.cssRules ?? []), 0);
       return count(sheet.cssRules)`, code);
    assert.equal(parsed, rules, `${place}: rules are lost`);
    const refused = await run(
      'return arguments[0].filter(([name, value]) => !CSS.supports(name, value)).map((pair) => pair.join(": "))',
      declarations);
    assert.deepEqual(refused, [], `${place}: declarations are not read`);
    const names = (list) => new Set(manifest[list].map(({ name }) => name));
    const [parts, tokens] = [names('cssParts'), names('cssProperties')];
    for (const [, part] of code.matchAll(/::part\(([\w-]+)\)/g)) assert.ok(parts.has(part), `${place}: no part ${part}`);
    for (const [token] of code.matchAll(/--tom-tat-[\w-]+/g)) assert.ok(tokens.has(token), `${place}: no token ${token}`);
  });
