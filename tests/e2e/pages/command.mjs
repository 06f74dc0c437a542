// The command on a page: what the same code says of it without a browser.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { root } from '../harness.mjs';

const run = promisify(execFile);

/** Where cargo puts the command, which it builds first. */
export async function built() {
  const { stdout } = await run(
    'cargo',
    ['build', '--quiet', '--bin', 'tom-tat', '--message-format=json'],
    { cwd: root, maxBuffer: 1e8 },
  );
  const messages = stdout.trim().split('\n').map((line) => JSON.parse(line));
  return messages.find(({ target, executable }) => executable && target.name === 'tom-tat').executable;
}

/** The summary of a file, or the code of the error: `FILE: code: …` on standard error. */
export async function told(command, file, selector) {
  const named = selector === undefined ? [] : ['--for', selector];
  try {
    const { stdout } = await run(command, ['extract', ...named, file], { maxBuffer: 1e8 });
    // Its id is the command's own.
    const { id, ...summary } = JSON.parse(stdout);
    return { code: null, summary };
  } catch ({ stderr }) {
    const code = stderr?.slice(`${file}: `.length).match(/^[a-z-]+/)?.[0];
    return { code: code ?? `no code: ${stderr}`, summary: null };
  }
}
