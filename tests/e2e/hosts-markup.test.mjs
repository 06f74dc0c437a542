// In the markup of old CMSs, in odd documents, and in places that hide, scroll, move or copy it.

import assert from 'node:assert/strict';
import { Key } from 'selenium-webdriver';
import { article, event, recording, words } from './card.mjs';
import { chromiumOnly, complaints, stage } from './harness.mjs';
import { matrix } from './hosts.mjs';

const { site, driver } = await stage({
  '/one.json': JSON.stringify(article('Bài một', { url: '/bai' })),
  '/slow.json': async () => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    return JSON.stringify(article('Bài chậm'));
  },
});
const row = matrix('markup');
const run = (script, ...args) => driver.executeScript(script, ...args);

const TEXT = 'Sáng 29/4/2022, ông Hà Văn Bảy, Giám đốc Sở Y tế dự hội nghị tổng kết công tác dân vận của tỉnh, trao 20 xe đạp.';
const ARTICLE = `<h1>Hội nghị dân vận</h1><div id="bai"><p>${TEXT}</p></div>`;
const CARD = '<tom-tat id="card" for="bai" loading="eager"></tom-tat>';

const open = async (body, options = {}) => {
  site.route('/page', recording(body, options));
  await complaints(driver);
  await driver.get(`${site.origin}/page`);
};

const shows = async (after = 0) => {
  const seen = await event(driver, 'card', after);
  assert.equal(seen.name, 'load', seen.message);
  return seen;
};

row('document: XHTML (application/xhtml+xml)', 'real', async () => {
  const body = `<?xml version="1.0" encoding="utf-8"?>
    <html xmlns="http://www.w3.org/1999/xhtml" xml:lang="vi"><head><title>Trang</title>
    <script src="/pkg/tom-tat.js"></script></head>
    <body>${ARTICLE}${CARD}<div data-tom-tat="" data-for="bai"></div></body></html>`;
  site.route('/xhtml', { headers: { 'content-type': 'application/xhtml+xml' }, body });
  await driver.get(`${site.origin}/xhtml`);
  await driver.wait(() => run(`return [...document.querySelectorAll('tom-tat')].filter((card) => card.summary).length === 2`),
    10_000, 'no card');
  assert.match(await run(`return document.querySelector('tom-tat').shadowRoot.querySelector('[part~=card]').textContent`), /Hà Văn Bảy/);
});

row('document: quirks mode, no doctype', 'real', async () => {
  site.route('/quirks', recording(`<table><tr><td>${ARTICLE}${CARD}</td></tr></table>`).replace('<!doctype html>', ''));
  await driver.get(`${site.origin}/quirks`);
  assert.equal(await run('return document.compatMode'), 'BackCompat');
  await shows();
});

row('document: in windows-1258, without a charset for scripts', 'real', async () => {
  const page = `<!doctype html><meta charset="windows-1258"><script>window.seen = [];
    document.addEventListener('tom-tat:error', (event) => seen.push({ id: 'card', message: event.detail.message }))</script>
    <script src="/pkg/tom-tat.js"></script><tom-tat id="card" src="/gone.json" loading="eager"></tom-tat>`;
  site.route('/legacy', { headers: { 'content-type': 'text/html' }, body: page });
  site.route('/pkg/tom-tat.js', { headers: { 'content-type': 'text/javascript' }, file: true });
  await driver.get(`${site.origin}/legacy`);
  assert.match((await event(driver)).message, /Máy chủ trả lời HTTP 404/);
});

// ASP.NET puts the whole page into one form; an UpdatePanel replaces parts of it by innerHTML.
const ASPNET = `<form method="post" action="/posted" id="aspnetForm" onsubmit="window.submitted = true; return false">
  <input type="hidden" name="__VIEWSTATE" value="x"><div id="panel"><span id="bai"><p>${TEXT} Thực hiện Chỉ thị số 43/CT-TTg ngày
  26/11/2021 của Thủ tướng Chính phủ.</p></span></div><tom-tat id="card" for="bai" loading="eager" report="mailto:a@example.com"></tom-tat>
  <input type="text" id="search"><input type="submit" value="Tìm"></form>`;

row('ASP.NET: one form around the page; nothing of the card submits it', 'imitated', async () => {
  await open(ASPNET);
  await shows();
  const count = await run(`const all = card.shadowRoot.querySelectorAll('summary, button');
    for (const details of card.shadowRoot.querySelectorAll('details')) details.open = true;
    for (const control of all) control.click();
    return all.length`);
  assert.ok(count > 3, `only ${count} controls`);
  for (let index = 0; index < count; index++) {
    await run(`const all = card.shadowRoot.querySelectorAll('summary, button');
      for (const details of card.shadowRoot.querySelectorAll('details')) details.open = true;
      all[arguments[0]].focus()`, index);
    await driver.actions().sendKeys(Key.ENTER).perform();
  }
  assert.equal(await run('return window.submitted'), null);
});

