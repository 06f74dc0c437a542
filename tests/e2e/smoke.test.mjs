// Does the package load at all, in the way that a webmaster's page loads it?

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complaints, page, stage } from './harness.mjs';

const { site, driver } = await stage({ '/': page(''), '/twice': page('<script src="/pkg/tom-tat.js"></script>') });

const defined = () =>
  driver.wait(
    () => driver.executeScript('return !!customElements.get("tom-tat")'),
    10_000,
    'the element <tom-tat> was not defined',
  );

test('the script defines the element', async () => {
  await driver.get(`${site.origin}/`);
  await defined();
  assert.deepEqual(await complaints(driver), []);
});

test('the script may be included twice', async () => {
  await driver.get(`${site.origin}/twice`);
  await defined();
  assert.deepEqual(await complaints(driver), []);
});

test('a page without a card loads the first file only', async () => {
  site.requests.length = 0;
  await driver.get(`${site.origin}/`);
  await defined();
  const loaded = site.requests.filter((path) => path.startsWith('/pkg/'));
  assert.deepEqual(loaded, ['/pkg/tom-tat.js']);
});

test('the module starts, with the glue as it was minified', async () => {
  await driver.get(`${site.origin}/`);
  const exported = await driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    import('/pkg/tom_tat.js')
      .then(async (glue) => (await glue.default({ module_or_path: '/pkg/tom_tat_bg.wasm' }), done(Object.keys(glue))))
      .catch((error) => done(String(error)));
  `);
  assert.ok(Array.isArray(exported) && exported.includes('default'), String(exported));
});
