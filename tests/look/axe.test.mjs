// Accessibility, as far as a program can tell: axe-core finds nothing in any theme and mode.

import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { root } from '../e2e/harness.mjs';
import { MODES, Studio, THEMES } from './page.mjs';

let studio;
let axe;
const table = new Map();

before(async () => {
  axe = await readFile(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
  studio = await Studio.open();
});

after(async () => {
  await studio?.close();
  const names = Object.keys(MODES);
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const rows = [...table].map(([theme, row]) => line([theme, ...names.map((mode) => row[mode])]));
  const text = [line(['theme', ...names]), line(['---', ...names.map(() => '---:')]), ...rows];
  await mkdir(join(root, 'target'), { recursive: true });
  await writeFile(join(root, 'target', 'axe.md'), `${text.join('\n')}\n`);
  console.log(`axe-core violations\n${text.join('\n')}`);
});

/** Rules and elements that axe-core objects to, within what `where` selects. */
const violations = async (where = 'html') => {
  await studio.driver.executeScript(axe);
  const { violations, contrasts } = await studio.driver.executeAsyncScript(
    `const done = arguments[arguments.length - 1];
     axe.run(arguments[0]).then((found) => done({
       contrasts: found.passes.find(({ id }) => id === 'color-contrast')?.nodes
         .filter(({ target }) => Array.isArray(target[0])).length,
       violations: found.violations.flatMap(({ id, nodes }) => nodes.map(
         ({ target, failureSummary }) => id + ' ' + target.flat().pop() + ' ' + failureSummary)),
     }))`,
    where,
  );
  return { violations, contrasts };
};

for (const theme of THEMES) {
  table.set(theme, {});
  for (const mode of Object.keys(MODES)) {
    test(`axe: ${theme}, ${mode}`, async () => {
      await studio.show(theme, mode);
      const { violations: found, contrasts } = await violations();
      table.get(theme)[mode] = found.length;
      assert.deepEqual(found, []);
      assert.ok(contrasts > 20, `axe-core judged ${contrasts} texts only: it did not see the card`);
    });
  }
}

for (const mode of ['light', 'dark']) {
  test(`axe: the cards of the demo, ${mode}`, async () => {
    await studio.show('default', mode);
    await studio.driver.get(`${studio.site.origin}/www/portal.html`);
    await studio.driver.wait(
      () => studio.driver.executeScript(`return document.querySelector('tom-tat')?.summary`),
      10_000,
      'no card in the demo',
    );
    const { violations: found } = await violations('tom-tat');
    assert.deepEqual(found, []);
  });
}

// The workshop with everything open, and a page of the handbooks.
for (const mode of ['light', 'dark'])
  for (const path of ['index.html', 'www/huong-dan/thiet-ke.html'])
    test(`axe: ${path}, ${mode}`, async () => {
      await studio.show('default', mode);
      await studio.driver.get(`${studio.site.origin}/${path}`);
      if (path === 'index.html')
        await studio.driver.wait(() => studio.driver.executeScript(
          `return !!document.querySelector('.stage tom-tat')?.shadowRoot`), 10_000, 'no workshop');
      await studio.driver.executeScript(`for (const details of document.querySelectorAll('details')) details.open = true`);
      const { violations: found } = await violations();
      assert.deepEqual(found, []);
    });
