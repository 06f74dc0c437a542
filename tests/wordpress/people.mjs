// Somebody in a browser: an administrator, an author, a reader.

import { By } from 'selenium-webdriver';
import { php } from './site.mjs';

export const BODY = [
  'Sáng 27/11, đồng chí Nguyễn Văn An, Chủ tịch UBND tỉnh chủ trì hội nghị tổng kết công tác dân vận.',
  'Hội nghị đánh giá việc thực hiện Chỉ thị số 43/CT-TTg. Trong năm, 98,5% hồ sơ được giải quyết đúng hạn.',
];
export const BLOCKS = BODY.map((text) => `<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->`).join('\n');

export function people(driver, origin) {
  const run = (script, ...args) => driver.executeScript(script, ...args);
  const open = async (path) => {
    await driver.get(path.startsWith('http') ? path : origin + path);
    // The driver comes back early where the server sends a page in parts.
    await driver.wait(() => run('return document.readyState === "complete"'), 20_000, `${path} does not load`);
  };
  const wait = (script, what, time = 20_000) => driver.wait(() => run(script).catch(() => null), time, what);

  return {
    run,
    open,
    wait,

    /** Is this user from now on; nobody, for a reader. */
    async be(name) {
      await open('/wp-includes/images/blank.gif');
      await driver.manage().deleteAllCookies();
      if (!name) return;
      const cookies = await php(`$id = get_user_by('login', '${name}')->ID; $until = time() + 3600;
        $token = WP_Session_Tokens::get_instance($id)->create($until);
        return [AUTH_COOKIE => wp_generate_auth_cookie($id, $until, 'auth', $token),
          LOGGED_IN_COOKIE => wp_generate_auth_cookie($id, $until, 'logged_in', $token)];`);
      for (const [cookie, value] of Object.entries(cookies))
        await driver.manage().addCookie({ name: cookie, value: encodeURIComponent(value), path: '/' });
    },

    /** Brings each card into view and gives back their words; empty where one has none to show. */
    async cards() {
      const words = (card) => run(`return arguments[0].shadowRoot?.querySelector('[part~=card]')?.checkVisibility({ visibilityProperty: true }) ?
        arguments[0].shadowRoot.querySelector('[part~=card]').innerText : ''`, card);
      const all = [];
      for (const card of await driver.findElements(By.css('tom-tat'))) {
        await run('arguments[0].scrollIntoView()', card);
        await driver.wait(() => words(card), 10_000).catch(() => driver.executeAsyncScript('arguments[0].refresh().then(arguments[1])', card));
        all.push(await words(card));
      }
      return all;
    },

    /** Looks at the page at this width, in pixels. */
    width: (width) => driver.sendDevToolsCommand('Emulation.setDeviceMetricsOverride', {
      width, height: 900, deviceScaleFactor: 1, mobile: width < 500 }),

    /** The addresses of everything of the plugin's that the page has loaded. */
    loaded: () => run(`return performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.includes('/tom-tat/'))`),
  };
}
