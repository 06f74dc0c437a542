// What the tests of the release share: the two packages unpacked, and a site that they stand on.

import { execFile, spawn } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import JSZip from 'jszip';
import { complaints, root } from '../e2e/harness.mjs';

const dist = join(root, 'dist');
const WORK = join(root, 'target', 'release-test');

/** The version as the workspace has it. */
export const version = /^version = "(.+)"$/m.exec(await readFile(join(root, 'Cargo.toml'), 'utf8'))[1];
export const ZIP = `tom-tat-${version}.zip`;
export const TGZ = `tom-tat-${version}.tgz`;
export const PLUGIN = `tom-tat-wordpress-${version}.zip`;

/** The files of `dist/`, or of what was made the second time. */
export const made = async (again = false) => {
  const folder = again ? join(root, 'target', 'packages', 'again') : dist;
  const names = (await readdir(folder)).sort();
  return new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))])));
};

/** An empty folder for this run. */
export const room = async (name) => {
  const folder = join(WORK, name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  return folder;
};

/** The entries of the zip, in its own order. */
export const entries = async () => {
  const zip = await JSZip.loadAsync(await readFile(join(dist, ZIP)));
  return Promise.all(
    Object.values(zip.files).map(async (entry) => ({
      name: entry.name,
      date: entry.date,
      mode: entry.unixPermissions,
      bytes: await entry.async('nodebuffer'),
    })),
  );
};

/** Unpacks the zip as a webmaster does; the folder in it. */
export const unzipped = async () => {
  const folder = await room('zip');
  for (const { name, bytes } of await entries()) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), bytes);
  }
  return join(folder, 'tom-tat');
};

/** Runs a command in a folder; what it prints, or a failure that says what it printed. */
export const run = async (cwd, command, ...args) => {
  try {
    return (await promisify(execFile)(command, args, { cwd })).stdout;
  } catch (error) {
    const said = `${error.stdout}${error.stderr}`.trim() || error.message;
    throw new Error(`${command} ${args.join(' ')}: ${said}`);
  }
};

const QUIET = ['--no-audit', '--no-fund', '--ignore-scripts', '--no-progress'];

/** Puts our package into a project; it needs nothing from any registry. */
export const install = (project) =>
  run(project, 'npm', 'install', '--offline', '--no-save', ...QUIET, join(dist, TGZ));

/** A project with nothing in it but our package. */
export const project = async (name) => {
  const folder = await room(name);
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  await install(folder);
  return folder;
};

/** The empty project with Vite in it, and our package; made for the first test that needs it. */
export const viteProject = () => (inVite ??= makeViteProject());

let inVite;
const makeViteProject = async () => {
  const folder = await room('vite');
  await cp(join(root, 'tests', 'release', 'vite'), folder, { recursive: true });
  await run(folder, 'npm', 'ci', '--prefer-offline', ...QUIET);
  await install(folder);
  return folder;
};

/** Vite's own command in such a project. */
export const vite = (folder, ...args) =>
  run(folder, process.execPath, join(folder, 'node_modules/vite/bin/vite.js'), ...args);

/** Starts Vite's development server on a free port; resolves with its address, and with what ends it. */
export const viteServer = async (folder) => {
  const command = [join(folder, 'node_modules/vite/bin/vite.js'), '--host', '127.0.0.1', '--port', '0'];
  const server = spawn(process.execPath, command, { cwd: folder, env: { ...process.env, NO_COLOR: '1' } });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  let said = '';
  const address = await new Promise((resolve, reject) => {
    const listen = (data) => {
      said += data;
      const [found] = /http:\/\/127\.0\.0\.1:\d+\//.exec(said) ?? [];
      if (found) resolve(found);
    };
    for (const stream of [server.stdout, server.stderr]) stream.on('data', listen);
    ended.then(() => reject(new Error(`vite ended: ${said}`)));
  });
  return { address, stop: () => (server.kill(), ended) };
};

/** The names and bytes of the files in and below a folder. */
export const files = async (folder) => {
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = all.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const name = (path) => relative(folder, path).replaceAll(sep, '/');
  return Promise.all(paths.map(async (path) => [name(path), await readFile(path)]));
};

/** Serves a folder under this path. */
export const mount = async (site, path, folder) => {
  for (const [name, bytes] of await files(folder)) {
    site.route(`${path}${name}`, bytes);
    if (name === 'index.html') site.route(path, bytes);
  }
};

/** Waits for the card in this element; its words. Fails with what the page complains of. */
export const card = async (driver, selector = 'tom-tat') => {
  const look = `return document.querySelector(arguments[0])?.shadowRoot?.querySelector('[part~=card]')?.innerText`;
  const none = async () => {
    const words = (await complaints(driver)).join('\n');
    throw new Error(`no card in ${selector}; the page complains: ${words || 'of nothing'}`);
  };
  return driver.wait(() => driver.executeScript(look, selector), 20_000).catch(none);
};
