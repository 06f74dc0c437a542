// Endurance, by name only: `cargo xtask endurance`. Figures go to docs/ENDURANCE.md; a card that keeps memory
// fails, times are only told.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { browser, root, serve } from '../e2e/harness.mjs';
import { counting, memory } from './page.mjs';

/** Bytes that may be in use more at the end than after the first hundred. */
const MOST = 8_000_000;
const COUNT = 10_000;
const STEPS = 10;

const site = await serve();
const driver = await browser({ args: ['--enable-precise-memory-info'] });
await driver.manage().setTimeouts({ script: 600_000, pageLoad: 60_000 });
const run = (code) => driver.executeAsyncScript(
  `const done = arguments[0]; (async () => { ${code} })().then(done, (error) => done({ error: String(error) }))`);

const open = async (body) => {
  site.route('/page', counting(body));
  await driver.get(`${site.origin}/page`);
  await driver.wait(() => driver.executeScript(`return !!customElements.get('tom-tat')`), 10_000, 'not defined');
};

const checked = (result) => {
  if (result?.error) throw new Error(result.error);
  return result;
};

/** Memory after each tenth of the work that `name` does. */
const curve = async (name) => {
  await open();
  checked(await run(`await ${name}(0, 100)`));
  const points = [{ count: 100, ...(await memory(driver)) }];
  for (let step = 1; step <= STEPS; step++) {
    checked(await run(`await ${name}(${(step - 1) * COUNT / STEPS}, ${COUNT / STEPS})`));
    points.push({ count: 100 + step * COUNT / STEPS, ...(await memory(driver)) });
  }
  return points;
};

const megabytes = (bytes) => (bytes / 1e6).toFixed(2);
const growth = (points) => {
  const total = ({ script, wasm }) => script + wasm;
  return total(points.at(-1)) - total(points[0]);
};
const table = (points) => [
  '| done | JavaScript, MB | module, MB | nodes | listeners |', '|--:|--:|--:|--:|--:|',
  ...points.map(({ count, script, wasm, nodes, listeners }) =>
    `| ${count} | ${megabytes(script)} | ${megabytes(wasm)} | ${nodes} | ${listeners} |`),
].join('\n');

const thousand = async (attributes) => {
  await open();
  checked(await run(`await mounts(0, 20)`));
  const before = await memory(driver);
  const { time, shown } = checked(await run(`longest = 0; return cards(1000, ${JSON.stringify(attributes)})`));
  const longest = await driver.executeScript('return longest');
  const after = await memory(driver);
  const each = (after.script + after.wasm - before.script - before.wasm) / 1000;
  return { time, shown, longest, each };
};

const SENTENCE = 'Sáng 29/4/2022, đồng chí Nguyễn Văn An, Chủ tịch UBND tỉnh chủ trì hội nghị và trao 350 suất quà. ';
const bytes = (text) => Buffer.byteLength(text);
const repeated = (text, size) => text.repeat(Math.floor(size / bytes(text)));
/** Facts of which no two are the same. */
const distinct = (size) => {
  const parts = [];
  for (let number = 100, length = 0; length < size; number++) {
    const part = `Ngày 29/4/2022, UBND tỉnh ban hành Quyết định số ${number}/QĐ-UBND và trao ${number} suất quà cho ${number + 7} hộ. `;
    length += bytes(part);
    parts.push(part);
  }
  return parts.join('');
};
const paragraphs = (text) => text.replaceAll('. ', '.</p>\n<p>');

const LARGE = {
  '10 MB of HTML, most of it a picture written into it': {
    json: { body: `<p>${SENTENCE}</p><img src="data:image/png;base64,${'A'.repeat(9_990_000)}">` } },
  '10 MB of text': { json: { body: repeated(SENTENCE, 10_000_000) } },
  '10 MB of text in paragraphs of HTML': { json: { body: paragraphs(repeated(SENTENCE, 10_000_000)) } },
  '10 MB in the page itself': { page: paragraphs(repeated(SENTENCE, 10_000_000)) },
  '2.9 MB of text, the same sentence': { json: { body: repeated(SENTENCE, 2_900_000) } },
  '2.9 MB of text, 65,000 different facts': { json: { body: distinct(2_900_000) } },
  '1 MB of text, 22,000 different facts': { json: { body: distinct(1_000_000) } },
  '100 kB of text, 2,200 different facts': { json: { body: distinct(100_000) } },
};

const large = async ({ json, page }) => {
  await open(page ? `<div id="bai"><h1>Hội nghị lớn của tỉnh</h1><p>${page}</p></div>` : '');
  checked(await run(`await mounts(0, 20)`));
  if (json) site.route('/large.json', JSON.stringify({ title: 'Hội nghị lớn', ...json }));
  return checked(await run(`return one({ ${json ? "src: '/large.json'" : "for: 'bai'"} })`));
};

const milliseconds = (time) => `${Math.round(time)} ms`;

try {
  const mounted = await curve('mounts');
  const updated = await curve('updates');
  const rows = [];
  for (const [name, attributes] of Object.entries({ line: { density: 'line' }, short: {}, full: { density: 'full' } })) {
    const { time, shown, longest, each } = await thousand(attributes);
    rows.push(`| ${name} | ${shown} | ${milliseconds(time)} | ${milliseconds(longest)} | ${(each / 1000).toFixed(1)} |`);
  }
  const articles = [];
  for (const [name, source] of Object.entries(LARGE)) {
    const { code, time, longest } = await large(source);
    articles.push(`| ${name} | ${code} | ${milliseconds(time)} | ${milliseconds(longest)} |`);
  }
  await open();
  checked(await run(`await mounts(0, 20)`));
  const { count, share } = checked(await run('return busy(10_000)'));
  const capabilities = await driver.getCapabilities();
  const text = `# Endurance

Made by \`cargo xtask endurance\` on ${new Date().toISOString().slice(0, 10)}, in Chromium ${capabilities.get('browserVersion')} on a machine of two
cores. Memory is what is in use after garbage was collected; times depend on the machine and are only told.

## 10,000 cards mounted and removed

${megabytes(growth(mounted))} MB more at the end than after the first hundred (at most ${MOST / 1e6}).

${table(mounted)}

## 10,000 articles for one card

${megabytes(growth(updated))} MB more at the end than after the first hundred (at most ${MOST / 1e6}).

${table(updated)}

## 1,000 cards on one page, all at once

| density | cards | until all show | longest task | kB a card |
|---|--:|--:|--:|--:|
${rows.join('\n')}

## A busy page

Of ten seconds in which a page added ${count} lines and took most of them away again, the loader's observer took
${(share * 100).toFixed(2)} % (at most 1).

## Large articles

What is more than 3 MB of text is refused: \`too-large\`. 10 MB are to take no task above one second.

| article | told | until told | longest task |
|---|---|--:|--:|
${articles.join('\n')}
`;
  await writeFile(join(root, 'docs/ENDURANCE.md'), text);
  console.log(text);
  for (const [name, points] of Object.entries({ mounted, updated }))
    if (growth(points) > MOST) {
      console.log(`error: ${name} 10,000 times, ${growth(points)} bytes more are in use`);
      process.exitCode = 1;
    }
} finally {
  await driver.quit();
  await site.close();
}
