// The matrix of hosts: what each test of a host found, for docs/HOSTS.md.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { engine, root } from './harness.mjs';

/**
 * A row of the matrix: a test of one host. `kind` says whether what the host does is done by the very
 * software (`real`) or by what it is known to do (`imitated`).
 *
 *     const row = matrix('scripts');
 *     row('the script twice', 'real', async () => { … });
 */
export function matrix(chapter) {
  const rows = [];
  after(() => {
    const folder = join(root, 'target', 'hosts', engine);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${chapter}.json`), JSON.stringify(rows, null, 1));
  });
  return (name, kind, work, { skip } = {}) => {
    const row = { name, kind, result: skip ? `not run: ${skip}` : 'fails' };
    rows.push(row);
    test(`host: ${name}`, { skip }, async (context) => {
      // A word about how it works, if a card is not all there is to say.
      row.result = (await work(context)) ?? 'card';
    });
  };
}
