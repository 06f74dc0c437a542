// What is right of a page of `tests/pages`: the comment at its head, as `tests/pages.rs` reads it.

const list = (text) => text.split(';').map((one) => one.trim()).filter(Boolean);
const sorted = (texts) => [...texts].sort();

/** The fields of a card: how the comment says them, how the summary does. */
const FIELDS = {
  title: [(text) => [text], ({ title }) => [title ?? '']],
  published: [list, ({ published }) => (published ? [published] : [])],
  event: [list, ({ event }) => (event ? [event.date] : [])],
  officials: [list, ({ officials }) => officials.map(({ name }) => name)],
  documents: [list, ({ directives }) => directives.flatMap(({ number }) => number ?? [])],
  figures: [(text) => sorted(list(text)), ({ figures }) => sorted(figures.map(({ quote }) => quote))],
};

/** The fields that the comment names, as it writes them. */
export function expected(html) {
  const comment = html.match(/<!--(.*?)-->/s)?.[1] ?? '';
  const lines = comment.split('\n').map((line) => line.match(/^(.*?) =(.*)$/));
  return Object.fromEntries(lines.filter(Boolean).map(([, field, text]) => [field.trim(), text.trim()]));
}

const holdsFacts = ({ event, officials, directives, figures }) =>
  Boolean(event || officials.length || directives.length || figures.length);

/** The event that has to come: of an article without a fact another one than of a card. */
const rightEvent = ({ error }, summary) =>
  error ? 'error' : summary && !holdsFacts(summary) ? 'empty' : 'load';

/** The fields of a page that are wrong, in words. */
export function misses(expected, { name, code, summary }) {
  const told = (field, wanted, got) => `${field}: wanted “${wanted}”, got “${got}”`;
  const [wanted, got] = [expected.error ?? 'none', code ?? 'none'];
  if (wanted !== got) return [told('error', wanted, got)];
  const right = rightEvent(expected, summary);
  if (name !== right) return [told('event of the element', right, name)];
  if (!summary) return [];
  return Object.entries(FIELDS).flatMap(([field, [read, of]]) => {
    if (!(field in expected)) return [];
    const [wanted, got] = [read(expected[field]).join('; '), of(summary).join('; ')];
    return wanted === got ? [] : [told(field, wanted, got)];
  });
}
