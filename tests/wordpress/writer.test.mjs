// The plugin as administrators, editors and authors meet it: editors, settings, rights, upgrades, removal.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { browser, root, screenshot } from '../e2e/harness.mjs';
import { BLOCKS, BODY, people } from './people.mjs';
import { faults, php, plug, wordpress } from './site.mjs';

const origin = await wordpress();
const driver = await browser();
after(() => driver.quit());
const { run, open, cards, be, wait, width } = people(driver, origin);

await php(`activate_plugin('tom-tat/tom-tat.php'); switch_theme('twentytwentythree');
  foreach (get_users() as $user) update_user_meta($user->ID, $GLOBALS['wpdb']->prefix . 'persisted_preferences', ['core/edit-post' => ['welcomeGuide' => false, 'fullscreenMode' => false], 'core/edit-site' => ['welcomeGuide' => false, 'welcomeGuideStyles' => false], '_modified' => gmdate('c')]);
  return true;`);

/** Opens the block editor of a new post, without its welcome. */
const write = async (path = '/wp-admin/post-new.php') => {
  await open(path);
  await wait(`return window.wp?.data?.select('core/editor')?.getCurrentPostId() && wp.blocks.getBlockType('tom-tat/card')`, 'the editor does not start');
  await run(`const edit = wp.data.dispatch('core/edit-post'); const is = (name) => wp.data.select('core/edit-post').isFeatureActive(name);
    if (is('welcomeGuide')) edit.toggleFeature('welcomeGuide'); if (is('fullscreenMode')) edit.toggleFeature('fullscreenMode')`);
};
const publish = async () => {
  await run(`wp.data.dispatch('core/editor').editPost({ status: 'publish' }); wp.data.dispatch('core/editor').savePost()`);
  await wait(`const editor = wp.data.select('core/editor'); return !editor.isSavingPost() && editor.getCurrentPost().status === 'publish' && !editor.isEditedPostDirty()`, 'the post is not saved');
  return run(`return wp.data.select('core/editor').getPermalink()`);
};
const leave = () => run('window.onbeforeunload = null');
const preview = `document.querySelector('[data-type="tom-tat/card"] tom-tat')?.shadowRoot?.querySelector('[part~=card]')?.innerText`;

test('WordPress editor: the block previews what is being written, and readers see the same', async () => {
  await be('admin');
  await write();
  await run(`const { createBlock } = wp.blocks;
    wp.data.dispatch('core/editor').editPost({ title: 'Tổng kết công tác dân vận' });
    wp.data.dispatch('core/block-editor').insertBlocks([createBlock('tom-tat/card'), ...arguments[0].map((content) => createBlock('core/paragraph', { content }))])`, BODY);
  await wait(`return /98,5%/.test(${preview})`, 'no preview');
  await run(`const [block] = wp.data.select('core/block-editor').getBlocks().slice(-1);
    wp.data.dispatch('core/block-editor').updateBlockAttributes(block.clientId, { content: 'Năm nay tỉnh trao 20 xe đạp cho học sinh.' })`);
  await wait(`return /20/.test(${preview}) && !/98,5%/.test(${preview})`, 'the preview does not follow');
  await run(`wp.data.dispatch('core/block-editor').selectBlock(wp.data.select('core/block-editor').getBlocks()[0].clientId); wp.data.dispatch('core/edit-post').openGeneralSidebar('edit-post/block')`);
  await wait(`return [...document.querySelectorAll('.block-editor-block-inspector label')].some(({ innerText }) => /mật độ/i.test(innerText))`, 'no settings of the block, in Vietnamese');
  assert.doesNotMatch(await run(`return ${preview}`), /Tổng kết công tác/, 'a headline, which readers do not see');
  await run(`[...document.querySelectorAll('.block-editor-block-inspector label')].find(({ innerText }) => innerText === 'Con số').click()`);
  await wait(`return !/xe đạp/.test(${preview})`, 'the section stays');
  await run(`wp.data.dispatch('core/editor').editPost({ meta: { _tom_tat_omit: 'Nguyễn Văn An' } })`);
  await wait(`return !/Nguyễn Văn An/.test(${preview})`, 'what is taken back stays in the preview');
  await run(`wp.data.dispatch('core/editor').editPost({ meta: { _tom_tat_omit: '' } });
    [...document.querySelectorAll('.block-editor-block-inspector label')].find(({ innerText }) => innerText === 'Con số').click()`);
  await wait(`return /xe đạp/.test(${preview}) && /Nguyễn Văn An/.test(${preview})`, 'they do not come back');
  for (const at of [390, 1280]) {
    await width(at);
    await screenshot(driver, `wordpress-editor-${at}`);
  }
  const address = await publish();
  await be();
  await open(address);
  const words = await cards();
  assert.equal(words.length, 1);
  assert.match(words[0], /20 xe đạp|20\s+xe đạp/);
});

