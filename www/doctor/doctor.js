/**
 * What the loader asks only where something went wrong, or where somebody sets the card up: no reader
 * loads it otherwise.
 */
import { causeOf } from './cause.js';
import { lines } from './lines.js';
import { CAUSES, MESSAGES } from './messages.js';

export { attributes } from './attributes.js';

const LOST = ['glue-not-loaded', 'wasm-not-loaded'];

/** Code, message and lines to paste of a failure `{ code, subject }`, in English or Vietnamese. */
export const explain = async ({ code, subject }, english) => {
  const again = LOST.includes(code) && causeOf(subject, code == LOST[0]);
  // Where it arrives now, it is what it holds that is wrong.
  const lost = again && ((await again) ?? { kind: 'broken' });
  const words = lost ? CAUSES[lost.kind] : MESSAGES[code];
  const message = words[+english].replaceAll('$', () => subject).replaceAll('%', () => lost.detail);
  return { code, message, lines: lines(lost ? lost.kind : code, subject, lost.detail) };
};
