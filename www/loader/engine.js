import { fault, named } from './faults.js';
import { blocked, compile, renewed } from './module.js';

const { RuntimeError } = self.WebAssembly || {};

/** Whether an error is what a panic throws. */
export const panicked = (error) => !!RuntimeError && error instanceof RuntimeError;

/** More engines than this are not started for cards at rest: something else is wrong then. */
const MOST = 20;

/**
 * The engine that cards are made by: glue and module, running.
 *
 * A panic leaves an engine's memory in an unknown state. It is then given up, and its cards start
 * another from the same compiled module; the glue keeps its state in module scope, and a new
 * fragment in its address makes it a new module.
 */
export const makeEngines = ({ file }) => {
  const glueAddress = () => file('tom_tat.js');
  let engine;
  let running;
  let count = 0;
  let compiled;
  // How often glue and module did not fit each other.
  let misfits = 0;

  const start = async () => {
    if (!RuntimeError) throw fault('no-wasm');
    if (new URL(file('')).protocol == 'file:') throw fault('file-page');
    const address = glueAddress();
    // Bundlers of others are told to leave such a call as it is: it names a file of ours.
    const unique = count++ ? `${address}#${count}` : address;
    const glue = import(/* webpackIgnore: true */ /* @vite-ignore */ unique).catch(() => {
      throw fault('glue-not-loaded', address);
    });
    compiled ||= compile(file, misfits);
    // Both load at once, and where both are missing it is always the glue that is told.
    compiled.catch(() => {});
    const exports = await glue;
    const module = await compiled;
    // Glue and module of two builds fit each other, but do something else than either. Old copies
    // may be the browser's, then a packed module that was left in the folder: each is passed by once.
    const [build] = WebAssembly.Module.customSections(module, 'tom-tat');
    if (new TextDecoder().decode(build) != (exports.build || '')) {
      if (misfits++ > 1) throw fault('wasm-invalid', file('tom_tat_bg.wasm'));
      compiled = undefined;
      await fetch(address, renewed);
      return start();
    }
    await exports.default({ module_or_path: module });
    return (running = { Card: exports.Card, cards: new Map(), calls: new Set() });
  };

  /** WebKit lets compile what it then refuses to start, so that both tell. */
  const refuse = (error) => {
    // One that did not start is forgotten: the next card tries again.
    engine = compiled = undefined;
    if (named(error)) throw error;
    throw fault(blocked(error) ? 'wasm-blocked' : 'wasm-invalid', file('tom_tat_bg.wasm'));
  };

  // Also, as `clicked`, the card that a reader clicked on, until all that follows at once is done.
  const engines = {
    /** Whether so many were started that cards at rest keep their pictures. */
    get plenty() {
      return count > MOST;
    },

    /** The engine that runs: makes a `Card`, keeps in `cards` what each does where it is given up. */
    ready: () => (engine ||= start().catch(refuse)),

    /** What `work` comes to; fails where the engine is given up before. */
    call: ({ calls }, work) =>
      new Promise((resolve, reject) => {
        calls.add(reject);
        const over = (settle) => (value) => {
          calls.delete(reject);
          settle(value);
        };
        work().then(over(resolve), over(reject));
      }),

    /** Gives an engine up: calls under way fail, then its cards leave it. */
    give_up: (used, error) => {
      if (running == used) running = engine = undefined;
      for (const reject of used.calls) reject(error);
      for (const leave of used.cards.values()) leave(error);
      used.calls.clear();
      used.cards.clear();
    },
  };

  // Most of what an engine does is done in tasks of its own, where nobody but the window hears of
  // a panic. One whose trace does not reach our glue is somebody else's, unless the trace is cut off
  // and something of ours is under way.
  addEventListener('error', ({ error }) => {
    if (!panicked(error) || !running) return;
    const trace = error.stack || '';
    const cut = !trace || trace.split('\n').length >= (Error.stackTraceLimit ?? 100);
    const busy = running.calls.size || engines.clicked;
    if (trace.includes(glueAddress()) || (cut && busy)) engines.give_up(running, error);
  });

  return engines;
};

/** Longest that others wait for a card, in milliseconds: its article may be slow. */
const PATIENCE = 5000;

let lane = Promise.resolve();

/** After a panic cards go one by one, so that only the one at fault fails again. */
export const inTurn = (work) => {
  const done = lane.then(work);
  const tired = () => new Promise((resolve) => setTimeout(resolve, PATIENCE));
  lane = lane.then(() => Promise.race([done, tired()])).catch(() => {});
  return done;
};
