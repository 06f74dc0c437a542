// A page's script as TypeScript sees it: compiled, never run. Lines after @ts-expect-error must be
// refused, so that types which allow everything fail as well.

import type { Article, ErrorCode, Evidence, Summary } from '../../www/tom-tat.d.ts';

const article: Article = {
  title: 'Hội nghị',
  published: '2022-05-04',
  body: '<p>Sáng 29/4/2022 …</p>',
  summary: {
    event: { date: '2022-04-29', part: 'sáng' },
    officials: [{ name: 'Nguyễn Văn An', roles: ['chủ trì'] }],
    directives: [{ type: 'Chỉ thị', number: '43/CT-TTg' }],
    figures: [{ quote: '98,5%', value: 98.5 }],
  },
};

const card = document.createElement('tom-tat');
card.article = article;
card.article = JSON.stringify(article);
card.article = undefined;

card.addEventListener('tom-tat:load', ({ detail }) => {
  const summary: Summary = detail.summary;
  const places: Evidence[] = summary.officials.flatMap(({ evidence }) => evidence);
  const units: number[] = places.map(({ start, end }) => end - start);
  const day: string | undefined = summary.event?.date;
  show(units.length, day ?? summary.published ?? '', summary.directives[0]?.issuer ?? '');
});
document.addEventListener('tom-tat:error', ({ detail: { code, message } }) => {
  const known: ErrorCode = code;
  show(0, known, message);
});
const again: Promise<Summary | null> = card.refresh();
again.then((summary) => show(summary?.figures.length ?? 0, card.summary?.title ?? '', ''));

function show(count: number, ...words: string[]): void {
  card.title = `${count} ${words.join(' ')}`;
}

// @ts-expect-error A figure needs its value.
card.article = { summary: { figures: [{ quote: '98,5%' }] } };
// @ts-expect-error No such role.
card.article = { summary: { officials: [{ name: 'An', roles: ['hát'] }] } };
// @ts-expect-error The summary is read only.
card.summary = null;
// @ts-expect-error No such code.
export const wrong: ErrorCode = 'no-such-code';
