/**
 * The folder of the other files, as the package for npm has it: beside this module, each under an
 * address that bundlers recognise, so that they deliver the file and put its new address here. They
 * ask for the very words `new URL('…', import.meta.url)`.
 */
const ADDRESSES = {
  'tom_tat.js': new URL('./tom_tat.js', import.meta.url),
  'tom_tat_bg.ico': new URL('./tom_tat_bg.ico', import.meta.url),
  'tom_tat_bg.wasm': new URL('./tom_tat_bg.wasm', import.meta.url),
  'doctor.js': new URL('./doctor.js', import.meta.url),
  'tom-tat-list.js': new URL('./tom-tat-list.js', import.meta.url),
};

/** No tag of ours runs a module that others import. */
export const script = null;

export const folder = {
  /** Whoever built the page has said where the files are: no attribute says otherwise. */
  tell() {},

  known: true,

  /** The address of a file; of the folder for an empty name. */
  file: (name) => (ADDRESSES[name] ?? new URL(`./${name}`, ADDRESSES['tom_tat.js'])).href,
};
