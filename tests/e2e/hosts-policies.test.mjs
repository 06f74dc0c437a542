// Under a Content-Security-Policy, Trusted Types, in frames, and from another origin.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { STRICT_POLICY, article, event, recording, visible } from './card.mjs';
import { complaints, root, serve, stage } from './harness.mjs';
import { after } from 'node:test';
import { matrix } from './hosts.mjs';

const { site, driver } = await stage({ '/one.json': JSON.stringify(article('Bài một')) });
const row = matrix('policies');
const run = (script, ...args) => driver.executeScript(script, ...args);

const FILES = {
  'tom-tat.js': 'text/javascript', 'tom_tat.js': 'text/javascript', 'doctor.js': 'text/javascript',
  'tom_tat_bg.ico': 'image/x-icon', 'tom_tat_bg.wasm': 'application/wasm',
};

/** Serves the files of the card from another origin, with these headers. */
const elsewhere = async (headers = {}) => {
  const other = await serve();
  after(() => other.close());
  for (const [file, type] of Object.entries(FILES))
    other.route(`/pkg/${file}`, { headers: { 'content-type': type, ...headers }, body: await readFile(join(root, 'pkg', file)) });
  return other.origin;
};

const CARD = '<tom-tat id="card" src="/one.json" loading="eager"><a id="fallback" href="/bai">Đọc bài</a></tom-tat>';

/** Shows a page under this policy; every script of ours in it has the nonce "n". */
const open = async (policy, { tag = '<script src="/pkg/tom-tat.js"></script>', headers = {}, body = CARD } = {}) => {
  const html = recording(body, { loader: false, head: tag }).replaceAll('<script>', '<script nonce="n">');
  const csp = policy ? { 'content-security-policy': policy } : {};
  site.route('/page', { headers: { ...csp, ...headers }, body: html });
  await complaints(driver);
  await driver.get(`${site.origin}/page`);
  return event(driver);
};

const OWN = `'self' 'nonce-n'`;
const POLICIES = {
  [`script-src 'self' 'wasm-unsafe-eval'`]: [`script-src ${OWN} 'wasm-unsafe-eval'`],
  [`script-src 'self' 'unsafe-eval' (older servers)`]: [`script-src ${OWN} 'unsafe-eval'`],
  [`script-src with nonce and 'strict-dynamic'`]: [
    `script-src 'nonce-n' 'strict-dynamic' 'wasm-unsafe-eval'`,
    { tag: '<script src="/pkg/tom-tat.js" nonce="n"></script>' },
  ],
  [`script-src with a nonce only`]: [
    `script-src 'nonce-n' 'wasm-unsafe-eval'`, { tag: '<script src="/pkg/tom-tat.js" nonce="n"></script>' },
  ],
  [`default-src 'none' and what the README documents, Trusted Types enforced`]: [STRICT_POLICY],
  [`style-src 'self' without 'unsafe-inline'`]: [`style-src 'self'`],
};

for (const [name, [policy, options]] of Object.entries(POLICIES))
  row(`CSP: ${name}`, 'real', async () => {
    const seen = await open(policy, options);
    assert.equal(seen.name, 'load', seen.message);
    const told = (await complaints(driver)).filter((text) => !/favicon/.test(text));
    assert.deepEqual(told, []);
  });

/** The failure that a page under this policy tells: its code, and words of its message. */
const FAILURES = {
  [`script-src 'self' without 'wasm-unsafe-eval'`]: [`script-src ${OWN}`, 'wasm-blocked', /'wasm-unsafe-eval'/],
  [`connect-src 'none'`]: [`script-src ${OWN} 'wasm-unsafe-eval'; connect-src 'none'`, 'wasm-not-loaded', /connect-src/],
};

for (const [name, [policy, code, words, options]] of Object.entries(FAILURES))
  row(`CSP: ${name}`, 'real', async () => {
    const seen = await open(policy, options);
    assert.equal(seen.code, code, seen.message);
    assert.match(seen.message, words);
    assert.ok(await visible(driver, '#fallback'));
    return `says: ${code}`;
  });

row('files on another origin with CORS', 'real', async () => {
  const origin = await elsewhere({ 'access-control-allow-origin': '*' });
  const seen = await open('', { tag: `<script src="${origin}/pkg/tom-tat.js"></script>` });
  assert.equal(seen.name, 'load', seen.message);
});

row('files on another origin without CORS', 'real', async () => {
  const origin = await elsewhere();
  const seen = await open('', { tag: `<script src="${origin}/pkg/tom-tat.js"></script>` });
  assert.equal(seen.code, 'glue-not-loaded');
  assert.ok(await visible(driver, '#fallback'));
  assert.ok(seen.message.includes(origin), seen.message);
  return 'says: glue-not-loaded';
});

row('page with Cross-Origin-Embedder-Policy: require-corp', 'real', async () => {
  const seen = await open('', { headers: {
    'cross-origin-embedder-policy': 'require-corp', 'cross-origin-opener-policy': 'same-origin' } });
  assert.equal(seen.name, 'load', seen.message);
});

const INNER = `<body><script>addEventListener('tom-tat:load', () => parent.postMessage('load', '*'));
  addEventListener('tom-tat:error', (event) => parent.postMessage(event.detail.code + ': ' + event.detail.message, '*'))</script>
  ORIGIN_TAG<tom-tat id="card" loading="eager"><script type="application/json">${JSON.stringify(article('Bài trong khung'))}</script></tom-tat>`;

/** What a frame with this attribute tells the page around it. */
const framed = async (attributes, tag) => {
  const inner = INNER.replace('ORIGIN_TAG', () => tag);
  site.route('/page', recording('<div id="place"></div>', { loader: false, head: `<script>
    window.told = []; addEventListener('message', ({ data }) => told.push(data))</script>` }));
  await driver.get(`${site.origin}/page`);
  await run(`const frame = document.createElement('iframe'); frame.width = 600; frame.height = 600;
    for (const [name, value] of Object.entries(arguments[0])) frame.setAttribute(name, value);
    place.append(frame)`, { ...attributes, srcdoc: inner });
  await driver.wait(() => run('return told.length > 0'), 10_000, 'the frame tells nothing');
  return run('return told[0]');
};

row('srcdoc frame', 'real', async () => {
  assert.equal(await framed({}, '<script src="/pkg/tom-tat.js"></script>'), 'load');
});

row('srcdoc frame, the script written into it', 'real', async () => {
  const loader = (await readFile(join(root, 'pkg/tom-tat.js'), 'utf8')).replaceAll('</script', '<\\/script');
  assert.match(await framed({}, `<script>${loader}</script>`), /^no-base/);
  return 'says: no-base';
});

row('sandboxed frame (allow-scripts), files with CORS', 'real', async () => {
  const origin = await elsewhere({ 'access-control-allow-origin': '*' });
  assert.equal(await framed({ sandbox: 'allow-scripts' }, `<script src="${origin}/pkg/tom-tat.js"></script>`), 'load');
});

row('sandboxed frame (allow-scripts), files without CORS', 'real', async () => {
  assert.match(await framed({ sandbox: 'allow-scripts' }, '<script src="/pkg/tom-tat.js"></script>'), /^glue-not-loaded/);
  return 'says: glue-not-loaded';
});
