// What every end-to-end test needs: a web server, a browser, a screenshot.

import { createServer } from 'node:http';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { dirname, extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Browser, Builder, Capabilities, logging } from 'selenium-webdriver';
import chrome from 'selenium-webdriver/chrome.js';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
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
 * `file: true` sends the repository's file of that path with the route's status and headers.
 * `requests` lists the paths asked for, in order.
 */
export async function serve(routes = {}) {
  const table = new Map(Object.entries({ '/favicon.ico': { status: 204 }, ...routes }));
  const requests = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    requests.push(path);
    const { status, headers, body } = await answer(table.get(path), path, request);
    response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body);
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
    return { status: reply.status ?? 200, headers, body: reply.body ?? '' };
  }
  const file = normalize(join(root, path));
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
${script}${head}</head><body>${body}</body></html>`;
}

// One function an engine: Firefox and WebKit get theirs here.
const ENGINES = { chromium };

/** A headless browser. Call `quit()` on it in the end. */
export function browser({ engine = 'chromium', width = 1280, height = 900, args = [] } = {}) {
  return ENGINES[engine]({ width, height, args });
}

async function chromium({ width, height, args }) {
  // The same flags as the wasm tests have.
  const flags = JSON.parse(readFileSync(join(root, 'webdriver.json')))['goog:chromeOptions'].args;
  const options = new chrome.Options();
  options.addArguments(...flags, `--window-size=${width},${height}`, ...args);
  const logs = new logging.Preferences();
  logs.setLevel(logging.Type.BROWSER, logging.Level.ALL);
  options.setLoggingPrefs(logs);
  const driver = await new Builder()
    .withCapabilities(Capabilities.chrome())
    .forBrowser(Browser.CHROME)
    .setChromeOptions(options)
    .setChromeService(new chrome.ServiceBuilder(process.env.CHROMEDRIVER ?? 'chromedriver'))
    .build();
  await driver.manage().setTimeouts({ script: 20_000, pageLoad: 20_000 });
  await viewport(driver, width, height);
  return driver;
}

/** Sets the size of the page's viewport exactly; a window's own has a least width. */
export function viewport(driver, width, height) {
  const metrics = { width, height, deviceScaleFactor: 1, mobile: false };
  return driver.sendDevToolsCommand('Emulation.setDeviceMetricsOverride', metrics);
}

/** The messages on the page's console of this level or above, since the last call. */
export async function consoleMessages(driver, level = logging.Level.SEVERE) {
  const entries = await driver.manage().logs().get(logging.Type.BROWSER);
  return entries.filter((entry) => entry.level.value >= level.value).map((e) => e.message);
}

/** Stores what the window shows under target/screenshots/NAME.png. */
export async function screenshot(driver, name) {
  const folder = join(root, 'target', 'screenshots');
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${name}.png`);
  await writeFile(file, await driver.takeScreenshot(), 'base64');
  return file;
}
