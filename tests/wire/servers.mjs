// Web servers with the configuration that Debian installs, on a free port of this machine, with a
// folder of their own for everything that they write; and one like IIS.

import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { createServer as createSite } from 'node:http';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { root } from '../e2e/harness.mjs';
import { freePort } from '../e2e/processes.mjs';

const listens = async (port) => {
  for (let tries = 0; tries < 100; tries++) {
    const there = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
      socket.on('connect', () => socket.destroy());
    });
    if (there) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`nothing listens on port ${port}`);
};

/** A folder that every user may read, with `pkg/` in it: servers give up root's rights. */
const folder = async () => {
  const made = await mkdtemp(join(tmpdir(), 'tom-tat-wire-'));
  await cp(join(root, 'pkg'), join(made, 'site', 'pkg'), { recursive: true });
  await mkdir(join(made, 'logs'));
  for (const part of ['', 'site', 'logs']) await chmod(join(made, part), 0o777);
  return made;
};

/** Debian's own file with some lines replaced; each of them must be there. */
const debians = async (file, changes) => {
  let text = await readFile(file, 'utf8');
  for (const [before, after] of changes) {
    if (!before.test(text)) throw new Error(`${file} has no line ${before}`);
    text = text.replace(before, after);
  }
  return text;
};

const CONFIGURATIONS = {
  async nginx({ site, logs, port, config }) {
    const server = `server { listen 127.0.0.1:${port}; root ${site}; }`;
    await writeFile(config, await debians('/etc/nginx/nginx.conf', [
      [/^pid .*$/m, `pid ${logs}/pid; daemon off;`],
      [/^\s*error_log .*$/m, `error_log ${logs}/error.log;`],
      [/^\s*access_log .*$/m, `access_log ${logs}/access.log;`],
      [/^\s*include \/etc\/nginx\/sites-enabled\/\*;$/m, server],
    ]));
    return ['nginx', ['-c', config]];
  },

  async Apache({ site, logs, port, config }) {
    const server = `<VirtualHost 127.0.0.1:${port}>
      ServerName localhost
      DocumentRoot ${site}
    </VirtualHost>
    <Directory ${site}>
      Require all granted
    </Directory>`;
    await writeFile(config, await debians('/etc/apache2/apache2.conf', [
      [/^Include ports\.conf$/m, `Listen 127.0.0.1:${port}`],
      [/^IncludeOptional sites-enabled\/\*\.conf$/m, server],
    ]));
    const places = { RUN_DIR: logs, LOCK_DIR: logs, LOG_DIR: logs, PID_FILE: `${logs}/pid` };
    const users = { RUN_USER: 'www-data', RUN_GROUP: 'www-data' };
    const env = Object.entries({ ...places, ...users }).map(([name, value]) => [`APACHE_${name}`, value]);
    const args = ['-d', '/etc/apache2', '-f', config, '-D', 'FOREGROUND'];
    return ['apache2', args, Object.fromEntries(env)];
  },

  async lighttpd({ site, logs, port, config }) {
    await writeFile(config, await debians('/etc/lighttpd/lighttpd.conf', [
      [/^server\.document-root .*$/m, `server.document-root = "${site}"`],
      [/^server\.upload-dirs .*$/m, `server.upload-dirs = ( "${logs}" )`],
      [/^server\.errorlog .*$/m, `server.errorlog = "${logs}/error.log"`],
      [/^server\.pid-file .*$/m, `server.pid-file = "${logs}/pid"`],
      [/^server\.port .*$/m, `server.port = ${port}\nserver.bind = "127.0.0.1"`],
      // A second address, which the tests have no use for.
      [/^include_shell "\/usr\/share\/lighttpd\/use-ipv6\.pl.*$/m, ''],
    ]));
    return ['lighttpd', ['-D', '-f', config]];
  },
};

const start = async (name) => {
  const made = await folder();
  const place = { site: join(made, 'site'), logs: join(made, 'logs'), config: join(made, 'config') };
  const port = await freePort();
  const [command, args, env] = await CONFIGURATIONS[name]({ ...place, port });
  const said = [];
  const server = spawn(command, args, {
    env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin`, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // Apache with PHP's kind of processes ends everything of its group when it ends.
    detached: true,
  });
  const ended = new Promise((resolve) => server.once('exit', resolve).once('error', resolve));
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (data) => said.push(data));
  const broke = ended.then(() => {
    throw new Error(`${name} ended: ${said.join('')}`);
  });
  broke.catch(() => {});
  await Promise.race([listens(port), broke]);
  return {
    port,
    async stop() {
      server.kill('SIGTERM');
      await ended;
      await rm(made, { recursive: true });
    },
  };
};

/** The static kinds of file that IIS 8.5 knows as installed, of those that a site like ours has. */
const IIS = {
  '.css': 'text/css', '.gif': 'image/gif', '.html': 'text/html', '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg', '.js': 'application/javascript', '.json': 'application/json',
  '.png': 'image/png', '.svg': 'image/svg+xml', '.txt': 'text/plain', '.woff': 'font/x-woff',
};

/** Like IIS, not IIS: what it does not know does not exist; nothing is compressed at first. */
const likeIis = async () => {
  const server = createSite(async (request, response) => {
    const path = normalize(new URL(request.url, 'http://x').pathname);
    const type = IIS[extname(path)];
    const body = type && (await readFile(join(root, path)).catch(() => undefined));
    const headers = { 'content-type': body ? type : 'text/html', server: 'Microsoft-IIS/8.5' };
    response.writeHead(body ? 200 : 404, headers).end(body || '404 - File or directory not found.');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: server.address().port,
    stop: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
  };
};

/** How each server is started: resolves with its port, and with what stops it. */
export const SERVERS = {
  nginx: () => start('nginx'),
  Apache: () => start('Apache'),
  lighttpd: () => start('lighttpd'),
  'like IIS': likeIis,
};
