// The plugin in three of Debian's themes, as readers see it.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { browser, screenshot } from '../e2e/harness.mjs';
import { BLOCKS, people } from './people.mjs';
import { faults, php, wordpress } from './site.mjs';

const origin = await wordpress();
const driver = await browser();
after(() => driver.quit());
const { run, open, cards, loaded, be, wait, width: at } = people(driver, origin);

const text = (words) => JSON.stringify(words);
/** Stores a post and gives back its address. */
const post = (fields) => php(`
  $id = wp_insert_post(array_merge(['post_status' => 'publish', 'post_date' => '2026-11-28 08:51:00'],
    json_decode(${text(JSON.stringify(fields)).replaceAll('$', '\\$')}, true)), true);
  if (is_wp_error($id)) throw new Exception($id->get_error_message());
  return [$id, get_permalink($id)];`);
const set = (settings) => php(`update_option('tom_tat', json_decode('${JSON.stringify(settings)}', true)); return true;`);
const source = async (path) => (await fetch(path.startsWith('http') ? path : origin + path)).text();

await php(`activate_plugin('tom-tat/tom-tat.php'); return true;`);
const [id, address] = await post({ post_title: 'Tổng kết công tác “dân vận”', post_content: BLOCKS });
await post({ post_title: 'Bài thứ hai', post_content: BLOCKS });

for (const theme of ['twentytwentyone', 'twentytwentytwo', 'twentytwentythree'])
  test(`WordPress: a single post has its card in ${theme}`, async () => {
    await php(`switch_theme('${theme}'); return true;`);
    await open(address);
    const [words, ...others] = await cards();
    assert.equal(others.length, 0, 'more than one card');
    for (const fact of ['27/11/2026', 'Nguyễn Văn An', 'Chủ tịch UBND tỉnh', '43/CT-TTg', '98,5%'])
      assert.ok(words.includes(fact), `${fact} is not on the card: ${words}`);
    const { title, url, published, source } = await run(`return document.querySelector('tom-tat').summary`);
    assert.deepEqual({ title, url, published, source }, {
      title: 'Tổng kết công tác “dân vận”', url: address, published: '2026-11-28', source: 'Cổng thông tin' });
    for (const width of [390, 1280]) {
      await at(width);
      assert.ok(await run('return document.documentElement.scrollWidth <= innerWidth + 1'), `the page scrolls sideways at ${width} px`);
      await screenshot(driver, `wordpress-${theme}-${width}`);
    }
  });

test('WordPress: the script has its version and its marks, once', async () => {
  const tags = (await source(address)).match(/<script[^>]*tom-tat\.js[^>]*>/g);
  assert.equal(tags.length, 1, String(tags));
  for (const mark of [/\?ver=\d/, /\sasync\b/, /data-cfasync="false"/, /data-no-optimize/, /nowprocket/]) assert.match(tags[0], mark);
});

for (const [where, path] of Object.entries({
  'the home page, a list': '/', 'a feed': '/feed/', 'a search': '/?s=dân', 'an embed': `${address}embed/`, REST: `/wp-json/wp/v2/posts/${id}` }))
  test(`WordPress: nothing of the plugin in ${where}`, async () => {
    const page = await source(path);
    assert.ok(/dân vận|d\\u00e2n v\\u1eadn/.test(page), `the page is another one: ${page.slice(0, 500)}`);
    assert.doesNotMatch(page, /tom-tat/);
  });

test('WordPress: no card in front of a password, and none of its facts', async () => {
  const [, secret] = await post({ post_title: 'Kín', post_content: BLOCKS, post_password: 'x' });
  const page = await source(secret);
  assert.doesNotMatch(page, /<tom-tat|Nguyễn Văn An/);
});

test('WordPress: no card in AMP pages', async () => {
  await php(`wp_mkdir_p(WPMU_PLUGIN_DIR); file_put_contents(WPMU_PLUGIN_DIR . '/amp.php', "<?php function amp_is_request() { return isset(\\$_GET['amp']); }"); return true;`);
  assert.doesNotMatch(await source(`${address}?amp`), /tom-tat/);
  assert.match(await source(address), /<tom-tat/);
  await php(`unlink(WPMU_PLUGIN_DIR . '/amp.php'); return true;`);
});

test('WordPress: an excerpt has nothing of the card', async () => {
  const excerpt = await php(`$GLOBALS['wp_query']->query(['p' => ${id}]); the_post(); return get_the_excerpt();`);
  assert.match(excerpt, /^Sáng 27\/11/);
});

