// docs/anatomy.png: a card with the name of each part beside it. `node tests/docs/anatomy.mjs` draws it anew.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { browser, root, serve } from '../e2e/harness.mjs';

/** Runs in the page: a label in the margin for the first of each part, a line from it to the part. */
const label = (card) => {
  const SVG = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(SVG, 'svg');
  const place = { left: [], right: [] };
  const seen = new Set();
  const [from, to] = [card.getBoundingClientRect().left, card.getBoundingClientRect().right];
  for (const element of card.shadowRoot.querySelectorAll('[part]')) {
    const names = element.getAttribute('part').split(' ').filter((name) => !seen.has(name));
    // What is folded away, or only read out, is shown where it can be seen.
    const [box] = element.checkVisibility() ? element.getClientRects() : [];
    const readOut = element.parentElement.offsetWidth < 2;
    if (!names.length || !box || box.width < 2 || !box.height || readOut) continue;
    for (const name of names) seen.add(name);
    const side = box.left + box.width / 2 < (from + to) / 2 && box.width < (to - from) * 0.9 ? 'left' : 'right';
    place[side].push({ names: names.join(' + '), box });
  }
  const draw = (name, attributes) => {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    svg.append(element);
    return element;
  };
  let bottom = 0;
  for (const [side, labels] of Object.entries(place)) {
    let next = 16;
    labels.sort((one, other) => one.box.top - other.box.top || one.box.left - other.box.left);
    for (const { names, box } of labels) {
      const y = Math.max(next, box.top + Math.min(box.height / 2, 10));
      next = y + 17;
      const [x, end] = side === 'left' ? [from - 26, box.left] : [to + 26, Math.min(box.right, to)];
      const target = box.top + Math.min(box.height / 2, 10);
      draw('path', { d: `M${x} ${y}L${end} ${target}`, stroke: '#b3261e', 'stroke-width': 0.8, fill: 'none' });
      draw('circle', { cx: end, cy: target, r: 2.2, fill: '#b3261e' });
      const text = draw('text', { x: side === 'left' ? x - 5 : x + 5, y: y + 4, 'font-size': 12.5, fill: '#1b2127',
        'font-family': '"Noto Sans Mono", "Liberation Mono", monospace', 'text-anchor': side === 'left' ? 'end' : 'start' });
      text.textContent = names;
      bottom = Math.max(bottom, next);
    }
  }
  svg.style.cssText = `position:absolute;inset:0;width:100%;height:${bottom + 20}px;overflow:visible`;
  document.body.append(svg);
  document.body.style.minHeight = `${bottom + 20}px`;
};

const article = JSON.parse(await readFile(join(root, 'www/articles/lam-dong.json'), 'utf8'));
const site = await serve({
  '/article.json': JSON.stringify({ ...article, url: '/bai' }),
  '/page': { headers: { 'content-type': 'text/html; charset=utf-8' }, body: `<!doctype html><meta charset="utf-8">
    <style>body { margin: 0; padding: 16px 320px; font: 16px/1.5 "Noto Sans", sans-serif; background: #fff }</style>
    <script src="/pkg/tom-tat.js"></script>
    <tom-tat id="card" loading="eager" src="/article.json" lookup="https://example.com/?q={number}"
      report="mailto:bientap@example.com" show="title lead date figures officials directives"></tom-tat>` },
});
const driver = await browser({ args: ['--hide-scrollbars'] });
try {
  await driver.sendDevToolsCommand('Emulation.setDeviceMetricsOverride',
    { width: 1180, height: 800, deviceScaleFactor: 1, mobile: false });
  await driver.get(`${site.origin}/page`);
  await driver.wait(() => driver.executeScript('return !!card.summary'), 10_000, 'no card');
  await driver.executeScript(`card.shadowRoot.querySelector('[part~=official] [part=evidence-toggle]').click();
    card.shadowRoot.querySelector('[part~=directive] [part=evidence-toggle]').click();
    card.shadowRoot.querySelector('[part=more]').open = true`);
  await driver.sleep(300);
  await driver.executeScript(`(${label})(card)`);
  const { data } = await driver.sendAndGetDevToolsCommand('Page.captureScreenshot', { captureBeyondViewport: true });
  await writeFile(join(root, 'docs/anatomy.png'), data, 'base64');
} finally {
  await driver.quit();
  await site.close();
}
