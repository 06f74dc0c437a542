/** `<tom-tat>`: the element, its events, and the JSON that goes in (1) and comes out (2). */

/** Contract 1: at least `body` or `summary`; inside an element with `for`, only what the page has otherwise. */
export interface Article {
  /** Passed through by the command. */
  id?: string | number;
  title?: string;
  url?: string;
  source?: string;
  author?: string;
  /** ISO 8601, or as Vietnamese pages write it. */
  published?: string;
  lang?: string;
  /** Plain text or HTML. */
  body?: string;
  /** Facts of an editor: each field present replaces the extracted one. */
  summary?: Facts;
  /** Names of officials, numbers or names of documents and quotes of figures that are not to show. */
  omit?: string[];
}

/** A `NewsArticle`, `Article` … of schema.org, as JSON-LD. */
export interface LinkedArticle {
  '@type': string | string[];
  headline?: string;
  name?: string;
  url?: string;
  mainEntityOfPage?: string | { '@id'?: string };
  datePublished?: string;
  publisher?: string | { name?: string };
  articleBody: string;
  [other: string]: unknown;
}

/** A JSON-LD document with its nodes in a graph. */
export interface LinkedGraph {
  '@graph': unknown[];
  [other: string]: unknown;
}

/** A post as the REST interface of WordPress gives it. */
export interface WordPressPost {
  title?: { rendered?: string };
  content: { rendered?: string };
  date?: string;
  link?: string;
  [other: string]: unknown;
}

/** An item of a JSON Feed, by its HTML or by its text. */
export type FeedItem = {
  title?: string;
  url?: string;
  date_published?: string;
  [other: string]: unknown;
} & ({ content_html: string } | { content_text: string });

type With<T, K extends keyof T> = Pick<T, K> & Partial<T>;

/** Contract 2 as an editor writes it: only what a fact cannot do without has to be there. */
export interface Facts
  extends Partial<Omit<Summary, 'event' | 'officials' | 'directives' | 'figures' | 'curated'>> {
  event?: With<Event, 'date'> | null;
  officials?: With<Official, 'name'>[];
  directives?: With<Directive, 'type'>[];
  figures?: With<Figure, 'quote' | 'value'>[];
}

/** Contract 2. Days are ISO 8601, `--MM-DD` where the year is unknown. */
export interface Summary {
  title: string | null;
  url: string | null;
  source: string | null;
  published: string | null;
  lead: string | null;
  event: Event | null;
  officials: Official[];
  directives: Directive[];
  figures: Figure[];
  /** Names of the fields that an editor supplied. */
  curated?: string[];
}

export interface Event {
  date: string;
  end: string | null;
  part: 'sáng' | 'trưa' | 'chiều' | 'tối' | null;
  inferred: boolean;
  evidence: Evidence[];
}

export interface Official {
  name: string;
  aliases: string[];
  positions: string[];
  roles: ('chủ trì' | 'phát biểu' | 'trao' | 'ký' | 'tham dự')[];
  evidence: Evidence[];
}

export interface Directive {
  type: string;
  number: string | null;
  name: string | null;
  date: string | null;
  issuer: string | null;
  subject: string | null;
  evidence: Evidence[];
}

export interface Figure {
  quote: string;
  value: number;
  unit: string;
  qualifier: string | null;
  /** What the number is of, where the whole phrase is told by its boundaries. */
  label: string | null;
  /** The clause before and behind the figure, in the article's own words. */
  context: Context;
  evidence: Evidence[];
}

/** The words around a figure. */
export interface Context {
  before: string;
  after: string;
}

/** A W3C Web Annotation selector; offsets in UTF-16 code units of the normalised text. */
export interface Evidence {
  exact: string;
  prefix: string;
  suffix: string;
  start: number;
  end: number;
}

/** What kept a card, or a list of them, from being shown. */
export type ErrorCode =
  | 'malformed-json'
  | 'wrong-type'
  | 'missing-body'
  | 'empty-body'
  | 'not-vietnamese'
  | 'legacy-encoding'
  | 'not-readable'
  | 'http-status'
  | 'no-source'
  | 'list-page'
  | 'too-large'
  | 'timeout'
  | 'file-page'
  | 'no-base'
  | 'no-wasm'
  | 'glue-not-loaded'
  | 'wasm-not-loaded'
  | 'wasm-status'
  | 'wasm-blocked'
  | 'wasm-invalid'
  | 'trusted-types'
  | 'not-a-feed'
  | 'malformed-xml'
  | 'empty-list'
  | 'crash';

export interface TomTatElement extends HTMLElement {
  article: Article | LinkedArticle | LinkedGraph | WordPressPost | FeedItem | string | undefined;
  readonly summary: Summary | null;
  refresh(): Promise<Summary | null>;
}

export interface TomTatListElement extends HTMLElement {
  /** Reads the feed again; resolves with the number of its cards. */
  refresh(): Promise<number | null>;
}

declare global {
  interface HTMLElementTagNameMap {
    'tom-tat': TomTatElement;
    'tom-tat-list': TomTatListElement;
  }
  interface GlobalEventHandlersEventMap {
    'tom-tat:load': CustomEvent<{ summary: Summary }>;
    'tom-tat:empty': CustomEvent<{ summary: Summary }>;
    'tom-tat-list:load': CustomEvent<{ count: number }>;
    /** `lines`: what to paste where, if that is known. */
    'tom-tat:error': CustomEvent<{
      code: ErrorCode;
      message: string;
      lines?: { place: string; line: string }[];
    }>;
  }
}
