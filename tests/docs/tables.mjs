// The reference tables of the pages in docs/: what www/custom-elements.json says, between markers.
//
//     <!-- bảng: attributes -->
//     …
//     <!-- hết bảng -->
//
// `node tests/docs/tables.mjs --write` fills them in every page; without `--write` it names the pages that are old.

import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const { modules } = JSON.parse(readFileSync(join(root, 'www/custom-elements.json'), 'utf8'));

/** What the manifest says of `<tom-tat>`. */
export const manifest = modules
  .flatMap(({ declarations }) => declarations)
  .find(({ tagName }) => tagName === 'tom-tat');

const code = (text) => (text ? `\`${text}\`` : '–');
const words = (text) => text.replaceAll('|', '\\|');

/** Each table: its head, and a row of it. */
const TABLES = {
  attributes: [
    '| Thuộc tính | Kiểu | Mặc định | Mô tả (tiếng Anh) |',
    ({ name, type, default: value }) => [code(name), type.text, code(value)],
  ],
  events: ['| Sự kiện | Kiểu | Mô tả (tiếng Anh) |', ({ name, type }) => [code(name), type.text]],
  cssParts: ['| Phần | Mô tả (tiếng Anh) |', ({ name }) => [code(name)]],
  cssProperties: [
    '| Thuộc tính CSS | Mặc định | Mô tả (tiếng Anh) |',
    ({ name, default: value }) => [code(name), value ? words(value) : '–'],
  ],
};

/** The table of one list of the manifest. */
const table = (list) => {
  const [head, cells] = TABLES[list];
  const rule = `|${' --- |'.repeat(head.split('|').length - 2)}`;
  const rows = manifest[list].map((entry) => `| ${[...cells(entry), words(entry.description)].join(' | ')} |`);
  return [head, rule, ...rows].join('\n');
};

const MARKED = /(<!-- bảng: (\w+) -->\n)[^]*?(<!-- hết bảng -->)/g;

/** A page's text with each table as the manifest has it. */
export const filled = (text) =>
  text.replace(MARKED, (_, open, list, close) => {
    if (!(list in TABLES)) throw new Error(`there is no table “${list}”`);
    return `${open}\n${table(list)}\n\n${close}`;
  });

/** The pages of docs/, by their path in the repository. */
export const pages = () =>
  readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => `docs/${name}`);

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const path of pages()) {
    const text = readFileSync(join(root, path), 'utf8');
    if (filled(text) === text) continue;
    if (process.argv.includes('--write')) writeFileSync(join(root, path), filled(text));
    else process.exitCode = 1;
    console.log(`${path}: ${process.exitCode ? 'old; run with --write' : 'written'}`);
  }
}
