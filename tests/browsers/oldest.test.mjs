// What is shipped uses only what the oldest browsers of the README know: Chrome 109, Firefox 115, Safari 16.4.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { examined, examinedFile, exceptions, shipped, worded } from './shipped.mjs';

const featuresIn = (file, text) => examined(file, text).map(({ feature }) => feature);

/** Samples that must be complained about, by the feature that is told. */
const LATE_STYLES = {
  'a{anchor-name:--x}': 'anchor-name',
  '@starting-style{a{opacity:0}}': '@starting-style',
  ':user-valid{color:red}': ':user-valid',
  'a{color:light-dark(#000,#fff)}': 'light-dark()',
  'a{--own:light-dark(#000,#fff)}': 'light-dark()',
  'a{color:color-mix(in srgb,red,blue)}': 'color-mix()',
  'a{color:rgb(from red r g b)}': 'rgb(from …)',
  'a{transition:opacity 1s linear(0,1)}': 'linear()',
  'a{grid-template-columns:subgrid}': 'grid-template-columns: subgrid',
  'a{& b{color:red}}': 'nesting of rules',
  'a{@media print{color:red}}': 'nesting of rules',
  'a:has(b){color:red}': ':has',
  ':nth-child(1 of .x){color:red}': ':nth-child(… of …)',
  'a{inline-size:1rcap}': 'unit rcap',
  '@media (scripting:none){a{color:red}}': '@media (scripting)',
  '@container style(--a:b){a{color:red}}': '@container style()',
  '@supports not (color:light-dark(red,red)){a{color:light-dark(red,red)}}': 'light-dark()',
  '@supports (color:light-dark(red,red)){a{margin-trim:block}}': 'margin-trim',
};

const LATE_SCRIPTS = {
  'Promise.withResolvers()': 'Promise.withResolvers',
  'Array.fromAsync([])': 'Array.fromAsync',
  '/x/v': 'flag v of a pattern',
  '/(?i:x)/': 'modifier in a pattern',
  '/(?<a>x)|(?<a>y)/': 'named group twice',
  '[].toSorted()': '.toSorted',
  'AbortSignal.any([])': 'AbortSignal.any',
  'document.startViewTransition()': 'document.startViewTransition',
  'self.navigation': 'navigation',
  'const { navigation } = window': 'navigation',
  'new CloseWatcher()': 'CloseWatcher',
  'navigator.userActivation': 'navigator.userActivation',
  'addEventListener("scrollend", f)': 'event scrollend',
  'const x = await f()': 'top-level await',
  'import x from "./x.json" with { type: "json" }': 'import attributes',
  '{ using x = f() }': 'using',
  'document.querySelector("a:user-valid")': ':user-valid',
  'sheet.replaceSync("a{anchor-name:--x}")': 'anchor-name',
};

const GOOD_STYLES = `
  @supports (color: light-dark(#000, #fff)) { a { color: light-dark(#000, #fff) } }
  @container card (min-width: 30em) { a:is(b, c):not(d, e)::part(x)::before { inset-inline: clamp(1px, 2cqi, 3px) } }
  @media (prefers-reduced-motion: reduce) and (width > 3em) { a { --own: rgb(1 2 3 / 0.4); display: grid } }
  @font-face { font-family: x; font-display: swap; src: url(x.woff2) }`;

const GOOD_SCRIPTS = `
  class Own extends HTMLElement { static #count = 0; static { Own.#count ??= 1 } has(x) { return #count in x } }
  const { currentScript } = document;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('a:focus-visible{color:red}');
  document.adoptedStyleSheets = [sheet];
  addEventListener('beforeprint', () => structuredClone([1].at(-1)?.own));
  export const read = async () => await fetch('/x', { signal: new AbortController().signal }, 1_000);
  if (Object.hasOwn(read, 'ok')) read.ours = /(?<name>x)\\p{L}/su.exec('x');`;

test('late features are complained about', () => {
  for (const [text, feature] of Object.entries(LATE_STYLES))
    assert.ok(featuresIn('sample.css', text).includes(feature), `${text} passed: ${featuresIn('sample.css', text)}`);
  for (const [text, feature] of Object.entries(LATE_SCRIPTS))
    assert.ok(featuresIn('sample.js', text).includes(feature), `${text} passed: ${featuresIn('sample.js', text)}`);
});

test('what the oldest browsers know is not complained about', () => {
  assert.deepEqual(examined('sample.css', GOOD_STYLES).map(worded), []);
  assert.deepEqual(examined('sample.js', GOOD_SCRIPTS).map(worded), []);
});

test('a complaint says where, what, and who has it since when', () => {
  const [complaint] = examined('sample.css', '\na{text-wrap:balance}').map(worded);
  assert.match(complaint, /^sample\.css:2: text-wrap – not in Chrome 109 \(has it since 114\), /);
  assert.match(complaint, /, Firefox 115 \(has it since 121\), /);
});

test('CSS that is not understood is no CSS that passes', () => {
  // The parser knows no rules inside of others that do not begin with `&`; the oldest browsers do not, either.
  for (const text of ['a{color:}}', 'a{b{color:red}}', 'a{.b{color:red}}']) {
    assert.throws(() => examined('sample.css', text), /does not understand/);
    assert.throws(() => examined('sample.js', `styles(${JSON.stringify(text)})`), /does not understand/);
  }
});

const files = shipped();

test('there is something to examine', () => {
  const names = ['card.css', 'doctor-page.js', 'doctor.js', 'tom-tat-list.js', 'tom-tat.js', 'tom_tat.js', 'themes/band.css'];
  assert.deepEqual(names.filter((name) => !files.includes(`pkg/${name}`)), []);
  // The loader's own style sheet stands in one of its texts.
  assert.ok(featuresIn('sample.js', 'styles(":host{min-height:0}:user-valid{color:red}")').includes(':user-valid'));
});

const found = files.flatMap(examinedFile);

test('what is shipped uses nothing that the oldest browsers lack', () => {
  const excepted = new Set(exceptions().map(({ feature }) => feature));
  assert.deepEqual(found.filter(({ feature }) => !excepted.has(feature)).map(worded), []);
});

test('each exception has a reason, stands once, and is used', () => {
  const used = new Set(found.map(({ feature }) => feature));
  const listed = exceptions();
  assert.deepEqual(listed.filter(({ isWhole }) => !isWhole), []);
  assert.equal(new Set(listed.map(({ feature }) => feature)).size, listed.length);
  assert.deepEqual(listed.filter(({ feature }) => !used.has(feature)).map(({ feature }) => feature), []);
});