test('WordPress: no second card beside an author’s own, and its script comes', async () => {
  const [, own] = await post({ post_title: 'Có thẻ', post_content: `<div data-tom-tat data-density="line"></div>\n${BLOCKS}` });
  await open(own);
  await wait(`return !!document.querySelector('tom-tat')?.shadowRoot?.querySelector('[part~=card]')`, 'no card');
  assert.equal((await cards()).length, 1);
});

test('WordPress: the switch of a post', async () => {
  const [off, without] = await post({ post_title: 'Không thẻ', post_content: BLOCKS, meta_input: { _tom_tat_card: 'no' } });
  assert.doesNotMatch(await source(without), /<tom-tat/);
  const [, page] = await post({ post_title: 'Trang', post_type: 'page', post_content: BLOCKS });
  assert.doesNotMatch(await source(page), /<tom-tat/, 'a page has none by default');
  const [, wanted] = await post({ post_title: 'Trang có thẻ', post_type: 'page', post_content: BLOCKS, meta_input: { _tom_tat_card: 'yes' } });
  assert.match(await source(wanted), /<tom-tat/);
  assert.ok(off);
});

test('WordPress: a fact that an editor took back is gone', async () => {
  const [, without] = await post({ post_title: 'Gỡ', post_content: BLOCKS, meta_input: { _tom_tat_omit: '98,5%' } });
  await open(without);
  const [words] = await cards();
  assert.doesNotMatch(words, /98,5%/);
  assert.match(words, /Nguyễn Văn An/);
});

test('WordPress: the settings reach the card', async () => {
  await set({ place: 'after', density: 'full', sections: ['directives', 'officials', 'date'], theme: 'blue', limits: { officials: 2 },
    lookup: 'https://example.gov.vn/?q={number}', room_wide: 333, room_narrow: 444, jsonld: 'off' });
  await open(address);
  const [words] = await cards();
  assert.ok(words.indexOf('43/CT-TTg') < words.indexOf('Nguyễn Văn An'), words);
  assert.doesNotMatch(words, /98,5%/);
  const page = await source(address);
  assert.ok(page.indexOf('</head>') > page.indexOf('themes/blue.css'), 'the theme is not in the head');
  assert.match(page, /min-height:333px/);
  assert.ok(page.indexOf('đúng hạn') < page.indexOf('<tom-tat'), 'not after the text');
  assert.equal(await run(`return document.querySelectorAll('head script[type="application/ld+json"]').length`), 0);
  await set({});
  await open(address);
  await cards();
  assert.equal(await run(`return document.querySelectorAll('head script[type="application/ld+json"]').length`), 1, 'JSON-LD is on by itself');
});

test('WordPress: JSON-LD is off beside an SEO plugin', async () => {
  await php(`wp_mkdir_p(WPMU_PLUGIN_DIR); file_put_contents(WPMU_PLUGIN_DIR . '/seo.php', "<?php define('WPSEO_VERSION', '1');"); return true;`);
  await open(address);
  await cards();
  assert.equal(await run(`return document.querySelectorAll('head script[type="application/ld+json"]').length`), 0);
  await php(`unlink(WPMU_PLUGIN_DIR . '/seo.php'); return true;`);
});

test('WordPress: settings that are damaged count as their defaults', async () => {
  await php(`update_option('tom_tat', ['place' => 'moon', 'sections' => 'x', 'limits' => 5, 'theme' => '../../evil', 'room_wide' => -1,
    'lookup' => 'javascript:alert(1)//{number}', 'post_types' => null, 'more' => []]); return true;`);
  await open(address);
  assert.match((await cards())[0], /Nguyễn Văn An/);
  assert.doesNotMatch(await source(address), /evil|javascript:/);
  await php(`update_option('tom_tat', 'x'); return true;`);
  await open(address);
  assert.match((await cards())[0], /Nguyễn Văn An/);
  await set({});
});

test('WordPress: a post cut into pages is read whole', async () => {
  const cut = BLOCKS.replace('\n<!-- wp', '\n<!-- wp:nextpage --><!--nextpage--><!-- /wp:nextpage -->\n<!-- wp');
  const [, split] = await post({ post_title: 'Hai trang', post_content: cut });
  await open(split);
  const [words] = await cards();
  assert.match(words, /98,5%/, 'what stands on the second page');
});