test('WordPress editor: the panel beside a post switches its card off and takes facts back', async () => {
  await be('editor');
  await write();
  await run(`wp.data.dispatch('core/edit-post').openGeneralSidebar('edit-post/document');
    wp.data.dispatch('core/editor').editPost({ title: 'Gỡ dữ kiện' }); wp.data.dispatch('core/block-editor').resetBlocks(wp.blocks.parse(arguments[0]))`, BLOCKS);
  await wait(`return !!document.querySelector('.tom-tat-panel')`, 'no panel');
  await run(`const button = document.querySelector('.tom-tat-panel button[aria-expanded=false]'); button?.click()`);
  await wait(`return !!document.querySelector('.tom-tat-panel input')`, 'the panel does not open');
  await run(`document.querySelector('.tom-tat-panel').scrollIntoView()`);
  await screenshot(driver, 'wordpress-panel-1280');
  const set = `const { value } = Object.getOwnPropertyDescriptor(arguments[0].constructor.prototype, 'value') ?? {};
    Object.getOwnPropertyDescriptor(arguments[0].constructor.prototype, 'value').set.call(arguments[0], arguments[1]);
    arguments[0].dispatchEvent(new Event(arguments[0].localName === 'select' ? 'change' : 'input', { bubbles: true }))`;
  await run(set, await driver.findElement({ css: '.tom-tat-panel input' }), '98,5%');
  const address = await publish();
  await open(address);
  const [words] = await cards();
  assert.match(words, /Nguyễn Văn An/);
  assert.doesNotMatch(words, /98,5%/);
  const id = await php(`return url_to_postid('${address}');`);
  await write(`/wp-admin/post.php?post=${id}&action=edit`);
  await wait(`return !!document.querySelector('.tom-tat-panel select')`, 'the panel is not open any more');
  await run(set, await driver.findElement({ css: '.tom-tat-panel select' }), 'no');
  await publish();
  await open(address);
  assert.deepEqual(await cards(), []);
});

test('WordPress editor: the classic editor keeps the element in both modes, and has the switch', async () => {
  await php(`wp_mkdir_p(WPMU_PLUGIN_DIR); file_put_contents(WPMU_PLUGIN_DIR . '/classic.php', "<?php add_filter('use_block_editor_for_post', '__return_false');"); return true;`);
  try {
    await be('author');
    await open('/wp-admin/post-new.php');
    await wait(`return !!window.tinymce?.get('content')?.initialized`, 'TinyMCE does not start');
    const tag = '<tom-tat for=".entry-content" density="line"></tom-tat>';
    await run(`tinymce.get('content').setContent(arguments[0] + '<p>x</p>')`, tag);
    const kept = await run(`return tinymce.get('content').getContent()`);
    assert.ok(kept.includes('<tom-tat') && kept.includes('density="line"') && kept.includes('for=".entry-content"'), kept);
    assert.ok(await run(`return !!document.querySelector('#tom-tat-switch')`), 'no switch');
    await run(`document.querySelector('#title').value = 'Bài cổ điển'; document.querySelector('#tom-tat-omit').value = '98,5%';
      tinymce.get('content').setContent(arguments[0] + arguments[1]); document.querySelector('#publish').scrollIntoView()`, tag, BODY.map((text) => `<p>${text}</p>`).join(''));
    await screenshot(driver, 'wordpress-classic-1280');
    await run(`window.onbeforeunload = null; jQuery(window).off('beforeunload.edit-post'); tinymce.triggerSave(); document.querySelector('#publish').click()`);
    await wait(`return document.readyState === 'complete' && !!document.querySelector('#message')`, 'not published');
    const [id, content, omit] = await php(`$post = get_posts(['title' => 'Bài cổ điển', 'post_status' => 'any'])[0]; return [$post->ID, $post->post_content, get_post_meta($post->ID, '_tom_tat_omit', true)];`);
    assert.match(content, /<tom-tat [^>]*density="line"/, 'the author’s tag is gone');
    assert.equal(omit, '98,5%');
    await be();
    await open(`/?p=${id}`);
    assert.match((await cards())[0], /Nguyễn Văn An/);
  } finally {
    await php(`unlink(WPMU_PLUGIN_DIR . '/classic.php'); return true;`);
  }
});

