// What every end-to-end test needs: a web server, a browser, a screenshot.

import { createServer } from 'node:http';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, extname, join, normalize, sep } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { logging } from 'selenium-webdriver';
import * as engines from './engines.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/**
 * Serves the repository on a free port of this machine.
 *
 * `routes` answers paths that are no files, or answers files otherwise than they are. A route is
 * a body, `{status, headers, body}`, or a function of the request that returns either:
 *
 *     const site = await serve({ '/page': page('<tom-tat></tom-tat>'), '/gone': { status: 404 } });
 *     site.route('/pkg/tom_tat_bg.wasm', { headers: { 'content-type': 'text/plain' }, file: true });
 *
 * `file: true` sends the repository's file of that path with the route's status and headers;
 * `file: '/path'` that of another path.
 * `cut: true` breaks the connection off behind the body.
 * `requests` lists the paths asked for, in order.
 */
export async function serve(routes = {}) {
  const table = new Map(Object.entries({ '/favicon.ico': { status: 204 }, ...routes }));
  const requests = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    requests.push(path);
    const { status, headers, body, cut } = await answer(table.get(path), path, request);
    response.writeHead(status, headers);
    if (cut) response.write(body, () => response.destroy());
    else response.end(request.method === 'HEAD' ? undefined : body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    requests,
    route: (path, reply) => table.set(path, reply),
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(route, path, request) {
  let reply = typeof route === 'function' ? await route(request) : route;
  if (typeof reply === 'string' || reply instanceof Uint8Array) reply = { body: reply };
  if (reply && !reply.file) {
    const headers = { 'content-type': TYPES[extname(path)] ?? TYPES['.html'], ...reply.headers };
    return { status: reply.status ?? 200, headers, body: reply.body ?? '', cut: reply.cut };
  }
  const file = normalize(join(root, typeof reply?.file === 'string' ? reply.file : path));
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  try {
    if (!file.startsWith(root + sep)) throw new Error('outside of the repository');
    const headers = { 'content-type': type, ...reply?.headers };
    return { status: reply?.status ?? 200, headers, body: await readFile(file) };
  } catch {
    return { status: 404, headers: { 'content-type': 'text/plain' }, body: 'not found' };
  }
}

/** A page with this body, and with the loader in its head unless `loader` is false. */
export function page(body, { head = '', loader = true, lang = 'vi' } = {}) {
  const script = loader ? '<script src="/pkg/tom-tat.js" async></script>' : '';
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>tom-tat</title>
${LISTENER}${script}${head}</head><body>${body}</body></html>`;
}

/** The engine that this run is about: `cargo xtask test e2e` runs the tests once in each. */
export const engine = process.env.TOM_TAT_ENGINE ?? 'chromium';

/** A browser without a window. Call `quit()` on it in the end. */
export async function browser({ width = 1280, height = 900, args = [] } = {}) {
  const driver = await engines[engine]({ width, height, args });
  await driver.manage().setTimeouts({ script: 20_000, pageLoad: 60_000 });
  return driver;
}

/**
 * The options of a test that needs what the drivers of Firefox and WebKit have not got, such as
 * the DevTools protocol: `test(name, chromiumOnly('what it needs'), …)`.
 */
export const chromiumOnly = (feature) => ({
  skip: engine !== 'chromium' && `${engine} cannot be told to ${feature}`,
});

/** Keeps in `window.complaints` what a page complains of, wherever its engine would say so. */
const LISTENER = `<script>
  window.complaints = [];
  const complain = (...words) => complaints.push(words.map(String).join(' '));
  const { error } = console;
  console.error = (...words) => (complain(...words), error(...words));
  addEventListener('error', (event) => complain(event.message ?? 'not loaded: ' + event.target.src), true);
  addEventListener('unhandledrejection', ({ reason }) => complain(reason));
  addEventListener('securitypolicyviolation', (event) =>
    complain(event.effectiveDirective + ' violates: ' + event.blockedURI));
</script>`;

/** What the page complained of since the last call; in Chromium also what its console says. */
export async function complaints(driver) {
  const told = await driver.executeScript('return window.complaints?.splice(0) ?? []');
  if (engine !== 'chromium') return told;
  const entries = await driver.manage().logs().get(logging.Type.BROWSER);
  const severe = entries.filter((entry) => entry.level.value >= logging.Level.SEVERE.value);
  return [...told, ...severe.map((entry) => entry.message)];
}

/** Stores what the window shows, or the whole page, under target/screenshots/NAME.png. */
export async function screenshot(driver, name, { whole = false } = {}) {
  const folder = join(root, 'target', 'screenshots');
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${name}.png`);
  const picture = whole
    ? (await driver.sendAndGetDevToolsCommand('Page.captureScreenshot', { captureBeyondViewport: true })).data
    : await driver.takeScreenshot();
  await writeFile(file, picture, 'base64');
  return file;
}

/** A site with these routes and a browser, for the tests of one file; closed after its last. */
export async function stage(routes = {}) {
  const site = await serve(routes);
  let driver;
  after(async () => {
    await driver?.quit();
    await site.close();
  });
  driver = await browser();
  return { site, driver };
}