test('WordPress: ten cards in a query loop, each of its own post', async () => {
  const names = ['An', 'Bình', 'Chi', 'Dũng', 'Giang', 'Hà', 'Khánh', 'Lan', 'Minh', 'Nga'];
  for (const name of names)
    await post({ post_title: `Tin ${name}`, post_content: BLOCKS.replaceAll('Nguyễn Văn An', `Trần Thị ${name}`), post_date: '2026-11-28 10:00:00' });
  const loop = `<!-- wp:query {"query":{"perPage":10,"postType":"post","order":"desc","orderBy":"date"}} --><div class="wp-block-query">
    <!-- wp:post-template --><!-- wp:post-title /--><!-- wp:tom-tat/card {"density":"line"} /--><!-- /wp:post-template --></div><!-- /wp:query -->`;
  const [, list] = await post({ post_title: 'Điểm tin', post_type: 'page', post_content: loop });
  await open(list);
  const words = await cards();
  assert.equal(words.length, 10);
  for (const name of names) assert.ok(words.some((one) => one.includes(`Trần Thị ${name}`)), `no card of ${name}: ${words.join('\n')}`);
  assert.equal((await loaded()).filter((one) => one.includes('tom-tat.js')).length, 1);
});

test('WordPress: ten cards on an archive page with whole posts, each of its own', async () => {
  const names = ['Phong', 'Quân', 'Sơn', 'Thảo', 'Uyên', 'Vinh', 'Xuân', 'Yến', 'Đạt', 'Ái'];
  for (const name of names)
    await post({ post_title: `Ghi ${name}`, post_content: `<!-- wp:tom-tat/card {"density":"line"} /-->\n${BLOCKS.replaceAll('Nguyễn Văn An', `Lê Văn ${name}`)}`, post_date: '2026-11-29 01:00:00' });
  await php(`switch_theme('twentytwentyone'); set_theme_mod('display_excerpt_or_full_post', 'full'); return true;`);
  await open('/');
  const words = await cards();
  await php(`switch_theme('twentytwentythree'); return true;`);
  assert.equal(words.length, 10);
  for (const name of names) assert.ok(words.some((one) => one.includes(`Lê Văn ${name}`)), `no card of ${name}: ${words.join('\n')}`);
});

test('WordPress: the shortcode, also of another post, but never of one that the reader may not see', async () => {
  const [draft] = await post({ post_title: 'Nháp', post_content: BLOCKS, post_status: 'draft' });
  const [, own] = await post({ post_title: 'Mã ngắn', post_content: `[tom_tat density="line"]\n[tom_tat id="${id}"]\n[tom_tat id="${draft}"]\n[tom_tat id="99999"]\n${BLOCKS}` });
  await open(own);
  const words = await cards();
  assert.equal(words.length, 2, words.join('\n'));
  for (const one of words) assert.match(one, /Nguyễn Văn An/);
});

test('WordPress: a post of 200 KB', async () => {
  const long = Array.from({ length: 1_500 }, (_, index) => `<!-- wp:paragraph --><p>Các đại biểu trao đổi về việc thứ ${index} còn chậm và cách làm hay của từng địa phương.</p><!-- /wp:paragraph -->`).join('\n');
  const [, large] = await post({ post_title: 'Bài dài', post_content: BLOCKS + long });
  await open(large);
  assert.match((await cards())[0], /Nguyễn Văn An/);
});

test('WordPress: a theme without the_content is told to the administrator', async () => {
  await php(`$folder = get_theme_root() . '/bare'; wp_mkdir_p($folder);
    file_put_contents("$folder/style.css", "/*\\nTheme Name: Bare\\n*/");
    file_put_contents("$folder/index.php", '<!doctype html><html><head><?php wp_head(); ?></head><body><?php the_post(); echo get_the_title(), get_the_content(); wp_footer(); ?></body></html>');
    switch_theme('bare'); return true;`);
  try {
    assert.doesNotMatch(await source(address), /<tom-tat/);
    await be('admin');
    await open(address);
    await open('/wp-admin/');
    assert.match(await run('return document.body.innerText'), /không gọi the_content\(\) cho bài/);
    await php(`switch_theme('twentytwentythree'); return true;`);
    await open(address);
    await open('/wp-admin/');
    assert.doesNotMatch(await run('return document.body.innerText'), /the_content/);
  } finally {
    await php(`switch_theme('twentytwentythree'); return true;`);
    await be();
  }
});

test('WordPress: without the folder of the card there is no card, and the administrator is told', async () => {
  const folder = `WP_PLUGIN_DIR . '/tom-tat/card'`;
  await php(`rename(${folder}, ${folder} . '-away'); return true;`);
  try {
    assert.doesNotMatch(await source(address), /tom-tat/);
    await be('admin');
    await open('/wp-admin/');
    assert.match(await run('return document.body.innerText'), /thiếu thư mục “card”/);
  } finally {
    await php(`rename(${folder} . '-away', ${folder}); return true;`);
    await be();
  }
});

test('WordPress: PHP complained of nothing', async () => assert.deepEqual(await faults(), []));