test('WordPress: what authors may write of the element, and what not', async () => {
  const written = `<tom-tat for="bai" density="line" omit="98,5%" base="//evil.example/" onclick="alert(1)" jsonld debug src="javascript:alert(1)"></tom-tat>`;
  const kept = await php(`return wp_kses_post('${written}');`, 'author');
  assert.match(kept, /for="bai" density="line" omit="98,5%"/);
  assert.doesNotMatch(kept, /base|onclick|jsonld|debug|javascript:/);
});

test('WordPress: a card rendered as plain HTML survives an author, and looks like one', async () => {
  const article = JSON.stringify({ title: 'Tổng kết', published: '2026-11-28', body: BODY.join('\\n') });
  const command = spawnSync(join(root, 'target/debug/tom-tat'), ['render', '--light', '-'], { input: article, encoding: 'utf8' });
  assert.equal(command.status, 0, command.stderr);
  const card = command.stdout.trim();
  const address = await php(`$id = wp_insert_post(['post_title' => 'Thẻ dựng sẵn', 'post_status' => 'publish', 'meta_input' => ['_tom_tat_card' => 'no'],
    'post_content' => wp_slash(base64_decode('${Buffer.from(`<!-- wp:html -->\n${card}\n<!-- /wp:html -->`).toString('base64')}'))]); return get_permalink($id);`, 'author');
  await open(address);
  const kept = await run(`return document.querySelector('.tom-tat')?.outerHTML ?? ''`);
  const classes = (html) => [...html.matchAll(/class="([^"]*)"/g)].map(([, names]) => names);
  assert.deepEqual(classes(kept), classes(card));
  assert.equal(await run(`return document.querySelectorAll('.tom-tat details').length`), card.match(/<details/g).length);
  await run(`const link = document.createElement('link'); link.rel = 'stylesheet'; link.href = '/wp-content/plugins/tom-tat/card/card-light.css'; document.head.append(link)`);
  await wait(`return getComputedStyle(document.querySelector('.tom-tat-number')).fontWeight === '650'`, 'no style');
  await run(`document.querySelector('.tom-tat').scrollIntoView({ block: 'center' })`);
  await screenshot(driver, 'wordpress-light-1280');
});

const rest = (path, options) => driver.executeAsyncScript(`const [path, options, done] = arguments;
  wp.apiFetch({ path, ...options }).then((answer) => done({ ok: true, answer }), ({ code }) => done({ ok: false, code }))`, path, options);

test('WordPress: an author cannot change another’s post, nor the settings', async () => {
  const id = await php(`return wp_insert_post(['post_title' => 'Của người khác', 'post_content' => 'x', 'post_status' => 'publish', 'post_author' => 1]);`);
  await be('author');
  await write();
  const refused = await rest(`/wp/v2/posts/${id}`, { method: 'POST', data: { meta: { _tom_tat_card: 'no' } } });
  assert.equal(refused.ok, false);
  assert.equal(await php(`return get_post_meta(${id}, '_tom_tat_card', true);`), '');
  await leave();
  await open('/wp-admin/options-general.php?page=tom-tat');
  assert.equal(await run(`return document.querySelector('.tom-tat-settings')`), null);
  assert.match(await run('return document.title + document.body.innerText'), /không|not allowed/i);
});

