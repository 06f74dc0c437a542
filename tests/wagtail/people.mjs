// Somebody in a browser: an editor, a guest of the admin, a reader.

import { By } from 'selenium-webdriver';

const PASSWORD = 'mot hai ba bon';

export function people(driver, origin) {
  const run = (script, ...args) => driver.executeScript(script, ...args);
  const loaded = (what) => driver.wait(() => run('return document.readyState === "complete"'), 20_000, `${what} does not load`);
  const open = async (path) => {
    await driver.get(origin + path);
    await loaded(path);
  };
  const wait = (script, what, time = 20_000) => driver.wait(() => run(script).catch(() => null), time, what);
  /** Does what leaves the page, and waits for the next one. */
  const submit = async (script) => {
    await run('window.stays = true');
    await run(script);
    await wait('return !window.stays && document.readyState === "complete"', 'no next page');
  };

  return {
    run,
    open,
    wait,
    submit,

    /** Is this user from now on; nobody, for a reader. */
    async be(name) {
      await driver.manage().deleteAllCookies();
      if (!name) return;
      await open('/admin/login/');
      await submit(`document.querySelector('[name=username]').value = '${name}'; document.querySelector('[name=password]').value = '${PASSWORD}';
        document.querySelector('form').requestSubmit()`);
    },

    /** Brings each card into view and gives back their words; empty where one has none to show. */
    async cards() {
      const words = (card) => run(`const shown = arguments[0].shadowRoot?.querySelector('[part~=card]');
        return shown?.checkVisibility({ visibilityProperty: true }) ? shown.innerText : ''`, card);
      const all = [];
      for (const card of await driver.findElements(By.css('tom-tat'))) {
        await run('arguments[0].scrollIntoView()', card);
        await driver.executeAsyncScript(`const done = arguments[1]; customElements.whenDefined('tom-tat').then(() => arguments[0].refresh()).then(() => done())`, card);
        all.push(await words(card));
      }
      return all;
    },

    /** Looks at the page at this width, in pixels. */
    width: (width) => driver.sendDevToolsCommand('Emulation.setDeviceMetricsOverride', {
      width, height: 900, deviceScaleFactor: 1, mobile: width < 500 }),
  };
}
