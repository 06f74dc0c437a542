// What of a page is right, by field, against its entry in `gold.json`.

/** As texts are compared: typed alike, spaced alike. */
const plain = (text) => text?.normalize('NFC').replace(/\s+/gu, ' ').trim() ?? null;

const SYNTAX = /[\\^$.*+?()[\]{}|]/g;

/**
 * Whether `part` stands in `text`, cut off neither from a word nor from a number: "1.500 người"
 * holds no "500 người".
 */
function holds(text, part) {
  const letter = '[\\p{L}\\p{N}]';
  const literal = plain(part).replace(SYNTAX, '\\$&');
  const within = new RegExp(`(?<!${letter}|\\p{N}[.,])${literal}(?!(?<=${letter})${letter})`, 'u');
  return within.test(plain(text) ?? '');
}

/** Gold's value of a field and the others that it accepts. */
const accepted = (page, field) => [page[field], ...(page.also?.[field] ?? [])];

/** Whether a card is judged: also where the text is Vietnamese in part. */
const givesCard = (page) => page.article && accepted(page, 'vietnamese').includes(true);

/** The element's own word that there is nothing to summarise; any other error is a fault. */
const REFUSALS = ['not-vietnamese', 'empty-body', 'no-source', 'list-page'];
const refuses = ({ name, code }) => name === 'error' && REFUSALS.includes(code);

/** Whether no card is right: it is where gold wants none of the element without attributes. */
const mayRefuse = (page, seen) => page.own !== 'card' && refuses(seen);

const failure = ({ name, code }) => `${name} ${code ?? ''}`.trim();

/** One value of the card against those that gold accepts. */
function value(page, { for: seen }, field, read) {
  const wanted = accepted(page, field).map(plain);
  if (!seen.summary) return { right: mayRefuse(page, seen), wanted: wanted[0], got: failure(seen) };
  const got = plain(read(seen.summary));
  return { right: wanted.includes(got), wanted: wanted[0], got };
}

/** Whether the card shows a fact: "Name — post", a document's number, or a figure's quote. */
function shown(fact, { for: seen }) {
  if (!seen.summary) return { right: false, wanted: fact, got: failure(seen) };
  const { officials, directives, figures } = seen.summary;
  const [name, post] = fact.split(' — ');
  if (post) {
    const official = officials.find((official) => plain(official.name) === plain(name));
    const right = official?.positions.some((position) => holds(position, post)) ?? false;
    return { right, wanted: fact, got: official?.positions.join('; ') ?? null };
  }
  const right =
    directives.some(({ number }) => plain(number) === plain(fact)) ||
    figures.some(({ quote }) => holds(quote, fact));
  return { right, wanted: fact, got: null };
}

/** The forbidden strings that the card shows as a fact. A label may hold them; the lead may, too. */
function forbidden({ must_not_show: strings }, summary) {
  const { title, lead, officials, directives, figures } = summary;
  const facts = [
    title,
    ...officials.flatMap(({ name, positions }) => [name, ...positions]),
    ...directives.map(({ number }) => number),
    ...figures.map(({ quote }) => quote),
  ];
  return strings.filter(
    // A lead that is nothing but such a string is a heading taken for a sentence.
    (string) => plain(lead) === plain(string) || facts.some((fact) => holds(fact, string)));
}

function free(page, { for: seen }) {
  const wanted = 'none of must_not_show';
  if (!seen.summary) return { right: mayRefuse(page, seen), wanted, got: failure(seen) };
  const found = forbidden(page, seen.summary);
  return { right: found.length === 0, wanted, got: found.join('; ') };
}

function refused({ for: seen }) {
  const got = seen.summary?.title ?? failure(seen);
  return { right: seen.name === 'empty' || refuses(seen), wanted: 'no card', got };
}

function foreign(page, { for: seen }) {
  const refusal = ['not-vietnamese', 'empty-body'].includes(seen.code);
  const card = seen.summary !== null && givesCard(page);
  return { right: refusal || card, wanted: 'not-vietnamese', got: failure(seen) };
}

/** What came of the element without attributes, in gold's words: a list is no source of an article. */
function unaided(page, { own: seen }) {
  const found = ['load', 'empty'].includes(seen.name);
  const got = found ? 'card' : seen.code === 'list-page' ? 'no-source' : (seen.code ?? seen.name);
  return { right: accepted(page, 'own').includes(got), wanted: page.own, got };
}

/** By field: the verdicts on a page, none where the field is not asked of it. */
export const FIELDS = {
  title: (page, seen) =>
    givesCard(page) ? [value(page, seen, 'title', ({ title }) => title)] : [],
  published: (page, seen) =>
    // The time of day is none of gold's.
    givesCard(page) ? [value(page, seen, 'published', ({ published }) => published?.slice(0, 10))] : [],
  event: (page, seen) =>
    // Days of filler text are nobody's.
    page.article && page.vietnamese ? [value(page, seen, 'event', ({ event }) => event?.date)] : [],
  'must show': (page, seen) =>
    givesCard(page) ? page.must_show.map((fact) => shown(fact, seen)) : [],
  'free of must not show': (page, seen) => (givesCard(page) ? [free(page, seen)] : []),
  'lists refused': (page, seen) => (page.article ? [] : [refused(seen)]),
  'filler refused': (page, seen) =>
    page.article && !page.vietnamese ? [foreign(page, seen)] : [],
  'without attributes': (page, seen) => [unaided(page, seen)],
};