const settings = '/wp-admin/options-general.php?page=tom-tat';
const submit = async () => {
  await run(`document.querySelector('.tom-tat-settings form #submit').click()`);
  await wait(`return document.readyState === 'complete' && !!document.querySelector('.settings-error')`, 'the settings are not saved');
};

test('WordPress settings: in Vietnamese, with pictures of the themes; what is chosen is kept', async () => {
  await be('admin');
  await open(settings);
  assert.match(await run('return document.body.innerText'), /Giữ chỗ trên điện thoại/);
  const pictures = await run(`return [...document.querySelectorAll('.themes img')].map((image) => { image.loading = 'eager'; return image.src; })`);
  assert.equal(pictures.length, 10);
  await wait(`return [...document.querySelectorAll('.themes img')].every(({ naturalWidth }) => naturalWidth > 0)`, 'pictures are missing');
  for (const at of [390, 1280]) {
    await width(at);
    const widest = await run(`return Math.max(...[...document.querySelectorAll('.tom-tat-settings :is(label, img, p, input)')].filter(({ offsetWidth }) => offsetWidth).map((one) => one.getBoundingClientRect().right))`);
    assert.ok(widest <= at, `something ends at ${widest} of ${at} px`);
    const { data } = await driver.sendAndGetDevToolsCommand('Page.captureScreenshot', { captureBeyondViewport: true, clip: { x: 0, y: 0, width: at, height: 1900, scale: 1 } });
    await (await import('node:fs/promises')).writeFile(new URL(`../../target/screenshots/wordpress-settings-${at}.png`, import.meta.url), data, 'base64');
  }
  await run(`const name = (name) => document.querySelector('[name="tom_tat[' + name + ']"]'); const pick = (name, value) => document.querySelector('[name="tom_tat[' + name + ']"][value="' + value + '"]').click();
    pick('place', 'after'); pick('density', 'full'); pick('theme', 'newspaper'); pick('jsonld', 'off');
    document.querySelector('[name="tom_tat[post_types][]"][value=page]').click();
    document.querySelector('[name="tom_tat[sections][figures]"]').value = '0'; document.querySelector('[name="tom_tat[sections][directives]"]').value = '1';
    document.querySelector('[name="tom_tat[limits][officials]"]').value = 4; name('room_wide').value = 320;
    name('lookup').value = 'https://example.gov.vn/?q={number}'`);
  await submit();
  const kept = await php(`return TomTat\\settings();`);
  assert.deepEqual(kept, { post_types: ['post', 'page'], place: 'after', density: 'full', sections: ['date', 'directives', 'officials'], limits: { officials: 4 },
    theme: 'newspaper', lookup: 'https://example.gov.vn/?q={number}', report: '', jsonld: 'off', room_wide: 320, room_narrow: 0 });
  assert.ok(await run(`return document.querySelector('[name="tom_tat[theme]"][value=newspaper]').checked`), 'the page does not show what it keeps');
});

test('WordPress settings: in English where the site is', async () => {
  await php(`update_option('WPLANG', ''); return true;`);
  await be('admin');
  await open(settings);
  const words = await run('return document.body.innerText');
  await php(`update_option('WPLANG', 'vi'); return true;`);
  assert.match(words, /Room to reserve, phone/);
  assert.doesNotMatch(words, /Giữ chỗ/);
});

