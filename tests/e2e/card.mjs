// What the tests of the element share: articles, a page that records events, and questions.

import { page } from './harness.mjs';

const BODY =
  'Sáng 29/4/2022, Ủy ban nhân dân tỉnh tổ chức hội nghị về công tác dân vận tại trụ sở. ' +
  'Đồng chí Nguyễn Văn An, Chủ tịch UBND tỉnh chủ trì hội nghị và đề nghị các sở, ngành vào cuộc.';

/** Facts of an editor, so that what a card shows does not depend on the extractor. */
const SUMMARY = {
  event: { date: '2022-04-29', part: 'sáng' },
  officials: [
    { name: 'Nguyễn Văn An', positions: ['Chủ tịch UBND tỉnh'], roles: ['chủ trì'] },
    { name: 'Trần Thị Bình', positions: ['Phó Chủ tịch UBND tỉnh'] },
  ],
  directives: [{ type: 'Chỉ thị', number: '43/CT-TTg', date: '2021-11-26' }],
  figures: [
    { quote: '98,5%', value: 98.5, unit: '%', label: 'hồ sơ giải quyết đúng hạn' },
    { quote: 'gần 11 nghìn văn bản', value: 11000, unit: 'văn bản', label: 'qua mạng' },
    { quote: '22 người', value: 22, unit: 'người', label: 'được tặng Kỷ niệm chương' },
  ],
};

/** The strictest policy that the README documents; the page's own scripts bear the nonce "n". */
export const STRICT_POLICY = [
  `default-src 'none'`,
  `script-src 'self' 'wasm-unsafe-eval' 'nonce-n'`,
  `connect-src 'self'`,
  `require-trusted-types-for 'script'`,
  'trusted-types tom-tat',
].join('; ');

/** An article with this title; `body` and `summary` may be left out by `undefined`. */
export const article = (title, more = {}) => ({ title, body: BODY, summary: SUMMARY, ...more });

/** A script element of JSON for inside `<tom-tat>` or a page. */
export const json = (value, type = 'application/json') =>
  `<script type="${type}">${JSON.stringify(value).replaceAll('</', '<\\/')}</script>`;

const RECORDER = `<script>
  window.seen = [];
  for (const name of ['load', 'empty', 'error'])
    document.addEventListener('tom-tat:' + name, ({ target, detail }) =>
      seen.push({ name, id: target.id, code: detail.code, message: detail.message,
                  title: detail.summary?.title }));
</script>`;

/** A page that keeps the events of its cards in \`window.seen\`. */
export const recording = (body, { head = '', ...rest } = {}) =>
  page(body, { head: RECORDER + head, ...rest });

/** Waits for the next event of the element with this id after \`after\` events; returns it. */
export const event = (driver, id = 'card', after = 0) =>
  driver.wait(
    () =>
      driver.executeScript(
        `return seen.filter(({ id }) => id === arguments[0])[arguments[1]]`, id, after),
    10_000,
    `no further event of #${id}`,
  );

/** The words on the card; null where there is none. */
export const words = (driver, id = 'card') =>
  driver.executeScript(
    `const card = document.getElementById(arguments[0]).shadowRoot?.querySelector('[part~=card]');
     return card && card.innerText`, id);

/** Whether an element of the page takes up room. */
export const visible = (driver, selector) =>
  driver.executeScript(
    'return document.querySelector(arguments[0]).getClientRects().length > 0', selector);
