// Makes the pictures of the themes for the settings page, from the gallery of themes: node tests/wordpress/pictures.mjs

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { browser, root, serve } from '../e2e/harness.mjs';

const folder = join(root, 'integrations/wordpress/tom-tat/pictures');
const [width, height] = [400, 300];
const site = await serve();
const driver = await browser();
await mkdir(folder, { recursive: true });
await driver.get(`${site.origin}/www/themes.html`);
await driver.executeScript(`
  document.body.style.background = '#fff';
  for (const sample of document.querySelectorAll('.sample')) {
    sample.style.cssText = 'box-sizing:border-box;width:${width}px;height:${height}px;overflow:hidden;padding:12px;margin:0;border:0';
    sample.shadowRoot.querySelector('tom-tat').setAttribute('loading', 'eager');
  }`);
const ready = `return [...document.querySelectorAll('.sample')].every(({ shadowRoot }) => shadowRoot.querySelector('tom-tat').shadowRoot?.querySelector('[part~=card]'))`;
await driver.wait(() => driver.executeScript(ready), 20_000, 'the cards do not come');
await driver.sleep(500);
const places = await driver.executeScript(`return [...document.querySelectorAll('.sample')].map((sample) => {
  const { x, y } = sample.getBoundingClientRect();
  const [, name] = /themes\\/([\\w-]+)\\.css/.exec(sample.shadowRoot.querySelector('link')?.href) ?? [, 'page'];
  return { name, x: x + scrollX, y: y + scrollY };
})`);
for (const { name, x, y } of places) {
  const { data } = await driver.sendAndGetDevToolsCommand('Page.captureScreenshot', {
    format: 'webp', quality: 50, captureBeyondViewport: true, clip: { x, y, width, height, scale: 1 } });
  await writeFile(join(folder, `${name}.webp`), data, 'base64');
}
await driver.quit();
await site.close();
