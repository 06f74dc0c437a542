// What the oldest browsers that the README names know, by the data behind MDN's tables.

import { createRequire } from 'node:module';

// The data is one large file of JSON, which `import` takes only with words that Node's versions disagree on.
export const data = createRequire(import.meta.url)('@mdn/browser-compat-data');

/** The README promises these; the two of phones run the same engines, but not always with the same features. */
const OLDEST = {
  chrome: ['Chrome', '109'],
  chrome_android: ['Chrome for Android', '109'],
  firefox: ['Firefox', '115'],
  firefox_android: ['Firefox for Android', '115'],
  safari: ['Safari', '16.4'],
  safari_ios: ['Safari on iOS', '16.4'],
};

/** Whether one version comes before another; by parts, because 16.10 is later than 16.4. */
const isBefore = (version, other) => {
  const [parts, others] = [version, other].map((text) => text.replace('≤', '').split('.').map(Number));
  const at = [0, 1, 2].find((index) => (parts[index] ?? 0) !== (others[index] ?? 0));
  return at !== undefined && (parts[at] ?? 0) < (others[at] ?? 0);
};

const isVersion = (value) => typeof value === 'string' && /^≤?\d/.test(value);

/**
 * The statements on a browser that are about the feature as we write it: not behind a switch, not under another name,
 * and whole. What a browser has in part may be just what we use; then the list of exceptions says so.
 */
const statements = (compat, browser, prefix) =>
  [compat.support[browser] ?? []]
    .flat()
    .filter((statement) => !statement.flags && !statement.alternative_name && !statement.partial_implementation)
    .filter((statement) => (statement.prefix ?? '') === prefix && isVersion(statement.version_added));

const isKnownTo = (version) => (statement) =>
  !isBefore(version, statement.version_added) &&
  (!isVersion(statement.version_removed) || isBefore(version, statement.version_removed));

/** Each of the oldest browsers that lacks what an entry is about, and since when later ones have it. */
const lacking = ({ compat, prefix = '' }) => {
  const texts = [];
  for (const [browser, [name, version]] of Object.entries(OLDEST)) {
    const known = statements(compat, browser, prefix);
    if (known.some(isKnownTo(version))) continue;
    const versions = known.map((statement) => statement.version_added);
    const [since] = versions.sort((left, right) => (isBefore(left, right) ? -1 : 1));
    texts.push(`${name} ${version} (${since ? `has it since ${since}` : 'no version has it in full'})`);
  }
  return texts;
};

/**
 * Browsers without a feature, by the friendliest of the entries that may be meant; empty where it may be used, and
 * where the data knows no such thing, which is then our own.
 */
export const missing = (entries) => {
  const answers = entries.map(lacking).sort((left, right) => left.length - right.length);
  return answers[0] ?? [];
};

/** The entry at a path below a node of the data, as a list of one or none. */
export const entry = (node, ...path) => {
  let found = node;
  for (const name of path) found = found && Object.hasOwn(found, name) ? found[name] : undefined;
  return found?.__compat ? [{ compat: found.__compat }] : [];
};

/** An entry by a name that may bear a vendor's prefix, which the data mostly tells inside of the entry without it. */
export const prefixed = (node, name) => {
  const [, prefix, rest] = /^(-[a-z]+-)(.+)$/.exec(name) ?? [];
  const within = prefix ? entry(node, rest).map(({ compat }) => ({ compat, prefix })) : [];
  return [...entry(node, name), ...within];
};

/** Finds whose features some browser lacks, each feature once, with the browsers. */
export const complaints = (finds) => {
  const told = new Map();
  for (const { feature, entries, line } of finds) {
    const browsers = missing(entries);
    if (browsers.length && !told.has(feature)) told.set(feature, { feature, line, browsers });
  }
  return [...told.values()];
};
