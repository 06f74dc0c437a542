// The site that the block believes to be in: the themes' folders with its files, and the folder of the card.

import { spawn } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { root } from '../e2e/harness.mjs';
import { ARTICLE, OTHERS } from './articles.mjs';
import { TEMPLATES, VALUES, layout } from './pages.mjs';

export const SOURCE = join(root, 'integrations/nukeviet');
const BLOCKS = join(SOURCE, 'themes/default/blocks');
const folder = join(root, 'target/nukeviet/site');

await rm(folder, { recursive: true, force: true });
// The same three files in both themes, as the guide says.
for (const theme of ['default', 'mobile_default']) await cp(BLOCKS, join(folder, 'themes', theme, 'blocks'), { recursive: true });
await mkdir(join(folder, 'tom-tat'), { recursive: true });
await writeFile(join(folder, 'tom-tat/tom-tat.js'), '');

const children = new Set();
const end = () => children.forEach((child) => {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
});
after(end);
process.on('exit', end);

/** Runs PHP, in a group of its own; what it says, or an error with all of it. */
export function php(args, input = '') {
  const child = spawn('php', args, { detached: true });
  children.add(child);
  const words = { stdout: '', stderr: '' };
  for (const name of Object.keys(words)) child[name].setEncoding('utf8').on('data', (text) => (words[name] += text));
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      children.delete(child);
      if (code === 0) resolve(words.stdout);
      else reject(new Error(`PHP ends with ${code}: ${words.stdout}${words.stderr}`));
    });
  });
}

const PROGRAM = join(dirname(fileURLToPath(import.meta.url)), 'nukeviet.php');
const ask = async (request) => {
  const said = await php([PROGRAM], JSON.stringify({ root: folder, ...request }));
  try {
    return JSON.parse(said);
  } catch {
    throw new Error(said);
  }
};

/** The form of the block manager, of these stored settings. */
export const form = (request) => ask({ what: 'manage', version: '4.5', ...request });

/** What the block manager takes from a form: `{ config, error }`. */
export const submit = (post, request = {}) => ask({ what: 'manage', version: '4.5', ...request,
  post: Object.fromEntries(Object.entries(post).map(([name, value]) => [`config_${name}`, value])) });

/** What NukeViet knows where an article is shown. */
export const ON_ARTICLE = {
  module_info: { module_file: 'news' },
  op: 'detail',
  publtime: ARTICLE.publtime,
  news_contents: { title: ARTICLE.title, link: ARTICLE.link },
};

/** What the block prints, with these settings, where NukeViet knows this. */
export const block = (data = {}, globals = ON_ARTICLE, request = {}) => ask({ what: 'block', data, globals, ...request });

/** The lines of detail.tpl.txt under a name: lists of `[mark, line]`, one for each place. */
export async function lines(name) {
  const text = await readFile(join(SOURCE, 'detail.tpl.txt'), 'utf8');
  const part = text.split(/^@@ /m).find((part) => part.startsWith(`${name}:`));
  return part.split(/\n\s*\n/)
    .map((place) => place.split('\n').map((line) => line.match(/^([=+]) (.*)$/)).filter(Boolean))
    .filter((place) => place.length > 0)
    .map((place) => place.map(([, mark, line]) => [mark, line]));
}

/** A template with these lines added, just as a webmaster would who reads the instructions. */
export function edited(template, places) {
  const rows = template.split('\n');
  for (const place of places) {
    const known = place.filter(([mark]) => mark === '=').map(([, line]) => line);
    const found = rows.flatMap((_, at) => (known.every((line, index) => rows[at + index]?.trim() === line) ? [at] : []));
    if (found.length !== 1) throw new Error(`${found.length} places for: ${known.join(' ')}`);
    rows.splice(found[0], known.length, ...place.map(([, line]) => line));
  }
  return rows.join('\n');
}

/** The page of the article in this theme, with the lines of this name in its template. */
export async function articlePage(theme, name, around = {}) {
  const template = name ? edited(TEMPLATES[theme], await lines(name)) : TEMPLATES[theme];
  const place = join(folder, 'modules', theme);
  await mkdir(place, { recursive: true });
  await writeFile(join(place, 'detail.tpl'), template);
  const related = OTHERS.map((other) => ['main.related', { RELATED: other }]);
  const content = await ask({ what: 'page', folder: place, file: 'detail.tpl', values: VALUES(theme),
    blocks: [['main.showhometext', {}], ['main.files', {}], ...related] });
  return layout(content, around);
}