row('ASP.NET: the UpdatePanel around the article is replaced', 'imitated', async () => {
  await open(ASPNET);
  await shows();
  await run(`panel.innerHTML = '<span id="bai"><p>' + arguments[0] + '</p></span>'`, TEXT.replace('Hà Văn Bảy', 'Tô Văn Tám').repeat(2));
  await shows(1);
  assert.match(await words(driver), /Tô Văn Tám/);
});

const PORTALS = {
  'DotNetNuke': `<form id="Form"><div id="dnn_ContentPane" class="contentpane"><div class="DnnModule DnnModule-DNN_HTML">
    <a name="463"></a><div class="DNNContainer_Title"><h1><span class="Head">Hội nghị dân vận</span></h1></div>
    <div id="dnn_ctr463_ContentPane"><div class="DNNModuleContent"><div id="bai" class="Normal"><p>${TEXT}</p></div></div></div></div></div>CARD</form>`,
  'SharePoint': `<form id="aspnetForm"><div id="s4-workspace" style="height:600px;overflow:auto"><div id="s4-bodyContainer">
    <h1 id="pageTitle">Hội nghị dân vận</h1><div id="DeltaPlaceHolderMain"><div id="bai" class="ms-rtestate-field"><p>${TEXT}</p></div></div>CARD</div></div></form>`,
  'Liferay': `<div class="portlet-layout row"><div class="portlet-column col-md-8"><section class="portlet" id="portlet_101_INSTANCE">
    <div class="portlet-content"><div class="journal-content-article"><h1>Hội nghị dân vận</h1><div id="bai"><p>${TEXT}</p></div>CARD</div></div></section></div></div>`,
  'Oracle WebCenter': `<form name="f1"><div id="T:oc" class="x1a" style="position:absolute;overflow:auto;width:700px;height:600px"><table cellpadding="0"><tr><td>
    <h1 class="x25">Hội nghị dân vận</h1><span id="bai" class="x26"><p>${TEXT}</p></span>CARD</td></tr></table></div></form>`,
};

for (const [name, markup] of Object.entries(PORTALS))
  row(`markup of ${name}`, 'imitated', async () => {
    await open(markup.replace('CARD', CARD));
    const seen = await shows();
    assert.equal(seen.title, 'Hội nghị dân vận');
    assert.match(await words(driver), /Hà Văn Bảy/);
    await run(`card.shadowRoot.querySelector('[part~=official] summary').click();
      card.shadowRoot.querySelector('[part~=official] [part=quote-link]').click()`);
    await driver.wait(() => run(`const { top, bottom } = document.querySelector('#bai p').getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight`), 5_000, 'the words are not in view');
  });

row('place: a hidden tab that opens later', 'real', async () => {
  await open(`<div id="tab" style="display:none"><tom-tat id="card" src="/one.json"></tom-tat></div>`);
  await driver.sleep(300);
  assert.deepEqual(await run('return seen'), [], 'a hidden card was loaded');
  await run(`tab.style.display = 'block'`);
  await shows();
});

row('place: an inner scroller', 'real', async () => {
  await open(`<div style="height:300px;overflow:auto" id="box"><div style="height:5000px">Tin</div>
    <tom-tat id="card" src="/one.json"></tom-tat></div>`);
  await run('box.scrollTop = 5000');
  await shows();
});

// Each with the pixels that at least are left to what stands beside the card.
const PLACES = {
  'a flex row beside the article': [`<div style="display:flex;width:600px"><div style="flex:1 1 0;min-width:0">${ARTICLE}</div>${CARD}</div>`, 200],
  'a narrow flex row': [`<div style="display:flex;width:300px">${CARD}<p style="width:80px;flex:none">Tin</p></div>${ARTICLE}`, 80],
  'a grid': [`<div style="display:grid;grid-template-columns:auto 120px;width:320px">${CARD}<p>Tin</p></div>${ARTICLE}`, 120],
  'a cell of a table': [`<table style="width:500px"><tr><td>${ARTICLE}</td><td>${CARD}</td></tr></table>`, 100],
  'a cell of a table at 320 px': [`<table style="width:320px"><tr><td>${CARD}</td></tr></table>${ARTICLE}`, 0],
  'a float': [`<div style="width:700px"><div style="float:right">${CARD}</div>${ARTICLE}</div>`, 0],
};

for (const [name, [html, others]] of Object.entries(PLACES))
  row(`place: ${name}`, 'real', async () => {
    await open(`<div id="place">${html}</div>`);
    await shows();
    const [card, place, over] = await run(
      `const place = document.querySelector('#place > *');
       return [card.offsetWidth, place.clientWidth, place.scrollWidth - place.clientWidth]`);
    assert.ok(over <= 1, `it makes the place ${over} px wider`);
    assert.ok(card >= 150 && card <= place - others, `it is ${card} px wide, in ${place}`);
  });

