// The code blocks of Markdown pages, each with its place.

/** At the start of a block of HTML that is not meant to give a card. */
const NO_CARD = '<!-- thẻ: không -->';

/** The blocks of `text`, the page at `path`: `{ lang, code, place, card }`; `place` is “path:line” of the first line. */
export const blocks = (path, text) => {
  const found = [];
  let open;
  for (const [index, line] of text.split('\n').entries()) {
    const fence = /^( *)(`{3,})(\w*)/.exec(line);
    if (open && fence && fence[2] === open.fence && !fence[3]) {
      const code = open.lines.map((one) => one.slice(open.indent)).join('\n');
      found.push({ lang: open.lang, code, place: `${path}:${open.line}`, card: !code.startsWith(NO_CARD) });
      open = undefined;
    } else if (open) open.lines.push(line);
    else if (fence) open = { fence: fence[2], indent: fence[1].length, lang: fence[3], line: index + 2, lines: [] };
  }
  if (open) throw new Error(`${path}:${open.line}: the block does not end`);
  return found;
};

const COMMENTS_AND_STRINGS = /\/\*[^]*?\*\/|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/g;

/** How many rules a style sheet has as it is written, those within others too, and its declarations. */
export const styles = (code) => {
  // Strings stay strings, so that declarations with them still are such.
  const bare = code.replace(COMMENTS_AND_STRINGS, (found) => (found[0] === '/' ? ' ' : '""'));
  const declarations = bare.matchAll(/(?<=[{;]\s*)([\w-]+)\s*:\s*([^;{}]+?)\s*(?=[;}])/g);
  return {
    rules: bare.split('{').length - 1,
    declarations: [...declarations].map(([, name, value]) => [name, value]),
  };
};

