// Real pages of portals and newspapers, in a browser: what of each is right, by field.
//
// The pages are not the repository's. Where their folder is not beside it, the tests are skipped.
// `TOM_TAT_SHARED` names another folder in place of `../shared`; `TOM_TAT_PAGES_OUT` one that all
// outcomes are written to, a file a page, so that two builds can be compared.

import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { engine, serve } from './harness.mjs';
import { FIELDS } from './pages/judge.mjs';
import { gold, offline, read, skip } from './pages/read.mjs';

/** How many must be right: what is reached. Raise them with it. */
const FLOORS = {
  title: 16,
  published: 15,
  event: 15,
  'must show': 39,
  'free of must not show': 16,
  'lists refused': 5,
  'filler refused': 4,
  'without attributes': 24,
};

/** The verdicts by field, each with its page. */
const verdicts = Object.fromEntries(Object.keys(FIELDS).map((field) => [field, []]));

let site;
let driver;

before(async () => {
  if (skip) return;
  site = await serve();
  driver = await offline();
  for (const page of await gold()) {
    const seen = await read({ site, driver }, page);
    await keep(page, seen);
    for (const [field, judge] of Object.entries(FIELDS))
      verdicts[field].push(...judge(page, seen).map((verdict) => ({ file: page.file, ...verdict })));
  }
  console.log(report());
});

after(async () => {
  await driver?.quit();
  await site?.close();
});

async function keep({ file }, seen) {
  if (!process.env.TOM_TAT_PAGES_OUT) return;
  const out = join(process.env.TOM_TAT_PAGES_OUT, engine);
  await mkdir(out, { recursive: true });
  // The port differs from run to run.
  const text = JSON.stringify(seen, null, 2).replaceAll(site.origin, '');
  await writeFile(join(out, file.replace(/html$/, 'json')), `${text}\n`);
}

const wrong = (field) =>
  verdicts[field]
    .filter(({ right }) => !right)
    .map(({ file, wanted, got }) =>
      `${file}  ${field}: wanted ${JSON.stringify(wanted)}, got ${JSON.stringify(got)}`);

const count = (field) => verdicts[field].filter(({ right }) => right).length;

function report() {
  const row = (field, ...numbers) =>
    field.padEnd(24) + numbers.map((number) => String(number).padStart(7)).join('');
  const fields = Object.keys(FIELDS);
  return [
    row('field', 'right', 'wrong', 'of', 'floor'),
    ...fields.map((field) =>
      row(field, count(field), wrong(field).length, verdicts[field].length, FLOORS[field])),
    '',
    ...fields.flatMap(wrong),
  ].join('\n');
}

for (const [field, floor] of Object.entries(FLOORS)) {
  test(`real pages: ${field}`, { skip }, () => {
    const right = count(field);
    const misses = wrong(field).join('\n');
    assert.ok(right >= floor, `${right} of ${verdicts[field].length}, not ${floor}:\n${misses}`);
  });
}