row('place: zoomed and transformed', 'real', async () => {
  await open(`<div style="transform:scale(.8);filter:grayscale(1)">${CARD}</div>${ARTICLE}`);
  await shows();
});

row('framework: the element is moved', 'real', async () => {
  await open(`${ARTICLE}<div id="a">${CARD}</div><div id="b"></div>`);
  await shows();
  await run('b.append(card)');
  await driver.sleep(200);
  assert.match(await words(driver), /Hà Văn Bảy/);
  assert.equal(await run('return seen.length'), 1, 'it was made anew');
});

row('framework: the element is cloned', 'real', async () => {
  await open(`${ARTICLE}<div id="a">${CARD}</div><div id="b"></div>`);
  await shows();
  await run(`const copy = card.cloneNode(true); copy.id = 'copy'; b.append(copy)`);
  assert.equal((await event(driver, 'copy')).name, 'load');
  await run(`const copy = document.querySelector('#a').cloneNode(true); copy.firstChild.id = 'third'; b.append(copy)`);
  assert.equal((await event(driver, 'third')).name, 'load');
});

row('framework: taken out and put back', 'real', async () => {
  await open(`${ARTICLE}<div id="a">${CARD}</div>`);
  await shows();
  await run('window.kept = card; kept.remove()');
  await driver.sleep(100);
  await run('a.append(kept)');
  await shows(1);
});

row('minifier: comments, spaces and quotes taken away', 'imitated', async () => {
  site.route('/page', recording(`${ARTICLE}<tom-tat id=card for=bai loading=eager></tom-tat>`)
    .replace(/\n\s*/g, '').replace(/<\/?(html|head|body)[^>]*>/g, ''));
  await driver.get(`${site.origin}/page`);
  await shows();
});

row('back/forward cache', 'real', async () => {
  await open(`${ARTICLE}${CARD}`);
  await shows();
  site.route('/next', '<!doctype html><title>Khác</title><p id="next">Trang khác');
  await driver.get(`${site.origin}/next`);
  await driver.navigate().back();
  await driver.wait(() => run(`return !!document.querySelector('tom-tat')?.summary`), 10_000, 'no card after going back');
  assert.match(await words(driver), /Hà Văn Bảy/);
  assert.equal(await run(`return document.querySelectorAll('tom-tat').length`), 1);
});

row('offline: the article cannot be fetched', 'real', async () => {
  await open('<div style="height:4000px"></div><tom-tat id="card" src="/one.json"><a id="fallback" href="/bai">Đọc bài</a></tom-tat>');
  await driver.sendDevToolsCommand('Network.enable', {});
  const offline = (on) => driver.sendDevToolsCommand('Network.emulateNetworkConditions',
    { offline: on, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
  await offline(true);
  await run('scrollTo(0, 5000)');
  const seen = await event(driver);
  await offline(false);
  assert.equal(seen.name, 'error');
  assert.ok(await run('return fallback.getClientRects().length > 0'));
  await run('card.refresh()');
  await shows(1);
  return 'fallback, and a card once online';
}, chromiumOnly('be offline'));

row('translation by the browser: words of the card replaced', 'imitated', async () => {
  await open(`${ARTICLE}${CARD}`);
  await shows();
  // Translators put elements in the place of text nodes, here in the card as well.
  await run(`const walk = (root) => { for (const node of [...root.childNodes])
      if (node.nodeType === 3 && node.data.trim()) {
        const font = document.createElement('font'); font.textContent = 'x ' + node.data; node.replaceWith(font);
      } else walk(node); };
    walk(card.shadowRoot.querySelector('[part=root]'))`);
  await run(`card.setAttribute('limit', '1')`);
  await shows(1);
  await run(`card.setAttribute('lang', 'en')`);
  await shows(2);
  return 'card, and one after each change';
});

row('printed at once', 'real', async () => {
  await open(`<tom-tat id="card" src="/slow.json" loading="eager"><a href="/bai">Đọc bài</a></tom-tat>`,
    { head: '<style>tom-tat { display: block; min-height: 24em }</style>' });
  await driver.wait(() => run('return !!card.shadowRoot'), 5_000);
  await run(`dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event('afterprint'))`);
  await shows();
  return 'fallback on paper, then a card';
});

row('prerendered page', 'real', async () => {
  site.route('/prerendered', recording(`${ARTICLE}${CARD}`));
  await open(`<script type="speculationrules">{"prerender":[{"source":"list","urls":["/prerendered"]}]}</script>
    <a id="go" href="/prerendered">Sang</a>`, { loader: false });
  await driver.sleep(1500);
  await run('go.click()');
  await driver.wait(() => run(`return !!document.querySelector('tom-tat')?.summary`), 10_000, 'no card');
}, chromiumOnly('prerender'));