test('WordPress settings: nonsense is named and stays as it was, the rest is saved', async () => {
  await be('admin');
  await open(settings);
  await run(`const name = (name) => document.querySelector('[name="tom_tat[' + name + ']"]');
    name('lookup').value = 'javascript:alert(1)//{number}'; name('report').value = 'bientap@example.gov.vn';
    document.querySelector('[name="tom_tat[limits][figures]"]').removeAttribute('max'); document.querySelector('[name="tom_tat[limits][figures]"]').value = 5000;
    document.querySelector('.tom-tat-settings form').noValidate = true`);
  await submit();
  const words = await run('return document.body.innerText');
  assert.match(words, /Địa chỉ tra văn bản: không đọc được nên giữ như cũ.*có \{number\}/);
  assert.match(words, /Số mục trước “Xem thêm”: không đọc được.*từ 1 đến 50/);
  const kept = await php(`return TomTat\\settings();`);
  assert.equal(kept.lookup, 'https://example.gov.vn/?q={number}');
  assert.deepEqual(kept.limits, { officials: 4 });
  assert.equal(kept.report, 'mailto:bientap@example.gov.vn');
});

test('WordPress site editor: the block stands in a template, and gives each post its card', async () => {
  await be('admin');
  await open('/wp-admin/site-editor.php?postType=wp_template&postId=twentytwentythree%2F%2Fsingle');
  const canvas = `document.querySelector('iframe[name="editor-canvas"]')?.contentWindow`;
  await wait(`return window.wp?.data?.select('core/block-editor')?.getBlockCount() > 0 && !!${canvas}`, 'the site editor does not start');
  assert.ok(await run(`return !!${canvas}.customElements.get('tom-tat')`), 'the element is not defined in the canvas');
  await run(`wp.data.dispatch('core/block-editor').insertBlock(wp.blocks.createBlock('tom-tat/card'), 0)`);
  await wait(`return /thẻ tóm tắt của bài/i.test(${canvas}.document.querySelector('[data-type="tom-tat/card"]')?.innerText)`, 'the block says nothing');
  await screenshot(driver, 'wordpress-site-editor-1280');
  await leave();
  const [, address] = await php(`$theme = get_stylesheet();
    $id = wp_insert_post(['post_type' => 'wp_template', 'post_status' => 'publish', 'post_name' => 'single', 'post_title' => 'Single',
      'post_content' => '<!-- wp:post-title /--><!-- wp:tom-tat/card {"density":"line"} /--><!-- wp:post-content /-->', 'tax_input' => ['wp_theme' => [$theme]]]);
    wp_set_object_terms($id, $theme, 'wp_theme');
    update_option('tom_tat', ['place' => 'none']);
    $post = wp_insert_post(['post_title' => 'Theo mẫu', 'post_status' => 'publish', 'post_date' => '2026-11-28 08:51:00', 'post_content' => ${JSON.stringify(BLOCKS).replaceAll('$', '\\$')}]);
    return [$id, get_permalink($post)];`);
  await be();
  await open(address);
  const words = await cards();
  assert.equal(words.length, 1);
  assert.match(words[0], /27\/11\/2026/);
});

test('WordPress: an upgrade over an old copy keeps settings and posts', async () => {
  await php(`update_option('tom_tat', ['place' => 'after', 'theme' => 'blue', 'gone' => 1]);
    file_put_contents(WP_PLUGIN_DIR . '/tom-tat/includes/old.php', '<?php // of an older version'); return true;`);
  await plug();
  const { place, theme, density } = await php(`return TomTat\\settings();`);
  assert.deepEqual({ place, theme, density }, { place: 'after', theme: 'blue', density: 'short' });
});

test('WordPress: removed, it leaves nothing behind', async () => {
  const left = await php(`global $wpdb; $post = wp_insert_post(['post_title' => 'x', 'post_content' => '[tom_tat]', 'meta_input' => ['_tom_tat_card' => 'no', '_tom_tat_omit' => 'x']]);
    update_option('tom_tat_unseen', $post);
    deactivate_plugins('tom-tat/tom-tat.php'); uninstall_plugin('tom-tat/tom-tat.php');
    $left = [];
    foreach (['options' => 'option_name', 'postmeta' => 'meta_key', 'usermeta' => 'meta_key'] as $table => $column)
      $left = array_merge($left, $wpdb->get_col("select $column from {$wpdb->$table} where $column like '%tom_tat%' or $column like '%tom-tat%'"));
    return $left;`);
  assert.deepEqual(left, []);
});

test('WordPress: PHP complained of nothing while writing', async () => assert.deepEqual(await faults(), []));
