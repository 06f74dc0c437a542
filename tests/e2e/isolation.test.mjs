// A host's style sheet does not reach into a card, and a card looks the same in any page.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { article, event, recording } from './card.mjs';
import { root, stage } from './harness.mjs';

const { site, driver } = await stage({ '/one.json': JSON.stringify(article('Bài một', { url: '/bai' })) });

// What a card takes over from its host on purpose.
const HOST = 'html, body { margin: 0 !important; padding: 0 !important } body { font-family: Arial; font-size: 16px; color: #222 }';

/** Style sheets that many portals stand on, from their npm packages. */
const bootstrap = (version) =>
  readFileSync(join(root, `node_modules/bootstrap${version}/dist/css/bootstrap.min.css`), 'utf8');

const HOSTS = {
  'Bootstrap 3': bootstrap(3),
  'Bootstrap 5': bootstrap(5),
  'a root of 10px': 'html { font-size: 10px }',
  'rules on everything': `* { margin: 9px; padding: 7px; line-height: 1; letter-spacing: 3px;
    text-transform: uppercase; text-align: right; text-indent: 3em; word-spacing: 1em;
    white-space: nowrap; font-style: italic; font-weight: 900; font-variant: small-caps;
    text-shadow: 1px 1px red; list-style: square; cursor: wait; box-sizing: content-box }
    tom-tat { margin: 0 !important; padding: 0 !important }`,
  'rules on bare elements': `h3, h4 { font: 40px/1 serif; color: red; border-left: 9px solid red }
    li { float: left; border-bottom: 3px dotted red } dl, dt, dd { float: left; width: 50% }
    p { text-indent: 4em; text-align: justify } a { color: red; font-weight: bold }
    b { color: red } time { display: none } summary, details, mark { background: yellow }
    article, section, header, footer { float: right; width: 120px; background: red }`,
  'rules with !important': `[part] { color: red !important; display: block !important }
    ul { padding-left: 80px !important } ::slotted(*) { display: none !important }`,
};

/** Computed styles of everything in the card. */
const STYLES = `
  return [...card.shadowRoot.querySelectorAll('[part~=card], [part~=card] *')].map((element) => {
    const style = getComputedStyle(element);
    const names = ['color', 'display', 'float', 'fontFamily', 'fontSize', 'fontStyle',
      'fontVariantCaps', 'fontWeight', 'letterSpacing', 'lineHeight', 'listStyleType', 'margin',
      'padding', 'borderLeftWidth', 'backgroundColor', 'textAlign', 'textIndent', 'textShadow',
      'textTransform', 'whiteSpace', 'width', 'wordSpacing', 'cursor', 'boxSizing',
      'textDecorationLine', 'borderTopWidth', 'borderBottomColor', 'outlineStyle', 'opacity'];
    return element.getAttribute('part') + ' ' + element.localName + ': ' +
      names.map((name) => name + '=' + style[name]).join('; ');
  })`;

const styles = async (css, last = '') => {
  const body = '<tom-tat id="card" src="one.json" limit="1" lookup="/?{number}"></tom-tat>';
  // HOST comes behind, for what is taken over on purpose shall be the same.
  site.route('/page', recording(body, { head: `<style>${css}</style><style>${HOST}${last}</style>` }));
  await driver.get(`${site.origin}/page`);
  await event(driver);
  return driver.executeScript(STYLES);
};

for (const [name, css] of Object.entries(HOSTS)) {
  test(`host with ${name}`, async () => {
    const plain = await styles('');
    assert.ok(plain.length > 30, 'the card is not there');
    const hosted = await styles(css);
    const first = plain.findIndex((line, index) => line !== hosted[index]);
    assert.equal(hosted[first], plain[first]);
    assert.equal(hosted.length, plain.length);
  });
}

test('no text is smaller than 12px', async () => {
  await styles('', 'body { font-size: 9px }');
  const sizes = await driver.executeScript(
    `return [...card.shadowRoot.querySelectorAll('[part~=card] *')].map((element) =>
       parseFloat(getComputedStyle(element).fontSize))`,
  );
  assert.ok(Math.min(...sizes) >= 12, `${Math.min(...sizes)}px`);
});

test('the card takes over family, colour and colour scheme', async () => {
  await styles('', ':root { color-scheme: dark } body { color: rgb(1, 2, 3); font-family: Courier }');
  const taken = await driver.executeScript(
    `const style = getComputedStyle(card.shadowRoot.querySelector('[part~=card]'));
     return [style.color, style.fontFamily, style.colorScheme]`,
  );
  assert.deepEqual(taken, ['rgb(1, 2, 3)', 'Courier', 'dark']);
});

test('a card in a shrinking container keeps a readable width', async () => {
  const body = '<div style="float:left"><tom-tat id="card" src="one.json"></tom-tat></div>';
  site.route('/page', recording(body, { head: `<style>${HOST}</style>` }));
  await driver.get(`${site.origin}/page`);
  await event(driver);
  const width = await driver.executeScript('return card.getBoundingClientRect().width');
  assert.ok(width >= 240, `${width}px`);
});

// Old doctypes: a line's height is there that of its own words only, whatever the block's.
const DOCTYPES = {
  'XHTML 1.0 Transitional':
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">',
  'no doctype': '',
};
for (const [name, doctype] of Object.entries(DOCTYPES))
  test(`isolation: no line lies on another under ${name}`, async () => {
    site.route('/old', recording(`<style>${HOST} body { width: 320px }</style>
      <tom-tat id="card" loading="eager" density="full" src="/www/articles/cao-bang.json"></tom-tat>`)
      .replace('<!doctype html>', doctype));
    await driver.get(`${site.origin}/old`);
    await event(driver);
    const low = await driver.executeScript(`
      const parts = [...card.shadowRoot.querySelectorAll('[part=figure-value], [part=official-line], [part=document]')];
      return parts.map((element) => [element.textContent, element.offsetHeight])
        .filter(([, height]) => height < 18 || (height > 22 && height < 36))`);
    assert.deepEqual(low, []);
    assert.ok(await driver.executeScript(`return card.shadowRoot.querySelectorAll('[part=figure-value]').length > 3`));
  });
