// Pictures for people to look at, under target/screenshots: a designer's proof sheet.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { viewport } from '../e2e/engines.mjs';
import { root, screenshot } from '../e2e/harness.mjs';
import { Studio, THEMES } from './page.mjs';

let studio;

before(async () => {
  studio = await Studio.open();
});

after(() => studio?.close());

/** Stores the whole page, however long; an empty picture fails. */
const picture = async (name) => {
  const file = await readFile(await screenshot(studio.driver, name, { whole: true }));
  assert.ok(file.length > 20_000, `${name}.png holds ${file.length} bytes: the card is not on it`);
};

for (const theme of THEMES) {
  for (const mode of ['light', 'dark', '320 px']) {
    test(`picture: ${theme}, ${mode}`, async () => {
      await studio.show(theme, mode, { opened: false });
      await picture(`${theme}-${mode.replace(' ', '')}`);
    });
  }
}

test('picture: default, with everything open', async () => {
  await studio.show('default', 'light');
  await picture('default-open');
});

test('picture: default, on paper', async () => {
  await studio.show('default', 'light', { opened: false });
  await studio.driver.sendDevToolsCommand('Emulation.setEmulatedMedia', { media: 'print' });
  await studio.driver.executeScript(`dispatchEvent(new Event('beforeprint'))`);
  await picture('default-print');
});

test('picture: default, in a hostile page', async () => {
  const css = await readFile(join(root, 'www', 'demo.css'), 'utf8');
  await studio.show('default', 'light', { opened: false, head: `<style>${css}</style>` });
  await picture('default-hostile');
});

test('picture: the gallery of themes', async () => {
  const { driver, site } = studio;
  await studio.show('default', 'light');
  await driver.sendDevToolsCommand('Emulation.setEmulatedMedia', {});
  await viewport(driver, 1280, 900);
  await driver.get(`${site.origin}/www/themes.html`);
  const cards = `return [...document.querySelectorAll('.sample')]
    .map(({ shadowRoot }) => shadowRoot.querySelector('tom-tat'))`;
  await driver.executeScript(`${cards}.forEach((card) => card.setAttribute('loading', 'eager'))`);
  await driver.wait(
    () => driver.executeScript(`${cards.replace('return', 'return (')}).every((card) => card.summary)`),
    10_000,
    'a card of the gallery is missing',
  );
  const backgrounds = await driver.executeScript(`${cards}.map((card) =>
    getComputedStyle(card.shadowRoot.querySelector('[part~=card]')).backgroundColor)`);
  assert.equal(backgrounds.length, THEMES.length, 'a theme is not in the gallery');
  assert.ok(new Set(backgrounds).size > 4, `the themes look alike: ${backgrounds}`);
  await picture('gallery');
});
