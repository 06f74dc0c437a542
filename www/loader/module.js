import { fault } from './faults.js';

/** Whether the page's CSP is what forbids. */
export const blocked = ({ message }) => /CSP|unsafe-eval/.test(message);

/**
 * The module, compressed inside a file of a kind that every server delivers as it is; compiled
 * while it arrives. Where a proxy has unpacked it, its bytes are the module's.
 */
const packed = async (address, options) => {
  // Fails before anything is loaded where the browser cannot unpack.
  const unpack = new DecompressionStream('gzip');
  const response = await fetch(address, options);
  if (!response.ok) throw response;
  const spare = response.clone();
  const headers = { 'content-type': 'application/wasm' };
  try {
    const body = response.body.pipeThrough(unpack);
    return await WebAssembly.compileStreaming(new Response(body, { headers }));
  } catch (error) {
    if (blocked(error)) throw error;
    return WebAssembly.compile(await spare.arrayBuffer());
  }
};

/** The module as it is: for servers and browsers that have no other. */
const plain = async (address, options) => {
  const lost = () => {
    throw fault('wasm-not-loaded', address);
  };
  const response = await fetch(address, options).catch(lost);
  if (!response.ok) throw fault('wasm-status', `${address} (HTTP ${response.status})`);
  return WebAssembly.compile(await response.arrayBuffer().catch(lost));
};

/** Passes the browser's copies by. */
export const renewed = { __proto__: null, cache: 'reload' };

/**
 * Fetches and compiles the module; `file` gives the address of a file. After the first misfit with the glue the
 * packed one is fetched anew, after the second the other one is.
 */
export const compile = (file, misfits) => {
  const options = misfits ? renewed : undefined;
  const whole = () => plain(file('tom_tat_bg.wasm'), options);
  if (misfits > 1) return whole();
  return packed(file('tom_tat_bg.ico'), options).catch((error) => {
    if (blocked(error)) throw error;
    return whole();
  });
};
