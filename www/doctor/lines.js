/**
 * The lines that mend a failure, by what they are pasted into. `$` is what the cause tells: a MIME type, an
 * origin, a directive of the CSP.
 */
const MIME = {
  'web.config': (extension, type) => `<configuration>
  <system.webServer>
    <staticContent>
      <remove fileExtension=".${extension}" />
      <mimeMap fileExtension=".${extension}" mimeType="${type}" />
    </staticContent>
  </system.webServer>
</configuration>`,
  nginx: (extension, type) => `location ~ \\.${extension}$ { types { ${type} ${extension}; } }`,
  '.htaccess': (extension, type) => `AddType ${type} .${extension}`,
};

const HEADER = {
  'web.config': (name, value) => `<configuration>
  <system.webServer>
    <httpProtocol>
      <customHeaders>
        <add name="${name}" value="${value}" />
      </customHeaders>
    </httpProtocol>
  </system.webServer>
</configuration>`,
  nginx: (name, value) => `add_header ${name} "${value}";`,
  '.htaccess': (name, value) => `Header set ${name} "${value}"`,
};

const each = (makers, ...values) =>
  Object.entries(makers).map(([place, make]) => ({ place, line: make(...values) }));

/** The sources that a card needs of each directive, for files from `origin`. */
const policy = (directive, origin) => {
  const from = origin == location.origin ? `'self'` : origin;
  return directive.startsWith('script-src') ? `script-src ${from} 'wasm-unsafe-eval'` : `${directive} ${from}`;
};

/** Cause or code → the lines that mend it, for the file at `address`. */
const LINES = {
  type: () => each(MIME, 'js', 'text/javascript'),
  cors: () => each(HEADER, 'Access-Control-Allow-Origin', '*'),
  policy: (address, directive) => [{ place: 'CSP', line: policy(directive, new URL(address).origin) }],
  'wasm-blocked': (address) => [{ place: 'CSP', line: policy('script-src', new URL(address, location).origin) }],
  'wasm-status': () => each(MIME, 'wasm', 'application/wasm'),
  'no-base': () => [{ place: 'HTML', line: `<tom-tat base="${new URL('.', import.meta.url).pathname}">` }],
};

/** What to paste where: `[{ place, line }]`, most usual first; none where there is nothing to paste. */
export const lines = (kind, address, detail) => LINES[kind]?.(address, detail) ?? [];
