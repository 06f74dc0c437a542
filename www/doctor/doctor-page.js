/** The page that a webmaster opens beside the files, on the very server. */
import { causeOf } from './cause.js';
import { lines } from './lines.js';
import { CAUSES } from './messages.js';
import { WORDS } from './words.js';

const FILES = ['tom-tat.js', 'tom_tat.js', 'doctor.js', 'tom_tat_bg.ico', 'tom_tat_bg.wasm'];
const SAMPLE = {
  title: 'Bài mẫu',
  body: 'Sáng 29/4/2022, ông Hà Văn Bảy, Giám đốc Sở Y tế dự hội nghị tổng kết công tác dân vận, trao 20 xe đạp.',
};

const at = (id) => document.getElementById(id);
const make = (name, text, more) => Object.assign(document.createElement(name), { textContent: text }, more);
const english = () => document.documentElement.lang == 'en';
const word = (name) => WORDS[name][+english()];
const address = (name) => new URL(name, location).href;

/** An entry of a list: what was tried, what came of it, and the lines to paste. */
const entry = (list, good, text, mends = []) => {
  const item = make('li', text, { className: good ? 'good' : 'bad' });
  for (const { place, line } of mends) {
    const lead = make('p', `${word('paste')} ${place}:`, { className: 'place' });
    const code = make('pre', line, { tabIndex: 0 });
    code.dataset.place = place;
    item.append(lead, code);
  }
  at(list).append(item);
};

/** The module comes in two files, of which one does. */
const MODULE = ['tom_tat_bg.ico', 'tom_tat_bg.wasm'];

const examineFile = (name, causes) => {
  const url = address(name);
  const cause = causes[name];
  if (!cause) return entry('files', true, `${name}: ${word('fine')}`);
  const other = MODULE.find((each) => MODULE.includes(name) && each != name && !causes[each]);
  if (other) return entry('files', true, `${name}: ${word('spare')} ${other}`);
  const { kind, detail } = cause;
  const message = CAUSES[kind][+english()].replaceAll('$', () => url).replaceAll('%', () => detail);
  const mends = kind == 'status' && name.endsWith('.wasm') ? lines('wasm-status', url) : lines(kind, url, detail);
  entry('files', false, `${name}: ${message}`, mends);
};

const count = ({ event, officials, directives, figures }) =>
  !!event + officials.length + directives.length + figures.length;

/** What a card tells, as an entry of this list. */
const report = (list) => async ({ type, detail }) => {
  if (type != 'tom-tat:error') {
    return entry(list, true, `${word('shown')} ${count(detail.summary)} ${word('facts')}`);
  }
  entry(list, false, `${detail.message} [${detail.code}]`, detail.lines ?? lines(detail.code));
};

const NAMES = ['tom-tat:load', 'tom-tat:empty', 'tom-tat:error'];

const tryCard = () => {
  const card = document.createElement('tom-tat');
  card.setAttribute('loading', 'eager');
  card.lang = document.documentElement.lang;
  card.article = SAMPLE;
  for (const name of NAMES) card.addEventListener(name, report('trial'));
  at('card').replaceChildren(card);
  // Its own file may be what is missing: then there is nothing to try.
  document.head.append(make('script', '', { src: 'tom-tat.js' }));
};

const examinePage = async (where) => {
  at('page').replaceChildren(make('li', word('waiting')));
  const url = new URL(where, location);
  url.searchParams.set('tom-tat-debug', '');
  const frame = make('iframe', '', { src: url.href, title: where });
  const told = await new Promise((resolve) => {
    const heard = [];
    setTimeout(() => resolve(heard), 10_000);
    frame.onload = () => {
      if (!frame.contentDocument?.body) return resolve(null);
      const cards = [...frame.contentDocument.querySelectorAll('tom-tat,[data-tom-tat]')];
      for (const card of cards) card.setAttribute('loading', 'eager');
    };
    document.body.append(frame);
    // Before its scripts run.
    const listen = () => {
      const { contentWindow } = frame;
      try {
        for (const name of NAMES)
          contentWindow.addEventListener(name, (event) => {
            heard.push(event);
            setTimeout(() => resolve(heard), 500);
          });
      } catch {
        resolve(null);
      }
    };
    const wait = () =>
      frame.contentWindow?.location.href == 'about:blank' ? setTimeout(wait, 10) : listen();
    try {
      wait();
    } catch {
      resolve(null);
    }
  });
  frame.remove();
  at('page').replaceChildren();
  if (!told) return entry('page', false, word('foreign'));
  if (!told.length) return entry('page', false, word('silent'), [{
    place: 'HTML', line: `<script src="${new URL('tom-tat.js', location).pathname}" async></script>\n<div data-tom-tat></div>` }]);
  for (const event of told) await report('page')(event);
};

const examine = async () => {
  document.querySelector('.lead').textContent = word('lead');
  for (const id of ['files', 'trial', 'page']) {
    at(`${id}-title`).textContent = word(id);
    at(id).replaceChildren();
  }
  document.querySelector('label').textContent = word('address');
  document.querySelector('#ask button').textContent = word('ask');
  const causes = {};
  for (const name of FILES) causes[name] = await causeOf(address(name), name.endsWith('.js'));
  for (const name of FILES) examineFile(name, causes);
  tryCard();
  document.body.dataset.done = '';
};

at('language').addEventListener('click', ({ target }) => {
  document.documentElement.lang = english() ? 'vi' : 'en';
  target.textContent = english() ? 'Tiếng Việt' : 'English';
  target.lang = english() ? 'vi' : 'en';
  examine();
});
at('ask').addEventListener('submit', (event) => {
  event.preventDefault();
  examinePage(at('address').value);
});
examine();
