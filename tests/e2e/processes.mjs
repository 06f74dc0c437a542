// Servers of others, on free ports of this machine.

import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { after } from 'node:test';

/** A port that nobody listens on. */
export const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/** Waits until `attempt` gives something; half a minute at most. */
export const until = async (what, attempt) => {
  for (let turn = 0; turn < 150; turn++) {
    if (await attempt().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${what} does not start`);
};

const end = (child, signal) => {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It is gone already.
  }
};

const stopped = (child) =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.on('exit', resolve);
    end(child, 'SIGTERM');
    setTimeout(() => end(child, 'SIGKILL'), 5_000).unref();
  });

/** Starts a server for the tests of this file, in a group of its own: its workers go with it. */
export const start = (command, args, options = {}) => {
  const child = spawn(command, args, { stdio: 'ignore', detached: true, ...options });
  after(() => stopped(child));
  process.on('exit', () => end(child, 'SIGKILL'));
};
