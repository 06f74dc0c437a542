// What arrives of one card: the bytes that servers as installed send to a browser, heads of the
// answers and all.

import assert from 'node:assert/strict';
import { get } from 'node:http';
import { after, test } from 'node:test';
import { article, event, recording, words } from '../e2e/card.mjs';
import { browser, serve } from '../e2e/harness.mjs';
import { SERVERS } from './servers.mjs';

/** Most bytes of one card from any of the servers: 163,600, and for the mined lexicon 13 KB, for reading pages 6, for densities 4, hostile hosts 3
 * (3.4 as these servers compress), for the first list 0.1. */
const LIMIT = 190_150;

const site = await serve({
  '/page': recording('<tom-tat id="card" src="/one.json"></tom-tat>'),
  '/one.json': JSON.stringify(article('Bài một')),
});
const driver = await browser();
after(async () => {
  await driver.quit();
  await site.close();
});

/** Hands a request on to a server, by a connection of its own, and notes what came back on it. */
const through = (port, seen) => (request) =>
  new Promise((resolve, reject) => {
    const { url: path, headers } = request;
    get({ port, path, headers: { ...headers, connection: 'close' }, agent: false }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => {
        const { statusCode: status, headers } = answer;
        seen.push({ path, status, bytes: answer.socket.bytesRead, encoding: headers['content-encoding'] });
        for (const name of ['connection', 'transfer-encoding', 'keep-alive']) delete headers[name];
        resolve({ status, headers, body: Buffer.concat(parts) });
      });
    }).on('error', reject);
  });

const FILES = ['tom-tat.js', 'tom_tat.js', 'tom_tat_bg.ico', 'tom_tat_bg.wasm'];

for (const [name, start] of Object.entries(SERVERS)) {
  test(`one card from ${name}`, async (context) => {
    const server = await start();
    const seen = [];
    try {
      for (const file of FILES) site.route(`/pkg/${file}`, through(server.port, seen));
      await driver.get(`${site.origin}/page`);
      assert.equal((await event(driver)).title, 'Bài một');
      assert.match(await words(driver), /Nguyễn Văn An/);
    } finally {
      await server.stop();
    }
    for (const { path, status, bytes, encoding } of seen)
      context.diagnostic(`${name}: ${path} ${status} ${encoding ?? 'as it is'}, ${bytes} bytes`);
    const total = seen.reduce((sum, { bytes }) => sum + bytes, 0);
    context.diagnostic(`${name}: ${total} bytes for one card`);
    assert.deepEqual(seen.map(({ status }) => status), [200, 200, 200]);
    assert.deepEqual(seen.map(({ path }) => path).sort(), FILES.slice(0, 3).map((file) => `/pkg/${file}`));
    assert.ok(total <= LIMIT, `${total - LIMIT} bytes over ${LIMIT}`);
  });
}
