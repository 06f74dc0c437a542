// The JSON-LD of every sample is schema.org's, by the types that are generated from its vocabulary.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../e2e/harness.mjs';

const run = (command, ...args) => spawnSync(command, args, { encoding: 'utf8', cwd: root });

/** What the compiler says of these articles, as literals of the vocabulary's types; empty where all are right. */
function complaints(articles) {
  const folder = mkdtempSync(join(root, 'target/vocabulary-'));
  try {
    const values = articles.map((article, index) => `export const article${index}: WithContext<NewsArticle> = ${article};`);
    const file = join(folder, 'articles.ts');
    writeFileSync(file, `import type { NewsArticle, WithContext } from 'schema-dts';\n${values.join('\n')}`);
    const options = ['--noEmit', '--strict', '--skipLibCheck', '--target', 'es2022', '--module', 'esnext', '--moduleResolution', 'bundler'];
    return run(join(root, 'node_modules/.bin/tsc'), ...options, file).stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const samples = ['www/articles', 'tests/articles'].flatMap((folder) =>
  readdirSync(join(root, folder)).filter((name) => name.endsWith('.json')).map((name) => join(folder, name)));

test('JSON-LD: all samples are right by the vocabulary of schema.org', () => {
  const { stdout, stderr, status } = run(join(root, 'target/debug/tom-tat'), 'jsonld', ...samples);
  assert.equal(status, 0, stderr);
  const articles = stdout.trim().split('\n');
  assert.equal(articles.length, samples.length);
  for (const word of ['Person', 'jobTitle', 'Legislation', 'legislationIdentifier', 'legislationDate', 'legislationPassedBy', 'QuantitativeValue', 'datePublished'])
    assert.ok(stdout.includes(`"${word}"`), `no sample has ${word}`);
  assert.equal(complaints(articles), '');
});

test('JSON-LD: what is not in the vocabulary is complained of', () => {
  assert.match(complaints(['{ "@context": "https://schema.org", "@type": "NewsArticle", "headlines": "x" }']), /headlines/);
});
