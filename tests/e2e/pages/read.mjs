// Real pages in the browser: each as it was saved, with the element put in before its end.

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { browser, root } from '../harness.mjs';

/** The folder of the real pages; `TOM_TAT_SHARED` names another than `../shared`. */
export const folder = join(process.env.TOM_TAT_SHARED ?? join(root, '..', 'shared'), 'pages');

/** Why their tests are left out: false where they are there. */
export const skip = !existsSync(join(folder, 'gold.json')) && 'the folder ../shared/pages is not there';

/** What is right of each of them. */
export const gold = async () => JSON.parse(await readFile(join(folder, 'gold.json'), 'utf8'));

/** The policy of the pages keeps them from loading anything, this browser from looking up their hosts. */
export const offline = () => browser({ args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'] });

/** Left to find the article, or told where it is: `for` of each mode in which a page is read. */
const TARGETS = { for: (selector) => selector, own: () => undefined };

export const MODES = Object.keys(TARGETS);

/** The element as a webmaster inserts it. */
const element = (selector) => {
  const target = selector === undefined ? '' : ` for="${selector.replaceAll('"', '&quot;')}"`;
  return `<tom-tat loading="eager"${target}></tom-tat>`;
};

// Stands before the loader, so that no event comes too early for it.
const RECORDER = `<script nonce="recorder">
  window.outcome = new Promise((resolve) => {
    for (const name of ['load', 'empty', 'error'])
      document.addEventListener('tom-tat:' + name, ({ target, detail }) =>
        resolve({ name, code: detail?.code ?? null, message: detail?.message ?? null,
                  summary: target.summary ?? detail?.summary ?? null }));
  });
</script>`;

const LOADER = '<script src="/pkg/tom-tat.js"></script>';

/**
 * Nothing of the page is fetched, and no script of it runs: what a test reads is the file alone.
 * Styles within the page stay, as they decide what of it is seen.
 */
const policy = (origin) => [
  `default-src 'none'`,
  `script-src ${origin}/pkg/ 'nonce-recorder' 'wasm-unsafe-eval'`,
  `connect-src ${origin}/pkg/`,
  `style-src 'unsafe-inline'`,
].join('; ');

/** The page with this put in before its last `</body>`, or behind it where it has none. */
function inserted(html, what) {
  const end = [...html.matchAll(/<\/body/gi)].at(-1)?.index ?? html.length;
  return html.slice(0, end) + what + html.slice(end);
}

/**
 * What the element says of a page, named by `selector` or not: its event, and the summary or the
 * error's code.
 */
export async function outcome({ site, driver }, path, html, selector) {
  const body = inserted(html, RECORDER + LOADER + element(selector));
  site.route(path, { headers: { 'content-security-policy': policy(site.origin) }, body });
  await driver.get(site.origin + path);
  // As text, since not every driver keeps the order of an object's fields.
  const text = await driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    const silence = { name: 'silence', code: null, message: null, summary: null };
    const patience = new Promise((resolve) => setTimeout(resolve, 10000, silence));
    Promise.race([window.outcome, patience]).then((outcome) => done(JSON.stringify(outcome)));
  `);
  return JSON.parse(text);
}

/** The outcomes of a page of `gold.json` by mode. */
export async function read(stage, { file, for: selector }) {
  const html = await readFile(join(folder, file), 'utf8');
  const seen = {};
  for (const mode of MODES)
    seen[mode] = await outcome(stage, `/${mode}/${file}`, html, TARGETS[mode](selector));
  return seen;
}
