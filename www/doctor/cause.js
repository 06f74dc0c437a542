/** Why a file does not arrive, as far as a page can find out by asking for it once more. */

/** Calls `work`, and tells the directive of the CSP that forbade it, if one did. */
const forbidden = async (work) => {
  let directive;
  const listen = (event) => (directive = event.effectiveDirective);
  document.addEventListener('securitypolicyviolation', listen);
  const done = await work();
  // The event comes in a task of its own.
  await new Promise((resolve) => setTimeout(resolve, 50));
  document.removeEventListener('securitypolicyviolation', listen);
  return [done, directive];
};

const isScript = (type) => /(java|ecma)script/i.test(type);

/**
 * The cause of a file's not arriving as it should: `{ kind, detail }`; null where it does. Kinds: `policy`
 * (detail: the directive), `cors`, `unreachable`, `status` (detail: the number), `page`, `type` (detail: the
 * type), `broken`.
 */
export const causeOf = async (address, script) => {
  const [response, directive] = await forbidden(() => fetch(address, { cache: 'no-cache' }).catch(() => {}));
  if (!response) {
    if (directive) return { kind: 'policy', detail: directive };
    return { kind: new URL(address).origin == origin ? 'unreachable' : 'cors' };
  }
  if (!response.ok) return { kind: 'status', detail: response.status };
  const type = response.headers.get('content-type') || '';
  const [head] = (await response.clone().text().catch(() => '')).trim();
  if (head == '<') return { kind: 'page' };
  if (!script) return null;
  if (!isScript(type)) return { kind: 'type', detail: type || '–' };
  const [runs, refused] = await forbidden(() => import(`${address}#doctor`).catch(() => {}));
  if (refused) return { kind: 'policy', detail: refused };
  return runs ? null : { kind: 'broken' };
};
