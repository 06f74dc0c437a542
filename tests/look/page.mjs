// A page with a card of each density in a theme, in each of the ways in which readers see it. Chromium only:
// colour schemes, forced colours and zoom are set by its DevTools protocol.

import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { browser, page, root, serve } from '../e2e/harness.mjs';
import { viewport } from '../e2e/engines.mjs';

const files = await readdir(join(root, 'www', 'themes'));

/** The card's own look, and each theme that is shipped. */
export const THEMES = ['default', ...files.map((file) => file.replace('.css', '')).sort()];

const SCHEME = 'prefers-color-scheme';

/** How a page is seen: the viewport, and the media features that are emulated. */
export const MODES = {
  light: { width: 820 },
  dark: { width: 820, media: { [SCHEME]: 'dark' } },
  forced: { width: 820, media: { 'forced-colors': 'active' } },
  'forced dark': { width: 820, media: { 'forced-colors': 'active', [SCHEME]: 'dark' } },
  // Against the page's own scheme.
  'theme=dark': { width: 820, attributes: 'theme="dark"' },
  'theme=light in dark': { width: 820, media: { [SCHEME]: 'dark' }, attributes: 'theme="light"' },
  // 200 % of a window of 1280px.
  'zoom 200 %': { width: 640, scale: 2 },
  '320 px': { width: 320 },
};

/** What a host page with both schemes writes. */
const HOST = `<style>
  :root { color-scheme: light dark; background: #fff; color: #202124 }
  @media (prefers-color-scheme: dark) { :root { background: #121416; color: #e8e6e3 } }
  body { max-width: 780px; margin: 0 auto; padding: 20px;
    font: 16px/1.5 "Noto Sans", "Liberation Sans", Arial, sans-serif }
  @media (max-width: 400px) { body { padding: 8px } }
</style>`;

export class Studio {
  /** Starts a browser and a site. Call `close()` in the end. */
  static async open() {
    const studio = new Studio();
    studio.site = await serve({});
    studio.driver = await browser({ args: ['--hide-scrollbars'] });
    const article = JSON.parse(await readFile(join(root, 'www/articles/lam-dong.json')));
    article.url = 'https://example.com/bai-viet';
    studio.site.route('/article.json', JSON.stringify(article));
    return studio;
  }

  async close() {
    await this.driver?.quit();
    await this.site?.close();
  }

  /** Shows the cards in this theme and mode, with everything that can be opened open. */
  async show(theme, mode, { opened = true, head = HOST } = {}) {
    const { width, scale = 1, media = {}, attributes = '' } = MODES[mode];
    const link =
      theme === 'default' ? '' : `<link rel="stylesheet" href="/pkg/themes/${theme}.css">`;
    const card = (density, more) => `<tom-tat src="article.json" density="${density}" loading="eager" heading="2"
      lookup="https://example.com/?q={number}" report="mailto:a@example.com" ${more} ${attributes}></tom-tat>`;
    const cards = card('short', 'id="card" limit="2"') + card('line', '') + card('full', '');
    const features = Object.entries({ [SCHEME]: 'light', 'forced-colors': 'none', ...media });
    await this.driver.sendDevToolsCommand('Emulation.setEmulatedMedia', {
      features: features.map(([name, value]) => ({ name, value })),
    });
    await viewport(this.driver, width, 700, scale);
    this.site.route('/page', page(`<main><h1>Trang tin</h1>${cards}</main>`, { head: head + link }));
    await this.driver.get(`${this.site.origin}/page`);
    await this.driver.wait(
      () => this.driver.executeScript(
        `return [...document.querySelectorAll('tom-tat')].every((card) => card.summary)`),
      10_000,
      `no card in the theme ${theme}, ${mode}`,
    );
    if (opened)
      await this.driver.executeScript(
        `for (const { shadowRoot } of document.querySelectorAll('tom-tat'))
           for (const details of shadowRoot.querySelectorAll('details')) details.open = true`,
      );
  }
}
