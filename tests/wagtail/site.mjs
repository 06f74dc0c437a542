// A Wagtail site with the app and the card in it, started on loopback with data of its own, and stopped in the end.

import { execFile } from 'node:child_process';
import { access, cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../e2e/harness.mjs';
import { freePort, start, until } from '../e2e/processes.mjs';

const run = promisify(execFile);
const venv = join(root, 'target/wagtail/venv');
const site = join(root, 'target/wagtail/site');
const wanted = join(root, 'tests/wagtail/requirements.txt');

/** Installs what requirements.txt pins, unless that has been done. */
async function python() {
  const done = join(venv, 'requirements.txt');
  const pins = await readFile(wanted, 'utf8');
  if ((await readFile(done, 'utf8').catch(() => '')) === pins) return;
  await rm(venv, { recursive: true, force: true });
  await run('python3', ['-m', 'venv', venv]);
  await run(join(venv, 'bin/pip'), ['install', '--quiet', '--requirement', wanted]);
  await writeFile(done, pins);
}

/** As the guide has it: the app's folder, and the card's folder in it. */
async function files() {
  await rm(site, { recursive: true, force: true });
  await cp(join(root, 'tests/wagtail/site'), site, { recursive: true });
  await cp(join(root, 'integrations/wagtail/tom_tat'), join(site, 'tom_tat'), { recursive: true });
  await cp(join(root, 'pkg'), join(site, 'tom_tat/static/tom-tat'), { recursive: true });
}

/** Runs a command of the site's, with these TOM_TAT settings; gives back what it prints. */
export async function manage(args, { settings = {}, input = '' } = {}) {
  const asked = run(join(venv, 'bin/python'), ['manage.py', ...args], {
    cwd: site, env: { ...process.env, TOM_TAT: JSON.stringify(settings) } });
  asked.child.stdin.end(input);
  const { stdout, stderr } = await asked;
  return stdout + stderr;
}

/** What the tags make of these templates, where `article` is the first one. */
export const render = async (templates, settings) =>
  JSON.parse(await manage(['tags'], { settings, input: JSON.stringify(templates) }));

/** What the server logged: warnings, and exceptions with their traces. */
export const log = () => readFile(join(site, 'log.txt'), 'utf8');

/** Starts a fresh site; its address, and what `seed` put into it. */
export async function wagtail() {
  await access(join(root, 'pkg/tom-tat.js'));
  await python();
  await files();
  await manage(['makemigrations', 'news']);
  await manage(['migrate']);
  const [seeds] = await Promise.all([manage(['seed']), manage(['collectstatic', '--no-input'])]);
  const port = await freePort();
  start(join(venv, 'bin/python'), ['manage.py', 'runserver', '--noreload', '--nostatic', `127.0.0.1:${port}`], { cwd: site });
  const origin = `http://127.0.0.1:${port}`;
  await until('Wagtail', () => fetch(origin).then(({ ok }) => ok));
  return { origin, ...JSON.parse(seeds) };
}
