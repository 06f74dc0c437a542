// Somebody in a browser: signs in, writes, reads.

import { By, until } from 'selenium-webdriver';
import { PASSWORD } from './site.mjs';

export const BODY = [
  'Sáng 27/11, đồng chí Nguyễn Văn An, Chủ tịch UBND tỉnh chủ trì hội nghị tổng kết công tác dân vận.',
  'Hội nghị đánh giá việc thực hiện Chỉ thị số 43/CT-TTg. Trong năm, 98,5% hồ sơ được giải quyết đúng hạn.',
];
export const BLOCKS = BODY.map((text) => `<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->`).join('\n');

export function people(driver, origin) {
  const run = (script, ...args) => driver.executeScript(script, ...args);
  const open = (path) => driver.get(path.startsWith('http') ? path : origin + path);
  const wait = (script, what, time = 20_000) => driver.wait(() => run(script).catch(() => null), time, what);

  return {
    run,
    open,
    wait,

    /** Signs in as this user; nobody for a reader. */
    async be(name) {
      await driver.manage().deleteAllCookies();
      if (!name) return;
      await open('/wp-login.php');
      // The page moves the focus 200 ms after it is there.
      await driver.sleep(300);
      await run(`document.getElementById('user_login').value = arguments[0]; document.getElementById('user_pass').value = arguments[1];
        document.getElementById('loginform').submit()`, name, PASSWORD);
      await driver.wait(until.elementLocated(By.id('wpadminbar')), 20_000, `${name} is not let in`);
    },

    /** Brings each card into view and gives back their words; empty where one has none to show. */
    async cards() {
      for (const card of await driver.findElements(By.css('tom-tat'))) {
        await run('arguments[0].scrollIntoView()', card);
        const there = () => run(`return !!arguments[0].shadowRoot?.querySelector('[part~=card]')?.innerText`, card);
        await driver.wait(there, 10_000).catch(() => driver.executeAsyncScript('arguments[0].refresh().then(arguments[1])', card));
      }
      return run(`return [...document.querySelectorAll('tom-tat')].map((card) => card.shadowRoot?.querySelector('[part~=card]')?.innerText ?? '')`);
    },

    /** Looks at the page at this width, in pixels. */
    width: (width) => driver.sendDevToolsCommand('Emulation.setDeviceMetricsOverride', {
      width, height: 900, deviceScaleFactor: 1, mobile: width < 500 }),

    /** The addresses of everything of the plugin's that the page has loaded. */
    loaded: () => run(`return performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.includes('/tom-tat/'))`),
  };
}
