// The files that pages load, and the list of what they use though some of the oldest browsers lack it.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scriptFeatures } from './scripts.mjs';
import { styleFeatures } from './styles.mjs';
import { complaints } from './support.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The scripts and style sheets in a folder of what is shipped; new ones are examined without being named here. */
const filesIn = (folder) =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((file) => file.isFile() && /\.(js|css)$/.test(file.name))
    .map((file) => `${folder}/${file.name}`);

export const shipped = () => {
  try {
    return ['pkg', 'pkg/themes'].flatMap(filesIn);
  } catch (error) {
    throw new Error(`${error.message}\n  what to do: cargo xtask build`);
  }
};

/** What a text uses that the oldest browsers lack; `file` tells of what kind it is. */
export const examined = (file, text) =>
  complaints(file.endsWith('.css') ? styleFeatures(text) : scriptFeatures(text)).map((found) => ({ ...found, file }));

export const examinedFile = (file) => examined(file, readFileSync(join(root, file), 'utf8'));

/** A complaint in words: where, what, and which browsers. */
export const worded = ({ file, line, feature, browsers }) =>
  `${file}:${line}: ${feature} – not in ${browsers.join(', ')}`;

/** The exceptions: on each line a feature, a tab, and why it is harmless where it is missing. */
export const exceptions = () => {
  const text = readFileSync(new URL('guarded.txt', import.meta.url), 'utf8');
  const lines = text.split('\n').filter((line) => line && !line.startsWith('#'));
  return lines.map((line) => {
    const [feature, why, ...rest] = line.split('\t');
    return { feature, why, isWhole: !!feature && !!why?.trim() && !rest.length };
  });
};
